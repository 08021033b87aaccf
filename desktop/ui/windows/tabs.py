"""The tabs of an event joined to the pages of the window."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.ui.panels.event_tabs import EventTabs
from desktop.ui.windows.main import MainWindow


class Tabs(QObject):
    """Turns to the page whose tab was chosen; keys that were on a tab stay on the tabs."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._bars: dict[str, EventTabs] = {}
        window.pages.available_changed.connect(self._show_available)

    def add(self, page: str, bar: EventTabs) -> None:
        """Follow the tabs that stand on a page."""
        self._bars[page] = bar
        bar.chosen.connect(self._turn)
        bar.show_pages(self._window.pages.available)

    def _turn(self, page: str) -> None:
        held = any(bar.hasFocus() for bar in self._bars.values())
        self._window.show_page(page)
        bar = self._bars.get(page)
        if held and bar is not None:
            self._window.pages.hold_focus(bar)

    def _show_available(self) -> None:
        for bar in self._bars.values():
            bar.show_pages(self._window.pages.available)
