"""A plain label for an event: the longest stretch of a title that all its articles could say."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from desktop.core.events.vectors import term_rarity
from desktop.core.model.articles import Article
from desktop.core.model.lexicons import Lexicons
from desktop.core.text.shared import find_reprints
from desktop.core.text.spellings import fold_spelling

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_BREAK = re.compile(r"\S")
_OPENING = 200
_LONG = 60
_INNER = frozenset(
    "a about after amid an and at before by for from in into of off on or out over the under up"
    " with".split()
)
# A label is no statement: it holds no clause, so it ends where one begins.
_LEADS_TO_VERB = frozenset("to will would can could may might must shall should".split())
_NO_LABEL = _LEADS_TO_VERB | frozenset(
    "am are as be been being did do does had has have if is not that was were who".split()
)
_SHORTEST, _LONGEST = 2, 9
_SHARED = 0.5
_UNTITLED = "Untitled event"

Piece = tuple[str, int, int]


class BarredWords:
    """The forms that no label uses: loaded wording and report verbs.

    The first word of a longer wording is plain by itself: "climate of fear", "climate talks".
    """

    def __init__(self, lexicons: Lexicons) -> None:
        self._loaded = lexicons.loaded
        verbs = lexicons.verbs.values()
        self._verbs = frozenset(form for verb in verbs for form in (verb.lemma, *verb.forms))

    def __contains__(self, form: str) -> bool:
        entries = self._loaded.get(form, ())
        return form in self._verbs or any(len(each.words) == 1 for each in entries)


def label_event(
    articles: Sequence[Article], lexicons: Lexicons, barred: BarredWords | None = None
) -> str:
    """Return a label from words that half of the articles use, and two at least.

    Args:
        articles: The articles of the event, one or more.
        lexicons: The frequencies of words.
        barred: Words that the label must not use; loaded wording and report verbs if left out.
    """
    counted = without_reprints(articles)
    titles = [title_of(article) for article in counted]
    shares = _shares(counted, titles)
    least = max(_SHARED, min(2, len(counted)) / len(counted))
    kept_out = BarredWords(lexicons) if barred is None else barred
    stretches = [
        (stretch, _weigh(stretch, shares, lexicons))
        for title in titles
        for stretch in _stretches(title, shares, least, kept_out)
    ]
    best = max(stretches, key=lambda item: item[1], default=(titles[0], 0.0))[0]
    return (best[:1].upper() + best[1:]) or _UNTITLED


def without_reprints(articles: Sequence[Article]) -> Sequence[Article]:
    """Return the articles with each text once, by the first that prints it."""
    paragraphs = Counter(
        line for article in articles for line in set(article.text.split("\n")) if len(line) > _LONG
    )
    if not paragraphs or max(paragraphs.values()) < 2:
        return articles  # no two have a paragraph in common: the usual case, and soon seen
    texts = [[word.lower() for word in _WORD.findall(article.text)] for article in articles]
    copies = {each for group in find_reprints(texts) for each in group[1:]}
    return [article for n, article in enumerate(articles) if n not in copies]


def title_of(article: Article) -> str:
    """Return the title, or the first line that is not blank where none is stated.

    Of a text without line ends only the opening stands for the title.
    """
    if article.title:
        return article.title
    opening = article.text.lstrip()[:_OPENING]
    return opening.splitlines()[0].strip() if opening else ""


def _shares(articles: Sequence[Article], titles: Sequence[str]) -> Mapping[str, float]:
    """Return for each word of a title the share of articles that have it."""
    wanted = {fold_spelling(word) for title in titles for word in _words(title)}
    if len(articles) == 1:
        return dict.fromkeys(wanted, 1.0)
    counts = dict.fromkeys(wanted, 0)
    for article in articles:
        words = {fold_spelling(word) for word in _words(f"{article.title}\n{article.text}")}
        for word in words & wanted:
            counts[word] += 1
    return {word: count / len(articles) for word, count in counts.items()}


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.replace("’", "'")))


def _stretches(
    title: str, shares: Mapping[str, float], least: float, barred: BarredWords
) -> list[str]:
    """Cut a title at marks, verbs and words that few share; trim function words at the ends."""
    found: list[str] = []
    pieces: list[Piece] = []
    before = ""
    for match in _WORD.finditer(title):
        lower = match.group().lower().replace("’", "'")
        is_shared = shares.get(fold_spelling(lower), 0.0) >= least
        is_plain = not (lower in barred or lower in _NO_LABEL or before in _LEADS_TO_VERB)
        kept = is_plain and (lower in _INNER or is_shared)
        before = lower
        if pieces and (not kept or _BREAK.search(title, pieces[-1][2], match.start())):
            found += _trim(title, pieces)
            pieces = []
        if kept:
            pieces.append((lower, match.start(), match.end()))
    return found + _trim(title, pieces)


def _trim(title: str, pieces: list[Piece]) -> list[str]:
    kept = list(pieces)
    while kept and kept[0][0] in _INNER:
        kept.pop(0)
    del kept[_LONGEST:]
    while kept and kept[-1][0] in _INNER:
        kept.pop()
    return [title[kept[0][1] : kept[-1][2]]] if len(kept) >= _SHORTEST else []


def _weigh(stretch: str, shares: Mapping[str, float], lexicons: Lexicons) -> float:
    words = {match.group().lower().replace("’", "'") for match in _WORD.finditer(stretch)}
    return sum(
        shares.get(fold_spelling(word), 0.0) ** 2 * math.sqrt(term_rarity(word, lexicons))
        for word in words - _INNER
    )
