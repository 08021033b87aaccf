"""Menus of the comparison, the bar with the sentence, and lists of evidence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.model.comparisons import Finding, FindingKind
from desktop.services.badges import OutletBadge
from desktop.ui.figures.evidence import evidence_finder, led
from desktop.ui.figures.outlets import outlet_columns
from desktop.ui.fonts import load_fonts
from desktop.ui.models.evidence_rows import EVIDENCE, EvidenceModel, evidence_sentence
from desktop.ui.palettes import DARK, LIGHT
from desktop.ui.panels.compare_menus import CompareMenus
from desktop.ui.panels.differences import KeyDifferences
from desktop.ui.panels.evidence import EvidenceBar
from desktop.ui.panels.evidence_list import EvidenceList
from desktop.ui.theme import theme
from tests.desktop.ui.controls.test_labels import read_tooltip
from tests.desktop.ui.emitted import emitted
from tests.desktop.ui.made_event import made_event, place
from tests.desktop.ui.paint.pixels import count

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
COLUMNS = outlet_columns(made_event())
_FIND = evidence_finder(COLUMNS)
_FOUND = [_FIND(place("n", words)) for words in ("slams", "reckless", "400")]
ROWS = [row for row in (*_FOUND, _FIND(place("e", "900"))) if row is not None]


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    load_fonts()
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(1100, 400)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    return widget


@pytest.fixture
def menus(host: QWidget) -> CompareMenus:
    made = CompareMenus(host)
    named = replace(COLUMNS[1], badge=OutletBadge("South & <b>Post</b>", "SP", 1))
    made.columns = (COLUMNS[0], named, COLUMNS[2])
    return made


def test_an_outlet_can_be_put_beside_each_other_one(menus: CompareMenus) -> None:
    asked = emitted(menus.diff_chosen)
    actions = menus.pair(0).actions()
    assert [action.text() for action in actions] == [
        "Compare North Herald with South && <b>Post</b>",
        "Compare North Herald with East Wire",
    ]
    for action in actions:
        action.trigger()
    assert asked == [("n", "s"), ("n", "e")]


def test_more_offers_name_reasons_report_and_a_menu_for_each_outlet(
    menus: CompareMenus, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[QMenu] = []

    def show(menu: QMenu, _at: QPoint) -> None:
        shown.append(menu)

    # A menu that pops up takes the keyboard, which there is none of without a display.
    monkeypatch.setattr(QMenu, "popup", show)
    renamed, why = emitted(menus.rename_chosen), emitted(menus.why_chosen)
    reported = emitted(menus.report_chosen)
    menus.show_more(QPoint(0, 0))
    actions = [action for action in shown[0].actions() if not action.isSeparator()]
    for action in actions[:3]:
        action.trigger()
    assert (len(renamed), len(why), len(reported)) == (1, 1, 1)
    assert [action.text() for action in actions[3:]] == [
        "Diff of North Herald",
        "Diff of South && <b>Post</b>",
        "Diff of East Wire",
    ]


def test_a_single_outlet_has_no_menu_of_others(
    menus: CompareMenus, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[QMenu] = []

    def show(menu: QMenu, _at: QPoint) -> None:
        shown.append(menu)

    monkeypatch.setattr(QMenu, "popup", show)
    menus.show_pair(-1, QPoint(0, 0))
    assert len(shown) == 1
    menus.columns = COLUMNS[:1]
    menus.show_pair(0, QPoint(0, 0))
    assert len(shown) == 1


@pytest.fixture
def bar(host: QWidget) -> EvidenceBar:
    made = EvidenceBar(host)
    made.setGeometry(0, 0, 1100, 58)
    made.show()
    return made


def test_the_bar_is_empty_until_a_cell_is_chosen(bar: EvidenceBar) -> None:
    assert bar.current is None
    assert not bar.open.isVisible()
    assert not bar.count.isVisible()
    bar.step(1)
    assert bar.current is None


def test_the_bar_goes_round_through_its_sentences(bar: EvidenceBar) -> None:
    seen = emitted(bar.shown)
    bar.show_evidence(ROWS, "own voice")
    assert bar.count.text() == f"1 of {len(ROWS)}"
    QTest.mouseClick(bar.before, LEFT)
    assert bar.current is ROWS[-1]
    QTest.mouseClick(bar.after, LEFT)
    assert bar.current is ROWS[0]
    assert seen == [ROWS[-1].place, ROWS[0].place]


def test_one_sentence_has_nothing_to_step_to(bar: EvidenceBar) -> None:
    bar.show_evidence(ROWS[:1], "")
    assert not bar.before.isVisible()
    assert not bar.after.isVisible()
    opened = emitted(bar.opened)
    QTest.mouseClick(bar.open, LEFT)
    assert opened == [ROWS[0].place]


def test_the_sentence_is_whole_in_its_name_and_never_markup(bar: EvidenceBar) -> None:
    foreign = replace(ROWS[0], text="A <img src=x> & <b>bold</b> sentence", marks=())
    bar.show_evidence([foreign], "")
    assert bar.sentence.accessibleName() == foreign.text
    assert read_tooltip(bar.sentence.toolTip()) == foreign.text


def test_the_sentence_is_drawn_with_badge_and_marks_in_any_look(bar: EvidenceBar) -> None:
    bar.show_evidence(ROWS[:1], "")
    for look in (DARK, LIGHT):
        theme().use(look)
        image, palette = bar.sentence.grab().toImage(), theme().palette
        assert count(image, palette.outlets[0]) > 100
        assert count(image, palette.own_tint) > 50
        assert count(image, palette.accent) > 20
    bar.clear()
    assert count(bar.sentence.grab().toImage(), theme().palette.outlets[0]) == 0


@pytest.fixture
def rows(host: QWidget) -> EvidenceList:
    made = EvidenceList("Sentences", parent=host)
    made.setGeometry(0, 60, 600, 300)
    made.show_evidence(ROWS)
    made.show()
    return made


def test_a_click_chooses_and_enter_opens_a_sentence(rows: EvidenceList) -> None:
    chosen, opened = emitted(rows.chosen), emitted(rows.opened)
    spot = rows.visualRect(rows.model().index(1, 0)).center()
    QTest.mouseClick(rows.viewport(), LEFT, PLAIN, spot)
    assert chosen == [ROWS[1].place]
    QTest.keyClick(rows, Qt.Key.Key_Down)
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert opened == [ROWS[2].place]


def test_the_first_sentence_takes_the_keyboard(rows: EvidenceList) -> None:
    rows.focus_first()
    assert rows.hasFocus()
    assert rows.currentIndex().row() == 0
    rows.show_evidence([])
    rows.focus_first()
    assert rows.rows == ()


def test_without_color_the_list_has_none(rows: EvidenceList) -> None:
    palette = theme().palette
    assert count(rows.viewport().grab().toImage(), palette.outlets[0]) > 100
    rows.set_gray(True)
    assert count(rows.viewport().grab().toImage(), palette.outlets[0]) == 0
    rows.set_gray(False)
    assert count(rows.viewport().grab().toImage(), palette.outlets[0]) > 100


def test_a_row_has_room_for_its_sentence(rows: EvidenceList) -> None:
    long = replace(ROWS[0], text="many words " * 40, marks=())
    rows.show_evidence([ROWS[3], long])
    heights = [rows.visualRect(rows.model().index(nth, 0)).height() for nth in range(2)]
    assert heights[1] > heights[0] + theme().line("evidence")


def test_a_difference_shows_what_speaks_against_it_and_how_sure_it_is(qtbot: QtBot) -> None:
    load_fonts()
    panel = KeyDifferences()
    qtbot.addWidget(panel)
    evidence, counter = (place("n", "400"),), (place("e", "900"),)
    finding = Finding(FindingKind.FIGURES, "Figures", "400 and 900.", 0.84, evidence, counter)
    panel.show_findings([finding], _FIND)
    mine, against = panel.evidence.rows
    assert (mine.lead, against.lead) == ("", "Against it:")
    assert evidence_sentence(against).startswith("Against it. East Wire, sentence ")
    assert led(against).text.startswith("Against it: ")
    assert led(against).words == against.words
    assert panel.sure.text() == "How sure: 0.8 of 1."


def test_evidence_reads_as_one_sentence_without_doubled_stops() -> None:
    said = evidence_sentence(ROWS[0])
    assert said.startswith("North Herald, sentence 1 of ")
    assert "Own voice" in said
    assert ".." not in said


def test_the_model_of_evidence_answers_for_its_rows(qapp: object) -> None:
    assert qapp is not None
    model = EvidenceModel(ROWS)
    resets = emitted(model.modelReset)
    assert [model.index(nth).data(EVIDENCE) for nth in range(len(ROWS))] == ROWS
    assert model.index(0).data() == evidence_sentence(ROWS[0])
    assert model.index(0).data(Qt.ItemDataRole.DecorationRole) is None
    model.show(ROWS[:1])
    assert (model.rowCount(), model.rowCount(model.index(0)), len(resets)) == (1, 0, 1)
