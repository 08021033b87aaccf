"""Noun phrases beside a report verb: who speaks, read from the words without a parser."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.core.text.names import ORGANIZATION_WORDS, TITLES
from desktop.core.text.tokens import Token, word_set
from desktop.core.voice.verbs import AUXILIARIES, FINITE, PRONOUNS, Cue, Passage, is_finite_verb

Stretch = tuple[int, int]

MONTHS = word_set(
    "january february march april may june july august september october november december jan feb "
    "mar apr jun jul aug sep sept oct nov dec"
)
TIME_WORDS = MONTHS | word_set(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tonight tomorrow "
    "morning afternoon evening night week month months year years weekend day days earlier later "
    "ago noon midday"
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
_BEFORE_NOUNS = _DETERMINERS | TIME_WORDS
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
_STOPS_AND_VERBS = _STOPS | (FINITE - {"left", "looks", "needs", "lost"})
_APPOSITION = word_set("a an the who whose which former now one then then-president 's")
_PARTIES = word_set("republican democrat independent conservative liberal")
_SAID = word_set("said says say told tells added adds wrote writes")
_PREPOSITIONS = word_set("in on at for with to from of by after before during about since under")
# "He issued a statement saying": he speaks, not the statement.
_CITED = word_set("quoted cited")
_WRITINGS = word_set(
    "statement letter email e-mail tweet memo post interview release note message op-ed essay "
    "speech video filing brief caption text ad column supporters followers article"
)
_FRONTS = _PREPOSITIONS | {"when", "while", "as", "but"}
_LONGEST_APPOSITION = 30
_LONGEST_SUBJECT = 8
_FARTHEST = 60
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
    if _is_wished(tokens, cue, position):
        return find_sentence_subject(passage, position)
    if tokens[position].text == ",":
        if cue.form == "ing":
            return None
        return _before_apposition(tokens, quoted, position)
    if tokens[position].lower in {"who", "which", "that"}:
        if tokens[position].lower != "who" and _names_person(tokens, position - 1):
            return None
        position -= 1
        if position >= 0 and tokens[position].text == ",":
            position -= 1
        return _phrase_ending(tokens, quoted, position)
    found = _phrase_ending(tokens, quoted, position)
    if found is None or _hangs_on_preposition(tokens, found):
        return None
    written = cue.form == "ing" and tokens[found[1] - 1].lower in _WRITINGS
    return None if written and found[0] > 1 else _with_name_before(tokens, quoted, found)


def _with_name_before(tokens: Sequence[Token], quoted: Sequence[bool], phrase: Stretch) -> Stretch:
    """Add the name to an apposition that no comma closes: "Aya Ito, a keeper in Lund said"."""
    first = phrase[0]
    if first < 3 or tokens[first].lower not in {"a", "an"} or tokens[first - 1].text != ",":
        return phrase
    start = first - 1
    while start and not quoted[start - 1] and _is_name_part(tokens[start - 1]):
        start -= 1
    opens = start == 0 or quoted[start - 1] or tokens[start - 1].text == ","
    return (start, phrase[1]) if opens and start < first - 2 else phrase


def _names_person(tokens: Sequence[Token], last: int) -> bool:
    """Say whether a person's name ends here, which no "that" refers to: "notes to Aya Ito that"."""
    first = last
    while first >= 0 and _is_name_part(tokens[first]):
        first -= 1
    if last - first != 2 or first < 0:
        return False
    is_body = not ORGANIZATION_WORDS.isdisjoint([tokens[last].lower, tokens[last - 1].lower])
    return tokens[first].lower in TITLES | {"official", "to", "with"} and not is_body


def _is_name_part(token: Token) -> bool:
    return token.text[0].isupper() and token.text[0].isalpha()


def _hangs_on_preposition(tokens: Sequence[Token], phrase: Stretch) -> bool:
    """Say whether a phrase is no subject: "but in a later interview said"."""
    first = phrase[0]
    while first > 2 and tokens[first - 1].lower in _BEFORE_NOUNS:
        first -= 1
    if first < 2 or tokens[first].text[0].isupper():
        return False
    return tokens[first - 1].lower in _PREPOSITIONS and tokens[first - 2].lower in {"but", "and"}


def _is_wished(tokens: Sequence[Token], cue: Cue, position: int) -> bool:
    """Say whether no subject but "quick" or "ready" stands before "to say"."""
    if cue.form != "base" or tokens[cue.first - 1].lower != "to" or position < 1:
        return False
    return tokens[position].text.islower() and tokens[position - 1].lower in AUXILIARIES | {
        "so", "seemed", "under",
    }  # fmt: skip


def find_sentence_subject(passage: Passage, before: int, start: int = 0) -> Stretch | None:
    """Return the tokens of a clause's first noun phrase or "he", where a verb follows soon.

    Args:
        passage: The sentence.
        before: The token before which the phrase has to end.
        start: The clause's first token; that of the sentence, its place line aside, if it is 0.
    """
    tokens, quoted = passage.tokens, passage.quoted
    first = start or after_dateline(passage)
    if first < len(tokens) and tokens[first].lower in _PREPOSITIONS | {
        "when",
        "while",
        "as",
        "but",
    }:
        commas = range(first + 1, min(before, first + _LONGEST_APPOSITION))
        first = next((place + 1 for place in commas if tokens[place].text == ","), first)
    while first < before and tokens[first].lower in {"but", "and", "also", "then", ","}:
        first += 1
    for place in range(first, min(before, first + _LONGEST_SUBJECT)):
        if quoted[place]:
            return None
        if place > first and _ends_subject(tokens[place]):
            return first, place
        if tokens[place].lower in PRONOUNS:
            return (place, place + 1) if place == first else None
        if place == first and _is_stop(tokens[place]):
            return None
    return None


def after_dateline(passage: Passage) -> int:
    """Return the first token after "VISBY, June 3 (Courier) —", or 0 where there is none."""
    tokens = passage.tokens
    if len(tokens) < 4 or not (tokens[0].text.isupper() and len(tokens[0].text) > 2):
        return 0
    for place in range(1, min(len(tokens) - 1, 14)):
        if passage.quoted[place]:
            return 0
        if tokens[place].text in {"—", "–", "-"}:
            follows = tokens[place + 1].text in {"—", "–", "-"}
            return place + 1 + follows
    return 0


def _ends_subject(token: Token) -> bool:
    word = token.text
    marks = not (word[0].isalnum() or word in {".", "&"})
    return marks or is_finite_verb(token) or token.lower in AUXILIARIES


def is_coordinated(passage: Passage, cue: Cue) -> bool:
    """Say whether a verb shares the subject of the verb before it: "... and said", ", adding"."""
    position = _skip_left(passage.tokens, passage.quoted, cue.first - 1)
    if cue.form == "ing":
        return True
    if position >= 0 and passage.tokens[position].lower in {"and", "but", "or", "then", ","}:
        return True
    found = _phrase_ending(passage.tokens, passage.quoted, position)
    return found is not None and _hangs_on_preposition(passage.tokens, found)


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
    return token.lower in _STOPS_AND_VERBS and token.text not in {"US", "May", "Will", "Left"}


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
            if word == "to" or (word == "as" and tokens[position - 1].lower in _CITED):
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
    for place in range(1, min(comma - 1, _LONGEST_SUBJECT)):
        if tokens[place].text == "," and tokens[place + 1].lower in {"whose", "who", "which"}:
            whole = not any(quoted[:comma]) and not _holds_report(tokens, place + 1, comma)
            return (0, comma) if whole and comma < _FARTHEST else None
    for back in range(comma - 1, max(-1, comma - _LONGEST_APPOSITION), -1):
        if quoted[back]:
            return None
        if tokens[back].text != ",":
            continue
        if _holds_report(tokens, back, comma):
            return None
        phrase = _phrase_ending(tokens, quoted, back - 1)
        if phrase is None:
            return None
        before = tokens[phrase[0] - 1].lower if phrase[0] else ""
        is_party = before == "," and tokens[phrase[0]].lower in _PARTIES
        if before in _PREPOSITIONS or is_party:
            continue
        named = any(t.text[0].isupper() for t in tokens[phrase[0] : phrase[1]])
        if before != "," or (named and tokens[phrase[0]].lower not in _APPOSITION):
            return phrase[0], comma
    return None


def _holds_report(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Say whether ", he said," stands between two commas: no apposition."""
    if start + 1 < end and tokens[start + 1].lower in {"who", "whose", "which", "whom"}:
        return False
    return any(token.lower in _SAID for token in tokens[start + 1 : end])


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
    if position < 1 or tokens[position].lower not in {"of", "from", "in", "at", "for", "to"}:
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
        return before != "" and before.isalnum() and before not in _STOPS
    if token.lower in TIME_WORDS or _is_stop(token):
        return False
    return not _is_governing_verb(tokens, position)
