"""The analysis of a text that is not in English: quotations, names and figures, and no score.

Every list of loaded wording and of tone is of English words. On another language they would find
little and what they found would be chance, so that a rate would look like praise.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import TypeAlias

from desktop.core.analysis.figures import article_figures
from desktop.core.framing.ledger import sentence_ledger, sentence_voice
from desktop.core.model.analyses import Analysis, Sentence, Target
from desktop.core.model.articles import Article, Block
from desktop.core.model.spans import Span
from desktop.core.model.voices import VoiceMap
from desktop.core.text.figures import find_figures
from desktop.core.text.names import Name
from desktop.core.text.sentences import SentenceSpan, find_sentences
from desktop.core.text.tokens import split_tokens
from desktop.core.voice.foreign import find_foreign_voices
from desktop.core.voice.quotations import Voices

MOST_TARGETS = 30

Revise: TypeAlias = Callable[[Voices, Sequence[SentenceSpan]], Voices]
"""What the user said of voices, laid over those that were found."""


def analyze_foreign(
    article: Article, blocks: tuple[Block, ...], language: str, revise: Revise
) -> Analysis:
    """Return the analysis of an article in another language; its tones and rates are none.

    Args:
        article: The article.
        blocks: Its blocks.
        language: The code of its language.
        revise: What the user said of its voices.
    """
    text = article.text
    spans = find_sentences(text, blocks)
    tokens = split_tokens(text, [each.span for each in spans])
    said = revise(find_foreign_voices(text, spans, blocks, language, tokens), spans)
    voices = VoiceMap(said.quotations)
    ledgers = [sentence_ledger(text, each.span, voices) for each in spans]
    sentences = tuple(
        Sentence(
            span=each.span,
            number=number,
            block=each.block,
            scored=blocks[each.block].scored,
            voice=sentence_voice(ledger),
            tone=0.0,
            loadedness=0.0,
        )
        for number, (each, ledger) in enumerate(zip(spans, ledgers, strict=True), start=1)
    )
    figures = article_figures(sentences, ledgers, (), language=language)
    return Analysis(
        article_id=article.id,
        blocks=blocks,
        sentences=sentences,
        quotations=said.quotations,
        verbs=said.verbs,
        loaded=(),
        tone_words=(),
        targets=_targets(said.names),
        figures=find_figures(text, spans, is_english=False),
        ledger=figures.ledger,
        own=figures.own,
        quoted=figures.quoted,
        language=language,
    )


def _targets(names: Sequence[Name]) -> tuple[Target, ...]:
    """Return the names, the most often named first; no tone towards them is known."""
    mentions: dict[str, list[Span]] = defaultdict(list)
    for name in names:
        mentions[name.key].append(name.span)
    ranked = sorted(mentions.items(), key=lambda item: (-len(item[1]), item[1][0], item[0]))
    return tuple(Target(key, tuple(spans), 0.0) for key, spans in ranked[:MOST_TARGETS])
