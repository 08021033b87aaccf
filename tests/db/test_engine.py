"""The database: its settings, its migrations, its search, and finding damage."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from db.backup import copy_database
from db.engine import APPLICATION_ID, SCHEMA_VERSION, server_engine, sqlite_engine, writing
from db.integrity import find_damage
from db.migrations import upgrade
from db.migrations.schema import (
    ForeignDatabaseError,
    NewerDatabaseError,
    create,
    prepare,
    schema_version,
)
from db.places import ROOM
from db.search import matching_places, phrase
from db.tables import ArticleRow, Base
from tests.db.conftest import add_article, file_of, pragma


def test_a_commit_is_a_promise(engine: sa.Engine) -> None:
    names = ("journal_mode", "synchronous", "foreign_keys", "application_id", "user_version")
    found = [pragma(engine, name) for name in names]
    assert found == ["wal", 2, 1, APPLICATION_ID, SCHEMA_VERSION]


def test_the_migrations_give_the_tables_of_the_code(engine: sa.Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        differences = compare_metadata(context, Base.metadata)
    named = [str(difference) for difference in differences]
    assert [name for name in named if "article_search" not in name] == []


def test_a_new_library_is_what_all_the_migrations_make(tmp_path: Path) -> None:
    schemas: list[dict[str, list[str]]] = []
    for name, make in (("new", create), ("migrated", upgrade)):
        engine = sqlite_engine(tmp_path / name)
        with writing(engine).begin() as connection:
            make(connection)
            rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master")
            # Parts sorted: constraints of a table may stand in any order.
            parts = {row.name: str(row.sql).replace("\n)", "").split(",") for row in rows}
            schemas.append({k: sorted(" ".join(p.split()) for p in v) for k, v in parts.items()})
            versions = connection.exec_driver_sql("SELECT * FROM alembic_version").all()
            assert [tuple(row) for row in versions] == [(f"{SCHEMA_VERSION:04}",)]
        engine.dispose()
    assert schemas[0] == schemas[1]


def test_preparing_twice_changes_nothing(engine: sa.Engine) -> None:
    prepare(engine)
    assert schema_version(engine) == SCHEMA_VERSION


def test_a_writer_takes_the_lock_as_it_begins(engine: sa.Engine) -> None:
    path = str(file_of(engine))
    with writing(engine).begin(), closing(sqlite3.connect(path, timeout=0)) as other:
        assert other.execute("SELECT count(*) FROM article").fetchone() == (0,)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")


def test_a_read_only_engine_refuses_changes(engine: sa.Engine) -> None:
    reading = sqlite_engine(file_of(engine), read_only=True)
    with pytest.raises(OperationalError, match="readonly"), reading.begin() as connection:
        connection.execute(sa.delete(ArticleRow))
    reading.dispose()


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE mine (x)")
    before = path.read_bytes()
    engine = sqlite_engine(path, read_only=True)
    with pytest.raises(ForeignDatabaseError):
        schema_version(engine)
    engine.dispose()
    assert path.read_bytes() == before


def test_a_later_versions_library_is_not_touched(engine: sa.Engine) -> None:
    with writing(engine).begin() as connection:
        connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    with pytest.raises(NewerDatabaseError):
        prepare(engine)


def test_any_url_that_sqlalchemy_knows_is_prepared(tmp_path: Path) -> None:
    engine = server_engine(f"sqlite:///{tmp_path / 'plain.db'}")
    with engine.begin() as connection:
        Base.metadata.create_all(connection)
    assert list(find_damage(engine)) == []
    engine.dispose()


def test_search_finds_words_of_title_and_text_and_follows_changes(engine: sa.Engine) -> None:
    number = add_article(engine, "Rain fell on Kursk.", "Storm")

    def found(words: str) -> list[int]:
        with engine.connect() as connection:
            return [place % ROOM for place in connection.scalars(matching_places(phrase(words)))]

    assert found("storm") == found("on kursk") == [number]
    assert found("kursk rain") == []
    with writing(engine).begin() as connection:
        connection.execute(sa.update(ArticleRow).values(title="Calm"))
    assert (found("storm"), found("calm")) == ([], [number])
    with writing(engine).begin() as connection:
        connection.execute(sa.delete(ArticleRow))
    assert found("rain") == []


@pytest.mark.parametrize("change", [{"text": "Snow."}, {"title": "U"}, {"published": "2024-01-01"}])
def test_a_change_behind_the_programs_back_is_found(
    engine: sa.Engine, change: dict[str, str]
) -> None:
    add_article(engine, "Rain fell.")
    assert list(find_damage(engine)) == []
    with writing(engine).begin() as connection:
        connection.execute(sa.update(ArticleRow).values(**change))
    assert len(list(find_damage(engine))) == 1


def test_a_missing_reference_is_found(engine: sa.Engine) -> None:
    add_article(engine, "Rain fell.")
    with closing(sqlite3.connect(file_of(engine))) as other, other:
        other.execute("DELETE FROM import_batch")
    assert any("import_batch" in problem for problem in find_damage(engine))


def test_a_copy_is_one_whole_file(engine: sa.Engine, tmp_path: Path) -> None:
    add_article(engine, "Rain fell.")
    target = tmp_path / "copy.db"
    copy_database(engine, target)
    assert not target.with_name("copy.db-wal").exists()
    copied = sqlite_engine(target, read_only=True)
    assert list(find_damage(copied)) == []
    with Session(copied) as session:
        assert session.scalars(sa.select(ArticleRow.text)).all() == ["Rain fell."]
    copied.dispose()
