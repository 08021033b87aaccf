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
    found: list[tuple[int, float]] = []
    turn = next((place for place, token in enumerate(tokens) if token.lower in _TURNS), -1)
    negated_to = conceded_to = -1
    for place, token in enumerate(tokens):
        word = token.lower
        if word in _NEGATIONS or word.endswith("n't"):
            negated_to = place + _NEGATION_REACH
        elif word in _CONCESSIONS:
            conceded_to = _clause_end(tokens, place)
        value = _value(token, lexicons.valence, lexicons.tone)
        if not value:
            continue
        value *= _strength(tokens, place, lexicons.tone)
        if place <= negated_to:
            value *= _NEGATED
        if turn > 0:
            value *= _BEFORE_TURN if place < turn else _AFTER_TURN
        if place < conceded_to:
            value *= _CONCEDED
        if abs(value) >= _LEAST:
            found.append((place, max(-1.0, min(value, 1.0))))
    return found


def _value(token: Token, valence: Mapping[str, float], tone: Mapping[str, ToneEntry]) -> float:
    value = valence.get(token.lower)
    if value is not None:
        return value
    entry = tone.get(token.lower)
    if entry is None or token.text[0].isupper():
        return 0.0
    return entry.polarity * _FILM_WORDS


def _strength(tokens: Sequence[Token], place: int, tone: Mapping[str, ToneEntry]) -> float:
    """Return how much the word before strengthens: "very", "extremely"."""
    if place == 0:
        return 1.0
    before = tone.get(tokens[place - 1].lower)
    return min(before.intensity, 1.5) if before is not None and before.is_modifier else 1.0


def _clause_end(tokens: Sequence[Token], place: int) -> int:
    return next(
        (after for after in range(place + 1, len(tokens)) if tokens[after].text in ",;:—–"),
        len(tokens),
    )
