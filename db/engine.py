"""Engines: how a library is opened, with the settings that make a commit a promise."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPICursor
from sqlalchemy.pool import ConnectionPoolEntry

APPLICATION_ID = 0x43524C54  # "CRLT"
SCHEMA_VERSION = 3
BUSY_TIMEOUT_S = 20.0
_RETRY_S = 0.01
_WRITES = "crosslight_writes"


def sqlite_engine(path: Path, *, read_only: bool = False, immutable: bool = False) -> sa.Engine:
    """Return an engine for a library file.

    Args:
        path: The file; it is created on the first connection unless `read_only`.
        read_only: Refuse every change.
        immutable: Read a file in a folder that takes no changes, where WAL needs its own files.
    """
    mode = "ro" if read_only else "rwc"
    # Absolute and quoted, or a name with "?" or "#" in it would end the path.
    name = f"file:{quote(str(path.absolute()).encode('utf-8', 'surrogateescape'))}?mode={mode}"
    if immutable:
        name += "&immutable=1"
    url = sa.URL.create("sqlite", database=name, query={"uri": "true"})
    # Errors are shown and written down: they never quote what was to be stored.
    timeout = {"timeout": BUSY_TIMEOUT_S}
    engine = sa.create_engine(url, connect_args=timeout, hide_parameters=True)
    _prepare(engine, read_only=read_only)
    return engine


def make_private(path: Path) -> None:
    """Make an empty file that its owner alone may read and write, where there is none.

    SQLite gives what it writes beside a file the rights of that file.

    Raises:
        OSError: The file cannot be made.
    """
    # A file that is there is not even opened: closing it again would end the locks of this process.
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))


def server_engine(url: str) -> sa.Engine:
    """Return an engine for any other database that SQLAlchemy knows."""
    return sa.create_engine(url, hide_parameters=True)


def writing(engine: sa.Engine) -> sa.Engine:
    """Return the same engine with transactions that take the write lock as they begin."""
    return engine.execution_options(**{_WRITES: True})


def _write_ahead(cursor: DBAPICursor) -> None:
    """Switch to the write-ahead log; SQLite refuses at once while others make the file, too."""
    until = time.monotonic() + BUSY_TIMEOUT_S
    while True:
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(_RETRY_S)
        else:
            return


def _prepare(engine: sa.Engine, *, read_only: bool) -> None:
    @event.listens_for(engine, "connect")
    def connect(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
        # The driver's own transactions would begin too late and never for DDL.
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute("PRAGMA foreign_keys = ON")
        if not read_only:
            _write_ahead(cursor)
            cursor.execute("PRAGMA synchronous = FULL")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: sa.Connection) -> None:
        writes = connection.get_execution_options().get(_WRITES, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    _ = connect, begin
