"""Work off the window's thread: delivered in it, in order, and stopped between steps."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.services.errors import CrosslightError
from desktop.services.progress import Progress
from desktop.ui.jobs import Job, JobRunner, JobState, Worker

PATIENCE_MS = 10_000


@pytest.fixture
def worker(qapp: QApplication) -> Iterator[Worker]:
    assert qapp.thread().isCurrentThread()
    made = Worker("test")
    yield made
    made.close()


@pytest.fixture
def runner(qapp: QApplication) -> Iterator[JobRunner]:
    assert qapp.thread().isCurrentThread()
    made = JobRunner()
    yield made
    made.close()


def wait(qtbot: QtBot, worker: Worker) -> None:
    qtbot.waitUntil(lambda: worker.is_idle, timeout=PATIENCE_MS)


def count_to(total: int, gate: threading.Event | None = None) -> Iterator[Progress]:
    for done in range(1, total + 1):
        yield Progress(done, total, f"step {done}")
        if gate is not None:
            gate.wait(PATIENCE_MS / 1000)


def test_results_come_back_in_the_thread_that_asked(qtbot: QtBot, worker: Worker) -> None:
    here = threading.get_ident()
    seen: list[tuple[int, int]] = []
    worker.run(threading.get_ident, lambda there: seen.append((there, threading.get_ident())))
    wait(qtbot, worker)
    assert seen[0][0] != here
    assert seen[0][1] == here


def test_only_the_latest_of_a_topic_is_delivered(qtbot: QtBot, worker: Worker) -> None:
    gate, seen = threading.Event(), list[str]()
    worker.run(lambda: gate.wait(10), lambda _done: None)
    for name in ("first", "second", "third"):
        worker.run(lambda name=name: name, seen.append, topic="page")
    worker.run(lambda: "other", seen.append, topic="other")
    gate.set()
    wait(qtbot, worker)
    assert seen == ["third", "other"]


def test_a_forgotten_topic_is_not_delivered(qtbot: QtBot, worker: Worker) -> None:
    seen: list[str] = []
    worker.run(lambda: "page", seen.append, topic="page")
    worker.forget("page")
    wait(qtbot, worker)
    assert seen == []


def test_what_goes_wrong_for_the_user_is_told_and_work_goes_on(
    qtbot: QtBot, worker: Worker
) -> None:
    def fail() -> str:
        raise CrosslightError("The disk is full.", "Free some space.")

    told: list[CrosslightError] = []
    own: list[CrosslightError] = []
    seen: list[str] = []
    worker.failed.connect(told.append)
    worker.run(fail, seen.append)
    worker.run(fail, seen.append, otherwise=own.append)
    worker.run(lambda: "after", seen.append)
    wait(qtbot, worker)
    assert [error.message for error in (*told, *own)] == ["The disk is full."] * 2
    assert seen == ["after"]


def test_a_fault_of_our_own_reaches_the_exception_hook(qtbot: QtBot, worker: Worker) -> None:
    def fail() -> None:
        raise ZeroDivisionError

    ended: list[bool] = []
    with qtbot.captureExceptions() as caught:
        worker.run(fail, lambda _none: None, always=lambda: ended.append(True))
        wait(qtbot, worker)
    assert caught[0][0] is ZeroDivisionError
    assert ended == [True]


def test_a_closed_worker_delivers_nothing(qtbot: QtBot, worker: Worker) -> None:
    seen: list[str] = []
    worker.run(lambda: "late", seen.append)
    worker.close()
    worker.run(lambda: "later", seen.append)
    qtbot.wait(1)
    assert seen == []


def test_jobs_run_one_after_the_other_to_their_end(qtbot: QtBot, runner: JobRunner) -> None:
    first = Job("First", "refresh", lambda: count_to(300))
    second = Job("Second", "refresh", lambda: count_to(2))
    runner.start(first)
    runner.start(second)
    assert runner.running == 2
    assert [job.title for job in runner.jobs] == ["Second", "First"]
    qtbot.waitUntil(lambda: runner.running == 0, timeout=PATIENCE_MS)
    assert (first.state, second.state) == (JobState.DONE, JobState.DONE)
    assert first.progress is not None
    assert first.progress.done == 300


def test_a_job_stops_between_two_steps(qtbot: QtBot, runner: JobRunner) -> None:
    gate = threading.Event()
    job = Job("Long", "refresh", lambda: count_to(1000, gate))
    runner.start(job)
    waiting = Job("Waiting", "refresh", lambda: count_to(3))
    runner.start(waiting)
    qtbot.waitUntil(lambda: job.progress is not None, timeout=PATIENCE_MS)
    job.cancel()
    waiting.cancel()
    gate.set()
    qtbot.waitUntil(lambda: runner.running == 0, timeout=PATIENCE_MS)
    assert (job.state, waiting.state) == (JobState.CANCELED, JobState.CANCELED)
    assert job.progress is not None
    assert job.progress.done in (1, 2)  # the second may have begun before it was told
    assert waiting.progress is None


def test_a_job_that_fails_says_why(qtbot: QtBot, runner: JobRunner) -> None:
    def steps() -> Iterator[Progress]:
        yield Progress(1, 2, "one")
        raise CrosslightError("The library can only be read.")

    job = Job("Failing", "refresh", steps)
    with qtbot.waitSignal(job.failed, timeout=PATIENCE_MS):
        runner.start(job)
    assert job.state is JobState.FAILED
    runner.forget(job)
    assert runner.jobs == ()


def test_a_job_with_a_fault_ends_as_failed(qtbot: QtBot, runner: JobRunner) -> None:
    def steps() -> Iterator[Progress]:
        yield Progress(1, 2, "one")
        raise ZeroDivisionError

    job = Job("Faulty", "refresh", steps)
    with qtbot.captureExceptions() as caught:
        runner.start(job)
        qtbot.waitUntil(lambda: job.is_over, timeout=PATIENCE_MS)
    assert caught[0][0] is ZeroDivisionError
    assert job.state is JobState.FAILED
    assert job.note
