"""What the user decides about events: split, join, and keep an article in one or out of it.

Each takes effect at once, can be undone, and binds every grouping that follows.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.tables import ArticleRow, EventRow
from desktop.core.events.bounds import Bounds
from desktop.services.articles import no_article
from desktop.services.decision_kinds import KINDS
from desktop.services.decision_log import now, record
from desktop.services.errors import CrosslightError
from desktop.services.event_bounds import (
    JOIN_EVENTS,
    KEEP_IN_EVENT,
    KEEP_OUT_OF_EVENT,
    RELEASE_ARTICLES,
    SPLIT_EVENT,
    read_bounds,
)
from desktop.services.event_rows import event_articles, find_event, read_places
from desktop.services.ids import new_id
from desktop.services.libraries import Library
from desktop.services.sessions import read_session, write_session

Places = dict[str, str | None]


def split_event(library: Library, event_id: str, article_ids: Sequence[str]) -> str:
    """Take articles out of an event into one of their own, and return its id.

    They stay together, and apart from those that the event keeps.

    Raises:
        CrosslightError: There is no such event, an article is not in it, or none would be left.
    """
    with write_session(library) as session:
        articles, others = _parted(session, event_id, article_ids)
        if not others:
            raise CrosslightError(
                "All articles of the event were chosen.", "Leave at least one in the event."
            )
        made = new_id()
        after: Places = dict.fromkeys(articles, made)
        _decide(session, SPLIT_EVENT, "Split event", made, (articles, others), after)
        return made


def make_event(library: Library, article_ids: Sequence[str]) -> str:
    """Make articles an event of their own, wherever they are now, and return its id.

    They stay together, and apart from those that shared an event with one of them.

    Raises:
        CrosslightError: There is no such article, or they are on their own already.
    """
    articles = list(dict.fromkeys(article_ids))
    with write_session(library) as session:
        _require_live(session, articles)
        there = dict.fromkeys(_places(session, articles).values())
        held = [each for event in there if event for each in event_articles(session, event)]
        others = [each for each in held if each not in articles]
        if not others and (len(articles) == 1 or (len(there) == 1 and None not in there)):
            raise CrosslightError(
                "The articles are on their own already.",
                "Choose some of an event's articles, or articles of several events.",
            )
        made = new_id()
        after: Places = dict.fromkeys(articles, made)
        label = "Split event" if others else f"Make event of {_count(articles)}"
        _decide(session, SPLIT_EVENT, label, made, (articles, others), after)
        return made


def join_events(library: Library, event_ids: Sequence[str]) -> str:
    """Make events one, the first of them, and return its id; their articles stay together.

    Raises:
        CrosslightError: There is no such event, or there are not two.
    """
    chosen = list(dict.fromkeys(event_ids))
    with write_session(library) as session:
        for event_id in chosen:
            find_event(session, event_id)
        if len(chosen) < 2:
            raise CrosslightError("One event cannot be joined.", "Choose two events or more.")
        first = chosen[0]
        kept = event_articles(session, first)
        moved = [each for event_id in chosen[1:] for each in event_articles(session, event_id)]
        after: Places = dict.fromkeys(moved, first)
        _decide(session, JOIN_EVENTS, "Join events", first, (moved, kept), after)
        return first


def keep_in_event(library: Library, event_id: str, article_ids: Sequence[str]) -> None:
    """Put articles into an event, or leave them there, whatever a later grouping would say.

    That they are held there already is no decision.

    Raises:
        CrosslightError: There is no such event or article.
    """
    articles = list(dict.fromkeys(article_ids))
    with write_session(library) as session:
        find_event(session, event_id)
        _require_live(session, articles)
        others = [each for each in event_articles(session, event_id) if each not in articles]
        after: Places = dict.fromkeys(articles, event_id)
        is_there = {*_places(session, articles).values()} == {event_id}
        if is_there and _are_held(read_bounds(session), event_id, articles, others):
            return
        count = _count(articles)
        label = f"Keep {count} in event" if is_there else f"Move {count} to event"
        _decide(session, KEEP_IN_EVENT, label, event_id, (articles, others), after)


def keep_out_of_event(library: Library, event_id: str, article_ids: Sequence[str]) -> None:
    """Take articles out of an event and keep them out, whatever a later grouping would say.

    Raises:
        CrosslightError: There is no such event, or an article is not in it.
    """
    with write_session(library) as session:
        articles, others = _parted(session, event_id, article_ids)
        after: Places = dict.fromkeys(articles)
        label = f"Keep {_count(articles)} out of event"
        _decide(session, KEEP_OUT_OF_EVENT, label, event_id, (articles, others), after)


def release_articles(library: Library, article_ids: Sequence[str]) -> None:
    """Forget what was decided about articles; the next grouping puts them where they belong.

    Raises:
        CrosslightError: There is no such article.
    """
    articles = list(dict.fromkeys(article_ids))
    with write_session(library) as session:
        _require_live(session, articles)
        bounds = read_bounds(session)
        bound = [each for each in articles if each in bounds.pins or bounds.apart.get(each)]
        if bound:
            label = f"Release {_count(bound)}"
            _decide(session, RELEASE_ARTICLES, label, "", (bound, []), {})


def kept_articles(library: Library, event_id: str) -> frozenset[str]:
    """Return the articles that the user's decisions keep in an event."""
    with read_session(library) as session:
        pins = read_bounds(session).pins
    return frozenset(each for each, event in pins.items() if event == event_id)


def _are_held(
    bounds: Bounds, event_id: str, articles: Sequence[str], others: Sequence[str]
) -> bool:
    """Say whether articles are held in an event, and apart from nothing in it."""
    there = {*articles, *others}
    return all(
        bounds.pins.get(each) == event_id and there.isdisjoint(bounds.apart.get(each, ()))
        for each in articles
    )


def _parted(
    session: Session, event_id: str, article_ids: Sequence[str]
) -> tuple[list[str], list[str]]:
    """Return the articles of an event that were chosen, and the others that it has."""
    find_event(session, event_id)
    held = event_articles(session, event_id)
    for each in article_ids:
        if each not in held:
            raise CrosslightError(
                f"The event has no article {each}.", "List the events to see what they hold."
            )
    if not article_ids:
        raise CrosslightError("No article was chosen.", "Choose one of the event's articles.")
    chosen = frozenset(article_ids)
    return [a for a in held if a in chosen], [a for a in held if a not in chosen]


def _require_live(session: Session, articles: Sequence[str]) -> None:
    if not articles:
        raise CrosslightError("No article was chosen.", "Choose one of the library's articles.")
    for each in articles:
        query = sa.select(ArticleRow.number).where(
            ArticleRow.id == each, ArticleRow.trashed_at.is_(None)
        )
        if session.scalar(query) is None:
            raise no_article(each)


def _decide(
    session: Session,
    kind: str,
    label: str,
    event: str,
    articles: tuple[list[str], list[str]],
    after: Places,
) -> None:
    """Write down a decision with all that taking it back needs, and carry it out."""
    before = _places(session, list(after))
    # A grouping in between may dissolve what is left: taking it back needs those that stay, too.
    for left in sorted({each for each in before.values() if each}):
        before |= dict.fromkeys(event_articles(session, left), left)
    after = {**before, **after}
    events = sorted({each for each in (*before.values(), *after.values()) if each})
    known = {each: row for each in events if (row := session.get(EventRow, each)) is not None}
    data: dict[str, Any] = {
        "event": event,
        "articles": articles[0],
        "others": articles[1],
        "before": before,
        "after": after,
        "labels": {each: row.user_label for each, row in known.items()},
        "found": {each: row.label for each, row in known.items()},
        "made": {each: known[each].created_at if each in known else now() for each in events},
    }
    record(session, kind, label, data)
    KINDS[kind].apply(session, data)


def _places(session: Session, ids: list[str]) -> Places:
    return {**dict.fromkeys(ids), **read_places(session, ids)}


def _count(articles: Sequence[str]) -> str:
    return "1 article" if len(articles) == 1 else f"{len(articles)} articles"
