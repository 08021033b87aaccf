"""The panes of the library: sidebar, list, first page, help, settings."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.core.model.analyses import Rate
from desktop.core.model.articles import Origin, Published
from desktop.services.articles import ArticleSummary
from desktop.services.badges import OutletBadge
from desktop.ui.models.articles import (
    ArticleListModel,
    EventHead,
    ListedArticle,
    ListRow,
    PlainHead,
)
from desktop.ui.models.sidebar import Shelf, SidebarRow
from desktop.ui.palettes import DARK, HIGH_LIGHT, LIGHT
from desktop.ui.panels.article_list import ArticleList
from desktop.ui.panels.first_run import FirstRun
from desktop.ui.panels.help import HelpPage, read_help, to_html
from desktop.ui.panels.settings import SettingsPage
from desktop.ui.panels.sidebar import Sidebar
from desktop.ui.session import SYSTEM
from desktop.ui.theme import theme
from tests.desktop.ui.emitted import emitted

LEFT = Qt.MouseButton.LeftButton
NUMBERS = Rate(1.5, 3, 200, 0.1, 2.0)


def listed(number: int, *, analyzed: bool = True, title: str = "A headline") -> ListedArticle:
    rate = NUMBERS if analyzed else None
    summary = ArticleSummary(
        id=f"article-{number}", title=title, outlet="Daily", outlet_origin=Origin.SIDECAR,
        published=Published(2024, 11, 2, 7, 0), published_origin=Origin.TEXT, words=200,
        own=rate, quoted=rate, own_tone=rate, quoted_tone=rate, event_id=None, attention=(),
        analyzed=analyzed, source_name="a.txt", agency="AP", trashed=False,
    )  # fmt: skip
    return ListedArticle(summary, OutletBadge("Daily", "DA", 0))


ROWS: Sequence[ListRow] = (
    EventHead("event", "Strikes", 2, 2, 1),
    listed(1),
    PlainHead("Date not stated", "1 article, by outlet", is_small=True),
    listed(2, analyzed=False),
)


@pytest.fixture
def articles(qtbot: QtBot) -> ArticleList:
    panel = ArticleList()
    qtbot.addWidget(panel)
    panel.resize(460, 700)
    panel.show()
    panel.show_rows(ROWS, has_more=False)
    return panel


def test_heads_cannot_be_chosen_and_articles_can(articles: ArticleList) -> None:
    flags = [articles.model.flags(articles.model.index(row)) for row in range(4)]
    assert [bool(flag & Qt.ItemFlag.ItemIsSelectable) for flag in flags] == [0, 1, 0, 1]


def test_a_click_chooses_and_ctrl_adds(articles: ArticleList) -> None:
    seen = emitted(articles.chosen)
    view = articles.view
    for row, keys in (
        (1, Qt.KeyboardModifier.NoModifier),
        (3, Qt.KeyboardModifier.ControlModifier),
    ):
        at = view.visualRect(articles.model.index(row)).center()
        QTest.mouseClick(view.viewport(), LEFT, keys, at)
    assert seen == [["article-1"], ["article-1", "article-2"]]


def test_what_is_chosen_stays_chosen_when_rows_change(articles: ArticleList) -> None:
    articles.choose(["article-2"])
    seen = emitted(articles.chosen)
    articles.show_rows((listed(3), *ROWS), has_more=False)
    assert (articles.chosen_ids, seen) == (["article-2"], [])
    articles.show_rows(ROWS[:2], has_more=False)
    assert (articles.chosen_ids, seen) == ([], [[]])


def test_the_next_page_is_asked_for_once(articles: ArticleList) -> None:
    model = articles.model
    asked = emitted(model.more_wanted)
    model.show_rows(ROWS, has_more=True)
    assert model.canFetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    assert not model.canFetchMore(QModelIndex())
    assert len(asked) == 1
    model.append_rows([listed(7)], has_more=False)
    assert not model.canFetchMore(QModelIndex())
    assert model.rowCount() == 5
    assert model.row_of("article-7") == 4


def test_each_article_is_a_sentence_for_a_screen_reader(articles: ArticleList) -> None:
    sentence = articles.model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert sentence == (
        "Daily. A headline. 2 Nov 2024, 07:00. Loaded wording: 3 in own voice, 3 in quoted voices"
    )


def test_an_empty_list_says_so_in_words(articles: ArticleList) -> None:
    articles.show_rows([], has_more=False, empty="Nothing is here.")
    assert articles.empty.isVisible()
    assert not articles.view.isVisible()


def test_a_menu_is_asked_for_at_the_chosen_articles(articles: ArticleList) -> None:
    seen, of_event = emitted(articles.menu_requested), emitted(articles.event_menu_requested)
    articles.view.customContextMenuRequested.emit(QPoint(5, 60))
    assert seen == []
    articles.choose(["article-1"])
    articles.view.customContextMenuRequested.emit(QPoint(5, 60))
    assert len(seen) == 1
    # The head over an event has a menu of its own, whatever is chosen below it.
    articles.view.customContextMenuRequested.emit(QPoint(5, 5))
    assert len(seen) == len(of_event) == 1


@pytest.mark.parametrize("look", [LIGHT, DARK, HIGH_LIGHT])
def test_rows_are_drawn_in_every_look_and_with_any_headline(
    articles: ArticleList, look: str
) -> None:
    theme().use(look)
    articles.show_rows([listed(1, title="x" * 5000), listed(2, title="<b>&amp;")], has_more=False)
    image = QImage(460, 700, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    articles.render(painter, QPoint())
    painter.end()
    assert image.pixelColor(100, 20) == theme().palette.window
    theme().use(LIGHT)


def test_the_model_answers_only_for_its_rows(articles: ArticleList) -> None:
    assert articles.model.data(QModelIndex()) is None
    assert articles.model.index(0).data(ArticleListModel.ROW) == ROWS[0]
    assert articles.model.index(0).data(Qt.ItemDataRole.DecorationRole) is None
    assert articles.model.index(2).data() == "Date not stated"


@pytest.fixture
def sidebar(qtbot: QtBot) -> Sidebar:
    panel = Sidebar()
    qtbot.addWidget(panel)
    panel.resize(228, 500)
    panel.show()
    panel.show_rows(sidebar_rows(5))
    return panel


def sidebar_rows(count: int) -> list[SidebarRow]:
    return [
        SidebarRow("Library"),
        SidebarRow("All articles", Shelf(), count, "inbox"),
        SidebarRow("Trash", Shelf("trash"), 0, "trash"),
        SidebarRow("Outlets"),
        SidebarRow("Daily", Shelf("outlet", "Daily"), 1, badge=OutletBadge("Daily", "DA", 0)),
        SidebarRow("None yet", is_note=True),
    ]


def test_a_shelf_is_chosen_by_click_and_by_key(sidebar: Sidebar) -> None:
    seen = emitted(sidebar.shelf_chosen)
    at = sidebar.view.visualRect(sidebar.model.index(2)).center()
    QTest.mouseClick(sidebar.view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at)
    QTest.keyClick(sidebar.view, Qt.Key.Key_Down)
    assert seen == [Shelf("trash"), Shelf("outlet", "Daily")]
    assert sidebar.shelf == Shelf("outlet", "Daily")


def test_new_counts_leave_the_choice_alone(sidebar: Sidebar) -> None:
    sidebar.choose(Shelf("trash"))
    seen = emitted(sidebar.shelf_chosen)
    sidebar.show_rows(sidebar_rows(6))
    assert (sidebar.shelf, seen) == (Shelf("trash"), [])
    assert sidebar.model.rows[1].count == 6


def test_a_shelf_that_has_gone_gives_way_to_all_articles(sidebar: Sidebar) -> None:
    sidebar.choose(Shelf("outlet", "Daily"))
    seen = emitted(sidebar.shelf_chosen)
    sidebar.show_rows(sidebar_rows(5)[:3])
    assert (sidebar.shelf, seen) == (Shelf(), [Shelf()])


def test_the_first_page_offers_three_ways_to_begin(qtbot: QtBot) -> None:
    page = FirstRun()
    qtbot.addWidget(page)
    page.resize(1140, 800)
    page.show()
    files, folder = emitted(page.files_requested), emitted(page.folder_requested)
    sample = emitted(page.sample_requested)
    for button in (page.files, page.folder, page.sample):
        QTest.mouseClick(button, LEFT)
    assert (len(files), len(folder), len(sample)) == (1, 1, 1)
    assert not page.grab().isNull()


def test_help_has_pages_and_shows_the_one_asked_for(qtbot: QtBot) -> None:
    page = HelpPage()
    qtbot.addWidget(page)
    seen = emitted(page.page_chosen)
    page.show_page("keys")
    assert seen == ["keys"]
    assert "Ctrl+O" in page.text.toPlainText()
    assert read_help()[0].name == "start"
    assert all(text.title and text.text.startswith("# ") for text in read_help())


@given(st.text(alphabet=st.sampled_from("ab#-*` <>&\"'\n/=")))
def test_nothing_in_a_help_page_becomes_markup_of_its_own(text: str) -> None:
    allowed = ("h1", "h2", "h3", "p", "ul", "li", "b", "code")
    html = to_html(text)
    for tag in allowed:
        html = html.replace(f"<{tag}>", "").replace(f"</{tag}>", "")
    for level in range(4, 12):
        html = html.replace(f"<h{level}>", "").replace(f"</h{level}>", "")
    assert "<" not in html
    assert ">" not in html


def test_settings_emit_what_is_chosen_and_show_what_holds(qtbot: QtBot) -> None:
    page = SettingsPage()
    qtbot.addWidget(page)
    looks, zooms = emitted(page.look_chosen), emitted(page.zoom_chosen)
    page.themes.button(2).click()
    page.contrast.button(1).click()
    page.contrast.button(0).click()
    page.sizes.button(3).click()
    assert looks == [DARK, HIGH_LIGHT, DARK]
    assert zooms == [1.5]
    page.show_look(SYSTEM)
    assert (page.themes.current, page.contrast.current) == (0, 0)
    page.show_look(HIGH_LIGHT)
    assert page.contrast.current == 1
    page.library.show_library("Desk", "/a/Desk.crosslight", read_only=True)
    assert page.library.name.accessibleName() == "Desk, only to be read"
