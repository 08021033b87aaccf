"""Rare words, names and figures weigh most, and vectors have length one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.events import likeness as module
from desktop.core.events.likeness import cosines
from desktop.core.events.vectors import Vector, term_rarity, to_vectors
from desktop.core.model.articles import Article, Metadata, Stated
from desktop.services.lexicons import load_lexicons

LEXICONS = load_lexicons()


def to_vector(article: Article) -> Vector:
    return to_vectors([article], LEXICONS)[0]


def test_a_rare_word_weighs_more_than_a_common_one_and_a_function_word_nothing() -> None:
    assert term_rarity("armistice", LEXICONS) > term_rarity("minister", LEXICONS) > 0
    assert term_rarity("the", LEXICONS) == 0


def test_a_figure_weighs_more_than_a_year_or_a_day() -> None:
    assert term_rarity("8,000", LEXICONS) > term_rarity("2024", LEXICONS)
    assert term_rarity("8,000", LEXICONS) > term_rarity("12", LEXICONS)


def test_words_written_with_a_capital_inside_the_text_are_names() -> None:
    vector = to_vector(Article("a", "Tides rise. In Torgau tides rise, and Torgau waits."))

    assert "torgau" in vector.names
    assert "tides" not in vector.names


@pytest.mark.parametrize(
    ("text", "is_name"),
    [
        ("Ships came. Harbor lights went out.", False),  # it only opens a sentence
        ("It is the Harbor. Harbor lights went out.", True),
        ("It is the Harbor, the harbor.", False),  # as often without
        ("The Harbor's end. At the Harbor now.", True),
    ],
)
def test_a_name_has_its_capital_more_often_than_not_inside_sentences(
    text: str, is_name: bool
) -> None:
    (vector,) = to_vectors([Article("a", f"One line\n{text}")], load_lexicons())
    assert ("harbor" in vector.names) is is_name


def test_the_title_adds_to_a_word() -> None:
    plain = to_vector(Article("a", "Dikes broke near villages."))
    titled = Article("a", "Dikes broke near villages.", Metadata(title=Stated("Dikes")))

    assert to_vector(titled).weights["dikes"] > plain.weights["dikes"]


def test_common_words_of_many_articles_still_add_to_the_cosine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = ["dikes broke near Torgau", "dikes broke near Mainz", "dikes held near Torgau"]
    made = [to_vector(Article(text, text)) for text in texts]
    exact = cosines(made)

    monkeypatch.setattr(module, "_RARE_ENOUGH", 2)

    assert cosines(made)[0, 2] == pytest.approx(exact[0, 2])


@given(st.text())
def test_a_vector_has_length_one_or_none(text: str) -> None:
    weights = to_vector(Article("a", text)).weights

    assert not weights or sum(value * value for value in weights.values()) > 0.3
    assert all(value > 0 for value in weights.values())


@given(st.lists(st.text("abcdefg ", min_size=1), max_size=6))
def test_a_cosine_lies_between_nothing_and_one(texts: list[str]) -> None:
    made = [to_vector(Article(str(n), text)) for n, text in enumerate(texts)]

    assert all(0 < value < 1.0001 for value in cosines(made).values())
