"""A number of an article explained: what it is, how it came about, and without the user's part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.core.framing.agreement import (
    NO_SHARED_WORD,
    QUOTATION_KAPPA,
    READERS_AGREE,
    judged_otherwise,
)
from desktop.core.model.analyses import Analysis, LoadedSpan, Rate, Voice, VoiceFigures
from desktop.services.badges import OutletBadge
from desktop.ui.models.wordings import counted_wordings
from desktop.ui.paint.range_axis import TONE_SCALE, Peer, RangeAxis, rate_scale
from desktop.ui.paint.wordings import WordingRow
from desktop.ui.words import (
    counted,
    not_scored,
    sentences_count,
    tone_number,
    tone_word,
    too_little_text,
    words_count,
)


def _tr(words: str) -> str:
    return QCoreApplication.translate("explanations", words)


@dataclass(frozen=True, slots=True)
class Explanation:
    """`number` is empty where there is too little text; `axis` is None there."""

    voice: Voice
    number: str
    what: str
    formula: str
    axis: RangeAxis | None


def explain_wording(analysis: Analysis, voice: Voice, peers: Sequence[Peer]) -> Explanation:
    """Return the rate of loaded wording of a voice; `peers` are the outlets of the event."""
    rate = _figures(analysis, voice).loaded
    what = _tr("loaded wordings per 100 words")
    if rate.value is None:
        few = not_scored(rate.language) if rate.language else f"{too_little_text(rate)}."
        return Explanation(voice, "", what, few, None)
    whose = _tr("in own voice") if voice is Voice.OWN else _tr("in quoted voices")
    formula = _tr("{count} marked ÷ {words} {whose} × 100.").format(
        count=rate.count, words=words_count(rate.words), whose=whose
    )
    axis = RangeAxis(rate, voice, tuple(peers), rate_scale(rate, peers))
    return Explanation(voice, f"{rate.value:.1f}", what, f"{formula} {_range(rate)}", axis)


def explain_tone(analysis: Analysis, voice: Voice, peers: Sequence[Peer]) -> Explanation:
    """Return the mean tone of a voice, with the other voice's in words."""
    rate = _figures(analysis, voice).tone
    what = _tr("tone of wording, from −1 critical to 1 favorable")
    if rate.language:
        return Explanation(voice, "", what, not_scored(rate.language), None)
    if rate.value is None:
        few = _tr("{words}: too little text for a tone.").format(words=words_count(rate.words))
        return Explanation(voice, "", what, few, None)
    whose = _tr("own voice") if voice is Voice.OWN else _tr("quoted voices")
    formula = _tr("Mean of {sentences} in {voice}, by their words: {word}.").format(
        sentences=sentences_count(rate.count), voice=whose, word=tone_word(rate.value)
    )
    parts = (formula, _range(rate, is_tone=True), _quoted_tone(analysis.quoted.tone))
    axis = RangeAxis(rate, voice, tuple(peers), TONE_SCALE)
    return Explanation(voice, tone_number(rate.value), what, " ".join(filter(None, parts)), axis)


def _quoted_tone(rate: Rate) -> str:
    if rate.value is None:
        return ""
    return _tr("Quoted voices: {tone} in {sentences}.").format(
        tone=tone_number(rate.value), sentences=sentences_count(rate.count)
    )


def _range(rate: Rate, *, is_tone: bool = False) -> str:
    if rate.low is None or rate.high is None:
        return ""
    ends = [tone_number(end) if is_tone else f"{end:.1f}" for end in (rate.low, rate.high)]
    return _tr("Range {low} to {high}.").format(low=ends[0], high=ends[1])


def wording_peers(
    analyses: Sequence[Analysis], badges: Sequence[OutletBadge], voice: Voice, *, tone: bool
) -> tuple[Peer, ...]:
    """Return the outlets of an event that have a rate, or a tone, for a voice."""
    found: list[Peer] = []
    for analysis, badge in zip(analyses, badges, strict=True):
        figures = _figures(analysis, voice)
        value = figures.tone.value if tone else figures.loaded.value
        if value is not None:
            found.append(Peer(badge.letters, badge.slot, value))
    return tuple(found)


def rows_in_words(rows: Sequence[WordingRow], *, tone: bool) -> str:
    """Return what a list holds: "16 wordings, 1 ignored, in 7 sentences"."""
    one, many = (_tr("tone word"), _tr("tone words")) if tone else (_tr("wording"), _tr("wordings"))
    parts = [counted(len(rows), one, many)]
    ignored = sum(row.is_ignored for row in rows)
    if ignored:
        parts.append(_tr("{count} ignored").format(count=ignored))
    if rows:
        sentences = sentences_count(len({row.number for row in rows}))
        parts.append(_tr("in {sentences}").format(sentences=sentences))
    said = ", ".join(parts)
    in_no_rate = sum(row.voice in (Voice.INDIRECT, Voice.UNCLEAR) for row in rows)
    if tone or not in_no_rate:
        return said
    return _tr("{said}; {count} in indirect reports, in no rate").format(
        said=said, count=in_no_rate
    )


def without_changes(analysis: Analysis, voice: Voice, found: Analysis | None = None) -> str:
    """Return the number as it would be had the user changed nothing; empty where he has not.

    Without the analysis as it was `found`, only the wordings that were ignored or marked are known.
    """
    own = [w for w in counted_wordings(analysis) if w.voice is voice]
    changes = sum(one.ignored or one.by_user for one in own)
    now = _figures(analysis, voice).loaded
    before = _figures(found, voice).loaded if found else _without_marks(now, own)
    if not changes and (now.count, now.words) == (before.count, before.words):
        return ""
    said = counted(before.count, _tr("wording"), _tr("wordings"))
    change = _tr("Without your change") if changes == 1 else _tr("Without your changes")
    if before.value is None:
        return f"{change}: {said}"
    return _tr("{change}: {said}, {rate} per 100").format(
        change=change, said=said, rate=f"{before.value:.1f}"
    )


def _without_marks(rate: Rate, wordings: Sequence[LoadedSpan]) -> Rate:
    count = rate.count + sum(one.ignored and not one.by_user for one in wordings)
    count -= sum(one.by_user and not one.ignored for one in wordings)
    value = None if rate.value is None else 100.0 * count / rate.words
    return Rate(value, count, rate.words)


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far trained readers agree; `share` is None where there is no share to draw."""

    share: float | None
    words: str


def readers_agree(rate: Rate, sentences: int) -> Agreement:
    """Return how far readers agree on loaded wording, and what that means for so many sentences."""
    if not rate.words or not sentences or rate.language:
        return Agreement(None, "")
    otherwise = judged_otherwise(sentences)
    words = _tr(
        "A trained reader judges {agree} of sentences as most others do: of the {count} here, "
        "about {otherwise} would be judged otherwise. Two who both find a sentence loaded mark no "
        "word in common in {none} of cases."
    ).format(
        agree=f"{100 * READERS_AGREE:.1f} %",
        count=sentences,
        otherwise=otherwise,
        none=f"{100 * NO_SHARED_WORD:.0f} %",
    )
    return Agreement(READERS_AGREE, words)


def readers_on_quotations() -> Agreement:
    """Return how far readers agree on what is a quotation."""
    low, high = QUOTATION_KAPPA
    words = _tr(
        "Whether a sentence is a quotation, trained readers agree well: kappa {low} to {high}, "
        "where 1 is always."
    )
    return Agreement(None, words.format(low=f"{low:.2f}", high=f"{high:.2f}"))


def _figures(analysis: Analysis, voice: Voice) -> VoiceFigures:
    return analysis.own if voice is Voice.OWN else analysis.quoted
