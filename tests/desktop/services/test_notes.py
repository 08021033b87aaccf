"""Notes on articles, words and events: written, changed, deleted, each with undo and redo."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core.model.spans import Span
from desktop.services.articles import ArticleQuery, get_article, list_articles
from desktop.services.decisions import redo, undo, undo_label
from desktop.services.errors import CrosslightError
from desktop.services.libraries import Library
from desktop.services.notes import add_event_note, add_note, delete_note, edit_note, list_notes
from tests.desktop.services.found import fill


@pytest.fixture
def made(library: Library) -> Library:
    """Give the small library, which changes may be made to."""
    fill(library)
    return library


def texts(library: Library, article_id: str | None = None) -> list[str]:
    return [note.text for note in list_notes(library, article_id)]


def test_a_note_is_written_changed_and_deleted_and_each_can_be_taken_back(made: Library) -> None:
    note = add_note(made, "a1", "First\nthought ")
    edit_note(made, note, "Second thought")
    delete_note(made, note)
    assert texts(made, "a1") == []
    labels: list[str | None] = []
    for expected in (["Second thought"], ["First\nthought"], []):
        labels.append(undo(made))
        assert texts(made, "a1") == expected
    assert labels == ["Delete note", "Edit note", "Add note on article"]
    for expected in (["First\nthought"], ["Second thought"], []):
        assert redo(made)
        assert texts(made, "a1") == expected


def test_notes_on_words_keep_their_place_and_stand_in_text_order(made: Library) -> None:
    article = get_article(made, "a1")
    roof, storm = article.text.index("roof"), article.text.index("storm")
    add_note(made, "a1", "whole")
    add_note(made, "a1", "on roof", Span(roof, roof + 4))
    add_note(made, "a1", "on storm", Span(storm, storm + 5))
    found = list_notes(made, "a1")
    assert [note.text for note in found] == ["on storm", "on roof", "whole"]
    words = [note.span.of(article.text) for note in found if note.span]
    assert words == ["storm", "roof"]
    assert undo_label(made) == "Add note on words"


def test_a_note_on_an_event_is_no_note_of_its_articles(made: Library) -> None:
    add_event_note(made, "e1", "Who said so?")
    assert [note.text for note in list_notes(made, event_id="e1")] == ["Who said so?"]
    assert texts(made, "a1") == []
    undo(made)
    assert list_notes(made, event_id="e1") == ()


def test_articles_are_found_by_the_words_of_their_notes(made: Library) -> None:
    add_note(made, "a4", "Ask the Captain")
    query = ArticleQuery(text="note:captain", is_finished=True)
    assert [row.id for row in list_articles(made, query)] == ["a4"]


def test_what_is_not_there_is_refused(made: Library) -> None:
    size = len(get_article(made, "a1").text)
    for refused in (
        lambda: add_note(made, "nobody", "x"),
        lambda: add_note(made, "a1", " \n "),
        lambda: add_note(made, "a1", "x" * 30_000),
        lambda: add_note(made, "a1", "x", Span(0, size + 1)),
        lambda: add_event_note(made, "nobody", "x"),
        lambda: edit_note(made, "nobody", "x"),
        lambda: edit_note(made, "a2", ""),
        lambda: delete_note(made, "nobody"),
    ):
        with pytest.raises(CrosslightError) as refusal:
            refused()
        assert refusal.value.remedy
    assert undo_label(made) is None


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=40))
def test_any_text_is_kept_as_a_note_or_refused(made: Library, text: str) -> None:
    try:
        note = add_note(made, "a5", text)
    except CrosslightError:
        return
    (kept,) = (each for each in list_notes(made, "a5") if each.id == note)
    assert kept.text.strip() == kept.text != ""
    delete_note(made, note)
