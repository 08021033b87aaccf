"""The three charts of an event: what is drawn, where, and what a point hits."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from desktop.core.model.analyses import Rate, Voice
from desktop.ui.figures.charts import chart_data
from desktop.ui.figures.outlets import Voices, outlet_columns
from desktop.ui.fonts import load_fonts
from desktop.ui.paint import loaded_bars, tone_axes, verb_ladder
from desktop.ui.paint.axes import ChartMark, Scale, draw_range, nice_scale
from desktop.ui.paint.legend import TitledChart
from desktop.ui.paint.loaded_bars import LoadedBar, LoadedBars, LoadedRow
from desktop.ui.paint.saving import PNG_RATIO, WIDTH_PX, save_chart
from desktop.ui.palettes import DARK, LIGHT, Palette, in_gray, load_palette
from tests.desktop.ui.made_event import made_event

RECT = QRectF(0, 0, 520, 190)


@pytest.fixture(autouse=True)
def fonts(qapp: QApplication) -> None:
    assert qapp is not None
    load_fonts()


def data() -> LoadedBars:
    return chart_data(outlet_columns(made_event())).loaded


def painted(bars: LoadedBars, palette: Palette) -> QImage:
    image = QImage(RECT.size().toSize(), QImage.Format.Format_RGB32)
    image.fill(palette.surface)
    painter = QPainter(image)
    loaded_bars.draw_loaded_bars(painter, RECT, bars, palette)
    painter.end()
    return image


def color_at(image: QImage, point: QPointF) -> str:
    return QColor(image.pixel(point.toPoint())).name()


@given(st.floats(0.0, 5000.0))
def test_a_scale_holds_its_greatest_value_with_few_round_steps(most: float) -> None:
    scale = nice_scale(most)
    assert scale.top >= most
    assert 1 <= len(scale.ticks()) - 1 <= 5
    assert scale.ticks()[-1] == pytest.approx(scale.top)


@pytest.mark.parametrize("name", [LIGHT, DARK])
def test_an_own_bar_is_solid_in_the_color_of_the_own_voice(name: str) -> None:
    palette, bars = load_palette(name), data()
    bar = loaded_bars.bar_rect(RECT, bars, ChartMark(0, 0))
    inside = QPointF(bar.left() + 3, bar.top() + 3)
    assert color_at(painted(bars, palette), inside) == palette.own_fill.name()


def test_a_quoted_bar_is_hatched_and_so_has_two_colors_without_color() -> None:
    palette, bars = in_gray(load_palette(LIGHT)), data()
    image = painted(bars, palette)
    bar = loaded_bars.bar_rect(RECT, bars, ChartMark(0, 1))
    y = round(bar.top()) + 3
    shades = {QColor(image.pixel(x, y)).lightness() for x in range(int(bar.left()) + 3, 200)}
    assert max(shades) - min(shades) > 80
    own = loaded_bars.bar_rect(RECT, bars, ChartMark(0, 0))
    # Above the caps of the range, which is drawn on the bar.
    solid = {image.pixel(x, round(own.top()) + 1) for x in range(int(own.left()) + 3, 200)}
    assert len(solid) == 1


def test_a_chart_without_color_has_none() -> None:
    image = painted(data(), in_gray(load_palette(LIGHT)))
    for x in range(0, image.width(), 3):
        for y in range(0, image.height(), 3):
            color = QColor(image.pixel(x, y))
            assert color.red() == color.green() == color.blue()


def test_a_bar_is_as_long_as_its_value_on_the_one_scale() -> None:
    bars, area = data(), loaded_bars.bar_area(RECT)
    scale = loaded_bars.scale_of(bars)
    bar = loaded_bars.bar_rect(RECT, bars, ChartMark(0, 0))
    assert bar.width() / area.width() == pytest.approx(8.0 / scale.top)


def test_too_little_text_has_no_bar() -> None:
    assert loaded_bars.bar_rect(RECT, data(), ChartMark(1, 1)).width() == 0


def test_one_wide_range_does_not_flatten_all_bars() -> None:
    assert loaded_bars.scale_of(data()).top < 60.0


def test_a_range_past_the_scale_ends_in_an_arrow_and_stays_inside() -> None:
    palette = load_palette(LIGHT)
    image = QImage(200, 20, QImage.Format.Format_RGB32)
    image.fill(palette.surface)
    painter = QPainter(image)
    draw_range(painter, 10, (20.0, 900.0), QRectF(0, 0, 100, 20), palette)
    painter.end()
    ink = [x for x in range(200) if QColor(image.pixel(x, 10)) != palette.surface]
    assert 95 <= max(ink) <= 101
    head = [y for y in range(20) if QColor(image.pixel(96, y)) != palette.surface]
    assert len(head) > 2


def test_every_mark_is_hit_at_its_middle() -> None:
    columns = outlet_columns(made_event())
    charts = chart_data(columns)
    for module, shown in (
        (loaded_bars, charts.loaded),
        (tone_axes, charts.tone),
        (verb_ladder, charts.verbs),
    ):
        rect = QRectF(0, 0, 700, module.height_for(shown))
        for mark in module.marks(shown):
            box = module.mark_rect(rect, shown, mark)
            near = QPointF(box.left() + 6, box.center().y())
            assert module.mark_at(rect, shown, near) == mark


@given(st.floats(-50, 900), st.floats(-50, 900))
def test_a_point_hits_a_mark_that_exists_or_none(x: float, y: float) -> None:
    bars = data()
    hit = loaded_bars.mark_at(RECT, bars, QPointF(x, y))
    assert hit is None or hit in loaded_bars.marks(bars)


def test_no_outlets_are_no_marks_and_draw_nothing() -> None:
    palette = load_palette(LIGHT)
    empty = LoadedBars(())
    assert loaded_bars.marks(empty) == ()
    assert loaded_bars.mark_at(RECT, empty, QPointF(5, 5)) is None
    assert painted(empty, palette) == painted(empty, palette)


def test_a_dot_of_a_word_is_one_use_of_it() -> None:
    verbs = chart_data(outlet_columns(made_event())).verbs
    rect = QRectF(0, 0, 700, verb_ladder.height_for(verbs))
    twice = next(
        mark
        for mark in verb_ladder.marks(verbs)
        if len(verbs.rungs[mark.row].cells[mark.column][mark.nth].uses) == 2
    )
    box = verb_ladder.mark_rect(rect, verbs, twice)
    uses = {
        hit.use
        for x in range(int(box.left()), int(box.right()))
        if (hit := verb_ladder.mark_at(rect, verbs, QPointF(x, box.center().y())))
    }
    assert uses == {-1, 0, 1}


def test_more_uses_than_room_are_one_dot_with_a_number() -> None:
    verbs = chart_data(outlet_columns(made_event())).verbs
    rung = verbs.rungs[-1]
    word = next(words[0] for words in rung.cells if words)
    many = replace(word, uses=word.uses * 60)
    cells = ((many,), *rung.cells[1:])
    full = replace(verbs, rungs=(*verbs.rungs[:-1], replace(rung, cells=cells)))
    rect = QRectF(0, 0, 700, verb_ladder.height_for(full))
    box = verb_ladder.mark_rect(rect, full, ChartMark(len(full.rungs) - 1, 0, 0))
    assert box.right() < 138 + (700 - 138) / 3 + 4


def test_dots_that_are_close_move_apart_own_up() -> None:
    line = QRectF(0, 0, 100, 40)
    near = (
        tone_axes.ToneDot(Voice.OWN, Rate(0.10, 4, 90)),
        tone_axes.ToneDot(Voice.QUOTED, Rate(0.11, 4, 90)),
    )
    own, quoted = tone_axes.dot_spots(line, near)
    assert own is not None
    assert quoted is not None
    assert own.y() < quoted.y()
    far = (near[0], tone_axes.ToneDot(Voice.QUOTED, Rate(-0.9, 4, 90)))
    apart = tone_axes.dot_spots(line, far)
    assert apart[0] is not None
    assert apart[1] is not None
    assert apart[0].y() == apart[1].y()


def test_a_tone_without_a_value_has_no_dot() -> None:
    dots = (tone_axes.ToneDot(Voice.OWN, Rate(None, 2, 12)),)
    assert tone_axes.dot_spots(QRectF(0, 0, 100, 40), dots) == [None]


def test_a_single_sentence_is_a_tick_and_not_a_dot() -> None:
    palette = load_palette(LIGHT)
    widths: list[int] = []
    for count in (1, 5):
        image = QImage(100, 40, QImage.Format.Format_RGB32)
        image.fill(palette.surface)
        painter = QPainter(image)
        dots = (tone_axes.ToneDot(Voice.OWN, Rate(0.3, count, 90)),)
        tone_axes.draw_tone_axis(painter, QRectF(0, 0, 100, 40), dots, palette)
        painter.end()
        fill = palette.own_fill.name()
        widths.append(sum(QColor(image.pixel(x, 17)).name() == fill for x in range(100)))
    assert widths[0] <= 2 < widths[1]


def titled(bars: LoadedBars) -> TitledChart:
    def draw(painter: QPainter, rect: QRectF, palette: Palette) -> None:
        loaded_bars.draw_loaded_bars(painter, rect, bars, palette)

    voices = (Voice.OWN, Voice.QUOTED)
    height = loaded_bars.height_for(bars)
    return TitledChart("Loaded wording", "Per 100 words.", voices, draw, height)


def test_an_svg_is_well_formed_and_its_words_are_words(tmp_path: Path) -> None:
    path = tmp_path / "chart.svg"
    assert save_chart(path, titled(data()), load_palette(LIGHT))
    root = ET.parse(path).getroot()  # noqa: S314, we have just written it
    words = " ".join("".join(node.itertext()) for node in root.iter() if node.tag.endswith("text"))
    for expected in ("North Herald", "Own voice", "Quoted voices", "2 in 60 words"):
        assert expected in words
    assert root.get("viewBox") == f"0 0 {WIDTH_PX} {root.get('viewBox', '').split()[-1]}"


def test_hatching_in_an_svg_stays_inside_its_bar_for_readers_that_do_not_clip(
    tmp_path: Path,
) -> None:
    path, palette, bars = tmp_path / "chart.svg", load_palette(LIGHT), data()
    assert save_chart(path, titled(bars), palette)
    renderer = QSvgRenderer(str(path))
    size = renderer.viewBox().size()
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(palette.surface)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    inner = QRectF(0, 0, size.width(), size.height()).adjusted(18, 18 + 72, -18, -18)
    bar = loaded_bars.bar_rect(inner, bars, ChartMark(0, 1))
    left, right = round(bar.left()), round(bar.right())
    # Lines that rise to the right would leave the bar low at its left and high at its right.
    low, high = round(bar.bottom()) - 3, round(bar.top()) + 2
    spilled = [image.pixel(x, low) for x in range(left - 12, left - 2)]
    spilled += [image.pixel(x, high) for x in range(right + 3, right + 12)]
    assert {QColor(pixel).name() for pixel in spilled} == {palette.surface.name()}
    assert len({image.pixel(x, high) for x in range(left + 3, right - 3)}) > 2


def test_an_svg_is_as_wide_as_it_says(tmp_path: Path) -> None:
    path = tmp_path / "chart.svg"
    assert save_chart(path, titled(data()), load_palette(LIGHT))
    width = ET.parse(path).getroot().get("width", "")  # noqa: S314, we have just written it
    assert width.endswith("mm")
    assert float(width.removesuffix("mm")) / 25.4 * 96 == pytest.approx(WIDTH_PX, abs=1)


def test_a_png_is_sharp_and_has_the_legend_inside(tmp_path: Path) -> None:
    path = tmp_path / "chart.png"
    palette = load_palette(LIGHT)
    assert save_chart(path, titled(data()), palette)
    image = QImage(str(path))
    assert image.width() == WIDTH_PX * PNG_RATIO
    top = {QColor(image.pixel(x, y)).name() for x in range(400) for y in range(80, 140, 4)}
    assert palette.own_fill.name() in top


def test_a_file_that_cannot_be_written_is_said_so(tmp_path: Path) -> None:
    nowhere = tmp_path / "missing" / "chart.png"
    assert not save_chart(nowhere, titled(data()), load_palette(LIGHT))


def test_all_charts_paint_on_paper(tmp_path: Path) -> None:
    charts, palette = chart_data(outlet_columns(made_event())), load_palette(LIGHT)
    writer = QPdfWriter(str(tmp_path / "page.pdf"))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setResolution(144)
    painter = QPainter(writer)
    loaded_bars.draw_loaded_bars(painter, RECT, charts.loaded, palette)
    tone_axes.draw_tone_axes(painter, RECT, charts.tone, palette)
    verb_ladder.draw_verb_ladder(painter, QRectF(0, 0, 700, 400), charts.verbs, palette)
    assert painter.end()
    assert (tmp_path / "page.pdf").stat().st_size > 2_000


def test_one_voice_alone_stands_in_the_middle_of_its_row() -> None:
    one = chart_data(outlet_columns(made_event()), Voices.OWN).loaded
    rect = QRectF(0, 0, 520, loaded_bars.height_for(one))
    row = loaded_bars.mark_rect(rect, one, ChartMark(0, 0))
    bar = loaded_bars.bar_rect(rect, one, ChartMark(0, 0))
    assert bar.center().y() == pytest.approx(row.center().y())


def test_a_long_name_never_runs_into_the_bars() -> None:
    palette = load_palette(LIGHT)
    long = LoadedRow("x", "An outlet of a very long name " * 4, ("AO", 0), ())
    bare = LoadedBars((replace(long, bars=(LoadedBar(Voice.OWN, Rate(None, 0, 0)),)),))
    rect = QRectF(0, 0, 520, loaded_bars.height_for(bare))
    image = QImage(rect.size().toSize(), QImage.Format.Format_RGB32)
    image.fill(palette.surface)
    painter = QPainter(image)
    loaded_bars.draw_loaded_bars(painter, rect, bare, palette)
    painter.end()
    left = int(loaded_bars.bar_area(rect).left())
    gap = range(left - 6, left - 1)
    assert all(QColor(image.pixel(x, y)) == palette.surface for x in gap for y in range(2, 34))


def test_a_scale_may_begin_below_zero() -> None:
    scale = Scale(1.0, 0.5, -1.0)
    assert scale.ticks() == (-1.0, -0.5, 0.0, 0.5, 1.0)
    assert scale.x(0.0, QRectF(0, 0, 100, 1)) == 50.0


NOT_SCORED = Rate(None, 0, 60, language="fr")


def inks(image: QImage, height: int) -> set[int]:
    """Return the colors of the first outlet's row, right of its name."""
    return {image.pixel(x, y) for x in range(200, image.width(), 2) for y in range(height)}


def test_an_outlet_whose_text_is_not_in_english_has_no_bar() -> None:
    bars, palette = data(), load_palette(LIGHT)
    row = bars.rows[0]
    unrated = tuple(replace(bar, rate=NOT_SCORED) for bar in row.bars)
    foreign = replace(bars, rows=(replace(row, bars=unrated), *bars.rows[1:]))
    color = palette.own_fill.rgb()
    assert color in inks(painted(bars, palette), 50)
    assert color not in inks(painted(foreign, palette), 50)


def test_an_outlet_whose_text_is_not_in_english_has_no_dot() -> None:
    axes, palette = chart_data(outlet_columns(made_event())).tone, load_palette(LIGHT)
    row = axes.rows[0]
    unrated = tuple(replace(dot, rate=NOT_SCORED) for dot in row.dots)
    seen: list[set[int]] = []
    for shown in (row, replace(row, dots=unrated)):
        image = QImage(RECT.size().toSize(), QImage.Format.Format_RGB32)
        image.fill(palette.surface)
        painter = QPainter(image)
        rows = (shown, *axes.rows[1:])
        tone_axes.draw_tone_axes(painter, RECT, replace(axes, rows=rows), palette)
        painter.end()
        seen.append(inks(image, 50))
    assert palette.own_fill.rgb() in seen[0]
    assert palette.own_fill.rgb() not in seen[1]
