"""Numbers in words: counts with their noun, rates, tones and dates, as every view says them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.core.model.analyses import Rate
from desktop.core.model.articles import Published
from desktop.core.text.languages import language_name

_translate = QCoreApplication.translate
_NEAR_NEUTRAL = 0.05
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def counted(number: int, one: str, many: str) -> str:
    """Return a number with its noun.

    >>> counted(1, "article", "articles"), counted(1200, "word", "words")
    ('1 article', '1,200 words')
    """
    return f"{number:,} {one if number == 1 else many}"


def words_count(number: int) -> str:
    """Return a number of words: "260 words"."""
    return counted(number, _translate("words", "word"), _translate("words", "words"))


def sentences_count(number: int) -> str:
    """Return a number of sentences: "3 sentences"."""
    return counted(number, _translate("words", "sentence"), _translate("words", "sentences"))


def count_in_words(rate: Rate) -> str:
    """Return what a rate was counted from: "16 in 260 words"."""
    return _translate("words", "{count} in {words}").format(
        count=rate.count, words=words_count(rate.words)
    )


def not_scored(language: str) -> str:
    """Return what is found and what is not in a text that is not in English."""
    words = _translate(
        "words",
        "This text is in {language}: quotations, names and figures are found, loaded wording is "
        "not scored.",
    )
    return words.format(language=language_name(language))


def no_rate(rate: Rate) -> str:
    """Return in brief why there is no rate: "too little text", "not scored: text in French"."""
    if not rate.language:
        return _translate("words", "too little text")
    words = _translate("words", "not scored: text in {language}")
    return words.format(language=language_name(rate.language))


def too_little_text(rate: Rate) -> str:
    """Return what stands in place of a rate: "4 in 41 words: too little text for a rate"."""
    if rate.language:
        return no_rate(rate)
    return _translate("words", "{counted}: too little text for a rate").format(
        counted=count_in_words(rate)
    )


def rate_sentence(rate: Rate) -> str:
    """Return a rate as a full sentence part: "12 in 300 words, 4.0 per 100, range 1.8 to 7.1"."""
    if rate.value is None:
        return too_little_text(rate)
    said = _translate("words", "{counted}, {rate} per 100").format(
        counted=count_in_words(rate), rate=f"{rate.value:.1f}"
    )
    if rate.low is None or rate.high is None:
        return said
    ends = _translate("words", "range {low} to {high}")
    return f"{said}, {ends.format(low=f'{rate.low:.1f}', high=f'{rate.high:.1f}')}"


def tone_number(value: float) -> str:
    """Return a tone with its sign and two decimals; the minus is a minus.

    >>> tone_number(-0.213), tone_number(0.004)
    ('−0.21', '0.00')
    """
    rounded = f"{abs(value):.2f}"
    if float(rounded) == 0:
        return rounded
    return f"{'−' if value < 0 else '+'}{rounded}"


def tone_word(value: float) -> str:
    """Return a tone in a word: critical, near neutral or favorable wording."""
    if abs(value) < _NEAR_NEUTRAL:
        return _translate("words", "near neutral")
    return _translate("words", "critical") if value < 0 else _translate("words", "favorable")


def sure_words(sure: float) -> str:
    """Return how sure a finding is, from 0 to 1: "How sure: 0.8 of 1."."""
    return _translate("words", "How sure: {sure} of 1.").format(sure=f"{sure:.1f}")


def date_or_not_stated(published: Published | None) -> str:
    """Return a day as "2 Nov 2024", or "Date not stated"."""
    if published is None:
        return _translate("words", "Date not stated")
    return f"{published.day} {_MONTHS[published.month - 1]} {published.year}"


def in_marks(words: str) -> str:
    """Return words in quotation marks; those that stand in marks keep their own.

    >>> in_marks("again"), in_marks("“Victory Plan,”")
    ('“again”', '“Victory Plan,”')
    """
    has_own = len(words) > 1 and words[0] in "“\"‘'«„" and words[-1] in "”\"’'»“"
    return words if has_own else f"“{words}”"
