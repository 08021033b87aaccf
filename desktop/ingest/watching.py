"""Counts what tries to reach a network, in this process and in those that read files for it."""

from __future__ import annotations

import sys
import threading
from typing import Any, cast

_EVENTS = frozenset({
    "socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo",
    "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo",
})  # fmt: skip
_HERE = ("127.", "::1", "localhost")


class _Counter:
    """How often something was tried; `is_watching` once this process is looked at."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.is_watching = False
        self.tried = 0

    def add(self, number: int) -> None:
        with self._lock:
            self.tried += number


_counter = _Counter()


def watch_network() -> None:
    """Count from now on; what has begun once goes on until the process ends."""
    if not _counter.is_watching:
        _counter.is_watching = True
        sys.addaudithook(_note)


def is_watching() -> bool:
    """Say whether this process is being looked at."""
    return _counter.is_watching


def add_attempts(number: int) -> None:
    """Add what a reader process has counted."""
    _counter.add(number)


def attempts() -> int:
    """Return how often something tried to reach a network since `watch_network`."""
    return _counter.tried


def _note(event: str, arguments: tuple[Any, ...]) -> None:
    if event in _EVENTS and not _is_local(arguments):
        _counter.add(1)


def _is_local(arguments: tuple[Any, ...]) -> bool:
    """Say whether something asks for this machine alone, as programs side by side do."""
    first: object = arguments[0] if arguments else None
    # The module of sockets stays unloaded in a program that has none.
    family = getattr(first, "family", None)
    if family is not None:
        if getattr(family, "name", "") == "AF_UNIX":
            return True
        place: Any = arguments[1] if len(arguments) > 1 else None
        first = cast("tuple[object, ...]", place)[0] if isinstance(place, tuple) else None
    # Where no place is given, the socket was given it before, and that was counted.
    return first is None or (isinstance(first, str) and first.startswith(_HERE))
