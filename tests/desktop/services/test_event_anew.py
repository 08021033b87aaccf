"""An article whose text was corrected finds its event anew, in small and in large libraries."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from db.tables import ArticleRow, SignatureRow, TermArticleRow
from desktop.services import decisions, event_signatures
from desktop.services.articles import ArticleQuery, get_article, list_articles
from desktop.services.event_decisions import keep_in_event
from desktop.services.events import event_members, group_library, is_grouped, list_events
from desktop.services.libraries import Library
from desktop.services.sessions import read_session
from desktop.services.texts_edited import edit_text

HARBOR = """Harbor bridge in Visby to close

The harbor bridge in Visby will close in May because engineers found cracks in its pillars.

Mayor Aya Ito said that 400 commuters must take the ferry to Lund until the steel is replaced.
"""


@pytest.fixture
def large(analyzed: Library, monkeypatch: pytest.MonkeyPatch) -> Library:
    """Give the samples, grouped as a library of very many articles is."""
    monkeypatch.setattr(event_signatures, "MANY_ARTICLES", 5)
    assert list(group_library(analyzed))
    return analyzed


def ids(library: Library) -> list[str]:
    return [row.id for row in list_articles(library, ArticleQuery())]


def numbers(library: Library, table: type[SignatureRow | TermArticleRow]) -> set[int]:
    with read_session(library) as session:
        return set(session.scalars(sa.select(table.number)))


def test_in_a_large_library_it_leaves_the_event_that_it_is_no_longer_on(large: Library) -> None:
    first, *others = ids(large)
    (event,) = list_events(large)
    edit_text(large, first, HARBOR)
    assert is_grouped(large)
    assert list(event_members(large, event.id)) == others
    decisions.undo(large)
    assert first in event_members(large, event.id)
    assert is_grouped(large)


def test_a_small_correction_leaves_it_where_it_is(large: Library) -> None:
    first = ids(large)[0]
    (event,) = list_events(large)
    text = get_article(large, first).text
    edit_text(large, first, f"{text.rstrip()}\n\nThis report was updated on Monday.\n")
    assert set(event_members(large, event.id)) == set(ids(large))


def test_its_terms_are_those_of_the_corrected_text(large: Library) -> None:
    first = ids(large)[0]
    with read_session(large) as session:
        number = session.scalar(sa.select(ArticleRow.number).where(ArticleRow.id == first))
        query = sa.select(TermArticleRow.term).where(TermArticleRow.number == number)
        before = set(session.scalars(query))
    edit_text(large, first, HARBOR)
    with read_session(large) as session:
        after = set(session.scalars(query))
    assert after
    assert 2 * len(before & after) < len(before)
    assert len(numbers(large, SignatureRow)) == 5


def test_the_users_word_on_its_event_holds(large: Library) -> None:
    first = ids(large)[0]
    (event,) = list_events(large)
    keep_in_event(large, event.id, [first])
    edit_text(large, first, HARBOR)
    assert first in event_members(large, event.id)


def test_in_the_trash_it_enters_no_event(large: Library) -> None:
    first = ids(large)[0]
    text = get_article(large, first).text
    decisions.trash_articles(large, [first])
    edit_text(large, first, f"{text}\nMore.\n")
    (event,) = list_events(large)
    assert event.articles == 4
    decisions.undo(large)
    decisions.undo(large)
    assert first in event_members(large, event.id)


def test_a_small_library_is_grouped_again_as_a_whole(analyzed: Library) -> None:
    first, *others = ids(analyzed)
    edit_text(analyzed, first, HARBOR)
    assert not is_grouped(analyzed)
    assert list(group_library(analyzed))
    (event,) = list_events(analyzed)
    assert list(event_members(analyzed, event.id)) == others
