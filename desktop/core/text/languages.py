"""The language of a text, told by its script and by the small words that every text is full of.

English is decided first and at once: its texts cost a look at two hundred words. What is plainly
not English is measured against the small words of each language of its script.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from desktop.core.text.function_words import (
    ARABIC_WORDS,
    CYRILLIC_WORDS,
    DEVANAGARI_WORDS,
    LATIN_WORDS,
    LETTERS,
)
from desktop.core.text.tokens import word_set

ENGLISH = "en"
UNDETERMINED = "und"
_NAMES = (
    "af Afrikaans|am Amharic|ar Arabic|az Azerbaijani|be Belarusian|bg Bulgarian|bn Bengali|"
    "br Breton|ca Catalan|ckb Kurdish|cs Czech|cy Welsh|da Danish|de German|el Greek|en English|"
    "eo Esperanto|es Spanish|et Estonian|eu Basque|fa Persian|fi Finnish|fr French|fy Frisian|"
    "ga Irish|gd Gaelic|gl Galician|gu Gujarati|ha Hausa|he Hebrew|hi Hindi|hr Croatian|"
    "ht Haitian Creole|hu Hungarian|hy Armenian|id Indonesian|is Icelandic|it Italian|"
    "ja Japanese|ka Georgian|kk Kazakh|km Khmer|kn Kannada|ko Korean|ky Kyrgyz|la Latin|"
    "lb Luxembourgish|lo Lao|lt Lithuanian|lv Latvian|mk Macedonian|ml Malayalam|mn Mongolian|"
    "mr Marathi|ms Malay|mt Maltese|my Burmese|nb Norwegian|ne Nepali|nl Dutch|pa Punjabi|"
    "pl Polish|ps Pashto|pt Portuguese|ro Romanian|ru Russian|si Sinhala|sk Slovak|sl Slovenian|"
    "so Somali|sq Albanian|sr Serbian|sv Swedish|sw Swahili|ta Tamil|te Telugu|tg Tajik|th Thai|"
    "tk Turkmen|tl Filipino|tr Turkish|tt Tatar|ug Uyghur|uk Ukrainian|und another language|"
    "ur Urdu|uz Uzbek|vi Vietnamese|xh Xhosa|yo Yoruba|zh Chinese|zu Zulu"
)
LANGUAGE_NAMES = {
    code: name for code, _, name in (entry.partition(" ") for entry in _NAMES.split("|"))
}

# Words of English that hardly another language has.
_PLAIN_ENGLISH = word_set(
    "the and of to that with from this which not but they their his her she you said its there "
    "would could should have had has been were are after when who what it he for on by as at be "
    "will than about out into more other new these those how where because while our your we"
)
_ENOUGH_ENGLISH = 0.2
_WORD = re.compile(r"[^\s\d.,;:!?¡¿()\[\]{}<>\"'“”„‘’‚«»‹›।۔،؛؟—–―…/|*•_=+&%$€£#@~^`\\-]+")
_GLANCE, _SAMPLE = 600, 6000

_SCRIPTS: Mapping[str, str] = {
    "latin": "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff",
    "cyrillic": "\u0400-\u052f",
    "arabic": "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc",
    "devanagari": "\u0900-\u097f",
    "el": "\u0370-\u03ff\u1f00-\u1fff",
    "he": "\u0590-\u05ff",
    "bn": "\u0980-\u09ff",
    "pa": "\u0a00-\u0a7f",
    "gu": "\u0a80-\u0aff",
    "ta": "\u0b80-\u0bff",
    "te": "\u0c00-\u0c7f",
    "kn": "\u0c80-\u0cff",
    "ml": "\u0d00-\u0d7f",
    "si": "\u0d80-\u0dff",
    "th": "\u0e00-\u0e7f",
    "lo": "\u0e80-\u0eff",
    "my": "\u1000-\u109f",
    "ka": "\u10a0-\u10ff",
    "hy": "\u0530-\u058f",
    "am": "\u1200-\u137f",
    "km": "\u1780-\u17ff",
    "ko": "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af",
    "ja": "\u3040-\u30ff\u31f0-\u31ff",
    "zh": "\u3400-\u4dbf\u4e00-\u9fff",
}
_WORDS = {
    "latin": LATIN_WORDS,
    "cyrillic": CYRILLIC_WORDS,
    "arabic": ARABIC_WORDS,
    "devanagari": DEVANAGARI_WORDS,
}
_FEWEST_LETTERS = 16
_FEWEST_WORDS = 6
_FEWEST_FOUND = 3
_MOST_LETTERS = 0.6  # of one script: a text of two is too mixed to tell
_KANA = 0.05
_SHARE_FOUND = 0.1
_LETTER_BONUS = 0.5
_CLEARLY = 1.5


def is_english(language: str) -> bool:
    """Say whether a text of a language is read as English; one that cannot be told is.

    >>> is_english("en"), is_english(""), is_english("fr")
    (True, True, False)
    """
    return language in {ENGLISH, ""}


def language_name(code: str) -> str:
    """Return a language in words: "fr" is "French"; a code that is not known stays as it is."""
    return LANGUAGE_NAMES.get(_plain_code(code), code)


def same_language(one: str, other: str) -> bool:
    """Say whether two codes, as pages state them, name one language: "en-GB" is "en".

    Norwegian has three codes, and what the script writes alike counts as alike.

    >>> same_language("en_US", "EN"), same_language("no", "nb"), same_language("fr", "en")
    (True, True, False)
    """
    return _plain_code(one) == _plain_code(other)


def find_language(text: str) -> str:
    """Return the code of a text's language; "" where it is too short or too mixed to tell.

    A text in letters that English has not, and too short for more, is "und": not in English.

    >>> find_language("The ship left the harbor in the morning, and nobody knew why.")
    'en'
    >>> find_language("Le navire a quitté le port dans la matinée et personne ne sait pourquoi.")
    'fr'
    >>> find_language("Aya Ito")
    ''
    """
    words = _WORD.findall(_sample(text, _GLANCE).lower())
    english = sum(map(_PLAIN_ENGLISH.__contains__, words))
    if english >= _FEWEST_FOUND and english >= _ENOUGH_ENGLISH * len(words):
        return ENGLISH
    return _measure(unicodedata.normalize("NFC", _sample(text, _SAMPLE).lower()))


def _sample(text: str, size: int) -> str:
    """Return a text's beginning and its middle: the ends of pages say little of the article."""
    if len(text) <= 2 * size:
        return text
    middle = len(text) // 2
    return f"{text[:size]} {text[middle : middle + size]}"


def _measure(text: str) -> str:
    letters = {name: sum(map(len, script.findall(text))) for name, script in _scripts().items()}
    total = sum(letters.values())
    if total < _FEWEST_LETTERS:
        return ""
    east = {name: letters[name] for name in ("zh", "ja", "ko")}
    if sum(east.values()) >= _MOST_LETTERS * total:
        if east["ja"] >= _KANA * total:
            return "ja"
        return max(east, key=lambda name: east[name])
    script = max(letters, key=lambda name: letters[name])
    if letters[script] < _MOST_LETTERS * total:
        return ""
    if script not in _WORDS:
        return script
    found = _by_words(script, _WORD.findall(text))
    return found or ("" if script == "latin" else UNDETERMINED)


@cache
def _scripts() -> Mapping[str, re.Pattern[str]]:
    return {name: re.compile(f"[{letters}]+") for name, letters in _SCRIPTS.items()}


@cache
def _weights(script: str) -> Mapping[str, Sequence[tuple[str, float]]]:
    """Return for each small word of a script its languages, and what it says for each of them."""
    by_word: dict[str, list[str]] = {}
    for language, words in _WORDS[script].items():
        for word in set(words.split()):
            by_word.setdefault(word, []).append(language)
    return {
        word: [(language, len(languages) ** -0.5) for language in languages]
        for word, languages in by_word.items()
    }


def _by_words(script: str, words: Sequence[str]) -> str:
    if len(words) < _FEWEST_WORDS:
        return ""
    weights = _weights(script)
    scores = dict.fromkeys(_WORDS[script], 0.0)
    found = dict.fromkeys(_WORDS[script], 0)
    kinds = dict.fromkeys(_WORDS[script], 0)
    for word, count in Counter(words).items():
        for language, weight in weights.get(word, ()):
            scores[language] += count * weight
            found[language] += count
            kinds[language] += 1
        for language in _WORDS[script]:
            if not set(word).isdisjoint(LETTERS.get(language, "")):
                scores[language] += _LETTER_BONUS * count
                found[language] += 0 if word in weights else count
                kinds[language] += 1
    best = max(scores, key=lambda language: (scores[language], language))
    if kinds[best] < _FEWEST_FOUND or found[best] < _SHARE_FOUND * len(words):
        return ""
    rival = 0.0 if best == ENGLISH else scores.get(ENGLISH, 0.0)
    return "" if scores[best] < _CLEARLY * rival else best


def _plain_code(code: str) -> str:
    plain = re.split(r"[-_]", code.strip().lower(), maxsplit=1)[0]
    return {"no": "nb", "nn": "nb", "iw": "he", "in": "id", "fil": "tl", "eng": "en"}.get(
        plain, plain
    )
