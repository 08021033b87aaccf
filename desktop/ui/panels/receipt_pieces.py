"""The page that a file was, paragraph by paragraph: what is text, and what was set apart."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.controls.buttons import Button, ButtonKind
from desktop.ui.controls.labels import Label
from desktop.ui.controls.plates import Ground
from desktop.ui.controls.scaling import keep_sized, keep_spaced
from desktop.ui.models.receipts import Piece
from desktop.ui.paint.focus import draw_focus
from desktop.ui.theme import theme

_WHY_PX, _BAR_PX, _MOST_SHOWN, _MOST_PIECES = 132, 3, 1200, 400


class ReceiptPieces(QScrollArea):
    """Shows the pieces of a page; `moved` has the index of one to be kept or set apart.

    `more_hidden` pieces of a very long page are counted and not shown.
    """

    moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Paragraphs of the page"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rows: list[PieceRow] = []
        self._can_write = True

    @property
    def rows(self) -> tuple[PieceRow, ...]:
        """Return the rows that are shown."""
        return tuple(self._rows)

    def allow(self, can_write: bool) -> None:
        """Let the user move pieces, or only look."""
        self._can_write = can_write

    def show_pieces(self, pieces: Sequence[Piece], *, kept_only: bool = False) -> None:
        """Show the pieces of a page, all or those that are kept; it stays scrolled where it was."""
        place = self.verticalScrollBar().value()
        focused = next((row.nth for row in self._rows if row.has_keys), None)
        body = Ground("surface")
        column = QVBoxLayout(body)
        keep_spaced(column, (20, 12, 20, 20), 8)
        shown = [(nth, each) for nth, each in enumerate(pieces) if each.kept or not kept_only]
        self._rows = []
        for nth, piece in shown[:_MOST_PIECES]:
            row = PieceRow(nth, piece, can_write=self._can_write)
            row.moved.connect(partial(self.moved.emit, nth))
            self._rows.append(row)
            column.addWidget(row)
        hidden = len(shown) - len(self._rows)
        if hidden:
            words = self.tr("and {count} more paragraphs").format(count=hidden)
            column.addWidget(Label(words, "small", "text2"))
        column.addStretch(1)
        self.setWidget(body)
        self.verticalScrollBar().setValue(place)
        again = next((row for row in self._rows if row.nth == focused), None)
        if again is not None:
            again.setFocus()


class PieceRow(QWidget):
    """One paragraph: a petrol bar where it is text, a dashed frame where it is set apart.

    K moves it, and so does its button.
    """

    moved = Signal()

    def __init__(self, nth: int, piece: Piece, *, can_write: bool) -> None:
        super().__init__()
        self.nth, self.piece = nth, piece
        self._can_write = can_write
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        kind = "card" if piece.is_heading else "evidence"
        self._text = Label(_cut(piece.text), kind, "text" if piece.kept else "text2")
        self._text.setWordWrap(True)
        why = piece.why if not piece.by_user else self.tr("{why}, by you").format(why=piece.why)
        self._why = Label(why, "small-medium", "text2")
        self._why.setWordWrap(True)
        words = self.tr("Set apart") if piece.kept else self.tr("Keep it")
        self.button = Button(words, kind=ButtonKind.LINK, height_px=22)
        self.button.setAccessibleName(f"{words}: {piece.text[:60]}")
        self.button.clicked.connect(self.moved)
        held = self.button.sizePolicy()
        held.setRetainSizeWhenHidden(True)
        self.button.setSizePolicy(held)
        self.setAccessibleName(f"{why}. {piece.text[:200]}")
        side = QVBoxLayout()
        keep_spaced(side, (0, 0, 0, 0), 0)
        side.addWidget(self._why)
        side.addWidget(self.button)
        side.addStretch(1)
        margin = QWidget()
        margin.setLayout(side)
        keep_sized(margin, width=_WHY_PX)
        row = QHBoxLayout(self)
        keep_spaced(row, (14, 6, 8, 6), 14)
        row.addWidget(self._text, 1)
        row.addWidget(margin)
        self._offer()

    def _offer(self, is_looked_at: bool = False) -> None:
        """Show the button where a piece is out, and else while the row is looked at."""
        self.button.setVisible(self._can_write and (is_looked_at or not self.piece.kept))

    @property
    def has_keys(self) -> bool:
        """Say whether the row or its button has the focus."""
        return self.hasFocus() or self.button.hasFocus()

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._offer(is_looked_at=True)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._offer(is_looked_at=self.has_keys)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._offer(is_looked_at=True)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # The keys may be on their way to the button: it must still be there then.
        QTimer.singleShot(0, self, self._settle)
        self.update()

    def _settle(self) -> None:
        self._offer(is_looked_at=self.has_keys or self.underMouse())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_K and not event.modifiers() and self._can_write:
            self.moved.emit()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), theme().palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.piece.kept:
            painter.fillRect(QRectF(0, 0, _BAR_PX, self.height()), palette.accent)
        else:
            painter.setPen(QPen(palette.border_strong, 1, Qt.PenStyle.DashLine))
            painter.setBrush(palette.sunken)
            painter.drawRoundedRect(box, 4, 4)
        if self.hasFocus():
            draw_focus(painter, box, palette, 4)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # A wrapped label asks for its height only once its width is known.
        self._text.setMinimumHeight(max(0, self._text.heightForWidth(self._text.width())))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(200), super().minimumSizeHint().height())


def _cut(text: str) -> str:
    return text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN].rstrip()}…"
