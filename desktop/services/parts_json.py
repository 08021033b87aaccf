"""The parts of a comparison beside claims and quotations, as JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from desktop.core.model.annotations import Annotation
from desktop.core.model.details import (
    Answer,
    ArticleForms,
    ContrastKind,
    Details,
    FairClock,
    FigureDesk,
    FiveW,
    HeadlineCheck,
    Naming,
    Question,
)
from desktop.core.model.omissions import LeftOut
from desktop.core.model.pairs import MinimalPair, PairSide
from desktop.core.model.places import Place

Record = dict[str, Any]
Texts = Mapping[str, str]

_CONTRASTS = {
    "attribution_gaps": ContrastKind.ATTRIBUTION_GAP,
    "anonymous": ContrastKind.ANONYMOUS,
    "certainty": ContrastKind.CERTAINTY,
    "agency": ContrastKind.AGENCY,
}


def parts_json(details: Details, texts: Texts) -> Record:
    """Return figures, naming, grid, questions and clock, every place with its words."""
    return {
        "figures": _desk(details.figures, texts),
        "naming": [_naming(row, texts) for row in details.naming],
        "five_w": {row.article: _five_w(row, texts) for row in details.five_w},
        "questions": [_question(each, texts) for each in details.questions],
        "clock": _clock(details.clock),
        **{key: _contrasts(details, kind, texts) for key, kind in _CONTRASTS.items()},
        **_by_article(details, texts),
        "minimal_pairs": [_pair(each, texts) for each in details.minimal_pairs],
        "annotations": _annotations(details.annotations, texts),
        "left_out": [_left_out(each) for each in details.left_out],
    }


def _contrasts(details: Details, kind: ContrastKind, texts: Texts) -> list[Record]:
    return [
        {
            "text": contrast.text,
            "sides": [
                {"label": side.label, "place": place_json(side.place, texts)}
                for side in contrast.sides
            ],
        }
        for contrast in details.contrasts
        if contrast.kind is kind
    ]


def _by_article(details: Details, texts: Texts) -> Record:
    """Return headlines, prominence and keyness, each with the articles as its keys."""
    headlines: Record = {article: [] for article in texts}
    prominence: Record = {article: [] for article in texts}
    keyness: Record = {article: [] for article in texts}
    for check in details.headlines:
        headlines[check.claim.article].append(_headline(check, texts))
    for row in details.prominence:
        prominence[row.place.article].append(
            {
                "kind": row.kind,
                "name": row.name,
                "first": row.first,
                "room": row.room,
                "place": place_json(row.place, texts),
            }
        )
    for word in details.keyness:
        keyness[word.article].append(
            {
                "word": word.word,
                "here": word.here,
                "elsewhere": word.elsewhere,
                "log_likelihood": word.likelihood,
                "effect": word.effect,
                "place": place_json(word.place, texts),
            }
        )
    return {"headlines": headlines, "prominence": prominence, "keyness": keyness}


def _headline(check: HeadlineCheck, texts: Texts) -> Record:
    return {
        "claim": place_json(check.claim, texts),
        "carried_by": place_json(check.carried_by, texts) if check.carried_by else None,
        "said_by": check.said_by,
        "nearest": place_json(check.nearest, texts) if check.nearest else None,
    }


def place_json(place: Place, texts: Texts) -> Record:
    """Return a place with its words."""
    span = place.span
    words = span.of(texts[place.article])
    return {"article": place.article, "start": span.start, "end": span.end, "text": words}


def places_json(places: Sequence[Place], texts: Texts) -> list[Record]:
    """Return places with their words."""
    return [place_json(place, texts) for place in places]


def _desk(desk: FigureDesk, texts: Texts) -> Record:
    figures = [
        {
            "value": _number(figure.value),
            "unit": figure.unit,
            "counts": figure.counts,
            "scope": figure.scope,
            "period": figure.period,
            "source": figure.source,
            "modifier": figure.modifier,
            "conversion": figure.is_conversion,
            "place": place_json(figure.place, texts),
        }
        for figure in desk.figures
    ]
    groups = [
        {"members": [figures[each]["place"] for each in group.members], "relation": group.relation}
        for group in desk.groups
    ]
    return {
        "figures": figures,
        "groups": groups,
        "unparsed": places_json(desk.unparsed, texts),
    }


def _number(value: float | None) -> float | int | None:
    """Return a whole number without a fraction, as a reader of JSON expects it."""
    return int(value) if value is not None and value.is_integer() else value


def _naming(row: Naming, texts: Texts) -> Record:
    return {
        "actor": row.actor,
        "articles": _forms(row.own, texts),
        "quoted": _forms(row.quoted, texts),
    }


def _forms(rows: Sequence[ArticleForms], texts: Texts) -> Record:
    return {
        row.article: [
            {"form": form.form, "count": form.count, "place": place_json(form.place, texts)}
            for form in row.forms
        ]
        for row in rows
    }


def _five_w(row: FiveW, texts: Texts) -> Record:
    cells = {
        "who": row.who,
        "what": row.what,
        "when": row.when,
        "where": row.where,
        "why": row.why,
        "how": row.how,
    }
    return {name: [_answer(each, texts) for each in cell] for name, cell in cells.items()}


def _answer(answer: Answer, texts: Texts) -> Record:
    return {**place_json(answer.place, texts), "sentence": place_json(answer.sentence, texts)}


def _question(question: Question, texts: Texts) -> Record:
    facts = question.facts
    return {
        "text": question.text,
        "kind": question.kind,
        "present_in": list(question.present_in),
        "absent_in": list(question.absent_in),
        "facts": {"length": facts.length, "time": facts.time, "topic": facts.topic}
        if facts
        else None,
        "evidence": places_json(question.evidence, texts),
    }


def _clock(clock: FairClock) -> Record:
    return {
        "hours": [
            {"article": hour.article, "published": hour.published, "printed": list(hour.printed)}
            for hour in clock.hours
        ],
        "unknown": list(clock.unknown),
        "undecided": [list(pair) for pair in clock.undecided],
    }


def _pair(pair: MinimalPair, texts: Texts) -> Record:
    sides = [_side(side, texts) for side in (pair.left, pair.right)]
    return {"changed": pair.change, "sides": sides}


def _side(side: PairSide, texts: Texts) -> Record:
    return {
        "place": place_json(side.place, texts),
        "changed": places_json(side.changed, texts),
    }


def _annotations(annotations: Sequence[Annotation], texts: Texts) -> Record:
    rows: Record = {article: [] for article in texts}
    for mark in annotations:
        rows[mark.place.article].append(
            {
                "kind": mark.kind,
                "matter": mark.matter,
                "place": place_json(mark.place, texts),
                "others": list(mark.others),
                "evidence": places_json(mark.evidence, texts),
            }
        )
    return rows


def _left_out(each: LeftOut) -> Record:
    return {"article": each.article, "part": each.part, "reason": each.reason}
