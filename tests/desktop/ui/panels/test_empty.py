"""The empty state: its sentence is seen whole, however long."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop.ui.panels.empty import EmptyNote


@pytest.mark.parametrize("times", [1, 2, 6])
def test_the_sentence_has_room_for_all_its_lines(qtbot: QtBot, times: int) -> None:
    note = EmptyNote()
    qtbot.addWidget(note)
    note.resize(1000, 600)
    note.say("No event", "Choose an event to compare its outlets. " * times)
    note.show()

    label = note.text
    line = label.fontMetrics().horizontalAdvance(label.text())
    assert label.height() >= label.heightForWidth(label.width())
    assert label.width() >= min(line, 460)
    assert label.geometry().center().x() == pytest.approx(500, abs=2)
