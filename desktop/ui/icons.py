"""Icons: Tabler outlines and our own mark, colored with a palette token."""

from __future__ import annotations

from functools import cache
from importlib import resources

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_STROKE = "1.75"
_RATIOS = (1, 2)


@cache
def renderer(name: str, color: str) -> QSvgRenderer:
    """Return the drawing of an icon with `currentColor` replaced; `color` is "#rrggbb"."""
    path = resources.files("resources") / "icons" / f"{name}.svg"
    svg = path.read_text("utf-8").replace("currentColor", color)
    svg = svg.replace('stroke-width="2"', f'stroke-width="{_STROKE}"')
    return QSvgRenderer(QByteArray(svg.encode()))


def draw_icon(painter: QPainter, rect: QRectF, name: str, color: QColor) -> None:
    """Draw an icon into `rect`."""
    renderer(name, color.name()).render(painter, rect)


def icon(name: str, color: QColor, size_px: int = 18) -> QIcon:
    """Return an icon in one color, sharp at the usual device pixel ratios."""
    return _icon(name, color.name(), size_px)


@cache
def _icon(name: str, color: str, size_px: int) -> QIcon:
    made = QIcon()
    for ratio in _RATIOS:
        pixmap = QPixmap(QSize(size_px, size_px) * ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer(name, color).render(painter)
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        made.addPixmap(pixmap)
    return made
