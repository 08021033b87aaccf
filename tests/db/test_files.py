"""Library files: made in one step, opened by any name, copied whole while they are in use."""

from __future__ import annotations

import os
import sqlite3
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm import Session

from db.backup import copy_database
from db.engine import APPLICATION_ID, SCHEMA_VERSION, sqlite_engine, writing
from db.integrity import find_damage
from db.migrations import schema
from db.migrations.schema import prepare, schema_version
from db.tables import ArticleRow, Base, DecisionRow, OutletRow
from tests.db.conftest import add_article, file_of, pragma


@pytest.mark.skipif(sys.platform == "win32", reason="no such file names there")
@pytest.mark.parametrize(
    "name", ["a?mode=ro", "a#b", "100%41", "a b", "ä🌊", "'\"", "a&b=c", os.fsdecode(b"\xff.db")]
)
def test_a_file_of_any_name_is_made_where_it_was_asked_for(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    engine = sqlite_engine(path)
    prepare(engine)
    add_article(engine, "Rain fell.")
    engine.dispose()
    assert [entry.name for entry in tmp_path.iterdir()] == [name]
    reading = sqlite_engine(path, read_only=True)
    assert schema_version(reading) == SCHEMA_VERSION
    assert list(find_damage(reading)) == []
    reading.dispose()


def test_a_relative_path_is_that_of_the_folder_at_the_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    engine = sqlite_engine(Path("here.db"))
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    prepare(engine)
    engine.dispose()
    assert (tmp_path / "here.db").exists()


def test_a_file_that_is_only_read_is_never_made(tmp_path: Path) -> None:
    engine = sqlite_engine(tmp_path / "none.db", read_only=True)
    with pytest.raises(OperationalError, match="unable to open"):
        schema_version(engine)
    assert list(tmp_path.iterdir()) == []


def test_a_preparation_that_fails_leaves_an_empty_file_that_can_be_prepared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = sqlite_engine(tmp_path / "new.db")

    make = schema.create

    def fail(connection: sa.Connection) -> None:
        make(connection)
        raise KeyError

    monkeypatch.setattr(schema, "create", fail)
    with pytest.raises(KeyError):
        prepare(engine)
    assert schema_version(engine) == 0
    assert sa.inspect(engine).get_table_names() == []
    monkeypatch.undo()
    prepare(engine)
    assert schema_version(engine) == SCHEMA_VERSION
    engine.dispose()


def test_a_library_that_several_programs_make_at_once_is_made_once(tmp_path: Path) -> None:
    engines = [sqlite_engine(tmp_path / "new.db") for _ in range(4)]
    troubles: list[BaseException] = []

    def make(engine: sa.Engine) -> None:
        try:
            prepare(engine)
        except BaseException as error:  # noqa: BLE001
            troubles.append(error)

    threads = [threading.Thread(target=make, args=(engine,)) for engine in engines]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert troubles == []
    assert {schema_version(engine) for engine in engines} == {SCHEMA_VERSION}
    for engine in engines:
        engine.dispose()


def test_the_file_says_of_which_program_it_is(engine: sa.Engine) -> None:
    path = file_of(engine)
    engine.dispose()
    header = path.read_bytes()[:100]
    assert header.startswith(b"SQLite format 3")
    assert header[68:72] == b"CRLT" == APPLICATION_ID.to_bytes(4, "big")


def test_every_constraint_has_a_name_that_a_migration_can_find(engine: sa.Engine) -> None:
    inspector = sa.inspect(engine)
    for table in Base.metadata.tables:
        names = [key["name"] for key in inspector.get_foreign_keys(table)]
        names += [key["name"] for key in inspector.get_unique_constraints(table)]
        assert all(name and table in name for name in names), table
    assert pragma(engine, "foreign_keys") == 1


@pytest.mark.parametrize(
    "row",
    [
        OutletRow(name="B", key="daily test", slot=7),
        OutletRow(name="B", key="b", slot=0),
        ArticleRow(
            id="x", text="", sha256="", title="", provenance={}, format="", source_name="",
            batch_id="nobody", added_at="",
        ),
    ],
    ids=["the same outlet", "the same slot", "an unknown import"],
)  # fmt: skip
def test_what_cannot_be_true_cannot_be_stored(
    engine: sa.Engine, row: OutletRow | ArticleRow
) -> None:
    add_article(engine, "Rain fell.", outlet="Daily Test")
    with pytest.raises(IntegrityError), Session(writing(engine)) as session, session.begin():
        session.merge(row)


def test_numbers_of_deleted_rows_are_never_given_again(engine: sa.Engine) -> None:
    first = add_article(engine, "Rain fell.")
    with writing(engine).begin() as connection:
        connection.execute(sa.delete(ArticleRow))
    assert add_article(engine, "Snow fell.") > first
    with Session(writing(engine)) as session, session.begin():
        session.add(decision := DecisionRow(kind="x", label="", data={}, made_at=""))
        session.flush()
        last = decision.id
        session.delete(decision)
        session.flush()
        session.add(another := DecisionRow(kind="x", label="", data={}, made_at=""))
        session.flush()
        assert another.id > last


def test_a_reader_sees_the_library_as_it_was_when_it_began(engine: sa.Engine) -> None:
    add_article(engine, "Rain fell.")
    count = sa.select(sa.func.count()).select_from(ArticleRow)
    with engine.begin() as reading:
        assert reading.scalar(count) == 1
        add_article(engine, "Snow fell.")
        assert reading.scalar(count) == 1
    with engine.begin() as later:
        assert later.scalar(count) == 2


def test_what_is_not_committed_is_not_in_a_copy(engine: sa.Engine, tmp_path: Path) -> None:
    add_article(engine, "Rain fell.")
    target = tmp_path / "copy.db"
    with closing(sqlite3.connect(file_of(engine), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE article SET title = 'half'")
        copy_database(engine, target)
        other.execute("ROLLBACK")
    with closing(sqlite3.connect(target)) as copied:
        assert copied.execute("SELECT title FROM article").fetchall() == [("T",)]
        assert copied.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_a_copy_replaces_what_is_at_its_place(engine: sa.Engine, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    with closing(sqlite3.connect(target)) as old, old:
        old.execute("CREATE TABLE mine (x)")
    copy_database(engine, target)
    copied = sqlite_engine(target, read_only=True)
    assert "mine" not in sa.inspect(copied).get_table_names()
    assert schema_version(copied) == SCHEMA_VERSION
    copied.dispose()
