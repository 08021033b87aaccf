"""Text that articles share word for word: passages, where they come from, what was changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop.core.model.places import Place

Reprints = Sequence[Sequence[str]]


class SignKind(StrEnum):
    """What says that a text comes from an agency, the surest first."""

    OUTLET = "outlet"
    CREDIT = "credit line"
    DATELINE = "dateline"
    STATED = "stated with the article"
    NAMED = "named in the passage"


@dataclass(frozen=True, slots=True)
class AgencySign:
    """One article's word for an agency; `place` is None where it does not stand in the text."""

    agency: str
    kind: SignKind
    article: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class WireChange:
    """What one article has and lacks around a passage, beside the article that was taken as base.

    `added` are places of the article itself, `cut` are places of the base that it lacks.
    """

    article: str
    added: tuple[Place, ...]
    cut: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class WirePassage:
    """A run of words that two articles or more share, with the place in each of them.

    `words` counts all words of the run, `unmarked` those outside quotation marks. `origin` is the
    agency that the signs speak for, None where none does or where they speak for several.
    `base` is the article whose version the `changes` are held against.
    """

    places: tuple[Place, ...]
    words: int
    unmarked: int
    origin: str | None
    signs: tuple[AgencySign, ...]
    base: str
    changes: tuple[WireChange, ...]


@dataclass(frozen=True, slots=True)
class WireShare:
    """How much of an article stands in shared passages, and how it differs from their base.

    `words` are those of its scored blocks, `shared` those of them that stand in passages. `base` is
    None where too little is shared to speak of one text, and for the base itself.
    """

    article: str
    words: int
    shared: int
    base: str | None = None
    added: tuple[Place, ...] = ()
    cut: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class WireLedger:
    """The shared passages of an event, longest first, and each article's share of them."""

    passages: tuple[WirePassage, ...] = ()
    shares: tuple[WireShare, ...] = ()


class OneSource:
    """Counts articles so that those that print one text count once.

    Args:
        reprints: Groups of article ids that print one text; the first of each stands for all.
    """

    __slots__ = ("_lead",)

    def __init__(self, reprints: Reprints = ()) -> None:
        self._lead = {each: group[0] for group in reprints for each in group}

    def lead(self, article: str) -> str:
        """Return the article that stands for the text of this one: itself, if nobody reprints."""
        return self._lead.get(article, article)

    def is_lead(self, article: str) -> bool:
        """Say whether an article stands for itself, and perhaps for its reprints."""
        return self.lead(article) == article

    def leads(self, articles: Iterable[str]) -> list[str]:
        """Return one article for each source among these, in their order."""
        return list(dict.fromkeys(map(self.lead, articles)))

    def count(self, articles: Iterable[str]) -> int:
        """Return how many sources these articles are.

        >>> OneSource([("a", "b")]).count(["a", "b", "c"])
        2
        """
        return len({self.lead(each) for each in articles})
