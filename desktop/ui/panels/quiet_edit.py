"""A text edit that only shows: no typing, no dropping, no zoom of its own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QTextEdit, QWidget
from typing_extensions import override


class QuietEdit(QTextEdit):
    """Text to read, select and copy with mouse and keys; Tab goes on to the next control."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self.setFrameStyle(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        by_mouse = Qt.TextInteractionFlag.TextSelectableByMouse
        self.setTextInteractionFlags(by_mouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.viewport().setMouseTracking(True)

    @override
    def wheelEvent(self, e: QWheelEvent) -> None:
        # Ctrl and the wheel would zoom this text alone.
        if e.modifiers() & Qt.KeyboardModifier.ControlModifier:
            e.ignore()
            return
        super().wheelEvent(e)
