"""Work off the window's thread: short pieces one after the other, and jobs of many steps."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from desktop.services.errors import CrosslightError
from desktop.services.progress import FileOutcome, Progress
from desktop.ui.pace import Pace

T = TypeVar("T")
Steps = Callable[[], Iterator[Progress]]


@dataclass(slots=True, eq=False)
class _Task:
    """A piece of work on its way through the thread and back."""

    then: Callable[[Any], None]
    otherwise: Callable[[CrosslightError], None]
    topic: str
    always: Callable[[], None]
    future: Future[Any] | None = None


class Worker(QObject):
    """One thread for short pieces of work; results come back in the thread that owns this.

    A piece with a `topic` makes earlier ones of that topic out of date: their results are dropped.
    """

    failed = Signal(CrosslightError)
    idle = Signal()
    _settled = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(1, thread_name_prefix=name)
        self._latest: dict[str, _Task] = {}
        self._waiting = 0
        self._closed = False
        self._settled.connect(self._settle, Qt.ConnectionType.QueuedConnection)

    @property
    def is_idle(self) -> bool:
        """Say whether every piece of work has been done and delivered."""
        return self._waiting == 0

    def run(
        self,
        work: Callable[[], T],
        then: Callable[[T], None],
        *,
        topic: str = "",
        otherwise: Callable[[CrosslightError], None] | None = None,
        always: Callable[[], None] = lambda: None,
    ) -> None:
        """Do `work` in the thread, then call `then` with its result in the owner's thread.

        `otherwise` takes what went wrong for the user; without it `failed` is emitted. `always` is
        called last, also where a fault of our own goes on to the exception hook.
        """
        if self._closed:
            return
        task = _Task(then, otherwise or self.failed.emit, topic, always)
        if topic:
            self._latest[topic] = task
        self._waiting += 1
        task.future = self._pool.submit(self._work, task, work)
        task.future.add_done_callback(lambda _future: self._announce(task))

    def forget(self, topic: str) -> None:
        """Drop the result of what runs or waits under a topic."""
        self._latest.pop(topic, None)

    def close(self) -> None:
        """Let what runs come to its end, drop the rest, deliver nothing more."""
        self._closed = True
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _work(self, task: _Task, work: Callable[[], object]) -> object:
        return work() if self._holds(task) else None

    def _holds(self, task: _Task) -> bool:
        return not task.topic or self._latest.get(task.topic) is task

    def _announce(self, task: _Task) -> None:
        if not self._closed:
            self._settled.emit(task)

    def _settle(self, task: _Task) -> None:
        self._waiting -= 1
        if task.future is None or self._closed:
            return
        try:
            if self._holds(task):
                self._deliver(task, task.future)
        finally:
            task.always()
            if self.is_idle:
                self.idle.emit()

    def _deliver(self, task: _Task, future: Future[Any]) -> None:
        try:
            result = future.result()
        except CancelledError:
            return
        except CrosslightError as error:
            task.otherwise(error)
            return
        task.then(result)


class JobState(Enum):
    """How far a job has come."""

    WAITING = auto()
    RUNNING = auto()
    DONE = auto()
    CANCELED = auto()
    FAILED = auto()


class Job(QObject):
    """A job of many steps; between two of them it can wait or end without losing anything.

    One that `starts_again` where it stopped leaves its thread to others while it waits.
    """

    progressed = Signal(Progress)
    paused = Signal(bool)
    finished = Signal()
    failed = Signal(CrosslightError)
    _moved = Signal()

    def __init__(
        self, title: str, icon_name: str, steps: Steps, *, starts_again: bool = False
    ) -> None:
        super().__init__()
        self.title, self.icon_name = title, icon_name
        self.state = JobState.WAITING
        self.progress: Progress | None = None
        self.error: CrosslightError | None = None
        self.outcomes: list[FileOutcome] = []
        self.note, self.has_added = "", False
        self.decision: int | None = None
        self._steps, self._stop, self._told = steps, Event(), False
        self._going, self._is_left, self._pace = Event(), False, Pace()
        self._starts_again, self._is_parked, self._has_fault = starts_again, False, False
        self._going.set()
        self._moved.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    @property
    def is_over(self) -> bool:
        """Say whether the job does nothing more."""
        return self.state not in (JobState.WAITING, JobState.RUNNING)

    @property
    def is_paused(self) -> bool:
        """Say whether the job waits until it is told to go on."""
        return not self.is_over and not self._going.is_set()

    @property
    def is_canceled(self) -> bool:
        """Say whether the user gave the job up; one that a closing window left goes on later."""
        return self._stop.is_set() and not self._is_left

    @property
    def left_s(self) -> float | None:
        """Return the seconds that are left, by the rate of the last moments; None if unknown."""
        if self.progress is None or self.is_paused:
            return None
        return self._pace.left_s(time.monotonic(), self.progress.total)

    def pause(self) -> None:
        """Wait after the step that runs, until `go_on`."""
        if not self.is_over and not self.is_paused:
            self._going.clear()
            self.paused.emit(True)

    def go_on(self) -> None:
        """Take the steps again."""
        if self.is_paused:
            self._pace.forget()
            self._going.set()
            self.paused.emit(False)

    def park(self) -> None:
        """Wait outside the thread until `go_on`; for a job that has not been started, too."""
        self._is_parked = True
        self._going.clear()
        self.paused.emit(True)

    def unpark(self) -> bool:
        """Say whether the job waited outside its thread, and has to be run again."""
        was_parked, self._is_parked = self._is_parked, False
        return was_parked

    def cancel(self) -> None:
        """Stop after the step that runs; what is done stays done."""
        self._stop.set()
        self._going.set()
        if self.unpark():
            self.settle()

    def leave(self) -> None:
        """Stop as `cancel` does; what can go on at the next start of the program does."""
        self._is_left = not self._stop.is_set()
        self.cancel()

    def work(self) -> bool:
        """Take the steps, called in the worker's thread; False where the job only waits."""
        if self._stop.is_set():
            return True
        self.state = JobState.RUNNING
        steps = self._steps()
        try:
            return self._take(steps)
        except CrosslightError:
            raise
        except BaseException:
            self._has_fault = True
            raise
        finally:
            if isinstance(steps, Generator):
                steps.close()

    def end(self, is_over: bool) -> None:
        """Note what `work` came to; called in the owner's thread."""
        if is_over or self._stop.is_set():
            self.settle()
        elif self._going.is_set():  # told to go on before it had come to rest
            self._is_parked = True
            self.paused.emit(False)
        else:
            self.park()

    def settle(self, error: CrosslightError | None = None) -> None:
        """Note the end of the job; called in the owner's thread."""
        self.error = error
        if error is not None:
            self.state = JobState.FAILED
            self.failed.emit(error)
        else:
            self.state = JobState.CANCELED if self._stop.is_set() else JobState.DONE
        self.finished.emit()

    def give_up(self) -> None:
        """Note that the job ended by a fault of our own, if it did."""
        if self._has_fault and not self.is_over:
            self.state = JobState.FAILED
            self.note = self.tr("Stopped by a fault inside the program. What was done is kept.")
            self.finished.emit()

    def _take(self, steps: Iterator[Progress]) -> bool:
        for progress in steps:
            self._step(progress)
            if progress.more:
                continue
            if not progress.busy and not self._going.is_set():
                if self._starts_again:
                    return self._stop.is_set()
                self._going.wait()
            if self._stop.is_set():
                break
        return True

    def _step(self, progress: Progress) -> None:
        self.progress = progress
        self._pace.note(time.monotonic(), progress.done)
        if progress.outcome is not None:
            self.outcomes.append(progress.outcome)
        if not self._told:
            # A thousand steps a second must not fill the window's queue: one at a time waits there.
            self._told = True
            self._moved.emit()

    def _tell(self) -> None:
        self._told = False
        if self.progress is not None and not self.is_over:
            self.progressed.emit(self.progress)


class JobRunner(QObject):
    """Runs jobs one after the other in a thread of their own, and keeps those that are over.

    Jobs that change nothing run in a second thread, beside the others.
    """

    changed = Signal()
    _MOST_KEPT = 21

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = Worker("jobs", self)
        self._beside = Worker("jobs beside", self)
        self._jobs: list[Job] = []

    @property
    def jobs(self) -> tuple[Job, ...]:
        """Return the jobs, the latest first."""
        return tuple(reversed(self._jobs))

    @property
    def running(self) -> int:
        """Return how many jobs run or wait for their turn; one that is paused does neither."""
        return sum(not job.is_over and not job.is_paused for job in self._jobs)

    def start(self, job: Job, *, beside: bool = False) -> None:
        """Run a job after those that were started before, or beside them where it only reads."""
        self._add(job)
        self._run(job, self._beside if beside else self._worker)
        self.changed.emit()

    def offer(self, job: Job) -> None:
        """List a job that waits until it is told to go on."""
        self._add(job)
        job.park()

    def _add(self, job: Job) -> None:
        self._jobs.append(job)
        self._make_room()
        for signal in (job.progressed, job.paused, job.finished):
            signal.connect(self.changed)
        job.paused.connect(partial(self._run_again, job))
        job.finished.connect(self._make_room)

    def _run(self, job: Job, worker: Worker) -> None:
        worker.run(job.work, job.end, otherwise=job.settle, always=job.give_up)

    def _run_again(self, job: Job, waits: bool) -> None:
        if not waits and job.unpark():
            self._run(job, self._worker)

    def _make_room(self) -> None:
        over = [job for job in self._jobs if job.is_over]
        for job in over[: max(0, len(self._jobs) - self._MOST_KEPT)]:
            self._jobs.remove(job)

    def forget(self, job: Job) -> None:
        """Take a job that is over from the list."""
        self._jobs = [kept for kept in self._jobs if kept is not job or not job.is_over]
        self.changed.emit()

    def leave_all(self) -> None:
        """Stop every job that runs or waits; those that can go on at a later start."""
        for job in self._jobs:
            if not job.is_over:
                job.leave()

    def when_idle(self, then: Callable[[], None]) -> None:
        """Call `then` after the jobs that run or wait now."""
        self._worker.run(
            lambda: None, lambda _none: self._beside.run(lambda: None, lambda _none: then())
        )

    def close(self) -> None:
        """Leave every job, let the step that runs come to its end, and stop the threads."""
        self.leave_all()
        self._worker.close()
        self._beside.close()
