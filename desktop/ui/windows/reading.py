"""The article that is read: in the library's pane and on its own page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.core.model.analyses import Analysis
from desktop.core.model.articles import Article
from desktop.core.model.comparisons import Place
from desktop.services.analyses import get_analyzed
from desktop.services.articles import get_source
from desktop.services.badges import OutletBadge
from desktop.services.libraries import Library
from desktop.services.views import EventView
from desktop.ui.panels.reading import ReadingPane
from desktop.ui.panels.reading_menu import ReadingMenu
from desktop.ui.selection import Selection
from desktop.ui.windows.main import ARTICLE, LIBRARY, MainWindow
from desktop.ui.windows.shelves import Shelves
from desktop.ui.windows.workspace import Workspace

if TYPE_CHECKING:  # loaded when it is shown
    from desktop.ui.panels.article import ArticlePage


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article with all that the reading pane shows; `found` is without corrections."""

    article: Article
    analysis: Analysis
    found: Analysis
    badge: OutletBadge
    source_name: str
    event_id: str | None


class Reading(QObject):
    """Reads the article that is chosen in the list or named by a place, and shows it."""

    article_shown = Signal()
    event_found = Signal(str)
    page_made = Signal(object)

    def __init__(
        self, window: MainWindow, workspace: Workspace, shelves: Shelves, selection: Selection
    ) -> None:
        super().__init__(window)
        self._window, self._workspace, self._shelves = window, workspace, shelves
        self._shown: ReadArticle | None = None
        self._view: EventView | None = None
        self._place: Place | None = None
        self._undated = ""
        self._on_page: ReadArticle | None = None
        self._selection, self.pane = selection, ReadingPane(selection)
        window.library.set_reading(self.pane)
        window.pages.offer(ARTICLE, lambda: self.page)
        self.pane.explain_requested.connect(self._explain)
        window.library.list.chosen.connect(self._read_chosen)
        window.library.list.date_wanted.connect(self._edit_date)
        window.page_shown.connect(self._fill_page)
        window.commands["mark wording"].triggered.connect(partial(self._ask, ReadingMenu.ask_mark))
        window.commands["whose words"].triggered.connect(partial(self._ask, ReadingMenu.ask_voice))
        workspace.opened.connect(self._clear)
        shelves.counted.connect(self._read_again)
        shelves.rows.listed.connect(self._choose_first)
        shelves.rows.listed.connect(self._follow_event)
        shelves.rows.listed.connect(self._mark_found)
        window.commands["next hit"].triggered.connect(partial(_step_hit, self, 1))
        window.commands["previous hit"].triggered.connect(partial(_step_hit, self, -1))
        workspace.jobs.changed.connect(self._choose_first)

    @cached_property
    def page(self) -> ArticlePage:
        """Return the page of one article."""
        from desktop.ui.panels.article import ArticlePage

        page = ArticlePage(self._selection)
        self._window.pages.add(ARTICLE, page, page.reading.text)
        self.page_made.emit(page)
        return page

    @property
    def shown(self) -> ReadArticle | None:
        """Return the article that is shown, or None."""
        return self._shown

    def _mark_found(self) -> None:
        """Mark what was searched for in the text that is read."""
        words = self._shelves.rows.words
        self.pane.finder.look_for(words)
        if self._on_page is not None:
            self.page.reading.finder.look_for(words)

    @property
    def looked_at(self) -> ReadingPane:
        """Return the pane that is looked at: that of the article's page or of the library."""
        return self.page.reading if self._window.page == ARTICLE else self.pane

    def _ask(self, ask: Callable[[ReadingMenu], None]) -> None:
        """Ask about words in the text that is looked at."""
        ask(self.looked_at.menu)

    def read(self, article_id: str) -> None:
        """Read an article and show it."""

        def work(library: Library) -> ReadArticle:
            read = get_analyzed(library, article_id)
            source = get_source(library, article_id)
            badge = self._shelves.badge_of(read.article.outlet)
            event = self._shelves.rows.event_of(article_id)
            whole = read.article, read.analysis, read.found
            return ReadArticle(*whole, badge, source.source_name, event)

        self._workspace.read(work, self._show, topic="article")

    def turn_to(self, article_id: str) -> None:
        """Choose an article in the list and show it."""
        self._window.library.list.choose([article_id])
        self.read(article_id)

    def open_place(self, place: Place) -> None:
        """Show an article on its page, scrolled to a place that is then selected."""
        self._place = place
        self.turn_to(place.article)
        self._window.show_page(ARTICLE)

    def place_in(self, view: EventView | None) -> None:
        """Set the article's rates beside those of an event, if it is in it."""
        self._view = view
        self._fill_page()

    def _fill_page(self) -> None:
        """Show the article on its own page, when that is looked at."""
        shown, view = self._shown, self._view
        if shown is None or self._window.page != ARTICLE:
            return
        if self._on_page != shown:
            self._on_page = shown
            told = shown.article, shown.analysis, shown.badge, shown.source_name
            self.page.show_article(*told, shown.found)
            self.page.reading.finder.look_for(self._shelves.rows.words)
        inside = view is not None and any(a.id == shown.article.id for a in view.articles)
        self.page.show_event(view if inside else None)

    def _show(self, read: ReadArticle) -> None:
        before, self._shown = self._shown, read
        # Read again after a change elsewhere, it would only lose its place on the screen.
        if before is None or replace(before, event_id=read.event_id) != read:
            self.pane.show_article(read.article, read.analysis, read.badge, read.source_name)
        self._fill_page()
        place, self._place = self._place, None
        if place is not None and place.article == read.article.id:
            self.page.show_place(place)
        if self._undated == read.article.id:
            self.pane.details.edit("published")
        self._undated = ""
        if read.event_id is not None and self._leads(before, read):
            self.event_found.emit(read.event_id)
        self.article_shown.emit()

    def _leads(self, before: ReadArticle | None, read: ReadArticle) -> bool:
        """Say whether the pages of an event should go to that of the article."""
        if before is None or before.article.id != read.article.id:
            return True
        # On a page of an event the user stays with it, also where the article has left it.
        on_article = self._window.page in (LIBRARY, ARTICLE)
        return on_article and before.event_id != read.event_id

    def _follow_event(self) -> None:
        shown = self._shown
        if shown and self._shelves.rows.event_of(shown.article.id) != shown.event_id:
            self._read_again()

    def _edit_date(self, article_id: str) -> None:
        """Let the user type the date of an article, once the pane shows it."""
        if not self._workspace.can_write:
            return
        self._window.library.open_reading(True)
        self._undated = article_id
        self.read(article_id)

    def _read_chosen(self, ids: list[str]) -> None:
        if len(ids) == 1:
            self.read(ids[0])
        elif not ids and not self._shelves.rows.text:
            shown = self._shown.article.id if self._shown is not None else ""
            if shown not in self._shelves.rows.elsewhere:
                self._clear()

    def _read_again(self) -> None:
        if self._shown is not None:
            self.read(self._shown.article.id)

    def _choose_first(self) -> None:
        """Open the first article, once nothing is being added that would come before it."""
        if self._shown is None and not self._shelves.rows.text and not self._workspace.jobs.running:
            self._window.library.list.choose_first()

    def _clear(self) -> None:
        if self._on_page is not None:
            self.page.clear()
        self._shown = self._on_page = self._place = None
        self._workspace.forget("article")
        self.pane.clear()
        self.article_shown.emit()

    def _explain(self, _article_id: str) -> None:
        self._window.show_page(ARTICLE)
        self.page.open_explanation()


def _step_hit(reading: Reading, step: int) -> None:
    """Go to another hit in the text that is looked at."""
    reading.looked_at.finder.step(step)
