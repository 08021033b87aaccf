"""Reading what can be read of a damaged library, and writing rows into a new one."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from db.backup import COMPANIONS
from db.integrity import SEALED_COLUMNS, is_sound
from db.tables import Base

Row = dict[str, Any]

# What is worked out from the articles, or belongs to a moment, is made anew.
_LEFT_OUT = frozenset(
    {"analysis", "comparison", "copy_key", "job", "library_info", "signature", "term_article"}
)
# Where SQLite keeps them in the first page.
_PAGE_SIZE, _PAGE_COUNT = slice(16, 18), slice(28, 32)
# Numbers behind a row: a page that is lost holds far fewer.
_LOOKED_FOR, _MOST_FAILED = 20_000, 2_000
CARRIED = tuple(table.name for table in Base.metadata.sorted_tables if table.name not in _LEFT_OUT)


class DamagedFile:
    """A damaged library's file, or a copy of it, as far as it can be read."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path)
        self._connection.row_factory = sqlite3.Row
        self._last = 0
        self.gaps: set[str] = set()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def read(self, table: str) -> Iterator[Row]:
        """Give all rows of a table that can be read; a table with others is put into `gaps`."""
        self._last = -1
        yield from self._read_on(table)
        while self._last >= 0:
            self.gaps.add(table)
            yield from self._read_past(table)

    def known_ids(self) -> set[str]:
        """Return the ids of articles that any part of the file knows of."""
        known = set[str]()
        for query in (
            'SELECT id FROM article INDEXED BY "sqlite_autoindex_article_1"',
            "SELECT article_id FROM batch_article",
            "SELECT article_id FROM event_article",
        ):
            with suppress(sqlite3.Error):
                for (article_id,) in self._connection.execute(query):
                    if isinstance(article_id, str):
                        known.add(article_id)
        return known

    def _read_on(self, table: str) -> Iterator[Row]:
        """Give rows after the last one, until one cannot be read or there is none."""
        query = f'SELECT rowid AS "row number", * FROM "{table}" WHERE rowid > ? ORDER BY rowid'  # noqa: S608
        try:
            for values in self._connection.execute(query, (self._last,)):
                row: Row = dict(values)
                number = int(row.pop("row number"))
                if number <= self._last:
                    # Pages that lead back to one another would be gone through for ever.
                    raise sqlite3.DatabaseError("rows are not in their order")
                self._last = number
                yield row
        except sqlite3.Error as error:
            if "no such table" not in str(error):
                self._last = max(self._last, 0)
                return
        self._last = -1

    def _read_past(self, table: str) -> Iterator[Row]:
        """Go on behind rows that cannot be read."""
        query = f'SELECT rowid AS "row number", * FROM "{table}" WHERE rowid = ?'  # noqa: S608
        first = self._last + 1
        self._last, failed = -1, 0
        for number in range(first, self._most(table, first) + 1):
            try:
                values = self._connection.execute(query, (number,)).fetchone()
            except sqlite3.Error:
                failed += 1
                if failed > _MOST_FAILED or not self._is_readable():
                    return
                continue
            if values is not None:
                row: Row = dict(values)
                row.pop("row number")
                yield row
                self._last = number
                yield from self._read_on(table)
                return

    def _is_readable(self) -> bool:
        """Say whether the file is still taken for a database at all."""
        try:
            self._connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.Error:
            return False
        return True

    def _most(self, table: str, first: int) -> int:
        """Return the last number that a row of a table may have."""
        for query in (
            f'SELECT max(rowid) FROM "{table}"',  # noqa: S608
            f"SELECT seq FROM sqlite_sequence WHERE name = '{table}'",  # noqa: S608
        ):
            with suppress(sqlite3.Error):
                row = self._connection.execute(query).fetchone()
                if row is not None and isinstance(row[0], int):
                    return min(row[0], first + _LOOKED_FOR)
        return first + _LOOKED_FOR


class NewFile:
    """The file of a new library that rows are carried into, in one transaction."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.row_factory = sqlite3.Row
        self._connection.execute("PRAGMA journal_mode = DELETE")
        self._connection.execute("PRAGMA foreign_keys = ON")
        self._connection.execute("BEGIN IMMEDIATE")

    def commit(self) -> None:
        """Keep what was written."""
        self._connection.execute("COMMIT")

    def close(self) -> None:
        """Let go of the file; what was not committed is dropped."""
        self._connection.close()

    def add(self, table: str, row: Mapping[str, Any]) -> bool:
        """Write a row and say whether it could be: one that contradicts others is left out."""
        known = [column for column in self._columns(table) if column in row]
        names = ", ".join(f'"{column}"' for column in known)
        places = ", ".join("?" for _ in known)
        query = f'INSERT OR IGNORE INTO "{table}" ({names}) VALUES ({places})'  # noqa: S608
        try:
            done = self._connection.execute(query, [row[column] for column in known])
        except (sqlite3.Error, UnicodeError):
            return False
        return done.rowcount > 0

    def rows(self, query: str, values: Sequence[Any] = ()) -> Iterator[sqlite3.Row]:
        """Give the rows of a query on what has been written."""
        return iter(self._connection.execute(query, values).fetchall())

    def run(self, statement: str, values: Sequence[Any] = ()) -> None:
        """Change what has been written."""
        self._connection.execute(statement, values)

    def _columns(self, table: str) -> list[str]:
        columns = Base.metadata.tables[table].columns
        return [column.name for column in columns if column.computed is None]


def copy_apart(path: Path, folder: Path) -> Path:
    """Copy a damaged file with what lies beside it: reading it must change nothing in it.

    Raises:
        OSError: It cannot be read, or the folder cannot be written.
    """
    target = folder / "damaged.db"
    for ending in ("", *COMPANIONS):
        part = Path(f"{path}{ending}")
        if ending != "-shm" and part.exists():
            shutil.copyfile(part, f"{target}{ending}")
    return target


def mend_head(path: Path, backup: Path) -> None:
    """Give a copied file that cannot be read at all the first page of a backup of it.

    That page names the tables and where each begins, which stays the same from one migration to
    the next. Where it can be read, or the two do not match, nothing is changed.

    Raises:
        OSError: One of them cannot be read or written.
    """
    try:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.DatabaseError:
        with backup.open("rb") as sound:
            head = bytearray(sound.read(100))
            size = int.from_bytes(head[_PAGE_SIZE], "big")
            head += sound.read(size - len(head))
        head[_PAGE_COUNT] = (path.stat().st_size // size).to_bytes(4, "big")
        with path.open("r+b") as file:
            file.write(head)


def judge(row: Row, outlets: Mapping[int, str]) -> tuple[bool, bool]:
    """Say whether an article's text, and what else is known of it, are as they were stored."""
    named = {**row, "name": outlets.get(row.get("outlet_id") or 0)}
    return is_sound([named.get(column) for column in SEALED_COLUMNS], row["text"], row["seal"])


def outlet_names(rows: Iterable[Row]) -> dict[int, str]:
    """Return the names of outlets by their numbers."""
    return {row["id"]: row["name"] for row in rows}
