"""What the user says of two articles: that they are copies, that they are not, that they are one.

Each is one step of undo. It holds when the library looks for copies again, and when the files are
imported again.
"""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.tables import ArticleRow
from desktop.core.model.copies import CopyKind
from desktop.services.articles import no_article
from desktop.services.copy_index import BY_USER, FOUND, MERGED, share_of
from desktop.services.copy_kinds import (
    LINK_COPIES,
    MERGE_COPIES,
    UNLINK_COPIES,
    Data,
    read_relation,
)
from desktop.services.decision_kinds import KINDS
from desktop.services.decision_log import record
from desktop.services.errors import CrosslightError
from desktop.services.joined_statements import join_statements
from desktop.services.libraries import Library
from desktop.services.sessions import write_session
from desktop.services.statements import in_short

_KIND_LABELS = {
    CopyKind.DUPLICATE: "Take {one} and {other} as one text",
    CopyKind.REPRINT: "Take {one} as a reprint of {other}",
    CopyKind.REVISION: "Take {one} as a version of {other}",
}


def link_copies(library: Library, article_id: str, other_id: str, kind: CopyKind) -> None:
    """Say that two articles are copies of one another, and of which kind.

    Raises:
        CrosslightError: There are no two such articles.
    """
    with write_session(library) as session:
        later, earlier = _pair(session, article_id, other_id)
        label = _KIND_LABELS[kind].format(one=in_short(later.title), other=in_short(earlier.title))
        _relate(session, LINK_COPIES, label, (later, earlier), kind=kind.value, denied=False)


def unlink_copies(library: Library, article_id: str, other_id: str) -> None:
    """Say that two articles are no copies of one another; they are not shown as such again.

    Raises:
        CrosslightError: There are no two such articles.
    """
    with write_session(library) as session:
        later, earlier = _pair(session, article_id, other_id)
        label = f"Take {in_short(later.title)} and {in_short(earlier.title)} as two articles"
        known = read_relation(session, later.id, earlier.id)
        kind = known["kind"] if known else CopyKind.DUPLICATE.value
        _relate(session, UNLINK_COPIES, label, (later, earlier), kind=kind, denied=True)


def merge_copies(library: Library, keep_id: str, gone_id: str) -> None:
    """Let one article stand for two: it gets what the other states, which goes to the trash.

    The file of the one that went is a duplicate of the one kept when it is imported again.

    Raises:
        CrosslightError: There are no two such articles outside the trash.
    """
    with write_session(library) as session:
        later, earlier = _pair(session, keep_id, gone_id)
        keep, gone = (later, earlier) if later.id == keep_id else (earlier, later)
        if keep.trashed_at is not None or gone.trashed_at is not None:
            raise CrosslightError("One of the two is in the trash.", "Restore it first.")
        data = _data(session, (later, earlier), MERGED, CopyKind.DUPLICATE.value, denied=False)
        data |= {
            "keep": keep.id,
            "gone": gone.id,
            "stated_before": keep.stated,
            "stated_after": join_statements(keep.stated, gone.stated),
        }
        label = f"Merge {in_short(gone.title)} into {in_short(keep.title)}"
        record(session, MERGE_COPIES, label, data, keep.id)
        KINDS[MERGE_COPIES].apply(session, data)


def _relate(
    session: Session,
    decision: str,
    label: str,
    pair: tuple[ArticleRow, ArticleRow],
    *,
    kind: str,
    denied: bool,
) -> None:
    data = _data(session, pair, BY_USER, kind, denied=denied)
    before: Data | None = data["before"]
    said = {"kind": kind, "denied": denied}
    if before is not None and before["origin"] != FOUND and before | said == before:
        return
    record(session, decision, label, data, pair[0].id)
    KINDS[decision].apply(session, data)


def _data(
    session: Session, pair: tuple[ArticleRow, ArticleRow], origin: str, kind: str, *, denied: bool
) -> Data:
    later, earlier = pair
    before = read_relation(session, later.id, earlier.id)
    share = before["share"] if before else share_of(session, later.id, earlier.id)
    after = {"kind": kind, "origin": origin, "share": share, "denied": denied}
    return {"article": later.id, "other": earlier.id, "before": before, "after": after}


def _pair(session: Session, one_id: str, other_id: str) -> tuple[ArticleRow, ArticleRow]:
    """Return two articles, the one that came in later first."""
    if one_id == other_id:
        raise CrosslightError("An article is no copy of itself.", "Choose two articles.")
    query = sa.select(ArticleRow).where(ArticleRow.id.in_((one_id, other_id)))
    found = {row.id: row for row in session.scalars(query)}
    for article_id in (one_id, other_id):
        if article_id not in found:
            raise no_article(article_id)
    later, earlier = sorted(found.values(), key=lambda row: -row.number)
    return later, earlier
