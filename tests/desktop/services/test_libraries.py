"""Libraries: opened, created, remembered, refused with a message, backed up and restored."""

from __future__ import annotations

import os
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from db.engine import sqlite_engine
from desktop.services import libraries, settings
from desktop.services.articles import ArticleQuery, count_articles, list_articles
from desktop.services.errors import CrosslightError, LibraryDamagedError
from desktop.services.importing import import_files
from desktop.services.libraries import Library, create_library, open_library, sample_articles
from desktop.services.maintenance import backup_library, check_library, restore_library
from tests.desktop.services.conftest import run_import, write


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "config" / "settings.json"
    monkeypatch.setattr(settings, "settings_path", lambda: path)
    return path


def test_a_library_is_the_same_after_closing_and_opening(samples: Library) -> None:
    before = list_articles(samples, ArticleQuery())
    samples.close()
    assert samples.path is not None
    for where in (samples.path, str(samples.path), samples.url):
        again = open_library(where)
        assert list_articles(again, ArticleQuery()) == before
        assert (again.name, again.read_only) == ("Test", False)
        again.close()


def test_creating_never_touches_what_is_there(library: Library) -> None:
    assert library.path is not None
    with pytest.raises(CrosslightError):
        create_library(library.path)


def test_the_default_library_can_be_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CROSSLIGHT_LIBRARY", "/somewhere/else.db")
    assert libraries.default_library() == "/somewhere/else.db"
    monkeypatch.delenv("CROSSLIGHT_LIBRARY")
    assert libraries.default_library().endswith("Library.crosslight")


def test_recent_libraries_are_remembered_once_the_latest_first(tmp_path: Path) -> None:
    for name in ("One", "Two", "One"):
        opened = open_library(tmp_path / f"{name}.crosslight", create=True)
        libraries.remember_library(opened)
        opened.close()
    assert [recent.name for recent in libraries.recent_libraries()] == ["One", "Two"]
    open_library(libraries.recent_libraries()[0].url).close()


def test_damaged_settings_are_no_settings(own_settings: Path) -> None:
    own_settings.parent.mkdir()
    for content in ("{", "[]", '{"recent_libraries": [5, {"name": 1}]}'):
        own_settings.write_text(content)
        assert libraries.recent_libraries() == ()


@pytest.mark.parametrize("content", [b"", b"no database " * 1000])
def test_what_is_no_library_is_named_as_such(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.crosslight"
    path.write_bytes(content)
    assert len(check_library(path)) == 1
    assert path.read_bytes() == content


def test_another_programs_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE mine (x)")
    with pytest.raises(LibraryDamagedError, match="not a Crosslight library"):
        open_library(path)


@pytest.mark.parametrize("where", ["missing/none.crosslight", ".", "nosuchdatabase://host/x"])
def test_what_cannot_be_opened_is_refused_with_a_remedy(where: str) -> None:
    with pytest.raises(CrosslightError) as refusal:
        open_library(where)
    assert refusal.value.remedy


def test_a_library_of_a_later_version_can_be_read_and_not_written(samples: Library) -> None:
    assert samples.path is not None
    samples.close()
    with closing(sqlite3.connect(samples.path)) as other:
        other.execute("PRAGMA user_version = 99")
    later = open_library(samples.path)
    assert later.read_only
    assert count_articles(later).all == 5
    with pytest.raises(CrosslightError, match="only be read"):
        next(import_files(later, sample_articles()))
    later.close()


def refuse(_path: Path, _mode: int) -> bool:
    return False


def test_a_library_in_a_folder_without_rights_can_be_read(
    samples: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert samples.path is not None
    samples.close()
    samples.path.parent.chmod(0o500)
    # To root everything is writable; what follows is the same for all.
    monkeypatch.setattr(os, "access", refuse)
    try:
        reading = open_library(samples.path)
        assert reading.read_only
        assert count_articles(reading).all == 5
        reading.close()
    finally:
        samples.path.parent.chmod(0o700)


def test_a_second_writer_is_told_to_wait_and_readers_go_on(
    samples: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert samples.path is not None
    monkeypatch.setattr("db.engine.BUSY_TIMEOUT_S", 0.05)
    second = open_library(samples.path)
    with closing(sqlite3.connect(samples.path)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert count_articles(second).all == 5
        with pytest.raises(CrosslightError, match="Another program"):
            run_import(second, write(tmp_path, "storm.txt"))
    assert count_articles(second).all == 5
    assert len(run_import(second, tmp_path / "storm.txt")) == 1
    second.close()


def test_two_threads_import_without_loss(library: Library, tmp_path: Path) -> None:
    for number in range(12):
        write(tmp_path / f"{number % 2}", f"{number}.txt", f"Report {number} of the day.\n\nWords.")
    threads = [
        threading.Thread(target=run_import, args=(library, tmp_path / side)) for side in "01"
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert count_articles(library).all == 12


def test_a_backup_brings_everything_back(samples: Library, tmp_path: Path) -> None:
    assert samples.path is not None
    backup = tmp_path / "backup" / "copy.crosslight"
    backup_library(samples, backup)
    run_import(samples, write(tmp_path, "storm.txt"))
    samples.close()
    kept = restore_library(samples.path, backup)
    assert kept is not None
    for path, articles in ((samples.path, 5), (kept, 6)):
        opened = open_library(path)
        assert count_articles(opened).all == articles
        opened.close()
    assert check_library(samples.path) == ()


def test_a_damaged_backup_replaces_nothing(samples: Library, tmp_path: Path) -> None:
    assert samples.path is not None
    backup = tmp_path / "copy.crosslight"
    backup_library(samples, backup)
    engine = sqlite_engine(backup)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE article SET title = 'x' WHERE number = 2")
    engine.dispose()
    with pytest.raises(CrosslightError, match="damaged"):
        restore_library(samples.path, backup)
    assert count_articles(samples).all == 5


def test_a_restore_works_where_nothing_or_rubbish_is(samples: Library, tmp_path: Path) -> None:
    backup = tmp_path / "copy.crosslight"
    backup_library(samples, backup)
    fresh, rubbish = tmp_path / "new" / "a.crosslight", tmp_path / "b.crosslight"
    rubbish.write_bytes(b"rubbish")
    assert restore_library(fresh, backup) is None
    kept = restore_library(rubbish, backup)
    assert kept is not None
    assert kept.read_bytes() == b"rubbish"
    assert check_library(fresh) == check_library(rubbish) == ()


def test_search_and_pages_go_through_the_lists(samples: Library) -> None:
    first = list_articles(samples, ArticleQuery(limit=2))
    rest = list_articles(samples, ArticleQuery(after=first[-1].id))
    assert len(first) + len(rest) == 5
    assert len(list_articles(samples, ArticleQuery(text="troops zelensk"))) == 5
    assert [row.outlet for row in list_articles(samples, ArticleQuery(text="ATACMS"))] == [
        "Euromaidan Press"
    ]
    assert len(list_articles(samples, ArticleQuery("outlet", "RFE/RL"))) == 1
    with pytest.raises(CrosslightError):
        list_articles(samples, ArticleQuery("nonsense"))


def test_a_place_is_shown_without_its_password(library: Library) -> None:
    assert library.shown == str(library.path)
    url = "postgresql+psycopg://ann:S3cret@db/news"
    server = Library("news", url, None, read_only=False, engine=library.engine)
    assert server.shown == "postgresql+psycopg://ann:***@db/news"
    assert libraries.without_password(library.url) == library.url
    assert "S3cret" not in libraries.without_password("news://ann:S3cret@host:port/news")


def test_a_library_with_too_long_a_name_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(CrosslightError, match="cannot be opened"):
        create_library(tmp_path / f"{'x' * 300}.crosslight")
