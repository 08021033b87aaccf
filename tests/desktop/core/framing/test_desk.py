"""The number desk shows what each figure counts, and sets against each other only what can be."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.model.details import DeskFigure, FigureDesk, FigureRelation
from tests.desktop.core.made_up import detailed, event_of


def desk_of(**texts: str) -> FigureDesk:
    return detailed(*event_of(**texts)).figures


def only(text: str) -> DeskFigure:
    (figure,) = desk_of(Daily=text).figures
    return figure


def relations(desk: FigureDesk) -> list[FigureRelation]:
    return [group.relation for group in desk.groups]


def test_a_figure_has_thing_scope_period_and_source() -> None:
    figure = only("Mayor Ana Costa said that about 40 boats sank near Bergen on Monday.")

    assert (figure.value, figure.counts, figure.modifier) == (40, "boats", "about")
    assert (figure.scope, figure.period, figure.source) == ("Bergen", "on Monday", "Ana Costa")


def test_a_figure_in_own_voice_has_no_source() -> None:
    assert only("About 40 boats sank near Bergen.").source is None


def test_a_measure_speaks_of_what_is_measured() -> None:
    assert only("The new ferry was towed for 90 km before the storm.").scope == "new ferry"


def test_a_place_before_the_number_is_its_scope_where_none_follows() -> None:
    assert only("A fire in Bergen left three people dead.").scope == "Bergen"


def test_a_month_before_the_number_is_no_scope() -> None:
    assert only("A fire in March left three people dead.").scope == ""


def test_one_figure_in_two_texts_is_the_same_figure() -> None:
    text = "Police said 40 boats sank near Bergen."

    assert relations(desk_of(Daily=text, Post=text)) == [FigureRelation.SAME]


def test_two_values_for_one_place_are_different_figures() -> None:
    desk = desk_of(
        Daily="Police said 40 fishing boats sank near Bergen in the storm.",
        Post="Police said 55 fishing boats sank near Bergen in the storm.",
    )

    assert relations(desk) == [FigureRelation.DIFFERENT]


def test_two_values_told_of_two_days_do_not_contradict() -> None:
    desk = desk_of(
        Daily="Police said 40 fishing boats sank near Bergen on Monday.",
        Post="Police said 55 fishing boats sank near Bergen on Friday.",
    )

    assert FigureRelation.DIFFERENT not in relations(desk)


def test_a_text_that_has_both_values_does_not_contradict_another() -> None:
    both = "Police said 40 fishing boats sank near Bergen in the storm and 55 fishing boats in all."
    desk = desk_of(Daily=both, Post="Police said 55 fishing boats sank near Bergen in the storm.")

    assert FigureRelation.DIFFERENT not in relations(desk)


def test_a_rounded_value_is_the_same_figure() -> None:
    desk = desk_of(
        Daily="Police said about 400 fishing boats sank near Bergen in the storm.",
        Post="Police said 395 fishing boats sank near Bergen in the storm.",
    )

    assert relations(desk) == [FigureRelation.SAME]


def test_a_bound_that_the_other_keeps_is_no_conflict() -> None:
    desk = desk_of(
        Daily="Police said at least 40 fishing boats sank near Bergen in the storm.",
        Post="Police said 55 fishing boats sank near Bergen in the storm.",
    )

    assert relations(desk) == [FigureRelation.SAME]


def test_a_number_with_fewer_digits_is_the_rounder_one() -> None:
    desk = desk_of(
        Daily="Police said 11.5 million documents are in the archive of Bergen.",
        Post="Police said 11 million documents are in the archive of Bergen.",
    )

    assert relations(desk) == [FigureRelation.SAME]


def test_two_measures_of_nothing_stated_do_not_contradict() -> None:
    desk = desk_of(
        Daily="The rescue of the boats near Bergen took three hours in the storm.",
        Post="The rescue of the boats near Bergen took seven hours in the storm.",
    )

    assert FigureRelation.DIFFERENT not in relations(desk)


def test_what_has_no_scope_never_stands_against_what_has_one() -> None:
    desk = desk_of(
        Daily="Police said 40 fishing boats sank near Bergen in the storm.",
        Post="Police said 55 fishing boats sank in the storm.",
    )

    assert FigureRelation.DIFFERENT not in relations(desk)


def test_other_things_counted_make_no_group() -> None:
    desk = desk_of(Daily="Police counted 40 boats near Bergen.", Post="Police saw 55 cows there.")

    assert desk.groups == ()


def test_a_vague_word_is_listed_and_has_no_value() -> None:
    figure = only("Thousands of sailors are in Bergen.")

    assert figure.value is None
    assert figure.counts == "sailors"


def test_a_conversion_of_money_is_marked() -> None:
    desk = desk_of(Daily="The pier cost €10 million ($11 million) to build.")

    assert [figure.is_conversion for figure in desk.figures] == [False, True]


def test_two_measures_in_a_row_are_no_conversion() -> None:
    desk = desk_of(Daily="The pier is 90 meters, 40 feet and 12 tons in all.")

    assert not any(figure.is_conversion for figure in desk.figures)


def test_a_number_that_counts_nothing_is_listed_as_unparsed() -> None:
    text = "The vote ended at 52.5 in the hall. It began on May 3, 2024 with Airbus 320 overhead."
    desk = desk_of(Daily=text)

    assert [place.span.of(text) for place in desk.unparsed] == ["52.5"]


@given(st.text(alphabet="0123456789,.$€% abkm()-\n", max_size=80))
@settings(max_examples=50, deadline=None)
def test_any_numbers_give_places_of_the_text(text: str) -> None:
    desk = desk_of(Daily=text + " boats", Post="40 boats " + text)

    for place in (*(figure.place for figure in desk.figures), *desk.unparsed):
        assert place.article in {"Daily", "Post"}
    assert all(max(group.members) < len(desk.figures) for group in desk.groups)
