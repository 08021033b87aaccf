"""What decisions on tags, importance, notes and saved searches do, and how they are taken back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.tables import ArticleRow, ArticleTagRow, Base, NoteRow, SavedSearchRow, TagRow
from desktop.services.decision_log import record
from desktop.services.sessions import in_parts
from desktop.services.tag_rows import find_or_enter_tag, find_tag

TAG_ARTICLES, UNTAG_ARTICLES = "tag_articles", "untag_articles"
RENAME_TAG, DELETE_TAG = "rename_tag", "delete_tag"
RATE_ARTICLES = "rate_articles"
ADD_NOTE, EDIT_NOTE, DELETE_NOTE = "add_note", "edit_note", "delete_note"
SAVE_SEARCH, EDIT_SEARCH, DELETE_SEARCH = "save_search", "edit_search", "delete_search"

Data: TypeAlias = dict[str, Any]
Step: TypeAlias = Callable[[Session, Data], None]


def decide_mark(
    session: Session, kind: str, label: str, data: Data, article_id: str | None = None
) -> None:
    """Write down a decision of one of these kinds and carry it out."""
    record(session, kind, label, data, article_id)
    MARKING[kind][0](session, data)


def _tag(session: Session, data: Data) -> None:
    tag = find_or_enter_tag(session, data["tag"])
    present = _present(session, data["articles"])
    query = sa.select(ArticleTagRow.article_id).where(ArticleTagRow.tag_id == tag.id)
    has = {each for some in in_parts(present) for each in _those(session, query, some)}
    new = [{"tag_id": tag.id, "article_id": each} for each in present if each not in has]
    if new:
        session.execute(sa.insert(ArticleTagRow), new)


def _untag(session: Session, data: Data) -> None:
    tag = find_tag(session, data["tag"])
    if tag is None:
        return
    of_tag = sa.delete(ArticleTagRow).where(ArticleTagRow.tag_id == tag.id)
    for some in in_parts(data["articles"]):
        session.execute(of_tag.where(ArticleTagRow.article_id.in_(some)))
    if data.get("is_new"):
        _drop_empty(session, tag)


def _drop_empty(session: Session, tag: TagRow) -> None:
    left = sa.select(ArticleTagRow.tag_id).where(ArticleTagRow.tag_id == tag.id).limit(1)
    if session.scalar(left) is None:
        session.delete(tag)
        session.flush()


def _delete_tag(session: Session, data: Data) -> None:
    tag = find_tag(session, data["tag"])
    if tag is not None:
        session.delete(tag)
        session.flush()


def _rename_tag(session: Session, before: str, after: str) -> None:
    tag = find_tag(session, before)
    if tag is not None:
        from_name = find_tag(session, after)
        if from_name is None or from_name.id == tag.id:
            tag.name, tag.key = after, " ".join(after.split()).casefold()
            session.flush()


def _rate(session: Session, levels: Mapping[str, int]) -> None:
    for level in sorted(set(levels.values())):
        _rate_all(session, [each for each in levels if levels[each] == level], level)


def _rate_all(session: Session, ids: Sequence[str], level: int) -> None:
    for some in in_parts(ids):
        change = sa.update(ArticleRow).where(ArticleRow.id.in_(some))
        session.execute(change.values(importance=level))


def _put(kind: type[Base]) -> Step:
    """Return what writes a row as a decision keeps it, where all it points at is there."""

    def step(session: Session, data: Data) -> None:
        row = data["row"]
        article = row.get("article_id")
        if article is None or _present(session, [article]):
            session.merge(kind(**row))
            session.flush()

    return step


def _take_away(kind: type[Base]) -> Step:
    def step(session: Session, data: Data) -> None:
        row = session.get(kind, data["row"]["id"])
        if row is not None:
            session.delete(row)
            session.flush()

    return step


def _change(kind: type[Base], side: str) -> Step:
    def step(session: Session, data: Data) -> None:
        row = session.get(kind, data["id"])
        if row is not None:
            for name, value in data[side].items():
                setattr(row, name, value)

    return step


def _present(session: Session, ids: Sequence[str]) -> list[str]:
    query = sa.select(ArticleRow.id)
    found: set[str] = set()
    for some in in_parts(ids):
        found.update(session.scalars(query.where(ArticleRow.id.in_(some))))
    return [each for each in dict.fromkeys(ids) if each in found]


def _those(session: Session, query: sa.Select[str], some: Sequence[str]) -> Sequence[str]:
    return session.scalars(query.where(ArticleTagRow.article_id.in_(some))).all()


MARKING: Mapping[str, tuple[Step, Step]] = {
    TAG_ARTICLES: (_tag, _untag),
    UNTAG_ARTICLES: (_untag, _tag),
    RENAME_TAG: (
        lambda session, data: _rename_tag(session, data["before"], data["after"]),
        lambda session, data: _rename_tag(session, data["after"], data["before"]),
    ),
    DELETE_TAG: (_delete_tag, _tag),
    RATE_ARTICLES: (
        lambda session, data: _rate_all(session, list(data["before"]), data["after"]),
        lambda session, data: _rate(session, data["before"]),
    ),
    ADD_NOTE: (_put(NoteRow), _take_away(NoteRow)),
    EDIT_NOTE: (_change(NoteRow, "after"), _change(NoteRow, "before")),
    DELETE_NOTE: (_take_away(NoteRow), _put(NoteRow)),
    SAVE_SEARCH: (_put(SavedSearchRow), _take_away(SavedSearchRow)),
    EDIT_SEARCH: (_change(SavedSearchRow, "after"), _change(SavedSearchRow, "before")),
    DELETE_SEARCH: (_take_away(SavedSearchRow), _put(SavedSearchRow)),
}
"""What each kind does, and what takes it back; both do nothing to what is no longer there."""
