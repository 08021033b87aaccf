"""The pages of the window one over the other: each made when it is first shown, with its focus."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from desktop.ui.windows.focus import first_focus


class PageStack(QStackedWidget):
    """Pages by name; `available_changed` tells that there is one more, `shown` which is on top."""

    shown = Signal(str)
    available_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: dict[str, QWidget] = {}
        self._offered: dict[str, Callable[[], object]] = {}
        self._focus: dict[str, QWidget] = {}
        self._is_focus_due = False
        self._held_focus: QWidget | None = None

    @property
    def page(self) -> str:
        """Return the name of the page that is shown."""
        return next(name for name, page in self._pages.items() if page is self.currentWidget())

    @property
    def available(self) -> tuple[str, ...]:
        """Return the names of the pages that can be shown."""
        return *self._pages, *self._offered

    def page_widget(self, name: str) -> QWidget:
        """Return a page by its name; one that is offered is made."""
        self._make(name)
        return self._pages[name]

    def offer(self, name: str, make: Callable[[], object]) -> None:
        """Offer a page that `make` makes and adds when it is first shown."""
        self._offered[name] = make
        self.available_changed.emit()

    def add(self, name: str, page: QWidget, focus: QWidget | None = None) -> None:
        """Add a page; `focus` takes the keys when it is shown, else its first control does."""
        self._offered.pop(name, None)
        self._pages[name] = page
        if focus is not None:
            self._focus[name] = focus
        self.addWidget(page)
        self.available_changed.emit()

    def show_page(self, name: str) -> None:
        """Show a page; a name that no page has is left alone."""
        self._make(name)
        if name not in self._pages:
            return
        focus = QApplication.focusWidget()
        held = focus is None or self.isAncestorOf(focus)
        self.setCurrentWidget(self._pages[name])
        if held:
            self.focus_page()
        self.shown.emit(name)

    def focus_page(self) -> None:
        """Give the keys to the page that is shown; what it has no room for takes none."""
        wanted = self._focus.get(self.page)
        is_there = wanted is not None and wanted.isVisible()
        target = wanted if is_there else first_focus(self._pages[self.page])
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        self._is_focus_due = wanted is not None and not is_there
        self._held_focus = QApplication.focusWidget()

    def hold_focus(self, part: QWidget) -> None:
        """Give the keys to a part of the page that is shown; they stay there when it is filled."""
        part.setFocus(Qt.FocusReason.TabFocusReason)
        self._is_focus_due = False

    def settle_focus(self) -> None:
        """Give the keys to the page now that it is filled, unless they have gone elsewhere."""
        if self._is_focus_due and QApplication.focusWidget() is self._held_focus:
            self.focus_page()

    def _make(self, name: str) -> None:
        make = self._offered.pop(name, None)
        if make is not None:
            make()
