"""Silence with opportunity: a detail of two others, asked for only where it is fair to ask."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop.core.framing.clock import is_earlier
from desktop.core.framing.matters import Matters, shortened
from desktop.core.model.articles import Article
from desktop.core.model.comparisons import Claim
from desktop.core.model.details import FairFacts, Question, QuestionKind

_MOST = 4
_LEAST_CLEAR = 0.3
_LEAST_DETAIL = 6
_DETAIL = re.compile(r"\d|(?<=\w )[A-Z][a-z]")
_LEAST_OTHERS = 2
_ROOM = 0.8
_LEAST_WORDS = 150
_LEAST_SHARED = 2


def find_silences(matters: Matters) -> Iterable[Question]:
    """Yield at most four questions, those about what most others have first.

    Each shows three facts: the article is as long as the shortest that has the detail, it was
    printed after two that have it, and it names who and what the detail is about.
    """
    asked = 0
    ranked = sorted(matters.claims, key=lambda claim: (-len(_having(claim)), -claim.score))
    for claim in ranked:
        if not _is_detail(claim) or len(_having(claim)) < _LEAST_OTHERS:
            continue
        for article in matters.sources.articles:
            question = _ask(matters, claim, article) if asked < _MOST else None
            if question is not None:
                asked += 1
                yield question


def _is_detail(claim: Claim) -> bool:
    """Say whether a claim is clear, has words enough, and names or counts something."""
    is_long = len(claim.text.split()) >= _LEAST_DETAIL
    return claim.score >= _LEAST_CLEAR and is_long and _DETAIL.search(claim.text) is not None


def _having(claim: Claim) -> list[str]:
    return [cell.article for cell in claim.cells if cell.evidence]


def _ask(matters: Matters, claim: Claim, article: Article) -> Question | None:
    having = _having(claim)
    if article.id in having:
        return None
    earlier = [
        other.id
        for other in matters.sources.articles
        if other.id in having and is_earlier(other, article)
    ]
    if len(earlier) < _LEAST_OTHERS:
        return None
    room, topic = _room(matters, article.id, earlier), _topic(matters, claim, article.id)
    if not room or not topic:
        return None
    name = matters.sources.name(article.id)
    text = (
        f"{matters.names(earlier)} have “{shortened(claim.text)}”."
        f" Did {name} have room and time for it?"
    )
    published = article.metadata.published.value
    time = f"Printed {published.iso if published else ''}, after {matters.names(earlier)}."
    evidence = [cell.evidence[0] for cell in claim.cells if cell.article in earlier]
    return Question(
        kind=QuestionKind.SILENCE,
        text=text,
        present_in=matters.ordered(having),
        absent_in=(article.id,),
        evidence=tuple(evidence),
        facts=FairFacts(length=room, time=time, topic=topic),
    )


def _room(matters: Matters, article: str, others: Iterable[str]) -> str:
    """Return how long the article is beside the shortest of the others, "" if it is shorter."""
    words = matters.sources.analysis(article).ledger.total
    shortest = min(matters.sources.analysis(each).ledger.total for each in others)
    if words < _LEAST_WORDS or words < _ROOM * shortest:
        return ""
    return f"{words} words; the shortest that has it, {shortest}."


def _topic(matters: Matters, claim: Claim, article: str) -> str:
    """Return which of the detail's actors the article names, "" where they are too few."""
    places = [place for cell in claim.cells for place in cell.evidence]
    index = {each: at for at, each in enumerate(matters.ids)}
    wanted = {
        mention.key
        for mention in matters.mentions
        for place in places
        if index[place.article] == mention.article and place.span.covers(mention.span)
    }
    named = {
        mention.key: mention.label
        for mention in matters.mentions
        if mention.article == index[article] and mention.key in wanted
    }
    if len(named) < min(_LEAST_SHARED, len(wanted)) or not named:
        return ""
    return f"It names {', '.join(sorted(named.values()))}."
