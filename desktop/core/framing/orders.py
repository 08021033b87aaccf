"""The order of articles for a measure, with quotations and without, and who crosses between them.

Ties are those of the ranks: redraws decide. A change of places inside a tie is no crossing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from desktop.core.framing.ranks import Unit, order_units, own_units, rated_articles
from desktop.core.framing.sources import Sources
from desktop.core.framing.voices import sentence_parts
from desktop.core.model.analyses import Analysis
from desktop.core.model.orders import Crossed, Crossing, Groups, MeasureOrder

LOADED = "loaded wording"
TONE = "tone"
_ON = 0.5
_STEPS = 10_000


def find_orders(sources: Sources) -> tuple[MeasureOrder, ...]:
    """Return the order of the articles by loaded wording and by tone, each drawn twice.

    Articles with too little own-voice text for a rate, or not in English, stand in neither.
    """
    ranked = rated_articles(sources.articles, sources.analyses)
    own_loaded = [(article.id, own_units(article.text, analysis)) for article, analysis in ranked]
    loaded = [(article.id, _all_units(article.text, analysis)) for article, analysis in ranked]
    tones = [(article.id, _tone_units(article.text, analysis)) for article, analysis in ranked]
    return (
        _order(LOADED, order_units(own_loaded), order_units(loaded)),
        _order(
            TONE,
            order_units([(each, own) for each, (own, _) in tones]),
            order_units([(each, whole) for each, (_, whole) in tones]),
        ),
    )


def _all_units(text: str, analysis: Analysis) -> list[Unit]:
    """Return the words of all voices and their loaded spans, sentence by sentence."""
    spans = Counter(
        one.sentence for one in analysis.loaded if not one.ignored and one.weight >= _ON
    )
    parts = sentence_parts(text, analysis)
    return [Unit(part.ledger.total, spans[part.number]) for part in parts]


def _tone_units(text: str, analysis: Analysis) -> tuple[list[Unit], list[Unit]]:
    """Return the tone of each sentence by its words outside marks, and by all of them.

    Tone is counted in steps from -1 up, so that nothing is negative.
    """
    own: list[Unit] = []
    whole: list[Unit] = []
    for part in sentence_parts(text, analysis):
        words, total = part.ledger.total - part.ledger.quoted, part.ledger.total
        own.append(Unit(words, round(words * (1.0 + part.tone) * _STEPS)))
        whole.append(Unit(total, round(total * (1.0 + part.tone) * _STEPS)))
    return own, whole


def _order(measure: str, own: Groups, whole: Groups) -> MeasureOrder:
    return MeasureOrder(measure, own, whole, find_crossings(own, whole))


def find_crossings(own: Groups, whole: Groups) -> tuple[Crossing, ...]:
    """Return the articles that enter or leave a tie from one order to the other.

    Two articles that turn round from one order to the other pass through a tie.

    >>> [each.crossed.value for each in find_crossings((("a",), ("b",)), (("a", "b"),))]
    ['enters a tie', 'enters a tie']
    >>> find_crossings((("a", "b"),), (("b", "a"),))
    ()
    """
    before, after = _places(own), _places(whole)
    ties, joined = _ties(own), _ties(whole)
    found: list[Crossing] = []
    for article in before:
        others = tuple(
            other
            for other in before
            if other != article and _side(before, article, other) != _side(after, article, other)
        )
        if others and _moved(article, ties[article], joined[article]):
            crossed = _crossed(ties[article], joined[article])
            found.append(Crossing(article, crossed, before[article], after[article], others))
    return tuple(found)


def _moved(article: str, tie: frozenset[str], joined: frozenset[str]) -> bool:
    """Say whether an article left its tie: one that keeps half of it there stayed, others moved."""
    before, after = tie - {article}, joined - {article}
    most = max(len(before), len(after))
    return most == 0 or 2 * len(before & after) < most


def _crossed(tie: frozenset[str], joined: frozenset[str]) -> Crossed:
    if len(tie) == 1 and len(joined) == 1:
        return Crossed.PASSES
    if len(tie) == 1:
        return Crossed.ENTERS
    return Crossed.LEAVES if len(joined) == 1 else Crossed.CHANGES


def _places(groups: Groups) -> dict[str, int]:
    """Return the place of each article, from 1; those of one tie share the place of its first."""
    places: dict[str, int] = {}
    first = 1
    for group in groups:
        places.update(dict.fromkeys(group, first))
        first += len(group)
    return places


def _ties(groups: Groups) -> dict[str, frozenset[str]]:
    return {article: frozenset(group) for group in groups for article in group}


def _side(places: Mapping[str, int], article: str, other: str) -> int:
    """Return whether an article stands above another, in a tie with it, or below it."""
    one, two = places[article], places[other]
    return (one > two) - (one < two)
