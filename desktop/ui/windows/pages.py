"""The pages of an event: which event, which two texts; each is fed when it is shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.core.model.comparisons import Diff
from desktop.services.comparisons import view_diff, view_event
from desktop.services.events import list_events
from desktop.services.libraries import Library
from desktop.services.reports import Report, build_report
from desktop.services.views import EventView
from desktop.ui.panels.charts import ChartsPage
from desktop.ui.panels.compare import ComparePage
from desktop.ui.panels.diff import DiffPage
from desktop.ui.panels.report import ReportPage
from desktop.ui.selection import Selection
from desktop.ui.windows.main import CHARTS, COMPARE, DIFF, REPORT, MainWindow
from desktop.ui.windows.shelves import Shelves
from desktop.ui.windows.workspace import Workspace


class EventPages(QObject):
    """Joins the pages of an event to the services."""

    view_changed = Signal()

    def __init__(
        self, window: MainWindow, workspace: Workspace, shelves: Shelves, selection: Selection
    ) -> None:
        super().__init__(window)
        self._window, self._workspace, self._shelves = window, workspace, shelves
        self.selection = selection
        self._event_id: str | None = None
        self._view: EventView | None = None
        self._stale: set[str] = set()
        self.compare, self.diff = ComparePage(selection), DiffPage(selection)
        self.charts, self.report = ChartsPage(selection), ReportPage()
        pages = (
            (COMPARE, self.compare, self.compare.table),
            (DIFF, self.diff, self.diff.stage.left),
            (CHARTS, self.charts, self.charts.loaded.chart),
            (REPORT, self.report, self.report.sheets),
        )
        for name, page, focus in pages:
            window.add_page(name, page, focus)
        self._join()

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

    def open_diff(self, left: str, right: str) -> None:
        """Show two articles side by side."""
        self._stale.discard(DIFF)
        if self._view is not None:
            self.diff.show_event(self._view)
        self._window.show_page(DIFF)
        self._read_diff(left, right)

    def _join(self) -> None:
        self.compare.diff_requested.connect(self.open_diff)
        self.compare.report_requested.connect(partial(self._window.show_page, REPORT))
        self.charts.save_failed.connect(self._tell_save_failed)
        self.diff.pair_requested.connect(self._read_diff)
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
        event_id = self._event_id
        if event_id is None:
            self._workspace.forget("event")
            self._show_view(None)
        else:
            self._workspace.read(
                partial(_find_view, event_id=event_id), self._show_view, topic="event"
            )

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
        if page not in self._stale:
            return
        self._stale.discard(page)
        view = self._view
        if view is None or not view.articles:
            self._clear_page(page)
        elif page == REPORT:
            self._workspace.read(lambda _library: build_report(view), self._show_report, topic=page)
        else:
            shows: dict[str, Callable[[EventView], None]] = {
                COMPARE: self.compare.show_event,
                DIFF: self.diff.show_event,
                CHARTS: self.charts.show_event,
            }
            shows[page](view)
            self._window.settle_focus()

    def _clear_page(self, page: str) -> None:
        clears = {
            COMPARE: self.compare.clear,
            DIFF: self.diff.clear,
            CHARTS: self.charts.clear,
            REPORT: self.report.clear,
        }
        clears[page]()

    def _show_report(self, report: Report) -> None:
        self.report.show_report(report)
        self._window.settle_focus()

    def _read_diff(self, left: str, right: str) -> None:
        def show(diff: Diff) -> None:
            self.diff.show_diff(diff)
            self._window.settle_focus()

        self._workspace.read(lambda library: view_diff(library, left, right), show, topic=DIFF)

    def _tell_save_failed(self, message: str) -> None:
        self._window.toast.show_message(message)

    def _clear(self) -> None:
        self._event_id = None
        self.selection.clear()
        self._workspace.forget("event")
        self._show_view(None)


def _find_view(library: Library, event_id: str) -> EventView | None:
    """Return an event as its pages show it, or None when all its articles are in the trash."""
    if all(event.id != event_id for event in list_events(library)):
        return None
    return view_event(library, event_id)
