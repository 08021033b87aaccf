"""Opening libraries: the default one, another, a new one, recent ones, the samples."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from desktop.services.errors import CrosslightError
from desktop.services.libraries import (
    WINDOW,
    Library,
    RecentLibrary,
    create_library,
    default_library,
    open_library,
    recent_libraries,
    sample_library_path,
    without_password,
)
from desktop.ui.panels.library_menu import LibraryChoice, LibraryMenu
from desktop.ui.session import Session
from desktop.ui.windows.library_banner import LibraryBanner
from desktop.ui.windows.library_care import LibraryCare
from desktop.ui.windows.library_moves import LIBRARY_ENDING, LibraryMoves, library_filter
from desktop.ui.windows.main import MainWindow
from desktop.ui.windows.workspace import Workspace

_MENU = (
    ("new library", "open library"),
    ("move library", "back up", "restore backup", "check library"),
    ("rename library", "show file"),
)


class Libraries(QObject):
    """Joins the library commands to the workspace and shows which library is open."""

    samples_wanted = Signal()

    def __init__(self, window: MainWindow, workspace: Workspace, session: Session) -> None:
        super().__init__(window)
        self._window, self._workspace, self._session = window, workspace, session
        self._fills_samples = False
        self._known: tuple[tuple[RecentLibrary, bool], ...] = ()
        self.banner = LibraryBanner(window, workspace)
        self.care = LibraryCare(window, workspace, self.banner)
        self.moves = LibraryMoves(window, workspace, self.care.note)
        self.banner.other_wanted.connect(self.ask_open)
        self.banner.move_wanted.connect(self.moves.ask_place)
        commands = window.commands
        commands["new library"].triggered.connect(self.ask_new)
        commands["open library"].triggered.connect(self.ask_open)
        commands["open sample"].triggered.connect(self.open_sample)
        commands["switch library"].triggered.connect(self.show_menu)
        commands["show file"].triggered.connect(self.show_folder)
        commands.recent.aboutToShow.connect(self._fill_recent)
        window.topbar.menu_wanted.connect(self.show_menu)
        window.library.first_run.sample_requested.connect(self.open_sample)
        workspace.opened.connect(self._show_opened)

    def open_first(self, where: str, *, sample: bool) -> None:
        """Open the library that a start asks for: one named, the samples, or the last one."""
        if sample:
            self.open_sample()
        elif where:
            self.open(where, create=True)
        elif os.environ.get("CROSSLIGHT_LIBRARY"):
            self.open(default_library(), create=True)
        else:
            self._workspace.open(partial(_open_last, self._session.library, self.care.note))

    def open(self, where: str, *, create: bool = False) -> None:
        """Open a library by path or URL."""
        self.care.note_place(where)
        self._workspace.open(partial(open_library, where, create=create, access=WINDOW))

    def open_sample(self) -> None:
        """Open the library of the sample articles; at the first opening it is filled."""
        self._fills_samples = True
        path = Path(os.environ.get("CROSSLIGHT_SAMPLE") or sample_library_path())
        self._workspace.open(partial(open_library, path, create=True, access=WINDOW))

    def ask_new(self) -> None:
        """Ask for the name of a new library and create it."""
        path, _filter = QFileDialog.getSaveFileName(
            self._window, self.tr("New library"), self._folder(), library_filter()
        )
        if path:
            named = Path(path)
            target = named if named.suffix else named.with_suffix(LIBRARY_ENDING)
            self._workspace.open(partial(create_library, target, WINDOW))

    def ask_open(self) -> None:
        """Ask for a library and open it."""
        path, _filter = QFileDialog.getOpenFileName(
            self._window, self.tr("Open library"), self._folder(), library_filter()
        )
        if path:
            self.open(path)

    def show_folder(self) -> None:
        """Show the library's folder in the system's file manager."""
        library = self._workspace.library
        if library is not None and library.path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(library.path.parent)))

    def _show_opened(self) -> None:
        library = self._workspace.library
        if library is None:
            return
        self._session.library = library.url
        self._workspace.work_out(
            _known_libraries, self._keep_known, self._workspace.troubled.emit, topic="known"
        )
        self._window.drop.can_write = not library.read_only
        self._window.setWindowTitle(self.tr("{name} – Crosslight").format(name=library.name))
        if self._fills_samples:
            self._fills_samples = False
            self.samples_wanted.emit()

    def show_menu(self) -> None:
        """Open the menu of libraries under the name of the one that is open."""
        # A file on a network may take long to answer.
        self._workspace.work_out(
            _known_libraries, self._open_menu, self._workspace.troubled.emit, topic="libraries"
        )

    def _keep_known(self, known: tuple[tuple[RecentLibrary, bool], ...]) -> None:
        self._known = known

    def _open_menu(self, known: tuple[tuple[RecentLibrary, bool], ...]) -> None:
        self._known = known
        library, counts = self._workspace.library, self._window.status.text
        choices = [
            LibraryChoice(
                entry.name,
                self._note(entry, is_missing, counts),
                entry.url,
                is_open=library is not None and entry.url == library.url,
                is_missing=is_missing,
            )
            for entry, is_missing in known
        ]
        commands = self._window.commands
        groups = [[commands[name] for name in names] for names in _MENU]
        menu = LibraryMenu(choices, groups, self._window)
        menu.chosen.connect(self._switch)
        menu.show_under(self._window.topbar.heading)

    def _note(self, entry: RecentLibrary, is_missing: bool, counts: str) -> str:
        library = self._workspace.library
        if library is not None and entry.url == library.url:
            return counts
        place = without_password(entry.url).removeprefix("sqlite:///")
        return self.tr("missing · {place}").format(place=place) if is_missing else place

    def _switch(self, url: str) -> None:
        library = self._workspace.library
        if library is None or library.url != url:
            self.open(url)

    def _fill_recent(self) -> None:
        menu = self._window.commands.recent
        menu.clear()
        gone = {entry.url for entry, is_missing in self._known if is_missing}
        for recent in recent_libraries():
            name = recent.name.replace("&", "&&")
            is_gone = recent.url in gone
            shown = self.tr("{name} (missing)").format(name=name) if is_gone else name
            action = menu.addAction(shown)
            action.setEnabled(not is_gone)
            action.setToolTip(without_password(recent.url))
            action.triggered.connect(partial(self._open_recent, recent.url))
        menu.setEnabled(True)
        if menu.isEmpty():
            menu.addAction(self.tr("None yet")).setEnabled(False)

    def _open_recent(self, url: str, _checked: bool = False) -> None:
        self.open(url)

    def _folder(self) -> str:
        library = self._workspace.library
        place = library.path if library is not None else None
        return str(place.parent if place is not None else Path(default_library()).parent)


def _known_libraries() -> tuple[tuple[RecentLibrary, bool], ...]:
    """Return the recent libraries, each with whether it is missing."""
    return tuple((entry, entry.is_missing) for entry in recent_libraries())


def _open_last(last: str, note: Callable[[CrosslightError], None]) -> Library:
    """Open the library of the last run; where it has gone or is out of reach, the default one."""
    path, missed = Path(last.removeprefix("sqlite:///")), None
    try:
        if last and (not last.startswith("sqlite:///") or path.exists()):
            return open_library(last, access=WINDOW)
    except OSError as error:
        message = f"The library {path} cannot be reached: {error.strerror}."
        missed = CrosslightError(message, "The default library is open instead.")
    library = open_library(default_library(), create=True, access=WINDOW)
    if missed is not None:
        note(missed)
    return library
