"""What a comparison left out, and why."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A part of the comparison that an article is not in; `article` is None for all of them."""

    article: str | None
    part: str
    reason: str
