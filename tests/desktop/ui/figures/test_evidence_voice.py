"""Whose words the evidence shows: that of the words meant, not of the whole sentence."""

from __future__ import annotations

from dataclasses import replace

from desktop.core.model.analyses import Quotation, QuotationKind, Voice
from desktop.core.model.comparisons import Place
from desktop.core.model.spans import Span
from desktop.ui.figures.evidence import find_evidence
from desktop.ui.figures.outlets import OutletColumn, outlet_columns
from tests.desktop.ui.made_event import made_event

COLUMN = next(c for c in outlet_columns(made_event()) if c.article.id == "n")


def voice_of(quotation: Quotation, words: Span) -> Voice:
    analysis = replace(COLUMN.analysis, quotations=(quotation,), loaded=())
    column = OutletColumn(COLUMN.article, analysis, COLUMN.badge)
    found = find_evidence(column, Place("n", words))
    assert found is not None
    return found.voice


def sentence() -> Span:
    return COLUMN.analysis.sentences[1].span


def test_words_of_an_indirect_report_are_indirect() -> None:
    said = Span(sentence().start + 10, sentence().end)
    quotation = Quotation(said, QuotationKind.INDIRECT, sentence=2)
    assert voice_of(quotation, Span(said.start + 2, said.start + 8)) is Voice.INDIRECT
    assert voice_of(quotation, Span(sentence().start, sentence().start + 6)) is Voice.OWN


def test_words_in_marks_are_quoted() -> None:
    said = Span(sentence().start + 10, sentence().end)
    quotation = Quotation(said, QuotationKind.DIRECT, (said,), sentence=2)
    assert voice_of(quotation, Span(said.start + 2, said.start + 8)) is Voice.QUOTED


def test_scare_quotes_stay_in_the_own_voice() -> None:
    said = Span(sentence().start + 10, sentence().start + 20)
    quotation = Quotation(said, QuotationKind.SCARE, (said,), sentence=2)
    assert voice_of(quotation, said) is Voice.OWN
