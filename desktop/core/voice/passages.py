"""Passages: the scored sentences with their tokens, and which of those stand inside marks."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.core.model.articles import Block
from desktop.core.text.sentences import SentenceSpan
from desktop.core.text.tokens import find_tokens
from desktop.core.voice.marks import Stretch
from desktop.core.voice.verbs import Passage


def find_passages(
    text: str,
    sentences: Sequence[SentenceSpan],
    blocks: Sequence[Block],
    stretches: Sequence[Stretch],
) -> tuple[Passage, ...]:
    """Return the sentences of scored blocks, tokens marked that stand inside `stretches`."""
    passages: list[Passage] = []
    place = 0
    for number, sentence in enumerate(sentences, start=1):
        if not blocks[sentence.block].scored:
            continue
        tokens = find_tokens(text, sentence.span.start, sentence.span.end)
        quoted = [False] * len(tokens)
        for position, token in enumerate(tokens):
            while place < len(stretches) and stretches[place].span.end <= token.start:
                place += 1
            if place < len(stretches):
                quoted[position] = stretches[place].span.start < token.end
        passages.append(Passage(number, sentence.block, sentence.span, tokens, quoted))
    return tuple(passages)
