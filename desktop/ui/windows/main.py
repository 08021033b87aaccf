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
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
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
from desktop.ui.windows.focus import first_focus

LIBRARY, COMPARE, DIFF, CHARTS = "library", "compare", "diff", "charts"
ARTICLE, REPORT, HELP, SETTINGS = "article", "report", "help", "settings"
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
        self._central, self._stack = Ground("window"), QStackedWidget()
        self._pages: dict[str, QWidget] = {}
        self._focus: dict[str, QWidget] = {}
        self._is_focus_due = False
        self._held_focus: QWidget | None = None
        self._build()
        self.toast = Toast(self._central)
        self.jobs_panel = JobsPanel(self._central)
        self.overlay = DropOverlay(self._central)
        self.drop = DropTarget(self, self.overlay, self._place_overlays)
        self.add_page(LIBRARY, self.library, self.library.list.view)
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
        return next(
            name for name, page in self._pages.items() if page is self._stack.currentWidget()
        )

    def page_widget(self, name: str) -> QWidget:
        """Return a page by its name."""
        return self._pages[name]

    def add_page(self, name: str, page: QWidget, focus: QWidget | None = None) -> None:
        """Add a page; its entry appears in the rail and its command in the menu.

        `focus` takes the keys when the page is shown by keyboard; else its first control does.
        """
        self._pages[name] = page
        if focus is not None:
            self._focus[name] = focus
        self._stack.addWidget(page)
        self.rail.set_available(tuple(self._pages))
        for action in self.commands.pages.actions():
            action.setVisible(action.data() in self._pages)

    def show_page(self, name: str) -> None:
        """Show a page; a name that no page has is left alone."""
        if name not in self._pages:
            return
        focus = QApplication.focusWidget()
        held = focus is None or self._stack.isAncestorOf(focus)
        self._stack.setCurrentWidget(self._pages[name])
        self.rail.mark(name)
        for action in self.commands.pages.actions():
            action.setChecked(action.data() == name)
        if held:
            self.focus_page()
        self.page_shown.emit(name)

    def focus_page(self) -> None:
        """Give the keys to the page that is shown; what it has no room for takes none."""
        wanted = self._focus.get(self.page)
        is_there = wanted is not None and wanted.isVisible()
        target = wanted if is_there else first_focus(self._pages[self.page])
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        self._is_focus_due = wanted is not None and not is_there
        self._held_focus = QApplication.focusWidget()

    def settle_focus(self) -> None:
        """Give the keys to the page now that it is filled, unless they have gone elsewhere."""
        if self._is_focus_due and QApplication.focusWidget() is self._held_focus:
            self.focus_page()

    def _show_page_of(self, action: QAction) -> None:
        self.show_page(str(action.data()))
        self.focus_page()

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
        middle.addWidget(self._stack, 1)
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
        top = self._stack.mapTo(self._central, self._stack.rect().topLeft())
        return QRect(top, self._stack.size())

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
