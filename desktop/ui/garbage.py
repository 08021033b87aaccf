"""Garbage collection in the window's thread only: Qt's objects must not die in another one."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 400


class Collector(QObject):
    """Takes the place of Python's own collecting, which runs in whichever thread allocates.

    A cycle with a widget in it, collected by a thread that reads the library, would delete the
    widget there while the window paints it.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.collect_due)
        self._timer.start()

    def collect_due(self) -> None:
        """Collect the oldest generation that is due, with all younger ones."""
        counts = gc.get_count()
        for generation in (2, 1, 0):
            if counts[generation] > self._thresholds[generation] > 0:
                gc.collect(generation)
                return

    def close(self) -> None:
        """Give collecting back to Python."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()


def spare_loaded() -> None:
    """Leave what is loaded by now out of every collection: modules stay to the end.

    Looking through a few hundred thousand objects of theirs would hold up a window that has just
    opened.
    """
    gc.freeze()
