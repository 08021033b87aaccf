"""An article is read with the others: notes on it, stepped through, filtered, opened elsewhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.core.model.annotations import AnnotationKind
from desktop.ui.panels.article import ArticlePage
from desktop.ui.windows.desk import Desk
from desktop.ui.windows.main import ARTICLE
from tests.desktop.ui.windows.opened import PATIENCE_MS, settle

LEFT = Qt.MouseButton.LeftButton
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def desk(samples_desk: Desk, qtbot: QtBot) -> Desk:
    desk = samples_desk
    desk.window.resize(1400, 900)
    desk.window.show_page(ARTICLE)
    settle(qtbot, desk)
    desk.reading.page.reading.text.setFocus()
    return desk


def read_notes(qtbot: QtBot, page: ArticlePage) -> None:
    qtbot.waitUntil(lambda: page.others.notes is not None, timeout=PATIENCE_MS)


def test_a_key_shows_the_notes_and_takes_them_away(desk: Desk, qtbot: QtBot) -> None:
    page = desk.reading.page
    QTest.keyClick(page.reading.text, Qt.Key.Key_O)
    assert page.others.isVisible()
    assert not page.explain.isVisible()
    read_notes(qtbot, page)
    assert page.others.table.shown_rows
    assert page.others.foot.text()
    QTest.keyClick(page.reading.text, Qt.Key.Key_O)
    assert not page.others.isVisible()
    assert page.explain.isVisible()


def test_the_notes_are_stepped_through_from_the_text(desk: Desk, qtbot: QtBot) -> None:
    page = desk.reading.page
    QTest.mouseClick(page.bar.switch.button(1), LEFT)
    read_notes(qtbot, page)
    assert page.others.notes is not None
    first, second = page.others.notes.annotations[:2]
    QTest.keyClick(page.reading.text, Qt.Key.Key_Down, ALT)
    assert page.others.table.currentIndex().row() == 0
    assert first.place in desk.pages.selection.places
    QTest.keyClick(page.reading.text, Qt.Key.Key_Down, ALT)
    assert second.place in desk.pages.selection.places
    QTest.keyClick(page.reading.text, Qt.Key.Key_Up, ALT)
    assert page.others.table.currentIndex().row() == 0


def test_a_filter_leaves_notes_of_one_kind(desk: Desk, qtbot: QtBot) -> None:
    page = desk.reading.page
    QTest.mouseClick(page.bar.switch.button(1), LEFT)
    read_notes(qtbot, page)
    QTest.mouseClick(page.others.filters.button(2), LEFT)
    assert page.others.notes is not None
    assert {each.kind for each in page.others.notes.annotations} == {AnnotationKind.WORD}
    assert len(page.others.table.shown_rows) == len(page.others.notes.annotations)


def test_enter_opens_the_words_of_another_text(desk: Desk, qtbot: QtBot) -> None:
    page = desk.reading.page
    QTest.mouseClick(page.bar.switch.button(1), LEFT)
    read_notes(qtbot, page)
    before = page.reading.article
    QTest.mouseClick(page.others.filters.button(2), LEFT)
    QTest.keyClick(page.reading.text, Qt.Key.Key_Down, ALT)
    QTest.keyClick(page.others.table, Qt.Key.Key_Return)
    settle(qtbot, desk)
    assert page.reading.article is not None
    assert page.reading.article != before


def test_another_article_of_the_event_is_taken_as_base(desk: Desk, qtbot: QtBot) -> None:
    page = desk.reading.page
    QTest.mouseClick(page.bar.switch.button(1), LEFT)
    read_notes(qtbot, page)
    before = page.reading.article
    QTest.keyClick(page.bar.base, Qt.Key.Key_Down)
    QTest.keyClick(page.bar.base, Qt.Key.Key_Return)
    settle(qtbot, desk)
    after = page.reading.article
    assert before is not None
    assert after is not None
    assert after.id != before.id

    def is_followed() -> bool:
        notes = page.others.notes
        return notes is not None and notes.article == after.id

    qtbot.waitUntil(is_followed, timeout=PATIENCE_MS)
