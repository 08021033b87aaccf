"""Articles made up for the tests, read with the lexicons that ship."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from desktop.core.analysis.articles import analyze_article
from desktop.core.analysis.comparisons import compare_articles
from desktop.core.analysis.details import detail_comparison
from desktop.core.model.analyses import Analysis
from desktop.core.model.articles import Article, Metadata, Origin, Published, Stated
from desktop.core.model.comparisons import Comparison
from desktop.core.model.details import Details
from desktop.core.text.blocks import find_blocks
from desktop.core.text.sentences import SentenceSpan, find_sentences
from desktop.services.lexicons import load_lexicons

LEXICONS = load_lexicons()


def article_of(
    text: str,
    article_id: str = "a",
    outlet: str = "",
    title: str = "",
    day: Published | None = None,
) -> Article:
    """Return an article as a sidecar would state it."""
    metadata = Metadata(
        title=Stated(title, Origin.SIDECAR) if title else Stated(),
        outlet=Stated(outlet, Origin.SIDECAR) if outlet else Stated(),
        published=Stated(day, Origin.SIDECAR) if day else Stated(),
    )
    return Article(article_id, text, metadata)


@cache
def analyzed(text: str) -> Analysis:
    """Return the analysis of a text without ranges; the article's id is "a"."""
    return analyze_article(Article("a", text), LEXICONS, redraws=0)


def sentences_of(text: str) -> tuple[SentenceSpan, ...]:
    """Return the sentences of a text as the analysis finds them."""
    return find_sentences(text, find_blocks(text))


def event_of(**texts: str) -> tuple[list[Article], list[Analysis]]:
    """Return one article for each outlet, named by it, and the analyses."""
    articles = [article_of(text, outlet, outlet) for outlet, text in texts.items()]
    return articles, [analyze_article(article, LEXICONS, redraws=0) for article in articles]


def compared(articles: Sequence[Article], analyses: Sequence[Analysis]) -> Comparison:
    """Return the comparison of some articles."""
    return compare_articles(articles, analyses, LEXICONS)


def detailed(articles: Sequence[Article], analyses: Sequence[Analysis]) -> Details:
    """Return the details of the comparison of some articles."""
    return detail_comparison(articles, analyses, LEXICONS, compared(articles, analyses))
