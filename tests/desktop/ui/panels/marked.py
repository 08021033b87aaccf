"""A small article with marks in every voice, emoji before most of them, and a folded block."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import SignalInstance

from desktop.core.model.analyses import (
    Analysis,
    Category,
    Ledger,
    LoadedSpan,
    Quotation,
    QuotationKind,
    Rate,
    Sentence,
    SentenceVoice,
    ToneWord,
    Voice,
    VoiceFigures,
)
from desktop.core.model.articles import (
    SCORED_KINDS,
    Article,
    Block,
    BlockKind,
    Metadata,
    Origin,
    Stated,
)
from desktop.core.model.spans import Span
from desktop.services.badges import OutletBadge

BADGE = OutletBadge("Harbor Times", "HT", 0)
LINES = (
    (BlockKind.HEADLINE, "Mayor slams harbor plan 🚢 again"),
    (BlockKind.STANDFIRST, "Critics 😀 call it “madness”"),
    (BlockKind.BYLINE, "By Ada Berg"),
    (
        BlockKind.BODY,
        "The mayor 😀 lashed out at his rivals. He called it “utter folly 🎭, all of it”.",
    ),
    (BlockKind.RELATED, "Read also: ten <b>harbors</b> to visit"),
    (BlockKind.BODY, "Officials claimed that the harbor was hardly safe."),
)
TEXT = "\n\n".join(line for _, line in LINES)


def span_of(words: str, text: str = TEXT) -> Span:
    """Return where words stand first in a text."""
    start = text.index(words)
    return Span(start, start + len(words))


def marked_article(**known: Stated[object]) -> Article:
    """Return the article with its title, its author from the text and what else is known."""
    metadata = Metadata(
        title=Stated(LINES[0][1], Origin.TEXT, span_of(LINES[0][1]), 1.0),
        outlet=Stated("Harbor Times", Origin.SIDECAR, None, 1.0),
        authors=Stated(("Ada Berg",), Origin.TEXT, span_of("Ada Berg"), 0.9),
        language=Stated("en", Origin.TEXT, None, 0.9),
    )
    return Article("a1", TEXT, replace(metadata, **known))


def loaded(words: str, voice: Voice, sentence: int, text: str = TEXT) -> LoadedSpan:
    """Return a marked wording."""
    reason = f"“{words}” judges where a plain word exists."
    span = span_of(words, text)
    return LoadedSpan(span, Category.EMOTIVE_VERB, 1.0, voice, reason, None, "test", sentence)


def analysis_of(text: str, lines: Sequence[tuple[BlockKind, str]]) -> Analysis:
    """Return an analysis with one sentence a block and nothing marked."""
    blocks, sentences, at = list[Block](), list[Sentence](), 0
    for nth, (kind, line) in enumerate(lines):
        at = text.index(line, at)
        span = Span(at, at + len(line))
        at = span.end
        blocks.append(Block(span, kind, kind in SCORED_KINDS))
        voice = SentenceVoice.OWN
        scored = kind in SCORED_KINDS
        sentences.append(Sentence(span, nth + 1, nth, scored, voice, 0.0, 0.0))
    own = VoiceFigures(60, Rate(5.0, 3, 60, 1.0, 9.0), Rate(-0.2, 4, 60, -0.4, 0.1))
    quoted = VoiceFigures(7, Rate(None, 2, 7), Rate(None, 1, 7))
    return Analysis(
        "a1",
        tuple(blocks),
        tuple(sentences),
        (),
        (),
        (),
        (),
        (),
        (),
        Ledger(60, 7, 0, 0),
        own,
        quoted,
    )


def marked_analysis() -> Analysis:
    """Return the analysis of the article: three own, two quoted, one indirect."""
    found = (
        loaded("slams", Voice.OWN, 1),
        loaded("madness", Voice.QUOTED, 2),
        loaded("lashed out", Voice.OWN, 4),
        loaded("utter folly 🎭", Voice.QUOTED, 4),
        loaded("claimed", Voice.OWN, 6),
        loaded("hardly safe", Voice.INDIRECT, 6),
    )
    said = span_of("“utter folly 🎭, all of it”")
    words = (ToneWord(span_of("folly"), -0.5, Voice.QUOTED, 4),)
    return replace(
        analysis_of(TEXT, LINES),
        loaded=found,
        quotations=(Quotation(said, QuotationKind.DIRECT, (said,)),),
        tone_words=words,
    )


def record(signal: SignalInstance) -> list[tuple[object, ...]]:
    """Return a list that fills with what a signal carries."""
    seen = list[tuple[object, ...]]()

    def keep(*values: object) -> None:
        seen.append(values)

    signal.connect(keep)
    return seen


def with_ignored(analysis: Analysis, words: str) -> Analysis:
    """Return an analysis as it is once the user has ignored a wording."""
    span = span_of(words)
    marked = [replace(one, ignored=one.ignored or one.span == span) for one in analysis.loaded]
    before = analysis.own.loaded
    rate = replace(before, count=before.count - 1, value=100 * (before.count - 1) / before.words)
    return replace(analysis, loaded=tuple(marked), own=replace(analysis.own, loaded=rate))
