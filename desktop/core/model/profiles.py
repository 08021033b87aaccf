"""The profile of an outlet: how it differs from the others, over the events that they share."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Measure(StrEnum):
    """What a profile compares."""

    LOADED = "loaded wording, own voice"
    TONE = "tone, own voice"
    QUOTED = "share of quoted words"
    VERDICTS = "report verbs with a verdict"
    UNNAMED = "unnamed sources"


UNITS = {
    Measure.LOADED: "per 100 words",
    Measure.TONE: "-1 to 1",
    Measure.QUOTED: "per 100 words",
    Measure.VERDICTS: "per 100 report verbs",
    Measure.UNNAMED: "per article",
}
"""What each measure is counted in."""


@dataclass(frozen=True, slots=True)
class ArticleMeasures:
    """The measures of one article of an event; one with too little text for it is not there."""

    event: str
    outlet: str
    values: dict[Measure, float]


@dataclass(frozen=True, slots=True)
class EventDifference:
    """One event: the outlet's value, and the mean of the other outlets' in the same event."""

    event: str
    value: float
    others: float

    @property
    def difference(self) -> float:
        """Return how much more the outlet has than the others."""
        return self.value - self.others


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """One measure of an outlet over events: the mean difference and its 95 % range.

    `mean`, `low` and `high` are None, and `reason` says why, under the stated number of events.
    """

    measure: Measure
    mean: float | None
    low: float | None
    high: float | None
    events: tuple[EventDifference, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class OutletProfile:
    """The rows of one outlet; `events` counts those it shares with another outlet."""

    outlet: str
    events: int
    rows: tuple[ProfileRow, ...]
