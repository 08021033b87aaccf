"""`find`, `search`, `tag`, `rate` and `note`: what the window does, from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from desktop.cli.main import cli
from desktop.services.libraries import open_library
from tests.desktop.services.found import fill


@pytest.fixture
def where(tmp_path: Path) -> str:
    """Give the path of the small library."""
    path = tmp_path / "Made.crosslight"
    library = open_library(path, create=True)
    fill(library)
    library.close()
    return str(path)


def run(where: str, *arguments: str) -> list[str]:
    """Run a verb on the library and return its lines."""
    result = CliRunner().invoke(cli, [arguments[0], "--library", where, *arguments[1:]])
    assert result.exit_code == 0, result.output
    return result.stdout.splitlines()


def group(where: str, *arguments: str) -> list[str]:
    """Run a verb of a group on the library and return its lines."""
    result = CliRunner().invoke(cli, [*arguments, "--library", where])
    assert result.exit_code == 0, result.output
    return result.stdout.splitlines()


def test_find_lists_the_newest_first_with_the_words_around_a_hit(where: str) -> None:
    lines = run(where, "find", "roof", "-title:roofs")
    assert [line[:2] for line in lines if line[:1] == "a"] == ["a5", "a1", "a3"]
    assert any("The storm tore a roof." in line for line in lines)
    records = [json.loads(line) for line in run(where, "find", "roof", "--format", "jsonl")]
    assert [record["id"] for record in records] == ["a5", "a1", "a3", "a8"]
    assert records[0]["snippet"] == "The storm tore a roof. Nobody was hurt."
    assert records[0]["importance"] == 0


def test_find_takes_fields_orders_collections_and_a_limit(where: str) -> None:
    def found(*arguments: str) -> list[str]:
        lines = run(where, "find", *arguments, "--format", "jsonl")
        return [json.loads(line)["id"] for line in lines]

    assert found('"tore a roof"', "outlet:lantern") == ["a1"]
    assert found("date:2024-11-02..", "--order", "added") == ["a1", "a2", "a5"]
    assert found("roof", "--order", "added", "--reverse", "--limit", "2") == ["a8", "a5"]
    assert found("--in", "trash") == ["a6"]
    assert found("nothing-of-this") == []
    assert run(where, "find", "roof", "--count") == ["4 articles"]
    counted = run(where, "find", "tag:storm title:over", "--count", "--format", "jsonl")
    assert counted == ['{"articles": 1}']


def test_searches_are_kept_changed_and_deleted(where: str) -> None:
    assert group(where, "search", "save", "Roofs", "roof -calm") == ["Save search “Roofs”"]
    assert group(where, "search", "list") == ["   1  Roofs: roof -calm"]
    assert run(where, "find", "--saved", "1", "--count") == ["4 articles"]
    assert group(where, "search", "change", "1", "--name", "All roofs") == ["Rename search “Roofs”"]
    (record,) = group(where, "search", "list", "--format", "jsonl")
    assert json.loads(record) == {"id": 1, "name": "All roofs", "query": "roof -calm"}
    assert group(where, "search", "delete", "1") == ["Delete search “All roofs”"]
    assert group(where, "undo") == ["Undone: Delete search “All roofs”"]


def test_tags_and_importance_are_given_and_taken_back(where: str) -> None:
    assert group(where, "tag", "add", "Lesson", "a1", "a2") == ["Tag 2 articles “Lesson”"]
    assert group(where, "tag", "remove", "lesson", "a2") == ["Take tag “Lesson” from 1 article"]
    assert group(where, "tag", "rename", "lesson", "Course") == ["Rename tag “Lesson”"]
    assert "     1  Course" in group(where, "tag", "list")
    assert json.loads(group(where, "tag", "list", "--format", "jsonl")[0]) == {
        "tag": "Course",
        "articles": 1,
    }
    assert group(where, "tag", "delete", "course") == ["Delete tag “Course”"]
    assert group(where, "rate", "3", "a2", "a4") == ["Rate 1 article 3"]
    assert group(where, "rate", "3", "a2") == ["This stands already."]
    assert run(where, "find", "importance:3", "--count") == ["2 articles"]


def test_notes_are_written_listed_changed_and_deleted(where: str) -> None:
    assert group(where, "note", "add", "a1", "See", "--at", "4", "9") == ["Add note on words"]
    assert group(where, "note", "event", "e1", "Who?") == ["Add note on event"]
    (record,) = group(where, "note", "list", "--article", "a1", "--format", "jsonl")
    note = json.loads(record)
    assert (note["text"], note["span"], note["article"]) == ("See", [4, 9], "a1")
    assert group(where, "note", "edit", note["id"], "See also") == ["Edit note"]
    (line,) = group(where, "note", "list", "--article", "a1")
    assert line.endswith("on a1 4-9: See also")
    assert group(where, "note", "list", "--event", "e1")[0].endswith("on event e1: Who?")
    assert group(where, "note", "delete", note["id"]) == ["Delete note"]
    assert group(where, "note", "list", "--article", "a1") == []


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["note", "add", "a1", "x", "--at", "5", "5"], 2),
        (["search", "change", "1"], 2),
        (["rate", "4", "a1"], 2),
    ],
)
def test_what_makes_no_sense_is_refused(where: str, arguments: list[str], code: int) -> None:
    result = CliRunner().invoke(cli, [*arguments, "--library", where])
    assert result.exit_code == code
