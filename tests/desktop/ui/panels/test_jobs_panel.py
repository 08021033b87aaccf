"""The jobs panel: time left, Pause and Go on, and what a paused job says."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.services.progress import Progress
from desktop.ui.jobs import Job, JobState
from desktop.ui.panels.jobs_panel import JobsPanel
from tests.desktop.ui.emitted import emitted


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(600, 600)
    qtbot.addWidget(made)
    made.show()
    return made


def no_steps() -> Iterator[Progress]:
    return iter(())


def running(done: int, total: int) -> Job:
    """Return a job that has come so far."""
    job = Job("Adding articles", "file-import", no_steps, starts_again=True)
    job.state, job.progress = JobState.RUNNING, Progress(done, total, "nine.txt")
    return job


def test_a_job_that_runs_tells_its_counts_and_the_time_left(
    host: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Job, "left_s", property(lambda _job: 100.0))
    panel, job = JobsPanel(host), running(1_200, 10_000)
    panel.show_jobs([job], can_undo=False)
    assert panel.row(job).status.accessibleName() == (
        "1,200 of 10,000 · about 2 min left · nine.txt"
    )


def test_while_too_little_is_known_no_time_is_told(host: QWidget) -> None:
    panel, job = JobsPanel(host), running(1, 10)
    panel.show_jobs([job], can_undo=False)
    assert panel.row(job).status.accessibleName() == "1 of 10 · nine.txt"
    job.progress = Progress(0, 0, "Looking for files")
    panel.show_jobs([job], can_undo=False)
    assert panel.row(job).status.accessibleName() == "Looking for files"


def test_a_job_is_paused_and_goes_on_by_its_button(host: QWidget) -> None:
    panel, job = JobsPanel(host), running(3, 10)
    panel.show()
    panel.show_jobs([job], can_undo=False)
    asked = emitted(panel.pause_requested)
    row = panel.row(job)
    assert (row.pause.text(), row.cancel.text()) == ("Pause", "Cancel")
    row.pause.click()
    assert asked == [job]
    job.pause()
    panel.show_jobs([job], can_undo=False)
    assert row.pause.text() == "Go on"
    assert row.status.accessibleName() == "Paused at 3 of 10"
    job.state = JobState.DONE
    panel.show_jobs([job], can_undo=False)
    assert (row.pause.isVisible(), row.cancel.isVisible()) == (False, False)


def test_a_job_that_an_earlier_start_left_says_so(host: QWidget) -> None:
    panel = JobsPanel(host)
    job = Job("Adding articles", "file-import", no_steps, starts_again=True)
    job.park()
    panel.show_jobs([job], can_undo=False)
    assert panel.row(job).status.accessibleName() == "Paused. Goes on where it stopped."


def test_the_head_counts_what_runs_and_else_what_is_paused(host: QWidget) -> None:
    panel = JobsPanel(host)
    jobs = [running(1, 2), running(1, 2)]
    jobs[0].pause()

    def told() -> str:
        panel.show_jobs(jobs, can_undo=False)
        chip = panel._head._chip
        return chip.accessibleName() if chip is not None else ""

    assert "1 running" in told()
    jobs[1].pause()
    assert "2 paused" in told()
    for job in jobs:
        job.state = JobState.DONE
    assert told() == ""
