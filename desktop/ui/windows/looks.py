"""Theme, contrast and size: the menu and the settings joined to the appearance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from desktop.ui.theme import theme
from desktop.ui.windows.appearance import Appearance
from desktop.ui.windows.main import MainWindow

if TYPE_CHECKING:  # loaded when it is shown
    from desktop.ui.panels.settings import SettingsPage


class Looks(QObject):
    """Applies what is chosen in either place and shows it in both."""

    def __init__(self, window: MainWindow, appearance: Appearance) -> None:
        super().__init__(window)
        self._commands, self._appearance = window.commands, appearance
        self._settings: SettingsPage | None = None
        self._commands.looks.triggered.connect(self._choose_action)
        self._commands["zoom in"].triggered.connect(lambda: appearance.zoom_by(1))
        self._commands["zoom out"].triggered.connect(lambda: appearance.zoom_by(-1))
        self._commands["zoom reset"].triggered.connect(lambda: appearance.zoom_by(0))
        theme().changed.connect(self._show)
        self._show()

    def follow(self, settings: SettingsPage) -> None:
        """Apply what is chosen in the settings, too."""
        self._settings = settings
        settings.look_chosen.connect(self.choose)
        settings.zoom_chosen.connect(self._appearance.zoom_to)
        self._show()

    def choose(self, look: str) -> None:
        """Use a look, SYSTEM or a palette's name."""
        self._appearance.choose(look)
        self._show()

    def _choose_action(self, action: QAction) -> None:
        self.choose(str(action.data()))

    def _show(self) -> None:
        self._commands[f"look {self._appearance.look}"].setChecked(True)
        if self._settings is not None:
            self._settings.show_look(self._appearance.look)
