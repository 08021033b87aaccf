"""The versions of each utterance as JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from desktop.core.model.places import Place
from desktop.core.model.utterances import Variants, Version
from desktop.services.parts_json import place_json


def variants_json(rows: Sequence[Variants], texts: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return utterances with their versions, every place with its words."""
    return [
        {
            "speaker": row.speaker,
            "fullest": row.fullest.article,
            "versions": [_version(version, texts) for version in row.versions],
            "not_found": list(row.not_found),
        }
        for row in rows
    ]


def _version(version: Version, texts: Mapping[str, str]) -> dict[str, Any]:
    def shown(place: Place | None) -> dict[str, Any] | None:
        return None if place is None else place_json(place, texts)

    return {
        "article": version.place.article,
        "place": place_json(version.place, texts),
        "kind": version.kind,
        "parts": [
            {"kind": part.kind, "fullest": shown(part.fullest), "here": shown(part.here)}
            for part in version.parts
        ],
    }
