"""How loaded a sentence is: the chance that a trained reader calls the outlet's words in it so.

A linear model over five numbers that the sentence shows (see `weights`), in log-odds: what each
wording adds can be taken away again and told to the reader.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from math import exp, log, log1p
from operator import attrgetter
from typing import NamedTuple

from desktop.core.model.analyses import LoadedSpan, Voice
from desktop.core.model.spans import Span
from desktop.core.model.voices import VoiceMap
from desktop.core.text.tokens import Token, word_set
from desktop.core.wording import weights

# The outlet chose the words of a paraphrase, the speaker what they say: half the weight.
_SHARES = {Voice.OWN: 1.0, Voice.UNCLEAR: 0.5, Voice.INDIRECT: 0.5, Voice.QUOTED: 0.0}
_ATTRIBUTIONS = word_set(
    "said says told according spokesman spokeswoman spokesperson spokespeople statement reported "
    "reports announced added"
)
_MOST_ATTRIBUTIONS = 2
_ENDS = 3  # a question mark, a closing quotation mark, a bracket
_ORDINARY = 14.0
_CERTAIN = 1e-9
_START = attrgetter("start")


class Setting(NamedTuple):
    """What a sentence shows beside its wordings.

    `words` are those in small letters, the outlet's own and half of those it reports: names change
    nothing, however long. `attributions` are words such as "said" and "according"; `asks` says
    whether the outlet itself asks the reader something. `is_quoted` is a sentence all in marks.
    """

    words: float = _ORDINARY
    attributions: int = 0
    asks: bool = False
    is_quoted: bool = False


ORDINARY = Setting()


def find_setting(tokens: Sequence[Token], sentence: Span, voices: VoiceMap) -> Setting:
    """Return what one sentence shows beside its wordings.

    Args:
        tokens: The tokens of the sentence.
        sentence: Where it stands.
        voices: The voice of each stretch of the text.
    """
    quoted, reported = voices.quoted_near(sentence), voices.indirect_near(sentence)
    written = _outside(tokens, quoted) if quoted else tokens
    own = _outside(written, reported) if reported else written
    words = [token[2] for token in own]  # by the number, for this is asked of every token
    count = float(sum(map(str.islower, words)))
    if reported:
        count += (sum([token[2].islower() for token in written]) - count) / 2
    known = not _ATTRIBUTIONS.isdisjoint(words)
    return Setting(
        words=count,
        attributions=sum(word in _ATTRIBUTIONS for word in words) if known else 0,
        asks="?" in words[-_ENDS:],
        is_quoted=bool(quoted) and not any(token.is_word for token in written),
    )


def describe_sentence(
    spans: Iterable[LoadedSpan], setting: Setting
) -> tuple[float, float, float, float]:
    """Return the numbers that `weights` weighs, in its order."""
    return (
        sum(span.weight * _SHARES[span.voice] for span in spans),
        log1p(setting.words),
        float(min(setting.attributions, _MOST_ATTRIBUTIONS)),
        float(setting.asks),
    )


def score_loadedness(spans: Iterable[LoadedSpan], setting: Setting = ORDINARY) -> float:
    """Return 0.0 to 1.0: 0.5 and more counts as loaded.

    A single wording of the own voice that counts makes an ordinary sentence count; a hint alone
    does not. Wordings in marks are the speaker's and add nothing, those in indirect speech half.
    A sentence all in marks is 0.0.

    Args:
        spans: The wordings of the sentence.
        setting: What the sentence shows beside them.
    """
    if setting.is_quoted:
        return 0.0
    wording, length, attributions, asks = describe_sentence(spans, setting)
    return _chance(
        weights.BASE
        + weights.WORDING * wording
        + weights.LENGTH * length
        + weights.ATTRIBUTION * attributions
        + weights.QUESTION * asks
    )


def loadedness_without(loadedness: float, spans: Iterable[LoadedSpan]) -> float:
    """Return the score as if these wordings, which it counts, were not there."""
    return _moved(loadedness, -_added(spans))


def loadedness_with(loadedness: float, spans: Iterable[LoadedSpan]) -> float:
    """Return the score as if these wordings were there, too."""
    return _moved(loadedness, _added(spans))


def _moved(loadedness: float, step: float) -> float:
    if not step or not _CERTAIN < loadedness < 1.0 - _CERTAIN:
        return loadedness
    return _chance(log(loadedness / (1.0 - loadedness)) + step)


def _added(spans: Iterable[LoadedSpan]) -> float:
    return weights.WORDING * describe_sentence(spans, ORDINARY)[0]


def _chance(log_odds: float) -> float:
    return 1.0 / (1.0 + exp(-max(-20.0, min(log_odds, 20.0))))


def _outside(tokens: Sequence[Token], areas: Sequence[Span]) -> list[Token]:
    """Return the tokens that begin outside areas that are in order and do not overlap."""
    kept: list[Token] = []
    place = 0
    for area in areas:
        first = bisect_left(tokens, area.start, place, key=_START)
        kept += tokens[place:first]
        place = bisect_left(tokens, area.end, first, key=_START)
    return kept + list(tokens[place:])
