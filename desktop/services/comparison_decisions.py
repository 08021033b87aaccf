"""What the user decides about a comparison: rows merged and split, relations, findings judged.

Each is one step of undo, and is tied to the words it is about: it holds after the texts are
analyzed again, articles are added, or the engine is replaced by a newer one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy.orm import Session

from db.tables import DecisionRow
from desktop.core.analysis.revisions import places_of, rule_of
from desktop.core.model.comparisons import Cell, Claim, Finding, Place, Relation
from desktop.core.model.details import Contrast, Question
from desktop.core.model.judgments import Anchor, RuleGroup
from desktop.services.articles import read_articles
from desktop.services.decision_kinds import KINDS
from desktop.services.decision_log import record
from desktop.services.decisions import one_line
from desktop.services.errors import CrosslightError
from desktop.services.event_rows import find_event
from desktop.services.judgments import (
    CONFIRM,
    DISMISS,
    MERGE_CLAIMS,
    SET_RELATION,
    SPLIT_CLAIM,
    TAKE_BACK,
    read_judgments,
    to_stored,
)
from desktop.services.libraries import Library
from desktop.services.sessions import write_session
from desktop.services.statements import in_short

Entry = Finding | Question | Contrast
_MOST_REASON = 300


def merge_claims(library: Library, event_id: str, claims: Sequence[Claim]) -> None:
    """Make claim rows one, named as the first; the cells of each article are united.

    Raises:
        CrosslightError: There is no such event or article, or there are not two rows.
    """
    rows = list(dict.fromkeys(claims))
    if len(rows) < 2:
        raise CrosslightError("One row cannot be merged.", "Choose two rows or more.")
    with write_session(library) as session:
        first, *others = [_anchors(session, _evidence(row.cells)) for row in rows]
        about = rows[0].text
        label = f"Merge {in_short(rows[1].text)} into {in_short(about)}"
        if len(rows) > 2:
            label = f"Merge {len(rows) - 1} rows into {in_short(about)}"
        data = _data(event_id, f"{RuleGroup.RELATION}/rows", first, others, about)
        _decide(session, MERGE_CLAIMS, label, data)


def split_claim(library: Library, event_id: str, claim: Claim, article_id: str) -> None:
    """Give one article's cell a row of its own: it states something else than the row.

    Raises:
        CrosslightError: There is no such event or article, or the cell cannot be set apart.
    """
    cell, rest = _cell(claim, article_id)
    if not rest:
        raise CrosslightError("The row has nothing but this cell.", "Choose another cell.")
    with write_session(library) as session:
        own, others = _anchors(session, cell.evidence), _anchors(session, rest)
        label = f"Set {in_short(own[0].words)} apart"
        rule = _relation_rule(session, cell, own, others)
        _decide(session, SPLIT_CLAIM, label, _data(event_id, rule, own, [others], claim.text))


def set_relation(
    library: Library, event_id: str, claim: Claim, article_id: str, relation: Relation
) -> None:
    """State how an article's cell relates to its row; the relation that was found confirms it.

    Raises:
        CrosslightError: There is no such event or article, or no relation to be stated.
    """
    cell, rest = _cell(claim, article_id)
    if relation is Relation.NOT_FOUND or not rest:
        raise CrosslightError(
            "This relation cannot be stated.", "Set the cell apart if it is on something else."
        )
    with write_session(library) as session:
        own, others = _anchors(session, cell.evidence), _anchors(session, rest)
        rule = _relation_rule(session, cell, own, others)
        is_found = rule == f"{RuleGroup.RELATION}/{relation}"
        words = in_short(own[0].words)
        label = f"Confirm {words} as {relation}" if is_found else f"State {words} as {relation}"
        data = _data(event_id, rule, own, [others], claim.text) | {"relation": relation.value}
        _decide(session, CONFIRM if is_found else SET_RELATION, label, data)


def confirm_finding(library: Library, event_id: str, finding: Entry) -> None:
    """Say that a finding, a question or a contrast is right: it counts for its rule.

    Raises:
        CrosslightError: There is no such event or article.
    """
    with write_session(library) as session:
        data = _entry_data(session, event_id, finding)
        _decide(session, CONFIRM, f"Confirm {in_short(data['about'])}", data)


def dismiss_finding(
    library: Library, event_id: str, finding: Entry, reason: str = "", *, is_wrong: bool = True
) -> None:
    """Take a finding, a question or a contrast out of the comparison, and say why.

    Args:
        library: The library.
        event_id: The event.
        finding: What is to go.
        reason: Why, in the user's words.
        is_wrong: It is wrong; what is right and of no interest does not count against its rule.

    Raises:
        CrosslightError: There is no such event or article.
    """
    with write_session(library) as session:
        data = _entry_data(session, event_id, finding)
        data |= {"reason": one_line(reason)[:_MOST_REASON], "is_wrong": is_wrong}
        _decide(session, DISMISS, f"Dismiss {in_short(data['about'])}", data)


def take_back(library: Library, number: int) -> None:
    """Take back one decision about a comparison, whatever was decided since.

    Raises:
        CrosslightError: There is no such decision, or it does not stand.
    """
    with write_session(library) as session:
        standing = {one.judgment.number for one in read_judgments(session)}
        row = session.get(DecisionRow, number)
        if row is None or number not in standing:
            raise CrosslightError(
                f"{number} is no judgment on a comparison that stands.",
                "List the decisions; of any other kind only the last one can be taken back.",
            )
        data = {**row.data, "number": number}
        _record(session, TAKE_BACK, f"Take back: {row.label}", data)


def _data(
    event_id: str,
    rule: str,
    subject: Sequence[Anchor],
    others: Sequence[Sequence[Anchor]],
    about: str,
) -> dict[str, Any]:
    return {
        "event": event_id,
        "rule": rule,
        "subject": to_stored(subject),
        "others": [to_stored(each) for each in others],
        "about": about,
    }


def _entry_data(session: Session, event_id: str, entry: Entry) -> dict[str, Any]:
    about = entry.title if isinstance(entry, Finding) else entry.text
    return _data(event_id, rule_of(entry), _anchors(session, places_of(entry)), (), about)


def _decide(session: Session, kind: str, label: str, data: dict[str, Any]) -> None:
    """Write down a judgment, unless just this stands already."""
    find_event(session, data["event"])
    for standing in read_judgments(session):
        row = session.get(DecisionRow, standing.judgment.number)
        if row is not None and row.kind == kind and row.data == data:
            return
    _record(session, kind, label, data)


def _record(session: Session, kind: str, label: str, data: dict[str, Any]) -> None:
    record(session, kind, label, data)
    KINDS[kind].apply(session, data)


def _relation_rule(
    session: Session, cell: Cell, own: Sequence[Anchor], others: Sequence[Anchor]
) -> str:
    """Return the rule of the relation that was found, before the user stated another one."""
    if cell.by_user:
        for standing in reversed(read_judgments(session)):
            judgment = standing.judgment
            is_same = judgment.subject == tuple(own) and set(judgment.others) & set(others)
            if is_same and judgment.relation is cell.relation:
                return judgment.rule
    return f"{RuleGroup.RELATION}/{cell.relation}"


def _cell(claim: Claim, article_id: str) -> tuple[Cell, list[Place]]:
    """Return an article's cell, and the evidence of the others in its row."""
    cell = next((each for each in claim.cells if each.article == article_id), None)
    if cell is None or not cell.evidence:
        raise CrosslightError("Nothing of this row was found there.", "Choose a cell with words.")
    return cell, _evidence(each for each in claim.cells if each is not cell)


def _evidence(cells: Iterable[Cell]) -> list[Place]:
    return [place for cell in cells for place in cell.evidence]


def _anchors(session: Session, places: Sequence[Place]) -> list[Anchor]:
    ids = list(dict.fromkeys(place.article for place in places))
    texts = {article.id: article.text for article in read_articles(session, ids)}
    return [Anchor(place, place.span.of(texts[place.article])) for place in places]
