"""All that the explanation tells of an article, tab by tab."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.core.framing.voices import VoiceRow, sentence_parts, voice_rows
from desktop.core.model.analyses import Analysis, Voice
from desktop.core.model.articles import Article
from desktop.core.text.languages import is_english
from desktop.services.badges import OutletBadge
from desktop.ui.models.explanations import (
    Agreement,
    Explanation,
    explain_tone,
    explain_wording,
    readers_agree,
    readers_on_quotations,
    rows_in_words,
    without_changes,
    wording_peers,
)
from desktop.ui.models.statement_rows import change_rows, quotation_rows
from desktop.ui.models.wordings import tone_rows, wording_rows
from desktop.ui.paint.range_axis import Peer
from desktop.ui.paint.wordings import WordingRow
from desktop.ui.words import counted

OWN_TAB, QUOTED_TAB, TONE_TAB, VOICES_TAB, CHANGES_TAB = range(5)

SeenEvent = tuple[tuple[Analysis, ...], tuple[OutletBadge, ...]]


def _tr(words: str) -> str:
    return QCoreApplication.translate("explained", words)


@dataclass(frozen=True, slots=True)
class Explained:
    """An article with its analysis as corrected and as `found`, where that is known."""

    article: Article
    analysis: Analysis
    found: Analysis | None
    badge: OutletBadge

    @property
    def _is_scored(self) -> bool:
        return is_english(self.analysis.language)

    def number(self, tab: int, event: SeenEvent | None) -> Explanation | None:
        """Return the number that a tab explains, None where it explains none."""
        if tab in (VOICES_TAB, CHANGES_TAB):
            return None
        voice, tone = _voice(tab), tab == TONE_TAB
        explain = explain_tone if tone else explain_wording
        return explain(self.analysis, voice, self._peers(voice, event, tone=tone))

    def _peers(self, voice: Voice, event: SeenEvent | None, *, tone: bool) -> tuple[Peer, ...]:
        shown = self.analysis
        if event is None:
            return wording_peers((shown,), (self.badge,), voice, tone=tone)
        analyses, badges = event
        # What the user has just changed is in the analysis shown before it is in the event's.
        current = [shown if one.article_id == shown.article_id else one for one in analyses]
        return wording_peers(current, badges, voice, tone=tone)

    def voices(self) -> tuple[VoiceRow, ...]:
        """Return the rows of the voice ledger."""
        return voice_rows(sentence_parts(self.article.text, self.analysis), self.analysis)

    def agreement(self, tab: int) -> Agreement:
        """Return how far trained readers agree on what a tab counts."""
        if tab == VOICES_TAB:
            return readers_on_quotations()
        if tab not in (OWN_TAB, QUOTED_TAB):
            return Agreement(None, "")
        figures = self.analysis.own if tab == OWN_TAB else self.analysis.quoted
        return readers_agree(figures.loaded, figures.tone.count)

    def rows(self, tab: int) -> tuple[WordingRow, ...]:
        """Return what a tab breaks down to, in text order."""
        if tab == TONE_TAB:
            return tone_rows(self.article, self.analysis)
        if tab == VOICES_TAB:
            return quotation_rows(self.article, self.analysis)
        if tab == CHANGES_TAB:
            return change_rows(self.article, self.analysis, self.found)
        return wording_rows(self.article, self.analysis, _voice(tab))

    def count_in_words(self, tab: int, rows: Sequence[WordingRow]) -> str:
        """Return what the list of a tab holds."""
        if tab == VOICES_TAB:
            return counted(len(rows), _tr("quotation or report"), _tr("quotations and reports"))
        if tab == CHANGES_TAB:
            return counted(len(rows), _tr("change"), _tr("changes"))
        return rows_in_words(rows, tone=tab == TONE_TAB) if self._is_scored else ""

    def nothing_in_words(self, tab: int) -> str:
        """Return what stands in place of an empty list."""
        if tab in (OWN_TAB, QUOTED_TAB, TONE_TAB) and not self._is_scored:
            return ""  # that nothing was found would sound like praise; the head says why
        return {
            TONE_TAB: _tr("No word moves the tone."),
            VOICES_TAB: _tr("Nobody is quoted or reported."),
            CHANGES_TAB: _tr(
                "You have changed nothing in this article. Select words in the text and press L "
                "to mark a loaded wording that was missed, or W to say whose words they are."
            ),
        }.get(tab, _tr("No wording was marked."))

    def without_changes(self, tab: int) -> str:
        """Return the number of a tab as it would be had the user changed nothing."""
        if tab in (OWN_TAB, QUOTED_TAB):
            return without_changes(self.analysis, _voice(tab), self.found)
        return ""


def _voice(tab: int) -> Voice:
    return Voice.QUOTED if tab == QUOTED_TAB else Voice.OWN
