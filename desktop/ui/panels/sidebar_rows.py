"""Rows of the sidebar, drawn: heads, entries with icon or badge and count, notes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from desktop.ui.icons import draw_icon
from desktop.ui.models.sidebar import SidebarRow
from desktop.ui.paint.badges import SIZE, draw_badge
from desktop.ui.palettes import Palette
from desktop.ui.theme import theme

ROW_PX, HEAD_PX, NOTE_PX = 30, 38, 38
_SIDE_PX, _ICON_PX = 20, 18


def draw_sidebar_row(
    painter: QPainter, rect: QRectF, row: SidebarRow, palette: Palette, *, lit: str
) -> None:
    """Draw a row; `lit` has "selected", "hovered", "focused", "aimed at" or nothing."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if row.shelf is None:
        _draw_words(painter, rect, row, palette)
    else:
        _draw_entry(painter, rect, row, palette, lit)
    if "aimed at" in lit:
        painter.setPen(QPen(palette.accent, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(9, 1, -9, -1), 6, 6)
    painter.restore()


def _draw_words(painter: QPainter, rect: QRectF, row: SidebarRow, palette: Palette) -> None:
    side = theme().px(_SIDE_PX)
    face = theme().font("small" if row.is_note else "caption")
    if not row.is_note:
        face.setBold(True)
    painter.setFont(face)
    painter.setPen(palette.text3 if row.is_note else palette.text2)
    room = rect.adjusted(side, 0 if row.is_note else theme().px(8), -side, 0)
    align = Qt.AlignmentFlag.AlignTop if row.is_note else Qt.AlignmentFlag.AlignVCenter
    painter.drawText(room, int(align | Qt.TextFlag.TextWordWrap), row.text)


def _draw_entry(
    painter: QPainter, rect: QRectF, row: SidebarRow, palette: Palette, lit: str
) -> None:
    plate = rect.adjusted(8, 0, -8, 0)
    chosen = "selected" in lit
    if chosen or "hovered" in lit:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.sel if chosen else palette.hover)
        painter.drawRoundedRect(plate, 6, 6)
    ink = palette.accent if chosen else palette.text
    left = rect.left() + theme().px(_SIDE_PX)
    left = _draw_sign(painter, rect, left, row, palette, chosen=chosen)
    painter.setFont(theme().font("body-strong" if chosen else "body"))
    painter.setPen(ink if chosen else palette.text2)
    right = rect.right() - theme().px(_SIDE_PX)
    count = "" if row.count is None else f"{row.count:,}"
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.drawText(
        QRectF(right - 60, rect.top(), 60, rect.height()),
        middle | Qt.AlignmentFlag.AlignRight,
        count,
    )
    painter.setPen(ink)
    room = right - left - painter.fontMetrics().horizontalAdvance(count) - 12
    metrics = QFontMetricsF(painter.font())
    words = metrics.elidedText(row.text, Qt.TextElideMode.ElideRight, max(room, 10))
    painter.drawText(QRectF(left, rect.top(), room, rect.height()), middle, words)
    if "focused" in lit:
        painter.setPen(palette.accent)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(plate.adjusted(1, 1, -1, -1), 6, 6)


def _draw_sign(
    painter: QPainter, rect: QRectF, left: float, row: SidebarRow, palette: Palette, *, chosen: bool
) -> float:
    """Draw a row's icon or badge and return where its words begin."""
    if row.badge is not None:
        size = SIZE * theme().zoom * 0.92
        box = QRectF(left, rect.center().y() - size.height() / 2, size.width(), size.height())
        draw_badge(painter, box, (row.badge.letters, row.badge.slot), palette)
        return left + size.width() + theme().px(10)
    size_px = theme().px(_ICON_PX)
    box = QRectF(left, rect.center().y() - size_px / 2, size_px, size_px)
    warns = row.icon_name == "alert-triangle" and row.count
    ink = palette.accent if chosen else palette.warn_text if warns else palette.text2
    draw_icon(painter, box, row.icon_name, ink)
    return left + size_px + theme().px(10)
