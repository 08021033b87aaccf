"""Analyses of a library's articles: made once, kept until the engine or a lexicon changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import astuple
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.tables import AnalysisRow, ArticleRow
from desktop.core.analysis.articles import ENGINE_VERSION, analyze_article
from desktop.core.analysis.corrections import with_corrections
from desktop.core.model.analyses import Analysis, Rate
from desktop.core.model.articles import Article
from desktop.core.model.corrections import Corrections
from desktop.services.articles import live_ids, read_articles
from desktop.services.corrections import read_corrections
from desktop.services.documents import from_document, shape_of, to_document
from desktop.services.lexicons import load_lexicons
from desktop.services.libraries import Library
from desktop.services.progress import Progress
from desktop.services.sessions import read_session, write_session


def analysis_key() -> str:
    """Return what a stored analysis depends on beside its article."""
    return f"{ENGINE_VERSION}/{load_lexicons().version}/{shape_of(Analysis)}"


def analyze_articles(library: Library, ids: Sequence[str] | None = None) -> Iterator[Progress]:
    """Analyze the articles that have no current analysis, all or those of `ids`, one by one.

    Raises:
        CrosslightError: The library cannot be read or written.
    """
    key = analysis_key()
    with read_session(library) as session:
        wanted = _unanalyzed(session, ids, key)
    for done, article_id in enumerate(wanted, start=1):
        yield Progress(done, len(wanted), _analyze_one(library, article_id))


def count_unanalyzed(library: Library) -> int:
    """Return how many articles outside the trash have no current analysis."""
    ready = sa.select(AnalysisRow.article_id).where(AnalysisRow.key == analysis_key())
    missing = sa.select(sa.func.count()).where(
        ArticleRow.trashed_at.is_(None), ArticleRow.id.not_in(ready)
    )
    with read_session(library) as session:
        return session.scalar(missing) or 0


class AnalyzedArticle(NamedTuple):
    """An article, its analysis with the user's `corrections`, and as it was `found` without."""

    article: Article
    analysis: Analysis
    found: Analysis
    corrections: Corrections


def get_analyzed(library: Library, article_id: str) -> AnalyzedArticle:
    """Return an article with its analysis, before and after the user's corrections.

    Raises:
        CrosslightError: There is no such article.
    """
    with read_session(library) as session:
        return read_analyzed(session, read_articles(session, [article_id]))[0]


def get_analysis(library: Library, article_id: str) -> Analysis:
    """Return an article's analysis with the user's corrections applied.

    Raises:
        CrosslightError: There is no such article.
    """
    return get_analyzed(library, article_id).analysis


def read_analyzed(session: Session, articles: Sequence[Article]) -> tuple[AnalyzedArticle, ...]:
    """Return articles with their analyses; what is not stored is made and not kept."""
    key = analysis_key()
    return tuple(_analyzed(session, article, key) for article in articles)


def refresh_summary(session: Session, article_id: str) -> None:
    """Bring the figures in the lists in line with the corrections that stand now."""
    row = session.scalar(sa.select(ArticleRow).where(ArticleRow.id == article_id))
    if row is None or row.summary_key is None:
        return
    (read,) = read_analyzed(session, read_articles(session, [article_id]))
    _summarize(row, read.analysis)


def analyze_again(session: Session, article_id: str) -> None:
    """Bring an article's analysis and figures in line with a text that has changed."""
    session.execute(sa.delete(AnalysisRow).where(AnalysisRow.article_id == article_id))
    row = session.scalar(sa.select(ArticleRow).where(ArticleRow.id == article_id))
    if row is None or row.summary_key is None:
        return
    (article,) = read_articles(session, [article_id])
    analysis = analyze_article(article, load_lexicons())
    document = to_document(analysis)
    session.add(AnalysisRow(article_id=article_id, key=analysis_key(), document=document))
    row.summary_key = analysis_key()
    _summarize(row, _with(article, analysis, read_corrections(session, article)))


def _unanalyzed(session: Session, ids: Sequence[str] | None, key: str) -> list[str]:
    ready = set(session.scalars(sa.select(AnalysisRow.article_id).where(AnalysisRow.key == key)))
    chosen = live_ids(session) if ids is None else ids
    return [article_id for article_id in chosen if article_id not in ready]


def _analyze_one(library: Library, article_id: str) -> str:
    with read_session(library) as session:
        article = read_articles(session, [article_id])[0]
    analysis = analyze_article(article, load_lexicons())
    document = to_document(analysis)
    with write_session(library) as session:
        row = session.scalar(sa.select(ArticleRow).where(ArticleRow.id == article_id))
        if row is None or row.text != article.text:
            return article.title  # it went, or its text was corrected meanwhile
        key = analysis_key()
        session.merge(AnalysisRow(article_id=article_id, key=key, document=document))
        corrections = read_corrections(session, article)
        row.summary_key = key
        _summarize(row, _with(article, analysis, corrections))
    return article.title


def _analyzed(session: Session, article: Article, key: str) -> AnalyzedArticle:
    row = session.get(AnalysisRow, article.id)
    stored = _stored(row) if row is not None and row.key == key else None
    found = stored or analyze_article(article, load_lexicons())
    corrections = read_corrections(session, article)
    return AnalyzedArticle(article, _with(article, found, corrections), found, corrections)


def _stored(row: AnalysisRow) -> Analysis | None:
    try:
        return from_document(row.document, Analysis)
    except ValueError:
        return None  # damaged: an analysis can always be made again


def _with(article: Article, analysis: Analysis, corrections: Corrections) -> Analysis:
    if corrections == Corrections():
        return analysis
    return with_corrections(article, analysis, corrections, load_lexicons())


def _summarize(row: ArticleRow, analysis: Analysis) -> None:
    own, quoted = analysis.own, analysis.quoted
    row.words = analysis.ledger.total
    row.own_rate, row.quoted_rate = own.loaded.value, quoted.loaded.value
    row.own_tone, row.quoted_tone = own.tone.value, quoted.tone.value
    row.rates = {
        "own": _entry(own.loaded),
        "quoted": _entry(quoted.loaded),
        "own_tone": _entry(own.tone),
        "quoted_tone": _entry(quoted.tone),
    }


def _entry(rate: Rate) -> list[Any]:
    return list(astuple(rate))
