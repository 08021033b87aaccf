"""Names of people out of bylines: without labels, roles, outlets and agencies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from desktop.ingest.byline_words import AGENCIES, DEGREES, PLAIN_WORDS, ROLE_WORDS
from desktop.ingest.page_pieces import folded
from desktop.ingest.texts import clean_line

_MOST_BYLINE = 200
_MOST_WORDS = 5
_MOST_AUTHORS = 20
_LABEL = re.compile(
    r"^\W*(?:(?:(?:originally |first )?(?:written|posted|published|reported|reviewed|created|"
    r"edited)"
    r" (?:on .{4,40} )?by|(?:words|text|story|report|analysis|opinion|comment) by|"
    r"by|author|authors|writer|byline|contributors?|"
    r"(?:ein(?:e)? |unsere[rmn]? |aus |der |die )?(?:gast)?(?:beitrag|artikel|kommentar|kolumne|"
    r"analyse|bericht|reportage|interview|essay|glosse|text) (?:von|der|des)|"
    r"(?:geschrieben|verfasst|veröffentlicht|erstellt|eingestellt|gepostet|verantwortlich)"
    r"(?: am .{4,40})? (?:von|durch)|von|vom|"
    r"autor(?:en|in|innen|es|a|as|e|ka|zy|ii?|ul)?|auteure?s?|autore|autori|verfasser(?:in)?|"
    r"redakteur(?:in)?|redaktion|texte?|testo|"
    r"(?:publié|écrit|rédigé|proposé)(?:e)? (?:le .{4,40} )?par|par|"
    r"(?:publicado|escrito|redactado) por|por|"
    r"(?:scritto|pubblicato|articolo) da|di|a cura di|"
    r"(?:geschreven )?door|(?:skrevet|skriven|publicerad|publisert) av|av|af|"
    r"(?:napisał|napsal|napísal|írta|szerző|yazan|yazar|penulis|oleh|autorem|"
    r"kirjoittaja|kirjoittanut|toimittaja|tekst|skribent|journalist|автор|автори|авторы|текст|"
    r"συντάκτης|γράφει|γράφει ο|γράφει η|της|του))\b(?:/in|:in|\*in)?\s*[:：]?|"
    r"(?:作者|記者|记者|文|撰文|編集|기자)\s*[:：/／]?)\s*",
    re.IGNORECASE,
)
_INNER_LABEL = re.compile(
    r"\b(?:autor(?:in|en|es)?|authors?|auteurs?|autore|автор|författare|forfatter|kirjoittaja)"
    r"\s*[:：]\s*",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"(?:(?:written|posted|published) (?:on .{4,40} )?by|"
    r"(?:geschrieben|verfasst|erstellt|eingestellt|gepostet|veröffentlicht) (?:am .{4,40} )?von|"
    r"(?:publié|écrit|posté) par|(?:publicado|escrito|postado) por|(?:scritto|pubblicato|"
    r"postato) da|"
    r"(?:geplaatst|geschreven) door|(?:postet|skrevet|publicerad|skriven|inlagd) av|"
    r"автор:|опубликовал|autor(?:in)?:|author:)\s+\S",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"\s[|•·–—>»-]\s.*|[|•·>»].*|\s*\(.*|\s*\[.*|(?<!\w)\d.*|[\w.+-]+@.*|\bhttps?:.*|\bwww\..*|"
    r"\b(?:updated?|published|posted|last|aktualisiert|stand|veröffentlicht|publié|publicado|"
    r"illustrations?|fotos?|photos?|bilder|video|foto:|"
    r"for|für|pour|reporting|on behalf|am|in|um|at|on|aus|from|via|is|is an?|ist|est|"
    r"contributed)\b(?=\s|$).*",
    re.IGNORECASE,
)
_PARTS = re.compile(
    r"\s*[,;/／&+、，・|]\s*|\s+(?:and|And|AND|und|Und|et|y|e|och|og|en|i|и|та|ja|és|ve|dan|with|mit|και|si|și|a)"
    r"\s+(?=\S)",
)
_AND = re.compile(r"^\s*(?:and|und|et|y|e|och|og|en|en|i|и|та|ja|és|ve|dan)\s+")
_PARTICLE = re.compile(
    r"(?:von|van|der|den|de|del|della|di|da|du|la|le|al|el|bin|ibn|ben|zu|zur|zum|vom|ter|ten|"
    r"dos|das|do|af|av|und|y|e|d['’]\w+|l['’]\w+|o['’]\w+|bint|st\.?|san|ap|ab|te|tot|'t)"
)
_ASSOCIATION = re.compile(
    r"\be\.\s?V\b|\b[A-ZÄÖÜ][\w-]*(?:verband|verein|ministerium|gesellschaft|agentur)\b"
)
# Parts of what newsrooms are called in scripts without capitals.
_NO_PERSON = (
    *("の", "報導", "報道", "记者", "記者", "編集", "新聞", "通信", "日報", "時報"),
    *("オンライン", "ニュース", "기자", "뉴스", "新闻", "编辑"),
)
_CASELESS = re.compile(
    r"[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)
_CHINESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_MOST_CHARACTERS = 8
_AGENCY_WORDS = AGENCIES - {"mit", "material", "onl", "hina", "pa"} | {"the"}
_NO_NAMES = AGENCIES | DEGREES | PLAIN_WORDS
_LETTER = re.compile(r"[^\W\d_]")


def to_names(
    written: Iterable[str], others: Sequence[str] = (), *, loose: bool = False, marked: bool = False
) -> tuple[str, ...]:
    """Return the people that bylines name, each once.

    Args:
        written: Bylines, or names one by one.
        others: Names that are no person's: the outlet's and the publisher's.
        loose: Take a single word or one in small letters for a name, as authors of blogs have.
        marked: The page marks the byline as one, so a part of the outlet's name may be a name.

    >>> to_names(["By Ann Lee, Chief Reporter, and Bob Ray (AP)"], loose=False)
    ('Ann Lee', 'Bob Ray')
    """
    barred = [folded(other).replace(" ", "") for other in others if other]
    found = dict[str, str]()
    for line in written:
        for name in _split(line):
            key = folded(name)
            if _is_name(name, loose=loose) and not _is_barred(
                key.replace(" ", ""), barred, whole=marked
            ):
                found.setdefault(key, name)
    return tuple(found.values())[:_MOST_AUTHORS]


def _is_barred(key: str, barred: Sequence[str], *, whole: bool) -> bool:
    """Say whether a name is the outlet's, or a part of it that is long enough to tell."""
    return any(key == other or (not whole and len(key) > 4 and key in other) for other in barred)


def after_label(line: str) -> str:
    """Return what stands after "Autor:" inside of a line; nothing where there is no such label."""
    found = _INNER_LABEL.search(line)
    return line[found.end() :] if found else ""


def is_signed(line: str) -> bool:
    """Say whether a line says in so many words who posted it: one word may then be a name."""
    return _SIGNED.match(line) is not None


def has_label(line: str) -> bool:
    """Say whether a line opens as a byline does: "By", "Von", "Par"."""
    found = _LABEL.match(line)
    return found is not None and len(found.group()) < len(line)


def to_agencies(written: Iterable[str]) -> tuple[str, ...]:
    """Return the news agencies that bylines name.

    >>> to_agencies(["Ann Lee and Reuters", "The Associated Press"])
    ('Reuters', 'The Associated Press')
    """
    parts = (part for line in written for part in _split(line))
    found = (part for part in parts if _AGENCY_WORDS.issuperset(folded(part).split()))
    return tuple(dict.fromkeys(part for part in found if folded(part) != "the"))


def is_label(line: str) -> bool:
    """Say whether a line is a byline's label and nothing more."""
    found = _LABEL.match(line)
    return found is not None and len(found.group()) == len(line)


def _split(line: str) -> list[str]:
    plain = clean_line(line)
    if (
        len(plain) > _MOST_BYLINE
        or "://" in plain
        or "[at]" in plain
        or "(at)" in plain
        or "©" in plain
    ):
        return []
    without = _LABEL.sub("", plain)
    rest = _LABEL.sub("", without) if without != plain else without
    cut = _CUT.sub("", rest)
    parts = (_AND.sub("", part).strip(" .,:;*·-–—\"'“”„«»") for part in _PARTS.split(cut))
    return [_cased(part) for part in parts if part]


def _cased(name: str) -> str:
    """Return a name in capitals as names are written."""
    if not name.isupper() or " " not in name:
        return name
    return re.sub(r"[^\W\d_]+", lambda word: word.group().capitalize(), name)


def _is_name(name: str, *, loose: bool) -> bool:
    words = name.split()
    plain = folded(name).split()
    if not 1 <= len(words) <= _MOST_WORDS or not _LETTER.search(name):
        return False
    if _ASSOCIATION.search(name) or not ROLE_WORDS.isdisjoint(plain):
        return False
    if all(word in _NO_NAMES for word in plain):
        return False
    if _CASELESS.search(name):
        fits = len(name) <= _MOST_CHARACTERS or not _CHINESE.search(name)
        return fits and len(name) > 1 and not any(word in name for word in _NO_PERSON)
    if len(words) == 1:
        return loose and len(name) > 2
    named = sum(word[0].isupper() for word in words)
    small = [word for word in words if not word[0].isupper()]
    return loose or (named >= 2 and all(_PARTICLE.fullmatch(word) for word in small))
