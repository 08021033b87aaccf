"""Events that are hardly events: each gets a whole comparison that says what it left out."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from desktop.services.language import compare_whole, read_articles
from tests.json_places import json_places

STORM = """Storm tears roof from school in Anville

The storm that hit the coast of Norland on Friday tore the roof from a school, the mayor said.

“Nobody was hurt, and that is a wonder,” Mayor Aya Ito said. Some 40 families had to leave their
houses in Anville, and the shameful state of the sea wall was on everybody's mind.

The power came back before noon, and the ferries sailed again from the old harbor of the town.
"""
FRENCH = """La tempête emporte le toit d'une école

La tempête qui a frappé la côte vendredi a emporté le toit d'une école, a dit le maire. « Personne
n'a été blessé », a dit Aya Ito. Les familles ont dû quitter leurs maisons dans la nuit.
"""
Event = list[dict[str, str]]


def outlets(count: int, text: Callable[[int], str]) -> Event:
    return [
        {"id": str(n), "outlet": f"Outlet {n}", "published": "2024-05-02", "text": text(n)}
        for n in range(count)
    ]


EVENTS: dict[str, tuple[Event, set[str]]] = {
    "one article": (outlets(1, lambda _: STORM), {"comparison"}),
    "two identical ones": (outlets(2, lambda _: STORM), {"minimal pairs"}),
    "fifty reprints": (outlets(50, lambda n: f"{STORM}\n\nOutlet {n}"), {"annotations"}),
    "several languages": (
        outlets(3, lambda n: FRENCH if n else STORM), {"loaded wording, tone and ranks"},
    ),
    "no date and no outlet": (
        [{"id": str(n), "text": STORM.replace("40", str(40 + n))} for n in range(3)],
        {"clock", "questions of silence", "outlet profile"},
    ),
    "headlines only": (
        outlets(3, lambda n: f"Storm number {n} tears roof from school in Anville"),
        {"rates and ranks"},
    ),
    "no text": (outlets(2, lambda n: STORM if n else ""), {"comparison"}),
}  # fmt: skip


def compared(articles: Event) -> dict[str, Any]:
    lines = [json.dumps(each) for each in articles]
    (record,) = compare_whole(read_articles(lines, "made up"))
    return record


@pytest.mark.parametrize("name", EVENTS)
def test_every_key_is_there_every_place_sound_and_what_was_left_out_is_said(name: str) -> None:
    articles, parts = EVENTS[name]
    record = compared(articles)
    texts = {each["id"]: each["text"] for each in articles}
    assert all(texts[p["article"]][p["start"] : p["end"]] == p["text"] for p in json_places(record))
    assert record.keys() >= {
        "voices", "tone", "ranks", "minimal_pairs", "annotations", "findings", "left_out",
    }  # fmt: skip
    assert parts <= {each["part"] for each in record["left_out"]}
    assert all(each["reason"] for each in record["left_out"])
    assert set(record["annotations"]) == set(record["voices"]) == set(texts)


@pytest.mark.parametrize("name", ["one article", "two identical ones", "fifty reprints"])
def test_one_text_differs_from_itself_in_nothing(name: str) -> None:
    record = compared(EVENTS[name][0])
    assert record["findings"] == []
    assert record["minimal_pairs"] == []
    for order in record["ranks"].values():
        assert order["crossings"] == []


def test_an_article_in_another_language_stands_in_no_order() -> None:
    record = compared(EVENTS["several languages"][0])
    for order in record["ranks"].values():
        assert all("1" not in tie and "2" not in tie for tie in order["without_quotations"])
    assert record["voices"]["1"]["ledger"]["own"]["loaded"]["language"] == "fr"
