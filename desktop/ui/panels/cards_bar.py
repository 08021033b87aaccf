"""The bar over cards of an event: the tabs of the event and the filters by card."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.controls.plates import Ground
from desktop.ui.controls.scaling import keep_sized, keep_spaced
from desktop.ui.panels.event_tabs import EventTabs
from desktop.ui.panels.filter_chips import FilterChips
from desktop.ui.theme import theme

_PAD_PX = 12


class CardsBar(Ground):
    """Holds tabs and filters in one row; the filters go on below where room is short."""

    def __init__(
        self, page: str, name: str, filters: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__("window", parent)
        self.tabs = EventTabs(page)
        self.filters = FilterChips([self.tr("All"), *filters], name)
        row = QHBoxLayout(self)
        keep_spaced(row, (_PAD_PX, 4, _PAD_PX, 0), 12)
        row.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(_Upright(), 0, Qt.AlignmentFlag.AlignTop)
        chips = QVBoxLayout()
        keep_spaced(chips, (0, 8, 0, 8), 0)
        chips.addWidget(self.filters)
        row.addLayout(chips, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)


class _Upright(QWidget):
    """A line one pixel thin between the tabs and the filters."""

    def __init__(self) -> None:
        super().__init__()
        keep_sized(self, width=1, height=44)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        side = theme().px(8)
        rect = self.rect().adjusted(0, side, 0, -side)
        QPainter(self).fillRect(rect, theme().palette.border)
