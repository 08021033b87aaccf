"""How far trained readers agree: what any mark and any rate of loaded wording is worth at most.

Counted on public data sets of judgements. For wording: on how many sentences one trained reader
judges as most of the others do, and how often two who both call a sentence loaded mark no word in
common. For quotations: Cohen's kappa, 1.0 for always and 0.0 for no more than by chance.
"""

from __future__ import annotations

READERS_AGREE = 0.785
NO_SHARED_WORD = 0.49
QUOTATION_KAPPA = (0.80, 0.85)


def judged_otherwise(sentences: int) -> int:
    """Return about how many of these sentences another trained reader would judge otherwise.

    >>> judged_otherwise(17)
    4
    """
    return round((1.0 - READERS_AGREE) * sentences)
