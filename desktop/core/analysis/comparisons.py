"""The comparison of one event: claims, quotations, ranks and findings over all its articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.core.alignment.claims import align_claims
from desktop.core.alignment.quotations import (
    align_quotations,
    find_parts,
    find_quoted,
    match_quoted,
)
from desktop.core.alignment.statements import Statements
from desktop.core.framing.actors import find_mentions
from desktop.core.framing.clock import build_clock
from desktop.core.framing.contrasts import find_contrasts
from desktop.core.framing.desk import build_desk
from desktop.core.framing.findings import Parts, find_findings
from desktop.core.framing.grid import build_grid
from desktop.core.framing.headlines import check_headlines
from desktop.core.framing.keyness import find_keyness
from desktop.core.framing.matters import Matters
from desktop.core.framing.naming import name_actors
from desktop.core.framing.prominence import find_prominence
from desktop.core.framing.questions import find_questions
from desktop.core.framing.ranks import rank_articles
from desktop.core.framing.sources import Sources
from desktop.core.model.analyses import Analysis
from desktop.core.model.articles import Article
from desktop.core.model.comparisons import Comparison, Place
from desktop.core.model.lexicons import Lexicons


@dataclass(frozen=True, slots=True)
class Shared:
    """Places of two articles that say the same; `kind` is "claim" or "quotation"."""

    kind: str
    places: tuple[Place, Place]
    score: float


def compare_articles(
    articles: Sequence[Article], analyses: Sequence[Analysis], lexicons: Lexicons
) -> Comparison:
    """Return all that the comparison of one event finds.

    Args:
        articles: The articles in the order in which they are to stand.
        analyses: Their analyses in the same order.
        lexicons: The word lists.
    """
    statements = Statements(articles, analyses, lexicons)
    claims = align_claims(articles, analyses, statements)
    utterances = align_quotations(articles, analyses)
    ranks = rank_articles(articles, analyses)
    sources = Sources(articles, analyses)
    findings = find_findings(sources, Parts(claims, utterances, ranks))
    mentions = find_mentions(articles, analyses)
    desk = build_desk(sources, statements.likeness)
    matters = Matters(sources, claims, utterances, mentions, desk, statements.alike)
    return Comparison(
        articles=tuple(article.id for article in articles),
        claims=claims,
        utterances=utterances,
        findings=findings,
        ranks=ranks,
        figures=desk,
        naming=name_actors(sources, mentions),
        five_w=build_grid(sources, mentions),
        questions=find_questions(matters),
        clock=build_clock(sources),
        contrasts=find_contrasts(matters),
        headlines=check_headlines(sources, statements),
        prominence=find_prominence(matters),
        keyness=find_keyness(sources, lexicons),
    )


def align_articles(
    articles: Sequence[Article], analyses: Sequence[Analysis], lexicons: Lexicons
) -> tuple[Shared, ...]:
    """Return the pairs of sentences and of quotations that say the same, best first."""
    statements = Statements(articles, analyses, lexicons)
    quoted = find_quoted(articles, analyses)
    claims = [
        Shared(
            "claim",
            (statements.items[match.left].place, statements.items[match.right].place),
            match.score,
        )
        for match in statements.matches
    ]
    quotations = [
        Shared("quotation", (quoted[match.left].place, quoted[match.right].place), match.score)
        for match in match_quoted(quoted, find_parts(articles, analyses))
    ]
    return (*claims, *quotations)
