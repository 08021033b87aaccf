"""The details of a comparison: what no view waits for, and JSON, exports and checks read."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.core.alignment.statements import Statements
from desktop.core.framing.actors import find_mentions
from desktop.core.framing.clock import build_clock
from desktop.core.framing.contrasts import find_contrasts
from desktop.core.framing.desk import build_desk
from desktop.core.framing.grid import build_grid
from desktop.core.framing.headlines import check_headlines
from desktop.core.framing.keyness import find_keyness
from desktop.core.framing.matters import Matters
from desktop.core.framing.naming_table import name_actors
from desktop.core.framing.prominence import find_prominence
from desktop.core.framing.questions import find_questions
from desktop.core.framing.sources import Sources
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
) -> Details:
    """Return the details of a comparison.

    Args:
        articles: The articles, as they were compared.
        analyses: Their analyses in the same order.
        lexicons: The word lists.
        comparison: The comparison of them.
    """
    statements = Statements(articles, analyses, lexicons)
    sources, mentions = Sources(articles, analyses), find_mentions(articles, analyses)
    desk = build_desk(sources, statements.likeness)
    claims, utterances = comparison.claims, comparison.utterances
    matters = Matters(sources, claims, utterances, mentions, desk, statements.alike)
    return Details(
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
