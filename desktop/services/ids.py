"""Ids that sort by the time they were made: UUID version 7."""

from __future__ import annotations

import secrets
import threading
import time
import uuid

_RANDOM_BITS = 74
_lock = threading.Lock()
_last = 0


def new_id() -> str:
    """Return a UUIDv7 as text; ids of one process are strictly increasing."""
    global _last  # noqa: PLW0603
    with _lock:
        moment = (time.time_ns() // 1_000_000) << _RANDOM_BITS
        # The highest random bit starts empty, so that counting up never runs into the time.
        fresh = moment | secrets.randbits(_RANDOM_BITS - 1)
        _last = max(fresh, _last + 1)
        value = _last
    high, low = divmod(value, 1 << 62)
    time_part, random_part = divmod(high, 1 << 12)
    number = (time_part << 80) | (0x7 << 76) | (random_part << 64) | (0b10 << 62) | low
    return str(uuid.UUID(int=number))
