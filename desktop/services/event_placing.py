"""New articles in a large library: each finds its place among the events that are there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy.orm import Session

from db.tables import EventArticleRow, EventRow
from desktop.core.events.bounds import Bounds
from desktop.core.events.days import Moment
from desktop.core.events.grouping import describe_group
from desktop.core.events.placing import find_home, is_alike, score_likeness
from desktop.core.events.signatures import Signature
from desktop.core.events.vectors import Vector
from desktop.core.model.articles import Article
from desktop.services.articles import read_articles
from desktop.services.decision_log import now
from desktop.services.event_rows import (
    add_links,
    event_articles,
    read_places,
    store_likeness,
    store_reasons,
)
from desktop.services.event_signatures import add_signatures, find_candidates, read_signatures
from desktop.services.ids import new_id
from desktop.services.lexicons import load_lexicons

# An event beyond this many articles keeps its label; the new article brings its own reason.
_DESCRIBED_UP_TO = 12
_EVENTS_LOOKED_AT = 8


def place_articles(
    session: Session,
    articles: Sequence[Article],
    signatures: Iterable[tuple[str, Vector, Moment]],
    bounds: Bounds,
) -> None:
    """Put new articles into the events that they are on, one after the other.

    Events that are there keep all of their articles; two articles that are in none become one.

    Args:
        session: Of the library; its other articles have been grouped.
        articles: The new articles.
        signatures: What each of them is grouped by.
        bounds: What the user decided about which articles are on one event.
    """
    known = {article_id: (vector, moment) for article_id, vector, moment in signatures}
    for article in articles:
        own = known[article.id]
        home, nearest = _find_home(session, article.id, own, bounds)
        add_signatures(session, [(article.id, *own)])
        if home is not None:
            _enter(session, article, home, nearest)


def _find_home(
    session: Session, article_id: str, own: Signature, bounds: Bounds
) -> tuple[str | None, str]:
    """Return the event or single article that a new one belongs to, and the one most like it."""
    candidates = find_candidates(session, own[0])
    signatures = read_signatures(session, candidates)
    scores = {each: score_likeness(own, other) for each, other in signatures.items()}
    near = sorted((e for e in scores if is_alike(scores[e])), key=lambda e: (-scores[e], e))
    places = read_places(session, near)
    homes = list(dict.fromkeys(places.get(each, each) for each in near))[:_EVENTS_LOOKED_AT]
    barred = bounds.apart.get(article_id, frozenset())
    likenesses: dict[str, list[float]] = {}
    for home in homes:
        members = event_articles(session, home) if home in places.values() else [home]
        if barred.isdisjoint(members):
            missing = [each for each in members if each not in scores]
            for each, other in read_signatures(session, missing).items():
                scores[each] = score_likeness(own, other)
            likenesses[home] = [scores[each] for each in members if each in scores]
    found = find_home(likenesses)
    nearest = next((each for each in near if places.get(each, each) == found), "")
    return found, nearest


def _enter(session: Session, article: Article, home: str, nearest: str) -> None:
    row = session.get(EventRow, home)
    if row is None:
        row = EventRow(id=new_id(), label="", links=b"", created_at=now())
        session.add(row)
        session.flush()
        session.add(EventArticleRow(article_id=home, event_id=row.id))
    session.add(EventArticleRow(article_id=article.id, event_id=row.id))
    session.flush()
    members = event_articles(session, row.id)
    lexicons = load_lexicons()
    if len(members) <= _DESCRIBED_UP_TO:
        group = describe_group(read_articles(session, members), lexicons)
        store_reasons(row, group)
        store_likeness(session, group.links)
    else:
        pair = (*read_articles(session, [nearest]), article)
        links = describe_group(pair, lexicons).links
        add_links(row, links)
        store_likeness(session, links)
