"""Looking for damage: the file's structure, its references, and digests of all that is exported."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, cast

import sqlalchemy as sa
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from db.tables import ArticleRow, FileOutcomeRow, FirstTextRow, KeptFileRow, OutletRow

_PAGE = 200
_MOST_TITLE = 80
_INSTRUCTIONS = 200_000  # of SQLite between two looks at the clock: some milliseconds
_SEALED = (
    ArticleRow.id,
    ArticleRow.sha256,
    ArticleRow.title,
    OutletRow.name,
    ArticleRow.authors,
    ArticleRow.published,
    ArticleRow.zone,
    ArticleRow.url,
    ArticleRow.language,
    ArticleRow.agency,
    ArticleRow.format,
    ArticleRow.source_name,
    ArticleRow.section,
    ArticleRow.updated,
)
_ADDED = 2  # the last columns, which the first version did not have
SEALED_COLUMNS = tuple(column.key for column in _SEALED)


def seal_article(session: Session, number: int) -> None:
    """Write the digest of an article's fields; to be done after every change of one of them."""
    seal_articles(session, [number])


def seal_articles(session: Session, numbers: Sequence[int]) -> None:
    """Write the digests of several articles' fields."""
    session.flush()
    query = _raw(session.connection().dialect.name, *_SEALED).add_columns(ArticleRow.number)
    table = cast("sa.Table", ArticleRow.__table__)
    change = sa.update(table).where(table.c.number == sa.bindparam("sealed"))
    for start in range(0, len(numbers), _PAGE):
        some = query.where(ArticleRow.number.in_(numbers[start : start + _PAGE]))
        seals = [
            {"sealed": number, "seal": _seal(values)} for *values, number in session.execute(some)
        ]
        if seals:
            session.execute(change.values(seal=sa.bindparam("seal")), seals)


def find_damage(engine: sa.Engine, is_wanted: Callable[[], bool] = lambda: True) -> Iterator[str]:
    """Give one sentence for each problem; none for a sound library.

    Args:
        engine: The library's engine.
        is_wanted: Asked often; when it says no, the search ends with a `DatabaseError`.
    """
    with engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            with _ending_early(connection, is_wanted):
                yield from _structure(connection)
                yield from _references(connection)
                yield from _articles(connection)
                yield from _kept_contents(connection)
        else:
            yield from _articles(connection)
            yield from _kept_contents(connection)


@contextmanager
def _ending_early(connection: sa.Connection, is_wanted: Callable[[], bool]) -> Generator[None]:
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)  # noqa: S101
    driver.set_progress_handler(lambda: not is_wanted(), _INSTRUCTIONS)
    try:
        yield
    finally:
        driver.set_progress_handler(None, 0)


def is_sound(fields: Sequence[Any], text: object, seal: object) -> tuple[bool, bool]:
    """Say whether an article's text, and what else is known of it, are as they were stored.

    Args:
        fields: The values of the columns `SEALED_COLUMNS`, in their order.
        text: The text.
        seal: The digest that was stored with it.
    """
    same_text = hashlib.sha256(_bytes(text)).hexdigest().encode() == _bytes(fields[1])
    return same_text, _seal(fields).encode() == _bytes(seal)


def _structure(connection: sa.Connection) -> Iterator[str]:
    for (line,) in connection.exec_driver_sql("PRAGMA integrity_check(100)"):
        if line != "ok":
            yield f"The file is damaged: {' '.join(str(line).split())}."


def _references(connection: sa.Connection) -> Iterator[str]:
    for table, row, parent, _index in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"Row {row} of {table} points at an entry of {parent} that is missing."


def _articles(connection: sa.Connection) -> Iterator[str]:
    query = _raw(connection.dialect.name, ArticleRow.text, ArticleRow.seal, *_SEALED)
    query = query.add_columns(ArticleRow.number).order_by(ArticleRow.number)
    last = 0
    while True:
        page = query.where(ArticleRow.number > last).limit(_PAGE)
        try:
            rows: list[Any] = list(connection.execute(page).all())
        except DatabaseError:
            numbers = _next_numbers(connection, last)
            if not numbers:
                raise
            yield from _one_by_one(connection, query, numbers)
            last = numbers[-1]
            continue
        for row in rows:
            yield from _changes(row)
        if not rows:
            return
        before, last = last, max(cast("int", row[-1]) for row in rows)
        if last <= before:
            yield "The file is damaged: articles are not in their order."
            return


def _next_numbers(connection: sa.Connection, last: int) -> list[int]:
    """Return the next numbers from an index alone: it may be whole where the table is not."""
    query = sa.select(ArticleRow.number).where(ArticleRow.trashed_at.is_(None) | sa.true())
    found = connection.execute(query.where(ArticleRow.number > last))
    return sorted(number for (number,) in found)[:_PAGE]


def _one_by_one(
    connection: sa.Connection, query: sa.Select[*tuple[Any, ...]], numbers: Sequence[int]
) -> Iterator[str]:
    for number in numbers:
        try:
            row: Any = connection.execute(query.where(ArticleRow.number == number)).one_or_none()
        except DatabaseError:
            row = None
        if row is None:
            yield f"Article number {number} cannot be read."
        else:
            yield from _changes(row)


def _kept_contents(connection: sa.Connection) -> Iterator[str]:
    """Check the files and first texts that are kept beside the articles."""
    kept = sa.select(KeptFileRow.data, KeptFileRow.sha256, FileOutcomeRow.path).join(FileOutcomeRow)
    for data, digest, path in connection.execute(kept.execution_options(yield_per=_PAGE)):
        if hashlib.sha256(data).hexdigest() != digest:
            yield f"The file kept of {path} has changed."
    query = _raw(connection.dialect.name, FirstTextRow.text, FirstTextRow.sha256, ArticleRow.id)
    joined = query.join(FirstTextRow, FirstTextRow.article_id == ArticleRow.id)
    for text, digest, article_id in connection.execute(joined):
        if hashlib.sha256(_bytes(text)).hexdigest().encode() != _bytes(digest):
            yield f"The first text of article {_shown(article_id)} has changed."


def _changes(row: Sequence[Any]) -> Iterator[str]:
    text, seal, fields = row[0], row[1], row[2:-1]
    same_text, same_fields = is_sound(fields, text, seal)
    name = f"{_shown(fields[0])} (“{_title(fields[2])}”)"
    if not same_text:
        yield f"The text of article {name} has changed."
    if not same_fields:
        yield f"What is known of article {name} has changed."


def _shown(value: object) -> str:
    return _bytes(value).decode("ascii", "replace")


def _title(value: object) -> str:
    plain = "".join(c if c.isprintable() else " " for c in _bytes(value).decode("utf-8", "replace"))
    line = " ".join(plain.split())
    return f"{line[:_MOST_TITLE]}…" if len(line) > _MOST_TITLE else line


def _raw(dialect: str, *columns: Any) -> sa.Select[*tuple[Any, ...]]:  # noqa: ANN401
    """Return a query of the columns as bytes, which a damaged text cannot make unreadable."""
    kind = sa.LargeBinary() if dialect == "sqlite" else sa.Text()
    casts: list[Any] = [sa.cast(column, kind) for column in columns]
    query: sa.Select[*tuple[Any, ...]] = sa.select(*casts).select_from(ArticleRow)
    return query.outerjoin(OutletRow, ArticleRow.outlet_id == OutletRow.id)


def _seal(values: Sequence[Any]) -> str:
    digest = hashlib.sha256()
    # What later versions added is part of it where it is stated: older seals stay as they are.
    count = len(values) - _ADDED
    while len(values) > count and values[-1] is None:
        values = values[:-1]
    for value in values:
        content = _bytes(value)
        digest.update(b"-" if value is None else b"%d:" % len(content))
        digest.update(content)
    return digest.hexdigest()


def _bytes(value: object) -> bytes:
    if isinstance(value, bytes):
        return value
    return b"" if value is None else str(value).encode("utf-8", "replace")
