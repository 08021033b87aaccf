"""Rows of the explanation on voices: an article's quotations, and all that the user changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from desktop.core.model.analyses import (
    Analysis,
    LoadedSpan,
    Quotation,
    QuotationKind,
    Sentence,
    StatedVoice,
    Voice,
)
from desktop.core.model.articles import Article, Block
from desktop.core.model.spans import Span
from desktop.ui.labels import block_label, category_label, voice_word
from desktop.ui.models.wordings import sentence_context
from desktop.ui.paint.wordings import WordingRow
from desktop.ui.statements import (
    CountWording,
    KeepBlock,
    ResetVoice,
    SetApartBlock,
    Statement,
    UnmarkWording,
)

_MOST_WORDS, _MOST_NAME = 200, 24
_MARKS = "“”\"‘’'«»„"


def _tr(words: str) -> str:
    return QCoreApplication.translate("statements", words)


def quotation_rows(article: Article, analysis: Analysis) -> tuple[WordingRow, ...]:
    """Return the quotations of scored sentences with who says them, in text order."""
    return tuple(
        _quotation_row(article, analysis, one)
        for one in analysis.quotations
        if one.kind is not QuotationKind.SCARE and analysis.sentence(one.sentence).scored
    )


def _quotation_row(article: Article, analysis: Analysis, quotation: Quotation) -> WordingRow:
    stated = next((one for one in reversed(analysis.stated) if _is_on(one, quotation.span)), None)
    speaker = quotation.speaker.name if quotation.speaker else ""
    chips = (kind_label(quotation.kind), _name_chip(speaker))
    row = _row(article, analysis.sentence(quotation.sentence), quotation.span)
    return replace(
        row,
        voice=voice_of(quotation.kind),
        chips=(*chips, _tr("by you")) if stated else chips,
        reason=_attributed(article, quotation),
        undo=ResetVoice(stated.span) if stated else None,
        can_restate=True,
    )


def _name_chip(name: str) -> str:
    if len(name) > _MOST_NAME:
        return f"{name[: _MOST_NAME - 1].rstrip()}…"
    return name or _tr("no one named")


def _is_on(stated: StatedVoice, span: Span) -> bool:
    return stated.voice is not Voice.OWN and 2 * stated.span.overlap(span) >= len(span)


def voice_of(kind: QuotationKind) -> Voice:
    """Return the voice that a kind of quotation is drawn in."""
    unmarked = {
        QuotationKind.INDIRECT: Voice.INDIRECT,
        QuotationKind.UNCLEAR: Voice.UNCLEAR,
    }
    return unmarked.get(kind, Voice.QUOTED)


def kind_label(kind: QuotationKind) -> str:
    """Return the name of a kind of quotation as a chip says it."""
    return {
        QuotationKind.DIRECT: _tr("quotation"),
        QuotationKind.MIXED: _tr("partly quoted"),
        QuotationKind.INDIRECT: _tr("indirect report"),
        QuotationKind.SCARE: _tr("scare quote"),
        QuotationKind.UNCLEAR: _tr("unclear voice"),
    }[kind]


def _attributed(article: Article, quotation: Quotation) -> str:
    if quotation.verb is None:
        return _tr("No report verb was found.") if quotation.speaker else ""
    words = " ".join(quotation.verb.span.of(article.text).split())
    if quotation.kind is QuotationKind.UNCLEAR:
        open_ = _tr("Told with “{verb}”: the text leaves open whose words these are.")
        return open_.format(verb=words)
    return _tr("Reported with “{verb}”: {rung}.").format(verb=words, rung=quotation.verb.rung.value)


def change_rows(
    article: Article, analysis: Analysis, found: Analysis | None = None
) -> tuple[WordingRow, ...]:
    """Return what the user changed in an article, in text order; blocks need what was found."""
    if not analysis.sentences:
        return ()
    rows = [
        *_wording_changes(article, analysis),
        *(_voice_change(article, analysis, one) for one in analysis.stated),
        *_block_changes(article, analysis, found),
    ]
    return tuple(sorted(rows, key=lambda row: row.span))


def _wording_changes(article: Article, analysis: Analysis) -> Iterator[WordingRow]:
    for one in analysis.loaded:
        if one.ignored or one.by_user:
            yield _wording_change(article, analysis, one)


def _wording_change(article: Article, analysis: Analysis, one: LoadedSpan) -> WordingRow:
    undo: Statement = CountWording(one.span) if one.ignored else UnmarkWording(one.span)
    ignored, marked = _tr("Ignored by you."), _tr("Marked by you as loaded.")
    row = _row(article, analysis.sentence(one.sentence), one.span)
    return replace(
        row,
        voice=one.voice,
        chips=(category_label(one.category),),
        reason=ignored if one.ignored else marked,
        undo=undo,
        is_ignored=one.ignored,
        is_marked=True,
    )


def _voice_change(article: Article, analysis: Analysis, one: StatedVoice) -> WordingRow:
    voice = one.voice or Voice.QUOTED
    chips = [voice_word(one.voice)] if one.voice else [_tr("speaker")]
    if one.voice is not Voice.OWN:
        chips.append(_name_chip(one.speaker))
    return replace(
        _row(article, _sentence_at(analysis, one.span), one.span),
        voice=voice,
        chips=tuple(chips),
        reason=_tr("Voice stated by you.") if one.voice else _tr("Speaker named by you."),
        undo=ResetVoice(one.span),
        can_restate=True,
    )


def _block_changes(
    article: Article, analysis: Analysis, found: Analysis | None
) -> Iterator[WordingRow]:
    for before, now in zip(found.blocks if found else (), analysis.blocks, strict=False):
        if before.scored != now.scored and before.span == now.span:
            yield _block_change(article, analysis, now)


def _block_change(article: Article, analysis: Analysis, block: Block) -> WordingRow:
    kept, apart = _tr("Kept by you: it counts."), _tr("Set apart by you: it does not count.")
    span = Span(block.span.start, min(block.span.end, block.span.start + _MOST_WORDS))
    undo: Statement = SetApartBlock(block.span) if block.scored else KeepBlock(block.span)
    return replace(
        _row(article, _sentence_at(analysis, block.span), span),
        voice=Voice.OWN if block.scored else Voice.UNCLEAR,
        chips=(block_label(block.kind).lower(),),
        reason=kept if block.scored else apart,
        undo=undo,
    )


def _sentence_at(analysis: Analysis, span: Span) -> Sentence:
    """Return the sentence that a span begins in, else the one nearest after it."""
    after = (one for one in analysis.sentences if one.span.end > span.start)
    return next(after, analysis.sentences[-1])


def _row(article: Article, sentence: Sentence, span: Span) -> WordingRow:
    """Return the row of a passage, to be filled in: no wording, and nothing to ignore."""
    around = sentence_context(article.text, sentence.span, span)
    words = " ".join(span.of(article.text)[:_MOST_WORDS].split())
    return WordingRow(
        span=span,
        voice=Voice.OWN,
        number=sentence.number,
        sentence=sentence.span,
        context=around.text,
        at=span.shifted(-around.shift),
        words=words.strip(_MARKS) or words,
        chips=(),
        reason="",
        can_ignore=False,
        is_marked=False,
    )
