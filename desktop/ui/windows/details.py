"""The page of an event's details: made when it is first shown, with a way to the dates missing."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.core.model.details import Details
from desktop.services.views import EventView
from desktop.ui.windows.event_work import EventWork, Work
from desktop.ui.windows.main import DETAILS, LIBRARY, MainWindow
from desktop.ui.windows.pages import EventPages
from desktop.ui.windows.tabs import Tabs
from desktop.ui.windows.workspace import Workspace

if TYPE_CHECKING:  # loaded when it is shown
    from desktop.ui.figures.details import DetailKind
    from desktop.ui.paint.sheets import Sheet
    from desktop.ui.panels.details import DetailsPage


class DetailsTab(QObject):
    """Joins the details to the services: they follow the event that the pages show."""

    def __init__(
        self, window: MainWindow, workspace: Workspace, pages: EventPages, tabs: Tabs
    ) -> None:
        super().__init__(window)
        self._window, self._workspace = window, workspace
        self._pages, self._tabs = pages, tabs
        window.pages.offer(DETAILS, lambda: self.page)
        made = Work(DETAILS, lambda: self.page, _make, self._show)
        self.work = EventWork(window, workspace, pages, made)

    @cached_property
    def page(self) -> DetailsPage:
        """Return the page of details."""
        from desktop.ui.figures.details import DetailKind
        from desktop.ui.panels.details import DetailsPage

        page = DetailsPage(self._pages.selection)
        page.open_article.connect(self._pages.open_article)
        page.date_wanted.connect(self._ask_date)
        page.stopped.connect(self.work.stop)
        page.again_asked.connect(self.work.begin)
        self._window.pages.add(DETAILS, page, page.cards[DetailKind.NUMBERS].table)
        self._tabs.add(DETAILS, page.tabs)
        return page

    def _show(self, view: EventView, made: tuple[Details, dict[DetailKind, Sheet]]) -> None:
        self.page.can_date = self._workspace.can_write
        self.page.show_details(view, *made)

    def _ask_date(self, article_id: str) -> None:
        """Let the user state the date of a text where texts are edited."""
        self._window.show_page(LIBRARY)
        self._window.library.list.choose([article_id])
        self._window.library.list.date_wanted.emit(article_id)


def _make(view: EventView) -> tuple[Details, dict[DetailKind, Sheet]]:
    """Return the details of an event and their tables, which a window could wait for, too."""
    from desktop.services.event_details import make_details
    from desktop.ui.figures.details import make_sheets

    details = make_details(view)
    return details, make_sheets(view, details)
