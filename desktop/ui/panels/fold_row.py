"""The slim row of a block that is set apart from the text: it opens, and it can be kept."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from desktop.core.model.articles import Block
from desktop.core.model.spans import Span
from desktop.ui.controls.buttons import Button, ButtonKind
from desktop.ui.icons import draw_icon
from desktop.ui.labels import block_label
from desktop.ui.paint.focus import draw_focus
from desktop.ui.theme import theme

HEIGHT_PX = 28
_PREVIEW_CHARACTERS = 160


class FoldRow(QWidget):
    """Names a block's kind; `folded` says that a click opens it, a kept block has no arrow."""

    fold_wanted = Signal(Span, bool)
    kept = Signal(Span)
    set_apart = Signal(Span)

    def __init__(
        self, block: Block, preview: str, *, unfolded: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.block, self._unfolded = block, unfolded
        state = self.tr("kept") if block.scored else self.tr("set apart")
        words = self.tr("{kind}, {state}").format(kind=block_label(block.kind), state=state)
        self.opener = _Opener(words, " ".join(preview[:_PREVIEW_CHARACTERS].split()))
        self.opener.set_state(opens=not block.scored, unfolded=unfolded)
        self.opener.clicked.connect(self._fold)
        label = self.tr("Set apart") if block.scored else self.tr("Keep it")
        self.action = Button(label, kind=ButtonKind.LINK, height_px=HEIGHT_PX - 6)
        self.action.setAccessibleName(f"{label}: {words}")
        self.action.clicked.connect(self._act)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, theme().px(10), 2)
        row.setSpacing(theme().px(10))
        row.addWidget(self.opener, 1)
        row.addWidget(self.action)

    def _fold(self) -> None:
        if not self.block.scored:
            self.fold_wanted.emit(self.block.span, not self._unfolded)

    def _act(self) -> None:
        (self.set_apart if self.block.scored else self.kept).emit(self.block.span)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = theme().palette
        # A broken frame: this is text that stands apart from the page.
        pen = QPen(palette.border_strong if palette.is_high_contrast else palette.border, 1)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.setBrush(palette.surface if self.block.scored else palette.sunken)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


class _Opener(QAbstractButton):
    def __init__(self, words: str, preview: str) -> None:
        super().__init__()
        self._preview, self._opens, self._unfolded = preview, True, False
        # Painted anew as the pointer comes and goes.
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setText(words)
        self.setAccessibleName(f"{words}. {preview}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_state(self, *, opens: bool, unfolded: bool) -> None:
        self._opens, self._unfolded = opens, unfolded
        hand, plain = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
        self.setCursor(hand if opens else plain)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if opens else Qt.FocusPolicy.NoFocus)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(160), theme().px(HEIGHT_PX) - 4)

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        if e.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(e)

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        painter, palette, px = QPainter(self), theme().palette, theme().px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, middle = float(px(8)), self.height() / 2
        if self._opens:
            arrow = "chevron-down" if self._unfolded else "chevron-right"
            side = px(14)
            draw_icon(painter, QRectF(x, middle - side / 2, side, side), arrow, palette.text3)
            x += side + px(6)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        face = theme().font("small-medium")
        painter.setFont(face)
        painter.setPen(palette.text if self._opens and self.underMouse() else palette.text2)
        width = QFontMetricsF(face).horizontalAdvance(self.text())
        painter.drawText(QRectF(x, 0, width + 2, self.height()), flags, self.text())
        x += width + px(10)
        if self._opens and not self._unfolded:
            small = theme().font("small")
            room = self.width() - x
            shown = QFontMetricsF(small).elidedText(
                self._preview, Qt.TextElideMode.ElideRight, max(0.0, room)
            )
            painter.setFont(small)
            painter.setPen(palette.text3)
            painter.drawText(QRectF(x, 0, room, self.height()), flags, shown)
        if self.hasFocus():
            draw_focus(painter, QRectF(self.rect()), palette, 5)
