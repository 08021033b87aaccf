"""The parts of a comparison as JSON: every place has its words, every key its documented name."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, cast

from desktop.services.parts_json import parts_json
from tests.desktop.core.made_up import detailed, event_of

TEXTS = {
    "Daily": (
        "Norway sends soldiers to the border\n\n"
        "Norway deployed soldiers on Friday. Mayor Ana Costa said that 40 boats are near Bergen"
        " because of the storm."
    ),
    "Post": "Soldiers were deployed. Owners said 90 boats are near Stavanger. Norway left Norway.",
}


def parts() -> dict[str, Any]:
    return parts_json(detailed(*event_of(**TEXTS)), TEXTS)


def places(node: object) -> Iterator[dict[str, Any]]:
    if isinstance(node, list):
        for item in cast("list[object]", node):
            yield from places(item)
    if isinstance(node, dict):
        record = cast("dict[str, Any]", node)
        if {"article", "start", "end", "text"} <= record.keys():
            yield record
        for value in record.values():
            yield from places(value)


def test_every_place_has_the_words_that_stand_there() -> None:
    found = list(places(parts()))

    assert found
    for place in found:
        assert TEXTS[place["article"]][place["start"] : place["end"]] == place["text"]


def test_the_keys_are_those_of_the_documents() -> None:
    found = parts()

    assert set(found["figures"]) == {"figures", "groups", "unparsed"}
    assert set(found["five_w"]["Daily"]) == {"who", "what", "when", "where", "why", "how"}
    assert set(found["naming"][0]) == {"actor", "articles", "quoted"}
    assert set(found["headlines"]["Daily"][0]) == {"claim", "carried_by", "said_by", "nearest"}
    assert {"attribution_gaps", "anonymous", "certainty", "agency"} <= found.keys()
    assert set(found["prominence"]) == set(found["keyness"]) == set(TEXTS)
    assert set(found["clock"]) == {"hours", "unknown", "undecided"}
    assert {"text", "kind", "present_in", "absent_in", "facts", "evidence"} == set(
        found["questions"][0]
    )


def test_whole_numbers_have_no_fraction() -> None:
    values = [figure["value"] for figure in parts()["figures"]["figures"]]

    assert values == [40, 90]
    assert all(isinstance(value, int) for value in values)


def test_it_is_plain_json() -> None:
    assert json.loads(json.dumps(parts())) == parts()
