"""The pieces a report is made of: paragraphs, headings, source lines, evidence, table rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from typing_extensions import override

from desktop.core.model.analyses import Voice
from desktop.ui.fonts import font
from desktop.ui.icons import draw_icon
from desktop.ui.paint.badges import draw_badge
from desktop.ui.paint.marks import Mark
from desktop.ui.paint.text import MarkedText
from desktop.ui.paint.voices import draw_voice_bar
from desktop.ui.palettes import Palette
from desktop.ui.printing.flow import Flow

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_NUMBER_PX, _INDENT_PX = 24.0, 36.0

Draw = Callable[[QPainter, QRectF, Palette], None]


class Paragraph(Flow):
    """Text in a type token; it wraps and can carry marks."""

    def __init__(
        self,
        text: str,
        kind: str = "body",
        color: str = "text",
        *,
        marks: Sequence[Mark] = (),
        indent_px: float = 0.0,
        keeps_next: bool = False,
    ) -> None:
        line = QFontMetricsF(font(kind)).height() * 1.25
        self._text = MarkedText(text, font(kind), line, marks)
        self._color, self._indent = color, indent_px
        self.keeps_next = keeps_next

    @override
    def height(self, width_px: float) -> float:
        return self._text.lay_out(width_px - self._indent)

    @override
    def draw(self, painter: QPainter, rect: QRectF, palette: Palette) -> None:
        self._text.lay_out(rect.width() - self._indent)
        at = rect.topLeft() + QPointF(self._indent, 0)
        self._text.draw(painter, at, getattr(palette, self._color), palette)


class Rule(Flow):
    """A line across, between groups."""

    def __init__(self, color: str = "text", width_px: float = 1.6, space_px: float = 8.0) -> None:
        self._color, self._width, self._space = color, width_px, space_px

    @override
    def height(self, width_px: float) -> float:
        return self._space

    @override
    def draw(self, painter: QPainter, rect: QRectF, palette: Palette) -> None:
        painter.setPen(QPen(getattr(palette, self._color), self._width))
        y = rect.top() + self._space / 2
        painter.drawLine(QLineF(rect.left(), y, rect.right(), y))


class Masthead(Flow):
    """The program's mark and name at the left, what the paper is at the right."""

    def __init__(self, name: str, kind: str) -> None:
        self._name, self._kind = name, kind

    @override
    def height(self, width_px: float) -> float:
        return 34.0

    @override
    def draw(self, painter: QPainter, rect: QRectF, palette: Palette) -> None:
        draw_icon(painter, QRectF(rect.left(), rect.top(), 22, 22), "crosslight", palette.text)
        line = QRectF(rect.left(), rect.top(), rect.width(), 22)
        painter.setPen(palette.text)
        painter.setFont(font("section"))
        painter.drawText(line.adjusted(32, 0, 0, 0), _LEFT, self._name)
        painter.setPen(palette.text2)
        painter.setFont(font("body"))
        painter.drawText(line, _RIGHT, self._kind)


@dataclass(frozen=True, slots=True)
class SourceText:
    """The words of a source line: the badge, the outlet, the headline, date and length."""

    badge: tuple[str, int]
    outlet: str
    title: str
    date: str
    words: str


class SourceRow(Flow):
    """One article of the list of sources, with a thin line below."""

    def __init__(self, source: SourceText) -> None:
        self._source = source

    @override
    def height(self, width_px: float) -> float:
        return 25.0

    @override
    def draw(self, painter: QPainter, rect: QRectF, palette: Palette) -> None:
        source = self._source
        badge = QRectF(rect.left(), rect.top() + 2, 27, 20)
        draw_badge(painter, badge, source.badge, palette)
        line = QRectF(rect.left(), rect.top(), rect.width(), 24)
        painter.setPen(palette.text)
        painter.setFont(font("small-medium"))
        _elided(painter, line.adjusted(38, 0, -line.width() + 164, 0), source.outlet)
        painter.setFont(font("small"))
        painter.drawText(line, _RIGHT, source.words)
        painter.setPen(palette.text2)
        painter.drawText(line.adjusted(0, 0, -72, 0), _RIGHT, source.date)
        dated = painter.fontMetrics().horizontalAdvance(source.date) + 72 + 16
        painter.setPen(palette.text)
        serif = font("evidence")
        serif.setPixelSize(13)
        painter.setFont(serif)
        _elided(painter, line.adjusted(168, 0, -dated, 0), source.title)
        painter.setPen(QPen(palette.hair, 1))
        painter.drawLine(QLineF(rect.left(), rect.bottom(), rect.right(), rect.bottom()))


class Heading(Flow):
    """A section's title; at its right the two voices, where the section shows them."""

    keeps_next = True

    def __init__(self, text: str, voices: tuple[str, str] | None = None) -> None:
        self._text, self._voices = text, voices

    @override
    def height(self, width_px: float) -> float:
        return 32.0

    @override
    def draw(self, painter: QPainter, rect: QRectF, palette: Palette) -> None:
        painter.setPen(palette.text)
        painter.setFont(font("title"))
        painter.drawText(rect, _LEFT, self._text)
        if self._voices is None:
            return
        painter.setFont(font("small-medium"))
        right = rect.right()
        for name, voice in reversed(
            list(zip(self._voices, (Voice.OWN, Voice.QUOTED), strict=True))
        ):
            width = QFontMetricsF(font("small-medium")).horizontalAdvance(name)
            painter.setPen(palette.text2)
            box = QRectF(right - width, rect.top(), width, rect.height())
            painter.drawText(box, _LEFT, name)
            square = QRectF(box.left() - 16, rect.center().y() - 5, 10, 10)
            draw_voice_bar(painter, square, voice, palette)
            right = square.left() - 18


class FindingHead(Flow):
    """A finding's number in a black circle, its title, and its sentence below."""

    keeps_next = True

    def __init__(self, number: int, title: str, text: str) -> None:
        self._number = number
        self._title = MarkedText(title, font("section"), 20)
        self._text = MarkedText(text, font("body"), 18)

    @override
    def height(self, width_px: float) -> float:
        width = width_px - _INDENT_PX
        return self._title.lay_out(width) + self._text.lay_out(width) + 8

    @override
    def draw(self, painter: QPainter, rect: QRectF, palette: Palette) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        circle = QRectF(rect.left(), rect.top() - 1, _NUMBER_PX, _NUMBER_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.text)
        painter.drawEllipse(circle)
        painter.setPen(palette.paper)
        painter.setFont(font("body-strong"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self._number))
        width, at = rect.width() - _INDENT_PX, rect.topLeft() + QPointF(_INDENT_PX, 0)
        title = self._title.lay_out(width)
        self._title.draw(painter, at, palette.text, palette)
        self._text.lay_out(width)
        self._text.draw(painter, at + QPointF(0, title), palette.text2, palette)


@dataclass(frozen=True, slots=True)
class EvidenceText:
    """A quoted sentence: badge, its number in words, the quotation and the marks within it."""

    badge: tuple[str, int]
    sentence: str
    text: str
    marks: tuple[Mark, ...]


class EvidenceRow(Flow):
    """A quoted sentence below its finding, behind a thin upright line."""

    def __init__(self, evidence: EvidenceText, *, keeps_next: bool) -> None:
        self._evidence = evidence
        self._text = MarkedText(evidence.text, font("evidence"), 21, evidence.marks)
        self.keeps_next = keeps_next

    @override
    def height(self, width_px: float) -> float:
        return self._text.lay_out(width_px - 120) + 6

    @override
    def draw(self, painter: QPainter, rect: QRectF, palette: Palette) -> None:
        painter.setPen(QPen(palette.text3, 1))
        x = rect.left() + _INDENT_PX
        painter.drawLine(QLineF(x, rect.top(), x, rect.bottom() - 2))
        draw_badge(painter, QRectF(x + 14, rect.top() + 2, 25, 18), self._evidence.badge, palette)
        painter.setPen(palette.text2)
        painter.setFont(font("small"))
        painter.drawText(QRectF(x + 46, rect.top(), 38, 22), _LEFT, self._evidence.sentence)
        self._text.lay_out(rect.width() - 120)
        at = QPointF(rect.left() + 120, rect.top())
        self._text.draw(painter, at, palette.text, palette)


class Figure(Flow):
    """A chart: any painter function of the program, at a height of its own."""

    def __init__(self, height_px: float, draw: Draw) -> None:
        self._height, self._draw = height_px, draw

    @override
    def height(self, width_px: float) -> float:
        return self._height

    @override
    def draw(self, painter: QPainter, rect: QRectF, palette: Palette) -> None:
        painter.save()
        self._draw(painter, rect, palette)
        painter.restore()


def _elided(painter: QPainter, rect: QRectF, text: str) -> None:
    mode = Qt.TextElideMode.ElideRight
    shown = QFontMetricsF(painter.font()).elidedText(text, mode, max(1.0, rect.width()))
    painter.drawText(rect, _LEFT, shown)
