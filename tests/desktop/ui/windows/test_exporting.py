"""File › Export: what is offered, what is written, and what goes on after a restart."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.services.export_formats import ExportFormat
from desktop.services.exporting import ExportChoice
from desktop.services.jobs import JobKind, begin_job, unfinished_jobs
from desktop.services.libraries import open_library
from desktop.ui.jobs import JobState
from desktop.ui.windows.desk import Desk
from tests.desktop.ui.windows.opened import DeskMaker, answer, settle


def lines(path: Path) -> list[str]:
    return [json.loads(line)["title"] for line in path.read_text("utf-8").splitlines()]


@pytest.mark.slow
def test_all_articles_of_the_library_are_exported_and_told_of(
    qtbot: QtBot, samples_desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "all.jsonl"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer((str(target), "")))
    samples_desk.window.commands["export"].trigger()
    dialog = samples_desk.exporting.dialog
    assert dialog is not None
    assert dialog.radios[0].text() == "All 5 articles"
    dialog.radios[0].setChecked(True)
    dialog.save.click()
    settle(qtbot, samples_desk)
    assert len(lines(target)) == 5
    job = samples_desk.workspace.jobs.jobs[0]
    assert (job.state, job.title, job.note) == (JobState.DONE, "Exported 5 articles", str(target))
    assert samples_desk.window.toast.title.accessibleName() == "Exported 5 articles"
    assert samples_desk.workspace.library is not None
    assert unfinished_jobs(samples_desk.workspace.library) == ()


@pytest.mark.slow
def test_the_narrowest_choice_is_offered_and_the_form_decides_the_ending(
    qtbot: QtBot, samples_desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(_parent: object, _title: str, name: str, kind: str) -> tuple[str, str]:
        asked.append(kind)
        return str(tmp_path / name), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    ids = [row.summary.id for row in samples_desk.window.library.list.model.articles]
    samples_desk.window.library.list.choose(ids[:2])
    settle(qtbot, samples_desk)
    samples_desk.exporting.ask()
    dialog = samples_desk.exporting.dialog
    assert dialog is not None
    assert dialog.scope == "chosen"
    assert [radio.text() for radio in dialog.radios][-1] == "The 2 articles that are selected"
    dialog.forms.setCurrentIndex(list(ExportFormat).index(ExportFormat.CSV))
    assert "spreadsheets" in dialog.about.text()
    dialog.save.click()
    settle(qtbot, samples_desk)
    (written,) = tmp_path.glob("Copy *.csv")
    assert written.read_bytes().count(b"\r\n") >= 3
    assert asked == ["*.csv"]


@pytest.mark.slow
def test_an_export_that_cannot_be_written_says_why(
    qtbot: QtBot, samples_desk: Desk, tmp_path: Path
) -> None:
    target = tmp_path / "none" / "all.csv"
    samples_desk.exporting.start(target, ExportFormat.CSV, ExportChoice())
    settle(qtbot, samples_desk)
    job = samples_desk.workspace.jobs.jobs[0]
    assert job.state is JobState.FAILED
    assert job.error is not None
    assert str(target) in job.error.message


@pytest.mark.slow
def test_an_export_that_was_left_is_written_at_the_next_start(
    qtbot: QtBot, make_desk: DeskMaker, sample_library: Path, tmp_path: Path
) -> None:
    place, target = tmp_path / "Left.crosslight", tmp_path / "left.jsonl"
    place.write_bytes(sample_library.read_bytes())
    library = open_library(place)
    details = {"form": "jsonl", "choice": ExportChoice().to_plain()}
    begin_job(library, JobKind.EXPORT, "Exporting", [target], details)
    library.close()
    desk = make_desk(place)
    qtbot.waitUntil(target.exists, timeout=20_000)
    settle(qtbot, desk)
    assert len(lines(target)) == 5
    assert desk.workspace.library is not None
    assert unfinished_jobs(desk.workspace.library) == ()
