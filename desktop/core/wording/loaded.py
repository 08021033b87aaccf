"""Loaded wording: the entries of the word lists that hold where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
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
BySecond = Mapping[str, Sequence[LoadedEntry]]
"""The entries that one word begins by their second word; under "", those of that word alone."""
Near = Mapping[str, BySecond]
"""The same by the first word, for the words of one text."""


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
    near = _indexed(Identity(lexicons.loaded)).near({token[3] for row in split for token in row})
    return tuple(
        _to_span(entry, span, voices.voice_of(span), number)
        for number, row in enumerate(split, start=1)
        for span, entry in _find_entries(row, near)
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


def _find_entries(tokens: Sequence[Token], near: Near) -> Iterator[tuple[Span, LoadedEntry]]:
    """Yield the entries that hold inside one sentence, from left to right."""
    end = 0
    # The lower case by its number, for this is asked of every token.
    for place in [place for place, token in enumerate(tokens) if token[3] in near]:
        if place < end:
            continue
        by_second = near[tokens[place][3]]
        following = tokens[place + 1][3] if place + 1 < len(tokens) else ""
        options = by_second.get(following) or by_second[""]
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
        self._by_second: dict[str, BySecond] = {}

    def near(self, words: Set[str]) -> Near:
        """Return what the words of a text may begin, by first and second word.

        Every other word of a text is the first one of some phrase; few of these phrases have their
        second word in the text, too.
        """
        forms = self._forms
        owners = [word for word in words if word[-2:] == "'s" and word[:-2] in forms]
        near: dict[str, BySecond] = {}
        for word in {*(forms & words), *owners}:
            options = self._by_second.get(word)
            if options is None:
                options = self._by_second[word] = self._read(word)
            if options[""] or not words.isdisjoint(options):
                near[word] = options
        return near

    def _read(self, word: str) -> BySecond:
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
        if last > place + 1 and not _continues(words, tokens, place):
            continue
        if best is not None and (len(best.words), best.weight) >= (len(words), entry.weight):
            continue
        if is_name(tokens, place, last) and not is_headline_case(tokens):
            continue
        if fits(entry, tokens, place, last):
            best = entry
    return best


def _continues(words: tuple[str, ...], tokens: Sequence[Token], place: int) -> bool:
    """Say whether an entry goes on as the text does; its first two words are known to stand."""
    rest = tokens[place + 2 : place + len(words)]
    return tuple([token[3] for token in rest]) == words[2:]
