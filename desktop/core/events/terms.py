"""The terms of an article: its forms in lower case, how often each comes, which are names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from desktop.core.model.articles import Article

_FORM = re.compile(r"\w+(?:'\w+|(?<=\d)[.,]\d+)*")
# A run of blanks is read from its first one only: else many empty lines take a long time.
_INITIAL = re.compile(
    r"(?:[.!?:…]['\"“”]?\s++|(?<!\s)[^\S\n]*+\n\s*+|[“\"]\s*+)([A-Z]\w+(?:'\w+)*)"
)

# Words of the headline count twice more; where no title is stated, the text opens with it.
_TITLE_COUNT = 2
_OPENING_LINES = re.compile(r"(?s:.{0,250})\n")


class TermReader:
    """Reads the terms of articles; remembers how each form is read, for they come again."""

    def __init__(self) -> None:
        self._read: dict[str, tuple[str, bool]] = {}

    def read(self, article: Article) -> tuple[Mapping[str, int], frozenset[str]]:
        """Count an article's terms; tell which are written with a capital inside sentences."""
        text = article.text.replace("’", "'")
        counts: dict[str, int] = {}
        capitals: dict[str, int] = {}
        known = self._read
        for form, count in Counter(_FORM.findall(text)).items():
            term, has_capital = known.get(form) or self._learn(form)
            if term:
                counts[term] = counts.get(term, 0) + count
                if has_capital:
                    capitals[term] = capitals.get(term, 0) + count
        names = self._names(text, counts, capitals)
        # A title's capitals are no sign of a name.
        for form in self._headline(article, text):
            term, _has_capital = known.get(form) or self._learn(form)
            if term:
                counts[term] = counts.get(term, 0) + _TITLE_COUNT
        return counts, names

    def _names(
        self, text: str, counts: Mapping[str, int], capitals: Mapping[str, int]
    ) -> frozenset[str]:
        """Return the terms that have a capital more often than not inside sentences."""
        opening: dict[str, int] = {}
        # A sentence's first word has a capital anyway.
        for form in _INITIAL.findall("\n" + text):
            term, _has_capital = self._read.get(form) or self._learn(form)
            opening[term] = opening.get(term, 0) + 1
        return frozenset(
            term
            for term, capital in capitals.items()
            if 2 * capital - counts[term] > opening.get(term, 0)
        )

    def _learn(self, form: str) -> tuple[str, bool]:
        """Return a form's term, empty for a single letter, and whether it has a capital."""
        term = form.lower().removesuffix("'s")
        if len(term) < 2 and not term.isdigit():
            term = ""
        read = self._read[form] = (term, form[0].isupper())
        return read

    @staticmethod
    def _headline(article: Article, text: str) -> Iterable[str]:
        if article.title:
            return _FORM.findall(article.title.replace("’", "'"))
        lines = _OPENING_LINES.match(text)
        return _FORM.findall(lines.group()) if lines else ()
