"""A short wait, so that what comes in quick succession is done once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

_SETTLE_MS = 120


def settling_timer(parent: QObject, then: Callable[[], None]) -> QTimer:
    """Return a timer that calls `then` once, shortly after it was started last."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(_SETTLE_MS)
    timer.timeout.connect(then)
    return timer
