"""Color tokens: four palettes, read from resources/palettes/palettes.json."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources
from typing import Any, cast

from PySide6.QtGui import QColor

LIGHT, DARK = "light", "dark"
HIGH_LIGHT, HIGH_DARK = "high contrast light", "high contrast dark"


@dataclass(frozen=True, slots=True)
class Palette:
    """The colors of one theme by their use; orange is the own voice, purple a quoted voice.

    Petrol (`accent`) is the program itself. `outlets` are given in the order in which outlets
    entered the library, and appear on badges and braid strands only.
    """

    name: str
    window: QColor
    surface: QColor
    raised: QColor
    sunken: QColor
    hover: QColor
    sel: QColor
    accent_tint: QColor
    desk: QColor
    paper: QColor
    hair: QColor
    border: QColor
    border_strong: QColor
    text: QColor
    text2: QColor
    text3: QColor
    text_dis: QColor
    accent: QColor
    accent_hover: QColor
    on_accent: QColor
    accent_line: QColor
    own: QColor
    own_fill: QColor
    own_tint: QColor
    own_mid: QColor
    quo: QColor
    quo_fill: QColor
    quo_tint: QColor
    diff_tint: QColor
    search: QColor
    warn_text: QColor
    warn_tint: QColor
    err: QColor
    err_tint: QColor
    ok: QColor
    tip: QColor
    on_tip: QColor
    on_tip2: QColor
    on_outlet: QColor
    outlets: tuple[QColor, ...]

    @property
    def is_dark(self) -> bool:
        """Say whether text is lighter than its ground."""
        return self.window.lightness() < self.text.lightness()

    @property
    def is_high_contrast(self) -> bool:
        """Say whether this is one of the two palettes without tints and shadows."""
        return self.name in (HIGH_LIGHT, HIGH_DARK)


@cache
def load_palette(name: str) -> Palette:
    """Return a palette by its name, one of LIGHT, DARK, HIGH_LIGHT, HIGH_DARK.

    Raises:
        KeyError: There is no palette of that name.
    """
    tokens = _read_tokens()[name]
    colors = {f.name: QColor(tokens[f.name]) for f in fields(Palette) if f.type == "QColor"}
    outlets = tuple(QColor(color) for color in tokens["outlets"])
    return Palette(**cast("dict[str, Any]", colors | {"name": name, "outlets": outlets}))


def in_gray(palette: Palette) -> Palette:
    """Return the palette for a printer without color: fills become grays, patterns stay."""
    grays = {f.name: _gray(getattr(palette, f.name)) for f in fields(Palette) if f.type == "QColor"}
    outlets = tuple(_gray(color) for color in palette.outlets)
    return Palette(**cast("dict[str, Any]", grays | {"name": palette.name, "outlets": outlets}))


def _gray(color: QColor) -> QColor:
    level = round(0.2126 * color.red() + 0.7152 * color.green() + 0.0722 * color.blue())
    return QColor(level, level, level)


@cache
def _read_tokens() -> dict[str, dict[str, Any]]:
    path = resources.files("resources") / "palettes" / "palettes.json"
    return json.loads(path.read_text("utf-8"))
