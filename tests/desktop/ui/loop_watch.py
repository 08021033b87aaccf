"""How long the window's event loop stands still: a timer beats, and the longest pause counts.

What its threads wait for because other programs have the processors is left out, where the system
tells: a test machine is busier than a desk.
"""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from PySide6.QtCore import Qt, QTimer

_BEAT_MS = 5
_THREADS = Path("/proc/self/task")


class LoopWatch:
    """Measures from entering to leaving; `longest_ms` is the longest pause between two beats."""

    def __init__(self) -> None:
        self.longest_ms = 0.0
        self.beats = 0
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_BEAT_MS)
        self._timer.timeout.connect(self._note)
        self._last = (0.0, 0.0)

    def __enter__(self) -> Self:
        self._last = (time.perf_counter(), _waited_s())
        self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._timer.stop()
        self._note()

    def _note(self) -> None:
        self.beats += 1
        now = (time.perf_counter(), _waited_s())
        # Threads that have ended take their waiting with them.
        stood_s = (now[0] - self._last[0]) - max(0.0, now[1] - self._last[1])
        self.longest_ms = max(self.longest_ms, 1000 * stood_s)
        self._last = now


def _waited_s() -> float:
    """Return how long the threads of this process have waited for a processor, where known."""
    waited = 0.0
    with suppress(OSError):
        for thread in _THREADS.iterdir():
            # A thread may end meanwhile.
            with suppress(OSError, IndexError, ValueError):
                waited += int((thread / "schedstat").read_text().split()[1]) / 1e9
    return waited
