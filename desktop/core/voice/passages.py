"""Passages: the scored sentences with their tokens, and which of those stand inside marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import itemgetter

from desktop.core.model.articles import Block
from desktop.core.text.sentences import SentenceSpan
from desktop.core.text.tokens import Token, find_tokens
from desktop.core.voice.marks import Stretch
from desktop.core.voice.verbs import Passage

_start_of = itemgetter(0)
_end_of = itemgetter(1)


def find_passages(
    text: str,
    sentences: Sequence[SentenceSpan],
    blocks: Sequence[Block],
    stretches: Sequence[Stretch],
    tokens: Sequence[Sequence[Token]] | None = None,
) -> tuple[Passage, ...]:
    """Return the sentences of scored blocks, tokens marked that stand inside `stretches`."""
    passages: list[Passage] = []
    place = 0
    for number, sentence in enumerate(sentences, start=1):
        if not blocks[sentence.block].scored:
            continue
        if tokens is None:
            words: Sequence[Token] = find_tokens(text, sentence.span.start, sentence.span.end)
        else:
            words = tokens[number - 1]
        quoted = [False] * len(words)
        while place < len(stretches) and stretches[place].span.end <= sentence.span.start:
            place += 1
        at = place
        while at < len(stretches) and stretches[at].span.start < sentence.span.end:
            first = bisect_right(words, stretches[at].span.start, key=_end_of)
            last = bisect_left(words, stretches[at].span.end, key=_start_of)
            quoted[first:last] = [True] * (last - first)
            at += 1
        passages.append(Passage(number, sentence.block, sentence.span, words, quoted))
    return tuple(passages)
