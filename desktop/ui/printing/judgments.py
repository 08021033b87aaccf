"""What the user decided about the comparison, as the report says it below its method."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.core.model.judgments import JudgmentKind, Outcome
from desktop.services.views import EventDecision, EventView

_MOST = 12


def judged_words(view: EventView) -> str:
    """Return the decisions that changed the comparison in one paragraph, empty where none did."""
    told = [_told(each) for each in view.decisions if _changes(each)]
    if not told:
        return ""
    more = len(told) - _MOST
    rest = [_tr("and {count} more").format(count=more)] if more > 0 else []
    words = _tr("Changed by you in this comparison: {decisions}.")
    return words.format(decisions="; ".join([*told[:_MOST], *rest]))


def _changes(decision: EventDecision) -> bool:
    kinds = {judgment.kind for judgment in decision.judgments} - {JudgmentKind.RIGHT}
    return bool(kinds) and decision.outcome is Outcome.APPLIED


def _told(decision: EventDecision) -> str:
    label = " ".join(decision.label.split())
    return f"{label} ({' '.join(decision.reason.split())})" if decision.reason else label


def _tr(words: str) -> str:
    return QCoreApplication.translate("Report", words)
