"""The grid has the words that answer and their sentence; what a text does not say stays empty."""

from __future__ import annotations

from hypothesis import given, settings

from desktop.core.model.details import FiveW
from tests.desktop.core.made_up import detailed, event_of
from tests.desktop.core.strategies import ANY_TEXT

TEXT = (
    "Mayor closes harbor road in Porto\n\n"
    "Mayor Ana Costa closed the harbor road in Porto on Friday because of cracks in the bridge. She"
    " posted the news on Facebook. Workers will mend it by pouring new concrete.\n\n"
    "“We had to act because the bridge was old,” Costa said."
)


def row_of(text: str) -> FiveW:
    (row,) = detailed(*event_of(Daily=text)).five_w
    return row


def words(text: str, cell: str) -> list[str]:
    return [answer.place.span.of(text) for answer in getattr(row_of(text), cell)]


def test_who_is_named_with_the_title() -> None:
    assert words(TEXT, "who") == ["Mayor Ana Costa"]


def test_what_is_the_headline_and_the_first_sentence_of_the_body() -> None:
    first, second = words(TEXT, "what")

    assert first == "Mayor closes harbor road in Porto"
    assert second.startswith("Mayor Ana Costa closed")


def test_when_is_the_day() -> None:
    assert words(TEXT, "when") == ["on Friday"]


def test_where_has_places_and_channels() -> None:
    assert words(TEXT, "where") == ["in Porto", "on Facebook"]


def test_why_is_a_clause_outside_marks() -> None:
    assert words(TEXT, "why") == ["because of cracks in the bridge"]


def test_how_is_a_clause_too() -> None:
    assert words(TEXT, "how") == ["by pouring new concrete"]


def test_every_answer_stands_in_its_sentence() -> None:
    row = row_of(TEXT)

    for cell in (row.who, row.what, row.when, row.where, row.why, row.how):
        assert all(each.sentence.span.covers(each.place.span) for each in cell)


def test_what_is_not_said_is_empty() -> None:
    row = row_of("The road is closed and the bridge is old.")

    assert (row.when, row.where, row.why, row.how) == ((), (), (), ())


def test_a_month_after_in_is_no_place() -> None:
    assert words("The road was closed in September near the pier.", "where") == []


def test_an_adjective_after_in_is_no_place() -> None:
    assert words("The boats sank in Norwegian waters.", "where") == []


def test_vague_times_answer_where_no_day_is_told() -> None:
    assert words("In recent days the road was closed.", "when") == ["In recent days"]


@given(ANY_TEXT)
@settings(max_examples=30, deadline=None)
def test_any_text_has_a_row(text: str) -> None:
    row = row_of(text)

    assert row.article == "Daily"
    assert all(answer.place.span.end <= len(text) for answer in (*row.when, *row.where, *row.why))
