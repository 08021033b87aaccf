"""Moving and renaming: the file, its backups and the list follow, or nothing is changed."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from db.locks import Holder, hold
from desktop.services import settings
from desktop.services.articles import count_articles
from desktop.services.backups import list_backups
from desktop.services.errors import CrosslightError
from desktop.services.libraries import Library, open_library, recent_libraries, remember_library
from desktop.services.maintenance import check_library
from desktop.services.moving import move_library, rename_library
from tests.desktop.services.test_backups import finish


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "config" / "settings.json"
    monkeypatch.setattr(settings, "settings_path", lambda: path)


@pytest.fixture
def shelf(samples: Library) -> Path:
    """Return the closed file of a library with a backup, known among the recent ones."""
    from desktop.services.backups import back_up

    finish(back_up(samples))
    remember_library(samples)
    samples.close()
    assert samples.path is not None
    return samples.path


def holds_all(path: Path) -> bool:
    library = open_library(path)
    count = count_articles(library).all
    library.close()
    return count == 5 and check_library(path) == () and len(list_backups(path)) == 1


def test_a_renamed_library_has_its_articles_its_backups_and_its_place_in_the_list(
    shelf: Path,
) -> None:
    named = rename_library(shelf, "  Press   desk ")
    assert named == shelf.with_name("Press desk.crosslight")
    assert holds_all(named)
    assert not shelf.exists()
    assert {path.name for path in named.parent.iterdir()} >= {"Press desk backups"}
    assert [(each.name, each.is_missing) for each in recent_libraries()] == [("Press desk", False)]


@pytest.mark.parametrize("target", ["there", "there/New.crosslight", "new/deep/New.crosslight"])
def test_a_library_moves_to_a_path_or_into_a_folder(
    shelf: Path, tmp_path: Path, target: str
) -> None:
    (tmp_path / "there").mkdir()
    moved = move_library(shelf, tmp_path / target)
    assert moved.is_relative_to(tmp_path / target)
    assert holds_all(moved)
    assert not shelf.exists()


def test_a_library_moves_to_another_disk(
    shelf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if path == shelf:
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse)
    moved = move_library(shelf, tmp_path / "disk" / "L.crosslight")
    assert holds_all(moved)
    assert not shelf.exists()


@pytest.mark.parametrize("name", ["", "  ", "a/b", ".hidden", 'what "now"', "a:b", ".crosslight"])
def test_a_name_that_no_file_can_have_is_refused(shelf: Path, name: str) -> None:
    with pytest.raises(CrosslightError, match="cannot be the name"):
        rename_library(shelf, name)
    assert holds_all(shelf)


def occupied(shelf: Path) -> Callable[[], object]:
    (shelf.parent / "Taken.crosslight").touch()
    return lambda: None


def read_elsewhere(shelf: Path) -> Callable[[], object]:
    other = sqlite3.connect(shelf)
    other.execute("SELECT count(*) FROM article").fetchone()
    return other.close


def written_elsewhere(shelf: Path) -> Callable[[], object]:
    library = open_library(shelf)
    return library.close


@pytest.mark.parametrize(
    ("meanwhile", "target", "words"),
    [
        (occupied, "Taken.crosslight", "There is a file"),
        (read_elsewhere, "New.crosslight", "open in another program"),
        (written_elsewhere, "New.crosslight", "open in another program"),
        (occupied, "Taken.crosslight/New.crosslight", "cannot be moved"),
    ],
)
def test_a_library_that_cannot_be_moved_stays_where_it_is(
    shelf: Path, meanwhile: Callable[[Path], Callable[[], object]], target: str, words: str
) -> None:
    release = meanwhile(shelf)
    with pytest.raises(CrosslightError, match=words) as refusal:
        move_library(shelf, shelf.parent / target)
    assert refusal.value.remedy
    release()
    assert holds_all(shelf)
    with closing(sqlite3.connect(shelf)) as other:
        assert other.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_the_right_to_write_is_given_back(shelf: Path) -> None:
    moved = rename_library(shelf, "Another")
    for path in (shelf, moved):
        hold(path, Holder()).release()


@pytest.mark.parametrize("where", ["missing.crosslight", "postgresql://host/news"])
def test_what_is_no_file_is_not_moved(tmp_path: Path, where: str) -> None:
    place = where if "://" in where else tmp_path / where
    with pytest.raises(CrosslightError):
        move_library(place, tmp_path / "New.crosslight")
    assert not (tmp_path / "New.crosslight").exists()
