"""Where a fault of our own happened, told without a word of any article."""

from __future__ import annotations

import os
import traceback
from collections.abc import Iterator

_MOST_FRAMES, _MOST_CAUSES = 60, 10


class DistantFaultError(RuntimeError):
    """A fault in another process of the program; what it says is what `describe_fault` returned."""


def describe_fault(error: BaseException) -> str:
    """Return where an error and those behind it happened, without what they say."""
    return "\n".join(_describe(each) for each in reversed(list(_causes(error))))


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Give an error and those that led to it, the last first."""
    found: BaseException | None = error
    for _nth in range(_MOST_CAUSES):
        if found is None:
            return
        yield found
        found = found.__cause__ or (None if found.__suppress_context__ else found.__context__)


def _describe(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)[-_MOST_FRAMES:]
    places = "".join(traceback.format_list(frames))
    kind = type(error)
    name = kind.__name__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__name__}"
    words = f": {os.strerror(error.errno)}" if isinstance(error, OSError) and error.errno else ""
    if isinstance(error, DistantFaultError):
        words = f":\n{error}"
    return f"Traceback (most recent call last):\n{places}{name}{words}"
