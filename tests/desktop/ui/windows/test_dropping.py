"""The window while files are dragged over it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QEnterEvent
from PySide6.QtWidgets import QApplication

from desktop.ui.windows.desk import Desk
from desktop.ui.windows.main import CHARTS


def test_a_drag_leaves_nothing_hovered_on_its_way_in(desk: Desk, tmp_path: Path) -> None:
    window, button = desk.window, desk.window.rail.button(CHARTS)
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    at = QPointF(5, 5)
    QApplication.sendEvent(button, QEnterEvent(at, at, QPointF(button.mapToGlobal(at))))
    hovered = button.grab().toImage()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "one.txt"))])

    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(20, 20), copy, data, buttons, keys))

    assert not button.underMouse()
    assert button.grab().toImage() != hovered
    QApplication.sendEvent(window, QEvent(QEvent.Type.DragLeave))
