"""Whole copies of a library file that is in use, and putting one in the place of what is there."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import sqlalchemy as sa

from db.engine import BUSY_TIMEOUT_S, make_private

COMPANIONS = ("-wal", "-shm", "-journal")
_PAGES_AT_A_STEP = 1000
_RETRY_S = 0.02

Told = Callable[[int, int], None]


class ReplacementBusyError(Exception):
    """The library is written to by another program, so that it cannot be replaced now."""


def _tell_nobody(_done: int, _total: int) -> None:
    pass


def copy_database(engine: sa.Engine, target: Path, tell: Told = _tell_nobody) -> None:
    """Write one whole file, for its owner alone, with everything that is committed now.

    Args:
        engine: The library's engine.
        target: The file to write; what it held before is lost.
        tell: Called between steps with the pages done and all of them; what it raises ends the
            copy.

    Raises:
        sqlite3.Error: The target cannot be written, or the library cannot be read.
    """
    make_private(target)
    with engine.connect() as connection, closing(sqlite3.connect(target)) as copy:
        source = connection.connection.driver_connection
        if not isinstance(source, sqlite3.Connection):
            raise TypeError("only SQLite libraries are copied as a file")
        # A snapshot that is held: or else each change of another program begins the copy anew.
        connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()

        def step(_status: int, remaining: int, total: int) -> None:
            tell(total - remaining, total)

        source.backup(copy, pages=_PAGES_AT_A_STEP, progress=step, sleep=_RETRY_S)
        copy.execute("PRAGMA journal_mode = DELETE")


def replace_contents(source: Path, library: sqlite3.Connection) -> None:
    """Give a library the contents of another file in one transaction: a crash leaves one or other.

    Who reads the library goes on with what it held when the reading began.

    Args:
        source: A whole file that nobody else uses.
        library: A connection to the library, which may be open elsewhere.

    Raises:
        ReplacementBusyError: Another program writes to it.
        sqlite3.Error: One of them cannot be read or written.
    """
    until = time.monotonic() + BUSY_TIMEOUT_S

    def step(status: int, _remaining: int, _total: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) and time.monotonic() > until:
            raise ReplacementBusyError

    library.execute("PRAGMA synchronous = FULL")
    with closing(sqlite3.connect(source)) as new:
        # All pages in one step: that is the one transaction.
        new.backup(library, pages=-1, progress=step, sleep=_RETRY_S)
    library.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def drop_companions(path: Path) -> None:
    """Remove what SQLite left beside a file: it would be taken for changes of another one."""
    for ending in COMPANIONS:
        Path(f"{path}{ending}").unlink(missing_ok=True)


def sync(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk."""
    if os.name == "nt" and path.is_dir():
        return  # Windows keeps folders itself
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
