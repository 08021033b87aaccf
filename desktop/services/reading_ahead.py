"""Reading many files side by side: each reader in a process of its own, readings in their order."""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from desktop.ingest.drafts import Reading
from desktop.ingest.folders import FoundFile
from desktop.ingest.reading import FileReader
from desktop.services.originals import Original, pack

# A second process costs its start: a few files are read sooner without it.
MANY_FILES = 12
MOST_READERS = 2
_MOST_AHEAD = 48
_MOST_BYTES = 20_000_000
_ENDS_S = 0.5


@dataclass(frozen=True, slots=True)
class FileTaken:
    """What was read from a file, and the file itself where that leaves something to be desired."""

    reading: Reading
    original: Original | None = None


class ReadAhead:
    """Reads a list of files with up to two readers, as far ahead as memory allows.

    Use it as a context manager: leaving it ends every reader, also one that hangs on a file.
    """

    def __init__(self, first: FileReader | None = None) -> None:
        self._readers = [first or FileReader()]
        self._threads: list[threading.Thread] = []
        self._files: Sequence[FoundFile] = ()
        self._waiting: dict[int, FileTaken | Exception] = {}
        self._bytes = 0
        self._next = self._taken = 0
        self._closed = False
        self._moved = threading.Condition()

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
        """Start the first reader, so that it loads while files are looked for."""
        self._readers[0].start()

    def read(self, files: Sequence[FoundFile]) -> None:
        """Begin to read files; once for each object."""
        self._files = files
        if len(files) >= MANY_FILES:
            several = min(MOST_READERS, os.cpu_count() or 1)
            self._readers += [FileReader() for _more in range(several - 1)]
        for number, reader in enumerate(self._readers):
            thread = threading.Thread(
                target=self._work, args=(reader,), name=f"reader-{number}", daemon=True
            )
            self._threads.append(thread)
            thread.start()

    def take(self, most: int, timeout_s: float) -> list[FileTaken]:
        """Return the next readings that are ready, none where the next takes longer than that.

        Whatever went wrong in a reader's thread by a fault of our own is raised here.
        """
        with self._moved:
            self._moved.wait_for(lambda: self._taken in self._waiting, timeout_s)
            found: list[FileTaken] = []
            while len(found) < most and self._taken in self._waiting:
                reading = self._waiting.pop(self._taken)
                if isinstance(reading, Exception):
                    raise reading
                self._bytes -= _size(reading)
                self._taken += 1
                found.append(reading)
            self._moved.notify_all()
        return found

    def close(self) -> None:
        """End the readers; a file that is being read is given up."""
        with self._moved:
            self._closed = True
            self._moved.notify_all()
        for reader in self._readers:
            reader.close()
        for thread in self._threads:
            thread.join(_ENDS_S)

    def _work(self, reader: FileReader) -> None:
        try:
            while (number := self._claim()) is not None:
                self._hand_in(number, self._read(reader, self._files[number]))
        finally:
            reader.close()

    def _read(self, reader: FileReader, file: FoundFile) -> FileTaken | Exception:
        if file.problem is not None:
            return FileTaken(Reading(problem=file.problem))
        try:
            read = reader.read_file(file.path)
        except Exception as error:  # noqa: BLE001
            return error  # raised where the reading is taken
        # What was read well needs no room for its bytes; packing the others lets threads run.
        return FileTaken(read.reading, pack(read))

    def _claim(self) -> int | None:
        """Return the next file to read, as soon as there is room for what it holds."""
        with self._moved:
            self._moved.wait_for(lambda: self._closed or self._has_room())
            if self._closed or self._next >= len(self._files):
                return None
            self._next += 1
            return self._next - 1

    def _has_room(self) -> bool:
        if self._next >= len(self._files) or self._next == self._taken:
            return True
        ahead = self._next - self._taken
        return ahead < _MOST_AHEAD and self._bytes < _MOST_BYTES

    def _hand_in(self, number: int, reading: FileTaken | Exception) -> None:
        with self._moved:
            self._waiting[number] = reading
            self._bytes += _size(reading)
            self._moved.notify_all()


def _size(read: FileTaken | Exception) -> int:
    if isinstance(read, Exception):
        return 0
    kept = len(read.original.data) if read.original else 0
    return kept + sum(len(draft.text) for draft in read.reading.drafts)
