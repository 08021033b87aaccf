"""Items of the explanation: sentence number, marked words, kind and reason; one of them open."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from desktop.core.model.analyses import Voice
from desktop.core.model.spans import Span
from desktop.ui.icons import draw_icon
from desktop.ui.paint.chips import draw_chip
from desktop.ui.paint.gutter import NumberMark, draw_sentence_number
from desktop.ui.paint.marks import Mark, MarkForm
from desktop.ui.paint.text import MarkedText
from desktop.ui.palettes import Palette
from desktop.ui.statements import Statement
from desktop.ui.theme import theme
from desktop.ui.words import in_marks

CLOSED_PX, ACTIONS_PX = 54, 48
_LEFT_PX, _NUMBER_PX, _TEXT_PX, _RIGHT_PX, _TOP_PX, _LINES = 22, 26, 60, 74, 7, 3
_CHIP_PX, _ICON_PX = 18, 18
_FORMS = {
    Voice.OWN: MarkForm.OWN,
    Voice.QUOTED: MarkForm.QUOTED,
    Voice.INDIRECT: MarkForm.INDIRECT,
    Voice.UNCLEAR: MarkForm.UNCLEAR,
}


@dataclass(frozen=True, slots=True)
class WordingRow:
    """One item of the list; `words` are those of the span, `context` its sentence around them.

    `at` is where the words stand in the context. `chips` are its kind and what else is to be
    known in a word; `change` says what the number would be without it. `can_ignore` says that the
    user may take it out of the count, `is_ignored` that it was taken out, `can_restate` that he may
    say whose words it is; `undo` is what takes back what he stated.
    """

    span: Span
    voice: Voice
    number: int
    sentence: Span
    context: str
    at: Span
    words: str
    chips: tuple[str, ...]
    reason: str
    can_ignore: bool = True
    is_ignored: bool = False
    change: str = ""
    can_restate: bool = False
    undo: Statement | None = None
    is_marked: bool = True

    @property
    def has_action(self) -> bool:
        """Say whether something can be done with the item."""
        return self.can_ignore or self.can_restate or self.undo is not None


@dataclass(frozen=True, slots=True)
class ItemLook:
    """An item and its state."""

    row: WordingRow
    is_open: bool = False
    is_lit: bool = False
    has_focus: bool = False


def item_height(look: ItemLook, width: float) -> float:
    """Return the height of an item at a width."""
    px = theme().px
    if not look.is_open:
        return px(CLOSED_PX)
    room = width - px(_TEXT_PX) - px(_LEFT_PX)
    height = _sentence(look.row).lay_out(room, _LINES) + px(4)
    height += _reason(look.row).lay_out(room) + 2 * px(_TOP_PX + 2)
    if look.row.change:
        height += _change(look.row).lay_out(room) + px(4)
    return height + (px(ACTIONS_PX) if look.row.has_action else 0)


def action_rect(rect: QRectF) -> QRectF:
    """Return where a closed item has its one action."""
    width = theme().px(_RIGHT_PX)
    return QRectF(rect.right() - width, rect.top(), width, rect.height())


def draw_wording(painter: QPainter, rect: QRectF, data: ItemLook, palette: Palette) -> None:
    """Draw an item; an open one shows its sentence, a closed one its words and its action."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    px = theme().px
    if data.is_open:
        painter.fillRect(rect, palette.sel)
        painter.fillRect(QRectF(rect.topLeft(), QSizeF(px(3), rect.height())), palette.accent)
    elif data.is_lit:
        painter.fillRect(rect, palette.hover)
    number = NumberMark(data.row.number, marked=True, selected=data.is_open)
    box = QRectF(rect.left() + px(_LEFT_PX), rect.top() + px(_TOP_PX + 3), px(_NUMBER_PX), px(18))
    draw_sentence_number(painter, box, number, palette)
    (_draw_open if data.is_open else _draw_closed)(painter, rect, data, palette)
    painter.setPen(QPen(palette.hair, 1))
    bottom = rect.bottom() - 0.5
    painter.drawLine(QPointF(rect.left(), bottom), QPointF(rect.right(), bottom))
    if data.has_focus:
        painter.setPen(QPen(palette.accent, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(1, 1, -1, -2))
    painter.restore()


def _draw_open(painter: QPainter, rect: QRectF, data: ItemLook, palette: Palette) -> None:
    px = theme().px
    at = rect.topLeft() + QPointF(px(_TEXT_PX), px(_TOP_PX + 2))
    room = rect.width() - px(_TEXT_PX) - px(_LEFT_PX)
    sentence, reason = _sentence(data.row), _reason(data.row)
    height = sentence.lay_out(room, _LINES)
    sentence.draw(painter, at, palette.text, palette)
    at += QPointF(0, height + px(4))
    height = reason.lay_out(room)
    reason.draw(painter, at, palette.text, palette)
    if data.row.change:
        change = _change(data.row)
        change.lay_out(room)
        change.draw(painter, at + QPointF(0, height + px(4)), palette.text2, palette)


def _draw_closed(painter: QPainter, rect: QRectF, data: ItemLook, palette: Palette) -> None:
    px, row = theme().px, data.row
    left, top = rect.left() + px(_TEXT_PX), rect.top() + px(_TOP_PX)
    room = rect.width() - px(_TEXT_PX) - (px(_RIGHT_PX) if row.has_action else px(_LEFT_PX))
    chips = sum(_chip_width(chip) + px(6) for chip in row.chips)
    face = _words_face()
    words = QFontMetricsF(face).elidedText(
        in_marks(row.words), Qt.TextElideMode.ElideRight, max(px(60), room - chips - px(4))
    )
    marks = (Mark(Span(0, len(words)), _form(row)),) if row.is_marked and words else ()
    marked = MarkedText(words, face, px(22), marks)
    marked.lay_out(rect.width())
    color = palette.text3 if row.is_ignored else palette.text
    marked.draw(painter, QPointF(left, top), color, palette)
    x = left + QFontMetricsF(face).horizontalAdvance(words) + px(10)
    for chip in row.chips:
        box = QRectF(x, top + px(2), _chip_width(chip), px(_CHIP_PX))
        draw_chip(painter, box, chip, (palette.sunken, palette.text2))
        x = box.right() + px(6)
    line = QRectF(left, top + px(23), room, px(17))
    painter.setFont(theme().font("small"))
    painter.setPen(palette.text2)
    reason = painter.fontMetrics().elidedText(
        row.reason, Qt.TextElideMode.ElideRight, int(line.width())
    )
    painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, reason)
    if row.has_action:
        _draw_action(painter, action_rect(rect), data, palette)


def _draw_action(painter: QPainter, rect: QRectF, data: ItemLook, palette: Palette) -> None:
    side = theme().px(_ICON_PX)
    if data.row.undo is None and not data.row.is_ignored:
        icon = QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)
        name = "ban" if data.row.can_ignore else "edit"
        draw_icon(painter, icon, name, palette.text if data.is_lit else palette.text2)
        return
    icon = QRectF(rect.left(), rect.center().y() - side / 2, side, side)
    draw_icon(painter, icon, "arrow-back-up", palette.accent)
    painter.setFont(theme().font("small-medium"))
    painter.setPen(palette.accent)
    words = QCoreApplication.translate("wordings", "Undo")
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(rect.adjusted(side + theme().px(4), 0, 0, 0), flags, words)


def _sentence(row: WordingRow) -> MarkedText:
    marks = (Mark(row.at, MarkForm.SELECTED),)
    if row.is_marked:
        marks = (Mark(row.at, _form(row)), *marks)
    return MarkedText(row.context, theme().font("evidence"), theme().line("evidence"), marks)


def _reason(row: WordingRow) -> MarkedText:
    kinds = ", ".join(row.chips)
    words = f"{kinds[:1].upper()}{kinds[1:]}. {row.reason}"
    return MarkedText(words, theme().font("body"), theme().line("body"))


def _change(row: WordingRow) -> MarkedText:
    return MarkedText(row.change, theme().font("small"), theme().line("small"))


def _form(row: WordingRow) -> MarkForm:
    return MarkForm.IGNORED if row.is_ignored else _FORMS[row.voice]


def _words_face() -> QFont:
    face = theme().font("evidence")
    face.setWeight(QFont.Weight.DemiBold)
    return face


def _chip_width(chip: str) -> float:
    return QFontMetricsF(theme().font("caption")).horizontalAdvance(chip) + theme().px(14)
