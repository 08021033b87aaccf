"""What the views of an event show: its articles, their analyses and the comparison of them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from contextlib import suppress
from threading import Lock

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.tables import ArticleRow, ComparisonRow, EventRow, OutletRow
from desktop.core.alignment.diffs import diff_articles
from desktop.core.analysis.comparisons import compare_articles
from desktop.core.analysis.diff_revisions import revise_diff
from desktop.core.analysis.revisions import revise
from desktop.core.model.analyses import Analysis
from desktop.core.model.articles import Article
from desktop.core.model.comparisons import Comparison, Diff
from desktop.core.model.judgments import Judgment, Revision
from desktop.services.analyses import AnalyzedArticle, analysis_key, read_analyzed
from desktop.services.articles import read_articles
from desktop.services.badges import OutletBadge, to_badges
from desktop.services.documents import from_document, shape_of, to_document
from desktop.services.errors import CrosslightError
from desktop.services.event_log import read_event_rows, tell_decisions
from desktop.services.event_rows import event_articles, event_links, find_event
from desktop.services.judgments import read_judgments
from desktop.services.lexicons import load_lexicons
from desktop.services.libraries import Library
from desktop.services.sessions import read_session, write_session
from desktop.services.views import EventView, PairView

NO_SLOT = -1
_MOST_REVISED = 8
_REVISING = Lock()
_REVISED: dict[tuple[str, tuple[Judgment, ...]], Revision] = {}


def view_event(library: Library, event_id: str) -> EventView:
    """Return an event with its comparison, which is kept until one of its parts changes.

    Raises:
        CrosslightError: There is no such event, or it has no articles any more.
    """
    with read_session(library) as session:
        row = find_event(session, event_id)
        articles = read_articles(session, event_articles(session, event_id))
        if not articles:
            raise CrosslightError("All articles of this event are in the trash.", "Restore one.")
        analyzed = read_analyzed(session, articles)
        ids = [article.id for article in articles]
        badges, links = _read_badges(session, articles), event_links(row, ids)
        key = _key(analyzed)
        stored = _stored(session.get(ComparisonRow, event_id), key)
        judgments = read_judgments(session, frozenset(ids))
        logged = read_event_rows(session, event_id, ids)
    analyses = tuple(each.analysis for each in analyzed)
    comparison = stored or compare_articles(articles, analyses, load_lexicons())
    if stored is None and not library.read_only:
        with suppress(CrosslightError):  # what cannot be kept is made again
            _keep(library, event_id, key, comparison)
    made = comparison, articles, analyses
    revision = _revised(key, tuple(one.judgment for one in judgments), made)
    return EventView(
        id=event_id,
        label=row.user_label or row.label,
        articles=articles,
        analyses=analyses,
        badges=badges,
        comparison=revision.comparison,
        links=links,
        decisions=tell_decisions(logged, judgments, analyses, revision),
        dismissed=revision.dismissed,
        right=revision.right,
    )


def view_pair(library: Library, left_id: str, right_id: str) -> PairView:
    """Return two articles to be set side by side, whatever events they are in.

    Raises:
        CrosslightError: One of them is not there.
    """
    with read_session(library) as session:
        articles = read_articles(session, [left_id, right_id])
        analyzed = read_analyzed(session, articles)
        badges = _read_badges(session, articles)
    return PairView(articles, tuple(each.analysis for each in analyzed), badges)


def view_diff(library: Library, left_id: str, right_id: str) -> Diff:
    """Return two articles side by side.

    Raises:
        CrosslightError: One of them is not there.
    """
    with read_session(library) as session:
        left, right = read_analyzed(session, read_articles(session, [left_id, right_id]))
        judgments = read_judgments(session, {left_id, right_id})
    sides = (left.article, left.analysis), (right.article, right.analysis)
    lexicons = load_lexicons()
    diff = diff_articles(*sides[0], *sides[1], lexicons)
    return revise_diff(diff, (one.judgment for one in judgments), *sides, lexicons)


def _revised(
    key: str,
    judgments: tuple[Judgment, ...],
    made: tuple[Comparison, tuple[Article, ...], tuple[Analysis, ...]],
) -> Revision:
    """Return a comparison as the user revised it; the latest ones are kept at hand.

    Findings drawn anew from other rows take as long as a comparison, and views ask often.
    """
    comparison, articles, analyses = made
    if not judgments:
        return Revision(comparison)
    known = _REVISED.get((key, judgments))
    if known is None:
        known = revise(comparison, judgments, articles, analyses, load_lexicons())
        with _REVISING:
            while len(_REVISED) >= _MOST_REVISED:
                del _REVISED[next(iter(_REVISED))]
            _REVISED[key, judgments] = known
    return known


def _read_badges(session: Session, articles: Sequence[Article]) -> tuple[OutletBadge, ...]:
    query = (
        sa.select(ArticleRow.id, OutletRow.slot)
        .join(OutletRow, OutletRow.id == ArticleRow.outlet_id)
        .where(ArticleRow.id.in_([article.id for article in articles]))
    )
    slots = dict(session.execute(query).all())
    return to_badges([(article.outlet, slots.get(article.id, NO_SLOT)) for article in articles])


def _key(analyzed: Sequence[AnalyzedArticle]) -> str:
    """Return what a comparison is made from: engine and lexicons, texts, and what was corrected."""
    made_from = hashlib.sha256(f"{analysis_key()}/{shape_of(Comparison)}".encode())
    for read in analyzed:
        article = read.article
        made_from.update(repr((article.id, article.metadata, article.text)).encode())
        made_from.update(to_document(read.corrections))
    return made_from.hexdigest()


def _stored(row: ComparisonRow | None, key: str) -> Comparison | None:
    if row is None or row.key != key:
        return None
    try:
        return from_document(row.document, Comparison)
    except ValueError:
        return None  # damaged: a comparison can always be made again


def _keep(library: Library, event_id: str, key: str, comparison: Comparison) -> None:
    document = to_document(comparison)
    with write_session(library) as session:
        if session.get(EventRow, event_id) is None:
            return  # grouping took the event away meanwhile
        session.merge(ComparisonRow(event_id=event_id, key=key, document=document))
