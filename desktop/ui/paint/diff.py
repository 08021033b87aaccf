"""The diff's figures: frames of aligned sentences, ribbons between them, and the overview."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from desktop.ui.fonts import font
from desktop.ui.paint.voices import draw_hatch
from desktop.ui.palettes import Palette

RADIUS = 6.0
_PLATE_HEIGHT = 22.0


@dataclass(frozen=True, slots=True)
class Band:
    """A pair as the gutter draws it: where it stands on both sides, and what its plate says.

    `left` and `right` are (top, bottom) in the gutter's coordinates.
    """

    left: tuple[float, float]
    right: tuple[float, float]
    is_quotation: bool
    is_current: bool
    note: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A sentence in the overview: (top, bottom) as shares of the text, and how it is aligned."""

    extent: tuple[float, float]
    pair: int | None
    is_quotation: bool
    is_current: bool


@dataclass(frozen=True, slots=True)
class Overview:
    """Both texts at a glance; the shares in `shown` say what the panes have in view."""

    left: tuple[Tick, ...]
    right: tuple[Tick, ...]
    shown: tuple[float, float]


def draw_frame(painter: QPainter, rect: QRectF, look: tuple[bool, bool], palette: Palette) -> None:
    """Draw the frame of aligned sentences; `look` is (is_quotation, is_current)."""
    is_quotation, is_current = look
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if is_current:
        painter.setPen(QPen(palette.accent, 2))
        painter.setBrush(palette.accent_tint)
    elif is_quotation:
        pen = QPen(palette.quo, 1.2)
        pen.setDashPattern([3.0, 2.0])
        painter.setPen(pen)
        painter.setBrush(palette.surface)
    else:
        painter.setPen(QPen(palette.border, 1))
        painter.setBrush(palette.surface)
    painter.drawRoundedRect(rect, RADIUS, RADIUS)
    painter.restore()


def draw_bands(painter: QPainter, rect: QRectF, bands: Sequence[Band], palette: Palette) -> None:
    """Draw the ribbons of the gutter; the current one lies on top, with its plate."""
    painter.save()
    painter.setClipRect(rect)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ordered = sorted(bands, key=lambda band: band.is_current)
    for band in ordered:
        _draw_band(painter, rect, band, palette)
    for band in ordered:
        if band.note:
            _draw_plate(painter, rect, band, palette)
    painter.restore()


def band_path(rect: QRectF, band: Band) -> QPainterPath:
    """Return the ribbon of a pair across the gutter."""
    path = QPainterPath()
    half = rect.width() / 2
    (top, bottom), (right_top, right_bottom) = band.left, band.right
    x0, x1 = rect.left(), rect.right()
    path.moveTo(x0, top)
    path.cubicTo(x0 + half, top, x1 - half, right_top, x1, right_top)
    path.lineTo(x1, right_bottom)
    path.cubicTo(x1 - half, right_bottom, x0 + half, bottom, x0, bottom)
    path.closeSubpath()
    return path


def _draw_band(painter: QPainter, rect: QRectF, band: Band, palette: Palette) -> None:
    path = band_path(rect, band)
    if band.is_quotation:
        painter.fillPath(path, palette.quo_tint)
        draw_hatch(painter, path, _faint(palette.quo, 110), 6.0)
        edge = palette.quo
    else:
        painter.fillPath(path, _faint(palette.accent, 90 if band.is_current else 36))
        edge = palette.accent if band.is_current else palette.accent_line
    painter.setPen(QPen(palette.accent if band.is_current else edge, 2 if band.is_current else 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def _draw_plate(painter: QPainter, rect: QRectF, band: Band, palette: Palette) -> None:
    middle = (sum(band.left) + sum(band.right)) / 4
    painter.setFont(font("caption"))
    width = painter.fontMetrics().horizontalAdvance(band.note) + 14
    box = QRectF(0, 0, min(width, rect.width() - 4), _PLATE_HEIGHT)
    box.moveCenter(rect.center())
    box.moveTop(middle - _PLATE_HEIGHT / 2)
    ink = palette.quo if band.is_quotation else palette.accent
    pen = QPen(ink, 1.2)
    if not band.is_quotation:
        pen.setDashPattern([3.0, 2.0])
    painter.setPen(pen)
    painter.setBrush(palette.surface)
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(ink)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, band.note)


def draw_overview(painter: QPainter, rect: QRectF, overview: Overview, palette: Palette) -> None:
    """Draw two columns of sentences, lines between pairs, and the frame of what is in view."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    columns = _columns(rect)
    for column, ticks in zip(columns, (overview.left, overview.right), strict=True):
        for tick in ticks:
            _draw_tick(painter, _tick_box(column, tick), tick, palette)
    painter.setPen(QPen(palette.accent_line, 1))
    for left, right in _joined(overview):
        a, b = _tick_box(columns[0], left), _tick_box(columns[1], right)
        painter.drawLine(QLineF(a.right(), a.center().y(), b.left(), b.center().y()))
    top, bottom = overview.shown
    frame = QRectF(rect.left() + 2, rect.top() + top * rect.height(), rect.width() - 4, 0)
    frame.setHeight(max(8.0, (bottom - top) * rect.height()))
    painter.setPen(QPen(palette.accent, 1.5))
    painter.setBrush(_faint(palette.accent, 22))
    painter.drawRoundedRect(frame, 3, 3)
    painter.restore()


def _joined(overview: Overview) -> list[tuple[Tick, Tick]]:
    """Return the first sentence of each pair on both sides."""
    lefts, rights = (
        {tick.pair: tick for tick in reversed(ticks) if tick.pair is not None}
        for ticks in (overview.left, overview.right)
    )
    return [(lefts[pair], rights[pair]) for pair in lefts if pair in rights]


def _columns(rect: QRectF) -> tuple[QRectF, QRectF]:
    width = rect.width() * 0.24
    left = QRectF(rect.left() + rect.width() * 0.14, rect.top(), width, rect.height())
    right = QRectF(rect.right() - rect.width() * 0.14 - width, rect.top(), width, rect.height())
    return left, right


def _tick_box(column: QRectF, tick: Tick) -> QRectF:
    top, bottom = (column.top() + share * column.height() for share in tick.extent)
    return QRectF(column.left(), top, column.width(), max(2.0, bottom - top - 2))


def _draw_tick(painter: QPainter, box: QRectF, tick: Tick, palette: Palette) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if tick.pair is None:
        painter.setPen(QPen(palette.border_strong, 1))
        painter.drawRect(box)
        return
    if tick.is_quotation:
        path = QPainterPath()
        path.addRect(box)
        painter.fillPath(path, palette.quo_tint)
        draw_hatch(painter, path, palette.quo, 3.0)
        painter.setPen(QPen(palette.quo, 1))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.accent if tick.is_current else palette.accent_line)
    painter.drawRect(box)
    if tick.is_current:
        painter.setPen(QPen(palette.accent, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(-1, -1, 1, 1))


def _faint(color: QColor, alpha: int) -> QColor:
    made = QColor(color)
    made.setAlpha(alpha)
    return made
