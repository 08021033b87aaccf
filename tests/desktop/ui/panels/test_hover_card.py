from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.core.model.analyses import Voice
from desktop.core.model.spans import Span
from desktop.ui.fonts import load_fonts
from desktop.ui.paint.marks import Mark, MarkForm
from desktop.ui.paint.shadows import SHADOW_PX
from desktop.ui.panels.hover_card import HoverCard, HoverContent, card_size
from desktop.ui.theme import theme

CONTENT = HoverContent(
    letters="HT",
    slot=0,
    sentence_number=3,
    sentence_count=17,
    voice=Voice.OWN,
    sentence_text="The mayor lashed out at <b>his</b> rivals.",
    marks=(Mark(Span(10, 20), MarkForm.OWN),),
    reason="Names an outburst.",
    category="emotive verb",
    keys=(("Del", "Not loaded here"),),
)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    load_fonts()
    made = QWidget()
    made.resize(800, 600)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.mark.parametrize("x", [0, 300, 760])
@pytest.mark.parametrize("y", [0, 250, 575])
def test_the_card_never_covers_its_mark_and_stays_in_the_window(
    window: QWidget, x: int, y: int
) -> None:
    inner = QWidget(window)
    inner.setGeometry(20, 10, 700, 500)
    inner.show()
    card = HoverCard(inner)
    mark = QRect(QPoint(x, y), QSize(40, 22))
    card.show_for(QRect(window.mapToGlobal(mark.topLeft()), mark.size()), CONTENT)
    plate = card.geometry().adjusted(SHADOW_PX, SHADOW_PX, -SHADOW_PX, -SHADOW_PX)
    assert card.parentWidget() is window
    assert not plate.intersects(mark)
    assert window.rect().contains(plate)


def test_the_card_tells_its_content_until_it_is_hidden(window: QWidget) -> None:
    card = HoverCard(window)
    assert card.content is None
    card.show_for(QRect(10, 10, 20, 20), CONTENT)
    assert card.content == CONTENT
    assert card.accessibleName().startswith("Sentence 3 of 17. Own voice. The mayor lashed out")
    card.hide()
    assert card.content is None


@pytest.mark.usefixtures("window")
def test_a_sentence_without_end_takes_five_lines() -> None:
    long = HoverContent("HT", 0, 1, 1, Voice.QUOTED, "word " * 100_000)
    five = card_size(long).height()
    assert five < card_size(CONTENT).height() + 4 * theme().line("evidence")


@pytest.mark.usefixtures("window")
def test_a_card_without_a_reason_is_lower() -> None:
    bare = HoverContent("HT", 0, 3, 17, Voice.OWN, CONTENT.sentence_text)
    assert card_size(bare).height() < card_size(CONTENT).height()
