from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt

from desktop.core.model.analyses import Rate, Voice
from desktop.core.model.articles import BlockKind
from desktop.core.model.spans import Span
from desktop.services.badges import OutletBadge
from desktop.ui.models.explanations import (
    explain_tone,
    explain_wording,
    rows_in_words,
    without_changes,
    wording_peers,
)
from desktop.ui.models.wordings import (
    WordingModel,
    counted_wordings,
    sentence_context,
    tone_rows,
    wording_reason,
    wording_rows,
)
from tests.desktop.ui.panels.marked import (
    BADGE,
    TEXT,
    loaded,
    marked_analysis,
    marked_article,
    span_of,
    with_ignored,
)

ARTICLE, ANALYSIS = marked_article(), marked_analysis()


@given(st.text(alphabet=st.sampled_from("ab 😀\n"), min_size=1, max_size=900), st.data())
def test_the_words_stand_in_their_context_where_it_says(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    words = Span(start, data.draw(st.integers(start + 1, min(len(text), start + 12))))
    around = sentence_context(text, Span(0, len(text)), words)
    shown = words.shifted(-around.shift).of(around.text)
    assert shown == words.of(text).replace("\n", " ")
    assert len(around.text) <= 600


def test_a_short_sentence_is_its_own_context() -> None:
    around = sentence_context(TEXT, span_of("Critics 😀 call it “madness”"), span_of("madness"))
    assert around.text == "Critics 😀 call it “madness”"


def test_wordings_of_folded_blocks_are_not_counted() -> None:
    folded = loaded("Read also", Voice.OWN, 5)
    analysis = replace(ANALYSIS, loaded=(*ANALYSIS.loaded, folded))
    assert folded not in counted_wordings(analysis)
    kinds = [analysis.blocks[sentence.block].kind for sentence in analysis.sentences]
    assert kinds[4] is BlockKind.RELATED


def test_quoted_voices_hold_indirect_reports_with_a_word() -> None:
    rows = wording_rows(ARTICLE, ANALYSIS, Voice.QUOTED)
    assert [row.voice for row in rows] == [Voice.QUOTED, Voice.QUOTED, Voice.INDIRECT]
    assert [len(row.chips) for row in rows] == [1, 1, 2]


def test_a_reason_names_the_plainer_word_until_the_wording_is_ignored() -> None:
    one = replace(ANALYSIS.loaded[0], plainer="criticizes")
    assert wording_reason(one).endswith("Plainer: “criticizes”.")
    assert wording_reason(replace(one, ignored=True)) == "Ignored by you. It no longer counts."


def test_a_tone_word_says_where_it_moves_its_sentence() -> None:
    word = ANALYSIS.tone_words[0]
    kind = replace(word, polarity=0.4)
    rows = tone_rows(ARTICLE, replace(ANALYSIS, tone_words=(word, kind)))
    assert [row.reason for row in rows] == [
        "Moves its sentence towards critical.",
        "Moves its sentence towards favorable.",
    ]


def test_the_model_answers_for_its_rows_and_finds_them_by_span() -> None:
    model = WordingModel()
    model.show_rows(wording_rows(ARTICLE, ANALYSIS, Voice.OWN))
    assert model.rowCount() == 3
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.row_of(span_of("claimed")) == 2
    assert model.row_of(ANALYSIS.sentences[3].span) == 1
    assert model.row_of(Span(900, 901)) is None
    assert model.data(QModelIndex()) is None
    assert model.data(model.index(0, 0), Qt.ItemDataRole.DecorationRole) is None
    assert model.data(model.index(0, 0), WordingModel.ROW) == model.rows[0]


@pytest.mark.parametrize(
    ("ignored", "words"),
    [
        ((), ""),
        (("slams",), "Without your change: 3 wordings, 5.0 per 100"),
        (("slams", "claimed"), "Without your changes: 3 wordings, 5.0 per 100"),
    ],
)
def test_the_number_without_changes_is_told_once_there_are_some(
    ignored: tuple[str, ...], words: str
) -> None:
    analysis = ANALYSIS
    for one in ignored:
        analysis = with_ignored(analysis, one)
    assert without_changes(analysis, Voice.OWN) == words


def test_without_a_rate_the_number_without_changes_is_a_count() -> None:
    marked = [replace(one, ignored=one.span == span_of("madness")) for one in ANALYSIS.loaded]
    quoted = replace(ANALYSIS.quoted, loaded=Rate(None, 1, 7))
    analysis = replace(ANALYSIS, loaded=tuple(marked), quoted=quoted)
    assert without_changes(analysis, Voice.QUOTED) == "Without your change: 2 wordings"


def test_one_of_anything_is_not_many() -> None:
    rows = wording_rows(ARTICLE, ANALYSIS, Voice.OWN)[:1]
    assert rows_in_words(rows, tone=False) == "1 wording, in 1 sentence"
    assert rows_in_words((), tone=True) == "0 tone words"


def test_an_outlet_without_a_rate_is_not_on_the_axis() -> None:
    other = OutletBadge("Other", "OT", 1)
    both = (ANALYSIS, replace(ANALYSIS, quoted=ANALYSIS.own))
    badges = (BADGE, other)
    found = wording_peers(both, badges, Voice.QUOTED, tone=False)
    assert [peer.letters for peer in found] == ["OT"]
    assert len(wording_peers(both, badges, Voice.OWN, tone=True)) == 2


def test_a_tone_is_explained_with_the_other_voice_beside_it() -> None:
    quoted = replace(ANALYSIS.quoted, tone=Rate(-0.5, 2, 55, -0.7, -0.1))
    told = explain_tone(replace(ANALYSIS, quoted=quoted), Voice.OWN, ())
    assert told.number == "−0.20"
    assert told.formula == (
        "Mean of 4 sentences in own voice, by their words: critical. Range −0.40 to +0.10. "
        "Quoted voices: −0.50 in 2 sentences."
    )


def test_too_little_text_is_explained_without_a_number_or_an_axis() -> None:
    told = explain_wording(ANALYSIS, Voice.QUOTED, ())
    assert (told.number, told.axis) == ("", None)
    few = replace(ANALYSIS, own=replace(ANALYSIS.own, tone=Rate(None, 1, 30)))
    assert explain_tone(few, Voice.OWN, ()).formula == "30 words: too little text for a tone."
