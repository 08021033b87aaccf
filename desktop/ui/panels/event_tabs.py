"""The tabs of an event: what stands side by side, its details, its voices."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget
from typing_extensions import override

from desktop.ui.paint.axes import words_width
from desktop.ui.paint.focus import draw_focus
from desktop.ui.theme import theme

_HEIGHT_PX, _SIDE_PX, _RULE_PX = 44, 10, 2.5


class EventTabs(QTabBar):
    """A tab bar that stands on every page of an event and always shows its own page.

    `chosen` tells the name of the page that is asked for; whoever shows pages turns to it.
    """

    chosen = Signal(str)

    def __init__(self, page: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._names: tuple[str, ...] = ()
        self.setAccessibleName(self.tr("Views of the event"))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.currentChanged.connect(self._ask)
        for keys, by in (("Ctrl+Tab", 1), ("Ctrl+Shift+Tab", -1)):
            # For the whole window: only the page that is shown has visible tabs.
            turn = QShortcut(QKeySequence(keys), self)
            turn.activated.connect(lambda by=by: self.turn(by))
        theme().changed.connect(self._resize)

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of the pages that have a tab."""
        return self._names

    def show_pages(self, names: Sequence[str]) -> None:
        """Show a tab for each of these pages that there are words for, in the usual order."""
        titles = tab_titles()
        self._names = tuple(name for name in titles if name in names)
        self.blockSignals(True)
        while self.count():
            self.removeTab(0)
        for name in self._names:
            self.addTab(titles[name])
        self._show_own()
        self.blockSignals(False)
        self._resize()

    def turn(self, by: int) -> None:
        """Ask for the next page or the one before, from the last on to the first."""
        if self._page in self._names:
            self._ask((self._names.index(self._page) + by) % len(self._names))

    @override
    def tabSizeHint(self, index: int) -> QSize:
        width = words_width(self.tabText(index), "body-strong") + 2 * _SIDE_PX
        return QSize(theme().px(width), theme().px(_HEIGHT_PX))

    @override
    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette, rule = theme().palette, _RULE_PX * theme().zoom
        for nth in range(self.count()):
            rect = self.tabRect(nth)
            is_own = nth == self.currentIndex()
            strong = is_own or self._is_under_mouse(rect)
            painter.setFont(theme().font("body-strong" if is_own else "body-medium"))
            painter.setPen(palette.text if strong else palette.text2)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.tabText(nth))
            if is_own:
                side = theme().px(_SIDE_PX)
                line = QRectF(rect).adjusted(side, rect.height() - rule, -side, 0)
                painter.fillRect(line, palette.accent)
                if self.hasFocus():
                    draw_focus(painter, QRectF(rect).adjusted(2, 5, -2, -7), palette)

    def _is_under_mouse(self, rect: QRect) -> bool:
        return self.underMouse() and rect.contains(self.mapFromGlobal(self.cursor().pos()))

    def _ask(self, index: int) -> None:
        if 0 <= index < len(self._names) and self._names[index] != self._page:
            self.blockSignals(True)
            self._show_own()
            self.blockSignals(False)
            self.chosen.emit(self._names[index])

    def _show_own(self) -> None:
        if self._page in self._names:
            self.setCurrentIndex(self._names.index(self._page))

    def _resize(self) -> None:
        # A change of the fonts alone does not make the bar lay its tabs out again.
        for nth in range(self.count()):
            self.setTabText(nth, self.tabText(nth))
        self.updateGeometry()
        self.update()


def tab_titles() -> dict[str, str]:
    """Return what each page of an event is called on its tab, in their order."""
    return {
        "compare": QCoreApplication.translate("EventTabs", "Overview"),
        "details": QCoreApplication.translate("EventTabs", "Details"),
        "voices": QCoreApplication.translate("EventTabs", "Voices"),
    }
