"""A refresh of the list: nobody loses the place, the article or what has changed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.services.decisions import edit_field, trash_articles
from desktop.services.importing import import_files
from desktop.services.libraries import Library, create_library
from desktop.ui.models.articles import ArticleListModel, ListedArticle
from desktop.ui.models.sidebar import Shelf
from desktop.ui.windows import listing
from desktop.ui.windows.desk import Desk
from tests.desktop.ui.windows.opened import DeskMaker, settle

NUMBER, A_PAGE = 60, 20


@pytest.fixture
def paged(
    qtbot: QtBot, make_desk: DeskMaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Desk:
    """A window on articles without dates, on the shelf of those, of which not all are loaded."""
    monkeypatch.setattr(listing, "_PAGE", A_PAGE)
    monkeypatch.setattr(ArticleListModel, "PAGE", A_PAGE)
    records = [
        {"title": f"Harbor {n}", "text": f"Boat {n} came in late.", "outlet": f"Port {n}"}
        for n in range(NUMBER)
    ]
    given = tmp_path / "boats.jsonl"
    given.write_text("\n".join(map(json.dumps, records)), "utf-8")
    library = create_library(tmp_path / "Boats.crosslight")
    assert list(import_files(library, [given]))
    library.close()
    desk = make_desk(tmp_path / "Boats.crosslight")
    desk.window.library.sidebar.choose(Shelf("attention"))
    settle(qtbot, desk)
    model = desk.window.library.list.model
    assert model.is_long
    assert len(model.articles) < model.rowCount() == NUMBER
    return desk


def listed(desk: Desk) -> list[str]:
    return [row.summary.id for row in desk.window.library.list.model.articles]


def come_to(qtbot: QtBot, desk: Desk, row: int) -> str:
    """Scroll to a row far down and return the id of its article."""
    model = desk.window.library.list.model
    desk.window.library.list.view.scrollTo(model.index(row))
    model.index(row).data(ArticleListModel.ROW)
    settle(qtbot, desk)
    found = model.index(row).data(ArticleListModel.ROW)
    assert isinstance(found, ListedArticle)
    return found.summary.id


def read(qtbot: QtBot, desk: Desk, article: str) -> None:
    desk.window.library.list.choose([article])
    settle(qtbot, desk)
    assert shown(desk) == article


def shown(desk: Desk) -> str:
    return desk.reading.shown.article.id if desk.reading.shown else ""


def decide(qtbot: QtBot, desk: Desk, decision: Callable[[Library], None]) -> None:
    desk.workspace.decide(decision)
    settle(qtbot, desk)


def test_a_correction_far_down_the_list_stays_with_its_article(qtbot: QtBot, paged: Desk) -> None:
    article = come_to(qtbot, paged, NUMBER - 2)
    read(qtbot, paged, article)
    decide(qtbot, paged, lambda lib: edit_field(lib, article, "title", "Another"))
    assert paged.window.library.list.model.row_of(article) == NUMBER - 2
    assert paged.window.library.list.model.rowCount() == NUMBER
    assert paged.window.library.list.chosen_ids == [article]
    assert shown(paged) == article


def test_what_is_chosen_out_of_sight_stays_chosen(qtbot: QtBot, paged: Desk) -> None:
    article = come_to(qtbot, paged, NUMBER - 2)
    read(qtbot, paged, article)
    paged.window.library.list.view.scrollToTop()
    first = listed(paged)[0]
    decide(qtbot, paged, lambda lib: edit_field(lib, first, "title", "Another"))
    assert paged.window.library.list.chosen_ids == [article]


def test_an_article_that_leaves_its_shelf_is_read_on(qtbot: QtBot, paged: Desk) -> None:
    first = listed(paged)[0]
    read(qtbot, paged, first)
    decide(qtbot, paged, lambda lib: edit_field(lib, first, "published", "2024-11-02"))
    assert first not in listed(paged)
    assert shown(paged) == first


def test_an_article_that_is_trashed_gives_way_to_the_next(qtbot: QtBot, paged: Desk) -> None:
    first, second = listed(paged)[:2]
    read(qtbot, paged, first)
    decide(qtbot, paged, lambda lib: trash_articles(lib, [first]))
    assert shown(paged) == second


def test_scrolling_swallows_no_refresh(qtbot: QtBot, paged: Desk) -> None:
    library = paged.workspace.library
    assert library is not None
    first = listed(paged)[0]
    trash_articles(library, [first])
    paged.shelves.rows.load_again()
    paged.window.library.list.model.page_wanted.emit(A_PAGE)
    settle(qtbot, paged)
    assert first not in listed(paged)


def test_scrolling_swallows_no_change_of_shelf(qtbot: QtBot, paged: Desk) -> None:
    paged.window.library.sidebar.choose(Shelf("trash"))
    paged.window.library.list.model.page_wanted.emit(A_PAGE)
    settle(qtbot, paged)
    assert listed(paged) == []


def test_a_window_that_closes_is_gone_before_its_jobs_have_ended(
    paged: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []
    monkeypatch.setattr(paged.workspace, "close", lambda: seen.append(paged.window.isVisible()))
    paged.close()
    monkeypatch.undo()
    assert seen == [False]
