"""What articles are grouped by, kept so that a new one finds those like it without their texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.tables import ArticleRow, SignatureRow, TermArticleRow
from desktop.core.events.days import Moment
from desktop.core.events.signatures import (
    Signature,
    from_signature,
    signature_keys,
    to_signature,
)
from desktop.core.events.vectors import Vector
from desktop.services.sessions import in_parts

# Below so many articles all are grouped from nothing, which is quick and needs no signatures.
MANY_ARTICLES = 1000
_LATEST = 500
_CANDIDATES = 100
_LATEST_WITH_TERM = (
    sa.select(TermArticleRow.number)
    .where(TermArticleRow.term == sa.bindparam("key"))
    .order_by(TermArticleRow.number.desc())
    .limit(_LATEST)
)


def are_signatures_kept(session: Session) -> bool:
    """Say whether the last grouping kept what its articles were grouped by."""
    return session.scalar(sa.select(SignatureRow.number).limit(1)) is not None


def keep_signatures(session: Session, signatures: Iterable[tuple[str, Vector, Moment]]) -> None:
    """Keep what the articles of a whole library were grouped by, if they are many."""
    for table in (SignatureRow, TermArticleRow):
        session.execute(sa.delete(table))
    found = list(signatures)
    if len(found) >= MANY_ARTICLES:
        add_signatures(session, found)


def add_signatures(session: Session, signatures: Iterable[tuple[str, Vector, Moment]]) -> None:
    """Keep what articles were grouped by beside that of others."""
    found = list(signatures)
    numbers = _read_numbers(session, [article_id for article_id, _, _ in found])
    rows = [
        {"number": numbers[article_id], "signature": to_signature(vector, moment)}
        for article_id, vector, moment in found
    ]
    terms = [
        {"term": key, "number": numbers[article_id]}
        for article_id, vector, _ in found
        for key in signature_keys(vector)
    ]
    for table, values in ((SignatureRow, rows), (TermArticleRow, terms)):
        if values:
            session.execute(sa.insert(table), values)


def read_signatures(session: Session, ids: Sequence[str]) -> dict[str, Signature]:
    """Return what articles were grouped by; those without a sound signature are left out."""
    found: dict[str, Signature] = {}
    query = sa.select(ArticleRow.id, SignatureRow.signature).join(
        SignatureRow, SignatureRow.number == ArticleRow.number
    )
    for some in in_parts(ids):
        for article_id, signature in session.execute(query.where(ArticleRow.id.in_(some))):
            try:
                found[article_id] = from_signature(signature)
            except ValueError:
                continue  # damaged: the next whole grouping writes it again
    return found


def find_candidates(session: Session, vector: Vector) -> list[str]:
    """Return the articles outside the trash that share most of an article's strongest terms."""
    scores = Counter[int]()
    connection = session.connection()
    for rank, key in enumerate(signature_keys(vector)):
        for number in connection.scalars(_LATEST_WITH_TERM, {"key": key}):
            # The strongest term counts twice what the last does.
            scores[number] += 48 - rank
    best = sorted(scores, key=lambda number: (-scores[number], -number))[:_CANDIDATES]
    query = sa.select(ArticleRow.id).where(
        ArticleRow.number.in_(best), ArticleRow.trashed_at.is_(None)
    )
    return list(session.scalars(query.order_by(ArticleRow.number)))


def _read_numbers(session: Session, ids: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for some in in_parts(ids):
        query = sa.select(ArticleRow.id, ArticleRow.number).where(ArticleRow.id.in_(some))
        found |= dict(session.execute(query).all())
    return found
