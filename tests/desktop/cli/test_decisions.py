"""What was decided is listed, taken back and taken up from the command line as in the window."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.cli.main import run_cli
from desktop.services.articles import count_articles
from desktop.services.decisions import trash_articles
from desktop.services.importing import import_files
from desktop.services.libraries import create_library, open_library, sample_articles

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def place(tmp_path: Path) -> str:
    """Return the path of a library with one article, which lies in the trash."""
    path = tmp_path / "L.crosslight"
    library = create_library(path)
    (step,) = import_files(library, sample_articles()[:1])
    assert step.outcome is not None
    trash_articles(library, [step.outcome.articles[0].id])
    library.close()
    return str(path)


def counts(place: str) -> tuple[int, int]:
    library = open_library(place)
    found = count_articles(library)
    library.close()
    return found.all, found.trash


def listed(place: str, capsys: Captured) -> list[tuple[str, bool]]:
    capsys.readouterr()
    assert run_cli(["decisions", "--library", place, "--format", "jsonl"]) == 0
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    return [(record["label"], record["undone"]) for record in records]


def test_decisions_are_listed_in_their_order(place: str, capsys: Captured) -> None:
    found = listed(place, capsys)
    assert [label for label, _undone in found] == ["Add 1 article", "Move 1 article to trash"]
    assert not any(undone for _label, undone in found)
    assert run_cli(["decisions", "--library", place]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.endswith("Add 1 article")
    assert second.endswith("Move 1 article to trash")


def test_the_last_decision_is_taken_back_and_taken_up(place: str, capsys: Captured) -> None:
    assert counts(place) == (0, 1)
    assert run_cli(["undo", "--library", place]) == 0
    assert capsys.readouterr().out == "Undone: Move 1 article to trash\n"
    assert counts(place) == (1, 0)
    assert listed(place, capsys)[-1] == ("Move 1 article to trash", True)
    assert run_cli(["decisions", "--library", place]) == 0
    assert capsys.readouterr().out.endswith("(undone)\n")
    assert run_cli(["redo", "--library", place]) == 0
    assert capsys.readouterr().out == "Done again: Move 1 article to trash\n"
    assert counts(place) == (0, 1)


def test_where_nothing_is_left_to_take_back_the_answer_is_no(place: str, capsys: Captured) -> None:
    assert [run_cli(["undo", "--library", place]) for _nth in range(3)] == [0, 0, 1]
    assert capsys.readouterr().out.splitlines()[-1].startswith("There is nothing")
    assert counts(place) == (0, 1)  # an import that is undone lies in the trash
    assert [run_cli(["redo", "--library", place]) for _nth in range(3)] == [0, 0, 1]
    assert counts(place) == (0, 1)


@pytest.mark.parametrize("verb", ["decisions", "undo", "redo"])
def test_a_library_that_is_not_there_is_named(verb: str, tmp_path: Path, capsys: Captured) -> None:
    missing = str(tmp_path / "missing.crosslight")
    assert run_cli([verb, "--library", missing]) == 3
    assert missing in capsys.readouterr().err
