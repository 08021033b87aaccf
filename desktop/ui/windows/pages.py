"""The pages of an event and of an article: made when they are needed, fed when they are shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.core.model.comparisons import Diff, Place
from desktop.services.comparisons import EventView, view_diff, view_event
from desktop.services.reports import Report, build_report
from desktop.ui.panels.article import ArticlePage
from desktop.ui.panels.charts import ChartsPage
from desktop.ui.panels.compare import ComparePage
from desktop.ui.panels.diff import DiffPage
from desktop.ui.panels.reading import ReadingPane
from desktop.ui.panels.report import ReportPage
from desktop.ui.selection import Selection
from desktop.ui.windows.corrections import Corrections
from desktop.ui.windows.main import ARTICLE, CHARTS, COMPARE, DIFF, REPORT, MainWindow
from desktop.ui.windows.shelves import ReadArticle, Shelves
from desktop.ui.windows.workspace import Workspace


class Pages(QObject):
    """Joins the pages to the services: which event, which article, which two texts."""

    view_changed = Signal()

    def __init__(
        self,
        window: MainWindow,
        workspace: Workspace,
        shelves: Shelves,
        corrections: Corrections,
    ) -> None:
        super().__init__(window)
        self._window, self._workspace = window, workspace
        self._shelves, self._corrections = shelves, corrections
        self.selection = Selection(self)
        self._event_id: str | None = None
        self._view: EventView | None = None
        self._stale: set[str] = set()
        self._place: Place | None = None
        self.reading = ReadingPane(self.selection)
        self.compare = ComparePage(self.selection)
        self.diff = DiffPage(self.selection)
        self.charts = ChartsPage(self.selection)
        self.article = ArticlePage(self.selection)
        self.report = ReportPage()
        self._add_pages()
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

    def open_event(self, event_id: str, page: str) -> None:
        """Show an event on one of its pages."""
        self._choose_event(event_id)
        self._window.show_page(page)

    def open_place(self, place: Place) -> None:
        """Show an article on its page, scrolled to a place that is then selected."""
        self._place = place
        self._window.library.list.choose([place.article])
        self._shelves.read(place.article)
        self._window.show_page(ARTICLE)

    def open_diff(self, left: str, right: str) -> None:
        """Show two articles side by side."""
        self._stale.discard(DIFF)
        if self._view is not None:
            self.diff.show_event(self._view)
        self._window.show_page(DIFF)
        self._read_diff(left, right)

    def _add_pages(self) -> None:
        self._window.library.set_reading(self.reading)
        self._window.add_page(COMPARE, self.compare)
        self._window.add_page(DIFF, self.diff)
        self._window.add_page(CHARTS, self.charts)
        self._window.add_page(ARTICLE, self.article)
        self._window.add_page(REPORT, self.report)

    def _join(self) -> None:
        self._corrections.follow(self.reading)
        self._corrections.follow(self.article)
        self.charts.open_article.connect(self.open_place)
        self.charts.save_failed.connect(self._tell_save_failed)
        self.reading.explain_requested.connect(self._explain)
        self.compare.open_article.connect(self.open_place)
        self.compare.diff_requested.connect(self.open_diff)
        self.compare.report_requested.connect(partial(self._window.show_page, REPORT))
        self.compare.rename_requested.connect(self._corrections.rename_event)
        self.diff.pair_requested.connect(self._read_diff)
        self.diff.open_article.connect(self.open_place)
        self._window.page_shown.connect(self._feed)
        self._window.escaped.connect(self.selection.clear)
        self._workspace.opened.connect(self._clear)
        self._workspace.changed.connect(self._read_view)
        self._shelves.counted.connect(lambda _counts: self._follow_events())
        self._shelves.article_read.connect(self._show_article)
        self._shelves.nothing_chosen.connect(self._clear_article)
        self._window.library.sidebar.shelf_chosen.connect(self._follow_shelf)

    # The event

    def _choose_event(self, event_id: str | None) -> None:
        if event_id != self._event_id:
            self._event_id = event_id
            self.selection.clear()
            self._read_view()

    def _follow_events(self) -> None:
        """Keep the event while it is there; else take the latest one."""
        events = [event.id for event in self._shelves.events]
        if self._event_id not in events:
            self._choose_event(events[0] if events else None)

    def _follow_shelf(self) -> None:
        shelf = self._window.library.sidebar.shelf
        if shelf.collection == "event":
            self._choose_event(shelf.value)

    def _read_view(self) -> None:
        event_id = self._event_id
        if event_id is None:
            self._show_view(None)
        else:
            self._workspace.read(
                lambda library: view_event(library, event_id), self._show_view, topic="event"
            )

    def _show_view(self, view: EventView | None) -> None:
        self._view = view
        self._stale = {COMPARE, DIFF, CHARTS, REPORT}
        self._place_article_in_event()
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
            self._workspace.read(
                lambda _library: build_report(view), self._show_report, topic="report"
            )
        else:
            shows: dict[str, Callable[[EventView], None]] = {
                COMPARE: self.compare.show_event,
                DIFF: self.diff.show_event,
                CHARTS: self.charts.show_event,
            }
            shows[page](view)

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

    def _read_diff(self, left: str, right: str) -> None:
        def show(diff: Diff) -> None:
            self.diff.show_diff(diff)

        self._workspace.read(lambda library: view_diff(library, left, right), show, topic="diff")

    # The article

    def _show_article(self, read: ReadArticle) -> None:
        parts = (read.article, read.analysis, read.badge, read.source_name)
        self.reading.show_article(*parts)
        self.article.show_article(*parts)
        if read.event_id is not None:
            self._choose_event(read.event_id)
        self._place_article_in_event()
        place, self._place = self._place, None
        if place is not None and place.article == read.article.id:
            self.article.show_place(place)
        self.view_changed.emit()

    def _clear_article(self) -> None:
        self.reading.clear()
        self.article.clear()
        self.view_changed.emit()

    def _place_article_in_event(self) -> None:
        """Set the article's rates beside those of its event, if it is in the one shown."""
        shown, view = self._shelves.shown, self._view
        inside = shown and view and any(a.id == shown.article.id for a in view.articles)
        self.article.show_event(view if inside else None)

    def _explain(self, _article_id: str) -> None:
        self._window.show_page(ARTICLE)
        self.article.open_explanation()

    def _tell_save_failed(self, message: str) -> None:
        self._window.toast.show_message(message)

    def _clear(self) -> None:
        self._event_id = self._place = None
        self.selection.clear()
        self._clear_article()
        self._show_view(None)

