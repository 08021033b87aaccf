"""`crosslight swap`: a line for each sentence, the sum at the end, and plain words otherwise."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from desktop.cli.main import run_cli
from desktop.cli.swaps import _shown
from desktop.core.analysis.swaps import Change, SwapTest
from desktop.services.importing import import_files
from desktop.services.libraries import create_library, open_library, sample_articles
from desktop.services.swaps import run_swap_test
from tests.desktop.services.test_swaps import FRENCH, NAMELESS, TWO

Captured = pytest.CaptureFixture[str]


def library_of(folder: Path, path: Path) -> tuple[str, str]:
    """Return a new library with the article of a file, and the article's id."""
    place = folder / "L.crosslight"
    library = create_library(place)
    (step,) = (step for step in import_files(library, [path]) if step.outcome)
    library.close()
    assert step.outcome is not None
    return str(place), step.outcome.articles[0].id


def written(folder: Path, text: str) -> tuple[str, str]:
    path = folder / "one.txt"
    path.write_text(text, "utf-8")
    return library_of(folder, path)


def exchange_in(place: str, article_id: str) -> SwapTest:
    library = open_library(place, read_only=True)
    test = run_swap_test(library, article_id).test
    library.close()
    assert test is not None
    return test


def records(place: str, article_id: str, capsys: Captured) -> list[dict[str, Any]]:
    assert run_cli(["swap", article_id, "--library", place, "--format", "jsonl"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_sample_is_told_sentence_by_sentence_with_the_sum_at_the_end(
    tmp_path: Path, capsys: Captured
) -> None:
    place, article_id = library_of(tmp_path, sample_articles()[0])
    test = exchange_in(place, article_id)
    assert run_cli(["swap", article_id, "--library", place]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"“{test.first}” and “{test.second}” change places."
    numbers = [line.split()[0] for line in lines[4 : 4 + len(test.sentences)]]
    assert numbers == [str(one.number) for one in test.sentences]
    assert lines[-1] == (
        f"Moved: tone or loadedness in 0, TextBlob’s reference measure in "
        f"{len(test.reference_moved)} of {len(test.sentences)} sentences."
    )
    assert lines[-3].startswith(f"tone towards {test.first}, then {test.second}: ")
    assert "≠" not in "".join(line[:44] for line in lines[4:])


def test_what_the_reference_measure_changed_has_a_sign_of_its_own(
    tmp_path: Path, capsys: Captured
) -> None:
    place, article_id = written(tmp_path, TWO)
    test = exchange_in(place, article_id)
    assert test.reference_moved
    assert run_cli(["swap", article_id, "--library", place]) == 0
    lines = capsys.readouterr().out.splitlines()
    moved = [line for line in lines if "≠" in line[46:82]]
    assert len(moved) == len(test.reference_moved)


def test_json_lines_hold_the_same_and_the_exchanged_text(tmp_path: Path, capsys: Captured) -> None:
    place, article_id = written(tmp_path, TWO)
    test = exchange_in(place, article_id)
    *sentences, total = records(place, article_id, capsys)
    assert [one["number"] for one in sentences] == [one.number for one in test.sentences]
    for record, one in zip(sentences, test.sentences, strict=True):
        assert record["tone"] == [one.tone.before, one.tone.after]
        assert record["polarity"] == [one.polarity.before, one.polarity.after]
        assert record["exchanged"] == one.swapped.of(test.text)
        assert (record["own_moved"], record["reference_moved"]) == (
            one.own_moved,
            one.reference_moved,
        )
    assert (total["first"], total["second"], total["text"]) == (test.first, test.second, test.text)
    assert total["reference_moved"] == len(test.reference_moved)
    assert total["sentences"] == len(sentences)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (NAMELESS, "The article names fewer than two actors."),
        (FRENCH, "The text is in French and is not scored."),
    ],
)
def test_where_nothing_can_change_places_that_is_said(
    text: str, reason: str, tmp_path: Path, capsys: Captured
) -> None:
    place, article_id = written(tmp_path, text)
    assert run_cli(["swap", article_id, "--library", place]) == 0
    assert capsys.readouterr().out == f"Nothing can change places. {reason}\n"
    (record,) = records(place, article_id, capsys)
    assert record == {"first": None, "second": None, "reason": reason}


def test_an_unknown_article_and_a_missing_library_are_errors(
    tmp_path: Path, capsys: Captured
) -> None:
    place, _id = written(tmp_path, TWO)
    assert run_cli(["swap", "nothing", "--library", place]) == 3
    assert "nothing" in capsys.readouterr().err
    assert run_cli(["swap", "nothing", "--library", str(tmp_path / "no.crosslight")]) == 3
    assert run_cli(["swap"]) == 2


@pytest.mark.parametrize(
    ("change", "shown"),
    [
        (Change(0.5, 0.5), "0.50 = 0.50"),
        (Change(-0.001, -0.001), "0.00 = 0.00"),
        (Change(-0.25, 0.1), "-0.25 ≠ 0.10"),
        (Change(0.5, 0.5001), "0.5000 ≠ 0.5001"),
    ],
)
def test_a_change_is_shown_with_as_many_digits_as_it_takes(change: Change, shown: str) -> None:
    assert _shown(change) == shown
