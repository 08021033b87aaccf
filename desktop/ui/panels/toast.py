"""The toast: what was just done, with Undo, for ten seconds at the foot of the page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.controls.buttons import Button, ButtonKind
from desktop.ui.controls.labels import ElidedLabel
from desktop.ui.icons import draw_icon
from desktop.ui.paint.shadows import SHADOW_PX, draw_plate
from desktop.ui.theme import theme

WIDTH_PX = 560
_STAYS_MS, _PLATE_PX = 10_000, 62


class Toast(QWidget):
    """Shows one message at a time; it waits while the pointer or the focus is on it."""

    undo_requested = Signal()
    show_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ElidedLabel("", "body-strong", "on_tip")
        self.text = ElidedLabel("", "small", "on_tip2")
        self.undo = Button(self.tr("Undo"), kind=ButtonKind.ON_TIP)
        self.show_it = _TipLink(self.tr("Show"))
        self.close_it = _TipLink("", "x")
        self.close_it.setAccessibleName(self.tr("Close"))
        self.undo.clicked.connect(self._undo)
        self.show_it.clicked.connect(self._show)
        self.close_it.clicked.connect(self.hide)
        self.undoes: int | None = None
        self._icon_name = "circle-check"
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_STAYS_MS)
        self._timer.timeout.connect(self._fade)
        self._lay_out()
        theme().changed.connect(self._resize)
        self._resize()
        self.hide()

    def show_message(
        self,
        title: str,
        text: str = "",
        *,
        undoes: int | None = None,
        can_show: bool = False,
        is_good: bool = False,
    ) -> None:
        """Show a message in place of the one before; one that offers nothing is a warning.

        Args:
            title: What happened.
            text: More about it.
            undoes: The decision behind it; there is an offer to take it back.
            can_show: Offer to show what it is about.
            is_good: It went well, though there is nothing to offer.
        """
        self.title.set_whole(title)
        self.text.set_whole(text)
        self.text.setVisible(bool(text))
        self.undoes = undoes
        self.undo.setVisible(undoes is not None)
        self.show_it.setVisible(can_show)
        went_well = undoes is not None or is_good
        self._icon_name = "circle-check" if went_well else "alert-triangle"
        self.setAccessibleName(f"{title}. {text}" if text else title)
        self.show()
        self.raise_()
        self._timer.start()
        # Said once by a screen reader, without taking the focus.
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def keep_undo(self, last: int | None) -> None:
        """Offer Undo no longer where it would take back another decision than its own."""
        if self.undoes != last:
            self.undoes = None
            self.undo.hide()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.text)
        words.addStretch(1)
        row = QHBoxLayout(self)
        self._row = row
        row.addLayout(words, 1)
        for button in (self.undo, self.show_it, self.close_it):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)

    def _resize(self) -> None:
        shadow = 2 * SHADOW_PX + 4
        self.setFixedSize(theme().px(WIDTH_PX) + shadow, theme().px(_PLATE_PX) + shadow)
        # The shadow does not grow with the plate that casts it.
        left, right = SHADOW_PX + theme().px(50), SHADOW_PX + theme().px(12)
        self._row.setContentsMargins(left, SHADOW_PX, right, SHADOW_PX + 4)
        self._row.setSpacing(theme().px(8))

    def _undo(self) -> None:
        self.hide()
        self.undo_requested.emit()

    def _show(self) -> None:
        self.hide()
        self.show_requested.emit()

    def _fade(self) -> None:
        if self.underMouse() or self.isAncestorOf(self.window().focusWidget() or self.window()):
            self._timer.start()
        else:
            self.hide()

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        if self.isVisible():
            self._timer.start()
        super().leaveEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = theme().palette
        inset = SHADOW_PX
        plate = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset - 4)
        draw_plate(painter, plate, palette.tip, palette)
        px = theme().px
        side = px(20)
        box = QRectF(plate.left() + px(18), plate.center().y() - side / 2, side, side)
        draw_icon(painter, box, self._icon_name, palette.on_tip)


class _TipLink(Button):
    """A button on the toast that is text or icon only."""

    def __init__(self, text: str, icon_name: str = "") -> None:
        super().__init__(text, icon_name, ButtonKind.LINK)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = theme().palette
        self._draw_content(painter, palette.on_tip if not self.underMouse() else palette.on_tip2)
        if self.hasFocus():
            painter.setPen(palette.on_tip)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
