"""A small sign beside words; what it means is in its tooltip and its accessible name."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.ui.controls.labels import plain_tooltip
from desktop.ui.controls.scaling import keep_sized
from desktop.ui.icons import draw_icon
from desktop.ui.theme import theme

_SIDE_PX = 16


class Sign(QWidget):
    """An icon that says something."""

    def __init__(self, icon_name: str, meaning: str, color: str = "text2") -> None:
        super().__init__()
        self._icon_name, self._color = icon_name, color
        self.setAccessibleName(meaning)
        self.setToolTip(plain_tooltip(meaning))
        keep_sized(self, _SIDE_PX, _SIDE_PX)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        color = getattr(theme().palette, self._color)
        draw_icon(QPainter(self), QRectF(self.rect()), self._icon_name, color)
