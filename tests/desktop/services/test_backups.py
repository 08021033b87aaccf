"""Backups: made when they are due, checked, listed, thinned out, and brought back."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.services import backups
from desktop.services.articles import count_articles
from desktop.services.backup_files import (
    BackupFile,
    BackupKind,
    backup_folder,
    find_backups,
    name_backup,
)
from desktop.services.backups import (
    back_up,
    back_up_if_due,
    expired,
    find_backup,
    list_backups,
    thin_out,
)
from desktop.services.errors import CrosslightError, LibraryDamagedError
from desktop.services.libraries import Library, open_library
from desktop.services.maintenance import check_library, restore_library
from desktop.services.progress import Progress
from tests.desktop.services.conftest import run_import, write

T = TypeVar("T")
NOW = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def finish(steps: Generator[Progress, None, T]) -> T:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def timed(*hours: float) -> list[BackupFile]:
    """Return backups by time that are so many hours old."""
    return [
        BackupFile(Path(f"{nth}.crosslight"), NOW - hour * HOUR, BackupKind.TIMED)
        for nth, hour in enumerate(hours)
    ]


def kept_of(made: list[BackupFile], room: float = 1e9) -> list[BackupFile]:
    gone = expired(made, {backup.path: 1 for backup in made}, room)
    return [backup for backup in made if backup not in gone]


def test_a_backup_asked_for_is_listed_with_its_size_and_articles(samples: Library) -> None:
    path = finish(back_up(samples))
    (listed,) = list_backups(samples.url)
    assert (listed.path, listed.kind, listed.articles) == (path, BackupKind.ASKED, 5)
    assert listed.size == path.stat().st_size
    assert abs(datetime.now(UTC) - listed.made) < timedelta(minutes=5)
    assert check_library(path) == ()
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_backups_are_for_the_owner_alone(samples: Library) -> None:
    path = finish(back_up(samples))
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0


def test_a_backup_is_due_after_half_an_hour_of_change_and_not_before(samples: Library) -> None:
    now = datetime.now(UTC)
    assert back_up_if_due(samples, now) is None
    first = back_up_if_due(samples, now + timedelta(minutes=31))
    assert first is not None
    assert find_backups(first.parent.with_name("Test.crosslight"))[0].kind is BackupKind.TIMED
    # Nothing has changed since.
    assert back_up_if_due(samples, now + timedelta(hours=9)) is None


def test_a_change_after_the_last_backup_makes_the_next_one_due(
    samples: Library, tmp_path: Path
) -> None:
    assert samples.path is not None
    earlier = datetime.now(UTC) - timedelta(hours=2)
    old = name_backup(samples.path, BackupKind.TIMED, earlier)
    finish(back_up(samples)).rename(old)
    run_import(samples, write(tmp_path, "storm.txt"))
    made = back_up_if_due(samples)
    assert made is not None
    assert [backup.articles for backup in list_backups(samples.path)] == [6, 5]


def test_an_empty_library_and_one_that_is_only_read_are_not_backed_up(library: Library) -> None:
    later = datetime.now(UTC) + timedelta(days=1)
    assert back_up_if_due(library, later) is None
    reading = open_library(library.url, read_only=True)
    assert back_up_if_due(reading, later) is None
    reading.close()


def test_a_damaged_library_drives_no_sound_backup_out(samples: Library) -> None:
    assert samples.path is not None
    sound = finish(back_up(samples))
    with closing(sqlite3.connect(samples.path)) as other, other:
        other.execute("UPDATE article SET title = 'x' WHERE number = 2")
    with pytest.raises(LibraryDamagedError, match="so would be its copy"):
        back_up_if_due(samples, datetime.now(UTC) + timedelta(days=1))
    assert [backup.path for backup in list_backups(samples.path)] == [sound]


def test_a_backup_that_nobody_waits_for_leaves_nothing(samples: Library) -> None:
    assert samples.path is not None
    steps = back_up(samples)
    next(steps, None)
    steps.close()
    assert all(path.suffix == ".crosslight" for path in backup_folder(samples.path).glob("*"))
    assert check_library(samples.path) == ()


def test_where_there_is_no_room_none_is_begun(
    samples: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def little(_path: Path) -> int:
        return 1000

    monkeypatch.setattr(backups, "_free", little)
    with pytest.raises(CrosslightError, match="no room") as refusal:
        finish(back_up(samples))
    assert "Free some space" in refusal.value.remedy
    assert list_backups(samples.url) == ()


def test_a_backup_is_found_by_name_path_or_as_the_latest(samples: Library, tmp_path: Path) -> None:
    path = finish(back_up(samples))
    for name in ("latest", path.name, path.stem, str(path)):
        assert find_backup(samples.url, name) == path
    with pytest.raises(CrosslightError, match="no backup at"):
        find_backup(samples.url, str(tmp_path / "none"))


def test_a_restore_keeps_what_was_there_among_the_backups(samples: Library, tmp_path: Path) -> None:
    assert samples.path is not None
    backup = finish(back_up(samples))
    run_import(samples, write(tmp_path, "storm.txt"))
    # The library stays open meanwhile, as in a window.
    kept = restore_library(samples.path, backup)
    assert count_articles(samples).all == 5
    assert kept is not None
    kinds = {each.path: (each.kind, each.articles) for each in list_backups(samples.path)}
    assert kinds[kept] == (BackupKind.RESTORE, 6)
    assert restore_library(samples.path, kept) is not None
    assert count_articles(samples).all == 6


def test_a_backup_that_cannot_be_read_is_listed_as_such(samples: Library) -> None:
    path = finish(back_up(samples))
    path.write_bytes(b"no database " * 1000)
    (listed,) = list_backups(samples.url)
    assert listed.articles is None


def test_other_files_beside_the_backups_are_left_alone(library: Library) -> None:
    assert library.path is not None
    folder = backup_folder(library.path)
    folder.mkdir()
    for name in ("notes.txt", "20261399-000000-timed.crosslight", "x-timed.crosslight"):
        (folder / name).touch()
    assert find_backups(library.path) == ()
    thin_out(library.path)
    assert len(list(folder.iterdir())) == 3


def test_names_of_the_same_moment_do_not_collide(library: Library) -> None:
    assert library.path is not None
    backup_folder(library.path).mkdir()
    paths: list[Path] = []
    for _ in range(3):
        paths.append(name_backup(library.path, BackupKind.TIMED, NOW))
        paths[-1].touch()
    assert len(set(paths)) == 3
    assert {backup.path for backup in find_backups(library.path)} == set(paths)
    assert {backup.made for backup in find_backups(library.path)} == {NOW}


def test_of_each_hour_day_and_week_the_newest_is_kept() -> None:
    made = timed(*(nth * 0.5 for nth in range(48 * 30)))
    ages = [(NOW - backup.made) / HOUR for backup in kept_of(made)]
    assert ages[:4] == [0, 0.5, 1.5, 2.5]
    assert sum(age < 8 for age in ages) >= 8
    days = {(NOW - age * HOUR).date() for age in ages}
    assert len(days) >= 9
    assert max(ages) > 21 * 24
    assert len(ages) < 24


def test_the_newest_stay_whatever_room_there_is() -> None:
    assert len(kept_of(timed(1, 30, 60, 90), room=0)) == 2


def test_the_oldest_go_first_where_room_is_short() -> None:
    made = timed(1, 30, 60, 90)
    assert kept_of(made, room=3) == made[:3]


def test_backups_of_other_kinds_are_kept_by_number() -> None:
    made = [
        BackupFile(Path(f"{kind}{nth}"), NOW - nth * 24 * HOUR, kind)
        for kind in (BackupKind.ASKED, BackupKind.MIGRATION)
        for nth in range(12)
    ]
    kept = kept_of(made, room=0)
    assert [backup.kind for backup in kept].count(BackupKind.ASKED) == 10
    assert [backup.kind for backup in kept].count(BackupKind.MIGRATION) == 5
    assert made[0] in kept


@given(st.lists(st.integers(0, 5000), max_size=60), st.integers(0, 40))
def test_the_newest_backup_is_never_taken_away(hours: list[int], room: int) -> None:
    made = timed(*sorted(set(hours)))
    kept = kept_of(made, room)
    assert made[:2] == kept[:2]
    # Thinning out once more takes nothing away.
    assert kept_of(kept, room) == kept or room < len(kept)
