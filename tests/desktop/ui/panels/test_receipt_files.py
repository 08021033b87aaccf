"""The files of an import in their list: crowded, empty, with foreign names, and by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.services.progress import FileStatus
from desktop.ui.models.receipts import FileLine
from desktop.ui.palettes import DARK, LIGHT
from desktop.ui.panels.receipt_files import ReceiptFiles
from desktop.ui.theme import theme
from tests.desktop.ui.emitted import emitted

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
MARKUP = "<b>Storm</b> & <img src=x>.html"


def line(name: str, status: FileStatus = FileStatus.IMPORTED) -> FileLine:
    return FileLine(name, "Added", status, "a", "NW", 2)


@pytest.fixture
def files(host: QWidget) -> ReceiptFiles:
    made = ReceiptFiles(host)
    made.resize(300, 400)
    made.show()
    return made


def test_without_files_nothing_is_chosen_and_keys_do_no_harm(files: ReceiptFiles) -> None:
    chosen = emitted(files.chosen)
    files.show_lines(())
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_End):
        QTest.keyClick(files, key)
    assert files.count() == 0
    assert files.currentRow() == -1
    assert chosen == []


def test_showing_files_tells_of_no_choice(files: ReceiptFiles) -> None:
    chosen = emitted(files.chosen)
    files.show_lines([line("a"), line("b")])
    assert files.currentRow() == 0
    files.show_lines([line("c")])
    assert chosen == []


def test_very_many_files_are_reached_by_keys_and_by_a_click(files: ReceiptFiles) -> None:
    files.show_lines([line(f"{nth}.html") for nth in range(500)])
    chosen = emitted(files.chosen)
    QTest.keyClick(files, Qt.Key.Key_End)
    assert files.visualItemRect(files.item(499)).bottom() <= files.viewport().height()
    QTest.keyClick(files, Qt.Key.Key_Home)
    second = files.visualItemRect(files.item(1)).center()
    QTest.mouseClick(files.viewport(), Qt.MouseButton.LeftButton, pos=second)
    assert chosen == [499, 0, 1]
    assert files.horizontalScrollBar().maximum() == 0


def test_a_letter_leads_to_the_file_that_begins_with_it(files: ReceiptFiles) -> None:
    files.show_lines([line("anville.txt"), line("harbor.txt")])
    QTest.keyClick(files, Qt.Key.Key_H)
    assert files.currentRow() == 1


def test_a_foreign_name_is_drawn_and_read_as_it_stands(files: ReceiptFiles) -> None:
    files.show_lines([line(MARKUP), line("x" * 4000)])
    item = files.item(0)
    assert item.text() == MARKUP
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == f"{MARKUP}. Added"
    assert item.toolTip() == ""
    plain = files.grab().toImage()
    files.show_lines([line("Storm & .html"), line("x" * 4000)])
    assert files.grab().toImage() != plain


@pytest.mark.parametrize("look", [LIGHT, DARK])
def test_what_became_of_a_file_is_seen_by_its_sign(files: ReceiptFiles, look: str) -> None:
    theme().use(look)
    pictures: list[bytes] = []
    for status in FileStatus:
        files.show_lines([line("a.html", status)])
        image = files.grab().toImage()
        pictures.append(bytes(image.constBits()))
    assert len(set(pictures)) == len(FileStatus)


def test_the_chosen_file_is_marked_in_the_color_of_the_look(files: ReceiptFiles) -> None:
    files.show_lines([line("a.html"), line("b.html")])
    for look in (LIGHT, DARK):
        theme().use(look)
        image = files.grab().toImage()
        rows = [files.visualItemRect(files.item(nth)) for nth in range(2)]
        grounds = [image.pixelColor(row.right() - 8, row.center().y()).name() for row in rows]
        assert grounds == [theme().palette.sel.name(), theme().palette.window.name()]
