"""The bar, the card and the dialog of an article's copies: what they say and what they emit."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.core.model.articles import Published
from desktop.core.model.copies import CopyKind
from desktop.ui.models.copies import ArticleCopies, Choice, CopyRow
from desktop.ui.palettes import DARK, LIGHT
from desktop.ui.panels.copies_bar import CopiesBar
from desktop.ui.panels.copies_dialog import CopiesDialog
from desktop.ui.panels.likeness import LikenessCard
from desktop.ui.theme import theme
from tests.desktop.ui.panels.told import args_of

LEFT = Qt.MouseButton.LeftButton
DAY = Published(2024, 11, 2, 18, 37, 330, "IST")
MARKUP = "<b>Storm</b> &amp; <img src=x>"
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def row(
    name: str,
    kind: CopyKind | None = CopyKind.REVISION,
    *,
    share: float = 0.68,
    by_user: bool = False,
) -> CopyRow:
    return CopyRow(name, f"Storm {name}", "Norland Wire", DAY, kind, share, by_user, True)


def copies(*rows: CopyRow) -> ArticleCopies:
    return ArticleCopies("a", "Storm", rows, 1, 1 + len(rows))


@pytest.fixture
def card(host: QWidget) -> LikenessCard:
    made = LikenessCard(host)
    made.resize(420, 400)
    made.show_row(row("b"))
    made.show()
    return made


def test_the_bar_is_there_where_there_are_copies_and_asks_to_show_them(
    host: QWidget, qtbot: QtBot
) -> None:
    bar = CopiesBar(host)
    bar.resize(600, 32)
    assert not bar.isVisible()
    bar.show_copies(copies(row("b")))
    assert bar.isVisible()
    assert bar.words.accessibleName() == "Version 1 of 2"
    assert bar.show_them.accessibleName() == "See them: Version 1 of 2"
    with qtbot.waitSignal(bar.opened):
        QTest.mouseClick(bar.show_them, LEFT)
    bar.show_copies(copies())
    assert bar.isVisible()
    bar.show_copies(ArticleCopies("a", "Storm"))
    assert not bar.isVisible()
    bar.show_copies(None)
    assert not bar.isVisible()


def test_the_card_says_what_holds_and_offers_nothing_to_store(card: LikenessCard) -> None:
    assert card.title.text() == "Later version"
    assert card.note.accessibleName() == (
        "Norland Wire · “Storm b” · 68 % of the shorter text in both"
    )
    assert card.choice is Choice.REVISION
    assert not card.use.isEnabled()


@pytest.mark.parametrize("choice", [each for each in Choice if each is not Choice.REVISION])
def test_another_choice_is_told_with_the_article(
    card: LikenessCard, qtbot: QtBot, choice: Choice
) -> None:
    card.radios[choice].click()
    assert card.use.isEnabled()
    with qtbot.waitSignal(card.decided) as told:
        QTest.mouseClick(card.use, LEFT)
    assert args_of(told) == ["b", choice.value]


def test_a_library_that_can_only_be_read_offers_no_choice(card: LikenessCard) -> None:
    card.allow(can_write=False)
    assert not any(radio.isEnabled() for radio in card.radios.values())
    assert not card.use.isEnabled()
    assert card.compare.isEnabled()
    card.allow(can_write=True)
    card.radios[Choice.SEPARATE].click()
    assert card.use.isEnabled()


def test_what_was_stated_by_the_user_says_so(card: LikenessCard) -> None:
    card.show_row(row("c", CopyKind.DUPLICATE, share=0.0, by_user=True))
    assert card.note.accessibleName() == "Norland Wire · “Storm c” · stated by you"
    assert card.choice is Choice.DUPLICATE
    card.show_row(None)
    assert not card.isVisible()


def test_the_card_leads_to_both_texts_and_to_the_other(card: LikenessCard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card.compared) as compared:
        QTest.mouseClick(card.compare, LEFT)
    with qtbot.waitSignal(card.opened) as opened:
        QTest.mouseClick(card.open_it, LEFT)
    assert args_of(compared) == args_of(opened) == ["b"]


def test_every_choice_says_what_it_does(card: LikenessCard) -> None:
    for radio in card.radios.values():
        assert radio.text()
        assert radio.accessibleDescription().endswith(".")


@pytest.fixture
def dialog(host: QWidget, qtbot: QtBot) -> CopiesDialog:
    made = CopiesDialog(copies(row("b"), row("c", CopyKind.REPRINT)), host)
    qtbot.addWidget(made)
    made.show()
    return made


def cells(dialog: CopiesDialog, nth: int) -> list[str]:
    items = [dialog.table.item(nth, column) for column in range(dialog.table.columnCount())]
    return [item.text() for item in items if item is not None]


def test_the_dialog_lists_the_copies_and_shows_the_first(dialog: CopiesDialog) -> None:
    assert cells(dialog, 0) == [
        "Later version",
        "Norland Wire",
        "2 Nov 2024, 18:37 IST",
        "Storm b",
    ]
    assert dialog.chosen == row("b")
    assert dialog.card.title.text() == "Later version"
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    assert dialog.chosen == row("c", CopyKind.REPRINT)
    assert dialog.card.choice is Choice.REPRINT


def test_return_on_a_row_opens_both_side_by_side(dialog: CopiesDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.compared) as told:
        dialog.table.itemActivated.emit(dialog.table.item(0, 0))
    assert args_of(told) == ["b"]
    assert not dialog.isVisible()


def test_the_dialog_passes_on_what_was_decided(dialog: CopiesDialog, qtbot: QtBot) -> None:
    dialog.card.radios[Choice.MERGED].click()
    with qtbot.waitSignal(dialog.decided) as told:
        QTest.mouseClick(dialog.card.use, LEFT)
    assert args_of(told) == ["b", "merged"]


def test_shown_again_the_copy_that_was_chosen_stays_chosen(dialog: CopiesDialog) -> None:
    dialog.table.selectRow(1)
    dialog.show_copies(copies(row("x"), row("b"), row("c", CopyKind.DUPLICATE)))
    assert dialog.chosen is not None
    assert dialog.chosen.id == "c"
    dialog.show_copies(copies(row("x")))
    assert dialog.chosen == row("x")


def test_no_headline_is_taken_for_markup(host: QWidget, qtbot: QtBot) -> None:
    foreign = CopyRow("b", MARKUP, MARKUP, None, CopyKind.REPRINT, 0.5, False, False)
    dialog = CopiesDialog(ArticleCopies("a", MARKUP, (foreign,)), host)
    qtbot.addWidget(dialog)
    assert cells(dialog, 0)[1] == cells(dialog, 0)[3] == MARKUP
    assert dialog.card.note.textFormat() is Qt.TextFormat.PlainText
    assert MARKUP in dialog.card.note.accessibleName()


@pytest.mark.parametrize("look", [LIGHT, DARK])
@pytest.mark.parametrize("zoom", [1.0, 1.5])
def test_the_dialog_stands_in_every_look(
    host: QWidget, qtbot: QtBot, look: str, zoom: float
) -> None:
    theme().use(look, zoom)
    dialog = CopiesDialog(copies(row("b")), host)
    qtbot.addWidget(dialog)
    dialog.show()
    picture = dialog.grab().toImage()
    colors = {
        picture.pixelColor(x, y).name() for x in range(0, picture.width(), 9) for y in (5, 40)
    }
    assert theme().palette.raised.name() in colors
    assert dialog.card.compare.width() >= dialog.card.compare.sizeHint().width()
