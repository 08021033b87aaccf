"""Decisions and the precision of rules as tables of words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop.core.analysis.precision import LEAST_DECISIONS
from desktop.core.model.analyses import Category
from desktop.core.model.comparisons import Relation
from desktop.core.model.judgments import Precision, RuleCount, RuleGroup
from desktop.services.decision_review import ReviewedDecision
from desktop.ui.figures.claims import relation_name
from desktop.ui.labels import category_label
from desktop.ui.models.diff import one_line
from desktop.ui.models.twins import Twin, TwinRow

_MOST_REASON = 60


def decision_rows(reviewed: Sequence[ReviewedDecision]) -> Twin:
    """Return decisions as a table, the latest first."""
    headers = (_tr("Decision"), _tr("Reason"), _tr("State"), _tr("When (UTC)"))
    rows = tuple(
        TwinRow(
            (
                one_line(each.decision.label),
                _short(each.reason),
                state_name(each.state),
                each.decision.made_at[:16].replace("T", " "),
            ),
            (),
        )
        for each in reversed(reviewed)
    )
    return Twin(headers, rows)


def precision_rows(precisions: Sequence[Precision]) -> Twin:
    """Return the precision of each rule as a table."""
    headers = (
        _tr("Rule"),
        _tr("Looked at"),
        _tr("Right"),
        _tr("Corrected"),
        _tr("Dismissed"),
        _tr("Missed"),
        _tr("Right in (95 % range)"),
    )
    return Twin(headers, tuple(TwinRow(_precision_cells(each), ()) for each in precisions))


def state_name(state: str) -> str:
    """Return what became of a decision, as a list says it."""
    return {
        "": _tr("stands"),
        "undone": _tr("undone"),
        "taken back": _tr("taken back"),
        "replaced": _tr("replaced by a later one"),
        "already so": _tr("found so by itself now"),
        "no longer applies": _tr("no longer applies"),
    }.get(state, state)


def rule_label(count: RuleCount) -> str:
    """Return the name of a rule with the kind of thing it makes."""
    group = {
        RuleGroup.FINDING: _tr("Key difference"),
        RuleGroup.RELATION: _tr("Relation"),
        RuleGroup.QUESTION: _tr("Question"),
        RuleGroup.CONTRAST: _tr("Contrast"),
        RuleGroup.WORDING: _tr("Loaded wording"),
        RuleGroup.VOICE: _tr("Voice"),
    }[count.group]
    return f"{group}: {_rule_name(count)}"


def _rule_name(count: RuleCount) -> str:
    name = count.name
    if count.group is RuleGroup.WORDING:
        return category_label(Category(name)) if name in _CATEGORIES else name
    if count.group is RuleGroup.RELATION and name in _RELATIONS:
        shown = relation_name(Relation(name))
        return shown[:1].lower() + shown[1:]
    named = {
        "rows": _tr("rows put together"),
        "figures": _tr("figures"),
        "verbs": _tr("verbs"),
        "wording": _tr("loaded wording"),
        "quotation": _tr("versions of a quotation"),
        "claim": _tr("claims"),
        "naming": _tr("names"),
        "direct": _tr("direct speech"),
        "mixed": _tr("partly quoted speech"),
        "indirect": _tr("indirect speech"),
        "scare": _tr("scare quotes"),
        "speaker": _tr("who speaks"),
    }
    return named.get(name, name)


def _precision_cells(precision: Precision) -> tuple[str, ...]:
    count = precision.count
    numbers = (count.looked_at, count.accepted, count.edited, count.rejected, count.missed)
    return (rule_label(count), *map(str, numbers), _share(precision))


def _share(precision: Precision) -> str:
    if precision.value is None or precision.low is None or precision.high is None:
        words = _tr("too few to say ({count} needed)")
        return words.format(count=LEAST_DECISIONS)
    shares = (precision.value, precision.low, precision.high)
    value, low, high = (round(100 * share) for share in shares)
    return _tr("{value} % ({low} to {high} %)").format(value=value, low=low, high=high)


def _short(reason: str) -> str:
    line = one_line(reason)
    return f"{line[: _MOST_REASON - 1].rstrip()}…" if len(line) > _MOST_REASON else line


def _tr(words: str) -> str:
    return QCoreApplication.translate("Decisions", words)


_CATEGORIES = frozenset(each.value for each in Category)
_RELATIONS = frozenset(each.value for each in Relation)
