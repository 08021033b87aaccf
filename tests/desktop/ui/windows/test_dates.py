"""The date card and the outlets in the window: a conflict is seen, settled, and taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.services.importing import import_files
from desktop.services.libraries import create_library
from desktop.ui.controls.buttons import Button
from desktop.ui.models.sidebar import Shelf
from desktop.ui.panels.date_card_popup import DateCardPopup
from desktop.ui.panels.outlets_dialog import OutletsDialog
from desktop.ui.windows.desk import Desk
from tests.desktop.ui.windows.opened import PATIENCE_MS, DeskMaker, settle

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
LEFT = Qt.MouseButton.LeftButton
PAGE = """<html lang="en"><head><title>Ferry to Anville stops</title>
<meta property="og:site_name" content="The Test">
<meta property="article:published_time" content="2024-11-02"></head><body><article>
<h1>Ferry to Anville stops</h1><time class="date">5 November 2024</time>
<p>The ferry to Anville stops on Friday, the harbor office said, because the pier has a crack.</p>
<p>Forty families on the island now wait for a boat that the council has promised for Monday.</p>
<p>Nobody knows how long the repair takes, an engineer said, and the shop has bread for a week.</p>
</article></body></html>"""
CONFLICT = "Two dates are stated: 2 Nov 2024 and 5 Nov 2024 (in the page)."


@pytest.fixture
def divided(make_desk: DeskMaker, qtbot: QtBot, tmp_path: Path) -> Desk:
    """A window on a library whose one article has two dates, with that article read."""
    file, path = tmp_path / "ferry.html", tmp_path / "Divided.crosslight"
    file.write_text(PAGE, "utf-8")
    library = create_library(path)
    outcomes = [step.outcome for step in import_files(library, [file]) if step.outcome]
    library.close()
    desk = make_desk(path)
    desk.reading.read(outcomes[0].articles[0].id)
    settle(qtbot, desk)
    return desk


def open_card(qtbot: QtBot, desk: Desk) -> DateCardPopup:
    QTest.mouseClick(desk.reading.pane.dates.show_card, LEFT)
    settle(qtbot, desk)
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, DateCardPopup)]
    (popup,) = [each for each in found if each.isVisible()]
    return popup


def press(popup: DateCardPopup, start: str) -> None:
    buttons = popup.findChildren(Button)
    (button,) = [each for each in buttons if each.accessibleName().startswith(start)]
    QTest.mouseClick(button, LEFT)


def published(desk: Desk) -> str:
    shown = desk.reading.shown
    assert shown is not None
    stated = shown.article.metadata.published.value
    return stated.iso if stated else ""


def test_a_conflict_is_told_settled_and_taken_back(qtbot: QtBot, divided: Desk) -> None:
    bar = divided.reading.pane.dates
    assert bar.isVisible()
    assert bar.words.accessibleName() == CONFLICT
    press(open_card(qtbot, divided), "Use this instead: 5 Nov 2024")
    settle(qtbot, divided)
    assert published(divided) == "2024-11-05"
    assert not bar.isVisible()
    divided.window.commands["undo"].trigger()
    settle(qtbot, divided)
    assert published(divided) == "2024-11-02"
    assert bar.isVisible()


def test_the_card_leads_to_the_editor_of_the_date(qtbot: QtBot, divided: Desk) -> None:
    press(open_card(qtbot, divided), "Edit: Published")
    settle(qtbot, divided)
    fields = {field.facts.name: field for field in divided.reading.pane.details.fields}
    assert fields["published"].is_editing


def test_the_sign_beside_the_date_opens_the_card_of_any_article(divided: Desk) -> None:
    fields = {field.facts.name: field for field in divided.reading.pane.details.fields}
    assert not fields["outlet"].all_dates.isVisible()
    QTest.mouseClick(fields["published"].all_dates, LEFT)
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, DateCardPopup)]
    assert [each.isVisible() for each in found] == [True]
    found[0].close()


def test_an_outlet_is_renamed_in_the_dialog_which_shows_it(qtbot: QtBot, divided: Desk) -> None:
    divided.outlets.show_menu("The Test", QPoint(40, 40))
    menus = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMenu) and w.isVisible()]
    menus[0].actions()[0].trigger()
    menus[0].close()

    def dialogs() -> list[OutletsDialog]:
        found = [w for w in QApplication.topLevelWidgets() if isinstance(w, OutletsDialog)]
        return [each for each in found if each.isVisible()]

    qtbot.waitUntil(lambda: len(dialogs()) == 1, timeout=PATIENCE_MS)
    (dialog,) = dialogs()
    dialog.card.name.setText("Pier Post")
    QTest.mouseClick(dialog.card.rename, LEFT)

    def is_named() -> bool:
        return dialog.chosen is not None and dialog.chosen.name == "Pier Post"

    qtbot.waitUntil(is_named, timeout=PATIENCE_MS)
    assert dialog.chosen is not None
    assert dialog.chosen.aliases == ("The Test",)
    dialog.close()
    settle(qtbot, divided)
    shown = divided.reading.shown
    assert shown is not None
    assert shown.article.outlet == "Pier Post"


def test_articles_without_a_date_have_a_shelf(qtbot: QtBot, divided: Desk) -> None:
    sidebar = divided.window.library.sidebar
    rows = {row.shelf: row.count for row in sidebar.model.rows if row.shelf is not None}
    assert rows[Shelf("undated")] == 0
    sidebar.choose(Shelf("undated"))
    settle(qtbot, divided)
    assert sidebar.shelf == Shelf("undated")
