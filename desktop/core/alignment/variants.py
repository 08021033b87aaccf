"""The versions of each utterance over all articles: full, cut, merged, in other words, reported."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from desktop.core.alignment.paraphrases import Reports
from desktop.core.alignment.quotations import find_parts
from desktop.core.alignment.wordings import Step, Words, find_steps, to_parts, without_kept
from desktop.core.model.analyses import Analysis
from desktop.core.model.articles import Article
from desktop.core.model.comparisons import Utterance
from desktop.core.model.lexicons import Lexicons
from desktop.core.model.places import Place
from desktop.core.model.utterances import Part, PartKind, Variants, Version, VersionKind

_FEWEST_WORDS = 4


def find_variants(
    articles: Sequence[Article],
    analyses: Sequence[Analysis],
    utterances: Sequence[Utterance],
    lexicons: Lexicons,
) -> tuple[Variants, ...]:
    """Return each utterance of two articles or more with its versions, the most carried first.

    Beside the utterances that two articles quote these are such as one quotes and another reports.

    Args:
        articles: The articles compared.
        analyses: Their analyses in the same order.
        utterances: What two articles or more quote, as the comparison found it.
        lexicons: The word lists.
    """
    order = {article.id: n for n, article in enumerate(articles)}
    texts = {article.id: article.text for article in articles}
    lone = list(_quoted_once(articles, analyses, utterances))
    said = [(each.speaker, each.fullest, each.versions) for each in utterances]
    said += [(speaker, place, (place,)) for speaker, place in lone]
    reports = Reports(articles, analyses, [fullest for _, fullest, _ in said], lexicons)
    found = [
        _variants(speaker, _Versions(fullest, versions, texts), reports.find(speaker, fullest))
        for speaker, fullest, versions in said
    ]
    rows = [_in_order(each, order) for each in found]
    rows = [row for row in rows if len({v.place.article for v in row.versions}) > 1]
    first = {id(row): n for n, row in enumerate(rows)}
    return tuple(sorted(rows, key=lambda row: (len(row.not_found), first[id(row)])))


def _quoted_once(
    articles: Sequence[Article], analyses: Sequence[Analysis], utterances: Iterable[Utterance]
) -> Iterable[tuple[str, Place]]:
    """Yield what one article alone quotes of a named speaker, fragments left out."""
    taken = {place for each in utterances for place in each.versions}
    for part in find_parts(articles, analyses):
        is_lone = part.place not in taken and len(part.words) >= _FEWEST_WORDS
        if is_lone and part.speaker:
            yield part.speaker, part.place


class _Versions:
    """The quoted versions of an utterance, each held against the fullest one word by word."""

    def __init__(self, fullest: Place, versions: Sequence[Place], texts: Mapping[str, str]) -> None:
        self.texts = texts
        self.fullest = Words(texts[fullest.article], fullest)
        self.places = versions
        self._words = {place: Words(texts[place.article], place) for place in versions}
        self.steps = {
            place: find_steps(self.fullest, words) for place, words in self._words.items()
        }
        self._kept = {place: _kept(steps) for place, steps in self.steps.items()}
        self._of_article: defaultdict[str, list[Place]] = defaultdict(list)
        for place in versions:
            self._of_article[place.article].append(place)

    def version(self, place: Place) -> Version:
        """Return a version with its parts; what another one of its article keeps is not cut."""
        own = self._kept[place]
        others = [self._kept[each] for each in self._of_article[place.article] if each != place]
        # One that another has all of is a repetition, and stands for itself.
        is_part = not any(own <= other for other in others)
        kept = set[int]().union(*others) if is_part else set[int]()
        steps = without_kept(self.steps[place], kept)
        parts = to_parts(self.fullest, self._words[place], steps)
        if place == self.fullest.place:
            return Version(place, VersionKind.FULL, parts)
        return Version(place, self._kind(place, steps), parts)

    def reported(self, place: Place) -> Version:
        """Return a report of the utterance, with the words that it keeps."""
        words = Words(self.texts[place.article], place)
        steps = [step for step in find_steps(self.fullest, words) if step.kind is PartKind.KEPT]
        parts: tuple[Part, ...] = to_parts(self.fullest, words, steps)
        return Version(place, VersionKind.PARAPHRASED, parts)

    def is_fragment(self, place: Place) -> bool:
        """Say whether a version is a few words out of the utterance."""
        return place != self.fullest.place and len(self._words[place].keys) < _FEWEST_WORDS

    def _kind(self, place: Place, steps: Iterable[Step]) -> VersionKind:
        sizes: defaultdict[PartKind, int] = defaultdict(int)
        for step in steps:
            sizes[step.kind] += len(step.fullest)
        other, cut = sizes[PartKind.WORDED_OTHERWISE], sizes[PartKind.CUT]
        if not sizes[PartKind.KEPT] or (other and other >= cut):
            return VersionKind.OTHER_WORDING
        if self._is_merged(place):
            return VersionKind.MERGED
        return VersionKind.CUT if cut else VersionKind.FULL

    def _is_merged(self, place: Place) -> bool:
        """Say whether a version has in one what another article quotes in two or more."""
        return any(
            sum(len(self._kept[each] & self._kept[place]) >= _FEWEST_WORDS for each in parts) > 1
            for article, parts in self._of_article.items()
            if article != place.article
        )


def _kept(steps: Iterable[Step]) -> set[int]:
    return {at for step in steps if step.kind is PartKind.KEPT for at in step.fullest}


def _variants(speaker: str | None, quoted: _Versions, reports: Mapping[str, Place]) -> Variants:
    """Return the versions of an utterance; a report stands in for a few words out of it."""
    by_article: defaultdict[str, list[Version]] = defaultdict(list)
    for place in quoted.places:
        by_article[place.article].append(quoted.version(place))
    for article, report in reports.items():
        held = by_article[article]
        if all(quoted.is_fragment(each.place) for each in held):
            by_article[article] = [quoted.reported(report)]
    versions = tuple(each for held in by_article.values() for each in held)
    return Variants(speaker, quoted.fullest.place, versions, ())


def _in_order(row: Variants, order: Mapping[str, int]) -> Variants:
    """Return an utterance with versions and absent articles in the order of the articles."""
    versions = sorted(row.versions, key=lambda each: (order[each.place.article], each.place.span))
    having = {each.place.article for each in versions}
    absent = tuple(article for article in order if article not in having)
    return Variants(row.speaker, row.fullest, tuple(versions), absent)
