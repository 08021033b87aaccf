"""Theme, contrast and size: the menu and the settings joined to the appearance."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from desktop.ui.panels.settings import SettingsPage
from desktop.ui.theme import theme
from desktop.ui.windows.appearance import Appearance
from desktop.ui.windows.main import MainWindow


class Looks(QObject):
    """Applies what is chosen in either place and shows it in both."""

    def __init__(self, window: MainWindow, settings: SettingsPage, appearance: Appearance) -> None:
        super().__init__(window)
        self._commands, self._settings, self._appearance = window.commands, settings, appearance
        self._commands.looks.triggered.connect(self._choose_action)
        self._commands["zoom in"].triggered.connect(lambda: appearance.zoom_by(1))
        self._commands["zoom out"].triggered.connect(lambda: appearance.zoom_by(-1))
        self._commands["zoom reset"].triggered.connect(lambda: appearance.zoom_by(0))
        settings.look_chosen.connect(self.choose)
        settings.zoom_chosen.connect(appearance.zoom_to)
        theme().changed.connect(self._show)
        self._show()

    def choose(self, look: str) -> None:
        """Use a look, SYSTEM or a palette's name."""
        self._appearance.choose(look)
        self._show()

    def _choose_action(self, action: QAction) -> None:
        self.choose(str(action.data()))

    def _show(self) -> None:
        self._commands[f"look {self._appearance.look}"].setChecked(True)
        self._settings.show_look(self._appearance.look)
