"""Saved searches: kept, changed and deleted with undo, and listed as collections."""

from __future__ import annotations

import pytest

from desktop.services.articles import ArticleQuery, count_articles, count_matches, list_articles
from desktop.services.decisions import redo, undo
from desktop.services.errors import CrosslightError
from desktop.services.libraries import Library
from desktop.services.saved_searches import (
    delete_search,
    edit_search,
    list_searches,
    save_search,
)
from tests.desktop.services.found import fill


@pytest.fixture
def made(library: Library) -> Library:
    """Give the small library, which changes may be made to."""
    fill(library)
    return library


def held(library: Library) -> list[tuple[str, str]]:
    return [(search.name, search.query) for search in list_searches(library)]


def test_a_search_is_kept_and_lists_what_it_asks_for(made: Library) -> None:
    number = save_search(made, " Storms  by date", 'storm  -tag:"follow up"')
    query = ArticleQuery("search", str(number))
    assert {row.id for row in list_articles(made, query)} == {"a1", "a2", "a4", "a5"}
    narrowed = ArticleQuery("search", str(number), "roof", is_finished=True)
    assert {row.id for row in list_articles(made, narrowed)} == {"a1", "a5"}
    assert count_matches(made, query) == 4
    assert [search.name for search in count_articles(made).searches] == ["Storms by date"]


def test_every_change_of_a_search_can_be_taken_back(made: Library) -> None:
    number = save_search(made, "", "roof")
    edit_search(made, number, name="Roofs")
    edit_search(made, number, query="roof OR roofs")
    delete_search(made, number)
    labels: list[str | None] = []
    for expected in ([("Roofs", "roof OR roofs")], [("Roofs", "roof")], [("roof", "roof")], []):
        labels.append(undo(made))
        assert held(made) == expected
    assert labels == [
        "Delete search “Roofs”",
        "Change search “Roofs”",
        "Rename search “roof”",
        "Save search “roof”",
    ]
    while redo(made):
        pass
    assert held(made) == []


def test_searches_stand_by_name_and_no_two_are_called_the_same(made: Library) -> None:
    first = save_search(made, "b", "roof")
    save_search(made, "A", "storm")
    assert [name for name, _query in held(made)] == ["A", "b"]
    for refused in (
        lambda: save_search(made, "a", "calm"),
        lambda: edit_search(made, first, name="a"),
        lambda: save_search(made, "c", ' " '),
        lambda: edit_search(made, first, query="()"),
        lambda: edit_search(made, 99, name="x"),
        lambda: delete_search(made, 99),
    ):
        with pytest.raises(CrosslightError) as refusal:
            refused()
        assert refusal.value.remedy
    assert len(held(made)) == 2
