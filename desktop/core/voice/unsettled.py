"""What a text gives to somebody without settling that it was said, and so is unclear.

What a person believes, what a paper finds or the facts indicate is told by the outlet, which may
vouch for it; what somebody pledged to do is told as a deed; what "is said" is said by nobody.
Beside a report, an aside may be the speaker's or the outlet's. Marks settle it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import itemgetter

from desktop.core.model.spans import Span
from desktop.core.text.tokens import word_set
from desktop.core.voice.attributions import Attribution
from desktop.core.voice.clauses import DASHES, is_boundary
from desktop.core.voice.openings import OCCASIONS
from desktop.core.voice.verbs import DOCUMENTS, FINITE, PRONOUNS, Passage, is_finite_verb

# What goes on in a mind is not what it says.
_MIND = word_set("believe think hope fear expect suspect worry doubt want wish feel suppose")
# Who finds a thing or acknowledges it is said to be right.
_FACTIVE = word_set(
    "find indicate acknowledge conclude confirm reveal disclose demonstrate prove recall reflect "
    "recognize discover determine"
) | {"make it clear", "raise the possibility", "raise the prospect"}
# With a person or a paper these report words; a thing that suggests says nothing.
_WITH_THINGS = word_set("suggest imply signal show underscore")
# Told with "to": what somebody will do or wants done.
_DEEDS = word_set("pledge promise vow threaten swear demand offer")
_PEOPLE = ("s", "er", "or", "man", "woman", "ist", "ian")
# Behind a comma these open what the narrator may add to a report.
_TAIL_OPENERS = word_set("while whereas since as when where so compared")
_DETERMINERS = word_set("the a an")
_RELATIVE = word_set("who which whose that whom")
_SCENES = word_set("as when while after before in on at during since last this earlier later amid")
# Behind words in marks these tell of the moment at which they were said.
_MOMENTS = word_set("when while as")
_LEAST, _SUBJECT, _OCCASION = 3, 8, 5
_OPENERS, _STOPS = frozenset("([$€£#@"), frozenset(",;:-–—―")
_start_of = itemgetter(0)
_end_of = itemgetter(1)


def is_unsettled(attribution: Attribution, content: Span) -> bool:
    """Say whether a report without marks leaves open that the words were said."""
    lemma = attribution.cue.lemma
    is_by_nobody = attribution.cue.passive and attribution.speaker is None
    if is_by_nobody or lemma in _MIND or lemma in _FACTIVE:
        return True
    if lemma in _DEEDS:
        first, _ = _tokens_of(attribution.passage, content)
        return attribution.passage.tokens[first].lower == "to"
    return lemma in _WITH_THINGS and not _is_by_speaker(attribution)


def _is_by_speaker(attribution: Attribution) -> bool:
    """Say whether a person or a paper suggests a thing."""
    speaker = attribution.speaker
    if speaker is None or speaker.span is None:
        return False
    words = speaker.name.split()
    return any(word[:1].isupper() for word in words) or any(
        word.lower() in DOCUMENTS | PRONOUNS or word.lower().endswith(_PEOPLE) for word in words
    )


def settled_part(attribution: Attribution, content: Span) -> Span:
    """Return the part of a report without marks that is the speaker's beyond doubt."""
    passage = attribution.passage
    first, last = _tokens_of(passage, content)
    if attribution.cue.lemma == ":":
        return content
    if attribution.after:
        start = _after_scene(passage, first, last)
        return Span(passage.tokens[start].start, content.end) if start > first else content
    end = _before_tail(passage, first, last)
    return Span(content.start, passage.tokens[end - 1].end) if end < last else content


def without_stops(text: str, start: int, end: int) -> Span | None:
    """Return a stretch without the commas, dashes and blanks at its ends; None if none is left."""
    while start < end and not text[start].isalnum() and text[start] not in _OPENERS:
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _STOPS):
        end -= 1
    return Span(start, end) if start < end else None


def settled_marks(attribution: Attribution, span: Span, marked: Span) -> Span:
    """Return a quotation without what is told of its moment behind its last marks."""
    if attribution.after or marked.end >= span.end:
        return span
    first, last = _tokens_of(attribution.passage, Span(marked.end, span.end))
    if first >= last:
        return span
    tokens = attribution.passage.tokens
    turns = tokens[first].lower == "but" and tokens[min(first + 1, last - 1)].lower in PRONOUNS
    is_told = (
        turns or tokens[first].lower in _MOMENTS or _tells_occasion(attribution.passage, first)
    )
    return Span(span.start, marked.end) if is_told else span


def _tokens_of(passage: Passage, span: Span) -> tuple[int, int]:
    tokens = passage.tokens
    first = bisect_right(tokens, span.start, key=_end_of)
    return first, bisect_left(tokens, span.end, key=_start_of)


def _after_scene(passage: Passage, first: int, last: int) -> int:
    """Return where a report goes on after "As the tide rose," or "In May, as it fell,"."""
    tokens, start = passage.tokens, first
    for place in range(first + 1, last - _LEAST):
        if tokens[start].lower not in _SCENES:
            break
        if is_boundary(passage, place):
            start = place + 1
    return start


def _before_tail(passage: Passage, first: int, last: int) -> int:
    """Return where the tail of a report begins, the end of the report where it has none."""
    tokens = passage.tokens
    verbs = (place for place in range(first, last) if is_finite_verb(tokens[place]))
    verb = next(verbs, last)
    dashes = [place for place in range(first, last) if tokens[place].text in DASHES]
    for place in range(max(first + _LEAST, verb), last - 1):
        if tokens[place].text == "," and _opens_tail(passage, place + 1, last):
            return place
        # Between two dashes the report is only interrupted.
        if tokens[place].text in DASHES and dashes[0] == place and dashes[-1] <= place + 1:
            return place
    return last


def _opens_tail(passage: Passage, place: int, last: int) -> bool:
    tokens = passage.tokens
    word = tokens[place].lower
    if word in _TAIL_OPENERS or _tells_occasion(passage, place):
        return True
    if word == "but":
        return _turns(passage, place + 1, last)
    if word in _DETERMINERS:
        return not _has_own_verb(passage, place, last)
    if not tokens[place].text.islower() or word in FINITE:
        return False
    return word.endswith(("ed", "ly"))


def _tells_occasion(passage: Passage, place: int) -> bool:
    """Say whether ", in an interview on Sunday" tells where words were said."""
    tokens = passage.tokens[place : place + _OCCASION]
    opens = tokens[0].lower in {"in", "during"}
    return opens and any(token.lower in OCCASIONS for token in tokens)


def _turns(passage: Passage, place: int, last: int) -> bool:
    """Say whether "but" opens a clause with its own subject: whose objection it is stays open."""
    tokens = passage.tokens
    if place + 1 >= last or tokens[place].lower in FINITE | _RELATIVE:
        return False
    return tokens[place].lower in PRONOUNS or any(
        token.lower in FINITE for token in tokens[place + 1 : min(last, place + _SUBJECT)]
    )


def _has_own_verb(passage: Passage, place: int, last: int) -> bool:
    """Say whether ", the keeper is late" is a clause, and ", the keeper who is late" is none."""
    for token in passage.tokens[place:last]:
        if token.lower in FINITE:
            return True
        if token.lower in _RELATIVE or token.text == ",":
            return False
    return False
