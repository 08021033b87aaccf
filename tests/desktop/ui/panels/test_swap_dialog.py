"""The dialog of the swap test: what it says, its table by keys and mouse, what can be copied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.analysis.swaps import Change, SentenceSwap, SwapTest
from desktop.core.model.articles import Article
from desktop.core.model.spans import Span
from desktop.services.views import SwapView
from desktop.ui.controls.labels import Label
from desktop.ui.fonts import load_fonts
from desktop.ui.models.swaps import (
    RESULT,
    WORDS,
    Outcome,
    SwapModel,
    change_words,
    swap_headline,
    swap_lines,
)
from desktop.ui.palettes import DARK, LIGHT
from desktop.ui.panels.swap_dialog import SwapDialog
from desktop.ui.theme import theme

KEY, LEFT, CONTROL = Qt.Key, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
SPOKEN = Qt.ItemDataRole.AccessibleTextRole
TEXT = "😀 Ito met Berg.\nThen <b>Ito</b> left.\nBerg sang."
SWAPPED = "😀 Berg met Ito.\nThen <b>Berg</b> left.\nIto sang."
STILL = Change(-0.25, -0.25)
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def lines_of(text: str) -> list[Span]:
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return [Span(a, b - 1) for a, b in pairwise(starts)]


def names_of(text: str, names: Sequence[str]) -> list[Span]:
    at, spans = 0, list[Span]()
    for name in names:
        at = text.index(name, at)
        spans.append(Span(at, at + len(name)))
        at += len(name)
    return spans


def made_test() -> SwapTest:
    """Return a test in which the reference measure moved in the second of three sentences."""
    still = [
        SentenceSwap(nth, before, after, STILL, Change(0.5, 0.5), Change(0, 0), Change(0, 0))
        for nth, (before, after) in enumerate(
            zip(lines_of(TEXT), lines_of(SWAPPED), strict=True), start=1
        )
    ]
    moved = replace(still[1], polarity=Change(-0.5, 0.0), subjectivity=Change(0.5, 0.5001))
    before = names_of(TEXT, ("Ito", "Berg", "Ito", "Berg"))
    after = names_of(SWAPPED, ("Berg", "Ito", "Berg", "Ito"))
    pairs = tuple(zip(before, after, strict=True))
    sentences = (still[0], moved, still[2])
    return SwapTest("Ito", "Berg", SWAPPED, sentences, (STILL, Change(0.1, 0.1)), 0, pairs)


def view_of(test: SwapTest | None, language: str = "") -> SwapView:
    return SwapView(Article("a", TEXT), test, language)


@pytest.fixture
def dialog(qtbot: QtBot) -> SwapDialog:
    return shown(qtbot, view_of(made_test()))


def shown(qtbot: QtBot, view: SwapView) -> SwapDialog:
    load_fonts()
    made = SwapDialog(view)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_it_says_who_changed_places_and_one_line_for_each_measure(dialog: SwapDialog) -> None:
    assert dialog.headline.text() == "“Ito” and “Berg” changed places in this article"
    assert dialog.lines == (
        "Own tone and loadedness: the same in all 3 sentences that name them",
        "Own tone towards the two: the same for whoever takes the place (−0.25, +0.10)",
        (
            "TextBlob’s reference measure: changed in 1 of 3 sentences; its word list scores "
            "words that occur in names, such as nationalities"
        ),
    )
    labels = [label.text() for label in dialog.findChildren(QLabel)]
    assert set(dialog.lines) <= set(labels)
    assert dialog.accessibleDescription().startswith("“Ito” and “Berg”")


def test_the_row_that_moved_is_chosen_and_marked_in_words_and_signs(dialog: SwapDialog) -> None:
    table, model = dialog.table, dialog.table.shown
    assert table.hasFocus()
    assert table.currentIndex().row() == 1
    row = [model.index(1, column).data() for column in range(RESULT + 1)]
    assert row == [
        "2", "Then <b>Ito</b> left.", "−0.25 = −0.25", "0.50 = 0.50", "−0.50 ≠ 0.00",
        "0.5000 ≠ 0.5001", "TextBlob’s changed",
    ]  # fmt: skip
    assert model.index(0, RESULT).data() == "same"
    assert model.index(1, 4).data(SPOKEN) == (
        "TextBlob’s polarity: −0.50 before, 0.00 after, changed"
    )
    assert model.index(1, 2).data(SPOKEN) == "Own tone: −0.25 before and after, the same"
    assert model.index(1, 4).data(Qt.ItemDataRole.FontRole).bold() or (
        model.index(1, 4).data(Qt.ItemDataRole.FontRole).weight() > 500
    )


def test_the_chosen_sentence_stands_in_both_versions_with_its_names_marked(
    dialog: SwapDialog,
) -> None:
    printed, exchanged = dialog.printed, dialog.exchanged
    assert printed.text.toPlainText() == "Then <b>Ito</b> left."
    assert exchanged.text.toPlainText() == "Then <b>Berg</b> left."
    QTest.keyClick(dialog.table, KEY.Key_Up)
    assert [name.of(printed.shown.text) for name in printed.shown.names] == ["Ito", "Berg"]
    assert [name.of(exchanged.shown.text) for name in exchanged.shown.names] == ["Berg", "Ito"]
    marks = [mark.cursor.selectedText() for mark in exchanged.text.extraSelections()]
    assert marks == ["Berg", "Ito"]
    third = dialog.table.visualRect(dialog.table.shown.index(2, WORDS)).center()
    QTest.mouseClick(dialog.table.viewport(), LEFT, pos=QPoint(third))
    assert exchanged.text.toPlainText() == "Ito sang."


def test_rows_and_the_exchanged_text_can_be_copied(dialog: SwapDialog) -> None:
    QTest.keyClick(dialog.table, KEY.Key_C, CONTROL)
    head, row = QGuiApplication.clipboard().text().split("\n")
    assert head.split("\t")[2:5] == ["Own tone", "Own loadedness", "TextBlob’s polarity"]
    assert row.split("\t")[0] == "2"
    QTest.mouseClick(dialog.copy_text, LEFT)
    assert QGuiApplication.clipboard().text() == SWAPPED
    assert dialog.copy_text.text() == "Copied"


@pytest.mark.parametrize("key", [KEY.Key_Escape, KEY.Key_Return])
def test_escape_and_enter_close_it(dialog: SwapDialog, key: Qt.Key) -> None:
    QTest.keyClick(dialog.table, key)
    assert not dialog.isVisible()


def test_tab_goes_through_every_control_and_each_has_a_name(dialog: SwapDialog) -> None:
    seen: list[QWidget] = []
    while (focus := dialog.focusWidget()) not in seen:
        seen.append(focus)
        QTest.keyClick(focus, KEY.Key_Tab)
    assert {dialog.table, dialog.printed.text, dialog.copy_text, dialog.close_button} <= set(seen)
    assert [part for part in seen if not (part.accessibleName() or part.property("text"))] == []


def test_every_label_is_plain_text_and_both_looks_differ(dialog: SwapDialog) -> None:
    assert all(isinstance(label, Label) for label in dialog.findChildren(QLabel))
    light = dialog.grab().toImage()
    theme().use(DARK)
    try:
        assert dialog.grab().toImage() != light
    finally:
        theme().use(LIGHT)


def test_the_model_keeps_the_rules_of_qt(dialog: SwapDialog) -> None:
    model = dialog.table.shown
    mode = QAbstractItemModelTester.FailureReportingMode.Warning
    tester = QAbstractItemModelTester(model, mode)
    assert tester.model() is model
    assert (model.rowCount(), model.columnCount()) == (3, 7)
    assert model.rowCount(model.index(0, 0)) == 0
    assert "&lt;b&gt;" in model.index(1, WORDS).data(Qt.ItemDataRole.ToolTipRole)


@pytest.mark.parametrize(
    ("view", "said"),
    [
        (view_of(None), "This article names fewer than two actors: nobody can change places"),
        (
            view_of(None, "fr"),
            "This text is in French: it has no scores that an exchange could move",
        ),
    ],
)
def test_where_nobody_can_change_places_it_says_so_and_has_no_table(
    qtbot: QtBot, view: SwapView, said: str
) -> None:
    dialog = shown(qtbot, view)
    assert dialog.headline.text() == said
    assert not hasattr(dialog, "table")
    QTest.mouseClick(dialog.close_button, LEFT)
    assert not dialog.isVisible()


def test_an_own_measure_that_moved_is_not_glossed_over() -> None:
    test = made_test()
    wrong = replace(test.sentences[0], tone=Change(0.5, 0.25))
    test = replace(test, sentences=(wrong, *test.sentences[1:]), lost=1,
                   towards=(Change(0.5, 0.0), STILL))  # fmt: skip
    own, towards, reference, lost = swap_lines(test)
    assert own.outcome is towards.outcome is Outcome.WRONG
    assert own.words.startswith("Own tone and loadedness: changed in 1 of 3 sentences")
    assert "+0.50 ≠ 0.00" in towards.words
    assert (reference.outcome, lost.outcome) == (Outcome.MOVED, Outcome.MOVED)
    assert lost.words.startswith("1 sentence not compared")
    model = SwapModel(view_of(test))
    results = [model.index(row, RESULT).data() for row in range(3)]
    assert (results, model.first_moved) == (["own changed", "TextBlob’s changed", "same"], 0)
    warned = theme().palette.warn_text
    assert model.index(0, 2).data(Qt.ItemDataRole.ForegroundRole) == warned
    assert model.index(1, 4).data(Qt.ItemDataRole.ForegroundRole) != warned


def test_one_sentence_and_long_names_are_said_well() -> None:
    test = made_test()
    one = replace(test, sentences=test.sentences[:1], first="Ito\n" * 900)
    assert swap_lines(one)[0].words.endswith("the same in the one sentence that names them")
    assert len(swap_headline(view_of(one))) < 140
    assert "\n" not in swap_headline(view_of(one))


def test_a_sentence_without_end_is_cut() -> None:
    text = f"Ito {'x' * 9_000} Berg"
    test = made_test()
    long = replace(test.sentences[0], span=Span(0, len(text)), swapped=Span(0, len(text)))
    pairs = ((Span(0, 3), Span(0, 3)), (Span(len(text) - 4, len(text)),) * 2)
    test = replace(test, text=text, sentences=(long,), exchanged=pairs)
    model = SwapModel(SwapView(Article("a", text), test))
    assert len(model.printed(0).text) == len(model.exchanged(0).text) == 2_000
    assert model.printed(0).names == (Span(0, 3),)
    assert len(model.index(0, WORDS).data()) < 400


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (Change(0, -0.0), "0.00 = 0.00"),
        (Change(0.1, 0.1000001), "+0.1000000 ≠ +0.1000001"),
        (Change(-0.001, -0.001), "0.00 = 0.00"),
    ],
)
def test_what_hardly_moved_has_as_many_digits_as_it_takes(change: Change, words: str) -> None:
    assert change_words(change, signed=True) == words
