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
from desktop.core.alignment.wire import find_reprints
from desktop.core.analysis.one_source import Counted, count_once
from desktop.core.analysis.repeats import Repeats
from desktop.core.framing.actors import find_mentions
from desktop.core.framing.findings import Parts, find_findings
from desktop.core.framing.ranks import rank_articles
from desktop.core.model.analyses import Analysis
from desktop.core.model.articles import Article
from desktop.core.model.comparisons import Comparison, Finding, Place
from desktop.core.model.lexicons import Lexicons


@dataclass(frozen=True, slots=True)
class Shared:
    """Places of two articles that say the same; `kind` is "claim" or "quotation"."""

    kind: str
    places: tuple[Place, Place]
    score: float


def compare_articles(
    articles: Sequence[Article],
    analyses: Sequence[Analysis],
    lexicons: Lexicons,
    whole: Statements | None = None,
) -> Comparison:
    """Return what the views of one event show first; `detail_comparison` finds the rest.

    Args:
        articles: The articles in the order in which they are to stand.
        analyses: Their analyses in the same order.
        lexicons: The word lists.
        whole: All their statements, where these are at hand.
    """
    reprints = find_reprints(articles, analyses)
    repeats = Repeats(articles, analyses, reprints)
    own = repeats.analyses
    # What reprints repeat is compared once: then their statements are not all of them.
    at_hand = None if reprints else whole
    statements = at_hand or Statements(articles, own, lexicons)
    claims = repeats.fill_claims(align_claims(articles, own, statements))
    utterances = repeats.fill_utterances(align_quotations(articles, own))
    once = count_once(articles, analyses, claims, utterances, reprints)
    ranks = rank_articles(once.articles, once.analyses)
    findings = draw_findings(once, ranks, statements)
    return Comparison(
        articles=tuple(article.id for article in articles),
        claims=claims,
        utterances=utterances,
        findings=findings,
        ranks=ranks,
        reprints=reprints,
    )


def draw_findings(
    once: Counted, ranks: Sequence[Sequence[str]], statements: Statements
) -> tuple[Finding, ...]:
    """Return the findings of an event in which each text counts once."""
    mentions = find_mentions(once.articles, once.analyses)
    parts = Parts(once.claims, once.utterances, ranks, statements, mentions)
    return find_findings(once.sources, parts)


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
