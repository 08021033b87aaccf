"""Figures that count the same kind of thing in several articles, and where their scopes differ."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from typing import NamedTuple

from desktop.core.alignment.relations import counts_same, format_value, same_scope
from desktop.core.framing.sources import Sources, joined
from desktop.core.model.analyses import Figure
from desktop.core.model.comparisons import Finding, FindingKind, Place


class Given(NamedTuple):
    """A figure and the article that gives it."""

    article: str
    figure: Figure


def find_figure_groups(sources: Sources) -> Iterable[Finding]:
    """Compare figures of one kind with different values, those in most texts first."""
    given = [
        Given(article.id, figure)
        for article, analysis in zip(sources.articles, sources.analyses, strict=True)
        for figure in analysis.figures
        if figure.value is not None and analysis.sentence(figure.sentence).scored
    ]
    groups = list(_group(given))
    pairs = [
        (one, other)
        for one, other in combinations(groups, 2)
        if counts_same(one[0].figure, other[0].figure) and _several(one, other)
    ]
    pairs.sort(key=lambda pair: -len({each.article for each in (*pair[0], *pair[1])}))
    for one, other in pairs:
        yield _describe(sources, one, other)


def _group(given: Iterable[Given]) -> Iterable[list[Given]]:
    """Put figures of one value that count the same together."""
    groups: list[list[Given]] = []
    for each in given:
        for group in groups:
            head = group[0].figure
            if head.value == each.figure.value and counts_same(head, each.figure):
                group.append(each)
                break
        else:
            groups.append([each])
    return groups


def _several(one: list[Given], other: list[Given]) -> bool:
    """Say whether the two values stand in two articles or more."""
    return len({each.article for each in (*one, *other)}) > 1


def _describe(sources: Sources, one: list[Given], other: list[Given]) -> Finding:
    low, high = sorted((one, other), key=lambda group: group[0].figure.value or 0.0)
    left, right = _clearest(low), _clearest(high)
    places = tuple(Place(each.article, each.figure.span) for each in (*low, *high))
    if same_scope(left, right) and left.scope:
        text = (
            f"{_names(sources, low)} {format_value(left)} {left.counts} in {left.scope},"
            f" {_names(sources, high)} {format_value(right)} {right.counts}."
        )
        return Finding(FindingKind.FIGURES, "Different figures", text, 0.7, places)
    text = f"{_counts(left)}, {_counts(right)}."
    if left.scope and right.scope:
        text += " They do not contradict."
        return Finding(FindingKind.FIGURES, "Two figures, two scopes", text, 0.9, places)
    return Finding(
        FindingKind.FIGURES,
        "Two figures, scope not stated by all",
        f"{text} {_names(sources, low)} {format_value(left)},"
        f" {_names(sources, high)} {format_value(right)}.",
        0.5,
        places,
    )


def _clearest(group: list[Given]) -> Figure:
    """Return the figure of a group that states its scope most briefly."""
    return min((each.figure for each in group), key=lambda f: (not f.scope, len(f.scope)))


def _counts(figure: Figure) -> str:
    where = f" in {figure.scope}" if figure.scope else ""
    return f"{format_value(figure)} counts {figure.counts}{where}"


def _names(sources: Sources, group: list[Given]) -> str:
    return joined([sources.name(each) for each in dict.fromkeys(each.article for each in group)])
