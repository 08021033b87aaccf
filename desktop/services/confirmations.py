"""What the user found right in an article: it changes nothing and counts for the rule."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.tables import DecisionRow
from desktop.core.model.articles import Article
from desktop.core.model.spans import Span
from desktop.services.corrections import (
    ASIDE,
    COUNT_WORDING,
    FIX_SPEAKER,
    FIX_VOICE,
    IGNORE_WORDING,
    MARK_WORDING,
    RESET_VOICE,
    UNMARK_WORDING,
)
from desktop.services.judgments import CONFIRM_VOICE, CONFIRM_WORDING

_WORDINGS = (IGNORE_WORDING, COUNT_WORDING, MARK_WORDING, UNMARK_WORDING, CONFIRM_WORDING)
_VOICES = (FIX_VOICE, FIX_SPEAKER, RESET_VOICE, CONFIRM_VOICE)


@dataclass(frozen=True, slots=True)
class Confirmed:
    """Spans of wordings and of voiced passages that the user found right and did not correct."""

    wordings: frozenset[Span] = frozenset()
    voices: frozenset[Span] = frozenset()


def read_confirmed(session: Session, article: Article) -> Confirmed:
    """Return what was found right in an article; a later correction of the same words ends it."""
    query = (
        sa.select(DecisionRow.kind, DecisionRow.data)
        .where(DecisionRow.article_id == article.id, ~DecisionRow.undone)
        .where(DecisionRow.kind.in_((*_WORDINGS, *_VOICES)))
        .order_by(DecisionRow.id)
    )
    wordings, voices = set[Span](), set[Span]()
    for kind, data in session.execute(query):
        if ASIDE in data:
            continue
        span = Span(data["start"], data["end"])
        held = wordings if kind in _WORDINGS else voices
        if kind in (CONFIRM_WORDING, CONFIRM_VOICE):
            held.add(span)
        else:
            held.discard(span)
    return Confirmed(frozenset(wordings), frozenset(voices))
