"""Reads files in a process of their own, which may crash, hang or fill up without harm here."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from desktop.ingest.drafts import SAVE_AS_TEXT, Reading, Remark, from_plain

TIMEOUT_S = 18.0
RETRIES = 1
# What one answer may hold: the largest text, every letter escaped, and its facts.
MOST_ANSWER = 400_000_000
WORKER_FLAG = "--reader-process"


def worker_command() -> list[str]:
    """Return how the reader process is started; a frozen program starts itself again."""
    if getattr(sys, "frozen", False):
        return [sys.executable, WORKER_FLAG]
    # -P: whatever lies in the current folder is never imported.
    return [sys.executable, "-P", "-m", "desktop.ingest.worker"]


class FileReader:
    """Reads one file at a time; its process starts with the first one and serves all.

    Use it as a context manager: leaving it ends the process.
    """

    def __init__(self, timeout_s: float = TIMEOUT_S) -> None:
        self._timeout_s = timeout_s
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: queue.Queue[bytes] = queue.Queue()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def start(self) -> None:
        """Start the process now, so that it loads while something else is done."""
        if self._process is None:
            self._process = _start()
            self._answers = queue.Queue()
            threading.Thread(
                target=_pass_on, args=(self._process, self._answers), daemon=True
            ).start()

    def read(self, path: Path) -> Reading:
        """Return what the process read from a file; a second crash on it refuses the file."""
        for _attempt in range(1 + RETRIES):
            answer = self._ask(path)
            if answer is not None:
                return answer
            self.close()
        message = f"The file is damaged or too complex to be read; {SAVE_AS_TEXT}."
        return Reading(problem=Remark("reader-failed", message))

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()

    def _ask(self, path: Path) -> Reading | None:
        self.start()
        process = self._process
        if process is None or process.stdin is None:
            return None
        request = json.dumps({"path": os.fsdecode(path)}).encode("ascii") + b"\n"
        try:
            process.stdin.write(request)
            process.stdin.flush()
            answer = self._answers.get(timeout=self._timeout_s)
            return from_plain(json.loads(answer))
        except (OSError, queue.Empty, ValueError, RecursionError):
            return None


def _start() -> subprocess.Popen[bytes]:
    root = str(Path(__file__).resolve().parents[2])
    inherited = os.environ.get("PYTHONPATH")
    path = os.pathsep.join([root, inherited]) if inherited else root
    return subprocess.Popen(  # noqa: S603
        worker_command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": path},
    )


def _pass_on(process: subprocess.Popen[bytes], answers: queue.Queue[bytes]) -> None:
    """Move answers into the queue; an empty one says that the process has ended."""
    if process.stdout is None:
        return
    with suppress(OSError, ValueError):
        while line := process.stdout.readline(MOST_ANSWER):
            answers.put(line)
    answers.put(b"")
