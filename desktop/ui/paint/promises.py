"""The three small drawings of the first page: squares, voices, tone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from desktop.core.model.analyses import Rate, Voice
from desktop.core.model.spans import Span
from desktop.ui.paint.marks import Mark, MarkForm
from desktop.ui.paint.text import MarkedText
from desktop.ui.paint.tone_axes import ToneDot, draw_tone_axis
from desktop.ui.paint.voices import draw_tally, draw_voice_bar, voice_color
from desktop.ui.palettes import Palette
from desktop.ui.theme import theme

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


def draw_number_promise(
    painter: QPainter, rect: QRectF, words: tuple[str, str], palette: Palette
) -> None:
    """Draw squares with their count over the words behind one: text, and the part marked."""
    text, marked = words
    draw_tally(painter, QPointF(rect.left(), rect.top() + 10), Voice.OWN, 8, palette)
    at = text.find(marked)
    marks = [Mark(Span(at, at + len(marked)), MarkForm.OWN)] if at >= 0 else []
    line = MarkedText(text, theme().font("evidence"), theme().line("evidence"), marks)
    line.lay_out(rect.width(), 1)
    line.draw(painter, QPointF(rect.left(), rect.top() + theme().px(34)), palette.text, palette)


def draw_voices_promise(
    painter: QPainter, rect: QRectF, words: tuple[str, str], palette: Palette
) -> None:
    """Draw a solid and a hatched bar with the names of their voices."""
    rows = ((Voice.OWN, words[0], 50.0), (Voice.QUOTED, words[1], 120.0))
    for nth, (voice, name, width) in enumerate(rows):
        top = rect.top() + theme().px(28) * nth
        bar = QRectF(rect.left(), top, theme().px(width), theme().px(17))
        draw_voice_bar(painter, bar, voice, palette)
        painter.setFont(theme().font("small-medium"))
        painter.setPen(voice_color(palette, voice))
        left = bar.right() + theme().px(10)
        painter.drawText(QRectF(left, top, rect.right() - left, bar.height()), _MIDDLE, name)


def draw_tone_promise(
    painter: QPainter, rect: QRectF, words: tuple[str, str], palette: Palette
) -> None:
    """Draw a tone axis with a dot for each voice, and what its ends mean."""
    axis = QRectF(rect.left() + 8, rect.top() + 8, rect.width() - 16, 20)
    dots = (
        ToneDot(Voice.OWN, Rate(0.05, 9, 300)),
        ToneDot(Voice.QUOTED, Rate(-0.55, 5, 120)),
    )
    draw_tone_axis(painter, axis, dots, palette)
    painter.setFont(theme().font("small"))
    painter.setPen(palette.text2)
    line = QRectF(rect.left(), rect.top() + theme().px(36), rect.width(), theme().px(18))
    painter.drawText(line, _MIDDLE, words[0])
    painter.drawText(line, _MIDDLE | Qt.AlignmentFlag.AlignRight, words[1])
