"""The library page: sidebar, list of articles, and the article that is read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QWidget
from typing_extensions import override

from desktop.ui.controls.plates import Ground
from desktop.ui.panels.article_list import ArticleList
from desktop.ui.panels.first_run import FirstRun
from desktop.ui.panels.sidebar import WIDTH_PX as SIDEBAR_PX
from desktop.ui.panels.sidebar import Sidebar
from desktop.ui.theme import theme

_LIST_PX, _READING_PX = 460, 680
_WIDE_PX, _NARROW_PX = 1200, 900


class LibraryPage(QWidget):
    """Holds the three panes; an empty library shows what to do first instead of two of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sidebar = Sidebar()
        self.list = ArticleList()
        self.first_run = FirstRun()
        self.reading = QStackedWidget()
        self.reading.addWidget(Ground("surface"))
        self.reading.setMinimumWidth(300)
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        self._content = QStackedWidget()
        self._content.addWidget(self.panes)
        self._content.addWidget(self.first_run)
        self.outer = QSplitter(Qt.Orientation.Horizontal)
        for splitter, left, right in (
            (self.panes, self.list, self.reading),
            (self.outer, self.sidebar, self._content),
        ):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
            splitter.addWidget(left)
            splitter.addWidget(right)
            splitter.setStretchFactor(0, 0)
            splitter.setStretchFactor(1, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.outer)
        self.reset_sizes()

    def reset_sizes(self) -> None:
        """Give the panes the sizes they have at first."""
        self.outer.setSizes([theme().px(SIDEBAR_PX), theme().px(_LIST_PX + _READING_PX)])
        self.panes.setSizes([theme().px(_LIST_PX), theme().px(_READING_PX)])

    def set_reading(self, pane: QWidget) -> None:
        """Put the reading pane into its place."""
        self.reading.addWidget(pane)
        self.reading.setCurrentWidget(pane)

    def show_empty(self, is_empty: bool) -> None:
        """Show the page of an empty library in place of list and reading pane."""
        self._content.setCurrentIndex(1 if is_empty else 0)

    @property
    def is_empty_shown(self) -> bool:
        """Say whether the page of an empty library is shown."""
        return self._content.currentIndex() == 1

    @property
    def left_px(self) -> int:
        """Return how far from the left edge the drop target begins."""
        return self.sidebar.width() + 1 if self.sidebar.isVisible() else 0

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        logical = self.window().width() / theme().zoom
        self.sidebar.setVisible(logical >= _WIDE_PX)
        self.reading.setVisible(logical >= _NARROW_PX)
