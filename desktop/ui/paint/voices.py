"""Voice encodings: own is solid, quoted hatched, indirect open, unclear dotted."""

from __future__ import annotations

import math

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from desktop.core.model.analyses import Voice
from desktop.ui.fonts import font
from desktop.ui.palettes import Palette

SQUARE_PX, SQUARE_GAP_PX, TALLY_MOST = 8.0, 2.0, 20
_HATCH_STEP, _HATCH_WIDTH, _OUTLINE = 4.0, 1.3, 1.3


def voice_color(palette: Palette, voice: Voice) -> QColor:
    """Return the text color of a voice."""
    return palette.own if voice is Voice.OWN else palette.quo


def draw_hatch(painter: QPainter, path: QPainterPath, color: QColor, step: float) -> None:
    """Draw lines rising to the right, `step` apart, clipped to a path.

    Qt's own hatch brushes do not scale with the painter, so the lines are drawn.
    """
    box = path.boundingRect()
    painter.save()
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(color, _HATCH_WIDTH * min(1.0, step / _HATCH_STEP)))
    run = step * math.sqrt(2)
    start = box.left() - box.height()
    for nth in range(math.ceil((box.width() + box.height()) / run) + 1):
        x = start + nth * run
        painter.drawLine(QLineF(x, box.bottom(), x + box.height(), box.top()))
    painter.restore()


def draw_hatch_in(painter: QPainter, rect: QRectF, color: QColor, step: float) -> None:
    """Draw lines rising to the right, `step` apart, that end at the sides of a rectangle.

    Nothing is clipped: many readers of SVG files leave clipping out.
    """
    painter.save()
    pen = QPen(color, _HATCH_WIDTH * min(1.0, step / _HATCH_STEP))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    run = step * math.sqrt(2)
    start = rect.left() - rect.height()
    for nth in range(math.ceil((rect.width() + rect.height()) / run) + 1):
        x = start + nth * run
        # A line goes up by as much as it goes right, from (x, bottom).
        left, right = max(x, rect.left()), min(x + rect.height(), rect.right())
        if left < right:
            painter.drawLine(
                QLineF(left, rect.bottom() - left + x, right, rect.bottom() - right + x)
            )
    painter.restore()


def draw_voice_bar(painter: QPainter, rect: QRectF, voice: Voice, palette: Palette) -> None:
    """Fill a bar in the pattern of a voice."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    radius = min(2.0, rect.width() / 2)
    if voice is Voice.OWN:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.own_fill)
        painter.drawRoundedRect(rect, radius, radius)
    elif voice is Voice.QUOTED:
        _draw_hatched(painter, rect, radius, palette)
    else:
        style = Qt.PenStyle.SolidLine if voice is Voice.INDIRECT else Qt.PenStyle.DotLine
        color = palette.quo if voice is Voice.INDIRECT else palette.border_strong
        painter.setPen(QPen(color, 1.4, style))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(0.7, 0.7, -0.7, -0.7), radius, radius)
    painter.restore()


def _draw_hatched(painter: QPainter, rect: QRectF, radius: float, palette: Palette) -> None:
    inner = rect.adjusted(_OUTLINE / 2, _OUTLINE / 2, -_OUTLINE / 2, -_OUTLINE / 2)
    path = QPainterPath()
    path.addRoundedRect(inner if inner.isValid() else rect, radius, radius)
    painter.fillPath(path, palette.quo_tint)
    step = _HATCH_STEP if rect.height() > SQUARE_PX + 1 else 3.0
    draw_hatch_in(painter, path.boundingRect(), palette.quo, step)
    painter.setPen(QPen(palette.quo, _OUTLINE))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def tally_width(count: int) -> float:
    """Return the width of a tally's squares in logical pixels, without its number."""
    shown = min(count, TALLY_MOST)
    return max(0.0, shown * (SQUARE_PX + SQUARE_GAP_PX) - SQUARE_GAP_PX)


def draw_tally(painter: QPainter, at: QPointF, voice: Voice, count: int, palette: Palette) -> float:
    """Draw one square a wording and the count behind; return the width used.

    `at` is the left end of the row's middle line. Over 20 squares become a bar.
    """
    box = QRectF(at.x(), at.y() - SQUARE_PX / 2, SQUARE_PX, SQUARE_PX)
    if count > TALLY_MOST:
        bar = QRectF(box.topLeft(), box.bottomRight())
        bar.setWidth(tally_width(count))
        draw_voice_bar(painter, bar, voice, palette)
    else:
        for nth in range(count):
            square = box.translated(nth * (SQUARE_PX + SQUARE_GAP_PX), 0)
            draw_voice_bar(painter, square, voice, palette)
    width = tally_width(count)
    left = at.x() + width + (6 if count else 0)
    painter.setFont(font("small-medium"))
    painter.setPen(voice_color(palette, voice))
    number = QRectF(left, at.y() - 8, 40, 16)
    painter.drawText(number, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, f"{count}")
    return left - at.x() + painter.fontMetrics().horizontalAdvance(f"{count}")
