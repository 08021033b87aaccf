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
    Library,
    create_library,
    default_library,
    open_library,
    recent_libraries,
    sample_library_path,
    without_password,
)
from desktop.ui.session import Session
from desktop.ui.windows.main import MainWindow
from desktop.ui.windows.workspace import Workspace

_ENDING = ".crosslight"


class Libraries(QObject):
    """Joins the library commands to the workspace and shows which library is open."""

    samples_wanted = Signal()

    def __init__(self, window: MainWindow, workspace: Workspace, session: Session) -> None:
        super().__init__(window)
        self._window, self._workspace, self._session = window, workspace, session
        self._fills_samples = False
        self._missed: CrosslightError | None = None
        commands = window.commands
        commands["new library"].triggered.connect(self.ask_new)
        commands["open library"].triggered.connect(self.ask_open)
        commands["open sample"].triggered.connect(self.open_sample)
        commands.recent.aboutToShow.connect(self._fill_recent)
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
            self._workspace.open(partial(_open_last, self._session.library, self._note))

    def open(self, where: str, *, create: bool = False) -> None:
        """Open a library by path or URL."""
        self._workspace.open(partial(open_library, where, create=create))

    def open_sample(self) -> None:
        """Open the library of the sample articles; at the first opening it is filled."""
        self._fills_samples = True
        path = Path(os.environ.get("CROSSLIGHT_SAMPLE") or sample_library_path())
        self._workspace.open(partial(open_library, path, create=True))

    def ask_new(self) -> None:
        """Ask for the name of a new library and create it."""
        path, _filter = QFileDialog.getSaveFileName(
            self._window, self.tr("New library"), self._folder(), self._filter()
        )
        if path:
            named = Path(path)
            target = named if named.suffix else named.with_suffix(_ENDING)
            self._workspace.open(partial(create_library, target))

    def ask_open(self) -> None:
        """Ask for a library and open it."""
        path, _filter = QFileDialog.getOpenFileName(
            self._window, self.tr("Open library"), self._folder(), self._filter()
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
        self._window.drop.can_write = not library.read_only
        self._window.setWindowTitle(self.tr("{name} – Crosslight").format(name=library.name))
        self._window.banner.show_message(
            self.tr("This library opens for reading, and nothing in it is changed.")
            if library.read_only
            else ""
        )
        if self._missed is not None:
            missed, self._missed = self._missed, None
            self._workspace.troubled.emit(missed)
        if self._fills_samples:
            self._fills_samples = False
            self.samples_wanted.emit()

    def _note(self, missed: CrosslightError) -> None:
        self._missed = missed  # told when the other library is open

    def _fill_recent(self) -> None:
        menu = self._window.commands.recent
        menu.clear()
        for recent in recent_libraries():
            action = menu.addAction(recent.name.replace("&", "&&"))
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

    def _filter(self) -> str:
        return self.tr("Libraries (*.crosslight);;All files (*)")


def _open_last(last: str, note: Callable[[CrosslightError], None]) -> Library:
    """Open the library of the last run; where it has gone or is out of reach, the default one."""
    path, missed = Path(last.removeprefix("sqlite:///")), None
    try:
        if last and (not last.startswith("sqlite:///") or path.exists()):
            return open_library(last)
    except OSError as error:
        message = f"The library {path} cannot be reached: {error.strerror}."
        missed = CrosslightError(message, "The default library is open instead.")
    library = open_library(default_library(), create=True)
    if missed is not None:
        note(missed)
    return library
