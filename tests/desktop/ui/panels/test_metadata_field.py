"""A fact of an article in its field: read, edited in place, and led back to the text."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.core.model.spans import Span
from desktop.ui.models.metadata import FieldFacts
from desktop.ui.panels.metadata_field import MetadataField
from desktop.ui.theme import theme
from tests.desktop.ui.emitted import emitted

KEY, LEFT, REASON = Qt.Key, Qt.MouseButton.LeftButton, Qt.FocusReason
OUTLET = FieldFacts("outlet", "Outlet", "RFE/RL", origin="from text", edit_text="RFE/RL",
                    evidence=Span(3, 9), words="RFE/RL")  # fmt: skip


def field_of(host: QWidget, facts: FieldFacts = OUTLET) -> MetadataField:
    field = MetadataField(facts, host)
    field.setGeometry(20, 20, 300, 50)
    field.show()
    return field


def test_what_was_typed_is_kept_when_the_keys_go_elsewhere(host: QWidget) -> None:
    field = field_of(host)
    edited = emitted(field.edited)
    QTest.mouseClick(field.value, LEFT)
    QTest.keyClicks(field.editor, "  Radio Svoboda ")
    field.chip.setFocus()
    assert edited == [("outlet", "Radio Svoboda")]
    assert not field.is_editing


def test_a_menu_over_the_editor_does_not_end_the_edit(host: QWidget) -> None:
    field = field_of(host)
    edited = emitted(field.edited)
    field.edit()
    QTest.keyClicks(field.editor, "Radio")
    QApplication.sendEvent(field.editor, QFocusEvent(QEvent.Type.FocusOut, REASON.PopupFocusReason))
    assert (field.is_editing, edited) == (True, [])
    QTest.keyClick(field.editor, KEY.Key_Enter)
    assert edited == [("outlet", "Radio")]


def test_a_field_is_edited_and_its_evidence_shown_by_keys_alone(host: QWidget) -> None:
    field = field_of(host)
    wanted = emitted(field.evidence_wanted)
    field.value.setFocus()
    QTest.keyClick(field.value, KEY.Key_Return)
    assert field.editor.hasFocus()
    assert field.editor.selectedText() == "RFE/RL"
    QTest.keyClick(field.editor, KEY.Key_Escape)
    assert field.value.hasFocus()
    field.chip.setFocus()
    QTest.keyClick(field.chip, KEY.Key_Space)
    assert wanted == [Span(3, 9)]


def test_a_value_without_words_in_the_text_leads_nowhere(host: QWidget) -> None:
    field = field_of(host, replace(OUTLET, origin="from file", evidence=None, words=""))
    wanted = emitted(field.evidence_wanted)
    QTest.mouseClick(field.chip, LEFT)
    assert wanted == []
    assert field.chip.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_a_field_makes_room_for_its_editor(host: QWidget) -> None:
    field = field_of(host, replace(OUTLET, value="A", edit_text="A", origin="", evidence=None))
    narrow = field.sizeHint().width()
    field.edit()
    assert field.sizeHint().width() > narrow
    assert field.sizeHint().width() >= theme().px(150)


def test_a_value_is_underlined_under_the_mouse_where_it_can_be_edited(host: QWidget) -> None:
    length = FieldFacts("", "Length", "345 words")
    at = QPointF(4, 4)
    for facts, is_lit in ((OUTLET, True), (length, False)):
        value = field_of(host, facts).value
        before = value.grab().toImage()
        QApplication.sendEvent(value, QEnterEvent(at, at, at))
        assert (value.grab().toImage() != before) is is_lit
        QApplication.sendEvent(value, QEvent(QEvent.Type.Leave))
        assert value.grab().toImage() == before
