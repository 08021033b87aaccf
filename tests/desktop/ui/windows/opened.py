"""Windows opened for tests, and waiting until they have come to rest."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.palettes import LIGHT
from desktop.ui.session import Session
from desktop.ui.windows.appearance import Appearance
from desktop.ui.windows.desk import Desk
from desktop.ui.windows.main import MainWindow

T = TypeVar("T")

PATIENCE_MS = 60_000


def settle(qtbot: QtBot, desk: Desk) -> None:
    """Wait until nothing is on its way to the window."""
    calm = 0

    def is_calm() -> bool:
        nonlocal calm
        calm = calm + 1 if not desk.is_busy and desk.workspace.library is not None else 0
        return calm > 2

    qtbot.waitUntil(is_calm, timeout=PATIENCE_MS)
    # Keys find the commands of the window that is active.
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow, timeout=PATIENCE_MS)


def answer(value: T) -> Callable[..., T]:
    """Return a dialog that answers at once: a native one has no buttons that a test could press."""

    def ask(*_arguments: object, **_options: object) -> T:
        return value

    return ask


class DeskMaker:
    """Opens windows on libraries, with the session of the test."""

    def __init__(self, qtbot: QtBot, app: QApplication, folder: Path) -> None:
        self._qtbot, self._app, self._folder = qtbot, app, folder
        self.made: list[Desk] = []

    def __call__(self, library: Path | None = None) -> Desk:
        desk = self.begin(library)
        settle(self._qtbot, desk)
        return desk

    def begin(self, library: Path | None = None) -> Desk:
        """Return a window whose library is still on its way, or cannot be opened at all."""
        session = Session(self._folder / "window.ini")
        appearance = Appearance(self._app, session, LIGHT)
        window = MainWindow()
        self._qtbot.addWidget(window)
        window.show()
        desk = Desk(window, session, appearance)
        self.made.append(desk)
        where = library or self._folder / "Desk.crosslight"
        desk.start(str(where), [], sample=False)
        return desk
