"""What the user decided on an event, as JSON: each decision with its time and its effect."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop.core.model.judgments import Outcome
from desktop.services.parts_json import places_json
from desktop.services.views import EventDecision, EventView

Record = dict[str, Any]


def decisions_json(view: EventView, outcomes: Mapping[int, Outcome]) -> list[Record]:
    """Return the decisions that stand, in the order they were made.

    Args:
        view: The event.
        outcomes: What came of judgments on details, which a view does not hold, by their numbers.
    """
    texts = {article.id: article.text for article in view.articles}
    dismissed = {one.number: one.finding.text for one in view.dismissed}
    return [
        _decision(each, outcomes.get(each.number, each.outcome), texts)
        | ({"finding": dismissed[each.number]} if each.number in dismissed else {})
        for each in view.decisions
    ]


def _decision(decision: EventDecision, outcome: Outcome, texts: Mapping[str, str]) -> Record:
    # A place in an article that is no longer in the event cannot be quoted.
    places = [place for place in decision.places if _is_there(place.span.end, place.article, texts)]
    return {
        "id": decision.number,
        "kind": decision.kind,
        "label": decision.label,
        "made_at": decision.made_at,
        "outcome": outcome.value,
        "effect": decision.effect,
        "reason": decision.reason or None,
        "evidence": places_json(places, texts),
    }


def _is_there(end: int, article: str, texts: Mapping[str, str]) -> bool:
    return end <= len(texts.get(article, ""))
