"""The sheets of the details: what each row says, what it opens, what stands where nothing was."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.model.analyses import Voice
from desktop.core.model.articles import Published, Stated
from desktop.core.model.details import Details, FairClock
from desktop.services.event_details import make_details
from desktop.ui.figures.details import (
    DetailKind,
    card_subtitle,
    card_title,
    filter_words,
    make_sheet,
    make_sheets,
)
from desktop.ui.figures.event_texts import shortened
from desktop.ui.figures.outlet_grid import MOST_COLUMNS
from desktop.ui.paint.sheets import Framed, Outlet, RowKind, Sheet, SheetRow, Square, Steps, Strip
from tests.desktop.ui.made_details import NOTHING, crowd, made_details, texts_of
from tests.desktop.ui.made_event import made_event, place
from tests.sample_event import sample_view

pytestmark = pytest.mark.usefixtures("qapp")
JUDGING = ("wrong", "false", "omit", "biased", "mislead", "hid", "lie", "propaganda", "contradict")


def sheet(kind: DetailKind, details: Details | None = None) -> Sheet:
    return make_sheet(kind, details or made_details(), texts_of(made_event()))


def said(shown: Sheet) -> list[str]:
    """Return each row in one line."""
    return [
        row.said if row.kind is not RowKind.ROW else " | ".join(cell.said for cell in row.cells)
        for row in shown.rows
    ]


def parts(row: SheetRow) -> list[object]:
    return [part for cell in row.cells for line in cell.lines for part in line]


def test_the_head_of_a_figure_says_first_how_the_scopes_stand() -> None:
    head = sheet(DetailKind.NUMBERS).rows[0]
    assert head.kind is RowKind.HEAD
    assert head.said == (
        "jobs. Same figure (town), 2 texts. 1 with other scope. Different figure: 400, 900."
    )


def test_only_a_different_figure_has_the_sign_and_only_another_scope_the_dashes() -> None:
    rows = sheet(DetailKind.NUMBERS).rows
    framed = {row.cells[0].said: [p for p in parts(row) if isinstance(p, Framed)] for row in rows}
    assert framed["400 jobs"] == framed["cost 400"] == []
    assert framed["≠ 900 jobs"] == [Framed("≠ 900 jobs", is_dashed=False)]
    assert framed["900"] == [Framed("the coast", is_dashed=True)]


def test_a_figure_names_its_source_and_opens_its_sentence() -> None:
    rows = sheet(DetailKind.NUMBERS).rows
    assert rows[1].cells[3].said == "the mayor"
    assert Square(Voice.QUOTED) in parts(rows[1])
    assert rows[2].cells[3].said == "own voice"
    assert all(cell.places == (place("n", "400 jobs"),) for cell in rows[1].cells)
    assert rows[1].cells[4].said == "North Herald, s. 3"


def test_figures_of_one_text_and_conversions_and_what_was_not_understood_come_last() -> None:
    lines = said(sheet(DetailKind.NUMBERS))
    assert lines[5] == "In one text only"
    assert lines[6].startswith("no more | words")
    assert lines[7] == "cost 400 is a conversion. Not understood: “foolish dream”."


def test_a_conversion_names_what_it_converts() -> None:
    desk = made_details().figures
    later = replace(desk.figures[4], place=place("n", "jobs"))
    desk = replace(desk, figures=(*desk.figures[:4], later))
    assert "jobs converts 400 jobs." not in said(sheet(DetailKind.NUMBERS))[-1]
    first = replace(desk.figures[0], place=place("n", "400"))
    desk = replace(desk, figures=(first, *desk.figures[1:]))
    assert said(sheet(DetailKind.NUMBERS, replace(NOTHING, figures=desk)))[-1].startswith(
        "jobs converts 400."
    )


def test_own_forms_and_quoted_ones_stand_apart_with_their_counts() -> None:
    row = sheet(DetailKind.NAMING).rows[0]
    assert [cell.said for cell in row.cells] == [
        "the mayor",
        "own voice: The mayor; quoted: dream",
        "own voice: The mayor ×2, He",
        "not found",
    ]
    assert row.cells[2].places == (place("s", "The mayor"), place("s", "He said it"))


def test_the_five_w_have_a_dash_where_nothing_was_found() -> None:
    lines = said(sheet(DetailKind.FIVE_W))
    assert [line.split(" | ")[0] for line in lines] == "Who What When Where Why How".split()
    assert lines[3] == "Where | not found | not found | on the coast"
    assert lines[0].split(" | ")[2].endswith("and 2 more")


def test_a_loaded_word_of_the_outlet_stands_in_quotation_marks() -> None:
    assert said(sheet(DetailKind.FIVE_W))[1].split(" | ")[1] == "the “reckless” harbor plan"


def test_a_silence_shows_its_three_facts_and_a_treatment_needs_none() -> None:
    lines = said(sheet(DetailKind.QUESTIONS))
    assert lines[0] == "A detail that others have. Asked only where three facts make it fair"
    assert lines[1] == (
        "South Post Did South Post have room and time for it?; "
        "Found in North Herald, s. 3 East Wire, s. 2; Room: 70 words.; "
        "Time: Printed 2024-05-03.; Topic: It names the mayor."
    )
    treatment = lines[lines.index("One matter, treated differently") + 1]
    assert treatment == "What does each verb add?; Found in North Herald, s. 2 South Post, s. 2"


def test_what_is_not_asked_says_why() -> None:
    lines = said(sheet(DetailKind.QUESTIONS))
    assert lines[2].startswith("Not asked what it lacks: the date of this text is not stated.")
    both = replace(made_details(), clock=FairClock((), ("n", "e")))
    assert "Not asked what they lack: the dates of these texts are not stated." in "".join(
        said(sheet(DetailKind.QUESTIONS, both))
    )


def test_the_clock_says_what_had_been_printed_and_what_cannot_be_known() -> None:
    lines = said(sheet(DetailKind.QUESTIONS))
    at = lines.index("What each had printed by the same hour")
    assert lines[at + 1] == "South Post 3 May 2024 printed by then: North Herald"
    assert "Cannot be known of 1 of 3 texts: the date is not stated." in lines[at + 2]
    assert lines[at + 3].endswith("Which came first cannot be known: an hour is not stated.")


def test_hours_without_a_zone_leave_the_order_open() -> None:
    view = made_event()
    hour = Published(2024, 5, 3, 9, 30)
    dated = tuple(
        replace(a, metadata=replace(a.metadata, published=Stated(hour))) for a in view.articles
    )
    texts = texts_of(replace(view, articles=dated))
    lines = said(make_sheet(DetailKind.QUESTIONS, made_details(), texts))
    assert lines[-1].endswith("Which came first cannot be known: a time zone is not stated.")


def test_a_gap_names_who_says_it_elsewhere() -> None:
    lines = said(sheet(DetailKind.ATTRIBUTION))
    assert lines == [
        "Own voice here, attributed elsewhere",
        "North Herald, s. 3 | “cost 400 jobs”; Attributed elsewhere to the mayor East Wire, s. 2",
        "Unnamed sources",
        "East Wire, s. 2 | “the mayor warned”; Nobody is named for it in the other texts.",
    ]


def test_every_rung_of_the_ladder_is_there_and_an_empty_one_has_a_dash() -> None:
    shown = sheet(DetailKind.CERTAINTY)
    rungs = [row.cells[0].said for row in shown.rows[1:]]
    assert rungs == ["Plain fact", "Confirmed", "Reported", "Reported", "Believed or alleged"]
    assert shown.rows[2].cells[1].said == "none"
    assert Steps(4) in parts(shown.rows[1])
    assert not any(isinstance(part, Steps) for part in parts(shown.rows[4]))


def test_named_agents_come_before_those_without_one() -> None:
    assert [row.said for row in sheet(DetailKind.AGENCY).rows[:1]] == ["Who acts in “costs jobs”?"]
    agents = [row.cells[0].said for row in sheet(DetailKind.AGENCY).rows[1:]]
    assert agents == ["the mayor acts", "No agent"]


def test_a_headline_part_leads_to_its_sentence_or_to_the_nearest() -> None:
    rows = sheet(DetailKind.HEADLINES).rows
    assert rows[0].cells[2].said.startswith("s. 2 own voice; The mayor slammed")
    assert rows[1].cells[2].said.startswith("Not found in body.; Nearest: s. 2")
    assert rows[1].cells[2].places[0] == place("e", "The harbor plan")


def test_prominence_shows_only_what_two_texts_have() -> None:
    shown = sheet(DetailKind.PROMINENCE)
    assert said(shown) == [
        "Claims",
        "The plan costs jobs | at 80 %, 20 % of words | not found | at 10 %, 50 % of words",
    ]
    assert Strip(0.8, 0.2) in parts(shown.rows[1])


def test_a_word_has_its_counts_its_likelihood_and_its_effect() -> None:
    assert said(sheet(DetailKind.WORDS)) == [
        "North Herald, s. 2 | reckless | 3 | 0 | 8.2 | +2.5",
        "East Wire, s. 2 | coast | 2 | 1 | 4.0 | +1.0",
    ]


def test_what_was_left_out_says_of_which_text_and_why() -> None:
    shown = sheet(DetailKind.LEFT_OUT)
    assert said(shown) == [
        "All texts | questions of silence | Fewer than two texts have a date.",
        "East Wire | clock | No date is stated.",
    ]
    assert shown.rows[1].cells[0].places == (place("e", "Harbor plan costs jobs"),)


@pytest.mark.parametrize("kind", DetailKind)
def test_nothing_found_says_what_would_be_needed(kind: DetailKind) -> None:
    shown = make_sheet(kind, NOTHING, texts_of(made_event("n")))
    assert shown.rows == ()
    assert shown.empty.endswith(".")


@pytest.mark.parametrize("kind", DetailKind)
def test_each_kind_has_its_words_and_none_of_them_judges(kind: DetailKind) -> None:
    words = [filter_words(kind), card_title(kind), card_subtitle(kind), sheet(kind, NOTHING).empty]
    assert all(words)
    told = " ".join([*words, *said(sheet(kind))]).lower().split()
    assert not [word for word in told if word.startswith(JUDGING)]


@pytest.mark.parametrize("kind", DetailKind)
def test_cells_and_columns_of_a_row_are_as_many(kind: DetailKind) -> None:
    view = sample_view()
    for shown in (sheet(kind), make_sheets(view, make_details(view))[kind]):
        plain = [row for row in shown.rows if row.kind is RowKind.ROW]
        assert {len(row.cells) for row in plain} <= {len(shown.columns)}
        assert all(len(row.cells) == 1 for row in shown.rows if row.kind is not RowKind.ROW)


def test_every_place_of_the_samples_stands_in_its_article() -> None:
    view = sample_view()
    lengths = {article.id: len(article.text) for article in view.articles}
    for shown in make_sheets(view, make_details(view)).values():
        for row in shown.rows:
            for cell in row.cells:
                assert all(
                    0 <= p.span.start < p.span.end <= lengths[p.article] for p in cell.places
                )


def test_details_of_an_article_that_is_not_in_the_event_are_left_out() -> None:
    sheets = make_sheets(made_event("n"), made_details())
    outlets = {
        part.name
        for shown in sheets.values()
        for row in shown.rows
        for part in parts(row)
        if isinstance(part, Outlet)
    }
    assert outlets == {"North Herald"}


@pytest.mark.parametrize("outlets", [MOST_COLUMNS, MOST_COLUMNS + 1, 40])
def test_many_outlets_are_a_list_and_few_are_columns(outlets: int) -> None:
    sheets = make_sheets(*crowd(outlets))
    is_list = outlets > MOST_COLUMNS
    for kind in (DetailKind.NAMING, DetailKind.PROMINENCE):
        assert len(sheets[kind].columns) == (2 if is_list else outlets + 1)
    assert len(sheets[DetailKind.FIVE_W].rows) == (outlets if is_list else 6)
    named = sheets[DetailKind.NAMING].rows
    assert named[0].said == ("mayor. not found in 1 text" if is_list else named[0].said)


def test_many_texts_of_one_day_are_one_row_of_the_clock() -> None:
    lines = said(make_sheets(*crowd(40))[DetailKind.QUESTIONS])
    assert sum("Which came first" in line for line in lines) == 1
    assert "and 28 more" in lines[-1]


@given(st.text(max_size=80), st.integers(4, 40))
@settings(max_examples=60, deadline=None)
def test_shortened_words_are_short_and_begin_as_the_whole(words: str, most: int) -> None:
    short = shortened(words, most)
    assert len(short) <= most + 1
    assert words.startswith(short.removesuffix("…")) or short == words
