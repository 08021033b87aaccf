"""What the user decided about an article is said in words: at its row, in tooltips, in a drag."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt

from desktop.core.model.articles import Origin
from desktop.services.articles import ArticleSummary
from desktop.services.badges import OutletBadge
from desktop.services.event_holds import Hold
from desktop.services.event_left_out import LeftOut
from desktop.ui.models.articles import (
    ArticleListModel,
    EventHead,
    ListedArticle,
    PlainHead,
    dragged_articles,
)
from desktop.ui.models.holds import hold_words
from desktop.ui.windows.left_out_words import left_out_head

pytestmark = pytest.mark.usefixtures("qapp")
TIP, SPOKEN = Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole


def listed(article_id: str, held: str = "") -> ListedArticle:
    summary = ArticleSummary(
        id=article_id, title=f"Title {article_id}", outlet="Daily", outlet_origin=Origin.TEXT,
        published=None, published_origin=Origin.UNKNOWN, words=20, own=None, quoted=None,
        own_tone=None, quoted_tone=None, event_id="e", attention=(), analyzed=False,
        source_name="a.txt", agency="", trashed=False,
    )  # fmt: skip
    return ListedArticle(summary, OutletBadge("Daily", "DA", 0), held)


@pytest.mark.parametrize(
    ("hold", "words"),
    [
        (Hold("e", ()), "Kept in this event by you"),
        (Hold("", ("Storm",)), "Kept out of “Storm” by you"),
        (Hold("", ("Storm", "Strikes")), "Kept out of 2 events by you"),
        (Hold("e", ("Storm",)), "Kept in this event by you; kept out of “Storm” by you"),
        (Hold("", ()), "Kept apart from another article by you"),
    ],
)
def test_a_hold_says_where_an_article_stays(hold: Hold, words: str) -> None:
    assert hold_words(hold) == words
    assert hold.kept == bool(hold.event)


@pytest.mark.parametrize(
    ("left", "note", "tips"),
    [
        (LeftOut(1, 0, 0, ()), "1 article", 2),
        (LeftOut(9, 2, 3, ()), "9 articles · 2 short · 3 undated", 4),
        (LeftOut(2, 0, 0, ("French", "Swedish")), "2 articles", 3),
    ],
)
def test_the_head_over_those_left_out_says_how_many_and_why(
    left: LeftOut, note: str, tips: int
) -> None:
    head = left_out_head(left)
    assert (head.text, head.note) == ("Not in an event", note)
    assert head.tip.count(".") == tips
    assert all(language in head.tip for language in left.alone_in)


def test_rows_say_in_tooltip_and_aloud_what_there_is_no_room_for() -> None:
    model = ArticleListModel()
    label = "A very long label of an event " * 4
    rows = (
        EventHead("e", label, 2, 2, 0),
        listed("a", "Kept in this event by you"),
        PlainHead("Not in an event", "1 article", tip="One is short."),
        listed("b"),
    )
    model.show_rows(rows, has_more=False)
    tips = [model.index(n).data(TIP) for n in range(4)]
    for tip, words in zip(
        tips, (label, "Kept in this event by you", "One is short."), strict=False
    ):
        assert words in tip
    assert tips[3] == ""
    assert model.index(1).data(SPOKEN).endswith("Kept in this event by you")
    assert model.index(2).data(SPOKEN) == "Not in an event. One is short."


def test_a_drag_carries_the_articles_and_their_words_for_other_programs() -> None:
    model = ArticleListModel()
    model.show_rows([EventHead("e", "Event", 1, 2, 0), listed("a"), listed("b")], has_more=False)
    flags = [model.flags(model.index(n)) for n in range(3)]
    draggable = [bool(each & Qt.ItemFlag.ItemIsDragEnabled) for each in flags]
    assert draggable == [False, True, True]
    data = model.mimeData([model.index(2), model.index(0), model.index(1)])
    assert dragged_articles(data) == ["a", "b"]
    assert [line.split(". ")[1] for line in data.text().splitlines()] == ["Title a", "Title b"]
    assert model.supportedDragActions() == Qt.DropAction.CopyAction
    other = QMimeData()
    other.setText("a\nb")
    assert dragged_articles(other) == []
