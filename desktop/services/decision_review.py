"""All decisions with what became of each, and how often each rule was right on the user's texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.tables import ArticleRow, DecisionRow
from desktop.core.analysis.precision import weigh_rule
from desktop.core.analysis.verdicts import Verdicts
from desktop.core.model.judgments import Judgment, Outcome, Precision
from desktop.services.analyses import read_analyzed
from desktop.services.articles import read_articles
from desktop.services.comparisons import view_event
from desktop.services.confirmations import read_confirmed
from desktop.services.corrections import ASIDE, CORRECTING
from desktop.services.decisions import Decision, list_decisions
from desktop.services.errors import CrosslightError
from desktop.services.event_rows import read_places
from desktop.services.judgments import CONFIRMING, JUDGING, TAKE_BACK, read_judgments
from desktop.services.libraries import Library
from desktop.services.sessions import read_session

UNDONE, TAKEN_BACK, REPLACED = "undone", "taken back", "replaced"
SET_ASIDE = "set aside: its words have changed"


@dataclass(frozen=True, slots=True)
class ReviewedDecision:
    """A decision with its state in words, empty where it simply stands.

    `can_take_back` tells that it can be taken back alone, whatever was decided since.
    """

    decision: Decision
    state: str = ""
    reason: str = ""
    can_take_back: bool = False


def review_decisions(library: Library) -> tuple[ReviewedDecision, ...]:
    """Return all decisions in the order they were made, with what became of each."""
    with read_session(library) as session:
        standing = read_judgments(session)
        gone, aside = _taken_back(session), _set_aside(session)
        anchors = (anchor for one in standing for anchor in one.judgment.subject)
        places = read_places(session, {anchor.place.article for anchor in anchors})
    judgments = {one.judgment.number: one.judgment for one in standing}
    outcomes = _outcomes(library, judgments.values(), places)
    reviewed = (
        _review(decision, judgments, outcomes, gone) for decision in list_decisions(library)
    )
    return tuple(
        replace(one, state=SET_ASIDE) if one.decision.id in aside and not one.state else one
        for one in reviewed
    )


def rule_precisions(library: Library) -> tuple[Precision, ...]:
    """Return the precision of each rule that the user judged, on this library's texts.

    A decision on words that the program no longer marks counts for no rule.
    """
    verdicts = Verdicts()
    with read_session(library) as session:
        verdicts.add_judgments(one.judgment for one in read_judgments(session))
        for read in read_analyzed(session, read_articles(session, _decided_on(session))):
            confirmed = read_confirmed(session, read.article)
            verdicts.add_article(read.found, read.corrections, confirmed.wordings, confirmed.voices)
    return tuple(map(weigh_rule, verdicts.counts()))


def _review(
    decision: Decision,
    judgments: dict[int, Judgment],
    outcomes: dict[int, Outcome],
    gone: frozenset[int],
) -> ReviewedDecision:
    if decision.undone:
        return ReviewedDecision(decision, UNDONE)
    if decision.id in judgments:
        outcome = outcomes.get(decision.id, Outcome.GONE)
        state = "" if outcome is Outcome.APPLIED else outcome.value
        return ReviewedDecision(decision, state, judgments[decision.id].reason, True)
    if decision.id in gone:
        return ReviewedDecision(decision, TAKEN_BACK)
    is_replaced = decision.kind in JUDGING and decision.kind != TAKE_BACK
    return ReviewedDecision(decision, REPLACED if is_replaced else "")


def _outcomes(
    library: Library, judgments: Iterable[Judgment], places: dict[str, str]
) -> dict[int, Outcome]:
    """Return what each judgment does in the event that its words are in now."""
    events: dict[str, set[int]] = {}
    for judgment in judgments:
        for anchor in judgment.subject:
            event = places.get(anchor.place.article)
            if event is not None:
                events.setdefault(event, set()).add(judgment.number)
    found: dict[int, Outcome] = {}
    order = list(Outcome)
    for event in events:
        for number, outcome in _event_outcomes(library, event):
            known = found.get(number, Outcome.GONE)
            found[number] = min(known, outcome, key=order.index)
    return found


def _event_outcomes(library: Library, event: str) -> Iterator[tuple[int, Outcome]]:
    with suppress(CrosslightError):  # all its articles are in the trash
        for decision in view_event(library, event).decisions:
            if decision.judgments:
                yield decision.number, decision.outcome


def _taken_back(session: Session) -> frozenset[int]:
    query = sa.select(DecisionRow.data).where(DecisionRow.kind == TAKE_BACK, ~DecisionRow.undone)
    return frozenset(data["number"] for data in session.scalars(query))


def _set_aside(session: Session) -> frozenset[int]:
    query = sa.select(DecisionRow.id, DecisionRow.data).where(
        DecisionRow.kind.in_((*CORRECTING, *CONFIRMING)), ~DecisionRow.undone
    )
    return frozenset(number for number, data in session.execute(query) if ASIDE in data)


def _decided_on(session: Session) -> list[str]:
    """Return the articles on which corrections or confirmations stand, in the order they came."""
    query = (
        sa.select(ArticleRow.id)
        .join(DecisionRow, DecisionRow.article_id == ArticleRow.id)
        .where(~DecisionRow.undone, DecisionRow.kind.in_((*CORRECTING, *CONFIRMING)))
        .group_by(ArticleRow.id)
        .order_by(ArticleRow.number)
    )
    return list(session.scalars(query))
