"""A chart that is given the focus: the card comes for those who came by key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.ui.fonts import load_fonts
from desktop.ui.panels.chart_view import ChartView
from desktop.ui.panels.charts import ChartsPage
from desktop.ui.selection import Selection
from tests.desktop.ui.made_event import made_event

REASON = Qt.FocusReason


@pytest.mark.parametrize(
    ("reason", "has_card"),
    [
        (REASON.TabFocusReason, True),
        (REASON.BacktabFocusReason, True),
        (REASON.OtherFocusReason, False),
        (REASON.MouseFocusReason, False),
    ],
)
def test_only_focus_by_key_opens_the_card(
    qtbot: QtBot, reason: Qt.FocusReason, *, has_card: bool
) -> None:
    load_fonts()
    page = ChartsPage(Selection())
    qtbot.addWidget(page)
    page.resize(1300, 900)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.show_event(made_event())
    chart = page.findChildren(ChartView)[0]
    chart.clearFocus()

    chart.setFocus(reason)

    assert chart.hasFocus()
    assert chart.card.isVisible() is has_card
