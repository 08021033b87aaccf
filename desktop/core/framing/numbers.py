"""Findings on figures: two values for the same thing, or one thing counted in two scopes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from desktop.core.alignment.relations import format_value, same_scope
from desktop.core.alignment.words import stem_of
from desktop.core.framing.counter import other_values
from desktop.core.framing.sources import Sources
from desktop.core.model.analyses import Figure
from desktop.core.model.comparisons import Finding, FindingKind
from desktop.core.model.details import DeskFigure, FigureDesk, FigureGroup, FigureRelation
from desktop.core.model.places import Place
from desktop.core.text.tokens import word_set

_ANYBODY = word_set("people persons others men women residents")
_ALIKE = 0.13
_VERY_LIKE = 0.3
# Of two counts of one thing none is many times the other: those count different things.
_MOST_TIMES = 4.0


def find_figure_findings(
    sources: Sources, desk: FigureDesk, likeness: Callable[[Place, Place], float]
) -> Iterable[Finding]:
    """Describe groups of the desk that stand side by side, those that differ first.

    Of each kind those that most texts have come first.

    Two figures of one kind are held together only where their scopes are stated, the text says what
    is counted, and a sentence of the one is like one of the other; very like it for two scopes, in
    which "people" alone is not enough to be one thing counted.
    """
    groups = [(group, _sides(desk, group)) for group in desk.groups]
    different = [
        (group, sides)
        for group, sides in groups
        if group.relation is FigureRelation.DIFFERENT and _are_near(sides)
    ]
    scoped = [
        (group, sides)
        for group, sides in groups
        if group.relation is FigureRelation.OTHER_SCOPE and _are_held_together(sides, likeness)
    ]
    for group, (low, high) in sorted(different, key=lambda row: _order(row[1])):
        yield _describe_different(sources, low, high, _beside(desk, group))
    for group, (low, high) in sorted(scoped, key=lambda row: _order(row[1])):
        left, right = _clearest(low), _clearest(high)
        if not same_scope(_to_figure(left), _to_figure(right)):
            yield _describe_scopes(low, high, _beside(desk, group))
        elif _are_near((low, high)) and not _differ(left.period, right.period):
            yield _describe_different(sources, low, high, _beside(desk, group))


_Sides = tuple[Sequence[DeskFigure], Sequence[DeskFigure]]


def _sides(desk: FigureDesk, group: FigureGroup) -> _Sides:
    """Return the figures of a group by value, the lower first; a group holds two values."""
    members = [desk.figures[each] for each in group.members]
    low = min(_value(each) for each in members)
    return (
        [each for each in members if _value(each) == low],
        [each for each in members if _value(each) != low],
    )


def _beside(desk: FigureDesk, group: FigureGroup) -> tuple[Place, ...]:
    """Return what speaks against a difference: other figures that count the same."""
    shown = [desk.figures[each] for each in group.members]
    related = [
        desk.figures[each]
        for other in desk.groups
        if other is not group and set(other.members) & set(group.members)
        for each in other.members
    ]
    return other_values(dict.fromkeys(related), shown)


def _are_held_together(sides: _Sides, likeness: Callable[[Place, Place], float]) -> bool:
    low, high = sides
    if not high or not all(_clearest(side).scope and side[0].counts for side in sides):
        return False
    one, other = _clearest(low), _clearest(high)
    is_alike, in_one = _head(one) == _head(other), same_scope(_to_figure(one), _to_figure(other))
    if not in_one and not (is_alike or _share_words(one, other)):
        return False
    if not in_one and {one.counts.lower(), other.counts.lower()} <= _ANYBODY:
        return False
    least = _ALIKE if is_alike and in_one else _VERY_LIKE
    return any(
        likeness(left.place, right.place) >= least
        for left in low
        for right in high
        if left.place.article != right.place.article
    )


def _are_near(sides: _Sides) -> bool:
    low, high = sides
    return max(map(_value, high), default=0.0) <= _MOST_TIMES * _value(low[0])


def _differ(left: str, right: str) -> bool:
    """Say whether both periods are stated and are not the same."""
    return bool(left and right) and left != right


def _share_words(one: DeskFigure, other: DeskFigure) -> bool:
    """Say whether a word is in both counts: North Korean troops and North Korean soldiers."""
    return not set(one.counts.lower().split()).isdisjoint(other.counts.lower().split())


def _head(figure: DeskFigure) -> str:
    """Return the noun that a figure counts: homes of settlers are no settlers."""
    return stem_of(figure.counts.split()[-1].lower())


def _order(sides: _Sides) -> tuple[int, list[tuple[float, str, str]]]:
    """Return what groups are ordered by: in how many texts they stand, then what they say."""
    figures = [each for side in sides for each in side]
    spread = len({each.place.article for each in figures})
    return -spread, sorted({(_value(each), each.counts, each.scope) for each in figures})


def _describe_different(
    sources: Sources,
    low: Sequence[DeskFigure],
    high: Sequence[DeskFigure],
    counter: tuple[Place, ...],
) -> Finding:
    left, right = _clearest(low), _clearest(high)
    where = f" in {left.scope}" if left.scope else ""
    text = (
        f"{_names(sources, low)} {_number(left)} {left.counts}{where},"
        f" {_names(sources, high)} {_number(right)} {right.counts}."
    )
    places = tuple(each.place for each in (*low, *high))
    return Finding(FindingKind.FIGURES, "Different figures", text, 0.7, places, counter)


def _describe_scopes(
    low: Sequence[DeskFigure], high: Sequence[DeskFigure], counter: tuple[Place, ...]
) -> Finding:
    left, right = _clearest(low), _clearest(high)
    text = f"{_counted(left)}, {_counted(right)}. They do not contradict."
    places = tuple(each.place for each in (*low, *high))
    return Finding(FindingKind.FIGURES, "Two figures, two scopes", text, 0.8, places, counter)


def _clearest(figures: Sequence[DeskFigure]) -> DeskFigure:
    """Return the figure that states its scope most briefly."""
    return min(figures, key=lambda each: (not each.scope, len(each.scope)))


def _counted(figure: DeskFigure) -> str:
    where = f" in {figure.scope}" if figure.scope else ""
    return f"{_number(figure)} counts {figure.counts}{where}"


def _number(figure: DeskFigure) -> str:
    return format_value(_to_figure(figure))


def _to_figure(figure: DeskFigure) -> Figure:
    span, unit = figure.place.span, figure.unit
    return Figure(span, figure.value, unit, figure.counts, figure.scope, "", 0)


def _value(figure: DeskFigure) -> float:
    return figure.value or 0.0


def _names(sources: Sources, figures: Sequence[DeskFigure]) -> str:
    return sources.names(dict.fromkeys(each.place.article for each in figures))
