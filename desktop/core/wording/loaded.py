"""Loaded wording: the entries of the word lists that hold where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from desktop.core.model.analyses import Category, LoadedSpan, Voice
from desktop.core.model.lexicons import Identity, Lexicons, LoadedEntry
from desktop.core.model.spans import Span
from desktop.core.model.voices import VoiceMap
from desktop.core.text.sentences import SentenceSpan
from desktop.core.text.tokens import Token, find_tokens
from desktop.core.wording.context import fits, is_headline_case, is_name

COUNTS_FROM = 0.5
# Whoever is quoted chose to leave no exception: what is a hint in a report counts in a speech.
_EMPHASIS = frozenset((Category.ABSOLUTIST, Category.HYPERBOLE, Category.MINIMISER))
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
        _to_span(entry, span, voices.voice_of(span), number)
        for number, row in enumerate(split, start=1)
        for span, entry in find_entries(row, lexicons.loaded)
    )


def _to_span(entry: LoadedEntry, span: Span, voice: Voice, sentence: int) -> LoadedSpan:
    weight = entry.weight
    if voice is Voice.QUOTED and entry.category in _EMPHASIS:
        weight = max(weight, COUNTS_FROM)
    return LoadedSpan(
        span,
        entry.category,
        weight,
        voice,
        entry.reason,
        entry.plainer,
        entry.id,
        sentence,
    )


def find_entries(tokens: Sequence[Token], entries: Entries) -> Iterator[tuple[Span, LoadedEntry]]:
    """Yield the entries that hold inside one sentence, from left to right."""
    index = _indexed(Identity(entries))
    words = [token.lower for token in tokens]
    end = 0
    for place in index.places(words):
        options = index.options(words, place) if place >= end else ()
        found = _best(options, tokens, place) if options else None
        if found is not None:
            end = place + len(found.words)
            yield Span(tokens[place].start, tokens[end - 1].end), found


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


class _Index:
    """The entries by their first two words; each first word is sorted out when it is met."""

    def __init__(self, entries: Entries) -> None:
        self._entries = entries
        self._forms = entries.keys()
        self._by_second: dict[str, dict[str, list[LoadedEntry]]] = {}

    def places(self, words: Sequence[str]) -> list[int]:
        """Return where an entry may begin."""
        forms = self._forms
        return [place for place, word in enumerate(words) if word in forms or word.endswith("'s")]

    def options(self, words: Sequence[str], place: int) -> Sequence[LoadedEntry]:
        """Return the entries that two words may begin, in the order of the list."""
        word = words[place]
        options = self._by_second.get(word)
        if options is None:
            options = self._by_second[word] = self._read(word)
        following = words[place + 1] if place + 1 < len(words) else ""
        return options.get(following) or options[""]

    def _read(self, word: str) -> dict[str, list[LoadedEntry]]:
        """Return a word's entries by the second word, "" for any: those are of one word."""
        is_form = word in self._forms
        entries = self._entries.get(word if is_form else word.removesuffix("'s"), ())
        seconds = {entry.words[1] for entry in entries if len(entry.words) > 1 and is_form}
        return {
            second: [entry for entry in entries if entry.words[1:2] in {(), (second,)}]
            for second in {"", *seconds}
        }


@lru_cache(maxsize=4)
def _indexed(entries: Identity[Entries]) -> _Index:
    return _Index(entries.value)


def _best(
    options: Sequence[LoadedEntry], tokens: Sequence[Token], place: int
) -> LoadedEntry | None:
    """Return the longest entry that holds here, of equally long ones the heaviest."""
    best: LoadedEntry | None = None
    for entry in options:
        words = entry.words
        last = place + len(words) - 1
        if last > place and not _continues(words, tokens, place):
            continue
        if best is not None and (len(best.words), best.weight) >= (len(words), entry.weight):
            continue
        if is_name(tokens, place, last) and not is_headline_case(tokens):
            continue
        if fits(entry, tokens, place, last):
            best = entry
    return best


def _continues(words: tuple[str, ...], tokens: Sequence[Token], place: int) -> bool:
    rest = tokens[place + 1 : place + len(words)]
    return tuple(token.lower for token in rest) == words[1:]
