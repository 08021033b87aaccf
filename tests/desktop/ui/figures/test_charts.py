"""From an event to what its charts draw."""

from __future__ import annotations

from dataclasses import replace

from desktop.core.model.analyses import Rung, Voice
from desktop.ui.figures.charts import LADDER, chart_data, loaded_bars, loaded_places, tone_places
from desktop.ui.figures.outlets import Order, Voices, outlet_columns
from tests.desktop.ui.made_event import OWN, QUOTED, TEXTS, analysis, made_event, place


def test_outlets_stand_as_they_were_added() -> None:
    assert [c.name for c in outlet_columns(made_event())] == [name for name, _, _ in TEXTS.values()]


def test_by_loaded_wording_ties_keep_together_and_are_called_ties() -> None:
    columns = outlet_columns(made_event(), Order.LOADED)
    assert [(c.article.id, c.is_tied) for c in columns] == [("n", False), ("e", True), ("s", True)]


def test_what_no_rank_names_keeps_its_place_at_the_end() -> None:
    view = made_event()
    ranked = replace(view, comparison=replace(view.comparison, ranks=(("e",),)))
    assert [c.article.id for c in outlet_columns(ranked, Order.LOADED)] == ["e", "n", "s"]


def test_each_bar_has_the_figures_of_the_analysis_and_the_words_counted() -> None:
    rows = loaded_bars(outlet_columns(made_event())).rows
    assert [bar.rate for bar in rows[0].bars] == [OWN["n"], QUOTED["n"]]
    assert rows[0].bars[0].places == (place("n", "slams"), place("n", "reckless"))
    assert rows[0].bars[1].places == (place("n", "foolish"),)


def test_a_choice_of_voices_leaves_one_bar() -> None:
    rows = loaded_bars(outlet_columns(made_event()), Voices.QUOTED).rows
    assert {bar.voice for row in rows for bar in row.bars} == {Voice.QUOTED}


def test_a_wording_that_the_user_ignores_opens_nothing() -> None:
    made = analysis("n")
    without = replace(made, loaded=tuple(replace(found, ignored=True) for found in made.loaded))
    assert loaded_places(without, Voice.OWN) == ()


def test_tone_opens_one_word_a_sentence_of_its_own_voice() -> None:
    assert tone_places(analysis("n"), Voice.OWN) == (place("n", "harbor"),)
    assert tone_places(analysis("n"), Voice.QUOTED) == ()


def test_the_ladder_holds_each_use_of_a_word_by_rung_and_outlet() -> None:
    verbs = chart_data(outlet_columns(made_event())).verbs
    assert [rung.rung for rung in verbs.rungs] == list(LADDER)
    plain = next(rung for rung in verbs.rungs if rung.rung is Rung.PLAIN)
    south = [name for name, _, _ in verbs.outlets].index("South Post")
    assert [(word.word, len(word.uses)) for word in plain.cells[south]] == [("said", 2)]


def test_a_quoted_verb_is_not_on_the_ladder() -> None:
    view = made_event()
    quoted = tuple(
        replace(a, verbs=tuple(replace(verb, voice=Voice.QUOTED) for verb in a.verbs))
        for a in view.analyses
    )
    verbs = chart_data(outlet_columns(replace(view, analyses=quoted))).verbs
    assert not any(words for rung in verbs.rungs for words in rung.cells)
