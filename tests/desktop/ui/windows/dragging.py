"""Articles dragged over a window: the events that a real drag sends, one after the other."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.windows.desk import Desk

COPY, BUTTON = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
KEYS = Qt.KeyboardModifier.NoModifier


def drag_over(desk: Desk, data: QMimeData, at: QPoint) -> bool:
    """Bring data into the window and over a point; return whether it would be taken there."""
    enter = QDragEnterEvent(QPoint(1, 1), COPY, data, BUTTON, KEYS)
    QApplication.sendEvent(desk.window, enter)
    move = QDragMoveEvent(at, COPY, data, BUTTON, KEYS)
    QApplication.sendEvent(desk.window, move)
    return enter.isAccepted() and move.isAccepted()


def drop(desk: Desk, data: QMimeData, at: QPoint) -> bool:
    """Drag data over a point and let go of it there; return whether it was taken."""
    drag_over(desk, data, at)
    let_go = QDropEvent(QPointF(at), COPY, data, BUTTON, KEYS)
    QApplication.sendEvent(desk.window, let_go)
    return let_go.isAccepted()


def leave(desk: Desk) -> None:
    """Take what is dragged out of the window again."""
    QApplication.sendEvent(desk.window, QEvent(QEvent.Type.DragLeave))


def dragged(desk: Desk) -> QMimeData:
    """Return what a drag of the chosen articles carries."""
    view = desk.window.library.list.view
    return view.model().mimeData(view.selectedIndexes())


def point_in(desk: Desk, part: QWidget, at: QPoint) -> QPoint:
    """Return a point of a part as one of the window."""
    return part.mapTo(desk.window, at)
