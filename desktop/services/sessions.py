"""Sessions on a library: one for each step, readers never wait, writers one at a time."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.orm import Session

from db.engine import writing
from desktop.services.errors import CrosslightError, LibraryDamagedError
from desktop.services.libraries import Library

T = TypeVar("T")
_MOST_PARAMETERS = 500


@contextmanager
def read_session(library: Library) -> Generator[Session]:
    """Give a session that sees the library as it is now and changes nothing.

    Raises:
        CrosslightError: The library cannot be read.
    """
    try:
        with Session(library.engine) as session:
            yield session
    except DatabaseError as error:
        raise explained(error, library.name) from error


@contextmanager
def write_session(library: Library) -> Generator[Session]:
    """Give a session that is committed as a whole at the end, or not at all.

    Raises:
        CrosslightError: The library is read-only, in use by another program, full or damaged.
    """
    require_writable(library)
    try:
        with Session(writing(library.engine), expire_on_commit=False) as session, session.begin():
            yield session
    except DatabaseError as error:
        raise explained(error, library.name) from error


def in_parts(values: Sequence[T]) -> Iterator[Sequence[T]]:
    """Give values in parts that are few enough to be the parameters of one statement."""
    for start in range(0, len(values), _MOST_PARAMETERS):
        yield values[start : start + _MOST_PARAMETERS]


def require_writable(library: Library) -> None:
    """Refuse a library that can only be read.

    Raises:
        CrosslightError: It can only be read.
    """
    if library.read_only:
        raise _read_only(library.name)


def explained(error: DatabaseError, name: str) -> CrosslightError:
    """Return what a database's error means for the user of a library."""
    reason = str(error.orig or error).lower()
    if "locked" in reason or "busy" in reason:
        return CrosslightError(
            f"Another program is writing to the library “{name}”.",
            "Wait until it has finished, or close it, and try again.",
        )
    if "full" in reason or "no space" in reason:
        return CrosslightError(
            f"The disk of the library “{name}” is full; nothing more was saved.",
            "Free some space and try again: everything saved before is kept.",
        )
    if "readonly" in reason or "read-only" in reason:
        return _read_only(name)
    if "malformed" in reason or "not a database" in reason:
        return LibraryDamagedError(
            f"The library “{name}” is damaged.",
            "Check it with “crosslight check”, or restore a backup.",
        )
    if isinstance(error, OperationalError):
        return CrosslightError(
            f"The library “{name}” cannot be read or written: {reason}.",
            "Check that its folder is there and that you may write to it.",
        )
    raise error


def _read_only(name: str) -> CrosslightError:
    return CrosslightError(
        f"The library “{name}” can only be read.",
        "Open a copy of it in a folder where you may write.",
    )
