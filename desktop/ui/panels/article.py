"""The article page: the text with numbered sentences, and the explanation of its numbers."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.core.model.analyses import Analysis
from desktop.core.model.articles import Article
from desktop.core.model.comparisons import Place
from desktop.core.model.spans import Span
from desktop.services.badges import OutletBadge
from desktop.ui.figures.notes import Notes
from desktop.ui.panels.article_bar import ArticleBar
from desktop.ui.panels.explain import ExplainPanel
from desktop.ui.panels.others import OthersPanel
from desktop.ui.panels.reading import ReadingPane
from desktop.ui.panels.side_panel import WIDTH_PX
from desktop.ui.selection import Selection
from desktop.ui.theme import theme

WIDE_PX = 1200


class SeenEvent(Protocol):
    """What the page needs of an event: its articles, their analyses and their badges."""

    @property
    def articles(self) -> tuple[Article, ...]:
        """Return the articles in the order of entering the library."""
        ...

    @property
    def analyses(self) -> tuple[Analysis, ...]:
        """Return the analyses in the order of the articles."""
        ...

    @property
    def badges(self) -> tuple[OutletBadge, ...]:
        """Return the badges in the same order."""
        ...


class ArticlePage(QWidget):
    """Text and explanation side by side, or text and notes on what the other texts say.

    In a narrow window what stands beside the text lies over it. `notes_wanted` asks for the notes.
    """

    place_chosen = Signal(Place)
    wording_ignored = Signal(str, Span)
    wording_counted = Signal(str, Span)
    block_kept = Signal(str, Span)
    block_set_apart = Signal(str, Span)
    field_edited = Signal(str, str, str)
    stated = Signal(str, object)
    explain_requested = Signal(str)
    notes_wanted = Signal()
    base_chosen = Signal(str)
    open_article = Signal(Place)

    def __init__(self, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._selection = selection
        self._wanted: bool | None = None
        self.reading = ReadingPane(selection, numbers=True, parent=self)
        self.explain = ExplainPanel(self)
        self.bar, self.others = ArticleBar(self), OthersPanel(self)
        self.bar.hide()
        self.others.hide()
        self.setAccessibleName(self.tr("Article"))
        self._join()

    def _join(self) -> None:
        for name in ("block_kept", "block_set_apart", "field_edited", "explain_requested"):
            getattr(self.reading, name).connect(getattr(self, name))
        for panel in (self.reading, self.explain):
            panel.place_chosen.connect(self.place_chosen)
            panel.wording_ignored.connect(self.wording_ignored)
            panel.wording_counted.connect(self.wording_counted)
            panel.stated.connect(self.stated)
        self.reading.explain_requested.connect(self.open_explanation)
        self.explain.place_chosen.connect(self.show_place)
        self.explain.voice_wanted.connect(self.reading.menu.ask_voice)
        self.explain.closed.connect(self.close_explanation)
        self.bar.switched.connect(self._switch)
        self.bar.base_chosen.connect(self.base_chosen)
        self.others.closed.connect(lambda: self.bar.turn(False))
        self.others.chosen.connect(self._choose_note)
        self.others.opened.connect(self.open_article)
        self.others.filtered.connect(self._mark_notes)
        self.reading.text.point_chosen.connect(self.others.choose_at)
        self.reading.step_wanted.connect(self.others.step)
        key = QShortcut(QKeySequence("O"), self)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self._toggle_others)
        self._selection.changed.connect(self._follow)

    @property
    def parts(self) -> list[QWidget]:
        """Return the panes in reading order."""
        return [self.bar, self.reading, self.others if self.bar.with_others else self.explain]

    def show_article(
        self,
        article: Article,
        analysis: Analysis,
        badge: OutletBadge,
        source_name: str,
        found: Analysis | None = None,
    ) -> None:
        """Show an article and explain its numbers; `found` is without the user's corrections."""
        self.reading.show_article(article, analysis, badge, source_name)
        self.explain.show_article(article, analysis, badge, found)
        self._arrange()
        self._follow()

    def show_event(self, view: SeenEvent | None) -> None:
        """Show the other outlets of an event beside the article's own rates and text, or none."""
        self.explain.show_event((view.analyses, view.badges) if view is not None else None)
        article = self.reading.article
        has_others = view is not None and article is not None and len(view.articles) > 1
        if view is not None and article is not None and has_others:
            self.bar.show_articles(view.articles, view.badges, article.id)
        elif self.bar.with_others:
            self.bar.turn(False)
        self.bar.setVisible(has_others)
        self._arrange()
        if self.bar.with_others:
            self.notes_wanted.emit()

    def show_notes(self, notes: Notes) -> None:
        """Show the notes that were asked for, unless the text has changed meanwhile."""
        article = self.reading.article
        if self.bar.with_others and article is not None and article.id == notes.article:
            self.others.show_notes(notes)
            self._follow()

    def show_place(self, place: Place) -> None:
        """Scroll to a place and choose it."""
        self.reading.show_place(place)

    def clear(self) -> None:
        """Show no article."""
        self.reading.clear()
        self._arrange()

    def open_explanation(self) -> None:
        """Open the explanation and put the focus into its list."""
        self._wanted = True
        self._arrange()
        self.explain.list.setFocus()

    def close_explanation(self) -> None:
        """Fold the explanation away; "Explain these" brings it back."""
        self._wanted = False
        self._arrange()
        self.reading.setFocus()

    def _toggle_others(self) -> None:
        if self.bar.isVisible():
            self.bar.turn(not self.bar.with_others)

    def _switch(self, with_others: bool) -> None:
        self._arrange()
        self._mark_notes()
        if with_others:
            self.others.say(self.tr("Reading what the other texts say…"))
            self.notes_wanted.emit()

    def _mark_notes(self) -> None:
        """Mark in the text what the notes speak of, and loaded wording where there are none."""
        notes = self.others.notes if self.bar.with_others else None
        if notes is None:
            self.reading.show_noted(None)
            return
        spans = [each.place.span for each in notes.annotations]
        self.reading.show_noted([mark for mark in notes.marks if mark is not None], spans)

    def _choose_note(self, places: tuple[Place, ...]) -> None:
        article = self.reading.article
        here = [place for place in places if article is not None and place.article == article.id]
        if here:
            self.reading.show_place(here[0])
        self._selection.choose(places)

    def _follow(self) -> None:
        """Open the item of the wording that was chosen, here or in another view."""
        self.others.show_selection(self._selection.places)
        article = self.reading.article
        here = [p.span for p in self._selection.places if article and p.article == article.id]
        with QSignalBlocker(self.explain):
            self.explain.show_span(here[0] if here else None)

    @property
    def is_wide(self) -> bool:
        """Say whether text and explanation have room side by side."""
        return self.window().width() / theme().zoom >= WIDE_PX

    def _arrange(self) -> None:
        has_article = self.reading.article is not None
        beside = self.others if self.bar.with_others else self.explain
        wanted = self.is_wide if self._wanted is None else self._wanted
        shown = has_article and (wanted or self.bar.with_others)
        top = self.bar.sizeHint().height() if self.bar.isVisibleTo(self) else 0
        width, height = min(theme().px(WIDTH_PX), self.width()), self.height() - top
        room = self.width() - (width if shown and self.is_wide else 0)
        self.bar.setGeometry(0, 0, self.width(), top)
        self.reading.setGeometry(0, top, room, height)
        for panel in (self.explain, self.others):
            panel.setGeometry(self.width() - width, top, width, height)
            panel.setVisible(shown and panel is beside)
        beside.raise_()
        self.reading.details.show_parts(counts=not shown)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
