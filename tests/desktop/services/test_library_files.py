"""Opening a library: one writing program at a time, and reasons where it can only be read."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from db.locks import Holder, is_held, lock_path
from desktop.services import decisions, library_files, settings
from desktop.services.articles import count_articles
from desktop.services.errors import CrosslightError, LibraryDamagedError
from desktop.services.libraries import (
    VIEWER,
    WINDOW,
    Access,
    Library,
    ReadOnly,
    create_library,
    open_library,
    tell_holder,
)
from desktop.services.maintenance import check_in_steps, check_library, remember_damage
from desktop.services.settings import known_damage, note_damage
from tests.db.test_locks import other_program
from tests.desktop.services.conftest import run_import, write
from tests.desktop.services.test_backups import finish

IMPATIENT = Access(patience_s=0.0)


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "config" / "settings.json"
    monkeypatch.setattr(settings, "settings_path", lambda: path)


@pytest.fixture
def shelf(samples: Library) -> Path:
    """Return the closed file of a library with the samples."""
    samples.close()
    assert samples.path is not None
    return samples.path


def test_an_open_library_is_held_until_it_is_closed(shelf: Path) -> None:
    library = open_library(shelf)
    again = open_library(shelf)
    assert is_held(shelf)
    library.close()
    assert is_held(shelf)
    again.close()
    assert not is_held(shelf)


def test_a_library_opened_for_reading_holds_nothing(shelf: Path) -> None:
    library = open_library(shelf, read_only=True)
    assert (is_held(shelf), library.reason) == (False, ReadOnly.ASKED)
    library.close()


def test_a_second_writing_program_is_told_who_is_first(shelf: Path) -> None:
    with (
        other_program(shelf),
        pytest.raises(CrosslightError, match="another Crosslight window") as refusal,
    ):
        open_library(shelf, access=IMPATIENT)
    assert "process 7" in refusal.value.message
    assert "reading works meanwhile" in refusal.value.remedy
    open_library(shelf, access=IMPATIENT).close()


def test_readers_always_work(shelf: Path) -> None:
    with other_program(shelf):
        library = open_library(shelf, read_only=True)
        assert count_articles(library).all == 5
        library.close()
        assert check_library(shelf) == ()


@pytest.mark.parametrize("access", [VIEWER, WINDOW])
def test_who_may_read_instead_reads_and_every_change_says_why_not(
    shelf: Path, access: Access
) -> None:
    with other_program(shelf):
        library = open_library(shelf, access=access)
        assert (library.read_only, library.reason) == (True, ReadOnly.HELD)
        assert library.holder == Holder("window", 7, "2026-01-01T00:00:00+00:00")
        with pytest.raises(CrosslightError, match="is being written by another Crosslight window"):
            decisions.undo(library)
        library.close()


def test_a_library_that_is_not_there_yet_is_not_read_instead(tmp_path: Path) -> None:
    path = tmp_path / "New.crosslight"
    with other_program(path), pytest.raises(CrosslightError, match="is being written"):
        open_library(path, create=True, access=VIEWER)
    assert not path.exists()


@pytest.mark.parametrize(
    ("holder", "words"),
    [
        (None, "another program on this computer"),
        (Holder("command", 5, "no moment"), "a Crosslight command on this computer"),
        (Holder("window", 5, "2026-01-02T03:04:05+00:00"), "window on this computer (since "),
    ],
)
def test_a_holder_is_named_as_far_as_it_is_known(holder: Holder | None, words: str) -> None:
    assert words in tell_holder(holder)


def test_what_is_made_is_for_its_owner_alone(tmp_path: Path) -> None:
    library = create_library(tmp_path / "a" / "b" / "New.crosslight")
    run_import(library, write(tmp_path, "storm.txt"))
    made = [tmp_path / "a", tmp_path / "a" / "b", *(tmp_path / "a" / "b").iterdir()]
    assert {path.name for path in made} >= {"New.crosslight", "New.crosslight-wal"}
    assert {path.stat().st_mode & 0o077 for path in made} == {0}
    library.close()


def test_the_rights_that_a_user_gave_a_library_are_kept(shelf: Path) -> None:
    shelf.chmod(0o640)
    open_library(shelf).close()
    assert shelf.stat().st_mode & 0o777 == 0o640


def test_a_library_known_to_be_damaged_is_only_read(shelf: Path) -> None:
    with closing(sqlite3.connect(shelf)) as other, other:
        other.execute("UPDATE article SET title = 'Odd' WHERE number = 2")
    problems = finish(check_in_steps(shelf))
    assert len(problems) == 1
    assert "“Odd”" in problems[0]
    library = open_library(shelf)
    assert (library.reason, library.damage) == (ReadOnly.DAMAGED, problems)
    assert count_articles(library).all == 5
    with pytest.raises(CrosslightError, match="nothing more is changed") as refusal:
        decisions.undo(library)
    assert "Salvage" in refusal.value.remedy
    library.close()


def test_damage_is_forgotten_when_the_file_is_another_one_or_is_found_sound(shelf: Path) -> None:
    note_damage(shelf, ["The file is damaged: x."])
    assert known_damage(shelf) == ("The file is damaged: x.",)
    remember_damage(shelf, ())
    assert known_damage(shelf) == ()
    note_damage(shelf, ["The file is damaged: x."])
    with closing(sqlite3.connect(shelf)) as other, other:
        other.execute("UPDATE library_info SET name = 'Another'")
    assert known_damage(shelf) == ()
    assert not open_library(shelf).read_only


@pytest.mark.parametrize("noted", [5, {"x": 5}, {"x": {"state": [], "problems": 5}}])
def test_a_note_of_damage_that_cannot_be_read_is_none(shelf: Path, noted: object) -> None:
    settings.write_settings({"damaged_libraries": noted})
    assert known_damage(shelf) == ()
    note_damage(shelf, ["x"])
    assert known_damage(shelf) == ("x",)


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS])
def test_a_folder_that_takes_no_lock_leaves_the_library_to_be_read(
    shelf: Path, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(library_files, "_hold", refuse)
    library = open_library(shelf)
    assert (library.reason, count_articles(library).all) == (ReadOnly.PLACE, 5)
    library.close()


def test_a_disk_too_full_for_a_lock_is_named(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(library_files, "_hold", refuse)
    with pytest.raises(CrosslightError, match=r"disk of .* is full"):
        open_library(shelf)


def break_head(path: Path) -> None:
    path.write_bytes(b"x" * 4096 + path.read_bytes()[4096:])


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:2000])


@pytest.mark.parametrize("damage", [break_head, cut])
def test_a_library_that_cannot_be_opened_at_all_is_called_damaged_and_not_held(
    shelf: Path, damage: Callable[[Path], None]
) -> None:
    damage(shelf)
    with pytest.raises(LibraryDamagedError):
        open_library(shelf)
    assert not is_held(shelf)
    assert not lock_path(shelf).exists()
