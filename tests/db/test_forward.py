"""Older libraries brought forward: every field of each kept one is there, and no crash loses it."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from db.backup import ReplacementBusyError, replace_contents
from db.engine import SCHEMA_VERSION, sqlite_engine
from db.integrity import find_damage
from db.migrations import forward
from db.migrations.forward import DamagedDatabaseError, bring_forward, migrate_on_copy
from db.migrations.schema import OlderDatabaseError, prepare, schema_version
from desktop.services.articles import ArticleQuery, list_articles
from desktop.services.decisions import redo_label, undo, undo_label
from desktop.services.exports import export_articles
from desktop.services.libraries import open_library
from tests.db.keep import KEPT, keep

ALL = sorted(KEPT.glob("*.db"))
OLDER = [path for path in ALL if path.stem != f"schema-{SCHEMA_VERSION}"]
# What a new version makes anew, and what counts the versions themselves.
MADE_ANEW = ("article_search", "alembic_version", "sqlite_")

named = pytest.mark.parametrize("kept", ALL, ids=[path.stem for path in ALL])
older = pytest.mark.parametrize("kept", OLDER, ids=[path.stem for path in OLDER])


@pytest.fixture
def copy(kept: Path, tmp_path: Path) -> Path:
    """Return a copy of a kept library."""
    return Path(shutil.copyfile(kept, tmp_path / "Old.crosslight"))


def rows(path: Path) -> dict[str, list[dict[str, Any]]]:
    """Return every column of every row of every table, in the order of the rows."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        query = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        names = [row["name"] for row in connection.execute(query)]
        return {
            name: sorted(map(dict, connection.execute(f'SELECT * FROM "{name}"')), key=repr)  # noqa: S608
            for name in names
            if not name.startswith(MADE_ANEW)
        }


def schema(path: Path) -> dict[str, list[str]]:
    """Return what makes up a file's tables, indexes and triggers, with the parts sorted."""
    with closing(sqlite3.connect(path)) as connection:
        made = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql NOT NULL")
        parts = {name: str(sql).replace("\n)", "").split(",") for name, sql in made}
    return {name: sorted(" ".join(part.split()) for part in some) for name, some in parts.items()}


def test_a_library_of_every_version_is_kept() -> None:
    versions: list[int] = []
    for path in ALL:
        with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as connection:
            versions.append(connection.execute("PRAGMA user_version").fetchone()[0])
    assert versions == list(range(1, SCHEMA_VERSION + 1))


@named
def test_every_field_of_a_kept_library_is_there_after_opening_it(kept: Path, copy: Path) -> None:
    before, bytes_before = rows(kept), kept.read_bytes()
    library = open_library(copy)
    assert not library.read_only
    exported = [json.loads(json.dumps(asdict(entry))) for entry in export_articles(library)]
    library.close()
    lines = kept.with_suffix(".jsonl").read_text("utf-8").splitlines()
    kept_export = [json.loads(line) for line in lines]
    for old, new in zip(kept_export, exported, strict=True):
        assert {key: new[key] for key in old} == old
    after = rows(copy)
    for table, old_rows in before.items():
        columns = old_rows[0].keys() if old_rows else ()
        new_rows = [{column: row[column] for column in columns} for row in after[table]]
        assert sorted(new_rows, key=repr) == old_rows, table
    assert kept.read_bytes() == bytes_before
    engine = sqlite_engine(copy, read_only=True)
    assert list(find_damage(engine)) == []
    engine.dispose()


@older
def test_a_library_brought_forward_has_the_tables_of_a_new_one(copy: Path, tmp_path: Path) -> None:
    open_library(copy).close()
    open_library(tmp_path / "New.crosslight", create=True).close()
    assert schema(copy) == schema(tmp_path / "New.crosslight")


@named
def test_what_was_decided_then_can_be_undone_now(copy: Path) -> None:
    library = open_library(copy)
    assert redo_label(library) == "Edit authors"
    assert undo_label(library) == "Move 1 article to trash"
    assert undo(library) == "Move 1 article to trash"
    titles = {row.source_name: row.title for row in list_articles(library, ArticleQuery())}
    assert titles["weather.txt"] == "Ten dry days end with rain in the hills"
    found = list_articles(library, ArticleQuery(text="hafenbrucke"))
    assert [row.source_name for row in found] == ["zeitung.txt"]
    library.close()


@older
def test_the_library_as_it_was_is_kept_among_the_backups(kept: Path, copy: Path) -> None:
    open_library(copy).close()
    (backup,) = (copy.parent / "Old backups").iterdir()
    assert backup.name.endswith("-before-update.crosslight")
    assert rows(backup) == rows(kept)


@older
def test_an_older_library_that_is_only_read_is_not_touched(kept: Path, copy: Path) -> None:
    library = open_library(copy, read_only=True)
    assert library.read_only
    assert len(list_articles(library, ArticleQuery())) == 4
    assert library.scratch is not None
    library.close()
    assert not library.scratch.exists()
    assert copy.read_bytes() == kept.read_bytes()


def stop(*_arguments: object) -> None:
    raise KeyboardInterrupt


def refuse(*_arguments: object) -> None:
    raise sqlite3.OperationalError("database or disk is full")


@older
@pytest.mark.parametrize("step", ["_keep", "bring_forward", "_compare", "replace_contents"])
@pytest.mark.parametrize("fails", [stop, refuse])
def test_a_migration_that_stops_anywhere_leaves_the_library_as_it_was(
    kept: Path, copy: Path, step: str, fails: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = rows(kept)
    backup = copy.parent / "backup.crosslight"
    monkeypatch.setattr(forward, step, fails)
    with pytest.raises((KeyboardInterrupt, sqlite3.OperationalError)):
        migrate_on_copy(copy, backup)
    monkeypatch.undo()
    assert rows(copy) == before
    assert not [path for path in copy.parent.iterdir() if path.name.startswith(".")]
    migrate_on_copy(copy, backup)
    engine = sqlite_engine(copy)
    prepare(engine)
    assert schema_version(engine) == SCHEMA_VERSION
    engine.dispose()


@older
def test_a_damaged_library_is_not_brought_forward(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute("UPDATE article SET title = 'Another title' WHERE number = 2")
    before = rows(copy)
    with pytest.raises(DamagedDatabaseError, match="Another title"):
        migrate_on_copy(copy, copy.parent / "backup.crosslight")
    assert rows(copy) == before


@older
def test_what_another_program_writes_meanwhile_is_not_lost(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write_too(path: Path) -> None:
        bring_forward(path)
        with closing(sqlite3.connect(copy)) as other, other:
            other.execute("UPDATE event SET user_label = 'Named meanwhile'")

    monkeypatch.setattr(forward, "bring_forward", write_too)
    with pytest.raises(ReplacementBusyError):
        migrate_on_copy(copy, copy.parent / "backup.crosslight")
    assert {row["user_label"] for row in rows(copy)["event"]} == {"Named meanwhile"}


@older
def test_preparing_leaves_an_older_library_to_the_migration(copy: Path) -> None:
    engine = sqlite_engine(copy)
    with pytest.raises(OlderDatabaseError):
        prepare(engine)
    engine.dispose()


def test_readers_go_on_with_what_they_began_to_read(tmp_path: Path) -> None:
    paths = [tmp_path / "old.db", tmp_path / "new.db"]
    for path in paths:
        with closing(sqlite3.connect(path)) as made, made:
            made.execute("PRAGMA journal_mode = WAL")
            made.execute("CREATE TABLE word (name)")
            made.execute("INSERT INTO word VALUES (?)", (path.stem,))
    with closing(sqlite3.connect(paths[0], isolation_level=None)) as reader:
        reader.execute("BEGIN")
        assert reader.execute("SELECT name FROM word").fetchone() == ("old",)
        with closing(sqlite3.connect(paths[0])) as library:
            replace_contents(paths[1], library)
        assert reader.execute("SELECT name FROM word").fetchone() == ("old",)
        reader.execute("COMMIT")
        assert reader.execute("SELECT name FROM word").fetchone() == ("new",)
        assert reader.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_library_of_today_can_be_kept(tmp_path: Path) -> None:
    kept = keep(tmp_path)
    assert kept.stat().st_size < 200_000
    assert len(kept.with_suffix(".jsonl").read_text("utf-8").splitlines()) == 4
    library = open_library(kept, read_only=True)
    assert len(list_articles(library, ArticleQuery())) == 4
    library.close()
