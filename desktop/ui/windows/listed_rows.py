"""The rows of the library's list: the pages of the shelf that is chosen, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop.services.articles import live_among
from desktop.services.badges import OutletBadge
from desktop.services.events import EventSummary
from desktop.services.libraries import Library
from desktop.ui.models.articles import ListedArticle, ListRow
from desktop.ui.models.sidebar import Shelf
from desktop.ui.panels.library import LibraryPage
from desktop.ui.windows.listing import Cursor, Page, flat_page, grouped_page
from desktop.ui.windows.main import MainWindow
from desktop.ui.windows.settling import settling_timer
from desktop.ui.windows.workspace import Workspace
from desktop.ui.words import counted


class ListedRows(QObject):
    """Loads the rows of a shelf, those that have the words typed, as far as the list is scrolled.

    `listed` tells that the list shows another first page.
    """

    listed = Signal()

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        super().__init__(window)
        self._page, self._workspace = window.library, workspace
        self._events: tuple[EventSummary, ...] = ()
        self._badges: Mapping[str, OutletBadge] = {}
        self._held: Mapping[str, str] = {}
        self._cursor: Cursor | None = None
        self._pages, self._is_other = 1, False
        self._elsewhere: frozenset[str] = frozenset()
        self._text = ""
        self._search_timer = settling_timer(self, self._load)
        window.topbar.search_changed.connect(self._search)
        self._page.sidebar.shelf_chosen.connect(self._load)
        self._page.list.model.more_wanted.connect(self._load_more)

    @property
    def text(self) -> str:
        """Return the words that narrow the list."""
        return self._text

    @property
    def is_settling(self) -> bool:
        """Say whether a search waits to be done."""
        return self._search_timer.isActive()

    def event_of(self, article_id: str) -> str | None:
        """Return the event of an article in the list, or None where it is in none."""
        return self.events_of([article_id]).get(article_id)

    def events_of(self, article_ids: Sequence[str]) -> dict[str, str]:
        """Return the events of articles in the list, for those that are in one."""
        known, wanted = {event.id for event in self._events}, frozenset(article_ids)
        summaries = (row.summary for row in self._page.list.model.articles)
        return {
            summary.id: summary.event_id
            for summary in summaries
            if summary.id in wanted and summary.event_id in known and summary.event_id
        }

    def is_elsewhere(self, article_id: str) -> bool:
        """Say whether an article left the list in a refresh and is in the library still."""
        return article_id in self._elsewhere

    def begin(self) -> None:
        """Start again with the first page of all articles, for another library."""
        self._pages = 1
        self._page.list.choose([])
        self._page.sidebar.choose(Shelf())

    def follow(
        self,
        events: tuple[EventSummary, ...],
        badges: Mapping[str, OutletBadge],
        held: Mapping[str, str],
    ) -> None:
        """List from now on under these events, with these badges and words on what is held."""
        self._events, self._badges, self._held = events, badges, held

    def load_again(self) -> None:
        """Fetch all that was loaded, in one read, so that nobody loses the place in the list."""
        find, self._cursor = self._finder(Cursor(), self._pages), None
        chosen = self._page.list.chosen_ids

        def work(library: Library) -> tuple[Page, frozenset[str]]:
            page = find(library)
            return page, _kept_elsewhere(library, page, chosen)

        self._workspace.read(work, self._show_again, topic="page")

    def _search(self, text: str) -> None:
        self._text = text.strip()
        self._search_timer.start()

    def _load(self) -> None:
        self._pages, self._cursor, self._is_other = 1, None, True
        self._workspace.read(self._finder(Cursor()), self._show_first, topic="page")

    def _load_more(self) -> None:
        # Without a cursor the first page is on its way, and must not be dropped for the next.
        if self._cursor is not None:
            self._workspace.read(self._finder(self._cursor), self._append, topic="page")

    def _finder(self, cursor: Cursor, pages: int = 1) -> Callable[[Library], Page]:
        """Return what reads some pages of the shelf as it is chosen now."""
        shelf, text = self._page.sidebar.shelf, self._text
        events, badges, held = self._events, self._badges, self._held

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
                rows += (_with_hold(row, held) for row in page.rows)
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
        empty = _empty_words(self._page.sidebar.shelf, self._text)
        self._page.list.show_rows(page.rows, has_more=has_more, empty=empty)
        self._show_heading()
        self.listed.emit()

    def _append(self, page: Page) -> None:
        self._cursor = page.next
        self._pages += 1
        self._page.list.model.append_rows(page.rows, has_more=page.next is not None)
        self._show_heading()

    def _show_heading(self) -> None:
        has_more = self._cursor is not None
        heading = _found(self._page, has_more) if self._text else _shelved(self._page)
        self._page.list.heading.setText(heading)
        waiting = sum(not row.summary.analyzed for row in self._page.list.model.articles)
        note = _tr("{n} being analyzed").format(n=waiting) if waiting else ""
        self._page.list.note.setText(note)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ListedRows", text)


def _with_hold(row: ListRow, held: Mapping[str, str]) -> ListRow:
    if not isinstance(row, ListedArticle) or row.summary.id not in held:
        return row
    return replace(row, held=held[row.summary.id])


def _found(page: LibraryPage, has_more: bool) -> str:
    words = _tr("More than {n} found") if has_more else _tr("{n} found")
    return words.format(n=len(page.list.model.articles))


def _shelved(page: LibraryPage) -> str:
    """Return how many articles the shelf holds, also where not all are loaded."""
    row = page.sidebar.model.row_of(page.sidebar.shelf)
    rows, listed = page.sidebar.model.rows, page.list.model.articles
    return counted(rows[row].count if row >= 0 else len(listed), _tr("article"), _tr("articles"))


def _empty_words(shelf: Shelf, text: str) -> str:
    if text:
        return _tr("No article here has all of these words.")
    return {
        "attention": _tr("Nothing needs attention: every outlet and date is known."),
        "duplicates": _tr("No file was added twice."),
        "reprints": _tr("No two outlets printed the same text."),
        "revisions": _tr("No article has other versions here."),
        "trash": _tr("The trash is empty."),
    }.get(shelf.collection, _tr("Nothing is here."))


def _kept_elsewhere(library: Library, page: Page, chosen: Sequence[str]) -> frozenset[str]:
    listed = {row.summary.id for row in page.rows if isinstance(row, ListedArticle)}
    lost = [article_id for article_id in chosen if article_id not in listed]
    return live_among(library, lost) if lost else frozenset()
