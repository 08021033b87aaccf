"""Ranges, parts of a whole, tallies and figures that go on; numbers of other languages."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.model.analyses import Figure
from desktop.core.text.figures import find_figures
from tests.desktop.core.made_up import sentences_of
from tests.desktop.core.strategies import ANY_TEXT


def figures(text: str, *, is_english: bool = True) -> tuple[Figure, ...]:
    return find_figures(text, sentences_of(text), is_english=is_english)


def counted(text: str, *, is_english: bool = True) -> list[tuple[float | None, str, str]]:
    return [(f.value, f.unit, f.counts) for f in figures(text, is_english=is_english)]


@pytest.mark.parametrize(
    "words",
    ["8 to 12 boats", "8 or 12 boats", "between 8 and 12 boats", "8–12 boats", "8 — 12 boats"],
)
def test_both_ends_of_a_range_count_what_the_last_one_names(words: str) -> None:
    assert counted(f"They saw {words} there.") == [(8, "", "boats"), (12, "", "boats")]


def test_the_lower_end_of_a_range_has_the_unit_of_the_upper_one() -> None:
    assert counted("It grew by 8 to 12 percent.") == [(8, "%", ""), (12, "%", "")]


@pytest.mark.parametrize(
    ("words", "share"),
    [
        ("one in five", 20),
        ("Three out of four", 75),
        ("nine out of every 10", 90),
        ("two-thirds of the", 200 / 3),
        ("a quarter of the", 25),
        ("Half of the", 50),
    ],
)
def test_a_part_of_a_whole_is_one_in_percent(words: str, share: float) -> None:
    (figure,) = figures(f"{words[0].upper()}{words[1:]} voters stayed at home.")
    assert figure.value is not None
    assert math.isclose(figure.value, share)
    assert (figure.unit, figure.counts) == ("%", "voters")


@pytest.mark.parametrize(
    "text",
    [
        "Five in two boats came.",
        "They won 12 in 2023.",
        "They came one in 3 million times.",
        "The vote was 12 to 4 against it.",
        "The vote was 12-4.",
        "A 40-year-old man and a 6-month-old child left.",
        "A man aged 40 left.",
        "The key is 99999999999999999999999999999999999999 here.",
    ],
)
def test_votes_ages_and_keys_are_no_parts_and_count_nothing(text: str) -> None:
    assert [one for one in counted(text) if one[1] == "%" or one[0] in {12, 4, 40, 6}] == []


@pytest.mark.parametrize(
    ("text", "value", "unit", "counts"),
    [
        ("The death toll rose to 45.", 45, "persons", "death toll"),
        ("The toll now stands at 45, they said.", 45, "persons", "toll"),
        ("The number of injured workers reached 45.", 45, "persons", "injured workers"),
        ("The number of boats was 45.", 45, "", "boats"),
    ],
)
def test_a_tally_says_before_the_number_what_it_counts(
    text: str, value: float, unit: str, counts: str
) -> None:
    assert counted(text) == [(value, unit, counts)]


def test_a_number_that_goes_on_counts_what_was_counted_before_it() -> None:
    found = figures("They have 1,200 workers across Sweden and about 300 in Norway, and 7 left.")
    assert [(f.value, f.counts, f.scope, f.modifier) for f in found] == [
        (1200, "workers", "Sweden", ""),
        (300, "workers", "Norway", "about"),
    ]


@pytest.mark.parametrize("words", ["no more than 40", "not more than 40", "no less than 40"])
def test_a_negated_rounding_word_is_one_word(words: str) -> None:
    (figure,) = figures(f"They saw {words} boats.")
    assert figure.modifier == words.removesuffix(" 40")


@pytest.mark.parametrize("words", ["Tens of thousands", "Hundreds of millions", "Scores"])
def test_vague_numbers_of_two_words_are_one_figure(words: str) -> None:
    (figure,) = figures(f"{words} of people came.")
    assert (figure.value, figure.counts) == (None, "people")


def test_thin_and_no_break_blanks_group_digits() -> None:
    assert counted("They saw 40\u202f000 boats and 1\u00a0250 birds.") == [
        (40_000, "", "boats"),
        (1250, "", "birds"),
    ]


def test_a_month_or_a_day_is_no_scope() -> None:
    (figure,) = figures("They saw 40 boats in May near Visby.")
    assert figure.scope == "Visby"


@pytest.mark.parametrize(
    ("text", "value", "unit", "counts"),
    [
        ("Plus de 40 000 soldats sont partis.", 40_000, "", "soldats"),
        ("Rund 40.000 Menschen kamen.", 40_000, "", "Menschen"),
        ("Es kostet 2,3 Milliarden Euro.", 2.3e9, "euro", ""),
        ("Cuesta 3 mil millones de euros.", 3e9, "euros", ""),
        ("Costa 3,5 milioni di euro.", 3.5e6, "euro", ""),
        ("Le prix monte de 12,5 % hier.", 12.5, "%", "hier"),
        ("Der Preis stieg um 12 Prozent.", 12, "%", ""),
        ("Пришли около 8 тысяч солдат.", 8000, "", "солдат"),
        ("Это стоит 3,5 млрд рублей.", 3.5e9, "рублей", ""),
        ("Kosztuje 3 miliony złotych.", 3e6, "złotych", ""),
        ("Unas 2,000,000 personas.", 2_000_000, "", "personas"),
    ],
)
def test_numbers_of_other_languages_are_read_as_they_write_them(
    text: str, value: float, unit: str, counts: str
) -> None:
    ((found, *rest),) = counted(text, is_english=False)
    assert found is not None
    assert math.isclose(found, value)
    assert rest == [unit, counts]


@given(ANY_TEXT, st.booleans())
def test_figures_of_any_text_have_finite_values_and_stand_in_order(
    text: str, is_english: bool
) -> None:
    end = 0
    for figure in figures(text, is_english=is_english):
        assert figure.span.start >= end
        assert figure.value is None or math.isfinite(figure.value)
        assert figure.unit or figure.counts
        end = figure.span.end


@given(st.text(alphabet=st.sampled_from("0123456789 .,-–%\u00a0'oneifvtwhrds"), max_size=60))
def test_rows_of_digits_and_number_words_never_fail(text: str) -> None:
    for is_english in (True, False):
        for figure in figures(f"{text} boats", is_english=is_english):
            assert figure.value is None or math.isfinite(figure.value)
