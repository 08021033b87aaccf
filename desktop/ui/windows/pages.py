"""The pages of an event: which event, which two texts; each is made and fed when it is shown."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.core.model.comparisons import Diff, Place
from desktop.services.comparisons import view_diff, view_pair
from desktop.services.views import EventView, PairView
from desktop.ui.panels.compare import ComparePage
from desktop.ui.selection import Selection
from desktop.ui.windows.main import CHARTS, COMPARE, DIFF, REPORT, MainWindow
from desktop.ui.windows.shelves import Shelves
from desktop.ui.windows.view_reader import ViewReader
from desktop.ui.windows.workspace import Workspace

if TYPE_CHECKING:  # loaded when they are shown
    from desktop.services.reports import Report
    from desktop.ui.panels.charts import ChartsPage
    from desktop.ui.panels.diff import DiffPage
    from desktop.ui.panels.report import ReportPage


class EventPages(QObject):
    """Joins the pages of an event to the services."""

    view_changed = Signal()
    report_changed = Signal()
    open_article = Signal(Place)

    def __init__(
        self, window: MainWindow, workspace: Workspace, shelves: Shelves, selection: Selection
    ) -> None:
        super().__init__(window)
        self._window, self._workspace, self._shelves = window, workspace, shelves
        self.selection = selection
        self._event_id: str | None = None
        self._view: EventView | None = None
        self._stale: set[str] = set()
        self._has_pair = False
        self.compare = ComparePage(selection)
        self.reader = ViewReader(workspace, self.compare, self)
        self.reader.found.connect(self._show_view)
        window.pages.add(COMPARE, self.compare, self.compare.table)
        window.pages.offer(DIFF, lambda: self.diff)
        window.pages.offer(CHARTS, lambda: self.charts)
        window.pages.offer(REPORT, lambda: self.report)
        self._join()

    @cached_property
    def diff(self) -> DiffPage:
        """Return the page of two texts side by side."""
        from desktop.ui.panels.diff import DiffPage

        page = DiffPage(self.selection)
        page.pair_requested.connect(self._read_diff)
        page.open_article.connect(self.open_article)
        self._window.pages.add(DIFF, page, page.stage.left)
        return page

    @cached_property
    def charts(self) -> ChartsPage:
        """Return the page of charts."""
        from desktop.ui.panels.charts import ChartsPage

        page = ChartsPage(self.selection)
        page.save_failed.connect(self._window.toast.show_message)
        page.open_article.connect(self.open_article)
        self._window.pages.add(CHARTS, page, page.loaded.chart)
        return page

    @cached_property
    def report(self) -> ReportPage:
        """Return the page that shows the report as it prints."""
        from desktop.ui.panels.report import ReportPage

        page = ReportPage()
        page.changed.connect(self.report_changed)
        self._window.pages.add(REPORT, page, page.sheets)
        return page

    @property
    def view(self) -> EventView | None:
        """Return the event that the pages show, or None."""
        return self._view

    @property
    def event_id(self) -> str | None:
        """Return the id of the event that the pages show or are about to show."""
        return self._event_id

    @property
    def is_fed(self) -> bool:
        """Say whether the page that is shown has what there is to show."""
        return self._window.page not in self._stale

    def choose_event(self, event_id: str | None) -> None:
        """Show an event on every page, or none."""
        if event_id != self._event_id:
            self._event_id = event_id
            self.selection.clear()
            self._read_view()

    def open_event(self, event_id: str) -> None:
        """Compare an event."""
        self.choose_event(event_id)
        self._window.show_page(COMPARE)

    def open_diff(self, left: str, right: str) -> None:
        """Show two articles side by side; those of no event, or of two, alone."""
        known = {article.id for article in self._view.articles} if self._view else set[str]()

        def show(view: EventView | PairView) -> None:
            self._stale.discard(DIFF)
            self._window.show_page(DIFF)
            self.diff.show_event(view)
            self._read_diff(left, right)
            self._has_pair = view is not self._view

        if self._view is not None and {left, right} <= known:
            show(self._view)
        else:
            self._workspace.read(lambda library: view_pair(library, left, right), show, topic=DIFF)

    def _join(self) -> None:
        self.compare.diff_requested.connect(self.open_diff)
        self.compare.report_requested.connect(partial(self._window.show_page, REPORT))
        self.compare.open_article.connect(self.open_article)
        self._window.page_shown.connect(self._feed)
        self._window.escaped.connect(self.selection.clear)
        self._workspace.opened.connect(self._clear)
        self._workspace.changed.connect(self._read_view)
        self._shelves.counted.connect(self._follow_events)
        self._window.library.sidebar.shelf_chosen.connect(self._follow_shelf)

    def _follow_events(self) -> None:
        """Keep the event while it is there; else take the latest one."""
        events = [event.id for event in self._shelves.events]
        if self._event_id not in events:
            self.choose_event(events[0] if events else None)

    def _follow_shelf(self) -> None:
        shelf = self._window.library.sidebar.shelf
        if shelf.collection == "event":
            self.choose_event(shelf.value)

    def _read_view(self) -> None:
        events = self._shelves.events
        label = next((event.label for event in events if event.id == self._event_id), "")
        self.reader.read(self._event_id, label)

    def _show_view(self, view: EventView | None) -> None:
        self._view = view
        self._stale = {COMPARE, DIFF, CHARTS, REPORT}
        if view is None:
            # What is on its way is of an event that is there no more.
            self._workspace.forget(REPORT)
            self._workspace.forget(DIFF)
        self._feed(self._window.page)
        self.view_changed.emit()

    def _feed(self, page: str) -> None:
        """Give a page what changed since it was shown last."""
        if self._has_pair and page != DIFF:
            self._has_pair = False
            self._stale.add(DIFF)  # which shows the event again when one comes back
        if page not in self._stale:
            return
        self._stale.discard(page)
        view = self._view
        if view is None or not view.articles:
            shown = self.report if page == REPORT else self._event_page(page)
            shown.clear()
        elif page == REPORT:
            self.report.wait_for(view)
            trouble = self._workspace.troubled.emit
            self._workspace.work_out(
                partial(_make_report, view), self._show_report, trouble, topic=page
            )
        else:
            self._event_page(page).show_event(view)
            self._window.pages.settle_focus()

    def _event_page(self, name: str) -> ComparePage | DiffPage | ChartsPage:
        if name == DIFF:
            return self.diff
        return self.charts if name == CHARTS else self.compare

    def _show_report(self, report: Report) -> None:
        self.report.show_report(report)
        self._window.pages.settle_focus()

    def _read_diff(self, left: str, right: str) -> None:
        def show(diff: Diff) -> None:
            self.diff.show_diff(diff)
            self._window.pages.settle_focus()

        self._workspace.read(lambda library: view_diff(library, left, right), show, topic=DIFF)

    def _clear(self) -> None:
        self._event_id = None
        self.selection.clear()
        self.reader.read(None)


def _make_report(view: EventView) -> Report:
    from desktop.services.reports import build_report

    return build_report(view)
