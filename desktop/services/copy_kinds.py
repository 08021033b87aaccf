"""What the user's decisions on copies do to the library, in both directions."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.integrity import seal_article
from db.tables import ArticleRow, RelationRow
from desktop.services.decision_log import now
from desktop.services.settling import settle

LINK_COPIES = "link_copies"
UNLINK_COPIES = "unlink_copies"
MERGE_COPIES = "merge_copies"
LINKING = (LINK_COPIES, UNLINK_COPIES)

Data = dict[str, Any]


def read_relation(session: Session, later: str, earlier: str) -> Data | None:
    """Return what is known of two articles as a decision keeps it."""
    row = session.get(RelationRow, (later, earlier))
    if row is None:
        return None
    return {"kind": row.kind, "origin": row.origin, "share": row.share, "denied": row.denied}


def write_relation(session: Session, data: Data, state: Data | None) -> None:
    """Bring what is known of two articles to a state; None is nothing."""
    pair = data["article"], data["other"]
    row = session.get(RelationRow, pair)
    if state is None:
        if row is not None:
            session.delete(row)
    elif row is not None:
        for name, value in state.items():
            setattr(row, name, value)
    elif _are_there(session, pair):
        session.add(RelationRow(article_id=pair[0], other_id=pair[1], **state))
    session.flush()


def merge_again(session: Session, data: Data) -> None:
    """Let one article stand for two: it states what the other did, which goes to the trash."""
    write_relation(session, data, data["after"])
    _state(session, data["keep"], data["stated_after"])
    _set_trashed(session, data["gone"], now())


def part_again(session: Session, data: Data) -> None:
    """Let two merged articles be two."""
    write_relation(session, data, data["before"])
    _state(session, data["keep"], data["stated_before"])
    _set_trashed(session, data["gone"], None)


def _state(session: Session, article_id: str, stated: Data | None) -> None:
    row = session.scalar(sa.select(ArticleRow).where(ArticleRow.id == article_id))
    if row is not None:
        row.stated = stated
        seal_article(session, row.number)
        settle(session, row)


def _set_trashed(session: Session, article_id: str, moment: str | None) -> None:
    change = sa.update(ArticleRow).where(ArticleRow.id == article_id)
    session.execute(change.values(trashed_at=moment))


def _are_there(session: Session, pair: tuple[str, str]) -> bool:
    query = sa.select(sa.func.count()).where(ArticleRow.id.in_(pair))
    return session.scalar(query) == 2
