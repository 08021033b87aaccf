"""Large jobs in a process beside the window's: they take no time from it, and end when told to."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Generator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import IO, Any

from desktop.ingest.watching import add_attempts
from desktop.services.documents import from_document
from desktop.services.errors import CrosslightError
from desktop.services.faults import DistantFaultError
from desktop.services.libraries import Library
from desktop.services.progress import Progress

WORK_FLAG = "--work-process"
# Orders to the process, and the kinds of its answers.
NEXT, CLOSE = b"n", b"c"
STEP, END, TROUBLE, FAULT = b"s", b"e", b"t", b"f"
_BEAT_S = 0.2
_ENDS_S = 0.5
_LENGTH = 4

Message = tuple[bytes, bytes]


def send(target: IO[bytes], kind: bytes, content: bytes = b"") -> None:
    """Write one message: its kind, its length and what it holds."""
    target.write(kind + len(content).to_bytes(_LENGTH, "big") + content)
    target.flush()


def receive(source: IO[bytes]) -> Message:
    """Read one message; an empty one says that the other side has gone."""
    head = source.read(1 + _LENGTH)
    length = int.from_bytes(head[1:], "big")
    content = source.read(length)
    return (
        (head[:1], content) if len(head) == 1 + _LENGTH and len(content) == length else (b"", b"")
    )


class Apart:
    """Runs jobs on a library's file in a process of their own, one at a time.

    The process starts with the first job and serves the next ones. A job that is given up amid a
    step that takes long ends with the process: what was committed stays, the rest is as it was.
    """

    def __init__(self) -> None:
        self._worker: _WorkProcess | None = None

    def run(self, library: Library, job: str, arguments: Mapping[str, Any]) -> Generator[Progress]:
        """Take the steps of a job: "import", "analyze", "group" or "export".

        While a step takes long, the one before it is told again, without its outcome.

        Raises:
            CrosslightError: What the job raises, or that its process was ended from outside.
        """
        worker = self._started()
        worker.begin(library, job, arguments)
        last = Progress(0, 0, "")
        is_over = False
        try:
            while True:
                worker.order(NEXT)
                while (message := worker.take(_BEAT_S)) is None:
                    yield replace(last, outcome=None, more=False, busy=False)
                kind, content = message
                if kind != STEP:
                    is_over = True
                    self._end(kind, content)
                    return
                last = from_document(content, Progress)
                yield last
        finally:
            if not is_over and not worker.leave():
                self.close()

    def close(self) -> None:
        """End the process, whatever it does."""
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.kill()

    def _started(self) -> _WorkProcess:
        if self._worker is None or self._worker.has_ended:
            self._worker = _WorkProcess()
        return self._worker

    def _end(self, kind: bytes, content: bytes) -> None:
        if kind == TROUBLE:
            message, remedy = json.loads(content)
            raise CrosslightError(message, remedy)
        if kind == END:
            add_attempts(int(content or b"0"))
            return
        self.close()
        if kind == FAULT:
            raise DistantFaultError(content.decode("utf-8", "replace"))
        raise CrosslightError(
            "The process that did the work was ended from outside.",
            "Free some memory and go on with it: what was done is kept.",
        )


class _WorkProcess:
    """The process as its parent sees it; messages are taken in by a thread."""

    def __init__(self) -> None:
        root = str(Path(__file__).resolve().parents[2])
        inherited = os.environ.get("PYTHONPATH")
        path = os.pathsep.join([root, inherited]) if inherited else root
        self._process = subprocess.Popen(  # noqa: S603
            _command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": path},
        )
        self._messages: queue.SimpleQueue[Message] = queue.SimpleQueue()
        self._is_asked = False
        threading.Thread(target=self._take_in, name="work", daemon=True).start()

    @property
    def has_ended(self) -> bool:
        return self._process.poll() is not None

    def begin(self, library: Library, job: str, arguments: Mapping[str, Any]) -> None:
        request = {
            "job": job,
            "library": str(library.path),
            "name": library.name,
            "read_only": library.read_only,
            "arguments": dict(arguments),
        }
        self._write(json.dumps(request).encode("ascii") + b"\n")

    def order(self, order: bytes) -> None:
        self._is_asked = True
        self._write(order)

    def take(self, timeout_s: float) -> Message | None:
        try:
            message = self._messages.get(timeout=timeout_s)
        except queue.Empty:
            return None
        self._is_asked = False
        return message

    def leave(self) -> bool:
        """Have the job closed; False where its step takes too long, or the process has gone."""
        if self._is_asked and (self.take(_ENDS_S) or (b"",))[0] != STEP:
            return False
        self.order(CLOSE)
        return (self.take(_ENDS_S) or (b"",))[0] == END

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()
        if self._process.stdin is not None:
            with suppress(OSError):
                self._process.stdin.close()

    def _write(self, words: bytes) -> None:
        if self._process.stdin is not None:
            with suppress(OSError):  # it has gone, which its last message tells
                self._process.stdin.write(words)
                self._process.stdin.flush()

    def _take_in(self) -> None:
        source = self._process.stdout
        if source is None:
            return
        with source:
            while True:
                message = receive(source)
                self._messages.put(message)
                if not message[0]:
                    return


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, WORK_FLAG]
    # -P: whatever lies in the current folder is never imported.
    return [sys.executable, "-P", "-m", "desktop.services.work_process"]
