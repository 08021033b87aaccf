"""Paragraphs of a text as they are put in, found and taken out by their words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from desktop.core.model.spans import Span

_LINE = re.compile(r"[^\n]+")
_GAP = "\n\n"


class Paragraphs:
    r"""The lines of a text, in which paragraphs are found whatever blanks are between the words.

    >>> Paragraphs("Storm\n\nNobody was  hurt.\n").find("Nobody was hurt.")
    Span(start=7, end=24)
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._places: dict[str, Span] = {}
        self._lines: list[tuple[str, Span]] = []
        self._counts = Counter[str]()
        for line in _LINE.finditer(text):
            plain = " ".join(line.group().split())
            if plain:
                start = line.start() + len(line.group()) - len(line.group().lstrip())
                span = Span(start, line.start() + len(line.group().rstrip()))
                self._places.setdefault(plain, span)
                self._lines.append((plain, span))
                self._counts[plain] += 1

    def count(self, paragraph: str) -> int:
        r"""Return how often a paragraph stands in the text; one of several lines is looked at once.

        >>> Paragraphs("Ha. \nHo.\nHa.").count("Ha.")
        2
        """
        plain = " ".join(paragraph.split())
        if "\n" in paragraph.strip():
            return int(self.find(paragraph) is not None)
        return self._counts[plain]

    def find(self, paragraph: str) -> Span | None:
        """Return where a paragraph stands as whole lines, None where the text has it not."""
        wanted = [plain for line in paragraph.split("\n") if (plain := " ".join(line.split()))]
        if len(wanted) < 2:
            return self._places.get(wanted[0]) if wanted else None
        for at, (plain, span) in enumerate(self._lines):
            following = self._lines[at : at + len(wanted)] if plain == wanted[0] else []
            if [line for line, _ in following] == wanted:
                return Span(span.start, following[-1][1].end)
        return None


def insert_paragraph(text: str, paragraph: str, before: Sequence[str]) -> str:
    r"""Return a text with a paragraph behind the last of those before it that the text has.

    >>> insert_paragraph("One.\n\nThree.\n", "Two.", ["Zero.", "One."])
    'One.\n\nTwo.\n\nThree.\n'
    """
    gap, lines = _gap(text), Paragraphs(text)
    for earlier in reversed(before):
        place = lines.find(earlier)
        if place is not None:
            return f"{text[: place.end]}{gap}{paragraph}{text[place.end :]}"
    start = len(text) - len(text.lstrip("\n"))
    return f"{text[:start]}{paragraph}{gap}{text[start:]}"


def drop_paragraph(text: str, paragraph: str) -> str:
    r"""Return a text without a paragraph and the blank lines behind it.

    >>> drop_paragraph("One.\n\nTwo.\n\nThree.\n", "Two.")
    'One.\n\nThree.\n'
    """
    place = Paragraphs(text).find(paragraph)
    if place is None:
        return text
    front, rest = text[: place.start].rstrip(" \t"), text[place.end :].lstrip()
    if rest:
        return front + rest
    return front.rstrip() + ("\n" if text.endswith("\n") else "")


def _gap(text: str) -> str:
    """Return what stands between the paragraphs of a text: a blank line, or a line end alone."""
    plain = text.strip()
    return "\n" if "\n" in plain and _GAP not in plain else _GAP
