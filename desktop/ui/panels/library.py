"""The library page: sidebar, list of articles, and the article that is read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.ui.controls.buttons import Button, ButtonKind
from desktop.ui.controls.labels import plain_tooltip
from desktop.ui.controls.plates import Ground
from desktop.ui.controls.scaling import keep_spaced
from desktop.ui.panels.article_list import ArticleList
from desktop.ui.panels.first_run import FirstRun
from desktop.ui.panels.sidebar import WIDTH_PX as SIDEBAR_PX
from desktop.ui.panels.sidebar import Sidebar
from desktop.ui.theme import theme

_LIST_PX, _READING_PX = 460, 680
_WIDE_PX, _NARROW_PX = 1200, 900


class LibraryPage(QWidget):
    """Holds the three panes; an empty library shows what to do first instead of two of them.

    Where there is no room for all, the sidebar folds to a button over the list; where there is
    room for one, the article that is read has the page, with a way back to the list.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sidebar = Sidebar()
        self.list = ArticleList()
        self.first_run = FirstRun()
        self.reading = QStackedWidget()
        self.reading.addWidget(Ground("surface"))
        self.back = Button(self.tr("Back to the list"), "arrow-back-up", ButtonKind.BARE)
        self._back_bar = Ground("window")
        self._reader = self._make_reader()
        self._has_shelves_open = self._is_reading = False
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        self._content = QStackedWidget()
        self._content.addWidget(self.panes)
        self._content.addWidget(self.first_run)
        self.outer = QSplitter(Qt.Orientation.Horizontal)
        for splitter, left, right in (
            (self.panes, self.list, self._reader),
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
        self.setAccessibleName(self.tr("Library"))
        self._connect()
        self.reset_sizes()

    @property
    def parts(self) -> list[QWidget]:
        """Return the panes in reading order."""
        return [self.sidebar, self.list.view, self.reading, self.first_run]

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
        held = self.first_run.isAncestorOf(focus) if (focus := QApplication.focusWidget()) else True
        self._content.setCurrentIndex(1 if is_empty else 0)
        if held and not is_empty and self.isVisible():
            # Else the keys would go where Qt finds the next control, or nowhere.
            self.list.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_empty_shown(self) -> bool:
        """Say whether the page of an empty library is shown."""
        return self._content.currentIndex() == 1

    @property
    def left_px(self) -> int:
        """Return how far from the left edge the drop target begins."""
        return self.sidebar.width() + 1 if self.sidebar.isVisible() else 0

    def open_shelves(self, is_open: bool) -> None:
        """Show the sidebar where it is folded to a button, or fold it again."""
        self._has_shelves_open = is_open
        self._fit()
        if is_open:
            self.sidebar.view.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self._is_reading:
            self.list.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_reading(self, is_open: bool) -> None:
        """Give the page to the article that is read where there is room for one pane, or back."""
        self._is_reading = is_open
        self._fit()
        if not is_open and self._width < _NARROW_PX:
            self.list.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _width(self) -> float:
        return self.window().width() / theme().zoom

    def _fit(self) -> None:
        """Show as many panes as there is room for."""
        wide, narrow = self._width >= _WIDE_PX, self._width < _NARROW_PX
        shelves = wide or self._has_shelves_open
        self.list.shelves.setVisible(not wide)
        self.list.shelves.setChecked(self._has_shelves_open)
        self._back_bar.setVisible(narrow)
        self._reader.setVisible(not narrow or self._is_reading)
        self.list.setVisible(not narrow or not self._is_reading)
        self.sidebar.setVisible(shelves and not (narrow and self._is_reading))

    def _choose_by_mouse(self) -> None:
        # With Ctrl or Shift a click chooses several: the list stays.
        if len(self.list.chosen_ids) == 1 and not QApplication.keyboardModifiers():
            self.open_reading(True)

    def _fold_shelves(self) -> None:
        if self._has_shelves_open:
            self.open_shelves(False)

    def _make_reader(self) -> QWidget:
        self.back.setToolTip(plain_tooltip(self.tr("Back to the list  Alt+Left")))
        row = QHBoxLayout(self._back_bar)
        keep_spaced(row, (8, 4, 8, 4), 8)
        row.addWidget(self.back)
        row.addStretch(1)
        self._back_bar.hide()
        reader = QWidget()
        column = QVBoxLayout(reader)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._back_bar)
        column.addWidget(self.reading, 1)
        reader.setMinimumWidth(300)
        return reader

    def _connect(self) -> None:
        self.list.shelves.clicked.connect(self.open_shelves)
        self.sidebar.view.clicked.connect(self._fold_shelves)
        self.sidebar.view.activated.connect(self._fold_shelves)
        self.list.view.clicked.connect(self._choose_by_mouse)
        self.back.clicked.connect(lambda: self.open_reading(False))
        back = QShortcut(QKeySequence("Alt+Left"), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(lambda: self.open_reading(False))
        theme().changed.connect(self._fit)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
