"""A chart as a widget: hover, click and keys over the marks that its painter knows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop.core.model.comparisons import Place
from desktop.ui.paint.axes import ChartMark
from desktop.ui.panels.figures import Figure, MarkState
from desktop.ui.panels.hover_card import HOVER_DELAY_MS, HoverCard, HoverContent
from desktop.ui.panels.legend import shown_palette
from desktop.ui.theme import theme

SPILL_PX = 8
_LEAST_WIDTH_PX = 440
_ARROWS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
Describe = Callable[[Place, str], HoverContent | None]


class ChartView(QWidget):
    """Shows one figure. `chosen` tells a mark and whether the keyboard chose it."""

    chosen = Signal(ChartMark, bool)

    def __init__(self, figure: Figure, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figure, self.state = figure, MarkState()
        self._describe: Describe | None = None
        self._is_gray = self._is_pinned = False
        self._hovered: ChartMark | None = None
        self.card = HoverCard(self)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(HOVER_DELAY_MS)
        self._wait.timeout.connect(self._show_hovered)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        theme().changed.connect(self.updateGeometry)

    def show_figure(self, figure: Figure, describe: Describe) -> None:
        """Show other data; `describe` gives what the hover card says of a place."""
        self.figure, self._describe = figure, describe
        self.state = MarkState()
        self.card.hide()
        self.updateGeometry()
        self.update()

    def set_gray(self, is_gray: bool) -> None:
        """Draw without color, or with it again."""
        self._is_gray = is_gray
        self.update()

    def choose(self, mark: ChartMark, *, by_key: bool = False) -> None:
        """Choose a mark as a click does."""
        self.state = MarkState(frozenset({mark}), self.state.focused)
        self.update()
        self.chosen.emit(mark, by_key)

    def mark_chosen(self, mark: ChartMark | None) -> None:
        """Show which mark is chosen without telling anybody."""
        self.state = MarkState(frozenset({mark}) if mark else frozenset(), self.state.focused)
        self.update()

    def area(self) -> QRectF:
        """Return where the figure is drawn, in logical pixels."""
        zoom = theme().zoom
        return QRectF(0, 0, self.width() / zoom, self.height() / zoom).adjusted(
            SPILL_PX, 0, -SPILL_PX, 0
        )

    @override
    def sizeHint(self) -> QSize:
        zoom = theme().zoom
        return QSize(round(_LEAST_WIDTH_PX * zoom), round(self.figure.height() * zoom))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.scale(theme().zoom, theme().zoom)
        focused = self.state.focused if self.hasFocus() else None
        state = MarkState(self.state.chosen, focused)
        self.figure.draw(painter, self.area(), state, shown_palette(self._is_gray))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        mark = self._mark_at(event.position())
        is_door = mark is not None and bool(self.figure.places(mark))
        shape = Qt.CursorShape.PointingHandCursor if is_door else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        if mark != self._hovered:
            self._hovered = mark
            if not self._is_pinned:
                self.card.hide()
            self._wait.start()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        mark = self._mark_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and mark is not None:
            self._wait.stop()
            self.card.hide()
            self.state = MarkState(self.state.chosen, ChartMark(mark.row, mark.column, mark.nth))
            self.choose(mark)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = None
        self._wait.stop()
        if not self._is_pinned:
            self.card.hide()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._is_pinned = False
        self.card.hide()
        super().hideEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        marks = self.figure.marks()
        if self.state.focused not in marks and marks:
            self._focus(marks[0], show=event.reason() is not Qt.FocusReason.MouseFocusReason)
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._is_pinned = False
        self.card.hide()
        super().focusOutEvent(event)
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS:
            self._move(_ARROWS[key])
        elif key in _ENTER and self.state.focused is not None:
            self.card.hide()
            self.choose(self.state.focused, by_key=True)
        elif key == Qt.Key.Key_Space:
            self._is_pinned = not self._is_pinned
            if self._is_pinned and self.state.focused is not None:
                self._show_card(self.state.focused)
        elif key == Qt.Key.Key_Escape and self.card.isVisible():
            self._is_pinned = False
            self.card.hide()
        else:
            super().keyPressEvent(event)

    def _move(self, way: QPointF) -> None:
        """Go to the nearest mark in a direction; the way across counts double."""
        marks, here = self.figure.marks(), self.state.focused
        if here is None or here not in marks:
            if marks:
                self._focus(marks[0], show=True)
            return
        start = self.figure.mark_rect(self.area(), here).center()
        best, least = None, 0.0
        for mark in marks:
            step = self.figure.mark_rect(self.area(), mark).center() - start
            along = step.x() * way.x() + step.y() * way.y()
            across = abs(step.x() * way.y()) + abs(step.y() * way.x())
            cost = along + 2 * across
            if along > 1 and along >= across / 4 and (best is None or cost < least):
                best, least = mark, cost
        if best is not None:
            self._focus(best, show=True)

    def _focus(self, mark: ChartMark, *, show: bool) -> None:
        self.state = MarkState(self.state.chosen, mark)
        self.setAccessibleDescription(self.figure.sentence(mark))
        self.update()
        if show:
            self._show_card(mark)

    def _show_hovered(self) -> None:
        if self._hovered is not None and not self._is_pinned:
            self._show_card(self._hovered)

    def _show_card(self, mark: ChartMark) -> None:
        places = self.figure.places(mark)
        if not places or self._describe is None or not self.isVisible():
            self.card.hide()
            return
        content = self._describe(places[0], self.figure.sentence(mark))
        if content is not None:
            self.card.show_for(self._on_screen(mark), content)

    def _on_screen(self, mark: ChartMark) -> QRect:
        rect, zoom = self.figure.anchor(self.area(), mark), theme().zoom
        corner = QPoint(round(rect.left() * zoom), round(rect.top() * zoom))
        size = QSize(round(rect.width() * zoom), round(rect.height() * zoom))
        return QRect(self.mapToGlobal(corner), size)

    def _mark_at(self, position: QPointF) -> ChartMark | None:
        return self.figure.mark_at(self.area(), position / theme().zoom)
