"""Reads files in a process of their own, which may crash, hang or fill up without harm here."""

from __future__ import annotations

import json
import os
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self, cast

from desktop.ingest.answers import from_line
from desktop.ingest.confinement import Attempt, Means
from desktop.ingest.drafts import SAVE_AS_TEXT, Reading, Remark, UnreadableFileError
from desktop.ingest.process import End, ReaderProcess
from desktop.ingest.readers import load_file
from desktop.ingest.watching import add_attempts

# All that one file may take, a second attempt included.
TIMEOUT_S = 15.0
_FIRST_SHARE = 0.65
_ATTEMPTS = 2
_TEST_S = 20.0

_REASONS = {
    End.FAILED: Remark(
        "reader-failed", f"The file is damaged or too complex to be read; {SAVE_AS_TEXT}."
    ),
    End.TOO_SLOW: Remark("took-too-long", f"The file takes too long to be read; {SAVE_AS_TEXT}."),
    End.NOT_STARTED: Remark(
        "no-reader",
        "The system starts no process to read the file with; close some programs and add it again.",
    ),
}


@dataclass(frozen=True, slots=True)
class FileRead:
    """What was read from a file, and its bytes; None where they could not be had."""

    reading: Reading
    data: bytes | None = None


@dataclass(frozen=True, slots=True)
class Confinement:
    """What holds a reader process in on this machine, and what it tried when it was asked to."""

    means: tuple[Means, ...]
    attempts: tuple[Attempt, ...]


class FileReader:
    """Reads one file at a time; its process starts with the first one and serves all.

    Use it as a context manager: leaving it ends the process.
    """

    def __init__(self, timeout_s: float = TIMEOUT_S) -> None:
        self._timeout_s = timeout_s
        self._process: ReaderProcess | None = None
        self._is_closed = False
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def pid(self) -> int | None:
        """The id of the process that runs, if one does."""
        return self._process.pid if self._process else None

    def start(self) -> None:
        """Start the process now, so that it loads while something else is done."""
        self._started()

    def read(self, path: Path) -> Reading:
        """Return what a file holds, or why it is nothing."""
        return self.read_file(path).reading

    def read_file(self, path: Path) -> FileRead:
        """Return what a file holds together with its bytes, which the process was given."""
        try:
            data = load_file(os.fspath(path))
        except UnreadableFileError as error:
            return FileRead(Reading(problem=Remark(error.code, error.message)))
        return FileRead(self.read_data(path.name, data), data)

    def read_data(self, name: str, data: bytes) -> Reading:
        """Return what bytes hold that are, or could be, in a file of this name.

        A process that fails or takes too long gets them once more; then they are refused.
        """
        request = json.dumps({"name": name, "size": len(data)}).encode("ascii") + b"\n"
        limit = time.monotonic() + self._timeout_s
        share, end = _FIRST_SHARE, End.FAILED
        for _attempt in range(_ATTEMPTS):
            timeout_s = max(0.0, limit - time.monotonic()) * share
            answer, share = self._ask(request + data, timeout_s), 1.0
            if isinstance(answer, bytes):
                try:
                    found = from_line(answer)
                except ValueError:
                    answer = End.FAILED
                else:
                    add_attempts(found.tried)
                    return found.reading
            self._end_process()
            end = answer
            if end is End.NOT_STARTED:
                break
        return Reading(problem=_REASONS[end])

    def test(self, path: Path) -> Confinement:
        """Have the process try a connection, a file of the user's and more that it may not do.

        Raises:
            OSError: The process gave no answer.
        """
        request = json.dumps({"attempt": os.fspath(path)}).encode("ascii") + b"\n"
        answer = self._ask(request, _TEST_S)
        if isinstance(answer, End):
            self._end_process()
            raise OSError("the reader process gave no answer")
        found = cast("dict[str, Any]", json.loads(answer))
        return Confinement(tuple(map(Means, found["means"])), tuple(found["attempts"]))

    def close(self) -> None:
        """End the process for good; from another thread, this gives up the file being read."""
        with self._lock:
            self._is_closed = True
        self._end_process()

    def _ask(self, request: bytes, timeout_s: float) -> bytes | End:
        process = self._started()
        return process.ask(request, timeout_s) if process else End.NOT_STARTED

    def _started(self) -> ReaderProcess | None:
        with self._lock:
            if self._process is None and not self._is_closed:
                self._process = ReaderProcess()
            return self._process

    def _end_process(self) -> None:
        with self._lock:
            process, self._process = self._process, None
        if process is not None:
            process.close()
