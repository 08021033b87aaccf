"""What is kept and what is said hold for whatever is given: names, zooms, choices, numbers."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray

from desktop.core.model.analyses import Rate
from desktop.core.model.articles import Published
from desktop.core.model.comparisons import Place
from desktop.core.model.spans import Span
from desktop.ui.dates import date_label
from desktop.ui.selection import Selection
from desktop.ui.session import Session
from desktop.ui.theme import Theme
from desktop.ui.words import (
    counted,
    date_or_not_stated,
    in_marks,
    rate_sentence,
    tone_number,
    tone_word,
    too_little_text,
)
from tests.desktop.ui.emitted import emitted

NAMES = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=40)
PLACES = st.builds(
    Place, st.sampled_from(["a", "b"]), st.builds(Span, st.just(0), st.integers(1, 3))
)
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


@given(NAMES, NAMES, NAMES, st.binary(max_size=60))
def test_whatever_a_name_holds_it_comes_back_at_the_next_start(
    library: str, page: str, look: str, state: bytes
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "own", "window.ini")
        session = Session(path)
        session.library, session.page, session.look = library, page, look
        session.keep_state("library panes", QByteArray(state))
        session.sync()
        again = Session(path)
        assert (again.library, again.page, again.look) == (library, page, look)
        assert again.state("library panes") == QByteArray(state)


@given(st.floats(0.8, 2.0))
def test_a_zoom_that_is_kept_is_the_one_in_use_at_the_next_start(zoom: float) -> None:
    with tempfile.TemporaryDirectory() as folder:
        session = Session(Path(folder, "window.ini"))
        session.zoom = zoom
        session.sync()
        kept = Session(Path(folder, "window.ini")).zoom
        assert kept == pytest.approx(zoom, abs=0.0051)
        session.zoom = kept
        assert session.zoom == kept


@pytest.mark.parametrize("kept", ["nan", "inf", "-3", "1e9", "", "1,25", "²"])
def test_a_zoom_that_is_none_leaves_a_window_of_a_size_one_can_use(
    tmp_path: Path, kept: str
) -> None:
    path = tmp_path / "window.ini"
    path.write_text(f"[General]\nzoom={kept}\n", "utf-8")
    made = Theme()
    made.use(zoom=Session(path).zoom)
    assert 0.8 <= made.zoom <= 2.0


@given(st.lists(st.lists(PLACES, max_size=3), max_size=8))
def test_a_choice_is_told_exactly_as_often_as_it_changes(choices: list[list[Place]]) -> None:
    selection = Selection()
    told, held, changes = emitted(selection.changed), (), 0
    for places in choices:
        changes += tuple(places) != held
        held = tuple(places)
        selection.choose(places)
        assert selection.places == held
        assert len(told) == changes
    selection.clear()
    assert selection.places == ()
    assert len(told) == changes + bool(held)


@pytest.mark.parametrize(
    ("value", "number", "word"),
    [
        (0.05, "+0.05", "favorable"),
        (0.0499, "+0.05", "near neutral"),
        (-0.05, "−0.05", "critical"),
        (-0.0499, "−0.05", "near neutral"),
        (0.0051, "+0.01", "near neutral"),
        (-0.0049, "0.00", "near neutral"),
        (1.0, "+1.00", "favorable"),
        (-1.0, "−1.00", "critical"),
    ],
)
def test_a_tone_at_its_limits(value: float, number: str, word: str) -> None:
    assert (tone_number(value), tone_word(value)) == (number, word)


@given(st.floats(-1, 1))
def test_the_other_way_round_a_tone_is_as_strong_and_its_word_the_opposite(value: float) -> None:
    opposite = {"critical": "favorable", "favorable": "critical", "near neutral": "near neutral"}
    assert tone_word(-value) == opposite[tone_word(value)]
    assert tone_number(-value).strip("+−") == tone_number(value).strip("+−")


@given(st.text(max_size=12))
def test_words_are_put_into_marks_once_and_stay_as_they_are(words: str) -> None:
    shown = in_marks(words)
    assert words in shown
    assert in_marks(shown) == shown
    assert len(shown) - len(words) in (0, 2)


@given(st.dates())
def test_a_day_can_be_read_back(date: object) -> None:
    year, month, day = map(int, str(date).split("-"))
    said = date_or_not_stated(Published(year, month, day))
    assert date_label(Published(year, month, day)) == said
    stated_day, stated_month, stated_year = said.split(" ")
    assert (int(stated_year), MONTHS.index(stated_month) + 1, int(stated_day)) == (year, month, day)


def test_nothing_counted_is_said_in_the_plural_and_a_rate_of_nothing_is_a_rate() -> None:
    assert counted(0, "article", "articles") == "0 articles"
    assert rate_sentence(Rate(0.0, 0, 300, 0.0, 1.2)) == (
        "0 in 300 words, 0.0 per 100, range 0.0 to 1.2"
    )
    assert rate_sentence(Rate(None, 0, 0)) == too_little_text(Rate(None, 0, 0))
    assert rate_sentence(Rate(1.0, 1, 100, 0.5, None)) == "1 in 100 words, 1.0 per 100"
