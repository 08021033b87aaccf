"""Looking for damage: the file's structure, its references, and digests of all that is exported."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.tables import ArticleRow, OutletRow

_PAGE = 200
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
)


def seal_article(session: Session, number: int) -> None:
    """Write the digest of an article's fields; to be done after every change of one of them."""
    session.flush()
    query = _raw(session.connection().dialect.name, *_SEALED).where(ArticleRow.number == number)
    for values in session.execute(query):
        change = sa.update(ArticleRow).where(ArticleRow.number == number)
        session.execute(change.values(seal=_seal(values)))


def find_damage(engine: sa.Engine) -> Iterator[str]:
    """Give one sentence for each problem; none for a sound library."""
    with engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            yield from _structure(connection)
            yield from _references(connection)
        yield from _articles(connection)


def _structure(connection: sa.Connection) -> Iterator[str]:
    for (line,) in connection.exec_driver_sql("PRAGMA integrity_check(100)"):
        if line != "ok":
            yield f"The file is damaged: {' '.join(str(line).split())}."


def _references(connection: sa.Connection) -> Iterator[str]:
    for table, row, parent, _index in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"Row {row} of {table} points at an entry of {parent} that is missing."


def _articles(connection: sa.Connection) -> Iterator[str]:
    query = _raw(connection.dialect.name, ArticleRow.text, ArticleRow.seal, *_SEALED)
    last = 0
    while True:
        page = query.where(ArticleRow.number > last).order_by(ArticleRow.number).limit(_PAGE)
        rows = connection.execute(page.add_columns(ArticleRow.number)).all()
        for row in rows:
            text, seal, *fields, last = row
            yield from _changes(_bytes(text), _bytes(seal), fields)
        if not rows:
            return


def _changes(text: bytes, seal: bytes, fields: Sequence[Any]) -> Iterator[str]:
    name = _bytes(fields[0]).decode("ascii", "replace")
    if hashlib.sha256(text).hexdigest().encode() != _bytes(fields[1]):
        yield f"The text of article {name} has changed."
    if _seal(fields).encode() != seal:
        yield f"What is known of article {name} has changed."


def _raw(dialect: str, *columns: Any) -> sa.Select[*tuple[Any, ...]]:  # noqa: ANN401
    """Return a query of the columns as bytes, which a damaged text cannot make unreadable."""
    kind = sa.LargeBinary() if dialect == "sqlite" else sa.Text()
    casts: list[Any] = [sa.cast(column, kind) for column in columns]
    query: sa.Select[*tuple[Any, ...]] = sa.select(*casts).select_from(ArticleRow)
    return query.outerjoin(OutletRow, ArticleRow.outlet_id == OutletRow.id)


def _seal(values: Sequence[Any]) -> str:
    digest = hashlib.sha256()
    for value in values:
        content = _bytes(value)
        digest.update(b"-" if value is None else b"%d:" % len(content))
        digest.update(content)
    return digest.hexdigest()


def _bytes(value: object) -> bytes:
    if isinstance(value, bytes):
        return value
    return b"" if value is None else str(value).encode("utf-8", "replace")
