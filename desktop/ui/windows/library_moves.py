"""Moving and renaming the open library: it is closed, moved, and opened where it is then."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QFileDialog, QInputDialog

from desktop.services.errors import CrosslightError
from desktop.services.libraries import LIBRARY_ENDING, WINDOW, Library, open_library
from desktop.services.moving import move_library, rename_library
from desktop.ui.windows.main import MainWindow
from desktop.ui.windows.workspace import Workspace

__all__ = ["LIBRARY_ENDING", "LibraryMoves", "changed", "library_filter"]

Note = Callable[[CrosslightError], None]


class LibraryMoves(QObject):
    """Asks for another place or name of the library and gives it; `note` takes what went wrong."""

    def __init__(self, window: MainWindow, workspace: Workspace, note: Note) -> None:
        super().__init__(window)
        self._window, self._workspace, self._note = window, workspace, note
        window.commands["move library"].triggered.connect(self.ask_place)
        window.commands["rename library"].triggered.connect(self.ask_name)

    def ask_place(self) -> None:
        """Ask where the library is to be and move it there with its backups."""
        library = self._workspace.library
        if library is None or library.path is None:
            return
        path = library.path
        name, _filter = QFileDialog.getSaveFileName(
            self._window, self.tr("Move library"), str(path), library_filter()
        )
        if name and Path(name) != path:
            target = Path(name) if Path(name).suffix else Path(name).with_suffix(LIBRARY_ENDING)
            self._move(library, partial(move_library, path, target, WINDOW))

    def ask_name(self) -> None:
        """Ask for another name and give it to the library and its file."""
        library = self._workspace.library
        if library is None or library.path is None:
            return
        title, asked = self.tr("Rename library"), self.tr("Name of the library:")
        name, accepted = QInputDialog.getText(self._window, title, asked, text=library.name)
        if accepted and name.strip() and name != library.name:
            self._move(library, partial(rename_library, library.path, name, WINDOW))

    def _move(self, library: Library, move: Callable[[], Path]) -> None:
        self._workspace.open(partial(changed, library, library.url, move, self._note))


def changed(
    library: Library | None, where: str, change: Callable[[], Path | None], note: Note
) -> Library:
    """Close a library, change its file, and open it again, where it is then.

    Args:
        library: The library that is open, if any is.
        where: Where it is.
        change: What is done with its file; it returns where the file is then, if that is new.
        note: Takes what goes wrong; the library is opened all the same.
    """
    if library is not None:
        library.close()
    place: str | Path = where
    try:
        place = change() or where
    except CrosslightError as error:
        note(error)
    return open_library(place, access=WINDOW)


def library_filter() -> str:
    """Return what a file dialog lists."""
    words = "Libraries (*.crosslight);;All files (*)"
    return QCoreApplication.translate("libraries", words)
