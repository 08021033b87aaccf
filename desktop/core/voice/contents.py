"""What a report verb reports: the words of its content, before the verb or after it."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.core.text.tokens import Token
from desktop.core.voice.clauses import LONGEST_SENTENCE, content_end, is_boundary, next_boundary
from desktop.core.voice.openings import (
    PLACE_PREPOSITIONS,
    SUBORDINATING,
    Shape,
    find_opening,
    is_infinitive,
)
from desktop.core.voice.phrases import TIME_WORDS, after_dateline
from desktop.core.voice.verbs import AUXILIARIES, FINITE, Cue, Passage

_LONGEST_THING = 16


def content_before(passage: Passage, position: int) -> tuple[int, int] | None:
    """Return the content that ends before an attribution; its comma is left out."""
    tokens = passage.tokens
    last = position - 1
    if last >= 0 and not passage.quoted[last] and tokens[last].text in {",", "—", "–", "-"}:
        last -= 1
    first = max(_after_joint(passage, last), last - LONGEST_SENTENCE)
    if last < first:
        return None
    return tokens[first].start, tokens[last].end


def _after_joint(passage: Passage, last: int) -> int:
    """Return where a sentence's own words begin, after a place line and "But" or "Also,"."""
    tokens, quoted = passage.tokens, passage.quoted
    first = after_dateline(passage)
    while first < last and not quoted[first]:
        if tokens[first].lower in {
            "but",
            "and",
            "also",
            "still",
            "yet",
            "nevertheless",
            "however",
            "meanwhile",
            "indeed",
        } or (first and tokens[first].text == ","):
            first += 1
        else:
            break
    return first


def content_after(
    passage: Passage, cue: Cue, later: Sequence[Cue], speaker: tuple[int, int] | None
) -> tuple[int, int] | None:
    """Return what a verb reports after it, as code points, or None where nothing is reported.

    Args:
        passage: The sentence.
        cue: The verb.
        later: The report verbs of the sentence after it; content ends before their own words.
        speaker: The tokens of the verb's subject, None where it shares that of another verb.
    """
    opening = find_opening(passage, cue, speaker)
    if opening is None or opening.start >= len(passage.tokens):
        return None
    start, shape = opening
    if shape is Shape.FRAGMENT:
        return to_end(passage, start, _quoted_end(passage, start))
    limit = _relative_end(passage, cue, speaker, start)
    if limit is not None and limit <= start:
        return None
    if shape is Shape.THING:
        end = _thing_end(passage, start)
    else:
        end = content_end(passage, start, later, finite=shape is Shape.CLAUSE)
    return to_end(passage, start, end if limit is None else min(end, limit))


def _quoted_end(passage: Passage, start: int) -> int:
    end = start
    while end < len(passage.tokens) and passage.quoted[end]:
        end += 1
    return end


def _relative_end(
    passage: Passage, cue: Cue, speaker: tuple[int, int] | None, start: int
) -> int | None:
    """Return where a main clause goes on after content: "Berg, who said ..., left".

    The answer is `start` where that cannot be seen: "Voters who say it is late stay home".
    """
    tokens = passage.tokens
    if cue.form == "ing":
        if speaker is None:
            return next_boundary(passage, start) if cue.first <= 1 else None
        if speaker[0] <= 1 and tokens[cue.first - 1].lower not in AUXILIARIES:
            return start
    if cue.first <= 2 and is_infinitive(passage, cue):
        return start
    before = tokens[speaker[0] - 1].lower if speaker is not None and speaker[0] > 0 else ""
    if before in SUBORDINATING:
        return next_boundary(passage, start)
    pronoun = _relative_pronoun(passage, cue)
    if pronoun is None:
        return None
    if pronoun and is_boundary(passage, pronoun - 1):
        return next_boundary(passage, start)
    head = speaker[0] if speaker is not None else 0
    return start if head <= 1 and cue.form != "ing" else None


def _relative_pronoun(passage: Passage, cue: Cue) -> int | None:
    """Return the token of "who" or "which" whose clause a verb stands in."""
    tokens = passage.tokens
    for place in range(cue.first - 1, max(-1, cue.first - 20), -1):
        if passage.quoted[place] or tokens[place].text in {",", ";", ":"}:
            return None
        if tokens[place].lower in {"who", "which"}:
            return place
    return None


def _thing_end(passage: Passage, start: int) -> int:
    """Return where a noun phrase ends: before a comma, a verb, a time or "who", "after"."""
    tokens = passage.tokens
    place = start + 1
    while place < min(len(tokens), start + _LONGEST_THING):
        token = tokens[place]
        if passage.quoted[place]:
            place += 1
            continue
        word = token.lower
        if not token.text[0].isalnum() or word in FINITE or word in TIME_WORDS:
            break
        if word in SUBORDINATING or word in {"who", "which", "that", "but", "during"}:
            break
        place += 1
    while place > start + 1 and tokens[place - 1].lower in PLACE_PREPOSITIONS | {"and"}:
        place -= 1
    return place


def tokens_before(tokens: Sequence[Token], position: int) -> Sequence[Token]:
    """Return the tokens of a sentence that stand before one, the nearest of them at least."""
    return tokens[max(0, position - LONGEST_SENTENCE) : position]


def to_end(passage: Passage, start: int, stop: int | None) -> tuple[int, int] | None:
    """Return the content from a token to the sentence's end, its final full stop left out."""
    tokens = passage.tokens
    last = min(stop if stop is not None else len(tokens), start + LONGEST_SENTENCE) - 1
    while (
        last > start
        and tokens[last].text in {".", ",", ";", "!", "?", "…"}
        and not (passage.quoted[last])
    ):
        last -= 1
    if last < start or start >= len(tokens):
        return None
    return tokens[start].start, tokens[last].end
