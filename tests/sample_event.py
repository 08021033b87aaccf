"""The sample event, analyzed once for all tests that look at it."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from desktop.core.analysis.articles import analyze_article
from desktop.core.analysis.comparisons import compare_articles
from desktop.core.model.articles import Article, Metadata, Origin, Stated
from desktop.core.text.blocks import find_blocks
from desktop.core.text.metadata import find_metadata
from desktop.services.badges import to_badges
from desktop.services.lexicons import load_lexicons
from desktop.services.views import EventView

SEEDS = Path(__file__).parents[1] / "seeds"


@cache
def sample_view() -> EventView:
    """Return the event of the five samples as a library would hold it."""
    with (SEEDS / "sources.csv").open(encoding="utf-8", newline="") as sidecar:
        articles = tuple(_read(row["file"], row["outlet"]) for row in csv.DictReader(sidecar))
    lexicons = load_lexicons()
    analyses = tuple(analyze_article(article, lexicons) for article in articles)
    return EventView(
        id="sample",
        label="North Korean troops in Russia",
        articles=articles,
        analyses=analyses,
        badges=to_badges([(article.outlet, nth) for nth, article in enumerate(articles)]),
        comparison=compare_articles(articles, analyses, lexicons),
        links=(),
    )


def _read(file: str, outlet: str) -> Article:
    text = (SEEDS / file).read_text("utf-8")
    found = find_metadata(text, find_blocks(text))
    stated = Stated(outlet, Origin.SIDECAR, None, 1.0)
    metadata = Metadata(
        found.title, stated, found.authors, found.published, found.url, found.language, found.agency
    )
    return Article(file[:3], text, metadata)
