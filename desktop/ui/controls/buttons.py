"""Buttons and switches painted flat."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QWidget,
)
from typing_extensions import override

from desktop.ui.icons import draw_icon
from desktop.ui.paint.focus import draw_focus
from desktop.ui.palettes import Palette
from desktop.ui.theme import theme

_ICON_PX, _GAP_PX = 18, 6


class ButtonKind(Enum):
    """How much a button asks for: primary once a screen, plain, or a link in text."""

    PRIMARY = "primary"
    PLAIN = "plain"
    LINK = "link"
    BARE = "bare"
    ON_TIP = "on tip"


class Button(QPushButton):
    """A flat button with an optional icon; without text it needs an accessible name."""

    def __init__(
        self,
        text: str,
        icon_name: str = "",
        kind: ButtonKind = ButtonKind.PLAIN,
        *,
        height_px: int = 34,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._icon_name, self._kind, self._height = icon_name, kind, height_px
        # Painted anew as the pointer comes and goes.
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def set_icon(self, name: str) -> None:
        """Show another icon."""
        self._icon_name = name
        self.update()

    @override
    def sizeHint(self) -> QSize:
        face = theme().font("body-strong")
        text = QFontMetrics(face).horizontalAdvance(self._label()) if self.text() else 0
        inner = text + (theme().px(_ICON_PX) if self._icon_name else 0)
        inner += theme().px(_GAP_PX) if self._icon_name and self.text() else 0
        side = 0 if self._kind is ButtonKind.LINK else 14 if self.text() else 8
        return QSize(inner + 2 * theme().px(side), theme().px(self._height))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = theme().palette
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        ground, border, ink = self._colors(palette)
        painter.setPen(QPen(border, 1) if border else Qt.PenStyle.NoPen)
        painter.setBrush(ground or Qt.BrushStyle.NoBrush)
        if ground or border:
            painter.drawRoundedRect(box, 6, 6)
        self._draw_content(painter, ink)
        if self.hasFocus():
            draw_focus(painter, box, palette, 5)

    def _draw_content(self, painter: QPainter, ink: QColor) -> None:
        painter.setFont(theme().font("body-strong"))
        width = painter.fontMetrics().horizontalAdvance(self._label()) if self.text() else 0
        side = theme().px(_ICON_PX) if self._icon_name else 0
        gap = theme().px(_GAP_PX) if self._icon_name and self.text() else 0
        total = width + gap + side
        left = (self.width() - total) / 2
        if self._icon_name:
            top = (self.height() - side) / 2
            draw_icon(painter, QRectF(left, top, side, side), self._icon_name, ink)
            left += side + gap
        painter.setPen(ink)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        room = QRectF(left, 0, self.width() - left, self.height())
        painter.drawText(room, int(flags | Qt.TextFlag.TextShowMnemonic), self.text())

    def _label(self) -> str:
        return self.text().replace("&&", "\0").replace("&", "").replace("\0", "&")

    def _colors(self, palette: Palette) -> tuple[QColor | None, QColor | None, QColor]:
        """Return ground, border and ink for the state the button is in."""
        if not self.isEnabled():
            bare = self._kind in (ButtonKind.LINK, ButtonKind.BARE)
            return None if bare else palette.sunken, None, palette.text_dis
        lit = self.underMouse() or self.isDown()
        if self._kind is ButtonKind.PRIMARY:
            return palette.accent_hover if lit else palette.accent, None, palette.on_accent
        if self._kind is ButtonKind.LINK:
            return None, None, palette.accent_hover if lit else palette.accent
        if self._kind is ButtonKind.ON_TIP:
            return None, palette.on_tip2 if self.text() else None, palette.on_tip
        if self.isChecked():
            return palette.accent_tint, palette.accent, palette.accent
        if self._kind is ButtonKind.BARE:
            return palette.hover if lit else None, None, palette.text2
        return palette.hover if lit else palette.surface, palette.border, palette.text


class Segmented(QFrame):
    """A row of choices of which one holds; `chosen` tells its index."""

    chosen = Signal(int)

    def __init__(self, labels: Sequence[str], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        for nth, label in enumerate(labels):
            button = _Segment(label)
            self._group.addButton(button, nth)
            row.addWidget(button)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(self.chosen)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def choose(self, index: int) -> None:
        """Make a choice without emitting `chosen`."""
        self._group.button(index).setChecked(True)

    @property
    def current(self) -> int:
        """Return the index of the choice that holds."""
        return self._group.checkedId()

    def button(self, index: int) -> QAbstractButton:
        """Return one of the choices, to disable it or to give it a tooltip."""
        return self._group.button(index)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().palette.border, 1))
        painter.setBrush(theme().palette.surface)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


class _Segment(Button):
    def __init__(self, label: str) -> None:
        super().__init__(label, kind=ButtonKind.BARE, height_px=28)
        self.setCheckable(True)
