"""Words with a tone of their own, as they stand: strengthened, turned round, set back, hedged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from desktop.core.model.lexicons import Identity, Lexicons
from desktop.core.text.tokens import Token
from desktop.core.tone.readings import Reading, known_words, read_words

_NEGATIONS = frozenset(
    "not no never nor neither without hardly barely scarcely cannot nothing nobody none "
    "lack lacks lacked lacking don't doesn't didn't isn't aren't wasn't weren't won't wouldn't "
    "can't couldn't shouldn't hasn't haven't hadn't ain't mustn't needn't mightn't shan't".split()
)
_TURNS = frozenset("but however yet nevertheless nonetheless instead".split())
_CONCESSIONS = frozenset("although though despite while whereas notwithstanding".split())
_HEDGES = frozenset(
    "may might could would if perhaps maybe possibly probably apparently reportedly allegedly "
    "supposedly seemingly purportedly arguably likely potentially seem seems seemed appear "
    "appears appeared".split()
)
_SHIFTERS = _NEGATIONS | _TURNS | _CONCESSIONS | _HEDGES
_CLAUSE_ENDS = frozenset(",;:—–")
_REACH = 4
_NEGATED = -0.5
_HEDGED = 0.7
_STRONGEST = 1.5
_BEFORE_TURN, _AFTER_TURN, _CONCEDED = 0.7, 1.3, 0.5
_FILM_WORDS = 0.5  # TextBlob's lexicon rates reviews; in news its words say less
_LEAST = 0.1


class RatedWord(NamedTuple):
    """A word with a tone: the number of its unit, its tone, and what its place makes of it."""

    unit: int
    tone: float
    factor: float


def rate_words(tokens: Sequence[Token], lexicons: Lexicons) -> list[tuple[int, float]]:
    """Return the places of the words with a tone in one sentence, each with -1.0 to 1.0."""
    reading = read_words(tokens, known_words(lexicons))
    rated = rate_units(reading, word_tones(lexicons))
    return [(reading.places[unit], tone) for unit, tone, _ in rated]


class WordTones(NamedTuple):
    """The tone of each word that has one, as if it stood alone, and how much others strengthen."""

    plain: Mapping[str, float]
    strengths: Mapping[str, float]


def word_tones(lexicons: Lexicons) -> WordTones:
    """Return the tones of words that some lexicons give."""
    return _word_tones(Identity(lexicons))


def tones_among(words: Set[str], tones: WordTones) -> WordTones:
    """Return the tones of those words alone: what a text is looked up in is small then."""
    plain = tones.plain
    return WordTones({word: plain[word] for word in plain.keys() & words}, tones.strengths)


def rate_units(reading: Reading, tones: WordTones) -> list[RatedWord]:
    """Return the words with a tone among the units of a sentence, in order.

    A negation up to four units before turns a word to half its tone with the sign reversed, and a
    hedge there weakens it; words before "but" say less than those after it, and so do words of a
    concession.
    """
    words = reading.words
    plain, strengths = tones
    values = [(place, plain[word]) for place, word in enumerate(words) if word in plain]
    if not values:
        return []
    shift = _no_shift if _SHIFTERS.isdisjoint(words) else _Shifts(words).factor
    found: list[RatedWord] = []
    for place, value in values:
        factor = shift(place)
        if place and words[place - 1] in strengths:
            factor *= strengths[words[place - 1]]
        tone = value * factor
        if abs(tone) >= _LEAST:
            found.append(RatedWord(place, max(-1.0, min(tone, 1.0)), factor))
    return found


@lru_cache(maxsize=4)
def _word_tones(lexicons: Identity[Lexicons]) -> WordTones:
    lists = lexicons.value
    films = {word: entry.polarity * _FILM_WORDS for word, entry in lists.tone.items()}
    plain = {word: value for word, value in (films | {**lists.valence}).items() if value}
    strengths = {w: min(e.intensity, _STRONGEST) for w, e in lists.tone.items() if e.is_modifier}
    return WordTones(plain, {word: value for word, value in strengths.items() if value != 1.0})


def _no_shift(_place: int) -> float:
    return 1.0


class _Shifts:
    """What negations, hedges, turns and concessions of a sentence make of its words."""

    def __init__(self, words: Sequence[str]) -> None:
        self._turn = _first_of(_TURNS, words)
        self._negated = _reach_of(_NEGATIONS, words)
        self._hedged = _reach_of(_HEDGES, words)
        self._conceded = _concession(words)

    def factor(self, place: int) -> float:
        """Return what is left of the tone of a word; below zero where it is turned round."""
        factor = 1.0
        if place in self._negated:
            factor *= _NEGATED
        if place in self._hedged:
            factor *= _HEDGED
        if self._turn > 0:
            factor *= _BEFORE_TURN if place < self._turn else _AFTER_TURN
        if place in self._conceded:
            factor *= _CONCEDED
        return factor


def _first_of(known: frozenset[str], words: Sequence[str]) -> int:
    """Return the place of the first word that is one of those known, or -1."""
    if known.isdisjoint(words):
        return -1
    return next(place for place, word in enumerate(words) if word in known)


def _reach_of(known: frozenset[str], words: Sequence[str]) -> set[int]:
    """Return the places of known words and of the four units after each."""
    reach: set[int] = set()
    if not known.isdisjoint(words):
        for place, word in enumerate(words):
            if word in known:
                reach.update(range(place, place + _REACH + 1))
    return reach


def _concession(words: Sequence[str]) -> range:
    """Return the places from the first word of a concession to the end of its clause."""
    start = _first_of(_CONCESSIONS, words)
    if start < 0:
        return range(0)
    end = next((p for p in range(start + 1, len(words)) if words[p] in _CLAUSE_ENDS), len(words))
    return range(start, end)
