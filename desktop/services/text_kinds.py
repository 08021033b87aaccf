"""What correcting an article's text does to the library, in both directions."""

from __future__ import annotations

import hashlib
from typing import Any, Literal

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.integrity import seal_article
from db.tables import ArticleRow, DecisionRow, FirstTextRow, NoteRow
from desktop.services.analyses import analyze_again
from desktop.services.copy_index import place_again
from desktop.services.event_anew import place_anew

EDIT_TEXT = "edit_text"

Data = dict[str, Any]
Side = Literal["before", "after"]


def text_digest(text: str) -> str:
    """Return the digest that a text is known by."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def write_text(session: Session, data: Data) -> None:
    """Give an article its corrected text, and all that points into it its new place."""
    _bring(session, data, "after")


def write_text_back(session: Session, data: Data) -> None:
    """Give an article the text that it had before a correction."""
    _bring(session, data, "before")


def _bring(session: Session, data: Data, side: Side) -> None:
    row = session.scalar(sa.select(ArticleRow).where(ArticleRow.id == data["article"]))
    if row is None:
        return
    _keep_first(session, row, data[side])
    row.text, row.sha256 = data[side], text_digest(data[side])
    row.provenance = data["provenance"][side]
    seal_article(session, row.number)
    _move(session, data, side)
    session.flush()
    analyze_again(session, row.id)
    place_again(session, [row.id])
    place_anew(session, row.id)


def _keep_first(session: Session, row: ArticleRow, text: str) -> None:
    """Keep the text as it was read, as long as the article has another one."""
    first = session.get(FirstTextRow, row.id)
    if first is None and text != row.text:
        session.add(FirstTextRow(article_id=row.id, text=row.text, sha256=row.sha256))
    elif first is not None and first.text == text:
        session.delete(first)


def _move(session: Session, data: Data, side: Side) -> None:
    nth = 1 if side == "before" else 2
    for entry in data["decisions"]:
        decision = session.get(DecisionRow, entry[0])
        if decision is not None:
            decision.data = entry[nth]
    for entry in data["notes"]:
        note = session.get(NoteRow, entry[0])
        if note is not None:
            note.start, note.end = entry[nth]
