"""The list offers to add a date where none is stated."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.ui.windows.desk import Desk
from tests.desktop.ui.windows.opened import settle


def click_date(desk: Desk, article_id: str) -> None:
    """Click where the row of an article has its date."""
    view = desk.window.library.list.view
    index = desk.window.library.list.model.index(desk.window.library.list.model.row_of(article_id))
    view.scrollTo(index)
    row = QRectF(view.visualRect(index))
    at = row.topRight().toPoint()
    at.setX(at.x() - 40)
    at.setY(at.y() + 22)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_a_click_on_add_date_edits_the_date_of_that_article(
    qtbot: QtBot, samples_desk: Desk
) -> None:
    articles = samples_desk.window.library.list.model.articles
    undated = next(row.summary for row in articles if row.summary.published is None)
    click_date(samples_desk, undated.id)
    settle(qtbot, samples_desk)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    assert focus.accessibleName() == "Published"
    focus.setText("2024-11-02")
    QTest.keyClick(focus, Qt.Key.Key_Return)
    settle(qtbot, samples_desk)
    listed = samples_desk.window.library.list.model.articles
    dated = next(row.summary for row in listed if row.summary.id == undated.id)
    assert dated.published is not None
    assert dated.published.iso == "2024-11-02"


def test_a_click_on_a_stated_date_edits_nothing(qtbot: QtBot, samples_desk: Desk) -> None:
    articles = samples_desk.window.library.list.model.articles
    stated = next(row.summary for row in articles if row.summary.published is not None)
    click_date(samples_desk, stated.id)
    settle(qtbot, samples_desk)
    assert samples_desk.reading.shown is not None
    assert samples_desk.reading.shown.article.id == stated.id
    assert not isinstance(QApplication.focusWidget(), QLineEdit)
