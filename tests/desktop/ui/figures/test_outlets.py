"""Outlets of an event as columns, and claims in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.core.model.analyses import Voice
from desktop.core.model.comparisons import Cell, Relation
from desktop.core.model.spans import Span
from desktop.ui.figures.charts import (
    LADDER,
    chart_data,
    figures_of,
    loaded_places,
    tone_places,
    verb_ladder,
)
from desktop.ui.figures.claims import (
    cell_sentence,
    chip_words,
    plain_words,
    relation_words,
    said_by,
)
from desktop.ui.figures.outlets import Order, Voices, outlet_columns
from desktop.ui.models.explanations import explain_wording, rows_in_words
from desktop.ui.models.twins import loaded_twin, tone_twin, verbs_twin
from desktop.ui.models.wordings import tone_rows, wording_rows
from tests.desktop.ui.made_event import made_event, place
from tests.sample_event import sample_view

BOTH = (Voice.OWN, Voice.QUOTED)


def cell(relation: Relation, speaker: str | None = None, note: str = "") -> Cell:
    return Cell("n", relation, speaker, note, (place("n", "400 jobs"),))


def test_columns_stand_as_they_were_added_or_by_rank_with_ties_marked() -> None:
    view = made_event()
    assert [c.article.id for c in outlet_columns(view)] == ["n", "s", "e"]
    ranked = outlet_columns(view, Order.LOADED)
    assert [c.article.id for c in ranked] == ["n", "e", "s"]
    assert [c.is_tied for c in ranked] == [False, True, True]
    assert not any(column.is_tied for column in outlet_columns(view))


def test_an_outlet_without_a_rank_keeps_a_column_at_the_end() -> None:
    view = made_event("s", "e")
    assert {c.article.id for c in outlet_columns(view, Order.LOADED)} == {"s", "e"}


def test_reprints_stand_beside_the_text_that_is_ranked_and_are_no_tie() -> None:
    view = made_event()
    ranked = replace(view.comparison, ranks=(("s",), ("n",)), reprints=(("s", "e"),))
    columns = outlet_columns(replace(view, comparison=ranked), Order.LOADED)
    assert [column.article.id for column in columns] == ["s", "e", "n"]
    assert not any(column.is_tied for column in columns)


def test_a_column_is_named_and_badged_after_its_outlet() -> None:
    first = outlet_columns(made_event())[0]
    assert (first.name, first.mark) == ("North Herald", ("NH", 0))


def test_a_choice_of_voices_shows_those_voices() -> None:
    assert Voices.BOTH.shown == BOTH
    assert Voices.OWN.shown == (Voice.OWN,)
    assert Voices.QUOTED.shown == (Voice.QUOTED,)
    own = chart_data(outlet_columns(made_event()), Voices.OWN)
    assert all(len(row.bars) == 1 for row in own.loaded.rows)
    assert all(row.dots[0].voice is Voice.OWN for row in own.tone.rows)


@pytest.mark.parametrize("voice", BOTH)
def test_a_bar_opens_exactly_the_wordings_that_its_rate_counts(voice: Voice) -> None:
    for analysis in sample_view().analyses:
        counted = figures_of(analysis, voice).loaded.count
        places = loaded_places(analysis, voice)
        assert len(set(places)) == len(places) == counted
        assert [p.span for p in places] == sorted(p.span for p in places)


@pytest.mark.parametrize("voice", BOTH)
def test_the_list_of_an_article_holds_what_its_number_counts(voice: Voice) -> None:
    view = sample_view()
    for article, analysis in zip(view.articles, view.analyses, strict=True):
        rows = wording_rows(article, analysis, voice)
        counted = [row for row in rows if row.voice is voice and not row.is_ignored]
        assert len(counted) == figures_of(analysis, voice).loaded.count
        for row in rows:
            assert row.at.of(row.context) == row.span.of(article.text).replace("\n", " ")
        assert rows_in_words(rows, tone=False).startswith(str(len(rows)))


@pytest.mark.parametrize("voice", BOTH)
def test_every_number_of_the_samples_is_explained_by_its_own_parts(voice: Voice) -> None:
    for analysis in sample_view().analyses:
        rate, explained = figures_of(analysis, voice).loaded, explain_wording(analysis, voice, ())
        if rate.value is None:
            assert (explained.number, explained.axis) == ("", None)
            assert "too little text" in explained.formula
        else:
            assert explained.number == f"{100 * rate.count / rate.words:.1f}"
            assert explained.formula.startswith(f"{rate.count} marked ÷ {rate.words:,} words")


@pytest.mark.parametrize("voice", BOTH)
def test_a_tone_opens_one_word_a_sentence_that_moves_it_most(voice: Voice) -> None:
    for analysis in sample_view().analyses:
        words = {word.span: word for word in analysis.tone_words}
        sentences: set[int] = set()
        for found in tone_places(analysis, voice):
            word = words[found.span]
            rivals = [w for w in words.values() if w.sentence == word.sentence and w.voice is voice]
            assert abs(word.polarity) == max(abs(w.polarity) for w in rivals)
            sentences.add(word.sentence)
        assert len(sentences) == len(tone_places(analysis, voice))


def test_tone_words_are_listed_only_where_sentences_are_scored() -> None:
    view = sample_view()
    for article, analysis in zip(view.articles, view.analyses, strict=True):
        rows = tone_rows(article, analysis)
        assert rows
        assert all(analysis.sentence(row.number).scored for row in rows)


def test_the_ladder_has_every_rung_and_only_verbs_in_own_voice() -> None:
    columns = outlet_columns(sample_view())
    ladder = verb_ladder(columns)
    assert tuple(rung.rung for rung in ladder.rungs) == LADDER
    assert [name for name, _, _ in ladder.outlets] == [column.name for column in columns]
    for rung in ladder.rungs:
        assert len(rung.cells) == len(columns)
        for column, words in zip(columns, rung.cells, strict=True):
            own = {v.span for v in column.analysis.verbs if v.voice is Voice.OWN}
            uses = [use for word in words for use in word.uses]
            assert {use.span for use in uses} <= own
            assert [len(w.uses) for w in words] == sorted(
                (len(w.uses) for w in words), reverse=True
            )
            for word in words:
                for use in word.uses:
                    said = " ".join(use.span.of(column.article.text).split())
                    assert said.lower() == word.word


def test_the_tables_of_the_samples_say_what_the_charts_draw() -> None:
    charts = chart_data(outlet_columns(sample_view()))
    bars = [bar for row in charts.loaded.rows for bar in row.bars]
    for line, bar in zip(loaded_twin(charts.loaded).rows, bars, strict=True):
        assert (line.places, line.cells[2]) == (bar.places, str(bar.rate.count))
    dots = [dot for row in charts.tone.rows for dot in row.dots]
    for line, dot in zip(tone_twin(charts.tone).rows, dots, strict=True):
        assert line.places == dot.places
        assert (line.cells[4] == "") is (dot.rate.value is None)
    for line in verbs_twin(charts.verbs).rows:
        assert line.cells[3] == str(len(line.places))


def test_every_relation_has_words_of_its_own_and_none_accuses() -> None:
    said = [relation_words(cell(relation)) for relation in Relation]
    assert len(set(said)) == len(said)
    words = " ".join(said).lower()
    assert not {"omitted", "hidden", "lie", "false", "biased"} & set(words.split())


def test_a_statement_without_a_speaker_is_in_own_voice() -> None:
    assert said_by(cell(Relation.SAME)) == "own voice"
    assert said_by(cell(Relation.SAME, "the mayor")) == "the mayor"


def test_what_was_not_found_has_nobody_who_says_it() -> None:
    missing = Cell("n", Relation.NOT_FOUND, None, "", ())
    assert cell_sentence(missing) == "not found in this text"


@pytest.mark.parametrize(
    ("made", "chip", "plain"),
    [
        (cell(Relation.SAME), "", "own voice"),
        (cell(Relation.OTHER_FIGURE, "the mayor", "900"), "≠ 900", "the mayor, 900"),
        (cell(Relation.OTHER_SCOPE, None, "in town"), "in town", "own voice, in town"),
        (cell(Relation.OTHER_SCOPE), "other scope", "own voice"),
        (cell(Relation.OTHER_VERB, "the mayor", "claims"), "", "the mayor: “claims”"),
        (cell(Relation.OTHER_VERB, "the mayor", "“claims”"), "", "the mayor: “claims”"),
        (cell(Relation.MORE_SPECIFIC), "", "own voice, more specific"),
        (cell(Relation.LESS_SPECIFIC, "the mayor"), "", "the mayor, less specific"),
    ],
)
def test_a_cell_says_who_and_how(made: Cell, chip: str, plain: str) -> None:
    assert (chip_words(made), plain_words(made)) == (chip, plain)


def test_no_span_of_a_sample_leaves_its_text() -> None:
    view = sample_view()
    for article, analysis in zip(view.articles, view.analyses, strict=True):
        whole = Span(0, len(article.text))
        spans = [one.span for one in (*analysis.loaded, *analysis.verbs, *analysis.tone_words)]
        assert spans
        assert all(whole.covers(span) for span in spans)
