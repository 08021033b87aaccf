"""Articles as they leave a library: everything known of each, and how it relates to others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.tables import ArticleRow, ArticleTagRow, NoteRow, OutletRow, TagRow
from desktop.services.copies import read_relations
from desktop.services.libraries import Library
from desktop.services.sessions import read_session

_PAGE = 200


@dataclass(frozen=True, slots=True)
class ArticleRelation:
    """Another article and how this one relates to it; `kind` is one of `CopyKind`."""

    id: str
    kind: str


@dataclass(frozen=True, slots=True)
class ArticleNote:
    """A note of the user on an article, or on the words from `start` to `end` of its text."""

    text: str
    start: int | None
    end: int | None
    made_at: str


@dataclass(frozen=True, slots=True)
class ExportedArticle:
    """An article with the fields of an export, named as in its lines."""

    id: str
    title: str
    outlet: str | None
    authors: tuple[str, ...]
    published: str | None
    url: str | None
    language: str | None
    format: str
    text: str
    sha256: str
    source_name: str
    relations: tuple[ArticleRelation, ...]
    updated: str | None
    section: str | None
    tags: tuple[str, ...]
    importance: int
    notes: tuple[ArticleNote, ...]


def export_articles(
    library: Library, ids: Sequence[str] | None = None
) -> Iterator[ExportedArticle]:
    """Give all articles outside the trash, or those of `ids` among them, in order of entering.

    Raises:
        CrosslightError: The library cannot be read.
    """
    chosen = None if ids is None else frozenset(ids)
    last = 0
    while True:
        with read_session(library) as session:
            numbers = _next_numbers(session, last, chosen)
            page = _read_page(session, [number for number, chosen_one in numbers if chosen_one])
        yield from page
        if not numbers:
            return
        last = numbers[-1][0]


def _next_numbers(
    session: Session, after: int, chosen: frozenset[str] | None
) -> list[tuple[int, bool]]:
    """Return the next articles by number, and whether each is to be exported."""
    query = (
        sa.select(ArticleRow.number, ArticleRow.id)
        .where(ArticleRow.number > after, ArticleRow.trashed_at.is_(None))
        .order_by(ArticleRow.number)
        .limit(_PAGE)
    )
    rows = session.execute(query)
    return [(number, chosen is None or one in chosen) for number, one in rows]


def _read_page(session: Session, numbers: Sequence[int]) -> list[ExportedArticle]:
    query = (
        sa.select(ArticleRow, OutletRow.name)
        .outerjoin(OutletRow, ArticleRow.outlet_id == OutletRow.id)
        .where(ArticleRow.number.in_(numbers))
        .order_by(ArticleRow.number)
    )
    rows = session.execute(query).all()
    ids = [row.id for row, _outlet in rows]
    relations, tags, notes = read_relations(session, ids), _tags(session, ids), _notes(session, ids)
    return [
        replace(
            _exported(row, outlet, relations.get(row.id, ())),
            tags=tuple(tags[row.id]),
            notes=tuple(notes[row.id]),
        )
        for row, outlet in rows
    ]


def _tags(session: Session, ids: Sequence[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    query = (
        sa.select(ArticleTagRow.article_id, TagRow.name)
        .join(TagRow, TagRow.id == ArticleTagRow.tag_id)
        .where(ArticleTagRow.article_id.in_(ids))
        .order_by(TagRow.key)
    )
    for article_id, name in session.execute(query):
        found[article_id].append(name)
    return found


def _notes(session: Session, ids: Sequence[str]) -> dict[str, list[ArticleNote]]:
    found: dict[str, list[ArticleNote]] = defaultdict(list)
    rows = session.scalars(
        sa.select(NoteRow).where(NoteRow.article_id.in_(ids)).order_by(NoteRow.made_at, NoteRow.id)
    )
    for row in rows:
        if row.article_id is not None:
            found[row.article_id].append(ArticleNote(row.text, row.start, row.end, row.made_at))
    return found


def _exported(
    row: ArticleRow, outlet: str | None, relations: Sequence[tuple[str, str]]
) -> ExportedArticle:
    return ExportedArticle(
        id=row.id,
        title=row.title,
        outlet=outlet,
        authors=tuple(row.authors or ()),
        published=row.published,
        url=row.url,
        language=row.language,
        format=row.format,
        text=row.text,
        sha256=row.sha256,
        source_name=row.source_name,
        relations=tuple(ArticleRelation(other, kind) for other, kind in relations),
        updated=row.updated,
        section=row.section,
        tags=(),
        importance=row.importance,
        notes=(),
    )
