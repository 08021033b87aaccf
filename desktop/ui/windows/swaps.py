"""The swap test by command: it runs beside the window and opens its dialog when it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.ui.windows.main import MainWindow
from desktop.ui.windows.reading import Reading
from desktop.ui.windows.workspace import Workspace

if TYPE_CHECKING:  # loaded when the test is run
    from desktop.services.views import SwapView

_TOPIC = "swap"


class Swaps(QObject):
    """Runs the swap test on the article that is shown."""

    def __init__(self, window: MainWindow, workspace: Workspace, reading: Reading) -> None:
        super().__init__(window)
        self._window, self._workspace, self._reading = window, workspace, reading
        window.commands["swap test"].triggered.connect(self.run)

    def run(self) -> None:
        """Test the article that is shown, if there is one."""
        from desktop.services.swaps import run_swap_test

        shown = self._reading.shown
        if shown is not None:
            article_id = shown.article.id
            self._workspace.read(
                lambda library: run_swap_test(library, article_id), self._open, topic=_TOPIC
            )

    def _open(self, view: SwapView) -> None:
        from desktop.ui.panels.swap_dialog import SwapDialog

        shown = self._reading.shown
        if shown is not None and shown.article.id == view.article.id:
            SwapDialog(view, self._window).open()
