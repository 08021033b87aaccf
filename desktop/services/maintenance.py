"""Looking after a library: checking it for damage, backing it up, bringing a backup back."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy.exc import DatabaseError

from db.backup import COMPANIONS, ReplacementBusyError, copy_database, replace_contents, sync
from db.engine import sqlite_engine
from db.integrity import find_damage
from db.migrations.schema import ForeignDatabaseError, schema_version
from desktop.services.backup_files import BackupKind, name_backup
from desktop.services.errors import CrosslightError, LibraryDamagedError
from desktop.services.libraries import Library, library_path, open_library
from desktop.services.library_copies import (
    put_in_place,
    require_sound_copy,
    with_part,
    write_copy,
)
from desktop.services.library_files import take_lock
from desktop.services.locations import make_folder
from desktop.services.progress import Progress
from desktop.services.settings import last_check, note_damage
from desktop.services.settings import note_check as write_check
from desktop.services.stepwise import StoppedError, Teller, in_steps

_MOST_PROBLEMS = 200
_CHECK_EVERY = timedelta(days=7)
_NOT_DAMAGE = ("full", "locked", "busy", "unable to open", "disk i/o")


def check_library(where: str | Path, teller: Teller | None = None) -> tuple[str, ...]:
    """Return one sentence for each problem of a library; an empty tuple says that it is sound.

    Raises:
        CrosslightError: It is missing or cannot be read at all.
    """
    try:
        library = open_library(where, read_only=True)
    except LibraryDamagedError as error:
        return (error.message,)
    problems: list[str] = []
    is_wanted = (teller or Teller()).is_wanted
    try:
        for problem in find_damage(library.engine, is_wanted):
            problems.append(problem)
            if len(problems) >= _MOST_PROBLEMS:
                break
    except DatabaseError as error:
        if not is_wanted():
            raise StoppedError from error
        problems.append(_damage(library, error))
    finally:
        library.close()
    return tuple(problems)


def check_in_steps(where: str | Path) -> Generator[Progress, None, tuple[str, ...]]:
    """Check a library as a job, remember what was found, and return it at the end.

    Raises:
        CrosslightError: It is missing or cannot be read at all.
    """
    problems = yield from in_steps("Checking", lambda teller: check_library(where, teller))
    remember_damage(where, problems)
    return problems


def remember_damage(where: str | Path, problems: tuple[str, ...]) -> None:
    """Remember what a check found: a damaged library is only read from now on."""
    path = library_path(where)
    if path is not None:
        with suppress(OSError):
            note_damage(path.absolute(), problems)


def check_is_due(where: str | Path, now: datetime | None = None) -> bool:
    """Say whether a library was not checked for a week."""
    path = library_path(where)
    if path is None:
        return False
    try:
        last = datetime.fromisoformat(last_check(path.absolute()))
    except ValueError:
        return True
    return not timedelta(0) <= (now or datetime.now(UTC)) - last < _CHECK_EVERY


def note_check(where: str | Path, now: datetime | None = None) -> None:
    """Remember that a library was checked now."""
    path = library_path(where)
    if path is not None:
        with suppress(OSError):
            write_check(path.absolute(), (now or datetime.now(UTC)).isoformat(timespec="seconds"))


def backup_library(library: Library, target: Path, teller: Teller | None = None) -> None:
    """Write one whole file with everything that is in the library now.

    Raises:
        CrosslightError: The library is on a server, or the file cannot be written.
        LibraryDamagedError: The library is damaged, and so would be its backup.
    """
    if library.path is None:
        raise CrosslightError(
            "A library on a server is backed up there.", "Use the server's own means."
        )
    if _is_same(target, library.path):
        raise CrosslightError("A library is no backup of itself.", "Choose another file.")
    write_copy(library, target, teller)


def restore_library(where: str | Path, source: Path) -> Path | None:
    """Make a library from a backup, which is checked first.

    What was there before is kept among the library's backups; the returned path says where, if
    anything was.

    Raises:
        CrosslightError: The backup is missing or damaged, or the library cannot be written.
    """
    problems = check_library(source)
    if problems:
        raise CrosslightError(
            f"The backup {source} is damaged: {problems[0]}", "Use another backup."
        )
    path = _file_of(where)
    if _is_same(path, source):
        raise CrosslightError("The backup is the library itself.", "Choose another file.")
    kept: list[Path] = []

    def fill(part: Path) -> None:
        backup = open_library(source, read_only=True)
        try:
            copy_database(backup.engine, part)
        finally:
            backup.close()
        require_sound_copy(part, Teller())
        sync(part)
        lock = take_lock(path)
        try:
            kept.extend(_exchange(part, path))
        finally:
            lock.release()

    with_part(path, fill)
    remember_damage(path, ())
    return kept[0] if kept else None


def _exchange(part: Path, path: Path) -> list[Path]:
    """Put a whole file in the place of a library, and return where the library is kept now."""
    if path.is_dir():
        raise CrosslightError(f"{path} is a folder, not a library.", "Name a file in it.")
    if not path.exists():
        put_in_place(part, path)
        return []
    make_folder(name_backup(path, BackupKind.RESTORE).parent)
    kept = name_backup(path, BackupKind.RESTORE)
    if _is_library(path):
        try:
            _keep_copy(path, kept)
            with closing(sqlite3.connect(path)) as library:
                replace_contents(part, library)
        except ReplacementBusyError as error:
            raise _in_use(path) from error
        except (sqlite3.DatabaseError, DatabaseError) as error:
            if not _is_damage(error):
                raise
        else:
            return [kept]
    # What is no library, or too damaged to be written to, is moved out of the way.
    _set_aside(path, kept)
    put_in_place(part, path)
    return [kept]


def _is_library(path: Path) -> bool:
    engine = sqlite_engine(path, read_only=True)
    try:
        return schema_version(engine) > 0
    except (DatabaseError, ForeignDatabaseError):
        return False
    finally:
        engine.dispose()


def _keep_copy(path: Path, kept: Path) -> None:
    engine = sqlite_engine(path, read_only=True)
    try:
        copy_database(engine, kept)
        sync(kept)
        sync(kept.parent)
    finally:
        engine.dispose()


def _is_damage(error: Exception) -> bool:
    reason = str(getattr(error, "orig", None) or error).lower()
    return "malformed" in reason or "not a database" in reason


def _damage(library: Library, error: DatabaseError) -> str:
    reason = " ".join(str(error.orig or error).split())
    if any(word in reason.lower() for word in _NOT_DAMAGE):
        raise CrosslightError(
            f"The library “{library.name}” cannot be read: {reason}.",
            "Check the disk and its free space.",
        ) from error
    return f"The file is damaged: {reason}."


def _file_of(where: str | Path) -> Path:
    path = library_path(where)
    if path is None:
        raise CrosslightError(
            "A library on a server is restored there.", "Use the server's own means."
        )
    return path.absolute()


def _is_same(left: Path, right: Path) -> bool:
    try:
        return left.samefile(right)
    except OSError:
        return False  # one of them is not there; writing it says what else is wrong


def _set_aside(path: Path, kept: Path) -> None:
    """Move a library out of the way, sound or not."""
    try:
        for ending in ("", *COMPANIONS):
            part = Path(f"{path}{ending}")
            if part.exists():
                part.replace(f"{kept}{ending}")
    except OSError as error:
        raise CrosslightError(
            f"The library {path} cannot be replaced: {error.strerror}.",
            "Close every program that uses it, and check that you may write there.",
        ) from error


def _in_use(path: Path) -> CrosslightError:
    return CrosslightError(
        f"The library {path} cannot be replaced: another program is writing to it.",
        "Close every program that uses it, and try again.",
    )
