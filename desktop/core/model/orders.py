"""The order of articles for a measure, drawn twice: with quotations and without them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Groups = tuple[tuple[str, ...], ...]
"""Article ids in groups, highest first; the articles of one group are a tie."""


class Crossed(StrEnum):
    """What becomes of an article when quotations are counted, too."""

    ENTERS = "enters a tie"
    LEAVES = "leaves a tie"
    CHANGES = "changes ties"
    PASSES = "passes through a tie"


@dataclass(frozen=True, slots=True)
class Crossing:
    """An article that stands otherwise to `others` when quotations are counted.

    `own` and `whole` are its places in the two orders, from 1; articles that tie share a place.
    """

    article: str
    crossed: Crossed
    own: int
    whole: int
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeasureOrder:
    """The order for one measure by the own voice alone and by all words, and what crosses."""

    measure: str
    own: Groups
    whole: Groups
    crossings: tuple[Crossing, ...]
