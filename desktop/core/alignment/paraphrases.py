"""Reports of an utterance: the same speaker's words as an article gives them without marks."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop.core.alignment.words import content_words, name_keys, rarity_by_key
from desktop.core.model.analyses import Analysis, Quotation, QuotationKind
from desktop.core.model.articles import Article, BlockKind
from desktop.core.model.lexicons import Lexicons
from desktop.core.model.places import Place
from desktop.core.model.spans import Span
from desktop.core.text.spellings import fold_spelling

_FEWEST = 2
_OF_FULLEST = 0.28

# One speaker names the same actors, and what the event is about, most of the time.
_NAME_FACTOR, _EVENT_SHARE = 0.6, 0.3
_TITLES = frozenset("mr mrs ms dr president minister prime the of and leader official".split())


@dataclass(frozen=True, slots=True)
class Report:
    """Reported speech of one article."""

    article: int
    place: Place
    speaker: frozenset[str]
    words: Mapping[str, float]


class Reports:
    """The reported speech of an event, and the weights of its words."""

    def __init__(
        self,
        articles: Sequence[Article],
        analyses: Sequence[Analysis],
        said: Iterable[Place],
        lexicons: Lexicons,
    ) -> None:
        self._lexicons = lexicons
        self._texts = {article.id: article.text for article in articles}
        self._items = [
            self._to_report(index, article, quotation)
            for index, (article, analysis) in enumerate(zip(articles, analyses, strict=True))
            for quotation in _reported(analysis)
        ]
        self._names = frozenset[str]().union(
            *(
                name_keys(article.text, _body(analysis))
                for article, analysis in zip(articles, analyses, strict=True)
            )
        )
        spoken = [self._words(place) for place in said]
        self._weights = _weigh_words([*spoken, *(each.words for each in self._items)], self._names)

    def find(self, speaker: str | None, fullest: Place) -> dict[str, Place]:
        """Return for each article the report that gives most of an utterance, if one does."""
        who, words = speaker_keys(speaker), self._words(fullest)
        best: dict[str, tuple[float, Place]] = {}
        if not who:
            return {}
        for item in self._items:
            if item.place.article != fullest.article and who & item.speaker:
                score = self._score(words, item.words)
                held = best.get(item.place.article)
                if score and (held is None or score > held[0]):
                    best[item.place.article] = (score, item.place)
        return {article: place for article, (_, place) in best.items()}

    def _score(self, fullest: Mapping[str, float], report: Mapping[str, float]) -> float:
        """Return the share of what an utterance tells that a report has, 0.0 where it is another.

        Two telling words that are no names have to be shared, and over a quarter of the weight of
        the utterance: one speaker names the same actors in much that is said.
        """
        shared = fullest.keys() & report.keys()
        share = self._weigh(shared) / max(self._weigh(fullest), 1e-9)
        is_enough = len(shared - self._names) >= _FEWEST and share >= _OF_FULLEST
        return share if is_enough else 0.0

    def _weigh(self, keys: Iterable[str]) -> float:
        return sum(self._weights.get(key, 0.0) for key in sorted(keys))

    def _words(self, place: Place) -> Mapping[str, float]:
        return content_words(self._texts[place.article], place.span, self._lexicons)

    def _to_report(self, index: int, article: Article, quotation: Quotation) -> Report:
        place = Place(article.id, quotation.span)
        speaker = speaker_keys(quotation.speaker.name if quotation.speaker else None)
        return Report(index, place, speaker, self._words(place))


def speaker_keys(name: str | None) -> frozenset[str]:
    """Return the words of a name by which two mentions are one speaker."""
    words = (name or "").replace(";", " ").replace(".", " ").split()
    return frozenset(fold_spelling(word) for word in words) - _TITLES


def _weigh_words(said: Sequence[Mapping[str, float]], names: frozenset[str]) -> dict[str, float]:
    """Return the weight of each word: rare ones tell most, names and what all say tell less."""
    spread = Counter(key for words in said for key in words)
    rarest = rarity_by_key(said)
    return {
        key: math.sqrt(rarest[key])
        * (_EVENT_SHARE + (1 - _EVENT_SHARE) / (1 + math.log(count)))
        * (_NAME_FACTOR if key in names else 1.0)
        for key, count in spread.items()
    }


def _body(analysis: Analysis) -> Iterable[Span]:
    """Yield the sentences of the body: a headline may write all words with a capital."""
    for sentence in analysis.sentences:
        if analysis.blocks[sentence.block].kind is BlockKind.BODY:
            yield sentence.span


def _reported(analysis: Analysis) -> Iterable[Quotation]:
    """Yield reported speech in scored sentences, each stretch once."""
    seen: set[Span] = set()
    for quotation in analysis.quotations:
        if quotation.kind not in {QuotationKind.INDIRECT, QuotationKind.MIXED}:
            continue
        is_scored = quotation.sentence and analysis.sentence(quotation.sentence).scored
        if is_scored and quotation.span not in seen:
            seen.add(quotation.span)
            yield quotation
