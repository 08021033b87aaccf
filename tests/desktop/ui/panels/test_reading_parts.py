from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, QRect, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.model.analyses import Category, Voice
from desktop.core.model.articles import Block, BlockKind, Origin
from desktop.core.model.spans import Span
from desktop.core.text.search import MOST_HITS
from desktop.ui.fonts import load_fonts
from desktop.ui.labels import (
    block_label,
    category_label,
    origin_label,
    voice_label,
    voice_word,
)
from desktop.ui.models.metadata import FieldFacts
from desktop.ui.panels.find_bar import FindBar
from desktop.ui.panels.flow import FlowLayout
from desktop.ui.panels.fold_row import FoldRow
from desktop.ui.panels.metadata_field import MetadataField
from desktop.ui.panels.quiet_edit import QuietEdit
from tests.desktop.ui.panels.marked import record

LEFT, KEY = Qt.MouseButton.LeftButton, Qt.Key
BLOCK = Block(Span(0, 4), BlockKind.RELATED, scored=False)


def test_every_kind_has_a_name_of_its_own() -> None:
    for named in (
        [voice_label(one) for one in Voice],
        [voice_word(one) for one in Voice],
        [category_label(one) for one in Category],
        [block_label(one) for one in BlockKind],
        [origin_label(one) for one in Origin],
    ):
        assert len(set(named)) == len(named)


@pytest.fixture
def bar(qtbot: QtBot) -> FindBar:
    load_fonts()
    made = FindBar()
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_find_bar_steps_on_back_and_closes(bar: FindBar) -> None:
    steps, closed = record(bar.step_wanted), record(bar.closed)
    QTest.keyClick(bar.field, KEY.Key_Return)
    QTest.keyClick(bar.field, KEY.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(bar.field, KEY.Key_Escape)
    assert steps == [(1,), (-1,)]
    assert len(closed) == 1


def test_the_find_bar_says_how_many_and_that_there_may_be_more(bar: FindBar) -> None:
    bar.say_count(1, 3)
    assert bar.count.text() == ""
    bar.open("harbor")
    bar.say_count(1, MOST_HITS)
    assert bar.count.text() == f"1 of {MOST_HITS}+"


def test_a_row_opens_by_key_and_says_what_it_hides(qtbot: QtBot) -> None:
    row = FoldRow(BLOCK, "Read\nalso", unfolded=False)
    qtbot.addWidget(row)
    wanted = record(row.fold_wanted)
    for key in (KEY.Key_Return, KEY.Key_Space):
        QTest.keyClick(row.opener, key)
    assert wanted == [(BLOCK.span, True)] * 2
    assert row.opener.accessibleName() == "Related headline, set apart. Read also"
    assert row.action.accessibleName() == "Keep it: Related headline, set apart"


def test_the_row_of_a_kept_block_does_not_fold(qtbot: QtBot) -> None:
    row = FoldRow(Block(Span(0, 4), BlockKind.RELATED, scored=True), "Read", unfolded=False)
    qtbot.addWidget(row)
    wanted = record(row.fold_wanted)
    QTest.mouseClick(row.opener, LEFT)
    assert wanted == []
    assert row.opener.focusPolicy() is Qt.FocusPolicy.NoFocus


def _field(qtbot: QtBot, facts: FieldFacts) -> MetadataField:
    field = MetadataField(facts)
    qtbot.addWidget(field)
    field.show()
    return field


def test_an_edit_that_changes_nothing_is_not_told(qtbot: QtBot) -> None:
    field = _field(qtbot, FieldFacts("outlet", "Outlet", "RFE/RL", edit_text="RFE/RL"))
    edited = record(field.edited)
    field.edit()
    QTest.keyClick(field.editor, KEY.Key_Return)
    assert edited == []


def test_a_value_can_be_emptied(qtbot: QtBot) -> None:
    field = _field(qtbot, FieldFacts("outlet", "Outlet", "RFE/RL", edit_text="RFE/RL"))
    edited = record(field.edited)
    QTest.keyClick(field.value, KEY.Key_F2)
    field.editor.clear()
    QTest.keyClick(field.editor, KEY.Key_Return)
    assert edited == [("outlet", "")]


def test_a_field_that_cannot_be_edited_stays_closed(qtbot: QtBot) -> None:
    field = _field(qtbot, FieldFacts("", "Length", "345 words"))
    QTest.mouseClick(field.value, LEFT)
    field.edit()
    assert not field.is_editing
    assert field.add.isHidden()


def test_foreign_words_in_a_field_are_never_markup(qtbot: QtBot) -> None:
    field = _field(qtbot, FieldFacts("outlet", "Outlet", "<b>Times</b>", origin="from file"))
    assert field.value.text() == "<b>Times</b>"
    assert "&lt;b&gt;Times" in field.value.toolTip()


def test_controls_flow_into_a_second_row_where_there_is_no_room(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    flow = FlowLayout(around, (5, 10), 5)
    flow.setContentsMargins(0, 0, 0, 0)
    boxes = [QWidget() for _ in range(3)]
    for box in boxes:
        box.setFixedSize(100, 20)
        flow.addWidget(box)
    heights = [flow.heightForWidth(width) for width in (320, 310, 309, 50)]
    assert heights == [20, 20, 45, 70]
    flow.setGeometry(QRect(0, 0, 220, 45))
    assert [(box.x(), box.y()) for box in boxes] == [(0, 0), (110, 0), (0, 25)]
    assert flow.itemAt(3) is None
    assert flow.takeAt(0) is not None
    assert flow.count() == 2


def test_the_wheel_with_control_does_not_zoom_the_text_alone(qtbot: QtBot) -> None:
    edit = QuietEdit("Text")
    qtbot.addWidget(edit)
    edit.setPlainText("word")
    size = edit.font().pointSizeF()
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPointF(0, 120).toPoint(),
        QPointF(0, 120).toPoint(),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(edit.viewport(), wheel)
    assert edit.font().pointSizeF() == size
    assert not edit.acceptDrops()
    assert wheel.type() is QEvent.Type.Wheel
