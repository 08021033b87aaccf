"""An article as a text document: its pieces as blocks in fixed line boxes, and where they stand.

All rectangles are in the document's coordinates; the widget scrolls over them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
)

from desktop.core.model.spans import Span
from desktop.ui.models.pieces import SLOTS, Piece, PieceMap, Role
from desktop.ui.paint.marks import span_rects
from desktop.ui.theme import theme

_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value
_COLUMN_PX = 680
_SIDES_PX, _SIDES_NUMBERED_PX = (48, 44), (92, 56)
_TOP_PX, _BOTTOM_PX, _INDENT_PX = 20, 64, 20


@dataclass(frozen=True, slots=True)
class _Look:
    """Type token, color token, space above the block and above what continues it."""

    kind: str
    color: str
    above_px: int
    indent_px: int = 0


_LOOKS = {
    Role.TOP: _Look("body", "text", 0),
    Role.TITLE: _Look("headline", "text", 14),
    Role.HEADLINE: _Look("headline", "text", 14),
    Role.STANDFIRST: _Look("evidence", "text2", 8),
    Role.DETAILS: _Look("body", "text", 16),
    Role.BODY: _Look("read", "text", 13),
    Role.BULLET: _Look("read", "text", 8, _INDENT_PX),
    Role.APART: _Look("evidence", "text3", 8, _INDENT_PX),
    Role.ROW: _Look("body", "text", 13),
}


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of text as laid out, and the article's span that it shows."""

    box: QRectF
    span: Span


class ReadingPage:
    """Fills a text document with pieces and finds spans, lines and slots in it."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._map = PieceMap(())
        self._has_rtl = False
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Return the pieces, one for each block of the document."""
        return self._map.pieces

    @property
    def map(self) -> PieceMap:
        """Return the way from spans to pieces and back."""
        return self._map

    def fill(self, pieces: Sequence[Piece], heights: Mapping[Role, int]) -> None:
        """Put pieces in place of what the document held; `heights` are those of the slots."""
        self._map = PieceMap(pieces)
        self._document.clear()
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        for nth, piece in enumerate(pieces):
            shape, letters = _shape(piece, pieces[nth - 1] if nth else None, heights), _ink(piece)
            if nth:
                cursor.insertBlock(shape, letters)
            else:
                cursor.setBlockFormat(shape)
                cursor.setBlockCharFormat(letters)
            if piece.text:
                cursor.insertText(piece.text, letters)
        cursor.endEditBlock()
        self._has_rtl = any(self.is_rtl(nth) for nth in range(len(pieces)))

    def sides(self, width_px: int, *, numbers: bool) -> tuple[int, int]:
        """Return left and right margin of a pane: what stands in them, and more in a wide one."""
        left, right = _SIDES_NUMBERED_PX if numbers else _SIDES_PX
        if numbers and self._has_rtl:
            right = left
        left, right = theme().px(left), theme().px(right)
        spare = max(0, width_px - left - right - theme().px(_COLUMN_PX))
        return left + spare // 2, right + spare - spare // 2

    def set_margins(self, left_px: int, right_px: int) -> None:
        """Keep the text clear of the sides of the page."""
        frame = self._document.rootFrame()
        shape = QTextFrameFormat(frame.frameFormat())
        if (shape.leftMargin(), shape.rightMargin()) == (left_px, right_px):
            return
        shape.setLeftMargin(left_px)
        shape.setRightMargin(right_px)
        shape.setTopMargin(theme().px(_TOP_PX))
        shape.setBottomMargin(theme().px(_BOTTOM_PX))
        frame.setFrameFormat(shape)

    def set_slot_height(self, role: Role, height_px: int) -> None:
        """Give the slots of a role another height."""
        for nth, piece in enumerate(self.pieces):
            if piece.role is not role:
                continue
            cursor = QTextCursor(self.block(nth))
            shape = QTextBlockFormat(cursor.blockFormat())
            if shape.lineHeight() != height_px:
                shape.setLineHeight(height_px, _FIXED)
                cursor.setBlockFormat(shape)

    def slot_height(self, piece: int) -> int:
        """Return the height that a slot gives its control."""
        return round(self.block(piece).blockFormat().lineHeight())

    def block(self, piece: int) -> QTextBlock:
        """Return the document's block of a piece."""
        return self._document.findBlockByNumber(piece)

    def box(self, piece: int) -> QRectF:
        """Return where a piece stands."""
        return self._document.documentLayout().blockBoundingRect(self.block(piece))

    def is_rtl(self, piece: int) -> bool:
        """Say whether a piece reads from right to left."""
        return self.block(piece).textDirection() == Qt.LayoutDirection.RightToLeft

    def between(self, top: float, bottom: float) -> Iterator[int]:
        """Yield the pieces that stand between two heights."""
        layout = self._document.documentLayout()
        # Asking for what stands at the bottom makes Qt lay out all above it.
        layout.hitTest(QPointF(0, bottom), Qt.HitTestAccuracy.FuzzyHit)
        position = layout.hitTest(QPointF(0, max(0.0, top)), Qt.HitTestAccuracy.FuzzyHit)
        block = self._document.findBlock(max(0, position))
        known = len(self.pieces)
        while block.isValid() and block.blockNumber() < known:
            if layout.blockBoundingRect(block).top() > bottom:
                return
            yield block.blockNumber()
            block = block.next()

    def rects(self, span: Span) -> list[QRectF]:
        """Return where a span of the article stands, one rectangle a line."""
        found: list[QRectF] = []
        for stretch in self._map.find(span):
            layout = self.block(stretch.piece).layout()
            found += span_rects(layout, stretch.start, stretch.length)
        return found

    def lines(self, piece: int) -> Iterator[PageLine]:
        """Yield the lines of a piece in their fixed boxes."""
        area = self.pieces[piece].span
        if area is None:
            return
        layout, block = self.block(piece).layout(), self.block(piece)
        height = block.blockFormat().lineHeight()
        for nth in range(layout.lineCount()):
            line = layout.lineAt(nth)
            start = self._map.position(piece, line.textStart())
            end = self._map.position(piece, line.textStart() + line.textLength())
            if start is None or end is None or start >= end:
                continue
            natural = line.naturalTextRect().translated(layout.position())
            middle = layout.position().y() + line.y() + line.height() / 2
            box = QRectF(natural.left(), middle - height / 2, natural.width(), height)
            yield PageLine(box, Span(start, end))

    def select(self, span: Span) -> QTextCursor | None:
        """Return a cursor that selects a span, or None where it is folded away."""
        found = self._map.find(span)
        if not found:
            return None
        cursor = QTextCursor(self._document)
        first, last = found[0], found[-1]
        cursor.setPosition(self.block(first.piece).position() + first.start)
        end = self.block(last.piece).position() + last.start + last.length
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def chosen_span(self, cursor: QTextCursor) -> Span | None:
        """Return the span of the words between a cursor's ends, None without any."""
        start = self._code_point(cursor.selectionStart())
        end = self._code_point(cursor.selectionEnd())
        return None if start is None or end is None or start >= end else Span(start, end)

    def position(self, cursor: QTextCursor) -> int | None:
        """Return the article's code point that a cursor stands at, None in a slot."""
        return self._code_point(cursor.position())

    def _code_point(self, position: int) -> int | None:
        block = self._document.findBlock(position)
        return self._map.position(block.blockNumber(), position - block.position())

    def chosen_text(self, cursor: QTextCursor) -> str:
        """Return the words between a cursor's ends as the article has them, without slots."""
        first = self._document.findBlock(cursor.selectionStart()).blockNumber()
        last = self._document.findBlock(cursor.selectionEnd()).blockNumber()
        parts: list[str] = []
        for nth in range(first, last + 1):
            piece, at = self.pieces[nth], self.block(nth).position()
            units = piece.text.encode("utf-16-le", "surrogatepass")
            start = max(0, cursor.selectionStart() - at)
            end = min(len(units) // 2, cursor.selectionEnd() - at)
            words = units[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")
            if piece.role not in SLOTS:
                joins = bool(parts) and not piece.opens
                parts.append(words if joins or not parts else f"\n\n{words}")
        return "".join(parts).replace("\u2028", "\n")


def _shape(piece: Piece, before: Piece | None, heights: Mapping[Role, int]) -> QTextBlockFormat:
    look, shape = _LOOKS[piece.role], QTextBlockFormat()
    px = theme().px
    above = look.above_px if piece.opens else 0
    if before is not None and before.role is Role.ROW and piece.role is not Role.ROW:
        above = 6
    elif before is not None and before.role is Role.ROW:
        above = 3
    shape.setTopMargin(px(above))
    line = heights.get(piece.role, 0) if piece.role in SLOTS else round(theme().line(look.kind))
    shape.setLineHeight(line, _FIXED)
    if look.indent_px:
        shape.setLeftMargin(px(look.indent_px))
    return shape


def _ink(piece: Piece) -> QTextCharFormat:
    look, ink = _LOOKS[piece.role], QTextCharFormat()
    ink.setFont(theme().font(look.kind))
    ink.setForeground(getattr(theme().palette, look.color))
    return ink
