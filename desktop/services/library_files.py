"""Opening a library's file: with the right to write where it can be had, or else for reading."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import tempfile
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from db.backup import ReplacementBusyError, copy_database
from db.engine import BUSY_TIMEOUT_S, SCHEMA_VERSION, make_private, sqlite_engine, writing
from db.locks import HeldError, Holder, WriterLock, hold
from db.migrations.forward import DamagedDatabaseError, bring_forward, migrate_on_copy
from db.migrations.schema import (
    ForeignDatabaseError,
    NewerDatabaseError,
    OlderDatabaseError,
    prepare,
    schema_version,
)
from db.tables import LibraryInfoRow
from desktop.services.backup_files import BackupKind, backup_folder, name_backup
from desktop.services.errors import CrosslightError, LibraryDamagedError
from desktop.services.files import to_text
from desktop.services.ids import new_id
from desktop.services.library import (
    COMMAND_PROGRAM,
    SQLITE_URL,
    WINDOW_PROGRAM,
    Library,
    ReadOnly,
    tell_holder,
)
from desktop.services.locations import make_folder
from desktop.services.settings import known_damage, note_damage

_CANNOT_WRITE = {errno.EACCES, errno.EPERM, errno.EROFS}
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@dataclass(frozen=True, slots=True)
class Access:
    """How a program comes to a library.

    Attributes:
        program: What it is, told to others that want to write, too.
        patience_s: How long it waits for another program that writes.
        or_read: Open the library for reading where it cannot be had for writing.
    """

    program: str = COMMAND_PROGRAM
    patience_s: float = BUSY_TIMEOUT_S
    or_read: bool = False


COMMAND = Access()
# A command that shows things stores what it found out where it may, and never waits for that.
VIEWER = Access(patience_s=0.0, or_read=True)
WINDOW = Access(WINDOW_PROGRAM, patience_s=1.0, or_read=True)


def open_file(path: Path, *, create: bool, read_only: bool, access: Access) -> Library:
    """Open a library's file.

    Raises:
        CrosslightError: It is missing, of another program, or cannot be opened.
        LibraryDamagedError: The file is there and is no sound library.
    """
    path = path.absolute()
    _look(path, create=create)
    try:
        if read_only:
            return _open_for_reading(path, ReadOnly.ASKED)
        if not _is_writable(path):
            return _open_for_reading(path, ReadOnly.PLACE)
        if damage := known_damage(path):
            return replace(_open_for_reading(path, ReadOnly.DAMAGED), damage=damage)
        return _open_held(path, access)
    except ForeignDatabaseError as error:
        raise LibraryDamagedError(
            f"The file {path} is not a Crosslight library.", "Choose another file."
        ) from error
    except (DatabaseError, sqlite3.Error, OSError) as error:
        raise cannot_open(path, error) from error


def take_lock(path: Path, access: Access = COMMAND) -> WriterLock:
    """Take the right to write to a library's file.

    Raises:
        CrosslightError: Another program writes to it.
        OSError: The lock cannot be written.
    """
    try:
        return _hold(path, access)
    except HeldError as error:
        raise _held_elsewhere(path, error.holder) from error


def cannot_open(path: Path, error: Exception) -> CrosslightError:
    """Return what an error on opening means for the user of a library."""
    cause = getattr(error, "orig", None) or error
    reason = str(cause).lower()
    if "not a database" in reason or "malformed" in reason:
        return LibraryDamagedError(
            f"The file {path} is damaged or is not a Crosslight library.",
            "Restore a backup, or choose another file.",
        )
    if "locked" in reason or "busy" in reason:
        return CrosslightError(
            f"Another program is writing to the library {path}.",
            "Wait until it has finished, or close it, and try again.",
        )
    if "full" in reason or getattr(error, "errno", None) in _FULL:
        return CrosslightError(f"The disk of {path} is full.", "Free some space and try again.")
    return CrosslightError(
        f"The library {path} cannot be opened: {getattr(error, 'strerror', None) or reason}.",
        "Choose a folder where you may write.",
    )


def _look(path: Path, *, create: bool) -> None:
    try:
        if path.is_dir():
            raise CrosslightError(f"{path} is a folder, not a library.", "Name a file in it.")
        if path.exists():
            return
        if not create:
            raise CrosslightError(
                f"There is no library at {path}.", "Check the path, or create a library there."
            )
        make_folder(path.parent)
    except OSError as error:
        raise CrosslightError(
            f"The library {path} cannot be opened: {error.strerror}.",
            "Choose a folder where you may write.",
        ) from error


def _is_writable(path: Path) -> bool:
    if path.exists():
        return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    return True


def _open_held(path: Path, access: Access) -> Library:
    """Open a library for writing; where another program holds it, wait, read, or refuse."""
    try:
        lock = _hold(path, access)
    except HeldError as error:
        if access.or_read and path.exists():
            return replace(_open_for_reading(path, ReadOnly.HELD), holder=error.holder)
        raise _held_elsewhere(path, error.holder) from error
    except OSError as error:
        if error.errno in _CANNOT_WRITE and path.exists():
            return _open_for_reading(path, ReadOnly.PLACE)
        raise
    try:
        return _open_for_writing(path, lock)
    except NewerDatabaseError:
        lock.release()
        return _open_for_reading(path, ReadOnly.NEWER)
    except DamagedDatabaseError as error:
        lock.release()
        damage = (error.problem,)
        with suppress(OSError):
            note_damage(path, damage)
        return replace(_open_for_reading(path, ReadOnly.DAMAGED), damage=damage)
    except BaseException:
        lock.release()
        raise


def _hold(path: Path, access: Access) -> WriterLock:
    since = datetime.now(UTC).isoformat(timespec="seconds")
    holder = Holder(access.program, os.getpid(), since)
    return hold(path, holder, patience_s=access.patience_s)


def _held_elsewhere(path: Path, holder: Holder) -> CrosslightError:
    return CrosslightError(
        f"The library {path} is being written by {tell_holder(holder)}.",
        "Close that, or wait until it has finished, and try again; reading works meanwhile.",
    )


def _open_for_writing(path: Path, lock: WriterLock) -> Library:
    make_private(path)
    engine = sqlite_engine(path)
    try:
        try:
            prepare(engine)
        except OlderDatabaseError:
            engine.dispose()
            _migrate(path)
        name_library(engine, to_text(path.stem))
    except BaseException:
        engine.dispose()
        raise
    return _library(path, engine, lock=lock)


def _migrate(path: Path) -> None:
    make_folder(backup_folder(path))
    try:
        migrate_on_copy(path, name_backup(path, BackupKind.MIGRATION))
    except ReplacementBusyError as error:
        raise _held_elsewhere(path, Holder()) from error


def _open_for_reading(path: Path, reason: ReadOnly) -> Library:
    engine, scratch = sqlite_engine(path, read_only=True), None
    try:
        version = _readable_version(engine)
        if version is None:
            # WAL wants to write beside the file; where it cannot, the file stands still anyway.
            engine = sqlite_engine(path, read_only=True, immutable=True)
            version = schema_version(engine)
        _refuse_empty(path, version)
        if version < SCHEMA_VERSION:
            scratch = _forward_copy(engine, path.name)
            engine.dispose()
            engine = sqlite_engine(scratch / path.name, read_only=True)
            reason = ReadOnly.OLDER if reason is ReadOnly.PLACE else reason
    except BaseException:
        engine.dispose()
        raise
    if version > SCHEMA_VERSION:
        reason = ReadOnly.NEWER
    return _library(path, engine, reason=reason, scratch=scratch)


def _refuse_empty(path: Path, version: int) -> None:
    if version == 0:
        raise LibraryDamagedError(f"The file {path} is empty.", "Restore a backup.")


def _forward_copy(engine: sa.Engine, name: str) -> Path:
    """Return a folder with a copy of an older library that is of this version, to be read."""
    scratch = Path(tempfile.mkdtemp(prefix="crosslight-older-"))
    try:
        copy_database(engine, scratch / name)
        bring_forward(scratch / name, check=False)
    except BaseException:
        shutil.rmtree(scratch, ignore_errors=True)
        raise
    return scratch


def _readable_version(engine: sa.Engine) -> int | None:
    try:
        return schema_version(engine)
    except DatabaseError as error:
        engine.dispose()
        if "unable to open" in str(error.orig):
            return None
        raise


def _library(
    path: Path,
    engine: sa.Engine,
    *,
    reason: ReadOnly = ReadOnly.NO,
    lock: WriterLock | None = None,
    scratch: Path | None = None,
) -> Library:
    return Library(
        to_text(path.stem),
        f"{SQLITE_URL}{path}",
        path,
        read_only=reason is not ReadOnly.NO,
        engine=engine,
        reason=reason,
        lock=lock,
        scratch=scratch,
    )


def name_library(engine: sa.Engine, name: str) -> None:
    """Give a new library its name and id; one that has them keeps them."""
    with Session(engine) as session:
        if session.scalar(sa.select(LibraryInfoRow.name)) is not None:
            return
    with Session(writing(engine)) as session, session.begin():
        if session.scalar(sa.select(LibraryInfoRow.name)) is None:
            made = datetime.now(UTC).isoformat(timespec="seconds")
            session.add(LibraryInfoRow(id=new_id(), name=name, created_at=made))
