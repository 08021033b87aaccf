"""Clauses without a parser: where a finite verb stands, and where the narrator speaks again."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.core.text.tokens import Token, word_set
from desktop.core.voice.phrases import TIME_WORDS, find_subject
from desktop.core.voice.verbs import PRONOUNS, Cue, Passage, is_finite_verb

# In tokens. What is longer was not written to be read; it is cut, so that time stays linear.
LONGEST_SENTENCE = 300
MARKS = frozenset({'"', "”", "“", "’", "'", "»", "«", "‘"})
_RELATIVE = word_set("which who whom whose")
_CONCESSIVE = word_set("although though albeit")
# Participles that say what became of the words, or what they are to the narrator.
_COMMENTING = word_set(
    "drawing prompting sparking triggering marking echoing contradicting reversing fueling "
    "escalating apparently"
)
_JOINTS = word_set("and but or while whereas although though as yet")
_BEFORE_VERB = word_set("and but also then has have later still even just yet had")
_ABOUT = word_set("more fewer less than about nearly almost roughly only over")
_FRONTING = word_set("when asked if after although while once")
# Verbs that report speech whenever another subject has them.
_SAYING = word_set("say tell add argue claim insist note write warn report")
CUES_AHEAD = 5
_FRONT = 20
DASHES = frozenset("—–-―")
_AFTER_DASH = word_set("a an even though although which who with most one something absent then")
_PREPOSITIONS = word_set(
    "in on at for with to from by into over under about after before since during amid without "
    "against through"
)


def has_clause(tokens: Sequence[Token]) -> bool:
    """Say whether some words hold a finite verb, and so can be what somebody said."""
    return len(tokens) > 3 and any(is_finite_verb(token) for token in tokens)


def is_boundary(passage: Passage, place: int) -> bool:
    """Say whether a comma stands at a token, outside marks or as the last thing inside them."""
    tokens, quoted = passage.tokens, passage.quoted
    if not 0 <= place < len(tokens):
        return False
    if not quoted[place]:
        return tokens[place].text == ","
    if tokens[place].text not in MARKS or (place + 1 < len(tokens) and quoted[place + 1]):
        return False
    last = place - 1
    if last > 0 and tokens[last].text in MARKS:  # '' closes as two signs
        last -= 1
    return last >= 0 and tokens[last].text == ","


def next_boundary(passage: Passage, start: int) -> int | None:
    """Return the token after which a clause that begins at `start` ends with a comma."""
    for place in range(start + 2, min(len(passage.tokens), start + LONGEST_SENTENCE)):
        if is_boundary(passage, place):
            return place + passage.quoted[place]
    return None


def content_end(passage: Passage, start: int, later: Sequence[Cue], *, finite: bool) -> int:
    """Return the token before which reported content ends that begins at `start`.

    Args:
        passage: The sentence.
        start: The content's first token.
        later: The report verbs after that of the content, in order.
        finite: Whether the content is a clause with a finite verb, not "to strike".
    """
    end = min(len(passage.tokens), start + LONGEST_SENTENCE)
    for cue in later:
        if start < cue.first < end:
            stop = _before_attribution(passage, cue, start)
            if stop is not None:
                end = stop
                break
    return _before_aside(passage, start, end, finite=finite)


def _before_aside(passage: Passage, start: int, end: int, *, finite: bool) -> int:
    """Return where an aside of the narrator begins: ", which ...", ", a step that ...", ";"."""
    tokens, quoted = passage.tokens, passage.quoted
    complete = not finite
    for place in range(start, end - 1):
        complete = complete or is_finite_verb(tokens[place])
        if not complete or place < start + 2:
            continue
        if tokens[place].text == ";" and not quoted[place]:
            return place
        if is_boundary(passage, place) and (
            _opens_aside(tokens, place + 1, end)
            or (not finite and _opens_main(tokens, place + 1, end))
        ):
            return place + quoted[place]
        if not finite and tokens[place].lower == "and" and _goes_on(tokens[place + 1]):
            return place
        if not quoted[place] and _opens_dash(tokens, place):
            return place
        if tokens[place].text == ":" and not quoted[place] and quoted[place + 1]:
            return place
    return end


def _opens_dash(tokens: Sequence[Token], place: int) -> bool:
    return tokens[place].text in DASHES and tokens[place + 1].lower in _AFTER_DASH


def _opens_aside(tokens: Sequence[Token], place: int, end: int) -> bool:
    word = tokens[place].lower
    if word in _RELATIVE or word in _CONCESSIVE or word in _COMMENTING:
        return True
    after = tokens[place + 1].lower if place + 1 < end else ""
    if word == "even":
        return after in {"though", "as"}
    if word in {"something", "one"}:
        return after in {"that", "which"}
    return word in {"a", "an"} and not _is_list(tokens, place, end)


def _opens_main(tokens: Sequence[Token], place: int, end: int) -> bool:
    """Say whether the narrator goes on after "to strike, ...": all but "and", "or" and the like."""
    word = tokens[place].lower
    if word in {"and", "or"}:
        return place + 1 < end and _goes_on(tokens[place + 1])
    if _goes_on(tokens[place]):
        return True
    stays = word in {"not", "including", "especially", "even"}
    return not stays and not _is_list(tokens, place, end)


def _goes_on(token: Token) -> bool:
    return token.lower in PRONOUNS or is_finite_verb(token)


def _is_list(tokens: Sequence[Token], place: int, end: int) -> bool:
    """Say whether ", a wall" is one of several things, of which the last has "and"."""
    for ahead in range(place + 1, min(end - 1, place + 12)):
        if tokens[ahead].lower in {"and", "or"}:
            return tokens[ahead - 1].text == "," or tokens[ahead + 1].lower in {"a", "an"}
    return False


def _before_attribution(passage: Passage, cue: Cue, start: int) -> int | None:
    """Return the token at which a later verb's own words begin: ", adding that", ", and said"."""
    if cue.form in {"noun", "adverb"}:
        return None
    place = cue.first - 1
    if cue.form == "according":
        return place + passage.quoted[place] if is_boundary(passage, place) else cue.first
    if cue.form == "ing":
        return _before_participle(passage, cue, start)
    reports = cue.lemma in _SAYING and _opens_report(passage, cue.last + 1)
    if reports and place > start + 2 and is_boundary(passage, place):
        return place + passage.quoted[place]
    joint = _before_joint_verb(passage, cue, start)
    return joint if joint is not None else _before_subject(passage, cue, start)


def _before_participle(passage: Passage, cue: Cue, start: int) -> int | None:
    tokens = passage.tokens
    place = cue.first - 1
    joined = tokens[place].lower in {"while", "also", "and", "but"}
    if joined:
        place -= 1
    if place <= start:
        return None
    if is_boundary(passage, place):
        return place + passage.quoted[place]
    if tokens[place].text in DASHES and not passage.quoted[place]:
        return place
    told = cue.lemma == "add" or _opens_report(passage, cue.last + 1)
    return place + 1 if joined and told else None


def _opens_report(passage: Passage, place: int) -> bool:
    """Say whether "that", a mark or words in marks follow a verb: what it reports, no thing."""
    if place >= len(passage.tokens):
        return False
    token = passage.tokens[place]
    return token.lower == "that" or token.text in {",", ":"} or passage.quoted[place]


def _before_joint_verb(passage: Passage, cue: Cue, start: int) -> int | None:
    """Return where "and said", ", but also said", ", but in an interview said" begins."""
    tokens = passage.tokens
    place = cue.first - 1
    while place > start and tokens[place].lower in _BEFORE_VERB:
        place -= 1
    if place + 1 < cue.first and tokens[place + 1].lower in {"and", "but"}:
        if is_boundary(passage, place):
            return place + passage.quoted[place]
        return place + 1
    for back in range(place, max(start + 2, place - 8), -1):
        if is_finite_verb(tokens[back]) or passage.quoted[back]:
            return None
        if tokens[back].lower == "but" and tokens[back + 1].lower in _PREPOSITIONS:
            return back - (tokens[back - 1].text == ",")
    return None


def _before_subject(passage: Passage, cue: Cue, start: int) -> int | None:
    """Return the comma of ", and Berg said" or ", Berg said", where somebody else speaks."""
    subject = find_subject(passage, cue)
    if subject is None or subject[0] < start + 3:
        return None
    tokens, place = passage.tokens, subject[0] - 1
    while place > start and tokens[place].lower in _ABOUT:
        place -= 1
    joined = tokens[place].lower in _JOINTS and not passage.quoted[place]
    if joined:
        place -= 1
    if is_boundary(passage, place):
        front = _before_front(passage, start, place)
        fronted = front < place
        return front if joined or fronted or _is_set_off(passage, cue) else None
    if passage.quoted[place] and place and tokens[place - 1].text in {".", "!", "?"}:
        return place + 1
    is_saying = cue.lemma in _SAYING and tokens[place + 1].lower in {"and", "but", "while"}
    return place + 1 if joined and is_saying else None


def _is_set_off(passage: Passage, cue: Cue) -> bool:
    """Say whether an attribution ends where its verb does: ", the suit says.", ", he said, ..."."""
    after = cue.last + 1
    if after >= len(passage.tokens):
        return True
    token = passage.tokens[after]
    return not token.text[0].isalnum() or token.lower in TIME_WORDS | {"on", "in"}


def _before_front(passage: Passage, start: int, place: int) -> int:
    """Return the comma of ", and when asked about it, he said", else that before "he said"."""
    tokens = passage.tokens
    for back in range(place - 1, max(start + 2, place - _FRONT), -1):
        if not is_boundary(passage, back):
            continue
        ahead = back + 1 + (tokens[back + 1].lower in {"and", "but"})
        if tokens[ahead].lower in _FRONTING:
            return back + passage.quoted[back]
    return place + passage.quoted[place]
