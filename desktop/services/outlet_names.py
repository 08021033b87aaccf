"""What a person says of outlets: their names, and which of them are one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.tables import ArticleRow, OutletAliasRow, OutletRow
from desktop.services.decision_kinds import KINDS
from desktop.services.decision_log import record
from desktop.services.decisions import one_line
from desktop.services.errors import CrosslightError
from desktop.services.libraries import Library
from desktop.services.outlet_kinds import ADD_ALIAS, MERGE_OUTLETS, RENAME_OUTLET, alias_of
from desktop.services.outlet_links import FORGET_ALIAS
from desktop.services.outlets import find_outlet, outlet_key
from desktop.services.sessions import read_session, write_session

_MOST_NAME = 200


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet: its name, its other names, and its articles outside the trash.

    `slot` is the order in which it entered the library, which decides its color.
    """

    name: str
    slot: int
    articles: int
    aliases: tuple[str, ...]


def list_outlets(library: Library) -> tuple[Outlet, ...]:
    """Return the outlets that have articles or other names, in the order they entered.

    One that was merged into another is among that one's names.
    """
    with read_session(library) as session:
        names = defaultdict[int, list[str]](list)
        merged = set[str]()
        for alias in session.scalars(sa.select(OutletAliasRow)):
            names[alias.outlet_id].append(alias.name)
            merged.add(alias.key)
        size = sa.func.count(ArticleRow.number)
        live = (ArticleRow.outlet_id == OutletRow.id) & ArticleRow.trashed_at.is_(None)
        query = sa.select(OutletRow, size).outerjoin(ArticleRow, live).group_by(OutletRow.id)
        return tuple(
            Outlet(row.name, row.slot, count, tuple(sorted(names[row.id], key=str.casefold)))
            for row, count in session.execute(query.order_by(OutletRow.slot))
            if row.key not in merged and (count or names[row.id])
        )


def add_alias(library: Library, name: str, outlet: str) -> None:
    """Let another name, or a site's address, stand for an outlet.

    Raises:
        CrosslightError: There is no such outlet, or the name is another outlet's.
    """
    plain = _named(name)
    with write_session(library) as session:
        row = _outlet(session, outlet)
        holder = find_outlet(session, plain)
        if holder is not None and holder.id == row.id:
            return
        if holder is not None:
            raise CrosslightError(
                f"“{plain}” is a name of {holder.name} already.",
                f"Merge {holder.name} and {row.name} if they are one outlet.",
            )
        alias = {"key": outlet_key(plain), "name": plain, "outlet": row.id}
        _decide(session, ADD_ALIAS, f"Name {row.name} “{plain}” too", {"alias": alias})


def forget_alias(library: Library, name: str) -> None:
    """Take away one of an outlet's other names; articles that came by it stay where they are.

    Raises:
        CrosslightError: It is no outlet's other name, or that of an outlet merged into it.
    """
    with write_session(library) as session:
        row = session.get(OutletAliasRow, outlet_key(name))
        if row is None:
            raise CrosslightError(
                f"“{name}” is no outlet's other name.", "List the outlets to see their names."
            )
        if session.scalar(sa.select(OutletRow.id).where(OutletRow.key == row.key)) is not None:
            raise CrosslightError(
                f"“{row.name}” was merged into another outlet.", "Undo that to part them again."
            )
        _decide(session, FORGET_ALIAS, f"Forget the name “{row.name}”", {"alias": alias_of(row)})


def merge_outlets(library: Library, kept: str, merged: str) -> None:
    """Make two outlets one, with all articles and names of both, and the first one's name.

    Raises:
        CrosslightError: One of them is not there, or they are one already.
    """
    with write_session(library) as session:
        into, row = _outlet(session, kept), _outlet(session, merged)
        if into.id == row.id:
            raise CrosslightError(f"“{kept}” and “{merged}” are one outlet already.")
        articles = sa.select(ArticleRow.number).where(ArticleRow.outlet_id == row.id)
        aliases = sa.select(OutletAliasRow.key).where(OutletAliasRow.outlet_id == row.id)
        data = {
            "kept": into.id,
            "merged": row.id,
            "key": row.key,
            "name": row.name,
            "articles": list(session.scalars(articles)),
            "aliases": list(session.scalars(aliases)),
        }
        _decide(session, MERGE_OUTLETS, f"Merge {row.name} into {into.name}", data)


def rename_outlet(library: Library, outlet: str, name: str) -> None:
    """Give an outlet another name; the former one still leads to it.

    Raises:
        CrosslightError: There is no such outlet, or the name is another outlet's.
    """
    plain = _named(name)
    with write_session(library) as session:
        row = _outlet(session, outlet)
        if plain == row.name:
            return
        holder = find_outlet(session, plain)
        if holder is not None and holder.id != row.id:
            raise CrosslightError(
                f"“{plain}” is a name of {holder.name} already.",
                f"Merge {row.name} into {holder.name} if they are one outlet.",
            )
        alias = session.get(OutletAliasRow, outlet_key(plain))
        if alias is not None and _is_merged(session, alias):
            raise CrosslightError(
                f"“{plain}” was merged into {row.name}.", "Undo that to use the name again."
            )
        before = alias.name if alias else None
        data = {"outlet": row.id, "before": row.name, "after": plain, "was_alias": before}
        _decide(session, RENAME_OUTLET, f"Rename {row.name}", data)


def _decide(session: Session, kind: str, label: str, data: dict[str, Any]) -> None:
    record(session, kind, label, data)
    KINDS[kind].apply(session, data)


def _is_merged(session: Session, alias: OutletAliasRow) -> bool:
    return session.scalar(sa.select(OutletRow.id).where(OutletRow.key == alias.key)) is not None


def _outlet(session: Session, name: str) -> OutletRow:
    row = find_outlet(session, name)
    if row is None:
        raise CrosslightError(
            f"The library has no outlet “{name}”.", "List the outlets to see their names."
        )
    return row


def _named(name: str) -> str:
    plain = one_line(name)[:_MOST_NAME]
    if not plain:
        raise CrosslightError("An outlet's name cannot be empty.", "Type at least one letter.")
    return plain
