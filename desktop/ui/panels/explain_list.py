"""The list of the explanation: items in text order, the current one open with its actions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.core.model.spans import Span
from desktop.ui.controls.buttons import Button
from desktop.ui.models.wordings import Index, WordingModel
from desktop.ui.paint.wordings import ItemLook, WordingRow, action_rect, draw_wording, item_height
from desktop.ui.theme import theme


class WordingList(QListView):
    """Up and Down go from item to item, Enter shows the place.

    Del takes it out or back in, W asks whose words it is.
    """

    opened = Signal(WordingRow)
    toggled = Signal(WordingRow)
    restated = Signal(WordingRow)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = WordingModel(self)
        self._actions: _Actions | None = None
        self._acted_on = -1
        self._delegate = _Items(self)
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self.setFrameStyle(0)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)  # the panel's ground shows through
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Wordings in text order"))
        self.clicked.connect(self._click)
        theme().changed.connect(self.doItemsLayout)

    @property
    def current(self) -> WordingRow | None:
        """Return the open item, or None."""
        nth = self.currentIndex().row()
        return self.rows.rows[nth] if 0 <= nth < len(self.rows.rows) else None

    def show_rows(self, rows: Sequence[WordingRow]) -> None:
        """Show items; the open one stays open if it is among them."""
        before, place = self.current, self.verticalScrollBar().value()
        self._actions = None  # the view deletes it with its row
        self.rows.show_rows(rows)
        if before is not None:
            self.show_span(before.span)
        self.verticalScrollBar().setValue(place)

    def show_span(self, span: Span | None) -> None:
        """Open the item of a span without saying so; None closes all."""
        nth = self.rows.row_of(span) if span is not None else None
        index = self.rows.index(nth, 0) if nth is not None else QModelIndex()
        if index != self.currentIndex():
            self.setCurrentIndex(index)

    def is_open(self, index: Index) -> bool:
        """Say whether an item is the open one."""
        return index.isValid() and index.row() == self.currentIndex().row()

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if self._actions is not None:
            # Through the view: it would go on to show what was deleted behind its back.
            acted_on = self.rows.index(self._acted_on, 0)
            self.setIndexWidget(acted_on, None)  # pyright: ignore[reportArgumentType]
            self._actions = None
        if current.isValid():
            index = self.rows.index(current.row(), 0)
            self._put_actions(index)
            self.doItemsLayout()
            self.scrollTo(index)

    def _put_actions(self, index: QModelIndex) -> None:
        row = self.rows.rows[index.row()]
        if not row.has_action:
            return
        self._actions = _Actions(row)
        self._acted_on = index.row()
        self._actions.toggled.connect(lambda: self._toggle(row))
        self._actions.restated.connect(lambda: self.restated.emit(row))
        self.setIndexWidget(index, self._actions)

    def _toggle(self, row: WordingRow) -> None:
        # The button goes with its row; the keyboard goes on from the list.
        self.setFocus()
        self.toggled.emit(row)

    def _click(self, index: QModelIndex) -> None:
        self.opened.emit(self.rows.rows[index.row()])

    @override
    def mouseReleaseEvent(self, e: QMouseEvent) -> None:
        index = self.indexAt(e.position().toPoint())
        if index.isValid() and self._delegate.pressed_action == index.row():
            self._delegate.pressed_action = -1
            if action_rect(QRectF(self.visualRect(index))).contains(e.position()):
                row = self.rows.rows[index.row()]
                (self.toggled if _is_toggled(row) else self.restated).emit(row)
            return
        super().mouseReleaseEvent(e)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        on_action = (
            index.isValid()
            and not self.is_open(index)
            and self.rows.rows[index.row()].has_action
            and action_rect(QRectF(self.visualRect(index))).contains(event.position())
        )
        self._delegate.pressed_action = index.row() if on_action else -1
        if not on_action:
            super().mousePressEvent(event)

    @override
    def event(self, e: QEvent) -> bool:
        # Delete is ours while an item is open, whatever the window's menus say.
        if e.type() is QEvent.Type.ShortcutOverride and isinstance(e, QKeyEvent):
            row = self.current
            if e.key() == Qt.Key.Key_Delete and row is not None and _is_toggled(row):
                e.accept()
                return True
        return super().event(e)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current
        if row is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(row)
        elif row is not None and _is_toggled(row) and event.key() == Qt.Key.Key_Delete:
            self.toggled.emit(row)
        elif row is not None and row.can_restate and event.key() == Qt.Key.Key_W:
            self.restated.emit(row)
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        self.doItemsLayout()


class _Items(QStyledItemDelegate):
    def __init__(self, view: WordingList) -> None:
        super().__init__(view)
        self._view = view
        self.pressed_action = -1

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        look = ItemLook(index.data(WordingModel.ROW), self._view.is_open(index))
        width = self._view.viewport().width()
        return QSize(width, round(item_height(look, width)))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        state, rect = option.state, QRectF(option.rect)
        look = ItemLook(
            index.data(WordingModel.ROW),
            self._view.is_open(index),
            bool(state & QStyle.StateFlag.State_MouseOver),
            self._view.is_open(index) and self._view.hasFocus(),
        )
        draw_wording(painter, rect, look, theme().palette)


class _Actions(QWidget):
    """What can be done with the open item, at its foot."""

    toggled = Signal()
    restated = Signal()

    def __init__(self, row: WordingRow) -> None:
        super().__init__()
        has_undo = row.is_ignored or row.undo is not None
        undo = self.tr("Undo"), "arrow-back-up"
        words, icon_name = undo if has_undo else (self.tr("Not loaded here"), "ban")
        self.toggle = Button(words, icon_name, height_px=30)
        self.toggle.setObjectName("toggle")
        self.toggle.setAccessibleName(f"{words}: {row.words}")
        self.toggle.clicked.connect(self.toggled)
        self.toggle.setVisible(_is_toggled(row))
        whose = self.tr("Whose words…")
        self.restate = Button(whose, "edit", height_px=30)
        self.restate.setObjectName("restate")
        self.restate.setAccessibleName(f"{whose} {row.words}")
        self.restate.clicked.connect(self.restated)
        self.restate.setVisible(row.can_restate)
        column, line = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(theme().px(60), 0, theme().px(20), theme().px(12))
        column.addStretch(1)
        column.addLayout(line)
        line.setSpacing(theme().px(8))
        line.addWidget(self.toggle)
        line.addWidget(self.restate)
        line.addStretch(1)


def _is_toggled(row: WordingRow) -> bool:
    """Say whether an item can be taken out, or what was stated of it taken back."""
    return row.can_ignore or row.undo is not None
