"""Windows opened for tests, and waiting until they have come to rest."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.palettes import LIGHT
from desktop.ui.session import Session
from desktop.ui.windows.appearance import Appearance
from desktop.ui.windows.desk import Desk
from desktop.ui.windows.main import MainWindow

PATIENCE_MS = 60_000


def settle(qtbot: QtBot, desk: Desk) -> None:
    """Wait until nothing is on its way to the window."""
    calm = 0

    def is_calm() -> bool:
        nonlocal calm
        calm = calm + 1 if not desk.is_busy and desk.workspace.library is not None else 0
        return calm > 2

    qtbot.waitUntil(is_calm, timeout=PATIENCE_MS)


class DeskMaker:
    """Opens windows on libraries, with the session of the test."""

    def __init__(self, qtbot: QtBot, app: QApplication, folder: Path) -> None:
        self._qtbot, self._app, self._folder = qtbot, app, folder
        self.made: list[Desk] = []

    def __call__(self, library: Path | None = None) -> Desk:
        session = Session(self._folder / "window.ini")
        window = MainWindow()
        self._qtbot.addWidget(window)
        appearance = Appearance(self._app, session, LIGHT)
        window.show()
        window.activateWindow()
        self._qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE_MS)
        desk = Desk(window, session, appearance)
        self.made.append(desk)
        where = library or self._folder / "Desk.crosslight"
        desk.start(str(where), [], sample=False)
        settle(self._qtbot, desk)
        return desk
