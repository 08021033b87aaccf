"""Words are compared by stems, names without their spelling, figures without their commas."""

from __future__ import annotations

import pytest

from desktop.core.alignment.words import (
    content_key,
    content_words,
    key_of,
    name_keys,
    rarity_of,
    weigh_keys,
)
from desktop.core.model.spans import Span
from desktop.core.text.tokens import find_tokens
from desktop.services.lexicons import load_lexicons

LEXICONS = load_lexicons()


def key(word: str) -> str:
    return key_of(find_tokens(word)[0])


@pytest.mark.parametrize(
    ("one", "other"),
    [("Zelenskyy", "Zelensky’s"), ("8,000", "8000"), ("strikes", "striking"), ("dike", "dikes")],
)
def test_forms_of_one_word_share_a_key(one: str, other: str) -> None:
    assert key(one) == key(other)


def test_function_words_are_no_content() -> None:
    text = "The dike at the river was broken."

    assert set(content_words(text, Span(0, len(text)), LEXICONS)) == {"dike", "river", "~break"}


def test_a_figure_is_rare() -> None:
    assert rarity_of(find_tokens("300")[0], LEXICONS) > rarity_of(find_tokens("said")[0], LEXICONS)


def test_a_capital_at_the_start_of_a_sentence_makes_no_name() -> None:
    text = "Dikes in Torgau broke."

    assert name_keys(text, [Span(0, len(text))]) == {"torgau"}


def test_words_of_many_sentences_weigh_less() -> None:
    weights = weigh_keys([{"dike": 5.0, "sand": 5.0}, {"dike": 5.0}])

    assert weights["sand"] > weights["dike"] > 0


def test_a_word_of_every_sentence_weighs_next_to_nothing_in_a_large_event() -> None:
    weights = weigh_keys([{"dike": 5.0, f"word{at}": 5.0} for at in range(1000)])

    assert weights["dike"] < 0.01 < weights["word1"]


def content(word: str) -> str:
    return content_key(find_tokens(word)[0])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("stolen", "theft"), ("quake", "earthquake"), ("Troops", "troops"), ("Killed", "kills"),
        ("bought", "purchases"), ("won", "victory"), ("Zelenskiy’s", "Zelenskyy"),
        ("mum", "Mother"), ("8,000", "8000"), ("injured", "hurt"), ("fled", "escaped"),
    ],
)  # fmt: skip
def test_words_for_one_thing_are_one_word_of_a_statement(one: str, other: str) -> None:
    assert content(one) == content(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("charged", "convicted"), ("wounded", "killed"), ("rose", "fell"), ("won", "lost"),
        ("accepted", "rejected"), ("Iran", "Iraq"), ("soldiers", "officers"), ("8", "80"),
        ("bought", "sold"), ("refused", "denied"), ("fired", "dismissed"),
    ],
)  # fmt: skip
def test_words_that_assert_different_things_stay_apart(one: str, other: str) -> None:
    assert content(one) != content(other)
