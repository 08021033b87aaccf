from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.core.model.analyses import LoadedSpan, Voice
from desktop.core.model.articles import Article, Block, BlockKind, Published, Stated
from desktop.core.model.comparisons import Place
from desktop.core.model.spans import Span
from desktop.ui.fonts import load_fonts
from desktop.ui.palettes import DARK, LIGHT
from desktop.ui.panels.fold_row import FoldRow
from desktop.ui.panels.reading import ReadingPane
from desktop.ui.selection import Selection
from desktop.ui.theme import theme
from tests.desktop.ui.panels.marked import (
    BADGE,
    LINES,
    TEXT,
    analysis_of,
    loaded,
    marked_analysis,
    marked_article,
    record,
    span_of,
    with_ignored,
)

KEY, NONE, ALT = Qt.Key, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def pane(qtbot: QtBot) -> Iterator[ReadingPane]:
    load_fonts()
    made = ReadingPane(Selection())
    qtbot.addWidget(made)
    made.resize(680, 800)
    made.show_article(marked_article(), marked_analysis(), BADGE, "harbor.txt")
    made.show()
    qtbot.waitExposed(made)
    made.text.setFocus()
    yield made
    theme().use(LIGHT, 1.0)


def _point(pane: ReadingPane, words: str) -> QPoint:
    rect = pane.text.page.rects(span_of(words))[0]
    return rect.translated(0, -pane.text.verticalScrollBar().value()).center().toPoint()


def _click(pane: ReadingPane, words: str) -> None:
    QTest.mouseClick(pane.text.viewport(), LEFT, NONE, _point(pane, words))


def _row(pane: ReadingPane, words: str) -> FoldRow:
    return next(row for row in pane.text.slots.rows if words in row.opener.text())


@pytest.mark.parametrize("one", marked_analysis().loaded, ids=lambda one: str(one.span))
def test_the_words_under_a_mark_are_the_words_of_its_span(
    pane: ReadingPane, one: LoadedSpan
) -> None:
    cursor = pane.text.page.select(one.span)
    assert cursor is not None
    assert cursor.selectedText() == one.span.of(TEXT)
    assert pane.text.loaded_at(_point(pane, one.span.of(TEXT)).toPointF()) == one


def test_a_click_on_a_mark_chooses_its_place(pane: ReadingPane) -> None:
    seen = record(pane.place_chosen)
    _click(pane, "lashed out")
    assert seen == [(Place("a1", span_of("lashed out")),)]
    assert pane.text.current is not None
    assert pane.text.current.span == span_of("lashed out")


def test_a_click_beside_the_marks_chooses_nothing(pane: ReadingPane) -> None:
    seen = record(pane.place_chosen)
    _click(pane, "rivals")
    assert seen == []


def test_delete_on_a_mark_ignores_it_and_on_an_ignored_one_counts_it(pane: ReadingPane) -> None:
    ignored = record(pane.wording_ignored)
    counted = record(pane.wording_counted)
    _click(pane, "lashed out")
    QTest.keyClick(pane.text, KEY.Key_Delete)
    analysis = with_ignored(marked_analysis(), "lashed out")
    pane.show_article(marked_article(), analysis, BADGE, "harbor.txt")
    assert pane.text.current is not None
    assert pane.text.current.ignored
    QTest.keyClick(pane.text, KEY.Key_Delete)
    assert ignored == counted == [("a1", span_of("lashed out"))]


def test_delete_without_a_mark_says_nothing(pane: ReadingPane) -> None:
    seen = record(pane.wording_ignored)
    QTest.keyClick(pane.text, KEY.Key_Delete)
    assert seen == []


def test_alt_down_and_up_go_from_mark_to_mark_and_show_the_card(pane: ReadingPane) -> None:
    seen = record(pane.place_chosen)
    for key in (KEY.Key_Down, KEY.Key_Down, KEY.Key_Down, KEY.Key_Up):
        QTest.keyClick(pane.text, key, ALT)
    words = ("slams", "madness", "lashed out", "madness")
    assert seen == [(Place("a1", span_of(word)),) for word in words]
    content = pane.card.card.content
    assert content is not None
    assert (content.sentence_number, content.voice) == (2, Voice.QUOTED)
    QTest.keyClick(pane.text, KEY.Key_Escape)
    assert pane.card.card.content is None


def test_the_card_shows_after_a_moment_and_goes_with_the_mouse(
    pane: ReadingPane, qtbot: QtBot
) -> None:
    QTest.mouseMove(pane.text.viewport(), _point(pane, "claimed"))
    qtbot.waitUntil(lambda: pane.card.card.content is not None, timeout=2000)
    content = pane.card.card.content
    assert content is not None
    assert "claimed" in content.reason
    QTest.mouseMove(pane.text.viewport(), _point(pane, "rivals"))
    assert pane.card.card.content is None


def test_a_folded_block_opens_by_click_and_closes_by_enter(pane: ReadingPane) -> None:
    words = span_of("ten <b>harbors</b> to visit")
    assert pane.text.page.rects(words) == []
    QTest.mouseClick(_row(pane, "Related headline, set apart").opener, LEFT)
    assert pane.text.page.rects(words) != []
    cursor = pane.text.page.select(words)
    assert cursor is not None
    assert cursor.selectedText() == "ten <b>harbors</b> to visit"
    QTest.keyClick(_row(pane, "Related headline, set apart").opener, KEY.Key_Return)
    assert pane.text.page.rects(words) == []


def test_the_keyboard_stays_where_a_row_was_opened(pane: ReadingPane, qtbot: QtBot) -> None:
    pane.activateWindow()
    opener = _row(pane, "Byline").opener
    opener.setFocus()
    qtbot.waitUntil(opener.hasFocus)
    QTest.keyClick(opener, KEY.Key_Space)
    assert _row(pane, "Byline").opener is not opener
    assert _row(pane, "Byline").opener.hasFocus()


def test_the_keyboard_stays_where_a_field_was_edited(pane: ReadingPane, qtbot: QtBot) -> None:
    pane.activateWindow()
    pane.edit_field("outlet")
    field = next(f for f in pane.details.fields if f.is_editing)
    qtbot.waitUntil(field.editor.hasFocus)
    QTest.keyClick(field.editor, KEY.Key_Return)
    pane.show_article(marked_article(), marked_analysis(), BADGE, "harbor.txt")
    assert [f.facts.name for f in pane.details.fields if f.value.hasFocus()] == ["outlet"]


def test_a_folded_block_can_be_kept_and_a_kept_one_set_apart(pane: ReadingPane) -> None:
    kept = record(pane.block_kept)
    apart = record(pane.block_set_apart)
    QTest.mouseClick(_row(pane, "Related").action, LEFT)
    related = span_of(LINES[4][1])
    blocks = tuple(
        replace(block, scored=True) if block.span == related else block
        for block in marked_analysis().blocks
    )
    pane.show_article(marked_article(), replace(marked_analysis(), blocks=blocks), BADGE, "")
    QTest.mouseClick(_row(pane, "Related headline, kept").action, LEFT)
    assert kept == apart == [("a1", related)]


def test_a_missing_date_says_so_and_is_added_in_place(pane: ReadingPane) -> None:
    seen = record(pane.field_edited)
    field = next(f for f in pane.details.fields if f.facts.name == "published")
    assert field.value.text() == "Date not stated"
    QTest.mouseClick(field.add, LEFT)
    QTest.keyClicks(field.editor, "2024-11-02")
    QTest.keyClick(field.editor, KEY.Key_Return)
    assert seen == [("a1", "published", "2024-11-02")]
    assert not field.is_editing


def test_escape_gives_an_edit_up(pane: ReadingPane) -> None:
    seen = record(pane.field_edited)
    field = next(f for f in pane.details.fields if f.facts.name == "outlet")
    QTest.mouseClick(field.value, LEFT)
    assert field.editor.text() == "Harbor Times"
    QTest.keyClicks(field.editor, "Other")
    QTest.keyClick(field.editor, KEY.Key_Escape)
    assert seen == []
    assert not field.is_editing


def test_f2_edits_the_first_missing_field(pane: ReadingPane) -> None:
    QTest.keyClick(pane.text, KEY.Key_F2)
    assert [f.facts.name for f in pane.details.fields if f.is_editing] == ["published"]


def test_a_field_tells_its_origin_and_its_chip_selects_the_evidence(pane: ReadingPane) -> None:
    fields = {f.facts.name: f for f in pane.details.fields}
    assert fields["outlet"].chip.text() == "from sidecar"
    chip = fields["authors"].chip
    assert chip.text() == "from text"
    assert "Ada Berg" in chip.toolTip()
    QTest.mouseClick(chip, LEFT)
    assert pane.text.chosen_span() == span_of("Ada Berg")


def test_a_date_is_shown_as_it_was_stated(pane: ReadingPane) -> None:
    date = Published(2024, 11, 2, 18, 37, 330, "IST")
    article = marked_article(published=Stated(date))
    pane.show_article(article, marked_analysis(), BADGE, "")
    field = next(f for f in pane.details.fields if f.facts.name == "published")
    assert field.value.text() == "2 Nov 2024, 18:37 IST"
    assert field.facts.edit_text == "2024-11-02T18:37+05:30"


def test_find_counts_steps_round_and_opens_what_is_folded(pane: ReadingPane) -> None:
    QTest.keyClick(pane.text, KEY.Key_F, CONTROL)
    QTest.keyClicks(pane.find_bar.field, "HARBOR")
    assert pane.find_bar.count.text() == "1 of 3"
    QTest.keyClick(pane.find_bar.field, KEY.Key_Return)
    assert pane.find_bar.count.text() == "2 of 3"
    assert span_of(LINES[4][1]) in pane.text.unfolded
    for _ in range(2):
        QTest.keyClick(pane.find_bar.field, KEY.Key_F3)
    assert pane.find_bar.count.text() == "1 of 3"
    QTest.keyClick(pane.find_bar.field, KEY.Key_Escape)
    assert pane.find_bar.isHidden()
    assert pane.finder.hits == ()


def test_find_says_when_nothing_is_found(pane: ReadingPane) -> None:
    pane.finder.open()
    QTest.keyClicks(pane.find_bar.field, "retreat")
    assert pane.find_bar.count.text() == "Not found"


def test_control_m_hides_the_marks_and_shows_them_again(pane: ReadingPane) -> None:
    point = _point(pane, "slams").toPointF()
    QTest.keyClick(pane.text, KEY.Key_M, CONTROL)
    assert pane.text.loaded_at(point) is None
    QTest.keyClick(pane.text, KEY.Key_M, CONTROL)
    assert pane.text.loaded_at(point) is not None


def test_what_is_copied_is_the_article_without_rows(pane: ReadingPane) -> None:
    pane.text.selectAll()
    pane.text.copy()
    shown = [line for kind, line in LINES if kind not in (BlockKind.BYLINE, BlockKind.RELATED)]
    assert QGuiApplication.clipboard().text() == "\n\n".join(shown)


def test_words_selected_by_hand_have_the_span_of_the_article(pane: ReadingPane) -> None:
    pane.text.choose_words(span_of("folly 🎭, all"))
    assert pane.text.chosen_span() == span_of("folly 🎭, all")


def test_counts_are_told_in_words_and_lead_to_the_explanation(pane: ReadingPane) -> None:
    seen = record(pane.explain_requested)
    assert pane.details.counts.own.text() == "3 loaded wordings in own voice"
    assert pane.details.counts.quoted.text() == "2 in quoted voices"
    QTest.mouseClick(pane.details.counts.explain, LEFT)
    QTest.keyClick(pane.text, KEY.Key_E)
    assert seen == [("a1",), ("a1",)]


def test_the_place_read_stays_when_only_marks_change(pane: ReadingPane) -> None:
    pane.resize(400, 200)
    pane.text.verticalScrollBar().setValue(120)
    analysis = with_ignored(marked_analysis(), "claimed")
    pane.show_article(marked_article(), analysis, BADGE, "harbor.txt")
    assert pane.text.verticalScrollBar().value() == 120


def test_another_article_is_shown_from_its_top(pane: ReadingPane) -> None:
    pane.resize(400, 200)
    pane.text.verticalScrollBar().setValue(120)
    pane.show_article(replace(marked_article(), id="a2"), marked_analysis(), BADGE, "")
    assert pane.text.verticalScrollBar().value() == 0


def test_a_place_chosen_elsewhere_is_framed_and_brought_into_view(pane: ReadingPane) -> None:
    pane.resize(400, 220)
    pane.show_place(Place("a1", span_of("claimed")))
    assert 0 <= _point(pane, "claimed").y() <= pane.text.viewport().height()
    assert pane.text.margin.selected == frozenset({6})
    pane.show_place(Place("other", span_of("slams")))
    assert pane.text.margin.selected == frozenset({6})


def test_the_gutter_tells_whose_words_hold_most_of_a_line(pane: ReadingPane) -> None:
    voices = set[Voice]()
    pane.resize(300, 800)
    for nth in range(len(pane.text.page.pieces)):
        lines = list(pane.text.page.lines(nth))
        voices |= {line.voice for line in pane.text.margin.gutter(lines)}
    assert voices == {Voice.OWN, Voice.QUOTED}


def test_text_that_reads_from_the_right_has_its_gutter_on_the_right(pane: ReadingPane) -> None:
    text = "قال الوزير إن الخطة جنون"
    analysis = replace(
        analysis_of(text, [(BlockKind.BODY, text)]),
        loaded=(loaded("جنون", Voice.OWN, 1, text),),
    )
    pane.show_article(Article("rtl", text), analysis, BADGE, "")
    pane.set_four_voices(True)
    shown = pane.grab().toImage()
    last = len(pane.text.page.pieces) - 1
    assert pane.text.page.is_rtl(last)
    right = pane.text.viewport().width() - pane.text.sides()[1] + 14
    y = round(pane.text.page.box(last).center().y())
    assert shown.pixelColor(right, y) == theme().palette.own_mid
    words = pane.text.page.rects(span_of("جنون", text))[0]
    assert words.width() > 0


def test_a_long_text_without_line_breaks_is_cut_and_keeps_its_offsets(pane: ReadingPane) -> None:
    text = "The 😀 mayor fumes at it " * 20_000
    block = Block(Span(0, len(text)), BlockKind.BODY, scored=True)
    analysis = replace(analysis_of("x", [(BlockKind.BODY, "x")]), blocks=(block,))
    last = Span(text.rindex("fumes"), text.rindex("fumes") + 5)
    mark = replace(loaded("slams", Voice.OWN, 1), span=last)
    pane.show_article(Article("long", text), replace(analysis, loaded=(mark,)), BADGE, "")
    document = pane.text.document()
    lengths = [document.findBlockByNumber(n).length() for n in range(document.blockCount())]
    assert max(lengths) <= 2200
    cursor = pane.text.page.select(last)
    assert cursor is not None
    assert cursor.selectedText() == "fumes"
    pane.show_place(Place("long", last))
    assert pane.text.current == mark


def test_dark_and_zoomed_the_pane_still_shows_its_article(pane: ReadingPane) -> None:
    theme().use(DARK, 1.6)
    image = pane.grab().toImage()
    assert image.pixelColor(5, 300) == theme().palette.surface
    assert pane.text.page.rects(span_of("slams"))


def test_without_an_article_the_pane_says_what_will_be_here(pane: ReadingPane) -> None:
    pane.clear()
    assert pane.article is None
    assert not pane.text.isVisible()
    QTest.keyClick(pane, KEY.Key_F2)
    QTest.keyClick(pane, KEY.Key_E)
