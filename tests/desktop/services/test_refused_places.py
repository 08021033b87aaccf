"""Places for libraries, backups and settings: a wrong one is named, with what to do instead."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.services import settings
from desktop.services.articles import count_articles
from desktop.services.errors import CrosslightError, LibraryDamagedError
from desktop.services.files import write_whole
from desktop.services.libraries import Library, create_library, open_library, without_password
from desktop.services.maintenance import backup_library, check_library, restore_library
from desktop.services.settings import recent_libraries, write_settings
from tests.desktop.services.conftest import run_import, write


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


@pytest.fixture
def backup(library: Library, tmp_path: Path) -> Path:
    """Give the backup of a library with one article."""
    run_import(library, write(tmp_path / "files", "storm.txt"))
    path = tmp_path / "Backup.crosslight"
    backup_library(library, path)
    return path


@pytest.mark.parametrize(
    ("place", "message", "remedy"),
    [
        ("folder", "is a folder, not a library.", "Name a file in it."),
        ("none.crosslight", "There is no library at", "create a library there."),
        ("file.txt/x.crosslight", "There is no library at", "Check the path"),
        ("file.txt", "damaged or is not a Crosslight library.", "choose another file."),
        ("empty.crosslight", "is empty.", "Restore a backup."),
        ("a" * 300, "cannot be opened:", "where you may write."),
    ],
)
def test_a_place_without_a_library_is_named(
    tmp_path: Path, place: str, message: str, remedy: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file.txt").write_text("These are words and no library. " * 100)
    (tmp_path / "empty.crosslight").touch()
    before = names(tmp_path)
    with pytest.raises(CrosslightError) as refusal:
        open_library(tmp_path / place, read_only=True)
    assert str(tmp_path / place) in refusal.value.message
    assert message in refusal.value.message
    assert remedy in refusal.value.remedy
    assert names(tmp_path) == before


@pytest.mark.parametrize("place", ["file.txt/x.crosslight", "file.txt/deep/x.crosslight"])
def test_no_library_is_made_below_a_file(tmp_path: Path, place: str) -> None:
    (tmp_path / "file.txt").write_text("words")
    with pytest.raises(CrosslightError, match="cannot be opened") as refusal:
        open_library(tmp_path / place, create=True)
    assert refusal.value.remedy == "Choose a folder where you may write."
    assert (tmp_path / "file.txt").read_text() == "words"


def test_a_new_library_gets_the_folders_it_needs_and_keeps_what_was_there(tmp_path: Path) -> None:
    place = tmp_path / "deep" / "deeper" / "Łódź – 🌊 # 1?.crosslight"
    made = create_library(place)
    assert (made.name, made.path, made.read_only) == ("Łódź – 🌊 # 1?", place, False)
    made.close()
    with pytest.raises(CrosslightError, match="There is a file at") as refusal:
        create_library(place)
    assert refusal.value.remedy == "Choose another name."
    assert check_library(place) == ()


@pytest.mark.parametrize(
    "url",
    ["nonsense://ann:S3cret@host/news", "postgresql+nodriver://ann:S3cret@host/news",
     "postgresql://ann:S3cret@host:port/news", "mysql://ann:S3cret@/"],
)  # fmt: skip
def test_a_server_that_cannot_be_reached_tells_no_password(url: str) -> None:
    with pytest.raises(CrosslightError) as refusal:
        open_library(url)
    assert "S3cret" not in str(refusal.value)
    assert refusal.value.remedy
    assert "S3cret" not in without_password(url)


@pytest.mark.parametrize("how", ["itself", "a link", "a second name", "another way there"])
def test_a_library_is_no_backup_of_itself(library: Library, tmp_path: Path, how: str) -> None:
    assert library.path is not None
    target = tmp_path / "other.crosslight"
    if how == "itself":
        target = library.path
    elif how == "a link":
        target.symlink_to(library.path)
    elif how == "a second name":
        os.link(library.path, target)
    else:
        target = tmp_path / "library" / ".." / "library" / library.path.name
    with pytest.raises(CrosslightError, match="no backup of itself") as refusal:
        backup_library(library, target)
    assert refusal.value.remedy == "Choose another file."
    with pytest.raises(CrosslightError, match="backup is the library itself"):
        restore_library(target, library.path)
    assert check_library(library.path) == ()


@pytest.mark.parametrize("place", ["folder", "a" * 300, "file.txt/x.crosslight"])
def test_a_backup_to_a_place_that_takes_none_leaves_all_as_it_was(
    library: Library, tmp_path: Path, place: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "mine.txt").write_text("mine")
    (tmp_path / "file.txt").write_text("words")
    before = names(tmp_path)
    with pytest.raises(CrosslightError, match="cannot be written") as refusal:
        backup_library(library, tmp_path / place)
    assert str(tmp_path / place) in refusal.value.message
    assert "space" in refusal.value.remedy
    assert (names(tmp_path), names(tmp_path / "folder")) == (before, {"mine.txt"})


def test_a_folder_is_not_moved_away_for_a_restored_library(tmp_path: Path, backup: Path) -> None:
    (tmp_path / "Documents").mkdir()
    (tmp_path / "Documents" / "mine.txt").write_text("mine")
    before = names(tmp_path)
    with pytest.raises(CrosslightError, match="is a folder, not a library") as refusal:
        restore_library(tmp_path / "Documents", backup)
    assert refusal.value.remedy == "Name a file in it."
    assert names(tmp_path) == before
    assert (tmp_path / "Documents" / "mine.txt").read_text() == "mine"


@pytest.mark.parametrize("place", ["a" * 300, "file.txt/x.crosslight"])
def test_a_restore_to_a_place_that_takes_none_leaves_no_rest(
    tmp_path: Path, backup: Path, place: str
) -> None:
    (tmp_path / "file.txt").write_text("words")
    before = names(tmp_path)
    with pytest.raises(CrosslightError, match="cannot be written"):
        restore_library(tmp_path / place, backup)
    assert names(tmp_path) == before


def test_a_library_on_a_server_is_backed_up_there(library: Library, tmp_path: Path) -> None:
    server = replace(library, path=None, url="postgresql://host/news")
    with pytest.raises(CrosslightError, match="backed up there") as refusal:
        backup_library(server, tmp_path / "x.crosslight")
    assert refusal.value.remedy == "Use the server's own means."
    assert not (tmp_path / "x.crosslight").exists()


def test_a_damaged_library_makes_no_backup_and_the_older_one_stays(
    library: Library, backup: Path
) -> None:
    assert library.path is not None
    before = backup.read_bytes()
    with closing(sqlite3.connect(library.path)) as other, other:
        other.execute("UPDATE article SET title = 'changed'")
    with pytest.raises(CrosslightError, match="is damaged, and so would be its copy: What is") as e:
        backup_library(library, backup)
    assert "earlier backup" in e.value.remedy
    assert backup.read_bytes() == before
    assert names(backup.parent) == {"Backup.crosslight", "files", "library"}
    assert restore_library(library.path, backup) is not None
    assert check_library(library.path) == ()


def test_a_file_that_is_no_backup_restores_nothing(library: Library, tmp_path: Path) -> None:
    assert library.path is not None
    rubbish = write(tmp_path, "Backup.crosslight", "These are words and no library. " * 100)
    with pytest.raises(CrosslightError, match=r"The backup .* is damaged: The file") as refusal:
        restore_library(library.path, rubbish)
    assert refusal.value.remedy == "Use another backup."
    assert count_articles(library).all == 0
    assert len(check_library(rubbish)) == 1
    with pytest.raises(LibraryDamagedError):
        open_library(rubbish)


def test_a_file_is_written_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "report.pdf"
    write_whole(target, b"first")
    write_whole(target, b"second")
    assert (target.read_bytes(), names(tmp_path)) == (b"second", {"report.pdf"})

    def fail(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="No space"):
        write_whole(target, b"third")
    assert (target.read_bytes(), names(tmp_path)) == (b"second", {"report.pdf"})


@pytest.mark.parametrize("content", ["[" * 200_000, '{"recent_libraries": 5}', "null", "\ufeff{}"])
def test_settings_of_another_shape_are_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str
) -> None:
    monkeypatch.setattr(settings, "settings_path", lambda: tmp_path / "settings.json")
    (tmp_path / "settings.json").write_text(content, encoding="utf-8")
    assert recent_libraries() == ()
    write_settings({"theme": "dark"})
    assert settings.read_settings() == {"theme": "dark"}
