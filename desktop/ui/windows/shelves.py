"""The library page filled: sidebar counts, the pages of a shelf, and the article that is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.core.model.analyses import Analysis
from desktop.core.model.articles import Article
from desktop.services.analyses import get_analysis
from desktop.services.articles import (
    ArticleQuery,
    ArticleSummary,
    Counts,
    count_articles,
    get_article,
    get_source,
    list_articles,
)
from desktop.services.badges import OutletBadge, to_badges
from desktop.services.events import EventSummary, list_events
from desktop.services.libraries import Library
from desktop.ui.models.articles import EventHead, ListedArticle, ListRow, PlainHead
from desktop.ui.models.sidebar import Shelf, SidebarRow
from desktop.ui.windows.main import MainWindow
from desktop.ui.windows.workspace import Workspace
from desktop.ui.words import counted

_PAGE, _EVENTS_A_PAGE, _MOST_OF_EVENT = 100, 8, 500
_SETTLE_MS = 120


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article with all that the reading pane shows."""

    article: Article
    analysis: Analysis
    badge: OutletBadge
    source_name: str
    event_id: str | None


@dataclass(frozen=True, slots=True)
class _Cursor:
    """Where the next page begins: events come first, then the articles in none of them."""

    events: int = 0
    after: str | None = None


@dataclass(frozen=True, slots=True)
class _Page:
    rows: tuple[ListRow, ...]
    next: _Cursor | None


@dataclass(frozen=True, slots=True)
class _Overview:
    counts: Counts
    events: tuple[EventSummary, ...]


class Shelves(QObject):
    """Fills sidebar, list and reading pane from the library, and keeps them up to date."""

    counted = Signal(Counts)
    article_read = Signal(ReadArticle)
    nothing_chosen = Signal()

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        super().__init__(window)
        self._page, self._workspace = window.library, workspace
        self._counts = Counts()
        self._events: tuple[EventSummary, ...] = ()
        self._badges: dict[str, OutletBadge] = {}
        self._cursor: _Cursor | None = None
        self._text = ""
        self._shown: ReadArticle | None = None
        self._refresh_timer = _timer(self, self._refresh)
        self._search_timer = _timer(self, self._load)
        workspace.opened.connect(self._open)
        workspace.changed.connect(self._schedule)
        window.topbar.search_changed.connect(self._search)
        self._page.sidebar.shelf_chosen.connect(lambda _shelf: self._load())
        self._page.list.model.more_wanted.connect(self._load_more)
        self._page.list.chosen.connect(self._read_chosen)

    @property
    def counts(self) -> Counts:
        """Return the counts shown last."""
        return self._counts

    @property
    def events(self) -> tuple[EventSummary, ...]:
        """Return the events shown last, the latest first."""
        return self._events

    @property
    def shown(self) -> ReadArticle | None:
        """Return the article that is read."""
        return self._shown

    @property
    def is_settling(self) -> bool:
        """Say whether a refresh or a search waits to be done."""
        return self._refresh_timer.isActive() or self._search_timer.isActive()

    def badge_of(self, outlet: str) -> OutletBadge:
        """Return an outlet's badge as the library shows it."""
        return self._badges.get(outlet) or to_badges([(outlet, -1)])[0]

    def read(self, article_id: str) -> None:
        """Read an article and show it."""

        def work(library: Library) -> ReadArticle:
            article = get_article(library, article_id)
            analysis = get_analysis(library, article_id)
            source = get_source(library, article_id)
            event = self._event_of(article_id)
            badge = self.badge_of(article.outlet)
            return ReadArticle(article, analysis, badge, source.source_name, event)

        self._workspace.read(work, self._show_article, topic="article")

    def _open(self) -> None:
        self._shown = None
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
        self._page.sidebar.show_rows(self._sidebar_rows())
        is_empty = not overview.counts.all and not overview.counts.trash
        self._page.show_empty(is_empty)
        self.counted.emit(overview.counts)
        self._load()
        if self._shown is not None:
            self.read(self._shown.article.id)

    def _load(self) -> None:
        self._fetch(_Cursor(), self._show_first)

    def _load_more(self) -> None:
        if self._cursor is not None:
            self._fetch(self._cursor, self._append)

    def _fetch(self, cursor: _Cursor, then: object) -> None:
        shelf, text = self._page.sidebar.shelf, self._text
        events, badges = self._events, dict(self._badges)

        def work(library: Library) -> _Page:
            if shelf.collection == "all" and not text:
                return _grouped_page(library, cursor, events, badges)
            return _flat_page(library, shelf, text, cursor, badges)

        self._workspace.read(work, then, topic="page")  # type: ignore[arg-type]

    def _show_first(self, page: _Page) -> None:
        self._cursor = page.next
        rows = self._page.list
        rows.show_rows(page.rows, has_more=page.next is not None, empty=self._empty_words())
        self._show_heading()
        if self._shown is None and not self._text:
            rows.choose_first()

    def _append(self, page: _Page) -> None:
        self._cursor = page.next
        self._page.list.model.append_rows(page.rows, has_more=page.next is not None)
        self._show_heading()

    def _show_heading(self) -> None:
        shelf, counts = self._page.sidebar.shelf, self._counts
        found = len(self._page.list.model.articles)
        total = {"all": counts.all, "attention": counts.attention, "trash": counts.trash}.get(
            shelf.collection, found
        )
        if self._text:
            more = self._cursor is not None
            heading = self.tr("More than {n} found") if more else self.tr("{n} found")
            self._page.list.heading.setText(heading.format(n=found))
        else:
            self._page.list.heading.setText(counted(total, "article", "articles"))
        waiting = sum(not row.summary.analyzed for row in self._page.list.model.articles)
        note = self.tr("{n} being analyzed").format(n=waiting) if waiting else ""
        self._page.list.note.setText(note)

    def _read_chosen(self, ids: list[str]) -> None:
        if len(ids) == 1:
            self.read(ids[0])
        elif not ids:
            self._shown = None
            self.nothing_chosen.emit()

    def _show_article(self, read: ReadArticle) -> None:
        self._shown = read
        self.article_read.emit(read)

    def _event_of(self, article_id: str) -> str | None:
        known = {event.id for event in self._events}
        for row in self._page.list.model.articles:
            if row.summary.id == article_id and row.summary.event_id in known:
                return row.summary.event_id
        return None

    def _empty_words(self) -> str:
        if self._text:
            return self.tr("No article here has all of these words.")
        return {
            "attention": self.tr("Nothing needs attention: every outlet and date is known."),
            "duplicates": self.tr("No file was added twice."),
            "reprints": self.tr("No two outlets printed the same text."),
            "revisions": self.tr("No article has other versions here."),
            "trash": self.tr("The trash is empty. What you move here is kept for 30 days."),
        }.get(self._page.sidebar.shelf.collection, self.tr("Nothing is here."))

    def _sidebar_rows(self) -> list[SidebarRow]:
        counts, rows = self._counts, [SidebarRow(self.tr("Library"))]
        rows += [
            SidebarRow(text, Shelf(name), count, icon)
            for name, text, count, icon in (
                ("all", self.tr("All articles"), counts.all, "inbox"),
                ("attention", self.tr("Needs attention"), counts.attention, "alert-triangle"),
                ("duplicates", self.tr("Duplicates"), counts.duplicates, "copy"),
                ("reprints", self.tr("Wire reprints"), counts.reprints, "news"),
                ("revisions", self.tr("Revisions"), counts.revisions, "history"),
                ("trash", self.tr("Trash"), counts.trash, "trash"),
            )
        ]
        rows.append(SidebarRow(self.tr("Events")))
        rows += [
            SidebarRow(event.label, Shelf("event", event.id), event.articles, "calendar-event")
            for event in self._events
        ]
        if not self._events:
            note = self.tr("Events appear when two or more articles report the same story.")
            rows.append(SidebarRow(note, is_note=True))
        rows.append(SidebarRow(self.tr("Outlets")))
        rows += [
            SidebarRow(
                outlet.name,
                Shelf("outlet", outlet.name),
                outlet.articles,
                badge=self.badge_of(outlet.name),
            )
            for outlet in sorted(counts.outlets, key=lambda outlet: outlet.name.casefold())
        ]
        if not counts.outlets:
            rows.append(SidebarRow(self.tr("None yet"), is_note=True))
        return rows


def _timer(parent: Shelves, then: object) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(_SETTLE_MS)
    timer.timeout.connect(then)
    return timer


def _grouped_page(
    library: Library,
    cursor: _Cursor,
    events: Sequence[EventSummary],
    badges: dict[str, OutletBadge],
) -> _Page:
    """Return some events with their articles, or after the last of them what is in none."""
    rows: list[ListRow] = []
    nth = cursor.events
    while nth < len(events) and nth < cursor.events + _EVENTS_A_PAGE:
        rows += _event_rows(library, events[nth], badges)
        nth += 1
    if nth < len(events):
        return _Page(tuple(rows), _Cursor(nth))
    grouped = {event.id for event in events}
    after = cursor.after
    while True:
        found = list_articles(library, ArticleQuery(after=after, limit=_PAGE))
        rest = [summary for summary in found if summary.event_id not in grouped]
        if rest and after is None and events:
            rows.append(PlainHead("Not in an event"))
        rows += _listed(rest, badges)
        if len(found) < _PAGE:
            return _Page(tuple(rows), None)
        after = found[-1].id
        if rest:
            return _Page(tuple(rows), _Cursor(nth, after))


def _event_rows(
    library: Library, event: EventSummary, badges: dict[str, OutletBadge]
) -> list[ListRow]:
    """Return an event's head, its dated articles from the newest on, then the others by outlet."""
    query = ArticleQuery("event", event.id, limit=_MOST_OF_EVENT)
    summaries = list_articles(library, query)
    dated = [summary for summary in summaries if summary.published is not None]
    dated.sort(key=lambda s: s.published.iso if s.published else "", reverse=True)
    undated = [summary for summary in summaries if summary.published is None]
    undated.sort(key=lambda summary: summary.outlet.casefold())
    outlets = len({summary.outlet for summary in summaries if summary.outlet})
    rows: list[ListRow] = [EventHead(event.id, event.label, outlets, len(summaries), len(dated))]
    rows += _listed(dated, badges)
    if dated and undated:
        note = f"{counted(len(undated), 'article', 'articles')}, by outlet"
        rows.append(PlainHead("Date not stated", note, is_small=True))
    return rows + _listed(undated, badges)


def _flat_page(
    library: Library, shelf: Shelf, text: str, cursor: _Cursor, badges: dict[str, OutletBadge]
) -> _Page:
    query = ArticleQuery(shelf.collection, shelf.value, text, cursor.after, _PAGE)
    found = list_articles(library, query)
    after = _Cursor(0, found[-1].id) if len(found) == _PAGE else None
    return _Page(tuple(_listed(found, badges)), after)


def _listed(
    summaries: Sequence[ArticleSummary], badges: dict[str, OutletBadge]
) -> list[ListedArticle]:
    unknown = OutletBadge("", "–", -1)
    return [
        ListedArticle(summary, badges.get(summary.outlet, unknown)) for summary in summaries
    ]
