"""A sheet on the screen: a table whose every cell opens the sentences behind it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QKeySequence,
    QPainter,
    QPen,
    QResizeEvent,
    QShortcut,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from desktop.core.model.places import Place
from desktop.ui.controls.labels import plain_tooltip
from desktop.ui.models.sheets import CELL, COLUMN, ROW, SheetModel, sheet_twin
from desktop.ui.models.twins import selected_text
from desktop.ui.paint.axes import draw_words
from desktop.ui.paint.badges import draw_badge
from desktop.ui.paint.focus import draw_focus
from desktop.ui.paint.sheets import (
    BADGE,
    GAP_PX,
    Column,
    RowKind,
    Sheet,
    SheetCell,
    SheetRow,
    cell_height,
    column_widths,
    draw_beside,
    draw_cell,
)
from desktop.ui.panels.cell_table import CellTable
from desktop.ui.theme import theme

Index = QModelIndex | QPersistentModelIndex
_HEAD_PX, _BAR_PX, _SIDE_PX, _MANY_LINES = 28.0, 3.0, 12.0, 8


class SheetTable(CellTable):
    """Shows a sheet; `cell_chosen` follows cursor and mouse, `cell_opened` is Enter.

    Short, it shows its first rows at their height and leaves scrolling to what holds it.
    """

    cell_chosen = Signal(SheetCell)
    cell_opened = Signal(SheetCell)
    row_shown = Signal(QRect)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = SheetModel(Sheet(), parent=self)
        self.setModel(self._model)
        self._is_short = False
        self._most_rows = 0
        self.selected: frozenset[Place] = frozenset()
        self._cells, self._head = _SheetDelegate(self), _SheetHeader(self)
        self.set_up()
        self.setAccessibleName(name)
        self.setStyleSheet("SheetTable { border: none; background: transparent; }")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setItemDelegate(self._cells)
        self.setHorizontalHeader(self._head)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(4)
        self.viewport().setAutoFillBackground(False)
        self.activated.connect(self._open)
        self.cursor_chose.connect(self._choose)
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self)
        copy.setContext(Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(self.copy)
        theme().changed.connect(self.fit)

    @property
    def sheet(self) -> Sheet:
        """Return the sheet shown."""
        return self._model.sheet

    @property
    def shown_rows(self) -> tuple[SheetRow, ...]:
        """Return the rows shown or loaded."""
        return self._model.rows

    @property
    def most_lines(self) -> int:
        """Return into how many lines words may wrap."""
        return self.sheet.few_lines if self._is_short else _MANY_LINES

    @property
    def chosen_row(self) -> int:
        """Return the row of the cell that is chosen, or -1."""
        return next((index.row() for index in self.selectedIndexes()), -1)

    def show_sheet(self, sheet: Sheet, most_rows: int = 0) -> None:
        """Show a sheet: all of it, or its first rows short."""
        before, old = self._model, self.selectionModel()
        self._is_short, self._most_rows = most_rows > 0, most_rows
        self._model = SheetModel(sheet, most_rows, plain_tooltip, self)
        self.setModel(self._model)
        before.deleteLater()
        old.deleteLater()
        self.follow_cursor()
        self._model.rowsInserted.connect(self._fit_rows)
        self._head.setVisible(not sheet.is_headless)
        off, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(off if self._is_short else needed)
        self.fit()

    def show_selection(self, places: Sequence[Place]) -> None:
        """Frame the cells whose words were chosen, here or in another view."""
        self.selected = frozenset(places)
        self.viewport().update()

    def copy(self) -> None:
        """Put the row chosen, or the whole sheet, on the clipboard as text."""
        rows = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        QGuiApplication.clipboard().setText(selected_text(sheet_twin(self.sheet), rows))

    def copy_all(self) -> None:
        """Put the whole sheet on the clipboard as text."""
        QGuiApplication.clipboard().setText(sheet_twin(self.sheet).as_text())

    def fit(self) -> None:
        """Give columns their shares of the width and rows the height of their cells."""
        zoom, columns = theme().zoom, self.sheet.columns
        self._head.setFixedHeight(round(_HEAD_PX * zoom))
        room = self.viewport().width() / zoom
        ends = [0.0, *accumulate(column_widths(columns, room))]
        for nth in range(len(columns)):
            self.setColumnWidth(nth, round(ends[nth + 1] * zoom) - round(ends[nth] * zoom))
        self._fit_rows()

    def _fit_rows(self) -> None:
        count = len(self.sheet.columns)
        for nth, row in enumerate(self._model.rows):
            spans = row.kind is not RowKind.ROW
            if spans and count > 1 and self.columnSpan(nth, 0) != count:
                self.setSpan(nth, 0, 1, count)
            self.setRowHeight(nth, self._row_height(row))
        if self._is_short:
            self.setFixedHeight(self._tall())
        else:
            self.setMinimumHeight(theme().px(_HEAD_PX * 4))
            self.setMaximumHeight((1 << 24) - 1)

    def _tall(self) -> int:
        head = 0 if self.sheet.is_headless else self._head.height()
        bar = self.horizontalScrollBar()
        is_wider = self._head.length() > self.viewport().width()
        return head + self.verticalHeader().length() + (bar.sizeHint().height() if is_wider else 0)

    def _row_height(self, row: SheetRow) -> int:
        zoom = theme().zoom
        if row.kind is not RowKind.ROW:
            width = self._head.length() / zoom - 2 * (_SIDE_PX - GAP_PX)
            share = 0.4 if row.beside else 1.0
            return round(cell_height(row.cells[0], width * share, self.most_lines) * zoom)
        widths = [self.columnWidth(nth) / zoom for nth in range(len(row.cells))]
        rooms = [inner_width(nth, len(widths), width) for nth, width in enumerate(widths)]
        cells = zip(row.cells, rooms, strict=True)
        return round(max(cell_height(cell, room, self.most_lines) for cell, room in cells) * zoom)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    @override
    def wheelEvent(self, arg__1: QWheelEvent) -> None:
        # A short sheet has nothing to scroll: the page that holds it does.
        if self._is_short:
            arg__1.ignore()
        else:
            super().wheelEvent(arg__1)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(120), theme().px(40))

    def _open(self, index: QModelIndex) -> None:
        self.cell_opened.emit(index.data(CELL))

    def _choose(self, current: QModelIndex) -> None:
        self.cell_chosen.emit(current.data(CELL))
        self.row_shown.emit(self.visualRect(current))


class _SheetDelegate(QStyledItemDelegate):
    """Draws cells in logical pixels, scaled by the zoom."""

    def __init__(self, view: SheetTable) -> None:
        super().__init__(view)
        self._view = view

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: SheetRow = index.data(ROW)
        cell: SheetCell = index.data(CELL)
        zoom, palette = theme().zoom, theme().palette
        painter.save()
        painter.setClipRect(option.rect)
        painter.translate(option.rect.topLeft())
        painter.scale(zoom, zoom)
        rect = QRectF(0, 0, option.rect.width() / zoom, option.rect.height() / zoom)
        is_chosen = row.kind is RowKind.ROW and self._view.chosen_row == index.row()
        if row.kind is RowKind.HEAD or is_chosen:
            painter.fillRect(rect, palette.sel if is_chosen else palette.sunken)
        if is_chosen and index.column() == 0:
            painter.fillRect(QRectF(0, 0, _BAR_PX, rect.height()), palette.accent)
        self._draw_content(painter, rect, row, index)
        painter.fillRect(QRectF(0, rect.bottom() - 1, rect.width(), 1), palette.hair)
        if self._view.is_at(index):
            draw_focus(painter, rect.adjusted(2, 1, -2, -2), palette)
        elif not self._view.selected.isdisjoint(cell.places):
            painter.setPen(QPen(palette.accent, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(2.5, 1.5, -2.5, -2.5), 4, 4)
        painter.restore()

    def _draw_content(self, painter: QPainter, rect: QRectF, row: SheetRow, index: Index) -> None:
        palette, lines = theme().palette, self._view.most_lines
        if row.kind is RowKind.ROW:
            count = len(row.cells)
            left = _SIDE_PX - GAP_PX if index.column() == 0 else 0.0
            inner = QRectF(rect)
            inner.setLeft(left)
            inner.setWidth(inner_width(index.column(), count, rect.width()))
            draw_cell(painter, inner, row.cells[index.column()], palette, lines)
            return
        side = _SIDE_PX - GAP_PX
        inner = rect.adjusted(side, 0, -side, 0)
        taken = draw_beside(painter, inner, row, palette)
        if row.beside:
            inner.setWidth(max(inner.width() * 0.34, inner.width() - taken))
        draw_cell(painter, inner, row.cells[0], palette, lines)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._view.columnWidth(index.column()), self._view.rowHeight(index.row()))


class _SheetHeader(QHeaderView):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(20)

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme().px(_HEAD_PX))

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        column = self.model().headerData(logicalIndex, Qt.Orientation.Horizontal, COLUMN)
        if not isinstance(column, Column):
            return
        palette, zoom = theme().palette, theme().zoom
        painter.save()
        painter.translate(rect.topLeft())
        painter.scale(zoom, zoom)
        room = QRectF(0, 0, rect.width() / zoom, rect.height() / zoom)
        painter.fillRect(room, palette.surface)
        left = _SIDE_PX if logicalIndex == 0 else GAP_PX
        inner = room.adjusted(left, 0, -GAP_PX, 0)
        if column.mark is not None:
            badge = QRectF(inner.left(), (room.height() - BADGE.height()) / 2, 0, 0)
            badge.setSize(BADGE)
            draw_badge(painter, badge, column.mark, palette)
            inner.setLeft(badge.right() + 6)
        draw_words(painter, inner, column.title, ("small-medium", palette.text3))
        painter.setPen(QPen(palette.border, 1))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        painter.restore()


def inner_width(column: int, count: int, width: float) -> float:
    """Return the width that the content of a cell has: less at the edges of its card."""
    side = _SIDE_PX - GAP_PX
    return width - (side if column == 0 else 0.0) - (side if column == count - 1 else 0.0)
