"""The names of news agencies, and one name for each."""

from __future__ import annotations

import re

from desktop.core.model.spans import Span

AGENCY_NAMES = (
    r"(?:AP|Associated Press|Reuters|AFP|Agence France(?: |-)Presse|PTI|ANI|IANS|UPI|TASS|"
    r"Xinhua|dpa|DPA|EFE|ANSA|Kyodo(?: News)?|Yonhap|Bloomberg(?: News)?|Interfax)"
).replace(" ", r"[^\S\n]{1,3}")
_WHOLE_NAME = re.compile(rf"(?<![\w-]){AGENCY_NAMES}(?![\w-])")
_SHORT = {
    "associated press": "AP",
    "agence france presse": "AFP",
    "dpa": "dpa",
    "kyodo news": "Kyodo",
    "bloomberg news": "Bloomberg",
}


def find_agencies(text: str, span: Span | None = None) -> list[tuple[str, Span]]:
    """Return the agencies that some words name, by one name each, and where.

    >>> [agency for agency, _ in find_agencies("The Associated Press and Reuters")]
    ['AP', 'Reuters']
    """
    start, end = (span.start, span.end) if span else (0, len(text))
    return [
        (_one_name(match.group()), Span(*match.span()))
        for match in _WHOLE_NAME.finditer(text, start, end)
    ]


def _one_name(name: str) -> str:
    plain = " ".join(name.replace("-", " ").split())
    return _SHORT.get(plain.lower(), plain)
