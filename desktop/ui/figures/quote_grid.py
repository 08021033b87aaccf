"""The completeness grid: one row an utterance, one column an outlet, what each has of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from desktop.core.model.analyses import Voice
from desktop.core.model.places import Place
from desktop.core.model.utterances import Part, PartKind, Variants, Version, VersionKind
from desktop.core.model.wire import OneSource, Reprints
from desktop.ui.figures.event_texts import EventTexts, shortened
from desktop.ui.figures.outlet_grid import MOST_COLUMNS
from desktop.ui.paint.sheets import Column, Line, Sheet, SheetCell, SheetRow, Sign, Square, Words
from desktop.ui.words import in_marks

_BEST_FIRST = tuple(VersionKind)
MOST_NARROW = 30
_EDGE_PX, _NARROW_PX, _CELL_PX, _LABEL_PX = 8.0, 32.0, 84.0, 170.0
_LONGEST, _MOST_PARTS = 110, 3


@dataclass(frozen=True, slots=True)
class _Cell:
    """What one article has of an utterance: its best version, and all of them."""

    best: Version
    versions: tuple[Version, ...]


def quote_sheet(
    rows: Sequence[Variants],
    texts: EventTexts,
    reprints: Reprints = (),
    most_narrow: int = MOST_NARROW,
) -> Sheet:
    """Return the grid: words for a few outlets, signs for many, counts for more than `most_narrow`.

    Articles that print one text have one column, with their number.
    """
    once = OneSource(reprints)
    shown = EventTexts([each for each in texts.columns if once.is_lead(each.article.id)])
    copies = {group[0]: len(group) for group in reprints}
    count = len(shown.columns)
    if count > most_narrow:
        columns, make = _counted_columns(), _counted_row
    elif count > MOST_COLUMNS:
        first, *outlets = _outlet_columns(shown, copies, (0.0, _NARROW_PX))
        # The last one has the edge of the card beside it.
        outlets[-1] = replace(outlets[-1], least_px=_NARROW_PX + _EDGE_PX)
        columns, make = (first, *outlets), _narrow_row
    else:
        columns, make = _outlet_columns(shown, copies, (1.0, _CELL_PX)), _row
    made = tuple(make(row, shown.ids, texts) for row in rows)
    return Sheet(columns, made, empty_words(len(texts.columns)), few_lines=4)


def quotes_title() -> str:
    """Return the title of the card and of its section on paper."""
    return _tr("Quotations, version by version")


def quotes_subtitle() -> str:
    """Return how to read the grid."""
    return _tr(
        "Held against the fullest version. Hatched square: quoted. Empty square: reported, not "
        "quoted. Pencil: other wording. Dash: not found.",
    )


def empty_words(articles: int) -> str:
    """Return what it would take to have quotations to compare."""
    if articles < 2:
        return _tr("There is one article: quotations are compared from two articles on.")
    return _tr("No words of a speaker were found in two texts, quoted or reported.")


def kind_words(kind: VersionKind) -> str:
    """Return what a version is called in the grid."""
    return {
        VersionKind.FULL: _tr("full"),
        VersionKind.CUT: _tr("cut"),
        VersionKind.MERGED: _tr("merged"),
        VersionKind.OTHER_WORDING: _tr("other wording"),
        VersionKind.PARAPHRASED: _tr("reported, not quoted"),
    }[kind]


def best_versions(row: Variants) -> dict[str, Version]:
    """Return for each article the version that has most of an utterance."""
    best: dict[str, Version] = {}
    for version in row.versions:
        held = best.get(version.place.article)
        if held is None or _fitness(version) < _fitness(held):
            best[version.place.article] = version
    return best


def _fitness(version: Version) -> tuple[int, int]:
    kept = sum(len(part.here.span) for part in _of(version, PartKind.KEPT) if part.here)
    return _BEST_FIRST.index(version.kind), -kept


def change_words(version: Version, texts: EventTexts) -> list[str]:
    """Return what a version cuts and words otherwise, each with its words."""
    cut = [
        texts.words(part.fullest, _LONGEST) for part in _of(version, PartKind.CUT) if part.fullest
    ]
    other = [
        _tr("{here} for {there}").format(
            here=in_marks(texts.words(part.here, _LONGEST)),
            there=in_marks(texts.words(part.fullest, _LONGEST)),
        )
        for part in _of(version, PartKind.WORDED_OTHERWISE)
        if part.here and part.fullest
    ]
    added = [texts.words(part.here, _LONGEST) for part in _of(version, PartKind.ADDED) if part.here]
    lines: list[str] = []
    if cut:
        lines.append(_tr("cut: {words}").format(words=_listed(cut)))
    if other:
        lines.append("; ".join(other[:_MOST_PARTS]) + ("; …" if len(other) > _MOST_PARTS else ""))
    if added:
        lines.append(_tr("adds: {words}").format(words=_listed(added)))
    return lines


def _listed(parts: Sequence[str]) -> str:
    words = "; ".join(in_marks(part) for part in parts[:_MOST_PARTS])
    return f"{words}; …" if len(parts) > _MOST_PARTS else words


def _of(version: Version, kind: PartKind) -> list[Part]:
    return [part for part in version.parts if part.kind is kind]


def _cells(row: Variants, ids: Sequence[str]) -> dict[str, _Cell]:
    """Return what each article shown has of an utterance, in the order of the outlets."""
    best = best_versions(row)
    return {
        article: _Cell(best[article], tuple(v for v in row.versions if v.place.article == article))
        for article in ids
        if article in best
    }


def _row(row: Variants, ids: Sequence[str], texts: EventTexts) -> SheetRow:
    found = {article: _cell(cell, row, texts) for article, cell in _cells(row, ids).items()}
    cells = (found.get(each) or _not_found(texts.badge(each).name) for each in ids)
    return SheetRow((_label(row, texts, "evidence"), *cells))


def _narrow_row(row: Variants, ids: Sequence[str], texts: EventTexts) -> SheetRow:
    found = {article: _narrow_cell(cell, texts) for article, cell in _cells(row, ids).items()}
    cells = (found.get(each) or _not_found(texts.badge(each).name) for each in ids)
    return SheetRow((_label(row, texts, "small"), *cells))


def _counted_row(row: Variants, ids: Sequence[str], texts: EventTexts) -> SheetRow:
    """Return how many texts have an utterance in full, cut, and so on, each with its places."""
    by_kind: dict[VersionKind, list[Place]] = {kind: [] for kind in VersionKind}
    found = _cells(row, ids)
    for cell in found.values():
        by_kind[cell.best.kind].append(cell.best.place)
    counts = [_count(len(places), kind_words(kind), places) for kind, places in by_kind.items()]
    absent = _count(len(ids) - len(found), _tr("not found"), ())
    return SheetRow((_label(row, texts, "evidence"), *counts, absent))


def _count(number: int, words: str, places: Sequence[Place]) -> SheetCell:
    shown = Words(f"{number:,}" if number else "–", "small", "text" if number else "text3")
    return SheetCell(((shown,),), tuple(places), f"{number} {words}")


def _label(row: Variants, texts: EventTexts, kind: str) -> SheetCell:
    speaker = row.speaker or _tr("No speaker named")
    words = in_marks(shortened(texts.whole(row.fullest).strip("“”\"'‘’,. "), _LONGEST))
    lines: tuple[Line, ...] = ((Words(speaker, "small-strong"),), (Words(words, kind),))
    return SheetCell(lines, (row.fullest,))


def _cell(cell: _Cell, row: Variants, texts: EventTexts) -> SheetCell:
    best = cell.best
    is_fullest = best.place == row.fullest
    words = _tr("fullest version") if is_fullest else kind_words(best.kind)
    is_plain = best.kind is VersionKind.FULL
    head = (_square(best), Words(words, "small-medium", "text" if is_plain else "accent"))
    below = [Words(line, "small", "text2") for line in _lines(cell, texts)]
    return SheetCell((head, *((each,) for each in below)), _places(cell))


def _lines(cell: _Cell, texts: EventTexts) -> list[str]:
    if cell.best.kind is VersionKind.PARAPHRASED:
        return [texts.words(cell.best.place, _LONGEST)]
    return change_words(cell.best, texts)


def _narrow_cell(cell: _Cell, texts: EventTexts) -> SheetCell:
    kind, name = cell.best.kind, texts.badge(cell.best.place.article).name
    said = ". ".join([f"{name}: {kind_words(kind)}", *_lines(cell, texts)])
    sign: Square | Sign | Words = _square(cell.best)
    if kind is VersionKind.CUT:
        sign = Words(_tr("cut"), "caption", "accent")
    elif kind in {VersionKind.OTHER_WORDING, VersionKind.MERGED}:
        sign = Sign("edit", "accent")
    return SheetCell(((sign,),), _places(cell), said)


def _outlet_columns(
    shown: EventTexts, copies: Mapping[str, int], size: tuple[float, float]
) -> tuple[Column, ...]:
    """Return a column an outlet; one that stands for several prints of a text has their number."""
    outlets = [
        Column(_name(each.name, copies.get(each.article.id, 1)), *size, each.mark)
        for each in shown.columns
    ]
    return Column(_tr("Said"), 1.3, _LABEL_PX), *outlets


def _counted_columns() -> tuple[Column, ...]:
    titles = [*map(kind_words, VersionKind), _tr("not found")]
    return Column(_tr("Said"), 4.0, _LABEL_PX), *(Column(title, 1.0, 64.0) for title in titles)


def _not_found(name: str) -> SheetCell:
    said = _tr("{outlet}: not found").format(outlet=name)
    return SheetCell(((Words("–", "small", "text3"),),), (), said)


def _name(name: str, copies: int) -> str:
    return f"{name} ×{copies}" if copies > 1 else name


def _square(version: Version) -> Square:
    is_reported = version.kind is VersionKind.PARAPHRASED
    return Square(Voice.INDIRECT if is_reported else Voice.QUOTED)


def _places(cell: _Cell) -> tuple[Place, ...]:
    rest = [each.place for each in cell.versions if each.place != cell.best.place]
    return (cell.best.place, *rest)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Voices", words)
