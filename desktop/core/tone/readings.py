"""A sentence as the measures of tone read it: every name is one unit, whoever bears it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from desktop.core.model.lexicons import Identity, Lexicons
from desktop.core.text.names import is_title_case
from desktop.core.text.tokens import Token, word_set

NAME = "<name>"
"""Stands for a row of capitalized words: no measure of tone knows which they are."""

_PRONOUN_I = word_set("i i'm i've i'd i'll")
_OPENING = word_set('“ " ‘ ( : — – [ «')
_TITLES = word_set("mr mrs ms dr sen rep gov gen lt col sgt capt rev prof st jr sr")
_GIVEN_NAMES = word_set(
    "grace joy hope faith victor charity mercy harmony constance prudence patience merit gem "
    "ernest frank rich sunny noble bliss felicity verity honor will mark bill drew chance"
)
FUNCTION_WORDS = word_set(
    "the a an he she it they we you this that these those there his her their its our my your in "
    "on at but and or so if when while as for from to with by after before until since because "
    "although though what who how why where which whether however meanwhile moreover instead not "
    "some many most all one another also still then now here let once under over about according "
    "among during despite even every no is are was were"
)
_MARKS_BREAK = frozenset(';:—–“”"()[]')
_WORDS_BREAK = word_set(
    "and but because when while as if after before that which although though since where who "
    "whose or so than until unless whether how why what"
)
_BREAKS = _MARKS_BREAK | _WORDS_BREAK | {","}
_OPENS, _CLOSES = word_set("“ « „"), word_set("” »")
_QUOTES = _OPENS | _CLOSES | {'"'}


class Reading(NamedTuple):
    """The units of a sentence: words in lower case, marks, and `NAME` for each row of names.

    `places` gives the token that each unit begins with; a possessive ending is a unit of its own.
    """

    words: list[str]
    places: list[int]
    tokens: Sequence[Token]

    def start_of(self, unit: int) -> int:
        """Return the code point that the token of a unit begins at."""
        return self.tokens[self.places[unit]][0]

    def unit_at(self, offset: int) -> int:
        """Return the unit that holds a code point of the text, or the last one before it."""
        token = max(0, bisect_right(self.tokens, (offset + 1,)) - 1)
        unit = max(0, bisect_right(self.places, token) - 1)
        is_behind = self.words[unit] == "'s" and offset < self.tokens[token].end - 2
        return unit - 1 if is_behind and unit else unit


class Outline(NamedTuple):
    """What the units of a sentence are counted by, once for all targets in it.

    `clauses` and `names` give the number, up to each unit, of places where a clause may end and of
    names; `marked` says whether a unit stands between quotation marks.
    """

    words: list[str]
    clauses: list[int]
    names: list[int]
    marked: list[bool]
    has_marks: bool


def to_outline(reading: Reading) -> Outline:
    """Return the outline of a sentence."""
    words = reading.words
    has_marks = not _QUOTES.isdisjoint(words)
    return Outline(
        words,
        list(accumulate([word in _BREAKS for word in words])),
        list(accumulate([word == NAME for word in words])),
        list(_between_marks(words)) if has_marks else [False] * len(words),
        has_marks,
    )


def _between_marks(words: Sequence[str]) -> Iterator[bool]:
    inside = False
    for word in words:
        if word == '"':
            inside = not inside
        elif word in _OPENS or word in _CLOSES:
            inside = word in _OPENS
        yield inside


def read_words(
    tokens: Sequence[Token], known: Known, borne: frozenset[int] = frozenset()
) -> Reading:
    """Return the units of one sentence.

    A capital makes a name, but for a known word that opens the sentence or stands in a title.

    Args:
        tokens: The sentence's tokens.
        known: The words that are no names there, as `known_words` gives them.
        borne: Where words begin that somebody in the text bears: "Love said" of Emma Love.
    """
    plain = [token[3] for token in tokens]
    names = _name_places(tokens, plain, known, borne)
    if not names:
        return Reading(plain, list(range(len(plain))), tokens)
    words: list[str] = []
    places: list[int] = []
    done, run_end = 0, -1
    for place in names:
        if place != run_end:
            words += plain[done:place]
            words.append(NAME)
            places += range(done, place + 1)
        done = run_end = place + 1
        if plain[place][-2:] == "'s":
            words.append("'s")
            places.append(place)
            run_end = -1
    words += plain[done:]
    places += range(done, len(plain))
    return Reading(words, places, tokens)


def _name_places(
    tokens: Sequence[Token], words: Sequence[str], known: Known, borne: frozenset[int]
) -> list[int]:
    """Return the places of the tokens that make names, with the stops of titles and initials."""
    changed = [place for place, token in enumerate(tokens) if token[2] != token[3]]
    names: list[int] = []
    is_titled = len(changed) > len(words) // 3 and is_title_case(tokens)
    for place in changed:
        word = words[place]
        if not tokens[place].text[0].isupper() or word in _PRONOUN_I:
            continue
        is_borne = tokens[place][0] in borne
        if word in known.words and not is_borne and (is_titled or _opens(tokens, place, known)):
            continue
        names.append(place)
        if (len(word) == 1 or word in _TITLES) and words[place + 1 : place + 2] == ["."]:
            names.append(place + 1)
    return names


def _opens(tokens: Sequence[Token], place: int, known: Known) -> bool:
    """Say whether a word has its capital because a sentence, or words in marks, begin with it."""
    if place and tokens[place - 1].text not in _OPENING:
        return False
    if place + 1 == len(tokens) or not tokens[place + 1].text[0].isupper():
        return True
    word = tokens[place].lower
    return word in known.judging and word not in _GIVEN_NAMES


class Known(NamedTuple):
    """Words that may be no names although they have a capital.

    All of them are none where they open a sentence, but before another capital ("New Zealand")
    only those that are `judging` ("Disgraced Governor Ito") or small.
    """

    words: frozenset[str]
    judging: frozenset[str]


def known_words(lexicons: Lexicons) -> Known:
    """Return the words that are no names where they open a sentence."""
    return _known_words(Identity(lexicons))


@lru_cache(maxsize=4)
def _known_words(lexicons: Identity[Lexicons]) -> Known:
    lists = lexicons.value
    judging = FUNCTION_WORDS.union(word for word, value in lists.valence.items() if value)
    return Known(judging.union(lists.tone_weights.get("word", {})), judging)
