"""Noun phrases beside a report verb: who speaks, read from the words without a parser."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.core.text.tokens import Token, word_set
from desktop.core.voice.verbs import AUXILIARIES, PRONOUNS, Cue, Passage

Stretch = tuple[int, int]

TIME_WORDS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december jan feb mar apr jun jul aug sep sept "
    "oct nov dec yesterday today tonight tomorrow morning afternoon evening night week month "
    "months year years weekend day days earlier later ago noon midday"
)
_TIME_MODIFIERS = word_set("last this late early next past same the a in on at for")
_ADVERBS = word_set(
    "also again still later then once twice now just even further recently often never always "
    "ever too once long soon previously though however instead himself herself themselves both "
    "all first merely simply so not too as"
)
_NOT_ADVERBS = word_set("family ally italy july rally reply bully assembly daily weekly")
_DETERMINERS = word_set(
    "the a an his her their its some many several most all other two three four five six no one "
    "another both my our any each every these those this that few more"
)
_JOINING = word_set("of for from at in with on to")
_STOPS = (
    word_set(
        "and but or if when while because although though that which who whom whose where as than "
        "since until after before by into over under between through during against about without "
        "despite amid said says say told tells tell added adding saying there then so yet nor per "
        "via up out off down only just also not even claims believes thinks wants knows he she "
        "they we i it you him them us me"
    )
    | AUXILIARIES
)
_APPOSITION = word_set("a an the who whose which former now one then then-president 's")
_LONGEST_APPOSITION = 30
_LONGEST_LOWER = 7
_ABBREVIATIONS = word_set(
    "mr mrs ms dr sen rep gov gen col lt maj capt rev prof st jr sr adm sgt hon pres inc corp "
    "co ltd sens reps no"
)


def find_subject(passage: Passage, cue: Cue) -> Stretch | None:
    """Return the tokens of the subject left of a report verb, or None where none stands there.

    Adverbs, auxiliaries, times ("on Friday") and brackets between them are passed over; so are
    appositions, which belong to the phrase: "Mark Toner, a spokesman, said".
    """
    tokens, quoted = passage.tokens, passage.quoted
    position = _skip_left(tokens, quoted, cue.first - 1)
    if position < 0 or quoted[position]:
        return None
    if tokens[position].text == ",":
        if cue.form == "ing":
            return None
        return _before_apposition(tokens, quoted, position)
    if tokens[position].lower in {"who", "which", "that"}:
        position -= 1
        if position >= 0 and tokens[position].text == ",":
            position -= 1
    return _phrase_ending(tokens, quoted, position)


def is_coordinated(passage: Passage, cue: Cue) -> bool:
    """Say whether a verb shares the subject of the verb before it: "... and said", ", adding"."""
    position = _skip_left(passage.tokens, passage.quoted, cue.first - 1)
    if cue.form == "ing":
        return True
    return position >= 0 and passage.tokens[position].lower in {"and", "but", "or", "then", ","}


def find_phrase_after(passage: Passage, position: int) -> Stretch | None:
    """Return the tokens of a noun phrase that begins at `position`: "said Mark Toner"."""
    tokens, quoted = passage.tokens, passage.quoted
    if position >= len(tokens) or quoted[position]:
        return None
    first = tokens[position]
    if first.lower in PRONOUNS:
        return position, position + 1
    if (
        first.lower in _JOINING
        or not first.text[0].isalnum()
        or (_is_stop(first) and first.lower not in _DETERMINERS)
    ):
        return None
    end = position
    while end < len(tokens) and end - position < _LONGEST_APPOSITION and not quoted[end]:
        if not _continues(tokens, position, end):
            break
        end += 1
    while end > position and (
        tokens[end - 1].lower in _JOINING | _DETERMINERS or not tokens[end - 1].text[0].isalnum()
    ):
        end -= 1
    return (position, end) if end > position else None


def _continues(tokens: Sequence[Token], start: int, position: int) -> bool:
    token = tokens[position]
    if token.text == ".":
        return (
            position > start
            and _is_abbreviation(tokens[position - 1])
            and (position + 1 < len(tokens) and tokens[position + 1].text[0].isalnum())
        )
    if token.text in {"&", "'", "’", "/"}:
        return True
    if not token.text[0].isalnum():
        return False
    if position == start or token.text[0].isupper():
        return token.lower not in TIME_WORDS or position == start
    if token.lower == "and":
        return position + 1 < len(tokens) and tokens[position + 1].text[0].isupper()
    if token.lower in {"of", "for"}:
        return True
    if token.lower in {"from", "at"}:
        return tokens[position - 1].text[0].islower()
    if token.lower in _JOINING or token.lower in TIME_WORDS or _is_stop(token):
        return False
    return not (token.lower.endswith("ing") and tokens[position - 1].text[0].isupper())


def _is_stop(token: Token) -> bool:
    """Say whether a word ends a noun phrase; "US" and "May" are names, "us" and "may" are not."""
    return token.lower in _STOPS and token.text not in {"US", "May", "Will"}


def _is_governing_verb(tokens: Sequence[Token], position: int) -> bool:
    """Say whether a word in -ed is a verb here, as in "Zelensky claimed Ukraine"."""
    word = tokens[position].text
    if not (word.endswith("ed") and word.islower() and len(word) > 4) or position == 0:
        return False
    before = tokens[position - 1]
    return before.lower not in _DETERMINERS and not before.lower.endswith(("ly", "'s"))


def _is_abbreviation(token: Token) -> bool:
    return token.lower in _ABBREVIATIONS or (len(token.text) == 1 and token.text.isupper())


def _skip_left(tokens: Sequence[Token], quoted: Sequence[bool], position: int) -> int:
    """Pass over what may stand between subject and verb; return the token left of it."""
    while position >= 0 and not quoted[position]:
        word = tokens[position].lower
        named = tokens[position].text[0].isupper() and position > 0
        if named and word in {"may", "will"} and tokens[position - 1].text[0].isupper():
            break
        if word in AUXILIARIES or word in _ADVERBS or _is_adverb(tokens[position]):
            if word == "to":
                position = _skip_governing_verb(tokens, position)
            position -= 1
        elif word == ")":
            position = _opening_bracket(tokens, position) - 1
        elif word in TIME_WORDS or (word.isdigit() and _has_month(tokens, position)):
            skipped = _skip_time(tokens, position)
            if skipped == position:
                break
            position = skipped
        else:
            break
    return position


def _is_adverb(token: Token) -> bool:
    word = token.text
    return word.endswith("ly") and word.islower() and word not in _NOT_ADVERBS


def _skip_governing_verb(tokens: Sequence[Token], position: int) -> int:
    """Pass over the verb of "declined to say", so that its subject is found."""
    before = tokens[position - 1].lower if position else ""
    return position - 1 if before.endswith(("ed", "s", "ing", "gan", "nt")) else position


def _opening_bracket(tokens: Sequence[Token], position: int) -> int:
    for back in range(position - 1, max(-1, position - 14), -1):
        if tokens[back].text == "(":
            return back
    return position


def _has_month(tokens: Sequence[Token], position: int) -> bool:
    return any(token.lower in TIME_WORDS for token in tokens[max(0, position - 3) : position])


def _skip_time(tokens: Sequence[Token], position: int) -> int:
    """Pass over a time: "on Friday", "on November 1", "late last month", "for months"."""
    back = position
    while back >= 0 and (
        tokens[back].lower in TIME_WORDS
        or tokens[back].lower in _TIME_MODIFIERS
        or tokens[back].lower.isdigit()
    ):
        back -= 1
    bare = tokens[position].text[0].isupper() or tokens[back + 1].lower in _TIME_MODIFIERS
    alone = tokens[position].lower in {"yesterday", "today", "earlier", "later", "tonight"}
    return back if bare or alone else position


def _before_apposition(
    tokens: Sequence[Token], quoted: Sequence[bool], comma: int
) -> Stretch | None:
    """Return the phrase "Mark Toner, a spokesman for the department" that ends at a comma."""
    end = comma
    for back in range(comma - 1, max(-1, comma - _LONGEST_APPOSITION), -1):
        if quoted[back]:
            return None
        if tokens[back].text != ",":
            continue
        inner = tokens[back + 1]
        opens = inner.lower in _APPOSITION or inner.text[0].isdigit() or inner.text[0].isupper()
        phrase = _phrase_ending(tokens, quoted, back - 1)
        if phrase is None or not (opens or inner.text[0].islower()):
            return None
        head = tokens[phrase[0]]
        outer = phrase[0] == 0 or tokens[phrase[0] - 1].text != ","
        named = any(t.text[0].isupper() for t in tokens[phrase[0] : phrase[1]])
        if outer or (named and head.lower not in _APPOSITION):
            return phrase[0], end
    return None


def _phrase_ending(tokens: Sequence[Token], quoted: Sequence[bool], last: int) -> Stretch | None:
    """Return the noun phrase whose last token is `last`."""
    if last < 0 or quoted[last]:
        return None
    word = tokens[last].lower
    if word in PRONOUNS:
        return (last, last + 1) if word != "who" else None
    if word in {"this", "that", "these", "those", "some", "many", "others", "another", "both"}:
        return last, last + 1
    if tokens[last].text == ".":
        if last and _is_abbreviation(tokens[last - 1]):
            return _phrase_ending(tokens, quoted, last - 1)
        return None
    if not tokens[last].text[0].isalnum() or _is_stop(tokens[last]) or word in _JOINING:
        return None
    return _extend_left(tokens, quoted, last), last + 1


def _extend_left(tokens: Sequence[Token], quoted: Sequence[bool], last: int) -> int:
    first, lower = last, int(tokens[last].text[0].islower())
    while first > 0 and not quoted[first - 1] and lower <= _LONGEST_LOWER:
        before = tokens[first - 1]
        if before.lower in _DETERMINERS:
            first -= before.lower != "that"
            if not _is_part_of_phrase(tokens, first - 1):
                return first
            lower += 1
            first -= 1
            continue
        if not _extends_over(tokens, first - 1):
            break
        lower += before.text[0].islower()
        first -= 1
    while first < last and (tokens[first].lower in _JOINING or not tokens[first].text[0].isalnum()):
        first += 1
    return first


def _is_part_of_phrase(tokens: Sequence[Token], position: int) -> bool:
    """Say whether a preposition before a determiner joins it to a noun: "officials from both"."""
    if position < 1 or tokens[position].lower not in {"of", "from", "in", "at"}:
        return False
    before = tokens[position - 1]
    return before.text.isalpha() and not _is_stop(before) and before.lower not in _JOINING


def _extends_over(tokens: Sequence[Token], position: int) -> bool:
    token = tokens[position]
    follows = tokens[position + 1]
    if token.text == ".":
        return position > 0 and _is_abbreviation(tokens[position - 1])
    if token.text in {"&", "'s", "’s", "-", "/"}:
        return True
    if not token.text[0].isalnum():
        return False
    if token.lower == "and":
        capital = position > 0 and tokens[position - 1].text[0].isupper()
        return capital and follows.text[0].isupper()
    if token.lower in _JOINING:
        before = tokens[position - 1].lower if position else ""
        return before != "" and before.isalpha() and before not in _STOPS
    if token.lower in TIME_WORDS or _is_stop(token):
        return False
    return not _is_governing_verb(tokens, position)
