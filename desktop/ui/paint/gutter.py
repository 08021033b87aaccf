"""The margin of a text: a strip that tells the voice of each line, and sentence numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from desktop.core.model.analyses import Voice
from desktop.ui.paint.voices import draw_hatch, draw_voice_bar
from desktop.ui.palettes import Palette
from desktop.ui.theme import theme

OWN_WIDTH_PX, OTHER_WIDTH_PX = 3.0, 5.0
_BREATH_PX, _HATCH_STEP_PX = 2.0, 3.0


@dataclass(frozen=True, slots=True)
class GutterLine:
    """One line of text beside the gutter; `joins` says that the line above is its paragraph's."""

    top: float
    bottom: float
    voice: Voice
    joins: bool


@dataclass(frozen=True, slots=True)
class NumberMark:
    """A sentence's number in the margin; one of a marked sentence stands in an outline."""

    number: int
    marked: bool
    selected: bool


def draw_gutter(
    painter: QPainter, rect: QRectF, data: Sequence[GutterLine], palette: Palette
) -> None:
    """Draw the strip beside lines; `rect` gives its left and its width, `data` the heights.

    The own voice is one line through a paragraph, any other voice one box a line.
    """
    middle = rect.center().x()
    before: GutterLine | None = None
    for line in data:
        joined = line.joins and before is not None and before.voice is Voice.OWN
        if line.voice is Voice.OWN:
            top = before.bottom if joined and before else line.top + _BREATH_PX
            strip = QRectF(middle - OWN_WIDTH_PX / 2, top, OWN_WIDTH_PX, line.bottom - top)
            painter.fillRect(strip, palette.own if palette.is_high_contrast else palette.own_mid)
        else:
            width = OTHER_WIDTH_PX
            box = QRectF(middle - width / 2, line.top, width, line.bottom - line.top)
            box.adjust(0, _BREATH_PX / 2, 0, -_BREATH_PX / 2)
            _draw_box(painter, box, line.voice, palette)
        before = line


def _draw_box(painter: QPainter, box: QRectF, voice: Voice, palette: Palette) -> None:
    if voice is not Voice.QUOTED:
        draw_voice_bar(painter, box, voice, palette)
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    frame, path = box.adjusted(0.5, 0.5, -0.5, -0.5), QPainterPath()
    path.addRect(frame)
    painter.fillPath(path, palette.quo_tint)
    draw_hatch(painter, path, palette.quo, _HATCH_STEP_PX)
    painter.setPen(QPen(palette.quo, 1))
    painter.drawPath(path)
    painter.restore()


def draw_sentence_number(
    painter: QPainter, rect: QRectF, data: NumberMark, palette: Palette
) -> None:
    """Draw a sentence's number: filled when selected, outlined when its sentence has marks."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    ink = palette.text2 if data.marked else palette.text3
    if data.selected:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.accent)
        ink = palette.on_accent
    else:
        painter.setPen(QPen(palette.border_strong, 1) if data.marked else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
    if data.selected or data.marked:
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setFont(theme().font("badge" if data.selected else "caption"))
    painter.setPen(ink)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, f"{data.number}")
    painter.restore()


def draw_bullet(painter: QPainter, rect: QRectF, palette: Palette) -> None:
    """Draw the dash that opens a key point, in the middle of `rect`."""
    painter.setPen(QPen(palette.border_strong, 1.5))
    y = rect.center().y()
    painter.drawLine(QLineF(rect.left(), y, rect.right(), y))
