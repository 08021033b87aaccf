"""The legend of the two voices as a widget."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop.core.model.analyses import Voice
from desktop.ui.labels import voice_label
from desktop.ui.paint.legend import HEIGHT_PX, draw_legend, legend_width
from desktop.ui.palettes import Palette, in_gray
from desktop.ui.theme import theme


class LegendRow(QWidget):
    """Says which pattern is whose voice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voices: tuple[Voice, ...] = (Voice.OWN, Voice.QUOTED)
        self._is_gray = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_voices(self._voices)

    def show_voices(self, voices: Sequence[Voice]) -> None:
        """Show the voices that are drawn."""
        self._voices = tuple(voices)
        self.setAccessibleName(", ".join(voice_label(voice) for voice in voices))
        self.updateGeometry()
        self.update()

    def set_gray(self, is_gray: bool) -> None:
        """Draw without color, or with it again."""
        self._is_gray = is_gray
        self.update()

    @override
    def sizeHint(self) -> QSize:
        zoom = theme().zoom
        return QSize(round(legend_width(self._voices) * zoom) + 1, round(HEIGHT_PX * zoom))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.scale(theme().zoom, theme().zoom)
        draw_legend(painter, QPointF(0, 0), self._voices, shown_palette(self._is_gray))


def shown_palette(is_gray: bool) -> Palette:
    """Return the palette in use, without color where that is asked for."""
    return in_gray(theme().palette) if is_gray else theme().palette
