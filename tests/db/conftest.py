"""Databases for the tests: real files with names that need quoting."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.engine import sqlite_engine, writing
from db.integrity import seal_article
from db.migrations.schema import prepare
from db.tables import ArticleRow, ImportBatchRow, OutletRow


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[sa.Engine]:
    """Give an empty library's engine."""
    made = sqlite_engine(tmp_path / "a ? name #1 %20.db")
    prepare(made)
    yield made
    made.dispose()


def pragma(engine: sa.Engine, name: str) -> object:
    """Return the first value of a pragma."""
    with engine.connect() as connection:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()


def file_of(engine: sa.Engine) -> Path:
    """Return the file of an engine."""
    with engine.connect() as connection:
        return Path(str(connection.exec_driver_sql("PRAGMA database_list").all()[0][2]))


def add_article(
    engine: sa.Engine, text: str, title: str = "T", outlet: str | None = None, **known: object
) -> int:
    """Store an article and return its number."""
    with Session(writing(engine)) as session, session.begin():
        session.merge(ImportBatchRow(id="batch", started_at="now"))
        session.flush()
        place = None
        if outlet is not None:
            slot = session.scalar(sa.select(sa.func.count()).select_from(OutletRow)) or 0
            session.add(entered := OutletRow(name=outlet, key=outlet.casefold(), slot=slot))
            session.flush()
            place = entered.id
        digest = hashlib.sha256(text.encode()).hexdigest()
        row = ArticleRow(
            id=f"article-{digest[:10]}", text=text, title=title, outlet_id=place, provenance={},
            format="txt", sha256=digest, source_name="a.txt", batch_id="batch", added_at="now",
            **known,
        )  # fmt: skip
        session.add(row)
        session.flush()
        seal_article(session, row.number)
        return row.number
