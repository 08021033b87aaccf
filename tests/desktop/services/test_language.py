"""JSON lines become articles, and answers keep the offsets of the text as it was given."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.services.errors import CrosslightError
from desktop.services.language import (
    analyze_lines,
    compare_lines,
    group_lines,
    read_articles,
    read_published,
)


def read(*records: dict[str, Any]) -> list[Any]:
    return list(read_articles([json.dumps(record) for record in records], "in.jsonl"))


def test_fields_that_are_given_become_metadata_and_unknown_ones_are_passed_over() -> None:
    record = {
        "id": "a",
        "text": "T",
        "outlet": "Daily",
        "title": " Head ",
        "published": "2024-11-02",
    }

    (line,) = read({**record, "score": 3, "url": None})

    assert line.article.outlet == "Daily"
    assert line.article.title == "Head"
    assert line.article.metadata.published.value.iso == "2024-11-02"
    assert line.targets is None


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2024-11-02", "2024-11-02"),
        ("2024-11-02T07:00", "2024-11-02T07:00"),
        ("2024-11-02 07:00:30", "2024-11-02T07:00"),
        ("2024-11-02T07:00:30.250Z", "2024-11-02T07:00+00:00"),
        ("2024-11-02T07:00-0430", "2024-11-02T07:00-04:30"),
    ],
)
def test_a_date_keeps_the_precision_and_the_zone_it_has(value: str, iso: str) -> None:
    published = read_published(value)

    assert published is not None
    assert published.iso == iso


@pytest.mark.parametrize("value", ["", "yesterday", "2024-13-02", "2024-11-00", "02.11.2024"])
def test_what_is_no_iso_date_is_no_date(value: str) -> None:
    assert read_published(value) is None


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[1]",
        '{"id": "a"}',
        '{"text": "a"}',
        '{"id": 1, "text": "a"}',
        '{"id": "a", "text": "b", "targets": [{"start": 0, "end": 9}]}',
        '{"id": "a", "text": "b", "targets": [{"start": 1}]}',
    ],
)
def test_a_line_that_is_no_article_is_named_by_its_number(line: str) -> None:
    with pytest.raises(CrosslightError, match=r"in\.jsonl, line 2"):
        list(read_articles(['{"id": "a", "text": "b"}\n', line], "in.jsonl"))


def test_tones_are_given_for_the_targets_asked_for() -> None:
    text = "Simon is a wonderful mayor."
    (record,) = analyze_lines(read({"id": "a", "text": text, "targets": [{"start": 0, "end": 5}]}))

    assert record["target_labels"] == ["positive"]
    assert len(record["target_tones"]) == 1


def test_articles_of_one_event_get_one_key() -> None:
    flood = "The Elbe burst its banks in Torgau on Monday, Mayor Henrik Simon said."

    records = list(
        group_lines(
            read(
                {"id": "a", "text": flood},
                {"id": "b", "text": "A vineyard in Tuscany was planted on a slope."},
                {"id": "c", "text": f"{flood} 300 people left."},
            )
        )
    )

    assert [record["id"] for record in records] == ["a", "b", "c"]
    assert records[0]["event"] == records[2]["event"] != records[1]["event"]


def test_what_two_articles_share_comes_with_its_kind_and_places() -> None:
    text = "“Everyone must leave the town before the night,” Mayor Henrik Simon said in Torgau."

    records = list(compare_lines(read({"id": "a", "text": text}, {"id": "b", "text": text})))

    assert {record["kind"] for record in records} == {"claim", "quotation"}
    for record in records:
        assert {member["id"] for member in record["members"]} == {"a", "b"}
        assert 0 < record["score"] <= 1


@given(st.text(max_size=200))
def test_every_span_of_an_answer_lies_in_the_text_as_given(text: str) -> None:
    (record,) = analyze_lines(read({"id": "a", "text": text}))

    keys = {"id", "sentences", "quotations", "loaded", "targets", "boilerplate", "language"}
    assert set(record) - {"not_scored"} == keys
    spans = [
        (row["start"], row["end"]) for key in ("sentences", "quotations") for row in record[key]
    ]
    spans += [(row["start"], row["end"]) for row in record["loaded"]]
    spans += [tuple(span) for span in record["boilerplate"]]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert record["sentences"] == sorted(record["sentences"], key=lambda row: row["start"])


FRENCH = (
    "La mairesse a fermé le port lundi après la tempête, et personne ne sait quand il sera "
    "rouvert. « La digue est trop faible pour les mois d’hiver », a dit Aya Ito devant le conseil."
)


def test_a_text_in_another_language_is_not_scored_and_says_why() -> None:
    targets = [{"start": 3, "end": 11}]

    (record,) = analyze_lines(read({"id": "a", "text": FRENCH, "targets": targets}))

    assert record["language"] == "fr"
    assert record["not_scored"] == "not scored: the text is in French"
    assert record["loaded"] == []
    assert {sentence["loadedness"] for sentence in record["sentences"]} == {0.0}
    assert record["quotations"][0]["speaker"]["name"] == "Aya Ito"
    assert record["target_tones"] == [0.0]
    assert record["target_labels"] == ["neutral"]


def test_an_english_text_names_its_language_and_no_reason() -> None:
    (record,) = analyze_lines(read({"id": "a", "text": "The harbor was closed, and they knew it."}))
    assert record["language"] == "en"
    assert "not_scored" not in record
