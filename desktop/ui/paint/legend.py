"""The legend of the two voices, and charts with their title and legend for a file or a page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from desktop.core.model.analyses import Voice
from desktop.ui.labels import voice_label
from desktop.ui.paint.axes import LEFT, draw_words, words_width
from desktop.ui.paint.voices import draw_voice_bar
from desktop.ui.palettes import Palette

HEIGHT_PX, TITLE_PX = 18.0, 72.0
_SQUARE_PX, _GAP_PX, _APART_PX, _PAD_PX = 11.0, 7.0, 16.0, 18.0

Draw = Callable[[QPainter, QRectF, Palette], None]


@dataclass(frozen=True, slots=True)
class TitledChart:
    """A chart that stands alone: title, what it shows, the voices of its legend, its painter."""

    title: str
    subtitle: str
    voices: tuple[Voice, ...]
    draw: Draw
    height_px: float


def legend_width(voices: Sequence[Voice]) -> float:
    """Return the width of a legend of these voices."""
    words = sum(words_width(voice_label(voice), "small-medium") for voice in voices)
    return words + len(voices) * (_SQUARE_PX + _GAP_PX + _APART_PX) - _APART_PX + 2


def draw_legend(painter: QPainter, at: QPointF, voices: Sequence[Voice], palette: Palette) -> None:
    """Draw a square in the pattern of each voice and its name; `at` is the upper left corner."""
    x = at.x()
    for voice in voices:
        top = at.y() + (HEIGHT_PX - _SQUARE_PX) / 2
        draw_voice_bar(painter, QRectF(x, top, _SQUARE_PX, _SQUARE_PX), voice, palette)
        x += _SQUARE_PX + _GAP_PX
        words = voice_label(voice)
        width = words_width(words, "small-medium")
        room = QRectF(x, at.y(), width + 2, HEIGHT_PX)
        draw_words(painter, room, words, ("small-medium", palette.text2), LEFT)
        x += width + _APART_PX


def titled_height(chart: TitledChart) -> float:
    """Return the height of a chart with its title, legend and margins."""
    return chart.height_px + TITLE_PX + 2 * _PAD_PX


def draw_titled_chart(
    painter: QPainter, rect: QRectF, chart: TitledChart, palette: Palette
) -> None:
    """Draw a chart on its own ground under its title, with the legend inside."""
    painter.fillRect(rect, palette.surface)
    inner = rect.adjusted(_PAD_PX, _PAD_PX, -_PAD_PX, -_PAD_PX)
    row = QRectF(inner.left(), inner.top(), inner.width(), 20)
    draw_words(painter, row, chart.title, ("section", palette.text))
    row.translate(0, 22)
    draw_words(painter, row, chart.subtitle, ("small", palette.text2))
    draw_legend(painter, QPointF(inner.left(), row.bottom() + 2), chart.voices, palette)
    chart.draw(painter, inner.adjusted(0, TITLE_PX, 0, 0), palette)
