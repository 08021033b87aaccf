"""Work off the window's thread: delivered in it, in order, and stopped between steps."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.services.errors import CrosslightError
from desktop.services.progress import FileOutcome, FileStatus, Progress
from desktop.ui.jobs import Job, JobRunner, JobState, Worker
from tests.desktop.ui.emitted import emitted

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


def test_a_thousand_steps_tell_the_window_only_as_often_as_it_listens(
    qtbot: QtBot, runner: JobRunner
) -> None:
    told: list[int] = []

    def note(progress: Progress) -> None:
        told.append(progress.done)

    job = Job("Fast", "refresh", lambda: count_to(1000))
    job.progressed.connect(note)
    runner.start(job)
    qtbot.waitUntil(lambda: job.is_over, timeout=PATIENCE_MS)
    assert len(told) < 1000
    assert told == sorted(told)
    assert job.progress is not None
    assert job.progress.done == 1000


def test_steps_with_an_outcome_are_all_kept_in_order(qtbot: QtBot, runner: JobRunner) -> None:
    outcomes = [FileOutcome(f"/{n}.txt", FileStatus.IMPORTED, (), None) for n in range(50)]

    def steps() -> Iterator[Progress]:
        for nth, outcome in enumerate(outcomes, start=1):
            yield Progress(nth, 50, "step", outcome)

    job = Job("Adding", "file-import", steps)
    runner.start(job)
    qtbot.waitUntil(lambda: job.is_over, timeout=PATIENCE_MS)
    assert job.outcomes == outcomes


def test_after_a_job_that_failed_the_next_one_runs(qtbot: QtBot, runner: JobRunner) -> None:
    def fail() -> Iterator[Progress]:
        raise CrosslightError("The disk is full.", "Free some space.")
        yield Progress(1, 1, "never")

    failing, next_one = Job("Failing", "refresh", fail), Job("Next", "refresh", lambda: count_to(2))
    runner.start(failing)
    runner.start(next_one)
    qtbot.waitUntil(lambda: runner.running == 0, timeout=PATIENCE_MS)
    assert (failing.state, next_one.state) == (JobState.FAILED, JobState.DONE)
    assert failing.error is not None
    assert failing.error.remedy == "Free some space."


def test_a_job_without_steps_is_done(qtbot: QtBot, runner: JobRunner) -> None:
    job = Job("Nothing to do", "refresh", lambda: count_to(0))
    finished = emitted(job.finished)
    runner.start(job)
    qtbot.waitUntil(lambda: job.is_over, timeout=PATIENCE_MS)
    assert (job.state, job.progress, len(finished)) == (JobState.DONE, None, 1)


def test_a_job_that_runs_cannot_be_forgotten_and_old_ones_make_room(
    qtbot: QtBot, runner: JobRunner
) -> None:
    gate = threading.Event()
    long = Job("Long", "refresh", lambda: count_to(2, gate))
    runner.start(long)
    runner.forget(long)
    assert runner.jobs == (long,)
    gate.set()
    qtbot.waitUntil(lambda: long.is_over, timeout=PATIENCE_MS)
    for nth in range(40):
        runner.start(Job(str(nth), "refresh", lambda: count_to(0)))
    qtbot.waitUntil(lambda: runner.running == 0, timeout=PATIENCE_MS)
    assert len(runner.jobs) == 21
    assert runner.jobs[0].title == "39"
    assert long not in runner.jobs


def test_what_waits_for_the_jobs_comes_after_them(qtbot: QtBot, runner: JobRunner) -> None:
    order: list[str] = []
    job = Job("First", "refresh", lambda: count_to(3))
    job.finished.connect(lambda: order.append("job"))
    runner.start(job)
    runner.when_idle(lambda: order.append("then"))
    qtbot.waitUntil(lambda: len(order) == 2, timeout=PATIENCE_MS)
    assert order == ["job", "then"]


def test_everything_canceled_stops_what_runs_and_what_waits(
    qtbot: QtBot, runner: JobRunner
) -> None:
    gate = threading.Event()
    jobs = [Job(str(nth), "refresh", lambda: count_to(100, gate)) for nth in range(3)]
    for job in jobs:
        runner.start(job)
    qtbot.waitUntil(lambda: jobs[0].progress is not None, timeout=PATIENCE_MS)
    runner.leave_all()
    gate.set()
    qtbot.waitUntil(lambda: runner.running == 0, timeout=PATIENCE_MS)
    assert {job.state for job in jobs} == {JobState.CANCELED}


def test_results_come_in_the_order_in_which_work_was_asked_for(
    qtbot: QtBot, worker: Worker
) -> None:
    seen: list[int] = []
    for nth in range(50):
        worker.run(lambda nth=nth: nth, seen.append)
    wait(qtbot, worker)
    assert seen == list(range(50))


def test_a_worker_tells_when_it_has_nothing_more_to_do(qtbot: QtBot, worker: Worker) -> None:
    assert worker.is_idle
    idle = emitted(worker.idle)
    for _nth in range(3):
        worker.run(lambda: None, lambda _none: None)
    assert not worker.is_idle
    wait(qtbot, worker)
    assert len(idle) == 1


def counting(total: int, seen: list[int]) -> Iterator[Progress]:
    """Count on from where the last run stopped, as an import does."""
    while len(seen) < total:
        seen.append(len(seen) + 1)
        yield Progress(seen[-1], total, f"step {seen[-1]}")


def test_a_paused_job_that_starts_again_leaves_its_thread_to_others(
    qtbot: QtBot, runner: JobRunner
) -> None:
    seen: list[int] = []
    told: list[bool] = []
    job = Job("Long", "refresh", lambda: counting(50_000, seen), starts_again=True)
    job.paused.connect(told.append)
    runner.start(job)
    qtbot.waitUntil(lambda: job.progress is not None, timeout=PATIENCE_MS)
    job.pause()
    other = Job("Other", "refresh", lambda: count_to(3))
    runner.start(other)
    qtbot.waitUntil(lambda: other.is_over, timeout=PATIENCE_MS)
    assert (job.is_paused, job.is_over, runner.running) == (True, False, 0)
    assert 0 < len(seen) < 50_000
    assert job.left_s is None
    job.go_on()
    assert runner.running == 1
    qtbot.waitUntil(lambda: job.is_over, timeout=PATIENCE_MS)
    assert (job.state, len(seen)) == (JobState.DONE, 50_000)
    assert (told[0], told[-1]) == (True, False)


def test_a_job_told_to_go_on_before_it_came_to_rest_goes_on(
    qtbot: QtBot, runner: JobRunner
) -> None:
    seen: list[int] = []
    job = Job("Long", "refresh", lambda: counting(20_000, seen), starts_again=True)
    runner.start(job)
    for _time in range(20):
        job.pause()
        job.go_on()
    qtbot.waitUntil(lambda: job.is_over, timeout=PATIENCE_MS)
    assert (job.state, len(seen)) == (JobState.DONE, 20_000)


def test_a_job_that_cannot_start_again_waits_in_its_thread(qtbot: QtBot, runner: JobRunner) -> None:
    gate = threading.Event()
    job = Job("Export", "download", lambda: count_to(1000, gate))
    runner.start(job, beside=True)
    qtbot.waitUntil(lambda: job.progress is not None, timeout=PATIENCE_MS)
    job.pause()
    gate.set()
    assert job.is_paused
    assert not job.is_over
    job.go_on()
    qtbot.waitUntil(lambda: job.is_over, timeout=PATIENCE_MS)
    assert job.progress is not None
    assert job.progress.done == 1000


@pytest.mark.parametrize("starts_again", [True, False])
def test_a_paused_job_can_be_canceled(qtbot: QtBot, runner: JobRunner, starts_again: bool) -> None:
    gate = threading.Event()
    job = Job("Long", "refresh", lambda: count_to(1000, gate), starts_again=starts_again)
    finished = emitted(job.finished)
    runner.start(job)
    qtbot.waitUntil(lambda: job.progress is not None, timeout=PATIENCE_MS)
    job.pause()
    gate.set()
    job.cancel()
    qtbot.waitUntil(lambda: job.is_over, timeout=PATIENCE_MS)
    assert (job.state, job.is_canceled, job.is_paused) == (JobState.CANCELED, True, False)
    assert len(finished) == 1


def test_a_job_that_is_offered_runs_when_it_is_told_to(qtbot: QtBot, runner: JobRunner) -> None:
    kept, given_up = (Job(n, "refresh", lambda: count_to(3)) for n in ("Kept", "Given up"))
    for job in (kept, given_up):
        runner.offer(job)
        assert (job.is_paused, job.progress) == (True, None)
    assert runner.running == 0
    given_up.cancel()
    assert (given_up.state, given_up.progress) == (JobState.CANCELED, None)
    kept.go_on()
    qtbot.waitUntil(lambda: kept.is_over, timeout=PATIENCE_MS)
    assert kept.state is JobState.DONE


def test_a_job_beside_does_not_wait_for_the_others(qtbot: QtBot, runner: JobRunner) -> None:
    gate = threading.Event()
    long = Job("Import", "file-import", lambda: count_to(3, gate))
    export = Job("Export", "download", lambda: count_to(3))
    runner.start(long)
    runner.start(export, beside=True)
    qtbot.waitUntil(lambda: export.is_over, timeout=PATIENCE_MS)
    assert not long.is_over
    gate.set()
    qtbot.waitUntil(lambda: long.is_over, timeout=PATIENCE_MS)


def test_what_is_told_already_is_taken_to_its_end_before_a_job_stops(
    qtbot: QtBot, runner: JobRunner
) -> None:
    gate = threading.Event()

    def steps() -> Iterator[Progress]:
        for nth in range(1, 10):
            outcome = FileOutcome(f"/{nth}.txt", FileStatus.IMPORTED, (), None)
            yield Progress(nth, 9, "step", outcome, more=nth % 3 != 0)
            gate.wait(PATIENCE_MS / 1000)

    job = Job("Adding", "file-import", steps)
    runner.start(job)
    qtbot.waitUntil(lambda: job.progress is not None, timeout=PATIENCE_MS)
    job.cancel()
    gate.set()
    qtbot.waitUntil(lambda: job.is_over, timeout=PATIENCE_MS)
    assert len(job.outcomes) == 3


def test_nobody_waits_in_the_middle_of_a_step(qtbot: QtBot, runner: JobRunner) -> None:
    gate, closed = threading.Event(), threading.Event()

    def steps() -> Iterator[Progress]:
        try:
            yield Progress(0, 2, "first", busy=True)
            gate.wait(PATIENCE_MS / 1000)
            yield Progress(1, 2, "second", busy=True)
            yield Progress(2, 2, "whole")
        finally:
            closed.set()

    job = Job("Adding", "file-import", steps, starts_again=True)
    runner.start(job)
    qtbot.waitUntil(lambda: job.progress is not None, timeout=PATIENCE_MS)
    job.pause()
    gate.set()
    qtbot.waitUntil(closed.is_set, timeout=PATIENCE_MS)
    assert job.progress is not None
    assert job.progress.done == 2
    job.leave()
    assert (job.is_over, job.is_canceled) == (True, False)
