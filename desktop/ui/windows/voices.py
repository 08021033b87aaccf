"""The page of an event's voices: made when it is first shown."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.services.views import EventView
from desktop.ui.windows.event_work import EventWork, Work
from desktop.ui.windows.main import VOICES, MainWindow
from desktop.ui.windows.pages import EventPages
from desktop.ui.windows.tabs import Tabs
from desktop.ui.windows.workspace import Workspace

if TYPE_CHECKING:  # loaded when it is shown
    from desktop.ui.figures.voices import VoiceSheets
    from desktop.ui.panels.voices import VoicesPage


class VoicesTab(QObject):
    """Joins the voices to the services: they follow the event that the pages show."""

    def __init__(
        self, window: MainWindow, workspace: Workspace, pages: EventPages, tabs: Tabs
    ) -> None:
        super().__init__(window)
        self._window, self._pages, self._tabs = window, pages, tabs
        window.pages.offer(VOICES, lambda: self.page)
        made = Work(VOICES, lambda: self.page, _make, self._show)
        self.work = EventWork(window, workspace, pages, made)

    @cached_property
    def page(self) -> VoicesPage:
        """Return the page of voices."""
        from desktop.ui.figures.voices import VoiceKind
        from desktop.ui.panels.voices import VoicesPage

        page = VoicesPage(self._pages.selection)
        page.open_article.connect(self._pages.open_article)
        page.stopped.connect(self.work.stop)
        page.again_asked.connect(self.work.begin)
        self._window.pages.add(VOICES, page, page.cards[VoiceKind.LEDGER].table)
        self._tabs.add(VOICES, page.tabs)
        return page

    def _show(self, view: EventView, made: VoiceSheets) -> None:
        self.page.show_voices(view, made)


def _make(view: EventView) -> VoiceSheets:
    """Return the tables of the page, which a window could wait for, too."""
    from desktop.services.event_details import make_details
    from desktop.ui.figures.voices import make_voice_sheets

    return make_voice_sheets(view, make_details(view))
