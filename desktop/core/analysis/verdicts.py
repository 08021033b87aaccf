"""What the user's decisions say of each rule: right, to be corrected, wrong, or missed.

Only what somebody decided counts. What was shown and left alone says nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from enum import StrEnum

from desktop.core.analysis.stated import is_same_passage
from desktop.core.model.analyses import Analysis, Quotation, StatedVoice, Voice
from desktop.core.model.corrections import Corrections
from desktop.core.model.judgments import Judgment, JudgmentKind, RuleCount, RuleGroup
from desktop.core.model.spans import Span

SPEAKER = "speaker"


class Verdict(StrEnum):
    """What one decision says of the rule that it is about."""

    ACCEPTED = "accepted"
    EDITED = "edited"
    REJECTED = "rejected"
    MISSED = "missed"


class Verdicts:
    """Counts verdicts by rule."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[RuleGroup, str, Verdict]] = Counter()

    def add(self, group: RuleGroup, name: str, verdict: Verdict) -> None:
        """Count one verdict."""
        self._counts[group, name, verdict] += 1

    def counts(self) -> tuple[RuleCount, ...]:
        """Return the counts of all rules that were judged, by group, then by name."""
        order = list(RuleGroup)
        rules = sorted(
            {(group, name) for group, name, _ in self._counts},
            key=lambda rule: (order.index(rule[0]), rule[1]),
        )
        return tuple(
            RuleCount(group, name, *(self._counts[group, name, verdict] for verdict in Verdict))
            for group, name in rules
        )

    def add_judgments(self, judgments: Iterable[Judgment]) -> None:
        """Count the judgments on comparisons that stand."""
        for judgment in judgments:
            group, _, name = judgment.rule.partition("/")
            verdict = _verdict(judgment, name)
            if verdict is not None:
                self.add(RuleGroup(group), name, verdict)

    def add_article(
        self,
        found: Analysis,
        corrections: Corrections,
        right_wordings: Collection[Span] = (),
        right_voices: Collection[Span] = (),
    ) -> None:
        """Count what was decided on one article.

        Args:
            found: The analysis without the corrections.
            corrections: Those that stand.
            right_wordings: Spans of wordings that the user found right.
            right_voices: Spans of passages whose voice the user found right.
        """
        self._add_wordings(found, corrections, right_wordings)
        self._add_voices(found, corrections.voices, right_voices)

    def _add_wordings(
        self, found: Analysis, corrections: Corrections, right: Collection[Span]
    ) -> None:
        marked = {one.span: one.category for one in corrections.marked}
        for loaded in found.loaded:
            given = next((each for span, each in marked.items() if span.overlap(loaded.span)), None)
            if loaded.span in corrections.ignored:
                verdict = Verdict.REJECTED
            elif given is not None:
                verdict = Verdict.ACCEPTED if given is loaded.category else Verdict.EDITED
            elif loaded.span in right:
                verdict = Verdict.ACCEPTED
            else:
                continue
            self.add(RuleGroup.WORDING, loaded.category.value, verdict)
        for span, category in marked.items():
            if not any(span.overlap(loaded.span) for loaded in found.loaded):
                self.add(RuleGroup.WORDING, category.value, Verdict.MISSED)

    def _add_voices(
        self, found: Analysis, stated: Collection[StatedVoice], right: Collection[Span]
    ) -> None:
        for quotation in found.quotations:
            said = [one for one in stated if is_same_passage(one.span, quotation.span)]
            voices = [one for one in said if one.voice is not None]
            is_right = any(is_same_passage(span, quotation.span) for span in right)
            if voices:
                self.add(RuleGroup.VOICE, quotation.kind.value, _voice(voices[-1], quotation))
            elif is_right:
                self.add(RuleGroup.VOICE, quotation.kind.value, Verdict.ACCEPTED)
            if quotation.speaker and said and voices[-1:] != said[-1:]:
                self.add(RuleGroup.VOICE, SPEAKER, Verdict.EDITED)
            elif quotation.speaker and is_right and not said:
                self.add(RuleGroup.VOICE, SPEAKER, Verdict.ACCEPTED)
        for one in stated:
            is_found = any(is_same_passage(one.span, each.span) for each in found.quotations)
            if not is_found and one.voice in (Voice.QUOTED, Voice.INDIRECT):
                name = "direct" if one.voice is Voice.QUOTED else "indirect"
                self.add(RuleGroup.VOICE, name, Verdict.MISSED)


def _verdict(judgment: Judgment, name: str) -> Verdict | None:
    if judgment.kind is JudgmentKind.MERGE:
        return Verdict.MISSED
    if judgment.kind is JudgmentKind.SPLIT:
        return Verdict.REJECTED
    if judgment.kind is JudgmentKind.RELATION:
        return Verdict.ACCEPTED if judgment.relation == name else Verdict.EDITED
    if judgment.kind is JudgmentKind.RIGHT:
        return Verdict.ACCEPTED
    return Verdict.REJECTED if judgment.is_wrong else Verdict.ACCEPTED


def _voice(stated: StatedVoice, quotation: Quotation) -> Verdict:
    if stated.voice is Voice.OWN:
        return Verdict.REJECTED
    speaker = quotation.speaker.name if quotation.speaker else ""
    same = (stated.voice is Voice.INDIRECT) is not bool(quotation.marked)
    return Verdict.ACCEPTED if same and stated.speaker == speaker else Verdict.EDITED
