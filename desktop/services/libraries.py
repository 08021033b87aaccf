"""Libraries: opening and creating them, the samples, and the ones that were open before."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from importlib import resources
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import ArgumentError, DatabaseError, NoSuchModuleError

from db.engine import server_engine
from db.locks import is_held
from db.migrations.schema import prepare
from desktop.services.errors import CrosslightError
from desktop.services.library import SQLITE_URL, Library, ReadOnly, tell_holder, without_password
from desktop.services.library_files import (
    COMMAND,
    VIEWER,
    WINDOW,
    Access,
    name_library,
    open_file,
)
from desktop.services.locations import LIBRARY_ENDING, default_library, sample_library_path
from desktop.services.settings import RecentLibrary, recent_libraries, remember_recent

__all__ = [
    "COMMAND",
    "LIBRARY_ENDING",
    "VIEWER",
    "WINDOW",
    "Access",
    "Library",
    "ReadOnly",
    "RecentLibrary",
    "create_library",
    "default_library",
    "is_free",
    "library_path",
    "open_library",
    "recent_libraries",
    "remember_library",
    "sample_articles",
    "sample_files",
    "sample_library_path",
    "tell_holder",
    "without_password",
]

_SERVER_URL = re.compile(r"[a-z][a-z0-9+]*://", re.IGNORECASE)


def sample_files() -> Path:
    """Return the folder of the sample articles and their sidecar."""
    return Path(str(resources.files("seeds")))


def sample_articles() -> tuple[Path, ...]:
    """Return the files of the sample articles alone, for an import without a remark."""
    return tuple(sorted(sample_files().glob("*.txt")))


def create_library(path: str | Path, access: Access = COMMAND) -> Library:
    """Create an empty library and open it.

    Raises:
        CrosslightError: Something is there already, or the folder cannot be written.
    """
    target = Path(path)
    # os.path.lexists says no to a name that is too long; opening it explains that.
    if os.path.lexists(target):
        raise CrosslightError(f"There is a file at {target} already.", "Choose another name.")
    return open_library(target, create=True, access=access)


def open_library(
    where: str | Path, *, create: bool = False, read_only: bool = False, access: Access = COMMAND
) -> Library:
    """Open a library by path or SQLAlchemy URL.

    Args:
        where: A path, or a URL such as `postgresql+psycopg://host/name`.
        create: Make an empty library where there is none.
        read_only: Refuse every change; a library from a later version is read-only anyway.
        access: What is done where another program writes to it.

    Raises:
        CrosslightError: It is missing, of another program, held, or cannot be opened.
        LibraryDamagedError: The file is there and is no sound library.
    """
    path = library_path(where)
    if path is None:
        return _open_server(str(where))
    return open_file(path, create=create, read_only=read_only, access=access)


def library_path(where: str | Path) -> Path | None:
    """Return the file that a path or URL names; None for a server."""
    if isinstance(where, str) and where.lower().startswith(SQLITE_URL):
        return Path(where[len(SQLITE_URL) :])
    if isinstance(where, str) and _SERVER_URL.match(where):
        return None
    return Path(where)


def is_free(library: Library) -> bool:
    """Say whether no program writes to a library now."""
    return library.path is None or not is_held(library.path)


def remember_library(library: Library) -> None:
    """Put a library first among the recent ones; where that cannot be saved, it is not."""
    with suppress(OSError):
        remember_recent(RecentLibrary(library.name, library.url))


def _open_server(url: str) -> Library:
    try:
        parsed = sa.make_url(url)
        engine = server_engine(url)
        prepare(engine)
        name = parsed.database or "library"
        name_library(engine, name)
    except (ArgumentError, NoSuchModuleError, ImportError, ValueError) as error:
        raise CrosslightError(
            f"No library can be opened at {url.partition('://')[0]}://…: {error}.",
            "Check the address, and install the database's driver.",
        ) from error
    except DatabaseError as error:
        raise CrosslightError(
            "The library's server cannot be reached or refuses access.",
            "Check the address, the network and your rights.",
        ) from error
    return Library(name, url, None, read_only=False, engine=engine)
