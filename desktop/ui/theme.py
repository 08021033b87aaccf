"""The theme in use: one palette and one zoom for all windows, and a signal when they change."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFont

from desktop.ui.fonts import font, line_height
from desktop.ui.palettes import LIGHT, Palette, load_palette


class Theme(QObject):
    """Holds palette and zoom; widgets ask it when they paint and repaint when it changes."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._palette, self._zoom = load_palette(LIGHT), 1.0

    @property
    def palette(self) -> Palette:
        """Return the palette in use."""
        return self._palette

    @property
    def zoom(self) -> float:
        """Return the zoom in use, 0.8 to 2.0."""
        return self._zoom

    def use(self, palette: str | None = None, zoom: float | None = None) -> None:
        """Change palette, zoom or both; `changed` is emitted once, and only for a change."""
        before = (self._palette.name, self._zoom)
        if palette is not None:
            self._palette = load_palette(palette)
        if zoom is not None:
            self._zoom = min(2.0, max(0.8, zoom))
        if before != (self._palette.name, self._zoom):
            self.changed.emit()

    def font(self, token: str) -> QFont:
        """Return the font of a type token at the zoom in use."""
        return font(token, self._zoom)

    def line(self, token: str) -> float:
        """Return the line height of a type token at the zoom in use."""
        return line_height(token, self._zoom)

    def px(self, logical: float) -> int:
        """Return a length at the zoom in use, in whole pixels."""
        return round(logical * self._zoom)


@cache
def theme() -> Theme:
    """Return the one theme of this process."""
    return Theme()
