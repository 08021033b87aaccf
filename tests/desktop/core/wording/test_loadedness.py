"""Loadedness of a sentence: what wordings add, what the sentence around them changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.model.analyses import (
    Category,
    LoadedSpan,
    Quotation,
    QuotationKind,
    Voice,
)
from desktop.core.model.spans import Span
from desktop.core.model.voices import VoiceMap
from desktop.core.text.tokens import find_tokens
from desktop.core.wording.loadedness import (
    ORDINARY,
    Setting,
    describe_sentence,
    find_setting,
    loadedness_with,
    loadedness_without,
    score_loadedness,
)
from tests.desktop.core.made_up import analyzed
from tests.desktop.core.strategies import ANY_TEXT


def wording(weight: float, voice: Voice = Voice.OWN) -> LoadedSpan:
    return LoadedSpan(Span(0, 1), Category.METAPHOR, weight, voice, "A reason.", None, "id", 1)


def setting_of(text: str) -> Setting:
    """Return the setting of the last sentence of a text."""
    analysis = analyzed(text)
    last = analysis.sentences[-1].span
    tokens = find_tokens(text, last.start, last.end)
    return find_setting(tokens, last, VoiceMap(analysis.quotations))


def loadedness_of(text: str) -> float:
    (sentence,) = analyzed(text).sentences
    return sentence.loadedness


STEPS = st.sampled_from((0.3, 0.5, 0.7, 0.9))
WORDINGS = st.lists(st.builds(wording, STEPS, st.sampled_from(Voice)), max_size=3)
SETTINGS = st.builds(Setting, st.floats(0.0, 80.0), st.integers(0, 5), st.booleans())


def test_one_wording_that_counts_is_enough_in_an_ordinary_sentence() -> None:
    assert score_loadedness([wording(0.5)]) > 0.5


def test_a_hint_alone_is_not_enough_but_two_are() -> None:
    assert score_loadedness([wording(0.3)]) < 0.5 < score_loadedness([wording(0.3), wording(0.3)])


def test_a_wording_that_practically_always_judges_is_nearly_certain() -> None:
    assert score_loadedness([wording(0.9)]) == pytest.approx(0.95, abs=0.005)


def test_the_halfway_between_a_hint_and_a_wording_is_even() -> None:
    assert score_loadedness([wording(0.4)]) == pytest.approx(0.5, abs=0.005)


def test_words_in_marks_add_nothing_and_indirect_speech_adds_half() -> None:
    assert score_loadedness([wording(0.9, Voice.QUOTED)]) == score_loadedness([])
    assert score_loadedness([wording(0.8, Voice.INDIRECT)]) == score_loadedness([wording(0.4)])


def test_a_sentence_without_wordings_is_seldom_loaded_but_not_never() -> None:
    assert 0.0 < score_loadedness([]) < 0.2


def test_a_sentence_all_in_marks_is_not_the_outlets() -> None:
    assert score_loadedness([wording(0.9)], Setting(is_quoted=True)) == 0.0
    first, second = analyzed("“It was late. It is a disgrace,” Aya Ito said.").sentences
    assert first.loadedness == 0.0
    assert 0.0 < second.loadedness < 0.2


def test_a_longer_sentence_has_more_room_for_a_judgment() -> None:
    scores = [score_loadedness([], Setting(words)) for words in (2.0, 10.0, 40.0)]
    assert scores == sorted(set(scores))


def test_a_sentence_that_names_its_source_is_less_loaded() -> None:
    plain, sourced = "The plan is shameful.", "The plan is shameful, according to a report."
    assert loadedness_of(sourced) < loadedness_of(plain)


def test_a_question_of_the_outlet_is_more_loaded_than_one_that_is_quoted() -> None:
    assert setting_of("Why did nobody see it?").asks
    assert not setting_of("“Why did nobody see it?” Aya Ito asked.").asks
    assert not setting_of("Nobody saw it.").asks


def test_marks_take_words_and_sources_away_from_the_outlet() -> None:
    setting = setting_of("“He said that it was late,” Aya Ito said on Monday.")
    assert (setting.words, setting.attributions) == (2.0, 1)


def test_reported_words_count_half() -> None:
    reported = setting_of("Aya Ito said that the council would meet again in the hall.")
    assert 1.0 < reported.words < 11.0
    assert reported.attributions == 1


@pytest.mark.parametrize(
    ("sentence", "other"),
    [
        (
            "Norway has shamefully ignored the treaty.",
            "The United States has shamefully ignored it.",
        ),
        ("Aya Ito slammed the plan.", "Marta Holm-Garcia de la Vega slammed the plan."),
        ("Officials from France met in Paris.", "Officials from South Korea met in Kuala Lumpur."),
    ],
)
def test_names_change_nothing_however_long(sentence: str, other: str) -> None:
    swapped = other.replace("ignored it.", "ignored the treaty.").replace(" de la Vega", "")
    assert loadedness_of(sentence) == loadedness_of(swapped)


def test_more_sources_than_two_change_nothing_more() -> None:
    assert describe_sentence([], Setting(attributions=9)) == describe_sentence(
        [], Setting(attributions=2)
    )


def test_headlines_without_small_letters_have_a_loadedness() -> None:
    assert setting_of("MAYOR SLAMS PLAN IN TOWN").words == 0.0
    assert score_loadedness([wording(0.9)], Setting(0.0)) > 0.5


@given(WORDINGS, WORDINGS)
def test_taking_wordings_out_gives_the_score_of_the_rest(
    kept: list[LoadedSpan], gone: list[LoadedSpan]
) -> None:
    whole = score_loadedness([*kept, *gone])
    assert 0.0 <= whole <= 1.0
    assert loadedness_without(whole, gone) == pytest.approx(score_loadedness(kept), abs=1e-3)


@given(WORDINGS, WORDINGS, SETTINGS)
def test_putting_wordings_in_gives_the_score_of_all(
    there: list[LoadedSpan], new: list[LoadedSpan], setting: Setting
) -> None:
    before = score_loadedness(there, setting)
    assert loadedness_with(before, new) == pytest.approx(
        score_loadedness([*there, *new], setting), abs=1e-3
    )


@given(st.floats(0.0, 1.0))
def test_no_wordings_change_nothing(loadedness: float) -> None:
    assert loadedness_without(loadedness, []) == loadedness
    assert loadedness_with(loadedness, []) == loadedness


@pytest.mark.parametrize("edge", [0.0, 1.0])
def test_what_is_certain_stays_certain(edge: float) -> None:
    assert loadedness_without(edge, [wording(0.5)]) == edge


@given(WORDINGS, SETTINGS, STEPS)
def test_one_more_wording_never_makes_a_sentence_less_loaded(
    wordings: list[LoadedSpan], setting: Setting, weight: float
) -> None:
    more = [*wordings, wording(weight)]
    assert score_loadedness(wordings, setting) <= score_loadedness(more, setting)


@given(ANY_TEXT)
def test_any_text_has_a_loadedness_for_each_sentence(text: str) -> None:
    for sentence in analyzed(text).sentences:
        assert 0.0 <= sentence.loadedness <= 1.0


def test_a_sentence_with_a_great_many_marks_is_read_in_one_go() -> None:
    marks = [Span(place, place + 4) for place in range(0, 27_000, 9)]
    quotations = [Quotation(each, QuotationKind.DIRECT, (each,)) for each in marks]
    text = "“no” and " * 3000
    setting = find_setting(find_tokens(text), Span(0, len(text)), VoiceMap(quotations))
    assert setting == Setting(words=3000.0)


def test_nothing_at_all_is_an_ordinary_sentence() -> None:
    assert score_loadedness([]) == score_loadedness([], ORDINARY)
