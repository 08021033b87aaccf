"""Why two articles are held together: what they share, and what speaks most against it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop.core.events.days import Moment, days_apart, weekdays_differ
from desktop.core.events.likeness import cosine
from desktop.core.events.vectors import Vector
from desktop.core.model.articles import Article
from desktop.core.model.events import Link
from desktop.core.text.spellings import fold_spelling

_NAMES_SHOWN = 8
_FIGURES_SHOWN = 6
_WORDS_SHOWN = 6
_FIGURE = re.compile(r"(?<![\w.,])(\d+(?:[.,]\d+)*)(?!\w)(?:[ \u00a0]([a-z]{3,})\b)?")
_CAPITALIZED = re.compile(r"\b[A-Z][\w'’-]*(?:[ \u00a0][A-Z][\w'’-]*)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_FEW_NAMES = 3
_LOW_COSINE = 0.3
_FAR_DAYS = 3


@dataclass(frozen=True, slots=True)
class Signals:
    """What can speak against holding two articles together."""

    names: int
    figures: int
    days_apart: int | None
    cosine: float
    weekdays: tuple[str, str] | None = None


class LinkReader:
    """Reads the reasons for pairs of articles, each article's own part once."""

    def __init__(self) -> None:
        self._phrases: dict[str, list[list[tuple[str, str]]]] = {}
        self._figures: dict[str, dict[str, frozenset[str]]] = {}

    def link(
        self,
        articles: tuple[Article, Article],
        vectors: tuple[Vector, Vector],
        moments: tuple[Moment, Moment],
    ) -> Link:
        """Return the reasons that two articles share an event, strongest words first."""
        left, right = vectors
        shared = sorted(
            left.weights.keys() & right.weights.keys(),
            key=lambda term: (-left.weights[term] * right.weights[term], term),
        )
        both_name = left.names & right.names
        names = self._shared_names(articles[0], [term for term in shared if term in both_name])
        figures = self._shared_figures(articles)
        words = [term for term in shared if term not in both_name and not term[0].isdigit()]
        apart, alike = days_apart(*moments), cosine(left, right)
        differ = weekdays_differ(*moments) if apart is None else None
        return Link(
            left=articles[0].id,
            right=articles[1].id,
            names=names,
            figures=figures,
            words=tuple(words[:_WORDS_SHOWN]),
            days_apart=apart,
            cosine=round(min(alike, 1.0), 4),
            weakest=describe_weakest(Signals(len(names), len(figures), apart, alike, differ)),
        )

    def _shared_names(self, article: Article, keys: list[str]) -> tuple[str, ...]:
        """Return the names as the first article writes them in full, once each."""
        phrases = self._phrases.get(article.id)
        if phrases is None:
            phrases = self._phrases[article.id] = _read_phrases(article.text)
        wanted, spelled = set(keys), dict[str, str]()
        for parts in phrases:
            held = [part for part in parts if part[0] in wanted]
            if any(key not in spelled for key, _ in held):
                phrase = " ".join(word for _, word in held)
                for key, _ in held:
                    spelled.setdefault(key, phrase)
        found = dict.fromkeys(spelled[key] for key in keys if key in spelled)
        return tuple(found)[:_NAMES_SHOWN]

    def _shared_figures(self, articles: tuple[Article, Article]) -> tuple[str, ...]:
        """Return the figures of both, with what is counted where both count the same."""
        one, other = (self._read_figures(article) for article in articles)
        found: list[str] = []
        for figure in one:
            if figure in other:
                counted = sorted(one[figure] & other[figure])
                found.append(f"{figure} {counted[0]}" if counted else figure)
        return tuple(found[:_FIGURES_SHOWN])

    def _read_figures(self, article: Article) -> dict[str, frozenset[str]]:
        figures = self._figures.get(article.id)
        if figures is None:
            found: dict[str, set[str]] = {}
            for figure, counted in _FIGURE.findall(article.text):
                if _tells(figure):
                    found.setdefault(figure, set()).update({counted} - {"", *_NOT_COUNTED})
            figures = {figure: frozenset(counted) for figure, counted in found.items()}
            self._figures[article.id] = figures
        return figures


_NOT_COUNTED = frozenset(
    "and are but can for from had has have his her its may nor not off out that the their them they"
    " this was were who will with".split()
)


def describe_weakest(signals: Signals) -> str:
    """Return the signal that would have parted two articles first, as one plain sentence.

    >>> describe_weakest(Signals(names=5, figures=1, days_apart=9, cosine=0.5))
    'They were published 9 days apart.'
    """
    if signals.days_apart is not None and signals.days_apart >= _FAR_DAYS:
        return f"They were published {signals.days_apart} days apart."
    if signals.weekdays is not None:
        return "One opens with {}, the other with {}.".format(*signals.weekdays)
    if signals.cosine < _LOW_COSINE:
        return f"Their weighted words are {round(100 * signals.cosine)}\u2009% alike."
    if signals.names < _FEW_NAMES:
        return f"They share {('no name', 'one name', 'two names')[signals.names]}."
    if signals.days_apart is None:
        return "The date of at least one of them is not stated."
    if not signals.figures:
        return "They share no figure."
    return f"Their weighted words are {round(100 * signals.cosine)}\u2009% alike."


def explain_link(link: Link) -> str:
    """Return what two articles share and how far apart they are, as one plain line.

    >>> explain_link(Link("a", "b", ("Torgau",), ("300 residents",), ("dike",), 1, 0.5, ""))
    'shares Torgau, 300 residents; 1 day apart'
    """
    shared = [*link.names[:3], *link.figures[:2]] or [f"“{word}”" for word in link.words[:3]]
    held = f"shares {', '.join(shared)}" if shared else "shares no name, figure or telling word"
    if link.days_apart is None:
        return held
    if link.days_apart == 0:
        return f"{held}; published on one day"
    return f"{held}; {link.days_apart} day{'s' if link.days_apart > 1 else ''} apart"


def _read_phrases(text: str) -> list[list[tuple[str, str]]]:
    """Return the capitalized phrases of a text once each: the key and the spelling of each word."""
    phrases = dict.fromkeys(_CAPITALIZED.findall(text))
    return [
        [(fold_spelling(part), _POSSESSIVE.sub("", part)) for part in phrase.split()]
        for phrase in phrases
    ]


def _tells(figure: str) -> bool:
    """Say whether a number is more than a day, an hour or a year."""
    is_year = len(figure) == 4 and figure.isdigit() and figure[:2] in {"19", "20"}
    return len(figure) > 2 and not is_year
