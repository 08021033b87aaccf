"""The weights of tone towards a target: a linear model over features that a reader can check.

Each feature speaks against the target and for it, in units of log odds to a neutral sentence.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from math import exp

from desktop.core.model.lexicons import Identity, Lexicons
from desktop.core.tone.readings import Outline
from desktop.core.tone.relations import (
    PLACES,
    PRONOUNS,
    Relation,
    RelationKey,
    State,
    Target,
    find_neighbors,
    find_relation,
    neutral_word,
    relation_features,
    role_feature,
    sentence_features,
    state_features,
)
from desktop.core.tone.words import RatedWord

Weights = tuple[float, float]
Frames = Mapping[str, Weights]
_NONE: Weights = (0.0, 0.0)
_MOST_RATED = 40


class TargetModel:
    """Scores targets by the weights of some lexicons."""

    def __init__(self, lexicons: Lexicons) -> None:
        """Take the weights; sums for what stands alike are kept."""
        self._frames = lexicons.frames
        self._tone = lexicons.tone_weights.get("tone", {})
        self._words = lexicons.tone_weights.get("word", {})
        self._places = [_with_pronouns(lexicons.tone_weights.get(kind, {})) for kind in PLACES]
        self._states: dict[State, Weights] = {}
        self._relations: dict[RelationKey, Weights] = {}

    def weigh_sentence(self, outline: Outline, rated: Sequence[RatedWord]) -> Weights:
        """Return what a sentence says of any target: its words, wherever they stand, its kind."""
        # In the order of the text: a sum of floats depends on it.
        words = dict.fromkeys(outline.words)
        if not words.keys().isdisjoint(PRONOUNS):
            words = dict.fromkeys(map(neutral_word, words))
        bad, good = self._tone.get("any target", _NONE)
        known = self._words
        for against, favor in [known[word] for word in words if word in known]:
            bad, good = bad + against, good + favor
        for name, value in sentence_features(outline, rated):
            against, favor = self._tone.get(name, _NONE)
            bad, good = bad + against * value, good + favor * value
        return bad, good

    def score(
        self, outline: Outline, target: Target, rated: Sequence[RatedWord], sentence: Weights
    ) -> float:
        """Return the tone towards a target: -1.0 to 1.0, and 0.0 where neutral is likeliest.

        Args:
            outline: The sentence.
            target: The units of the mention.
            rated: The words of the sentence that have a tone.
            sentence: What the sentence says of any target, as `weigh_sentence` gives it.
        """
        bad, good = sentence
        first, last = target[:2]
        for table, word in zip(
            self._places, find_neighbors(outline.words, first, last), strict=True
        ):
            if word in table:
                against, favor = table[word]
                bad, good = bad + against, good + favor
        against, favor = self._weigh_state(target.state)
        bad, good = bad + against, good + favor
        for word in rated if len(rated) <= _MOST_RATED else _nearest(rated, first):
            if first <= word[0] <= last:
                continue
            key = find_relation(outline, target, word)
            against, favor = self._relations.get(key) or self._weigh_relation(key)
            strength = abs(word[1])
            bad, good = bad + against * strength, good + favor * strength
            if frame := self._frames.get(outline.words[word[0]]):
                against, favor = self._weigh_role(outline, target, word, frame)
                bad, good = bad + against, good + favor
        return _tone(bad, good)

    def _weigh_state(self, state: State) -> Weights:
        weights = self._states.get(state)
        if weights is None:
            weights = _sum(self._tone.get(name, _NONE) for name in state_features(state))
            self._states[state] = weights
        return weights

    def _weigh_relation(self, key: RelationKey) -> Weights:
        names = relation_features(Relation(*key))
        weights = self._relations[key] = _sum(self._tone.get(name, _NONE) for name in names)
        return weights

    def _weigh_role(
        self, outline: Outline, target: Target, rated: RatedWord, frame: Weights
    ) -> Weights:
        role = role_feature(outline, target, rated, frame)
        if role is None:
            return _NONE
        name, value = role
        against, favor = self._tone.get(name, _NONE)
        return against * value, favor * value


def find_features(
    outline: Outline, target: Target, rated: Sequence[RatedWord], frames: Frames
) -> dict[tuple[str, str], float]:
    """Return all features of a target by kind and name, each with its value.

    The score of a target is the sum over them of value times weight; `TargetModel` adds up the
    same without naming them.
    """
    values = {("word", neutral_word(word)): 1.0 for word in outline.words}
    near = zip(PLACES, find_neighbors(outline.words, target.first, target.last), strict=True)
    values |= {(kind, neutral_word(word)): 1.0 for kind, word in near if word}
    values["tone", "any target"] = 1.0
    values |= {("tone", name): 1.0 for name in state_features(target.state)}
    values |= {("tone", name): value for name, value in sentence_features(outline, rated)}
    for word in rated if len(rated) <= _MOST_RATED else _nearest(rated, target.first):
        if target.first <= word.unit <= target.last:
            continue
        relation = Relation(*find_relation(outline, target, word))
        pairs = [(name, abs(word.tone)) for name in relation_features(relation)]
        frame = frames.get(outline.words[word.unit])
        if frame and (role := role_feature(outline, target, word, frame)):
            pairs.append(role)
        for name, value in pairs:
            values["tone", name] = values.get(("tone", name), 0.0) + value
    return values


def _nearest(rated: Sequence[RatedWord], unit: int) -> Sequence[RatedWord]:
    """Return the words with a tone around a unit: a text without stops may hold any number."""
    at = bisect_left(rated, (unit,))
    return rated[max(0, at - _MOST_RATED // 2) : at + _MOST_RATED // 2]


def target_model(lexicons: Lexicons) -> TargetModel:
    """Return the model with the weights of some lexicons."""
    return _target_model(Identity(lexicons))


@lru_cache(maxsize=4)
def _target_model(lexicons: Identity[Lexicons]) -> TargetModel:
    return TargetModel(lexicons.value)


def _with_pronouns(table: Mapping[str, Weights]) -> dict[str, Weights]:
    """Return weights by word in which "she" has those of "he", as `neutral_word` has it."""
    found = {word: weights for word, weights in table.items() if word not in PRONOUNS}
    return found | {she: table[he] for she, he in PRONOUNS.items() if he in table}


def _sum(weights: Iterable[Weights]) -> Weights:
    bad = good = 0.0
    for against, favor in weights:
        bad += against
        good += favor
    return bad, good


def _tone(bad: float, good: float) -> float:
    """Return the difference of the odds of praise and blame, 0.0 where neither is likeliest."""
    if bad <= 0.0 and good <= 0.0:
        return 0.0
    against, favor = exp(min(bad, 50.0)), exp(min(good, 50.0))
    return (favor - against) / (1.0 + favor + against)
