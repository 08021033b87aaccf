"""What the user corrected in an article; the analysis is shown and counted with it applied."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.core.model.analyses import Category, StatedVoice
from desktop.core.model.spans import Span


@dataclass(frozen=True, slots=True)
class MarkedWording:
    """A loaded wording that the user marked; `weight` from 0.5 counts, 1.0 is most."""

    span: Span
    category: Category
    weight: float


@dataclass(frozen=True, slots=True)
class Corrections:
    """The user's standing decisions on one article.

    `kept` are spans of blocks to be scored although their kind is folded, `set_apart` the
    opposite; `ignored` are spans of loaded wordings that do not count, `marked` wordings that count
    though they were not found. `voices` say whose words passages are, in the order they were
    decided: where two share words, the later one holds.
    """

    kept: frozenset[Span] = frozenset()
    set_apart: frozenset[Span] = frozenset()
    ignored: frozenset[Span] = frozenset()
    marked: frozenset[MarkedWording] = frozenset()
    voices: tuple[StatedVoice, ...] = ()
