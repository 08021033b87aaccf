"""What a report verb reports: where its content begins, without a parser."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from typing import NamedTuple

from desktop.core.text.tokens import Token, word_set
from desktop.core.voice.clauses import is_boundary
from desktop.core.voice.phrases import MONTHS, TIME_WORDS
from desktop.core.voice.verbs import DOCUMENTS, FINITE, Cue, Passage, is_finite_verb, is_shy

# What may follow these verbs without "that": a clause.
CLAUSE_VERBS = word_set(
    "say tell write add think believe claim argue insist suggest note state announce hope warn "
    "fear declare explain tweet report acknowledge admit concede reveal confirm contend "
    "maintain assert predict promise vow swear suspect find show indicate estimate expect "
    "allege complain caution deny agree conclude reiterate repeat stress emphasize respond "
    "reply mention joke quip boast brag confess reckon signal forecast speculate worry recall "
    "observe imply testify"
) | {"point out", "make clear", "make it clear"}
# To know is no report: who says that somebody knows or sees a thing vouches for it.
_FACTIVE = word_set(
    "know understand realize realise learn see mean remember decide figure assume suppose "
    "imagine feel hold read guess wish hear reflect"
)
# What a poll or a paper finds and shows, it says; what a person shows or finds is no speech.
_SHOWING = word_set("find show see")
# What may follow: "to" and a verb, after whom it is said to.
_INFINITIVE = word_set(
    "urge ask instruct advise beg implore plead exhort request tell warn beseech promise"
) | {"call on", "call upon", "appeal to"}
# The same, about the speaker: nothing stands between.
_OWN_INFINITIVE = word_set("vow demand threaten propose swear recommend pledge")
# What may follow: "as" and what somebody is said to be.
_AS_VERBS = word_set(
    "describe characterize characterise portray denounce condemn dismiss decry deride hail praise "
    "criticize criticise slam blast reject tout label"
) | {"refer to"}
# What may follow: a noun phrase that stands for what was said to be done.
_NOUN_PHRASE = word_set("propose demand suggest") | {
    "call for", "raise the prospect", "raise the possibility",
}  # fmt: skip
# These need their "that": without it, what follows is a thing.
_THAT_ONLY = word_set("state report decide maintain promise vow expect hope fear find show")
_MAY_TELL_NOBODY = word_set("warn advise")
# A clause without "that" needs a subject that cannot be the verb's own object.
_WARY = word_set(
    "announce explain claim confirm reveal indicate mention repeat recall reiterate stress "
    "emphasize agree worry signal forecast observe deny declare find show estimate admit "
    "acknowledge report"
)
# Of these the content may lie on both sides: "a plan which he said was late".
_EXTRACTING = word_set(
    "say think believe claim argue hope fear suggest insist estimate predict expect admit "
    "acknowledge contend warn"
)
_THAT_DETERMINER = word_set("same way day night week month year time kind one point")
# After other verbs than "say", these are what is answered or repeated: "answers that question".
_THAT_THINGS = word_set(
    "question approach idea view claim call promise plan message argument sentiment position "
    "stance concern charge point accusation statement criticism notion"
)
TELLING = frozenset({"tell", "inform", "assure", "remind", "notify", "warn", "advise", "ask"})
_ASKING = word_set("ask wonder question explain say describe tell") | {"make clear"}
# After these a colon opens what was said, in marks or not.
_ANNOUNCING = word_set(
    "say add tell write tweet report warn announce state declare explain note conclude argue "
    "insist reply respond claim"
)
_WH_WORDS = word_set("whether how why what who when where")
PLACE_PREPOSITIONS = word_set("on in at during via from to by with through after of over")
OCCASIONS = word_set(
    "statement interview speech tweet post letter email address appearance release memo briefing "
    "conference debate rally column"
)
TAIL_WORDS = (
    word_set(
        "in on at during to of after before as while when via from with by for through about "
        "because without amid following last this late early earlier yesterday today tonight "
        "recently again repeatedly flatly simply adding noting citing referring pointing speaking"
    )
    | TIME_WORDS
)
_CAN_OPEN = word_set("this as while when in before after")
_SCENES = word_set("as while when before after")
SUBORDINATING = word_set(
    "while although though if when after as since because whereas before once unless"
)
_BEFORE_TIME = word_set("on in late early last earlier this next")
_REACH = 16
_ADDRESSEE = 9
_ADDRESSEES = word_set("him her them me us reporters supporters voters")
_NO_TELLING = word_set("as while before because since until")
_SUBJECTS = word_set("he she they it there we i you")
_DETERMINERS = word_set(
    "the a an his her its their our my your this that these those some many most all no every "
    "each both any such more"
)
_PREPOSITIONS = word_set("for to with from by at on about against after before into over")
_GAP_LEFT = (
    word_set(
        "that and but or if when as because while although though since than where after before "
        "once unless whether how why what which who so then now yet also still only even just "
        "not later instead however meanwhile nevertheless finally again earlier recently"
    )
    | TIME_WORDS
)


class Shape(Enum):
    """What a content looks like: it ends as this does."""

    CLAUSE = auto()
    INFINITIVE = auto()
    THING = auto()
    FRAGMENT = auto()


class Opening(NamedTuple):
    """Where a content begins, and its shape."""

    start: int
    shape: Shape


def find_opening(
    passage: Passage, cue: Cue, speaker: tuple[int, int] | None = None
) -> Opening | None:
    """Return where the content after a verb begins, or None where there is none."""
    tokens, lemma = passage.tokens, cue.lemma
    position = _after_time(tokens, cue.last + 1)
    if lemma in _SHOWING and not _is_document(tokens, speaker):
        return None
    if position < len(tokens) and lemma in TELLING and not passage.quoted[position]:
        told = _after_telling(passage, cue, position)
        if told is not None:
            return told
        position = _after_addressee(passage, cue, position)
    if position >= len(tokens) or _answers(tokens, position):
        return None
    marked = _marked_opening(passage, cue, position)
    if marked is not None:
        return marked
    plain = _plain_opening(passage, cue, position, speaker)
    if plain is None or plain.start >= len(tokens) or _is_denied(tokens, cue, plain):
        return None
    return plain


def _answers(tokens: Sequence[Token], position: int) -> bool:
    """Say whether no more than "yes" or "no" is said: "most of them said no, a few ..."."""
    word = tokens[position].lower
    if word == "no" and position + 1 < len(tokens):
        return not tokens[position + 1].text[0].isalnum()
    return word in {"yes", "no"}


def _is_denied(tokens: Sequence[Token], cue: Cue, opening: Opening) -> bool:
    """Say whether nothing was said: "did not say that"; what is left open was: "... say why"."""
    if opening.shape is not Shape.CLAUSE or tokens[opening.start].lower in _WH_WORDS:
        return False
    return any(
        token.lower in {"not", "never"} or token.lower.endswith("n't")
        for token in tokens[max(0, cue.first - 2) : cue.first]
    )


def _is_document(tokens: Sequence[Token], speaker: tuple[int, int] | None) -> bool:
    if speaker is None:
        return False
    return any(token.lower in DOCUMENTS for token in tokens[speaker[0] : speaker[1]])


def _marked_opening(passage: Passage, cue: Cue, position: int) -> Opening | None:
    """Return content that begins with marks, a comma or a colon before them."""
    tokens, quoted = passage.tokens, passage.quoted
    shape = Shape.CLAUSE if cue.lemma in CLAUSE_VERBS else Shape.FRAGMENT
    if quoted[position]:
        return Opening(position, shape)
    if tokens[position].text in {":", ","} and position + 1 < len(tokens):
        opens = tokens[position].text == ":" and cue.lemma in _ANNOUNCING
        return Opening(position + 1, shape) if opens or quoted[position + 1] else None
    return None


def _plain_opening(
    passage: Passage, cue: Cue, position: int, speaker: tuple[int, int] | None
) -> Opening | None:
    """Return content that begins with "that", "whether", "to" or a clause of its own."""
    tokens, lemma = passage.tokens, cue.lemma
    word = tokens[position].lower
    if word == "that":
        return _that_clause(passage, cue, position)
    if word in _WH_WORDS or (word == "if" and lemma == "ask"):
        asks = lemma in _ASKING or (word in {"whether", "why"} and lemma in CLAUSE_VERBS)
        return Opening(position, Shape.CLAUSE) if asks else None
    if speaker is not None and _leaves_gap(passage, speaker):
        return None
    found: Opening | None = None
    if (word in PLACE_PREPOSITIONS or _is_adverb(word)) and not _wishes(lemma, word):
        found = _after_preposition(passage, cue, position)
    if found is None and not is_infinitive(passage, cue):
        found = _bare_start(passage, cue, position, speaker)
    return found


def _wishes(lemma: str, word: str) -> bool:
    return word == "to" and lemma in _OWN_INFINITIVE | _INFINITIVE


def _that_clause(passage: Passage, cue: Cue, position: int) -> Opening | None:
    """Return what follows "that"; an insertion directly after it belongs to the narrator."""
    tokens = passage.tokens
    start = position + 1
    if cue.lemma in _FACTIVE or start >= len(tokens):
        return None
    if any(token.lower == "so" for token in tokens[max(0, cue.first - 3) : cue.first]):
        return None
    if tokens[start].lower in _THAT_DETERMINER or (
        tokens[start].lower in _THAT_THINGS and cue.lemma != "say"
    ):
        return None
    if tokens[start].text == "," and not passage.quoted[start]:
        for place in range(start + 1, min(len(tokens) - 1, start + _REACH)):
            if is_boundary(passage, place):
                return Opening(place + 1, Shape.CLAUSE)
        start += 1
    return Opening(start, Shape.CLAUSE)


def _leaves_gap(passage: Passage, speaker: tuple[int, int]) -> bool:
    """Say whether a clause hangs on the noun before it: "the recovery he promised has ..."."""
    tokens, first = passage.tokens, speaker[0]
    if first == 0 or passage.quoted[first - 1] or tokens[first].lower not in _SUBJECTS:
        return False
    word = tokens[first - 1]
    if not word.text.isalpha() or not word.text.islower() or word.lower in _GAP_LEFT:
        return False
    if is_finite_verb(word):
        return False
    return not _is_adverb(word.lower) and tokens[0].lower not in TAIL_WORDS


def _is_adverb(word: str) -> bool:
    return len(word) > 4 and word.endswith("ly")


def _bare_start(
    passage: Passage, cue: Cue, position: int, speaker: tuple[int, int] | None
) -> Opening | None:
    """Return where "to strike", a clause without "that", or a thing proposed begins."""
    tokens, lemma = passage.tokens, cue.lemma
    found = _infinitive_start(passage, lemma, position)
    if found is not None:
        return Opening(found, Shape.INFINITIVE)
    if tokens[position].lower in FINITE:
        return _extracted(passage, position, speaker) if lemma in _EXTRACTING else None
    open_to = lemma in CLAUSE_VERBS and (lemma not in _THAT_ONLY or lemma in _SHOWING)
    if open_to and _opens_clause(tokens, position, wary=is_shy(lemma) or lemma in _WARY):
        return Opening(position, Shape.CLAUSE)
    word = tokens[position]
    if lemma in _NOUN_PHRASE and word.text[0].isalnum() and not is_finite_verb(word):
        return Opening(position + (word.lower == "of"), Shape.THING)
    return _as_opening(passage, position) if lemma in _AS_VERBS else None


def _as_opening(passage: Passage, position: int) -> Opening | None:
    """Return what follows "as" in "described the plan as a mistake"."""
    tokens = passage.tokens
    for place in range(position, min(len(tokens) - 1, position + _REACH)):
        word = tokens[place]
        if passage.quoted[place] or word.lower in FINITE or word.text in {",", ";", ":"}:
            return None
        if word.lower == "as" and place > position:
            marked = any(passage.quoted[place : place + _REACH])
            can_be = (
                tokens[place + 1].text[0].isalpha() and tokens[place + 1].lower not in _SUBJECTS
            )
            return Opening(place + 1, Shape.INFINITIVE) if can_be and not marked else None
    return None


def _extracted(passage: Passage, position: int, speaker: tuple[int, int] | None) -> Opening | None:
    """Return the clause of "a plan which he said was late"; the noun before it is no part."""
    if speaker is None or speaker[0] == 0:
        return None
    before = passage.tokens[speaker[0] - 1].lower
    moved = before in {"which", "that", "who", "what"}
    return Opening(position, Shape.CLAUSE) if moved else None


def _after_time(tokens: Sequence[Token], position: int) -> int:
    """Pass over a time after the verb: "said on Thursday (October 31, 2024)"."""
    end = position
    while end < min(len(tokens), position + 2) and tokens[end].lower in _BEFORE_TIME:
        end += 1
    begun = end
    while end < len(tokens) and (
        tokens[end].lower in TIME_WORDS
        or _is_day(tokens, end)
        or (tokens[end].text == "." and tokens[end - 1].lower in TIME_WORDS)
    ):
        end += 1
    if end == begun:
        return position
    if end < len(tokens) and tokens[end].text == "(":
        for close in range(end + 1, min(len(tokens), end + 10)):
            if tokens[close].text == ")":
                return close + 1
    return end


def _is_day(tokens: Sequence[Token], place: int) -> bool:
    """Say whether a figure belongs to a date: "March 3", "3 March", not "Monday 40 boats"."""
    beside = (place - 1, place + 1)
    return tokens[place].lower.isdigit() and any(
        0 <= near < len(tokens) and tokens[near].lower in MONTHS for near in beside
    )


def _after_telling(passage: Passage, cue: Cue, position: int) -> Opening | None:
    """Return what follows whom something is told: "told a crowd in Visby that", "... she will"."""
    tokens = passage.tokens
    for place in range(position, min(len(tokens) - 1, position + _REACH)):
        word = tokens[place]
        if passage.quoted[place]:
            return Opening(place, Shape.CLAUSE)
        if word.text == ":" or (word.lower == "that" and not _is_relative(tokens, place)):
            return Opening(place + 1, Shape.CLAUSE)
        if word.lower == "who" and place > position and tokens[place + 1].lower not in _SUBJECTS:
            break
        if word.lower in _WH_WORDS | {"if"} and tokens[place - 1].text != ",":
            return Opening(place, Shape.CLAUSE)
        if word.lower in _SUBJECTS and is_finite_verb(tokens[place + 1]):
            return Opening(place, Shape.CLAUSE)
        if word.lower == "to" and cue.lemma in _INFINITIVE and tokens[place + 1].text.islower():
            return Opening(place, Shape.INFINITIVE)
        if word.lower in FINITE | _NO_TELLING or word.text in {";", "("} or place == position + 12:
            break
    return None


def _is_relative(tokens: Sequence[Token], place: int) -> bool:
    """Say whether "that" is the subject of a verb: "a man that was there"."""
    follows = tokens[place + 1].lower
    return follows in FINITE and follows.partition("'")[0] not in _SUBJECTS


def _after_addressee(passage: Passage, cue: Cue, position: int) -> int:
    """Pass over whom something is told; "warned the dike broke" tells nobody in particular."""
    after = after_addressee(passage, position)
    if cue.lemma not in _MAY_TELL_NOBODY:
        return after
    for token in passage.tokens[position + 1 : after + 1]:
        if token.lower in FINITE:
            return position
        if token.lower in _DETERMINERS:  # "warned the mayor the dike broke"
            break
    return after


def after_addressee(passage: Passage, position: int) -> int:
    """Pass over whom something is told: "told reporters", "told the Washington Post"."""
    tokens = passage.tokens
    end = position
    while end < len(tokens) and end - position < _ADDRESSEE and not passage.quoted[end]:
        word = tokens[end]
        if word.lower in {"that", "to", "he", "she", "they", "it", "whether", "how", "why"}:
            break
        if not word.text[0].isalnum() and word.text not in {".", "&"}:
            break
        if end > position and tokens[end - 1].text[0].isupper() and word.text[0].islower():
            break
        if end > position and tokens[position].lower in _ADDRESSEES:
            break
        end += 1
    return end


def _after_preposition(passage: Passage, cue: Cue, position: int) -> Opening | None:
    """Look past "in a statement", "on Twitter" for "that", a colon or words in marks."""
    tokens = passage.tokens
    if cue.lemma not in CLAUSE_VERBS | TELLING or _is_deed(tokens, position):
        return None
    for place in range(position + 1, min(len(tokens), position + _REACH)):
        if passage.quoted[place]:
            return Opening(place, Shape.CLAUSE)
        word = tokens[place]
        if word.lower == "that":
            return _that_clause(passage, cue, place)
        if word.lower in {"whether", "how", "why"} and cue.lemma in _ASKING:
            return Opening(place, Shape.CLAUSE)
        if word.lower in _SUBJECTS and tokens[place - 1].lower in TIME_WORDS | OCCASIONS:
            return Opening(place, Shape.CLAUSE)
        if word.text == ":":
            return Opening(place + 1, Shape.CLAUSE)
        if word.text == ",":
            quoted = place + 1 < len(tokens) and passage.quoted[place + 1]
            return Opening(place + 1, Shape.CLAUSE) if quoted else None
        if word.lower in FINITE:
            return None
    return None


def _is_deed(tokens: Sequence[Token], position: int) -> bool:
    """Say whether "to" and a verb follow: "agreed to talk" says that somebody did so."""
    if tokens[position].lower != "to" or position + 1 >= len(tokens):
        return False
    follows = tokens[position + 1]
    person = follows.lower in _DETERMINERS | _SUBJECTS | _ADDRESSEES
    return follows.text[0].islower() and not person and not follows.lower.endswith("s")


def _infinitive_start(passage: Passage, lemma: str, position: int) -> int | None:
    """Return where "to strike" begins in "urged its allies to strike"."""
    tokens = passage.tokens
    reach = _REACH if lemma in _INFINITIVE else lemma in _OWN_INFINITIVE
    for place in range(position, min(len(tokens) - 1, position + reach)):
        if passage.quoted[place] or tokens[place].text in {",", ";", ":", "."}:
            return None
        if tokens[place].lower == "to":
            follows = tokens[place + 1]
            if follows.text[0].islower() and follows.lower not in _DETERMINERS:
                return place
    return None


def _opens_clause(tokens: Sequence[Token], position: int, *, wary: bool) -> bool:
    """Say whether a clause without "that" begins here: a subject, and a verb some words on."""
    word = tokens[position]
    lower = word.lower
    if lower in _SUBJECTS:
        return position + 1 < len(tokens) and tokens[position + 1].lower != "to"
    if not word.text[0].isalnum() or (lower in TAIL_WORDS and lower not in _CAN_OPEN):
        return False
    if lower in {"and", "or", "but"}:
        return False
    if lower in _SCENES:
        commas = tokens[position + 1 : position + 22]
        return any(token.text == "," for token in commas)
    if not wary:
        return any(is_finite_verb(token) for token in tokens[position + 1 : position + 22])
    can_be_subject = lower in _DETERMINERS or word.text[0].isupper() or lower.endswith("s")
    return can_be_subject and _has_verb_before_preposition(tokens, position)


def _has_verb_before_preposition(tokens: Sequence[Token], position: int) -> bool:
    for token in tokens[position + 1 : position + 10]:
        if token.lower in FINITE:
            return True
        if token.lower in _PREPOSITIONS or not token.text[0].isalnum():
            return False
    return False


def is_infinitive(passage: Passage, cue: Cue) -> bool:
    """Say whether a verb is no more than wished for or begun: "to announce", "without saying"."""
    return cue.form == "base" and cue.first > 0 and passage.tokens[cue.first - 1].lower == "to"
