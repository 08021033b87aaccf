"""Reading, comparing, correcting: what one page does shows on the others."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from desktop.core.model.comparisons import Place
from desktop.ui.models.sidebar import Shelf
from desktop.ui.palettes import DARK
from desktop.ui.theme import theme
from desktop.ui.windows.desk import Desk
from desktop.ui.windows.main import ARTICLE, COMPARE, DIFF, LIBRARY, REPORT
from tests.desktop.ui.windows.opened import DeskMaker, answer, settle

CONTROL = Qt.KeyboardModifier.ControlModifier


def choose(qtbot: QtBot, desk: Desk, outlet: str) -> str:
    """Choose an outlet's article in the list and return its id."""
    rows = desk.window.library.list.model.articles
    article = next(row.summary.id for row in rows if row.summary.outlet == outlet)
    desk.window.library.list.choose([article])
    settle(qtbot, desk)
    return article


def test_every_page_can_be_reached_by_key(qtbot: QtBot, samples_desk: Desk) -> None:
    keys = {
        Qt.Key.Key_2: "compare",
        Qt.Key.Key_3: "diff",
        Qt.Key.Key_4: "charts",
        Qt.Key.Key_5: "article",
        Qt.Key.Key_6: "report",
        Qt.Key.Key_1: "library",
    }
    for key, page in keys.items():
        QTest.keyClick(samples_desk.window, key, CONTROL)
        settle(qtbot, samples_desk)
        assert samples_desk.window.page == page
        assert samples_desk.window.rail.button(page).isChecked()
        assert samples_desk.window.topbar.accessibleName() is not None
    QTest.keyClick(samples_desk.window, Qt.Key.Key_F1)
    assert samples_desk.window.page == "help"


def test_the_commands_of_the_menus_lead_to_their_pages(qtbot: QtBot, samples_desk: Desk) -> None:
    commands, window = samples_desk.window.commands, samples_desk.window
    for name, page in (("compare", COMPARE), ("report", REPORT), ("charts", "charts")):
        commands[name].trigger()
        settle(qtbot, samples_desk)
        assert window.page == page
    commands["about"].trigger()
    assert window.page == "help"
    commands["find"].trigger()
    assert window.page == LIBRARY
    assert window.focusWidget() is window.topbar.search


def test_two_chosen_articles_stand_side_by_side(qtbot: QtBot, samples_desk: Desk) -> None:
    rows = samples_desk.window.library.list
    ids = [row.summary.id for row in rows.model.articles][:2]
    rows.choose(ids)
    assert samples_desk.window.commands["diff"].isEnabled()
    QTest.keyClick(samples_desk.window, Qt.Key.Key_D, CONTROL)
    settle(qtbot, samples_desk)
    assert samples_desk.window.page == DIFF
    assert not samples_desk.window.commands["diff"].isEnabled()


def test_enter_opens_the_article_and_a_place_is_selected_in_it(
    qtbot: QtBot, samples_desk: Desk
) -> None:
    article = choose(qtbot, samples_desk, "Antiwar.com")
    QTest.keyClick(samples_desk.window.library.list.view, Qt.Key.Key_Return)
    assert samples_desk.window.page == ARTICLE
    shown = samples_desk.reading.shown
    assert shown is not None
    place = Place(article, shown.analysis.loaded[0].span)
    samples_desk.window.show_page(COMPARE)
    samples_desk.pages.compare.open_article.emit(place)
    settle(qtbot, samples_desk)
    assert samples_desk.window.page == ARTICLE
    assert samples_desk.pages.selection.places == (place,)
    QTest.keyClick(samples_desk.window, Qt.Key.Key_Escape)
    assert samples_desk.pages.selection.places == ()


def test_an_ignored_wording_no_longer_counts_until_it_is_undone(
    qtbot: QtBot, samples_desk: Desk
) -> None:
    article = choose(qtbot, samples_desk, "Antiwar.com")
    shown = samples_desk.reading.shown
    assert shown is not None
    before = shown.analysis.own.loaded.count
    span = next(s.span for s in shown.analysis.loaded if s.voice.value == "own")
    samples_desk.reading.pane.wording_ignored.emit(article, span)
    settle(qtbot, samples_desk)
    assert samples_desk.reading.shown is not None
    assert samples_desk.reading.shown.analysis.own.loaded.count == before - 1
    listed = samples_desk.window.library.list.model
    row = next(row for row in listed.articles if row.summary.id == article)
    assert row.summary.own is not None
    assert row.summary.own.count == before - 1
    assert samples_desk.window.commands["undo"].text() == "&Undo Ignore wording"
    samples_desk.window.commands["undo"].trigger()
    settle(qtbot, samples_desk)
    assert samples_desk.reading.shown.analysis.own.loaded.count == before


def test_a_date_added_by_hand_sorts_the_article_among_the_dated(
    qtbot: QtBot, samples_desk: Desk
) -> None:
    article = choose(qtbot, samples_desk, "Antiwar.com")
    samples_desk.reading.pane.field_edited.emit(article, "published", "2024-11-04")
    settle(qtbot, samples_desk)
    assert samples_desk.window.library.list.model.articles[0].summary.id == article


def test_a_date_that_is_none_is_refused_with_a_remedy(qtbot: QtBot, samples_desk: Desk) -> None:
    article = choose(qtbot, samples_desk, "RFE/RL")
    samples_desk.reading.pane.field_edited.emit(article, "published", "Friday")
    settle(qtbot, samples_desk)
    assert samples_desk.window.toast.isVisible()
    assert "2024-11-02" in samples_desk.window.toast.text.accessibleName()


def test_delete_moves_to_trash_and_restore_brings_back(qtbot: QtBot, samples_desk: Desk) -> None:
    choose(qtbot, samples_desk, "RFE/RL")
    QTest.keyClick(samples_desk.window.library.list.view, Qt.Key.Key_Delete)
    settle(qtbot, samples_desk)
    assert (samples_desk.shelves.counts.all, samples_desk.shelves.counts.trash) == (4, 1)
    samples_desk.window.library.sidebar.choose(Shelf("trash"))
    settle(qtbot, samples_desk)
    rows = samples_desk.window.library.list
    rows.choose([rows.model.articles[0].summary.id])
    assert samples_desk.window.commands["restore"].isEnabled()
    assert not samples_desk.window.commands["trash"].isEnabled()
    samples_desk.window.commands["restore"].trigger()
    settle(qtbot, samples_desk)
    assert samples_desk.shelves.counts.trash == 0


def test_an_event_is_renamed_from_the_library(
    qtbot: QtBot, samples_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QInputDialog, "getText", answer(("Strikes", True)))
    QTest.keyClick(samples_desk.window.rail, Qt.Key.Key_F2)
    settle(qtbot, samples_desk)
    assert samples_desk.shelves.events[0].label == "Strikes"
    assert samples_desk.pages.view is not None
    assert samples_desk.pages.view.label == "Strikes"


def test_typing_in_the_search_field_narrows_the_list(qtbot: QtBot, samples_desk: Desk) -> None:
    search = samples_desk.window.topbar.search
    QTest.keyClicks(search, "backers")
    settle(qtbot, samples_desk)
    rows = samples_desk.window.library.list.model.articles
    assert {row.summary.outlet for row in rows} == {"Antiwar.com"}
    QTest.keyClicks(search, "zzz")
    settle(qtbot, samples_desk)
    assert samples_desk.window.library.list.empty.isVisible()
    QTest.keyClick(search, Qt.Key.Key_Escape)
    settle(qtbot, samples_desk)
    assert len(samples_desk.window.library.list.model.articles) == 5


def test_an_outlet_in_the_sidebar_lists_its_articles(qtbot: QtBot, samples_desk: Desk) -> None:
    samples_desk.window.library.sidebar.choose(Shelf("outlet", "The Hindu"))
    settle(qtbot, samples_desk)
    rows = samples_desk.window.library.list.model.articles
    assert [row.summary.outlet for row in rows] == ["The Hindu"]


def test_the_list_has_the_focus_when_the_window_opens(samples_desk: Desk) -> None:
    assert samples_desk.window.focusWidget() is samples_desk.window.library.list.view


def test_f6_goes_from_pane_to_pane_and_back(samples_desk: Desk) -> None:
    window = samples_desk.window
    window.activateWindow()
    window.topbar.search.setFocus()
    seen = [window.focusWidget()]
    for _nth in range(4):
        QTest.keyClick(window, Qt.Key.Key_F6)
        seen.append(window.focusWidget())
    assert len(set(seen)) == 5
    QTest.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert window.focusWidget() is seen[-2]


def test_theme_and_zoom_apply_at_once_and_are_remembered(
    samples_desk: Desk, make_desk: DeskMaker
) -> None:
    samples_desk.settings.look_chosen.emit(DARK)
    samples_desk.window.commands["zoom in"].trigger()
    assert (theme().palette.name, theme().zoom) == (DARK, 1.1)
    assert samples_desk.window.commands[f"look {DARK}"].isChecked()
    samples_desk.close()
    again = make_desk()
    assert (again.session.look, again.session.zoom) == (DARK, 1.1)


def test_the_page_and_the_panes_are_as_they_were(samples_desk: Desk, make_desk: DeskMaker) -> None:
    samples_desk.window.library.panes.setSizes([400, 700])
    sizes = samples_desk.window.library.panes.sizes()
    samples_desk.window.show_page("settings")
    samples_desk.close()
    again = make_desk()
    assert again.window.page == "settings"
    again.window.show_page(LIBRARY)
    assert again.window.library.panes.sizes() == sizes


@pytest.mark.parametrize("width", [1440, 1100, 800])
def test_a_narrow_window_shows_fewer_panes(samples_desk: Desk, width: int) -> None:
    samples_desk.window.resize(width, 700)
    library = samples_desk.window.library
    assert library.sidebar.isVisible() is (width >= 1200)
    assert library.reading.isVisible() is (width >= 900)


def test_no_report_comes_after_its_event_has_gone(qtbot: QtBot, samples_desk: Desk) -> None:
    samples_desk.window.show_page(REPORT)
    samples_desk.pages.choose_event(None)
    settle(qtbot, samples_desk)
    assert samples_desk.pages.view is None
    assert samples_desk.pages.report.document is None
