"""An analysis as the user corrected it: blocks kept or set apart, wordings taken out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop.core.analysis.articles import analyze_blocks
from desktop.core.analysis.figures import article_figures
from desktop.core.framing.ledger import sentence_ledger
from desktop.core.model.analyses import Analysis, LoadedSpan, Sentence
from desktop.core.model.articles import Article, Block
from desktop.core.model.corrections import Corrections
from desktop.core.model.lexicons import Lexicons
from desktop.core.model.voices import VoiceMap
from desktop.core.wording.loadedness import loadedness_without


def with_corrections(
    article: Article, analysis: Analysis, corrections: Corrections, lexicons: Lexicons
) -> Analysis:
    """Return the analysis with the user's decisions applied and every figure counted anew.

    Decisions on spans that the analysis does not have are passed over. An article with kept blocks
    is read again: quotations, names and report verbs are looked for in scored blocks only.

    Args:
        article: The article.
        analysis: Its analysis, without corrections.
        corrections: The user's decisions.
        lexicons: The word lists.
    """
    if corrections == Corrections():
        return analysis
    kept = tuple(_kept(block, corrections) for block in analysis.blocks)
    if kept != analysis.blocks:
        analysis = analyze_blocks(article, kept, lexicons, redraws=0)
    blocks = tuple(_set_apart(block, corrections) for block in kept)
    loaded = tuple(
        replace(span, ignored=True) if span.span in corrections.ignored else span
        for span in analysis.loaded
    )
    gone = [span for span in loaded if span.ignored]
    sentences = tuple(
        _sentence(sentence, blocks, [span for span in gone if span.sentence == sentence.number])
        for sentence in analysis.sentences
    )
    voices = VoiceMap(analysis.quotations)
    ledgers = [sentence_ledger(article.text, sentence.span, voices) for sentence in sentences]
    figures = article_figures(sentences, ledgers, loaded)
    return replace(
        analysis,
        blocks=blocks,
        sentences=sentences,
        loaded=loaded,
        ledger=figures.ledger,
        own=figures.own,
        quoted=figures.quoted,
    )


def _kept(block: Block, corrections: Corrections) -> Block:
    return replace(block, scored=True) if block.span in corrections.kept else block


def _set_apart(block: Block, corrections: Corrections) -> Block:
    is_apart = block.span in corrections.set_apart and block.span not in corrections.kept
    return replace(block, scored=False) if is_apart else block


def _sentence(sentence: Sentence, blocks: Sequence[Block], gone: Sequence[LoadedSpan]) -> Sentence:
    loadedness = loadedness_without(sentence.loadedness, gone) if gone else sentence.loadedness
    return replace(sentence, scored=blocks[sentence.block].scored, loadedness=loadedness)
