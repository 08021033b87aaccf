"""A copy of a library is whole or not there: nothing half written keeps its name."""

from __future__ import annotations

import errno
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desktop.services.articles import count_articles
from desktop.services.errors import CrosslightError, LibraryDamagedError
from desktop.services.libraries import Library, open_library
from desktop.services.library_copies import (
    cannot_write,
    put_in_place,
    require_sound_copy,
    with_part,
    write_copy,
)
from desktop.services.maintenance import check_library
from desktop.services.stepwise import StoppedError, Teller
from tests.desktop.services.conftest import run_import, write


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("name", ["Copy.crosslight", "Лист 🌊 #1?&%20.crosslight", "no ending"])
def test_a_copy_is_the_library_and_nothing_lies_beside_it(
    samples: Library, tmp_path: Path, name: str
) -> None:
    target = tmp_path / "made" / "on the way" / name
    write_copy(samples, target)
    assert files(target.parent) == [name]
    assert check_library(target) == ()
    copy = open_library(target)
    assert count_articles(copy) == count_articles(samples)
    copy.close()


def test_a_copy_holds_what_was_there_and_not_what_came_later(
    samples: Library, tmp_path: Path
) -> None:
    target = tmp_path / "Copy.crosslight"
    write_copy(samples, target)
    run_import(samples, write(tmp_path, "storm.txt"))
    copy = open_library(target, read_only=True)
    assert (count_articles(copy).all, count_articles(samples).all) == (5, 6)
    copy.close()


def test_a_copy_takes_the_place_of_another_file_with_what_lay_beside_it(
    samples: Library, tmp_path: Path
) -> None:
    folder = tmp_path / "old"
    write(folder, "Copy.crosslight", "an earlier file")
    write(folder, "Copy.crosslight-wal", "what a crash left")
    write(folder, "Copy.crosslight-shm", "what a crash left")
    write_copy(samples, folder / "Copy.crosslight")
    assert files(folder) == ["Copy.crosslight"]
    assert check_library(folder / "Copy.crosslight") == ()


def test_a_copy_that_nobody_waits_for_leaves_the_earlier_one(
    samples: Library, tmp_path: Path
) -> None:
    folder = tmp_path / "old"
    earlier = write(folder, "Copy.crosslight", "an earlier file")
    teller = Teller("Copying")
    teller.stopped.set()
    with pytest.raises(StoppedError):
        write_copy(samples, earlier, teller)
    assert files(folder) == ["Copy.crosslight"]
    assert earlier.read_text() == "an earlier file"


def test_a_copy_tells_how_far_it_is(samples: Library, tmp_path: Path) -> None:
    teller = Teller("Copying")
    write_copy(samples, tmp_path / "Copy.crosslight", teller)
    assert teller.done == teller.total > 0


def test_a_place_below_a_file_is_refused_by_its_name(samples: Library, tmp_path: Path) -> None:
    write(tmp_path, "file.txt")
    target = tmp_path / "file.txt" / "Copy.crosslight"
    with pytest.raises(CrosslightError) as refusal:
        write_copy(samples, target)
    assert str(target.parent) in refusal.value.message
    assert refusal.value.remedy


def test_a_folder_that_is_called_so_stays_a_folder(samples: Library, tmp_path: Path) -> None:
    folder = tmp_path / "Copy.crosslight"
    write(folder, "inside.txt")
    with pytest.raises(CrosslightError, match="cannot be written") as refusal:
        write_copy(samples, folder)
    assert str(folder) in refusal.value.message
    assert files(folder) == ["inside.txt"]
    assert [name for name in files(tmp_path) if name.startswith(".copy-")] == []


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), "No space left on device"),
        (sqlite3.OperationalError("disk I/O error"), "disk I/O error"),
    ],
)
def test_a_failure_on_the_way_is_told_and_cleaned_up(
    tmp_path: Path, error: Exception, reason: str
) -> None:
    target = tmp_path / "kept" / "Copy.crosslight"

    def fail(part: Path) -> None:
        part.write_bytes(b"half of it")
        Path(f"{part}-wal").write_bytes(b"more of it")
        raise error

    with pytest.raises(CrosslightError, match=reason) as refusal:
        with_part(target, fail)
    assert refusal.value.message == cannot_write(target, error).message
    assert "free space" in refusal.value.remedy
    assert files(target.parent) == []


def test_a_file_is_given_its_name_in_one_step(tmp_path: Path) -> None:
    part, target = write(tmp_path, "part.tmp", "new"), write(tmp_path, "kept.txt", "old")
    put_in_place(part, target)
    assert (files(tmp_path), target.read_text()) == (["kept.txt"], "new")


def test_a_damaged_copy_is_no_copy(samples: Library, tmp_path: Path) -> None:
    target = tmp_path / "Copy.crosslight"
    write_copy(samples, target)
    require_sound_copy(target, Teller())
    with closing(sqlite3.connect(target)) as connection, connection:
        connection.execute("UPDATE article SET text = text || ' more'")
    with pytest.raises(LibraryDamagedError, match="so would be its copy") as refusal:
        require_sound_copy(target, Teller())
    assert "salvage" in refusal.value.remedy


def test_a_damaged_library_gives_no_copy_and_keeps_the_earlier_one(
    samples: Library, tmp_path: Path
) -> None:
    target = tmp_path / "Copy.crosslight"
    write_copy(samples, target)
    earlier = target.read_bytes()
    assert samples.path is not None
    with closing(sqlite3.connect(samples.path)) as connection, connection:
        connection.execute("UPDATE article SET text = 'another text'")
    with pytest.raises(LibraryDamagedError):
        write_copy(samples, target)
    assert target.read_bytes() == earlier
