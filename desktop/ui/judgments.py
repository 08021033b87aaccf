"""What the user judges of a comparison in a view; the window makes a decision of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from desktop.core.model.comparisons import Claim, Finding, Relation


@dataclass(frozen=True, slots=True)
class MergeRows:
    """Rows are one claim, named as the first of them."""

    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class SetCellApart:
    """An article's cell states something else than its row."""

    claim: Claim
    article: str


@dataclass(frozen=True, slots=True)
class StateRelation:
    """An article's cell relates to its row in this way."""

    claim: Claim
    article: str
    relation: Relation


@dataclass(frozen=True, slots=True)
class ConfirmFinding:
    """A finding is right."""

    finding: Finding


@dataclass(frozen=True, slots=True)
class DismissFinding:
    """A finding is to go; it may be wrong, or only of no interest."""

    finding: Finding
    reason: str
    is_wrong: bool = True


@dataclass(frozen=True, slots=True)
class TakeBack:
    """A judgment does not hold any more; `number` is its place in the log."""

    number: int


Judged: TypeAlias = (
    MergeRows | SetCellApart | StateRelation | ConfirmFinding | DismissFinding | TakeBack
)
