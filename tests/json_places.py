"""The places that a comparison written as JSON names, wherever in it they stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast


def json_places(value: object) -> Iterator[dict[str, Any]]:
    """Yield the places of a comparison as JSON."""
    if isinstance(value, dict):
        row = cast("dict[str, Any]", value)
        if {"article", "start", "end", "text"} <= row.keys():
            yield row
        for inner in row.values():
            yield from json_places(inner)
    elif isinstance(value, list):
        for inner in cast("list[Any]", value):
            yield from json_places(inner)
