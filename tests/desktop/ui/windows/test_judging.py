"""Rows, cells and differences judged in the window by mouse and keys, with toast, undo and list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.model.comparisons import Claim, Comparison, Relation
from desktop.services.comparisons import view_event
from desktop.services.decision_review import rule_precisions
from desktop.ui.figures.claims import relation_name
from desktop.ui.panels.compare import ComparePage
from desktop.ui.panels.decisions_dialog import DecisionsDialog
from desktop.ui.panels.dismiss_dialog import DismissDialog
from desktop.ui.statements import ConfirmWording
from desktop.ui.windows.desk import Desk
from desktop.ui.windows.main import COMPARE
from tests.desktop.ui.windows.opened import PATIENCE_MS, DeskMaker, settle
from tests.desktop.ui.windows.pointing import (
    CONTROL,
    LEFT,
    PLAIN,
    SHIFT,
    UNDO,
    click_article,
    labels,
    press,
    press_keys,
    toast,
)

W = TypeVar("W", bound=QWidget)
KEY = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def compare(qtbot: QtBot, samples_desk: Desk) -> Desk:
    """Give a window that shows the comparison of the samples."""
    samples_desk.window.show_page(COMPARE)
    settle(qtbot, samples_desk)
    return samples_desk


def page(desk: Desk) -> ComparePage:
    return desk.pages.compare


def shown(desk: Desk) -> Comparison:
    view = desk.pages.view
    assert view is not None
    return view.comparison


def stored(desk: Desk) -> Comparison:
    library, event = desk.workspace.library, desk.pages.event_id
    assert library is not None
    assert event is not None
    return view_event(library, event).comparison


def rows(desk: Desk) -> list[int]:
    grid = page(desk).table.grid
    assert grid is not None
    return [nth for nth, row in enumerate(grid.rows) if row.claim is not None]


def claims(desk: Desk) -> tuple[Claim, ...]:
    return shown(desk).claims


def middle(desk: Desk, row: int, column: int) -> QPoint:
    table = page(desk).table
    index = table.model().index(row, column)
    table.scrollTo(index)
    return table.visualRect(index).center()


def click(desk: Desk, row: int, column: int, modifier: Qt.KeyboardModifier = PLAIN) -> None:
    QTest.mouseClick(page(desk).table.viewport(), LEFT, modifier, middle(desk, row, column))


def filled(claim: Claim, nth: int = 1) -> int:
    """Return the column of a row's cell that has words."""
    return [at for at, cell in enumerate(claim.cells) if cell.evidence][nth]


def visible(kind: type[W]) -> Iterator[W]:
    for one in QApplication.topLevelWidgets():
        if isinstance(one, kind) and one.isVisible():
            yield one


def opened(qtbot: QtBot, kind: type[W]) -> W:
    qtbot.waitUntil(lambda: bool(list(visible(kind))), timeout=PATIENCE_MS)
    return next(visible(kind))


def menu(qtbot: QtBot) -> QMenu:
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    shown_menu = QApplication.activePopupWidget()
    assert isinstance(shown_menu, QMenu)
    return shown_menu


def choose(qtbot: QtBot, desk: Desk, words: str) -> None:
    """Click an entry of the menu that is open, and wait until all has followed."""
    shown_menu = menu(qtbot)
    action = next(each for each in shown_menu.actions() if each.text() == words)
    assert action.isEnabled()
    QTest.mouseClick(shown_menu, LEFT, pos=shown_menu.actionGeometry(action).center())
    settle(qtbot, desk)


def ask_menu(desk: Desk) -> None:
    table = page(desk).table
    table.setFocus()
    QTest.keyClick(table, KEY.Key_F10, SHIFT)


def test_shift_f10_merges_a_row_with_the_one_above_and_ctrl_z_takes_it_back(
    qtbot: QtBot, compare: Desk
) -> None:
    before = shown(compare)
    second = rows(compare)[1]
    click(compare, second, filled(before.claims[1]))
    ask_menu(compare)
    choose(qtbot, compare, "Merge with the row above")
    merged = shown(compare)
    assert len(merged.claims) == len(before.claims) - 1
    assert merged.claims[0].text == before.claims[0].text
    assert merged == stored(compare)
    title, text = toast(compare)
    assert title == "Rows merged"
    assert text.startswith("Merge “")
    assert labels(compare)[0] == text
    assert page(compare).table.currentIndex().row() == second
    press_keys(qtbot, compare, *UNDO)
    assert shown(compare) == before


def test_rows_selected_with_ctrl_are_merged_from_the_menu_of_the_mouse(
    qtbot: QtBot, compare: Desk
) -> None:
    before = shown(compare)
    first, _, third = rows(compare)[:3]
    click(compare, first, filled(before.claims[0]))
    click(compare, third, filled(before.claims[2]), CONTROL)
    assert page(compare).table.chosen_claims == (before.claims[0], before.claims[2])
    ask_menu(compare)
    choose(qtbot, compare, "Merge the 2 selected rows")
    after = shown(compare)
    assert [each.text for each in after.claims[:2]] == [each.text for each in before.claims[:2]]
    press(compare.window.toast, "Undo")
    settle(qtbot, compare)
    assert shown(compare) == before


def test_a_cell_is_set_apart_from_the_link_beside_its_sentence(qtbot: QtBot, compare: Desk) -> None:
    before = shown(compare)
    column = filled(before.claims[0])
    click(compare, rows(compare)[0], column)
    press(page(compare).evidence, "Correct this cell")
    choose(qtbot, compare, "Set this cell apart")
    after = shown(compare)
    assert not after.claims[0].cells[column].evidence
    assert after.claims[1].cells[column].evidence == before.claims[0].cells[column].evidence
    assert toast(compare)[0] == "Cell set apart"


def test_a_relation_is_corrected_with_the_keys_and_says_by_whom(
    qtbot: QtBot, compare: Desk
) -> None:
    before = shown(compare)
    column = filled(before.claims[0])
    click(compare, rows(compare)[0], column)
    ask_menu(compare)
    relations = next(
        one for one in (action.menu() for action in menu(qtbot).actions()) if isinstance(one, QMenu)
    )
    named = {action.text(): action for action in relations.actions()}
    assert len(named) == len(Relation) - 1
    found = before.claims[0].cells[column].relation
    other = next(each for each in Relation if each is not found)
    assert [t for t, action in named.items() if action.isChecked()] == [relation_name(found)]
    named[relation_name(other)].trigger()
    menu(qtbot).close()
    settle(qtbot, compare)
    cell = shown(compare).claims[0].cells[column]
    assert (cell.relation, cell.by_user) == (other, True)
    assert toast(compare)[0] == "Relation changed"
    current = page(compare).table.currentIndex()
    assert (current.row(), current.column()) == (rows(compare)[0], column)
    assert "stated by you" in current.data()


def test_a_relation_found_right_changes_nothing_and_counts(qtbot: QtBot, compare: Desk) -> None:
    before = shown(compare)
    click(compare, rows(compare)[0], filled(before.claims[0]))
    ask_menu(compare)
    found = before.claims[0].cells[filled(before.claims[0])].relation
    choose(qtbot, compare, f"“{relation_name(found)}” is right")
    assert shown(compare) == before
    assert toast(compare)[0] == "Relation found right"
    library = compare.workspace.library
    assert library is not None
    (counted,) = rule_precisions(library)
    assert (counted.count.name, counted.count.accepted) == (found, 1)


def test_a_cell_without_words_offers_rows_only(qtbot: QtBot, compare: Desk) -> None:
    row, claim = next(
        (row, claim)
        for row, claim in zip(rows(compare), claims(compare), strict=True)
        if not all(cell.evidence for cell in claim.cells)
    )
    column = next(at for at, cell in enumerate(claim.cells) if not cell.evidence)
    click(compare, row, column)
    assert not page(compare).evidence.correct.isVisible()
    ask_menu(compare)
    assert [each.text() for each in menu(qtbot).actions()] == ["Merge with the row above"]
    menu(qtbot).close()


def test_right_and_dismiss_beside_a_difference(qtbot: QtBot, compare: Desk) -> None:
    panel, before = page(compare).differences, shown(compare).findings
    assert not panel.gone.isVisible()
    press(panel, "This is right")
    settle(qtbot, compare)
    assert panel.right.isChecked()
    assert toast(compare)[0] == "Difference found right"
    QTest.keyClick(panel.titles, KEY.Key_Down)
    assert not panel.right.isChecked()
    press(panel, "Dismiss this difference")
    dialog = opened(qtbot, DismissDialog)
    QTest.mouseClick(dialog.choice(1), LEFT)
    QTest.keyClick(dialog, KEY.Key_Return)
    settle(qtbot, compare)
    assert shown(compare).findings == (before[0], *before[2:])
    assert panel.current == before[2]
    assert toast(compare) == ("Difference dismissed", f"Dismiss “{before[1].title}”")
    view = compare.pages.view
    assert view is not None
    assert view.dismissed[0].reason == "The passages are about different things"
    assert panel.gone.text() == "1 dismissed"
    press_keys(qtbot, compare, *UNDO)
    assert shown(compare).findings == before
    assert not panel.gone.isVisible()


def test_a_reason_is_typed_and_escape_dismisses_nothing(qtbot: QtBot, compare: Desk) -> None:
    panel, before = page(compare).differences, shown(compare).findings
    press(panel, "Dismiss this difference")
    dialog = opened(qtbot, DismissDialog)
    QTest.mouseClick(dialog.choice(3), LEFT)
    assert not dialog.use.isEnabled()
    QTest.keyClicks(dialog.typed, "Titles of office")
    assert dialog.use.isEnabled()
    QTest.keyClick(dialog, KEY.Key_Escape)
    settle(qtbot, compare)
    assert shown(compare).findings == before
    press(panel, "Dismiss this difference")
    dialog = opened(qtbot, DismissDialog)
    QTest.keyClicks(dialog.typed, "Titles of office")
    QTest.mouseClick(dialog.use, LEFT)
    settle(qtbot, compare)
    view = compare.pages.view
    assert view is not None
    assert [each.reason for each in view.dismissed] == ["Titles of office"]


def test_right_pressed_again_is_taken_back(qtbot: QtBot, compare: Desk) -> None:
    panel = page(compare).differences
    for is_right in (True, False):
        press(panel, "This is right")
        settle(qtbot, compare)
        assert panel.right.isChecked() is is_right
    assert toast(compare)[0] == "Decision taken back"


def test_the_list_of_decisions_takes_one_back_and_states_precision(
    qtbot: QtBot, compare: Desk
) -> None:
    before = shown(compare)
    click(compare, rows(compare)[1], filled(before.claims[1]))
    ask_menu(compare)
    choose(qtbot, compare, "Merge with the row above")
    press(page(compare).differences, "This is right")
    settle(qtbot, compare)
    press_keys(qtbot, compare, KEY.Key_D, CONTROL | SHIFT)
    dialog = opened(qtbot, DecisionsDialog)
    said = [row.cells[0] for row in dialog.list.twin.rows]
    assert [words.split()[0] for words in said] == ["Confirm", "Merge", "Add"]
    QTest.mouseClick(dialog.views.button(1), LEFT)
    told = [row.cells for row in dialog.rules.twin.rows]
    assert told[-1][0] == "Relation: rows put together"
    assert {cells[-1] for cells in told} == {"too few to say (10 needed)"}
    assert not dialog.take_back.isVisible()
    QTest.mouseClick(dialog.views.button(0), LEFT)
    QTest.keyClick(dialog.list, KEY.Key_Down)
    press(dialog, "Take back")
    settle(qtbot, compare)
    assert shown(compare).claims == before.claims
    assert dialog.list.twin.rows[2].cells[2] == "taken back"
    QTest.keyClick(dialog.list, KEY.Key_End, CONTROL)
    assert not dialog.take_back.isEnabled()  # an import is taken back by undo
    QTest.keyClick(dialog, KEY.Key_Escape)
    settle(qtbot, compare)
    assert not list(visible(DecisionsDialog))


def test_the_edit_menu_and_the_count_of_dismissed_ones_open_the_list(
    qtbot: QtBot, compare: Desk
) -> None:
    edit = next(a.menu() for a in compare.window.menuBar().actions() if a.text() == "&Edit")
    assert isinstance(edit, QMenu)
    assert compare.window.commands["decisions"] in edit.actions()
    panel = page(compare).differences
    press(panel, "Dismiss this difference")
    QTest.keyClick(opened(qtbot, DismissDialog), KEY.Key_Return)
    settle(qtbot, compare)
    press(panel, "1 dismissed")
    dialog = opened(qtbot, DecisionsDialog)
    assert dialog.list.twin.rows[0].cells[1] == "It is not so in these texts"
    press(dialog, "Close")
    settle(qtbot, compare)


def test_what_was_judged_is_there_at_the_next_start(
    qtbot: QtBot, compare: Desk, make_desk: DeskMaker
) -> None:
    press(page(compare).differences, "Dismiss this difference")
    QTest.keyClick(opened(qtbot, DismissDialog), KEY.Key_Return)
    settle(qtbot, compare)
    findings = shown(compare).findings
    library = compare.workspace.library
    assert library is not None
    assert library.path is not None
    path = library.path
    compare.close()
    again = make_desk(path)
    again.window.show_page(COMPARE)
    settle(qtbot, again)
    assert shown(again).findings == findings
    assert page(again).differences.gone.text() == "1 dismissed"
    press_keys(qtbot, again, *UNDO)
    assert len(shown(again).findings) == len(findings) + 1


def test_a_wording_found_right_in_an_article_is_told_and_counted(
    qtbot: QtBot, samples_desk: Desk
) -> None:
    click_article(qtbot, samples_desk, "Antiwar.com")
    pane, library = samples_desk.reading.pane, samples_desk.workspace.library
    read = samples_desk.reading.shown
    assert read is not None
    assert library is not None
    loaded = read.analysis.loaded[0]
    pane.stated.emit(read.article.id, ConfirmWording(loaded.span))
    settle(qtbot, samples_desk)
    assert toast(samples_desk)[0] == "Counted as right"
    assert [each.count.name for each in rule_precisions(library)] == [loaded.category.value]
    press_keys(qtbot, samples_desk, *UNDO)
    assert rule_precisions(library) == ()
