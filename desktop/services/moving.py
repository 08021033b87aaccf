"""Moving and renaming a library's file, with its backups; its name is that of the file."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from db.backup import drop_companions, sync
from desktop.services.backup_files import backup_folder
from desktop.services.errors import CrosslightError
from desktop.services.files import to_text
from desktop.services.libraries import COMMAND, Access, library_path, open_library
from desktop.services.library import SQLITE_URL
from desktop.services.library_copies import write_copy
from desktop.services.library_files import cannot_open, take_lock
from desktop.services.locations import LIBRARY_ENDING, make_folder
from desktop.services.settings import RecentLibrary, rename_recent

_NOT_IN_NAMES = '<>:"/\\|?*'
_MOST_NAME = 120


def rename_library(where: str | Path, name: str, access: Access = COMMAND) -> Path:
    """Give a library that nobody uses another name, in the same folder; return its new path.

    Raises:
        CrosslightError: The name cannot be used, is taken, or the library is in use.
    """
    path = _file_of(where)
    plain = " ".join(name.split()).removesuffix(LIBRARY_ENDING)
    if not plain or plain.startswith(".") or any(letter in _NOT_IN_NAMES for letter in plain):
        raise CrosslightError(
            f"“{name}” cannot be the name of a file.", f"Leave out {' '.join(_NOT_IN_NAMES)}."
        )
    suffix = path.suffix or LIBRARY_ENDING
    return move_library(path, path.with_name(f"{plain[:_MOST_NAME]}{suffix}"), access)


def move_library(where: str | Path, target: Path, access: Access = COMMAND) -> Path:
    """Move a library that nobody uses, with its backups; return its new path.

    Args:
        where: The library.
        target: Its new path, or a folder that it goes into under its name.
        access: What is done where another program writes to it.

    Raises:
        CrosslightError: Something is there already, the library is in use, or cannot be moved.
    """
    path, place = _file_of(where), target.absolute()
    if place.is_dir():
        place /= path.name
    if not path.exists():
        raise CrosslightError(f"There is no library at {path}.", "Check the path.")
    if os.path.lexists(place):
        raise CrosslightError(f"There is a file at {place} already.", "Choose another name.")
    try:
        lock = take_lock(path, access)
        try:
            _gather(path)
            make_folder(place.parent)
            _move(path, place)
        finally:
            lock.release()
        _move_backups(path, place)
    except (OSError, sqlite3.Error) as error:
        raise _cannot_move(path, error) from error
    moved = RecentLibrary(to_text(place.stem), f"{SQLITE_URL}{place}")
    with suppress(OSError):
        rename_recent(f"{SQLITE_URL}{path}", moved)
    return place


def _gather(path: Path) -> None:
    """Bring all of a library into its one file, which takes that nobody else has it open."""
    with closing(sqlite3.connect(path, timeout=1.0)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    drop_companions(path)


def _move(path: Path, place: Path) -> None:
    try:
        path.rename(place)
        sync(place.parent)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        library = open_library(path, read_only=True)
        try:
            write_copy(library, place)
        finally:
            library.close()
        path.unlink()
        drop_companions(path)
    sync(path.parent)


def _move_backups(path: Path, place: Path) -> None:
    before, after = backup_folder(path), backup_folder(place)
    if not before.is_dir() or after.exists():
        return
    with suppress(OSError):  # they stay where they are
        shutil.move(before, after)


def _cannot_move(path: Path, error: Exception) -> CrosslightError:
    reason = str(error).lower()
    if "locked" in reason or "busy" in reason:
        return CrosslightError(
            f"The library {path} is open in another program.",
            "Close every program that uses it, and try again.",
        )
    if isinstance(error, OSError):
        return CrosslightError(
            f"The library {path} cannot be moved: {error.strerror}.",
            "Check the free space, and that you may write there.",
        )
    return cannot_open(path, error)


def _file_of(where: str | Path) -> Path:
    path = library_path(where)
    if path is None:
        raise CrosslightError(
            "A library on a server is moved and renamed there.", "Use the server's own means."
        )
    return path.absolute()
