"""Articles of the list dragged over the window: onto an event, a new event, or the trash."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from typing_extensions import override

from desktop.ui.models.articles import EventHead, dragged_articles
from desktop.ui.models.sidebar import SidebarRow
from desktop.ui.windows.dropping import accept_copy
from desktop.ui.windows.main import MainWindow

_TAKING = ("event", "trash", "tag")
Aim = SidebarRow | EventHead | None


class ArticleDrops(QObject):
    """Frames what would take the articles and emits where they were dropped.

    `moved` tells them and the event that they were dropped on, an empty one for an event of their
    own; `trashed` that the trash took them, `tagged` that a tag did.
    """

    moved = Signal(list, str)
    trashed = Signal(list)
    tagged = Signal(list, str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._library = window, window.library
        self._articles: list[str] = []
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            return self._enter(event)
        if not self._articles:
            return super().eventFilter(watched, event)
        if isinstance(event, QDragMoveEvent):
            return self._move(event)
        if isinstance(event, QDropEvent):
            return self._drop(event)
        if event.type() == QEvent.Type.DragLeave:
            self._end()
            return True
        return super().eventFilter(watched, event)

    def _enter(self, event: QDragEnterEvent) -> bool:
        self._articles = dragged_articles(event.mimeData()) if self._window.drop.can_write else []
        if self._articles:
            accept_copy(event)
        return bool(self._articles)

    def _move(self, event: QDragMoveEvent) -> bool:
        aim = self._aim(event.position().toPoint())
        self._show(aim)
        if aim is None:
            event.ignore()
        else:
            accept_copy(event)
        return True

    def _drop(self, event: QDropEvent) -> bool:
        articles, aim = self._articles, self._aim(event.position().toPoint())
        self._end()
        if aim is None:
            event.ignore()
            return True
        accept_copy(event)
        if isinstance(aim, EventHead):
            self.moved.emit(articles, aim.id)
        elif aim.shelf is not None and aim.shelf.collection == "trash":
            self.trashed.emit(articles)
        elif aim.shelf is not None and aim.shelf.collection == "tag":
            self.tagged.emit(articles, aim.shelf.value)
        else:
            self.moved.emit(articles, aim.shelf.value if aim.shelf else "")
        return True

    def _end(self) -> None:
        self._articles = []
        self._show(None)

    def _show(self, aim: Aim) -> None:
        self._library.sidebar.aim_at(aim if isinstance(aim, SidebarRow) else None)
        self._library.list.aim_at(aim if isinstance(aim, EventHead) else None)

    def _aim(self, at: QPoint) -> Aim:
        """Return what lies at a point of the window and takes articles."""
        sidebar, rows = self._library.sidebar, self._library.list
        if sidebar.isVisible():
            row = sidebar.row_under(sidebar.view.viewport().mapFrom(self._window, at))
            if row is not None and _takes(row):
                return row
        if rows.view.isVisible():
            return rows.head_under(rows.view.viewport().mapFrom(self._window, at))
        return None


def _takes(row: SidebarRow) -> bool:
    return row.makes_event or (row.shelf is not None and row.shelf.collection in _TAKING)
