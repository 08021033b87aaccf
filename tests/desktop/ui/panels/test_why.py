"""Why one event, and why not: what is shared, what speaks against it, and what parts it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from desktop.core.model.events import Link
from desktop.services.event_nearest import Nearest
from desktop.ui.controls.labels import ElidedLabel
from desktop.ui.figures.outlets import outlet_columns
from desktop.ui.models.links import Lone, link_reasons, lone_reason
from desktop.ui.panels.sign import Sign
from desktop.ui.panels.why import WhyPopup
from desktop.ui.panels.why_alone import AlonePopup
from tests.desktop.ui.emitted import emitted
from tests.desktop.ui.made_event import article, made_event

LEFT = Qt.MouseButton.LeftButton
VIEW = made_event()
COLUMNS = outlet_columns(VIEW)
LINK = VIEW.links[0]
REASONS = link_reasons(VIEW.links, COLUMNS)
NEAR = Nearest("e", "Harbor plan", 3, article("s"), LINK, 0.11, 0.18, is_kept_out=False)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def said(popup: QWidget) -> str:
    """Return all words that a popup shows."""
    labels = popup.findChildren(QLabel)
    return "\n".join(
        label.accessibleName() if isinstance(label, ElidedLabel) else label.text()
        for label in labels
    )


def buttons(popup: QWidget) -> list[QAbstractButton]:
    return popup.findChildren(QAbstractButton)


def test_a_pair_shows_what_is_shared_and_the_weakest_signal(host: QWidget) -> None:
    popup = WhyPopup(REASONS, {}, host)
    words = said(popup)
    for shown in ("Mayor", "400", "harbor", "not both dated", "One is not dated."):
        assert shown in words
    assert "North Herald, South Post" in words
    assert not popup.findChildren(Sign)


def test_what_the_user_holds_is_signed_at_its_article(host: QWidget) -> None:
    popup = WhyPopup(REASONS, {"s": "Kept in this event by you", "e": "Elsewhere"}, host)
    (sign,) = popup.findChildren(Sign)
    assert sign.accessibleName() == "Kept in this event by you"
    assert "South Post: Kept in this event by you" in said(popup)
    assert "Elsewhere" not in said(popup)


def test_those_that_do_not_belong_together_are_parted_at_once(host: QWidget) -> None:
    popup = WhyPopup(REASONS, {}, host)
    popup.show_under(host)
    split = emitted(popup.split_requested)
    menu = popup.parting(REASONS[0])
    assert [action.text() for action in menu.actions()] == [
        "Split off North Herald: Mayor slams harbor plan",
        "Split off South Post: Mayor questions harbor plan",
    ]
    menu.actions()[1].trigger()
    assert split == [["s"]]


def test_those_that_do_are_kept_by_keys_alone(host: QWidget) -> None:
    popup = WhyPopup(REASONS, {}, host)
    popup.show_under(host)
    kept = emitted(popup.keep_requested)
    part, keep = buttons(popup)
    assert part.accessibleName().endswith("North Herald, South Post")
    keep.setFocus()
    QTest.keyClick(keep, Qt.Key.Key_Space)
    assert kept == [["n", "s"]]


def test_escape_closes_and_decides_nothing(host: QWidget) -> None:
    popup = WhyPopup(REASONS, {}, host)
    popup.show_under(host)
    decided = [*emitted(popup.split_requested), *emitted(popup.keep_requested)]
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert decided == []


def test_a_library_that_is_only_read_explains_and_offers_nothing(host: QWidget) -> None:
    popup = WhyPopup(REASONS, {}, host, can_decide=False)
    assert "One is not dated." in said(popup)
    assert buttons(popup) == []


def test_an_event_of_many_shows_its_weakest_pairs_only(host: QWidget) -> None:
    many = [replace(REASONS[0], likeness=n / 100) for n in range(90)]
    popup = WhyPopup(many, {}, host)
    assert len(buttons(popup)) == 80
    assert "The 40 weakest of 90 pairs" in said(popup)
    assert popup.height() <= 480


def test_reasons_that_are_still_to_be_found_are_no_empty_popup(host: QWidget) -> None:
    assert "grouped the next time" in said(WhyPopup([], {}, host))


@pytest.mark.parametrize(
    ("nearest", "words"),
    [
        pytest.param(
            NEAR,
            "Nearest is “Harbor plan”, 3 articles. The likeness is 0.11; from 0.18 on they are one"
            " event.",
            id="too little alike",
        ),
        pytest.param(
            replace(NEAR, is_kept_out=True),
            "Nearest is “Harbor plan”, 3 articles. You keep the two apart.",
            id="kept out",
        ),
        pytest.param(
            replace(NEAR, likeness=0.3),
            "Nearest is “Harbor plan”, 3 articles. They are alike enough: the next grouping may"
            " join them.",
            id="alike enough",
        ),
        pytest.param(
            replace(NEAR, event="", label="Mayor questions harbor plan"),
            "Nearest is “Mayor questions harbor plan”. The likeness is 0.11; from 0.18 on they are"
            " one event.",
            id="a single article",
        ),
        pytest.param(
            None,
            "No other article of this library shares a telling word with it.",
            id="nothing",
        ),
    ],
)
def test_an_article_in_no_event_is_told_what_is_missing(
    nearest: Nearest | None, words: str
) -> None:
    assert lone_reason(nearest, is_in_event=False).verdict == words


def test_the_nearest_event_takes_the_article_by_one_click(host: QWidget) -> None:
    lone = lone_reason(NEAR, is_in_event=False)
    popup = AlonePopup(lone, host, can_decide=True)
    popup.show_under(host)
    moved = emitted(popup.move_requested)
    assert "South Post: Mayor questions harbor plan" in said(popup)
    (button,) = buttons(popup)
    QTest.mouseClick(button, LEFT)
    assert moved == ["e"]


@pytest.mark.parametrize(
    ("lone", "can_decide"),
    [
        (lone_reason(NEAR, is_in_event=True), False),
        (lone_reason(replace(NEAR, event=""), is_in_event=True), True),
        (Lone("Why in no event", "Nothing."), True),
    ],
)
def test_where_there_is_nothing_to_put_it_into_nothing_is_offered(
    host: QWidget, lone: Lone, can_decide: bool
) -> None:
    assert buttons(AlonePopup(lone, host, can_decide=can_decide)) == []


def test_foreign_words_are_plain_text(host: QWidget) -> None:
    link = Link("n", "s", ("<b>Mayor</b>",), (), (), 1, 0.5, "<img src=x>")
    popup = WhyPopup(link_reasons([link], COLUMNS), {}, host)
    formats = {label.textFormat() for label in popup.findChildren(QLabel)}
    assert formats == {Qt.TextFormat.PlainText}
    assert "<b>Mayor</b>" in said(popup)
