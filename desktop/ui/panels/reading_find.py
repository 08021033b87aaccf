"""Find in an article: joins the find bar to the text, hit by hit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from desktop.core.model.analyses import Analysis
from desktop.core.model.articles import Article
from desktop.core.model.spans import Span
from desktop.core.text.search import find_terms, find_words
from desktop.ui.panels.find_bar import FindBar
from desktop.ui.panels.reading_text import ReadingText

_MOST_SEED = 80


class ReadingFind(QObject):
    """Marks what was looked for and goes from hit to hit; folded blocks open for a hit."""

    def __init__(self, text: ReadingText, bar: FindBar) -> None:
        super().__init__(text)
        self._text, self._bar = text, bar
        self._words_of, self._areas = "", tuple[Span, ...]()
        self._hits: tuple[Span, ...] = ()
        self._hit, self._is_new = 0, True
        self._terms: tuple[tuple[str, bool], ...] = ()
        bar.words_changed.connect(self._find)
        bar.step_wanted.connect(self.step)
        bar.closed.connect(self.close)
        bar.hide()

    @property
    def is_open(self) -> bool:
        """Say whether the bar is shown."""
        return not self._bar.isHidden()

    @property
    def hits(self) -> tuple[Span, ...]:
        """Return what was found, in text order."""
        return self._hits

    def show_article(self, article: Article, analysis: Analysis) -> None:
        """Look in another article, or in the same one after a correction."""
        blocks = sorted(analysis.blocks, key=lambda block: block.span)
        self._is_new = self._words_of != article.text
        self._words_of, self._areas = article.text, tuple(block.span for block in blocks)
        self._look_again()

    def look_for(self, terms: Sequence[tuple[str, bool]]) -> None:
        """Mark the words of a search, each with whether it may go on, while the bar is closed."""
        if tuple(terms) != self._terms:
            self._terms = tuple(terms)
            if not self.is_open:
                self._is_new = True
                self._look_again()

    def _look_again(self) -> None:
        if self.is_open:
            self._look(self._bar.field.text())
        else:
            self._hits = find_terms(self._words_of, self._terms, self._areas)
            self._hit = 0
        self._mark()

    def open(self) -> None:
        """Open the bar; words selected in the text are looked for."""
        chosen = self._text.chosen_span()
        seed = chosen.of(self._words_of) if chosen and len(chosen) < _MOST_SEED else ""
        self._bar.open(seed)
        self._find(self._bar.field.text())

    def close(self) -> None:
        """Close the bar and unmark what was found."""
        if self.is_open:
            self._bar.hide()
            self._text.setFocus()
        self._is_new = True
        self._look_again()

    def step(self, step: int) -> None:
        """Go to the next hit, or with -1 to the one before; after the last comes the first."""
        if self._hits:
            # The first step of a search leads to its first hit, or back to its last one.
            begins = self._is_new and not self.is_open
            moved = min(step, 0) if begins else step
            self._hit, self._is_new = (self._hit + moved) % len(self._hits), False
            self._show()

    def _find(self, words: str) -> None:
        self._look(words)
        self._show()

    def _look(self, words: str) -> None:
        self._hits, self._hit = find_words(self._words_of, words, self._areas), 0

    def _show(self) -> None:
        self._mark()
        if self._hits:
            self._text.reveal(self._hits[self._hit])

    def _mark(self) -> None:
        self._bar.say_count(self._hit + 1, len(self._hits))
        self._text.marks.set_found(self._hits, self._hit)
        self._text.viewport().update()
