"""Work off the window's thread: short pieces one after the other, and jobs of many steps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from dataclasses import dataclass
from enum import Enum, auto
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from desktop.services.errors import CrosslightError
from desktop.services.progress import FileOutcome, Progress

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
    """A job of many steps; between two of them it can be canceled without losing anything."""

    progressed = Signal(Progress)
    finished = Signal()
    failed = Signal(CrosslightError)
    _moved = Signal()

    def __init__(self, title: str, icon_name: str, steps: Steps) -> None:
        super().__init__()
        self.title, self.icon_name = title, icon_name
        self.state = JobState.WAITING
        self.progress: Progress | None = None
        self.error: CrosslightError | None = None
        self.outcomes: list[FileOutcome] = []
        self.note, self.has_added = "", False
        self.decision: int | None = None
        self._steps, self._stop, self._told = steps, Event(), False
        self._moved.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    @property
    def is_over(self) -> bool:
        """Say whether the job does nothing more."""
        return self.state not in (JobState.WAITING, JobState.RUNNING)

    def cancel(self) -> None:
        """Stop after the step that runs; what is done stays done."""
        self._stop.set()

    def work(self) -> None:
        """Take the steps; called in the worker's thread."""
        if self._stop.is_set():
            return
        self.state = JobState.RUNNING
        for progress in self._steps():
            self._step(progress)
            if self._stop.is_set():
                return

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
        """Note that the job ended by a fault of our own, if it has not ended before."""
        if not self.is_over:
            self.state = JobState.FAILED
            self.note = self.tr("Stopped by a fault inside the program. What was done is kept.")
            self.finished.emit()

    def _step(self, progress: Progress) -> None:
        self.progress = progress
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
    """Runs jobs one after the other in a thread of their own, and keeps those that are over."""

    changed = Signal()
    _MOST_KEPT = 20

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = Worker("jobs", self)
        self._jobs: list[Job] = []

    @property
    def jobs(self) -> tuple[Job, ...]:
        """Return the jobs, the latest first."""
        return tuple(reversed(self._jobs))

    @property
    def running(self) -> int:
        """Return how many jobs run or wait."""
        return sum(not job.is_over for job in self._jobs)

    def start(self, job: Job) -> None:
        """Run a job after those that were started before."""
        self._jobs = [*self._jobs[-self._MOST_KEPT :], job]
        job.progressed.connect(self.changed)
        job.finished.connect(self.changed)
        self._worker.run(
            job.work, lambda _none: job.settle(), otherwise=job.settle, always=job.give_up
        )
        self.changed.emit()

    def forget(self, job: Job) -> None:
        """Take a job that is over from the list."""
        self._jobs = [kept for kept in self._jobs if kept is not job or not job.is_over]
        self.changed.emit()

    def cancel_all(self) -> None:
        """Cancel every job that runs or waits."""
        for job in self._jobs:
            if not job.is_over:
                job.cancel()

    def when_idle(self, then: Callable[[], None]) -> None:
        """Call `then` after the jobs that run or wait now."""
        self._worker.run(lambda: None, lambda _none: then())

    def close(self) -> None:
        """Cancel every job, let the step that runs come to its end, and stop the thread."""
        self.cancel_all()
        self._worker.close()
