"""Words with a tone of their own, as they stand: strengthened, turned round, set back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop.core.model.lexicons import Lexicons, ToneEntry
from desktop.core.text.tokens import Token

_NEGATIONS = frozenset(
    "not no never nor neither without hardly barely scarcely cannot nothing nobody none "
    "lack lacks lacked lacking".split()
)
_TURNS = frozenset("but however yet nevertheless nonetheless instead".split())
_CONCESSIONS = frozenset("although though despite while whereas notwithstanding".split())
_CLAUSE_ENDS = frozenset(",;:—–")
_NEGATION_REACH = 4
_NEGATED = -0.5
_BEFORE_TURN, _AFTER_TURN, _CONCEDED = 0.7, 1.3, 0.5
_FILM_WORDS = 0.5  # TextBlob's lexicon rates reviews; in news its words say less
_LEAST = 0.05


def rate_words(tokens: Sequence[Token], lexicons: Lexicons) -> list[tuple[int, float]]:
    """Return the places of the words with a tone in one sentence, each with -1.0 to 1.0.

    A negation up to four words before turns a word to half its tone with the sign reversed; words
    before "but" say less than those after it, and so do words of a concession.
    """
    words = [token.lower for token in tokens]
    values = _values(tokens, words, lexicons)
    if not values:
        return []
    turn = _first_of(_TURNS, words)
    negated = _reach_of_negations(words)
    conceded = _concession(words)
    found: list[tuple[int, float]] = []
    for place, plain in values:
        value = plain * _strength(words, place, lexicons.tone)
        if place in negated:
            value *= _NEGATED
        if turn > 0:
            value *= _BEFORE_TURN if place < turn else _AFTER_TURN
        if place in conceded:
            value *= _CONCEDED
        if abs(value) >= _LEAST:
            found.append((place, max(-1.0, min(value, 1.0))))
    return found


def _values(
    tokens: Sequence[Token], words: Sequence[str], lexicons: Lexicons
) -> list[tuple[int, float]]:
    """Return the places of words with a tone and that tone, as if each stood alone."""
    valence, tone = lexicons.valence, lexicons.tone
    found: list[tuple[int, float]] = []
    known = [place for place, word in enumerate(words) if word in tone or word in valence]
    for place in known:
        word = words[place]
        if word in valence:
            value = valence[word]
        elif tokens[place].text[0].isupper():
            continue
        else:
            value = tone[word].polarity * _FILM_WORDS
        if value:
            found.append((place, value))
    return found


def _first_of(known: frozenset[str], words: Sequence[str]) -> int:
    """Return the place of the first word that is one of those known, or -1."""
    if known.isdisjoint(words):
        return -1
    return next(place for place, word in enumerate(words) if word in known)


def _reach_of_negations(words: Sequence[str]) -> set[int]:
    reach: set[int] = set()
    if _NEGATIONS.isdisjoint(words) and "n't" not in " ".join(words):
        return reach
    for place, word in enumerate(words):
        if word in _NEGATIONS or word.endswith("n't"):
            reach.update(range(place, place + _NEGATION_REACH + 1))
    return reach


def _concession(words: Sequence[str]) -> range:
    """Return the places from the first word of a concession to the end of its clause."""
    start = _first_of(_CONCESSIONS, words)
    if start < 0:
        return range(0)
    end = next((p for p in range(start + 1, len(words)) if words[p] in _CLAUSE_ENDS), len(words))
    return range(start, end)


def _strength(words: Sequence[str], place: int, tone: Mapping[str, ToneEntry]) -> float:
    """Return how much the word before strengthens: "very", "extremely"."""
    if place == 0:
        return 1.0
    before = tone.get(words[place - 1])
    return min(before.intensity, 1.5) if before is not None and before.is_modifier else 1.0
