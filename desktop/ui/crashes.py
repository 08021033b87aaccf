"""Faults of our own: logged to a file, and said once in one dialog.

What an error says of itself may quote an article. It is shown on the screen and never logged: the
log holds the places in the code, the kinds of errors, and the system's own words.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

import platformdirs
from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox
from typing_extensions import override

from desktop.services.faults import describe_fault

_MOST_BYTES, _KEPT = 1_000_000, 3
_log = logging.getLogger("crosslight")


def log_path() -> Path:
    """Return the file that faults are logged to."""
    return Path(platformdirs.user_log_dir("Crosslight", appauthor=False)) / "crosslight.log"


class _PrivateFileHandler(RotatingFileHandler):
    """Writes files that their owner alone may read."""

    @override
    def _open(self) -> TextIOWrapper:
        whole = open(self.baseFilename, "ab", opener=_open_privately)  # noqa: SIM115
        return TextIOWrapper(whole, encoding=self.encoding, errors=self.errors)


def _open_privately(name: str, flags: int) -> int:
    return os.open(name, flags, 0o600)


class CrashReporter(QObject):
    """Takes the place of `sys.excepthook`; the dialog is shown in the window's thread, once."""

    _happened = Signal(str)

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path, self._told = path, False
        self._happened.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def hook(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log an exception that nobody caught and show that it happened."""
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        _log.error("not caught\n%s", describe_fault(error.with_traceback(trace)))
        self._happened.emit(f"{kind.__name__}: {error}")

    def close(self) -> None:
        """Give the hooks back to Python."""
        sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__

    def _tell(self, what: str) -> None:
        if self._told:
            return
        self._told = True
        box = QMessageBox()
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Crosslight"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.tr("Something went wrong inside Crosslight."))
        text = self.tr("Your library is safe: what was shown as done is stored.\nDetails: {path}")
        box.setInformativeText(text.format(path=self._path))
        box.setDetailedText(what[:2000])
        box.exec()
        box.deleteLater()


def report_crashes() -> CrashReporter:
    """Log what nobody catches, in any thread, and show it once."""
    path = log_path()
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler = _PrivateFileHandler(
            path, maxBytes=_MOST_BYTES, backupCount=_KEPT, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _log.addHandler(handler)
    reporter = CrashReporter(path)
    sys.excepthook = reporter.hook
    threading.excepthook = lambda args: reporter.hook(
        args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
    )
    return reporter
