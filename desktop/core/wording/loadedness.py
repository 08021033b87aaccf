"""How loaded a sentence is, from the weights of its wordings."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.core.model.analyses import LoadedSpan, Voice

_MOST = 0.99
# The outlet chose the words of a paraphrase, the speaker what they say: half the weight.
_SHARES = {Voice.OWN: 1.0, Voice.UNCLEAR: 0.5, Voice.INDIRECT: 0.5, Voice.QUOTED: 0.0}


def score_loadedness(spans: Iterable[LoadedSpan]) -> float:
    """Return 0.0 to 1.0; each wording closes its share of what is left, so that hints add up.

    A single wording of the own voice that counts makes a sentence count: 0.5 and more is loaded.
    Wordings in marks are the speaker's and add nothing, those in indirect speech half.
    """
    return 1.0 - _rest(spans)


def loadedness_without(loadedness: float, spans: Iterable[LoadedSpan]) -> float:
    """Return the score as if these wordings, which it counts, were not there."""
    return max(0.0, 1.0 - (1.0 - loadedness) / _rest(spans))


def _rest(spans: Iterable[LoadedSpan]) -> float:
    rest = 1.0
    for span in spans:
        rest *= 1.0 - min(span.weight * _SHARES[span.voice], _MOST)
    return rest
