"""What the user decides, kept in one log with undo and redo that outlive a restart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.tables import ArticleRow, DecisionRow
from desktop.core.model.articles import Origin
from desktop.core.model.spans import Span
from desktop.ingest.texts import clean_text
from desktop.services.articles import no_article
from desktop.services.corrections import (
    COUNT_WORDING,
    IGNORE_WORDING,
    KEEP_BLOCK,
    SET_APART_BLOCK,
)
from desktop.services.decision_kinds import (
    EDIT_FIELD,
    IMPORT,
    KINDS,
    RENAME_EVENT,
    RESTORE,
    TRASH,
    DecisionKind,
    read_field,
)
from desktop.services.decision_log import next_to_redo, next_to_undo, record
from desktop.services.errors import CrosslightError
from desktop.services.event_rows import find_event
from desktop.services.libraries import Library
from desktop.services.outlets import find_outlet
from desktop.services.sessions import in_parts, read_session, write_session
from desktop.services.typed_dates import read_typed_date

EDITABLE = ("title", "outlet", "authors", "published", "url", "language", "agency")
_MOST_LABEL = 200


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision as a list shows it; `undone` ones can be redone until something new is decided."""

    id: int
    kind: str
    label: str
    article_id: str | None
    made_at: str
    undone: bool


def ignore_wording(library: Library, article_id: str, span: Span) -> None:
    """Stop counting a loaded wording; it is still shown, struck through."""
    _correct(library, IGNORE_WORDING, article_id, span)


def count_wording(library: Library, article_id: str, span: Span) -> None:
    """Count a wording again that was ignored."""
    _correct(library, COUNT_WORDING, article_id, span)


def keep_block(library: Library, article_id: str, span: Span) -> None:
    """Score a block that its kind would fold."""
    _correct(library, KEEP_BLOCK, article_id, span)


def set_apart_block(library: Library, article_id: str, span: Span) -> None:
    """Fold a block that its kind would score."""
    _correct(library, SET_APART_BLOCK, article_id, span)


def rename_event(library: Library, event_id: str, label: str) -> None:
    """Give an event a label that outlives regrouping; an empty one brings the found label back.

    Raises:
        CrosslightError: There is no such event.
    """
    chosen = one_line(label)[:_MOST_LABEL] or None
    with write_session(library) as session:
        before = find_event(session, event_id).user_label
        if chosen != before:
            data = {"event": event_id, "before": before, "after": chosen}
            _decide(session, RENAME_EVENT, "Rename event", data)


def edit_field(library: Library, article_id: str, field: str, value: str) -> None:
    """Set a metadata field by hand; an empty value makes it unknown.

    A value that is there already is no decision. Authors are separated by semicolons or commas; a
    date is written as 2024-11-02 or with the month in words, with or without a time.

    Raises:
        CrosslightError: There is no such article or field, or the date is not a full one, may be
            one day or another, or lies ahead.
    """
    if field not in EDITABLE:
        raise CrosslightError(
            f"“{field}” cannot be edited.", f"Choose one of {', '.join(EDITABLE)}."
        )
    after = _edited(field, value)
    with write_session(library) as session:
        row = session.scalar(sa.select(ArticleRow).where(ArticleRow.id == article_id))
        if row is None:
            raise no_article(article_id)
        before = read_field(session, row, field)
        if field == "outlet" and (known := find_outlet(session, after["value"] or "")):
            after["value"] = known.name
        if (before["value"] or None) == (after["value"] or None):
            return
        write_edit(session, article_id, field, (before, after))


def write_edit(
    session: Session, article_id: str, field: str, states: tuple[dict[str, Any], dict[str, Any]]
) -> None:
    """Decide a field's value: the one before and the one after, as `read_field` gives them."""
    before, after = states
    data = {"article": article_id, "field": field, "before": before, "after": after}
    _decide(session, EDIT_FIELD, f"Edit {field}", data, article_id)


def trash_articles(library: Library, ids: Sequence[str]) -> None:
    """Move articles to the trash, which takes them out of their events."""
    with write_session(library) as session:
        moved = _in_state(session, ids, trashed=False)
        if moved:
            label = f"Move {_count(len(moved))} to trash"
            _decide(session, TRASH, label, {"articles": moved})


def restore_articles(library: Library, ids: Sequence[str]) -> None:
    """Take articles out of the trash."""
    with write_session(library) as session:
        moved = _in_state(session, ids, trashed=True)
        if moved:
            label = f"Restore {_count(len(moved))}"
            _decide(session, RESTORE, label, {"articles": moved})


def undo(library: Library) -> str | None:
    """Take back the last decision; return its label, or None where there is none."""
    with write_session(library) as session:
        row = next_to_undo(session)
        if row is None:
            return None
        row.undone = True
        _kind(row).revert(session, row.data)
        return row.label


def redo(library: Library) -> str | None:
    """Take up the decision undone last; return its label, or None where there is none."""
    with write_session(library) as session:
        row = next_to_redo(session)
        if row is None:
            return None
        row.undone = False
        _kind(row).apply(session, row.data)
        return row.label


def last_decision(library: Library) -> int | None:
    """Return the id of the decision that `undo` would take back; ids are never used again."""
    with read_session(library) as session:
        row = next_to_undo(session)
        return row.id if row else None


def last_import(library: Library) -> int | None:
    """Return the id of the last import that stands, whatever was decided since."""
    with read_session(library) as session:
        row = next_to_undo(session, IMPORT)
        return row.id if row else None


def undo_label(library: Library) -> str | None:
    """Return the label of what `undo` would take back."""
    with read_session(library) as session:
        row = next_to_undo(session)
        return row.label if row else None


def redo_label(library: Library) -> str | None:
    """Return the label of what `redo` would take up again."""
    with read_session(library) as session:
        row = next_to_redo(session)
        return row.label if row else None


def list_decisions(library: Library) -> tuple[Decision, ...]:
    """Return all decisions in the order they were made."""
    with read_session(library) as session:
        rows = session.scalars(sa.select(DecisionRow).order_by(DecisionRow.id))
        return tuple(
            Decision(r.id, r.kind, r.label, r.article_id, r.made_at, r.undone) for r in rows
        )


_CORRECTION_LABELS = {
    IGNORE_WORDING: "Ignore wording",
    COUNT_WORDING: "Count wording",
    KEEP_BLOCK: "Keep block",
    SET_APART_BLOCK: "Set block apart",
}


def _correct(library: Library, kind: str, article_id: str, span: Span) -> None:
    with write_session(library) as session:
        if session.scalar(sa.select(ArticleRow.number).where(ArticleRow.id == article_id)) is None:
            raise no_article(article_id)
        data = {"article": article_id, "start": span.start, "end": span.end}
        _decide(session, kind, _CORRECTION_LABELS[kind], data, article_id)


def _kind(row: DecisionRow) -> DecisionKind:
    kind = KINDS.get(row.kind)
    if kind is None:
        raise CrosslightError(
            f"“{row.label}” was decided with a later version of Crosslight.",
            "Open the library with that version to take it back or up.",
        )
    return kind


def _decide(
    session: Session, kind: str, label: str, data: dict[str, Any], article_id: str | None = None
) -> None:
    record(session, kind, label, data, article_id)
    KINDS[kind].apply(session, data)


def _in_state(session: Session, ids: Sequence[str], *, trashed: bool) -> list[str]:
    state = ArticleRow.trashed_at.is_not(None) if trashed else ArticleRow.trashed_at.is_(None)
    found = set[str]()
    for some in in_parts(ids):
        query = sa.select(ArticleRow.id).where(ArticleRow.id.in_(some), state)
        found.update(session.scalars(query))
    return [article_id for article_id in dict.fromkeys(ids) if article_id in found]


def _edited(field: str, value: str) -> dict[str, Any]:
    plain = one_line(value)
    known = {"origin": Origin.USER.value, "confidence": 1.0}
    if field == "title":
        # A title is never empty: without one the article keeps a name to be found by.
        return {"value": plain or "Untitled", "provenance": known if plain else None}
    state: dict[str, Any] = {"value": plain or None, "provenance": known if plain else None}
    if field == "authors" and plain:
        state["value"] = [name.strip() for name in re.split(r"[;,]", plain) if name.strip()]
    if field == "published":
        state |= {"value": read_typed_date(plain) if plain else None, "zone": None}
    return state


def one_line(value: str) -> str:
    """Return what the user typed as one line that can be shown, empty where nothing can."""
    # Joiners are kept: without them Persian and Hindi are misspelled, and some emoji fall apart.
    line = " ".join(clean_text(value).split())
    shown = any(letter.isprintable() and not letter.isspace() for letter in line)
    return line if shown else ""


def _count(number: int) -> str:
    return "1 article" if number == 1 else f"{number} articles"
