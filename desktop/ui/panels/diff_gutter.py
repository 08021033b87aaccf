"""Between and beside the panes of the diff: the gutter of ribbons and the overview map."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.ui.paint.diff import Band, Overview, band_path, draw_bands, draw_overview
from desktop.ui.theme import theme

GUTTER_PX, MAP_PX = 100, 76


class DiffGutter(QWidget):
    """Draws a ribbon a pair; a click chooses the pair under it."""

    pair_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(GUTTER_PX)
        self.setAccessibleName(self.tr("Which sentences are aligned"))
        self._bands: tuple[tuple[int, Band], ...] = ()

    def show_bands(self, bands: Sequence[tuple[int, Band]]) -> None:
        """Show ribbons, each with the index of its pair."""
        self._bands = tuple(bands)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().palette.window)
        bands = [band for _, band in self._bands]
        draw_bands(painter, QRectF(self.rect()), bands, theme().palette)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        rect = QRectF(self.rect())
        for pair, band in reversed(self._bands):
            if band_path(rect, band).contains(event.position()):
                self.pair_chosen.emit(pair)
                return


class OverviewMap(QWidget):
    """Both texts at a glance; click or drag to go there."""

    share_chosen = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(MAP_PX)
        self.setAccessibleName(self.tr("Overview of both texts"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._overview = Overview((), (), (0.0, 1.0))

    def show_overview(self, overview: Overview) -> None:
        """Show both texts and what is in view of them."""
        self._overview = overview
        self.update()

    @property
    def overview(self) -> Overview:
        """Return what is shown."""
        return self._overview

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = theme().palette
        painter.fillRect(self.rect(), palette.window)
        painter.fillRect(0, 0, 1, self.height(), palette.border)
        painter.setFont(theme().font("caption"))
        painter.setPen(palette.text2)
        area = self._area()
        for letter, share in (("A", 0.26), ("B", 0.74)):
            box = QRectF(area.left() + area.width() * share - 10, 6, 20, 16)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)
        draw_overview(painter, area, self._overview, palette)

    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(4, 28, -4, -8)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go(event)

    def _go(self, event: QMouseEvent) -> None:
        area = self._area()
        share = (event.position().y() - area.top()) / max(1.0, area.height())
        self.share_chosen.emit(min(1.0, max(0.0, share)))
