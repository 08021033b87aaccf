"""The hover card of an article's text: when it shows, and what it says of a wording."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QRect, QTimer
from PySide6.QtWidgets import QWidget

from desktop.core.model.analyses import Analysis, LoadedSpan
from desktop.core.model.articles import Article
from desktop.core.model.spans import Span
from desktop.services.badges import OutletBadge
from desktop.ui.labels import category_label
from desktop.ui.models.wordings import sentence_context, wording_reason
from desktop.ui.paint.marks import Mark, MarkForm
from desktop.ui.panels.hover_card import HOVER_DELAY_MS, HoverCard, HoverContent
from desktop.ui.panels.reading_marks import mark_form


def wording_content(
    article: Article, analysis: Analysis, badge: OutletBadge, loaded: LoadedSpan
) -> HoverContent:
    """Return the card of a loaded wording: its sentence with all marks, its own one framed."""
    sentence = analysis.sentence(loaded.sentence)
    around = sentence_context(article.text, sentence.span, loaded.span)
    shift = around.shift
    inside = Span(shift, shift + len(around.text))
    marks = [
        Mark(one.span.shifted(-shift), mark_form(one))
        for one in analysis.loaded
        if inside.covers(one.span)
    ]
    marks.append(Mark(loaded.span.shifted(-shift), MarkForm.SELECTED))
    return HoverContent(
        letters=badge.letters,
        slot=badge.slot,
        sentence_number=sentence.number,
        sentence_count=len(analysis.sentences),
        voice=loaded.voice,
        sentence_text=around.text,
        marks=tuple(marks),
        reason=wording_reason(loaded),
        category=category_label(loaded.category),
        keys=_keys(loaded),
    )


def _keys(loaded: LoadedSpan) -> tuple[tuple[str, str], ...]:
    translate = QCoreApplication.translate
    if loaded.by_user and not loaded.ignored:
        ignore = translate("reading", "Remove your mark")
    elif loaded.ignored:
        ignore = translate("reading", "Count again")
    else:
        ignore = translate("reading", "Not loaded here")
    return ((translate("reading", "Del"), ignore),)


class MarkCard(QObject):
    """Shows a card for the mark under the mouse after a moment, for one under focus at once."""

    def __init__(
        self,
        text: QWidget,
        content: Callable[[LoadedSpan], HoverContent],
        place: Callable[[Span], QRect | None],
    ) -> None:
        super().__init__(text)
        self.card = HoverCard(text)
        self._content, self._place = content, place
        self._waiting: LoadedSpan | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(HOVER_DELAY_MS)
        self._timer.timeout.connect(self._show_waiting)

    def hover(self, loaded: LoadedSpan | None) -> None:
        """Take note of the mark under the mouse, or that there is none."""
        if loaded == self._waiting:
            return
        self._waiting = loaded
        self._timer.stop()
        self.card.hide()
        if loaded is not None:
            self._timer.start()

    def show_now(self, loaded: LoadedSpan) -> None:
        """Show the card of a mark at once."""
        place = self._place(loaded.span)
        if place is not None:
            self.card.show_for(place, self._content(loaded))

    def hide(self) -> None:
        """Hide the card and forget what was waited for."""
        self._timer.stop()
        self._waiting = None
        self.card.hide()

    def _show_waiting(self) -> None:
        if self._waiting is not None:
            self.show_now(self._waiting)
