"""The page on the JSON of a comparison names every key that is written, and no other."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest

from desktop.core.model.comparisons import Relation
from desktop.services import decisions, statements
from desktop.services.analyses import get_analyzed
from desktop.services.comparison_decisions import dismiss_finding
from desktop.services.comparisons import view_event
from desktop.services.events import list_events
from desktop.services.libraries import Library
from desktop.services.report_json import report_json
from tests.sample_event import sample_view

Record = dict[str, Any]
PAGE = (Path(__file__).parents[3] / "docs" / "comparison.md").read_text("utf-8")
PLACE, RATE = {"article", "start", "end", "text"}, {"value", "count", "words", "low", "high"}


def rows() -> dict[str, str]:
    """Return the rows of the page's table by key."""
    found: dict[str, str] = {}
    for line in PAGE.splitlines():
        if line.startswith("| `"):
            keys, _, told = line.strip("| ").partition(" | ")
            found |= dict.fromkeys(re.findall(r"`(\w+)`", keys), f"{keys} {told}")
    return found


def keys(value: object, articles: frozenset[str]) -> Iterator[str]:
    """Yield the keys inside a value, but for articles' ids and those of places and rates."""
    if isinstance(value, dict):
        record = cast("Record", value)
        known = articles
        for shape in (PLACE, RATE):
            known |= shape if shape <= record.keys() else set[str]()
        yield from record.keys() - known
        for inner in record.values():
            yield from keys(inner, articles)
    elif isinstance(value, list):
        for inner in cast("list[object]", value):
            yield from keys(inner, articles)


def described(record: Record) -> None:
    told = rows()
    assert told.keys() == record.keys()
    articles = frozenset(each["id"] for each in record["articles"])
    fields = set(record["articles"][0]["provenance"])
    unsaid = {
        f"{part}: {key}"
        for part, value in record.items()
        for key in keys(value, articles)
        if f"`{key}`" not in told[part] and key not in fields
    }
    assert not unsaid


def test_every_key_of_the_samples_is_described() -> None:
    described(report_json(sample_view()))


def test_every_key_of_what_was_decided_is_described(analyzed: Library) -> None:
    event = list_events(analyzed)[0].id
    view = view_event(analyzed, event)
    dismiss_finding(analyzed, event, view.comparison.findings[0], "Too few words")
    article = view.articles[0].id
    quotation = get_analyzed(analyzed, article).found.quotations[0].span
    statements.fix_speaker(analyzed, article, quotation, "Ann Lee")
    decisions.rename_event(analyzed, event, "Strikes")
    described(json.loads(json.dumps(report_json(view_event(analyzed, event)))))


@pytest.mark.parametrize("relation", Relation)
def test_every_relation_is_named(relation: Relation) -> None:
    assert relation.value in rows()["claims"]
