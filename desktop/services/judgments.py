"""The user's standing judgments on comparisons, read from the decisions that are not undone."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.tables import DecisionRow
from desktop.core.model.comparisons import Relation
from desktop.core.model.judgments import Anchor, Judgment, JudgmentKind
from desktop.core.model.places import Place
from desktop.core.model.spans import Span

MERGE_CLAIMS = "merge_claims"
SPLIT_CLAIM = "split_claim"
SET_RELATION = "set_relation"
CONFIRM = "confirm"
DISMISS = "dismiss"
TAKE_BACK = "take_back"
CONFIRM_WORDING = "confirm_wording"
CONFIRM_VOICE = "confirm_voice"
CONFIRMING = (CONFIRM_WORDING, CONFIRM_VOICE)

_KINDS = {
    MERGE_CLAIMS: JudgmentKind.MERGE,
    SPLIT_CLAIM: JudgmentKind.SPLIT,
    SET_RELATION: JudgmentKind.RELATION,
    CONFIRM: JudgmentKind.RIGHT,
    DISMISS: JudgmentKind.DISMISS,
}
JUDGING = (*_KINDS, TAKE_BACK)
_SHAPING = (JudgmentKind.MERGE, JudgmentKind.SPLIT)

Data = dict[str, Any]
Stored = list[list[Any]]


@dataclass(frozen=True, slots=True)
class StandingJudgment:
    """A judgment as it stands, with its label and time; a merge of many rows is several of them."""

    judgment: Judgment
    label: str
    made_at: str
    about: str


def read_judgments(
    session: Session, articles: Collection[str] | None = None
) -> tuple[StandingJudgment, ...]:
    """Return the judgments that stand, in the order they were made.

    What was taken back does not, nor what a later judgment on the same thing replaced.

    Args:
        session: Of the library.
        articles: Leave out judgments on none of these articles; None leaves out none.
    """
    query = (
        sa.select(DecisionRow)
        .where(DecisionRow.kind.in_(JUDGING), ~DecisionRow.undone)
        .order_by(DecisionRow.id)
    )
    rows = list(session.scalars(query))
    gone = {row.data["number"] for row in rows if row.kind == TAKE_BACK}
    found: dict[object, list[StandingJudgment]] = {}
    for row in rows:
        if row.kind == TAKE_BACK or row.id in gone:
            continue
        read = [
            StandingJudgment(one, row.label, row.made_at, row.data["about"])
            for one in _to_judgments(row)
        ]
        if articles is None or any(_is_on(one.judgment, articles) for one in read):
            key = _key(read[0].judgment)
            found.pop(key, None)
            found[key] = read
    return tuple(one for read in found.values() for one in read)


def to_stored(anchors: Sequence[Anchor]) -> Stored:
    """Return anchors as a decision keeps them."""
    return [
        [one.place.article, one.place.span.start, one.place.span.end, one.words] for one in anchors
    ]


def _to_judgments(row: DecisionRow) -> Iterator[Judgment]:
    data = row.data
    relation = Relation(data["relation"]) if data.get("relation") else None
    rows: list[Stored] = data["others"] or [[]]
    for others in rows:
        yield Judgment(
            number=row.id,
            kind=_KINDS[row.kind],
            rule=data["rule"],
            subject=_to_anchors(data["subject"]),
            others=_to_anchors(others),
            relation=relation,
            reason=data.get("reason", ""),
            is_wrong=data.get("is_wrong", True),
        )


def _to_anchors(stored: Stored) -> tuple[Anchor, ...]:
    return tuple(
        Anchor(Place(article, Span(start, end)), words) for article, start, end, words in stored
    )


def _is_on(judgment: Judgment, articles: Collection[str]) -> bool:
    anchors = (*judgment.subject, *judgment.others)
    return any(one.place.article in articles for one in anchors)


def _key(judgment: Judgment) -> object:
    """Return what a judgment is on: a later one on the same thing takes its place."""
    if judgment.kind in _SHAPING:
        return judgment.number
    group = judgment.rule.partition("/")[0]
    # An article that came later stands last in the row: the first of the others stays.
    return group, judgment.subject, judgment.others[:1]
