"""How words of an article are named: as they stand in it, or by their place."""

from __future__ import annotations

from pathlib import Path

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.cli.places import Offsets, Place, in_context, offsets_of
from desktop.core.model.spans import Span

TEXT = "🌊 Ada’s harbor,\nand Bo’s harbor."
MANY = "well " * 20


def test_words_are_found_as_they_were_typed() -> None:
    assert Place("ada's harbor").span_in(TEXT) == Span(2, 14)
    assert Place("harbor, and").span_in(TEXT).of(TEXT) == "harbor,\nand"
    assert Place("harbor", 2).span_in(TEXT) == Span(25, 31)
    assert Place(offsets=Span(0, 1)).span_in(TEXT).of(TEXT) == "🌊"


@pytest.mark.parametrize(
    ("place", "message"),
    [
        (Place(), "Name the words with --words TEXT"),
        (Place("Ada", None, Span(0, 1)), "Name the words with --words TEXT"),
        (Place(None, 2, Span(0, 1)), "--nth chooses among"),
        (Place(" \n"), "--words is empty"),
        (Place("ferry"), "“ferry” does not stand in the article"),
        (Place("\udcff"), "does not stand in the article"),
        (Place("Ada", 2), "“Ada” stands once in the article, so that there is no --nth 2"),
        (Place("harbor", 3), "“harbor” stands 2 times in the article"),
        (Place("harbor"), "  1  8:14  🌊 Ada’s harbor, and Bo’s harbor.\n  2  25:31  "),
        (Place(offsets=Span(0, 99)), "--span 0:99: the text ends at 32"),
    ],
)
def test_what_names_no_one_place_is_refused(place: Place, message: str) -> None:
    with pytest.raises(click.UsageError) as refused:
        place.span_in(TEXT)
    assert message in refused.value.message


def test_of_many_places_the_first_are_listed() -> None:
    with pytest.raises(click.UsageError) as refused:
        Place("well").span_in(MANY)
    lines = refused.value.message.splitlines()
    assert len(lines) == 14
    assert lines[-1] == "  and 8 more"


@pytest.mark.parametrize("typed", ["", "5", "5:", "7:5", "5:5", "-1:5", "1:2:3", "a:b", "٣:٥"])
def test_offsets_that_are_none_are_refused(typed: str) -> None:
    with pytest.raises(click.BadParameter, match="write START:END"):
        Offsets().convert(typed, None, None)


@given(st.integers(0, 10**9), st.integers(1, 10**6))
def test_a_place_is_read_as_it_is_written(start: int, length: int) -> None:
    span = Span(start, start + length)
    assert Offsets().convert(offsets_of(span), None, None) == span


@given(st.text("ab 🌊\n", min_size=1, max_size=120), st.data())
def test_words_in_context_stand_on_one_line(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    shown = in_context(text, span)
    assert "\n" not in shown
    assert " ".join(span.of(text).split()) in shown


def test_the_library_is_not_opened_for_offsets_that_are_none(tmp_path: Path) -> None:
    from desktop.cli.main import run_cli

    missing = str(tmp_path / "missing.crosslight")
    assert run_cli(["correct", "ignore", "a", "--span", "5", "--library", missing]) == 2
    assert run_cli(["correct", "ignore", "a", "--span", "5:6", "--library", missing]) == 3
