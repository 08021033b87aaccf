"""Report verbs that pass a verdict, and quotation marks that keep words at a distance."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from desktop.core.model.analyses import (
    Category,
    LoadedSpan,
    Quotation,
    QuotationKind,
    ReportVerb,
    Rung,
    Voice,
)
from desktop.core.model.lexicons import Lexicons
from desktop.core.text.sentences import SentenceSpan
from desktop.core.wording.distance import keeps_distance, said_phrases

_WEIGHTS = {
    Rung.PLAIN: 0.5,
    Rung.URGING: 0.6,
    Rung.DOUBT: 0.6,
    Rung.REPROACH: 0.65,
    Rung.EMOTION: 0.75,
    Rung.ATTACK: 0.85,
}
_SCARE_WEIGHT = 0.6
_SCARE_REASON = (
    "In quotation marks though nobody is quoted: the marks keep the words at a distance."
)


def find_verdicts(verbs: Sequence[ReportVerb], lexicons: Lexicons) -> Iterator[LoadedSpan]:
    """Yield the report verbs that judge what was said, in text order."""
    for verb in verbs:
        entry = lexicons.verbs.get(verb.lemma)
        if entry is not None and entry.verdict:
            yield LoadedSpan(
                verb.span,
                Category.VERDICT_VERB,
                _WEIGHTS[verb.rung],
                verb.voice,
                entry.reason,
                "say",
                f"report_verbs/{verb.lemma}",
                verb.sentence,
            )


def find_scare_quotes(
    text: str, quotations: Sequence[Quotation], sentences: Sequence[SentenceSpan]
) -> Iterator[LoadedSpan]:
    """Yield the scare quotes: the outlet's own voice, marked as not its own words."""
    scare = [each for each in quotations if each.kind is QuotationKind.SCARE]
    if not scare:
        return
    starts = [sentence.span.start for sentence in sentences]
    said = said_phrases(text, quotations)
    for quotation in scare:
        if keeps_distance(text, quotation, said):
            yield LoadedSpan(
                quotation.span,
                Category.SCARE_QUOTE,
                _SCARE_WEIGHT,
                Voice.OWN,
                _SCARE_REASON,
                None,
                "rule/scare-quote",
                max(1, bisect_right(starts, quotation.span.start)),
            )
