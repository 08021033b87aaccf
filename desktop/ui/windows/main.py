"""The main window: the frame that every page stands in, painted before anything heavy loads."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.ui.controls.plates import Ground
from desktop.ui.paint.shadows import SHADOW_PX
from desktop.ui.panels.banner import Banner
from desktop.ui.panels.drop_overlay import DropOverlay
from desktop.ui.panels.jobs_panel import JobsPanel
from desktop.ui.panels.library import LibraryPage
from desktop.ui.panels.rail import Rail, RailEntry
from desktop.ui.panels.statusline import StatusLine
from desktop.ui.panels.toast import Toast
from desktop.ui.panels.topbar import TopBar
from desktop.ui.theme import theme
from desktop.ui.windows.commands import Commands
from desktop.ui.windows.dropping import DropTarget
from desktop.ui.windows.page_stack import PageStack

LIBRARY, COMPARE, DIFF, CHARTS = "library", "compare", "diff", "charts"
DETAILS, VOICES = "details", "voices"
EVENT_TABS = (COMPARE, DETAILS, VOICES)
ARTICLE, REPORT, HELP, SETTINGS = "article", "report", "help", "settings"
RECEIPT = "receipt"
_MENU_PX, _SMALLEST = 28, (720, 520)
_WIDE_PX = 1200


class MainWindow(QMainWindow):
    """Menu bar, top bar, rail, pages, status line, and what may lie over a page."""

    painted = Signal()
    escaped = Signal()
    rename_wanted = Signal()
    closing = Signal()
    page_shown = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Crosslight")
        self.setMinimumSize(*_SMALLEST)
        self._has_painted = False
        self.commands = Commands(self)
        self.menuBar().setNativeMenuBar(True)
        self.topbar = TopBar()
        self.rail = Rail(self._entries())
        self.banner = Banner()
        self.library = LibraryPage()
        self.status = StatusLine()
        self._central, self.pages = Ground("window"), PageStack()
        self._build()
        self.toast = Toast(self._central)
        self.jobs_panel = JobsPanel(self._central)
        self.overlay = DropOverlay(self._central)
        self.drop = DropTarget(self, self.overlay, self._place_overlays)
        self.pages.available_changed.connect(self._show_available)
        self.pages.shown.connect(self._mark_page)
        self.pages.add(LIBRARY, self.library, self.library.list.view)
        self.show_page(LIBRARY)
        self.rail.page_chosen.connect(self.show_page)
        self.commands.pages.triggered.connect(self._show_page_of)
        theme().changed.connect(self._resize_parts)
        # Set on purpose: left alone, the search field would take the first keys.
        self.library.list.view.setFocus()
        self.resize(1440, 900)
        self._resize_parts()

    @property
    def page(self) -> str:
        """Return the name of the page that is shown."""
        return self.pages.page

    def page_widget(self, name: str) -> QWidget:
        """Return a page by its name."""
        return self.pages.page_widget(name)

    def show_page(self, name: str) -> None:
        """Show a page; a name that no page has is left alone."""
        self.pages.show_page(name)

    def _mark_page(self, name: str) -> None:
        # The tabs of an event stand behind one entry of the rail, the receipt behind the library's.
        self.rail.mark(COMPARE if name in EVENT_TABS else LIBRARY if name == RECEIPT else name)
        for action in self.commands.pages.actions():
            action.setChecked(action.data() == name)
        self.page_shown.emit(name)

    def _show_available(self) -> None:
        available = self.pages.available
        self.rail.set_available(available)
        for action in self.commands.pages.actions():
            action.setVisible(action.data() in available)

    def _show_page_of(self, action: QAction) -> None:
        self.show_page(str(action.data()))
        self.pages.focus_page()

    def _entries(self) -> list[RailEntry]:
        return [
            RailEntry(LIBRARY, self.tr("Library"), "books"),
            RailEntry(COMPARE, self.tr("Compare"), "columns-3"),
            RailEntry(DIFF, self.tr("Diff"), "arrows-diff"),
            RailEntry(CHARTS, self.tr("Charts"), "chart-dots"),
            RailEntry(ARTICLE, self.tr("Article"), "article"),
            RailEntry(REPORT, self.tr("Report"), "printer"),
            RailEntry(HELP, self.tr("Help"), "help", at_foot=True),
            RailEntry(SETTINGS, self.tr("Settings"), "settings", at_foot=True),
        ]

    def _build(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.banner)
        middle.addWidget(self.pages, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(middle, 1)
        column = QVBoxLayout(self._central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.topbar)
        column.addLayout(row, 1)
        column.addWidget(self.status)
        self.setCentralWidget(self._central)

    def _resize_parts(self) -> None:
        self.menuBar().setFixedHeight(theme().px(_MENU_PX))
        self.rail.set_slim(self.width() / theme().zoom < _WIDE_PX)
        self._place_overlays()

    def _place_overlays(self) -> None:
        area = self._page_area()
        toast = self.toast.rect()
        toast.moveCenter(area.center())
        toast.moveBottom(area.bottom() - 12)
        self.toast.move(toast.topLeft())
        width = self.jobs_panel.width()
        height = min(theme().px(560), area.height() + SHADOW_PX)
        left = self._central.width() - width + SHADOW_PX - 10
        self.jobs_panel.setGeometry(left, area.top() - 4, width, height)
        if self.page == LIBRARY:
            area.setLeft(area.left() + self.library.left_px)
        self.overlay.setGeometry(area)

    def _page_area(self) -> QRect:
        top = self.pages.mapTo(self._central, self.pages.rect().topLeft())
        return QRect(top, self.pages.size())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._resize_parts()

    @override
    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._place_overlays()
        return handled

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._has_painted:
            self._has_painted = True
            # The timer fires when the children have been painted, too, and all is on the screen.
            QTimer.singleShot(0, self, self.painted.emit)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._close_overlay()
        elif event.key() == Qt.Key.Key_F2:
            self.rename_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Find):
            self.commands["find"].trigger()
        else:
            super().keyPressEvent(event)

    def _close_overlay(self) -> None:
        for panel in (self.jobs_panel, self.toast):
            if panel.isVisible():
                panel.hide()
                return
        self.escaped.emit()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)
