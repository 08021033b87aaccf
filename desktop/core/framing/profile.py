"""The profile of an outlet: how it differs from the others in the same events, over many events.

Every difference is taken inside one event: what an outlet chooses to write about is no difference
of wording. The range comes from redrawing the events, 1,000 times (percentile bootstrap).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from statistics import fmean

from desktop.core.framing.rates import MINIMUM_WORDS, REDRAWS, middle
from desktop.core.framing.redraws import draw_lanes, lane_totals
from desktop.core.framing.sources import plural
from desktop.core.framing.telling import find_unnamed_spans
from desktop.core.model.analyses import Analysis, Category, Voice
from desktop.core.model.articles import Article
from desktop.core.model.profiles import (
    ArticleMeasures,
    EventDifference,
    Measure,
    OutletProfile,
    ProfileRow,
)
from desktop.core.text.languages import is_english

LEAST_EVENTS = 6
"""Under so many shared events there is neither a mean nor a range."""

_LEAST_VERBS = 5
_STEPS = 10_000  # lanes hold whole numbers


def measure_article(article: Article, analysis: Analysis) -> dict[Measure, float]:
    """Return the measures of an article; what it has too little text for is left out.

    An article that is not in English has none: its wording is not measured.
    """
    if not is_english(analysis.language):
        return {}
    ledger = analysis.ledger
    found: dict[Measure, float] = {}
    if analysis.own.loaded.value is not None:
        found[Measure.LOADED] = analysis.own.loaded.value
    if analysis.own.tone.value is not None:
        found[Measure.TONE] = analysis.own.tone.value
    if ledger.total >= MINIMUM_WORDS:
        found[Measure.QUOTED] = 100.0 * ledger.quoted / ledger.total
        found[Measure.UNNAMED] = float(sum(1 for _ in find_unnamed_spans(article.text, analysis)))
    verbs = [
        verb
        for verb in analysis.verbs
        if verb.voice is not Voice.QUOTED and analysis.sentence(verb.sentence).scored
    ]
    if len(verbs) >= _LEAST_VERBS:
        verdicts = {
            each.span
            for each in analysis.loaded
            if each.category is Category.VERDICT_VERB and not each.ignored
        }
        judging = sum(any(verb.span.overlap(span) for span in verdicts) for verb in verbs)
        found[Measure.VERDICTS] = 100.0 * judging / len(verbs)
    return found


def profile_outlets(articles: Iterable[ArticleMeasures]) -> tuple[OutletProfile, ...]:
    """Return the profile of each outlet that shares an event with another one, by its name.

    Several articles of one outlet on one event count as their mean; an article without an outlet
    counts nowhere.
    """
    by_event: defaultdict[str, defaultdict[str, list[ArticleMeasures]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for article in articles:
        if article.outlet:
            by_event[article.event][article.outlet].append(article)
    shared = {event: outlets for event, outlets in by_event.items() if len(outlets) > 1}
    names = sorted({outlet for outlets in shared.values() for outlet in outlets})
    return tuple(_profile(name, shared) for name in names)


_Events = Mapping[str, Mapping[str, Sequence[ArticleMeasures]]]


def _profile(outlet: str, shared: _Events) -> OutletProfile:
    own = {event: outlets for event, outlets in shared.items() if outlet in outlets}
    rows = tuple(_row(outlet, measure, own) for measure in Measure)
    return OutletProfile(outlet, len(own), rows)


def _row(outlet: str, measure: Measure, shared: _Events) -> ProfileRow:
    differences: list[EventDifference] = []
    for event, outlets in shared.items():
        means = {name: _mean(held, measure) for name, held in outlets.items()}
        value = means.pop(outlet)
        others = [mean for mean in means.values() if mean is not None]
        if value is not None and others:
            differences.append(EventDifference(event, value, fmean(others)))
    return summarize(measure, differences)


def _mean(articles: Iterable[ArticleMeasures], measure: Measure) -> float | None:
    values = [each.values[measure] for each in articles if measure in each.values]
    return fmean(values) if values else None


def summarize(measure: Measure, events: Sequence[EventDifference]) -> ProfileRow:
    """Return the mean difference over events with its range, or why there is none.

    >>> few = [EventDifference("a", 3.0, 1.0)] * 2
    >>> summarize(Measure.LOADED, few).reason
    'too little: 2 events, 6 needed'
    >>> summarize(Measure.LOADED, few * 3).mean
    2.0
    """
    count = len(events)
    if count < LEAST_EVENTS:
        reason = f"too little: {count} {plural(count, 'event')}, {LEAST_EVENTS} needed"
        return ProfileRow(measure, None, None, None, tuple(events), reason)
    values = [each.difference for each in events]
    low, high = _range(values)
    return ProfileRow(measure, fmean(values), low, high, tuple(events))


def _range(values: Sequence[float]) -> tuple[float | None, float | None]:
    """Return the middle 95 % of the means of redrawn events."""
    least = min(values)
    steps = [round((value - least) * _STEPS) for value in values]  # no lane holds a sign
    drawn = draw_lanes(len(values), REDRAWS, seed=len(values))
    totals = lane_totals(drawn, steps, REDRAWS)
    return middle([total / (len(values) * _STEPS) + least for total in totals])
