"""The menu of an article's text, and what the user states there of words, voices and speakers."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QToolTip

from desktop.core.analysis.passages import (
    Passage,
    chosen_passage,
    known_speakers,
    markable,
    passage_at,
)
from desktop.core.model.analyses import Analysis, LoadedSpan
from desktop.core.model.articles import Article, Block
from desktop.core.model.spans import Span
from desktop.core.text.languages import is_english
from desktop.ui.controls.labels import plain_tooltip
from desktop.ui.panels.reading_text import ReadingText
from desktop.ui.panels.state_dialogs import MarkDialog, StateDialog, VoiceDialog
from desktop.ui.statements import (
    ConfirmVoice,
    ConfirmWording,
    KeepBlock,
    ResetVoice,
    SetApartBlock,
    UnmarkWording,
)
from desktop.ui.words import not_scored

MARK_KEY, VOICE_KEY = "L", "W"


class ReadingMenu(QObject):
    """Offers what can be done with the words at a place; `stated` tells what was stated.

    `text_wanted` asks to correct the text itself.
    """

    stated = Signal(object)
    toggled = Signal(LoadedSpan)
    text_wanted = Signal()

    def __init__(self, text: ReadingText) -> None:
        super().__init__(text)
        self._text = text
        self._article: Article | None = None
        self._analysis: Analysis | None = None
        text.menu_wanted.connect(self._show)

    def show_article(self, article: Article, analysis: Analysis) -> None:
        """Work on another article, or on the same one after a correction."""
        self._article, self._analysis = article, analysis

    def ask_mark(self) -> None:
        """Ask for the kind of the words that are chosen, to mark them as loaded."""
        span = self.wording
        if span is not None and self._article is not None:
            self._open(MarkDialog(span, span.of(self._article.text), self._text.window()))
        elif self._analysis is not None and not is_english(self._analysis.language):
            self._hint(not_scored(self._analysis.language))
        elif self._article is not None:
            self._hint(self.tr("Select words inside one sentence that are not marked yet."))

    def ask_voice(self, span: Span | None = None) -> None:
        """Ask whose words a passage is: that at a span, else what is chosen or at the caret."""
        if self._analysis is None:
            return
        if span is None:
            passage = self._passage(self._text.caret)
        else:
            passage = passage_at(self._analysis, span.start)
        if passage is not None:
            self._ask(passage)
        else:
            self._hint(self.tr("Select words of the text, or put the caret into a sentence."))

    @property
    def wording(self) -> Span | None:
        """Return the chosen words where they can be marked as loaded."""
        if self._article is None or self._analysis is None:
            return None
        return markable(self._article.text, self._analysis, self._text.chosen_span())

    def _passage(self, position: int | None) -> Passage | None:
        if self._article is None or self._analysis is None:
            return None
        chosen = self._text.chosen_span()
        if chosen is not None:
            return chosen_passage(self._article.text, self._analysis, chosen)
        return None if position is None else passage_at(self._analysis, position)

    def _ask(self, passage: Passage) -> None:
        if self._article is None or self._analysis is None:
            return
        words = passage.span.of(self._article.text)
        speakers = known_speakers(self._analysis)
        self._open(VoiceDialog(passage, words, speakers, self._text.window()))

    def _open(self, dialog: StateDialog) -> None:
        dialog.stated.connect(self.stated)
        dialog.finished.connect(self._text.setFocus)
        dialog.open()

    def _hint(self, words: str) -> None:
        caret = self._text.viewport().mapToGlobal(self._text.cursorRect().bottomLeft())
        QToolTip.showText(caret, plain_tooltip(words), self._text)

    # The menu

    def _show(self, block: Block | None, at: QPoint) -> None:
        menu = QMenu(self._text)
        copy = menu.addAction(self.tr("Copy"), self._text.copy)
        copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        copy.setEnabled(self._text.textCursor().hasSelection())
        menu.addAction(self.tr("Select all"), self._text.selectAll)
        self._add_wording(menu)
        if block is not None and block.scored:
            self._add_voice(menu, self._text.position_at(at))
        if block is not None:
            self._add_block(menu, block)
        menu.addSeparator()
        menu.addAction(self.tr("Correct text…"), self.text_wanted.emit)
        menu.exec(at)
        menu.deleteLater()

    def _add_wording(self, menu: QMenu) -> None:
        loaded = self._text.current
        if loaded is not None or self._text.textCursor().hasSelection():
            menu.addSeparator()
        if self._text.textCursor().hasSelection():
            mark = menu.addAction(self.tr("Mark as loaded wording…"), self.ask_mark)
            _show_key(mark, MARK_KEY)
            mark.setEnabled(self.wording is not None)
        if loaded is None:
            return
        if loaded.by_user:
            menu.addAction(
                self.tr("Remove your mark"), partial(self.stated.emit, UnmarkWording(loaded.span))
            )
            return
        words = self.tr("Count again") if loaded.ignored else self.tr("Not loaded here")
        menu.addAction(words, partial(self.toggled.emit, loaded))
        if not loaded.ignored:
            right = ConfirmWording(loaded.span)
            menu.addAction(self.tr("Rightly marked"), partial(self.stated.emit, right))

    def _add_voice(self, menu: QMenu, position: int | None) -> None:
        passage = self._passage(position)
        if passage is None:
            return
        menu.addSeparator()
        action = menu.addAction(self.tr("Whose words are these…"), partial(self._ask, passage))
        _show_key(action, VOICE_KEY)
        if passage.stated is not None:
            reset = ResetVoice(passage.stated.span)
            menu.addAction(self.tr("Voice as found"), partial(self.stated.emit, reset))
        elif passage.quotation is not None:
            right = ConfirmVoice(passage.quotation.span)
            words = self.tr("Voice and speaker are right")
            menu.addAction(words, partial(self.stated.emit, right))

    def _add_block(self, menu: QMenu, block: Block) -> None:
        menu.addSeparator()
        if block.scored:
            words, statement = self.tr("Set this paragraph apart"), SetApartBlock(block.span)
        else:
            words, statement = self.tr("Keep this paragraph"), KeepBlock(block.span)
        menu.addAction(words, partial(self.stated.emit, statement))


def _show_key(action: QAction, key: str) -> None:
    action.setShortcut(QKeySequence(key))
    action.setShortcutVisibleInContextMenu(True)
