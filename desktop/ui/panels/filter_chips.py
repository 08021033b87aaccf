"""Chips of which one holds: what a page shows of all that it has."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget
from typing_extensions import override

from desktop.ui.paint.axes import words_width
from desktop.ui.paint.focus import draw_focus
from desktop.ui.panels.flow import FlowLayout
from desktop.ui.theme import theme

_HEIGHT_PX, _SIDE_PX, _GAP_PX, _ROW_GAP_PX = 28, 12, 6, 4


class FilterChips(QWidget):
    """A row of chips, or two where room is short; arrows move, `chosen` tells the index."""

    chosen = Signal(int)

    def __init__(self, labels: Sequence[str], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        row = FlowLayout(self, (_GAP_PX, _GAP_PX), _ROW_GAP_PX)
        row.setContentsMargins(0, 0, 0, 0)
        for nth, label in enumerate(labels):
            chip = _Chip(label, self)
            self._group.addButton(chip, nth)
            row.addWidget(chip)
        self._group.button(0).setChecked(True)
        # Arrows choose as they move: a toggle comes from either.
        self._group.idToggled.connect(self._tell)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def current(self) -> int:
        """Return the index of the chip that holds."""
        return self._group.checkedId()

    def button(self, index: int) -> QAbstractButton:
        """Return one of the chips."""
        return self._group.button(index)

    def choose(self, index: int) -> None:
        """Choose a chip, as if it were clicked."""
        self._group.button(index).setChecked(True)

    def _tell(self, index: int, is_on: bool) -> None:
        if is_on:
            self.chosen.emit(index)


class _Chip(QAbstractButton):
    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        width = words_width(self.text(), "small-strong") + 2 * _SIDE_PX
        return QSize(theme().px(width), theme().px(_HEIGHT_PX))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, box = theme().palette, QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        is_on = self.isChecked() and self.isEnabled()
        ground = palette.hover if self.underMouse() else palette.surface
        ink = palette.text if self.isEnabled() else palette.text_dis
        painter.setPen(QPen(palette.accent if is_on else palette.border, 1.5 if is_on else 1))
        painter.setBrush(palette.accent_tint if is_on else ground)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setFont(theme().font("small-strong" if is_on else "small-medium"))
        painter.setPen(palette.accent if is_on else ink)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            draw_focus(painter, box.adjusted(2, 2, -2, -2), palette, box.height() / 2 - 2)
