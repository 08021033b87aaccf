"""The comparison as JSON: every place is sound, and it is the same twice."""

from __future__ import annotations

import json

from desktop.services.report_json import report_json, write_json
from tests.json_places import json_places
from tests.sample_event import sample_view


def test_every_place_quotes_the_text_at_its_offsets() -> None:
    view = sample_view()
    texts = {article.id: article.text for article in view.articles}
    found = list(json_places(report_json(view)))
    assert len(found) > 200
    assert all(texts[p["article"]][p["start"] : p["end"]] == p["text"] for p in found)


def test_only_the_moment_differs_between_two_runs() -> None:
    first, second = (json.loads(write_json(sample_view())) for _ in range(2))
    first.pop("made")
    second.pop("made")
    assert first == second


def test_rates_carry_count_words_and_range() -> None:
    voices = report_json(sample_view())["voices"]
    antiwar = voices["002"]["own"]["loaded"]
    assert antiwar["words"] == 260
    assert antiwar["low"] < antiwar["value"] < antiwar["high"]
    hindu = voices["001"]["quoted"]["loaded"]
    assert hindu["value"] is None
    assert hindu["words"] == 30


def test_fields_say_where_they_come_from() -> None:
    provenance = report_json(sample_view())["articles"][1]["provenance"]
    assert provenance["published"]["origin"] == "text"
    assert "November 02, 2024" in provenance["published"]["evidence"]["text"]
    assert provenance["outlet"]["origin"] == "sidecar"
    assert provenance["authors"]["origin"] == "unknown"
