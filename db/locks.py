"""One writing program at a time for a library's file: a lock that ends with its holder."""

from __future__ import annotations

import errno
import json
import os
import sys
import threading
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, cast

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LOCK_ENDING = "-lock"
_RETRY_S = 0.05
_MOST_BYTES = 4096
# On Windows a locked byte cannot be read by others: one far behind the holder's name is taken.
_LOCKED_BYTE = 1 << 20
_HELD_BY_ANOTHER = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}


@dataclass(frozen=True, slots=True)
class Holder:
    """The program that writes to a library: what it is, its process, and since when (ISO, UTC)."""

    program: str = ""
    pid: int = 0
    since: str = ""


class HeldError(Exception):
    """Another program writes to the library; `holder` says which, as far as it is known."""

    def __init__(self, holder: Holder) -> None:
        super().__init__(f"held by {holder}")
        self.holder = holder


@dataclass(slots=True)
class _Entry:
    handle: int | None
    holders: int = 1


_held: dict[Path, _Entry] = {}
_guard = threading.Lock()


class WriterLock:
    """The right to write to a library's file; a program may hold it several times over."""

    def __init__(self, place: Path) -> None:
        self._place: Path | None = place

    def release(self) -> None:
        """Give the right up; done twice, it changes nothing."""
        place, self._place = self._place, None
        if place is None:
            return
        with _guard:
            entry = _held[place]
            entry.holders -= 1
            if not entry.holders:
                del _held[place]
                if entry.handle is not None:
                    _drop(place, entry.handle)


def lock_path(path: Path) -> Path:
    """Return where the lock of a library's file lies while a program writes to it."""
    return Path(f"{path}{LOCK_ENDING}")


def hold(path: Path, holder: Holder, *, patience_s: float = 0.0) -> WriterLock:
    """Take the right to write to a library's file, waiting for another program for a while.

    Raises:
        HeldError: Another program still holds it.
        OSError: The lock cannot be written, as on a full disk.
    """
    place = _place_of(path)
    until = time.monotonic() + patience_s
    while True:
        with _guard:
            if place in _held:
                _held[place].holders += 1
                return WriterLock(place)
            taken, handle = _take(place, holder)
            if taken:
                _held[place] = _Entry(handle)
                return WriterLock(place)
        if time.monotonic() >= until:
            raise HeldError(read_holder(path) or Holder())
        time.sleep(_RETRY_S)


def read_holder(path: Path) -> Holder | None:
    """Return who wrote its name into the lock last; None where there is no lock."""
    try:
        with _place_of(path).open("rb") as file:
            found = json.loads(file.read(_MOST_BYTES))
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        return Holder()
    known = cast("dict[str, Any]", found) if isinstance(found, dict) else {}
    program, pid, since = known.get("program"), known.get("pid"), known.get("since")
    return Holder(
        program if isinstance(program, str) else "",
        pid if isinstance(pid, int) else 0,
        since if isinstance(since, str) else "",
    )


def is_held(path: Path) -> bool:
    """Say whether a program, this one or another, holds the right to write to a library's file."""
    place = _place_of(path)
    with _guard:
        if place in _held:
            return True
        if not place.exists():
            return False
        taken, handle = _take(place, None)
        if taken and handle is not None:
            os.close(handle)
        return not taken


def _place_of(path: Path) -> Path:
    # Links to one file lead to one lock.
    return lock_path(Path(os.path.realpath(path)))


def _take(place: Path, holder: Holder | None) -> tuple[bool, int | None]:
    """Say whether the lock is ours, and give its handle, where the file system knows locks."""
    handle = os.open(place, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
    try:
        _lock(handle)
    except OSError as error:
        os.close(handle)
        # A file system without locks cannot keep two programs apart: SQLite's own lock remains.
        return error.errno not in _HELD_BY_ANOTHER, None
    if not _is_same(handle, place):
        os.close(handle)  # its last holder has just taken it away
        return False, None
    if holder is not None:
        _sign(handle, holder)
    return True, handle


def _is_same(handle: int, place: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), place.stat())
    except OSError:
        return False


def _sign(handle: int, holder: Holder) -> None:
    with suppress(OSError):  # on a full disk it is held without a name
        os.ftruncate(handle, 0)
        os.write(handle, json.dumps(asdict(holder)).encode("ascii"))


def _drop(place: Path, handle: int) -> None:
    if sys.platform != "win32":
        with suppress(OSError):
            place.unlink()
        os.close(handle)
        return
    os.close(handle)
    with suppress(OSError):
        place.unlink()


if sys.platform == "win32":

    def _lock(handle: int) -> None:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        finally:
            os.lseek(handle, 0, os.SEEK_SET)

else:

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
