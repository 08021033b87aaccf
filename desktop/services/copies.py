"""Articles that are copies of one another: which, of which kind, and how that is known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased, defer

from db.tables import ArticleRow, OutletRow, RelationRow
from desktop.core.model.articles import Published
from desktop.core.model.copies import CopyKind
from desktop.services.copy_index import (
    BY_USER,
    MERGED,
    count_unplaced,
    place_copies,
    unplaced_numbers,
)
from desktop.services.libraries import Library
from desktop.services.metadata import to_published
from desktop.services.progress import Progress
from desktop.services.sessions import in_parts, read_session, write_session

_TOGETHER = 50
_Id = InstrumentedAttribute[str]
_Pair = tuple[RelationRow, ArticleRow, str, ArticleRow, str]


@dataclass(frozen=True, slots=True)
class CopySideShown:
    """One of two copies as a list shows it."""

    id: str
    title: str
    outlet: str
    published: Published | None


@dataclass(frozen=True, slots=True)
class Copies:
    """Two articles of which the first is a copy of the other, which came in before it.

    `share` is how much of the shorter text's runs of words both have. `by_user` says that the user
    stated it, `denied` that the user said the two are no copies.
    """

    article: CopySideShown
    other: CopySideShown
    kind: CopyKind
    share: float
    by_user: bool
    denied: bool


@dataclass(frozen=True, slots=True)
class Version:
    """A version of an article, the latest one last; `is_shown` is the one asked about."""

    id: str
    title: str
    outlet: str
    published: Published | None
    updated: Published | None
    added: str
    words: int
    is_shown: bool


def find_copies(library: Library) -> Iterator[Progress]:
    """Find the copies of articles that came in when copies were not looked for.

    Each step is committed; there is none where nothing is left to do.

    Raises:
        CrosslightError: The library cannot be read or written.
    """
    with read_session(library) as session:
        total = count_unplaced(session)
    done = 0
    while done < total:
        with write_session(library) as session:
            numbers = unplaced_numbers(session, _TOGETHER)
            place_copies(session, numbers)
        if not numbers:
            return
        done += len(numbers)
        yield Progress(min(done, total), total, "Finding copies")


def lacks_copies(library: Library) -> bool:
    """Say whether there are articles whose copies have not been looked for."""
    with read_session(library) as session:
        return bool(unplaced_numbers(session, 1))


def list_copies(
    library: Library,
    kind: CopyKind | None = None,
    article_id: str | None = None,
    *,
    denied: bool = False,
) -> tuple[Copies, ...]:
    """Return the copies among the articles outside the trash, in the order they came in.

    Args:
        library: The library.
        kind: Only those of this kind.
        article_id: Only those of this article.
        denied: Those that the user said are no copies, instead of the others.

    Raises:
        CrosslightError: The library cannot be read.
    """
    later, earlier, query = _pairs(denied=denied)
    if kind is not None:
        query = query.where(RelationRow.kind == kind.value)
    if article_id is not None:
        query = query.where((later.id == article_id) | (earlier.id == article_id))
    with read_session(library) as session:
        return tuple(
            Copies(
                _shown(one, outlet),
                _shown(other, other_outlet),
                CopyKind(row.kind),
                row.share,
                row.origin in (BY_USER, MERGED),
                row.denied,
            )
            for row, one, outlet, other, other_outlet in session.execute(query)
        )


def list_versions(library: Library, article_id: str) -> tuple[Version, ...]:
    """Return the versions of an article in the order they were published; none where it has one.

    Without dates they stand in the order they came in.

    Raises:
        CrosslightError: The library cannot be read.
    """
    with read_session(library) as session:
        ids = _versions_of(session, article_id)
        if len(ids) < 2:
            return ()
        query = (
            sa.select(
                ArticleRow.id,
                ArticleRow.title,
                OutletRow.name,
                ArticleRow.published,
                ArticleRow.zone,
                ArticleRow.updated,
                ArticleRow.added_at,
                ArticleRow.words,
            )
            .outerjoin(OutletRow, OutletRow.id == ArticleRow.outlet_id)
            .where(ArticleRow.id.in_(sorted(ids)))
            .order_by(ArticleRow.number)
        )
        versions = [
            Version(
                row.id,
                row.title,
                row.name or "",
                to_published(row.published, row.zone) if row.published else None,
                to_published(row.updated) if row.updated else None,
                row.added_at,
                row.words or 0,
                row.id == article_id,
            )
            for row in session.execute(query)
        ]
    return _in_order(versions)


def read_relations(session: Session, ids: Sequence[str]) -> dict[str, list[tuple[str, str]]]:
    """Return the copies of articles outside the trash: the other article and the kind."""
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for some in in_parts(ids):
        for own, partner in _directions():
            query = (
                sa.select(own, partner, RelationRow.kind)
                .join(ArticleRow, ArticleRow.id == partner)
                .where(own.in_(some), ~RelationRow.denied, ArticleRow.trashed_at.is_(None))
                .order_by(ArticleRow.number)
            )
            for article_id, other, kind in session.execute(query):
                found[article_id].append((other, kind))
    return found


def ids_of_kind(kind: CopyKind) -> sa.Select[str]:
    """Return a query of the articles that have a copy of a kind outside the trash."""
    parts = [
        sa.select(own.label("id"))
        .join(ArticleRow, ArticleRow.id == partner)
        .where(RelationRow.kind == kind.value, ~RelationRow.denied, ArticleRow.trashed_at.is_(None))
        for own, partner in _directions()
    ]
    either = sa.union(*parts).subquery()
    return sa.select(either.c.id)


def _directions() -> tuple[tuple[_Id, _Id], ...]:
    later, earlier = RelationRow.article_id, RelationRow.other_id
    return (later, earlier), (earlier, later)


def _pairs(*, denied: bool) -> tuple[type[ArticleRow], type[ArticleRow], sa.Select[*_Pair]]:
    later, earlier = aliased(ArticleRow), aliased(ArticleRow)
    outlet, other_outlet = aliased(OutletRow), aliased(OutletRow)
    query = (
        sa.select(RelationRow, later, outlet.name, earlier, other_outlet.name)
        .join(later, later.id == RelationRow.article_id)
        .join(earlier, earlier.id == RelationRow.other_id)
        .outerjoin(outlet, outlet.id == later.outlet_id)
        .outerjoin(other_outlet, other_outlet.id == earlier.outlet_id)
        .where(later.trashed_at.is_(None), earlier.trashed_at.is_(None))
        .where(RelationRow.denied if denied else ~RelationRow.denied)
        .options(*(defer(each.text) for each in (later, earlier)))
        .order_by(later.number, earlier.number)
    )
    return later, earlier, query


def _shown(row: ArticleRow, outlet: str | None) -> CopySideShown:
    published = to_published(row.published, row.zone) if row.published else None
    return CopySideShown(row.id, row.title, outlet or "", published)


def _versions_of(session: Session, article_id: str) -> set[str]:
    """Return an article and all that revisions lead to from it."""
    found, waiting = {article_id}, [article_id]
    while waiting:
        relations = read_relations(session, waiting)
        waiting = [
            other
            for partners in relations.values()
            for other, kind in partners
            if kind == CopyKind.REVISION.value and other not in found
        ]
        found.update(waiting)
    return found


def _in_order(versions: Sequence[Version]) -> tuple[Version, ...]:
    """Return versions by their dates; where one has none, they stay as they came in."""
    moments = [_moment(each.updated or each.published) for each in versions]
    if None in moments:
        return tuple(versions)
    order = sorted(range(len(versions)), key=lambda nth: (moments[nth], nth))
    return tuple(versions[nth] for nth in order)


def _moment(stated: Published | None) -> float | None:
    """Return a stated date in minutes; one of a day alone is its begin."""
    if stated is None:
        return None
    days = date(stated.year, stated.month, stated.day).toordinal()
    clock = 60 * (stated.hour or 0) + (stated.minute or 0) - (stated.offset_minutes or 0)
    return days * 24 * 60 + clock
