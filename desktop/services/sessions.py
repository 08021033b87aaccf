"""Sessions on a library: one for each step, readers never wait, writers one at a time."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.orm import Session

from db.engine import writing
from desktop.services.errors import CrosslightError, LibraryDamagedError
from desktop.services.library import Library, ReadOnly, tell_holder

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
        raise _refusal(library)


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
            "Salvage what is sound in it, or restore a backup; “check” says what is damaged.",
        )
    if isinstance(error, OperationalError):
        return CrosslightError(
            f"The library “{name}” cannot be read or written: {reason}.",
            "Check that its folder is there and that you may write to it.",
        )
    raise error


def _refusal(library: Library) -> CrosslightError:
    """Return why nothing is changed in a library that is only read, and what there is to do."""
    name = library.name
    if library.reason is ReadOnly.HELD:
        return CrosslightError(
            f"The library “{name}” is being written by {tell_holder(library.holder)}.",
            "Close that, or wait until it has finished, and open the library again.",
        )
    if library.reason is ReadOnly.DAMAGED:
        return CrosslightError(
            f"The library “{name}” is damaged, and nothing more is changed in it.",
            "Salvage what is sound into a new library, or restore a backup.",
        )
    if library.reason is ReadOnly.NEWER:
        return CrosslightError(
            f"The library “{name}” is from a later version and can only be read.",
            "Use that version of Crosslight to change it.",
        )
    return _read_only(name)


def _read_only(name: str) -> CrosslightError:
    return CrosslightError(
        f"The library “{name}” can only be read.",
        "Open a copy of it in a folder where you may write.",
    )
