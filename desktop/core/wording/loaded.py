"""Loaded wording: the entries of the word lists that hold where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from desktop.core.model.analyses import LoadedSpan
from desktop.core.model.lexicons import Lexicons, LoadedEntry
from desktop.core.model.spans import Span
from desktop.core.model.voices import VoiceMap
from desktop.core.text.sentences import SentenceSpan
from desktop.core.text.tokens import Token, find_tokens
from desktop.core.wording.context import fits, is_headline_case, is_name

COUNTS_FROM = 0.5
Entries = Mapping[str, tuple[LoadedEntry, ...]]


def find_loaded(
    text: str,
    sentences: Sequence[SentenceSpan],
    voices: VoiceMap,
    lexicons: Lexicons,
    tokens: Sequence[Sequence[Token]] | None = None,
) -> tuple[LoadedSpan, ...]:
    """Return the wordings of the lists in text order; they do not overlap.

    Those below the weight that counts are hints: they add to a sentence's loadedness only.

    Args:
        text: The article's text.
        sentences: Its sentences.
        voices: The voice of each stretch of the text.
        lexicons: The word lists.
        tokens: The tokens of each sentence, where they are already known.
    """
    split = tokens or [find_tokens(text, each.span.start, each.span.end) for each in sentences]
    return tuple(
        LoadedSpan(
            span,
            entry.category,
            entry.weight,
            voices.voice_of(span),
            entry.reason,
            entry.plainer,
            entry.id,
            number,
        )
        for number, row in enumerate(split, start=1)
        for span, entry in find_entries(row, lexicons.loaded)
    )


def find_entries(tokens: Sequence[Token], entries: Entries) -> Iterator[tuple[Span, LoadedEntry]]:
    """Yield the entries that hold inside one sentence, from left to right."""
    is_headline: bool | None = None
    place = 0
    while place < len(tokens):
        word = tokens[place].lower
        options = entries[word] if word in entries else _possessive(word, entries)
        length = 1
        if options:
            if is_headline is None:
                is_headline = is_headline_case(tokens)
            found = _best(options, tokens, place, is_headline)
            if found is not None:
                length = len(found.words)
                yield Span(tokens[place].start, tokens[place + length - 1].end), found
        place += length


def without_overlaps(spans: Iterable[LoadedSpan]) -> tuple[LoadedSpan, ...]:
    """Return spans in text order, of overlapping ones the heaviest, then the longest."""
    kept: list[LoadedSpan] = []
    for span in sorted(spans, key=lambda s: (s.span.start, -s.weight, -len(s.span))):
        if kept and span.span.start < kept[-1].span.end:
            if span.weight > kept[-1].weight:
                kept[-1] = span
        else:
            kept.append(span)
    return tuple(kept)


def _possessive(word: str, entries: Entries) -> tuple[LoadedEntry, ...]:
    base = word.removesuffix("'s")
    if base == word or base not in entries:
        return ()
    return tuple(entry for entry in entries[base] if len(entry.words) == 1)


def _best(
    options: Sequence[LoadedEntry], tokens: Sequence[Token], place: int, is_headline: bool
) -> LoadedEntry | None:
    """Return the longest entry that holds here, of equally long ones the heaviest."""
    best: LoadedEntry | None = None
    following = tokens[place + 1].lower if place + 1 < len(tokens) else ""
    for entry in options:
        words = entry.words
        last = place + len(words) - 1
        if last > place and (words[1] != following or not _continues(words, tokens, place)):
            continue
        if best is not None and (len(best.words), best.weight) >= (len(words), entry.weight):
            continue
        if not is_headline and is_name(tokens, place, last):
            continue
        if fits(entry, tokens, place, last):
            best = entry
    return best


def _continues(words: tuple[str, ...], tokens: Sequence[Token], place: int) -> bool:
    rest = tokens[place + 1 : place + len(words)]
    return tuple(token.lower for token in rest) == words[1:]
