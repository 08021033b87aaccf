"""Events in the window: split, moved, joined, kept, released and named, by keys, menu and drag."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop.services.analyses import analyze_articles
from desktop.services.events import group_library
from desktop.services.importing import import_files
from desktop.services.libraries import open_library
from desktop.ui.models.articles import (
    EventHead,
    ListedArticle,
    PlainHead,
    dragged_articles,
)
from desktop.ui.models.sidebar import Shelf
from desktop.ui.panels.event_chooser import EventChooser
from desktop.ui.panels.why import WhyPopup
from desktop.ui.panels.why_alone import AlonePopup
from desktop.ui.windows.desk import Desk
from desktop.ui.windows.main import ARTICLE, CHARTS, COMPARE, LIBRARY, REPORT
from tests.desktop.ui.windows.dragging import drag_over, dragged, drop, leave, point_in
from tests.desktop.ui.windows.opened import DeskMaker, answer, settle
from tests.desktop.ui.windows.pointing import (
    CONTROL,
    SHIFT,
    UNDO,
    chosen,
    click_article,
    click_shelf,
    labels,
    press,
    press_keys,
    toast,
)

BOTH = CONTROL | SHIFT
REDO = (Qt.Key.Key_Z, BOTH)
SPLIT, MOVE = (Qt.Key.Key_E, BOTH), (Qt.Key.Key_M, BOTH)
KEEP, OUT, RELEASE = (Qt.Key.Key_K, BOTH), (Qt.Key.Key_N, BOTH), (Qt.Key.Key_R, BOTH)
JOIN, WHY = (Qt.Key.Key_J, CONTROL), (Qt.Key.Key_I, CONTROL)
STORM = "Storm tears roof from school in Anville\n\nThe storm tore the roof from a school.\n"
BRIDGE = "Harbor bridge in Visby to close\n\nThe harbor bridge closes in May. It has cracks.\n"

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture(scope="module")
def two_events(sample_library: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples, two articles on a storm, and one that is in no event; copy it before use."""
    folder = tmp_path_factory.mktemp("events")
    path = folder / "Events.crosslight"
    path.write_bytes(sample_library.read_bytes())
    files = [folder / name for name in ("storm1.txt", "storm2.txt", "bridge.txt")]
    for n, (file, text) in enumerate(zip(files, (STORM, STORM, BRIDGE), strict=True)):
        file.write_text(f"{text}Report {n}.\n", "utf-8")
    library = open_library(path)
    for steps in (import_files(library, files), analyze_articles(library), group_library(library)):
        assert [step.done for step in steps]
    library.close()
    return path


@pytest.fixture
def desk(make_desk: DeskMaker, two_events: Path, tmp_path: Path) -> Desk:
    """A window on a copy of the library of two events."""
    copy = tmp_path / "Copy.crosslight"
    copy.write_bytes(two_events.read_bytes())
    return make_desk(copy)


def sizes(desk: Desk) -> list[int]:
    """Return the sizes of the events that the sidebar shows."""
    rows = desk.window.library.sidebar.model.rows
    events = [row for row in rows if row.shelf and row.shelf.collection == "event"]
    return sorted(row.count for row in events if row.count is not None)


def event_of(desk: Desk, size: int) -> str:
    return next(event.id for event in desk.shelves.events if event.articles == size)


def row_of(desk: Desk, words: str) -> ListedArticle:
    rows = desk.window.library.list.model.articles
    return next(row for row in rows if words in f"{row.summary.outlet} {row.summary.title}")


def choose(qtbot: QtBot, desk: Desk, *words: str) -> list[str]:
    """Choose the articles whose outlet or title has the words."""
    ids = [row_of(desk, each).summary.id for each in words]
    desk.window.library.list.choose(ids)
    desk.window.library.list.view.setFocus()
    settle(qtbot, desk)
    return ids


def opened(kind: type[QWidget]) -> QWidget:
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible())


def sidebar_point(desk: Desk, nth: int) -> QPoint:
    """Return the middle of a row of the sidebar as a point of the window."""
    view = desk.window.library.sidebar.view
    rect = view.visualRect(desk.window.library.sidebar.model.index(nth))
    return point_in(desk, view.viewport(), rect.center())


def shelf_point(desk: Desk, shelf: Shelf) -> QPoint:
    return sidebar_point(desk, desk.window.library.sidebar.model.row_of(shelf))


def test_two_articles_are_split_off_and_brought_back_by_keys(qtbot: QtBot, desk: Desk) -> None:
    choose(qtbot, desk, "The Hindu", "RFE/RL")
    press_keys(qtbot, desk, *SPLIT)
    assert sizes(desk) == [2, 2, 3]
    assert toast(desk) == ("Split off into an event of their own", "2 articles")
    assert chosen(desk) == {"The Hindu", "RFE/RL"}
    assert labels(desk)[0] == "Split event"
    press_keys(qtbot, desk, *UNDO)
    assert sizes(desk) == [2, 5]
    press_keys(qtbot, desk, *REDO)
    assert sizes(desk) == [2, 2, 3]
    press(desk.window.toast, "Close")


def test_a_split_can_be_taken_back_where_it_is_told(qtbot: QtBot, desk: Desk) -> None:
    choose(qtbot, desk, "The Hindu")
    press_keys(qtbot, desk, *SPLIT)
    assert sizes(desk) == [1, 2, 4]
    press(desk.window.toast, "Undo")
    settle(qtbot, desk)
    assert sizes(desk) == [2, 5]


def test_grouping_again_respects_what_was_decided_and_the_rows_are_signed(
    qtbot: QtBot, desk: Desk
) -> None:
    choose(qtbot, desk, "The Hindu")
    press_keys(qtbot, desk, *OUT)
    assert sizes(desk) == [2, 4]
    choose(qtbot, desk, "RFE/RL")
    press_keys(qtbot, desk, *KEEP)
    assert toast(desk)[0].startswith("Kept in “")
    desk.window.commands["group"].trigger()
    settle(qtbot, desk)
    assert sizes(desk) == [2, 4]
    assert row_of(desk, "RFE/RL").held == "Kept in this event by you"
    assert row_of(desk, "The Hindu").held.startswith("Kept out of “")
    assert not row_of(desk, "Antiwar").held
    model = desk.window.library.list.model
    index = model.index(model.row_of(row_of(desk, "RFE/RL").summary.id))
    assert "Kept in this event by you" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert "Kept in this event by you" in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_what_is_released_goes_back_where_it_belongs(qtbot: QtBot, desk: Desk) -> None:
    choose(qtbot, desk, "The Hindu")
    assert not desk.window.commands["release"].isEnabled()
    press_keys(qtbot, desk, *SPLIT)
    choose(qtbot, desk, "The Hindu")
    press_keys(qtbot, desk, *RELEASE)
    assert sizes(desk) == [2, 5]
    assert not row_of(desk, "The Hindu").held
    press_keys(qtbot, desk, *UNDO)
    desk.window.commands["group"].trigger()
    settle(qtbot, desk)
    assert sizes(desk) == [1, 2, 4]


def test_articles_move_to_an_event_chosen_by_its_label(qtbot: QtBot, desk: Desk) -> None:
    choose(qtbot, desk, "Harbor bridge")
    press_keys(qtbot, desk, *MOVE)
    chooser = opened(EventChooser)
    assert isinstance(chooser, EventChooser)
    QTest.keyClicks(chooser.search, "anville")
    QTest.keyClick(chooser.search, Qt.Key.Key_Return)
    settle(qtbot, desk)
    assert sizes(desk) == [3, 5]
    assert toast(desk)[0].startswith("Moved to “")
    assert labels(desk)[0] == "Move 1 article to event"


def test_an_event_that_is_emptied_vanishes_and_its_shelf_gives_way(
    qtbot: QtBot, desk: Desk
) -> None:
    storm, strikes = event_of(desk, 2), event_of(desk, 5)
    click_shelf(qtbot, desk, Shelf("event", storm))
    ids = [row.summary.id for row in desk.window.library.list.model.articles]
    desk.grouping.move(ids, strikes)
    settle(qtbot, desk)
    assert sizes(desk) == [7]
    assert desk.window.library.sidebar.shelf == Shelf("event", strikes)
    assert desk.pages.event_id == strikes
    press_keys(qtbot, desk, *UNDO)
    assert sizes(desk) == [2, 5]


def test_two_events_are_joined_and_the_first_keeps_its_name(qtbot: QtBot, desk: Desk) -> None:
    storm = event_of(desk, 2)
    desk.grouping.rename(storm, "Storm & roof")
    settle(qtbot, desk)
    assert toast(desk) == ("Event renamed", "Storm & roof")
    click_shelf(qtbot, desk, Shelf("event", storm))
    press_keys(qtbot, desk, *JOIN)
    chooser = opened(EventChooser)
    assert isinstance(chooser, EventChooser)
    assert chooser.model.rowCount() == 1
    QTest.keyClick(chooser.search, Qt.Key.Key_Return)
    settle(qtbot, desk)
    assert [(e.id, e.label, e.articles) for e in desk.shelves.events] == [
        (storm, "Storm & roof", 7)
    ]
    press(desk.window.toast, "Undo")
    settle(qtbot, desk)
    assert sizes(desk) == [2, 5]


def test_the_page_of_an_event_stays_with_it_when_an_outlet_is_split_off(
    qtbot: QtBot, desk: Desk
) -> None:
    choose(qtbot, desk, "The Hindu")
    desk.pages.open_event(event_of(desk, 5))
    settle(qtbot, desk)
    table, strikes = desk.pages.compare.table, desk.pages.event_id
    assert table.grid is not None
    nth = [column.name for column in table.grid.columns].index("The Hindu")
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, nth))
    settle(qtbot, desk)
    press_keys(qtbot, desk, *SPLIT)
    assert desk.window.page == COMPARE
    assert desk.pages.event_id == strikes
    assert [column.name for column in table.grid.columns] != []
    assert desk.pages.view is not None
    assert "The Hindu" not in [article.outlet for article in desk.pages.view.articles]
    # The page follows what is taken back, too.
    press_keys(qtbot, desk, *UNDO)
    assert desk.pages.event_id == strikes
    assert len(desk.pages.view.articles) == 5


def test_the_menu_of_an_outlet_is_about_that_outlet(qtbot: QtBot, desk: Desk) -> None:
    desk.pages.open_event(event_of(desk, 5))
    settle(qtbot, desk)
    table = desk.pages.compare.table
    header = table.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(2) + 20, 10)
    header.customContextMenuRequested.emit(at)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert desk.window.commands["own event"] in menu.actions()
    assert table.outlet is not None
    assert desk.event_commands.target.articles == (table.outlet.article.id,)
    assert table.currentIndex().column() == 2
    menu.close()


def test_an_event_of_one_article_says_what_can_be_shown(qtbot: QtBot, desk: Desk) -> None:
    choose(qtbot, desk, "The Hindu")
    press_keys(qtbot, desk, *SPLIT)
    desk.pages.open_event(event_of(desk, 1))
    settle(qtbot, desk)
    note = desk.pages.compare.note
    assert note.isVisible()
    assert "one article so far" in note.text.text()
    assert "Charts" in note.text.text()
    for page in ("diff", "charts", "report"):
        desk.window.show_page(page)
        settle(qtbot, desk)
    commands = desk.window.commands
    assert not commands["own event"].isEnabled()
    assert commands["join event"].isEnabled()
    # What is about an article is about the only one, not one of the event that was shown before.
    assert desk.pages.view is not None
    assert desk.event_commands.target.articles == (desk.pages.view.articles[0].id,)
    press_keys(qtbot, desk, *WHY)
    popup = opened(AlonePopup)
    assert popup.accessibleName() == "Why not in another event"
    press(popup, "Put it into this event")
    settle(qtbot, desk)
    assert sizes(desk) == [2, 5]


def test_the_page_of_an_event_forgets_the_outlet_of_another(qtbot: QtBot, desk: Desk) -> None:
    desk.pages.open_event(event_of(desk, 5))
    settle(qtbot, desk)
    table = desk.pages.compare.table
    table.setCurrentIndex(table.model().index(0, 1))
    assert len(desk.event_commands.target.articles) == 1
    desk.pages.open_event(event_of(desk, 2))
    settle(qtbot, desk)
    target = desk.event_commands.target
    inside = {article.id for article in desk.pages.view.articles} if desk.pages.view else set[str]()
    assert set(target.articles) <= inside


def test_the_article_that_is_read_can_be_split_off_on_its_page(qtbot: QtBot, desk: Desk) -> None:
    choose(qtbot, desk, "The Hindu")
    desk.window.show_page(ARTICLE)
    settle(qtbot, desk)
    desk.window.commands["own event"].trigger()
    settle(qtbot, desk)
    assert sizes(desk) == [1, 2, 4]
    assert desk.window.page == ARTICLE
    assert desk.reading.shown is not None
    assert desk.reading.shown.article.outlet == "The Hindu"


def test_what_cannot_be_done_is_grey_and_says_why(qtbot: QtBot, desk: Desk) -> None:
    commands = desk.window.commands
    choose(qtbot, desk, "Harbor bridge")
    for name, words in (
        ("own event", "(it is in no event)"),
        ("keep in", "(in no event)"),
        ("release", "(you decided nothing about it)"),
    ):
        assert not commands[name].isEnabled()
        assert words in commands[name].text()
    choose(qtbot, desk, "The Hindu")
    assert commands["own event"].isEnabled()
    assert "(" not in commands["own event"].text()


def test_a_library_that_is_only_read_explains_and_changes_nothing(
    qtbot: QtBot, make_desk: DeskMaker, two_events: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "Read.crosslight"
    copy.write_bytes(two_events.read_bytes())
    library = open_library(copy, read_only=True)
    desk = make_desk()
    desk.workspace.open(lambda: library)
    settle(qtbot, desk)
    choose(qtbot, desk, "The Hindu")
    commands = desk.window.commands
    for name in ("own event", "other event", "keep in", "keep out", "join event", "rename"):
        assert not commands[name].isEnabled()
        assert "opens for reading" in commands[name].text()
    assert not drag_over(desk, dragged(desk), shelf_point(desk, Shelf("event", event_of(desk, 2))))
    press_keys(qtbot, desk, *WHY)
    popup = opened(WhyPopup)
    popup.close()


def test_why_says_what_is_shared_and_parts_what_does_not_belong(qtbot: QtBot, desk: Desk) -> None:
    choose(qtbot, desk, "Antiwar")
    press_keys(qtbot, desk, *WHY)
    popup = opened(WhyPopup)
    assert isinstance(popup, WhyPopup)
    popup.split_requested.emit([row_of(desk, "The Hindu").summary.id])
    popup.close()
    settle(qtbot, desk)
    assert sizes(desk) == [1, 2, 4]


def test_why_not_names_the_nearest_event_and_puts_the_article_there(
    qtbot: QtBot, desk: Desk
) -> None:
    choose(qtbot, desk, "The Hindu")
    press_keys(qtbot, desk, *OUT)
    choose(qtbot, desk, "The Hindu")
    press_keys(qtbot, desk, *WHY)
    popup = opened(AlonePopup)
    assert isinstance(popup, AlonePopup)
    press(popup, "Put it into this event")
    settle(qtbot, desk)
    assert sizes(desk) == [2, 5]


def test_an_event_is_named_from_its_menu(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    storm = event_of(desk, 2)
    sidebar = desk.window.library.sidebar
    rect = sidebar.view.visualRect(sidebar.model.index(sidebar.model.row_of(Shelf("event", storm))))
    monkeypatch.setattr(QInputDialog, "getText", answer(("Roof", True)))
    sidebar.view.customContextMenuRequested.emit(rect.center())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    entries = {action.text(): action for action in menu.actions()}
    assert {"Compare event", "Why one event…", "Join with another event…"} <= set(entries)
    entries["Rename event…"].trigger()
    menu.close()
    settle(qtbot, desk)
    assert next(event.label for event in desk.shelves.events if event.id == storm) == "Roof"
    press_keys(qtbot, desk, *UNDO)
    assert "Roof" not in [event.label for event in desk.shelves.events]


def test_the_head_over_an_event_has_its_menu_and_takes_what_is_selected(
    qtbot: QtBot, desk: Desk
) -> None:
    choose(qtbot, desk, "Harbor bridge")
    rows = desk.window.library.list
    nth = next(n for n, row in enumerate(rows.model.rows) if isinstance(row, EventHead))
    rows.view.scrollTo(rows.model.index(nth))
    rows.view.customContextMenuRequested.emit(rows.view.visualRect(rows.model.index(nth)).center())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == "Move 1 article here").trigger()
    menu.close()
    settle(qtbot, desk)
    assert sum(sizes(desk)) == 8


def test_the_mouse_drags_what_is_selected(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Without a display a drag would never end: what it would begin with is looked at instead.
    begun: list[tuple[QMimeData, QSize]] = []

    def note(drag: QDrag, *_actions: Qt.DropAction) -> Qt.DropAction:
        begun.append((drag.mimeData(), drag.pixmap().size()))
        return Qt.DropAction.IgnoreAction

    monkeypatch.setattr(QDrag, "exec", note)
    ids = choose(qtbot, desk, "The Hindu", "RFE/RL")
    view = desk.window.library.list.view
    at = view.visualRect(view.model().index(view.currentIndex().row(), 0)).center()
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    for step in (10, 30):
        moved = QPointF(at + QPoint(0, step))
        buttons = Qt.MouseButton.LeftButton
        over = QPointF(view.viewport().mapToGlobal(moved))
        kind = QEvent.Type.MouseMove
        none = Qt.KeyboardModifier.NoModifier
        event = QMouseEvent(kind, moved, over, Qt.MouseButton.NoButton, buttons, none)
        QApplication.sendEvent(view.viewport(), event)
    ((data, size),) = begun
    assert sorted(dragged_articles(data)) == sorted(ids)
    # The plate on the pointer is small: rows as wide as the list would hide the events.
    assert size.width() < 160
    assert size.height() < 60
    assert chosen(desk) == {"The Hindu", "RFE/RL"}


def test_charts_and_report_follow_a_decision_at_once(qtbot: QtBot, desk: Desk) -> None:
    hindu = choose(qtbot, desk, "The Hindu")
    desk.pages.open_event(event_of(desk, 5))
    for page in (CHARTS, REPORT):
        desk.window.show_page(page)
        settle(qtbot, desk)
        desk.grouping.keep_out(hindu, event_of(desk, 5))
        settle(qtbot, desk)
        assert desk.window.page == page
        assert desk.pages.is_fed
        assert desk.pages.view is not None
        assert len(desk.pages.view.articles) == 4
        press_keys(qtbot, desk, *UNDO)
        assert len(desk.pages.view.articles) == 5


def test_articles_are_dropped_onto_an_event(qtbot: QtBot, desk: Desk) -> None:
    choose(qtbot, desk, "Harbor bridge")
    data, at = dragged(desk), shelf_point(desk, Shelf("event", event_of(desk, 2)))
    assert "Harbor bridge in Visby to close" in data.text()
    plain = desk.window.library.sidebar.grab().toImage()
    assert drag_over(desk, data, at)
    assert desk.window.library.sidebar.grab().toImage() != plain
    assert not desk.window.overlay.isVisible()
    assert drop(desk, data, at)
    settle(qtbot, desk)
    assert sizes(desk) == [3, 5]
    press_keys(qtbot, desk, *UNDO)
    assert sizes(desk) == [2, 5]


@pytest.mark.parametrize("where", ["head", "below all"])
def test_articles_dropped_beside_all_events_are_one_of_their_own(
    qtbot: QtBot, desk: Desk, where: str
) -> None:
    choose(qtbot, desk, "The Hindu", "RFE/RL")
    sidebar = desk.window.library.sidebar
    port = sidebar.view.viewport()
    below = point_in(desk, port, QPoint(60, port.height() - 30))
    at = below if where == "below all" else sidebar_point(desk, sidebar.model.event_maker)
    assert drop(desk, dragged(desk), at)
    settle(qtbot, desk)
    assert sizes(desk) == [2, 2, 3]


def test_articles_are_dropped_onto_the_head_of_an_event_and_into_the_trash(
    qtbot: QtBot, desk: Desk
) -> None:
    choose(qtbot, desk, "Harbor bridge")
    rows = desk.window.library.list
    data = dragged(desk)
    heads = [n for n, row in enumerate(rows.model.rows) if isinstance(row, EventHead)]
    rows.view.scrollToTop()
    at = rows.view.visualRect(rows.model.index(heads[0])).center()
    assert drop(desk, data, point_in(desk, rows.view.viewport(), at))
    settle(qtbot, desk)
    assert sum(sizes(desk)) == 8
    assert drop(desk, data, shelf_point(desk, Shelf("trash")))
    settle(qtbot, desk)
    assert toast(desk) == ("Moved to Trash", "1 article")
    assert desk.shelves.counts.trash == 1


def test_where_articles_cannot_go_nothing_is_taken(qtbot: QtBot, desk: Desk) -> None:
    choose(qtbot, desk, "The Hindu")
    data, before = dragged(desk), sizes(desk)
    for shelf in (Shelf(), Shelf("attention"), Shelf("outlet", "The Hindu")):
        assert not drag_over(desk, data, shelf_point(desk, shelf))
        assert not drop(desk, data, shelf_point(desk, shelf))
    plain = desk.window.library.sidebar.grab().toImage()
    drag_over(desk, data, shelf_point(desk, Shelf("event", event_of(desk, 2))))
    leave(desk)
    assert desk.window.library.sidebar.grab().toImage() == plain
    # Onto its own event it is there already.
    assert drop(desk, data, shelf_point(desk, Shelf("event", event_of(desk, 5))))
    assert toast(desk)[0].startswith("Already in “")
    settle(qtbot, desk)
    assert sizes(desk) == before
    assert labels(desk)[0] != "Keep 1 article in event"


def test_those_in_no_event_are_counted_with_what_holds_of_them(desk: Desk) -> None:
    heads = [r for r in desk.window.library.list.model.rows if isinstance(r, PlainHead)]
    head = next(row for row in heads if row.text == "Not in an event")
    assert head.note == "1 article · 1 short · 1 undated"
    assert "1 with under 50 words" in head.tip
    assert "1 without a date" in head.tip


def test_the_menu_of_a_row_has_all_that_can_be_decided(qtbot: QtBot, desk: Desk) -> None:
    click_article(qtbot, desk, "The Hindu")
    rows = desk.window.library.list
    rows.view.customContextMenuRequested.emit(
        rows.view.visualRect(rows.view.currentIndex()).center()
    )
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    names = ("own event", "other event", "keep in", "keep out", "release")
    assert all(desk.window.commands[name] in menu.actions() for name in names)
    menu.close()
    assert desk.window.page == LIBRARY
