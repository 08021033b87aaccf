"""The dialogs on chosen words, with mouse and keys, and the ways that lead to them."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.analysis.passages import Passage
from desktop.core.model.analyses import (
    Analysis,
    Category,
    Quotation,
    QuotationKind,
    Speaker,
    StatedVoice,
    Target,
    Voice,
)
from desktop.ui.fonts import load_fonts
from desktop.ui.models.explained import CHANGES_TAB, OWN_TAB, VOICES_TAB
from desktop.ui.panels.article import ArticlePage
from desktop.ui.panels.reading import ReadingPane
from desktop.ui.panels.state_dialogs import CATEGORIES, MarkDialog, StateDialog, VoiceDialog
from desktop.ui.selection import Selection
from desktop.ui.statements import (
    FixSpeaker,
    FixVoice,
    MarkWording,
    ResetVoice,
    UnmarkWording,
)
from tests.desktop.ui.panels.marked import (
    BADGE,
    loaded,
    marked_analysis,
    marked_article,
    record,
    span_of,
)
from tests.desktop.ui.panels.test_reading_menu import ask_menu, needs_no_grab, point

KEY, LEFT, NONE = Qt.Key, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
D = TypeVar("D", bound=StateDialog)
SAID = span_of("“utter folly 🎭, all of it”")
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def spoken(*voices: StatedVoice) -> Analysis:
    """Return the analysis with a quotation of Ada Berg's and another actor."""
    quotation = Quotation(SAID, QuotationKind.DIRECT, (SAID,), Speaker("Ada Berg"), sentence=4)
    actors = (Target("Bo Lund", (), 0.0),)
    return replace(marked_analysis(), quotations=(quotation,), targets=actors, stated=voices)


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    load_fonts()
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1300, 800)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def pane(host: QWidget) -> ReadingPane:
    made = ReadingPane(Selection(), parent=host)
    made.resize(680, 800)
    made.show_article(marked_article(), spoken(), BADGE, "harbor.txt")
    made.show()
    made.text.setFocus()
    return made


@pytest.fixture
def page(host: QWidget) -> ArticlePage:
    made = ArticlePage(Selection(), host)
    made.resize(1300, 800)
    made.show_article(marked_article(), spoken(), BADGE, "harbor.txt", spoken())
    made.show()
    return made


def opened(kind: type[D]) -> D:
    """Return the dialog of a kind that is open."""
    (one,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    return one


def none_opened() -> bool:
    dialogs = [w for w in QApplication.topLevelWidgets() if isinstance(w, StateDialog)]
    return not any(dialog.isVisible() for dialog in dialogs)


def drag(pane: ReadingPane, first: str, last: str) -> None:
    """Select from the middle of a word to the middle of another, as the mouse does."""
    viewport, start, end = pane.text.viewport(), point(pane, first), point(pane, last)
    QTest.mousePress(viewport, LEFT, NONE, start)
    QTest.mouseMove(viewport, (start + end) / 2)
    QTest.mouseMove(viewport, end)
    QTest.mouseRelease(viewport, LEFT, NONE, end)


def test_words_selected_with_the_mouse_are_marked_by_the_menu(pane: ReadingPane) -> None:
    seen = record(pane.stated)
    drag(pane, "his", "rivals")
    offered = ask_menu(pane, "his rivals", "Mark as loaded wording…")
    assert offered["Mark as loaded wording…"]
    dialog = opened(MarkDialog)
    assert dialog.words.text() == "“his rivals”"
    dialog.category.setCurrentIndex(CATEGORIES.index(Category.METAPHOR))
    QTest.mouseClick(dialog.weight.button(2), LEFT)
    QTest.mouseClick(dialog.use, LEFT)
    assert seen == [("a1", MarkWording(span_of("his rivals"), Category.METAPHOR, 0.9))]
    assert none_opened()


def test_words_selected_with_the_keys_are_marked_with_the_keys(pane: ReadingPane) -> None:
    seen = record(pane.stated)
    cursor = pane.text.page.select(span_of("rivals"))
    assert cursor is not None
    cursor.setPosition(cursor.selectionStart())
    pane.text.setTextCursor(cursor)
    QTest.keyClick(pane.text, KEY.Key_Right, CONTROL | SHIFT)
    QTest.keyClick(pane.text, KEY.Key_L)
    dialog = opened(MarkDialog)
    QTest.keyClick(dialog.category, KEY.Key_Down)
    QTest.keyClick(dialog, KEY.Key_Return)
    assert seen == [("a1", MarkWording(span_of("rivals"), CATEGORIES[1], 0.7))]


def test_what_cannot_be_marked_opens_nothing(pane: ReadingPane) -> None:
    for words in ("lashed out", "😀"):
        pane.text.choose_words(span_of(words))
        QTest.keyClick(pane.text, KEY.Key_L)
    assert none_opened()
    pane.text.choose_words(span_of("lashed out"))
    assert not ask_menu(pane, "rivals")["Mark as loaded wording…"]


@needs_no_grab
def test_a_mark_of_ones_own_is_removed_by_menu_and_key(pane: ReadingPane) -> None:
    mark = replace(loaded("rivals", Voice.OWN, 4), by_user=True)
    analysis = spoken()
    analysis = replace(analysis, loaded=(*analysis.loaded, mark))
    pane.show_article(marked_article(), analysis, BADGE, "harbor.txt")
    seen, ignored = record(pane.stated), record(pane.wording_ignored)
    QTest.mouseClick(pane.text.viewport(), LEFT, NONE, point(pane, "rivals"))
    offered = ask_menu(pane, "rivals", "Remove your mark")
    assert "Not loaded here" not in offered
    QTest.keyClick(pane.text, KEY.Key_Delete)
    assert seen == [("a1", UnmarkWording(span_of("rivals")))] * 2
    assert ignored == []


def test_another_speaker_is_chosen_among_the_actors(pane: ReadingPane) -> None:
    seen = record(pane.stated)
    ask_menu(pane, "all of it", "Whose words are these…")
    dialog = opened(VoiceDialog)
    assert dialog.voice is Voice.QUOTED
    assert dialog.chosen_name == "Ada Berg"
    assert dialog.reset.isHidden()
    dialog.speaker.setCurrentIndex(dialog.speaker.findText("Bo Lund"))
    QTest.mouseClick(dialog.use, LEFT)
    assert seen == [("a1", FixSpeaker(SAID, "Bo Lund"))]


def test_a_name_can_be_typed(pane: ReadingPane) -> None:
    seen = record(pane.stated)
    QTest.mouseClick(pane.text.viewport(), LEFT, NONE, point(pane, "all of it"))
    QTest.keyClick(pane.text, KEY.Key_W)
    dialog = opened(VoiceDialog)
    assert dialog.name.isHidden()
    QTest.keyClick(dialog.speaker, KEY.Key_End)
    assert dialog.focusWidget() is dialog.name
    QTest.keyClicks(dialog.name, " Eva  Dahl ")
    QTest.keyClick(dialog.name, KEY.Key_Return)
    assert seen == [("a1", FixSpeaker(SAID, "Eva Dahl"))]


def test_nobody_may_be_named(pane: ReadingPane) -> None:
    seen = record(pane.stated)
    pane.menu.ask_voice(SAID)
    dialog = opened(VoiceDialog)
    dialog.speaker.setCurrentIndex(dialog.speaker.findText("No one named"))
    dialog.accept()
    assert seen == [("a1", FixSpeaker(SAID, ""))]


def test_a_quotation_is_taken_away_with_the_keys(pane: ReadingPane, qtbot: QtBot) -> None:
    seen = record(pane.stated)
    QTest.mouseClick(pane.text.viewport(), LEFT, NONE, point(pane, "all of it"))
    QTest.keyClick(pane.text, KEY.Key_W)
    dialog = opened(VoiceDialog)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.choice(Voice.QUOTED).hasFocus)
    QTest.keyClick(dialog.choice(Voice.QUOTED), KEY.Key_Up)
    assert dialog.voice is Voice.OWN
    assert not dialog.speaker.isEnabled()
    QTest.keyClick(dialog, KEY.Key_Return)
    assert seen == [("a1", FixVoice(SAID, Voice.OWN, ""))]


def test_selected_words_are_given_to_a_speaker(pane: ReadingPane) -> None:
    seen = record(pane.stated)
    drag(pane, "his", "rivals")
    QTest.keyClick(pane.text, KEY.Key_W)
    dialog = opened(VoiceDialog)
    assert dialog.voice is Voice.OWN
    QTest.mouseClick(dialog.choice(Voice.QUOTED), LEFT, NONE, QPoint(20, 10))
    assert dialog.chosen_name == "Ada Berg"
    QTest.mouseClick(dialog.use, LEFT)
    (told,) = seen
    assert told == ("a1", FixVoice(span_of("his rivals"), Voice.QUOTED, "Ada Berg"))


def test_nothing_changed_states_nothing_and_escape_closes(pane: ReadingPane) -> None:
    seen = record(pane.stated)
    pane.menu.ask_voice(SAID)
    opened(VoiceDialog).accept()
    pane.menu.ask_voice(span_of("lashed out"))
    opened(VoiceDialog).accept()
    pane.menu.ask_voice(SAID)
    QTest.keyClick(opened(VoiceDialog), KEY.Key_Escape)
    assert seen == []
    assert none_opened()


@needs_no_grab
def test_what_was_stated_is_taken_back_in_dialog_and_menu(pane: ReadingPane) -> None:
    analysis = spoken(StatedVoice(SAID, None, "Ada Berg"))
    pane.show_article(marked_article(), analysis, BADGE, "harbor.txt")
    seen = record(pane.stated)
    pane.menu.ask_voice(SAID)
    dialog = opened(VoiceDialog)
    assert dialog.reset.isVisible()
    QTest.mouseClick(dialog.reset, LEFT)
    ask_menu(pane, "all of it", "Voice as found")
    assert seen == [("a1", ResetVoice(SAID))] * 2


def test_what_the_user_stated_has_flags_in_the_text(pane: ReadingPane) -> None:
    before = pane.text.grab().toImage()
    analysis = spoken(StatedVoice(SAID, None, "Ada Berg"))
    pane.show_article(marked_article(), analysis, BADGE, "harbor.txt")
    flagged = pane.text.grab().toImage()
    assert flagged != before
    mark = replace(analysis.loaded[2], by_user=True)
    marks = (*analysis.loaded[:2], mark, *analysis.loaded[3:])
    pane.show_article(marked_article(), replace(analysis, loaded=marks), BADGE, "harbor.txt")
    assert pane.text.grab().toImage() != flagged


def test_very_long_words_are_cut_in_a_dialog(pane: ReadingPane) -> None:
    dialog = MarkDialog(SAID, "x " * 5000, pane)
    assert len(dialog.words.text()) < 200
    dialog.close()


def test_the_ledger_stands_in_the_explanation_with_the_quotations(page: ArticlePage) -> None:
    page.open_explanation()
    QTest.mouseClick(page.explain.tabs.tab(VOICES_TAB), LEFT)
    assert page.explain.ledger.isVisible()
    assert page.explain.head.isHidden()
    assert page.explain.ledger.cells(Voice.QUOTED)[:2] == ("5", "16 %")
    assert page.explain.ledger.cells(Voice.UNCLEAR)[-1] == "–"
    assert [row.words for row in page.explain.list.rows.rows] == ["utter folly 🎭, all of it"]
    assert "kappa 0.80 to 0.85" in page.explain.agreement.words.text()


def test_a_speaker_is_named_from_the_list_of_quotations(page: ArticlePage) -> None:
    seen = record(page.stated)
    page.open_explanation()
    page.explain.tabs.open(VOICES_TAB)
    page.explain.list.setFocus()
    QTest.keyClick(page.explain.list, KEY.Key_Down)
    QTest.keyClick(page.explain.list, KEY.Key_W)
    dialog = opened(VoiceDialog)
    dialog.speaker.setCurrentIndex(dialog.speaker.findText("Bo Lund"))
    dialog.accept()
    assert seen == [("a1", FixSpeaker(SAID, "Bo Lund"))]


def test_an_unclear_passage_is_given_to_its_speaker_with_one_key(pane: ReadingPane) -> None:
    unclear = Quotation(SAID, QuotationKind.UNCLEAR, (), Speaker("Ada Berg"), sentence=4)
    passage = Passage(SAID, Voice.UNCLEAR, "Ada Berg", unclear)
    dialog = VoiceDialog(passage, "utter folly", ["Ada Berg"], pane)
    seen = record(dialog.stated)
    assert dialog.voice is Voice.INDIRECT
    dialog.accept()
    assert seen == [(FixVoice(SAID, Voice.INDIRECT, "Ada Berg"),)]


def test_your_changes_are_listed_and_each_is_undone(page: ArticlePage) -> None:
    page.open_explanation()
    page.explain.tabs.open(CHANGES_TAB)
    assert "changed nothing" in page.explain.empty.text()
    analysis = spoken(StatedVoice(SAID, None, "Ada Berg"))
    page.show_article(marked_article(), analysis, BADGE, "harbor.txt", spoken())
    assert page.explain.count.text() == "1 change"
    seen = record(page.stated)
    QTest.keyClick(page.explain.list, KEY.Key_Down)
    QTest.keyClick(page.explain.list, KEY.Key_Delete)
    QTest.mouseClick(page.explain.reset, LEFT)
    assert seen == [("a1", ResetVoice(SAID))] * 2


def test_an_open_wording_says_what_would_change_the_number(page: ArticlePage) -> None:
    page.open_explanation()
    page.explain.tabs.open(OWN_TAB)
    assert page.explain.agreement.share.text() == "78.5 %"
    page.explain.show_span(span_of("lashed out"))
    row = page.explain.list.current
    assert row is not None
    assert "Without these two words the rate would be 3.3" in row.change
    said = page.explain.list.rows.data(page.explain.list.currentIndex())
    assert isinstance(said, str)
    assert row.change in said


def test_a_text_in_another_language_has_a_notice_in_place_of_counts(pane: ReadingPane) -> None:
    french = replace(spoken(), language="fr", loaded=())
    pane.show_article(marked_article(), french, BADGE, "harbor.txt")
    assert pane.details.notice.isVisible()
    assert pane.details.notice.text().startswith("This text is in French:")
    assert pane.details.counts.isHidden()
    pane.details.show_parts(counts=True)
    assert pane.details.counts.isHidden()
    pane.text.choose_words(span_of("his rivals"))
    QTest.keyClick(pane.text, KEY.Key_L)
    assert none_opened(), "loaded wording is a matter of English texts"
    QTest.keyClick(pane.text, KEY.Key_W)
    opened(VoiceDialog).reject()
    pane.show_article(marked_article(), spoken(), BADGE, "harbor.txt")
    assert pane.details.notice.isHidden()
    assert pane.details.counts.isVisible()
