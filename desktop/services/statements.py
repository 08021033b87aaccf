"""What the user states of an article's words: loaded wordings that were missed, and whose they are.

Each statement is a decision beside those of `decisions`: undone, redone and listed with them.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from desktop.core.model.analyses import Category, Voice
from desktop.core.model.articles import Article
from desktop.core.model.spans import Span
from desktop.services.articles import read_articles
from desktop.services.confirmations import read_confirmed
from desktop.services.corrections import (
    FIX_SPEAKER,
    FIX_VOICE,
    MARK_WORDING,
    RESET_VOICE,
    UNMARK_WORDING,
    Standing,
    read_corrections,
)
from desktop.services.decision_kinds import KINDS
from desktop.services.decision_log import record
from desktop.services.decisions import one_line
from desktop.services.errors import CrosslightError
from desktop.services.judgments import CONFIRM_VOICE, CONFIRM_WORDING, CONFIRMING
from desktop.services.libraries import Library
from desktop.services.sessions import write_session

DEFAULT_WEIGHT = 0.7
LEAST_WEIGHT, MOST_WEIGHT = 0.5, 1.0
_MOST_NAME, _MOST_QUOTED = 120, 40
_MARKS = "“”\"‘’'«»„"
_SAYABLE = (Voice.OWN, Voice.QUOTED, Voice.INDIRECT)


def mark_wording(
    library: Library,
    article_id: str,
    span: Span,
    category: Category,
    weight: float = DEFAULT_WEIGHT,
) -> None:
    """Count a wording as loaded that was not found; its voice is that of the place it stands at.

    Raises:
        CrosslightError: There is no such article or place, or the weight would not count.
    """
    if not LEAST_WEIGHT <= weight <= MOST_WEIGHT:
        raise CrosslightError(
            f"{weight} is no weight that counts.",
            f"Choose one from {LEAST_WEIGHT} to {MOST_WEIGHT}.",
        )
    state = {"category": category.value, "weight": weight}
    _state(library, MARK_WORDING, "Mark {words} as loaded", (article_id, span), state)


def unmark_wording(library: Library, article_id: str, span: Span) -> None:
    """Take back that a wording was marked."""
    _state(library, UNMARK_WORDING, "Unmark {words}", (article_id, span))


def fix_voice(
    library: Library, article_id: str, span: Span, voice: Voice, speaker: str = ""
) -> None:
    """State whose words a passage is: the outlet's own, quoted from a speaker, or reported.

    Raises:
        CrosslightError: There is no such article or place, or the voice cannot be stated.
    """
    if voice not in _SAYABLE:
        raise CrosslightError("“Unclear” is no voice to choose.", "Choose own, quoted or indirect.")
    name = "" if voice is Voice.OWN else one_line(speaker)[:_MOST_NAME]
    label = {
        Voice.OWN: "Take {words} as own voice",
        Voice.QUOTED: "Take {words} as quoted",
        Voice.INDIRECT: "Take {words} as an indirect report",
    }[voice]
    state = {"voice": voice.value, "speaker": name}
    _state(library, FIX_VOICE, label, (article_id, span), state)


def fix_speaker(library: Library, article_id: str, span: Span, speaker: str) -> None:
    """State who says a quotation; an empty name says that nobody is named."""
    name = one_line(speaker)[:_MOST_NAME]
    label = "Name the speaker of {words}" if name else "Name no speaker of {words}"
    _state(library, FIX_SPEAKER, label, (article_id, span), {"speaker": name})


def reset_voice(library: Library, article_id: str, span: Span) -> None:
    """Take back what was stated of a passage's voice and speaker."""
    _state(library, RESET_VOICE, "Take {words} as found", (article_id, span))


def confirm_wording(library: Library, article_id: str, span: Span) -> None:
    """Say that a wording is rightly marked: it counts for the rule that marked it."""
    _state(library, CONFIRM_WORDING, "Confirm {words} as loaded", (article_id, span))


def confirm_voice(library: Library, article_id: str, span: Span) -> None:
    """Say that a passage has the right voice and speaker: it counts for the rules behind them."""
    _state(library, CONFIRM_VOICE, "Confirm whose words {words} are", (article_id, span))


def _state(
    library: Library,
    kind: str,
    label: str,
    place: tuple[str, Span],
    state: dict[str, Any] | None = None,
) -> None:
    article_id, span = place
    with write_session(library) as session:
        article = read_articles(session, [article_id])[0]
        words = _words(article, span)
        data = {"article": article_id, "start": span.start, "end": span.end, "words": words}
        data |= state or {}
        if _changes_nothing(session, article, kind, data):
            return
        record(session, kind, label.format(words=in_short(words)), data, article_id)
        KINDS[kind].apply(session, data)


def _words(article: Article, span: Span) -> str:
    if span.end > len(article.text) or not any(map(str.isalnum, span.of(article.text))):
        raise CrosslightError("There are no words at this place.", "Select the words again.")
    return span.of(article.text)


def _changes_nothing(session: Session, article: Article, kind: str, data: dict[str, Any]) -> bool:
    span = Span(data["start"], data["end"])
    if kind in CONFIRMING:
        confirmed = read_confirmed(session, article)
        return span in (confirmed.wordings if kind == CONFIRM_WORDING else confirmed.voices)
    before = read_corrections(session, article)
    after = Standing.of(before)
    after.take(kind, span, data)
    return after.corrections() == before


def in_short(words: str) -> str:
    """Return words as a label quotes them: on one line, in marks, and not many."""
    line = " ".join(words.split()).strip(_MARKS)
    if len(line) > _MOST_QUOTED:
        line = f"{line[: _MOST_QUOTED - 1].rstrip()}…"
    return f"“{line}”"
