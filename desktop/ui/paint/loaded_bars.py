"""Loaded wording by outlet: bars with ranges, own voice solid, quoted voices hatched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from desktop.core.model.analyses import Rate, Voice
from desktop.core.model.comparisons import Place
from desktop.ui.paint.axes import (
    LEFT,
    RIGHT,
    ChartMark,
    Scale,
    draw_grid,
    draw_range,
    draw_row_ground,
    draw_words,
    nice_scale,
)
from desktop.ui.paint.badges import SIZE, draw_badge
from desktop.ui.paint.focus import draw_focus
from desktop.ui.paint.voices import draw_voice_bar, voice_color
from desktop.ui.palettes import Palette
from desktop.ui.words import count_in_words, too_little_text

ROW_PX, ROW_ONE_PX, AXIS_PX = 50.0, 36.0, 24.0
_LABEL_PX, _FIGURES_PX, _GAP_PX, _NAME_GAP_PX = 166.0, 134.0, 12.0, 9.0
_BAR_PX, _STEP_PX, _NUMBER_PX, _SPILL_PX = 13.0, 17.0, 28.0, 8.0
# A range may reach past the scale: an arrow head says so. Else one wide range flattens all bars.
_MOST_PAST_BARS = 2.5


@dataclass(frozen=True, slots=True)
class LoadedBar:
    """One bar: the rate of a voice and the wordings that were counted."""

    voice: Voice
    rate: Rate
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class LoadedRow:
    """An outlet's bars; `badge` is its letters and slot."""

    article: str
    outlet: str
    badge: tuple[str, int]
    bars: tuple[LoadedBar, ...]


@dataclass(frozen=True, slots=True)
class LoadedBars:
    """The chart: a row an outlet, the same voices in each; which marks are chosen and focused."""

    rows: tuple[LoadedRow, ...]
    chosen: frozenset[ChartMark] = frozenset()
    focused: ChartMark | None = None


def height_for(data: LoadedBars) -> float:
    """Return the height the chart asks for."""
    most = max((len(row.bars) for row in data.rows), default=0)
    return len(data.rows) * (ROW_PX if most > 1 else ROW_ONE_PX) + AXIS_PX


def scale_of(data: LoadedBars) -> Scale:
    """Return the one scale of all bars, both voices; it starts at 0."""
    rates = [bar.rate for row in data.rows for bar in row.bars if bar.rate.value is not None]
    tallest = max((rate.value or 0.0 for rate in rates), default=0.0)
    furthest = max((rate.high or 0.0 for rate in rates), default=0.0)
    return nice_scale(max(tallest, min(furthest, max(tallest, 1.0) * _MOST_PAST_BARS)))


def draw_loaded_bars(painter: QPainter, rect: QRectF, data: LoadedBars, palette: Palette) -> None:
    """Draw the chart into `rect`: outlets, bars on one scale, rates and counts in words."""
    if not data.rows:
        return
    painter.save()
    area, scale = bar_area(rect), scale_of(data)
    for nth in {mark.row for mark in data.chosen}:
        row = _row_rect(rect, data, nth)
        draw_row_ground(painter, row.adjusted(-_SPILL_PX, 1, _SPILL_PX, -1), palette)
    draw_grid(painter, area, scale, palette)
    for nth, row in enumerate(data.rows):
        _draw_label(painter, _row_rect(rect, data, nth), row, palette)
        # Why a whole text has no rates is said once.
        unrated = bool(row.bars and row.bars[0].rate.language)
        for column, bar in enumerate(row.bars[:1] if unrated else row.bars):
            box = bar_rect(rect, data, ChartMark(nth, column))
            _draw_bar(painter, box, bar, (area, scale), palette)
            _draw_figures(painter, rect, box, bar, palette)
    if data.focused in marks(data):
        box = mark_rect(rect, data, data.focused)
        box.setLeft(area.left() - _SPILL_PX)  # the label belongs to both voices
        draw_focus(painter, box, palette)
    painter.restore()


def marks(data: LoadedBars) -> tuple[ChartMark, ...]:
    """Return all marks in reading order."""
    return tuple(_marks(data))


def mark_rect(rect: QRectF, data: LoadedBars, mark: ChartMark) -> QRectF:
    """Return where a mark can be hit: its share of the outlet's whole row."""
    row = _row_rect(rect, data, mark.row)
    share = row.height() / max(1, len(data.rows[mark.row].bars))
    return QRectF(row.left(), row.top() + mark.column * share, row.width(), share)


def mark_at(rect: QRectF, data: LoadedBars, point: QPointF) -> ChartMark | None:
    """Return the mark under a point, or None."""
    return next((m for m in _marks(data) if mark_rect(rect, data, m).contains(point)), None)


def bar_area(rect: QRectF) -> QRectF:
    """Return the part of the chart that the scale spans."""
    return rect.adjusted(_LABEL_PX, 0, -_FIGURES_PX - _GAP_PX, -AXIS_PX)


def bar_rect(rect: QRectF, data: LoadedBars, mark: ChartMark) -> QRectF:
    """Return where a bar stands; its width is that of its value, 0 without a rate."""
    row, bars = _row_rect(rect, data, mark.row), data.rows[mark.row].bars
    area, value = bar_area(rect), bars[mark.column].rate.value
    top = row.center().y() - ((len(bars) - 1) * _STEP_PX + _BAR_PX) / 2 + mark.column * _STEP_PX
    width = 0.0 if value is None else scale_of(data).x(value, area) - area.left()
    return QRectF(area.left(), top, width, _BAR_PX)


def _marks(data: LoadedBars) -> Iterator[ChartMark]:
    for nth, row in enumerate(data.rows):
        yield from (ChartMark(nth, column) for column in range(len(row.bars)))


def _row_rect(rect: QRectF, data: LoadedBars, row: int) -> QRectF:
    height = (rect.height() - AXIS_PX) / len(data.rows)
    return QRectF(rect.left(), rect.top() + row * height, rect.width(), height)


def _draw_label(painter: QPainter, row: QRectF, data: LoadedRow, palette: Palette) -> None:
    badge = QRectF(row.left(), row.center().y() - SIZE.height() / 2, SIZE.width(), SIZE.height())
    draw_badge(painter, badge, data.badge, palette)
    left = badge.right() + _NAME_GAP_PX
    room = QRectF(left, row.top(), row.left() + _LABEL_PX - _NAME_GAP_PX - left, row.height())
    draw_words(painter, room, data.outlet, ("body-medium", palette.text))


def _draw_bar(
    painter: QPainter,
    box: QRectF,
    bar: LoadedBar,
    axis: tuple[QRectF, Scale],
    palette: Palette,
) -> None:
    area, scale = axis
    if bar.rate.value is None:
        # There are no figures at the right then, so the words may run on to the edge.
        width = area.width() + _GAP_PX + _FIGURES_PX - _SPILL_PX
        room = QRectF(area.left() + _SPILL_PX, box.top(), width, box.height())
        draw_words(painter, room, too_little_text(bar.rate), ("small", palette.text2))
        return
    if bar.rate.value > 0:
        draw_voice_bar(painter, box, bar.voice, palette)
    else:
        painter.setPen(QPen(voice_color(palette, bar.voice), 2))
        painter.drawLine(QLineF(box.left() + 0.5, box.top(), box.left() + 0.5, box.bottom()))
    low, high = bar.rate.low, bar.rate.high
    if low is not None and high is not None and high > low:
        ends = (scale.x(low, area), scale.x(high, area))
        draw_range(painter, box.center().y(), ends, area, palette)


def _draw_figures(
    painter: QPainter, rect: QRectF, box: QRectF, bar: LoadedBar, palette: Palette
) -> None:
    if bar.rate.value is None:
        return
    left = rect.right() - _FIGURES_PX
    number = QRectF(left, box.top() - 2, _NUMBER_PX, box.height() + 4)
    strong = ("body-strong", voice_color(palette, bar.voice))
    draw_words(painter, number, f"{bar.rate.value:.1f}", strong, RIGHT)
    words = QRectF(number.right() + _SPILL_PX, number.top(), 0, number.height())
    words.setRight(rect.right())
    draw_words(painter, words, count_in_words(bar.rate), ("small", palette.text2), LEFT)
