"""Decisions and rules in words: each state and each rule has its name."""

from __future__ import annotations

import pytest

from desktop.core.analysis.precision import weigh_rule
from desktop.core.model.analyses import Category, QuotationKind
from desktop.core.model.comparisons import FindingKind, Relation
from desktop.core.model.judgments import Outcome, RuleCount, RuleGroup
from desktop.services.decision_review import REPLACED, TAKEN_BACK, UNDONE
from desktop.ui.models.decisions import precision_rows, rule_label, state_name

pytestmark = pytest.mark.usefixtures("qapp")
RULES = [
    *((RuleGroup.FINDING, kind.value) for kind in FindingKind),
    *((RuleGroup.RELATION, kind.value) for kind in Relation),
    *((RuleGroup.WORDING, kind.value) for kind in Category),
    *((RuleGroup.VOICE, kind.value) for kind in QuotationKind),
    (RuleGroup.RELATION, "rows"),
    (RuleGroup.VOICE, "speaker"),
]


@pytest.mark.parametrize(("group", "name"), RULES)
def test_every_rule_has_a_name_of_its_own_with_its_group(group: RuleGroup, name: str) -> None:
    label = rule_label(RuleCount(group, name))
    before, _, after = label.partition(": ")
    assert before
    assert after
    assert after[0].islower()


def test_no_two_rules_share_a_name() -> None:
    labels = [rule_label(RuleCount(group, name)) for group, name in RULES]
    assert len(set(labels)) == len(labels)


def test_a_rule_of_another_version_is_named_as_it_is() -> None:
    assert rule_label(RuleCount(RuleGroup.WORDING, "sneer")) == "Loaded wording: sneer"


@pytest.mark.parametrize("state", ["", UNDONE, TAKEN_BACK, REPLACED, Outcome.AGREED, Outcome.GONE])
def test_every_state_has_its_words(state: str) -> None:
    assert state_name(state)


def test_few_decisions_have_no_share() -> None:
    few = weigh_rule(RuleCount(RuleGroup.FINDING, "claim", 3, 1, 1, 2))
    (row,) = precision_rows([few]).rows
    assert row.cells[1:] == ("5", "3", "1", "1", "2", "too few to say (10 needed)")
