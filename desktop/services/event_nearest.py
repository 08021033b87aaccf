"""Why an article is in no event, or not in another one: the event nearest to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from db.tables import EventRow
from desktop.core.events.days import find_moment
from desktop.core.events.grouping import ALIKE, describe_group
from desktop.core.events.linkage import blend
from desktop.core.events.placing import score_likeness
from desktop.core.events.signatures import Signature
from desktop.core.events.vectors import to_vectors
from desktop.core.model.articles import Article
from desktop.core.model.events import Link
from desktop.services.articles import live_ids, no_article, read_articles
from desktop.services.event_bounds import read_bounds
from desktop.services.event_rows import event_articles, read_places
from desktop.services.event_signatures import (
    are_signatures_kept,
    find_candidates,
    read_signatures,
)
from desktop.services.lexicons import load_lexicons
from desktop.services.libraries import Library
from desktop.services.sessions import read_session


@dataclass(frozen=True, slots=True)
class Nearest:
    """The event or single article that an article is most like, and what keeps it out of there.

    `label` is the event's, or the title of a single article; `event` is then empty. `other` is the
    article there that is most like it, `link` what the two share. `likeness` is to the whole event;
    from `needed` on they would be one. `is_kept_out` where the user's decision parts them.
    """

    event: str
    label: str
    articles: int
    other: Article
    link: Link
    likeness: float
    needed: float
    is_kept_out: bool


def find_nearest(library: Library, article_id: str) -> Nearest | None:
    """Return the event nearest to an article among those that it is not in, None where none is.

    Raises:
        CrosslightError: There is no such article.
    """
    with read_session(library) as session:
        found = read_articles(session, [article_id])
        if not found:
            raise no_article(article_id)
        signatures = _read_around(session, found[0])
        own = signatures.pop(article_id)
        places = read_places(session, (article_id, *signatures))
        homes = _homes(signatures, places, places.get(article_id))
        scores = {each: score_likeness(own, other) for each, other in signatures.items()}
        rated = {home: _rate([scores[each] for each in some]) for home, some in homes.items()}
        best = max(rated, key=lambda home: (rated[home], home), default="")
        if not best or not rated[best]:
            return None
        members = homes[best]
        other = read_articles(session, [max(members, key=lambda each: (scores[each], each))])[0]
        barred = read_bounds(session).apart.get(article_id, frozenset())
        row = session.get(EventRow, best)
        label = (row.user_label or row.label) if row else other.title
    (link,) = describe_group([found[0], other], load_lexicons()).links
    is_kept_out = not barred.isdisjoint(members)
    event = best if row else ""
    return Nearest(
        event, label, len(members), other, link, rated[best], needed=ALIKE, is_kept_out=is_kept_out
    )


def _rate(scores: Sequence[float]) -> float:
    return blend(min(scores), sum(scores) / len(scores))


def _homes(
    signatures: Mapping[str, Signature], places: Mapping[str, str], own: str | None
) -> dict[str, list[str]]:
    """Return the articles of each event that is near, a single article under its own id."""
    homes: dict[str, list[str]] = {}
    for each in signatures:
        home = places.get(each, each)
        if home != own:
            homes.setdefault(home, []).append(each)
    return homes


def _read_around(session: Session, article: Article) -> dict[str, Signature]:
    """Return what an article, and those that may be like it, are grouped by."""
    lexicons = load_lexicons()
    if are_signatures_kept(session):
        (vector,) = to_vectors([article], lexicons)
        near = find_candidates(session, vector)
        found = read_signatures(session, near)
        found |= read_signatures(session, _companions(session, near))
        found[article.id] = vector, find_moment(article)
        return found
    articles = read_articles(session, live_ids(session))
    if all(each.id != article.id for each in articles):
        articles = (*articles, article)  # it is in the trash
    vectors = to_vectors(articles, lexicons)
    return {
        each.id: (vector, find_moment(each)) for each, vector in zip(articles, vectors, strict=True)
    }


def _companions(session: Session, near: Sequence[str]) -> list[str]:
    """Return the other articles outside the trash of the events that candidates are in."""
    events = sorted({*read_places(session, near).values()})
    return sorted({each for event in events for each in event_articles(session, event)} - {*near})
