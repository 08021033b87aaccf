"""The compare page: outlets side by side, and the sentence behind each cell."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.core.model.comparisons import Place
from desktop.ui.fonts import load_fonts
from desktop.ui.models.compare import RowKind
from desktop.ui.paint.marks import MarkForm
from desktop.ui.palettes import DARK, LIGHT
from desktop.ui.panels.cards_bar import CardsBar
from desktop.ui.panels.compare import ComparePage
from desktop.ui.panels.compare_table import COLUMN_PX
from desktop.ui.panels.evidence import LABEL_PX
from desktop.ui.selection import Selection
from desktop.ui.theme import theme
from tests.desktop.ui.emitted import emitted
from tests.desktop.ui.made_event import made_event, place


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[ComparePage]:
    load_fonts()
    made = ComparePage(Selection())
    qtbot.addWidget(made)
    made.resize(1368, 800)
    made.show()
    qtbot.waitExposed(made)
    made.show_event(made_event())
    yield made
    theme().use(LIGHT, 1.0)


def row_of(page: ComparePage, kind: RowKind, nth: int = 0) -> int:
    assert page.table.grid is not None
    return [n for n, row in enumerate(page.table.grid.rows) if row.kind is kind][nth]


def choose(page: ComparePage, kind: RowKind, column: int, nth: int = 0) -> None:
    index = page.table.model().index(row_of(page, kind, nth), column)
    spot = page.table.visualRect(index).center()
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def test_a_claim_that_is_clicked_shows_its_sentence(page: ComparePage) -> None:
    choose(page, RowKind.CLAIM, 0)
    shown = page.evidence.current
    assert shown is not None
    assert (shown.outlet, shown.words) == ("North Herald", "400 jobs")
    assert page._selection.places == (place("n", "400 jobs"),)


@pytest.mark.parametrize(
    ("column", "form"), [(1, MarkForm.OTHER_SCOPE), (2, MarkForm.OTHER_FIGURE)]
)
def test_another_scope_or_figure_has_its_own_frame(
    page: ComparePage, column: int, form: MarkForm
) -> None:
    choose(page, RowKind.CLAIM, column)
    assert page.evidence.current is not None
    assert form in {mark.form for mark in page.evidence.current.marks}


def test_what_was_not_found_shows_no_sentence(page: ComparePage) -> None:
    choose(page, RowKind.CLAIM, 0, nth=1)
    assert page.evidence.current is None
    assert not page.evidence.open.isVisible()


def test_arrows_move_the_cell_and_enter_opens_its_article(page: ComparePage) -> None:
    choose(page, RowKind.CLAIM, 0)
    QTest.keyClick(page.table, Qt.Key.Key_Right)
    opened = emitted(page.open_article)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert opened == [place("s", "400 jobs")]


def test_the_bar_opens_the_article(page: ComparePage) -> None:
    choose(page, RowKind.HEADLINE, 2)
    opened = emitted(page.open_article)
    QTest.mouseClick(page.evidence.open, Qt.MouseButton.LeftButton)
    assert opened == [place("e", "Harbor plan costs jobs")]


def test_a_tally_leads_through_all_its_sentences(page: ComparePage) -> None:
    choose(page, RowKind.LOADED_OWN, 0)
    numbers: list[int] = []
    for _ in range(3):
        assert page.evidence.current is not None
        numbers.append(page.evidence.current.number)
        QTest.mouseClick(page.evidence.after, Qt.MouseButton.LeftButton)
    assert numbers == [1, 2, 1]
    assert page._selection.places == (place("n", "slams"), place("n", "reckless"))


def test_findings_come_first_and_each_line_opens_its_sentence(page: ComparePage) -> None:
    lines = page.differences.evidence
    assert [row.outlet for row in lines.rows] == ["North Herald", "East Wire"]
    lines.focus_first()
    QTest.keyClick(lines, Qt.Key.Key_Down)
    opened = emitted(page.open_article)
    QTest.keyClick(lines, Qt.Key.Key_Return)
    assert opened == [place("e", "900")]


def test_another_finding_shows_its_own_evidence(page: ComparePage) -> None:
    page.differences.titles.setFocus()
    QTest.keyClick(page.differences.titles, Qt.Key.Key_Down)
    assert [row.words for row in page.differences.evidence.rows] == ["reckless"]


def test_the_findings_fold_away_and_stay_folded(page: ComparePage) -> None:
    QTest.mouseClick(page.differences.fold, Qt.MouseButton.LeftButton)
    assert page.differences.is_folded
    page.show_event(made_event())
    assert page.differences.is_folded


def test_columns_are_never_narrower_than_stated_and_scroll_instead(page: ComparePage) -> None:
    page.resize(LABEL_PX + 2 * COLUMN_PX, 800)
    QApplication.processEvents()
    widths = {page.table.columnWidth(nth) for nth in range(3)}
    assert min(widths) >= COLUMN_PX
    assert page.table.horizontalScrollBar().maximum() > 0
    assert page.table.verticalHeader().width() == LABEL_PX


def test_columns_share_the_room_there_is(page: ComparePage) -> None:
    total = sum(page.table.columnWidth(nth) for nth in range(3))
    assert total == page.table.viewport().width()
    assert page.table.horizontalScrollBar().maximum() == 0


def test_by_loaded_wording_the_order_changes_and_the_page_keeps_it(page: ComparePage) -> None:
    QTest.mouseClick(page.bar.order.button(1), Qt.MouseButton.LeftButton)
    assert page.table.grid is not None
    assert [c.article.id for c in page.table.grid.columns] == ["n", "e", "s"]
    page.show_event(made_event())
    assert [c.article.id for c in page.table.grid.columns] == ["n", "e", "s"]


def test_own_voice_alone_hides_the_row_of_the_other(page: ComparePage) -> None:
    QTest.keyClick(page.table, Qt.Key.Key_V)
    assert page.table.grid is not None
    kinds = [row.kind for row in page.table.grid.rows]
    assert RowKind.LOADED_OWN in kinds
    assert RowKind.LOADED_QUOTED not in kinds


def test_one_outlet_asks_for_a_second(page: ComparePage) -> None:
    page.show_event(made_event("n"))
    assert page.note.isVisible()
    assert page.note.title.text() == "Add a second outlet to compare"


def test_the_reasons_for_one_event_are_a_click_away(page: ComparePage) -> None:
    asked = emitted(page.why_requested)
    QTest.mouseClick(page.bar.why, Qt.MouseButton.LeftButton)
    page.menus.why_chosen.emit()
    assert asked == [page.bar.why, page.bar.why]
    page.bar.show_links(False)
    page.menus.why_chosen.emit()
    assert asked[-1] is page.bar.more


def test_another_name_is_asked_for_only_when_it_is_another(page: ComparePage, qtbot: QtBot) -> None:
    page.rename()
    with qtbot.assertNotEmitted(page.rename_requested):
        QTest.keyClick(page.bar.name_field, Qt.Key.Key_Return)
    page.rename()
    page.bar.name_field.setText("  The  harbor ")
    renamed = emitted(page.rename_requested)
    QTest.keyClick(page.bar.name_field, Qt.Key.Key_Return)
    assert renamed == [("event", "The harbor")]
    assert not page.bar.name_field.isVisible()


def test_an_outlet_can_be_put_beside_each_other_one(page: ComparePage) -> None:
    actions = page.menus.pair(1).actions()
    assert [action.text() for action in actions] == [
        "Compare South Post with North Herald",
        "Compare South Post with East Wire",
    ]
    asked = emitted(page.diff_requested)
    actions[1].trigger()
    assert asked == [("s", "e")]


@pytest.mark.parametrize("zoom", [0.8, 2.0])
def test_a_cell_is_found_at_any_zoom(page: ComparePage, zoom: float) -> None:
    theme().use(DARK, zoom)
    QApplication.processEvents()
    index = page.table.model().index(row_of(page, RowKind.CLAIM), 0)
    page.table.scrollTo(index)
    choose(page, RowKind.CLAIM, 0)
    assert page.evidence.current is not None
    assert page.evidence.current.place == place("n", "400 jobs")


def test_a_small_page_folds_the_findings_by_itself(page: ComparePage) -> None:
    page.resize(720, 420)
    QApplication.processEvents()
    assert page.differences.is_folded
    page.resize(1300, 800)
    QApplication.processEvents()
    assert not page.differences.is_folded


def test_markup_in_a_text_stays_text(page: ComparePage) -> None:
    tip = page.table.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("<span")
    assert "Mayor slams" in tip


def test_choosing_emits_the_place_for_other_views(page: ComparePage) -> None:
    seen: list[Place] = []
    page.place_chosen.connect(seen.append)
    choose(page, RowKind.CLAIM, 1)
    assert seen == [place("s", "400 jobs")]


def test_cells_show_what_was_chosen_in_another_view(page: ComparePage) -> None:
    index = page.table.model().index(row_of(page, RowKind.CLAIM), 2)
    box = page.table.visualRect(index)
    before = page.table.viewport().grab(box).toImage()
    page._selection.choose([place("e", "900")])
    assert page.table.viewport().grab(box).toImage() != before
    page._selection.clear()
    assert page.table.viewport().grab(box).toImage() == before


def test_a_selection_outlives_the_opening_of_the_page(page: ComparePage) -> None:
    elsewhere = (place("s", "questioned"),)
    page._selection.choose(elsewhere)
    page.show_event(made_event())
    assert page._selection.places == elsewhere


def test_a_finding_that_the_user_chooses_selects_its_evidence(page: ComparePage) -> None:
    page.differences.titles.setFocus()
    QTest.keyClick(page.differences.titles, Qt.Key.Key_Down)
    assert page._selection.places == (place("n", "reckless"),)


def test_a_cell_can_be_chosen_again_after_its_selection_was_let_go(page: ComparePage) -> None:
    choose(page, RowKind.CLAIM, 0)
    page._selection.clear()
    choose(page, RowKind.CLAIM, 0)
    assert page._selection.places == (place("n", "400 jobs"),)


def test_enter_opens_the_cell_that_the_keys_have_just_come_to(page: ComparePage) -> None:
    opened = emitted(page.open_article)
    page.table.setFocus(Qt.FocusReason.TabFocusReason)
    assert page.evidence.current is None
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert [each.article for each in opened if isinstance(each, Place)] == ["n"]


def test_the_keys_go_to_the_tabs_where_there_is_no_event_any_more(
    page: ComparePage, qtbot: QtBot
) -> None:
    page.bar.tabs.show_pages(["compare", "details"])
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.table.setFocus()
    page.clear()
    assert page.bar.tabs.hasFocus()
    page.show_event(made_event())
    assert page.table.hasFocus()


@pytest.mark.parametrize("zoom", [1.0, 1.5])
def test_the_tabs_stand_where_they_stand_on_the_other_pages(
    page: ComparePage, qtbot: QtBot, zoom: float
) -> None:
    names = ("compare", "details")
    other = CardsBar("details", "Kinds", ["Numbers", "Naming"])
    qtbot.addWidget(other)
    for bar in (page.bar, other):
        bar.tabs.show_pages(names)
    theme().use(zoom=zoom)
    page.resize(2000, 1000)
    other.resize(2000, 80)
    other.show()
    QApplication.processEvents()
    assert page.bar.tabs.geometry().topLeft() == other.tabs.geometry().topLeft()
    layout = other.layout()
    assert layout is not None
    assert page.bar.height() == layout.heightForWidth(2000)
