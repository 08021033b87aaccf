"""What was decided is listed, taken back and taken up from the command line as in the window."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.cli.main import run_cli
from desktop.services.articles import count_articles
from desktop.services.comparison_decisions import confirm_finding, dismiss_finding
from desktop.services.comparisons import view_event
from desktop.services.decisions import trash_articles
from desktop.services.events import group_library, list_events
from desktop.services.importing import import_files
from desktop.services.libraries import create_library, open_library, sample_articles

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def place(tmp_path: Path) -> str:
    """Return the path of a library with one article, which lies in the trash."""
    path = tmp_path / "L.crosslight"
    library = create_library(path)
    (step,) = (s for s in import_files(library, sample_articles()[:1]) if s.outcome)
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


@pytest.fixture
def judged(tmp_path: Path) -> str:
    """Return the path of a library of the samples with two judgments on its event."""
    path = tmp_path / "J.crosslight"
    library = create_library(path)
    for steps in (import_files(library, sample_articles()), group_library(library)):
        assert list(steps)
    event = list_events(library)[0].id
    first, second = view_event(library, event).comparison.findings[:2]
    confirm_finding(library, event, first)
    dismiss_finding(library, event, second, "Two different things")
    library.close()
    return str(path)


def test_judgments_are_listed_with_their_reason_and_state(judged: str, capsys: Captured) -> None:
    assert run_cli(["decisions", "--library", judged]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("  ")[1].split()[0] for line in lines] == ["Add", "Confirm", "Dismiss"]
    assert lines[-1].endswith("”: Two different things")
    assert run_cli(["undo", "--library", judged]) == 0
    capsys.readouterr()
    assert run_cli(["decisions", "--library", judged, "--format", "jsonl"]) == 0
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [record["state"] for record in records] == ["stands", "stands", "undone"]
    assert [record["reason"] for record in records] == [None, None, None]


def test_one_judgment_is_taken_back_alone(judged: str, capsys: Captured) -> None:
    assert run_cli(["undo", "--library", judged, "--decision", "2"]) == 0
    assert capsys.readouterr().out.startswith("Take back: Confirm “")
    assert run_cli(["decisions", "--library", judged, "--format", "jsonl"]) == 0
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [record["state"] for record in records] == ["stands", "taken back", "stands", "stands"]
    assert run_cli(["undo", "--library", judged, "--decision", "2"]) == 3
    assert "2 is no judgment" in capsys.readouterr().err


def test_the_precision_of_each_rule_is_stated(judged: str, capsys: Captured) -> None:
    assert run_cli(["decisions", "--library", judged, "--precision"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert all(line.startswith("finding, ") for line in lines)
    assert all("too few decisions to say (10 needed)" in line for line in lines)
    assert run_cli(["decisions", "--library", judged, "--precision", "--format", "jsonl"]) == 0
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert sum(record["accepted"] for record in records) == 1
    assert sum(record["rejected"] for record in records) == 1
    assert {record["value"] for record in records} == {None}


def test_where_nothing_was_judged_precision_says_so(place: str, capsys: Captured) -> None:
    assert run_cli(["decisions", "--library", place, "--precision"]) == 0
    assert capsys.readouterr().out == "Nothing was judged yet.\n"
    assert run_cli(["decisions", "--library", place, "--precision", "--format", "jsonl"]) == 0
    assert capsys.readouterr().out == ""
