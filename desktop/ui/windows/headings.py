"""What the frame says about the page that is shown: title, trail, actions, status."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.core.model.spans import Span
from desktop.ui.figures.evidence import sentence_at
from desktop.ui.panels.topbar import TopBar
from desktop.ui.windows.main import (
    ARTICLE,
    CHARTS,
    COMPARE,
    DETAILS,
    DIFF,
    EVENT_TABS,
    HELP,
    LIBRARY,
    RECEIPT,
    REPORT,
    SETTINGS,
    VOICES,
    MainWindow,
)
from desktop.ui.windows.pages import EventPages
from desktop.ui.windows.reading import Reading
from desktop.ui.windows.shelves import Shelves
from desktop.ui.windows.workspace import Workspace
from desktop.ui.words import counted, sentences_count, words_count

_TRAIL = "  ›  "
_ACTIONS = {
    LIBRARY: ("jobs", "compare", "add"),
    RECEIPT: ("jobs", "compare", "add"),
    COMPARE: ("charts", "report"),
    DETAILS: ("charts", "report"),
    VOICES: ("charts", "report"),
    DIFF: ("compare", "report"),
    CHARTS: ("compare", "report"),
    ARTICLE: ("charts", "compare"),
    REPORT: ("save pdf", "print"),
}


class Headings(QObject):
    """Keeps top bar and status line true to page, library, event and selection."""

    def __init__(
        self,
        window: MainWindow,
        workspace: Workspace,
        shelves: Shelves,
        pages: EventPages,
        reading: Reading,
    ) -> None:
        super().__init__(window)
        self._window, self._workspace = window, workspace
        self._shelves, self._pages, self._reading = shelves, pages, reading
        window.page_shown.connect(self._show_page)
        workspace.opened.connect(self.refresh)
        workspace.jobs.changed.connect(self.refresh)
        shelves.rows.listed.connect(self.refresh)
        pages.view_changed.connect(self.refresh)
        reading.article_shown.connect(self.refresh)
        pages.selection.changed.connect(self.refresh)
        self._show_page(window.page)

    def refresh(self) -> None:
        """Say again what holds now."""
        self._enable()
        self._show_heading(self._window.topbar, self._window.page)
        self._window.status.show_parts(self._status(self._window.page))

    def _show_page(self, page: str) -> None:
        commands = self._window.commands
        names = [n for n in _ACTIONS.get(page, ()) if n != "charts" or self._has_charts]
        self._window.topbar.show_actions([commands[name] for name in names])
        self.refresh()

    @property
    def _has_charts(self) -> bool:
        return any(
            action.data() == CHARTS and action.isVisible()
            for action in self._window.commands.pages.actions()
        )

    def _enable(self) -> None:
        held: list[str] = []
        library = self._workspace.library
        if library is not None:
            held += ["library", "file"] if library.path is not None else ["library"]
        if self._workspace.can_write:
            held.append("writable")
        if self._pages.event_id is not None:
            held.append("event")
        if self._reading.shown is not None and self._window.page in (LIBRARY, ARTICLE):
            held.append("article")
        commands = self._window.commands
        commands.enable(held)
        commands["charts"].setVisible(self._has_charts)
        commands["page article"].setEnabled(self._reading.shown is not None)

    def _show_heading(self, bar: TopBar, page: str) -> None:
        library, view = self._workspace.library, self._pages.view
        if page == LIBRARY:
            name = library.name if library else ""
            bar.show_heading(name, self._library_words(), has_menu=bool(name))
        elif page == SETTINGS:
            bar.show_heading(self.tr("Settings"), self.tr("Appearance, library, privacy"))
        elif page == HELP:
            bar.show_heading(self.tr("Help"), self.tr("How to use Crosslight"))
        elif page == RECEIPT:
            trail = _TRAIL.join([self.tr("Library"), self.tr("Import receipt")])
            bar.show_heading(library.name if library else "", trail, as_trail=True)
        elif page == ARTICLE:
            self._show_article_heading(bar)
        elif view is None:
            bar.show_heading(self.tr("No event"), self.tr("Events appear in the library"))
        else:
            trail = _TRAIL.join([self.tr("Event"), self._event_trail(page)])
            bar.show_heading(view.label, trail, as_trail=True)

    def _show_article_heading(self, bar: TopBar) -> None:
        shown = self._reading.shown
        if shown is None:
            bar.show_heading(self.tr("No article"), self.tr("Choose one in the library"))
            return
        outlet = shown.article.outlet or self.tr("Outlet not stated")
        trail = _TRAIL.join([self.tr("Library"), outlet])
        bar.show_heading(shown.article.title, trail, as_trail=True)

    def _library_words(self) -> str:
        counts = self._shelves.counts
        if self._workspace.library is None:
            return self.tr("Opening the library")
        if not counts.all:
            return self.tr("Library · empty")
        articles = counted(counts.all, self.tr("article"), self.tr("articles"))
        events = counted(len(counts.events), self.tr("event"), self.tr("events"))
        return self.tr("Library · {articles}, {events}").format(articles=articles, events=events)

    def _event_trail(self, page: str) -> str:
        named = {
            DETAILS: self.tr("Details"),
            VOICES: self.tr("Voices"),
            DIFF: self.tr("Diff"),
            CHARTS: self.tr("Charts"),
            REPORT: self.tr("Print preview"),
        }
        if page in named:
            return named[page]
        dated, count = self._dated()
        return self.tr("{dated} of {count} dated").format(dated=dated, count=count)

    def _dated(self) -> tuple[int, int]:
        """Return how many texts of the event state their date, and how many there are."""
        articles = self._pages.view.articles if self._pages.view else ()
        dates = [article.metadata.published.value for article in articles]
        return len(dates) - dates.count(None), len(dates)

    def _status(self, page: str) -> list[str]:
        chosen = self._chosen_sentences()
        selected = self.tr("{sentences} selected").format(sentences=sentences_count(chosen))
        first = [selected] if chosen else []
        if page == LIBRARY:
            return self._library_status() + first
        if page == ARTICLE and self._reading.shown is not None:
            words = words_count(self._reading.shown.analysis.ledger.total)
            return [*first, words]
        if page in (*EVENT_TABS, DIFF, CHARTS, REPORT) and self._pages.view is not None:
            told = [*first, *self._event_status()]
            return [*told, self._dates_stated()] if page == DETAILS else told
        return []

    def _chosen_sentences(self) -> int:
        """Return in how many sentences the chosen places begin."""
        view = self._pages.view
        known = dict(zip((a.id for a in view.articles), view.analyses, strict=True)) if view else {}
        found: set[tuple[str, Span]] = set()
        for place in self._pages.selection.places:
            analysis = known.get(place.article)
            sentence = sentence_at(analysis, place.span.start) if analysis else None
            found.add((place.article, sentence.span if sentence else place.span))
        return len(found)

    def _dates_stated(self) -> str:
        dated, count = self._dated()
        return self.tr("Date stated in {dated} of {count} texts").format(dated=dated, count=count)

    def _event_status(self) -> list[str]:
        view = self._pages.view
        if view is None:
            return []
        outlets = counted(len(set(view.badges)), self.tr("outlet"), self.tr("outlets"))
        claims = counted(len(view.comparison.claims), self.tr("claim"), self.tr("claims"))
        told = [self.tr("{outlets} in this event").format(outlets=outlets), claims]
        reprints = sum(len(group) - 1 for group in view.comparison.reprints)
        if reprints:
            words = counted(reprints, self.tr("reprint"), self.tr("reprints"))
            told.append(self.tr("{reprints} of a text counted once").format(reprints=words))
        return told

    def _library_status(self) -> list[str]:
        counts = self._shelves.counts
        if not counts.all:
            return [self.tr("No articles yet")]
        jobs = [job for job in self._workspace.jobs.jobs if not job.is_over]
        going = self.tr("All analyzed")
        if jobs:
            going = jobs[-1].title
            if jobs[-1].is_paused:
                going = self.tr("{job}: paused").format(job=going)
        elif any(not row.summary.analyzed for row in self._window.library.list.model.articles):
            going = self.tr("Not all analyzed")
        return [
            counted(counts.all, self.tr("article"), self.tr("articles")),
            counted(len(counts.events), self.tr("event"), self.tr("events")),
            going,
        ]
