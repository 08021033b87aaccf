"""Judgments on an event made up for the tests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from desktop.core.analysis.revisions import places_of, revise, rule_of
from desktop.core.model.analyses import Analysis
from desktop.core.model.articles import Article
from desktop.core.model.comparisons import Cell, Claim, Comparison, Finding, Place, Relation
from desktop.core.model.details import Contrast, Question
from desktop.core.model.judgments import Anchor, Judgment, JudgmentKind, Revision
from tests.desktop.core.made_up import LEXICONS, compared, event_of

TEXTS = {
    "Harbor Times": (
        "Some 400 workers lost their jobs at the Anville shipyard on Friday, the mayor Ann Lee"
        " said.\n\n"
        "The shipyard had built ferries for Norland since the war.\n\n"
        "Unions called a strike for Monday in front of the Norland parliament.\n"
    ),
    "Coast Daily": (
        "About 400 workers at the Anville shipyard lost their jobs on Friday, mayor Ann Lee"
        " said.\n\n"
        "Unions plan a strike on Monday in front of the parliament of Norland.\n\n"
        "Prices of steel rose by a third in two years.\n"
    ),
    "East Post": (
        "Around 900 workers of the Anville shipyard lost their jobs on Friday, Ann Lee claimed.\n\n"
        "Ferries for Norland came from the shipyard since the war.\n"
    ),
}


@cache
def event() -> tuple[tuple[Article, ...], tuple[Analysis, ...], Comparison]:
    """Return the articles, their analyses and the comparison."""
    articles, analyses = event_of(**TEXTS)
    return tuple(articles), tuple(analyses), compared(articles, analyses)


def anchors(places: Iterable[Place]) -> tuple[Anchor, ...]:
    """Return places with their words."""
    texts = {article.id: article.text for article in event()[0]}
    return tuple(Anchor(place, place.span.of(texts[place.article])) for place in places)


def row(claim: Claim) -> tuple[Anchor, ...]:
    """Return all that a row stands on."""
    return anchors(place for cell in claim.cells for place in cell.evidence)


def merge(first: Claim, second: Claim, number: int = 1) -> Judgment:
    """Return the judgment that two rows are one."""
    return Judgment(number, JudgmentKind.MERGE, "relation/rows", row(first), row(second))


def split(claim: Claim, cell: Cell, number: int = 2) -> Judgment:
    """Return the judgment that a cell is not of its row."""
    rest = tuple(one for one in row(claim) if one.place.article != cell.article)
    rule = f"relation/{cell.relation}"
    return Judgment(number, JudgmentKind.SPLIT, rule, anchors(cell.evidence), rest)


def relate(claim: Claim, cell: Cell, relation: Relation, number: int = 3) -> Judgment:
    """Return the judgment that a cell has another relation, or has the one found."""
    is_right = relation is cell.relation
    kind = JudgmentKind.RIGHT if is_right else JudgmentKind.RELATION
    rest = tuple(one for one in row(claim) if one.place.article != cell.article)
    rule = f"relation/{cell.relation}"
    return Judgment(number, kind, rule, anchors(cell.evidence), rest, relation)


def judge(
    entry: Finding | Question | Contrast, kind: JudgmentKind, number: int = 4, reason: str = ""
) -> Judgment:
    """Return the judgment that an entry is right, or is to go."""
    return Judgment(number, kind, rule_of(entry), anchors(places_of(entry)), reason=reason)


def revised(judgments: Sequence[Judgment]) -> Revision:
    """Return the comparison as the judgments revise it."""
    articles, analyses, comparison = event()
    return revise(comparison, judgments, articles, analyses, LEXICONS)
