"""Keyness: words that one article's own voice uses more than the own voice of all the others."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

from desktop.core.alignment.words import LEAST_RARITY, rarity_of
from desktop.core.framing.sources import Sources
from desktop.core.model.analyses import Analysis, Voice
from desktop.core.model.articles import Article
from desktop.core.model.details import Keyness
from desktop.core.model.lexicons import Lexicons
from desktop.core.model.places import Place
from desktop.core.model.spans import Span
from desktop.core.model.voices import VoiceMap
from desktop.core.text.spellings import fold_spelling
from desktop.core.text.tokens import Token, iter_tokens

_MOST = 10
_LEAST_COUNT = 3
_LEAST_LIKELIHOOD = 6.63  # one in a hundred by chance
_SMOOTHING = 0.5


def find_keyness(sources: Sources, lexicons: Lexicons) -> tuple[Keyness, ...]:
    """Return each article's words, the least likely by chance first; one article has none."""
    counted = [
        _Counted(article, analysis, lexicons)
        for article, analysis in zip(sources.articles, sources.analyses, strict=True)
    ]
    whole: Counter[str] = Counter()
    for each in counted:
        whole.update(each.counts)
    total = sum(each.total for each in counted)
    return tuple(row for each in counted for row in each.keys(whole, total))


class _Counted:
    """The words of one article's own voice."""

    def __init__(self, article: Article, analysis: Analysis, lexicons: Lexicons) -> None:
        self.article = article.id
        self.counts: Counter[str] = Counter()
        self.total = 0
        self._first: dict[str, tuple[str, Span]] = {}
        for token in _own_tokens(article, analysis):
            self.total += 1
            if token.text[0].isalpha() and rarity_of(token, lexicons) >= LEAST_RARITY:
                word = token.lower.removesuffix("'s")
                key = fold_spelling(word) if token.text[0].isupper() else word
                self.counts[key] += 1
                self._first.setdefault(key, (word, token.span))

    def keys(self, whole: Counter[str], total: int) -> list[Keyness]:
        """Return the words that stand out against the rest of the event."""
        rest = total - self.total
        rows: list[Keyness] = []
        for key, here in self.counts.items():
            elsewhere = whole[key] - here
            likelihood = log_likelihood(here, self.total, elsewhere, rest)
            is_more = here * rest > elsewhere * self.total
            if here >= _LEAST_COUNT and is_more and likelihood >= _LEAST_LIKELIHOOD:
                effect = math.log2(
                    (here + _SMOOTHING)
                    / (self.total + _SMOOTHING)
                    * (rest + _SMOOTHING)
                    / (elsewhere + _SMOOTHING)
                )
                word, span = self._first[key]
                place = Place(self.article, span)
                row = Keyness(
                    self.article,
                    word,
                    here,
                    elsewhere,
                    round(likelihood, 2),
                    round(effect, 2),
                    place,
                )
                rows.append(row)
        return sorted(rows, key=lambda row: (-row.likelihood, row.word))[:_MOST]


def _own_tokens(article: Article, analysis: Analysis) -> Iterable[Token]:
    voices = VoiceMap(analysis.quotations)
    for sentence in analysis.sentences:
        if sentence.scored:
            span = sentence.span
            for token in iter_tokens(article.text, span.start, span.end):
                if token.is_word and voices.voice_of(token.span) is Voice.OWN:
                    yield token


def log_likelihood(here: int, words_here: int, elsewhere: int, words_elsewhere: int) -> float:
    """Return how unlikely two counts are by chance; 0.0 where the rates are equal.

    >>> round(log_likelihood(10, 100, 0, 100), 2)
    13.86
    """
    words = words_here + words_elsewhere
    if not words_here or not words_elsewhere:
        return 0.0
    whole = here + elsewhere
    value = 0.0
    for count, size in ((here, words_here), (elsewhere, words_elsewhere)):
        expected = whole * size / words
        value += count * math.log(count / expected) if count else 0.0
    return max(0.0, 2 * value)
