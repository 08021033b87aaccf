"""A reader process as its parent sees it: lines in, lines out, and an end in any case."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from enum import Enum, auto
from pathlib import Path
from typing import IO

from desktop.ingest.answers import MOST_ANSWER, prepare

WORKER_FLAG = "--reader-process"
# Libraries that compute in threads would start some as they load; readers may start none.
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
_START_S, _LAST_S = 20.0, 2.0


class End(Enum):
    """How a process ended that gave no answer."""

    FAILED = auto()
    TOO_SLOW = auto()
    NOT_STARTED = auto()


def worker_command() -> list[str]:
    """Return how the reader process is started; a frozen program starts itself again."""
    if getattr(sys, "frozen", False):
        return [sys.executable, WORKER_FLAG]
    # -P: whatever lies in the current folder is never imported.
    return [sys.executable, "-P", "-m", "desktop.ingest.worker"]


class ReaderProcess:
    """A process that runs until it is closed, fails, or takes too long over a request."""

    def __init__(self) -> None:
        self._asked = threading.Semaphore(0)
        self._answers: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._started = threading.Event()
        self._process: subprocess.Popen[bytes] | None = None
        # A process asks to end with the thread that started it: this one lasts as long as it.
        threading.Thread(target=self._serve, name="reader", daemon=True).start()

    @property
    def pid(self) -> int | None:
        """The id of the process, or None where it could not be started."""
        self._started.wait(_START_S)
        return self._process.pid if self._process else None

    def ask(self, request: bytes, timeout_s: float) -> bytes | End:
        """Return the answer to a request; where there is none, the process has ended."""
        limit = time.monotonic() + timeout_s
        self._started.wait(_START_S)
        process = self._process
        if process is None or process.stdin is None:
            return End.NOT_STARTED
        # Also a process that takes nothing in ends in time, and with it the writing to it.
        watchdog = threading.Timer(timeout_s, process.kill)
        watchdog.daemon = True
        watchdog.start()
        try:
            process.stdin.write(request)
            process.stdin.flush()
            self._asked.release()
            # Its end is an answer, too; only what another process holds open has none.
            answer = self._answers.get(timeout=timeout_s + _LAST_S)
        except (OSError, ValueError, queue.Empty):  # it has gone, or was closed meanwhile
            answer = b""
        finally:
            watchdog.cancel()
        if answer:
            return answer
        return End.TOO_SLOW if time.monotonic() >= limit else self._end()

    def close(self) -> None:
        """End the process, and wait until it has gone."""
        self._started.wait(_START_S)
        self._asked.release()
        process = self._process
        if process is None:
            return
        process.kill()
        process.wait()
        # A process that was ended amid a request may leave some of it unwritten.
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()

    def _end(self) -> End:
        """Return how a process ended that nobody here ended."""
        code = self._process.wait() if self._process else None
        slow = (getattr(signal, name, None) for name in ("SIGXCPU", "SIGALRM"))
        is_slow = code is not None and any(s is not None and code == -s for s in slow)
        return End.TOO_SLOW if is_slow else End.FAILED

    def _serve(self) -> None:
        try:
            process = self._process = _start()
        except OSError:
            return
        finally:
            self._started.set()
        prepare()
        # Nothing is taken in that was not asked for: a flood of answers fills no memory here.
        while process.stdout is not None and self._asked.acquire():
            line = _take(process.stdout)
            self._answers.put(line)
            if not line:
                break
        process.wait()


def _take(answers: IO[bytes]) -> bytes:
    try:
        return answers.readline(MOST_ANSWER + 2)
    except (OSError, ValueError):
        return b""


def _start() -> subprocess.Popen[bytes]:
    root = str(Path(__file__).resolve().parents[2])
    inherited = os.environ.get("PYTHONPATH")
    path = os.pathsep.join([root, inherited]) if inherited else root
    return subprocess.Popen(  # noqa: S603
        [*worker_command(), str(os.getpid())],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **_ONE_THREAD, "PYTHONPATH": path},
    )
