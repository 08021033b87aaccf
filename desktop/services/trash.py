"""The trash: what lies there for thirty days is deleted for good, and may be before, when asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.tables import ArticleRow, BatchArticleRow, DecisionRow
from desktop.services.backups import BackupKind, write_backup
from desktop.services.decision_kinds import IMPORT, RESTORE, TRASH
from desktop.services.event_rows import read_state, remember_grouping
from desktop.services.libraries import Library
from desktop.services.sessions import in_parts, read_session, write_session

TRASH_DAYS = 30


@dataclass(frozen=True, slots=True)
class TrashState:
    """How many articles lie in the trash, and the day on which the first of them is deleted."""

    articles: int
    next_goes: date | None


def trash_state(library: Library) -> TrashState:
    """Return how full the trash is, and when it is next made emptier."""
    with read_session(library) as session:
        query = sa.select(sa.func.count(), sa.func.min(ArticleRow.trashed_at))
        count, oldest = session.execute(query.where(ArticleRow.trashed_at.is_not(None))).one()
    return TrashState(count, goes_on(oldest))


def goes_on(trashed_at: str | None) -> date | None:
    """Return the day on which an article is deleted for good, in local time.

    >>> str(goes_on("2024-11-02T12:00:00+00:00"))
    '2024-12-02'
    """
    moment = _moment(trashed_at)
    return (moment + timedelta(days=TRASH_DAYS)).astimezone().date() if moment else None


def purge_trash(library: Library, now: datetime | None = None) -> int:
    """Delete for good what has been in the trash for thirty days; return how many articles.

    A backup is made before, so that a clock that is wrong costs nothing.

    Raises:
        CrosslightError: The library cannot be written, or there is no room for the backup.
    """
    limit = (now or datetime.now(UTC)) - timedelta(days=TRASH_DAYS)
    return _delete(library, limit)


def empty_trash(library: Library) -> int:
    """Delete for good all that is in the trash, which cannot be undone; return how many articles.

    A backup is made before.

    Raises:
        CrosslightError: The library cannot be written, or there is no room for the backup.
    """
    return _delete(library, None)


def _delete(library: Library, limit: datetime | None) -> int:
    with read_session(library) as session:
        if not _old_enough(session, limit):
            return 0
    if library.path is not None:  # that of a server is backed up there
        write_backup(library, BackupKind.EMPTYING)
    with write_session(library) as session:
        ids = _old_enough(session, limit)
        before = read_state(session)
        _forget_decisions(session, ids)
        for some in in_parts(ids):
            session.execute(sa.delete(ArticleRow).where(ArticleRow.id.in_(some)))
        _forget_imports(session)
        if before.stored == before.known:
            # What lay in the trash was in no event: the grouping stands, under a key that fits.
            session.flush()
            remember_grouping(session, before.last, read_state(session).known)
    return len(ids)


def _old_enough(session: Session, limit: datetime | None) -> list[str]:
    """Return the articles in the trash that were put there before a moment, or all of them."""
    query = sa.select(ArticleRow.id, ArticleRow.trashed_at)
    rows = session.execute(query.where(ArticleRow.trashed_at.is_not(None)))
    return [
        article_id
        for article_id, trashed_at in rows
        if limit is None or ((moment := _moment(trashed_at)) is not None and moment <= limit)
    ]


def _forget_decisions(session: Session, ids: Sequence[str]) -> None:
    """Take what was decided about articles that are no more out of the log: none could undo it."""
    for some in in_parts(ids):
        session.execute(sa.delete(DecisionRow).where(DecisionRow.article_id.in_(some)))
    gone = set(ids)
    moves = sa.select(DecisionRow).where(DecisionRow.kind.in_((TRASH, RESTORE)))
    for row in session.scalars(moves):
        left = [article_id for article_id in _articles(row) if article_id not in gone]
        if not left:
            session.delete(row)
        elif len(left) < len(_articles(row)):
            row.data = {**row.data, "articles": left}


def _forget_imports(session: Session) -> None:
    imports = sa.select(DecisionRow).where(DecisionRow.kind == IMPORT)
    for row in session.scalars(imports):
        batch = sa.select(BatchArticleRow.article_id).where(
            BatchArticleRow.batch_id == row.data["batch"]
        )
        if session.scalar(batch.limit(1)) is None:
            session.delete(row)


def _articles(row: DecisionRow) -> list[str]:
    return list(row.data["articles"])


def _moment(stored: str | None) -> datetime | None:
    try:
        found = datetime.fromisoformat(stored or "")
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
