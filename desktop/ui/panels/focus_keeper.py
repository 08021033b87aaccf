"""The keys kept on a page while parts of it are hidden and come back."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


class FocusKeeper:
    """Gives the keys to `rest` where what held them is hidden, and back when that is shown again.

    Left to Qt, they would go to whatever comes next, which may be a field on another part of the
    window.
    """

    def __init__(self, page: QWidget, rest: QWidget) -> None:
        self._page, self._rest = page, rest
        self._left: QWidget | None = None

    @contextmanager
    def kept(self, instead: QWidget | None = None) -> Generator[None]:
        """Keep the keys on the page through a change of what it shows.

        `instead` takes them for good where it is shown and what held them is not.
        """
        held = QApplication.focusWidget()
        yield
        if held is None or not self._page.isAncestorOf(held):
            return
        if held.isVisible():
            if held is self._rest and self._left is not None and self._left.isVisible():
                self._give(self._left)
        elif instead is not None and instead.isVisible():
            self._give(instead)
        else:
            self._give(self._rest)
            self._left = held

    def _give(self, widget: QWidget) -> None:
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        self._left = None
