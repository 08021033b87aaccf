"""What the user decided about a comparison, tied to words of the articles and to no row number."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.core.model.comparisons import Comparison, Finding, Relation
from desktop.core.model.places import Place


class JudgmentKind(StrEnum):
    """What a judgment does: the first three change claim rows, the others say what was right."""

    MERGE = "merge claims"
    SPLIT = "split claim"
    RELATION = "set relation"
    RIGHT = "right"
    DISMISS = "dismiss"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place with the words that stood there; what stands elsewhere or reads otherwise is gone."""

    place: Place
    words: str


@dataclass(frozen=True, slots=True)
class Judgment:
    """A decision about a comparison; `number` is its place in the log.

    `rule` names what made the thing judged, as `finding/figures` or `relation/other figure`.
    `subject` is what it is about: the first row of two merged, the cell, the evidence of a finding.
    `others` are the second row of two merged, or the rest of the cell's row. `relation` is set
    where one was stated. What is dismissed without being wrong does not count against its rule.
    """

    number: int
    kind: JudgmentKind
    rule: str
    subject: tuple[Anchor, ...]
    others: tuple[Anchor, ...] = ()
    relation: Relation | None = None
    reason: str = ""
    is_wrong: bool = True


class Outcome(StrEnum):
    """What a judgment does to the comparison as it is made now."""

    APPLIED = "applied"
    AGREED = "already so"
    GONE = "no longer applies"


@dataclass(frozen=True, slots=True)
class JudgedFinding:
    """A finding with the number of the judgment on it, and its reason where one was given."""

    finding: Finding
    number: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Revision:
    """A comparison as the user revised it; `outcomes` are by the numbers of the judgments.

    `dismissed` findings are no longer among those of the comparison; `right` ones are.
    """

    comparison: Comparison
    dismissed: tuple[JudgedFinding, ...] = ()
    right: tuple[JudgedFinding, ...] = ()
    outcomes: tuple[tuple[int, Outcome], ...] = ()

    def outcome(self, number: int) -> Outcome:
        """Return what a judgment does: the most that it does to any of its rows."""
        found = {outcome for each, outcome in self.outcomes if each == number}
        return next((outcome for outcome in Outcome if outcome in found), Outcome.GONE)


class RuleGroup(StrEnum):
    """The kinds of rules whose work is judged."""

    FINDING = "finding"
    RELATION = "relation"
    QUESTION = "question"
    CONTRAST = "contrast"
    WORDING = "wording"
    VOICE = "voice"


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How often a rule's work was found right, corrected, rejected, or found to be missing."""

    group: RuleGroup
    name: str
    accepted: int = 0
    edited: int = 0
    rejected: int = 0
    missed: int = 0

    @property
    def looked_at(self) -> int:
        """Return how many of the rule's results were judged; what it missed is none of them."""
        return self.accepted + self.edited + self.rejected


@dataclass(frozen=True, slots=True)
class Precision:
    """The share of a rule's results that were right, with its 95 % range, all from 0.0 to 1.0.

    All three are None under the least number of decisions.
    """

    count: RuleCount
    value: float | None = None
    low: float | None = None
    high: float | None = None
