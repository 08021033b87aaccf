"""Words marked and voices fixed in the window: all that follows, undo, redo and another start."""

from __future__ import annotations

from itertools import pairwise
from typing import TypeVar, get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.core.model.analyses import Analysis, QuotationKind, Voice
from desktop.core.model.spans import Span
from desktop.services.analyses import get_analysis
from desktop.services.articles import ArticleSummary
from desktop.ui.models.explained import CHANGES_TAB
from desktop.ui.panels.state_dialogs import MarkDialog, StateDialog, VoiceDialog
from desktop.ui.statements import FixSpeaker, FixVoice, MarkWording, Statement
from desktop.ui.windows.corrections import _OF_WORDS
from desktop.ui.windows.desk import Desk
from desktop.ui.windows.main import ARTICLE
from tests.desktop.ui.windows.opened import DeskMaker, settle
from tests.desktop.ui.windows.pointing import LEFT, UNDO, click_article, labels, press_keys, toast

D = TypeVar("D", bound=StateDialog)
OUTLET = "Antiwar.com"
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_each_statement_has_its_decision() -> None:
    assert {MarkWording, FixVoice, FixSpeaker} | _OF_WORDS.keys() == set(get_args(Statement))


def opened(kind: type[D]) -> D:
    (one,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    return one


def shown(desk: Desk) -> Analysis:
    read = desk.reading.shown
    assert read is not None
    return read.analysis


def row(desk: Desk) -> ArticleSummary:
    rows = desk.window.library.list.model.articles
    return next(one.summary for one in rows if one.summary.outlet == OUTLET)


def plain_words(desk: Desk) -> Span:
    """Return two words of the own voice that nothing is said of yet."""
    analysis, read = shown(desk), desk.reading.shown
    assert read is not None
    text = read.article.text
    taken = [q.span for q in analysis.quotations] + [one.span for one in analysis.loaded]
    for sentence in reversed(analysis.sentences):
        words = sentence.span.of(text).split()
        for first, second in pairwise(words):
            start = text.index(f"{first} {second}", sentence.span.start)
            span = Span(start, start + len(first) + 1 + len(second))
            is_free = not any(map(span.overlap, taken)) and first.isalpha() and second.isalpha()
            if sentence.scored and is_free:
                return span
    raise AssertionError("no such words")


def test_a_missed_wording_is_marked_with_the_keys_and_everything_follows(
    qtbot: QtBot, samples_desk: Desk
) -> None:
    desk = samples_desk
    click_article(qtbot, desk, OUTLET)
    before, listed = shown(desk), row(desk)
    span = plain_words(desk)
    text = desk.reading.pane.text
    text.setFocus()
    text.choose_words(span)
    press_keys(qtbot, desk, Qt.Key.Key_L)
    QTest.keyClick(opened(MarkDialog), Qt.Key.Key_Return)
    settle(qtbot, desk)
    after, counted = shown(desk), row(desk)
    assert after.own.loaded.count == before.own.loaded.count + 1
    assert counted.own is not None
    assert listed.own is not None
    assert counted.own.count == listed.own.count + 1
    assert [one.span for one in after.loaded if one.by_user] == [span]
    assert labels(desk)[0].startswith("Mark “")
    press_keys(qtbot, desk, *UNDO)
    assert (shown(desk), row(desk)) == (before, listed)
    assert toast(desk)[0] == "Undone"
    press_keys(qtbot, desk, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert (shown(desk), row(desk)) == (after, counted)


def test_a_quotation_is_taken_away_on_the_article_page_and_stays_so(
    qtbot: QtBot, samples_desk: Desk, make_desk: DeskMaker
) -> None:
    desk = samples_desk
    click_article(qtbot, desk, OUTLET)
    desk.window.show_page(ARTICLE)
    settle(qtbot, desk)
    before = shown(desk)
    said = next(q.span for q in before.quotations if q.kind is QuotationKind.DIRECT)
    desk.reading.page.reading.text.choose_words(said)
    desk.window.commands["whose words"].trigger()
    dialog = opened(VoiceDialog)
    dialog.choice(Voice.OWN).click()
    QTest.mouseClick(dialog.use, LEFT)
    settle(qtbot, desk)
    after = shown(desk)
    assert after.ledger.quoted < before.ledger.quoted
    assert after.ledger.total == before.ledger.total
    desk.reading.page.open_explanation()
    desk.reading.page.explain.tabs.open(CHANGES_TAB)
    assert [one.span for one in desk.reading.page.explain.list.rows.rows] == [said]
    library = desk.workspace.library
    assert library is not None
    assert library.path is not None
    path, article_id = library.path, after.article_id
    desk.close()
    again = make_desk(path)
    reopened = again.workspace.library
    assert reopened is not None
    assert get_analysis(reopened, article_id) == after
    press_keys(qtbot, again, *UNDO)
    assert get_analysis(reopened, article_id) == before


def test_an_undo_in_the_list_of_changes_is_a_decision_like_any_other(
    qtbot: QtBot, samples_desk: Desk
) -> None:
    desk = samples_desk
    click_article(qtbot, desk, OUTLET)
    before = shown(desk)
    said = next(q.span for q in before.quotations if q.kind is QuotationKind.DIRECT)
    desk.reading.pane.stated.emit(before.article_id, FixSpeaker(said, "Eva & Dahl"))
    settle(qtbot, desk)
    after = shown(desk)
    quotation = next(q for q in after.quotations if q.span == said)
    assert quotation.speaker is not None
    assert quotation.speaker.name == "Eva & Dahl"
    desk.window.show_page(ARTICLE)
    settle(qtbot, desk)
    explain = desk.reading.page.explain
    explain.tabs.open(CHANGES_TAB)
    explain.list.setFocus()
    explain.list.show_span(said)
    press_keys(qtbot, desk, Qt.Key.Key_Delete)
    assert shown(desk) == before
    assert explain.tabs.tab(CHANGES_TAB).hasFocus(), "the keyboard goes on from the tab"
    press_keys(qtbot, desk, *UNDO)
    assert shown(desk) == after


def test_the_commands_need_words_to_work_on(qtbot: QtBot, samples_desk: Desk) -> None:
    click_article(qtbot, samples_desk, OUTLET)
    samples_desk.window.commands["mark wording"].trigger()
    dialogs = [w for w in QApplication.topLevelWidgets() if isinstance(w, StateDialog)]
    assert not any(dialog.isVisible() for dialog in dialogs)
    settle(qtbot, samples_desk)
