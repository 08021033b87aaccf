"""What the user decided that bears on one event, with what each decision does there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.tables import DecisionRow
from desktop.core.model.analyses import Analysis
from desktop.core.model.judgments import Anchor, Judgment, JudgmentKind, Outcome, Revision
from desktop.core.model.places import Place
from desktop.core.model.spans import Span
from desktop.services.corrections import (
    COUNT_WORDING,
    FIX_SPEAKER,
    FIX_VOICE,
    IGNORE_WORDING,
    KEEP_BLOCK,
    MARK_WORDING,
    RESET_VOICE,
    SET_APART_BLOCK,
    UNMARK_WORDING,
)
from desktop.services.event_bounds import BINDING
from desktop.services.judgments import CONFIRM_VOICE, CONFIRM_WORDING, StandingJudgment
from desktop.services.views import EventDecision

_EDIT_FIELD, _RENAME_EVENT = "edit_field", "rename_event"
Data = dict[str, Any]

# Of decisions of one family on the same words the last one stands; some end another family's, too.
_FAMILIES = {
    IGNORE_WORDING: "wording",
    COUNT_WORDING: "wording",
    MARK_WORDING: "mark",
    UNMARK_WORDING: "mark",
    KEEP_BLOCK: "block",
    SET_APART_BLOCK: "block",
    FIX_VOICE: "voice",
    RESET_VOICE: "voice",
    FIX_SPEAKER: "speaker",
    CONFIRM_WORDING: CONFIRM_WORDING,
    CONFIRM_VOICE: CONFIRM_VOICE,
}
_ENDED = {
    IGNORE_WORDING: (CONFIRM_WORDING,),
    COUNT_WORDING: (CONFIRM_WORDING,),
    MARK_WORDING: ("wording", CONFIRM_WORDING),
    UNMARK_WORDING: (CONFIRM_WORDING,),
    FIX_VOICE: ("speaker", CONFIRM_VOICE),
    RESET_VOICE: ("speaker", CONFIRM_VOICE),
    FIX_SPEAKER: (CONFIRM_VOICE,),
}


def read_event_rows(
    session: Session, event_id: str, articles: Sequence[str]
) -> tuple[DecisionRow, ...]:
    """Return the decisions on an event's articles, their places and its name, as they stand.

    Judgments on the comparison are not among them.
    """
    about = sa.or_(
        DecisionRow.article_id.in_(articles),
        DecisionRow.kind.in_((*BINDING, _RENAME_EVENT)),
    )
    query = sa.select(DecisionRow).where(~DecisionRow.undone, about).order_by(DecisionRow.id)
    found: dict[object, DecisionRow] = {}
    for row in session.scalars(query):
        if row.kind in BINDING and not _binds(row.data, event_id, articles):
            continue
        if row.kind == _RENAME_EVENT and row.data["event"] != event_id:
            continue
        key = _key(row)
        for ended in (key, *_ended(row)):
            found.pop(ended, None)
        found[key] = row
    return tuple(found.values())


def tell_decisions(
    rows: Iterable[DecisionRow],
    judgments: Iterable[StandingJudgment],
    analyses: Sequence[Analysis],
    revision: Revision,
) -> tuple[EventDecision, ...]:
    """Return all that was decided on an event, in the order it was decided.

    Args:
        rows: Decisions on the articles and the event.
        judgments: The judgments on its comparison.
        analyses: The analyses with the user's corrections.
        revision: The comparison as it was revised.
    """
    known = {analysis.article_id: analysis for analysis in analyses}
    told = [one for row in rows if (one := _tell_row(row, known)) is not None]
    return tuple(sorted((*told, *_tell_judgments(judgments, revision)), key=lambda d: d.number))


def _binds(data: Data, event_id: str, articles: Sequence[str]) -> bool:
    named = {*data["articles"], *data["others"]}
    return data["event"] == event_id or not named.isdisjoint(articles)


def _key(row: DecisionRow) -> object:
    if row.kind in _FAMILIES:
        return _words_key(row, _FAMILIES[row.kind])
    if row.kind == _EDIT_FIELD:
        return row.kind, row.article_id, row.data["field"]
    return row.kind if row.kind == _RENAME_EVENT else row.id


def _ended(row: DecisionRow) -> Iterator[object]:
    return (_words_key(row, family) for family in _ENDED.get(row.kind, ()))


def _words_key(row: DecisionRow, family: str) -> object:
    return family, row.article_id, row.data["start"], row.data["end"]


def _tell_row(row: DecisionRow, known: dict[str, Analysis]) -> EventDecision | None:
    effect = _effect(row.kind, row.data)
    if effect is None:
        return None
    told = EventDecision(row.id, row.kind, row.label, row.made_at, Outcome.APPLIED, effect)
    if row.kind not in _IS_SO or row.article_id not in known:
        return told
    span = Span(row.data["start"], row.data["end"])
    is_so = _IS_SO[row.kind](known[row.article_id], span)
    outcome = Outcome.APPLIED if is_so else Outcome.GONE
    return replace(told, outcome=outcome, places=(Place(row.article_id, span),))


def _effect(kind: str, data: Data) -> str | None:
    """Return what a decision does, None where it only takes another one back."""
    if kind in BINDING:
        return "which articles the event has"
    told = _EFFECTS.get(kind)
    return told(data) if told else None


def _field(data: Data) -> str:
    value: str | list[str] | None = data["after"]["value"]
    shown = ", ".join(value) if isinstance(value, list) else value
    return f"{data['field']}: {shown or 'not stated'}"


def _voice(data: Data) -> str:
    return f"{data['voice']} voice" + (f", {data['speaker']}" if data["speaker"] else "")


_EFFECTS: dict[str, Callable[[Data], str | None]] = {
    _RENAME_EVENT: lambda data: f"named {data['after']}" if data["after"] else None,
    _EDIT_FIELD: _field,
    IGNORE_WORDING: lambda _: "not counted",
    MARK_WORDING: lambda data: f"counted as {data['category']}",
    KEEP_BLOCK: lambda _: "scored",
    SET_APART_BLOCK: lambda _: "left out of all figures",
    FIX_VOICE: _voice,
    CONFIRM_WORDING: lambda _: "wording found right",
    CONFIRM_VOICE: lambda _: "voice found right",
    FIX_SPEAKER: lambda data: f"said by {data['speaker'] or 'nobody named'}",
}
_IS_SO: dict[str, Callable[[Analysis, Span], bool]] = {
    IGNORE_WORDING: lambda analysis, span: any(
        one.ignored and one.span == span for one in analysis.loaded
    ),
    MARK_WORDING: lambda analysis, span: any(
        one.by_user and one.span == span for one in analysis.loaded
    ),
    KEEP_BLOCK: lambda analysis, span: any(
        one.scored and one.span == span for one in analysis.blocks
    ),
    SET_APART_BLOCK: lambda analysis, span: any(
        not one.scored and one.span == span for one in analysis.blocks
    ),
    FIX_VOICE: lambda analysis, span: any(one.span == span for one in analysis.stated),
    FIX_SPEAKER: lambda analysis, span: any(one.span == span for one in analysis.stated),
}


def _tell_judgments(
    judgments: Iterable[StandingJudgment], revision: Revision
) -> Iterator[EventDecision]:
    held: dict[int, list[StandingJudgment]] = {}
    for one in judgments:
        held.setdefault(one.judgment.number, []).append(one)
    for number, same in held.items():
        first = same[0]
        judgment = first.judgment
        anchors = dict.fromkeys(
            anchor for one in same for anchor in (*one.judgment.subject, *_merged(one.judgment))
        )
        yield EventDecision(
            number=number,
            kind=judgment.kind.value,
            label=first.label,
            made_at=first.made_at,
            outcome=revision.outcome(number),
            effect=_judged(judgment),
            places=tuple(anchor.place for anchor in anchors),
            reason=judgment.reason,
            judgments=tuple(one.judgment for one in same),
        )


def _merged(judgment: Judgment) -> tuple[Anchor, ...]:
    return judgment.others if judgment.kind is JudgmentKind.MERGE else ()


def _judged(judgment: Judgment) -> str:
    group, _, name = judgment.rule.partition("/")
    if judgment.kind is JudgmentKind.MERGE:
        return "one row"
    if judgment.kind is JudgmentKind.SPLIT:
        return "a row of its own"
    if judgment.kind is JudgmentKind.RELATION:
        return f"{judgment.relation}, found was {name}"
    if judgment.kind is JudgmentKind.RIGHT:
        return f"{group} found right"
    return f"{group} left out"
