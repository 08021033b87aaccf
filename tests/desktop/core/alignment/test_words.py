"""Words are compared by stems, names without their spelling, figures without their commas."""

from __future__ import annotations

import pytest

from desktop.core.alignment.words import content_words, key_of, name_keys, rarity_of, weigh_keys
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

    assert set(content_words(text, Span(0, len(text)), LEXICONS)) == {"dike", "river", "broken"}


def test_a_figure_is_rare() -> None:
    assert rarity_of(find_tokens("300")[0], LEXICONS) > rarity_of(find_tokens("said")[0], LEXICONS)


def test_a_capital_at_the_start_of_a_sentence_makes_no_name() -> None:
    text = "Dikes in Torgau broke."

    assert name_keys(text, [Span(0, len(text))]) == {"torgau"}


def test_words_of_many_sentences_and_names_weigh_less() -> None:
    weights = weigh_keys(
        [{"dike": 5.0, "sand": 5.0, "torgau": 5.0}, {"dike": 5.0}], frozenset({"torgau"})
    )

    assert weights["sand"] > weights["dike"]
    assert weights["sand"] > weights["torgau"]
