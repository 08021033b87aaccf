"""Copies of a library: written beside their place, checked, and only then called by their name."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from sqlalchemy.exc import DatabaseError

from db.backup import copy_database, drop_companions, sync
from db.engine import sqlite_engine
from db.integrity import find_damage
from desktop.services.errors import CrosslightError, LibraryDamagedError
from desktop.services.library import Library
from desktop.services.locations import make_folder
from desktop.services.stepwise import StoppedError, Teller


def write_copy(library: Library, target: Path, teller: Teller | None = None) -> None:
    """Write one whole, checked file with everything that is in the library now.

    Raises:
        CrosslightError: The file cannot be written.
        LibraryDamagedError: The library is damaged, and so would be its copy.
    """
    with_part(target, lambda part: _fill(library, part, target, teller or Teller()))


def with_part(target: Path, fill: Callable[[Path], None]) -> None:
    """Make a file beside its place and let `fill` write it and move it there; no rest remains.

    Raises:
        CrosslightError: The file cannot be written.
    """
    try:
        make_folder(target.parent)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".copy-", suffix=".tmp")
        os.close(handle)
        part = Path(name)
        try:
            fill(part)
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)
                drop_companions(part)
    except (OSError, sqlite3.Error, DatabaseError) as error:
        raise cannot_write(target, error) from error


def cannot_write(target: Path, error: Exception) -> CrosslightError:
    """Return what an error on writing a copy means for the user."""
    reason = getattr(error, "strerror", None) or str(getattr(error, "orig", None) or error)
    return CrosslightError(
        f"The copy {target} cannot be written: {reason}.",
        "Check the free space, and that you may write there.",
    )


def put_in_place(part: Path, target: Path) -> None:
    """Give a written file its name, in one step that outlives a power cut."""
    sync(part)
    # What a crash left beside another file would be taken for changes of this one.
    drop_companions(target)
    part.replace(target)
    sync(target.parent)


def require_sound_copy(part: Path, teller: Teller) -> None:
    """Refuse a copy that is damaged.

    Raises:
        LibraryDamagedError: It is damaged.
    """
    engine = sqlite_engine(part, read_only=True)
    try:
        problem = next(find_damage(engine, teller.is_wanted), None)
    except DatabaseError as error:
        if not teller.is_wanted():
            raise StoppedError from error
        raise
    finally:
        engine.dispose()
    if problem is not None:
        raise LibraryDamagedError(
            f"The library is damaged, and so would be its copy: {problem}",
            "Check the library, salvage what is sound in it, or restore an earlier backup.",
        )


def _fill(library: Library, part: Path, target: Path, teller: Teller) -> None:
    copy_database(library.engine, part, teller.tell)
    if library.path is not None:
        shutil.copymode(library.path, part)
    require_sound_copy(part, teller)
    put_in_place(part, target)
