"""The article page: the text with numbered sentences, and the explanation of its numbers."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.core.model.analyses import Analysis
from desktop.core.model.articles import Article
from desktop.core.model.comparisons import Place
from desktop.core.model.spans import Span
from desktop.services.badges import OutletBadge
from desktop.ui.panels.explain import WIDTH_PX, ExplainPanel
from desktop.ui.panels.reading import ReadingPane
from desktop.ui.selection import Selection
from desktop.ui.theme import theme

WIDE_PX = 1200


class SeenEvent(Protocol):
    """What the page needs of an event: the analyses of its articles and their badges."""

    @property
    def analyses(self) -> tuple[Analysis, ...]:
        """Return the analyses in the order of the articles."""
        ...

    @property
    def badges(self) -> tuple[OutletBadge, ...]:
        """Return the badges in the same order."""
        ...


class ArticlePage(QWidget):
    """Text and explanation side by side; in a narrow window the explanation lies over the text."""

    place_chosen = Signal(Place)
    wording_ignored = Signal(str, Span)
    wording_counted = Signal(str, Span)
    block_kept = Signal(str, Span)
    block_set_apart = Signal(str, Span)
    field_edited = Signal(str, str, str)
    stated = Signal(str, object)
    explain_requested = Signal(str)

    def __init__(self, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._selection = selection
        self._wanted: bool | None = None
        self.reading = ReadingPane(selection, numbers=True, parent=self)
        self.explain = ExplainPanel(self)
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
        self._selection.changed.connect(self._follow)

    @property
    def parts(self) -> list[QWidget]:
        """Return the panes in reading order."""
        return [self.reading, self.explain]

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
        """Show the rates of the other outlets of an event beside the article's, or none."""
        self.explain.show_event((view.analyses, view.badges) if view is not None else None)

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

    def _follow(self) -> None:
        """Open the item of the wording that was chosen, here or in another view."""
        article = self.reading.article
        here = [p.span for p in self._selection.places if article and p.article == article.id]
        with QSignalBlocker(self.explain):
            self.explain.show_span(here[0] if here else None)

    @property
    def is_wide(self) -> bool:
        """Say whether text and explanation have room side by side."""
        return self.window().width() / theme().zoom >= WIDE_PX

    def _arrange(self) -> None:
        shown = self.is_wide if self._wanted is None else self._wanted
        shown = shown and self.reading.article is not None
        width = min(theme().px(WIDTH_PX), self.width())
        beside = shown and self.is_wide
        room = self.width() - (width if beside else 0)
        self.reading.setGeometry(0, 0, room, self.height())
        self.explain.setGeometry(self.width() - width, 0, width, self.height())
        self.explain.setVisible(shown)
        self.explain.raise_()
        self.reading.details.show_parts(counts=not shown)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
