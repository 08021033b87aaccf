"""Notes of the user: on an article, on words of its text, or on an event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.tables import ArticleRow, NoteRow
from desktop.core.model.spans import Span
from desktop.ingest.texts import clean_text
from desktop.services.articles import no_article
from desktop.services.decision_log import now
from desktop.services.errors import CrosslightError
from desktop.services.event_rows import find_event
from desktop.services.ids import new_id
from desktop.services.libraries import Library
from desktop.services.mark_kinds import ADD_NOTE, DELETE_NOTE, EDIT_NOTE, decide_mark
from desktop.services.sessions import read_session, write_session

MOST_NOTE_LETTERS = 20_000
_COLUMNS = ("id", "article_id", "event_id", "start", "end", "text", "made_at", "changed_at")


@dataclass(frozen=True, slots=True)
class Note:
    """A note; `span` is None where it is on the article as a whole, or on an event."""

    id: str
    text: str
    article_id: str | None
    event_id: str | None
    span: Span | None
    made_at: str
    changed_at: str


def add_note(library: Library, article_id: str, text: str, span: Span | None = None) -> str:
    """Write a note on an article, or on words of it, and return its id.

    Raises:
        CrosslightError: There is no such article, or the note says nothing.
    """
    plain = _plain(text)
    with write_session(library) as session:
        size = sa.select(sa.func.length(ArticleRow.text)).where(ArticleRow.id == article_id)
        letters = session.scalar(size)
        if letters is None:
            raise no_article(article_id)
        if span is not None and not 0 <= span.start < span.end <= letters:
            raise CrosslightError("The text has no such place.", f"It has {letters} letters.")
        if span is None:
            return _add(session, plain, "Add note on article", (article_id, None, None, None))
        place = (article_id, None, span.start, span.end)
        return _add(session, plain, "Add note on words", place)


def add_event_note(library: Library, event_id: str, text: str) -> str:
    """Write a note on an event and return its id.

    Raises:
        CrosslightError: There is no such event, or the note says nothing.
    """
    plain = _plain(text)
    with write_session(library) as session:
        find_event(session, event_id)
        return _add(session, plain, "Add note on event", (None, event_id, None, None))


def edit_note(library: Library, note_id: str, text: str) -> None:
    """Give a note another text.

    Raises:
        CrosslightError: There is no such note, or the new one says nothing.
    """
    plain = _plain(text)
    with write_session(library) as session:
        row = _find(session, note_id)
        if row.text != plain:
            before = {"text": row.text, "changed_at": row.changed_at}
            after = {"text": plain, "changed_at": now()}
            data = {"id": note_id, "before": before, "after": after}
            decide_mark(session, EDIT_NOTE, "Edit note", data, row.article_id)


def delete_note(library: Library, note_id: str) -> None:
    """Delete a note.

    Raises:
        CrosslightError: There is no such note.
    """
    with write_session(library) as session:
        row = _find(session, note_id)
        kept = {name: getattr(row, name) for name in _COLUMNS}
        decide_mark(session, DELETE_NOTE, "Delete note", {"row": kept}, row.article_id)


def list_notes(
    library: Library, article_id: str | None = None, event_id: str | None = None
) -> tuple[Note, ...]:
    """Return all notes, or those of one article or event: on words in text order, then the rest."""
    with read_session(library) as session:
        return read_notes(session, article_id, event_id)


def read_notes(
    session: Session, article_id: str | None = None, event_id: str | None = None
) -> tuple[Note, ...]:
    """Return notes as `list_notes` does, in a session."""
    query = sa.select(NoteRow)
    if article_id is not None:
        query = query.where(NoteRow.article_id == article_id)
    if event_id is not None:
        query = query.where(NoteRow.event_id == event_id)
    notes = [_to_note(row) for row in session.scalars(query)]
    return tuple(sorted(notes, key=_order))


def _order(note: Note) -> tuple[str, int, str]:
    start = note.span.start if note.span is not None else 2**62
    return note.article_id or note.event_id or "", start, note.id


def _add(
    session: Session,
    text: str,
    label: str,
    place: tuple[str | None, str | None, int | None, int | None],
) -> str:
    note_id, moment = new_id(), now()
    values = (note_id, *place, text, moment, moment)
    row: dict[str, Any] = dict(zip(_COLUMNS, values, strict=True))
    decide_mark(session, ADD_NOTE, label, {"row": row}, place[0])
    return note_id


def _find(session: Session, note_id: str) -> NoteRow:
    row = session.get(NoteRow, note_id)
    if row is None:
        raise CrosslightError(
            f"The library has no note {note_id}.", "List the notes to see their ids."
        )
    return row


def _plain(text: str) -> str:
    plain = clean_text(text).strip()
    if not any(letter.isprintable() and not letter.isspace() for letter in plain):
        raise CrosslightError("A note needs a text.", "Type something, or delete the note.")
    if len(plain) > MOST_NOTE_LETTERS:
        raise CrosslightError(
            f"A note has at most {MOST_NOTE_LETTERS:,} letters.", "Shorten it, or write two."
        )
    return plain


def _to_note(row: NoteRow) -> Note:
    known = row.start is not None and row.end is not None
    span = Span(row.start or 0, row.end or 0) if known else None
    places = (row.article_id, row.event_id, span)
    return Note(row.id, row.text, *places, row.made_at, row.changed_at)
