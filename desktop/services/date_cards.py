"""What an article's sources state of its dates, its outlet and the rest, beside what is chosen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.tables import ArticleRow, DoubtRow
from desktop.core.model.articles import Origin, Published
from desktop.core.model.spans import Span
from desktop.ingest.dates import is_future
from desktop.services.articles import no_article
from desktop.services.decision_kinds import read_field
from desktop.services.decisions import EDITABLE, write_edit
from desktop.services.errors import CrosslightError
from desktop.services.libraries import Library
from desktop.services.metadata import to_published
from desktop.services.sessions import read_session, write_session
from desktop.services.stated import CONFLICTS, Entry, may_be_one_day

DATES = ("published", "updated", "saved", "file")
SHOWN = (*DATES, "outlet", "title", "authors", "url", "language", "section")
_USABLE = frozenset(EDITABLE)
_NEVER = "Nothing of this article is stated so."


@dataclass(frozen=True, slots=True)
class StatedValue:
    """One value that is stated of a field, with every place that states it.

    `origin` is an `Origin` or "file system"; `date` is set where the field is one. One that lies
    ahead, or that is no publication date, cannot be used. `agrees` tells that it says the same as
    the chosen one: the same day, in another zone or less precise.
    """

    value: str
    origin: str
    places: tuple[str, ...]
    date: Published | None = None
    evidence: Span | None = None
    is_chosen: bool = False
    is_usable: bool = False
    lies_ahead: bool = False
    agrees: bool = False


@dataclass(frozen=True, slots=True)
class StatedField:
    """A field with all values stated of it, the chosen one first."""

    name: str
    values: tuple[StatedValue, ...]


@dataclass(frozen=True, slots=True)
class DateCard:
    """All that is stated of an article; `conflicts` are sentences on what is not settled."""

    article_id: str
    fields: tuple[StatedField, ...]
    conflicts: tuple[str, ...]


def get_date_card(library: Library, article_id: str) -> DateCard:
    """Return what an article's sources state of it.

    Raises:
        CrosslightError: There is no article with this id.
    """
    with read_session(library) as session:
        row = _row(session, article_id)
        doubts = sa.select(DoubtRow.message).where(
            DoubtRow.article_id == article_id, DoubtRow.code.in_(CONFLICTS)
        )
        fields = tuple(_fields(session, row))
        return DateCard(article_id, fields, tuple(session.scalars(doubts)))


def use_statement(library: Library, article_id: str, field: str, value: str) -> None:
    """Take one of the stated values for the article's own; it keeps its origin.

    Raises:
        CrosslightError: There is no such article, or nothing states this, or it cannot be used.
    """
    with write_session(library) as session:
        row = _row(session, article_id)
        entry = _entry(row, field, value)
        if field not in _USABLE or entry is None:
            raise CrosslightError(_NEVER, "Choose one of the values of the date card.")
        if field == "published" and is_future(value):
            raise CrosslightError("This date lies ahead.", "Choose another one, or type it.")
        known: dict[str, Any] = {"origin": entry["origin"], "confidence": 1.0, "chosen": True}
        if entry.get("evidence"):
            known["evidence"] = entry["evidence"]
        after: dict[str, Any] = {"value": _stored(field, value), "provenance": known}
        if field == "published":
            after["zone"] = None
        before = read_field(session, row, field)
        settled = before["provenance"] == known and before["value"] == after["value"]
        if not settled:
            write_edit(session, article_id, field, (before, after))


def _row(session: Session, article_id: str) -> ArticleRow:
    row = session.scalar(sa.select(ArticleRow).where(ArticleRow.id == article_id))
    if row is None:
        raise no_article(article_id)
    return row


def _entry(row: ArticleRow, field: str, value: str) -> Entry | None:
    entries: Sequence[Entry] = (row.stated or {}).get(field, ())
    return next((entry for entry in entries if entry["value"] == value), None)


def _stored(field: str, value: str) -> str | list[str]:
    return value.split("; ") if field == "authors" else value


def _fields(session: Session, row: ArticleRow) -> Iterator[StatedField]:
    stated: Mapping[str, Sequence[Entry]] = row.stated or {}
    for name in SHOWN:
        chosen = _chosen(session, row, name)
        values = list(_values(name, stated.get(name, ()), chosen))
        if chosen and not any(value.is_chosen for value in values):
            known: Entry = row.provenance.get(name) or Entry()
            origin = known.get("origin", Origin.UNKNOWN.value)
            values.insert(0, _value(name, {"value": chosen, "origin": origin}, chosen))
        values.sort(key=lambda value: not value.is_chosen)
        if values:
            yield StatedField(name, tuple(values))


def _chosen(session: Session, row: ArticleRow, name: str) -> str:
    if name in ("saved", "file"):
        return ""
    value: str | list[str] | None = read_field(session, row, name)["value"]
    if name == "title" and "title" not in row.provenance:
        return ""
    return "; ".join(value) if isinstance(value, list) else value or ""


def _values(name: str, entries: Sequence[Entry], chosen: str) -> Iterator[StatedValue]:
    merged: dict[tuple[str, str], StatedValue] = {}
    for entry in entries:
        key = str(entry["origin"]), str(entry["value"])
        place = str(entry["where"])
        if key in merged:
            merged[key] = replace(merged[key], places=(*merged[key].places, place))
        else:
            merged[key] = _value(name, entry, chosen)
    is_taken = False
    for value in merged.values():
        # Of two that say the very same, the first is the one that was taken.
        yield replace(value, is_chosen=value.is_chosen and not is_taken)
        is_taken = is_taken or value.is_chosen


def _value(name: str, entry: Entry, chosen: str) -> StatedValue:
    value = str(entry["value"])
    date = to_published(value) if name in DATES else None
    evidence = entry.get("evidence")
    ahead = date is not None and is_future(date.iso)
    return StatedValue(
        value=value,
        origin=str(entry["origin"]),
        places=(str(entry["where"]),) if entry.get("where") else (),
        date=date,
        evidence=Span(*evidence) if evidence else None,
        is_chosen=value == chosen,
        is_usable=name in _USABLE and not ahead and value != chosen,
        lies_ahead=ahead,
        agrees=bool(chosen) and _agrees(name, value, chosen),
    )


def _agrees(name: str, value: str, chosen: str) -> bool:
    if name in DATES:
        return may_be_one_day(value, chosen)
    return " ".join(value.split()).casefold() == " ".join(chosen.split()).casefold()
