"""The details of a comparison: what no view waits for, and JSON, exports and checks read."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.core.alignment.statements import Statements
from desktop.core.alignment.variants import find_variants
from desktop.core.alignment.wire import find_wire
from desktop.core.analysis.one_source import count_once, leave_out_reprints
from desktop.core.framing.actor_tones import find_actor_tones
from desktop.core.framing.actors import find_mentions
from desktop.core.framing.annotations import Marked, annotate_articles
from desktop.core.framing.clock import build_clock
from desktop.core.framing.contrasts import find_contrasts
from desktop.core.framing.desk import build_desk
from desktop.core.framing.grid import build_grid
from desktop.core.framing.headlines import check_headlines
from desktop.core.framing.keyness import find_keyness
from desktop.core.framing.left_out import find_left_out
from desktop.core.framing.matters import Matters
from desktop.core.framing.minimal_pairs import find_minimal_pairs
from desktop.core.framing.naming_table import name_actors
from desktop.core.framing.orders import find_orders
from desktop.core.framing.prominence import find_prominence
from desktop.core.framing.questions import find_questions
from desktop.core.framing.sources import Sources
from desktop.core.framing.speakers import find_article_voices
from desktop.core.model.analyses import Analysis
from desktop.core.model.articles import Article
from desktop.core.model.comparisons import Comparison
from desktop.core.model.details import Details
from desktop.core.model.lexicons import Lexicons


def detail_comparison(
    articles: Sequence[Article],
    analyses: Sequence[Analysis],
    lexicons: Lexicons,
    comparison: Comparison,
    whole: Statements | None = None,
) -> Details:
    """Return the details of a comparison.

    Args:
        articles: The articles, as they were compared.
        analyses: Their analyses in the same order.
        lexicons: The word lists.
        comparison: The comparison of them.
        whole: All their statements, where these are at hand.
    """
    statements = whole or Statements(articles, analyses, lexicons)
    sources, mentions = Sources(articles, analyses), find_mentions(articles, analyses)
    desk = build_desk(sources, statements.likeness)
    claims, utterances = comparison.claims, comparison.utterances
    matters = Matters(sources, claims, utterances, mentions, desk, statements.alike)
    counted = _count_once(matters, comparison, statements)
    contrasts = find_contrasts(counted)
    pairs = find_minimal_pairs(sources, statements, utterances, mentions)
    return Details(
        figures=desk,
        naming=name_actors(sources, mentions),
        five_w=build_grid(sources, mentions),
        questions=find_questions(counted),
        clock=build_clock(sources),
        contrasts=contrasts,
        headlines=check_headlines(sources, statements),
        prominence=find_prominence(matters),
        keyness=find_keyness(counted.sources, lexicons),
        minimal_pairs=pairs,
        annotations=annotate_articles(matters, Marked(contrasts, pairs, statements)),
        voices=find_article_voices(sources),
        tones=find_actor_tones(sources, mentions, lexicons),
        orders=find_orders(counted.sources),
        left_out=(*find_left_out(sources), *leave_out_reprints(sources, comparison.reprints)),
        wire=find_wire(articles, analyses),
        quotations=find_variants(articles, analyses, utterances, lexicons),
    )


def _count_once(matters: Matters, comparison: Comparison, statements: Statements) -> Matters:
    """Return what questions and contrasts are drawn from: each text once, without its reprints."""
    if not comparison.reprints:
        return matters
    whole, claims, utterances = matters.sources, comparison.claims, comparison.utterances
    once = count_once(whole.articles, whole.analyses, claims, utterances, comparison.reprints)
    sources, mentions = once.sources, find_mentions(once.articles, once.analyses)
    desk = build_desk(sources, statements.likeness)
    return Matters(sources, once.claims, once.utterances, mentions, desk, statements.alike)
