"""Every control of the window: a name for those who listen, and words that stay plain."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QMenuBar, QWidget
from pytestqt.qtbot import QtBot

from desktop.services.analyses import analyze_articles
from desktop.services.events import group_library
from desktop.services.importing import import_files
from desktop.services.libraries import create_library
from desktop.ui.controls.labels import Label
from desktop.ui.windows.desk import Desk
from desktop.ui.windows.main import (
    ARTICLE,
    CHARTS,
    COMPARE,
    DETAILS,
    DIFF,
    LIBRARY,
    REPORT,
    SETTINGS,
)
from tests.desktop.ui.windows.opened import DeskMaker, settle

PAGES = (LIBRARY, COMPARE, DETAILS, DIFF, CHARTS, ARTICLE, REPORT, SETTINGS)
_QT_OWN = ("qt_", "QScrollBar")
_MARKUP = "<b>Storm</b> hits the coast <img src=x>"
_STORY = (
    "{title}\n\nThe mayor said on Monday that the harbor would stay closed for {days} days.\n\n"
    "“We will not give in to this outrageous blackmail,” the mayor told reporters at the harbor."
    "\n\nAbout 300 workers were affected by the closure of the harbor, the union said.\n"
)


@pytest.fixture
def markup_desk(make_desk: DeskMaker, tmp_path: Path) -> Desk:
    """A window on two articles whose words look like markup."""
    for nth, title in enumerate((_MARKUP, f"{_MARKUP} again")):
        text = _STORY.format(title=title, days=nth + 3)
        (tmp_path / f"story-{nth}.txt").write_text(text, "utf-8")
    rows = [f"story-{nth}.txt,<i>Harbor {nth}</i>" for nth in range(2)]
    (tmp_path / "sources.csv").write_text("file,outlet\n" + "\n".join(rows) + "\n", "utf-8")
    path = tmp_path / "Markup.crosslight"
    library = create_library(path)
    files = sorted(tmp_path.glob("story-*.txt"))
    for steps in (import_files(library, files), analyze_articles(library), group_library(library)):
        assert [step.done for step in steps]
    library.close()
    return make_desk(path)


def parts(desk: Desk) -> Iterator[QWidget]:
    """Yield what is to be seen in the window, without the parts that Qt makes for itself."""
    for part in desk.window.findChildren(QWidget):
        is_own = part.objectName().startswith(_QT_OWN) or isinstance(part, (QMenu, QMenuBar))
        if part.isVisible() and not is_own:
            yield part


def said(part: QWidget) -> str:
    """Return what is said of a widget: its name, or the words on it."""
    words = part.text() if isinstance(part, QAbstractButton) else ""
    return part.accessibleName() or words.replace("&", "")


@pytest.mark.parametrize("page", PAGES)
def test_every_control_that_takes_keys_has_a_name(
    qtbot: QtBot, samples_desk: Desk, page: str
) -> None:
    samples_desk.window.show_page(page)
    settle(qtbot, samples_desk)
    takes_keys = Qt.FocusPolicy.TabFocus.value
    controls = [p for p in parts(samples_desk) if p.focusPolicy().value & takes_keys]
    unnamed = [type(control).__name__ for control in controls if not said(control).strip()]
    assert len(controls) > 8
    assert not unnamed


@pytest.mark.parametrize("page", PAGES)
def test_no_word_of_an_article_is_taken_for_markup(
    qtbot: QtBot, markup_desk: Desk, page: str
) -> None:
    markup_desk.window.show_page(page)
    settle(qtbot, markup_desk)
    labels = [part for part in parts(markup_desk) if isinstance(part, QLabel)]
    assert labels
    for label in labels:
        assert isinstance(label, Label)
        assert label.textFormat() is Qt.TextFormat.PlainText
        assert "<img" not in label.toolTip()


@pytest.mark.parametrize("page", PAGES)
def test_tab_goes_through_a_page_and_comes_back(
    qtbot: QtBot, samples_desk: Desk, page: str
) -> None:
    samples_desk.window.show_page(page)
    settle(qtbot, samples_desk)
    samples_desk.window.topbar.search.setFocus()
    seen: list[QWidget | None] = []
    while (focus := QApplication.focusWidget()) not in seen and len(seen) < 200:
        seen.append(focus)
        assert focus is not None
        assert focus.isVisible()
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    shown = samples_desk.window.page_widget(page)
    inside = [part for part in seen if part is not None and shown.isAncestorOf(part)]
    assert focus is seen[0], "one of the controls keeps the Tab key"
    assert inside, "no control of the page is reached"


@pytest.mark.parametrize("page", [COMPARE, DETAILS, DIFF, CHARTS, ARTICLE, REPORT])
def test_a_page_shown_by_keys_takes_the_keys(qtbot: QtBot, samples_desk: Desk, page: str) -> None:
    window = samples_desk.window
    window.commands[f"page {page}"].trigger()
    settle(qtbot, samples_desk)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert window.page_widget(page).isAncestorOf(focus)


def test_coming_to_the_comparison_by_keys_keeps_what_is_selected(
    qtbot: QtBot, samples_desk: Desk
) -> None:
    samples_desk.window.show_page(CHARTS)
    settle(qtbot, samples_desk)
    charts = samples_desk.pages.charts
    charts.loaded.chart.choose(charts.loaded.chart.figure.marks()[0])
    before = samples_desk.pages.selection.places
    samples_desk.window.commands["page compare"].trigger()
    settle(qtbot, samples_desk)
    assert before
    assert samples_desk.pages.selection.places == before


def test_f6_goes_through_the_panes_of_the_comparison(qtbot: QtBot, samples_desk: Desk) -> None:
    window, page = samples_desk.window, samples_desk.pages.compare
    window.commands["page compare"].trigger()
    settle(qtbot, samples_desk)
    panes = {window.topbar, window.rail, page.bar, page.differences, page.table}
    reached: set[QWidget] = set()
    for _ in range(len(panes) + 1):
        window.commands["next pane"].trigger()
        focus = QApplication.focusWidget()
        reached |= {p for p in panes if focus and (p is focus or p.isAncestorOf(focus))}
    assert reached == panes


def test_alt_and_an_arrow_go_through_the_differences_one_by_one(
    qtbot: QtBot, samples_desk: Desk
) -> None:
    samples_desk.window.commands["page diff"].trigger()
    settle(qtbot, samples_desk)
    pane, bar = samples_desk.pages.diff.stage.left, samples_desk.pages.diff.bar
    for nth in (1, 2, 3):
        QTest.keyPress(pane, Qt.Key.Key_Alt)
        QTest.keyClick(pane, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        assert bar.position.accessibleName().startswith(f"Difference {nth} of")
