"""Names of backups: the folder beside a library, the moment, and why each was made."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from desktop.services.locations import LIBRARY_ENDING

_MOMENT = "%Y%m%d-%H%M%S"


class BackupKind(StrEnum):
    """Why a backup was made."""

    TIMED = "timed"
    ASKED = "asked"
    MIGRATION = "before-update"
    RESTORE = "before-restore"
    EMPTYING = "before-emptying"


@dataclass(frozen=True, slots=True)
class BackupFile:
    """A backup by its name; `made` is in UTC."""

    path: Path
    made: datetime
    kind: BackupKind


_NAME = re.compile(rf"(\d{{8}}-\d{{6}})-({'|'.join(BackupKind)})(-\d+)?{re.escape(LIBRARY_ENDING)}")


def backup_folder(library: Path) -> Path:
    """Return the folder of a library's backups; it may be missing."""
    return library.with_name(f"{library.stem} backups")


def name_backup(library: Path, kind: BackupKind, moment: datetime | None = None) -> Path:
    """Return a free path for a new backup of a library."""
    made = (moment or datetime.now(UTC)).astimezone(UTC)
    folder, stem = backup_folder(library), f"{made.strftime(_MOMENT)}-{kind}"
    endings = ("", *(f"-{number}" for number in range(2, 1000)))
    names = (folder / f"{stem}{ending}{LIBRARY_ENDING}" for ending in endings)
    return next(path for path in names if not path.exists())


def find_backups(library: Path) -> tuple[BackupFile, ...]:
    """Return a library's backups, the latest first; what else lies there is left out."""
    try:
        found = [_to_backup(path) for path in backup_folder(library).iterdir()]
    except OSError:
        return ()
    known = [backup for backup in found if backup is not None]
    return tuple(sorted(known, key=lambda backup: (backup.made, backup.path.name), reverse=True))


def _to_backup(path: Path) -> BackupFile | None:
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    try:
        made = datetime.strptime(match[1], _MOMENT).replace(tzinfo=UTC)
    except ValueError:
        return None
    return BackupFile(path, made, BackupKind(match[2]))
