"""What would change a number, in words, and the rows of voices and changes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.core.model.analyses import (
    Analysis,
    Category,
    Quotation,
    QuotationKind,
    Rate,
    ReportVerb,
    Rung,
    Speaker,
    StatedVoice,
    Voice,
    VoiceFigures,
)
from desktop.core.model.spans import Span
from desktop.core.wording.loadedness import loadedness_without
from desktop.ui.models.effects import tone_effects, wording_effects
from desktop.ui.models.explained import (
    CHANGES_TAB,
    OWN_TAB,
    QUOTED_TAB,
    TONE_TAB,
    VOICES_TAB,
    Explained,
)
from desktop.ui.models.explanations import without_changes
from desktop.ui.models.statement_rows import change_rows, quotation_rows
from desktop.ui.models.wordings import wording_rows
from desktop.ui.statements import (
    CountWording,
    KeepBlock,
    ResetVoice,
    SetApartBlock,
    UnmarkWording,
)
from desktop.ui.words import too_little_text
from tests.desktop.ui.panels.marked import (
    BADGE,
    loaded,
    marked_analysis,
    marked_article,
    span_of,
    with_ignored,
)

ARTICLE, ANALYSIS = marked_article(), marked_analysis()
SAID = span_of("“utter folly 🎭, all of it”")


def effect(analysis: Analysis, words: str) -> str:
    one = next(one for one in analysis.loaded if one.span == span_of(words))
    return wording_effects(ARTICLE, analysis).of(one)


def with_mark(words: str, sentence: int) -> Analysis:
    mark = replace(loaded(words, Voice.OWN, sentence), by_user=True, weight=0.7)
    rate = replace(ANALYSIS.own.loaded, count=4, value=400 / 60)
    own = replace(ANALYSIS.own, loaded=rate)
    return replace(ANALYSIS, loaded=(*ANALYSIS.loaded, mark), own=own)


def test_a_wording_has_its_weight_and_the_rate_without_it() -> None:
    said = effect(ANALYSIS, "lashed out")
    assert said.startswith("Weight 1.0 of 1. Without these two words the rate would be 3.3.")
    assert "Without this word the rate would be 3.3" in effect(ANALYSIS, "slams")


def test_several_wordings_of_a_sentence_have_the_rate_without_all_of_them() -> None:
    said = effect(with_mark("rivals", 4), "lashed out")
    assert "the rate would be 5.0; without all 2 of its sentence, 3.3." in said


def test_a_sentence_has_its_score_without_the_wording() -> None:
    sentences = tuple(replace(one, loadedness=0.9) for one in ANALYSIS.sentences)
    analysis = replace(with_mark("rivals", 4), sentences=sentences)
    (mark,) = [one for one in analysis.loaded if one.by_user]
    rest = f"{loadedness_without(0.9, (mark,)):.2f}"
    assert effect(analysis, "rivals").endswith(f"The sentence scores 0.90 of 1, {rest} without.")


def test_an_ignored_wording_has_the_rate_with_it() -> None:
    said = effect(with_ignored(ANALYSIS, "claimed"), "claimed")
    assert said == "Weight 1.0 of 1. Counted, the rate would be 5.0."


def test_where_there_is_no_rate_none_would_change() -> None:
    assert "too little text for a rate" in effect(ANALYSIS, "madness")
    assert "in no rate" in effect(ANALYSIS, "hardly safe")


def test_a_tone_word_has_the_tone_of_its_sentence() -> None:
    (word,) = ANALYSIS.tone_words
    said = tone_effects(ARTICLE, ANALYSIS).of(word)
    assert said == "Its sentence has the tone 0.00, over 5 words of this voice."
    folded = replace(word, sentence=5)
    assert tone_effects(ARTICLE, ANALYSIS).of(folded) == ""


def test_a_mark_of_the_user_says_so_and_can_be_taken_back() -> None:
    rows = wording_rows(ARTICLE, with_mark("rivals", 4), Voice.OWN)
    row = next(row for row in rows if row.words == "rivals")
    assert row.chips == ("emotive verb", "by you")
    assert row.reason == "Marked by you as loaded."
    assert row.undo == UnmarkWording(span_of("rivals"))
    assert [one.undo for one in rows if one.words != "rivals"] == [None] * 3


def test_quotations_have_their_kind_speaker_and_verb() -> None:
    at = span_of("called")
    verb = ReportVerb(at, "call", Rung.REPROACH, "Ada Berg", Voice.OWN, 4)
    named = Quotation(SAID, QuotationKind.DIRECT, (SAID,), Speaker("Ada Berg"), verb, 4)
    report = span_of("the harbor was hardly safe")
    plain = Quotation(report, QuotationKind.INDIRECT, (), None, None, 6)
    scare = Quotation(span_of("“madness”"), QuotationKind.SCARE, (), None, None, 2)
    stated = (StatedVoice(SAID, None, "Ada Berg"),)
    analysis = replace(ANALYSIS, quotations=(named, plain, scare), stated=stated)
    first, second = quotation_rows(ARTICLE, analysis)
    assert first.chips == ("quotation", "Ada Berg", "by you")
    assert first.reason == "Reported with “called”: reproach."
    assert first.undo == ResetVoice(SAID)
    assert second.chips == ("indirect report", "no one named")
    assert (second.voice, second.undo, second.reason) == (Voice.INDIRECT, None, "")
    assert second.can_restate


def test_an_unclear_voice_is_named_with_what_leaves_it_open() -> None:
    verb = ReportVerb(span_of("called"), "call", Rung.REPROACH, "Ada Berg", Voice.OWN, 4)
    report = span_of("the harbor was hardly safe")
    unclear = Quotation(report, QuotationKind.UNCLEAR, (), Speaker("Ada Berg"), verb, 6)
    (row,) = quotation_rows(ARTICLE, replace(ANALYSIS, quotations=(unclear,)))
    assert row.voice is Voice.UNCLEAR
    assert row.chips == ("unclear voice", "Ada Berg")
    assert row.reason == "Told with “called”: the text leaves open whose words these are."


def test_a_very_long_name_is_cut() -> None:
    who = Speaker("A very long name " * 9)
    analysis = replace(
        ANALYSIS, quotations=(Quotation(SAID, QuotationKind.DIRECT, (SAID,), who, None, 4),)
    )
    (row,) = quotation_rows(ARTICLE, analysis)
    assert row.chips[1] == "A very long name A very…"


def test_all_that_the_user_changed_is_listed_in_text_order_with_its_undo() -> None:
    analysis = with_ignored(with_mark("rivals", 4), "slams")
    stated = (StatedVoice(span_of("Officials"), Voice.OWN), StatedVoice(SAID, None, ""))
    blocks = list(analysis.blocks)
    blocks[4] = replace(blocks[4], scored=True)
    blocks[1] = replace(blocks[1], scored=False)
    analysis = replace(analysis, stated=stated, blocks=tuple(blocks))
    rows = change_rows(ARTICLE, analysis, ANALYSIS)
    assert [row.undo for row in rows] == [
        CountWording(span_of("slams")),
        KeepBlock(blocks[1].span),
        UnmarkWording(span_of("rivals")),
        ResetVoice(SAID),
        SetApartBlock(blocks[4].span),
        ResetVoice(span_of("Officials")),
    ]
    assert [row.number for row in rows] == [1, 2, 4, 4, 5, 6]
    assert rows[5].chips == ("own voice",)
    assert rows[3].chips == ("speaker", "no one named")
    assert change_rows(ARTICLE, ANALYSIS, ANALYSIS) == ()
    assert change_rows(ARTICLE, replace(ANALYSIS, sentences=(), loaded=()), None) == ()


def test_the_number_without_changes_is_the_one_that_was_found() -> None:
    own = replace(ANALYSIS.own.loaded, count=5, words=70, value=500 / 70)
    now = replace(ANALYSIS, own=replace(ANALYSIS.own, loaded=own))
    assert without_changes(now, Voice.OWN, ANALYSIS) == (
        "Without your changes: 3 wordings, 5.0 per 100"
    )
    assert without_changes(ANALYSIS, Voice.OWN, ANALYSIS) == ""
    assert without_changes(with_mark("rivals", 4), Voice.OWN) == (
        "Without your change: 3 wordings, 5.0 per 100"
    )


@pytest.mark.parametrize(
    ("tab", "begins"),
    [
        (OWN_TAB, "A trained reader judges 78.5"),
        (QUOTED_TAB, "A trained reader judges 78.5"),
        (TONE_TAB, ""),
        (VOICES_TAB, "Whether a sentence is a quotation"),
        (CHANGES_TAB, ""),
    ],
)
def test_a_tab_says_how_far_readers_agree(tab: int, begins: str) -> None:
    told = Explained(ARTICLE, ANALYSIS, None, BADGE)
    assert told.agreement(tab).words.startswith(begins)
    assert bool(told.agreement(tab).words) == bool(begins)
    assert (told.number(tab, None) is None) == (tab in (VOICES_TAB, CHANGES_TAB))
    assert told.nothing_in_words(tab)


def test_the_voices_tab_counts_quotations_and_has_the_ledger() -> None:
    told = Explained(ARTICLE, ANALYSIS, None, BADGE)
    rows = told.rows(VOICES_TAB)
    assert told.count_in_words(VOICES_TAB, rows).startswith("1 quotation")
    assert told.count_in_words(CHANGES_TAB, ()) == "0 changes"
    assert [row.voice for row in told.voices()] == list(Voice)
    assert Category.EMOTIVE_VERB in {one.category for one in ANALYSIS.loaded}
    assert all(isinstance(row.span, Span) for row in rows)


def test_a_text_in_another_language_is_not_scored_and_says_so() -> None:
    rate = Rate(None, 0, 60, language="fr")
    figures = VoiceFigures(60, rate, rate)
    french = replace(ANALYSIS, language="fr", loaded=(), own=figures, quoted=figures)
    told = Explained(ARTICLE, french, None, BADGE)
    said = (
        "This text is in French: quotations, names and figures are found, loaded wording is not "
        "scored."
    )
    for tab in (OWN_TAB, QUOTED_TAB, TONE_TAB):
        number = told.number(tab, None)
        assert number is not None
        assert (number.number, number.formula, number.axis) == ("", said, None)
        assert told.agreement(tab).words == told.nothing_in_words(tab) == ""
        assert told.count_in_words(tab, ()) == ""
    assert {(row.wordings, row.tone) for row in told.voices()} == {(None, None)}
    assert told.rows(VOICES_TAB)
    assert too_little_text(rate).startswith("not scored")
