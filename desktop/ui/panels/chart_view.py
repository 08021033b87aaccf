"""A chart as a widget: hover, click and keys over the marks that its painter knows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
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

from desktop.ui.paint.axes import ChartMark
from desktop.ui.panels.chart_tip import ChartTip, Describe
from desktop.ui.panels.figures import Figure, MarkState
from desktop.ui.panels.legend import shown_palette
from desktop.ui.theme import theme

SPILL_PX = 8
LEAST_WIDTH_PX = 440
_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_ARROWS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ChartView(QWidget):
    """Shows one figure. `chosen` tells a mark and whether the keyboard chose it.

    `focused` tells where the mark stands that the keyboard goes to.
    """

    chosen = Signal(ChartMark, bool)
    focused = Signal(QRect)

    def __init__(self, figure: Figure, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figure, self.state = figure, MarkState()
        self._is_gray = False
        self._tip = ChartTip(self, self.area)
        self.card = self._tip.card
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        theme().changed.connect(self.updateGeometry)

    def show_figure(self, figure: Figure, describe: Describe) -> None:
        """Show other data; `describe` gives what the hover card says of a place."""
        self.figure, self.state = figure, MarkState()
        self._tip.take(figure, describe)
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
        width = max(LEAST_WIDTH_PX, self.figure.width() + 2 * SPILL_PX)
        return QSize(round(width * zoom), round(self.figure.height() * zoom))

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
        self._tip.hover(mark)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        mark = self._mark_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and mark is not None:
            self._tip.close()
            self.state = MarkState(self.state.chosen, ChartMark(mark.row, mark.column, mark.nth))
            self.choose(mark)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._tip.leave()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._tip.close()
        super().hideEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        marks = self.figure.marks()
        if self.state.focused not in marks and marks:
            # Only who came here by key asks for the card: a page that opens gives focus, too.
            self._focus(marks[0], show=event.reason() in _BY_KEY)
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._tip.close()
        super().focusOutEvent(event)
        self.update()

    @override
    def event(self, event: QEvent) -> bool:
        # Esc closes the card before it closes what the page shows, whatever the page's keys say.
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and event.key() == Qt.Key.Key_Escape
            and self.card.isVisible()
        ):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS:
            self._move(_ARROWS[key])
        elif key in _ENTER and self.state.focused is not None:
            self._tip.close()
            self.choose(self.state.focused, by_key=True)
        elif key == Qt.Key.Key_Space:
            self._tip.pin(self.state.focused)
        elif key == Qt.Key.Key_Escape and self.card.isVisible():
            self._tip.close()
        else:
            super().keyPressEvent(event)

    def _move(self, way: QPointF) -> None:
        mark = next_mark(self.figure, self.area(), self.state.focused, way)
        if mark is not None:
            self._focus(mark, show=True)

    def _focus(self, mark: ChartMark, *, show: bool) -> None:
        self.state = MarkState(self.state.chosen, mark)
        self.setAccessibleDescription(self.figure.sentence(mark))
        self.update()
        box, zoom = self.figure.mark_rect(self.area(), mark), theme().zoom
        self.focused.emit(QRectF(box.topLeft() * zoom, box.size() * zoom).toAlignedRect())
        if show:
            self._tip.show(mark)

    def _mark_at(self, position: QPointF) -> ChartMark | None:
        return self.figure.mark_at(self.area(), position / theme().zoom)


def next_mark(
    figure: Figure, area: QRectF, here: ChartMark | None, way: QPointF
) -> ChartMark | None:
    """Return the nearest mark in a direction, the first if none is focused, or None.

    The way across counts double, so that arrows keep to their row or column where they can.
    """
    marks = figure.marks()
    if here is None or here not in marks:
        return marks[0] if marks else None
    start = figure.mark_rect(area, here).center()
    best, least = None, 0.0
    for mark in marks:
        step = figure.mark_rect(area, mark).center() - start
        along = step.x() * way.x() + step.y() * way.y()
        across = abs(step.x() * way.y()) + abs(step.y() * way.x())
        cost = along + 2 * across
        if along > 1 and along >= across / 4 and (best is None or cost < least):
            best, least = mark, cost
    return best
