"""Looking after a library: checking it for damage, backing it up, bringing a backup back."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.exc import DatabaseError

from db.backup import copy_database
from db.engine import sqlite_engine
from db.integrity import find_damage
from desktop.services.errors import CrosslightError, LibraryDamagedError
from desktop.services.libraries import Library, open_library

_COMPANIONS = ("-wal", "-shm", "-journal")
_MOST_PROBLEMS = 200
_NOT_DAMAGE = ("full", "locked", "busy", "unable to open", "disk i/o")


def check_library(where: str | Path) -> tuple[str, ...]:
    """Return one sentence for each problem of a library; an empty tuple says that it is sound.

    Raises:
        CrosslightError: It is missing or cannot be read at all.
    """
    try:
        library = open_library(where, read_only=True)
    except LibraryDamagedError as error:
        return (error.message,)
    problems: list[str] = []
    try:
        for problem in find_damage(library.engine):
            problems.append(problem)
            if len(problems) >= _MOST_PROBLEMS:
                break
    except DatabaseError as error:
        problems.append(_damage(library, error))
    finally:
        library.close()
    return tuple(problems)


def backup_library(library: Library, target: Path) -> None:
    """Write one whole file with everything that is in the library now.

    Raises:
        CrosslightError: The library is on a server, or the file cannot be written.
    """
    if library.path is None:
        raise CrosslightError(
            "A library on a server is backed up there.", "Use the server's own means."
        )
    if _is_same(target, library.path):
        raise CrosslightError("A library is no backup of itself.", "Choose another file.")
    _write_copy(library, target)


def restore_library(where: str | Path, source: Path) -> Path | None:
    """Make a library from a backup, which is checked first.

    What was there before is kept beside it; the returned path says where, if anything was.

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
    backup = open_library(source, read_only=True)
    try:
        return _write_copy(backup, path, keep=True)
    finally:
        backup.close()


def _write_copy(library: Library, target: Path, *, keep: bool = False) -> Path | None:
    """Write a copy beside its place, check it, and only then move it there."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".copy-", suffix=".tmp")
        os.close(handle)
        copy = Path(name)
        try:
            copy_database(library.engine, copy)
            if library.path is not None:
                shutil.copymode(library.path, copy)
            _check_copy(copy)
            _sync(copy)
            kept = _set_aside(target) if keep else None
            # What a crash left beside another file would be taken for changes of this one.
            _drop_companions(target)
            copy.replace(target)
            _sync(target.parent)
            return kept
        finally:
            with suppress(OSError):
                copy.unlink(missing_ok=True)
                _drop_companions(copy)
    except (OSError, sqlite3.Error, DatabaseError) as error:
        reason = getattr(error, "strerror", None) or str(getattr(error, "orig", None) or error)
        raise CrosslightError(
            f"The copy {target} cannot be written: {reason}.",
            "Check the free space, and that you may write there.",
        ) from error


def _check_copy(copy: Path) -> None:
    engine = sqlite_engine(copy, read_only=True)
    try:
        problem = next(find_damage(engine), None)
    finally:
        engine.dispose()
    if problem is not None:
        raise CrosslightError(
            f"The library is damaged, and so would be its copy: {problem}",
            "Check the library, or restore an earlier backup.",
        )


def _damage(library: Library, error: DatabaseError) -> str:
    reason = " ".join(str(error.orig or error).split())
    if any(word in reason.lower() for word in _NOT_DAMAGE):
        raise CrosslightError(
            f"The library “{library.name}” cannot be read: {reason}.",
            "Check the disk and its free space.",
        ) from error
    return f"The file is damaged: {reason}."


def _file_of(where: str | Path) -> Path:
    place = str(where).removeprefix("sqlite:///")
    if "://" in place:
        raise CrosslightError(
            "A library on a server is restored there.", "Use the server's own means."
        )
    return Path(place).absolute()


def _is_same(left: Path, right: Path) -> bool:
    try:
        return left.samefile(right)
    except OSError:
        return False  # one of them is not there; writing it says what else is wrong


def _set_aside(path: Path) -> Path | None:
    """Move a library out of the way, sound or not, and return where it is now."""
    if not path.exists():
        return None
    if path.is_dir():
        raise CrosslightError(f"{path} is a folder, not a library.", "Name a file in it.")
    kept = _free_name(path)
    try:
        _move(path, kept)
    except OSError as error:
        raise CrosslightError(
            f"The library {path} cannot be replaced: {error.strerror}.",
            "Close every program that uses it, and check that you may write there.",
        ) from error
    return kept


def _free_name(path: Path) -> Path:
    moment = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    endings = ("", *(f"-{number}" for number in range(2, 1000)))
    names = (f"{path.stem}-before-{moment}{ending}{path.suffix}" for ending in endings)
    return next(free for name in names if not (free := path.with_name(name)).exists())


def _drop_companions(path: Path) -> None:
    for ending in _COMPANIONS:
        Path(f"{path}{ending}").unlink(missing_ok=True)


def _move(path: Path, target: Path) -> None:
    for ending in ("", *_COMPANIONS):
        part = Path(f"{path}{ending}")
        if part.exists():
            part.replace(f"{target}{ending}")


def _sync(path: Path) -> None:
    if os.name == "nt" and path.is_dir():
        return  # Windows keeps folders itself
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
