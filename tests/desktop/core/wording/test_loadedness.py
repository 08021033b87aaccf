"""Loadedness of a sentence: hints add up, one clear wording is enough."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.model.analyses import Category, LoadedSpan, Voice
from desktop.core.model.spans import Span
from desktop.core.wording.loadedness import loadedness_without, score_loadedness


def wording(weight: float, voice: Voice = Voice.OWN) -> LoadedSpan:
    return LoadedSpan(Span(0, 1), Category.METAPHOR, weight, voice, "A reason.", None, "id", 1)


WORDINGS = st.lists(st.builds(wording, st.floats(0.01, 1.0), st.sampled_from(Voice)), max_size=6)


def test_one_wording_that_counts_is_enough() -> None:
    assert score_loadedness([wording(0.5)]) == 0.5


def test_hints_add_up() -> None:
    assert score_loadedness([wording(0.3), wording(0.3)]) == pytest.approx(0.51)


def test_words_in_marks_add_nothing_and_indirect_speech_adds_half() -> None:
    assert score_loadedness([wording(0.9, Voice.QUOTED)]) == 0.0
    assert score_loadedness([wording(0.8, Voice.INDIRECT)]) == pytest.approx(0.4)


def test_nothing_is_not_loaded() -> None:
    assert score_loadedness([]) == 0.0


@given(WORDINGS, WORDINGS)
def test_taking_wordings_out_gives_the_score_of_the_rest(
    kept: list[LoadedSpan], gone: list[LoadedSpan]
) -> None:
    whole = score_loadedness([*kept, *gone])
    assert 0.0 <= whole <= 1.0
    assert loadedness_without(whole, gone) == pytest.approx(score_loadedness(kept), abs=1e-3)
