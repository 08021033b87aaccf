"""`crosslight export`: every form by command, to the output or a file, of all articles or some."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from desktop.cli.main import run_cli
from desktop.services.export_formats import ExportFormat
from tests.desktop.cli.conftest import Run


@pytest.mark.parametrize("form", [form.value for form in ExportFormat if form.is_text])
def test_forms_that_are_text_go_to_the_output_or_to_a_file_alike(
    run: Run, tmp_path: Path, form: str
) -> None:
    written = run("export", "--format", form)
    assert any("Mayor slams harbor plan" in line for line in written)
    target = tmp_path / "all"
    assert run("export", "--format", form, "--to", target) == []
    assert target.read_text("utf-8").splitlines() == written


@pytest.mark.parametrize("form", ["xlsx", "bundle"])
def test_forms_that_are_no_text_need_a_file(run: Run, tmp_path: Path, form: str) -> None:
    assert "name a file with --to" in run("export", "--format", form, code=2)[-1]
    target = tmp_path / "all.zip"
    assert run("export", "--format", form, "--to", target) == []
    assert zipfile.ZipFile(target).testzip() is None


def test_articles_are_chosen_by_id_by_event_by_collection_or_by_search(
    run: Run, told: tuple[str, str]
) -> None:
    def ids(*words: str) -> list[str]:
        return [json.loads(line)["id"] for line in run("export", *words)]

    assert ids() == ids(told[1]) == ids("--search", "harbor wall") == [told[1]]
    assert ids("nobody") == ids("--search", "volcano") == []
    assert ids("--collection", "attention") == [told[1]]
    assert ids("--collection", "trash") == []
    (event,) = [json.loads(line) for line in run("events", "--format", "jsonl")] or [None]
    if event is not None:
        assert ids("--event", event["label"]) == [told[1]]


def test_one_way_of_choosing_is_enough(run: Run) -> None:
    told = run("export", "some-id", "--search", "harbor", code=2)
    assert told[-1].endswith("Choose articles by their ids, by event, or by collection.")
    assert "no event is called so" in run("export", "--event", "Nothing", code=3)[0]


def test_a_file_that_cannot_be_written_is_named(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "none" / "all.csv"
    message, remedy = run("export", "--format", "csv", "--to", target, code=3)
    assert str(target) in message
    assert "space" in remedy


def test_an_export_opens_the_library_for_reading_only(
    told: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    before = Path(told[0]).read_bytes()
    assert run_cli(["export", "--library", told[0]]) == 0
    assert capsys.readouterr().out
    assert Path(told[0]).read_bytes() == before
