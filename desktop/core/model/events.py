"""Events: which articles are about the same thing in the world, and why they are held together."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """What two articles share, and the one signal that speaks most against holding them together.

    `cosine` is the weighted likeness, 0.0 to 1.0; `days_apart` is None unless both are dated.
    `weakest` is a plain sentence for the reader.
    """

    left: str
    right: str
    names: tuple[str, ...]
    figures: tuple[str, ...]
    words: tuple[str, ...]
    days_apart: int | None
    cosine: float
    weakest: str


@dataclass(frozen=True, slots=True)
class EventGroup:
    """Articles that the grouping holds to be on one event; `articles` are ids in input order.

    `event` is the event that the user's decisions make it, empty where it may be any.
    """

    label: str
    articles: tuple[str, ...]
    links: tuple[Link, ...]
    event: str = ""
