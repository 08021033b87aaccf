"""What a signal told, as typed values."""

from __future__ import annotations

from typing import cast

from pytestqt.wait_signal import SignalBlocker


def args_of(told: SignalBlocker) -> list[object]:
    """Return the values that a signal was emitted with."""
    args: object = getattr(told, "args", None)
    return list(cast("list[object]", args or []))
