"""Which article of a library a text is already, letter for letter."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.orm import Session, defer

from db.tables import ArticleRow, FirstTextRow, OutletAliasRow, OutletRow, RelationRow
from desktop.core.copies.addresses import site_of
from desktop.core.model.articles import Origin
from desktop.services.copy_index import MERGED
from desktop.services.decision_kinds import outlet_before_edits
from desktop.services.incoming import Incoming
from desktop.services.joined_statements import join_statements
from desktop.services.outlets import outlet_key
from desktop.services.sessions import in_parts
from desktop.services.settling import settle

# What is stated of a file is no news of the article.
_OF_A_COPY = ("file", "saved")


def find_same(session: Session, article: Incoming) -> ArticleRow | None:
    """Return the article with the same text, unless another outlet printed it.

    An outlet that the user corrected makes no other article of the file it came from, and so does
    no text that was corrected since. What was merged into another article is that article.
    """
    wanted = _outlet_of(article)
    site = site_of(article.metadata.url.value or "") or site_of(wanted)
    unnamed: ArticleRow | None = None
    for row, outlet in _with_text(session, article.sha256):
        known = _stated_outlet(row) if _is_from_text(row) or not outlet else outlet
        if wanted and known and not _is_one(session, wanted, site, row, known):
            continue
        if wanted and known:
            return _kept(session, row)
        unnamed = unnamed or row
    return _kept(session, unnamed) if unnamed else None


def known_texts(session: Session, articles: Sequence[Incoming]) -> set[str]:
    """Return the digests of those of the articles whose text the library has or had."""
    found = set[str]()
    for some in in_parts([article.sha256 for article in articles]):
        for column in (ArticleRow.sha256, FirstTextRow.sha256):
            found.update(session.scalars(sa.select(column).where(column.in_(some))))
    return found


def _outlet_of(article: Incoming) -> str:
    """Return the outlet that is stated beside the text: the same text always names the same."""
    outlet = article.metadata.outlet
    return "" if outlet.origin is Origin.TEXT else outlet.value or ""


def _is_from_text(row: ArticleRow) -> bool:
    entry = row.provenance.get("outlet")
    return bool(entry) and entry["origin"] == Origin.TEXT.value


def keep_statements(session: Session, row: ArticleRow, article: Incoming) -> None:
    """Keep what another file of an article states that was not known; nothing is chosen anew."""
    more = {
        field: fresh
        for field, entries in article.stated.items()
        if field not in _OF_A_COPY
        and (fresh := [each for each in entries if each["origin"] != Origin.TEXT.value])
    }
    joined = join_statements(row.stated, more)
    if joined != row.stated:
        row.stated = joined
        session.flush()
        settle(session, row)


def _stated_outlet(row: ArticleRow) -> str:
    """Return the outlet that another file of the article states."""
    entries = (row.stated or {}).get("outlet", ())
    told = (str(each["value"]) for each in entries if each["origin"] != Origin.TEXT.value)
    return next(told, "")


def _with_text(session: Session, sha256: str) -> list[tuple[ArticleRow, str | None]]:
    """Return the articles that have or had a text, those in the trash last."""
    read_as = sa.select(FirstTextRow.article_id).where(FirstTextRow.sha256 == sha256)
    query = (
        sa.select(ArticleRow, OutletRow.name)
        .outerjoin(OutletRow, ArticleRow.outlet_id == OutletRow.id)
        .where((ArticleRow.sha256 == sha256) | ArticleRow.id.in_(read_as))
        .options(defer(ArticleRow.text))
        .order_by(ArticleRow.trashed_at.is_not(None), ArticleRow.number)
    )
    return [(row, outlet) for row, outlet in session.execute(query)]


def _is_one(session: Session, wanted: str, site: str, row: ArticleRow, outlet: str) -> bool:
    if outlet_key(wanted) == outlet_key(outlet):
        return True
    if outlet_key(wanted) == outlet_key(outlet_before_edits(session, row.id) or ""):
        return True
    if site and site in (site_of(row.url or ""), site_of(outlet)):
        return True
    alias = session.get(OutletAliasRow, outlet_key(wanted))
    return alias is not None and alias.outlet_id == row.outlet_id


def _kept(session: Session, row: ArticleRow) -> ArticleRow:
    """Return the article that one in the trash was merged into, if that is not there as well."""
    if row.trashed_at is None:
        return row
    merged = (RelationRow.origin == MERGED) & ~RelationRow.denied
    into = sa.union(
        sa.select(RelationRow.other_id).where(RelationRow.article_id == row.id, merged),
        sa.select(RelationRow.article_id).where(RelationRow.other_id == row.id, merged),
    )
    query = sa.select(ArticleRow).where(ArticleRow.id.in_(into), ArticleRow.trashed_at.is_(None))
    return session.scalar(query.order_by(ArticleRow.number).limit(1)) or row
