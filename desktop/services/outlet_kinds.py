"""What decisions on outlets do to a library: an alias, a name, two that become one, and back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.integrity import seal_articles
from db.tables import ArticleRow, OutletAliasRow, OutletRow, RelationRow
from desktop.services.copy_index import place_again
from desktop.services.outlet_links import FORGET_ALIAS
from desktop.services.outlets import outlet_key
from desktop.services.sessions import in_parts
from desktop.services.settling import settle_outlets

ADD_ALIAS = "add_alias"
MERGE_OUTLETS = "merge_outlets"
RENAME_OUTLET = "rename_outlet"
NAMING = (ADD_ALIAS, FORGET_ALIAS, MERGE_OUTLETS, RENAME_OUTLET)

Data = dict[str, Any]


def alias_of(row: OutletAliasRow) -> Data:
    """Return an alias as a decision keeps it."""
    return {"key": row.key, "name": row.name, "outlet": row.outlet_id}


def add_alias_row(session: Session, data: Data) -> None:
    """Give an outlet another name, unless it is somebody's by now."""
    alias = data["alias"]
    if session.get(OutletRow, alias["outlet"]) is None:
        return
    if session.get(OutletAliasRow, alias["key"]) is None:
        session.add(OutletAliasRow(key=alias["key"], name=alias["name"], outlet_id=alias["outlet"]))
    _renamed(session, [alias["outlet"]])


def drop_alias_row(session: Session, data: Data) -> None:
    """Take a name away from an outlet."""
    alias = data["alias"]
    row = session.get(OutletAliasRow, alias["key"])
    if row is not None and row.outlet_id == alias["outlet"]:
        session.delete(row)
    _renamed(session, [alias["outlet"]])


def merge_rows(session: Session, data: Data) -> None:
    """Give an outlet's articles and names to another; its own name leads there from now on."""
    kept, merged = data["kept"], data["merged"]
    session.execute(_pointing(merged).values(outlet_id=kept))
    if session.get(OutletAliasRow, data["key"]) is None:
        session.add(OutletAliasRow(key=data["key"], name=data["name"], outlet_id=kept))
    _move(session, data["articles"], merged, kept)
    _renamed(session, [kept])


def part_rows(session: Session, data: Data) -> None:
    """Give back what was merged; articles that came to the outlet since stay where they are."""
    kept, merged = data["kept"], data["merged"]
    row = session.get(OutletAliasRow, data["key"])
    if row is not None:
        session.delete(row)
    session.flush()
    keys = OutletAliasRow.key.in_(data["aliases"])
    session.execute(sa.update(OutletAliasRow).where(keys).values(outlet_id=merged))
    _move(session, data["articles"], kept, merged)
    _renamed(session, [kept, merged])


def write_name(session: Session, data: Data) -> None:
    """Give an outlet its new name; the old one still leads to it."""
    row = session.get(OutletRow, data["outlet"])
    if row is None:
        return
    taken = session.get(OutletAliasRow, outlet_key(data["after"]))
    if taken is not None:
        session.delete(taken)
        session.flush()
    old = outlet_key(data["before"])
    row.name, row.key = data["after"], outlet_key(data["after"])
    session.flush()
    if old != row.key:
        session.merge(OutletAliasRow(key=old, name=data["before"], outlet_id=row.id))
    _renamed(session, [row.id], sealed=True)


def write_name_back(session: Session, data: Data) -> None:
    """Give an outlet its former name."""
    row = session.get(OutletRow, data["outlet"])
    if row is None:
        return
    old = session.get(OutletAliasRow, outlet_key(data["before"]))
    if old is not None:
        session.delete(old)
        session.flush()
    row.name, row.key = data["before"], outlet_key(data["before"])
    session.flush()
    if data["was_alias"]:
        key = outlet_key(data["after"])
        session.merge(OutletAliasRow(key=key, name=data["was_alias"], outlet_id=row.id))
    _renamed(session, [row.id], sealed=True)


def _pointing(outlet: int) -> sa.Update:
    return sa.update(OutletAliasRow).where(OutletAliasRow.outlet_id == outlet)


def _move(session: Session, numbers: Sequence[int], source: int, target: int) -> None:
    for some in in_parts(numbers):
        theirs = ArticleRow.number.in_(some) & (ArticleRow.outlet_id == source)
        session.execute(sa.update(ArticleRow).where(theirs).values(outlet_id=target))
    seal_articles(session, numbers)


def _renamed(session: Session, outlets: Sequence[int], *, sealed: bool = False) -> None:
    """Bring all that hangs on outlets' names up to date: doubts, copies, digests."""
    session.flush()
    settle_outlets(session, outlets)
    if sealed:
        query = sa.select(ArticleRow.number).where(ArticleRow.outlet_id.in_(outlets))
        seal_articles(session, list(session.scalars(query)))
    # Only the copies that are known can be of another kind now: the texts are what they were.
    related = sa.union(sa.select(RelationRow.article_id), sa.select(RelationRow.other_id))
    query = sa.select(ArticleRow.id).where(
        ArticleRow.outlet_id.in_(outlets), ArticleRow.id.in_(related)
    )
    place_again(session, list(session.scalars(query)))
