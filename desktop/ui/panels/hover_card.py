"""The hover card: the sentence behind a mark, whose voice it is and why it is marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.core.model.analyses import Voice
from desktop.ui.labels import voice_label
from desktop.ui.paint.badges import SIZE, draw_badge
from desktop.ui.paint.marks import Mark
from desktop.ui.paint.shadows import SHADOW_PX, draw_plate
from desktop.ui.paint.text import MarkedText
from desktop.ui.paint.voices import draw_voice_bar, voice_color
from desktop.ui.palettes import Palette
from desktop.ui.theme import theme

HOVER_DELAY_MS = 250
_WIDTH_PX, _PAD_PX, _GAP_PX, _MOST_LINES = 300, 16, 8, 5
_MOST_CHARACTERS = 600
_KEY_HEIGHT_PX, _SQUARE_PX, _DISTANCE_PX = 20, 10, 6


@dataclass(frozen=True, slots=True)
class HoverContent:
    """What a hover card says of one sentence.

    `marks` count in the sentence's own text; `sentence_count` is the number of sentences of the
    article; `reason` and `category` may be empty; `keys` are pairs of a key and what it does.
    """

    letters: str
    slot: int
    sentence_number: int
    sentence_count: int
    voice: Voice
    sentence_text: str
    marks: tuple[Mark, ...] = ()
    reason: str = ""
    category: str = ""
    keys: tuple[tuple[str, str], ...] = ()


class HoverCard(QWidget):
    """A card over the window, beside its mark; at an edge of the window it changes sides."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._owner = parent
        self._content: HoverContent | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    @property
    def content(self) -> HoverContent | None:
        """Return what the card shows, or None while it is hidden."""
        return self._content if self.isVisible() else None

    def show_for(self, rect_on_screen: QRect, content: HoverContent) -> None:
        """Show the card beside a mark; `rect_on_screen` is where the mark stands."""
        window = self._owner.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        self._content = content
        self.setAccessibleName(_spoken(content))
        size = card_size(content) + QSize(2 * SHADOW_PX, 2 * SHADOW_PX)
        mark = QRect(window.mapFromGlobal(rect_on_screen.topLeft()), rect_on_screen.size())
        self.setGeometry(QRect(_corner(mark, size, window.rect()), size))
        self.show()
        self.raise_()
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._content is None:
            return
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(SHADOW_PX, SHADOW_PX, -SHADOW_PX, -SHADOW_PX)
        draw_hover_card(painter, box, self._content, theme().palette)


def card_size(content: HoverContent) -> QSize:
    """Return the size of a card for a content, without its shadow."""
    px = theme().px
    width, pad, gap = px(_WIDTH_PX), px(_PAD_PX), px(_GAP_PX)
    inner = width - 2 * pad
    height = 2 * pad + round(SIZE.height() * theme().zoom)
    height += gap + round(_sentence(content).lay_out(inner, _MOST_LINES))
    if content.category or content.reason:
        height += 2 * gap + 1
        height += sum(round(_line(text, kind).lay_out(inner)) for text, kind in _why(content))
    if content.keys:
        height += gap + px(_KEY_HEIGHT_PX)
    return QSize(width, height)


def draw_hover_card(
    painter: QPainter, rect: QRectF, content: HoverContent, palette: Palette
) -> None:
    """Draw a card: badge, sentence number and voice, then the sentence, the reason and keys."""
    draw_plate(painter, rect, palette.raised, palette)
    px, pad = theme().px, theme().px(_PAD_PX)
    gap = px(_GAP_PX)
    inner = rect.adjusted(pad, pad, -pad, -pad)
    y = inner.top() + _draw_head(painter, inner, content, palette) + gap
    sentence = _sentence(content)
    height = sentence.lay_out(inner.width(), _MOST_LINES)
    sentence.draw(painter, QPointF(inner.left(), y), palette.text, palette)
    y += height
    if content.category or content.reason:
        y += gap
        painter.setPen(QPen(palette.hair, 1))
        painter.drawLine(QPointF(inner.left(), y + 0.5), QPointF(inner.right(), y + 0.5))
        y += gap + 1
        for text, kind in _why(content):
            line = _line(text, kind)
            height = line.lay_out(inner.width())
            color = palette.text if kind == "small-medium" else palette.text2
            line.draw(painter, QPointF(inner.left(), y), color, palette)
            y += height
    if content.keys:
        _draw_keys(painter, QPointF(inner.left(), y + gap), content.keys, palette)


def _draw_head(painter: QPainter, inner: QRectF, content: HoverContent, palette: Palette) -> float:
    badge = QRectF(inner.topLeft(), SIZE * theme().zoom)
    draw_badge(painter, badge, (content.letters, content.slot), palette)
    flags = Qt.AlignmentFlag.AlignVCenter
    row = QRectF(inner.left(), inner.top(), inner.width(), badge.height())
    painter.setFont(theme().font("small-medium"))
    painter.setPen(palette.text)
    left = row.adjusted(badge.width() + theme().px(10), 0, 0, 0)
    painter.drawText(left, flags | Qt.AlignmentFlag.AlignLeft, _place(content))
    voice = voice_label(content.voice)
    painter.setPen(voice_color(palette, content.voice))
    painter.drawText(row, flags | Qt.AlignmentFlag.AlignRight, voice)
    width = painter.fontMetrics().horizontalAdvance(voice)
    side = theme().px(_SQUARE_PX)
    x = row.right() - width - theme().px(6) - side
    square = QRectF(x, row.center().y() - side / 2, side, side)
    draw_voice_bar(painter, square, content.voice, palette)
    return badge.height()


def _draw_keys(
    painter: QPainter, at: QPointF, keys: Sequence[tuple[str, str]], palette: Palette
) -> None:
    x, height = at.x(), theme().px(_KEY_HEIGHT_PX)
    small, caption = theme().font("small"), theme().font("caption")
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for key, action in keys:
        cap = QRectF(x, at.y(), QFontMetricsF(caption).horizontalAdvance(key) + 12, height)
        painter.setPen(QPen(palette.border, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(palette.text2)
        painter.setFont(caption)
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
        painter.setFont(small)
        width = QFontMetricsF(small).horizontalAdvance(action)
        painter.drawText(QRectF(cap.right() + 6, at.y(), width + 2, height), flags, action)
        x = cap.right() + 6 + width + 14


def _corner(mark: QRect, size: QSize, room: QRect) -> QPoint:
    """Return where the card's corner goes: under the mark, above it where there is no room."""
    away = theme().px(_DISTANCE_PX) - SHADOW_PX
    below, above = mark.bottom() + 1 + away, mark.top() - away - size.height()
    fits = below + size.height() - SHADOW_PX <= room.bottom() or above < room.top() - SHADOW_PX
    left = mark.left() - SHADOW_PX
    most = room.right() - size.width() + SHADOW_PX - theme().px(_DISTANCE_PX)
    return QPoint(max(room.left() - SHADOW_PX, min(left, most)), below if fits else above)


def _sentence(content: HoverContent) -> MarkedText:
    face, line = theme().font("evidence"), theme().line("evidence")
    # Five lines hold less: a sentence that never ends must not be laid out whole.
    shown = content.sentence_text[:_MOST_CHARACTERS].replace("\n", " ")
    return MarkedText(shown, face, line, content.marks)


def _why(content: HoverContent) -> list[tuple[str, str]]:
    lines = [(content.category[:1].upper() + content.category[1:], "small-medium")]
    lines.append((content.reason, "small"))
    return [(text, kind) for text, kind in lines if text]


def _line(text: str, kind: str) -> MarkedText:
    return MarkedText(text, theme().font(kind), theme().line(kind))


def _place(content: HoverContent) -> str:
    words = QCoreApplication.translate("HoverCard", "Sentence {number} of {count}")
    return words.format(number=content.sentence_number, count=content.sentence_count)


def _spoken(content: HoverContent) -> str:
    parts = (_place(content), voice_label(content.voice), content.sentence_text)
    return ". ".join(part for part in (*parts, content.category, content.reason) if part)
