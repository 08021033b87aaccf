"""Marks on words: tints under the text, rules and frames over it, from a text layout's lines."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import cast

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTextLayout

from desktop.core.model.spans import Span
from desktop.ui.palettes import Palette


class MarkForm(Enum):
    """What a mark on words means; each has a form besides its color."""

    SEARCH = auto()
    OWN = auto()
    QUOTED = auto()
    INDIRECT = auto()
    UNCLEAR = auto()
    IGNORED = auto()
    CHANGED = auto()
    SHARED = auto()
    OTHER_FIGURE = auto()
    OTHER_SCOPE = auto()
    SELECTED = auto()
    BY_USER = auto()
    STATED = auto()
    LONE = auto()


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a text (code points) and the form they are marked with."""

    span: Span
    form: MarkForm


@dataclass(frozen=True, slots=True)
class _Look:
    """How a form is drawn: names of palette tokens, and the rule's pen."""

    tint: str | None = None
    rule: str | None = None
    width: float = 2.0
    dashes: tuple[float, ...] = ()
    frame: str | None = None


_LOOKS = {
    MarkForm.SEARCH: _Look(tint="search", frame="text", width=1.0),
    MarkForm.OWN: _Look(tint="own_tint", rule="own"),
    MarkForm.QUOTED: _Look(tint="quo_tint", rule="quo", dashes=(1.6, 1.3)),
    MarkForm.INDIRECT: _Look(rule="quo", dashes=(1.6, 1.3)),
    MarkForm.UNCLEAR: _Look(rule="border_strong", dashes=(1.0, 1.6)),
    MarkForm.IGNORED: _Look(frame="text3", width=1.0, dashes=(1.0, 2.0)),
    MarkForm.CHANGED: _Look(tint="diff_tint", rule="accent", width=1.5),
    MarkForm.SHARED: _Look(rule="accent", width=1.5, dashes=(1.0, 1.6)),
    MarkForm.OTHER_FIGURE: _Look(frame="accent"),
    MarkForm.OTHER_SCOPE: _Look(frame="accent", width=1.5, dashes=(3.0, 2.0)),
    MarkForm.SELECTED: _Look(frame="accent"),
    MarkForm.BY_USER: _Look(),
    MarkForm.STATED: _Look(),
    MarkForm.LONE: _Look(frame="text3", width=1.0, dashes=(1.0, 2.0)),
}
_FLAG_PX = 5.0


def span_rects(layout: QTextLayout, start: int, length: int) -> list[QRectF]:
    """Return one rectangle a line for a stretch of a layout, in its coordinates.

    `start` and `length` count UTF-16 units of the layout's own text.
    """
    rects: list[QRectF] = []
    end = start + length
    for nth in range(layout.lineCount()):
        line = layout.lineAt(nth)
        first, last = line.textStart(), line.textStart() + line.textLength()
        if first >= end or last <= start:
            continue
        left = _cursor_x(layout, nth, max(start, first))
        right = _cursor_x(layout, nth, min(end, last))
        # A blank at the line's end is no word: nothing is drawn on it.
        words = line.naturalTextRect()
        x = max(min(left, right), words.left())
        width = min(max(left, right), words.right()) - x
        if width > 0:
            rects.append(QRectF(x, line.y(), width, line.height()))
    return [rect.translated(layout.position()) for rect in rects]


def _cursor_x(layout: QTextLayout, line: int, position: int) -> float:
    # The bindings give a pair: the x and the cursor position it belongs to.
    return cast("tuple[float, int]", layout.lineAt(line).cursorToX(position))[0]


def draw_under(painter: QPainter, rects: list[QRectF], form: MarkForm, palette: Palette) -> None:
    """Draw what lies under the words: the tint of a form, if it has one."""
    look = _LOOKS[form]
    if look.tint is None:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_color(palette, look.tint))
    for rect in rects:
        painter.drawRoundedRect(rect.adjusted(-1, 1, 1, -1), 2, 2)


def draw_over(painter: QPainter, rects: list[QRectF], form: MarkForm, palette: Palette) -> None:
    """Draw what lies over the words: rule, frame or strike of a form."""
    look = _LOOKS[form]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if look.rule is not None:
        painter.setPen(_pen(_color(palette, look.rule), look))
        for rect in rects:
            y = rect.bottom() - look.width / 2
            painter.drawLine(QLineF(rect.left() - 1, y, rect.right() + 1, y))
    if look.frame is not None:
        painter.setPen(_pen(_color(palette, look.frame), look))
        for rect in rects:
            painter.drawRoundedRect(rect.adjusted(-1, 0, 1, 0), 3, 3)
    if form is MarkForm.IGNORED:
        painter.setPen(QPen(palette.text3, 1.0))
        for rect in rects:
            painter.drawLine(
                QPointF(rect.left(), rect.center().y() + 1),
                QPointF(rect.right(), rect.center().y() + 1),
            )
    if form in (MarkForm.BY_USER, MarkForm.STATED) and rects:
        _draw_flags(painter, rects, palette.text3, both=form is MarkForm.STATED)
    painter.restore()


def _draw_flags(painter: QPainter, rects: list[QRectF], ink: QColor, *, both: bool) -> None:
    """Draw a flag at the end of words that the user spoke of, and one where a passage begins."""
    painter.setPen(QPen(ink, 1.0))
    painter.setBrush(ink)
    first, last = rects[0], rects[-1]
    poles = [(last.right() + 1, last, -_FLAG_PX)]
    if both:
        poles.append((first.left() - 1, first, _FLAG_PX))
    for x, rect, side in poles:
        top = QPointF(x, rect.top() + 1)
        if both:
            painter.drawLine(top, QPointF(x, rect.bottom() - 1))
        flag = [top, top + QPointF(side, 0), top + QPointF(0, _FLAG_PX)]
        painter.drawPolygon(QPolygonF(flag))


def _pen(color: QColor, look: _Look) -> QPen:
    pen = QPen(color, look.width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if look.dashes:
        pen.setDashPattern(list(look.dashes))
    return pen


def _color(palette: Palette, token: str) -> QColor:
    return getattr(palette, token)
