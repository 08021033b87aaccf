"""An analysis as the user corrected it: blocks, voices, speakers, wordings out and in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from desktop.core.analysis.articles import analyze_blocks
from desktop.core.analysis.figures import article_figures
from desktop.core.analysis.stated import StatedVoices
from desktop.core.framing.ledger import sentence_ledger
from desktop.core.model.analyses import Analysis, LoadedSpan, Sentence, StatedVoice
from desktop.core.model.articles import Article, Block
from desktop.core.model.corrections import Corrections, MarkedWording
from desktop.core.model.lexicons import Lexicons
from desktop.core.model.voices import VoiceMap
from desktop.core.wording.loadedness import loadedness_with, loadedness_without

USER_ENTRY = "user/marked"
_REASON = "Marked by you."


def with_corrections(
    article: Article, analysis: Analysis, corrections: Corrections, lexicons: Lexicons
) -> Analysis:
    """Return the analysis with the user's decisions applied and every figure counted anew.

    Decisions on spans that the analysis does not have are passed over. An article with kept blocks
    or stated voices is read again: quotations, names and report verbs are looked for in scored
    blocks only, and tone and wording follow whose words are whose.

    Args:
        article: The article.
        analysis: Its analysis, without corrections.
        corrections: The user's decisions.
        lexicons: The word lists.
    """
    if corrections == Corrections():
        return analysis
    kept = tuple(_kept(block, corrections) for block in analysis.blocks)
    stated = StatedVoices(article.text, _inside(article, corrections))
    if kept != analysis.blocks or stated.stated:
        analysis = analyze_blocks(article, kept, lexicons, redraws=0, revise=stated.revise)
    blocks = tuple(_set_apart(block, corrections) for block in kept)
    before, loaded = analysis.loaded, _loaded(analysis, corrections)
    sentences = _sentences(analysis.sentences, blocks, before, loaded)
    voices = VoiceMap(analysis.quotations)
    ledgers = [sentence_ledger(article.text, sentence.span, voices) for sentence in sentences]
    figures = article_figures(sentences, ledgers, loaded, language=analysis.language)
    return replace(
        analysis,
        blocks=blocks,
        sentences=sentences,
        loaded=loaded,
        ledger=figures.ledger,
        own=figures.own,
        quoted=figures.quoted,
        stated=stated.holding(analysis.quotations),
    )


def _inside(article: Article, corrections: Corrections) -> tuple[StatedVoice, ...]:
    return tuple(one for one in corrections.voices if one.span.end <= len(article.text))


def _kept(block: Block, corrections: Corrections) -> Block:
    return replace(block, scored=True) if block.span in corrections.kept else block


def _set_apart(block: Block, corrections: Corrections) -> Block:
    is_apart = block.span in corrections.set_apart and block.span not in corrections.kept
    return replace(block, scored=False) if is_apart else block


def _loaded(analysis: Analysis, corrections: Corrections) -> tuple[LoadedSpan, ...]:
    """Return the wordings found and marked, in text order; a mark takes the place of others."""
    voices = VoiceMap(analysis.quotations)
    marked = [
        found
        for one in corrections.marked
        if (found := _marked(analysis.sentences, voices, one)) is not None
    ]
    found = [
        one for one in analysis.loaded if not any(mark.span.overlap(one.span) for mark in marked)
    ]
    return tuple(
        replace(one, ignored=True) if one.span in corrections.ignored else one
        for one in sorted((*found, *marked), key=lambda one: one.span)
    )


def _marked(
    sentences: Sequence[Sentence], voices: VoiceMap, one: MarkedWording
) -> LoadedSpan | None:
    """Return a wording that the user marked, in the sentence that holds most of it."""
    shared = max(sentences, key=lambda each: each.span.overlap(one.span), default=None)
    if shared is None or not shared.span.overlap(one.span):
        return None
    return LoadedSpan(
        one.span,
        one.category,
        one.weight,
        voices.voice_of(one.span),
        _REASON,
        None,
        USER_ENTRY,
        shared.number,
        by_user=True,
    )


def _sentences(
    sentences: Iterable[Sentence],
    blocks: Sequence[Block],
    before: Iterable[LoadedSpan],
    after: Iterable[LoadedSpan],
) -> tuple[Sentence, ...]:
    """Return the sentences as they are scored now, without what is gone and with what is new."""
    counted = {one for one in after if not one.ignored}
    gone = _by_sentence(one for one in before if one not in counted)
    new = _by_sentence(one for one in counted if one.by_user)
    return tuple(
        replace(
            one,
            scored=blocks[one.block].scored,
            loadedness=_loadedness(one.loadedness, gone.get(one.number), new.get(one.number)),
        )
        for one in sentences
    )


def _by_sentence(spans: Iterable[LoadedSpan]) -> dict[int, list[LoadedSpan]]:
    found: dict[int, list[LoadedSpan]] = {}
    for span in sorted(spans, key=lambda one: one.span):
        found.setdefault(span.sentence, []).append(span)
    return found


def _loadedness(
    loadedness: float, gone: Sequence[LoadedSpan] | None, new: Sequence[LoadedSpan] | None
) -> float:
    rest = loadedness_without(loadedness, gone) if gone else loadedness
    return loadedness_with(rest, new) if new else rest
