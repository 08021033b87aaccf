"""The rows of the library's list: the pages of the shelf that is chosen, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from desktop.services.articles import ArticleQuery, Order
from desktop.services.badges import OutletBadge
from desktop.services.events import EventSummary
from desktop.services.libraries import Library
from desktop.services.snippets import Words, words_of
from desktop.ui.models.articles import ListRow
from desktop.ui.models.list_orders import GROUPED, MOST_GROUPED
from desktop.ui.models.sidebar import Shelf
from desktop.ui.panels.library import LibraryPage
from desktop.ui.windows.listing import (
    Cursor,
    Flat,
    Page,
    flat_page,
    grouped_page,
)
from desktop.ui.windows.long_list import LongList, kept_elsewhere, with_hold
from desktop.ui.windows.main import MainWindow
from desktop.ui.windows.settling import settling_timer
from desktop.ui.windows.workspace import Workspace
from desktop.ui.words import counted


class ListedRows(QObject):
    """Loads the rows of a shelf, those that have the words typed, as far as the list is scrolled.

    A list without heads that is longer than a page is held as the numbers of its articles: the
    list has a place for each of them, and pages are read as they are looked at. `listed` tells
    that the list shows another first page;
    `elsewhere` are articles that left it by that and are in the library still.
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
        self.elsewhere: frozenset[str] = frozenset()
        self._text, self._total = "", 0
        self._search_timer = settling_timer(self, self._load)
        self._bar, model = self._page.list.bar, self._page.list.model
        window.topbar.search_changed.connect(self._search)
        self._page.sidebar.shelf_chosen.connect(self._load)
        self._bar.changed.connect(self._load)
        model.more_wanted.connect(self._load_more)

        def load(start: int) -> None:
            self.long.load_page(start, self._flat(), self._held)

        self.long = LongList(self._page, workspace, self)
        self.long.filled.connect(partial(_show_waiting, self._page))
        self.long.extended.connect(self._show_heading)
        self.long.shown_again.connect(self._show_long)
        model.page_wanted.connect(load, Qt.ConnectionType.QueuedConnection)

    @property
    def text(self) -> str:
        """Return the words that narrow the list."""
        return self._text

    @property
    def words(self) -> Words:
        """Return the words that are marked in what was found."""
        shelf = self._page.sidebar.shelf
        words = words_of(self._text)
        if shelf.collection == "search":
            words += words_of(self._page.sidebar.query_of(shelf), is_finished=True)
        return words

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

    def begin(self) -> None:
        """Start again with the first page of all articles, for another library."""
        self._pages = 1
        self._page.list.choose([])
        self._page.sidebar.choose(Shelf())

    def follow(
        self,
        overview: tuple[int, tuple[EventSummary, ...]],
        badges: Mapping[str, OutletBadge],
        held: Mapping[str, str],
    ) -> None:
        """List from now on so many articles under these events, with badges and what is held."""
        self._total, self._events = overview
        self._badges, self._held = badges, held

    def load_again(self) -> None:
        """Fetch what was loaded, in one read, so that nobody loses the place in the list."""
        chosen = self._page.list.chosen_ids
        if self._page.list.model.is_long:
            self.long.load_again(self._flat(), self._held)
            return
        find, self._cursor = self._finder(Cursor(), self._pages), None

        def work(library: Library) -> tuple[Page, frozenset[str]]:
            page = find(library)
            return page, kept_elsewhere(library, page.rows, chosen)

        self._workspace.read(work, self._show_again, topic="page")

    def _search(self, text: str) -> None:
        self._text = text.strip()
        self._search_timer.start()

    def _load(self) -> None:
        self._pages, self._cursor, self._is_other = 1, None, True
        self.long.forget()
        self._workspace.read(self._finder(Cursor()), self._show_first, topic="page")

    def _load_more(self) -> None:
        # Without a cursor the first page is on its way, and must not be dropped for the next.
        if self._cursor is not None and not self.long.total:
            self._workspace.read(self._finder(self._cursor), self._append, topic="page")

    @property
    def _is_grouped(self) -> bool:
        """Say whether the list stands by event."""
        bar = self._bar
        is_whole = self._page.sidebar.shelf.collection == "all" and not self._text
        plain = is_whole and not bar.filters
        bar.allow(
            can_group=plain and self._total <= MOST_GROUPED,
            has_words=bool(self._text) or self._page.sidebar.shelf.collection == "search",
        )
        return plain and bar.order.name == GROUPED

    def _flat(self) -> Flat:
        """Return the list as it is chosen now, without heads."""
        shelf, order = self._page.sidebar.shelf, self._bar.order
        query = ArticleQuery(
            shelf.collection,
            shelf.value,
            self._text,
            order=Order(order.key),
            is_descending=order.is_descending,
            filters=self._bar.filters,
        )
        return Flat(query, self._badges, self.words)

    def _finder(self, cursor: Cursor, pages: int = 1) -> Callable[[Library], Page]:
        """Return what reads some pages of the shelf as it is chosen now."""
        is_grouped, flat = self._is_grouped, self._flat()
        events, badges, held = self._events, self._badges, self._held

        def find(library: Library) -> Page:
            rows: list[ListRow] = []
            following: Cursor | None = cursor
            for _nth in range(pages):
                if following is None:
                    break
                if is_grouped:
                    page = grouped_page(library, following, events, badges)
                else:
                    page = flat_page(library, flat, following)
                rows += (with_hold(row, held) for row in page.rows)
                following = page.next
            return Page(tuple(rows), following)

        return find

    def _show_again(self, found: tuple[Page, frozenset[str]]) -> None:
        page, kept = found
        # A refresh that overtakes a change of shelf shows that change.
        self.elsewhere = frozenset() if self._is_other else kept
        try:
            self._show_first(page)
        finally:
            self.elsewhere = frozenset()

    def _show_first(self, page: Page) -> None:
        self._cursor, self._is_other = page.next, False
        has_more = page.next is not None
        self.long.forget()
        empty = _empty_words(self._page.sidebar.shelf, self._text)
        self._page.list.show_rows(page.rows, has_more=has_more, empty=empty)
        if has_more and not self._is_grouped:
            self.long.begin(self._flat().query)
        self._show_heading()
        self.listed.emit()

    def _append(self, page: Page) -> None:
        self._cursor = page.next
        self._pages += 1
        self._page.list.model.append_rows(page.rows, has_more=page.next is not None)
        self._show_heading()

    def _show_long(self, kept: frozenset[str]) -> None:
        self._cursor, self._is_other, self.elsewhere = None, False, kept
        try:
            self.long.show(_empty_words(self._page.sidebar.shelf, self._text))
            self._show_heading()
            self.listed.emit()
        finally:
            self.elsewhere = frozenset()

    def _show_heading(self) -> None:
        has_more = self._cursor is not None
        narrowed = bool(self._text) or bool(self._bar.filters)
        if self.long.total:
            words = (_tr("found"),) * 2 if narrowed else (_tr("article"), _tr("articles"))
            heading = counted(self.long.total, *words)
        else:
            heading = _found(self._page, has_more) if narrowed else _shelved(self._page)
        self._page.list.heading.setText(heading)
        _show_waiting(self._page)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ListedRows", text)


def _found(page: LibraryPage, has_more: bool) -> str:
    words = _tr("More than {n} found") if has_more else _tr("{n} found")
    return words.format(n=len(page.list.model.articles))


def _show_waiting(page: LibraryPage) -> None:
    waiting = sum(not row.summary.analyzed for row in page.list.model.articles)
    page.list.note.setText(_tr("{n} being analyzed").format(n=waiting) if waiting else "")


def _shelved(page: LibraryPage) -> str:
    """Return how many articles the shelf holds, also where not all are loaded."""
    row = page.sidebar.model.row_of(page.sidebar.shelf)
    known = page.sidebar.model.rows[row].count if row >= 0 else None
    number = len(page.list.model.articles) if known is None else known
    return counted(number, _tr("article"), _tr("articles"))


def _empty_words(shelf: Shelf, text: str) -> str:
    if text:
        return _tr("No article here has all of these words.")
    return {
        "attention": _tr("Nothing needs attention: every outlet and date is known."),
        "untagged": _tr("Every article has a tag."),
        "tag": _tr("No article has this tag. Drag articles here to give it to them."),
        "search": _tr("Nothing is found by this search now."),
        "undated": _tr("Every article states when it was published."),
        "duplicates": _tr("No file was added twice."),
        "reprints": _tr("No two outlets printed the same text."),
        "revisions": _tr("No article has other versions here."),
        "trash": _tr("The trash is empty."),
    }.get(shelf.collection, _tr("Nothing is here."))
