"""An event with each text once: what is counted is drawn from it, reprints left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.core.framing.sources import Sources
from desktop.core.model.analyses import Analysis
from desktop.core.model.articles import Article
from desktop.core.model.comparisons import Claim, Utterance
from desktop.core.model.omissions import LeftOut
from desktop.core.model.wire import OneSource, Reprints


@dataclass(frozen=True, slots=True)
class Counted:
    """The articles that count: one for each text, with what the comparison found in them."""

    articles: Sequence[Article]
    analyses: Sequence[Analysis]
    claims: tuple[Claim, ...]
    utterances: tuple[Utterance, ...]
    reprints: Reprints

    @property
    def sources(self) -> Sources:
        """Return the articles with the names that findings call them by."""
        return Sources(self.articles, self.analyses, self.reprints)


def count_once(
    articles: Sequence[Article],
    analyses: Sequence[Analysis],
    claims: tuple[Claim, ...],
    utterances: tuple[Utterance, ...],
    reprints: Reprints,
) -> Counted:
    """Return an event without the reprints: the first article of each text stands for all of it.

    An utterance stays if two texts quote it; a claim stays with the cells of the texts.
    """
    if not reprints:
        return Counted(articles, analyses, claims, utterances, ())
    once = OneSource(reprints)
    kept = [n for n, article in enumerate(articles) if once.is_lead(article.id)]
    return Counted(
        [articles[n] for n in kept],
        [analyses[n] for n in kept],
        tuple(each for claim in claims if (each := _claim_once(claim, once)) is not None),
        tuple(each for said in utterances if (each := _utterance_once(said, once)) is not None),
        reprints,
    )


def leave_out_reprints(sources: Sources, reprints: Reprints) -> tuple[LeftOut, ...]:
    """Return which articles count with another one, and where."""
    return tuple(
        LeftOut(
            article,
            "ranks, findings, questions, contrasts and keyness",
            f"It prints the text of {sources.name(group[0])}: one text counts once.",
        )
        for group in reprints
        for article in group[1:]
    )


def _claim_once(claim: Claim, once: OneSource) -> Claim | None:
    cells = tuple(cell for cell in claim.cells if once.is_lead(cell.article))
    return replace(claim, cells=cells) if any(cell.evidence for cell in cells) else None


def _utterance_once(utterance: Utterance, once: OneSource) -> Utterance | None:
    versions = tuple(place for place in utterance.versions if once.is_lead(place.article))
    if len({place.article for place in versions}) < 2:
        return None
    fullest = utterance.fullest
    if fullest not in versions:
        fullest = max(versions, key=lambda place: len(place.span))
    absent = tuple(each for each in utterance.not_found if once.is_lead(each))
    return replace(utterance, versions=versions, fullest=fullest, not_found=absent)
