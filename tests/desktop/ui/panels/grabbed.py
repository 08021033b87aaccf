"""A part of the window as it is painted."""

from __future__ import annotations

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget


def shown(part: QWidget, width: int, height: int) -> QImage:
    """Return a picture of a part at the upper left of what holds it."""
    part.setGeometry(0, 0, width, height)
    part.show()
    return part.grab().toImage()
