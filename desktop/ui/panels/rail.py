"""The rail at the left edge: one entry a page, help and settings at its foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.controls.labels import plain_tooltip
from desktop.ui.controls.plates import Ground
from desktop.ui.icons import draw_icon
from desktop.ui.paint.focus import draw_focus
from desktop.ui.theme import theme

RAIL_PX, _SLIM_PX = 72, 52
_ITEM_PX, _SLIM_ITEM_PX, _ICON_PX, _BAR_PX = 54, 44, 22, 3


@dataclass(frozen=True, slots=True)
class RailEntry:
    """A page's entry; those with `at_foot` stand at the lower end."""

    page: str
    text: str
    icon_name: str
    at_foot: bool = False


class Rail(Ground):
    """Shows which page is open and emits the one that was asked for."""

    page_chosen = Signal(str)

    def __init__(self, entries: Sequence[RailEntry], parent: QWidget | None = None) -> None:
        super().__init__("window", parent)
        self.setAccessibleName(self.tr("Pages"))
        self._buttons: dict[str, RailButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 1, 8)
        column.setSpacing(4)
        for entry in entries:
            if not entry.at_foot:
                column.addWidget(self._add(entry))
        column.addStretch(1)
        for entry in entries:
            if entry.at_foot:
                column.addWidget(self._add(entry))
        theme().changed.connect(self._resize)
        self._is_slim = False
        self._resize()

    def mark(self, page: str) -> None:
        """Show an entry as the one that is open."""
        for name, button in self._buttons.items():
            button.setChecked(name == page)

    def button(self, page: str) -> QAbstractButton:
        """Return an entry's button."""
        return self._buttons[page]

    def set_available(self, pages: Sequence[str]) -> None:
        """Show the entries of these pages and hide the others."""
        for name, button in self._buttons.items():
            button.setVisible(name in pages)

    def set_slim(self, slim: bool) -> None:
        """Leave the words out, for narrow windows."""
        if slim != self._is_slim:
            self._is_slim = slim
            self._resize()

    def _add(self, entry: RailEntry) -> RailButton:
        button = RailButton(entry, self)
        button.clicked.connect(lambda: self.page_chosen.emit(entry.page))
        self._buttons[entry.page] = button
        return button

    def _resize(self) -> None:
        self.setFixedWidth(theme().px(_SLIM_PX if self._is_slim else RAIL_PX))
        for button in self._buttons.values():
            button.set_slim(self._is_slim)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        shown = [button for button in self._buttons.values() if button.isVisible()]
        held = [nth for nth, button in enumerate(shown) if button.hasFocus()]
        if step and held:
            shown[(held[0] + step) % len(shown)].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), theme().palette.border)


class RailButton(QAbstractButton):
    """An entry of the rail: icon over word, tinted and barred while its page is open."""

    def __init__(self, entry: RailEntry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry, self._is_slim = entry, False
        self.setText(entry.text)
        self.setAccessibleName(entry.text)
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        # Painted anew as the pointer comes and goes.
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_slim(self, slim: bool) -> None:
        """Leave the word out; the tooltip then says it."""
        self._is_slim = slim
        self.setToolTip(plain_tooltip(self._entry.text) if slim else "")
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    @override
    def sizeHint(self) -> QSize:
        width, height = (_SLIM_PX, _SLIM_ITEM_PX) if self._is_slim else (RAIL_PX, _ITEM_PX)
        return QSize(theme().px(width) - 1, theme().px(height))

    @override
    def nextCheckState(self) -> None:
        """Leave the state to the rail: it follows the page, not the click."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = theme().palette
        plate = QRectF(self.rect()).adjusted(8, 0, -7, 0)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(palette.accent_tint if self.isChecked() else palette.hover)
            painter.drawRoundedRect(plate, 8, 8)
        if self.isChecked():
            painter.setBrush(palette.accent)
            bar = QRectF(0, plate.center().y() - 11, _BAR_PX, 22)
            painter.drawRoundedRect(bar, 1.5, 1.5)
        self._draw_content(painter, plate)
        if self.hasFocus():
            draw_focus(painter, plate, palette, 7)

    def _draw_content(self, painter: QPainter, plate: QRectF) -> None:
        palette = theme().palette
        ink = palette.accent if self.isChecked() else palette.text2
        size = theme().px(_ICON_PX)
        top = (plate.height() - size) / 2 if self._is_slim else theme().px(8)
        box = QRectF(plate.center().x() - size / 2, plate.top() + top, size, size)
        draw_icon(painter, box, self._entry.icon_name, ink)
        if self._is_slim:
            return
        face = theme().font("caption")
        face.setBold(self.isChecked())
        painter.setFont(face)
        painter.setPen(ink if self.isChecked() else palette.text)
        words = QRectF(self.rect())
        words.setTop(box.bottom() + theme().px(2))
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(words.adjusted(0, theme().px(1), 0, 0), flags, self._entry.text)
