"""The terms of an article: its forms in lower case, how often each comes, which are names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

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
        self._read: dict[str, tuple[str, int]] = {}

    def read(self, article: Article) -> tuple[Counter[str], frozenset[str]]:
        """Count an article's terms; tell which are written with a capital inside sentences."""
        text = article.text.replace("’", "'")
        counts: Counter[str] = Counter()
        capitals: dict[str, int] = {}
        known = self._read
        for form, count in Counter(_FORM.findall(text)).items():
            term, sign = known.get(form) or self._learn(form)
            if term:
                counts[term] += count
                capitals[term] = capitals.get(term, 0) + sign * count
        # A sentence's first word has a capital anyway.
        for form in _INITIAL.findall("\n" + text):
            term, _sign = known.get(form) or self._learn(form)
            capitals[term] = capitals.get(term, 0) - 1
        names = frozenset(term for term, balance in capitals.items() if balance > 0)
        # A title's capitals are no sign of a name.
        for form in self._headline(article, text):
            term, _sign = known.get(form) or self._learn(form)
            if term:
                counts[term] += _TITLE_COUNT
        return counts, names

    def _learn(self, form: str) -> tuple[str, int]:
        """Return a form's term, empty for a single letter, and 1 with a capital or -1 without."""
        term = form.lower().removesuffix("'s")
        if len(term) < 2 and not term.isdigit():
            term = ""
        read = self._read[form] = (term, 1 if form[0].isupper() else -1)
        return read

    @staticmethod
    def _headline(article: Article, text: str) -> Iterable[str]:
        if article.title:
            return _FORM.findall(article.title.replace("’", "'"))
        lines = _OPENING_LINES.match(text)
        return _FORM.findall(lines.group()) if lines else ()
