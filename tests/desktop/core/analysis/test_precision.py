"""The share of a rule's results that were right, with the range that so few cases leave open."""

from __future__ import annotations

from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.analysis.precision import (
    LEAST_DECISIONS,
    tell_precision,
    weigh_rule,
    wilson_range,
)
from desktop.core.model.judgments import RuleCount, RuleGroup

SEVEN_OF_TEN = "right in 70 % (95 % range 40 to 89 %)"


def count(accepted: int, edited: int = 0, rejected: int = 0, missed: int = 0) -> RuleCount:
    return RuleCount(RuleGroup.FINDING, "figures", accepted, edited, rejected, missed)


@given(st.integers(1, 400), st.data())
def test_the_range_ends_where_the_share_is_just_too_far_from_the_truth(
    total: int, data: st.DataObject
) -> None:
    right = data.draw(st.integers(0, total))
    low, high = wilson_range(right, total)
    share, z = right / total, NormalDist().inv_cdf(0.975)
    assert 0.0 <= low <= share + 1e-12
    assert share - 1e-12 <= high <= 1.0
    for end in (low, high):
        if 1e-9 < end < 1 - 1e-9:
            spread = (end * (1 - end) / total) ** 0.5
            assert abs(share - end) == pytest.approx(z * spread, rel=1e-5)


def test_more_decisions_make_the_range_narrower() -> None:
    few, many = wilson_range(9, 10), wilson_range(90, 100)
    assert many[1] - many[0] < few[1] - few[0]


@pytest.mark.parametrize(
    ("counted", "told"),
    [
        (count(12, 0, 2), "14 looked at, 2 dismissed: right in 86 % (95 % range 60 to 96 %)"),
        (
            count(7, 2, 1, 3),
            f"10 looked at, 2 corrected, 1 dismissed: {SEVEN_OF_TEN}; 3 missed",
        ),
        (count(9), "9 looked at: too few decisions to say (10 needed)"),
        (count(0, missed=1), "0 looked at: too few decisions to say (10 needed); 1 missed"),
    ],
)
def test_a_rule_is_told_in_plain_words(counted: RuleCount, told: str) -> None:
    assert tell_precision(weigh_rule(counted)) == told


@given(st.builds(count, *(st.integers(0, 30),) * 4))
def test_a_rule_with_few_decisions_has_no_share_and_what_it_missed_is_none(
    counted: RuleCount,
) -> None:
    precision = weigh_rule(counted)
    judged = counted.accepted + counted.edited + counted.rejected
    assert counted.looked_at == judged
    assert (precision.value is None) is (judged < LEAST_DECISIONS)
    if precision.value is not None:
        assert precision.value == counted.accepted / judged
