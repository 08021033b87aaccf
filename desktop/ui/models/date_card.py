"""What an article's sources state, as the lines of a card."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from desktop.core.model.articles import Origin
from desktop.core.model.spans import Span
from desktop.services.date_cards import DateCard, StatedField, StatedValue
from desktop.ui.dates import date_label
from desktop.ui.labels import origin_label

_MOST_PLACES = 3


@dataclass(frozen=True, slots=True)
class CardLine:
    """A line of the card: what it is about, what is stated, by whom, and what can be done.

    `field` and `value` are what "use this instead" takes; empty where that cannot be. `edits` names
    a field that can be typed.
    """

    label: str
    words: str
    origin: str = ""
    note: str = ""
    field: str = ""
    value: str = ""
    edits: str = ""
    evidence: Span | None = None
    is_missing: bool = False
    is_other: bool = False


def _tr(words: str) -> str:
    return QCoreApplication.translate("DateCard", words)


def card_lines(card: DateCard, *, can_write: bool = True) -> tuple[CardLine, ...]:
    """Return the lines of a card: the dates, the outlet, and other fields that differ.

    With `can_write` unset nothing is offered to be changed.
    """
    fields = {field.name: field for field in card.fields}
    lines = [
        *_published(fields.get("published")),
        *_moment(fields.get("updated"), _tr("Updated"), _tr("No place speaks of an update")),
        *_moment(fields.get("saved"), _tr("Saved"), _tr("The file keeps no date of saving")),
        *_file(fields.get("file")),
        *_outlet(fields.get("outlet")),
        *_others(fields),
    ]
    if can_write:
        return tuple(lines)
    return tuple(replace(line, field="", value="", edits="") for line in lines)


def _published(field: StatedField | None) -> Iterator[CardLine]:
    label = _tr("Published")
    values = field.values if field else ()
    chosen = next((value for value in values if value.is_chosen), None)
    if chosen is None:
        note = _tr("No place states it in full")
        yield CardLine(label, date_label(None), note=note, edits="published", is_missing=True)
    else:
        yield replace(_line(label, chosen), edits="published")
    for value in values:
        if value is not chosen:
            yield _other("published", value)


def _moment(field: StatedField | None, label: str, missing: str) -> Iterator[CardLine]:
    if field is None:
        yield CardLine(label, _tr("Not stated"), note=missing, is_missing=True)
        return
    first, *others = field.values
    yield _line(label, first)
    for value in others:
        if not value.agrees:
            yield replace(_other(field.name, value), field="", value="")


def _file(field: StatedField | None) -> Iterator[CardLine]:
    words = date_label(field.values[0].date) if field else _tr("Not known")
    note = _tr("Not used: file dates never stand in for publication")
    yield CardLine(_tr("File"), words, note=note, is_missing=True)


def _outlet(field: StatedField | None) -> Iterator[CardLine]:
    label = _tr("Outlet")
    values = field.values if field else ()
    if not values or not values[0].is_chosen:
        yield CardLine(label, _tr("Not stated"), edits="outlet", is_missing=True)
    else:
        yield replace(_line(label, values[0]), edits="outlet")
        values = values[1:]
    yield from (_other("outlet", value) for value in values if not value.agrees)


def _others(fields: dict[str, StatedField]) -> Iterator[CardLine]:
    labels = {
        "title": _tr("Headline"),
        "authors": _tr("Author"),
        "url": _tr("Address"),
        "language": _tr("Language"),
        "section": _tr("Section"),
    }
    for name, label in labels.items():
        values = fields[name].values if name in fields else ()
        differing = [value for value in values[1:] if not value.agrees]
        if not differing and name != "section":
            continue
        if values:
            yield _line(label, values[0])
        yield from (_other(name, value) for value in differing)


def _line(label: str, value: StatedValue) -> CardLine:
    return CardLine(label, _words(value), _origin(value), _places(value), evidence=value.evidence)


def _other(name: str, value: StatedValue) -> CardLine:
    label = _tr("Also says so") if value.agrees else _tr("Also stated")
    note = _places(value)
    if value.lies_ahead:
        note = f"{note}. {_tr('Not used: it lies ahead')}" if note else _tr("It lies ahead")
    usable = value.is_usable and not value.agrees
    return CardLine(
        label,
        _words(value),
        _origin(value),
        note,
        field=name if usable else "",
        value=value.value if usable else "",
        evidence=value.evidence,
        is_other=True,
    )


def _words(value: StatedValue) -> str:
    return date_label(value.date) if value.date else value.value


def _origin(value: StatedValue) -> str:
    known = [origin for origin in Origin if origin.value == value.origin]
    return origin_label(known[0]) if known else ""


def _places(value: StatedValue) -> str:
    names = {
        "dateline": _tr("the dateline of the page"),
        "line": _tr("a line of the page"),
        "byline": _tr("the byline"),
        "newsroom": _tr("JSON-LD, as a newsroom or an agency"),
        "headline": _tr("the headline shown"),
        "title": _tr("the page’s title"),
        "address": _tr("the address"),
        "page": _tr("the page’s markup"),
        "text": "",
        "sidecar": "",
        "file": "",
    }
    places = list(dict.fromkeys(names.get(place, place) for place in value.places))
    told = [place for place in places if place]
    more = len(told) - _MOST_PLACES
    rest = [_tr("{count} more").format(count=more)] if more > 0 else []
    return ", ".join([*told[:_MOST_PLACES], *rest])
