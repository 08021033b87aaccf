"""Marks in pixels: tints and rules stand at the right words, whatever the text is made of."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QImage

from desktop.core.model.spans import Span
from desktop.ui.fonts import font, load_fonts
from desktop.ui.paint.marks import Mark, MarkForm
from desktop.ui.paint.text import MarkedText
from desktop.ui.palettes import DARK, HIGH_LIGHT, LIGHT, Palette, load_palette
from tests.desktop.ui.paint.pixels import box_of, count, painted

LINE_PX, WIDE = 24, 600
AT = QPointF(10, 8)


@pytest.fixture(autouse=True)
def fonts(qapp: object) -> None:
    assert qapp is not None
    load_fonts()


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def marked(text: str, *marks: Mark, width: float = WIDE, lines: int = 0) -> MarkedText:
    made = MarkedText(text, font("evidence"), LINE_PX, marks)
    made.lay_out(width, lines)
    return made


def picture(text: str, words: str, form: MarkForm, palette: Palette) -> QImage:
    made = marked(text, Mark(span(text, words), form))
    return painted(
        WIDE, 40, lambda painter: made.draw(painter, AT, palette.text, palette), palette.surface
    )


def advance(text: str) -> float:
    return QFontMetricsF(font("evidence")).horizontalAdvance(text)


@pytest.mark.parametrize("look", [LIGHT, DARK])
@pytest.mark.parametrize(
    ("form", "tint"),
    [
        (MarkForm.OWN, "own_tint"),
        (MarkForm.QUOTED, "quo_tint"),
        (MarkForm.CHANGED, "diff_tint"),
        (MarkForm.SEARCH, "search"),
    ],
)
def test_the_tint_lies_under_the_words_and_only_there(look: str, form: MarkForm, tint: str) -> None:
    palette = load_palette(look)
    image = picture("The mayor lashed out at it.", "lashed out", form, palette)
    box = box_of(image, getattr(palette, tint))
    left, right = AT.x() + advance("The mayor "), AT.x() + advance("The mayor lashed out")
    assert box.left() == pytest.approx(left, abs=2.5)
    assert box.right() == pytest.approx(right, abs=2.5)
    assert box.top() >= AT.y()


@pytest.mark.parametrize(
    ("form", "rule", "is_broken"),
    [
        (MarkForm.OWN, "own", False),
        (MarkForm.QUOTED, "quo", True),
        (MarkForm.INDIRECT, "quo", True),
        (MarkForm.UNCLEAR, "border_strong", True),
        (MarkForm.CHANGED, "accent", False),
        (MarkForm.SHARED, "accent", True),
    ],
)
def test_each_rule_has_its_color_and_its_strokes(
    form: MarkForm, rule: str, is_broken: bool
) -> None:
    palette = load_palette(LIGHT)
    text = "A word nnnnnnnnnnnn here."
    image = picture(text, "nnnnnnnnnnnn", form, palette)
    # No letter of these reaches below the line: what stands there is the rule.
    left, right = int(AT.x() + advance("A word ")) + 2, int(AT.x() + advance("A word nnnnnnnnnnnn"))
    rows = range(int(AT.y()) + 14, 40)
    color = getattr(palette, rule)
    hues = [sum(_near(image, x, y, color) for y in rows) for x in range(left, right - 2)]
    assert any(hues)
    assert (0 in hues) is is_broken


def _near(image: QImage, x: int, y: int, color: QColor) -> bool:
    seen = image.pixelColor(x, y)
    return abs(seen.hue() - color.hue()) <= 12 and seen.lightness() < 190


def test_forms_without_a_tint_leave_the_ground_alone() -> None:
    palette = load_palette(LIGHT)
    for form in (MarkForm.INDIRECT, MarkForm.OTHER_FIGURE, MarkForm.OTHER_SCOPE, MarkForm.SELECTED):
        image = picture("The mayor slammed it.", "slammed", form, palette)
        tints = (palette.own_tint, palette.quo_tint, palette.diff_tint, palette.search)
        assert not any(count(image, tint) for tint in tints)


def test_in_high_contrast_a_mark_is_seen_by_its_rule_alone() -> None:
    palette = load_palette(HIGH_LIGHT)
    image = picture("The mayor slammed it.", "slammed", MarkForm.OWN, palette)
    assert count(image, palette.own) > 20


def test_an_ignored_wording_is_struck_and_has_no_color_of_a_voice() -> None:
    palette = load_palette(LIGHT)
    image = picture("The mayor nnnnnnnn it.", "nnnnnnnn", MarkForm.IGNORED, palette)
    assert count(image, palette.own_tint) == count(image, palette.own) == 0
    left = int(AT.x() + advance("The mayor ")) + 3
    word = range(left, left + int(advance("nnnnnnnn")) - 6)
    # Between the letters and the dots of the frame one sees the ground, under the stroke nowhere.
    ground = palette.surface.rgb()
    struck = [y for y in range(40) if all(image.pixel(x, y) != ground for x in word)]
    assert struck


def test_two_marks_on_one_word_are_both_seen() -> None:
    palette = load_palette(LIGHT)
    text = "The mayor slammed it."
    made = marked(
        text,
        Mark(span(text, "slammed"), MarkForm.OWN),
        Mark(span(text, "slammed"), MarkForm.SELECTED),
    )
    image = painted(WIDE, 40, lambda painter: made.draw(painter, AT, palette.text, palette))
    assert count(image, palette.own_tint) > 0
    assert count(image, palette.accent) > 0


def test_a_mark_over_a_line_break_stands_on_both_lines_and_not_on_the_blank() -> None:
    text = "One two three four five six seven eight nine ten eleven twelve"
    mark = Mark(span(text, "three four five six seven eight nine"), MarkForm.OWN)
    rects = marked(text, mark, width=140).rects(mark, QPointF())
    assert len(rects) >= 2
    assert [rect.top() for rect in rects] == sorted({rect.top() for rect in rects})
    assert all(0 <= rect.left() < rect.right() <= 140 for rect in rects)
    # Together as wide as the words: the blank at the end of a line is not among them.
    whole = sum(rect.width() for rect in rects)
    assert whole <= advance("three four five six seven eight nine") + 1
    assert whole >= advance("threefourfivesixseveneightnine") - 1


def test_after_an_emoji_the_mark_still_stands_on_its_word() -> None:
    text = "😀👩‍👩‍👧 The mayor slammed it"
    mark = Mark(span(text, "slammed"), MarkForm.OWN)
    (rect,) = marked(text, mark).rects(mark, QPointF())
    assert rect.width() == pytest.approx(advance("slammed"), abs=1.5)
    last = Mark(span(text, "it"), MarkForm.OWN)
    (end,) = marked(text, last).rects(last, QPointF())
    assert end.left() > rect.right()


def test_in_a_text_from_right_to_left_the_first_word_stands_on_the_right() -> None:
    text = "שלום עולם טוב"
    first, last = Mark(span(text, "שלום"), MarkForm.OWN), Mark(span(text, "טוב"), MarkForm.OWN)
    made = marked(text, first, last)
    (right,), (left,) = made.rects(first, QPointF()), made.rects(last, QPointF())
    assert right.width() > 0
    assert left.right() <= right.left()


def test_where_both_directions_mix_a_word_keeps_its_place() -> None:
    text = "He said שלום today"
    mark = Mark(span(text, "today"), MarkForm.OWN)
    (rect,) = marked(text, mark).rects(mark, QPointF())
    assert rect.width() == pytest.approx(advance("today"), abs=1.5)


def test_the_mark_under_the_pointer_is_the_one_drawn_last() -> None:
    text = "The mayor slammed it"
    wide, narrow = (
        Mark(span(text, "mayor slammed"), MarkForm.OWN),
        Mark(span(text, "slammed"), MarkForm.SELECTED),
    )
    made = marked(text, wide, narrow)
    (rect,) = made.rects(narrow, AT)
    assert made.mark_at(rect.center(), AT) is narrow
    (whole,) = made.rects(wide, AT)
    assert made.mark_at(QPointF(whole.left() + 2, whole.center().y()), AT) is wide
    assert made.mark_at(QPointF(rect.center().x(), rect.bottom() + 30), AT) is None
    assert made.mark_at(QPointF(0, 0), AT) is None


def test_text_past_its_last_line_ends_in_an_ellipsis() -> None:
    text = "word " * 80
    made = MarkedText(text, font("evidence"), LINE_PX)
    assert made.lay_out(150, 2) == 2 * LINE_PX
    assert made._layout.text().endswith("…")
    assert made._layout.lineCount() == 2
    whole = MarkedText(text, font("evidence"), LINE_PX)
    assert whole.lay_out(150) > 2 * LINE_PX
    assert whole._layout.text() == text


@pytest.mark.parametrize("lines", [1, 2, 3])
def test_text_with_emoji_is_cut_between_its_own_words(lines: int) -> None:
    text = "😀 word 🎉 other " * 30
    made = MarkedText(text, font("evidence"), LINE_PX)
    made.lay_out(160, lines)
    shown = made._layout.text()
    assert shown.endswith("…")
    assert text.startswith(shown[:-1])
    assert made._layout.lineCount() == lines


def test_a_mark_after_many_emoji_is_as_wide_as_its_words() -> None:
    text = "😀" * 20 + " the mayor slammed"
    mark = Mark(span(text, "slammed"), MarkForm.OWN)
    (rect,) = marked(text, mark).rects(mark, QPointF())
    assert rect.width() == pytest.approx(advance("slammed"), abs=1.5)


def test_laid_out_again_with_more_room_a_text_is_whole_again() -> None:
    text = "word " * 20 + "slammed"
    mark = Mark(span(text, "slammed"), MarkForm.OWN)
    made = marked(text, mark, width=100, lines=1)
    assert made.rects(mark, QPointF()) == []
    made.lay_out(2000, 1)
    assert made._layout.text() == text
    assert len(made.rects(mark, QPointF())) == 1


def test_a_text_that_fits_has_no_ellipsis() -> None:
    made = MarkedText("Short.", font("evidence"), LINE_PX)
    assert made.lay_out(300, 1) == LINE_PX
    assert made._layout.text() == "Short."


def test_words_that_were_cut_off_have_no_mark() -> None:
    text = "word " * 80 + "slammed"
    mark = Mark(span(text, "slammed"), MarkForm.OWN)
    assert marked(text, mark, width=150, lines=2).rects(mark, QPointF()) == []


def test_no_text_takes_no_mark_and_no_room_beyond_a_line() -> None:
    mark = Mark(Span(0, 4), MarkForm.OWN)
    made = MarkedText("", font("evidence"), LINE_PX, [mark])
    assert made.lay_out(100, 2) <= LINE_PX
    assert made.rects(mark, QPointF()) == []


@settings(max_examples=60)
@given(
    st.text(alphabet=st.sampled_from("ab mw \u00a0-é中😀שלםx"), min_size=1, max_size=80),
    st.integers(40, 300),
    st.integers(0, 3),
    st.data(),
)
def test_no_mark_leaves_the_column_or_the_lines(
    text: str, width: int, lines: int, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    mark = Mark(Span(start, end), MarkForm.OWN)
    made = MarkedText(text, font("evidence"), LINE_PX, [mark])
    height = made.lay_out(width, lines)
    if lines:
        assert height <= lines * LINE_PX
    for rect in made.rects(mark, QPointF()):
        room = QRectF(-0.5, -LINE_PX / 2, width + 1, height + LINE_PX)
        assert rect.width() > 0
        assert room.contains(rect.center())
        assert rect.right() <= width + 1
