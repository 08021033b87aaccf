"""Labels: foreign text stands as it is written, cut where there is no room; the tooltip has all."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.controls.labels import ElidedLabel, Label, plain_tooltip
from desktop.ui.fonts import load_fonts
from desktop.ui.palettes import DARK, LIGHT
from desktop.ui.theme import theme
from tests.desktop.ui.paint.pixels import count

FOREIGN = "<img src=x> <b>bold</b> &amp; <a href='http://example.org'>link</a>"


@pytest.fixture
def label(qtbot: QtBot) -> ElidedLabel:
    load_fonts()
    made = ElidedLabel("")
    qtbot.addWidget(made)
    made.resize(100, 20)
    made.show()
    return made


def read_tooltip(html: str) -> str:
    document = QTextDocument()
    document.setHtml(html)
    return document.toPlainText()


def test_a_label_never_takes_text_for_markup(qtbot: QtBot) -> None:
    made = Label(FOREIGN)
    qtbot.addWidget(made)
    assert made.textFormat() is Qt.TextFormat.PlainText
    assert made.text() == FOREIGN
    assert not made.openExternalLinks()
    assert made.sizeHint().width() > Label("bold").sizeHint().width() * 4


def test_a_label_takes_another_color(qtbot: QtBot) -> None:
    load_fonts()
    made = Label("mmmm", color="text")
    qtbot.addWidget(made)
    made.resize(80, 24)
    made.set_color("err")
    assert count(made.grab().toImage(), theme().palette.err) > 0
    theme().use(DARK)
    image, err = made.grab().toImage(), theme().palette.err
    theme().use(LIGHT)
    assert count(image, err) > 0


def test_text_with_room_is_whole_and_needs_no_tooltip(label: ElidedLabel) -> None:
    label.set_whole("Short")
    assert (label.text(), label.toolTip()) == ("Short", "")


def test_text_without_room_is_cut_and_whole_in_tooltip_and_name(label: ElidedLabel) -> None:
    whole = "A headline that is much longer than its room"
    label.set_whole(whole)
    assert label.text().endswith("…")
    assert read_tooltip(label.toolTip()) == whole
    assert label.accessibleName() == whole


def test_with_more_room_more_is_shown_until_all_is(qtbot: QtBot, label: ElidedLabel) -> None:
    label.set_whole("A headline that is much longer than its room")
    cut = label.text()
    label.resize(200, 20)
    assert len(label.text()) > len(cut)
    label.resize(800, 20)
    qtbot.waitUntil(lambda: not label.text().endswith("…"))
    assert label.toolTip() == ""


def test_it_asks_for_the_room_of_the_whole_text(label: ElidedLabel) -> None:
    label.set_whole("A headline that is much longer than its room")
    assert label.sizeHint().width() > 250
    assert label.minimumSizeHint().width() < 250


def test_foreign_text_is_shown_as_it_is_written_in_the_tooltip_too(label: ElidedLabel) -> None:
    label.set_whole(FOREIGN)
    assert "<img" not in label.toolTip()
    assert read_tooltip(label.toolTip()) == FOREIGN
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_no_text_has_no_tooltip() -> None:
    assert plain_tooltip("") == ""


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.sampled_from("ab <>&;\"'/=#é😀"), min_size=1, max_size=40))
def test_a_tooltip_says_any_text_as_it_stands(qapp: QApplication, text: str) -> None:
    assert qapp is not None
    html = plain_tooltip(text)
    assert html.count("<") == 2
    assert read_tooltip(html).replace("\u00a0", " ") == text
