"""One long piece of work as a job of many steps: it runs beside, tells how far it is, and stops."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from desktop.services.progress import Progress

T = TypeVar("T")
_BEAT_S = 0.1


class StoppedError(Exception):
    """Nobody waits for the work any more."""


@dataclass(slots=True)
class Teller:
    """What the work tells of itself: in the middle of it, `tell` and `is_wanted` may be called."""

    label: str = ""
    done: int = 0
    total: int = 0
    stopped: threading.Event = field(default_factory=threading.Event)

    def tell(self, done: int, total: int) -> None:
        """Say how far the work is.

        Raises:
            StoppedError: Nobody waits for it any more.
        """
        self.done, self.total = done, total
        if self.stopped.is_set():
            raise StoppedError

    def is_wanted(self) -> bool:
        """Say whether somebody still waits for the work."""
        return not self.stopped.is_set()


@dataclass(slots=True)
class _Outcome(Generic[T]):
    value: list[T] = field(default_factory=list[T])
    error: BaseException | None = None


def in_steps(label: str, work: Callable[[Teller], T]) -> Generator[Progress, None, T]:
    """Do work in a thread of its own, give a step each moment, and return its result at the end.

    Whoever stops taking steps stops the work, and waits until it has cleaned up.
    """
    teller, outcome, over = Teller(label), _Outcome[T](), threading.Event()

    def run() -> None:
        try:
            outcome.value.append(work(teller))
        except BaseException as error:  # noqa: BLE001
            outcome.error = error
        finally:
            over.set()

    thread = threading.Thread(target=run, name="stepwise", daemon=True)
    thread.start()
    try:
        while not over.wait(_BEAT_S):
            yield Progress(teller.done, teller.total, teller.label)
    finally:
        teller.stopped.set()
        thread.join()
    if outcome.error is not None:
        raise outcome.error
    return outcome.value[0]
