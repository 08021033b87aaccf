"""Prominence: where claims, speakers and figures first stand in a text, and the room they get."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.core.framing.matters import Matters
from desktop.core.model.details import Prominence, ProminenceKind
from desktop.core.model.places import Place
from desktop.core.model.spans import Span, merged
from desktop.core.text.spellings import fold_spelling
from desktop.core.text.tokens import count_words


def find_prominence(matters: Matters) -> tuple[Prominence, ...]:
    """Return the rows of all articles; shares are of the text and of its scored words."""
    return tuple(
        _row(matters, *entry)
        for article in matters.ids
        for entry in (
            *_claims(matters, article),
            *_speakers(matters, article),
            *_figures(matters, article),
        )
    )


_Entry = tuple[ProminenceKind, str, str, list[Span]]


def _row(
    matters: Matters, kind: ProminenceKind, name: str, article: str, spans: list[Span]
) -> Prominence:
    text = matters.sources.article(article).text
    words = count_words(text, merged(spans))
    total = max(1, matters.sources.analysis(article).ledger.total)
    first = min(spans)
    return Prominence(
        kind=kind,
        name=name,
        place=Place(article, first),
        first=round(first.start / len(text), 4),
        room=round(min(1.0, words / total), 4),
    )


def _claims(matters: Matters, article: str) -> Iterable[_Entry]:
    index = matters.sources.position(article)
    for claim in matters.claims:
        cell = claim.cells[index]
        if cell.evidence:
            yield ProminenceKind.CLAIM, claim.text, article, [p.span for p in cell.evidence]


def _speakers(matters: Matters, article: str) -> Iterable[_Entry]:
    spans: dict[str, list[Span]] = {}
    names: dict[str, str] = {}
    for quotation in matters.said(article):
        if quotation.speaker and quotation.speaker.name.strip():
            key = fold_spelling(quotation.speaker.name.split()[-1])
            names.setdefault(key, quotation.speaker.name)
            spans.setdefault(key, []).append(quotation.span)
    for key, said in spans.items():
        yield ProminenceKind.SPEAKER, names[key], article, said


def _figures(matters: Matters, article: str) -> Iterable[_Entry]:
    for figure in matters.desk.figures:
        if figure.place.article == article:
            sentence = matters.sentence(figure.place)
            thing = " ".join((matters.sources.text(figure.place), figure.counts)).strip()
            area = sentence.span if sentence else figure.place.span
            yield ProminenceKind.FIGURE, thing, article, [area]
