"""The collections of a library: what is in each of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.tables import (
    ArticleRow,
    ArticleTagRow,
    BatchArticleRow,
    EventArticleRow,
    OutletRow,
    SavedSearchRow,
    TagRow,
)
from desktop.services.conditions import Condition, state_condition
from desktop.services.errors import CrosslightError
from desktop.services.queries import Node, parse_query
from desktop.services.tag_rows import tag_key

STATES: Mapping[str, str] = {
    "attention": "attention",
    "duplicates": "duplicate",
    "reprints": "reprint",
    "revisions": "revision",
    "undated": "undated",
    "untagged": "untagged",
}
"""Collections that hold the articles of a state, with the state as `is:` names it."""


@dataclass(frozen=True, slots=True)
class Collection:
    """What a collection holds; `is_narrow` says that it is small beside the library.

    A saved search has a query of its own.
    """

    conditions: tuple[Condition, ...] = ()
    is_trash: bool = False
    is_narrow: bool = False
    node: Node | None = None


def collection_of(session: Session, name: str, value: str) -> Collection:
    """Return a collection by name.

    Args:
        session: Of the library.
        name: "all", "trash", one of STATES, or one of `_VALUED` with its value.
        value: An event's or an import's id, an outlet's or a tag's name, a saved search's id.

    Raises:
        CrosslightError: There is no such collection.
    """
    if name in ("all", "trash"):
        return Collection(is_trash=name == "trash")
    if name in STATES:
        condition = state_condition(STATES[name], session.get_bind().dialect.name)
        is_narrow = name not in ("undated", "untagged", "attention")
        return Collection((condition,), is_narrow=is_narrow)
    if name not in _VALUED:
        raise CrosslightError(f"There is no collection “{name}”.")
    return _VALUED[name](session, value)


def _event(_session: Session, value: str) -> Collection:
    members = sa.select(EventArticleRow.article_id).where(EventArticleRow.event_id == value)
    return Collection((ArticleRow.id.in_(members),), is_narrow=True)


def _outlet(session: Session, value: str) -> Collection:
    outlet = session.scalar(sa.select(OutletRow.id).where(OutletRow.name == value))
    return Collection((ArticleRow.outlet_id == (-1 if outlet is None else outlet),))


def _batch(_session: Session, value: str) -> Collection:
    given = sa.select(BatchArticleRow.article_id).where(BatchArticleRow.batch_id == value)
    return Collection((ArticleRow.id.in_(given),), is_narrow=True)


def _tag(_session: Session, value: str) -> Collection:
    tag = sa.select(TagRow.id).where(TagRow.key == tag_key(value)).scalar_subquery()
    tagged = sa.select(ArticleTagRow.article_id).where(ArticleTagRow.tag_id == tag)
    return Collection((ArticleRow.id.in_(tagged),), is_narrow=True)


def _search(session: Session, value: str) -> Collection:
    number = int(value) if value.isascii() and value.isdigit() else -1
    query = session.scalar(sa.select(SavedSearchRow.query).where(SavedSearchRow.id == number))
    if query is None:
        raise CrosslightError("There is no such saved search.", "Choose another one.")
    node = parse_query(query)
    return Collection((sa.false(),)) if node is None else Collection(node=node)


_VALUED: Mapping[str, Callable[[Session, str], Collection]] = {
    "event": _event,
    "outlet": _outlet,
    "batch": _batch,
    "tag": _tag,
    "search": _search,
}
