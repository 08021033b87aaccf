"""In a large library a new article finds its event without the others being grouped again."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa

from db.tables import SignatureRow, TermArticleRow
from desktop.services import decisions, event_signatures, events
from desktop.services.event_decisions import (
    keep_out_of_event,
    release_articles,
    split_event,
)
from desktop.services.events import (
    event_members,
    explain_event,
    group_library,
    is_grouped,
    list_events,
)
from desktop.services.libraries import Library
from desktop.services.sessions import read_session, write_session
from tests.desktop.services.conftest import STORM, run_import, write

HARBOR = """Harbor bridge in Visby to close

The harbor bridge in Visby will close in May because engineers found cracks in its pillars.

Mayor Aya Ito said that 400 commuters must take the ferry to Lund until the steel is replaced.
"""


@pytest.fixture
def large(analyzed: Library, monkeypatch: pytest.MonkeyPatch) -> Library:
    """Give the samples, grouped as a library of very many articles is."""
    monkeypatch.setattr(event_signatures, "MANY_ARTICLES", 5)
    monkeypatch.setattr(events, "_FEW_SHARE", 0.5)
    group(analyzed)
    monkeypatch.setattr(events, "_store_groups", _refuse)
    return analyzed


def _refuse(*_parts: object) -> None:
    raise AssertionError("all articles were grouped again")


def group(library: Library) -> None:
    for _step in group_library(library):
        pass


def add(library: Library, folder: Path, name: str, text: str) -> str:
    (outcome,) = run_import(library, write(folder, name, text))
    return outcome.articles[0].id


def count(library: Library, table: type[SignatureRow | TermArticleRow]) -> int:
    with read_session(library) as session:
        return session.scalar(sa.select(sa.func.count()).select_from(table)) or 0


def first_text(library: Library) -> str:
    from desktop.services.articles import get_article

    return get_article(library, event_members(library, list_events(library)[0].id)[0]).text


def test_a_new_article_joins_its_event_and_brings_its_reasons(
    large: Library, tmp_path: Path
) -> None:
    (event,) = list_events(large)
    before = event_members(large, event.id)
    new = add(large, tmp_path, "again.txt", f"{first_text(large)}\nMore follows.\n")
    assert not is_grouped(large)
    group(large)
    assert is_grouped(large)
    assert event_members(large, event.id) == (*before, new)
    assert any(new in (link.left, link.right) for link in explain_event(large, event.id))
    assert count(large, SignatureRow) == 6


def test_an_article_on_something_else_stays_alone_until_another_comes(
    large: Library, tmp_path: Path
) -> None:
    one = add(large, tmp_path, "one.txt", HARBOR)
    group(large)
    assert len(list_events(large)) == 1
    two = add(large, tmp_path, "two.txt", HARBOR.replace("400", "some 400"))
    group(large)
    made = next(event for event in list_events(large) if event.articles == 2)
    assert event_members(large, made.id) == (one, two)
    assert "ridge" in made.label
    assert explain_event(large, made.id)


def test_a_new_article_respects_what_was_decided(large: Library, tmp_path: Path) -> None:
    (event,) = list_events(large)
    new = add(large, tmp_path, "again.txt", f"{first_text(large)}\nMore follows.\n")
    group(large)
    keep_out_of_event(large, event.id, [new])
    assert new not in event_members(large, event.id)


def test_a_decision_leaves_the_others_where_they_are(large: Library, tmp_path: Path) -> None:
    (event,) = list_events(large)
    text = first_text(large)
    made = split_event(large, event.id, event_members(large, event.id)[3:])
    assert is_grouped(large)
    new = add(large, tmp_path, "again.txt", f"{text}\nMore follows.\n")
    group(large)
    assert new in event_members(large, event.id)
    assert new not in event_members(large, made)


def test_what_belongs_nowhere_by_a_decision_is_grouped_with_all(
    large: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    (event,) = list_events(large)
    made = split_event(large, event.id, event_members(large, event.id)[3:])
    release_articles(large, event_members(large, made))
    assert not is_grouped(large)
    with pytest.raises(AssertionError, match="grouped again"):
        group(large)
    monkeypatch.undo()
    group(large)
    assert len(list_events(large)) == 1
    assert count(large, SignatureRow) == count(large, TermArticleRow) == 0


def test_what_is_in_the_trash_is_no_home(large: Library, tmp_path: Path) -> None:
    one = add(large, tmp_path, "one.txt", STORM)
    group(large)
    decisions.trash_articles(large, [one])
    with read_session(large) as session:
        key = event_signatures.read_signatures(session, [one])[one][0]
        assert one not in event_signatures.find_candidates(session, key)


def test_damaged_signatures_are_passed_over(large: Library, tmp_path: Path) -> None:
    with write_session(large) as session:
        session.execute(sa.text("UPDATE signature SET signature = X'00'"))
    new = add(large, tmp_path, "again.txt", f"{first_text(large)}\nMore follows.\n")
    group(large)
    assert is_grouped(large)
    assert new not in event_members(large, list_events(large)[0].id)


def test_an_event_of_many_articles_gets_one_more_reason(
    large: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.services.event_placing._DESCRIBED_UP_TO", 3)
    (event,) = list_events(large)
    before = explain_event(large, event.id)
    new = add(large, tmp_path, "again.txt", f"{first_text(large)}\nMore follows.\n")
    group(large)
    after = explain_event(large, event.id)
    assert after[:-1] == before
    assert new in (after[-1].left, after[-1].right)
    assert list_events(large)[0].label == event.label


def test_a_small_library_keeps_no_signatures(analyzed: Library) -> None:
    assert count(analyzed, SignatureRow) == count(analyzed, TermArticleRow) == 0
