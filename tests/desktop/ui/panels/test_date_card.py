"""The date card on the screen: values are used, typed and led back to the text by the mouse."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.core.model.articles import Published
from desktop.core.model.spans import Span
from desktop.services.date_cards import DateCard, StatedField, StatedValue
from desktop.ui.controls.buttons import Button
from desktop.ui.controls.labels import Label
from desktop.ui.panels.date_card import DateCardPanel
from desktop.ui.panels.dates_bar import DatesBar
from tests.desktop.ui.emitted import emitted

CONFLICT = "Two dates are stated: 2 Nov 2024 and 5 Nov 2024 (in the page)."
CARD = DateCard(
    "a",
    (
        StatedField(
            "published",
            (
                StatedValue(
                    "2024-11-02", "text", ("text",), Published(2024, 11, 2), Span(3, 9), True
                ),
                StatedValue(
                    "2024-11-05", "file", ("line",), Published(2024, 11, 5), is_usable=True
                ),
            ),
        ),
        StatedField("url", (StatedValue("https://example.org/" + "a" * 400, "file", ("x",)),)),
        StatedField("section", (StatedValue("Island <b>news</b>", "file", ("x",)),)),
    ),
    (CONFLICT,),
)


def shown(host: QWidget, card: DateCard = CARD, *, can_write: bool = True) -> DateCardPanel:
    panel = DateCardPanel(parent=host)
    panel.show_card(card, can_write=can_write)
    panel.setGeometry(0, 0, 480, 640)
    panel.show()
    return panel


def press(panel: DateCardPanel, start: str) -> None:
    buttons = panel.findChildren(Button)
    (button,) = [each for each in buttons if each.accessibleName().startswith(start)]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_another_value_is_used_a_field_typed_and_the_words_shown(host: QWidget) -> None:
    panel = shown(host)
    used, typed = emitted(panel.use_wanted), emitted(panel.edit_wanted)
    evidence = emitted(panel.evidence_wanted)
    press(panel, "Use this instead: 5 Nov 2024")
    press(panel, "Edit: Published")
    press(panel, "Published: show the words")
    assert used == [("published", "2024-11-05")]
    assert typed == ["published"]
    assert evidence == [Span(3, 9)]


def test_the_conflict_stands_above_and_markup_is_plain_text(host: QWidget) -> None:
    panel = shown(host)
    texts = [label.text() for label in panel.findChildren(Label)]
    assert CONFLICT in texts
    assert "Island <b>news</b>" in texts


def test_a_card_shown_again_takes_the_place_of_the_first(host: QWidget) -> None:
    panel = shown(host)
    panel.show_card(DateCard("b", (), ()), can_write=False)
    visible = [label.text() for label in panel.findChildren(Label) if label.isVisibleTo(panel)]
    assert "5 Nov 2024" not in visible
    names = {
        each.accessibleName() for each in panel.findChildren(Button) if each.isVisibleTo(panel)
    }
    assert names == set()


def test_the_bar_is_there_while_something_is_not_settled(host: QWidget) -> None:
    bar = DatesBar(host)
    opened = emitted(bar.opened)
    bar.show_conflicts(CARD)
    assert bar.isVisibleTo(host)
    assert bar.words.accessibleName() == CONFLICT
    QTest.mouseClick(bar.show_card, Qt.MouseButton.LeftButton)
    assert len(opened) == 1
    bar.show_conflicts(None)
    assert not bar.isVisibleTo(host)
