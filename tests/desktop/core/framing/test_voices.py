"""The voice ledger, and what a figure would be without a part of it."""

from __future__ import annotations

import pytest

from desktop.core.analysis.articles import analyze_article
from desktop.core.analysis.corrections import with_corrections
from desktop.core.framing.agreement import READERS_AGREE, judged_otherwise
from desktop.core.framing.voices import ToneTotals, rate_without, sentence_parts, voice_rows
from desktop.core.model.analyses import Rate, Voice
from desktop.core.model.articles import Article
from desktop.core.model.corrections import Corrections
from tests.desktop.core.made_up import LEXICONS

CALM = (
    "The council of the valley met in the old school on Friday and heard the engineers, who had "
    "measured the wall of the dam for three weeks and had found it dry and sound in every place."
)
SAID = (
    "“It is a terrible wall and a disgrace, and whoever says that it is sound has never stood "
    "behind it in the rain, as we do every spring when the water comes down from the hills, and "
    "nobody from the council is there to see it, because all of them live on the other side of "
    "the valley,” Ines Holt said."
)
TEXT = f"Holt slams council\n\n{CALM}\n\n{SAID}\n\nJon Berg said that the road was awful."
ARTICLE = Article("a", TEXT)
ANALYSIS = analyze_article(ARTICLE, LEXICONS)
PARTS = sentence_parts(TEXT, ANALYSIS)
ROWS = {row.voice: row for row in voice_rows(PARTS, ANALYSIS)}


def test_the_voices_are_those_of_the_ledger() -> None:
    ledger = ANALYSIS.ledger
    assert [ROWS[voice].words for voice in Voice] == [
        ledger.own,
        ledger.quoted,
        ledger.indirect,
        ledger.unclear,
    ]
    assert sum(row.share for row in ROWS.values()) == pytest.approx(1.0)


def test_the_quoted_voice_has_the_figures_of_its_rate() -> None:
    row = ROWS[Voice.QUOTED]
    assert row.wordings == ANALYSIS.quoted.loaded.count
    assert row.tone == pytest.approx(ANALYSIS.quoted.tone.value)
    assert row.sentences == ANALYSIS.quoted.tone.count


def test_a_voice_with_too_few_words_has_no_tone() -> None:
    assert 0 < ROWS[Voice.INDIRECT].words < 50
    assert ROWS[Voice.INDIRECT].tone is None
    assert ROWS[Voice.UNCLEAR].words == 0


def test_what_is_ignored_or_set_apart_is_in_no_row() -> None:
    wording = next(one for one in ANALYSIS.loaded if one.voice is Voice.QUOTED)
    ignored = Corrections(ignored=frozenset({wording.span}))
    found = with_corrections(ARTICLE, ANALYSIS, ignored, LEXICONS)
    rows = {row.voice: row for row in voice_rows(sentence_parts(TEXT, found), found)}
    assert rows[Voice.QUOTED].wordings == (ROWS[Voice.QUOTED].wordings or 0) - 1
    apart = Corrections(set_apart=frozenset(block.span for block in ANALYSIS.blocks))
    none = with_corrections(ARTICLE, ANALYSIS, apart, LEXICONS)
    assert all(row.words == row.share == 0 for row in voice_rows(sentence_parts(TEXT, none), none))


def test_a_rate_without_some_of_its_wordings_and_with_one_more() -> None:
    rate = Rate(4.0, 4, 100)
    assert [rate_without(rate, less) for less in (-1, 0, 1, 9)] == [5.0, 4.0, 3.0, 0.0]
    assert rate_without(Rate(None, 1, 7), 1) is None


def test_the_tone_without_no_sentence_is_the_tone() -> None:
    totals = ToneTotals(PARTS)
    assert totals.part(0) is None
    assert totals.without(0) == pytest.approx(ANALYSIS.own.tone.value)
    assert totals.without(0, is_quoted=True) == pytest.approx(ANALYSIS.quoted.tone.value)


@pytest.mark.parametrize("number", [part.number for part in PARTS])
def test_the_tone_without_a_sentence_is_that_of_the_others(number: int) -> None:
    others = [part for part in PARTS if part.number != number]
    words = sum(part.ledger.total - part.ledger.quoted for part in others)
    found = ToneTotals(PARTS).without(number)
    if words < 50:
        assert found is None
    else:
        assert found == pytest.approx(ToneTotals(others).without(0))


def test_without_the_longest_sentence_too_little_may_be_left() -> None:
    longest = max(PARTS, key=lambda part: part.ledger.quoted)
    assert ToneTotals(PARTS).without(longest.number, is_quoted=True) is None


@pytest.mark.parametrize(("sentences", "otherwise"), [(0, 0), (1, 0), (17, 4), (200, 43)])
def test_about_a_fifth_of_sentences_is_judged_otherwise(sentences: int, otherwise: int) -> None:
    assert judged_otherwise(sentences) == otherwise
    assert abs(otherwise - (1 - READERS_AGREE) * sentences) <= 0.5
