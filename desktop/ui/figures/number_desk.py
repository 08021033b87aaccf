"""The number desk: figures by the thing counted, the verdict on scope before any difference."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.core.model.analyses import Voice
from desktop.core.model.details import DeskFigure, Details, FigureDesk, FigureRelation
from desktop.ui.figures.event_texts import EventTexts, shortened
from desktop.ui.paint.marks import MarkForm
from desktop.ui.paint.sheets import (
    Column,
    Framed,
    Part,
    RowKind,
    Sheet,
    SheetCell,
    SheetRow,
    Square,
    Words,
)
from desktop.ui.words import counted, in_marks

_MOST_SCOPE, _MOST_LISTED = 60, 12
_FORMS = {
    FigureRelation.DIFFERENT: MarkForm.OTHER_FIGURE,
    FigureRelation.OTHER_SCOPE: MarkForm.OTHER_SCOPE,
}


@dataclass(frozen=True, slots=True)
class _Matter:
    """One kind of thing counted: its figures, those that all count one scope, those that differ."""

    members: tuple[int, ...]
    main: frozenset[int]
    different: frozenset[int]
    is_shared: bool


def number_desk_sheet(details: Details, texts: EventTexts) -> Sheet:
    """Return the figures of the event: those that can be compared first, then those of one text."""
    desk = details.figures
    matters = _matters(desk)
    grouped = {member for matter in matters for member in matter.members}
    rows: list[SheetRow] = []
    for matter in matters:
        members = [each for each in matter.members if desk.figures[each].place.article in texts]
        rows.append(_head(desk, matter, members))
        rows += [_row(desk.figures[each], _look(each, matter), texts) for each in members]
    single = [
        figure
        for nth, figure in enumerate(desk.figures)
        if nth not in grouped and not figure.is_conversion and figure.place.article in texts
    ]
    if single and rows:
        head = Words(_tr("In one text only"), "small-strong")
        rows.append(SheetRow((SheetCell(((head,),)),), RowKind.HEAD))
    rows += [_row(figure, None, texts) for figure in single]
    rows += list(_remarks(desk, texts))
    return Sheet(
        (
            Column(_tr("Figure"), 1.7, 156),
            Column(_tr("Counts"), 1.5, 96),
            Column(_tr("Scope"), 2.4, 116),
            Column(_tr("Source"), 1.7, 100),
            Column(_tr("Sentence"), 0.0, 78),
        ),
        tuple(rows),
        _tr("No figure was found in these texts. A number with what it counts would stand here."),
        few_lines=1,
    )


def _matters(desk: FigureDesk) -> list[_Matter]:
    """Return the kinds of things counted that two texts have, the most often counted first."""
    homes: dict[int, set[int]] = {}
    for group in desk.groups:
        joined = set(group.members).union(*(homes.get(each, ()) for each in group.members))
        homes.update(dict.fromkeys(joined, joined))
    unique = {id(home): home for home in homes.values()}
    made = [_matter(desk, home) for home in unique.values()]
    return sorted(made, key=lambda matter: (-len(matter.members), matter.members))


def _matter(desk: FigureDesk, home: set[int]) -> _Matter:
    groups = [group for group in desk.groups if group.members[0] in home]
    same = [group for group in groups if group.relation is FigureRelation.SAME]
    largest = max(same, key=lambda group: len(group.members), default=None)
    main = frozenset(largest.members) if largest else frozenset((min(home),))
    different = frozenset(
        member
        for group in groups
        if group.relation is FigureRelation.DIFFERENT
        for member in group.members
    )
    members = (*sorted(main), *sorted(home - main))
    return _Matter(members, main, different, largest is not None)


def _look(member: int, matter: _Matter) -> FigureRelation | None:
    """Return how a figure stands to those of the main scope; None where there is none to stand to.

    A figure that differs in value alone has the sign; one of another scope has its scope framed.
    """
    if member in matter.main:
        return FigureRelation.SAME
    is_different = member in matter.different
    return FigureRelation.DIFFERENT if is_different else FigureRelation.OTHER_SCOPE


def _head(desk: FigureDesk, matter: _Matter, members: Sequence[int]) -> SheetRow:
    first = desk.figures[matter.members[0]]
    thing = first.counts or first.unit or _tr("Figures")
    cell = SheetCell(((Words(thing, "small-strong"),),))
    return SheetRow((cell,), RowKind.HEAD, _verdict(desk, matter, members))


def _verdict(desk: FigureDesk, matter: _Matter, members: Sequence[int]) -> str:
    parts: list[str] = []
    if matter.is_shared:
        articles = {desk.figures[each].place.article for each in matter.main}
        texts = counted(len(articles), _tr("text"), _tr("texts"))
        scopes = [s for each in sorted(matter.main) if (s := desk.figures[each].scope)]
        scope = min(scopes, key=len, default="")
        same = _tr("Same figure ({scope}), {texts}.") if scope else _tr("Same figure, {texts}.")
        parts.append(same.format(scope=shortened(scope, 28), texts=texts))
    other = sum(each not in matter.main and each not in matter.different for each in members)
    if other:
        parts.append(_tr("{count} with other scope.").format(count=other))
    parts.append(_different(desk, matter) or _tr("No different figure."))
    return " ".join(parts)


def _different(desk: FigureDesk, matter: _Matter) -> str:
    values = {desk.figures[each].value for each in matter.different}
    shown = [f"{value:,.10g}" for value in sorted(v for v in values if v is not None)]
    return _tr("Different figure: {values}.").format(values=", ".join(shown)) if shown else ""


def _row(figure: DeskFigure, look: FigureRelation | None, texts: EventTexts) -> SheetRow:
    places = (figure.place,)
    own = figure.source is None and texts.voice(figure.place) is Voice.OWN
    source = figure.source or (_tr("own voice") if own else _tr("no one named"))
    square = Square(Voice.OWN if own else Voice.QUOTED)
    form = _FORMS.get(look) if look else None
    cells = (
        (_figure_parts(figure, look, texts), places),
        ((Words(figure.counts or "–", "small", "text2"),), places),
        (_scope_parts(figure, look), places),
        ((square, Words(source, "small", "text2")), places),
        ((texts.outlet(figure.place),), places),
    )
    return SheetRow(tuple(SheetCell((parts,), opened, form=form) for parts, opened in cells))


def _figure_parts(
    figure: DeskFigure, look: FigureRelation | None, texts: EventTexts
) -> tuple[Part, ...]:
    words, modifier = texts.words(figure.place, _MOST_SCOPE), figure.modifier
    number = words
    if modifier and words.lower().startswith(modifier.lower()):
        number = words[len(modifier) :].strip()
    lead = (Words(modifier.lower(), "small", "text2"),)
    parts: tuple[Part, ...] = lead if number != words else ()
    if look is FigureRelation.DIFFERENT:
        return *parts, Framed(f"≠ {number}", is_dashed=False)
    return *parts, Words(number, "body-strong")


def _scope_parts(figure: DeskFigure, look: FigureRelation | None) -> tuple[Part, ...]:
    scope = shortened(figure.scope, _MOST_SCOPE)
    period = (Words(figure.period, "small", "text3"),) if figure.period else ()
    if look is FigureRelation.OTHER_SCOPE:
        framed = Framed(shortened(scope, 30) or _tr("scope not stated"), is_dashed=True)
        return framed, *period
    if not scope:
        return period or (Words("–", "small", "text3"),)
    return (Words(" · ".join(part for part in (scope, figure.period) if part), "small", "text2"),)


def _remarks(desk: FigureDesk, texts: EventTexts) -> Iterator[SheetRow]:
    """Yield what is listed and not compared: conversions, and numbers that were not understood."""
    told: list[str] = []
    conversions = [
        figure for figure in desk.figures if figure.is_conversion and figure.place.article in texts
    ]
    for figure in conversions[:_MOST_LISTED]:
        before = _converted(figure, desk.figures)
        words = _tr("{figure} converts {other}.") if before else _tr("{figure} is a conversion.")
        other = texts.words(before.place) if before else ""
        told.append(words.format(figure=texts.words(figure.place), other=other))
    unread = texts.known(desk.unparsed)
    if unread:
        listed = ", ".join(in_marks(texts.words(place)) for place in unread[:_MOST_LISTED])
        more = len(unread) - _MOST_LISTED
        told.append(_tr("Not understood: {listed}.").format(listed=listed))
        if more > 0:
            told.append(_tr("And {count} more.").format(count=more))
    if told:
        places = (*(figure.place for figure in conversions), *unread)
        cell = SheetCell(((Words(" ".join(told), "small", "text2"),),), places)
        yield SheetRow((cell,), RowKind.NOTE)


def _converted(figure: DeskFigure, figures: Iterable[DeskFigure]) -> DeskFigure | None:
    """Return the figure just before a conversion: the measure that it gives again."""
    before = [
        other
        for other in figures
        if other.place.article == figure.place.article
        and other.place.span.end <= figure.place.span.start
        and not other.is_conversion
    ]
    return max(before, key=lambda other: other.place.span.end, default=None)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Details", words)
