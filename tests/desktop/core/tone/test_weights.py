"""The model of tone towards a target: its sums, its bounds, and what must have no weight."""

from __future__ import annotations

from math import exp

import pytest
from hypothesis import given

from desktop.core.model.spans import Span
from desktop.core.tone.relations import PLACES
from desktop.core.tone.targets import find_mentions
from desktop.core.tone.weights import TargetModel, find_features, target_model
from tests.desktop.core.made_up import LEXICONS
from tests.desktop.core.strategies import ANY_TEXT

NOBODY_SAYS = (
    "norwegian russian american ukrainian chinese israeli palestinian republican republicans "
    "democrat democrats democratic labour tory conservative conservatives liberal liberals "
    "socialist communist muslim muslims islamic christian jewish catholic hindu church mosque "
    "black white latino asian african immigrant immigrants migrant refugee woman women man men "
    "gay president senator governor congressman city country nation east west"
)


def score_by_name(text: str, span: Span) -> float:
    (mention,) = find_mentions(text, [span], LEXICONS)
    if mention is None:
        return 0.0
    bad = good = 0.0
    for (kind, name), value in find_features(*mention, LEXICONS.frames).items():
        against, favor = LEXICONS.tone_weights[kind].get(name, (0.0, 0.0))
        bad, good = bad + value * against, good + value * favor
    if max(bad, good) <= 0:
        return 0.0
    return (exp(good) - exp(bad)) / (1 + exp(good) + exp(bad))


def score(model: TargetModel, text: str, span: Span) -> float:
    (mention,) = find_mentions(text, [span], LEXICONS)
    if mention is None:
        return 0.0
    outline, target, rated = mention
    return model.score(outline, target, rated, model.weigh_sentence(outline, rated))


@given(ANY_TEXT)
def test_the_fast_sum_is_that_of_the_named_features(text: str) -> None:
    model = target_model(LEXICONS)
    for start in range(0, len(text) - 2, 7):
        span = Span(start, start + 2)
        assert score(model, text, span) == pytest.approx(score_by_name(text, span), abs=1e-9)


def test_a_feature_without_a_weight_moves_nothing() -> None:
    text = "Berg zigzagged towards the quay near Ito."
    span = Span(text.index("Ito"), len(text) - 1)
    assert score(TargetModel(LEXICONS), text, span) == 0.0


def test_weights_are_of_known_kinds_and_not_extreme() -> None:
    assert {*LEXICONS.tone_weights} == {"tone", "word", *PLACES}
    for table in LEXICONS.tone_weights.values():
        assert all(-3 < weight < 3 for weights in table.values() for weight in weights)


@pytest.mark.parametrize("kind", ["word", *PLACES])
def test_no_word_for_who_somebody_is_has_a_weight(kind: str) -> None:
    assert LEXICONS.tone_weights[kind].keys().isdisjoint(NOBODY_SAYS.split())


def test_no_word_for_who_somebody_is_has_a_tone() -> None:
    assert not [word for word in NOBODY_SAYS.split() if LEXICONS.valence.get(word)]


def test_a_word_with_a_tone_speaks_for_its_own_side() -> None:
    tone = LEXICONS.tone_weights["tone"]
    assert tone["bad"][0] > tone["bad"][1]
    assert tone["good"][1] > tone["good"][0]
    assert tone["direct object of bad"][0] > 0 < tone["direct object of good"][1]


def test_of_a_text_without_stops_the_nearest_words_are_weighed() -> None:
    text = "hero " * 60 + "Ito " + "hero " * 60
    span = Span(text.index("Ito"), text.index("Ito") + 3)
    far = text.replace("hero", "liar", 20)
    assert score_by_name(text, span) == pytest.approx(score(TargetModel(LEXICONS), text, span))
    near_only = [
        find_mentions(each, [Span(each.index("Ito"), each.index("Ito") + 3)], LEXICONS)[0]
        for each in (text, far)
    ]
    assert near_only[0]
    assert near_only[1]
    bad = [
        find_features(*mention, LEXICONS.frames).get(("tone", "bad before"), 0.0)
        for mention in near_only
        if mention
    ]
    assert bad == [0.0, 0.0]
