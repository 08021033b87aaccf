from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.model.analyses import Figure
from desktop.core.text.blocks import find_blocks
from desktop.core.text.figures import find_figures
from desktop.core.text.sentences import find_sentences


def figures(text: str) -> tuple[Figure, ...]:
    return find_figures(text, find_sentences(text, find_blocks(text)))


@pytest.mark.parametrize(
    ("text", "value", "unit", "counts", "modifier"),
    [
        ("Some 8,000 northern troops came.", 8000, "persons", "northern troops", "some"),
        ("They lost at least three people.", 3, "persons", "people", "at least"),
        ("It cost $4.2 million to build.", 4_200_000, "$", "", ""),
        ("Prices rose by about 3.5 percent.", 3.5, "%", "", "about"),
        ("It flew more than 1,000 km away.", 1000, "km", "", "more than"),
        ("The river is 92 feet deep.", 92, "feet", "", ""),
        ("Two dozen workers left.", 24, "persons", "workers", ""),
        ("Twenty-one ships sank.", 21, "", "ships", ""),
        ("It took 86 minutes.", 86, "minutes", "", ""),
    ],
)
def test_a_figure_has_value_unit_count_and_rounding(
    text: str, value: float, unit: str, counts: str, modifier: str
) -> None:
    (figure,) = figures(text)
    assert (figure.value, figure.unit) == (value, unit)
    assert (figure.counts, figure.modifier) == (counts, modifier)


def test_a_vague_number_has_no_value() -> None:
    (figure,) = figures("Thousands of angry voters marched.")
    assert figure.value is None
    assert figure.counts == "angry voters"


def test_the_scope_is_the_place_that_follows() -> None:
    (figure,) = figures("About 10,000 soldiers are now in the Kursk region near the border.")
    assert figure.scope == "Kursk region"


@pytest.mark.parametrize(
    "text",
    [
        "He came on September 12 and left on 14 October.",
        "It was founded in 1998.",
        "The talks begin at 10:30 or at 7 p.m. in the hall.",
        "Ann Lee, 47, is a lawyer.",
        "The Boeing 737 and the F-16 landed.",
        "See 3/4 and 10-15.",
        "One of them left, and that one was late.",
        "Call 1.2.3.4 now.",
    ],
)
def test_dates_times_ages_and_names_are_no_figures(text: str) -> None:
    assert figures(text) == ()


def test_the_span_holds_rounding_word_number_and_unit() -> None:
    text = "It rose by about $4.2 million in a week."
    assert [figure.span.of(text) for figure in figures(text)][:1] == ["about $4.2 million"]


def test_a_figure_knows_its_sentence() -> None:
    assert [figure.sentence for figure in figures("Nothing here. Two ships sank.")] == [2]


@given(st.text(alphabet=st.sampled_from("0123456789,.$% aAbout-thousdmilnk\n")))
def test_figures_stand_inside_their_sentences_and_hold_a_number(text: str) -> None:
    sentences = find_sentences(text, find_blocks(text))
    for figure in find_figures(text, sentences):
        assert sentences[figure.sentence - 1].span.covers(figure.span)
        assert any(char.isalnum() for char in figure.span.of(text))
