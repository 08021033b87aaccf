from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.model.articles import Metadata, Origin
from desktop.core.text.blocks import find_blocks
from desktop.core.text.metadata import find_metadata

HEADLINE = "Council votes to close the old harbor bridge"
BODY = (
    "The city council voted on Tuesday to close the old harbor bridge for two years.",
    "Engineers had warned on May 3, 2021 that its steel was too weak for the trams.",
)


def stated(*lines: str) -> Metadata:
    text = "\n\n".join(lines)
    return find_metadata(text, find_blocks(text))


def test_the_headline_is_the_title_with_its_span_as_evidence() -> None:
    title = stated(HEADLINE, *BODY).title
    assert (title.value, title.origin) == (HEADLINE, Origin.TEXT)
    assert title.evidence is not None
    assert title.evidence.start == 0


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Ann Lee", ("Ann Lee",)),
        ("By Ann Lee and Tom Ode", ("Ann Lee", "Tom Ode")),
        ("By Ann Lee, Tom Ode and Eve Cole", ("Ann Lee", "Tom Ode", "Eve Cole")),
        ("By Ann Lee, Staff Writer", ("Ann Lee",)),
        ("Author: Ludwig van Beek | March 2, 2023", ("Ludwig van Beek",)),
        ("Written by Ann Lee for Harbor Weekly", ("Ann Lee",)),
    ],
)
def test_a_byline_names_its_authors(line: str, authors: tuple[str, ...]) -> None:
    assert stated(HEADLINE, line, *BODY).authors.value == authors


def test_a_bio_names_author_and_outlet() -> None:
    text = "\n".join(
        (HEADLINE, *BODY, "Ann Lee is the news editor of Harbor.com, follow her at @ann.")
    )
    found = find_metadata(text, find_blocks(text))
    assert found.authors.value == ("Ann Lee",)
    assert found.outlet.value == "Harbor.com"
    assert found.outlet.evidence is not None
    assert found.outlet.evidence.of(text) == "Harbor.com"
    assert found.outlet.confidence > 0.6


def test_an_outlet_that_a_source_told_is_a_weak_inference() -> None:
    outlet = stated(HEADLINE, *BODY, "Experts told Harbor Times that the bridge is old.").outlet
    assert outlet.value == "Harbor Times"
    assert outlet.confidence == 0.5


@pytest.mark.parametrize(
    "line",
    [
        "Experts told Reuters that the bridge is old.",
        "Experts told Mayor Lee that the bridge is old.",
        "One told Harbor Times, another told The Daily Bridge, that it is old.",
    ],
)
def test_an_agency_a_person_or_two_newspapers_are_no_outlet(line: str) -> None:
    assert stated(HEADLINE, *BODY, line).outlet.value is None


def test_a_date_counts_only_in_a_publication_line() -> None:
    assert stated(HEADLINE, *BODY).published.value is None
    published = stated(
        HEADLINE, "Published - March 02, 2023 06:37 pm IST - LISBON", *BODY
    ).published
    assert published.value is not None
    assert published.value.iso == "2023-03-02T18:37+05:30"


def test_the_date_that_is_labeled_published_goes_before_the_update() -> None:
    published = stated(HEADLINE, "Updated 4 March 2023", "Published 2 March 2023", *BODY).published
    assert published.value is not None
    assert published.value.iso == "2023-03-02"


@pytest.mark.parametrize("line", ["AP", "(Reuters)", "Agence France-Presse"])
def test_a_credit_line_names_the_agency(line: str) -> None:
    assert stated(HEADLINE, line, *BODY).agency.value == line.strip("()")


def test_a_dateline_names_the_agency() -> None:
    assert stated(HEADLINE, f"LISBON, March 2 (Reuters) - {BODY[0]}", BODY[1]).agency.value == (
        "Reuters"
    )


def test_a_photo_credit_names_no_agency_of_the_text() -> None:
    assert stated(HEADLINE, "The bridge | Photo Credit: AP", *BODY).agency.value is None


def test_what_the_text_does_not_state_is_unknown() -> None:
    found = stated("The council voted to close the bridge.")
    fields = (found.title, found.outlet, found.authors, found.published, found.agency)
    assert all(field.value is None and field.origin is Origin.UNKNOWN for field in fields)


@given(
    st.lists(
        st.sampled_from(
            [
                HEADLINE,
                *BODY,
                "By Ann Lee",
                "AP",
                "2 March 2023",
                "© 2023 Harbor Times",
                "By A B, C",
            ]
        )
    ),
    st.sampled_from(["\n", "\r\n\r\n", " "]),
)
def test_evidence_is_the_words_that_state_the_value(lines: list[str], end: str) -> None:
    text = end.join(lines)
    found = find_metadata(text, find_blocks(text))
    for field in (found.title, found.outlet, found.agency):
        if field.value is not None:
            assert field.evidence is not None
            assert field.evidence.of(text) == field.value
