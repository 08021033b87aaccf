"""What can be judged on the comparison's page: menus, differences, and the list of decisions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.analysis.precision import weigh_rule
from desktop.core.model.comparisons import Claim, Relation
from desktop.core.model.judgments import JudgedFinding, RuleCount, RuleGroup
from desktop.services.decision_review import ReviewedDecision
from desktop.services.decisions import Decision
from desktop.services.views import EventView
from desktop.ui.fonts import load_fonts
from desktop.ui.judgments import (
    ConfirmFinding,
    DismissFinding,
    MergeRows,
    SetCellApart,
    StateRelation,
    TakeBack,
)
from desktop.ui.palettes import DARK, HIGH_DARK, LIGHT
from desktop.ui.panels.claim_menu import ClaimMenu
from desktop.ui.panels.compare import ComparePage
from desktop.ui.panels.decisions_dialog import DecisionsDialog
from desktop.ui.panels.dismiss_dialog import DismissDialog
from desktop.ui.selection import Selection
from desktop.ui.theme import theme
from tests.desktop.ui.emitted import emitted
from tests.desktop.ui.made_event import made_event

KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[ComparePage]:
    load_fonts()
    made = ComparePage(Selection())
    qtbot.addWidget(made)
    made.judging.is_on = True
    made.resize(1200, 760)
    made.show()
    qtbot.waitExposed(made)
    made.show_event(made_event())
    yield made
    theme().use(LIGHT, 1.0)


def claim(nth: int = 0) -> Claim:
    return made_event().comparison.claims[nth]


def texts(menu: QMenu) -> list[str]:
    return [each.text() for each in menu.actions() if each.text() and each.isEnabled()]


def trigger(menu: QMenu, words: str) -> None:
    next(each for each in menu.actions() if each.text() == words).trigger()


def submenu(menu: QMenu) -> QMenu:
    return next(m for m in (each.menu() for each in menu.actions()) if isinstance(m, QMenu))


def test_a_cell_offers_what_can_be_judged_of_it(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    made, seen = ClaimMenu(host), list[object]()
    made.judged.connect(seen.append)
    menu = made.menu(claim(), "s", claim(1), (claim(0), claim(1)))
    assert texts(menu) == [
        "Open in article",
        "Merge with the row above",
        "Merge the 2 selected rows",
        "Set this cell apart",
        "“Other scope” is right",
        "Relation",
    ]
    for words in texts(menu)[1:5]:
        trigger(menu, words)
    trigger(submenu(menu), "Same")
    assert seen == [
        MergeRows((claim(1), claim(0))),
        MergeRows((claim(0), claim(1))),
        SetCellApart(claim(), "s"),
        StateRelation(claim(), "s", Relation.OTHER_SCOPE),
        StateRelation(claim(), "s", Relation.SAME),
    ]


def test_the_words_of_a_cell_are_opened_from_its_menu(page: ComparePage) -> None:
    opened = emitted(page.open_article)
    assert page.table.grid is not None
    row = next(n for n, each in enumerate(page.table.grid.rows) if each.claim is not None)
    page.table.go_to(row, 1)
    page.judging.menu.opened.emit()
    assert opened == [claim().cells[1].evidence[0]]


@pytest.mark.parametrize(("nth", "article"), [(1, "e"), (0, "")])
def test_a_lone_cell_and_a_row_offer_less(qtbot: QtBot, nth: int, article: str) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    menu = ClaimMenu(host).menu(claim(nth), article, None, (claim(nth),))
    assert texts(menu) == (["Open in article"] if article else [])


def test_a_relation_that_the_user_stated_is_not_offered_as_found(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    cells = tuple(replace(each, by_user=True) for each in claim().cells)
    menu = ClaimMenu(host).menu(replace(claim(), cells=cells), "s", None, ())
    assert "“Other scope” is right" not in texts(menu)


def ask(page: ComparePage, reason: QContextMenuEvent.Reason, at: QPoint) -> list[str]:
    viewport = page.table.viewport()
    event = QContextMenuEvent(reason, at, viewport.mapToGlobal(at))
    QApplication.sendEvent(viewport, event)
    menu = QApplication.activePopupWidget()
    found = texts(menu) if isinstance(menu, QMenu) else []
    if menu is not None:
        menu.close()
    return found


def test_the_menu_comes_by_mouse_and_by_the_menu_key(page: ComparePage) -> None:
    assert page.table.grid is not None
    row = next(n for n, each in enumerate(page.table.grid.rows) if each.claim is not None)
    at = page.table.visualRect(page.table.model().index(row, 1)).center()
    page.table.go_to(row, 1)
    by_mouse = ask(page, QContextMenuEvent.Reason.Mouse, at)
    assert "Set this cell apart" in by_mouse
    assert ask(page, QContextMenuEvent.Reason.Keyboard, QPoint(0, 0)) == by_mouse
    headline = page.table.visualRect(page.table.model().index(0, 1)).center()
    assert ask(page, QContextMenuEvent.Reason.Mouse, headline) == []
    page.judging.is_on = False
    assert ask(page, QContextMenuEvent.Reason.Mouse, at) == []


def test_the_label_of_a_row_has_the_menu_of_the_row(page: ComparePage) -> None:
    assert page.table.grid is not None
    second = [n for n, each in enumerate(page.table.grid.rows) if each.claim is not None][1]
    labels = page.table.verticalHeader()
    at = QPoint(20, labels.sectionViewportPosition(second) + 4)
    labels.customContextMenuRequested.emit(at)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert texts(menu) == ["Merge with the row above"]
    menu.close()


def test_a_relation_that_the_user_stated_is_seen_in_its_cell_and_said(page: ComparePage) -> None:
    view = made_event()
    before = page.table.grab().toImage()
    first = view.comparison.claims[0]
    cells = tuple(replace(each, by_user=each.article == "s") for each in first.cells)
    claims = (replace(first, cells=cells), *view.comparison.claims[1:])
    page.show_event(replace(view, comparison=replace(view.comparison, claims=claims)))
    assert page.table.grab().toImage() != before
    assert page.table.grid is not None
    row = next(n for n, each in enumerate(page.table.grid.rows) if each.claim is not None)
    page.table.go_to(row, 1)
    assert "stated by you" in page.table.grid.cell(row, 1).sentence
    assert page.evidence.correct.isVisible()


def with_judged(view: EventView) -> EventView:
    first, second = view.comparison.findings
    kept = replace(view.comparison, findings=(first,))
    gone, right = JudgedFinding(second, 4, "No"), JudgedFinding(first, 3)
    return replace(view, comparison=kept, dismissed=(gone,), right=(right,))


def test_a_difference_says_that_it_is_right_and_how_many_were_dismissed(
    page: ComparePage,
) -> None:
    panel, judged, asked = page.differences, emitted(page.judged), emitted(page.decisions_asked)
    finding = made_event().comparison.findings[0]
    QTest.mouseClick(panel.right, LEFT)
    assert not panel.right.isChecked()
    page.show_event(with_judged(made_event()))
    assert panel.right.isChecked()
    assert panel.gone.text() == "1 dismissed"
    QTest.mouseClick(panel.right, LEFT)
    QTest.mouseClick(panel.gone, LEFT)
    assert judged == [ConfirmFinding(finding), TakeBack(3)]
    assert asked == [()]


def test_a_library_that_is_only_read_offers_nothing_to_judge(page: ComparePage) -> None:
    page.judging.is_on = False
    page.show_event(made_event())
    panel = page.differences
    assert not panel.right.isVisible()
    assert not panel.dismiss.isVisible()
    page.judging.is_on = True
    page.show_event(made_event())
    assert panel.right.isVisible()
    panel.toggle()
    assert not panel.right.isVisible()


def test_the_difference_that_was_chosen_stays_as_long_as_it_is_there(page: ComparePage) -> None:
    panel, view = page.differences, made_event()
    panel.titles.setCurrentIndex(panel.titles.model().index(1, 0))
    page.show_event(view)
    assert panel.current == view.comparison.findings[1]
    page.show_event(with_judged(view))
    assert panel.current == view.comparison.findings[0]
    page.show_event(replace(made_event(), id="another"))
    assert panel.current == view.comparison.findings[0]


@pytest.mark.parametrize(
    ("nth", "reason", "is_wrong"),
    [
        (0, "It is not so in these texts", True),
        (1, "The passages are about different things", True),
        (2, "True, and of no interest here", False),
    ],
)
def test_a_reason_says_whether_the_difference_is_wrong(
    host: QWidget, nth: int, reason: str, is_wrong: bool
) -> None:
    finding = made_event().comparison.findings[0]
    dialog = DismissDialog(finding, host)
    seen = emitted(dialog.stated)
    dialog.open()
    QTest.mouseClick(dialog.choice(nth), LEFT)
    QTest.mouseClick(dialog.use, LEFT)
    assert seen == [DismissFinding(finding, reason, is_wrong=is_wrong)]


def reviewed() -> tuple[ReviewedDecision, ...]:
    moment = "2026-05-03T10:20:30+00:00"
    kinds = ("import", "merge_claims", "dismiss")
    made = [
        Decision(n, k, f"{k} <b>{n}</b>", None, moment, undone=False) for n, k in enumerate(kinds)
    ]
    return (
        ReviewedDecision(made[0]),
        ReviewedDecision(made[1], "no longer applies", "", can_take_back=True),
        ReviewedDecision(made[2], "", "Why " * 40, can_take_back=True),
    )


@pytest.mark.parametrize("palette", [LIGHT, DARK, HIGH_DARK])
def test_the_list_shows_the_latest_first_and_gives_back_one(host: QWidget, palette: object) -> None:
    theme().use(palette if palette in (LIGHT, DARK, HIGH_DARK) else LIGHT, 1.0)
    dialog = DecisionsDialog(can_write=True, parent=host)
    seen = emitted(dialog.taken_back)
    dialog.show_decisions(reviewed(), ())
    dialog.open()
    rows = [row.cells for row in dialog.list.twin.rows]
    assert [cells[0] for cells in rows][1] == "merge_claims <b>1</b>"
    assert rows[1][2:] == ("no longer applies", "2026-05-03 10:20")
    assert len(rows[0][1]) <= 60
    QTest.keyClick(dialog.list, KEY.Key_Down)
    QTest.mouseClick(dialog.take_back, LEFT)
    assert seen == [1]
    assert not dialog.take_back.isEnabled()
    dialog.show_decisions(reviewed(), ())
    assert dialog.list.currentIndex().row() == 1
    assert not dialog.grab().isNull()
    dialog.close()


def test_nothing_decided_and_nothing_judged_is_said_in_words(host: QWidget) -> None:
    dialog = DecisionsDialog(can_write=False, parent=host)
    dialog.show_decisions((), ())
    dialog.open()
    assert dialog.empty.isVisible()
    assert dialog.empty.title.text() == "No decisions yet"
    QTest.mouseClick(dialog.views.button(1), LEFT)
    assert dialog.empty.title.text() == "Nothing was judged yet"
    dialog.show_decisions(reviewed(), [weigh_rule(RuleCount(RuleGroup.FINDING, "claim", 12, 0, 2))])
    assert dialog.rules.twin.rows[0].cells == (
        "Key difference: claims", "14", "12", "0", "2", "0", "86 % (60 to 96 %)",
    )  # fmt: skip
    QTest.mouseClick(dialog.views.button(0), LEFT)
    assert not dialog.take_back.isEnabled()
    dialog.close()


def test_the_latest_decision_is_chosen_while_the_keys_of_the_command_are_held(
    host: QWidget,
) -> None:
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    dialog = DecisionsDialog(can_write=True, parent=host)
    QTest.keyPress(host, KEY.Key_D, held)
    dialog.show_decisions(reviewed(), ())
    QTest.keyRelease(host, KEY.Key_D, Qt.KeyboardModifier.NoModifier)
    dialog.open()
    assert {index.row() for index in dialog.list.selectedIndexes()} == {0}
    dialog.close()
