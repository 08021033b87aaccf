"""Tags, importance, notes and saved searches in the window, each told with an undo."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from desktop.services.notes import list_notes
from desktop.services.tags import list_tags, tags_of
from desktop.ui.models.sidebar import Shelf
from desktop.ui.panels.notes_dialog import NotesDialog
from desktop.ui.windows.desk import Desk
from tests.desktop.ui.windows.opened import DeskMaker, answer, settle


@pytest.fixture
def desk(make_desk: DeskMaker, sample_library: Path, tmp_path: Path) -> Desk:
    copy = tmp_path / "Marked.crosslight"
    copy.write_bytes(sample_library.read_bytes())
    return make_desk(copy)


def ids(desk: Desk) -> list[str]:
    return [row.summary.id for row in desk.window.library.list.model.articles]


def shelves(desk: Desk) -> dict[str, int | None]:
    rows = desk.window.library.sidebar.model.rows
    return {row.text: row.count for row in rows if row.shelf is not None}


def test_what_is_chosen_is_tagged_and_the_tag_stands_in_the_sidebar(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = ids(desk)[:2]
    desk.window.library.list.choose(chosen)
    monkeypatch.setattr(QInputDialog, "getText", answer(("Lesson 3", True)))
    offered = desk.marks.tag_menu(lambda _library: chosen, 2, ((), {}))
    offered.actions()[-1].trigger()
    settle(qtbot, desk)
    assert shelves(desk)["Lesson 3"] == 2
    assert desk.window.toast.undoes is not None
    library = desk.workspace.library
    assert library is not None
    menu = desk.marks.tag_menu(lambda _library: chosen, 2, (list_tags(library), {"Lesson 3": 2}))
    assert menu.actions()[0].isChecked()
    menu.actions()[0].trigger()
    settle(qtbot, desk)
    assert tags_of(library, chosen) == {}
    desk.window.commands["undo"].trigger()
    settle(qtbot, desk)
    assert set(tags_of(library, chosen)) == set(chosen)


def test_articles_dropped_on_a_tag_get_it_and_its_shelf_lists_them(
    qtbot: QtBot, desk: Desk
) -> None:
    desk.event_commands.drops.tagged.emit(ids(desk)[1:3], "Quoting leaders")
    settle(qtbot, desk)
    desk.window.library.sidebar.choose(Shelf("tag", "Quoting leaders"))
    settle(qtbot, desk)
    assert len(ids(desk)) == 2
    assert all(row.tags == ("Quoting leaders",) for row in desk.window.library.list.model.articles)


def test_a_figure_in_the_list_says_how_important_an_article_is(qtbot: QtBot, desk: Desk) -> None:
    view = desk.window.library.list.view
    desk.window.library.list.choose(ids(desk)[:1])
    QTest.keyClick(view, Qt.Key.Key_2)
    settle(qtbot, desk)
    assert desk.window.library.list.model.articles[0].summary.importance == 2
    assert "Importance 2 of 3" in str(view.model().index(1, 0).data())
    desk.window.library.list.bar.toggle_filter("importance:1..")
    settle(qtbot, desk)
    assert len(ids(desk)) == 1


def test_a_note_is_written_on_the_article_that_is_read(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(dialog: NotesDialog) -> bool:
        dialog.field.setPlainText("Who says so?")
        return True

    monkeypatch.setattr(NotesDialog, "exec", write)
    desk.window.commands["note"].trigger()
    settle(qtbot, desk)
    library, shown = desk.workspace.library, desk.reading.shown
    assert library is not None
    assert shown is not None
    (note,) = list_notes(library, shown.article.id)
    assert (note.text, note.span) == ("Who says so?", None)


def test_a_search_is_saved_listed_and_its_words_are_marked(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QInputDialog, "getText", answer(("Waiting", True)))
    assert not desk.window.commands["save search"].isEnabled()
    desk.window.topbar.search.setText("waiting -nosuchword")
    settle(qtbot, desk)
    found = ids(desk)
    desk.window.commands["save search"].trigger()
    settle(qtbot, desk)
    desk.window.topbar.search.clear()
    shelf = next(
        row.shelf
        for row in desk.window.library.sidebar.model.rows
        if row.shelf is not None and row.shelf.collection == "search"
    )
    desk.window.library.sidebar.choose(shelf)
    settle(qtbot, desk)
    assert ids(desk) == found
    finder = desk.reading.pane.finder
    shown = desk.reading.pane.article
    assert shown is not None
    assert {hit.of(shown.text).lower() for hit in finder.hits} == {"waiting"}
    desk.window.commands["next hit"].trigger()
    desk.searches.menu_of(shelf).actions()[-1].trigger()
    settle(qtbot, desk)
    assert "Waiting" not in shelves(desk)
