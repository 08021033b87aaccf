"""A long list: a place for every row, few pages held, and the others asked for once."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.services.badges import OutletBadge
from desktop.ui.models.articles import ArticleListModel, ListedArticle
from tests.desktop.ui.panels.test_library_panes import listed

ROW, PAGE = ArticleListModel.ROW, ArticleListModel.PAGE


def page_of(start: int) -> list[ListedArticle]:
    return [listed(nth) for nth in range(start, start + PAGE)]


def made(total: int) -> tuple[ArticleListModel, list[int]]:
    """Return a model of so many rows with its first page, and what it asks for."""
    model, wanted = ArticleListModel(), list[int]()
    model.page_wanted.connect(wanted.append)
    model.show_rows(page_of(0), has_more=True)
    model.extend_to(total)
    return model, wanted


def test_every_row_has_its_place_at_once_and_nothing_more_is_fetched() -> None:
    model, wanted = made(100_000)
    assert model.rowCount() == 100_000
    assert not model.canFetchMore(QModelIndex())
    assert model.is_long
    assert len(model.articles) == PAGE
    assert wanted == []


def test_a_row_that_is_not_held_is_asked_for_once_and_can_be_chosen() -> None:
    model, wanted = made(1_000)
    index = model.index(555)
    assert index.data(ROW) is None
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Being read"
    assert model.index(570).data(ROW) is None
    assert wanted == [500]
    assert Qt.ItemFlag.ItemIsSelectable in model.flags(index)
    model.put_page(500, page_of(500))
    row = index.data(ROW)
    assert isinstance(row, ListedArticle)
    assert model.row_of(row.summary.id) == 555


def test_of_many_pages_the_last_ones_looked_at_are_held() -> None:
    model, wanted = made(10_000)
    for start in range(0, 5_000, PAGE):
        model.put_page(start, page_of(start))
    assert len(model.articles) == 12 * PAGE
    assert model.index(0).data(ROW) is None
    assert wanted == [0]
    assert isinstance(model.index(4_999).data(ROW), ListedArticle)


def test_the_last_page_may_be_short_and_a_late_one_is_dropped() -> None:
    model, _wanted = made(130)
    model.put_page(100, page_of(100)[:30])
    assert isinstance(model.index(129).data(ROW), ListedArticle)
    model.put_page(200, page_of(200))
    assert model.rowCount() == 130


def test_a_list_shown_again_holds_the_pages_that_were_read() -> None:
    model, wanted = made(1_000)
    model.show_pages(800, {300: page_of(300), 700: page_of(700)})
    assert model.rowCount() == 800
    assert isinstance(model.index(350).data(ROW), ListedArticle)
    assert model.index(0).data(ROW) is None
    assert wanted == [0]


def test_a_long_list_keeps_the_rules_of_models(qtbot: QtBot) -> None:
    assert qtbot
    model, _wanted = made(250)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.put_page(100, page_of(100))
    model.show_pages(120, {0: page_of(0)})
    assert tester.model() is model
    assert isinstance(model.index(0).data(ROW).badge, OutletBadge)
