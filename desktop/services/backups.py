"""Backups of a library: by time, on demand, listed, and thinned out as they grow old."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Generator, Iterable, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import quote

import sqlalchemy as sa

from db.tables import ArticleRow, LibraryInfoRow
from desktop.services.backup_files import (
    BackupFile,
    BackupKind,
    find_backups,
    name_backup,
)
from desktop.services.errors import CrosslightError
from desktop.services.libraries import Library, library_path
from desktop.services.maintenance import backup_library
from desktop.services.progress import Progress
from desktop.services.sessions import read_session
from desktop.services.stepwise import Teller, in_steps

__all__ = ["Backup", "BackupKind", "back_up", "back_up_if_due", "find_backup", "list_backups"]

EVERY = timedelta(minutes=30)
# The newest backup by time of so many hours, days and weeks is kept.
_HOURS, _DAYS, _WEEKS = 8, 7, 8
_KEPT_OF_OTHERS = {
    BackupKind.ASKED: 10,
    BackupKind.MIGRATION: 5,
    BackupKind.RESTORE: 5,
    BackupKind.EMPTYING: 5,
}
_LEAST_KEPT = 2
_MOST_OF_DISK = 0.2
_ROOM_LEFT = 64 << 20


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup as a list shows it; `articles` outside the trash, None where it cannot be read."""

    path: Path
    made: datetime
    kind: BackupKind
    size: int
    articles: int | None


def list_backups(where: str | Path) -> tuple[Backup, ...]:
    """Return the backups of a library, the latest first; it need not be readable itself."""
    path = library_path(where)
    if path is None:
        return ()
    found = (_describe(backup) for backup in find_backups(path.absolute()))
    return tuple(backup for backup in found if backup is not None)


def find_backup(where: str | Path, name: str) -> Path:
    """Return the backup of a library that a name, a path or “latest” stands for.

    Raises:
        CrosslightError: There is none.
    """
    path = library_path(where)
    known = find_backups(path.absolute()) if path is not None else ()
    if name == "latest" and known:
        return known[0].path
    named = next((each.path for each in known if name in (each.path.name, each.path.stem)), None)
    if named is not None or Path(name).exists():
        return named or Path(name)
    raise CrosslightError(f"There is no backup at {name}.", "List them with `crosslight backups`.")


def back_up(
    library: Library, kind: BackupKind = BackupKind.ASKED
) -> Generator[Progress, None, Path]:
    """Write a checked backup among the library's own, as a job, and return where it is.

    Raises:
        CrosslightError: The library is on a server, or there is no room.
        LibraryDamagedError: The library is damaged, and so would be its backup.
    """
    return (yield from in_steps("Backing up", lambda teller: write_backup(library, kind, teller)))


def back_up_if_due(
    library: Library, now: datetime | None = None, teller: Teller | None = None
) -> Path | None:
    """Write a backup where the last one is half an hour old and something has changed since.

    Raises:
        CrosslightError: There is no room for it.
        LibraryDamagedError: The library is damaged, and so would be its backup.
    """
    moment = now or datetime.now(UTC)
    return write_backup(library, BackupKind.TIMED, teller) if is_due(library, moment) else None


def is_due(library: Library, now: datetime) -> bool:
    """Say whether a backup by time is to be made."""
    if library.path is None or library.read_only:
        return False
    backups = find_backups(library.path)
    with read_session(library) as session:
        if session.scalar(sa.select(ArticleRow.number).limit(1)) is None:
            return False
        made = session.scalar(sa.select(LibraryInfoRow.created_at))
    last = backups[0].made if backups else _moment(made)
    # A clock that was set back must not end the backups for good.
    is_time = not timedelta(0) <= now - last < EVERY
    return is_time and not (backups and _changed(library.path) == _moment_of(backups[0].path))


def write_backup(library: Library, kind: BackupKind, teller: Teller | None = None) -> Path:
    """Write a checked backup among the library's own, and take away what is too old.

    Raises:
        CrosslightError: The library is on a server, or there is no room.
        LibraryDamagedError: The library is damaged, and so would be its backup.
    """
    if library.path is None:
        raise CrosslightError(
            "A library on a server is backed up there.", "Use the server's own means."
        )
    _require_room(library.path)
    target, changed = name_backup(library.path, kind), _changed(library.path)
    backup_library(library, target, teller)
    with suppress(OSError):  # by this it is seen later that nothing has changed since
        os.utime(target, ns=(changed, changed))
    thin_out(library.path)
    return target


def thin_out(path: Path) -> None:
    """Take away a library's backups that are too old, or too many for the disk; not the newest."""
    backups = find_backups(path)
    sizes = {backup.path: _size(backup.path) for backup in backups}
    room = _MOST_OF_DISK * (_free(path) + sum(sizes.values()))
    for backup in expired(backups, sizes, room):
        with suppress(OSError):
            backup.path.unlink()


def expired(
    backups: Iterable[BackupFile], sizes: Mapping[Path, int], room: float
) -> list[BackupFile]:
    """Return the backups that are no longer kept; `room` is what those by time may take up."""
    ordered = sorted(backups, key=lambda backup: backup.made, reverse=True)
    timed = [backup for backup in ordered if backup.kind is BackupKind.TIMED]
    kept = _one_a_slot(timed)
    kept += [backup for backup in timed[:_LEAST_KEPT] if backup not in kept]
    kept.sort(key=lambda backup: backup.made, reverse=True)
    while len(kept) > _LEAST_KEPT and sum(sizes[each.path] for each in kept) > room:
        kept.pop()
    for kind, most in _KEPT_OF_OTHERS.items():
        kept += [backup for backup in ordered if backup.kind is kind][:most]
    return [backup for backup in ordered if backup not in kept]


def _one_a_slot(timed: list[BackupFile]) -> list[BackupFile]:
    """Return the newest backup of each of the last hours, days and weeks that have one."""
    kept: list[BackupFile] = []
    for form, most in (("%Y-%m-%d %H", _HOURS), ("%Y-%m-%d", _DAYS), ("%G-%V", _WEEKS)):
        slots: dict[str, BackupFile] = {}
        for backup in timed:
            slots.setdefault(backup.made.strftime(form), backup)
        kept += [backup for backup in list(slots.values())[:most] if backup not in kept]
    return kept


def _require_room(library: Path) -> None:
    needed = sum(_size(Path(f"{library}{ending}")) for ending in ("", "-wal"))
    if _free(library) < needed + _ROOM_LEFT:
        raise CrosslightError(
            f"There is no room for a backup of {library}.",
            "Free some space on its disk; until then no backups are made.",
        )


def _describe(backup: BackupFile) -> Backup | None:
    try:
        size = backup.path.stat().st_size
    except OSError:
        return None
    return Backup(backup.path, backup.made, backup.kind, size, _count_articles(backup.path))


def _count_articles(path: Path) -> int | None:
    name = f"file:{quote(str(path).encode('utf-8', 'surrogateescape'))}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(name, uri=True)) as connection:
            query = "SELECT count(*) FROM article WHERE trashed_at IS NULL"
            return int(connection.execute(query).fetchone()[0])
    except sqlite3.Error:
        return None


def _changed(library: Path) -> int:
    """Return when a library's file was written to last, in nanoseconds."""
    return max(_moment_of(Path(f"{library}{ending}")) for ending in ("", "-wal"))


def _moment_of(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def _moment(stored: str | None) -> datetime:
    try:
        return datetime.fromisoformat(stored or "")
    except ValueError:
        return datetime.fromtimestamp(0, UTC)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _free(library: Path) -> int:
    try:
        return shutil.disk_usage(library.parent).free
    except OSError:
        return 0
