"""Watched folders: what is put into them is imported while the program runs."""

from __future__ import annotations

import os
import stat
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import sqlalchemy as sa
from typing_extensions import override
from watchdog.events import (
    DirCreatedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

from db.tables import FileOutcomeRow, WatchedFolderRow
from desktop.ingest.folders import find_files
from desktop.ingest.formats import find_format
from desktop.services.decision_log import now
from desktop.services.errors import CrosslightError
from desktop.services.files import to_text
from desktop.services.libraries import Library
from desktop.services.sessions import read_session, write_session

SETTLED_S = 2.0
_AT_ONCE_S = 0.2
# Names under which programs write what is not complete yet.
_UNFINISHED = (".part", ".partial", ".crdownload", ".download", ".tmp", ".temp", ".filepart", "~")
_TOLD = (
    DirCreatedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileModifiedEvent,
    FileMovedEvent,
)


@dataclass(frozen=True, slots=True)
class WatchedFolder:
    """A folder that is watched; it need not be there now."""

    path: Path
    added_at: str


@dataclass(frozen=True, slots=True)
class _Look:
    """A file as it was last seen, and since when it has not changed."""

    state: tuple[int, int]
    since: float


def watch_folder(library: Library, folder: Path) -> None:
    """Watch a folder from now on, also after a restart; what is in it is imported, too.

    Raises:
        CrosslightError: It is no folder, or the library cannot be written.
    """
    if not folder.is_dir():
        raise CrosslightError(f"{folder} is no folder.", "Choose a folder to watch.")
    place = os.fsdecode(os.fsencode(folder.absolute()))
    with write_session(library) as session:
        if session.get(WatchedFolderRow, place) is None:
            session.add(WatchedFolderRow(path=place, added_at=now()))


def unwatch_folder(library: Library, folder: Path) -> None:
    """Watch a folder no longer; what came from it stays."""
    with write_session(library) as session:
        session.execute(
            sa.delete(WatchedFolderRow).where(WatchedFolderRow.path == str(folder.absolute()))
        )


def watched_folders(library: Library) -> tuple[WatchedFolder, ...]:
    """Return the watched folders, in the order they were added."""
    with read_session(library) as session:
        query = sa.select(WatchedFolderRow).order_by(WatchedFolderRow.added_at)
        return tuple(WatchedFolder(Path(row.path), row.added_at) for row in session.scalars(query))


def unread_files(library: Library, folder: Path) -> list[Path]:
    """Return the files in a folder that no import has read yet under their names."""
    found = [file.path for file in find_files([folder]) if not file.problem]
    with read_session(library) as session:
        query = sa.select(FileOutcomeRow.path).where(
            FileOutcomeRow.path.startswith(to_text(str(folder)), autoescape=True)
        )
        seen = frozenset(session.scalars(query))
    return [path for path in found if is_article(path) and to_text(str(path)) not in seen]


def is_article(path: Path) -> bool:
    """Say whether a file in a watched folder is one that articles are in, and complete by name."""
    name = path.name.lower()
    unfinished = name.startswith((".", "~$")) or name.endswith(_UNFINISHED)
    # Browsers put what belongs to a saved page into a folder beside it.
    belongs = path.parent.name.endswith("_files")
    return not (unfinished or belongs) and find_format(name) is not None


class FolderWatch:
    """Tells of new and changed files in folders, once each of them is complete.

    Use it as a context manager, or call `stop`. A file is complete when it has not changed for a
    moment. The folders are looked at by the system where it can, and again and again otherwise.
    """

    def __init__(self, folders: Sequence[Path], settled_s: float = SETTLED_S) -> None:
        self._folders = tuple(folder for folder in folders if folder.is_dir())
        self._settled_s = settled_s
        self._seen: dict[Path, _Look] = {}
        self._told: dict[Path, tuple[int, int]] = {}
        self._moved = threading.Condition()
        self._stopped = False
        self._observer = self._observe()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()

    def note(self, path: Path) -> None:
        """Look at a file from now on, until it is complete."""
        if is_article(path):
            with self._moved:
                self._seen.setdefault(path, _Look((-1, -1), time.monotonic()))
                self._moved.notify_all()

    def take(self, timeout_s: float) -> list[Path]:
        """Return the files that are complete by now; waits that long for the first of them."""
        until = time.monotonic() + timeout_s
        while True:
            ready = self._ready()
            left = until - time.monotonic()
            if ready or left <= 0 or self._stopped:
                return ready
            with self._moved:
                self._moved.wait(min(left, _AT_ONCE_S) if self._seen else left)

    def stop(self) -> None:
        """Watch no longer; `take` returns at once."""
        with self._moved:
            self._stopped = True
            self._moved.notify_all()
        self._observer.stop()
        self._observer.join()

    def _observe(self) -> BaseObserver:
        handler = _Handler(self)
        observer: BaseObserver = Observer()
        try:
            self._schedule(observer, handler)
            observer.start()
        except OSError:  # the system watches no more folders
            observer = PollingObserver()
            self._schedule(observer, handler)
            observer.start()
        return observer

    def _schedule(self, observer: BaseObserver, handler: FileSystemEventHandler) -> None:
        for folder in self._folders:
            observer.schedule(handler, str(folder), recursive=True)

    def _ready(self) -> list[Path]:
        with self._moved:
            waiting = list(self._seen.items())
        ready: list[Path] = []
        for path, look in waiting:
            state = _state(path)
            if state is None or state == self._told.get(path):
                self._forget(path)
            elif state != look.state:
                self._look(path, state)
            elif time.monotonic() - look.since >= self._settled_s:
                self._forget(path)
                self._told[path] = state
                ready.append(path)
        return sorted(ready)

    def _look(self, path: Path, state: tuple[int, int]) -> None:
        with self._moved:
            self._seen[path] = _Look(state, time.monotonic())

    def _forget(self, path: Path) -> None:
        with self._moved:
            self._seen.pop(path, None)


class _Handler(FileSystemEventHandler):
    """Passes on what happens to files; a folder that was moved in is looked through."""

    def __init__(self, watch: FolderWatch) -> None:
        self._watch = watch

    @override
    def on_any_event(self, event: FileSystemEvent) -> None:
        if not isinstance(event, _TOLD):
            return
        place = Path(os.fsdecode(event.dest_path or event.src_path))
        for path in _files_in(place) if event.is_directory else (place,):
            self._watch.note(path)


def _files_in(folder: Path) -> Iterator[Path]:
    for found in find_files([folder]):
        if found.problem is None:
            yield found.path


def _state(path: Path) -> tuple[int, int] | None:
    """Return a file's size and time of change; None where it is none, or gone, or empty yet."""
    try:
        found = path.stat()
    except OSError:
        return None
    if not stat.S_ISREG(found.st_mode):
        return None
    return found.st_size, found.st_mtime_ns
