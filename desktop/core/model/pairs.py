"""Minimal pairs: sentences of two outlets that differ in a word or two, or in one short run."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.core.model.places import Place


class Change(StrEnum):
    """What differs between the two sentences of a minimal pair, in the order they are listed."""

    REPORT_VERB = "report verb"
    NAME_FORM = "name form"
    FIGURE = "figure"
    LOADED = "loaded word"
    CERTAINTY = "certainty"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class PairSide:
    """One sentence of a minimal pair; `changed` are its words that the other one lacks.

    It is empty where the other sentence only has words more.
    """

    place: Place
    changed: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class MinimalPair:
    """Two sentences that say the same in the same words but for what `change` names."""

    change: Change
    left: PairSide
    right: PairSide
