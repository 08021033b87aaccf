"""Numbers that count, with value, unit, thing counted and place; other numbers stay out."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.model.analyses import Figure
from desktop.core.text.figures import find_figures
from tests.desktop.core.made_up import sentences_of
from tests.desktop.core.strategies import ANY_TEXT


def figures(text: str) -> tuple[Figure, ...]:
    return find_figures(text, sentences_of(text))


def only(text: str) -> Figure:
    (figure,) = figures(text)
    return figure


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        ("12 boats", 12, ""),
        ("1,250 boats", 1250, ""),
        ("1,250,000 boats", 1_250_000, ""),
        ("2.5 million boats", 2_500_000, ""),
        ("3 thousand boats", 3000, ""),
        ("4bn boats", 4e9, ""),
        ("forty boats", 40, ""),
        ("forty-two boats", 42, ""),
        ("three hundred boats", 300, ""),
        ("two dozen boats", 24, ""),
        ("12 %", 12, "%"),
        ("12%", 12, "%"),
        ("12 percent", 12, "%"),
        ("12.5 per cent", 12.5, "%"),
        ("$12", 12, "$"),
        ("€3.5 million", 3_500_000, "€"),
        ("£40", 40, "£"),
        ("US$40", 40, "US$"),
        ("15 km", 15, "km"),
        ("15 kilometers", 15, "kilometers"),
        ("40 hours", 40, "hours"),
        ("40 voters", 40, "persons"),
        ("40 people", 40, "persons"),
    ],
)
def test_a_number_in_figures_or_words_has_its_value_and_unit(
    words: str, value: float, unit: str
) -> None:
    figure = only(f"The island counted {words} then.")
    assert figure.value is not None
    assert math.isclose(figure.value, value)
    assert figure.unit == unit


@pytest.mark.parametrize(
    ("words", "modifier"),
    [
        ("about 40 boats", "about"),
        ("more than 40 boats", "more than"),
        ("At least 40 boats", "at least"),
        ("nearly $40", "nearly"),
        ("up to 40 boats", "up to"),
        ("an estimated 40 boats", "an estimated"),
        ("as many as 40 boats", "as many as"),
        ("40 boats", ""),
    ],
)
def test_a_rounding_word_belongs_to_the_figure(words: str, modifier: str) -> None:
    text = f"{words[:1].upper()}{words[1:]} went out to sea."
    figure = only(text)
    assert figure.modifier == modifier
    assert figure.span.of(text).lower().startswith(modifier)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("They saw 40 white fishing boats.", "white fishing boats"),
        ("They saw 40 of the boats.", "boats"),
        ("They saw 40 Norwegian sailors in the port.", "Norwegian sailors"),
        ("They saw 40 boats and some birds.", "boats"),
        ("Some 40 residents were moved.", "residents"),
        ("It cost $40.", ""),
    ],
)
def test_what_is_counted_ends_with_its_noun(text: str, counts: str) -> None:
    assert only(text).counts == counts


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("They saw 40 boats in Visby.", "Visby"),
        ("They saw 40 boats near the Baltic Sea.", "Baltic Sea"),
        ("They saw 40 boats across Iceland’s coast.", "Iceland"),
        ("They saw 40 boats.", ""),
        ("They saw 40 boats in the morning.", ""),
    ],
)
def test_the_scope_is_a_place_with_a_name(text: str, scope: str) -> None:
    assert only(text).scope == scope


@pytest.mark.parametrize("words", ["Dozens of boats", "Hundreds of boats", "Thousands of boats"])
def test_vague_numbers_count_without_a_value(words: str) -> None:
    figure = only(f"{words} went out.")
    assert (figure.value, figure.counts) == (None, "boats")


@pytest.mark.parametrize(
    "text",
    [
        "The tower was built in 1884.",
        "It closed on June 4, 2022.",
        "It closed on 4 June.",
        "It opens at 9 a.m. and closes at 17:30.",
        "Nils Berg, 52, built it.",
        "Maja Holm (47) painted it.",
        "They came by Airbus 320 and by Route 66.",
        "It is No. 7 on the list.",
        "The vote ended 7:2 in their favor.",
        "One of them left.",
        "Call 555-0142 now.",
        "The B-2 and the Type-42 are old.",
        "Read more in chapter 3.2.1 of it.",
    ],
)
def test_years_dates_times_ages_and_names_count_nothing(text: str) -> None:
    assert figures(text) == ()


def test_two_figures_of_one_sentence_stand_in_order_with_its_number() -> None:
    found = figures("Nobody came. Then 40 boats and 12 birds came.")
    assert [(each.value, each.counts, each.sentence) for each in found] == [
        (40, "boats", 2),
        (12, "birds", 2),
    ]


@given(st.integers(2, 999_999_999))
def test_a_whole_number_is_read_with_and_without_separators(number: int) -> None:
    plain, grouped = only(f"It counted {number} %."), only(f"It counted {number:,} %.")
    assert plain.value == grouped.value == number


@given(ANY_TEXT)
def test_figures_of_any_text_stand_in_their_sentence_and_have_finite_values(text: str) -> None:
    sentences = sentences_of(text)
    end = 0
    for figure in find_figures(text, sentences):
        assert sentences[figure.sentence - 1].span.covers(figure.span)
        assert figure.span.start >= end
        assert figure.value is None or math.isfinite(figure.value)
        assert figure.unit or figure.counts
        end = figure.span.end
