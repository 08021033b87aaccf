"""The whole window as a drop target: files and folders from anywhere are copied in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QCursor, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.ui.panels.drop_overlay import DropOverlay


class DropTarget(QObject):
    """Shows an overlay while files are over a window and emits the paths that were dropped."""

    paths_dropped = Signal(list)

    def __init__(self, window: QWidget, overlay: DropOverlay, place: Callable[[], None]) -> None:
        super().__init__(window)
        self._window, self._overlay, self._place = window, overlay, place
        self.can_write = True
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            return self._enter(event)
        if isinstance(event, QDragMoveEvent):
            accept_copy(event)
            return True
        if event.type() == QEvent.Type.DragLeave:
            self._end()
            return True
        if isinstance(event, QDropEvent):
            return self._drop(event)
        return super().eventFilter(watched, event)

    def _enter(self, event: QDragEnterEvent) -> bool:
        paths = _paths_of(event)
        if not paths:
            event.ignore()
            return True
        _end_hover(self._window)
        self._place()
        if self._overlay.offer(paths, can_write=self.can_write):
            accept_copy(event)
        else:
            # Taken, so that the overlay is told when the drag leaves; dropping does nothing.
            event.setDropAction(Qt.DropAction.IgnoreAction)
            event.accept()
        return True

    def _end(self) -> None:
        self._overlay.hide()
        _end_hover(self._window, QCursor.pos())

    def _drop(self, event: QDropEvent) -> bool:
        self._end()
        paths = _paths_of(event)
        if paths and self.can_write:
            accept_copy(event)
            self.paths_dropped.emit(paths)
        return True


def _paths_of(event: QDropEvent) -> list[Path]:
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]


def _end_hover(window: QWidget, pointer: QPoint | None = None) -> None:
    """Make the parts of a window forget the pointer, those that it is on excepted.

    Where a drag comes in, Qt says that the pointer entered a part, and never that it left.
    """
    for part in window.findChildren(QWidget):
        is_on = pointer is not None and part.rect().contains(part.mapFromGlobal(pointer))
        if part.underMouse() and not is_on:
            part.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, on=False)
            QCoreApplication.sendEvent(part, QEvent(QEvent.Type.Leave))
            part.update()


def accept_copy(event: QDropEvent) -> None:
    """Take what is dragged as a copy."""
    # Always a copy: an answer of "move" would make the file manager delete the original.
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
