"""The passages that the user can speak of, from chosen words and from places."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.analysis.passages import (
    blocks_at,
    chosen_passage,
    known_passages,
    known_speakers,
    markable,
    passage_at,
    quotation_at,
    quoted_passage,
    whole_words,
    wordings_at,
)
from desktop.core.model.analyses import (
    Quotation,
    QuotationKind,
    Speaker,
    StatedVoice,
    Target,
    Voice,
)
from desktop.core.model.spans import Span
from tests.desktop.ui.panels.marked import TEXT, marked_analysis, span_of

SAID = span_of("“utter folly 🎭, all of it”")
REPORTED = span_of("the harbor was hardly safe")
FOLLY = span_of("folly")
QUOTATIONS = (
    Quotation(SAID, QuotationKind.DIRECT, (SAID,), Speaker("Ada Berg"), sentence=4),
    Quotation(REPORTED, QuotationKind.INDIRECT, (), None, sentence=6),
)
ANALYSIS = replace(marked_analysis(), quotations=QUOTATIONS)


@given(st.text(st.sampled_from("ab '’-,. 😀\n"), max_size=40), st.data())
def test_whole_words_begin_and_end_with_letters(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) + 2))
    chosen = Span(start, start + data.draw(st.integers(1, 12)))
    span = whole_words(text, chosen)
    if span is None:
        assert not any(map(str.isalnum, chosen.of(text)))
        return
    words = span.of(text)
    assert words[0].isalnum()
    assert words[-1].isalnum()
    assert span.overlap(chosen)


@pytest.mark.parametrize(
    ("chosen", "words"),
    [("ashed ou", "lashed out"), (" rivals. ", "rivals"), ("his", "his"), ("arbor was", None)],
)
def test_part_of_a_word_is_widened_to_the_whole(chosen: str, words: str | None) -> None:
    expected = span_of(words) if words else span_of("harbor was")
    assert whole_words(TEXT, span_of(chosen)) == expected


def test_words_inside_one_scored_sentence_can_be_marked() -> None:
    assert markable(TEXT, ANALYSIS, span_of("his rivals")) == span_of("his rivals")
    assert markable(TEXT, ANALYSIS, None) is None
    assert markable(TEXT, ANALYSIS, span_of(" 😀 ")) is None
    assert markable(TEXT, ANALYSIS, span_of("lashed out")) is None, "it is marked already"
    assert markable(TEXT, ANALYSIS, span_of("harbors")) is None, "it is folded"
    across = Span(span_of("again").start, span_of("Critics").end)
    assert markable(TEXT, ANALYSIS, across) is None, "it is in two sentences"


def test_at_a_place_is_the_quotation_else_the_sentence() -> None:
    said = passage_at(ANALYSIS, SAID.start + 3)
    assert said is not None
    assert (said.span, said.voice, said.speaker) == (SAID, Voice.QUOTED, "Ada Berg")
    reported = passage_at(ANALYSIS, REPORTED.start)
    assert reported is not None
    assert (reported.voice, reported.speaker) == (Voice.INDIRECT, "")
    own = passage_at(ANALYSIS, span_of("lashed out").start)
    assert own is not None
    assert (own.span, own.voice) == (ANALYSIS.sentence(4).span, Voice.OWN)
    assert passage_at(ANALYSIS, len(TEXT) + 5) is None


def test_of_nested_quotations_the_inner_one_is_meant_and_a_scare_quote_is_none() -> None:
    inner = span_of("folly")
    nested = (*QUOTATIONS, Quotation(inner, QuotationKind.MIXED, (inner,)))
    found = quotation_at(replace(ANALYSIS, quotations=nested), inner.start)
    assert found is not None
    assert found.span == inner
    scare = replace(ANALYSIS, quotations=(Quotation(SAID, QuotationKind.SCARE, (SAID,)),))
    assert quotation_at(scare, SAID.start) is None


def test_chosen_words_are_the_quotation_when_they_are_all_of_it() -> None:
    words = span_of("utter folly 🎭, all of it")
    whole = chosen_passage(TEXT, ANALYSIS, words)
    assert whole is not None
    assert whole.span == SAID
    assert whole.quotation == QUOTATIONS[0]
    part = chosen_passage(TEXT, ANALYSIS, span_of("tter fol"))
    assert part is not None
    assert (part.span, part.quotation) == (span_of("utter folly"), None)
    assert (part.voice, part.speaker) == (Voice.QUOTED, "Ada Berg")
    own = chosen_passage(TEXT, ANALYSIS, span_of(" his rivals."))
    assert own is not None
    assert (own.span.of(TEXT), own.voice) == ("his rivals.", Voice.OWN)
    assert chosen_passage(TEXT, ANALYSIS, span_of(" 😀 ")) is None


def test_a_passage_knows_what_was_stated_of_it_last() -> None:
    own = span_of("his rivals")
    voices = (StatedVoice(SAID, None, "Ada Berg"), StatedVoice(own, Voice.OWN))
    analysis = replace(ANALYSIS, stated=voices)
    said, taken = passage_at(analysis, SAID.start), passage_at(analysis, own.start)
    assert said is not None
    assert taken is not None
    assert (said.stated, taken.stated) == voices
    assert (taken.span, taken.voice) == (own, Voice.OWN)


def test_speakers_stand_before_the_other_actors_each_once() -> None:
    actors = (Target("Bo Lund", (), 0.0), Target("Ada Berg", (), 0.0))
    assert known_speakers(replace(ANALYSIS, targets=actors)) == ("Ada Berg", "Bo Lund")


def test_a_passage_of_unclear_voice_is_offered_with_whom_it_is_given_to() -> None:
    unclear = Quotation(REPORTED, QuotationKind.UNCLEAR, (), Speaker("Ada Berg"), sentence=6)
    passage = passage_at(replace(ANALYSIS, quotations=(unclear,)), REPORTED.start + 2)
    assert passage is not None
    assert (passage.voice, passage.speaker) == (Voice.UNCLEAR, "Ada Berg")


def test_words_inside_a_quotation_name_it() -> None:
    part = quoted_passage(TEXT, ANALYSIS, span_of("folly"))
    assert part is not None
    assert (part.span, part.quotation) == (SAID, QUOTATIONS[0])
    assert quoted_passage(TEXT, ANALYSIS, SAID) == part
    assert quoted_passage(TEXT, ANALYSIS, span_of("his rivals")) is None
    assert quoted_passage(TEXT, ANALYSIS, span_of(" 😀 ")) is None
    across = Span(REPORTED.start - 3, REPORTED.end)
    assert quoted_passage(TEXT, ANALYSIS, across) is None


def test_a_passage_has_a_voice_as_a_whole_or_not() -> None:
    whole, part = (quoted_passage(TEXT, ANALYSIS, SAID), chosen_passage(TEXT, ANALYSIS, FOLLY))
    own = chosen_passage(TEXT, ANALYSIS, span_of("his rivals"))
    assert whole is not None
    assert part is not None
    assert own is not None
    assert [each.is_in(Voice.QUOTED) for each in (whole, part, own)] == [True, False, False]
    assert [each.is_in(Voice.OWN) for each in (whole, part, own)] == [False, False, True]


def test_known_passages_stand_in_text_order_with_what_was_taken_back() -> None:
    own = StatedVoice(span_of("his rivals"), Voice.OWN)
    known = known_passages(replace(ANALYSIS, stated=(own,)))
    assert [each.span for each in known] == sorted((SAID, REPORTED, own.span))
    assert next(each for each in known if each.span == own.span).stated == own


@given(st.integers(0, len(TEXT) - 1), st.integers(1, 40))
def test_wordings_and_blocks_at_a_place_share_words_with_it(start: int, length: int) -> None:
    chosen = Span(start, start + length)
    for found in (wordings_at(ANALYSIS, chosen), blocks_at(ANALYSIS, chosen)):
        assert all(one.span.overlap(chosen) for one in found)


def test_a_wording_named_as_a_whole_stands_alone() -> None:
    for one in ANALYSIS.loaded:
        assert {found.span for found in wordings_at(ANALYSIS, one.span)} == {one.span}
    assert wordings_at(ANALYSIS, Span(0, len(TEXT))) == ANALYSIS.loaded


def test_own_words_with_a_quotation_among_them_are_not_own_as_a_whole() -> None:
    for chosen in (Span(SAID.start - 5, SAID.end), Span(SAID.start + 3, SAID.end + 5)):
        mixed = chosen_passage(TEXT, ANALYSIS, chosen)
        assert mixed is not None
        assert (mixed.voice, mixed.is_mixed, mixed.is_in(Voice.OWN)) == (Voice.OWN, True, False)
