"""`tag`, `rate` and `note` with odd input: what went wrong, where, and what to do is said."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.cli.conftest import TOLD, Run

NOTE_LIMIT = 20_000


@pytest.fixture
def article(told: tuple[str, str]) -> str:
    """Return the id of the library's article."""
    return told[1]


def records(run: Run, *words: object) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run(*words, "--format", "jsonl")]


@pytest.mark.parametrize("name", ["标签 Überschrift 🌊", "it’s “so”; a, b", "Ж" * 80])
def test_a_tag_of_any_letters_is_given_listed_and_found(run: Run, article: str, name: str) -> None:
    assert run("tag", "add", name, article) == [f"Tag 1 article “{name}”"]
    assert records(run, "tag", "list") == [{"tag": name, "articles": 1}]
    assert run("tag", "list") == [f"     1  {name}"]
    assert run("undo") == [f"Undone: Tag 1 article “{name}”"]
    assert run("tag", "list") == []
    assert run("redo") == [f"Done again: Tag 1 article “{name}”"]
    assert run("tag", "delete", name) == [f"Delete tag “{name}”"]


def test_a_tag_is_one_line_of_eighty_letters(run: Run, article: str) -> None:
    run("tag", "add", " two\n lines\t", article)
    run("tag", "add", "x" * 500, article)
    assert [each["tag"] for each in records(run, "tag", "list")] == ["two lines", "x" * 80]


def test_a_tag_without_a_letter_is_refused(run: Run, article: str) -> None:
    for name in ("", "   ", "\n", "\u200b"):
        message, remedy = run("tag", "add", name, article, code=3)
        assert message == "crosslight: A tag needs a name."
        assert remedy == "Type a word."
    assert run("tag", "list") == []


def test_one_unknown_article_keeps_all_from_being_changed(run: Run, article: str) -> None:
    for words in (("tag", "add", "New"), ("rate", 2)):
        message, remedy = run(*words, article, "nobody", code=3)
        assert message == "crosslight: The library has no article nobody."
        assert remedy == "List the articles to see their ids."
    assert run("tag", "list") == []
    assert records(run, "list")[0]["importance"] == 0
    assert run("undo")[0].startswith("Undone: Add")  # the import is still the last decision


def test_a_tag_that_is_not_there_is_named(run: Run, article: str) -> None:
    for words in (
        ("remove", "Nothing", article),
        ("rename", "Nothing", "x"),
        ("delete", "Nothing"),
    ):
        message, remedy = run("tag", *words, code=3)
        assert message == "crosslight: There is no tag “Nothing”."
        assert "List the tags" in remedy


def test_a_tag_takes_no_other_tags_name_but_its_own_in_another_spelling(
    run: Run, article: str
) -> None:
    run("tag", "add", "One", article)
    run("tag", "add", "Two", article)
    message, _remedy = run("tag", "rename", "two", "ONE", code=3)
    assert message == "crosslight: There is a tag “One” already."
    assert run("tag", "rename", "two", "TWO") == ["Rename tag “Two”"]
    assert run("tag", "rename", "two", "TWO") == ["This stands already."]
    assert [each["tag"] for each in records(run, "tag", "list")] == ["One", "TWO"]


def test_a_tag_that_was_taken_away_stays_and_can_be_taken_again(run: Run, article: str) -> None:
    run("tag", "add", "One", article)
    assert run("tag", "remove", "ONE", article, article) == ["Take tag “One” from 1 article"]
    assert run("tag", "remove", "One", article) == ["This stands already."]
    assert records(run, "tag", "list") == [{"tag": "One", "articles": 0}]


def test_an_article_in_the_trash_is_not_counted(run: Run, article: str) -> None:
    run("tag", "add", "One", article)
    run("trash", article)
    assert records(run, "tag", "list") == [{"tag": "One", "articles": 0}]
    run("trash", "--back", article)
    assert records(run, "tag", "list") == [{"tag": "One", "articles": 1}]


def test_an_importance_that_there_is_not_is_a_wrong_use(run: Run, article: str) -> None:
    for importance in ("4", "1.5", "high", ""):
        lines = run("rate", importance, article, code=2)
        assert lines[0].startswith("Usage: crosslight rate")
        assert "IMPORTANCE" in lines[-1]
    assert records(run, "list")[0]["importance"] == 0


def test_an_importance_is_given_and_taken_back(run: Run, article: str) -> None:
    assert run("rate", 0, article) == ["This stands already."]
    assert run("rate", 3, article, article) == ["Rate 1 article 3"]
    assert run("rate", 0, article) == ["Rate 1 article 0"]
    run("undo")
    assert records(run, "list")[0]["importance"] == 3


def test_a_note_of_several_lines_is_one_line_in_the_list_and_whole_for_programs(
    run: Run, article: str
) -> None:
    text = "Who says so? 🌊\n\n\tNobody, “so far”."
    assert run("note", "add", article, text) == ["Add note on article"]
    (line,) = run("note", "list")
    (record,) = records(run, "note", "list")
    assert line == f"{record['id']}  on {article}: Who says so? 🌊 Nobody, “so far”."
    assert record["text"].split() == text.split()
    assert "\n\n" in record["text"]
    assert (record["span"], record["event"]) == (None, None)


def test_notes_on_words_come_in_the_order_of_the_text_and_those_on_all_last(
    run: Run, article: str
) -> None:
    run("note", "add", article, "whole")
    for start in (30, 4):
        run("note", "add", article, f"at {start}", "--at", start, start + 5)
    assert [note["text"] for note in records(run, "note", "list")] == ["at 4", "at 30", "whole"]


def test_a_place_that_ends_before_it_begins_is_a_wrong_use(run: Run, article: str) -> None:
    for at in ((5, 5), (9, 4), (-1, 4)):
        lines = run("note", "add", article, "x", "--at", *at, code=2)
        assert "START comes before END." in lines[-1]
    assert run("note", "list") == []


def test_a_place_behind_the_text_is_refused_with_its_length(run: Run, article: str) -> None:
    length = len(records(run, "show", article)[0]["text"])
    assert length >= len(TOLD.strip()) // 2
    run("note", "add", article, "the end", "--at", length - 1, length)
    message, remedy = run("note", "add", article, "x", "--at", length - 1, length + 1, code=3)
    assert message == "crosslight: The text has no such place."
    assert remedy == f"It has {length} letters."


def test_a_note_that_says_nothing_is_refused(run: Run, article: str) -> None:
    run("note", "add", article, "Something")
    (note,) = records(run, "note", "list")
    for text in ("", " \n ", "\u200b"):
        for words in (("add", article), ("edit", note["id"]), ("event", "none")):
            message, remedy = run("note", *words, text, code=3)
            assert message == "crosslight: A note needs a text."
            assert remedy
    assert records(run, "note", "list") == [note]


def test_a_note_has_an_end(run: Run, article: str) -> None:
    run("note", "add", article, "🌊" * NOTE_LIMIT)
    message, remedy = run("note", "add", article, "🌊" * (NOTE_LIMIT + 1), code=3)
    assert message == "crosslight: A note has at most 20,000 letters."
    assert remedy == "Shorten it, or write two."


def test_what_a_note_is_to_stand_on_must_be_there(run: Run) -> None:
    assert "no article nobody" in run("note", "add", "nobody", "x", code=3)[0]
    assert "nothing" in run("note", "event", "nothing", "x", code=3)[0]
    for words in (("edit", "no-note", "x"), ("delete", "no-note")):
        message, remedy = run("note", *words, code=3)
        assert message == "crosslight: The library has no note no-note."
        assert remedy == "List the notes to see their ids."


def test_a_deleted_note_comes_back_as_it_was(run: Run, article: str) -> None:
    run("note", "add", article, "First", "--at", 4, 9)
    (before,) = records(run, "note", "list")
    assert run("note", "edit", before["id"], "First") == ["This stands already."]
    assert run("note", "delete", before["id"]) == ["Delete note"]
    assert run("note", "list", "--article", article) == []
    run("undo")
    assert records(run, "note", "list", "--article", article) == [before]


def test_a_library_of_a_later_version_shows_its_marks_and_takes_none(
    run: Run, told: tuple[str, str], article: str
) -> None:
    run("tag", "add", "One", article)
    with closing(sqlite3.connect(told[0])) as other:
        other.execute("PRAGMA user_version = 99")
    for words in (
        ("tag", "add", "Two", article),
        ("tag", "delete", "One"),
        ("rate", 1, article),
        ("note", "add", article, "x"),
    ):
        message, *remedy = run(*words, code=3)
        assert message == (
            "crosslight: The library “T” is from a later version and can only be read."
        )
        assert remedy
    assert records(run, "tag", "list") == [{"tag": "One", "articles": 1}]
    assert run("note", "list") == []


def test_a_library_that_is_not_there_is_told_by_its_path(
    run: Run, tmp_path: Path, told: tuple[str, str]
) -> None:
    Path(told[0]).rename(tmp_path / "Moved.crosslight")
    for words in (("tag", "list"), ("note", "list"), ("tag", "add", "One", "x")):
        assert told[0] in run(*words, code=3)[0]
    assert not Path(told[0]).exists()
