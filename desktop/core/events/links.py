"""Why two articles are held together: what they share, and what speaks most against it."""

from __future__ import annotations

import re

from desktop.core.events.vectors import Vector
from desktop.core.model.articles import Article
from desktop.core.model.events import Link
from desktop.core.text.spellings import fold_spelling

_NAMES_SHOWN = 8
_FIGURES_SHOWN = 6
_WORDS_SHOWN = 6
_FIGURE = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*(?![\w])")
_CAPITALIZED = re.compile(r"\b[A-Z][\w'’-]*(?:[ \u00a0][A-Z][\w'’-]*)*")
_FEW_NAMES = 3
_LOW_COSINE = 0.3
_FAR_DAYS = 3


def link_articles(
    articles: tuple[Article, Article],
    vectors: tuple[Vector, Vector],
    cosine: float,
    days_apart: int | None,
) -> Link:
    """Return the reasons that two articles share an event, strongest words first."""
    left, right = vectors
    shared = sorted(
        left.weights.keys() & right.weights.keys(),
        key=lambda term: (-left.weights[term] * right.weights[term], term),
    )
    names = _shared_names(articles, [term for term in shared if _is_name(term, vectors)])
    figures = _shared_figures(articles)
    words = [term for term in shared if not _is_name(term, vectors) and not term[0].isdigit()]
    return Link(
        left=articles[0].id,
        right=articles[1].id,
        names=names,
        figures=figures,
        words=tuple(words[:_WORDS_SHOWN]),
        days_apart=days_apart,
        cosine=round(min(cosine, 1.0), 4),
        weakest=describe_weakest(len(names), len(figures), days_apart, cosine),
    )


def describe_weakest(names: int, figures: int, days_apart: int | None, cosine: float) -> str:
    """Return the signal that speaks most against one event, as one plain sentence.

    >>> describe_weakest(5, 1, 9, 0.5)
    'They were published 9 days apart.'
    """
    if days_apart is not None and days_apart >= _FAR_DAYS:
        return f"They were published {days_apart} days apart."
    if cosine < _LOW_COSINE:
        return f"Their weighted words are {round(100 * cosine)}\u2009% alike."
    if names < _FEW_NAMES:
        return f"They share {('no name', 'one name', 'two names')[names]}."
    if days_apart is None:
        return "The date of at least one of them is not stated."
    if not figures:
        return "They share no figure."
    return f"Their weighted words are {round(100 * cosine)}\u2009% alike."


def _is_name(term: str, vectors: tuple[Vector, Vector]) -> bool:
    return term in vectors[0].names and term in vectors[1].names


def _shared_names(articles: tuple[Article, Article], keys: list[str]) -> tuple[str, ...]:
    """Return the names as the first article writes them in full, once each."""
    wanted, spelled = set(keys), dict[str, str]()
    for match in _CAPITALIZED.finditer(articles[0].text):
        parts = [part for part in match.group().split() if fold_spelling(part) in wanted]
        phrase = " ".join(re.sub(r"['’]s?$", "", part) for part in parts)
        for part in parts:
            key = fold_spelling(part)
            if key not in spelled:
                spelled[key] = phrase
    phrases = dict.fromkeys(spelled[key] for key in keys if key in spelled)
    return tuple(phrases)[:_NAMES_SHOWN]


def _shared_figures(articles: tuple[Article, Article]) -> tuple[str, ...]:
    one, other = (
        dict.fromkeys(figure for figure in _FIGURE.findall(article.text) if _tells(figure))
        for article in articles
    )
    return tuple(figure for figure in one if figure in other)[:_FIGURES_SHOWN]


def _tells(figure: str) -> bool:
    """Say whether a number is more than a day, an hour or a year."""
    is_year = len(figure) == 4 and figure.isdigit() and figure[:2] in {"19", "20"}
    return len(figure) > 2 and not is_year
