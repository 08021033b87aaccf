"""Bringing an older library forward: on a copy first, which takes its place once it is checked."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import sqlalchemy as sa

from db.backup import ReplacementBusyError, copy_database, drop_companions, replace_contents, sync
from db.engine import SCHEMA_VERSION, sqlite_engine, writing
from db.integrity import find_damage
from db.migrations import upgrade

_PART, _WORK = ".part", ".upgrade"
_INTERNAL = ("sqlite_%", "article_search%", "alembic_version")


class DamagedDatabaseError(Exception):
    """The library, or what the migration made of it, is not sound; nothing was changed in it."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


def migrate_on_copy(path: Path, backup: Path) -> None:
    """Bring a library to the version of this program, keeping it as it was under `backup`.

    Its copy is checked, brought forward, checked again and compared with what it was made from;
    only then does it take the library's place, in one transaction. A crash leaves the one or the
    other, and the backup.

    Raises:
        DamagedDatabaseError: The library is damaged, or lost something on the way.
        ReplacementBusyError: Another program wrote to it meanwhile.
        OSError, sqlite3.Error, sqlalchemy.exc.DatabaseError: It cannot be read or written.
    """
    work = backup.with_name(f".{backup.name}{_WORK}")
    try:
        with closing(sqlite3.connect(path)) as library:
            before = _changes(library)
            _keep(path, backup)
            shutil.copyfile(backup, work)
            work.chmod(0o600)
            bring_forward(work)
            _compare(backup, work)
            if _changes(library) != before:
                raise ReplacementBusyError
            replace_contents(work, library)
    finally:
        with suppress(OSError):
            work.unlink(missing_ok=True)
            drop_companions(work)


def bring_forward(path: Path, *, check: bool = True) -> None:
    """Bring a file that nobody else uses to the version of this program, where it stands.

    Raises:
        DamagedDatabaseError: It is to be checked, and is not sound.
    """
    engine = sqlite_engine(path)
    try:
        with writing(engine).begin() as connection:
            upgrade(connection)
            connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
        if check:
            _require_sound(engine)
    finally:
        engine.dispose()


def _keep(path: Path, backup: Path) -> None:
    """Write the backup, and only under its name once it is whole and on the disk."""
    part = backup.with_name(f".{backup.name}{_PART}")
    engine = sqlite_engine(path, read_only=True)
    try:
        copy_database(engine, part)
        sync(part)
        part.replace(backup)
        sync(backup.parent)
    finally:
        engine.dispose()
        with suppress(OSError):
            part.unlink(missing_ok=True)
            drop_companions(part)


def _require_sound(engine: sa.Engine) -> None:
    problem = next(find_damage(engine), None)
    if problem is not None:
        raise DamagedDatabaseError(problem)


def _compare(before: Path, after: Path) -> None:
    """Refuse a migration that lost a row of any table, or touched what is known of an article."""
    with closing(sqlite3.connect(before)) as old, closing(sqlite3.connect(after)) as new:
        for table, rows in _counts(old).items():
            if _counts(new).get(table, 0) < rows:
                raise DamagedDatabaseError(f"Rows of {table} were lost on the way.")
        query = "SELECT id, sha256, seal FROM article ORDER BY id"
        pairs = zip(old.execute(query), new.execute(query), strict=True)
        if any(left != right for left, right in pairs):
            raise DamagedDatabaseError("An article was changed on the way.")


def _counts(connection: sqlite3.Connection) -> dict[str, int]:
    left_out = " AND ".join("name NOT LIKE ?" for _ in _INTERNAL)
    query = f"SELECT name FROM sqlite_master WHERE type = 'table' AND {left_out}"  # noqa: S608
    names = [name for (name,) in connection.execute(query, _INTERNAL)]
    counts = ((name, f'SELECT count(*) FROM "{name}"') for name in names)  # noqa: S608
    return {name: int(connection.execute(count).fetchone()[0]) for name, count in counts}


def _changes(connection: sqlite3.Connection) -> int:
    """Return a number that is another one once another connection has changed the library."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])
