"""Searches that the user keeps: a name and a query, listed beside the collections."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.tables import SavedSearchRow
from desktop.services.counts import SavedSearch, list_saved
from desktop.services.decision_log import now
from desktop.services.decisions import one_line
from desktop.services.errors import CrosslightError
from desktop.services.libraries import Library
from desktop.services.mark_kinds import DELETE_SEARCH, EDIT_SEARCH, SAVE_SEARCH, decide_mark
from desktop.services.queries import MOST_LETTERS, parse_query
from desktop.services.sessions import read_session, write_session

__all__ = [
    "SavedSearch",
    "delete_search",
    "edit_search",
    "list_searches",
    "save_search",
]

_MOST_NAME = 80


def save_search(library: Library, name: str, query: str) -> int:
    """Keep a search and return its id.

    Raises:
        CrosslightError: It asks for nothing, or another one is called so.
    """
    plain, asked = _plain_name(name or query), _plain_query(query)
    with write_session(library) as session:
        _refuse_taken(session, plain, None)
        last = session.scalar(sa.select(sa.func.max(SavedSearchRow.id))) or 0
        row = {"id": last + 1, "name": plain, "query": asked, "made_at": now()}
        decide_mark(session, SAVE_SEARCH, f"Save search “{plain}”", {"row": row})
        return last + 1


def edit_search(
    library: Library, search_id: int, name: str | None = None, query: str | None = None
) -> None:
    """Give a saved search another name, another query, or both.

    Raises:
        CrosslightError: There is no such search, it asks for nothing, or another is called so.
    """
    with write_session(library) as session:
        row = _find(session, search_id)
        before = {"name": row.name, "query": row.query}
        after = {
            "name": row.name if name is None else _plain_name(name),
            "query": row.query if query is None else _plain_query(query),
        }
        _refuse_taken(session, after["name"], search_id)
        if after != before:
            verb = "Change" if after["name"] == before["name"] else "Rename"
            data = {"id": search_id, "before": before, "after": after}
            decide_mark(session, EDIT_SEARCH, f"{verb} search “{row.name}”", data)


def delete_search(library: Library, search_id: int) -> None:
    """Delete a saved search; no article goes with it.

    Raises:
        CrosslightError: There is no such search.
    """
    with write_session(library) as session:
        row = _find(session, search_id)
        kept: dict[str, Any] = {
            "id": row.id,
            "name": row.name,
            "query": row.query,
            "made_at": row.made_at,
        }
        decide_mark(session, DELETE_SEARCH, f"Delete search “{row.name}”", {"row": kept})


def list_searches(library: Library) -> tuple[SavedSearch, ...]:
    """Return the saved searches by name."""
    with read_session(library) as session:
        return list_saved(session)


def _find(session: Session, search_id: int) -> SavedSearchRow:
    row = session.get(SavedSearchRow, search_id)
    if row is None:
        raise CrosslightError(
            f"There is no saved search {search_id}.", "List the searches to see their numbers."
        )
    return row


def _refuse_taken(session: Session, name: str, own: int | None) -> None:
    taken = [each for each in list_saved(session) if each.name.casefold() == name.casefold()]
    if any(each.id != own for each in taken):
        raise CrosslightError(f"There is a saved search “{name}” already.", "Choose another name.")


def _plain_name(name: str) -> str:
    plain = one_line(name)[:_MOST_NAME].strip()
    if not plain:
        raise CrosslightError("A saved search needs a name.", "Type a word.")
    return plain


def _plain_query(query: str) -> str:
    plain = one_line(query)[:MOST_LETTERS]
    if parse_query(plain) is None:
        raise CrosslightError("The search asks for nothing.", "Type a word to look for.")
    return plain
