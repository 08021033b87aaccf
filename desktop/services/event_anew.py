"""One article whose text has changed: it finds its event anew."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.tables import ArticleRow, EventArticleRow, SignatureRow, TermArticleRow
from desktop.core.events.grouping import Collection
from desktop.services.articles import read_articles
from desktop.services.event_bounds import read_bounds
from desktop.services.event_placing import place_articles
from desktop.services.event_rows import forget_grouping
from desktop.services.event_signatures import add_signatures, are_signatures_kept
from desktop.services.lexicons import load_lexicons


def place_anew(session: Session, article_id: str) -> None:
    """Let an article find its event again; the user's decisions about its event hold.

    A library of few articles is grouped again as a whole, at the next occasion.
    """
    row = session.execute(
        sa.select(ArticleRow.number, ArticleRow.trashed_at).where(ArticleRow.id == article_id)
    ).one()
    if not are_signatures_kept(session):
        forget_grouping(session)
        return
    for table in (SignatureRow, TermArticleRow):
        session.execute(sa.delete(table).where(table.number == row.number))
    bounds = read_bounds(session)
    articles = read_articles(session, [article_id])
    signatures = list(Collection(articles, load_lexicons()).signatures())
    if article_id in bounds.pins or row.trashed_at is not None:
        add_signatures(session, signatures)
        return
    session.execute(sa.delete(EventArticleRow).where(EventArticleRow.article_id == article_id))
    place_articles(session, articles, signatures, bounds)
