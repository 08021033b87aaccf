"""Libraries: where they are, opening and creating them, and the ones that were open before."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import resources
from pathlib import Path

import platformdirs
import sqlalchemy as sa
from sqlalchemy.exc import ArgumentError, DatabaseError, NoSuchModuleError
from sqlalchemy.orm import Session

from db.engine import SCHEMA_VERSION, server_engine, sqlite_engine, writing
from db.migrations.schema import ForeignDatabaseError, NewerDatabaseError, prepare, schema_version
from db.tables import LibraryInfoRow
from desktop.services.errors import CrosslightError, LibraryDamagedError
from desktop.services.files import to_text
from desktop.services.ids import new_id
from desktop.services.settings import APPLICATION, RecentLibrary, recent_libraries, remember_recent

__all__ = [
    "Library",
    "RecentLibrary",
    "create_library",
    "default_library",
    "open_library",
    "recent_libraries",
    "remember_library",
    "sample_articles",
    "sample_files",
    "sample_library_path",
    "without_password",
]

LIBRARY_ENDING = ".crosslight"
_SERVER_URL = re.compile(r"[a-z][a-z0-9+]*://", re.IGNORECASE)
_SQLITE_URL = "sqlite:///"


@dataclass(frozen=True, slots=True)
class Library:
    """An open library; `path` is None on a server. Services take it, nobody else looks inside."""

    name: str
    url: str
    path: Path | None
    read_only: bool
    engine: sa.Engine

    @property
    def shown(self) -> str:
        """Return the place as it may be shown: a path, or a URL that hides its password."""
        return str(self.path) if self.path is not None else without_password(self.url)

    def close(self) -> None:
        """Let go of the library's file or server."""
        self.engine.dispose()


def without_password(url: str) -> str:
    """Return a library's URL as it may be shown.

    >>> without_password("postgresql://ann:secret@host/news")
    'postgresql://ann:***@host/news'
    """
    if url.startswith(_SQLITE_URL):
        return url
    try:
        return sa.make_url(url).render_as_string(hide_password=True)
    except (ArgumentError, ValueError):
        return url.partition("://")[0] + "://…"


def default_library() -> str:
    """Return the path or URL of the library that is used when none is named."""
    chosen = os.environ.get("CROSSLIGHT_LIBRARY")
    if chosen:
        return chosen
    folder = Path(platformdirs.user_data_dir(APPLICATION, appauthor=False))
    return str(folder / f"Library{LIBRARY_ENDING}")


def sample_library_path() -> Path:
    """Return where the library of the sample articles is kept."""
    return Path(platformdirs.user_data_dir(APPLICATION, appauthor=False)) / "Samples.crosslight"


def sample_files() -> Path:
    """Return the folder of the sample articles and their sidecar."""
    return Path(str(resources.files("seeds")))


def sample_articles() -> tuple[Path, ...]:
    """Return the files of the sample articles alone, for an import without a remark."""
    return tuple(sorted(sample_files().glob("*.txt")))


def create_library(path: str | Path) -> Library:
    """Create an empty library and open it.

    Raises:
        CrosslightError: Something is there already, or the folder cannot be written.
    """
    target = Path(path)
    # os.path.lexists says no to a name that is too long; opening it explains that.
    if os.path.lexists(target):
        raise CrosslightError(f"There is a file at {target} already.", "Choose another name.")
    return open_library(target, create=True)


def open_library(where: str | Path, *, create: bool = False, read_only: bool = False) -> Library:
    """Open a library by path or SQLAlchemy URL.

    Args:
        where: A path, or a URL such as `postgresql+psycopg://host/name`.
        create: Make an empty library where there is none.
        read_only: Refuse every change; a library from a later version is read-only anyway.

    Raises:
        CrosslightError: It is missing, of another program, or cannot be opened.
        LibraryDamagedError: The file is there and is no sound library.
    """
    place = str(where)
    if isinstance(where, str) and place.lower().startswith(_SQLITE_URL):
        return _open_file(Path(place[len(_SQLITE_URL) :]), create=create, read_only=read_only)
    if isinstance(where, str) and _SERVER_URL.match(place):
        return _open_server(place)
    return _open_file(Path(where), create=create, read_only=read_only)


def remember_library(library: Library) -> None:
    """Put a library first among the recent ones; where that cannot be saved, it is not."""
    with suppress(OSError):
        remember_recent(RecentLibrary(library.name, library.url))


def _open_file(path: Path, *, create: bool, read_only: bool) -> Library:
    path = path.absolute()
    _look(path, create=create)
    try:
        if not read_only and _is_writable(path):
            return _open_for_writing(path)
        return _open_for_reading(path)
    except ForeignDatabaseError as error:
        raise LibraryDamagedError(
            f"The file {path} is not a Crosslight library.", "Choose another file."
        ) from error
    except DatabaseError as error:
        raise _cannot_open(path, error) from error


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
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CrosslightError(
            f"The library {path} cannot be opened: {error.strerror}.",
            "Choose a folder where you may write.",
        ) from error


def _is_writable(path: Path) -> bool:
    if path.exists():
        return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    return True


def _open_for_writing(path: Path) -> Library:
    engine = sqlite_engine(path)
    try:
        prepare(engine)
        name = _named(engine, to_text(path.stem))
    except NewerDatabaseError:
        engine.dispose()
        return _open_for_reading(path)
    except BaseException:
        engine.dispose()
        raise
    return Library(name, f"{_SQLITE_URL}{path}", path, read_only=False, engine=engine)


def _open_for_reading(path: Path) -> Library:
    engine = sqlite_engine(path, read_only=True)
    try:
        version = _readable_version(engine)
        if version is None:
            # WAL wants to write beside the file; where it cannot, the file stands still anyway.
            engine = sqlite_engine(path, read_only=True, immutable=True)
            version = schema_version(engine)
        _refuse_older(path, version)
    except BaseException:
        engine.dispose()
        raise
    name = to_text(path.stem)
    return Library(name, f"{_SQLITE_URL}{path}", path, read_only=True, engine=engine)


def _refuse_older(path: Path, version: int) -> None:
    if version == 0:
        raise LibraryDamagedError(f"The file {path} is empty.", "Restore a backup.")
    if version < SCHEMA_VERSION:
        raise CrosslightError(
            f"The library {path} is from an older version and can only be read.",
            "Copy it to a folder where you may write and open it there.",
        )


def _readable_version(engine: sa.Engine) -> int | None:
    try:
        return schema_version(engine)
    except DatabaseError as error:
        engine.dispose()
        if "unable to open" in str(error.orig):
            return None
        raise


def _open_server(url: str) -> Library:
    try:
        parsed = sa.make_url(url)
        engine = server_engine(url)
        prepare(engine)
        name = _named(engine, parsed.database or "library")
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


def _named(engine: sa.Engine, name: str) -> str:
    with Session(engine) as session:
        found = session.scalar(sa.select(LibraryInfoRow.name))
    if found is not None:
        return name
    with Session(writing(engine)) as session, session.begin():
        if session.scalar(sa.select(LibraryInfoRow.name)) is None:
            made = datetime.now(UTC).isoformat(timespec="seconds")
            session.add(LibraryInfoRow(id=new_id(), name=name, created_at=made))
    return name


def _cannot_open(path: Path, error: DatabaseError) -> CrosslightError:
    reason = str(error.orig or error).lower()
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
    if "full" in reason:
        return CrosslightError(f"The disk of {path} is full.", "Free some space and try again.")
    return CrosslightError(
        f"The library {path} cannot be opened: {reason}.",
        "Choose a folder where you may write.",
    )
