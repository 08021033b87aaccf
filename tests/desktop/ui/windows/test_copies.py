"""Copies, corrected texts and receipts in the window: shown, chosen, stored and taken back."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from desktop.core.model.copies import CopyKind
from desktop.services.analyses import analyze_articles
from desktop.services.articles import ArticleQuery, get_article, list_articles
from desktop.services.copies import list_copies
from desktop.services.decisions import undo_label
from desktop.services.events import group_library
from desktop.services.importing import import_files
from desktop.services.libraries import Library, create_library
from desktop.ui.models.copies import Choice
from desktop.ui.models.sidebar import Shelf
from desktop.ui.panels.copies_dialog import CopiesDialog
from desktop.ui.panels.text_dialog import TextDialog
from desktop.ui.windows.desk import Desk
from desktop.ui.windows.main import ARTICLE, DIFF, LIBRARY, RECEIPT
from tests.desktop.ui.windows.opened import PATIENCE_MS, DeskMaker, answer, settle
from tests.desktop.ui.windows.pointing import LEFT

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
D = TypeVar("D", bound=QDialog)

PARTS = (
    "The storm that hit the coast of Norland on Friday tore the roof from a school in Anville.",
    "Nobody was hurt in the night, but forty families had to leave their houses near the quay.",
    "The mayor, Bo Lund, said that the harbor wall had held for longer than anybody expected.",
    "A ferry with twelve people aboard waited behind the island until the wind had dropped.",
)
SHARE = "Share this on Facebook"
HEAD = (
    '<title>{title}</title><meta property="og:site_name" content="{outlet}">'
    '<link rel="canonical" href="{url}">'
    '<meta property="article:published_time" content="{day}T08:00:00Z">'
)


def page(outlet: str, url: str, title: str, day: str, parts: tuple[str, ...]) -> str:
    head = HEAD.format(title=title, outlet=outlet, url=url, day=day)
    body = "".join(f"<p>{part}</p>" for part in parts)
    aside = f"<div class='share'>{SHARE}</div>"
    article = f"<article><h1>{title}</h1>{body}{aside}</article>"
    return f"<html><head>{head}</head><body>{article}</body></html>"


@pytest.fixture(scope="module")
def storm_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a library of a report, its later version, another outlet's print, and an empty file."""
    folder = tmp_path_factory.mktemp("storm")
    wire = "https://wire.example/1"
    given = {
        "first.html": page("Norland Wire", wire, "Storm", "2024-11-02", PARTS),
        "later.html": page("Norland Wire", wire, "Storm, lights on", "2024-11-03", PARTS[:3]),
        "post.html": page(
            "Anville Post", "https://post.example/s", "Roof gone", "2024-11-02", PARTS[1:]
        ),
        "empty.txt": "",
    }
    for name, text in given.items():
        (folder / name).write_text(text, "utf-8")
    library = create_library(folder / "Storm.crosslight")
    files = [folder / name for name in given]
    for steps in (import_files(library, files), analyze_articles(library), group_library(library)):
        assert list(steps)
    library.close()
    return folder / "Storm.crosslight"


@pytest.fixture
def storm(make_desk: DeskMaker, storm_library: Path, tmp_path: Path) -> Desk:
    """Give a window on a copy of the library."""
    copy = tmp_path / "Copy.crosslight"
    copy.write_bytes(storm_library.read_bytes())
    return make_desk(copy)


def library_of(desk: Desk) -> Library:
    assert desk.workspace.library is not None
    return desk.workspace.library


def show(qtbot: QtBot, desk: Desk, name: str) -> str:
    """Read the article of a file and return its id."""
    rows = {row.source_name: row.id for row in list_articles(library_of(desk), ArticleQuery())}
    desk.reading.turn_to(rows[name])
    settle(qtbot, desk)
    return rows[name]


def opened(qtbot: QtBot, kind: type[D]) -> D:
    def found() -> list[D]:
        tops = QApplication.topLevelWidgets()
        return [each for each in tops if isinstance(each, kind) and each.isVisible()]

    qtbot.waitUntil(lambda: len(found()) == 1, timeout=PATIENCE_MS)
    return found()[0]


def test_the_article_says_which_versions_and_copies_it_has(qtbot: QtBot, storm: Desk) -> None:
    show(qtbot, storm, "later.html")
    bar = storm.reading.pane.copies
    assert bar.isVisible()
    assert bar.words.accessibleName() == "Version 2 of 2 · Also printed by Anville Post"
    QTest.mouseClick(bar.show_them, LEFT)
    dialog = opened(qtbot, CopiesDialog)
    cells = [dialog.table.item(row, 0) for row in range(dialog.table.rowCount())]
    assert [cell.text() for cell in cells if cell] == ["Earlier version", "Print of another outlet"]
    assert dialog.card.choice is Choice.REVISION
    assert not dialog.card.use.isEnabled()
    dialog.reject()


def test_the_diff_of_two_versions_opens_with_the_earlier_one_left(
    qtbot: QtBot, storm: Desk
) -> None:
    later = show(qtbot, storm, "later.html")
    storm.copies.open()
    dialog = opened(qtbot, CopiesDialog)
    QTest.mouseClick(dialog.card.compare, LEFT)
    settle(qtbot, storm)
    assert storm.window.page == DIFF
    diff = storm.pages.diff._diff
    assert diff is not None
    assert diff.right == later
    assert diff.left != later


def test_any_two_articles_are_set_side_by_side_and_the_event_comes_back(
    qtbot: QtBot, storm: Desk
) -> None:
    ids = [show(qtbot, storm, name) for name in ("first.html", "post.html")]
    storm.pages.choose_event(None)
    settle(qtbot, storm)
    storm.pages.open_diff(ids[0], ids[1])
    settle(qtbot, storm)
    assert storm.window.page == DIFF
    diff = storm.pages.diff._diff
    assert diff is not None
    assert (diff.left, diff.right) == (ids[0], ids[1])
    storm.window.show_page(LIBRARY)
    settle(qtbot, storm)
    storm.window.show_page(DIFF)
    settle(qtbot, storm)
    assert storm.pages.diff._diff is not diff


@pytest.mark.parametrize("choice", [Choice.SEPARATE, Choice.DUPLICATE, Choice.MERGED])
def test_what_the_user_says_of_two_articles_is_stored_and_undone(
    qtbot: QtBot, storm: Desk, choice: Choice
) -> None:
    later = show(qtbot, storm, "later.html")
    before = list_copies(library_of(storm), CopyKind.REVISION)
    storm.copies.open()
    dialog = opened(qtbot, CopiesDialog)
    dialog.card.radios[choice].click()
    QTest.mouseClick(dialog.card.use, LEFT)
    settle(qtbot, storm)
    assert list_copies(library_of(storm), CopyKind.REVISION) == ()
    live = [row.id for row in list_articles(library_of(storm), ArticleQuery())]
    assert later in live
    assert len(live) == (2 if choice is Choice.MERGED else 3)
    assert storm.window.toast.undo.isVisible()
    QTest.mouseClick(storm.window.toast.undo, LEFT)
    settle(qtbot, storm)
    assert list_copies(library_of(storm), CopyKind.REVISION) == before


def test_two_chosen_articles_can_be_said_to_be_copies(qtbot: QtBot, samples_desk: Desk) -> None:
    desk = samples_desk
    rows = list_articles(library_of(desk), ArticleQuery())
    desk.window.library.list.choose([rows[0].id, rows[2].id])
    settle(qtbot, desk)
    desk.copies.open_chosen()
    dialog = opened(qtbot, CopiesDialog)
    assert dialog.card.choice is Choice.SEPARATE
    dialog.card.radios[Choice.REPRINT].click()
    QTest.mouseClick(dialog.card.use, LEFT)
    settle(qtbot, desk)
    (found,) = list_copies(library_of(desk))
    assert (found.kind, found.by_user) == (CopyKind.REPRINT, True)


def test_an_article_alone_says_that_it_has_no_copies(qtbot: QtBot, samples_desk: Desk) -> None:
    assert not samples_desk.reading.pane.copies.isVisible()
    samples_desk.window.commands["copies"].trigger()
    settle(qtbot, samples_desk)
    assert "no copies" in samples_desk.window.toast.title.accessibleName()


def test_the_list_of_a_collection_says_why_each_is_there(qtbot: QtBot, storm: Desk) -> None:
    storm.window.library.sidebar.choose(Shelf("revisions", ""))
    settle(qtbot, storm)
    notes = [row.note for row in storm.window.library.list.model.articles]
    assert sorted(notes) == [
        "Another version of “Storm, lights on”, Norland Wire",
        "Another version of “Storm”, Norland Wire",
    ]


def test_a_text_is_corrected_in_the_editor_and_taken_as_read_again(
    qtbot: QtBot, storm: Desk
) -> None:
    article = show(qtbot, storm, "first.html")
    before = get_article(library_of(storm), article).text
    storm.window.commands["correct text"].trigger()
    dialog = opened(qtbot, TextDialog)
    assert dialog.text == before
    assert not dialog.save.isEnabled()
    assert not dialog.as_read.isVisible()
    words = dialog.words.text()
    dialog.edit.moveCursor(dialog.edit.textCursor().MoveOperation.End)
    QTest.keyClicks(dialog.edit, " All is well.")
    assert dialog.words.text() == f"{int(words.split()[0]) + 3} words (+3)"
    QTest.mouseClick(dialog.save, LEFT)
    settle(qtbot, storm)
    assert get_article(library_of(storm), article).text == f"{before} All is well."
    assert storm.reading.pane.article is not None
    assert storm.reading.pane.article.text.endswith("All is well.")
    storm.texts.open()
    again = opened(qtbot, TextDialog)
    QTest.mouseClick(again.as_read, LEFT)
    QTest.keyClick(again.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, storm)
    assert get_article(library_of(storm), article).text == before


def test_what_was_typed_is_given_up_only_when_that_is_said_twice(qtbot: QtBot, storm: Desk) -> None:
    show(qtbot, storm, "first.html")
    storm.texts.open()
    dialog = opened(qtbot, TextDialog)
    QTest.keyClicks(dialog.edit, "Storm. ")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.cancel.text() == "Discard changes"
    QTest.mouseClick(dialog.cancel, LEFT)
    settle(qtbot, storm)
    assert undo_label(library_of(storm)) == "Add 3 articles"


def test_the_receipt_has_the_files_and_gives_paragraphs_back(
    qtbot: QtBot, storm: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    storm.window.commands["receipt"].trigger()
    settle(qtbot, storm)
    page = storm.receipts.page
    assert storm.window.page == RECEIPT
    assert page.summary.text() == "3 added, 1 not read"
    assert page.files.count() == 4
    share = next(row for row in page.article.pieces.rows if row.piece.text == SHARE)
    assert not share.piece.kept
    QTest.mouseClick(share.button, LEFT)
    settle(qtbot, storm)
    article = storm.receipts._article
    assert article is not None
    assert SHARE in get_article(library_of(storm), article).text
    again = next(row for row in page.article.pieces.rows if row.piece.text == SHARE)
    assert again.piece.kept
    again.setFocus()
    QTest.keyClick(again, Qt.Key.Key_K)
    settle(qtbot, storm)
    assert SHARE not in get_article(library_of(storm), article).text
    page.article.view.button(1).click()
    assert all(row.piece.kept for row in page.article.pieces.rows)
    page.files.setCurrentRow(3)
    settle(qtbot, storm)
    assert page.article.note.title.text() == "No text was read"
    target = tmp_path / "receipt.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer((str(target), "")))
    QTest.mouseClick(page.save, LEFT)
    assert "first.html: imported" in target.read_text("utf-8")


def test_an_import_is_undone_from_its_receipt_and_articles_open_from_it(
    qtbot: QtBot, storm: Desk
) -> None:
    storm.receipts.open()
    settle(qtbot, storm)
    page = storm.receipts.page
    QTest.mouseClick(page.article.open_it, LEFT)
    settle(qtbot, storm)
    assert storm.window.page == ARTICLE
    storm.receipts.open()
    settle(qtbot, storm)
    assert page.undo.isEnabled()
    QTest.mouseClick(page.undo, LEFT)
    settle(qtbot, storm)
    assert list_articles(library_of(storm), ArticleQuery()) == ()
    assert not page.undo.isEnabled()


def test_a_library_without_an_import_has_an_empty_receipt(qtbot: QtBot, desk: Desk) -> None:
    desk.receipts.open()
    settle(qtbot, desk)
    assert desk.receipts.page.summary.text() == "Nothing was imported yet"
    assert not desk.receipts.page.older.isEnabled()
