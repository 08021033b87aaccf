"""Watched folders: a file is told of once it is complete, and only if articles are in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.services.articles import count_articles
from desktop.services.errors import CrosslightError
from desktop.services.libraries import Library
from desktop.services.watching import (
    FolderWatch,
    is_article,
    unread_files,
    unwatch_folder,
    watch_folder,
    watched_folders,
)
from tests.desktop.services.conftest import STORM, run_import, write

LONG_S = 20.0
SOON_S = 0.05


def test_a_new_file_is_told_of_when_it_no_longer_changes(tmp_path: Path) -> None:
    with FolderWatch([tmp_path], SOON_S) as watch:
        path = write(tmp_path, "storm.txt")
        assert watch.take(LONG_S) == [path]
        assert watch.take(SOON_S) == []


def test_a_file_that_grows_is_not_complete(tmp_path: Path) -> None:
    with FolderWatch([tmp_path], settled_s=1_000.0) as watch:
        write(tmp_path, "storm.txt")
        assert watch.take(SOON_S) == []


def test_a_changed_file_is_told_of_again_and_an_untouched_one_is_not(tmp_path: Path) -> None:
    path = write(tmp_path, "storm.txt")
    with FolderWatch([tmp_path], SOON_S) as watch:
        watch.note(path)
        assert watch.take(LONG_S) == [path]
        watch.note(path)
        assert watch.take(SOON_S) == []
        path.write_text(STORM + "More of it.\n")
        assert watch.take(LONG_S) == [path]


def test_files_in_folders_below_and_moved_in_are_seen(tmp_path: Path) -> None:
    elsewhere, watched = tmp_path / "elsewhere", tmp_path / "watched"
    watched.mkdir()
    write(elsewhere / "deep", "a.txt")
    with FolderWatch([watched], SOON_S) as watch:
        (elsewhere / "deep").rename(watched / "deep")
        assert watch.take(LONG_S) == [watched / "deep" / "a.txt"]
        other = write(watched / "new" / "deeper", "b.txt")
        assert watch.take(LONG_S) == [other]


def test_a_file_that_is_gone_again_is_forgotten(tmp_path: Path) -> None:
    with FolderWatch([tmp_path], SOON_S) as watch:
        watch.note(tmp_path / "gone.txt")
        assert watch.take(SOON_S) == []


def test_a_folder_that_is_not_there_is_passed_over(tmp_path: Path) -> None:
    with FolderWatch([tmp_path / "none", tmp_path], SOON_S) as watch:
        path = write(tmp_path, "storm.txt")
        assert watch.take(LONG_S) == [path]


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("storm.txt", True),
        ("Page.HTML", True),
        ("crawl.warc.gz", True),
        (".storm.txt.part", False),
        ("storm.html.crdownload", False),
        ("~$storm.docx", False),
        (".hidden.txt", False),
        ("photo.jpg", False),
        ("page_files/frame.html", False),
    ],
)
def test_only_complete_files_that_can_be_read_count(name: str, is_one: bool) -> None:
    assert is_article(Path("folder") / name) is is_one


def test_watched_folders_are_remembered_and_removed(library: Library, tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        folder.mkdir()
        watch_folder(library, folder)
    watch_folder(library, first)
    assert [folder.path for folder in watched_folders(library)] == [first, second]
    first.rmdir()
    assert [folder.path for folder in watched_folders(library)] == [first, second]
    unwatch_folder(library, first)
    assert [folder.path for folder in watched_folders(library)] == [second]
    with pytest.raises(CrosslightError, match="no folder"):
        watch_folder(library, write(tmp_path, "a.txt"))


def test_what_is_in_a_folder_is_read_once(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "watched"
    first = write(folder, "a.txt")
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0 picture")
    assert unread_files(library, folder) == [first]
    run_import(library, first)
    assert unread_files(library, folder) == []
    second = write(folder, "b.txt", STORM.replace("Anville", "Benville"))
    assert unread_files(library, folder) == [second]
    run_import(library, second)
    assert count_articles(library).all == 2
