"""The user's standing corrections of an article, read from the decisions that are not undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.tables import DecisionRow
from desktop.core.model.analyses import Category, StatedVoice, Voice
from desktop.core.model.articles import Article
from desktop.core.model.corrections import Corrections, MarkedWording
from desktop.core.model.spans import Span

IGNORE_WORDING = "ignore_wording"
COUNT_WORDING = "count_wording"
MARK_WORDING = "mark_wording"
UNMARK_WORDING = "unmark_wording"
KEEP_BLOCK = "keep_block"
SET_APART_BLOCK = "set_apart_block"
FIX_VOICE = "fix_voice"
FIX_SPEAKER = "fix_speaker"
RESET_VOICE = "reset_voice"

# A decision whose words a correction of the text has changed counts for nothing; this entry of its
# data has the digest of the text that its place is in.
ASIDE = "aside"

Data = dict[str, Any]


def read_corrections(session: Session, article: Article) -> Corrections:
    """Return what stands after all decisions on an article, in the order they were made.

    A decision on words that the text does not have where they stood is passed over.
    """
    query = (
        sa.select(DecisionRow.kind, DecisionRow.data)
        .where(DecisionRow.article_id == article.id, ~DecisionRow.undone)
        .where(DecisionRow.kind.in_(CORRECTING))
        .order_by(DecisionRow.id)
    )
    standing = Standing()
    for kind, data in session.execute(query):
        span = Span(data["start"], data["end"])
        is_there = span.end <= len(article.text)
        if ASIDE in data:
            continue
        if data.get("words") in (None, span.of(article.text) if is_there else ""):
            standing.take(kind, span, data)
    return standing.corrections()


@dataclass(slots=True)
class Standing:
    """What stands so far, decision by decision; the last one on a span holds."""

    kept: set[Span] = field(default_factory=set[Span])
    set_apart: set[Span] = field(default_factory=set[Span])
    ignored: set[Span] = field(default_factory=set[Span])
    marked: dict[Span, MarkedWording] = field(default_factory=dict[Span, MarkedWording])
    voices: list[StatedVoice] = field(default_factory=list[StatedVoice])

    @classmethod
    def of(cls, corrections: Corrections) -> Standing:
        """Return corrections as what stands so far."""
        return cls(
            set(corrections.kept),
            set(corrections.set_apart),
            set(corrections.ignored),
            {one.span: one for one in corrections.marked},
            list(corrections.voices),
        )

    def take(self, kind: str, span: Span, data: Data) -> None:
        """Let a decision on a span follow those before."""
        _TAKEN[kind](self, span, data)

    def corrections(self) -> Corrections:
        """Return what stands now."""
        return Corrections(
            frozenset(self.kept),
            frozenset(self.set_apart),
            frozenset(self.ignored),
            frozenset(self.marked.values()),
            tuple(self.voices),
        )


def _ignore(standing: Standing, span: Span, _data: Data) -> None:
    standing.ignored.add(span)


def _count(standing: Standing, span: Span, _data: Data) -> None:
    standing.ignored.discard(span)


def _mark(standing: Standing, span: Span, data: Data) -> None:
    others = {at: one for at, one in standing.marked.items() if not at.overlap(span)}
    standing.ignored.discard(span)
    made = MarkedWording(span, Category(data["category"]), float(data["weight"]))
    standing.marked = {**others, span: made}


def _unmark(standing: Standing, span: Span, _data: Data) -> None:
    standing.marked.pop(span, None)


def _keep(standing: Standing, span: Span, _data: Data) -> None:
    standing.kept.add(span)
    standing.set_apart.discard(span)


def _set_apart(standing: Standing, span: Span, _data: Data) -> None:
    standing.set_apart.add(span)
    standing.kept.discard(span)


def _fix_voice(standing: Standing, span: Span, data: Data) -> None:
    others = [one for one in standing.voices if one.span != span]
    standing.voices = [*others, StatedVoice(span, Voice(data["voice"]), data["speaker"])]


def _fix_speaker(standing: Standing, span: Span, data: Data) -> None:
    others = [one for one in standing.voices if (one.span, one.voice) != (span, None)]
    standing.voices = [*others, StatedVoice(span, None, data["speaker"])]


def _reset_voice(standing: Standing, span: Span, _data: Data) -> None:
    standing.voices = [one for one in standing.voices if one.span != span]


_TAKEN: dict[str, Callable[[Standing, Span, Data], None]] = {
    IGNORE_WORDING: _ignore,
    COUNT_WORDING: _count,
    KEEP_BLOCK: _keep,
    SET_APART_BLOCK: _set_apart,
    MARK_WORDING: _mark,
    UNMARK_WORDING: _unmark,
    FIX_VOICE: _fix_voice,
    FIX_SPEAKER: _fix_speaker,
    RESET_VOICE: _reset_voice,
}
CORRECTING = tuple(_TAKEN)
