"""The text of an article corrected by the user; the text as it was read is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.tables import ArticleRow, DecisionRow, FirstTextRow, NoteRow
from desktop.core.model.spans import Span
from desktop.core.text.moving import SpanMover
from desktop.ingest.texts import MOST_TEXT_BYTES, clean_text
from desktop.services.articles import no_article
from desktop.services.corrections import ASIDE, CORRECTING, KEEP_BLOCK, SET_APART_BLOCK
from desktop.services.decision_kinds import KINDS
from desktop.services.decision_log import record
from desktop.services.errors import CrosslightError
from desktop.services.judgments import CONFIRMING, JUDGING, TAKE_BACK
from desktop.services.libraries import Library
from desktop.services.sessions import read_session, write_session
from desktop.services.statements import in_short
from desktop.services.text_kinds import EDIT_TEXT, text_digest

_ON_BLOCKS = (KEEP_BLOCK, SET_APART_BLOCK)
_ON_WORDS = (*CORRECTING, *CONFIRMING)

Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class TextEdit:
    """What a correction of a text did to what the user had decided on its words.

    `moved` decisions stand at the new place of their words. `set_aside` are the labels of those
    whose words are no longer there: they count for nothing until the words come back.
    """

    moved: int = 0
    set_aside: tuple[str, ...] = ()

    @property
    def note(self) -> str:
        """Return what was set aside in one sentence, empty where nothing was."""
        if not self.set_aside:
            return ""
        number = len(self.set_aside)
        what = "1 decision is" if number == 1 else f"{number} decisions are"
        return f"{what} set aside, as their words have changed: {', '.join(self.set_aside)}."


def edit_text(
    library: Library, article_id: str, new_text: str, label: str = "Correct the text of {title}"
) -> TextEdit:
    """Correct the text of an article; what the user decided on its words moves along.

    The text as it was read stays in the library. A text that is there already is no decision.

    Args:
        library: The library.
        article_id: The article.
        new_text: The whole text.
        label: What the decision is called in the list; `{title}` is the article's.

    Raises:
        CrosslightError: There is no such article, or the text is empty or too long.
    """
    text = clean_text(new_text)
    _require_sound(text)
    with write_session(library) as session:
        row = session.scalar(sa.select(ArticleRow).where(ArticleRow.id == article_id))
        if row is None:
            raise no_article(article_id)
        if row.text == text:
            return TextEdit()
        mover = SpanMover(row.text, text)
        data: Data = {
            "article": article_id,
            "before": row.text,
            "after": text,
            "provenance": {"before": row.provenance, "after": _moved_evidence(row, mover)},
            "decisions": [],
            "notes": _moved_notes(session, article_id, mover),
        }
        decision = record(session, EDIT_TEXT, label.format(title=in_short(row.title)), data)
        edit, moved = _moved_decisions(session, row, text, mover)
        decision.article_id, decision.data = article_id, {**data, "decisions": moved}
        KINDS[EDIT_TEXT].apply(session, decision.data)
        return edit


def restore_text(library: Library, article_id: str) -> TextEdit:
    """Give an article the text as it was read; that is a decision like any other.

    Raises:
        CrosslightError: There is no such article.
    """
    first = first_text(library, article_id)
    if first is None:
        return TextEdit()
    return edit_text(library, article_id, first, "Take the text of {title} as read")


def first_text(library: Library, article_id: str) -> str | None:
    """Return the text of an article as it was read; None where it has not been corrected."""
    with read_session(library) as session:
        query = sa.select(FirstTextRow.text).where(FirstTextRow.article_id == article_id)
        return session.scalar(query)


def _require_sound(text: str) -> None:
    if not any(map(str.isalnum, text)):
        raise CrosslightError(
            "The text has no words.", "To put the article away, move it to the trash."
        )
    if len(text.encode("utf-8")) > MOST_TEXT_BYTES:
        raise CrosslightError("The text is longer than 5 MB.", "Keep the one article in it.")


def _moved_evidence(row: ArticleRow, mover: SpanMover) -> Data:
    """Return where each value comes from; words that are gone are no evidence any more."""
    found: Data = {}
    for field, entry in row.provenance.items():
        kept = dict(entry)
        if kept.get("evidence"):
            moved = mover.move(Span(*kept.pop("evidence")))
            if moved is not None:
                kept["evidence"] = [moved.start, moved.end]
        found[field] = kept
    return found


def _moved_notes(session: Session, article_id: str, mover: SpanMover) -> list[list[Any]]:
    """Return the places of notes before and after; one whose words are gone is on the article."""
    query = sa.select(NoteRow).where(NoteRow.article_id == article_id, NoteRow.start.is_not(None))
    found: list[list[Any]] = []
    for note in session.scalars(query):
        if note.start is None or note.end is None:
            continue
        moved = mover.move(Span(note.start, note.end))
        after = [None, None] if moved is None else [moved.start, moved.end]
        found.append([note.id, [note.start, note.end], after])
    return found


def _moved_decisions(
    session: Session, row: ArticleRow, text: str, mover: SpanMover
) -> tuple[TextEdit, list[list[Any]]]:
    """Return what becomes of the decisions on an article's words, each before and after."""
    moved, set_aside, changes = 0, list[str](), list[list[Any]]()
    digests = row.sha256, text_digest(text)
    for decision in _decisions_on(session, row.id):
        if decision.kind in _ON_WORDS:
            after = _moved_words(decision, digests, mover)
            is_there = ASIDE not in after
        else:
            after, is_there = _moved_anchors(decision.data, row.id, mover)
        if not is_there and ASIDE not in decision.data:
            set_aside.append(decision.label)
        if after != decision.data:
            moved += is_there
            changes.append([decision.id, decision.data, after])
    return TextEdit(moved, tuple(set_aside)), changes


def _decisions_on(session: Session, article_id: str) -> Iterator[DecisionRow]:
    kinds = (*_ON_WORDS, *(kind for kind in JUDGING if kind != TAKE_BACK))
    query = sa.select(DecisionRow).where(DecisionRow.kind.in_(kinds), ~DecisionRow.undone)
    for decision in session.scalars(query.order_by(DecisionRow.id)):
        if decision.kind not in _ON_WORDS or decision.data["article"] == article_id:
            yield decision


def _moved_words(decision: DecisionRow, digests: tuple[str, str], mover: SpanMover) -> Data:
    """Return a decision on words at its new place, or set aside.

    One that is set aside keeps its place and the digest of the text that it is a place in.
    """
    data: Data = decision.data
    if ASIDE in data:
        is_back = data[ASIDE] == digests[1]
        return {name: value for name, value in data.items() if name != ASIDE} if is_back else data
    span = Span(data["start"], data["end"])
    moved = mover.move_block(span) if decision.kind in _ON_BLOCKS else mover.move(span)
    if moved is None:
        return {**data, ASIDE: digests[0]}
    return {**data, "start": moved.start, "end": moved.end}


def _moved_anchors(data: Data, article_id: str, mover: SpanMover) -> tuple[Data, bool]:
    """Return a judgment on a comparison with its places moved, and whether all are there still.

    A place keeps its words: where they are gone, the judgment is known to be without an object.
    """
    is_there = True

    def moved(anchor: list[Any]) -> list[Any]:
        nonlocal is_there
        article, start, end, words = anchor
        if article != article_id:
            return anchor
        place = mover.move(Span(start, end))
        is_there = is_there and place is not None
        return anchor if place is None else [article, place.start, place.end, words]

    subject = [moved(anchor) for anchor in data["subject"]]
    others = [[moved(anchor) for anchor in row] for row in data["others"]]
    return {**data, "subject": subject, "others": others}, is_there
