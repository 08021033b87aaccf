"""The index that copies are found by: its keys, what it leaves alone, what it finds anew."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
import sqlalchemy as sa

from db.tables import ArticleRow, CopyKeyRow, RelationRow
from desktop.core.copies.signatures import copy_words, number_runs
from desktop.core.model.copies import CopyKind
from desktop.services import copy_index
from desktop.services.articles import ArticleQuery, list_articles
from desktop.services.copies import lacks_copies, list_copies
from desktop.services.copy_decisions import link_copies, unlink_copies
from desktop.services.copy_index import (
    count_unplaced,
    place_again,
    place_copies,
    share_of,
    unplaced_numbers,
)
from desktop.services.decisions import trash_articles
from desktop.services.libraries import Library
from desktop.services.sessions import read_session, write_session
from tests.desktop.services.conftest import run_import, write
from tests.desktop.services.test_copies import ANEW, PARTS, POST, ROAD, WIRE, page, plain

APPEAL = "Sign up for our letter to get the news of Anville each morning before the ferry leaves."


def keys_of(library: Library, number: int) -> list[int]:
    with read_session(library) as session:
        query = sa.select(CopyKeyRow.key).where(CopyKeyRow.number == number)
        return list(session.scalars(query.order_by(CopyKeyRow.key)))


def numbers(library: Library) -> list[int]:
    with read_session(library) as session:
        return list(session.scalars(sa.select(ArticleRow.number).order_by(ArticleRow.number)))


def ids(library: Library) -> list[str]:
    return [row.id for row in list_articles(library, ArticleQuery())]


@pytest.fixture
def reprints(library: Library, tmp_path: Path) -> Library:
    """Give a library of two reprints."""
    run_import(library, write(tmp_path, "a.html", page(PARTS, "Norland Wire", WIRE)))
    run_import(library, write(tmp_path, "b.html", page(PARTS[:5], "Anville Post", POST)))
    return library


def test_an_article_has_keys_of_its_words_and_one_of_its_address(
    library: Library, tmp_path: Path
) -> None:
    run_import(library, write(tmp_path, "a.html", page(PARTS, "Norland Wire", WIRE)))
    run_import(library, write(tmp_path, "b.txt", plain(ROAD, "Road")))
    first, second = (keys_of(library, number) for number in numbers(library))
    assert len([key for key in first if key < 0]) == 1
    assert all(key >= 0 for key in second)
    runs = number_runs(copy_words(" ".join(PARTS)))
    assert len([key for key in first if key in runs]) >= 8


def test_a_text_without_words_is_placed_as_well(library: Library, tmp_path: Path) -> None:
    run_import(library, write(tmp_path, "a.txt", "… — …\n\n???\n"))
    if numbers(library):
        assert keys_of(library, numbers(library)[0]) == [0]
    assert not lacks_copies(library)


def test_articles_that_were_not_placed_are_counted_and_named(reprints: Library) -> None:
    with write_session(reprints) as session:
        session.execute(sa.delete(CopyKeyRow))
        assert count_unplaced(session) == 2
        assert unplaced_numbers(session, 1) == numbers(reprints)[:1]
    assert lacks_copies(reprints)


def test_placing_again_changes_nothing_where_nothing_changed(reprints: Library) -> None:
    before = list_copies(reprints), [keys_of(reprints, each) for each in numbers(reprints)]
    for article_id in ids(reprints):
        with write_session(reprints) as session:
            place_again(session, [article_id])
    assert (list_copies(reprints), [keys_of(reprints, n) for n in numbers(reprints)]) == before


def test_the_order_in_which_articles_are_placed_makes_no_other_copies(reprints: Library) -> None:
    before = list_copies(reprints)
    with write_session(reprints) as session:
        session.execute(sa.delete(CopyKeyRow))
        session.execute(sa.delete(RelationRow))
        place_copies(session, reversed(numbers(reprints)))
    assert list_copies(reprints) == before


def test_what_the_user_said_is_there_after_placing_again(reprints: Library) -> None:
    one, other = ids(reprints)
    unlink_copies(reprints, one, other)
    with write_session(reprints) as session:
        place_again(session, [one, other])
    assert list_copies(reprints) == ()
    link_copies(reprints, one, other, CopyKind.DUPLICATE)
    with write_session(reprints) as session:
        place_again(session, [other])
    (found,) = list_copies(reprints)
    assert (found.kind, found.by_user) == (CopyKind.DUPLICATE, True)


def test_a_phrase_that_many_articles_have_makes_no_candidates(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(8):
        words = f"Report number {number} of this week is about number {number} and no other one."
        run_import(
            library, write(tmp_path, f"{number}.txt", plain((words, APPEAL), f"No. {number}"))
        )
    looked_at: list[str] = []
    words_of = copy_index.copy_words

    def noted(text: str) -> Sequence[str]:
        looked_at.append(text)
        return words_of(text)

    monkeypatch.setattr(copy_index, "_LATEST", 8)
    monkeypatch.setattr(copy_index, "_LEAST_WEIGHT", 6.0)
    monkeypatch.setattr(copy_index, "copy_words", noted)
    run_import(library, write(tmp_path, "9.txt", plain((*ANEW, APPEAL), "Anew")))
    assert not [text for text in looked_at if "Report number" in text]


def test_of_very_many_prints_the_latest_are_compared_and_all_hang_together(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copy_index, "_MOST_COMPARED", 2)
    for number in range(6):
        address = f"https://outlet{number}.example/storm"
        text = page(PARTS, f"Outlet {number}", address, f"Storm {number}")
        run_import(library, write(tmp_path, f"{number}.html", text))
    found = list_copies(library, CopyKind.REPRINT)
    joined = {ids(library)[0]}
    for _step in ids(library):
        pairs = [{each.article.id, each.other.id} for each in found]
        joined |= {one for pair in pairs if pair & joined for one in pair}
    assert joined == set(ids(library))
    assert len(found) <= 2 * 6


def test_the_share_of_any_two_articles_can_be_asked_for(reprints: Library) -> None:
    one, other = ids(reprints)
    with read_session(reprints) as session:
        assert share_of(session, one, other) == share_of(session, other, one) == 1.0
        assert share_of(session, one, "nobody") == 0.0


def test_an_article_in_the_trash_is_a_copy_again_when_it_comes_back(
    reprints: Library, tmp_path: Path
) -> None:
    one, _other = ids(reprints)
    trash_articles(reprints, [one])
    later = page((*PARTS[:5], *ANEW), "Norland Wire", WIRE, "Later")
    run_import(reprints, write(tmp_path, "later.html", later))
    assert [each.kind for each in list_copies(reprints)] == [CopyKind.REPRINT]
    run_import(reprints, tmp_path / "a.html")
    kinds = sorted(each.kind.value for each in list_copies(reprints))
    assert kinds == ["reprint", "reprint", "revision"]
