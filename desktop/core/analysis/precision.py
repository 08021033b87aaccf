"""How often each rule was right on the user's own texts, counted from what the user decided."""

from __future__ import annotations

import math

from desktop.core.model.judgments import Precision, RuleCount

LEAST_DECISIONS = 10
_Z = 1.959964  # of a normal distribution, 95 % lie within so many deviations


def wilson_range(right: int, total: int) -> tuple[float, float]:
    """Return the 95 % range of a share by Wilson's score, which holds for few cases as well.

    Args:
        right: How many of the cases are right.
        total: All cases, at least one.

    Source: E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209-212.

    >>> [round(end, 2) for end in wilson_range(12, 14)]
    [0.6, 0.96]
    """
    share, square = right / total, _Z * _Z
    middle = (share + square / (2 * total)) / (1 + square / total)
    spread = math.sqrt(share * (1 - share) / total + square / (4 * total * total))
    half = _Z * spread / (1 + square / total)
    return max(0.0, middle - half), min(1.0, middle + half)


def weigh_rule(count: RuleCount) -> Precision:
    """Return the precision of a rule; under ten decisions it has none."""
    total = count.looked_at
    if total < LEAST_DECISIONS:
        return Precision(count)
    return Precision(count, count.accepted / total, *wilson_range(count.accepted, total))


def tell_precision(precision: Precision) -> str:
    """Return a rule's precision in plain words.

    >>> from desktop.core.model.judgments import RuleGroup
    >>> tell_precision(weigh_rule(RuleCount(RuleGroup.FINDING, "figures", 12, 0, 2)))
    '14 looked at, 2 dismissed: right in 86 % (95 % range 60 to 96 %)'
    >>> tell_precision(weigh_rule(RuleCount(RuleGroup.FINDING, "figures", 3, 1)))
    '4 looked at, 1 corrected: too few decisions to say (10 needed)'
    """
    count = precision.count
    parts = [f"{count.looked_at} looked at"]
    parts += [f"{count.edited} corrected"] if count.edited else []
    parts += [f"{count.rejected} dismissed"] if count.rejected else []
    missed = f"; {count.missed} missed" if count.missed else ""
    if precision.value is None or precision.low is None or precision.high is None:
        told = f"too few decisions to say ({LEAST_DECISIONS} needed)"
    else:
        low, high = round(100 * precision.low), round(100 * precision.high)
        told = f"right in {round(100 * precision.value)} % (95 % range {low} to {high} %)"
    return f"{', '.join(parts)}: {told}{missed}"
