"""The text that a page states for machines, and how words are compared with it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.ingest.page_witness import find_witness, squeeze
from desktop.ingest.pages import parse_page

TEXT = "Der Rat sperrte die alte Brücke am Freitag, nachdem Risse gefunden wurden. " * 4


def witness(*values: object, kind: str = "application/ld+json") -> str:
    scripts = "".join(
        f'<script type="{kind}">{json.dumps(value, ensure_ascii=False)}</script>'
        for value in values
    )
    return find_witness(parse_page(f"<html><head>{scripts}</head><body><p>x</p></body></html>"))


@pytest.mark.parametrize("kind", ["application/ld+json", "application/json", "APPLICATION/LD+JSON"])
def test_data_for_machines_is_a_witness(kind: str) -> None:
    assert witness({"articleBody": TEXT}, kind=kind) == TEXT


@pytest.mark.parametrize("kind", ["text/javascript", "module", ""])
def test_a_program_is_no_witness(kind: str) -> None:
    assert witness({"articleBody": TEXT}, kind=kind) == ""


def test_the_longest_of_several_texts_is_the_witness() -> None:
    values = {"@graph": [{"articleBody": TEXT}, {"x": {"articleBody": TEXT + TEXT}}]}
    assert witness({"articleBody": "short"}, values) == TEXT + TEXT


@pytest.mark.parametrize("length", [0, 199, 200_001])
def test_a_text_too_short_or_too_long_to_be_compared_is_none(length: int) -> None:
    assert witness({"articleBody": "x" * length}) == ""


def test_markup_in_a_stated_text_is_no_part_of_it() -> None:
    stated = witness({"articleBody": f"<p class='a'>{TEXT}</p><br/>A &amp; B &lt;"})
    assert squeeze(stated) == squeeze(f"{TEXT} A & B")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("It's — here!", "its here"),
        ("Straße", "STRASSE"),
        ("«Le pont»", "le pont"),
        ("a_b", "ab"),
        ("Σίσυφος", "σίσυφοσ"),
    ],
)
def test_blanks_marks_and_case_do_not_matter(left: str, right: str) -> None:
    assert squeeze(left) == squeeze(right)


@given(st.text(max_size=40), st.text(max_size=40))
def test_squeezing_two_texts_is_squeezing_them_together(left: str, right: str) -> None:
    assert squeeze(left) + squeeze(right) == squeeze(left + right)
    assert not any(sign.isspace() for sign in squeeze(left))
