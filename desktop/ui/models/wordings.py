"""Rows of the explanation of a number: loaded wordings or tone words, in text order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from desktop.core.model.analyses import Analysis, LoadedSpan, ToneWord, Voice
from desktop.core.model.articles import Article
from desktop.core.model.spans import Span
from desktop.ui.labels import category_label, voice_word
from desktop.ui.models.effects import tone_effects, wording_effects
from desktop.ui.paint.wordings import WordingRow
from desktop.ui.statements import CountWording, Statement, UnmarkWording
from desktop.ui.words import tone_number

_CONTEXT_BEFORE, _CONTEXT_AFTER = 150, 400

Index: TypeAlias = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Context:
    """A sentence, or the part of a long one round some words; `shift` maps the article to it."""

    text: str
    shift: int


def sentence_context(text: str, sentence: Span, words: Span) -> Context:
    """Return a sentence as one line, cut with an ellipsis where it is long before the words.

    >>> sentence_context("One. Two again.", Span(5, 15), Span(9, 14))
    Context(text='Two again.', shift=5)
    """
    start = min(sentence.start, words.start)
    end = min(max(sentence.end, words.end), words.end + _CONTEXT_AFTER)
    if words.start - start <= _CONTEXT_BEFORE:
        return Context(text[start:end].replace("\n", " "), start)
    early = words.start - _CONTEXT_BEFORE
    blank = text.find(" ", early, words.start)
    cut = early if blank < 0 else blank + 1
    return Context("…" + text[cut:end].replace("\n", " "), cut - 1)


def counted_wordings(analysis: Analysis) -> tuple[LoadedSpan, ...]:
    """Return the loaded wordings of scored sentences, in text order, ignored ones too."""
    found = [one for one in analysis.loaded if analysis.sentence(one.sentence).scored]
    return tuple(sorted(found, key=lambda one: one.span))


def wording_rows(article: Article, analysis: Analysis, voice: Voice) -> tuple[WordingRow, ...]:
    """Return the loaded wordings of the own voice, or of quoted voices with indirect reports."""
    wanted = {Voice.OWN} if voice is Voice.OWN else set(Voice) - {Voice.OWN}
    effects = wording_effects(article, analysis)
    return tuple(
        _wording_row(article, analysis, one, effects.of(one))
        for one in counted_wordings(analysis)
        if one.voice in wanted
    )


def tone_rows(article: Article, analysis: Analysis) -> tuple[WordingRow, ...]:
    """Return the words that move the tone of scored sentences."""
    effects = tone_effects(article, analysis)
    return tuple(
        _tone_row(article, analysis, one, effects.of(one))
        for one in sorted(analysis.tone_words, key=lambda word: word.span)
        if analysis.sentence(one.sentence).scored
    )


def wording_reason(loaded: LoadedSpan) -> str:
    """Return why a wording is marked, with the plainer word if there is one, or that it is not."""
    translate = QCoreApplication.translate
    if loaded.ignored:
        return translate("wordings", "Ignored by you. It no longer counts.")
    if loaded.by_user:
        return translate("wordings", "Marked by you as loaded.")
    if loaded.plainer:
        plainer = translate("wordings", "Plainer: “{words}”.").format(words=loaded.plainer)
        return f"{loaded.reason} {plainer}"
    return loaded.reason


def _wording_row(
    article: Article, analysis: Analysis, loaded: LoadedSpan, change: str
) -> WordingRow:
    sentence = analysis.sentence(loaded.sentence)
    kind = category_label(loaded.category)
    around = sentence_context(article.text, sentence.span, loaded.span)
    in_no_rate = loaded.voice in (Voice.INDIRECT, Voice.UNCLEAR)
    by_you = QCoreApplication.translate("wordings", "by you") if loaded.by_user else ""
    chips = (kind, voice_word(loaded.voice) if in_no_rate else "", by_you)
    return WordingRow(
        span=loaded.span,
        voice=loaded.voice,
        number=loaded.sentence,
        sentence=sentence.span,
        context=around.text,
        at=loaded.span.shifted(-around.shift),
        words=" ".join(loaded.span.of(article.text).split()),
        chips=tuple(filter(None, chips)),
        reason=wording_reason(loaded),
        is_ignored=loaded.ignored,
        change=change,
        can_restate=True,
        undo=_undo(loaded),
    )


def _undo(loaded: LoadedSpan) -> Statement | None:
    if loaded.ignored:
        return CountWording(loaded.span)
    return UnmarkWording(loaded.span) if loaded.by_user else None


def _tone_row(article: Article, analysis: Analysis, word: ToneWord, change: str) -> WordingRow:
    translate = QCoreApplication.translate
    sentence = analysis.sentence(word.sentence)
    around = sentence_context(article.text, sentence.span, word.span)
    critical = translate("wordings", "Moves its sentence towards critical.")
    favorable = translate("wordings", "Moves its sentence towards favorable.")
    return WordingRow(
        span=word.span,
        voice=word.voice,
        number=word.sentence,
        sentence=sentence.span,
        context=around.text,
        at=word.span.shifted(-around.shift),
        words=" ".join(word.span.of(article.text).split()),
        chips=(tone_number(word.polarity), voice_word(word.voice)),
        reason=critical if word.polarity < 0 else favorable,
        can_ignore=False,
        change=change,
    )


class WordingModel(QAbstractListModel):
    """Answers for the rows of the list; the words read out hold number, words, kind, reason."""

    ROW = Qt.ItemDataRole.UserRole

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[WordingRow, ...] = ()

    @property
    def rows(self) -> tuple[WordingRow, ...]:
        """Return the rows shown."""
        return self._rows

    def show_rows(self, rows: Sequence[WordingRow]) -> None:
        """Show rows in place of those before."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_of(self, span: Span) -> int | None:
        """Return the row of a span, else the first of the sentence that holds it, else None."""
        exact = (nth for nth, row in enumerate(self._rows) if row.span == span)
        near = (nth for nth, row in enumerate(self._rows) if row.sentence == span)
        return next(exact, next(near, None))

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._said(row)
        return row if role == self.ROW else None

    def _said(self, row: WordingRow) -> str:
        words = self.tr("Sentence {number}: “{words}”, {chips}. {reason}")
        said = words.format(
            number=row.number, words=row.words, chips=", ".join(row.chips), reason=row.reason
        )
        return f"{said} {row.change}" if row.change else said
