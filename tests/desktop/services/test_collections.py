"""Collections hold what their names say, and the counts beside them are those of their lists."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.services.articles import ArticleQuery, count_articles, count_matches, list_articles
from desktop.services.copies import find_copies
from desktop.services.decisions import (
    edit_field,
    rename_event,
    restore_articles,
    trash_articles,
    undo,
)
from desktop.services.errors import CrosslightError
from desktop.services.libraries import Library, open_library
from desktop.services.saved_searches import delete_search, save_search
from desktop.services.tags import tag_articles, untag_articles
from tests.desktop.services.conftest import run_import, write
from tests.desktop.services.found import fill

STATES = ("attention", "duplicates", "reprints", "revisions", "undated", "untagged")


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Give the small library; tests change nothing in it."""
    opened = open_library(tmp_path_factory.mktemp("shelf") / "Shelf.crosslight", create=True)
    fill(opened)
    save_search(opened, "Storms", "storm")
    yield opened
    opened.close()


@pytest.fixture
def made(library: Library) -> Library:
    """Give the small library, which changes may be made to."""
    fill(library)
    return library


def held(library: Library, name: str, value: str = "") -> list[str]:
    return [row.id for row in list_articles(library, ArticleQuery(name, value))]


@pytest.mark.parametrize("name", ["all", "trash", *STATES])
def test_a_count_is_the_length_of_its_list(shelf: Library, name: str) -> None:
    counted = getattr(count_articles(shelf), name)
    assert counted == len(held(shelf, name)) == count_matches(shelf, ArticleQuery(name))


@pytest.mark.parametrize("name", STATES)
def test_a_count_follows_the_trash_and_back(made: Library, name: str) -> None:
    before, all_ids = held(made, name), held(made, "all")
    trash_articles(made, all_ids)
    emptied = count_articles(made)
    assert (getattr(emptied, name), emptied.all, emptied.trash) == (0, 0, 8)
    assert (emptied.outlets, emptied.events) == ((), ())
    assert [tag.articles for tag in emptied.tags] == [0, 0]
    restore_articles(made, all_ids)
    assert held(made, name) == before
    assert getattr(count_articles(made), name) == len(before)


def test_the_lists_hold_what_they_are_called_after(shelf: Library) -> None:
    assert held(shelf, "trash") == ["a6"]
    assert held(shelf, "undated") == ["a4", "a8"]
    assert held(shelf, "untagged") == ["a2", "a4", "a5", "a8"]
    assert held(shelf, "reprints") == ["a1", "a5"]
    assert held(shelf, "event", "e2") == ["a2", "a7"]
    assert held(shelf, "outlet", "Harbor Post") == ["a2", "a3"]
    assert held(shelf, "tag", "FOLLOW up") == ["a3", "a7"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("event", "e3"),
        ("event", ""),
        ("outlet", "Harbor"),
        ("outlet", "harbor post' OR 1=1 --"),
        ("batch", "no-import"),
        ("tag", "Nothing"),
        ("tag", ""),
    ],
)
def test_what_is_not_there_any_more_is_an_empty_list(shelf: Library, name: str, value: str) -> None:
    assert held(shelf, name, value) == []


@pytest.mark.parametrize("name", ["", "All", "events", "all; drop", "🌊"])
def test_a_collection_of_no_name_is_refused_by_it(shelf: Library, name: str) -> None:
    with pytest.raises(CrosslightError, match=f"no collection “{name}”"):
        held(shelf, name)


@pytest.mark.parametrize("value", ["", "0", "-1", "2", "one", "1.0", "²", "1 "])
def test_a_saved_search_is_asked_for_by_its_number_alone(shelf: Library, value: str) -> None:
    with pytest.raises(CrosslightError, match="no such saved search") as refusal:
        held(shelf, "search", value)
    assert refusal.value.remedy


def test_a_deleted_search_is_gone_from_the_counts_until_undo(made: Library) -> None:
    first, second = save_search(made, "zebra", "storm"), save_search(made, "Anville", "roof")
    assert [each.id for each in count_articles(made).searches] == [second, first]  # by name
    delete_search(made, second)
    assert [each.name for each in count_articles(made).searches] == ["zebra"]
    with pytest.raises(CrosslightError):
        held(made, "search", str(second))
    undo(made)
    assert held(made, "search", str(second)) == ["a1", "a3", "a5", "a8"]


def test_an_article_leaves_untagged_with_its_first_tag_and_returns_with_its_last(
    made: Library,
) -> None:
    tag_articles(made, ["a2"], "One")
    tag_articles(made, ["a2"], "Two")
    assert "a2" not in held(made, "untagged")
    untag_articles(made, ["a2"], "One")
    assert "a2" not in held(made, "untagged")
    untag_articles(made, ["a2"], "Two")
    assert "a2" in held(made, "untagged")
    assert count_articles(made).untagged == 4


def test_an_article_without_date_and_outlet_needs_attention_once(made: Library) -> None:
    assert held(made, "attention") == ["a4", "a8"]
    edit_field(made, "a4", "outlet", "Daily Lantern")
    assert (held(made, "attention"), count_articles(made).attention) == (["a4", "a8"], 2)
    edit_field(made, "a4", "published", "2024-11-05")
    assert (held(made, "attention"), count_articles(made).attention) == (["a8"], 1)
    undo(made)
    assert count_articles(made).attention == 2


def test_outlets_are_counted_in_the_order_they_entered_and_by_their_own_articles(
    made: Library,
) -> None:
    counted = [(each.name, each.articles) for each in count_articles(made).outlets]
    assert counted == [("Daily Lantern", 2), ("Harbor Post", 2), ("Évening Ledger", 2)]
    trash_articles(made, ["a2", "a3"])
    after = [(each.name, each.slot) for each in count_articles(made).outlets]
    assert after == [("Daily Lantern", 0), ("Évening Ledger", 2)]  # the colors stay


def test_an_event_is_counted_while_two_of_its_articles_are_outside_the_trash(
    made: Library,
) -> None:
    rename_event(made, "e2", "  Strike in the   harbor ")
    events = {each.label: each.articles for each in count_articles(made).events}
    assert events == {"Storm in Anville": 3, "Strike in the harbor": 2}
    trash_articles(made, ["a7"])
    assert [each.id for each in count_articles(made).events] == ["e1"]
    undo(made)
    assert [each.id for each in count_articles(made).events] == ["e2", "e1"]


def test_copies_that_were_looked_for_are_counted_as_they_are_listed(
    made: Library, tmp_path: Path
) -> None:
    run_import(made, write(tmp_path, "one.txt"), write(tmp_path, "again.txt"))
    for _step in find_copies(made):
        pass
    counted = count_articles(made)
    assert counted.duplicates == len(held(made, "duplicates")) == 1
    assert counted.reprints == len(held(made, "reprints"))
    assert counted.revisions == len(held(made, "revisions"))


def test_an_empty_library_counts_nothing_and_lists_nothing(library: Library) -> None:
    counted = count_articles(library)
    assert not any(getattr(counted, name) for name in counted.__slots__)
    assert [held(library, name) for name in ("all", "trash", *STATES)] == [[]] * 8


def test_a_library_opened_to_be_read_counts_the_same(made: Library) -> None:
    save_search(made, "Storms", "storm")
    reading = open_library(made.url, read_only=True)
    try:
        assert count_articles(reading) == count_articles(made)
        assert held(reading, "search", "1") == held(made, "search", "1")
    finally:
        reading.close()
