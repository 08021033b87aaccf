"""The open library and the threads that work on it; the parts of a window share it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.services.errors import CrosslightError
from desktop.services.libraries import Library, remember_library
from desktop.ui.jobs import JobRunner, Worker

T = TypeVar("T")


class Workspace(QObject):
    """Opens libraries and runs what services do with them, never in the window's thread.

    `opened` tells that another library is open, `changed` that something in it is other than
    before, `settled` that it is and stays so for now, `troubled` what went wrong for the user.
    """

    opened = Signal()
    changed = Signal()
    settled = Signal()
    troubled = Signal(CrosslightError)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = Worker("short", self)
        self._worker.failed.connect(self.troubled)
        # What takes many seconds: nothing short should wait for it.
        self._long = Worker("long", self)
        self._beside = Worker("beside", self)
        self.jobs = JobRunner(self)
        self._library: Library | None = None
        self._arrived: list[Library] = []

    @property
    def library(self) -> Library | None:
        """Return the library that is open, or None before the first one is."""
        return self._library

    @property
    def can_write(self) -> bool:
        """Say whether a library is open that takes changes."""
        return self._library is not None and not self._library.read_only

    @property
    def is_busy(self) -> bool:
        """Say whether something is being read, decided or worked at."""
        return not all(each.is_idle for each in self._workers) or self.jobs.running > 0

    @property
    def _workers(self) -> tuple[Worker, ...]:
        return self._worker, self._long, self._beside

    def open(self, find: Callable[[], Library]) -> None:
        """Open a library in place of the one that is open; jobs on that one are canceled."""

        def work() -> Library:
            library = find()
            self._arrived.append(library)
            remember_library(library)
            return library

        self._worker.run(work, self._take, topic="open")

    def read(
        self, work: Callable[[Library], T], then: Callable[[T], None], *, topic: str = ""
    ) -> None:
        """Read from the library; `then` gets the result unless another library is open by then."""
        library = self._library
        if library is not None:
            self._worker.run(
                lambda: work(library),
                lambda result: then(result) if library is self._library else None,
                topic=topic,
            )

    def read_beside(
        self,
        work: Callable[[Library], T],
        then: Callable[[T], None],
        otherwise: Callable[[CrosslightError], None],
        *,
        topic: str,
    ) -> None:
        """Read from the library what may take many seconds, beside what is read at once."""
        library = self._library
        if library is not None:
            self._beside.run(
                lambda: work(library),
                lambda result: then(result) if library is self._library else None,
                otherwise=lambda error: otherwise(error) if library is self._library else None,
                topic=topic,
            )

    def work_out(
        self,
        work: Callable[[], T],
        then: Callable[[T], None],
        otherwise: Callable[[CrosslightError], None],
        *,
        topic: str,
    ) -> None:
        """Work out what may take many seconds from what was read before, beside all reading."""
        library = self._library
        self._long.run(
            work,
            lambda result: then(result) if library is self._library else None,
            otherwise=otherwise,
            topic=topic,
        )

    def decide(self, work: Callable[[Library], T], then: Callable[[T], None] | None = None) -> None:
        """Change the library and tell that it changed."""

        def settle(result: T) -> None:
            if then is not None:
                then(result)
            self.changed.emit()

        self.read(work, settle)

    def forget(self, topic: str) -> None:
        """Drop what is being read under a topic."""
        for worker in self._workers:
            worker.forget(topic)

    def close(self) -> None:
        """Cancel jobs, let the steps that run come to their end, and close the library."""
        self.jobs.close()
        for worker in self._workers:
            worker.close()
        self._close_dropped(None)
        if self._library is not None:
            self._library.close()
            self._library = None

    def _close_dropped(self, taken: Library | None) -> None:
        # Of two that are opened at once the first is never taken, of those on their way none.
        arrived, self._arrived = self._arrived, []
        for library in arrived:
            if library is not taken:
                library.close()

    def _take(self, library: Library) -> None:
        self._close_dropped(library)
        before, self._library = self._library, library
        self.jobs.leave_all()
        if before is not None and before is not library:
            # What runs in other threads still uses it: it is closed after them.
            close = partial(self._beside.run, before.close, lambda _: None)
            self.jobs.when_idle(close)
        self.opened.emit()
