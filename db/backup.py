"""Whole copies of a library file that is in use, and bringing one back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import sqlalchemy as sa


def copy_database(engine: sa.Engine, target: Path) -> None:
    """Write one whole file with everything that is committed now.

    Raises:
        sqlite3.Error: The target cannot be written, or the library cannot be read.
    """
    with engine.connect() as connection, closing(sqlite3.connect(target)) as copy:
        source = connection.connection.driver_connection
        if not isinstance(source, sqlite3.Connection):
            raise TypeError("only SQLite libraries are copied as a file")
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
