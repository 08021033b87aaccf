"""Popups with reasons: they stand inside the screen, scroll, and close by Esc or a choice."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.core.model.articles import Published
from desktop.core.model.spans import Span
from desktop.services.date_cards import DateCard, StatedField, StatedValue
from desktop.ui.controls.buttons import Button
from desktop.ui.controls.labels import Label
from desktop.ui.panels.card_scroll import move_inside
from desktop.ui.panels.date_card_popup import DateCardPopup
from desktop.ui.panels.reasons_popup import ReasonsPopup
from desktop.ui.theme import theme
from tests.desktop.ui.emitted import emitted

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
LEFT = Qt.MouseButton.LeftButton
MARKUP = "<b>Storm</b> & <img src=x>"
STATED = StatedValue("2024-11-02", "text", ("text",), Published(2024, 11, 2), Span(3, 9), True)
OTHER = StatedValue("2024-11-05", "file", (MARKUP,), Published(2024, 11, 5), is_usable=True)
CARD = DateCard("a", (StatedField("published", (STATED, OTHER)),), (MARKUP,))


def popup(host: QWidget, *sentences: str) -> ReasonsPopup:
    made = ReasonsPopup("Why", host)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    for words in sentences:
        made.say(words)
    made.finish()
    made.show_under(host)
    return made


def card_popup(host: QWidget, *, can_write: bool = True) -> DateCardPopup:
    made = DateCardPopup(CARD, host, can_write=can_write)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.show_under(host)
    return made


def named(made: QWidget, start: str) -> list[Button]:
    return [each for each in made.findChildren(Button) if each.accessibleName().startswith(start)]


def test_a_short_popup_is_as_high_as_its_words_and_a_long_one_scrolls(host: QWidget) -> None:
    short, long = popup(host, "One."), popup(host, *["A reason of a few words."] * 80)
    assert short.height() < long.height() == theme().px(480)
    (area,) = short.findChildren(QScrollArea)
    assert area.verticalScrollBar().maximum() == 0
    (area,) = long.findChildren(QScrollArea)
    assert area.verticalScrollBar().maximum() > 0
    assert area.horizontalScrollBar().maximum() == 0


def test_what_is_said_is_plain_text(host: QWidget) -> None:
    made = popup(host, MARKUP)
    (said,) = [label for label in made.findChildren(Label) if label.text() == MARKUP]
    assert said.textFormat() is Qt.TextFormat.PlainText


def test_a_popup_stands_inside_the_screen_though_its_control_is_at_the_edge(
    host: QWidget,
) -> None:
    room = host.screen().availableGeometry()
    for corner in (room.bottomRight(), room.topLeft()):
        host.move(corner)
        made = popup(host, *["A reason."] * 9)
        # Without a display a window that is shown gets a frame of two pixels.
        assert room.adjusted(0, 0, 2, 2).contains(made.geometry())
        made.close()


@pytest.mark.parametrize(
    ("wished", "place"),
    [
        (QPoint(50, 60), QPoint(50, 60)),
        (QPoint(-900, -900), QPoint(10, 20)),
        (QPoint(900, 900), QPoint(210, 270)),
        (QPoint(900, 60), QPoint(210, 60)),
    ],
)
def test_a_place_that_is_wished_is_kept_as_far_as_there_is_room(
    host: QWidget, wished: QPoint, place: QPoint
) -> None:
    inside = QWidget(host)
    inside.resize(100, 50)
    move_inside(inside, wished, QRect(10, 20, 300, 300))
    assert inside.pos() == place


def test_what_is_larger_than_the_room_begins_at_its_corner(host: QWidget) -> None:
    inside = QWidget(host)
    inside.resize(900, 900)
    move_inside(inside, QPoint(200, 200), QRect(10, 20, 300, 300))
    assert inside.pos() == QPoint(10, 20)


def test_escape_closes_a_popup(host: QWidget) -> None:
    made = popup(host, "One.")
    QTest.keyClick(made, Qt.Key.Key_Escape)
    assert not made.isVisible()


def test_the_keys_are_on_the_first_button_of_a_popup(host: QWidget) -> None:
    made = card_popup(host)
    assert made.findChildren(Button)[0].hasFocus()


@pytest.mark.parametrize(
    ("name", "signal", "value"),
    [
        ("Use this instead", "use_wanted", ("published", "2024-11-05")),
        ("Edit: Published", "edit_wanted", "published"),
        ("Published: show the words", "evidence_wanted", Span(3, 9)),
    ],
)
def test_a_choice_in_the_date_card_is_told_and_closes_it(
    host: QWidget, name: str, signal: str, value: object
) -> None:
    made = card_popup(host)
    told = emitted(getattr(made.card, signal))
    (button,) = named(made, name)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert told == [value]
    assert not made.isVisible()


def test_escape_closes_the_date_card_and_chooses_nothing(host: QWidget) -> None:
    made = card_popup(host)
    used, typed = emitted(made.card.use_wanted), emitted(made.card.edit_wanted)
    QTest.keyClick(made.findChildren(Button)[0], Qt.Key.Key_Escape)
    assert not made.isVisible()
    assert (used, typed) == ([], [])


def test_a_library_that_can_only_be_read_offers_the_words_and_no_change(host: QWidget) -> None:
    made = card_popup(host, can_write=False)
    assert named(made, "Use") == []
    assert named(made, "Edit") == []
    assert named(made, "Add") == []
    told = emitted(made.card.evidence_wanted)
    (link,) = named(made, "Published: show the words")
    QTest.mouseClick(link, LEFT)
    assert told == [Span(3, 9)]


def test_no_statement_in_the_date_card_is_taken_for_markup(host: QWidget) -> None:
    made = card_popup(host)
    found = [label for label in made.findChildren(Label) if MARKUP in label.text()]
    assert len(found) >= 2
    assert {label.textFormat() for label in found} == {Qt.TextFormat.PlainText}
