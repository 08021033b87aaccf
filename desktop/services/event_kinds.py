"""What decisions about events do to the places of articles, and how that is taken back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.tables import ArticleRow, EventArticleRow, EventRow
from desktop.core.events.grouping import describe_group
from desktop.services.articles import read_articles
from desktop.services.decision_log import now
from desktop.services.event_rows import event_articles, forget_grouping, store_reasons
from desktop.services.lexicons import load_lexicons
from desktop.services.sessions import in_parts

Data = dict[str, Any]
Places = Mapping[str, str | None]


def take_up(session: Session, data: Data) -> None:
    """Put articles where a decision has them."""
    _move(session, data["after"], data)


def take_back(session: Session, data: Data) -> None:
    """Put articles where they were before a decision."""
    _move(session, data["before"], data)
    for event, label in data.get("found", {}).items():
        row = session.get(EventRow, event)
        if row is not None:
            row.label = label  # the trash may hold some of the articles that it was found by


def _move(session: Session, places: Places, data: Data) -> None:
    """Move articles into events, or out of theirs where the place is None; mend the events left.

    Args:
        session: Of the library.
        places: The new place of each article; those that are gone are passed over.
        data: The decision, which knows the label that the user gave to an event, and when the event
            was made, where it has to be made again.
    """
    ids = list(places)
    there = _read_places(session, ids)
    events = {event for event in (*there.values(), *places.values()) if event}
    for article_id, event in places.items():
        if article_id in there:
            _put(session, article_id, event, data)
    session.flush()
    for event in sorted(events):
        _mend(session, event)
    if not places or None in places.values():
        # Where an article belongs now is for the next grouping to say; the others stay in place.
        forget_grouping(session)


def _read_places(session: Session, ids: list[str]) -> dict[str, str | None]:
    """Return the event that each article is in, None for none; those that are gone are left out."""
    found: dict[str, str | None] = {}
    query = sa.select(ArticleRow.id, EventArticleRow.event_id).outerjoin(
        EventArticleRow, EventArticleRow.article_id == ArticleRow.id
    )
    for some in in_parts(ids):
        found |= dict(session.execute(query.where(ArticleRow.id.in_(some))).all())
    return found


def _put(session: Session, article_id: str, event: str | None, data: Data) -> None:
    row = session.get(EventArticleRow, article_id)
    if event is None:
        if row is not None:
            session.delete(row)
        return
    if session.get(EventRow, event) is None:
        chosen, made = data["labels"].get(event), data.get("made", {}).get(event) or now()
        session.add(EventRow(id=event, label="", user_label=chosen, links=b"", created_at=made))
        session.flush()
    if row is None:
        session.add(EventArticleRow(article_id=article_id, event_id=event))
    else:
        row.event_id = event


def _mend(session: Session, event: str) -> None:
    """Give an event the label and the reasons of the articles that it has now."""
    row = session.get(EventRow, event)
    if row is None:
        return
    held = sa.select(EventArticleRow.article_id).where(EventArticleRow.event_id == event)
    if session.scalar(held.limit(1)) is None:
        session.delete(row)
        return
    articles = read_articles(session, event_articles(session, event))
    if articles:
        store_reasons(row, describe_group(articles, load_lexicons()))
