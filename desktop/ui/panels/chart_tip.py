"""The hover card of a chart's marks: shown after a moment, or at once by keyboard, and pinned."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, QSize, QTimer
from PySide6.QtWidgets import QWidget

from desktop.core.model.comparisons import Place
from desktop.ui.paint.axes import ChartMark
from desktop.ui.panels.figures import Figure
from desktop.ui.panels.hover_card import HOVER_DELAY_MS, HoverCard, HoverContent
from desktop.ui.theme import theme

Describe = Callable[[Place, str], HoverContent | None]


class ChartTip(QObject):
    """Shows what `describe` says of a mark's first place, beside the mark."""

    def __init__(self, view: QWidget, area: Callable[[], QRectF]) -> None:
        super().__init__(view)
        self._view, self._area = view, area
        self._figure: Figure | None = None
        self._describe: Describe | None = None
        self._hovered: ChartMark | None = None
        self.is_pinned = False
        self.card = HoverCard(view)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(HOVER_DELAY_MS)
        self._wait.timeout.connect(self._show_hovered)

    def take(self, figure: Figure, describe: Describe) -> None:
        """Speak of the marks of another figure."""
        self._figure, self._describe = figure, describe
        self.card.hide()

    def hover(self, mark: ChartMark | None) -> None:
        """Wait a moment over a mark, or over none, before its card shows."""
        if mark != self._hovered:
            self._hovered = mark
            if not self.is_pinned:
                self.card.hide()
            self._wait.start()

    def leave(self) -> None:
        """Forget what the mouse was over; a pinned card stays."""
        self._hovered = None
        self._wait.stop()
        if not self.is_pinned:
            self.card.hide()

    def close(self) -> None:
        """Hide the card, pinned or not."""
        self._wait.stop()
        self.is_pinned = False
        self.card.hide()

    def pin(self, mark: ChartMark | None) -> None:
        """Pin the card of a mark, or let it go again; what has no card cannot be pinned."""
        if self.is_pinned or mark is None:
            self.is_pinned = False
            return
        self.show(mark)
        self.is_pinned = self.card.isVisible()

    def show(self, mark: ChartMark) -> None:
        """Show the card of a mark at once; a mark that opens nothing has none."""
        places = self._figure.places(mark) if self._figure else ()
        if not places or not self._figure or not self._describe or not self._view.isVisible():
            self.card.hide()
            return
        content = self._describe(places[0], self._figure.sentence(mark))
        if content is not None:
            self.card.show_for(self._on_screen(self._figure.anchor(self._area(), mark)), content)

    def _show_hovered(self) -> None:
        if self._hovered is not None and not self.is_pinned:
            self.show(self._hovered)

    def _on_screen(self, rect: QRectF) -> QRect:
        zoom = theme().zoom
        corner = QPoint(round(rect.left() * zoom), round(rect.top() * zoom))
        size = QSize(round(rect.width() * zoom), round(rect.height() * zoom))
        return QRect(self._view.mapToGlobal(corner), size)
