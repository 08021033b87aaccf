"""What stands beside an article's text: the voice of each line and the numbers of sentences."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from desktop.core.model.analyses import Analysis, Voice
from desktop.core.model.spans import Span
from desktop.core.model.voices import VoiceMap
from desktop.ui.models.pieces import Role
from desktop.ui.paint.gutter import (
    GutterLine,
    NumberMark,
    draw_bullet,
    draw_gutter,
    draw_sentence_number,
)
from desktop.ui.palettes import Palette
from desktop.ui.panels.reading_page import PageLine, ReadingPage
from desktop.ui.theme import theme

_GUTTER_GAP_PX, _GUTTER_PX = 11, 6
_NUMBER_GAP_PX, _NUMBER_WIDTH_PX, _NUMBER_HEIGHT_PX = 32, 26, 18
_BULLETS = frozenset("-–—•·*‣▪●")
_WITH_VOICE = frozenset({Role.BODY, Role.BULLET})
_NUMBERED = _WITH_VOICE | {Role.STANDFIRST}


class ReadingMargin:
    """Draws gutter and numbers; both stand on the right of text that reads from the right."""

    def __init__(self, page: ReadingPage, *, numbers: bool) -> None:
        self._page, self._numbers = page, numbers
        self._voices = VoiceMap(())
        self._known: dict[Span, Voice] = {}
        self._starts: list[int] = []
        self._sentence_numbers: list[int] = []
        self._marked = self._loaded = frozenset[int]()
        self.selected: frozenset[int] = frozenset()
        self.four_voices = False

    def show(self, analysis: Analysis) -> None:
        """Take voices and sentences from an analysis."""
        self._voices, self._known = VoiceMap(analysis.quotations), {}
        ordered = sorted(analysis.sentences, key=lambda sentence: sentence.span)
        self._starts = [sentence.span.start for sentence in ordered]
        self._sentence_numbers = [sentence.number for sentence in ordered]
        self._marked = self._loaded = frozenset(loaded.sentence for loaded in analysis.loaded)

    def show_noted(self, spans: Iterable[Span] | None) -> None:
        """Mark the numbers of sentences that notes speak of; None marks those with wordings."""
        if spans is None:
            self._marked = self._loaded
            return
        nths = (bisect_right(self._starts, span.start) - 1 for span in spans)
        self._marked = frozenset(self._sentence_numbers[nth] for nth in nths if nth >= 0)

    def draw(
        self, painter: QPainter, pieces: Iterable[int], sides: tuple[float, float], palette: Palette
    ) -> None:
        """Draw the margins of some pieces; `sides` are left and right of the text column."""
        for piece in pieces:
            role, rtl = self._page.pieces[piece].role, self._page.is_rtl(piece)
            if role not in _NUMBERED:
                continue
            lines = list(self._page.lines(piece))
            px = theme().px
            if role in _WITH_VOICE:
                gap = px(_GUTTER_GAP_PX)
                x = sides[1] + gap if rtl else sides[0] - gap - px(_GUTTER_PX)
                strip = QRectF(x, 0, px(_GUTTER_PX), 1)
                draw_gutter(painter, strip, self.gutter(lines), palette)
            if role is Role.BULLET and lines and self._needs_bullet(piece):
                draw_bullet(painter, _bullet_box(lines[0], sides, rtl=rtl), palette)
            if self._numbers:
                self._draw_numbers(painter, lines, sides[1] if rtl else sides[0], rtl=rtl)

    def _needs_bullet(self, piece: int) -> bool:
        shown = self._page.pieces[piece]
        return shown.opens and shown.text[:1] not in _BULLETS

    def gutter(self, lines: Iterable[PageLine]) -> list[GutterLine]:
        """Return the strip beside lines: the voice that holds at least half of each."""
        return [
            GutterLine(line.box.top(), line.box.bottom(), self._voice(line.span), nth > 0)
            for nth, line in enumerate(lines)
        ]

    def _voice(self, span: Span) -> Voice:
        if span not in self._known:
            self._known[span] = self._voices.voice_of(span)
        voice = self._known[span]
        return Voice.OWN if voice is Voice.INDIRECT and not self.four_voices else voice

    def numbers(self, line: PageLine) -> list[NumberMark]:
        """Return the sentences that begin in a line, as they would be numbered."""
        first = bisect_left(self._starts, line.span.start)
        last = bisect_left(self._starts, line.span.end)
        found = self._sentence_numbers[first:last]
        return [NumberMark(n, n in self._marked, n in self.selected) for n in found]

    def _draw_numbers(
        self, painter: QPainter, lines: Iterable[PageLine], side: float, *, rtl: bool
    ) -> None:
        px = theme().px
        width, height = px(_NUMBER_WIDTH_PX), px(_NUMBER_HEIGHT_PX)
        x = side + px(_NUMBER_GAP_PX) if rtl else side - px(_NUMBER_GAP_PX) - width
        for line in lines:
            starting = self.numbers(line)
            if starting:
                # One number has room: the selected one, then a marked one, then the first.
                shown = max(starting, key=lambda one: (one.selected, one.marked, -one.number))
                box = QRectF(x, line.box.center().y() - height / 2, width, height)
                draw_sentence_number(painter, box, shown, theme().palette)


def _bullet_box(line: PageLine, sides: tuple[float, float], *, rtl: bool) -> QRectF:
    width = theme().px(8)
    left = sides[1] - width if rtl else sides[0]
    return QRectF(left, line.box.top(), width, line.box.height())
