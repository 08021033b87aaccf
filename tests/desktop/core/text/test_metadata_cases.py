"""What a text states of itself, and nothing more."""

from __future__ import annotations

import pytest
from hypothesis import given

from desktop.core.model.articles import Metadata, Origin
from desktop.core.text.blocks import find_blocks
from desktop.core.text.dates import find_dates, is_date_line
from desktop.core.text.lines import plain_text
from desktop.core.text.metadata import find_metadata
from tests.desktop.core.strategies import ANY_TEXT

HEADLINE = "Island council to reopen the northern lighthouse"
BODY = (
    "The council of the island voted on Monday to open the lighthouse to visitors again.",
    "It was closed on June 4, 2020 after a storm had torn away its iron staircase.",
    "A new staircase made of oak will be ready in August, the builder Nils Berg said.",
)


def stated(*lines: str) -> Metadata:
    text = "\n".join(lines)
    return find_metadata(text, find_blocks(text))


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Maja Holm", ("Maja Holm",)),
        ("by Maja Holm and Nils Berg", ("Maja Holm", "Nils Berg")),
        ("BY MAJA HOLM", ("MAJA HOLM",)),
        ("By Maja Holm | June 4, 2022", ("Maja Holm",)),
        ("By Maja Holm, Political Correspondent", ("Maja Holm",)),
        ("Maja Holm, Staff Writer", ("Maja Holm",)),
        ("Text by Åsa Öberg", ("Åsa Öberg",)),
        ("By Jan van der Meer", ("Jan van der Meer",)),
        ("By Maja Holm for the Island Courier", ("Maja Holm",)),
        ("By Maja Holm, Reuters", ("Maja Holm",)),
    ],
)
def test_a_byline_gives_names_alone(line: str, authors: tuple[str, ...]) -> None:
    assert stated(HEADLINE, line, *BODY).authors.value == authors


@pytest.mark.parametrize(
    "line",
    [
        "Editing by Nils Berg",
        "Additional reporting by Nils Berg in Visby",
        "By sea and by land",
        "By August it will open",
    ],
)
def test_editors_helpers_and_sentences_are_no_authors(line: str) -> None:
    assert stated(HEADLINE, line, *BODY).authors.value is None


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("June 4, 2022", "2022-06-04"),
        ("4 June 2022", "2022-06-04"),
        ("Saturday, 4 June 2022 10:15 CET", "2022-06-04T10:15+01:00"),
        ("Published June 4, 2022 at 10:15 p.m. EST", "2022-06-04T22:15-05:00"),
        ("2022-06-04", "2022-06-04"),
        ("By Maja Holm | June 4, 2022", "2022-06-04"),
    ],
)
def test_a_publication_line_gives_the_date_as_precisely_as_it_says(line: str, iso: str) -> None:
    published = stated(HEADLINE, line, *BODY).published
    assert published.value is not None
    assert (published.value.iso, published.origin) == (iso, Origin.TEXT)


@pytest.mark.parametrize("line", ["June 4", "Saturday", "04/06/2022", "10:15", "June 2022"])
def test_a_date_that_leaves_something_open_is_not_completed(line: str) -> None:
    assert stated(HEADLINE, line, *BODY).published.value is None


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("© 2022 Island Courier Times. All rights reserved.", "Island Courier Times"),
        ("Maja Holm is a reporter at the Island Herald.", "the Island Herald"),
        ("Maja Holm is a reporter for Harbor News, follow her on Twitter @maja.", "Harbor News"),
    ],
)
def test_an_outlet_is_named_by_its_copyright_or_by_a_bio(line: str, outlet: str) -> None:
    found = stated(HEADLINE, *BODY, line).outlet
    assert found.value == outlet
    assert found.confidence == 0.8


@pytest.mark.parametrize(
    ("lines", "agency"),
    [
        ((HEADLINE, "Reuters", *BODY), "Reuters"),
        ((HEADLINE, "With inputs from AFP", *BODY), "AFP"),
        ((HEADLINE, f"VISBY (AP) — {BODY[0]}", *BODY[1:]), "AP"),
        ((HEADLINE, *BODY, "Reuters said nothing of the tower and its keepers."), None),
        ((HEADLINE, "The tower. Photo: AP", *BODY), None),
    ],
)
def test_an_agency_is_credited_by_a_line_or_a_dateline(
    lines: tuple[str, ...], agency: str | None
) -> None:
    assert stated(*lines).agency.value == agency


def test_the_url_and_the_language_are_never_read_into_the_text() -> None:
    found = stated(HEADLINE, "https://example.org/tower", *BODY)
    assert found.url.value is None


@pytest.mark.parametrize(
    ("text", "isos"),
    [
        ("4 June 2022, 00:00 UTC", ["2022-06-04T00:00+00:00"]),
        ("June 4, 2022 12:00 am", ["2022-06-04T00:00"]),
        ("June 4, 2022 12:00 pm", ["2022-06-04T12:00"]),
        ("June 4, 2022 11:59 PM", ["2022-06-04T23:59"]),
        ("2022-06-04T10:15:30+05:45", ["2022-06-04T10:15+05:45"]),
        ("4 June 2022 10:15 ET", ["2022-06-04T10:15"]),
        ("1 Jan 2022 and 31 Dec 2023", ["2022-01-01", "2023-12-31"]),
        ("the 4th of June 2022", ["2022-06-04"]),
        ("June 31, 2022", []),
        ("February 29, 2000; February 29, 1900", ["2000-02-29"]),
        ("40 June 2022", []),
        ("June 4, 20222", []),
        ("Maybe 4, 2022", []),
    ],
)
def test_dates_are_those_of_the_calendar(text: str, isos: list[str]) -> None:
    assert [date.published.iso for date in find_dates(text)] == isos


def test_dates_are_sought_between_two_offsets_only() -> None:
    text = "1 Jan 2022 and 31 Dec 2023"
    (date,) = find_dates(text, 11)
    assert date.span.of(text) == "31 Dec 2023"
    assert list(find_dates(text, 0, 9)) == []


@given(ANY_TEXT)
def test_what_any_text_states_stands_in_it_where_the_evidence_says(text: str) -> None:
    found = find_metadata(text, find_blocks(text))

    for field in (found.title, found.outlet, found.agency):
        assert (field.value is None) == (field.evidence is None)
        if field.evidence is not None:
            assert plain_text(field.evidence.of(text)) == plain_text(field.value or "")
    for author in found.authors.value or ():
        assert found.authors.evidence is not None
        assert author in found.authors.evidence.of(text)
    if found.published.value is not None:
        assert found.published.evidence is not None
        assert str(found.published.value.day) in found.published.evidence.of(text)


@given(ANY_TEXT)
def test_a_date_line_holds_a_digit_and_is_short(text: str) -> None:
    for line in text.splitlines():
        if is_date_line(line):
            assert any(char.isdigit() for char in line)
            assert len(line) <= 160
