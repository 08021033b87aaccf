"""Articles made of sentences, with the least analysis that a view needs."""

from __future__ import annotations

from desktop.core.model.analyses import (
    Analysis,
    Ledger,
    Rate,
    Sentence,
    SentenceVoice,
    VoiceFigures,
)
from desktop.core.model.articles import Article, Block, BlockKind
from desktop.core.model.spans import Span

NO_RATE = VoiceFigures(0, Rate(None, 0, 0), Rate(None, 0, 0))


def read(article_id: str, *sentences: str) -> tuple[Article, Analysis]:
    text, spans, at = " ".join(sentences), list[Span](), 0
    for sentence in sentences:
        spans.append(Span(at, at + len(sentence)))
        at += len(sentence) + 1
    rows = tuple(
        Sentence(span, number, 0, True, SentenceVoice.OWN, 0.0, 0.0)
        for number, span in enumerate(spans, start=1)
    )
    block = Block(Span(0, len(text)), BlockKind.BODY, scored=True)
    analysis = Analysis(
        article_id, (block,), rows, (), (), (), (), (), (), Ledger(0, 0, 0, 0), NO_RATE, NO_RATE
    )
    return Article(article_id, text), analysis
