"""Moving between panes by keyboard, and sizes that outlive a run."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.session import Session
from desktop.ui.windows.focus import first_focus
from desktop.ui.windows.main import MainWindow

_WINDOW, _OUTER, _PANES = "window", "library", "library panes"


@runtime_checkable
class Divided(Protocol):
    """A page that names its panes in the order in which they are read."""

    @property
    def parts(self) -> list[QWidget]:
        """Return the panes, in reading order."""
        ...


class Panes(QObject):
    """F6 goes from pane to pane; geometry, splitters and the page are kept in the session."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        commands = window.commands
        commands["next pane"].triggered.connect(lambda: self.step(1))
        commands["previous pane"].triggered.connect(lambda: self.step(-1))
        commands["reset panes"].triggered.connect(window.library.reset_sizes)
        self._restore()

    def step(self, by: int) -> None:
        """Give the focus to the next pane, or the one before."""
        panes = [pane for pane in self._panes() if pane.isVisible() and first_focus(pane)]
        focus = QApplication.focusWidget()
        held = [n for n, pane in enumerate(panes) if focus is not None and _holds(pane, focus)]
        at = (held[0] + by) % len(panes) if held else 0
        target = first_focus(panes[at])
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def keep(self) -> None:
        """Put sizes and page into the session."""
        library = self._window.library
        self._session.keep_state(_WINDOW, self._window.saveGeometry())
        self._session.keep_state(_OUTER, library.outer.saveState())
        self._session.keep_state(_PANES, library.panes.saveState())
        self._session.page = self._window.page

    def _restore(self) -> None:
        library = self._window.library
        for name, splitter in ((_OUTER, library.outer), (_PANES, library.panes)):
            state = self._session.state(name)
            if not state.isEmpty():
                splitter.restoreState(state)
        self._window.show_page(self._session.page)

    def _panes(self) -> list[QWidget]:
        window = self._window
        page = window.page_widget(window.page)
        parts = page.parts if isinstance(page, Divided) else [page]
        return [window.topbar, window.rail, *parts, window.jobs_panel, window.toast]


def _holds(pane: QWidget, widget: QWidget) -> bool:
    return pane is widget or pane.isAncestorOf(widget)
