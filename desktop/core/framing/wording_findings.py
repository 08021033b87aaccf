"""Findings on loaded wording: the first and the last of the order, and what headlines have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from desktop.core.framing.counter import MOST
from desktop.core.framing.sources import Sources, joined, plural
from desktop.core.model.analyses import Category, LoadedSpan, Rung, Voice
from desktop.core.model.articles import BlockKind
from desktop.core.model.comparisons import Finding, FindingKind, Place
from desktop.core.model.pairs import Change, MinimalPair
from desktop.core.model.spans import Span
from desktop.core.text.languages import is_english, language_name

_ON = 0.5
_STRONG = 0.7
_NO_WORDS = frozenset({Category.SCARE_QUOTE, Category.AGENTLESS})
_DOUBT = re.compile(
    r"(?i)\b(?:alleged(?:ly)?|reportedly|purported(?:ly)?|supposed(?:ly)?|unconfirmed|suspected|"
    r"may|might|could|possibl[ey]|perhaps|probabl[ey]|likely|apparent(?:ly)?|seem(?:s|ed)?)\b"
)
_KINDS = {
    Change.REPORT_VERB: FindingKind.VERBS,
    Change.NAME_FORM: FindingKind.NAMING,
    Change.LOADED: FindingKind.WORDING,
    Change.CERTAINTY: FindingKind.CERTAINTY,
}


def find_wordings(sources: Sources, ranks: Sequence[Sequence[str]]) -> Iterator[Finding]:
    """Say how much loaded wording the first and the last of the ranks have in own voice."""
    if not ranks:
        return
    first, last = ranks[0][0], ranks[-1][-1]
    if len(ranks) == 1 or first == last or not _is_worded(_own(sources, first)):
        return
    high, low = sources.analysis(first).own.loaded, sources.analysis(last).own.loaded
    text = (
        f"{sources.name(first)} has {high.count} loaded {plural(high.count, 'wording')} in"
        f" {high.words} words of its own voice, {sources.name(last)} has {low.count} in"
        f" {low.words}."
    )
    ties = [group for group in ranks if len(group) > 1]
    if ties:
        text += f" {sources.names(ties[0])} are a tie."
    text += _not_scored(sources)
    places = _loaded_places(sources, first)
    if places:
        title = "Loaded wording in own voice"
        counter = tuple(_loaded_places(sources, last))
        yield Finding(FindingKind.WORDING, title, text, 0.9, tuple(places), counter)


def _not_scored(sources: Sources) -> str:
    """Name the articles that no order holds because they are not in English."""
    return "".join(
        f" {sources.name(article.id)} is in {language_name(analysis.language)} and is not scored."
        for article, analysis in zip(sources.articles, sources.analyses, strict=True)
        if not is_english(analysis.language)
    )


def _own(sources: Sources, article: str) -> list[LoadedSpan]:
    analysis = sources.analysis(article)
    return [
        loaded
        for loaded in analysis.loaded
        if loaded.voice is Voice.OWN
        and loaded.weight >= _ON
        and not loaded.ignored
        and analysis.sentence(loaded.sentence).scored
    ]


def _is_worded(loaded: Sequence[LoadedSpan]) -> bool:
    """Say whether most wordings are words: marks and missing agents alone tell too little."""
    words = [each for each in loaded if each.category not in _NO_WORDS]
    return 2 * len(words) > len(loaded)


def _loaded_places(sources: Sources, article: str) -> list[Place]:
    def order(loaded: LoadedSpan) -> tuple[bool, float, Span]:
        return loaded.category in _NO_WORDS, -loaded.weight, loaded.span

    strongest = sorted(_own(sources, article), key=order)[:MOST]
    return [Place(article, loaded.span) for loaded in sorted(strongest, key=lambda e: e.span)]


def find_headline_wordings(sources: Sources) -> Iterator[Finding]:
    """Show a strong wording in a headline's own voice, where other headlines have none."""
    headed = [article.id for article in sources.articles if _headline(sources, article.id)]
    loaded = {article: _in_headline(sources, article) for article in headed}
    having = [article for article in headed if any(e.weight >= _STRONG for e in loaded[article])]
    plain = [article for article in headed if not loaded[article]]
    if not having or not plain:
        return
    parts = [
        f"“{sources.text(Place(article, max(loaded[article], key=_weight).span))}”"
        f" in {sources.name(article)}"
        for article in having
    ]
    text = f"The headline has {joined(parts)}; none is marked in that of {sources.names(plain)}."
    places = tuple(Place(article, max(loaded[article], key=_weight).span) for article in having)
    counter = [Place(article, each.span) for article in plain for each in _own(sources, article)]
    title = "Loaded wording in a headline"
    yield Finding(FindingKind.HEADLINE, title, text, 0.8, places, tuple(counter[:MOST]))


def _weight(loaded: LoadedSpan) -> float:
    return loaded.weight


def _headline(sources: Sources, article: str) -> bool:
    return any(block.kind is BlockKind.HEADLINE for block in sources.analysis(article).blocks)


def _in_headline(sources: Sources, article: str) -> list[LoadedSpan]:
    analysis = sources.analysis(article)
    return [
        each
        for each in _own(sources, article)
        if analysis.blocks[analysis.sentence(each.sentence).block].kind is BlockKind.HEADLINE
    ]


def find_changed_words(sources: Sources, pairs: Iterable[MinimalPair]) -> Iterator[Finding]:
    """Show sentences that are the same but for a verb, a form of a name or a loaded word.

    Figures have findings of their own, which know what they count.
    """
    for pair in pairs:
        kind = _KINDS.get(pair.change)
        sides = (pair.left, pair.right)
        if kind is None or not all(side.changed for side in sides):
            continue
        if pair.change is Change.REPORT_VERB and len(_rungs(sources, pair)) < 2:
            continue
        if pair.change is Change.CERTAINTY and not _hedges(sources, pair):
            continue
        words = [
            f"{sources.name(side.place.article)} has"
            f" “{joined([sources.text(each) for each in side.changed])}”"
            for side in sides
        ]
        text = f"One sentence, other words: {', '.join(words)}."
        places = tuple(place for side in sides for place in side.changed)
        yield Finding(kind, f"Same sentence, other {pair.change.value}", text, 0.9, places)


def _hedges(sources: Sources, pair: MinimalPair) -> bool:
    """Say whether a word of doubt stands on one side alone: "would end" doubts no "ending"."""
    sides = [" ".join(map(sources.text, side.changed)) for side in (pair.left, pair.right)]
    return len({bool(_DOUBT.search(side)) for side in sides}) > 1


def _rungs(sources: Sources, pair: MinimalPair) -> set[Rung]:
    """Return the rungs of the verbs that differ: "replied" and "said" tell no difference."""
    return {
        verb.rung
        for side in (pair.left, pair.right)
        for verb in sources.analysis(side.place.article).verbs
        if any(verb.span.overlap(change.span) for change in side.changed)
    }
