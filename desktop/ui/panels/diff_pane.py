"""One side of the diff: a text edit with one block a sentence and frames painted under it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextEdit, QWidget
from typing_extensions import override

from desktop.ui.models.diff import DiffRow
from desktop.ui.offsets import Offsets
from desktop.ui.paint.diff import draw_frame
from desktop.ui.paint.marks import draw_over, draw_under, span_rects
from desktop.ui.theme import theme

_INSET, _GAP, _WITHIN, _AROUND = 12, 16, 6, 5


class DiffPane(QTextEdit):
    """Shows the sentences of one text; aligned ones stand in frames, the rest is dimmed."""

    pair_chosen = Signal(int)
    sentence_opened = Signal(int)
    scrolled = Signal()
    laid_out = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAcceptDrops(False)
        self.setAccessibleName(name)
        self.setFrameStyle(0)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._rows: tuple[DiffRow, ...] = ()
        self._quotations: frozenset[int] = frozenset()
        self._current: int | None = None
        self._marked = True
        self.verticalScrollBar().valueChanged.connect(self.scrolled)
        self.document().documentLayout().documentSizeChanged.connect(self.laid_out)

    def show_rows(self, rows: Sequence[DiffRow], quotations: frozenset[int]) -> None:
        """Show sentences; `quotations` are the pairs that are versions of a quotation."""
        self._rows, self._quotations, self._current = tuple(rows), quotations, None
        self.refill()

    def set_current(self, pair: int | None) -> None:
        """Frame a pair as the current one, or none."""
        self._current = pair
        self.viewport().update()

    def set_marks_visible(self, visible: bool) -> None:
        """Show or hide the marks on differing words."""
        self._marked = visible
        self.viewport().update()

    @property
    def rows(self) -> tuple[DiffRow, ...]:
        """Return the sentences shown."""
        return self._rows

    def refill(self) -> None:
        """Lay the sentences out anew, as after a change of theme or zoom."""
        self.clear()
        self.document().setDocumentMargin(8)
        self.document().setDefaultFont(theme().font("evidence"))
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for nth, row in enumerate(self._rows):
            shape, letters = self._shape(nth), QTextCharFormat()
            ink = theme().palette.text if row.pair is not None else theme().palette.text3
            letters.setForeground(ink)
            # Said with the letters: a new style of the application changes the document's font.
            letters.setFont(theme().font("evidence"))
            if nth:
                cursor.insertBlock(shape, letters)
            else:
                cursor.setBlockFormat(shape)
                cursor.setBlockCharFormat(letters)
            cursor.insertText(row.text, letters)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _shape(self, nth: int) -> QTextBlockFormat:
        row = self._rows[nth]
        before = self._rows[nth - 1].pair if nth else None
        after = self._rows[nth + 1].pair if nth + 1 < len(self._rows) else None
        shape = QTextBlockFormat()
        px = theme().px
        shape.setLeftMargin(px(_INSET))
        shape.setRightMargin(px(_INSET))
        joined = row.pair is not None
        shape.setTopMargin(px(_WITHIN if joined and before == row.pair else _GAP))
        shape.setBottomMargin(0 if joined and after == row.pair else px(_GAP))
        height = QTextBlockFormat.LineHeightTypes.FixedHeight.value
        shape.setLineHeight(theme().line("evidence"), height)
        return shape

    def extent(self, nth: int) -> tuple[float, float]:
        """Return top and bottom of a row in document coordinates."""
        box = self._block_rect(self.document().findBlockByNumber(nth))
        return box.top(), box.bottom()

    def pair_extent(self, pair: int) -> tuple[float, float] | None:
        """Return top and bottom of a pair's frame in document coordinates."""
        rows = [nth for nth, row in enumerate(self._rows) if row.pair == pair]
        if not rows:
            return None
        return self.extent(rows[0])[0] - _AROUND, self.extent(rows[-1])[1] + _AROUND

    def _block_rect(self, block: QTextBlock) -> QRectF:
        return self.document().documentLayout().blockBoundingRect(block)

    def row_of(self, number: int) -> int | None:
        """Return the row that shows a sentence, or None."""
        return next((nth for nth, row in enumerate(self._rows) if row.number == number), None)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme().palette.window)
        painter.translate(0, -self.verticalScrollBar().value())
        self._paint_frames(painter)
        self._paint_marks(painter, over=False)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.translate(0, -self.verticalScrollBar().value())
        self._paint_marks(painter, over=True)
        painter.end()

    def _paint_frames(self, painter: QPainter) -> None:
        width = self.viewport().width()
        for pair in sorted({row.pair for row in self._rows if row.pair is not None}):
            extent = self.pair_extent(pair)
            if extent is None or not self._in_view(*extent):
                continue
            box = QRectF(QPointF(2, extent[0]), QSizeF(width - 4, extent[1] - extent[0]))
            look = (pair in self._quotations, pair == self._current)
            draw_frame(painter, box, look, theme().palette)

    def _in_view(self, top: float, bottom: float) -> bool:
        start = self.verticalScrollBar().value()
        return bottom >= start and top <= start + self.viewport().height()

    def _paint_marks(self, painter: QPainter, *, over: bool) -> None:
        if not self._marked:
            return
        draw = draw_over if over else draw_under
        for nth, row in enumerate(self._rows):
            if not row.marks or not self._in_view(*self.extent(nth)):
                continue
            layout = self.document().findBlockByNumber(nth).layout()
            offsets = Offsets(row.text)
            for mark in row.marks:
                rects = span_rects(layout, *offsets.span_to_qt(mark.span))
                draw(painter, rects, mark.form, theme().palette)

    @override
    def mousePressEvent(self, e: QMouseEvent) -> None:
        super().mousePressEvent(e)
        self._choose_at_cursor()

    @override
    def mouseDoubleClickEvent(self, e: QMouseEvent) -> None:
        nth = self.textCursor().blockNumber()
        if nth < len(self._rows):
            self.sentence_opened.emit(self._rows[nth].number)

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        if e.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            nth = self.textCursor().blockNumber()
            if nth < len(self._rows):
                self.sentence_opened.emit(self._rows[nth].number)
            return
        before = self.textCursor().position()
        super().keyPressEvent(e)
        # Alt alone, on the way to Alt and an arrow, chooses nothing.
        if self.textCursor().position() != before:
            self._choose_at_cursor()

    def _choose_at_cursor(self) -> None:
        nth = self.textCursor().blockNumber()
        if nth < len(self._rows) and (pair := self._rows[nth].pair) is not None:
            self.pair_chosen.emit(pair)

    @override
    def wheelEvent(self, e: QWheelEvent) -> None:
        # Ctrl and the wheel would zoom this pane alone.
        if e.modifiers() & Qt.KeyboardModifier.ControlModifier:
            e.ignore()
            return
        super().wheelEvent(e)
