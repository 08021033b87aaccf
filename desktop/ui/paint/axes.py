"""What charts share: marks to point at, scales, grid lines, ranges and words."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from desktop.ui.fonts import font
from desktop.ui.palettes import Palette

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTER = Qt.AlignmentFlag.AlignCenter
_STEPS, _CAP_PX, _HEAD_PX = (1.0, 2.0, 2.5, 5.0, 10.0), 3.0, 5.0
_MOST_STEPS, _LEAST_TOP = 5, 1.0


@dataclass(frozen=True, slots=True)
class ChartMark:
    """Something in a chart that opens its sentences; `use` is one dot of several, -1 for all."""

    row: int
    column: int
    nth: int = 0
    use: int = -1


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis from `bottom` to `top` with a number at each `step`."""

    top: float
    step: float
    bottom: float = 0.0

    def x(self, value: float, area: QRectF) -> float:
        """Return where a value stands in an area, also past its ends."""
        return area.left() + (value - self.bottom) / (self.top - self.bottom) * area.width()

    def ticks(self) -> tuple[float, ...]:
        """Return the values with a number, from left to right."""
        count = round((self.top - self.bottom) / self.step)
        return tuple(self.bottom + nth * self.step for nth in range(count + 1))


def nice_scale(most: float) -> Scale:
    """Return a scale from 0 that holds `most`, with at most five round steps.

    >>> nice_scale(17.8)
    Scale(top=20.0, step=5.0, bottom=0.0)
    """
    most = max(most, _LEAST_TOP)
    power = 10.0 ** math.floor(math.log10(most / _MOST_STEPS))
    step = next(s * power for s in _STEPS if s * power * _MOST_STEPS >= most - 1e-9)
    return Scale(math.ceil(most / step - 1e-9) * step, step)


def draw_grid(painter: QPainter, area: QRectF, scale: Scale, palette: Palette) -> None:
    """Draw a line at each tick of a scale over an area, and the numbers under it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for tick in scale.ticks():
        x = round(scale.x(tick, area)) + 0.5
        painter.setPen(_grid_pen(tick == 0, palette))
        painter.drawLine(QLineF(x, area.top(), x, area.bottom()))
        box = QRectF(x - 24, area.bottom() + 4, 48, 14)
        draw_words(painter, box, f"{tick:g}", ("caption", palette.text3), CENTER)
    painter.restore()


def _grid_pen(is_zero: bool, palette: Palette) -> QPen:
    if is_zero:
        return QPen(palette.border_strong, 1)
    # Without faint colors a full line would cross out the words that stand on it.
    faint = Qt.PenStyle.DotLine if palette.is_high_contrast else Qt.PenStyle.SolidLine
    return QPen(palette.text_dis if palette.is_high_contrast else palette.hair, 1, faint)


def draw_range(
    painter: QPainter, y: float, ends: tuple[float, float], area: QRectF, palette: Palette
) -> None:
    """Draw a range from x to x with end caps, and an arrow head where it leaves the area."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(palette.text, 1.2))
    left, right = max(ends[0], area.left()), min(ends[1], area.right())
    painter.drawLine(QLineF(left, y, right, y))
    for x, wanted, sign in ((left, ends[0], -1.0), (right, ends[1], 1.0)):
        if abs(wanted - x) < 0.5:
            painter.drawLine(QLineF(x, y - _CAP_PX, x, y + _CAP_PX))
        else:
            back = x - sign * _HEAD_PX
            head = QPolygonF(
                [QPointF(x, y), QPointF(back, y - _CAP_PX), QPointF(back, y + _CAP_PX)]
            )
            painter.setBrush(palette.text)
            painter.drawPolygon(head)
    painter.restore()


def draw_words(
    painter: QPainter,
    rect: QRectF,
    words: str,
    look: tuple[str, QColor],
    align: Qt.AlignmentFlag = LEFT,
) -> float:
    """Draw a line of words in a type token and color, elided to `rect`; return its width."""
    face = font(look[0])
    metrics = QFontMetricsF(face)
    # Half a pixel more: fractional widths would elide words that were measured to fit.
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width() + 0.5)
    painter.setFont(face)
    painter.setPen(look[1])
    painter.drawText(rect, align | Qt.TextFlag.TextDontClip | Qt.TextFlag.TextSingleLine, shown)
    return metrics.horizontalAdvance(shown)


def words_width(words: str, token: str) -> float:
    """Return the width of a line of words in a type token."""
    return QFontMetricsF(font(token)).horizontalAdvance(words)


def draw_row_ground(painter: QPainter, rect: QRectF, palette: Palette) -> None:
    """Draw the ground of the row that holds the chosen mark."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(palette.accent, 2) if palette.is_high_contrast else Qt.PenStyle.NoPen)
    painter.setBrush(palette.sel)
    painter.drawRoundedRect(rect, 4, 4)
    painter.restore()
