"""Reports: which words of a sentence are a speaker's, and what they are said to have said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from desktop.core.model.spans import Span
from desktop.core.text.tokens import Token, word_set
from desktop.core.voice.clauses import LONGEST_SENTENCE, content_end, has_clause, is_boundary
from desktop.core.voice.contents import content_after, content_before, to_end, tokens_before
from desktop.core.voice.openings import (
    CLAUSE_VERBS,
    TAIL_WORDS,
    TELLING,
    after_addressee,
    find_opening,
    is_infinitive,
)
from desktop.core.voice.phrases import (
    TIME_WORDS,
    after_dateline,
    find_phrase_after,
    find_subject,
    is_coordinated,
)
from desktop.core.voice.verbs import FINITE, PRONOUNS, Cue, Passage, is_finite_verb

NAMING = word_set(
    "call describe label term dub identify characterize characterise deem name portray"
) | {"refer to"}
# "Asked whether it was late, half of them said yes": what stands before is the question.
_TAKES_CLAUSES = CLAUSE_VERBS | TELLING
_ANSWERS = word_set("yes no so much little nothing nay")
_OPEN = word_set("soon early hard difficult impossible updated corrected amended unable")
# What was announced or proposed, not who did: "..., a plan announced in May".
_THINGS = word_set(
    "plan deal move step proposal measure policy program decision figure number date law bill idea"
)
_MODAL = word_set("should would could might must may can")
_NO_SPEAKERS = word_set("that it this him her them there")
_STOPS = frozenset(".!?")
_SETTING_OFF = frozenset({",", "—", "–", "-"})
_MARKS = frozenset({'"', "”", "“", "’", "'", "»", "«", "‘"})
_CLAUSE_ENDS = frozenset(",.?!…—–-")
_NO_RESUMING = word_set("and but or who which whose whom then while as when after before")
_RESUMING = word_set("so because though although if even not or")
_FRONTS = word_set(
    "in on at as when after before while if although though even since because despite during "
    "for from with under by like unlike asked among amid until once rather instead last this "
    "earlier later to"
)
# Before ", he said, ..." these set the scene, and are no part of what was said.
_SCENES = word_set("as when while after before in on at during since last this earlier later amid")
_CONDITIONS = word_set("if because although though unless even since")
# Without marks these stand between what was said and who said it: "..., wrote Maja Holm".
_INVERTING = word_set("say add write argue note report warn explain insist")
# "Berg is said to have left": what somebody is expected or asked to do is no report.
_SAID_TO = word_set("say believe think report allege rumor rumour")
_SUBJECT_REACH = 6
_LONGEST_LEAD = 8
_LONGEST_SUBJECT = 45
_SHORT_SUBJECT = 12
_FRONT = 40


@dataclass(slots=True)
class Report:
    """A cue with its speaker's tokens and what it reports, as code points; content may be None.

    `shared` says that the speaker is that of the report before it. `after` says that the cue
    follows its content: "..., he said". `rest` is what goes on behind: "..., he said, ...".
    `by_nobody` says that the text names no speaker: "it is said that ...".
    """

    cue: Cue
    speaker: tuple[int, int] | None
    content: tuple[int, int] | None
    shared: bool = False
    after: bool = False
    phrase: tuple[int, int] = (0, 0)
    rest: tuple[int, int] | None = None
    by_nobody: bool = False


class Lead(NamedTuple):
    """A sentence that names its speaker before a colon: the colon's token, and what is said."""

    colon: int
    content: tuple[int, int]


def read_lead(passage: Passage) -> Lead | None:
    """Read "Minister: storm is coming"; None where no short phrase and a colon stand first."""
    tokens = passage.tokens
    for place, token in enumerate(tokens[:_LONGEST_LEAD]):
        if passage.quoted[place] or is_finite_verb(token) or token.text in {",", ";", "."}:
            return None
        if token.text == ":":
            content = to_end(passage, place + 1, None) if place + 3 < len(tokens) else None
            return Lead(place, content) if place and content is not None else None
    return None


def read_report(passage: Passage, cue: Cue, later: Sequence[Cue]) -> Report | None:
    """Read a cue's speaker and content; None where the word reports nothing here."""
    if cue.form in {"noun", "adverb"}:
        return None
    if cue.form == "according":
        return _read_according(passage, cue, later)
    if cue.passive:
        return _read_passive(passage, cue) or _read_nobody(passage, cue, later)
    return _read_inverted(passage, cue) or _read_active(passage, cue, later)


def _read_active(passage: Passage, cue: Cue, later: Sequence[Cue]) -> Report | None:
    """Read "Ito said ...", "..., Ito said" and a verb that shares the subject of another."""
    speaker = find_subject(passage, cue)
    if speaker is None or not passage.quoted[speaker[0] - 1]:
        speaker = _subject_after_marks(passage, cue) or speaker
    if speaker is None and not is_coordinated(passage, cue):
        return None
    trailing = _read_trailing(passage, cue, speaker, later) if speaker is not None else None
    if trailing is not None:
        return trailing
    start = speaker[0] if speaker else cue.first
    content = None
    if not _is_authors(passage, speaker):
        content = content_after(passage, cue, later, speaker)
    if content is None and is_infinitive(passage, cue):
        return None
    if is_infinitive(passage, cue) and _is_open(passage.tokens, cue.first - 2):
        return None
    phrase = (start, cue.last + 1)
    return Report(cue, speaker, content, shared=speaker is None, phrase=phrase)


def _is_open(tokens: Sequence[Token], place: int) -> bool:
    """Say whether nobody says it: "too soon to say how", "updated to note that"."""
    return place > 0 and tokens[place].lower in _OPEN


def _is_authors(passage: Passage, speaker: tuple[int, int] | None) -> bool:
    """Say whether the author speaks: "I think" outside marks reports nobody."""
    return speaker is not None and passage.tokens[speaker[0]].lower in {"i", "you"}


def _subject_after_marks(passage: Passage, cue: Cue) -> tuple[int, int] | None:
    """Return the subject of '"...," Maja Holm, who has kept the tower for years, said'."""
    tokens, quoted = passage.tokens, passage.quoted
    last = cue.first - 1
    first = last + 1
    least = max(0, cue.first - _LONGEST_SUBJECT)
    if True not in quoted[max(0, least - 1) : first]:
        return None
    while first > least and not quoted[first - 1]:
        first -= 1
    if first == 0 or first > last or not quoted[first - 1] or not _closes_quote(passage, first - 1):
        return None
    word = tokens[first]
    if not (word.text[0].isupper() or word.lower in {"the", "a", "an"}):
        return None
    set_off = is_boundary(passage, last)
    for place in range(first + 1, cue.first):
        if set_off and is_boundary(passage, place):
            return first, last
        if is_finite_verb(tokens[place]) or tokens[place].text in {",", ".", ";", ":"}:
            return None
    return (first, cue.first) if cue.first - first <= _SHORT_SUBJECT and not set_off else None


def _read_trailing(
    passage: Passage, cue: Cue, speaker: tuple[int, int], later: Sequence[Cue]
) -> Report | None:
    """Read "..., he said" and "..., he said, ..."; None where the content follows the verb."""
    tokens, start, after = passage.tokens, speaker[0], cue.last + 1
    if not _can_trail(passage, cue, speaker):
        return None
    if cue.lemma in TELLING:
        after = after_addressee(passage, after)
    phrase = (start, cue.last + 1)
    resumes = _resumes(passage, start, after)
    if resumes and cue.lemma in _TAKES_CLAUSES:
        stop = content_end(passage, resumes, later, finite=True)
        before = None if _is_front(passage, start) else content_before(passage, start)
        rest = to_end(passage, resumes, stop)
        return Report(cue, speaker, before, after=True, phrase=(start, resumes), rest=rest)
    if not _follows_content(passage, start, after):
        return None
    whole = Report(cue, speaker, content_before(passage, start), after=True, phrase=phrase)
    if passage.quoted[start - 1]:
        ends = _stops_before(tokens, start) and _opens_after(passage, cue, speaker)
        return None if ends else whole
    is_front = start <= _SHORT_SUBJECT and _is_front(passage, start)
    if cue.lemma not in CLAUSE_VERBS or is_front:
        return Report(cue, speaker, None, phrase=phrase)
    opens = _opens_with_front(passage) and find_opening(passage, cue, speaker) is not None
    return None if _is_about(tokens, cue, speaker) or opens else whole


def _can_trail(passage: Passage, cue: Cue, speaker: tuple[int, int]) -> bool:
    """Say whether a verb and its subject can stand behind what was said."""
    tokens, start, after = passage.tokens, speaker[0], cue.last + 1
    if _is_relative(tokens, speaker[1]) or start == 0:
        return False
    if not passage.quoted[start - 1] and is_infinitive(passage, cue):
        return False
    if after < len(tokens) and tokens[after].lower in _ANSWERS:
        return False
    return cue.lemma in _TAKES_CLAUSES or not _has_object(tokens, after)


def _is_about(tokens: Sequence[Token], cue: Cue, speaker: tuple[int, int]) -> bool:
    """Say whether no words are given: "..., a plan announced in May", "..., he should insist"."""
    first, last = speaker
    if any(token.lower in _MODAL for token in tokens[last : cue.first]):
        return True
    return tokens[first].lower in {"a", "an"} and tokens[last - 1].lower in _THINGS


def _has_object(tokens: Sequence[Token], place: int) -> bool:
    """Say whether a thing follows a verb, not what was said: "“Tide,” he posted the clip"."""
    return place + 1 < len(tokens) and tokens[place].lower in {"the", "a", "an", "his", "her"}


def _stops_before(tokens: Sequence[Token], start: int) -> bool:
    """Say whether words in marks end with a full stop before a token."""
    last = start - 1
    while last > 0 and tokens[last].text in _MARKS:
        last -= 1
    return tokens[last].text in _STOPS


def _opens_after(passage: Passage, cue: Cue, speaker: tuple[int, int]) -> bool:
    """Say whether a sentence of its own begins: '... beyond his control." Ito says it is'."""
    opening = find_opening(passage, cue, speaker)
    if opening is None or passage.tokens[cue.last + 1].lower in TAIL_WORDS:
        return False
    return passage.tokens[opening.start - 1].text not in {",", ":"}


def _resumes(passage: Passage, start: int, after: int) -> int:
    """Return the token at which content goes on after ", he said,"; 0 where it does not."""
    tokens = passage.tokens
    if not is_boundary(passage, start - 1) or passage.quoted[start - 1]:
        return 0
    comma = after
    while comma < min(len(tokens), after + 8) and tokens[comma].text[0].isalnum():
        if is_finite_verb(tokens[comma]) or passage.quoted[comma]:
            return 0
        comma += 1
    if comma + 3 >= len(tokens) or tokens[comma].text != "," or passage.quoted[comma + 1]:
        return 0
    word = tokens[comma + 1].lower
    if word == "that":
        return comma + 2
    incomplete = not has_clause(tokens_before(tokens, start - 1)) or _opens_with_front(passage)
    stays = _NO_RESUMING if incomplete else _NO_RESUMING | {"a", "an", "the"}
    if comma != after or word in stays or word.endswith("ing"):
        return 0
    return comma + 1 if incomplete or word in _RESUMING or word in FINITE else 0


def _opens_with_front(passage: Passage) -> bool:
    """Say whether a sentence opens with "In May", "When ...": its main clause comes later."""
    tokens = passage.tokens
    first = after_dateline(passage)
    if tokens[first].lower in {"but", "and", "so"} and first + 1 < len(tokens):
        first += 1
    return tokens[first].lower in _FRONTS or tokens[first].lower in TIME_WORDS


def _is_front(passage: Passage, start: int) -> bool:
    """Say whether what stands before an attribution is no more than "In both cases,"."""
    tokens = passage.tokens
    if tokens[0].lower in _SCENES or tokens[0].lower in TIME_WORDS:
        return not any(is_boundary(passage, place) for place in range(1, min(start - 1, _FRONT)))
    if tokens[0].lower in _CONDITIONS:
        return False
    return _opens_with_front(passage) and not has_clause(tokens_before(tokens, start - 1))


def _is_relative(tokens: Sequence[Token], position: int) -> bool:
    """Say whether "who" or "which" stands between a subject and its verb."""
    place = position + (tokens[position].text == ",")
    return tokens[place].lower in {"who", "which"}


def _read_according(passage: Passage, cue: Cue, later: Sequence[Cue]) -> Report | None:
    speaker = find_phrase_after(passage, cue.last + 1)
    if speaker is None:
        return None
    tokens = passage.tokens
    end = speaker[1]
    opens = cue.first <= 1 or not has_clause(tokens_before(tokens, cue.first))
    if opens and end < len(tokens):
        start = _after_apposition(passage, end)
        if start is None:
            return Report(cue, speaker, None, phrase=(cue.first, end))
        stop = content_end(passage, start, later, finite=True)
        return Report(cue, speaker, to_end(passage, start, stop), phrase=(cue.first, start))
    return Report(cue, speaker, content_before(passage, cue.first), after=True,
                  phrase=(cue.first, end))  # fmt: skip


def _after_apposition(passage: Passage, end: int) -> int | None:
    """Return where the clause begins after "According to X, a former officer,"."""
    tokens = passage.tokens
    if tokens[end].text != ",":
        commas = range(end, min(len(tokens) - 1, end + _FRONT))
        return next((place + 1 for place in commas if is_boundary(passage, place)), None)
    start = end + 1
    if start < len(tokens) and tokens[start].lower in {"a", "an", "another", "who", "whose"}:
        for position in range(start + 1, min(len(tokens), start + 20)):
            if tokens[position].text == ",":
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


def _read_nobody(passage: Passage, cue: Cue, later: Sequence[Cue]) -> Report | None:
    """Read "it is said that the wall fell" and "Berg is said to have left"."""
    tokens, start = passage.tokens, cue.last + 1
    if start + 1 >= len(tokens) or passage.quoted[start]:
        return None
    word = tokens[start].lower
    if word == "that" and cue.lemma in CLAUSE_VERBS - TELLING:
        before = tokens[max(0, cue.first - _SUBJECT_REACH) : cue.first]
        if not any(token.lower == "it" for token in before):
            return None
        start += 1
    elif word != "to" or cue.lemma not in _SAID_TO:
        return None
    stop = content_end(passage, start, later, finite=word == "that")
    content = None if any(passage.quoted[start:stop]) else to_end(passage, start, stop)
    return Report(cue, None, content, phrase=(cue.first, cue.last + 1), by_nobody=True)


def _read_inverted(passage: Passage, cue: Cue) -> Report | None:
    """Read "..., said Mark Toner": the verb follows its content, the speaker follows the verb."""
    if cue.form not in {"past", "third"}:
        return None
    if not _follows_content(passage, cue.first, None) and not _is_plainly_inverted(passage, cue):
        return None
    speaker = find_phrase_after(passage, cue.last + 1)
    if speaker is None:
        return None
    first = passage.tokens[speaker[0]].lower
    if first in _NO_SPEAKERS or first in TIME_WORDS:
        return None
    closes = _closes_quote(passage, cue.first - 1)
    if not closes and _holds_verb(passage.tokens, speaker):
        return None
    follows = passage.tokens[speaker[1] : speaker[1] + 1]
    if first in PRONOUNS and follows and is_finite_verb(follows[0]):
        return None
    if cue.lemma not in CLAUSE_VERBS and not (closes and _is_set_off(passage, cue.first)):
        return None
    if not closes and cue.lemma not in _INVERTING:
        return None
    if not closes and not _ends_attribution(passage, speaker[1]):
        return None
    content = content_before(passage, cue.first)
    return Report(cue, speaker, content, after=True, phrase=(cue.first, speaker[1]))


def _holds_verb(tokens: Sequence[Token], phrase: tuple[int, int]) -> bool:
    """Say whether "the keepers deserved better" is a clause, and "the retired keeper" is none."""
    return any(
        is_finite_verb(tokens[place]) and tokens[place - 1].lower not in {"a", "an", "the"}
        for place in range(phrase[0] + 1, phrase[1])
    )


def _is_set_off(passage: Passage, position: int) -> bool:
    """Say whether words in marks before a verb are a clause: with a comma, or from the start on."""
    return passage.quoted[0] or (position > 1 and passage.tokens[position - 2].text == ",")


def _is_plainly_inverted(passage: Passage, cue: Cue) -> bool:
    """Say whether "said" stands between a comma and a name: "..., said Maja Holm"."""
    tokens, after = passage.tokens, cue.last + 1
    if cue.lemma != "say" or cue.first < 3 or after >= len(tokens):
        return False
    if after + 2 >= len(tokens):
        return is_boundary(passage, cue.first - 1)
    if not is_boundary(passage, cue.first - 1):
        return False
    if tokens[after].text[0].isupper():
        return True
    is_noun = tokens[after].lower in {"a", "an", "the"}
    return is_noun and has_clause(tokens_before(tokens, cue.first - 1))


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
    return word.text in {".", ",", ";"} or word.lower in TAIL_WORDS | {"who", "whose"}


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
        return after is None or not (_introduces(passage, after) or _has_that_at(passage, after))
    return _follows_clause(passage, position - 1, after)


def _has_that_at(passage: Passage, position: int) -> bool:
    return position < len(passage.tokens) and passage.tokens[position].lower == "that"


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
    if tokens[0].lower.endswith("ing") and not has_clause(tokens_before(tokens, before)):
        return False
    if after is None:
        return tokens[before].text == "," and has_clause(tokens_before(tokens, before))
    if after >= len(tokens) or not tokens[after].text[0].isalnum():
        return not _introduces(passage, after) and not _has_that(passage, after + 1)
    if tokens[after].lower not in TAIL_WORDS - {"to"} or _has_that(passage, after):
        return False
    return has_clause(tokens_before(tokens, before))


def _opens_quote(passage: Passage, position: int) -> bool:
    """Say whether words in marks come next, a comma aside: 'he added, "..."'."""
    for place in range(position, min(len(passage.tokens), position + 2)):
        if passage.quoted[place]:
            return not passage.quoted[max(0, position - 1)]
    return False


def _has_that(passage: Passage, start: int) -> bool:
    """Say whether "that", or words in marks after a comma or a colon, come soon."""
    tokens, quoted = passage.tokens, passage.quoted
    for place in range(start, min(len(tokens), start + 12)):
        if tokens[place].lower == "that":
            return True
        if quoted[place] and place and tokens[place - 1].text in {",", ":"}:
            return not quoted[place - 1]
    return False


def content_span(content: tuple[int, int] | None) -> Span | None:
    """Return a content's span, or None where it is empty."""
    return Span(*content) if content and content[0] < content[1] else None
