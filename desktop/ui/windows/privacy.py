"""The privacy page by command: the test runs beside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.services.errors import CrosslightError
from desktop.ui.windows.main import MainWindow
from desktop.ui.windows.workspace import Workspace

if TYPE_CHECKING:  # loaded when it is shown
    from desktop.services.privacy import IsolationCheck
    from desktop.ui.panels.privacy_dialog import PrivacyDialog

_TOPIC = "privacy"


class Privacy(QObject):
    """Shows what was counted, and lets a reader try what it may not do."""

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        super().__init__(window)
        self._window, self._workspace = window, workspace
        self._dialog: PrivacyDialog | None = None
        window.commands["privacy"].triggered.connect(self.show)

    def show(self) -> None:
        """Show the page and run the test once."""
        from desktop.services.privacy import list_bundled
        from desktop.ui.panels.privacy_dialog import PrivacyDialog

        dialog = PrivacyDialog(list_bundled(), self._window)
        self._dialog = dialog
        dialog.test_asked.connect(self._test)
        dialog.finished.connect(self._forget)
        dialog.open()
        dialog.start()

    def _forget(self) -> None:
        self._dialog = None

    def _test(self) -> None:
        from desktop.services.privacy import check_isolation

        self._workspace.work_out(check_isolation, self._tell, self._tell_trouble, topic=_TOPIC)

    def _tell(self, check: IsolationCheck) -> None:
        from desktop.services.privacy import count_network

        if self._dialog is not None:
            self._dialog.show_check(check, count_network())

    def _tell_trouble(self, error: CrosslightError) -> None:
        if self._dialog is not None:
            self._dialog.show_trouble(f"{error.message} {error.remedy}")
