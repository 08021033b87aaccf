"""How long the comparison of one event takes, without its details and with them, in CPU seconds."""

from __future__ import annotations

import time
from collections.abc import Mapping

from desktop.core.alignment.statements import Statements
from desktop.core.analysis.articles import analyze_article
from desktop.core.analysis.comparisons import compare_articles
from desktop.core.analysis.details import detail_comparison
from desktop.services.lexicons import load_lexicons
from tests.bench.articles import make_event

COMPARED: Mapping[int, tuple[str, str]] = {
    5: ("0.15", "0.3"),
    30: ("2", "5"),
    100: ("", ""),
    300: ("", "60"),
}
"""The sizes of events, with the seconds each should take at most, without and with details."""


def compare_event(count: int) -> tuple[float, float]:
    """Return the CPU seconds that comparing so many articles takes, without and with details.

    The analysis of the articles is not in it.
    """
    lexicons, articles = load_lexicons(), make_event(count)
    analyses = [analyze_article(article, lexicons, redraws=0) for article in articles]
    began = time.process_time()
    statements = Statements(articles, analyses, lexicons)
    comparison = compare_articles(articles, analyses, lexicons, statements)
    alone = time.process_time() - began
    detail_comparison(articles, analyses, lexicons, comparison, statements)
    return alone, time.process_time() - began
