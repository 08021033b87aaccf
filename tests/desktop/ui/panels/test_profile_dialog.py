"""The profile of an outlet: its measures, the events behind each, and the way to an event."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.core.framing.profile import summarize
from desktop.core.model.profiles import EventDifference, Measure, OutletProfile
from desktop.ui.fonts import load_fonts
from desktop.ui.panels.profile_dialog import ProfileDialog

LABELS = {f"e{nth}": f"Event {nth}" for nth in range(8)}
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def events(*differences: float) -> list[EventDifference]:
    return [EventDifference(f"e{nth}", 2.0 + each, 2.0) for nth, each in enumerate(differences)]


PROFILE = OutletProfile(
    "North Herald",
    9,
    (
        summarize(Measure.LOADED, events(2.0, 2.1, 1.9, 2.2, 1.8, 2.0, 2.0, 2.0, 2.0)),
        summarize(Measure.TONE, events(-0.1, 0.1, 0.0, -0.1, 0.1, 0.0)),
        summarize(Measure.QUOTED, events(1.0, 2.0)),
        summarize(Measure.VERDICTS, []),
    ),
)


@pytest.fixture
def dialog(qtbot: QtBot) -> ProfileDialog:
    load_fonts()
    made = ProfileDialog(PROFILE, LABELS)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def said(dialog: ProfileDialog) -> list[str]:
    rows = dialog.measures.shown_rows
    return [" | ".join(cell.said for cell in row.cells) for row in rows]


def test_each_measure_has_its_difference_range_and_events(dialog: ProfileDialog) -> None:
    loaded, tone, quoted, verdicts = said(dialog)
    assert loaded.startswith("Loaded wording, own voice; per 100 words | +2.00 95 % range +1.")
    assert loaded.endswith("Zero is outside. | 9")
    assert "Zero is inside. | 6" in tone
    assert "too little: 2 events, 6 needed | 2" in quoted
    assert verdicts.endswith("| 0")


def test_a_measure_chosen_shows_its_events(dialog: ProfileDialog) -> None:
    assert dialog.chosen.text() == "Loaded wording, own voice"
    QTest.keyClick(dialog.measures, Qt.Key.Key_Down)
    QTest.keyClick(dialog.measures, Qt.Key.Key_Down)
    assert dialog.chosen.text() == "Share of quoted words"
    rows = [[cell.said for cell in row.cells] for row in dialog.events.shown_rows]
    assert rows == [["Event 0", "3.00", "2.00", "+1.00"], ["Event 1", "4.00", "2.00", "+2.00"]]


def test_a_measure_without_events_says_so(dialog: ProfileDialog) -> None:
    for _ in range(3):
        QTest.keyClick(dialog.measures, Qt.Key.Key_Down)
    assert dialog.events.isHidden()
    assert "per 100 report verbs" in dialog.empty.text()


def test_enter_opens_an_event_and_one_that_is_gone_stays_shut(
    dialog: ProfileDialog, qtbot: QtBot
) -> None:
    opened: list[str] = []
    dialog.event_opened.connect(opened.append)
    dialog.events.setFocus()
    dialog.events.setCurrentIndex(dialog.events.model().index(8, 0))
    QTest.keyClick(dialog.events, Qt.Key.Key_Return)
    assert not opened
    assert "no longer there" in dialog.events.shown_rows[8].cells[0].said
    dialog.events.setCurrentIndex(dialog.events.model().index(1, 0))
    QTest.keyClick(dialog.events, Qt.Key.Key_Return)
    assert opened == ["e1"]
    qtbot.waitUntil(lambda: not dialog.isVisible())
