"""The sentences of a swap test in a table; Ctrl+C copies rows."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QPainter, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from desktop.services.views import SwapView
from desktop.ui.models.swaps import RESULT, WORDS, SwapModel
from desktop.ui.theme import theme

_ROW_PX, _LEAST_PX, _LEAST_WORDS_PX, _BAR_PX = 42, 180, 150, 3
_SHEET = "SwapTable::item { padding: 2px 8px; }"


class RowFrames(QStyledItemDelegate):
    """Frames the row that is chosen: where colors are few, its ground alone does not show it."""

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        state, rect = option.state, option.rect
        option.state = state & ~QStyle.StateFlag.State_HasFocus
        super().paint(painter, option, index)
        if not state & QStyle.StateFlag.State_Selected:
            return
        accent, bar = theme().palette.accent, theme().px(_BAR_PX)
        for top in (rect.top(), rect.bottom()):
            painter.fillRect(QRect(rect.left(), top, rect.width(), 1), accent)
        if index.column() == 0:
            painter.fillRect(QRect(rect.left(), rect.top(), bar, rect.height()), accent)
        elif index.column() == RESULT:
            painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), accent)


class SwapTable(QTableView):
    """A row a sentence; `row_chosen` tells which one the user is at."""

    row_chosen = Signal(int)

    def __init__(self, view: SwapView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Sentences before and after the exchange"))
        self.shown = SwapModel(view, self)
        self.setModel(self.shown)
        self._frames = RowFrames(self)
        self.setItemDelegate(self._frames)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setStyleSheet(_SHEET)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        theme().changed.connect(self._fit)
        self.selectionModel().currentRowChanged.connect(self._choose)
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self)
        copy.setContext(Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(self.copy)
        self._fit()

    def copy(self) -> None:
        """Put the rows chosen, or all of them, on the clipboard as text."""
        rows = [index.row() for index in self.selectionModel().selectedRows()]
        QGuiApplication.clipboard().setText(self.shown.as_text(rows))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _fit(self) -> None:
        # A table under a style sheet does not follow the application's font.
        for part in (self, self.horizontalHeader()):
            part.setFont(theme().font("small"))
        self.verticalHeader().setDefaultSectionSize(theme().px(_ROW_PX))
        self.setMinimumHeight(theme().px(_LEAST_PX))
        self.resizeColumnsToContents()
        self._share()

    def _share(self) -> None:
        """Give the words what the figures leave."""
        others = self.horizontalHeader().length() - self.columnWidth(WORDS)
        left = self.viewport().width() - others
        self.setColumnWidth(WORDS, max(left, theme().px(_LEAST_WORDS_PX)))

    def _choose(self, current: QModelIndex) -> None:
        if current.isValid():
            self.row_chosen.emit(current.row())
