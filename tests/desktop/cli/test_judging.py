"""A comparison judged by command: rows, relations and differences, by the numbers shown."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop.cli.main import run_cli
from desktop.services.events import group_library, list_events
from desktop.services.importing import import_files
from desktop.services.libraries import create_library, sample_articles

Run = Callable[..., list[str]]


@pytest.fixture
def judge(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Return what runs a command on the event of the samples and gives the lines it writes."""
    path = tmp_path / "J.crosslight"
    library = create_library(path)
    for steps in (import_files(library, sample_articles()), group_library(library)):
        assert list(steps)
    event = list_events(library)[0].id
    library.close()

    def run(verb: str, *words: object, code: int = 0) -> list[str]:
        named = ["judge", verb, event] if verb not in ("undo", "decisions") else [verb]
        assert run_cli([*named, *map(str, words), "--library", str(path)]) == code
        told = capsys.readouterr()
        return (told.err if code else told.out).splitlines()

    return run


def shown(run: Run) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    records = [json.loads(line) for line in run("show", "--format", "jsonl")]
    findings = [record for record in records if "finding" in record]
    return findings, [record for record in records if "row" in record]


def test_rows_are_numbered_and_merged(judge: Run) -> None:
    findings, rows = shown(judge)
    lines = judge("show")
    assert lines[0].startswith(f"difference 1  {findings[0]['title']}: ")
    assert f"row 1  {rows[0]['text']}" in lines
    (told,) = judge("merge", 1, 2, 3)
    assert told.startswith("Merge 2 rows into “")
    after = shown(judge)[1]
    assert len(after) == len(rows) - 2
    assert after[0]["text"] == rows[0]["text"]
    assert judge("undo") == [f"Undone: {told}"]
    assert shown(judge)[1] == rows


def test_a_cell_is_set_apart_and_a_relation_stated(judge: Run) -> None:
    rows = shown(judge)[1]
    article, found = list(rows[0]["cells"].items())[1]
    other = "other scope" if found != "other scope" else "same"
    (told,) = judge("relate", 1, article, other)
    assert told.endswith(f"as {other}")
    assert shown(judge)[1][0]["cells"][article] == other
    (told,) = judge("relate", 1, article, found)
    assert told.startswith("Confirm “")
    assert judge("relate", 1, article, found) == ["This stands already."]
    (told,) = judge("split", 1, article)
    assert told.endswith("apart")
    assert article not in shown(judge)[1][0]["cells"]


def test_differences_are_right_or_dismissed(judge: Run) -> None:
    findings = shown(judge)[0]
    judge("right", 1)
    judge("dismiss", 2, "--reason", "Two places")
    judge("dismiss", 2, "--true")
    assert [each["text"] for each in shown(judge)[0]] == [
        findings[0]["text"],
        *(each["text"] for each in findings[3:]),
    ]
    records = [json.loads(line) for line in judge("decisions", "--precision", "--format", "jsonl")]
    assert sum(record["accepted"] for record in records) == 2
    assert sum(record["rejected"] for record in records) == 1


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("merge", 1, 999), 2, "choose a number from 1 to"),
        (("right", 0), 2, "choose a number from 1 to"),
        (("merge", 1), 3, "One row cannot be merged"),
        (("split", 1, "nobody"), 3, "Nothing of this row was found there"),
        (("relate", 1, "nobody", "not found"), 2, "not found"),
    ],
)
def test_what_cannot_be_judged_is_refused(
    judge: Run, words: tuple[object, ...], code: int, message: str
) -> None:
    assert message in " ".join(judge(*words, code=code))
