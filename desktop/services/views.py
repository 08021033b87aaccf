"""What views show of an event or a test; plain objects, so that they can be named unloaded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.core.model.analyses import Analysis
from desktop.core.model.articles import Article
from desktop.core.model.comparisons import Comparison
from desktop.core.model.events import Link
from desktop.core.model.judgments import JudgedFinding, Judgment, Outcome
from desktop.core.model.places import Place
from desktop.services.badges import OutletBadge

if TYPE_CHECKING:  # it brings the whole analysis along
    from desktop.core.analysis.swaps import SwapTest


@dataclass(frozen=True, slots=True)
class EventDecision:
    """A decision of the user that stands and bears on an event, and what it does there.

    `judgments` are set where it is about the comparison; `places` are what it is about.
    """

    number: int
    kind: str
    label: str
    made_at: str
    outcome: Outcome
    effect: str
    places: tuple[Place, ...] = ()
    reason: str = ""
    judgments: tuple[Judgment, ...] = ()


@dataclass(frozen=True, slots=True)
class EventView:
    """An event with everything that its views and its report show.

    `articles`, `analyses` and `badges` stand in the same order, that of entering the library.
    The `comparison` is as the user revised it: `dismissed` findings are not among its own, `right`
    ones are.
    """

    id: str
    label: str
    articles: tuple[Article, ...]
    analyses: tuple[Analysis, ...]
    badges: tuple[OutletBadge, ...]
    comparison: Comparison
    links: tuple[Link, ...]
    decisions: tuple[EventDecision, ...] = ()
    dismissed: tuple[JudgedFinding, ...] = ()
    right: tuple[JudgedFinding, ...] = ()

    @property
    def judgments(self) -> tuple[Judgment, ...]:
        """Return the user's judgments on the comparison, in the order they were made."""
        return tuple(one for decision in self.decisions for one in decision.judgments)


@dataclass(frozen=True, slots=True)
class SwapView:
    """An article with the swap test on it.

    `test` is None where there is nothing to exchange: the article names fewer than two actors, or
    it is not in English and has no scores; `language` is then the code of its language.
    """

    article: Article
    test: SwapTest | None
    language: str = ""


@dataclass(frozen=True, slots=True)
class PairView:
    """Any two articles, as a diff shows them: with their analyses and badges, in one order."""

    articles: tuple[Article, ...]
    analyses: tuple[Analysis, ...]
    badges: tuple[OutletBadge, ...]
