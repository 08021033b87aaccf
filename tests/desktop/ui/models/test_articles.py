"""Rows of the library's list and of its sidebar, as models answer for them."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

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
from desktop.ui.models.sidebar import Shelf, SidebarModel, SidebarRow
from tests.desktop.ui.emitted import emitted

NAME = Qt.ItemDataRole.AccessibleTextRole
NO_WORDING = "Loaded wording: 0 in own voice, 0 in quoted voices"
HEAD = EventHead("event", "Strikes", 2, 3, 1)


def listed(
    number: int,
    *,
    outlet: str = "Daily",
    published: Published | None = None,
    own: int | None = None,
) -> ListedArticle:
    rate = None if own is None else Rate(1.0, own, 100)
    summary = ArticleSummary(
        id=f"a{number}", title=f"Title {number}", outlet=outlet, outlet_origin=Origin.TEXT,
        published=published, published_origin=Origin.TEXT, words=100, own=rate, quoted=rate,
        own_tone=rate, quoted_tone=rate, event_id=None, attention=(), analyzed=own is not None,
        source_name="a.txt", agency="", trashed=False,
    )  # fmt: skip
    return ListedArticle(summary, OutletBadge(outlet, "DA", 0))


@pytest.fixture
def model(qapp: object) -> ArticleListModel:
    assert qapp is not None
    return ArticleListModel()


def test_qt_finds_nothing_wrong_with_the_model(model: ArticleListModel) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show_rows([HEAD, listed(1), listed(2)], has_more=True)
    model.fetchMore(QModelIndex())
    model.append_rows([listed(3)], has_more=False)
    model.show_rows([], has_more=False)
    assert tester.model() is model
    assert model.rowCount() == 0


@given(st.lists(st.integers(0, 5), max_size=8))
def test_page_by_page_every_row_is_there_once_and_in_order(sizes: list[int]) -> None:
    rows: list[ListRow] = [listed(nth) for nth in range(sum(sizes))]
    ends = [0, *accumulate(sizes)]
    pages = [rows[start:end] for start, end in pairwise(ends)]
    model = ArticleListModel()
    asked = emitted(model.more_wanted)
    model.show_rows(pages[0] if pages else [], has_more=len(pages) > 1)
    for nth, page in enumerate(pages[1:], start=2):
        assert model.canFetchMore(QModelIndex())
        model.fetchMore(QModelIndex())
        model.append_rows(page, has_more=nth < len(pages))
    assert list(model.rows) == rows
    assert not model.canFetchMore(QModelIndex())
    assert len(asked) == max(0, len(pages) - 1)
    assert [model.row_of(f"a{nth}") for nth in range(len(rows))] == list(range(len(rows)))


def test_while_a_page_is_on_its_way_none_is_asked_for_again(model: ArticleListModel) -> None:
    model.show_rows([listed(1)], has_more=True)
    asked = emitted(model.more_wanted)
    model.fetchMore(QModelIndex())
    assert not model.canFetchMore(QModelIndex())
    assert len(asked) == 1
    model.show_rows([listed(2)], has_more=True)
    assert model.canFetchMore(QModelIndex())


def test_rows_have_no_rows_of_their_own(model: ArticleListModel) -> None:
    model.show_rows([HEAD, listed(1)], has_more=True)
    inside = model.index(0)
    assert model.rowCount(inside) == 0
    assert not model.canFetchMore(inside)


def test_heads_are_left_out_where_articles_are_asked_for(model: ArticleListModel) -> None:
    first, second = listed(1), listed(2)
    model.show_rows([HEAD, first, PlainHead("Date not stated"), second], has_more=False)
    assert model.articles == (first, second)
    assert model.row_of("event") == model.row_of("nowhere") == -1
    assert model.row_of("a2") == 3


def test_an_article_in_another_language_says_that_it_is_not_scored(
    model: ArticleListModel,
) -> None:
    rate = Rate(None, 0, 300, language="fr")
    row = listed(1, own=0)
    row = replace(row, summary=replace(row.summary, own=rate, quoted=rate))
    model.show_rows([row], has_more=False)
    said = "Daily. Title 1. Date not stated. Not scored: text in French"
    assert model.index(0).data(NAME) == said


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (HEAD, "Event: Strikes"),
        (PlainHead("Not in an event"), "Not in an event"),
        (listed(1), "Daily. Title 1. Date not stated"),
        (listed(1, outlet=""), "Outlet not stated. Title 1. Date not stated"),
        (listed(1, published=Published(2024, 11, 2)), "Daily. Title 1. 2 Nov 2024"),
        (
            listed(1, own=0),
            "Daily. Title 1. Date not stated. Loaded wording: 0 in own voice, 0 in quoted voices",
        ),
    ],
)
def test_each_row_says_what_it_is(model: ArticleListModel, row: ListRow, said: str) -> None:
    model.show_rows([row], has_more=False)
    assert model.index(0).data(NAME) == said
    assert model.index(0).data(ArticleListModel.ROW) == row


SHELF = SidebarRow("Trash", Shelf("trash"), 3, "trash")


@pytest.fixture
def sidebar(qapp: object) -> SidebarModel:
    assert qapp is not None
    model = SidebarModel()
    model.show_rows([SidebarRow("Library"), SHELF, SidebarRow("None yet", is_note=True)])
    return model


def test_only_shelves_of_the_sidebar_can_be_chosen_and_they_tell_their_count(
    sidebar: SidebarModel,
) -> None:
    flags = [sidebar.flags(sidebar.index(row)) for row in range(3)]
    assert [bool(f & Qt.ItemFlag.ItemIsSelectable) for f in flags] == [False, True, False]
    assert [sidebar.index(row).data(NAME) for row in range(3)] == [
        "Library",
        "Trash, 3",
        "None yet",
    ]


def test_new_counts_keep_the_rows_and_new_rows_replace_them(sidebar: SidebarModel) -> None:
    resets, changes = emitted(sidebar.modelReset), emitted(sidebar.dataChanged)
    counted = SidebarRow("Trash", Shelf("trash"), 4, "trash")
    sidebar.show_rows([SidebarRow("Library"), counted, SidebarRow("None yet", is_note=True)])
    assert (len(resets), len(changes)) == (0, 1)
    assert sidebar.index(1).data(NAME) == "Trash, 4"
    sidebar.show_rows([SidebarRow("Library"), counted])
    assert (len(resets), sidebar.rowCount()) == (1, 2)
    assert (sidebar.row_of(Shelf("trash")), sidebar.row_of(Shelf("event", "x"))) == (1, -1)
