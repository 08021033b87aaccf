"""What a signal emits, kept for a test: the value of one argument, a tuple of several."""

from __future__ import annotations

from PySide6.QtCore import SignalInstance


def emitted(signal: SignalInstance) -> list[object]:
    """Return a list that grows with each emission from now on."""
    seen: list[object] = []

    def take(*values: object) -> None:
        seen.append(values[0] if len(values) == 1 else values)

    signal.connect(take)
    return seen
