"""The list of articles: rows under heads, several can be chosen, Enter opens one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QDrag, QKeyEvent, QMouseEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.ui.controls.buttons import Button, ButtonKind
from desktop.ui.controls.labels import Label, plain_tooltip
from desktop.ui.controls.plates import Ground, Hairline
from desktop.ui.controls.scaling import keep_spaced
from desktop.ui.models.articles import (
    ArticleListModel,
    EventHead,
    Index,
    ListedArticle,
    ListRow,
)
from desktop.ui.paint.dragging import drag_picture
from desktop.ui.panels.article_rows import (
    RowWords,
    date_box,
    draw_article_row,
    draw_head,
    draw_waiting_row,
    row_height,
)
from desktop.ui.panels.list_bar import ListBar
from desktop.ui.theme import theme
from desktop.ui.words import counted

_MOST_PICTURES = 60
_LEVELS = (Qt.Key.Key_0, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)


class ArticleList(Ground):
    """Shows rows and emits which articles are chosen, opened, or asked for a menu."""

    chosen = Signal(list)
    opened = Signal(str)
    date_wanted = Signal(str)
    delete_requested = Signal(list)
    menu_requested = Signal(list, QPoint)
    event_menu_requested = Signal(str, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", parent)
        self.model = ArticleListModel(self)
        self.view = ArticleListView(self)
        self.view.setModel(self.model)
        self._delegate = _ArticleDelegate(self.view)
        self.view.setItemDelegate(self._delegate)
        self.heading = Label("", "body-strong")
        self.note = Label("", "small", "text2")
        self.empty = Label("", "body", "text2")
        self.shelves = Button("", "inbox", ButtonKind.BARE, height_px=30)
        self.bar = ListBar(self)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._is_settling = False
        self._lay_out()
        self.view.selectionModel().selectionChanged.connect(self._emit_chosen)
        self.view.opened.connect(self.opened)
        self._delegate.date_wanted.connect(self.date_wanted)
        self.view.delete_requested.connect(lambda: self.delete_requested.emit(self.chosen_ids))
        self.view.customContextMenuRequested.connect(self._ask_menu)
        self.setMinimumWidth(280)

    @property
    def chosen_ids(self) -> list[str]:
        """Return the ids of the chosen articles in the order of the list."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedIndexes())
        found = (self.model.index(row).data(ArticleListModel.ROW) for row in rows)
        return [row.summary.id for row in found if isinstance(row, ListedArticle)]

    def show_rows(self, rows: Sequence[ListRow], *, has_more: bool, empty: str = "") -> None:
        """Show the first page of a shelf; what was chosen stays chosen where it still is."""
        self._show(partial(self.model.show_rows, rows, has_more=has_more), empty)
        plain = all(isinstance(row, ListedArticle) for row in rows)
        self.view.setUniformItemSizes(plain and has_more)

    def show_pages(
        self, total: int, pages: Mapping[int, Sequence[ListRow]], empty: str = ""
    ) -> None:
        """Show a long list, with the pages of it that are known, as `show_rows` does."""
        self.view.setUniformItemSizes(True)
        self._show(partial(self.model.show_pages, total, pages), empty)

    def _show(self, show: Callable[[], None], empty: str) -> None:
        before = self.chosen_ids
        bar = self.view.verticalScrollBar()
        at = bar.value()
        self._is_settling = True
        show()
        self.choose(before)
        bar.setValue(at)
        self._is_settling = False
        if self.chosen_ids != before:
            self.chosen.emit(self.chosen_ids)
        has_rows = self.model.rowCount() > 0
        self.empty.setText(empty)
        self.empty.setVisible(not has_rows and bool(empty))
        self.view.setVisible(has_rows or not empty)

    @property
    def chosen_rows(self) -> list[int]:
        """Return the places of what is chosen, also where it is not held now."""
        return sorted(index.row() for index in self.view.selectionModel().selectedIndexes())

    @property
    def rows_in_sight(self) -> range:
        """Return the rows that the view shows."""
        port = self.view.viewport().rect()
        first, last = self.view.indexAt(port.topLeft()), self.view.indexAt(port.bottomLeft())
        begin = first.row() if first.isValid() else 0
        return range(begin, (last.row() if last.isValid() else begin + 20) + 1)

    def choose(self, ids: Sequence[str]) -> None:
        """Choose articles; those that are not in the list are left out."""
        chosen = QItemSelection()
        for row in (self.model.row_of(article_id) for article_id in ids):
            if row >= 0:
                chosen.select(self.model.index(row), self.model.index(row))
        flag = QItemSelectionModel.SelectionFlag
        self.view.selectionModel().select(chosen, flag.ClearAndSelect)
        if chosen.indexes():
            first = chosen.indexes()[0]
            self.view.selectionModel().setCurrentIndex(first, flag.NoUpdate)

    def choose_first(self) -> None:
        """Choose the first article if none is chosen."""
        articles = self.model.articles
        if articles and not self.chosen_ids:
            self.choose([articles[0].summary.id])

    def head_under(self, at: QPoint) -> EventHead | None:
        """Return the head of an event at a point of the view: it takes what is dropped on it."""
        row = self.view.indexAt(at).data(ArticleListModel.ROW)
        return row if isinstance(row, EventHead) else None

    def aim_at(self, head: EventHead | None) -> None:
        """Frame the head that would take what is dragged, or none."""
        self._delegate.aim = head
        self.view.viewport().update()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        keep_spaced(head, (20, 12, 12, 12), 10)
        name = self.tr("Collections, events and outlets")
        self.shelves.setAccessibleName(name)
        self.shelves.setToolTip(plain_tooltip(name))
        self.shelves.setCheckable(True)
        self.shelves.hide()
        head.addWidget(self.shelves)
        head.addWidget(self.heading)
        head.addWidget(self.note)
        head.addStretch(1)
        head.addWidget(self.bar)
        self.empty.setContentsMargins(20, 20, 20, 20)
        self.empty.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.bar.chips)
        column.addWidget(Hairline("border"))
        column.addWidget(self.empty, 1)
        column.addWidget(self.view, 1)
        theme().changed.connect(self.view.scheduleDelayedItemsLayout)

    def _emit_chosen(self) -> None:
        if not self._is_settling:
            self.chosen.emit(self.chosen_ids)

    def _ask_menu(self, point: QPoint) -> None:
        at, head = self.view.viewport().mapToGlobal(point), self.head_under(point)
        if head is not None:
            self.event_menu_requested.emit(head.id, at)
        elif self.chosen_ids:
            self.menu_requested.emit(self.chosen_ids, at)


class ArticleListView(QListView):
    """A list view that opens with Enter, deletes with Del and takes no drops of its own."""

    opened = Signal(str)
    delete_requested = Signal()
    tag_requested = Signal()
    rating_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Articles"))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        # What is dragged out of here, the window takes, as it does files.
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().setSingleStep(24)
        self.doubleClicked.connect(self._open)

    def _open(self, index: QModelIndex) -> None:
        row = index.data(ArticleListModel.ROW)
        if isinstance(row, ListedArticle):
            self.opened.emit(row.summary.id)

    @override
    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        drag, indexes = QDrag(self), self.selectedIndexes()
        drag.setMimeData(self.model().mimeData(indexes))
        # Rows as wide as the list would hide what they can be dropped on.
        drag.setPixmap(drag_picture(counted(len(indexes), self.tr("article"), self.tr("articles"))))
        drag.exec(supportedActions, Qt.DropAction.CopyAction)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif key == Qt.Key.Key_Delete:
            self.delete_requested.emit()
        elif key == Qt.Key.Key_T and not event.modifiers():
            self.tag_requested.emit()
        elif key in _LEVELS and not event.modifiers():
            self.rating_requested.emit(_LEVELS.index(key))
        else:
            super().keyPressEvent(event)


class _ArticleDelegate(QStyledItemDelegate):
    date_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.aim: EventHead | None = None
        self._pictures: dict[object, tuple[ListedArticle, QPixmap | None]] = {}
        self._words = RowWords(
            {
                "outlet": self.tr("1 outlet"),
                "outlets": self.tr("{count} outlets"),
                "dated": self.tr("{dated} of {count} dated"),
                "no outlet": self.tr("Outlet not stated"),
                "agency": self.tr("{agency} copy"),
                "loaded": self.tr("Loaded wording"),
                "critical": self.tr("Critical"),
                "favorable": self.tr("Favorable"),
                "waiting": self.tr("Waiting to be analyzed"),
                "add date": self.tr("Add date"),
            }
        )

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: ListRow | None = index.data(ArticleListModel.ROW)
        return QSize(theme().px(200), row_height(row))

    @override
    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        row: ListRow = index.data(ArticleListModel.ROW)
        if not isinstance(event, QMouseEvent) or not isinstance(row, ListedArticle):
            return False
        is_asked = row.summary.published is None and not row.summary.trashed
        on_link = date_box(QRectF(option.rect), self._words).contains(event.position())
        if event.type() is QEvent.Type.MouseButtonRelease and is_asked and on_link:
            self.date_wanted.emit(row.summary.id)
        return False

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: ListRow | None = index.data(ArticleListModel.ROW)
        rect = QRectF(option.rect)
        if row is None:
            draw_waiting_row(painter, rect, theme().palette)
            return
        if not isinstance(row, ListedArticle):
            draw_head(painter, rect, row, self._words, theme().palette)
            if row is self.aim:
                painter.setPen(QPen(theme().palette.accent, 2))
                painter.drawRect(rect.adjusted(1, 1, -1, -2))
            return
        state, flag = option.state, QStyle.StateFlag
        lit = {
            "selected": flag.State_Selected,
            "hovered": flag.State_MouseOver,
            "focused": flag.State_HasFocus | flag.State_KeyboardFocusChange,
        }
        shown = frozenset(name for name, wanted in lit.items() if state & wanted == wanted)
        painter.drawPixmap(option.rect.topLeft(), self._picture(painter, option.rect, row, shown))

    def _picture(
        self, painter: QPainter, rect: QRect, row: ListedArticle, lit: frozenset[str]
    ) -> QPixmap:
        """Return a row as it is drawn; kept, or scrolling would draw each row again and again."""
        ratio = painter.device().devicePixelRatioF()
        # By identity: to compare rows and palettes would take as long as drawing.
        key = (id(row), rect.width(), rect.height(), lit, id(theme().palette), theme().zoom, ratio)
        _row, picture = self._pictures.pop(key, (row, None))
        if picture is None:
            picture = QPixmap(rect.size() * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(theme().palette.window)
            inside = QPainter(picture)
            inside.setFont(painter.font())
            draw_article_row(inside, QRectF(QPointF(), rect.size()), row, self._words, lit)
            inside.end()
        self._pictures[key] = row, picture
        for oldest in list(self._pictures)[:-_MOST_PICTURES]:
            del self._pictures[oldest]
        return picture
