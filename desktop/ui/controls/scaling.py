"""Lengths that follow the zoom: margins of layouts and sizes of widgets."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLayout, QWidget

from desktop.ui.theme import theme

Margins = tuple[float, float, float, float]


def keep_spaced(layout: QLayout, margins: Margins, spacing: float | None = None) -> None:
    """Give a layout margins (left, top, right, bottom) and a spacing that follow the zoom."""
    _Spacing(layout, margins, spacing)


def keep_sized(widget: QWidget, width: float | None = None, height: float | None = None) -> None:
    """Give a widget a fixed width, height or both that follow the zoom."""
    _Size(widget, width, height)


class _Spacing(QObject):
    def __init__(self, layout: QLayout, margins: Margins, spacing: float | None) -> None:
        super().__init__(layout)
        self._layout, self._margins, self._spacing = layout, margins, spacing
        theme().changed.connect(self._apply)
        self._apply()

    def _apply(self) -> None:
        left, top, right, bottom = (theme().px(side) for side in self._margins)
        self._layout.setContentsMargins(left, top, right, bottom)
        if self._spacing is not None:
            self._layout.setSpacing(theme().px(self._spacing))


class _Size(QObject):
    def __init__(self, widget: QWidget, width: float | None, height: float | None) -> None:
        super().__init__(widget)
        self._widget, self._width, self._height = widget, width, height
        theme().changed.connect(self._apply)
        self._apply()

    def _apply(self) -> None:
        if self._width is not None:
            self._widget.setFixedWidth(theme().px(self._width))
        if self._height is not None:
            self._widget.setFixedHeight(theme().px(self._height))
