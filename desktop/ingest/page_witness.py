"""The article's text as a page states it for machines: a witness for the paragraphs it shows."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from desktop.ingest.pages import Element

_MOST_JSON = 2_000_000
_MOST_VALUES = 5000
_FEWEST_LETTERS = 200
# A longer text would take long to be looked through for each paragraph.
_MOST_LETTERS = 200_000
_TAG = re.compile(r"<[^<>]{0,500}>")
_APART = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Hints:
    """What a page states of its article elsewhere: text and description without spaces, title."""

    witness: str = ""
    description: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()


def find_witness(page: Element) -> str:
    """Return the text that a page states in its data for machines, empty where it states none."""
    longest = max(_bodies(page), key=len, default="")
    return longest if _FEWEST_LETTERS <= len(longest) <= _MOST_LETTERS else ""


def squeeze(text: str) -> str:
    """Return the letters and digits of a text, so that spaces and marks do not matter.

    >>> squeeze("It's - HERE!")
    'itshere'
    """
    return _APART.sub("", text).casefold()


def _bodies(page: Element) -> Iterator[str]:
    for script in page.iter("script"):
        content = script.text or ""
        if "articleBody" not in content or len(content) > _MOST_JSON:
            continue
        if "json" not in script.get("type", "").lower():
            continue
        try:
            values: list[object] = [json.loads(content, strict=False)]
        except (ValueError, RecursionError):
            continue
        yield from _stated(values)


def _stated(values: list[object]) -> Iterator[str]:
    """Give each stated text below some values of JSON."""
    for _ in range(_MOST_VALUES):
        if not values:
            return
        value = values.pop()
        if isinstance(value, list):
            values += cast("list[object]", value)
        elif isinstance(value, dict):
            node = cast("dict[str, object]", value)
            body = node.get("articleBody")
            if isinstance(body, str):
                yield html.unescape(_TAG.sub(" ", body))
            values += [part for part in node.values() if isinstance(part, list | dict)]
