"""From the import to the voices: the tab turns to them, they follow the event and corrections."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.services.errors import CrosslightError
from desktop.ui.figures.voices import VoiceKind
from desktop.ui.windows.desk import Desk
from desktop.ui.windows.main import ARTICLE, COMPARE, VOICES
from tests.desktop.ui.windows.opened import settle

QUOTES, WIRE, LEDGER = VoiceKind.QUOTATIONS, VoiceKind.WIRE, VoiceKind.LEDGER
LEFT = Qt.MouseButton.LeftButton


def show_voices(qtbot: QtBot, desk: Desk) -> None:
    desk.window.show_page(VOICES)
    settle(qtbot, desk)


def test_the_tab_of_voices_shows_who_quotes_what(qtbot: QtBot, samples_desk: Desk) -> None:
    window = samples_desk.window
    window.show_page(COMPARE)
    settle(qtbot, samples_desk)
    bar = samples_desk.pages.compare.bar.tabs
    QTest.mouseClick(bar, LEFT, pos=bar.tabRect(bar.names.index(VOICES)).center())
    settle(qtbot, samples_desk)
    page = samples_desk.voices.page

    assert window.page == VOICES
    assert window.rail.button(COMPARE).isChecked()
    table = page.cards[QUOTES].table
    assert "Everyone is just waiting" in table.shown_rows[0].cells[0].said
    table.setCurrentIndex(table.model().index(0, 1))
    QTest.keyClick(table, Qt.Key.Key_Return)
    settle(qtbot, samples_desk)
    assert window.page == ARTICLE


def test_the_menu_shows_them_too(qtbot: QtBot, samples_desk: Desk) -> None:
    samples_desk.window.commands["page voices"].trigger()
    settle(qtbot, samples_desk)

    assert samples_desk.window.page == VOICES
    ledger = samples_desk.voices.page.cards[LEDGER]
    assert samples_desk.window.focusWidget() is ledger.table


def test_they_are_made_when_looked_at_and_go_with_their_event(
    qtbot: QtBot, samples_desk: Desk
) -> None:
    assert "page" not in vars(samples_desk.voices)
    show_voices(qtbot, samples_desk)
    assert samples_desk.voices.page.cards[WIRE].isVisible()
    samples_desk.pages.choose_event(None)
    settle(qtbot, samples_desk)

    assert samples_desk.voices.page.note.title.text() == "No event"


def test_an_article_that_goes_takes_its_column_along(qtbot: QtBot, samples_desk: Desk) -> None:
    show_voices(qtbot, samples_desk)
    table = samples_desk.voices.page.cards[QUOTES].table
    assert len(table.sheet.columns) == 6
    view = samples_desk.pages.view
    assert view is not None
    samples_desk.corrections.trash.put_away([view.articles[0].id])
    settle(qtbot, samples_desk)

    assert len(table.sheet.columns) == 5


def test_work_that_was_stopped_or_failed_can_be_taken_up(qtbot: QtBot, samples_desk: Desk) -> None:
    show_voices(qtbot, samples_desk)
    page = samples_desk.voices.page
    page.stopped.emit()
    assert page.note.title.text() == "Stopped"
    samples_desk.voices.work.fail(CrosslightError("No room is left.", "Close other programs."))
    assert page.note.title.text() == "No room is left."
    QTest.mouseClick(page.note.again, LEFT)
    settle(qtbot, samples_desk)

    assert page.cards[QUOTES].isVisible()


def test_the_status_line_counts_reprints(qtbot: QtBot, samples_desk: Desk) -> None:
    desk = samples_desk
    desk.window.show_page(COMPARE)
    settle(qtbot, desk)
    assert "reprint" not in desk.window.status.text
    view = desk.pages.view
    assert view is not None
    first, second = view.comparison.articles[:2]
    printed = replace(view.comparison, reprints=((first, second),))
    desk.pages._show_view(replace(view, comparison=printed))

    assert "1 reprint of a text counted once" in desk.window.status.text
