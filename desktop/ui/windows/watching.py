"""Watched folders in the window: what comes into them is added, as if it had been dropped."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog

from desktop.services.errors import CrosslightError
from desktop.services.libraries import Library
from desktop.ui.windows.main import MainWindow
from desktop.ui.windows.workspace import Workspace

if TYPE_CHECKING:  # loaded where folders are watched
    from desktop.services.watching import WatchedFolder
    from desktop.ui.panels.watched_card import WatchedCard

_LOOK_S = 1.0
_ENDS_S = 2.0


class Watching(QObject):
    """Watches the folders of the open library in a thread; `found` names files to import."""

    found = Signal(list)
    _seen = Signal(object, list)

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        super().__init__(window)
        self._window, self._workspace = window, workspace
        self._watch: _Watch | None = None
        self._folders: list[Path] = []
        self._cards: list[WatchedCard] = []
        self._seen.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)
        window.commands["watch folder"].triggered.connect(self.ask)
        workspace.opened.connect(self.read)

    @property
    def is_watching(self) -> bool:
        """Say whether a folder is watched."""
        return self._watch is not None

    def follow(self, card: WatchedCard) -> None:
        """Keep the settings' card up to date, and do what is asked for there."""
        card.add_requested.connect(self.ask)
        card.remove_requested.connect(self.remove)
        self._cards.append(card)
        self._show()

    def read(self) -> None:
        """Read which folders are watched, and watch them from now on."""
        self.close()
        if self._workspace.library is not None:
            self._workspace.read(_watched, self._begin, topic="watched")

    def ask(self) -> None:
        """Ask for a folder and watch it."""
        name = QFileDialog.getExistingDirectory(self._window, self.tr("Watch a folder"))
        if name:
            self.add(Path(name))

    def add(self, folder: Path) -> None:
        """Watch a folder, now and at each start."""
        self._workspace.read(partial(_change, folder, is_watched=True), self._follow)

    def remove(self, folder: Path) -> None:
        """Watch a folder no longer."""
        self._workspace.read(partial(_change, folder, is_watched=False), self._follow)

    def close(self) -> None:
        """Watch nothing any more."""
        watch, self._watch = self._watch, None
        if watch is not None:
            watch.stop()

    def _follow(self, _none: None) -> None:
        self.read()

    def _begin(self, folders: Sequence[WatchedFolder]) -> None:
        self.close()
        self._folders = [folder.path for folder in folders]
        self._show()
        library = self._workspace.library
        if folders and library is not None and not library.read_only:
            self._watch = _Watch(library, self._folders)
            self._watch.start(self._seen.emit)

    def _show(self) -> None:
        for card in self._cards:
            card.show_folders(self._folders)
            card.allow(self._workspace.can_write)

    def _pass_on(self, watch: object, paths: Sequence[Path]) -> None:
        # What an earlier library's thread still tells belongs to nobody.
        if watch is self._watch:
            self.found.emit(list(paths))


class _Watch:
    """The thread that watches: first what nobody has read yet, then what comes."""

    def __init__(self, library: Library, folders: Sequence[Path]) -> None:
        self._library, self._folders = library, tuple(folders)
        self._stopped = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self, tell: Callable[[object, list[Path]], None]) -> None:
        self._thread = threading.Thread(
            target=self._work, args=(tell,), name="watching", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        self._stopped.set()
        if self._thread is not None:
            self._thread.join(_ENDS_S)

    def _work(self, tell: Callable[[object, list[Path]], None]) -> None:
        from desktop.services.watching import FolderWatch, unread_files

        with FolderWatch(self._folders) as watch:
            there: list[Path] = []
            with suppress(CrosslightError):  # the library is being closed
                for folder in self._folders:
                    there += unread_files(self._library, folder)
            while not self._stopped.is_set():
                if there:
                    tell(self, there)
                there = watch.take(_LOOK_S)


def _watched(library: Library) -> tuple[WatchedFolder, ...]:
    from desktop.services.watching import watched_folders

    return watched_folders(library)


def _change(folder: Path, library: Library, *, is_watched: bool) -> None:
    from desktop.services.watching import unwatch_folder, watch_folder

    (watch_folder if is_watched else unwatch_folder)(library, folder)
