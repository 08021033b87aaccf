"""What is chosen and where the keyboard is, seen in each chart; and a list of wordings as drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from desktop.core.model.analyses import Rate, Rung, Voice
from desktop.core.model.spans import Span
from desktop.ui.figures.charts import chart_data
from desktop.ui.figures.outlets import outlet_columns
from desktop.ui.fonts import load_fonts
from desktop.ui.paint import tone_axes, verb_ladder
from desktop.ui.paint.axes import ChartMark
from desktop.ui.paint.range_axis import Peer, RangeAxis, draw_range_axis, pushed_apart, rate_scale
from desktop.ui.paint.tone_axes import ToneDot
from desktop.ui.paint.verb_ladder import VerbLadder, VerbRung, VerbWord
from desktop.ui.paint.wordings import (
    ItemLook,
    WordingRow,
    action_rect,
    draw_wording,
    item_height,
)
from desktop.ui.palettes import HIGH_LIGHT, LIGHT, load_palette
from desktop.ui.panels.figures import Figure, LoadedFigure, MarkState, ToneFigure, VerbFigure
from tests.desktop.ui.made_event import made_event, place
from tests.desktop.ui.paint.pixels import box_of, count, is_blank, painted

INK, WIDTH = load_palette(LIGHT), 700
CHARTS = chart_data(outlet_columns(made_event()))


@pytest.fixture(autouse=True)
def fonts(qapp: object) -> None:
    assert qapp is not None
    load_fonts()


FIGURES: list[Callable[[], Figure]] = [
    lambda: LoadedFigure(CHARTS.loaded),
    lambda: ToneFigure(CHARTS.tone),
    lambda: VerbFigure(CHARTS.verbs),
]


def area_of(figure: Figure) -> QRectF:
    return QRectF(10, 0, WIDTH - 20, figure.height())


def drawn(figure: Figure, state: MarkState) -> QImage:
    def draw(painter: QPainter) -> None:
        figure.draw(painter, area_of(figure), state, INK)

    return painted(WIDTH, round(figure.height()) + 4, draw, INK.surface)


@pytest.mark.parametrize("make", FIGURES)
def test_the_frame_of_the_keyboard_stands_round_its_mark_alone(make: Callable[[], Figure]) -> None:
    figure = make()
    assert count(drawn(figure, MarkState()), INK.accent) == 0
    for mark in figure.marks():
        frame = box_of(drawn(figure, MarkState(focused=mark)), INK.accent)
        room = figure.mark_rect(area_of(figure), mark).adjusted(-9, -3, 9, 3)
        assert room.contains(frame)
        assert frame.height() > 10


@pytest.mark.parametrize("make", FIGURES)
def test_a_mark_that_the_chart_no_longer_has_draws_no_frame(make: Callable[[], Figure]) -> None:
    figure = make()
    gone = MarkState(focused=ChartMark(0, 9, 9))
    assert drawn(figure, gone) == drawn(figure, MarkState())


@pytest.mark.parametrize("make", FIGURES)
def test_the_mark_that_is_chosen_is_tinted_and_no_other_row_is(make: Callable[[], Figure]) -> None:
    figure = make()
    mark = figure.marks()[-1]
    image = drawn(figure, MarkState(chosen=frozenset({mark})))
    tint = box_of(image, INK.sel)
    row = figure.mark_rect(area_of(figure), mark)
    assert tint.intersects(row)
    assert abs(tint.center().y() - row.center().y()) <= row.height()
    assert count(drawn(figure, MarkState()), INK.sel) == 0


@pytest.mark.parametrize("make", FIGURES)
def test_every_mark_is_said_in_words_with_its_outlet(make: Callable[[], Figure]) -> None:
    figure = make()
    names = ("North Herald", "South Post", "East Wire")
    said = [figure.sentence(mark) for mark in figure.marks()]
    assert len(set(said)) == len(said)
    assert all(sentence.startswith(names) and sentence.endswith(".") for sentence in said)
    assert not any("None" in sentence for sentence in said)


def test_one_use_of_a_word_is_chosen_with_its_dot_and_all_uses_with_the_word() -> None:
    figure = VerbFigure(CHARTS.verbs)
    twice = next(mark for mark in figure.marks() if len(figure.places(mark)) == 2)
    second = replace(twice, use=1)
    one = drawn(figure, MarkState(chosen=frozenset({second})))
    both = drawn(figure, MarkState(chosen=frozenset({twice})))
    assert 0 < count(one, INK.accent) < count(both, INK.accent)
    assert (figure.places(twice)[1],) == figure.places(second)


def test_a_dot_is_hit_before_the_line_of_the_other_voice() -> None:
    rect = QRectF(0, 0, 700, tone_axes.height_for(CHARTS.tone))
    rows = tuple(
        replace(row, dots=(
            ToneDot(Voice.OWN, Rate(0.5, 4, 90)), ToneDot(Voice.QUOTED, Rate(-0.5, 4, 90))
        ))
        for row in CHARTS.tone.rows
    )  # fmt: skip
    data = replace(CHARTS.tone, rows=rows)
    for nth, row in enumerate(rows):
        line = QRectF(tone_axes.axis_area(rect))
        whole = tone_axes.mark_rect(rect, data, ChartMark(nth, 0))
        line.setTop(whole.top())
        line.setHeight(2 * whole.height())
        for column, spot in enumerate(tone_axes.dot_spots(line, row.dots)):
            assert spot is not None
            for off in (-4.0, 4.0):
                hit = tone_axes.mark_at(rect, data, spot + QPointF(0, off))
                assert hit == ChartMark(nth, column)


def test_a_word_used_too_often_for_its_column_has_one_dot_and_a_count() -> None:
    outlets = tuple((f"Outlet {nth}", "OU", nth) for nth in range(6))
    many = VerbWord("said", (place("n", "slams"),) * 60)
    cells = ((many,), *(() for _ in outlets[1:]))
    data = VerbLadder(outlets, (VerbRung(Rung.PLAIN, cells),))
    rect = QRectF(0, 0, verb_ladder.least_width(data), verb_ladder.height_for(data))
    box = verb_ladder.mark_rect(rect, data, ChartMark(0, 0))
    uses = {
        hit.use
        for x in range(round(box.left()), round(box.right()))
        if (hit := verb_ladder.mark_at(rect, data, QPointF(x, box.center().y())))
    }
    assert uses == {-1}
    few = replace(data, rungs=(VerbRung(Rung.PLAIN, ((replace(many, uses=many.uses[:1]),),
                                                     *cells[1:])),))  # fmt: skip

    def digits(shown: VerbLadder) -> int:
        image = painted(
            round(rect.width()), round(rect.height()),
            lambda painter: verb_ladder.draw_verb_ladder(painter, rect, shown, INK), INK.surface,
        )  # fmt: skip
        return count(image, INK.text2, QRectF(box.center().x(), box.top(), 60, box.height()))

    assert digits(data) > digits(few)


@given(st.lists(st.floats(0, 100), min_size=1, max_size=6))
def test_badges_with_room_stay_where_their_values_are(wanted: list[float]) -> None:
    spread = [40.0 * nth for nth in range(len(wanted))]
    assert list(pushed_apart(spread, 30.0, (0.0, 400.0))) == spread
    assert min(pushed_apart(wanted, 30.0, (10.0, 400.0))) >= 10.0


def test_a_rate_without_a_range_has_its_axis_and_no_bar() -> None:
    peers = (Peer("NH", 0, 3.0),)
    pictures: list[QImage] = []
    for rate in (Rate(3.0, 3, 100), Rate(3.0, 3, 100, 1.0, 5.0)):
        axis = RangeAxis(rate, Voice.OWN, peers, rate_scale(rate, peers))
        pictures.append(
            painted(480, 60, lambda p, a=axis: draw_range_axis(p, QRectF(0, 0, 480, 58), a, INK))
        )
    bare, ranged = (count(picture, INK.own_tint) for picture in pictures)
    assert bare == 0 < ranged
    assert not is_blank(pictures[0].copy(300, 31, 100, 4))


WORDING = WordingRow(
    Span(4, 10), Voice.OWN, 3, Span(0, 30), "The mayor slammed the plan.", Span(10, 17),
    "slammed", ("emotive verb",), "“slammed” judges where a plain word exists.",
)  # fmt: skip


def item(look: ItemLook, palette_name: str = LIGHT) -> QImage:
    palette = load_palette(palette_name)
    rect = QRectF(0, 0, 540, item_height(look, 540))
    size = 540, round(rect.height()) + 20
    return painted(*size, lambda p: draw_wording(p, rect, look, palette), palette.window)


def test_an_open_item_is_as_high_as_its_reason_and_bars_its_side() -> None:
    closed, opened = ItemLook(WORDING), ItemLook(WORDING, is_open=True)
    long = replace(WORDING, reason="It judges where a plain word exists. " * 12)
    assert item_height(ItemLook(long), 540) == item_height(closed, 540)
    assert item_height(ItemLook(long, is_open=True), 540) > item_height(opened, 540)
    bar = QRectF(0, 0, 3, item_height(opened, 540))
    assert count(item(opened), INK.accent, bar) > 100
    assert count(item(closed), INK.accent, bar) == 0
    tone = replace(WORDING, can_ignore=False)
    assert item_height(ItemLook(tone, is_open=True), 540) < item_height(opened, 540)


def test_nothing_of_a_long_closed_item_runs_into_its_action_or_out_of_its_row() -> None:
    long = replace(WORDING, words="utter folly " * 60, reason="It judges. " * 90)
    look = ItemLook(long)
    box = action_rect(QRectF(0, 0, 540, item_height(look, 540)))
    image, short = item(look), item(ItemLook(WORDING))
    assert is_blank(image.copy(0, round(box.bottom()) + 1, 540, 15), INK.window)
    assert count(image, INK.text, box) == 0
    assert count(image, INK.text2, box) == count(short, INK.text2, box) > 0


def test_a_wording_taken_out_of_the_count_is_struck_and_offers_undo() -> None:
    look = ItemLook(replace(WORDING, is_ignored=True))
    box = action_rect(QRectF(0, 0, 540, item_height(look, 540)))
    assert count(item(look), INK.accent, box) > 20
    assert count(item(ItemLook(WORDING)), INK.accent, box) == 0
    assert count(item(look), INK.own_tint) == 0 < count(item(ItemLook(WORDING)), INK.own_tint)


@pytest.mark.parametrize("look", [LIGHT, HIGH_LIGHT])
def test_the_item_with_the_keyboard_is_framed(look: str) -> None:
    opened = ItemLook(WORDING, is_open=True)
    framed = replace(opened, has_focus=True)
    accent = load_palette(look).accent
    assert count(item(framed, look), accent) > count(item(opened, look), accent) + 800
