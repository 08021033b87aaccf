"""Finding in a long library: by words, on a shelf, page by page, and back to all of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.services.analyses import analyze_articles
from desktop.services.events import group_library
from desktop.services.importing import import_files
from desktop.services.libraries import create_library
from desktop.ui.models.sidebar import Shelf
from desktop.ui.windows.desk import Desk
from tests.desktop.ui.windows.opened import DeskMaker, settle
from tests.desktop.ui.windows.pointing import (
    CONTROL,
    LEFT,
    click_shelf,
    outlets,
    press_keys,
)

NUMBER = 230
HARBORS, MARKETS = "The Harbor", "Märkte heute"


@pytest.fixture(scope="module")
def boats(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of many short articles of two outlets."""
    folder = tmp_path_factory.mktemp("boats")
    records = [
        {
            "title": f"Boat {nth} in port",
            "text": f"Number {nth} came in late. {'Fog, naïve crews.' if nth % 2 == 0 else 'Sun.'}",
            "outlet": HARBORS if nth % 10 else MARKETS,
            "published": f"2024-11-{nth % 28 + 1:02}",
        }
        for nth in range(NUMBER)
    ]
    given = folder / "boats.jsonl"
    given.write_text("\n".join(map(json.dumps, records)), "utf-8")
    library = create_library(folder / "Boats.crosslight")
    for steps in (
        import_files(library, [given]),
        analyze_articles(library),
        group_library(library),
    ):
        assert list(steps)
    library.close()
    return folder / "Boats.crosslight"


@pytest.fixture
def boats_desk(make_desk: DeskMaker, boats: Path, tmp_path: Path) -> Desk:
    copy = tmp_path / "Boats.crosslight"
    copy.write_bytes(boats.read_bytes())
    return make_desk(copy)


def search(qtbot: QtBot, desk: Desk, words: str) -> str:
    """Type into the search field in place of what is there; return the head of the list."""
    press_keys(qtbot, desk, Qt.Key.Key_K, CONTROL)
    if words.isascii():
        QTest.keyClicks(desk.window.topbar.search, words)
    else:  # letters that no key of the test has come from an input method, or are pasted
        desk.window.topbar.search.insert(words)
    settle(qtbot, desk)
    return desk.window.library.list.heading.text()


def listed(desk: Desk) -> list[str]:
    return [row.summary.title for row in desk.window.library.list.model.articles]


def test_words_are_found_in_any_order_case_and_place(qtbot: QtBot, boats_desk: Desk) -> None:
    field = boats_desk.window.topbar.search
    for words in ("boat 117", "117 BOAT", "  117   boat ", "late 117", "117 sun", "117 po"):
        field.clear()
        assert search(qtbot, boats_desk, words) == "1 found", words
        assert listed(boats_desk) == ["Boat 117 in port"]
    field.clear()
    assert search(qtbot, boats_desk, "117 NAIVE") == "0 found"
    field.clear()
    assert search(qtbot, boats_desk, "118 NAIVE") == "1 found"
    field.clear()
    assert search(qtbot, boats_desk, "boat zeppelin") == "0 found"
    assert "No article here" in boats_desk.window.library.list.empty.text()
    # With the field emptied everything is back.
    press_keys(qtbot, boats_desk, Qt.Key.Key_Escape)
    assert boats_desk.window.library.list.heading.text() == f"{NUMBER} articles"
    assert not boats_desk.window.library.list.empty.isVisible()


@pytest.mark.parametrize("words", ["märkte heute", " Märkte ", "kte h"])
def test_an_outlet_is_found_by_its_name_or_a_part_of_it(
    qtbot: QtBot, boats_desk: Desk, words: str
) -> None:
    # The field promises articles, text and outlets.
    assert search(qtbot, boats_desk, words) == f"{NUMBER // 10} found"
    assert set(outlets(boats_desk)) == {MARKETS}


def test_scrolling_on_finds_all_of_them_each_once(qtbot: QtBot, boats_desk: Desk) -> None:
    assert search(qtbot, boats_desk, "boat") == f"{NUMBER} found"
    view, model = boats_desk.window.library.list.view, boats_desk.window.library.list.model
    assert model.rowCount() == NUMBER
    seen = dict.fromkeys(listed(boats_desk))
    for row in range(0, NUMBER, 4):
        view.scrollTo(model.index(row))
        view.grab()  # a view reads what it paints
        settle(qtbot, boats_desk)
        seen |= dict.fromkeys(listed(boats_desk))
    assert len(listed(boats_desk)) == NUMBER
    assert sorted(seen) == sorted(f"Boat {nth} in port" for nth in range(NUMBER))
    assert boats_desk.window.library.list.heading.text() == f"{NUMBER} found"


def test_a_search_stays_on_its_shelf_and_goes_along_to_the_next(
    qtbot: QtBot, boats_desk: Desk
) -> None:
    click_shelf(qtbot, boats_desk, Shelf("outlet", MARKETS))
    assert boats_desk.window.library.list.heading.text() == f"{NUMBER // 10} articles"
    assert search(qtbot, boats_desk, "boat 11") == "1 found"  # 110, of 11 and 110 to 119
    assert listed(boats_desk) == ["Boat 110 in port"]
    click_shelf(qtbot, boats_desk, Shelf("outlet", HARBORS))
    assert boats_desk.window.library.list.heading.text() == "10 found"
    assert set(outlets(boats_desk)) == {HARBORS}
    click_shelf(qtbot, boats_desk, Shelf("trash"))
    assert listed(boats_desk) == []
    click_shelf(qtbot, boats_desk, Shelf())
    assert boats_desk.window.library.list.heading.text() == "11 found"


def test_an_article_that_is_read_is_read_on_while_words_are_typed(
    qtbot: QtBot, boats_desk: Desk
) -> None:
    before = boats_desk.reading.pane.article
    assert before is not None
    assert search(qtbot, boats_desk, "zeppelin") == "0 found"
    assert boats_desk.reading.pane.article is not None
    assert boats_desk.reading.pane.article.id == before.id
    # From another page, the words lead back to the library.
    QTest.mouseClick(boats_desk.window.rail.button("settings"), LEFT)
    press_keys(qtbot, boats_desk, Qt.Key.Key_K, CONTROL)
    assert boats_desk.window.page == "library"
    assert boats_desk.window.topbar.search.selectedText() == "zeppelin"
    assert search(qtbot, boats_desk, "boat 20") == "11 found"
