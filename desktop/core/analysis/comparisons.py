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
from desktop.core.framing.findings import Parts, find_findings
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
    """Return what the views of one event show first; `detail_comparison` finds the rest.

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
    return Comparison(
        articles=tuple(article.id for article in articles),
        claims=claims,
        utterances=utterances,
        findings=findings,
        ranks=ranks,
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
