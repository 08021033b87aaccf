"""Why an article stands in Duplicates, Wire reprints or Revisions: its partner, in one line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.tables import ArticleRow, FileOutcomeRow, ImportBatchRow, OutletRow
from desktop.core.model.copies import CopyKind
from desktop.services.copies import read_relations
from desktop.services.libraries import Library
from desktop.services.sessions import in_parts, read_session

_WORDS = {
    CopyKind.DUPLICATE: "Same text as",
    CopyKind.REPRINT: "Also printed as",
    CopyKind.REVISION: "Another version of",
}


@dataclass(frozen=True, slots=True)
class CopyNote:
    """A reason in words, and the other article; that is empty where a file came in again."""

    kind: CopyKind
    text: str
    partner: str = ""


def list_copy_notes(
    library: Library, kind: CopyKind, ids: Sequence[str]
) -> dict[str, tuple[CopyNote, ...]]:
    """Return why each of some articles has copies of a kind.

    Raises:
        CrosslightError: The library cannot be read.
    """
    found: defaultdict[str, list[CopyNote]] = defaultdict(list)
    with read_session(library) as session:
        relations = read_relations(session, ids)
        partners = {
            other for pairs in relations.values() for other, each in pairs if each == kind.value
        }
        names = _names(session, sorted(partners))
        for article_id, pairs in relations.items():
            for other, each in pairs:
                if each == kind.value and other in names:
                    found[article_id].append(
                        CopyNote(kind, f"{_WORDS[kind]} {names[other]}", other)
                    )
        if kind is CopyKind.DUPLICATE:
            for article_id, text in _given_again(session, ids):
                found[article_id].append(CopyNote(kind, text))
    return {article_id: tuple(notes) for article_id, notes in found.items()}


def _names(session: Session, ids: Sequence[str]) -> dict[str, str]:
    query = sa.select(ArticleRow.id, ArticleRow.title, OutletRow.name).outerjoin(
        OutletRow, OutletRow.id == ArticleRow.outlet_id
    )
    found: dict[str, str] = {}
    for some in in_parts(ids):
        for article_id, title, outlet in session.execute(query.where(ArticleRow.id.in_(some))):
            found[article_id] = f"“{title}”, {outlet}" if outlet else f"“{title}”"
    return found


def _given_again(session: Session, ids: Sequence[str]) -> list[tuple[str, str]]:
    """Return the articles whose file came in again, with its name and day; the latest once each."""
    wanted = set(ids)
    entries: Any = (
        sa.func.json_each
        if session.get_bind().dialect.name == "sqlite"
        else sa.func.json_array_elements_text
    )
    each = entries(FileOutcomeRow.articles).table_valued("value", joins_implicitly=True)
    query = (
        sa.select(each.c.value, FileOutcomeRow.path, ImportBatchRow.started_at)
        .join(ImportBatchRow, ImportBatchRow.id == FileOutcomeRow.batch_id)
        .where(FileOutcomeRow.status == "duplicate")
        .order_by(FileOutcomeRow.id)
    )
    latest = {
        article: f"Given again as {PurePath(path).name} on {started[:10]}"
        for article, path, started in session.execute(query)
        if article in wanted
    }
    return list(latest.items())
