"""Type tokens: bundled Inter for the interface, Source Serif for what articles say."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from importlib import resources

from PySide6.QtGui import QFont, QFontDatabase

SANS, SERIF = "Inter", "Source Serif Pro"


@dataclass(frozen=True, slots=True)
class TypeToken:
    """Size and line height in logical pixels, weight and family of one kind of text."""

    size_px: int
    line_px: int
    weight: QFont.Weight
    family: str


_NORMAL, _MEDIUM = QFont.Weight.Normal, QFont.Weight.Medium
_DEMI = QFont.Weight.DemiBold
TYPE = {
    "display": TypeToken(34, 42, _DEMI, SERIF),
    "number": TypeToken(40, 48, _DEMI, SANS),
    "headline": TypeToken(26, 31, _DEMI, SERIF),
    "title": TypeToken(20, 26, _DEMI, SANS),
    "read": TypeToken(17, 27, _NORMAL, SERIF),
    "card": TypeToken(16, 20, _DEMI, SERIF),
    "evidence": TypeToken(15, 21, _NORMAL, SERIF),
    "section": TypeToken(15, 20, _DEMI, SANS),
    "body": TypeToken(13, 18, _NORMAL, SANS),
    "body-medium": TypeToken(13, 18, _MEDIUM, SANS),
    "body-strong": TypeToken(13, 18, _DEMI, SANS),
    "small": TypeToken(12, 16, _NORMAL, SANS),
    "small-medium": TypeToken(12, 16, _MEDIUM, SANS),
    "small-strong": TypeToken(12, 16, _DEMI, SANS),
    "caption": TypeToken(11, 14, _MEDIUM, SANS),
    "badge": TypeToken(11, 14, QFont.Weight.Bold, SANS),
}


_on_paper = ContextVar("on_paper", default=False)


def load_fonts() -> None:
    """Register the bundled fonts; call once, after the application exists and before widgets."""
    folder = resources.files("resources") / "fonts"
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith((".otf", ".ttf")):
            QFontDatabase.addApplicationFontFromData(file.read_bytes())


@contextmanager
def paper_fonts() -> Generator[None]:
    """Within this, fonts are those for paper: without tabular figures and ligatures.

    A glyph that a feature puts in the place of another has no character of its own in a PDF that
    Qt writes: figures and full stops would be seen but neither found nor copied.
    """
    before = _on_paper.set(True)
    try:
        yield
    finally:
        _on_paper.reset(before)


def font(token: str, zoom: float = 1.0) -> QFont:
    """Return the font of a type token; figures are tabular in the interface.

    Raises:
        KeyError: There is no such token.
    """
    kind = TYPE[token]
    made = QFont(kind.family)
    made.setPixelSize(round(kind.size_px * zoom))
    made.setWeight(kind.weight)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if _on_paper.get():
        made.setFeature(QFont.Tag("liga"), 0)
    elif kind.family == SANS:
        made.setFeature(QFont.Tag("tnum"), 1)
    if kind.family == SANS:
        # Contextual alternates would come out as other characters when copied from a PDF.
        made.setFeature(QFont.Tag("calt"), 0)
    return made


def line_height(token: str, zoom: float = 1.0) -> float:
    """Return the line height of a type token in logical pixels."""
    return TYPE[token].line_px * zoom
