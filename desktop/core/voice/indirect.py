"""Reports: which words of a sentence are a speaker's, and what they are said to have said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.core.model.spans import Span
from desktop.core.text.tokens import Token, word_set
from desktop.core.voice.contents import (
    CLAUSE_VERBS,
    LONGEST_SENTENCE,
    TAIL_WORDS,
    TELLING,
    after_addressee,
    content_after,
    content_before,
    has_clause,
    is_infinitive,
    to_end,
    tokens_before,
)
from desktop.core.voice.phrases import TIME_WORDS, find_phrase_after, find_subject, is_coordinated
from desktop.core.voice.verbs import Cue, Passage

NAMING = word_set(
    "call describe label term dub identify characterize characterise deem name portray"
) | {"refer to"}
_NO_SPEAKERS = word_set("that it this him her them there")
_SETTING_OFF = frozenset({",", "—", "–", "-"})
_MARKS = frozenset({'"', "”", "“", "’", "'", "»", "«", "‘"})
_CLAUSE_ENDS = frozenset(",.?!…—–-")


@dataclass(slots=True)
class Report:
    """A cue with its speaker's tokens and what it reports, as code points; content may be None.

    `shared` says that the speaker is that of the report before it. `after` says that the cue
    follows its content: "..., he said".
    """

    cue: Cue
    speaker: tuple[int, int] | None
    content: tuple[int, int] | None
    shared: bool = False
    after: bool = False
    phrase: tuple[int, int] = (0, 0)


def read_report(passage: Passage, cue: Cue, following: Cue | None) -> Report | None:
    """Read a cue's speaker and content; None where the word reports nothing here."""
    if cue.form in {"noun", "adverb"}:
        return None
    if cue.form == "according":
        return _read_according(passage, cue)
    if cue.passive:
        return _read_passive(passage, cue)
    inverted = _read_inverted(passage, cue)
    if inverted is not None:
        return inverted
    speaker = find_subject(passage, cue)
    shared = speaker is None and is_coordinated(passage, cue)
    if speaker is None and not shared:
        return None
    start = speaker[0] if speaker else cue.first
    relative = speaker is not None and _is_relative(passage.tokens, speaker[1])
    after = cue.last + 1
    if cue.lemma in TELLING:
        after = after_addressee(passage, after)
    if speaker and not relative and _follows_content(passage, start, after):
        if not passage.quoted[start - 1] and cue.lemma not in CLAUSE_VERBS:
            return Report(cue, speaker, None, phrase=(start, cue.last + 1))
        return Report(cue, speaker, content_before(passage, start), after=True,
                      phrase=(start, cue.last + 1))  # fmt: skip
    content = content_after(passage, cue, following, speaker)
    if content is None and is_infinitive(passage, cue):
        return None
    return Report(cue, speaker, content, shared=shared, phrase=(start, cue.last + 1))


def _is_relative(tokens: Sequence[Token], position: int) -> bool:
    """Say whether "who" or "which" stands between a subject and its verb."""
    place = position + (tokens[position].text == ",")
    return tokens[place].lower in {"who", "which"}


def _read_according(passage: Passage, cue: Cue) -> Report | None:
    speaker = find_phrase_after(passage, cue.last + 1)
    if speaker is None:
        return None
    tokens = passage.tokens
    end = speaker[1]
    opens = cue.first <= 1 or not has_clause(tokens_before(tokens, cue.first))
    if opens and end < len(tokens):
        start = _after_apposition(tokens, end)
        return Report(cue, speaker, to_end(passage, start, None), phrase=(cue.first, start))
    return Report(cue, speaker, content_before(passage, cue.first), after=True,
                  phrase=(cue.first, end))  # fmt: skip


def _after_apposition(tokens: Sequence[Token], comma: int) -> int:
    """Return where the clause begins after "According to X, a former officer,"."""
    if tokens[comma].text != ",":
        return comma
    start = comma + 1
    if start < len(tokens) and tokens[start].lower in {"a", "an", "the", "who", "whose", "which"}:
        for position in range(start + 1, min(len(tokens), start + 20)):
            if tokens[position].text == "," and tokens[start].lower in {"a", "an", "who", "whose"}:
                return position + 1
    return start


def _read_passive(passage: Passage, cue: Cue) -> Report | None:
    """Read "described by X as ..."; a passive without "by" has no speaker and reports nothing."""
    position = cue.last + 1
    tokens = passage.tokens
    if position >= len(tokens) or tokens[position].lower != "by":
        return None
    speaker = find_phrase_after(passage, position + 1)
    return Report(cue, speaker, None, phrase=(cue.first, speaker[1])) if speaker else None


def _read_inverted(passage: Passage, cue: Cue) -> Report | None:
    """Read "..., said Mark Toner": the verb follows its content, the speaker follows the verb."""
    if cue.form not in {"past", "third"} or not _follows_content(passage, cue.first, None):
        return None
    speaker = find_phrase_after(passage, cue.last + 1)
    if speaker is None:
        return None
    first = passage.tokens[speaker[0]].lower
    if first in _NO_SPEAKERS or first in TIME_WORDS:
        return None
    closes = _closes_quote(passage, cue.first - 1)
    if cue.lemma not in CLAUSE_VERBS and not (closes and passage.quoted[0]):
        return None
    if not closes and not _ends_attribution(passage, speaker[1]):
        return None
    content = content_before(passage, cue.first)
    return Report(cue, speaker, content, after=True, phrase=(cue.first, speaker[1]))


def _closes_quote(passage: Passage, position: int) -> bool:
    """Say whether words in marks end here as a clause does: with a mark, or from the start on."""
    tokens, quoted = passage.tokens, passage.quoted
    comma = tokens[position].text in _SETTING_OFF and not quoted[position]
    last = position - 1 if comma else position
    if last < 0 or not quoted[last]:
        return False
    while last > 0 and tokens[last].text in _MARKS:
        last -= 1
    return (
        comma
        or tokens[last].text in _CLAUSE_ENDS
        or (position < LONGEST_SENTENCE and all(quoted[: position + 1]))
    )


def _ends_attribution(passage: Passage, position: int) -> bool:
    """Say whether nothing, a mark or a time or place follows: "..., said Toner on Friday"."""
    tokens = passage.tokens
    if position >= len(tokens):
        return True
    word = tokens[position]
    return word.text in {".", ",", ";"} or word.lower in TAIL_WORDS


def _follows_content(passage: Passage, position: int, after: int | None) -> bool:
    """Say whether an attribution that begins at a token comes after what it reports.

    Args:
        passage: The sentence.
        position: First token of the attribution.
        after: The token after it, which must then not open a clause; None for "said X".
    """
    if position == 0:
        return False
    if _closes_quote(passage, position - 1):
        return after is None or not _introduces(passage, after)
    return _follows_clause(passage, position - 1, after)


def _introduces(passage: Passage, position: int) -> bool:
    """Say whether an attribution's next token leads to words in marks: 'he added, "..."'."""
    tokens = passage.tokens
    if position >= len(tokens) or tokens[position].text[0].isalnum():
        return False
    return tokens[position].text == ":" or _opens_quote(passage, position)


def _follows_clause(passage: Passage, before: int, after: int | None) -> bool:
    """Say whether an attribution follows a clause without marks: "The bridge is old, he said"."""
    tokens = passage.tokens
    if passage.quoted[before] or before < 3 or tokens[before].text not in _SETTING_OFF:
        return False
    if after is None:
        return tokens[before].text == "," and has_clause(tokens_before(tokens, before))
    if after >= len(tokens) or not tokens[after].text[0].isalnum():
        return not _introduces(passage, after)
    if tokens[after].lower not in TAIL_WORDS - {"to"} or _has_that(tokens, after):
        return False
    return has_clause(tokens_before(tokens, before))


def _opens_quote(passage: Passage, position: int) -> bool:
    """Say whether words in marks come next, a comma aside: 'he added, "..."'."""
    for place in range(position, min(len(passage.tokens), position + 2)):
        if passage.quoted[place]:
            return not passage.quoted[max(0, position - 1)]
    return False


def _has_that(tokens: Sequence[Token], start: int) -> bool:
    return any(token.lower == "that" for token in tokens[start : start + 12])


def content_span(content: tuple[int, int] | None) -> Span | None:
    """Return a content's span, or None where it is empty."""
    return Span(*content) if content and content[0] < content[1] else None
