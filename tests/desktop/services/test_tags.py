"""Tags and importance: given, taken away, renamed and deleted, each with undo and redo."""

from __future__ import annotations

import pytest

from desktop.services.articles import ArticleQuery, count_articles, list_articles
from desktop.services.decisions import redo, undo, undo_label
from desktop.services.errors import CrosslightError
from desktop.services.libraries import Library
from desktop.services.tags import (
    delete_tag,
    list_tags,
    rate_articles,
    rename_tag,
    tag_articles,
    tags_of,
    untag_articles,
)
from tests.desktop.services.found import MADE, fill

ALL = [made.id for made in MADE]


@pytest.fixture
def made(library: Library) -> Library:
    """Give the small library, which changes may be made to."""
    fill(library)
    return library


def counts(library: Library) -> dict[str, int]:
    return {tag.name: tag.articles for tag in list_tags(library)}


def state(library: Library) -> tuple[object, ...]:
    levels = {row.id: row.importance for row in list_articles(library, ArticleQuery())}
    return tags_of(library, ALL), counts(library), levels


def there_and_back(library: Library, before: tuple[object, ...], after: tuple[object, ...]) -> None:
    """Undo and redo the last decision, looking each time."""
    assert undo(library)
    assert state(library) == before
    assert redo(library)
    assert state(library) == after


def test_a_new_tag_is_made_for_articles_and_goes_with_them(made: Library) -> None:
    before = state(made)
    tag_articles(made, ["a1", "a4", "a4"], "  Lesson   3 ")
    assert undo_label(made) == "Tag 2 articles “Lesson 3”"
    assert tags_of(made, ["a1", "a4"]) == {"a1": ("Lesson 3", "Storm"), "a4": ("Lesson 3",)}
    there_and_back(made, before, state(made))


def test_a_tag_in_another_spelling_is_the_same_and_given_once(made: Library) -> None:
    before = state(made)
    tag_articles(made, ["a1", "a2"], "STORM")
    assert counts(made) == {"Follow up": 2, "Storm": 3}
    there_and_back(made, before, state(made))
    tag_articles(made, ["a1", "a2"], "storm")
    assert undo_label(made) == "Tag 1 article “Storm”"


def test_a_tag_is_taken_away_and_stays(made: Library) -> None:
    before = state(made)
    untag_articles(made, ["a1", "a2", "a3"], "storm")
    assert undo_label(made) == "Take tag “Storm” from 2 articles"
    assert counts(made) == {"Follow up": 2, "Storm": 0}
    there_and_back(made, before, state(made))


def test_a_tag_is_renamed_but_not_to_another_ones_name(made: Library) -> None:
    before = state(made)
    rename_tag(made, "storm", "Weather")
    assert counts(made) == {"Follow up": 2, "Weather": 2}
    there_and_back(made, before, state(made))
    rename_tag(made, "weather", "WEATHER")
    assert "WEATHER" in counts(made)
    with pytest.raises(CrosslightError, match="already"):
        rename_tag(made, "Weather", "follow UP")


def test_a_tag_is_deleted_and_comes_back_with_its_articles(made: Library) -> None:
    before = state(made)
    delete_tag(made, "Follow up")
    assert counts(made) == {"Storm": 2}
    there_and_back(made, before, state(made))


def test_importance_is_given_to_many_and_each_gets_its_own_back(made: Library) -> None:
    before = state(made)
    rate_articles(made, ["a1", "a2", "a4"], 3)
    assert undo_label(made) == "Rate 2 articles 3"  # one of them was rated so
    there_and_back(made, before, state(made))
    rate_articles(made, ["a1"], 0)
    assert [row.importance for row in list_articles(made, ArticleQuery(limit=1))] == [0]


def test_what_is_not_there_is_refused_and_nothing_is_changed(made: Library) -> None:
    before = state(made)
    for refused in (
        lambda: tag_articles(made, ["a1", "nobody"], "New"),
        lambda: tag_articles(made, ["a1"], " \u200b "),
        lambda: untag_articles(made, ["a1"], "Nothing"),
        lambda: untag_articles(made, ["nobody"], "Storm"),
        lambda: rename_tag(made, "Nothing", "New"),
        lambda: rename_tag(made, "Storm", " "),
        lambda: delete_tag(made, "Nothing"),
        lambda: rate_articles(made, ["a1"], 4),
        lambda: rate_articles(made, ["nobody"], 1),
    ):
        with pytest.raises(CrosslightError) as refusal:
            refused()
        assert refusal.value.remedy
    assert state(made) == before
    assert undo_label(made) is None


def test_counts_leave_the_trash_out(made: Library) -> None:
    tag_articles(made, ["a6"], "Storm")
    assert counts(made)["Storm"] == 2
    held = count_articles(made)
    assert (held.all, held.trash, held.untagged, held.undated) == (7, 1, 4, 2)
    assert [(tag.name, tag.articles) for tag in held.tags] == [("Follow up", 2), ("Storm", 2)]
    assert held.attention == 2
    assert held.reprints == 2
