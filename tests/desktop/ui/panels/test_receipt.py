"""The page of an import receipt: files, paragraphs and cards, by mouse and by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.model.copies import CopyKind
from desktop.core.model.spans import Span
from desktop.services.badges import OutletBadge
from desktop.services.progress import FileStatus
from desktop.ui.models.copies import ArticleCopies, CopyRow
from desktop.ui.models.receipts import FileLine, Piece
from desktop.ui.palettes import DARK, LIGHT
from desktop.ui.panels.receipt import ReceiptPage
from desktop.ui.panels.receipt_pieces import PieceRow, ReceiptPieces
from desktop.ui.theme import theme
from tests.desktop.ui.panels.told import args_of

LEFT = Qt.MouseButton.LeftButton
BADGE = OutletBadge("Norland Wire", "NW", 2)
MARKUP = "<b>Storm</b> & <img src=x>"
PIECES = (
    Piece("Storm tears roof", "headline", True, Span(0, 16), 0, True),
    Piece(MARKUP, "body", True, Span(18, 44), 1),
    Piece("Share this", "share line", False, None, 2),
    Piece("By Ada Moe", "byline", False, Span(46, 56), 3),
    Piece("Ferry waits", "related", True, Span(58, 69), 4, False, True),
)
LINES = (
    FileLine("a.html", "Added · 3 of 5 paragraphs kept", FileStatus.IMPORTED, "a", "NW", 2),
    FileLine("b.txt", "In the library already: Storm", FileStatus.DUPLICATE, "a"),
    FileLine("c.pdf", "No text to read.", FileStatus.REJECTED, None),
    FileLine("d.txt", "Added · Guessed.", FileStatus.ATTENTION, "d"),
)
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def copies(count: int) -> ArticleCopies:
    rows = [
        CopyRow(f"{nth}", "Storm", "Post", None, CopyKind.REPRINT, 0.9, False, False)
        for nth in range(count)
    ]
    return ArticleCopies("a", "Storm", tuple(rows))


@pytest.fixture
def page(host: QWidget) -> ReceiptPage:
    host.resize(1280, 760)
    made = ReceiptPage(host)
    made.resize(1280, 760)
    made.show_import(LINES, "2 added, 1 not read", can_undo=True)
    made.article.show_page(BADGE, PIECES, can_write=True)
    made.show()
    return made


def rows(page: ReceiptPage) -> tuple[PieceRow, ...]:
    return page.article.pieces.rows


def test_the_files_are_listed_and_the_keys_choose_among_them(
    page: ReceiptPage, qtbot: QtBot
) -> None:
    assert page.files.count() == len(LINES)
    assert page.summary.text() == "2 added, 1 not read"
    page.files.setFocus()
    with qtbot.waitSignal(page.chosen) as told:
        QTest.keyClick(page.files, Qt.Key.Key_Down)
    assert args_of(told) == [1]
    page.show_import(LINES, "", can_undo=False)
    assert page.files.currentRow() == 1
    assert not page.undo.isEnabled()


def test_fewer_files_leave_the_last_one_chosen(page: ReceiptPage) -> None:
    page.files.setCurrentRow(3)
    page.show_import(LINES[:2], "", can_undo=True)
    assert page.files.currentRow() == 1
    page.show_import((), "Nothing was imported yet", can_undo=False)
    assert page.files.count() == 0
    assert not page.save.isEnabled()


def test_a_screen_reader_hears_what_became_of_a_file(page: ReceiptPage) -> None:
    item = page.files.item(2)
    assert item is not None
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == "c.pdf. No text to read."


def test_every_piece_says_what_it_is_and_whether_it_counts(page: ReceiptPage) -> None:
    assert [row.piece for row in rows(page)] == list(PIECES)
    assert rows(page)[2].accessibleName() == "share line. Share this"
    assert rows(page)[4].accessibleName() == "related, by you. Ferry waits"
    assert page.article.count.text().startswith("3 kept, 2 set apart.")


def test_what_is_out_offers_to_be_kept_and_what_is_in_only_when_it_is_looked_at(
    page: ReceiptPage, qtbot: QtBot
) -> None:
    shown = [row.button.isVisible() for row in rows(page)]
    assert shown == [False, False, True, True, False]
    rows(page)[1].setFocus()
    assert rows(page)[1].button.isVisible()
    rows(page)[2].setFocus()
    qtbot.waitUntil(lambda: not rows(page)[1].button.isVisible())
    assert rows(page)[2].button.text() == "Keep it"


def test_the_button_and_the_key_move_a_piece(page: ReceiptPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.article.moved) as told:
        QTest.mouseClick(rows(page)[2].button, LEFT)
    assert args_of(told) == [2]
    rows(page)[1].setFocus()
    with qtbot.waitSignal(page.article.moved) as told:
        QTest.keyClick(rows(page)[1], Qt.Key.Key_K)
    assert args_of(told) == [1]


def test_a_library_that_can_only_be_read_moves_nothing(page: ReceiptPage, qtbot: QtBot) -> None:
    page.article.show_page(BADGE, PIECES, can_write=False)
    assert not any(row.button.isVisible() for row in rows(page))
    rows(page)[2].setFocus()
    with qtbot.assertNotEmitted(page.article.moved):
        QTest.keyClick(rows(page)[2], Qt.Key.Key_K)


def test_only_what_is_kept_can_be_shown_alone(page: ReceiptPage) -> None:
    page.article.view.button(1).click()
    assert [row.nth for row in rows(page)] == [0, 1, 4]
    page.article.view.button(0).click()
    assert len(rows(page)) == len(PIECES)


def test_shown_again_the_keys_stay_on_the_piece(page: ReceiptPage) -> None:
    rows(page)[2].setFocus()
    page.article.show_page(BADGE, PIECES, can_write=True)
    assert rows(page)[2].hasFocus()


def test_a_page_of_very_many_paragraphs_shows_the_first_and_counts_the_rest(
    host: QWidget,
) -> None:
    pieces = ReceiptPieces(host)
    many = [Piece(f"Line {nth}", "body", True, Span(nth, nth + 1), nth) for nth in range(450)]
    pieces.show_pieces(many)
    assert len(pieces.rows) == 400
    labels = [label.text() for label in pieces.findChildren(QLabel)]
    assert "and 50 more paragraphs" in labels


def test_no_paragraph_is_taken_for_markup(page: ReceiptPage) -> None:
    labels = [label for label in page.findChildren(QLabel) if label.text() == MARKUP]
    assert len(labels) == 1
    assert labels[0].textFormat() is Qt.TextFormat.PlainText


def test_a_file_without_a_text_says_why(page: ReceiptPage) -> None:
    page.article.say("No text was read", "The file is empty.")
    assert page.article.note.text.text() == "The file is empty."
    assert page.article.shown == ()


def test_the_cards_are_there_where_there_is_something_to_say(
    page: ReceiptPage, qtbot: QtBot
) -> None:
    page.show_side(None, None, can_write=True)
    assert page.likeness == ()
    page.show_side(QWidget(), copies(2), can_write=True)
    assert len(page.likeness) == 2
    with qtbot.waitSignal(page.compared) as told:
        page.likeness[1].compare.click()
    assert args_of(told) == ["1"]
    page.show_side(None, copies(9), can_write=False)
    assert len(page.likeness) == 4
    assert not page.likeness[0].use.isEnabled()


def test_imports_are_stepped_through(page: ReceiptPage, qtbot: QtBot) -> None:
    page.show_steps(has_older=True, has_newer=False)
    assert not page.newer.isEnabled()
    with qtbot.waitSignal(page.stepped) as told:
        QTest.mouseClick(page.older, LEFT)
    assert args_of(told) == [1]
    page.show_steps(has_older=False, has_newer=True)
    with qtbot.waitSignal(page.stepped) as told:
        QTest.mouseClick(page.newer, LEFT)
    assert args_of(told) == [-1]
    assert page.older.accessibleName() == "The import before"


def test_the_buttons_of_the_import_ask(page: ReceiptPage, qtbot: QtBot) -> None:
    with qtbot.waitSignals([page.undo_wanted, page.save_wanted]):
        QTest.mouseClick(page.undo, LEFT)
        QTest.mouseClick(page.save, LEFT)
    with qtbot.waitSignal(page.article.opened):
        QTest.mouseClick(page.article.open_it, LEFT)


@pytest.mark.parametrize("look", [LIGHT, DARK])
@pytest.mark.parametrize("zoom", [1.0, 1.5])
def test_the_page_stands_in_every_look(page: ReceiptPage, look: str, zoom: float) -> None:
    theme().use(look, zoom)
    page.article.show_page(BADGE, PIECES, can_write=True)
    page.show_side(QWidget(), copies(1), can_write=True)
    picture = page.grab().toImage()
    sampled = {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 7)
        for y in range(0, picture.height(), 7)
    }
    palette = theme().palette
    assert {palette.surface.name(), palette.window.name(), palette.sunken.name()} <= sampled
