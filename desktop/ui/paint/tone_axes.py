"""Tone of wording by outlet: one axis each from critical to favorable, own filled, quoted ring."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.core.model.analyses import Rate, Voice
from desktop.core.model.comparisons import Place
from desktop.ui.paint.axes import (
    LEFT,
    RIGHT,
    ChartMark,
    Scale,
    draw_range,
    draw_row_ground,
    draw_words,
)
from desktop.ui.paint.badges import SIZE, draw_badge
from desktop.ui.paint.focus import draw_focus
from desktop.ui.paint.voices import voice_color
from desktop.ui.palettes import Palette
from desktop.ui.words import no_rate, sentences_count, tone_number

SCALE = Scale(1.0, 0.5, -1.0)
ROW_PX, ROW_ONE_PX, FOOT_PX, DOT_PX = 52.0, 34.0, 22.0, 5.0
_LABEL_PX, _FIGURES_PX, _GAP_PX, _NAME_GAP_PX, _SPILL_PX = 166.0, 134.0, 18.0, 9.0, 8.0
_STEP_PX, _LINE_PX, _NUMBER_PX, _RANGE_PX, _TICK_PX = 17.0, 16.0, 40.0, 15.0, 4.0
_CLOSE_RADII = 2.4


@dataclass(frozen=True, slots=True)
class ToneDot:
    """The mean tone of a voice, and the words that move it, one place a sentence."""

    voice: Voice
    rate: Rate
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class ToneRow:
    """An outlet's dots; `badge` is its letters and slot."""

    article: str
    outlet: str
    badge: tuple[str, int]
    dots: tuple[ToneDot, ...]


@dataclass(frozen=True, slots=True)
class ToneAxes:
    """The chart: an axis an outlet, the same voices on each; what is chosen and focused."""

    rows: tuple[ToneRow, ...]
    chosen: frozenset[ChartMark] = frozenset()
    focused: ChartMark | None = None


def height_for(data: ToneAxes) -> float:
    """Return the height the chart asks for."""
    most = max((len(row.dots) for row in data.rows), default=0)
    return len(data.rows) * (ROW_PX if most > 1 else ROW_ONE_PX) + FOOT_PX


def draw_tone_axes(painter: QPainter, rect: QRectF, data: ToneAxes, palette: Palette) -> None:
    """Draw the chart into `rect`: outlets, axes with dots and ranges, values in words."""
    if not data.rows:
        return
    painter.save()
    for nth in {mark.row for mark in data.chosen}:
        row = _row_rect(rect, data, nth)
        draw_row_ground(painter, row.adjusted(-_SPILL_PX, 1, _SPILL_PX, -1), palette)
    area = axis_area(rect)
    for nth, row in enumerate(data.rows):
        box = _row_rect(rect, data, nth)
        _draw_label(painter, box, row, palette)
        line = QRectF(area.left(), box.top(), area.width(), box.height())
        unrated = next((dot.rate for dot in row.dots if dot.rate.language), None)
        if unrated is not None:
            draw_words(painter, line, no_rate(unrated), ("small", palette.text2), LEFT)
            continue
        draw_tone_axis(painter, line, row.dots, palette)
        _draw_ranges(painter, line, row.dots, palette)
        _draw_figures(painter, box, row.dots, palette)
    _draw_foot(painter, area, palette)
    if data.focused in marks(data):
        box = mark_rect(rect, data, data.focused)
        box.setLeft(area.left() - _SPILL_PX)  # the label belongs to both voices
        draw_focus(painter, box, palette)
    painter.restore()


def draw_tone_axis(
    painter: QPainter, rect: QRectF, dots: Sequence[ToneDot], palette: Palette
) -> None:
    """Draw one axis along the middle of `rect` with the dots of its voices.

    The tone of a single sentence is a tick; too little text has no dot at all.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    y = round(rect.center().y()) + 0.5
    spots = dict(zip(dots, dot_spots(rect, dots), strict=True))
    painter.setPen(QPen(palette.border_strong, 1))
    painter.drawLine(QLineF(rect.left(), y, rect.right(), y))
    for tick in SCALE.ticks():
        x = SCALE.x(tick, rect)
        if not any(spot and abs(spot.x() - x) < DOT_PX + 2 for spot in spots.values()):
            reach = _TICK_PX + 2 if tick == 0 else _TICK_PX - 1
            painter.drawLine(QLineF(x, y - reach, x, y + reach))
    for dot, spot in spots.items():
        if spot is not None:
            _draw_dot(painter, spot, dot, palette)
    painter.restore()


def dot_spots(rect: QRectF, dots: Sequence[ToneDot]) -> list[QPointF | None]:
    """Return the middle of each dot, None without a value; dots too close move apart."""
    y = round(rect.center().y()) + 0.5
    values = [dot.rate.value for dot in dots]
    xs = [None if value is None else SCALE.x(value, rect) for value in values]
    known = [x for x in xs if x is not None]
    close = len(known) > 1 and max(known) - min(known) < _CLOSE_RADII * DOT_PX
    apart = {Voice.OWN: -DOT_PX, Voice.QUOTED: DOT_PX}
    return [
        None if x is None else QPointF(x, y + (apart.get(dot.voice, 0.0) if close else 0.0))
        for x, dot in zip(xs, dots, strict=True)
    ]


def marks(data: ToneAxes) -> tuple[ChartMark, ...]:
    """Return all marks in reading order."""
    return tuple(_marks(data))


def mark_rect(rect: QRectF, data: ToneAxes, mark: ChartMark) -> QRectF:
    """Return where a mark is found by eye and by the keyboard: its share of the outlet's row."""
    row = _row_rect(rect, data, mark.row)
    share = row.height() / max(1, len(data.rows[mark.row].dots))
    return QRectF(row.left(), row.top() + mark.column * share, row.width(), share)


def mark_at(rect: QRectF, data: ToneAxes, point: QPointF) -> ChartMark | None:
    """Return the mark under a point: the dot it touches, else the voice of its line of figures."""
    area = axis_area(rect)
    for nth, row in enumerate(data.rows):
        box = _row_rect(rect, data, nth)
        line = QRectF(area.left(), box.top(), area.width(), box.height())
        for column, spot in enumerate(dot_spots(line, row.dots)):
            if spot and QLineF(spot, point).length() <= DOT_PX + 2:
                return ChartMark(nth, column)
    return next((m for m in _marks(data) if mark_rect(rect, data, m).contains(point)), None)


def axis_area(rect: QRectF) -> QRectF:
    """Return the part of the chart that the axes span."""
    return rect.adjusted(_LABEL_PX + DOT_PX, 0, -_FIGURES_PX - _GAP_PX, -FOOT_PX)


def _marks(data: ToneAxes) -> Iterator[ChartMark]:
    for nth, row in enumerate(data.rows):
        yield from (ChartMark(nth, column) for column in range(len(row.dots)))


def _row_rect(rect: QRectF, data: ToneAxes, row: int) -> QRectF:
    height = (rect.height() - FOOT_PX) / len(data.rows)
    return QRectF(rect.left(), rect.top() + row * height, rect.width(), height)


def _draw_label(painter: QPainter, row: QRectF, data: ToneRow, palette: Palette) -> None:
    badge = QRectF(row.left(), row.center().y() - SIZE.height() / 2, SIZE.width(), SIZE.height())
    draw_badge(painter, badge, data.badge, palette)
    left = badge.right() + _NAME_GAP_PX
    room = QRectF(left, row.top(), row.left() + _LABEL_PX - _NAME_GAP_PX - left, row.height())
    draw_words(painter, room, data.outlet, ("body-medium", palette.text))


def _draw_dot(painter: QPainter, spot: QPointF, dot: ToneDot, palette: Palette) -> None:
    color = palette.own_fill if dot.voice is Voice.OWN else palette.quo
    if dot.rate.count == 1:
        style = Qt.PenStyle.SolidLine if dot.voice is Voice.OWN else Qt.PenStyle.DotLine
        painter.setPen(QPen(color, 2, style))
        painter.drawLine(QLineF(spot.x(), spot.y() - 6, spot.x(), spot.y() + 6))
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.surface)
    painter.drawEllipse(spot, DOT_PX + 1.5, DOT_PX + 1.5)
    if dot.voice is Voice.OWN:
        painter.setBrush(color)
        painter.drawEllipse(spot, DOT_PX, DOT_PX)
    else:
        painter.setPen(QPen(color, 2))
        painter.drawEllipse(spot, DOT_PX - 1, DOT_PX - 1)


def _draw_ranges(
    painter: QPainter, line: QRectF, dots: Sequence[ToneDot], palette: Palette
) -> None:
    for dot in dots:
        low, high = dot.rate.low, dot.rate.high
        if low is None or high is None or high <= low or dot.rate.count == 1:
            continue
        away = -_RANGE_PX if dot.voice is Voice.OWN else _RANGE_PX
        ends = (SCALE.x(low, line), SCALE.x(high, line))
        draw_range(painter, round(line.center().y()) + 0.5 + away, ends, line, palette)


def _draw_figures(
    painter: QPainter, row: QRectF, dots: Sequence[ToneDot], palette: Palette
) -> None:
    top = row.center().y() - ((len(dots) - 1) * _STEP_PX + _LINE_PX) / 2
    left = row.right() - _FIGURES_PX
    for nth, dot in enumerate(dots):
        y = top + nth * _STEP_PX
        number = QRectF(left - 12, y, _NUMBER_PX, _LINE_PX)
        words = QRectF(number.right() + _SPILL_PX, y, 0, _LINE_PX)
        words.setRight(row.right())
        if dot.rate.value is None:
            said = no_rate(dot.rate)
        else:
            strong = ("body-strong", voice_color(palette, dot.voice))
            draw_words(painter, number, tone_number(dot.rate.value), strong, RIGHT)
            said = sentences_count(dot.rate.count)
        draw_words(painter, words, said, ("small", palette.text2), LEFT)


def _draw_foot(painter: QPainter, area: QRectF, palette: Palette) -> None:
    ends = (
        (QCoreApplication.translate("ToneAxes", "−1 critical"), LEFT),
        ("0", Qt.AlignmentFlag.AlignCenter),
        (QCoreApplication.translate("ToneAxes", "favorable +1"), RIGHT),
    )
    box = QRectF(area.left(), area.bottom() + 4, area.width(), 14)
    for words, align in ends:
        draw_words(painter, box, words, ("caption", palette.text3), align)
