"""Pictures painted for tests, and what colors are in them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

WHITE = QColor("white")


def painted(
    width: int, height: int, draw: Callable[[QPainter], object], ground: QColor = WHITE
) -> QImage:
    """Return a picture of what a function draws on a ground."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(ground)
    painter = QPainter(image)
    draw(painter)
    painter.end()
    return image


def count(image: QImage, color: QColor, rect: QRectF | None = None) -> int:
    """Return how many pixels have exactly a color, in a picture or a part of it."""
    area = image.rect() if rect is None else rect.toAlignedRect().intersected(image.rect())
    return _values(image.copy(area)).count(color.rgb())


def box_of(image: QImage, color: QColor) -> QRectF:
    """Return the smallest rectangle around all pixels of a color."""
    width = image.width()
    wanted, values = color.rgb(), _values(image)
    places = [(nth % width, nth // width) for nth, one in enumerate(values) if one == wanted]
    left, top = min(x for x, _ in places), min(y for _, y in places)
    right, bottom = max(x for x, _ in places), max(y for _, y in places)
    return QRectF(left, top, right - left + 1, bottom - top + 1)


def is_blank(image: QImage, ground: QColor = WHITE) -> bool:
    """Say whether nothing was drawn."""
    return count(image, ground) == image.width() * image.height()


def _values(image: QImage) -> list[int]:
    plain = image.convertToFormat(QImage.Format.Format_ARGB32)
    return memoryview(plain.constBits()).cast("B").cast("I").tolist()
