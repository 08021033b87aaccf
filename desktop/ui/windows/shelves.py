"""The library page filled: counts in the sidebar, and the pages of the shelf that is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.services.articles import Counts, count_articles, live_among
from desktop.services.badges import OutletBadge, to_badges
from desktop.services.events import EventSummary, list_events
from desktop.services.libraries import Library
from desktop.ui.models.articles import ListedArticle, ListRow
from desktop.ui.models.sidebar import Shelf
from desktop.ui.windows.listing import Cursor, Page, flat_page, grouped_page
from desktop.ui.windows.main import MainWindow
from desktop.ui.windows.sidebar_rows import sidebar_rows
from desktop.ui.windows.workspace import Workspace
from desktop.ui.words import counted

_SETTLE_MS = 120


@dataclass(frozen=True, slots=True)
class _Overview:
    counts: Counts
    events: tuple[EventSummary, ...]


class Shelves(QObject):
    """Fills sidebar and list from the library, and keeps them up to date."""

    counted = Signal(Counts)
    listed = Signal()

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        super().__init__(window)
        self._page, self._workspace = window.library, workspace
        self._counts = Counts()
        self._events: tuple[EventSummary, ...] = ()
        self._badges: dict[str, OutletBadge] = {}
        self._cursor: Cursor | None = None
        self._pages, self._is_other = 1, False
        self._elsewhere: frozenset[str] = frozenset()
        self._text = ""
        self._refresh_timer = _timer(self, self._refresh)
        self._search_timer = _timer(self, self._load)
        workspace.opened.connect(self._open)
        workspace.changed.connect(self._schedule)
        window.topbar.search_changed.connect(self._search)
        self._page.sidebar.shelf_chosen.connect(self._load)
        self._page.list.model.more_wanted.connect(self._load_more)

    @property
    def counts(self) -> Counts:
        """Return the counts shown last."""
        return self._counts

    @property
    def events(self) -> tuple[EventSummary, ...]:
        """Return the events shown last, the latest first."""
        return self._events

    @property
    def text(self) -> str:
        """Return the words that narrow the list."""
        return self._text

    @property
    def is_settling(self) -> bool:
        """Say whether a refresh or a search waits to be done."""
        return self._refresh_timer.isActive() or self._search_timer.isActive()

    def badge_of(self, outlet: str) -> OutletBadge:
        """Return an outlet's badge as the library shows it."""
        return self._badges.get(outlet) or to_badges([(outlet, -1)])[0]

    def event_of(self, article_id: str) -> str | None:
        """Return the event of an article in the list, or None where it is in none."""
        known = {event.id for event in self._events}
        for row in self._page.list.model.articles:
            if row.summary.id == article_id and row.summary.event_id in known:
                return row.summary.event_id
        return None

    def is_elsewhere(self, article_id: str) -> bool:
        """Say whether an article left the list in a refresh and is in the library still."""
        return article_id in self._elsewhere

    def _open(self) -> None:
        self._pages = 1
        self._page.list.choose([])
        self._page.sidebar.choose(Shelf())
        self._refresh()

    def _schedule(self) -> None:
        # Not restarted while it runs: a long import must show its rows as they come.
        if not self._refresh_timer.isActive():
            self._refresh_timer.start()

    def _search(self, text: str) -> None:
        self._text = text.strip()
        self._search_timer.start()

    def _refresh(self) -> None:
        def work(library: Library) -> _Overview:
            return _Overview(count_articles(library), list_events(library))

        self._workspace.read(work, self._show_overview, topic="overview")

    def _show_overview(self, overview: _Overview) -> None:
        self._counts, self._events = overview.counts, overview.events
        outlets = overview.counts.outlets
        badges = to_badges([(outlet.name, outlet.slot) for outlet in outlets])
        self._badges = {badge.name: badge for badge in badges}
        self._page.sidebar.show_rows(sidebar_rows(self._counts, self._events, self.badge_of))
        self._page.show_empty(not overview.counts.all and not overview.counts.trash)
        self.counted.emit(overview.counts)
        self._load_again()

    def _load(self) -> None:
        self._pages, self._cursor, self._is_other = 1, None, True
        self._workspace.read(self._finder(Cursor()), self._show_first, topic="page")

    def _load_again(self) -> None:
        """Fetch all that was loaded, in one read, so that nobody loses the place in the list."""
        find, self._cursor = self._finder(Cursor(), self._pages), None
        chosen = self._page.list.chosen_ids

        def work(library: Library) -> tuple[Page, frozenset[str]]:
            page = find(library)
            return page, _kept_elsewhere(library, page, chosen)

        self._workspace.read(work, self._show_again, topic="page")

    def _load_more(self) -> None:
        # Without a cursor the first page is on its way, and must not be dropped for the next.
        if self._cursor is not None:
            self._workspace.read(self._finder(self._cursor), self._append, topic="page")

    def _finder(self, cursor: Cursor, pages: int = 1) -> Callable[[Library], Page]:
        """Return what reads some pages of the shelf as it is chosen now."""
        shelf, text = self._page.sidebar.shelf, self._text
        events, badges = self._events, dict(self._badges)

        def find(library: Library) -> Page:
            rows: list[ListRow] = []
            following: Cursor | None = cursor
            for _nth in range(pages):
                if following is None:
                    break
                if shelf.collection == "all" and not text:
                    page = grouped_page(library, following, events, badges)
                else:
                    page = flat_page(library, shelf, text, following, badges)
                rows += page.rows
                following = page.next
            return Page(tuple(rows), following)

        return find

    def _show_again(self, found: tuple[Page, frozenset[str]]) -> None:
        page, kept = found
        # A refresh that overtakes a change of shelf shows that change.
        self._elsewhere = frozenset() if self._is_other else kept
        try:
            self._show_first(page)
        finally:
            self._elsewhere = frozenset()

    def _show_first(self, page: Page) -> None:
        self._cursor, self._is_other = page.next, False
        has_more = page.next is not None
        self._page.list.show_rows(page.rows, has_more=has_more, empty=self._empty_words())
        self._show_heading()
        self.listed.emit()

    def _append(self, page: Page) -> None:
        self._cursor = page.next
        self._pages += 1
        self._page.list.model.append_rows(page.rows, has_more=page.next is not None)
        self._show_heading()

    def _show_heading(self) -> None:
        rows = self._page.list.model.articles
        if self._text:
            more = self._cursor is not None
            words = self.tr("More than {n} found") if more else self.tr("{n} found")
            heading = words.format(n=len(rows))
        else:
            row = self._page.sidebar.model.row_of(self._page.sidebar.shelf)
            total = self._page.sidebar.model.rows[row].count if row >= 0 else len(rows)
            heading = counted(total, self.tr("article"), self.tr("articles"))
        self._page.list.heading.setText(heading)
        waiting = sum(not listed.summary.analyzed for listed in rows)
        note = self.tr("{n} being analyzed").format(n=waiting) if waiting else ""
        self._page.list.note.setText(note)

    def _empty_words(self) -> str:
        if self._text:
            return self.tr("No article here has all of these words.")
        return {
            "attention": self.tr("Nothing needs attention: every outlet and date is known."),
            "duplicates": self.tr("No file was added twice."),
            "reprints": self.tr("No two outlets printed the same text."),
            "revisions": self.tr("No article has other versions here."),
            "trash": self.tr("The trash is empty."),
        }.get(self._page.sidebar.shelf.collection, self.tr("Nothing is here."))


def _kept_elsewhere(library: Library, page: Page, chosen: Sequence[str]) -> frozenset[str]:
    listed = {row.summary.id for row in page.rows if isinstance(row, ListedArticle)}
    lost = [article_id for article_id in chosen if article_id not in listed]
    return live_among(library, lost) if lost else frozenset()


def _timer(parent: QObject, then: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(_SETTLE_MS)
    timer.timeout.connect(then)
    return timer
