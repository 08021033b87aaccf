"""The analysis of one article: everything the other parts of core find, put together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop.core.analysis.figures import article_figures
from desktop.core.analysis.foreign import Revise, analyze_foreign
from desktop.core.framing.ledger import sentence_ledger, sentence_voice
from desktop.core.framing.rates import REDRAWS
from desktop.core.model.analyses import Analysis, Ledger, LoadedSpan, Sentence
from desktop.core.model.articles import Article, Block
from desktop.core.model.lexicons import Lexicons
from desktop.core.model.voices import VoiceMap
from desktop.core.text.blocks import find_blocks
from desktop.core.text.figures import find_figures
from desktop.core.text.languages import find_language, is_english
from desktop.core.text.sentences import SentenceSpan, find_sentences
from desktop.core.text.tokens import split_tokens
from desktop.core.tone.sentences import SentenceTone, score_sentences
from desktop.core.tone.targets import find_targets
from desktop.core.voice.quotations import Voices, find_voices
from desktop.core.wording.loaded import COUNTS_FROM, find_loaded, without_overlaps
from desktop.core.wording.loadedness import Setting, find_setting, score_loadedness
from desktop.core.wording.verdicts import find_scare_quotes, find_verdicts

ENGINE_VERSION = "7"
"""Part of the key of cached analyses: raise it with every change that moves a result."""


def _as_found(voices: Voices, _sentences: Sequence[SentenceSpan]) -> Voices:
    return voices


def analyze_article(article: Article, lexicons: Lexicons, redraws: int = REDRAWS) -> Analysis:
    """Return all that the analysis of one article finds.

    Args:
        article: The article; its title helps to tell the headline from other lines.
        lexicons: The word lists.
        redraws: How often to redraw the sentences for the ranges of the rates; 0 leaves the
            ranges out, which saves a fifth of the time.
    """
    blocks = find_blocks(article.text, article.title)
    return analyze_blocks(article, blocks, lexicons, redraws)


def analyze_blocks(
    article: Article,
    blocks: tuple[Block, ...],
    lexicons: Lexicons,
    redraws: int = REDRAWS,
    revise: Revise = _as_found,
) -> Analysis:
    """Return the analysis of an article whose blocks are known, as after a correction.

    All that depends on whose words are whose follows what `revise` makes of the voices found. A
    text in another language than English has no scores.
    """
    text = article.text
    language = find_language(text)
    if not is_english(language):
        return analyze_foreign(article, blocks, language, revise)
    spans = find_sentences(text, blocks)
    tokens = split_tokens(text, [each.span for each in spans])
    said = revise(find_voices(text, spans, blocks, lexicons, tokens), spans)
    voices = VoiceMap(said.quotations)
    # A surname that stands alone is no word of the language: "Love said" in a text on Emma Love.
    borne = frozenset(name.span.start for name in said.names if " " in name.key)
    worded = find_loaded(text, spans, voices, lexicons, tokens)
    found = without_overlaps(
        (
            *find_verdicts(said.verbs, lexicons),
            *find_scare_quotes(article.text, said.quotations, spans),
            *(each for each in worded if each.span.start not in borne),
        )
    )
    tones = score_sentences(text, spans, voices, lexicons, tokens, borne)
    ledgers = [sentence_ledger(text, sentence.span, voices) for sentence in spans]
    settings = [
        find_setting(row, each.span, voices) for each, row in zip(spans, tokens, strict=True)
    ]
    sentences = tuple(_sentences(spans, blocks, tones, ledgers, settings, found))
    loaded = tuple(span for span in found if span.weight >= COUNTS_FROM)
    figures = article_figures(sentences, ledgers, loaded, redraws)
    return Analysis(
        article_id=article.id,
        blocks=blocks,
        sentences=sentences,
        quotations=said.quotations,
        verbs=said.verbs,
        loaded=loaded,
        tone_words=tuple(word for tone in tones for word in tone.words),
        targets=find_targets(spans, said.names, tones, lexicons),
        figures=find_figures(text, spans),
        ledger=figures.ledger,
        own=figures.own,
        quoted=figures.quoted,
        language=language,
    )


def _sentences(
    spans: Sequence[SentenceSpan],
    blocks: Sequence[Block],
    tones: Sequence[SentenceTone],
    ledgers: Sequence[Ledger],
    settings: Sequence[Setting],
    found: Iterable[LoadedSpan],
) -> Iterable[Sentence]:
    by_sentence: dict[int, list[LoadedSpan]] = {}
    for span in found:
        by_sentence.setdefault(span.sentence, []).append(span)
    rows = zip(spans, tones, ledgers, settings, strict=True)
    for number, (sentence, tone, ledger, setting) in enumerate(rows, start=1):
        yield Sentence(
            span=sentence.span,
            number=number,
            block=sentence.block,
            scored=blocks[sentence.block].scored,
            voice=sentence_voice(ledger),
            tone=tone.tone,
            loadedness=score_loadedness(by_sentence.get(number, ()), setting),
        )
