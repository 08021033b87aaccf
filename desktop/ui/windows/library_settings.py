"""The settings' cards on the library, kept true to it and joined to the commands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import QObject

from desktop.services.backups import Backup, list_backups
from desktop.services.libraries import Library
from desktop.services.risky_places import find_risk
from desktop.services.trash import TrashState, trash_state
from desktop.ui.panels.settings import SettingsPage
from desktop.ui.windows.main import SETTINGS, MainWindow
from desktop.ui.windows.workspace import Workspace


@dataclass(frozen=True, slots=True)
class _Kept:
    backups: tuple[Backup, ...]
    trash: TrashState
    risk: str


class LibrarySettings(QObject):
    """Shows where the library lies, its backups and its trash, while the settings are shown."""

    def __init__(self, page: SettingsPage, window: MainWindow, workspace: Workspace) -> None:
        super().__init__(page)
        self._page, self._window, self._workspace = page, window, workspace
        commands = window.commands
        for signal, name in (
            (page.library.new_requested, "new library"),
            (page.library.open_requested, "open library"),
            (page.library.folder_requested, "show file"),
            (page.library.move_requested, "move library"),
            (page.library.rename_requested, "rename library"),
            (page.backups.backup_requested, "back up"),
            (page.backups.restore_requested, "restore backup"),
            (page.backups.check_requested, "check library"),
            (page.backups.empty_requested, "empty trash"),
        ):
            signal.connect(commands[name].trigger)
        workspace.opened.connect(self._show)
        workspace.changed.connect(self._read)
        workspace.jobs.changed.connect(self._read)
        window.page_shown.connect(self._read)
        self._show()

    def _show(self) -> None:
        library = self._workspace.library
        if library is not None:
            read_only = library.read_only
            self._page.library.show_library(library.name, library.shown, read_only=read_only)
            self._page.library.show_risk("")
            self._read()

    def _read(self) -> None:
        if self._window.page == SETTINGS:
            self._workspace.read(_kept, self._show_kept, topic="kept")

    def _show_kept(self, kept: _Kept) -> None:
        self._page.library.show_risk(kept.risk)
        self._page.backups.show_backups(kept.backups, datetime.now(UTC))
        self._page.backups.show_trash(kept.trash, can_empty=self._workspace.can_write)


def _kept(library: Library) -> _Kept:
    risk = find_risk(library.path) if library.path is not None else ""
    return _Kept(list_backups(library.url), trash_state(library), risk)
