"""How the words of a sentence stand to a target in it: the features that tone is weighed by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from desktop.core.text.tokens import word_set
from desktop.core.tone.readings import FUNCTION_WORDS, NAME, Outline
from desktop.core.tone.words import RatedWord

_SPEECH = word_set(
    "said says say saying told tells tell added adds noted notes wrote writes tweeted tweets "
    "explained explains argued argues insisted insists claimed claims stated states declared "
    "declares announced announces responded responds replied replies asked asks recalled recalls"
)
_BE = word_set(
    "is are was were be been being am get gets got getting isn't wasn't aren't weren't 's 're 'm"
)
_AUXILIARIES = word_set(
    "has had have having will would could should can may might did does do must shall hasn't "
    "hadn't haven't won't wouldn't couldn't shouldn't can't didn't doesn't don't"
)
_SMALL = FUNCTION_WORDS | _BE | _AUXILIARIES
_PREPOSITIONS = word_set("of against for by on with to from at over about in toward towards")
_OBJECTS = {NAME} | word_set(
    "the a an his her their its our my your him them us me you it this that these those"
)
_PARTICIPLE_ENDS = word_set("of by . , ; with")
_RELATIVES, _ARTICLES = word_set("who whose which"), word_set("whom a an the once long")
PLACES = ("second before", "before", "after", "second after", "next", "last")
"""The kinds of places near a target whose words have weights of their own."""
PRONOUNS = {"she": "he", "him": "his", "her": "his", "hers": "his", "herself": "himself"}
"""Words that weigh what another does: a man and a woman get the same tone."""
_NEAR = 3
_REACH = 5
_LONG, _MANY_NAMES = 60, 4


class State(NamedTuple):
    """What is so of the place of a target, whoever it is."""

    is_name: bool
    opens: bool
    speaks: bool
    has_spoken: bool
    is_marked: bool


class Target(NamedTuple):
    """A mention in a sentence: its first and last unit, and what stands around it.

    `attached` counts the breaks behind it that open an apposition or a relative clause of it.
    """

    first: int
    last: int
    preposition: str
    attached: int
    is_owner: bool
    state: State


def to_target(outline: Outline, first: int, last: int) -> Target:
    """Return the mention that runs from one unit of a sentence to another."""
    words = outline.words
    before = words[first - 1] if first else ""
    behind = words[last + 1 : last + 3]
    has_spoken = before in _SPEECH
    if before == "to" and first > 1:
        has_spoken = words[first - 2] == "according"
    speaks = not _SPEECH.isdisjoint(behind)
    return Target(
        first,
        last,
        before if before in _PREPOSITIONS else "",
        _attached(behind),
        behind[:1] == ["'s"],
        State(words[first] == NAME, first == 0, speaks, has_spoken, outline.marked[first]),
    )


class Relation(NamedTuple):
    """Where a word with a tone stands, as seen from a target.

    `preposition` joins the two where they share a clause: "criticism of". `nearness` is 0 for
    neighbors, 1 for a word at most three units away, else 2.
    """

    is_good: bool
    is_before: bool
    clauses: int
    is_past_name: bool
    nearness: int
    is_spoken: bool
    is_other_voice: bool
    is_owned: bool
    preposition: str


RelationKey = tuple[bool, bool, int, bool, int, bool, bool, bool, str]


def find_relation(outline: Outline, target: Target, rated: RatedWord) -> RelationKey:
    """Return how a word with a tone stands to a target, as the fields of a `Relation`."""
    unit, tone, _ = rated
    clauses, names, marked = outline.clauses, outline.names, outline.marked
    if unit < target.first:
        low, high, is_before, is_spoken = unit, target.first, True, target.state.has_spoken
        apart = clauses[high] - clauses[low]
        preposition = "" if apart or high - low == 1 else target.preposition
    else:
        low, high, is_before, is_spoken = target.last, unit, False, target.state.speaks
        apart = clauses[high] - clauses[low]
        if apart:
            apart = max(apart - target.attached, 0)
        preposition = ""
    distance = high - low
    return (
        tone > 0,
        is_before,
        min(2, apart),
        names[high - 1] > names[low],
        0 if distance == 1 else 1 if distance <= _NEAR else 2,
        is_spoken,
        marked[unit] != marked[target.first],
        target.is_owner and not is_before,
        preposition,
    )


def relation_features(relation: Relation) -> Iterator[str]:
    """Yield the names of the features that a word with a tone gives, each weighed by its tone."""
    kind = "good" if relation.is_good else "bad"
    side = f"{kind} before" if relation.is_before else f"{kind} after"
    clause = f"{side}, {('same clause', 'next clause', 'far clause')[relation.clauses]}"
    yield kind
    yield side
    yield f"{clause}, past a name" if relation.is_past_name else clause
    if relation.nearness < 2:
        yield f"{side}, near"
    if relation.nearness == 0:
        yield f"{side}, beside"
    if relation.is_spoken:
        yield f"{kind}, said by the target"
    if relation.is_other_voice:
        yield f"{kind}, in other marks"
    if relation.is_owned:
        yield f"{kind}, of the target's own"
        if relation.nearness < 2:
            yield f"{kind}, of the target's own, near"
    if relation.preposition:
        apart = ", past a name" if relation.is_past_name else ""
        yield f"{kind} {relation.preposition} the target{apart}"


def role_feature(
    outline: Outline, target: Target, rated: RatedWord, frame: tuple[float, float]
) -> tuple[str, float] | None:
    """Return the feature that a verb gives to its subject or object, with its strength."""
    words, unit = outline.words, rated.unit
    is_before = unit < target.first
    low, high = (unit, target.first) if is_before else (target.last, unit)
    clauses = outline.clauses[high] - outline.clauses[low]
    if clauses > 1:
        return None
    role, value = _role(words, low, high, is_before=is_before, frame=frame)
    value *= rated.factor
    if not value:
        return None
    apart = ", past a name" if outline.names[high - 1] > outline.names[low] else ""
    clause = ", next clause" if clauses else ""
    return f"{role} of {'good' if value > 0 else 'bad'}{clause}{apart}", abs(value)


def _role(
    words: list[str], low: int, high: int, *, is_before: bool, frame: tuple[float, float]
) -> tuple[str, float]:
    """Return the part that a target plays for a verb, and what the verb says of that part."""
    subject, obj = frame
    unit = low if is_before else high
    is_participle = words[unit].endswith(("ed", "en", "t", "n"))
    is_passive = is_participle and not _BE.isdisjoint(words[max(0, unit - 3) : unit])
    if not is_before:
        if is_passive:
            return "object", obj
        if is_participle and words[low + 1 : high] in ([], [","]):
            return _part_beside(words[unit + 1 : unit + 2], subject, obj)
        return "subject", subject
    if "by" in words[max(low + 1, high - _REACH) : high]:
        return "agent", subject
    return ("object behind a passive", obj) if is_passive else ("direct object", obj)


def _part_beside(behind: list[str], subject: float, obj: float) -> tuple[str, float]:
    """Return the part of a target whose verb in "-ed" follows at once: "accused him", "accused of".

    What the verb is followed by tells whether it has an object of its own.
    """
    follows = behind[0] if behind else "."
    if follows in _OBJECTS:
        return "subject", subject
    return ("object" if follows in _PARTICIPLE_ENDS else "subject or object"), obj


def find_neighbors(words: list[str], first: int, last: int) -> tuple[str, ...]:
    """Return the words in the `PLACES` near a target, in that order, "" where there is none."""
    end = len(words)
    return (
        words[first - 2] if first > 1 else "",
        words[first - 1] if first else "",
        words[last + 1] if last + 1 < end else "",
        words[last + 2] if last + 2 < end else "",
        _first_content(words, range(last + 1, min(end, last + 1 + _REACH))),
        _first_content(words, range(first - 1, max(-1, first - 1 - _REACH), -1)),
    )


def state_features(state: State) -> Iterator[str]:
    """Yield the features of the target's own place."""
    if state.is_name:
        yield "the target is a name"
    if state.opens:
        yield "the target opens the sentence"
    if state.speaks:
        yield "the target speaks"
    if state.has_spoken:
        yield "the target has spoken"
    if state.is_marked:
        yield "the target stands in marks"


def sentence_features(outline: Outline, rated: Sequence[RatedWord]) -> Iterator[tuple[str, float]]:
    """Yield the features of a whole sentence, with their values."""
    words = outline.words
    yield "length of the sentence", min(len(words), _LONG) / _LONG
    yield "names in the sentence", min(outline.names[-1], _MANY_NAMES) / _MANY_NAMES
    if outline.has_marks:
        yield "words in marks", 1.0
    if "?" in words:
        yield "a question", 1.0
    if not rated:
        yield "no word with a tone", 1.0


def neutral_word(word: str) -> str:
    """Return a word as the weights know it: "he" and "she" are one, and so "him", "his", "her"."""
    return PRONOUNS.get(word, word)


def _first_content(words: list[str], places: range) -> str:
    """Return the first word with a content of its own, up to the next name or mark."""
    for place in places:
        word = words[place]
        if word == NAME or not word[0].isalnum():
            return ""
        if word not in _SMALL and not word.endswith("ly"):
            return word
    return ""


def _attached(behind: list[str]) -> int:
    """Return how many breaks among the two units behind a target open a clause of its own."""
    if behind[:1] == [","]:
        follows = behind[1] if len(behind) > 1 else ""
        return 2 if follows in _RELATIVES else 1 if follows in _ARTICLES else 0
    return 1 if behind and behind[0] in _RELATIVES else 0
