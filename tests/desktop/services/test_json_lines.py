"""Articles as JSON lines: a bad line is named, and good ones keep their offsets."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.services.errors import CrosslightError
from desktop.services.language import (
    ArticleLine,
    analyze_lines,
    compare_lines,
    compare_whole,
    group_lines,
    read_articles,
    read_published,
)

Answer = Callable[[Iterable[ArticleLine]], Iterator[dict[str, Any]]]
ANSWERS: list[Answer] = [analyze_lines, group_lines, compare_lines, compare_whole]
FLOOD = "The Elbe burst its banks in Torgau on Monday, Mayor Henrik Simon said."
SAID = "“Everyone must leave the town before the night,” Mayor Henrik Simon said in Torgau."


def line(text: str, name: str = "a", **fields: object) -> str:
    return json.dumps({"id": name, "text": text, **fields})


def read(*lines: str) -> list[ArticleLine]:
    return list(read_articles(lines, "in.jsonl"))


@pytest.mark.parametrize(
    "bad",
    [
        "[" * 200_000,
        '{"id": "a", "text": ' + "[" * 200_000,
        '{"id": "a", "text": "b"',
        '{"id": "a", "text": "b"} x',
        '"text"',
        "null",
        '{"id": null, "text": "b"}',
        '{"id": "a", "text": ["b"]}',
    ],
    ids=["nested", "nested in a field", "cut", "rest", "text", "null", "no id", "no text"],
)
def test_a_line_that_is_no_article_is_named_and_explained(bad: str) -> None:
    with pytest.raises(CrosslightError, match=r"^in\.jsonl, line 3: ") as refusal:
        read(line("One."), "  \n", bad, line("Two."))
    assert '{"id": "...", "text": "..."}' in refusal.value.remedy


@pytest.mark.parametrize(
    "targets",
    [
        "5",
        '"ab"',
        '{"start": 0, "end": 1}',
        "[5]",
        "[null]",
        '[{"start": 0}]',
        '[{"start": "x", "end": 1}]',
        '[{"start": -1, "end": 1}]',
        '[{"start": 1, "end": 1}]',
        '[{"start": 1, "end": 0}]',
        '[{"start": 0, "end": 3}]',
        '[{"start": 0, "end": Infinity}]',
        '[{"start": 0, "end": 1e999}]',
        '[{"start": NaN, "end": 1}]',
    ],
)
def test_targets_that_are_no_spans_of_the_text_are_refused(targets: str) -> None:
    with pytest.raises(CrosslightError, match=r"^in\.jsonl, line 1: .*`targets`"):
        read(f'{{"id": "a", "text": "ab", "targets": {targets}}}')


def test_targets_may_be_none_and_may_reach_to_the_last_letter() -> None:
    (none,) = analyze_lines(read(line("Rain fell.", targets=[])))
    assert (none["target_tones"], none["target_labels"]) == ([], [])
    text = "They praised 🌊 Simon"
    (one,) = analyze_lines(read(line(text, targets=[{"start": 13, "end": len(text)}])))
    assert len(one["target_tones"]) == 1
    (unasked,) = analyze_lines(read(line(text)))
    assert "target_tones" not in unasked


@pytest.mark.parametrize(
    "written",
    ["2024-02-30", "2023-02-29", "2024-04-31", "0000-01-01", "2024-00-10", "24-11-02", "2024-1-2"],
)
def test_a_day_that_never_was_is_no_date(written: str) -> None:
    assert read_published(written) is None
    (article,) = read(line("Rain.", published=written))
    assert article.article.metadata.published.value is None


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2024-02-29", "2024-02-29"),
        ("2024-11-02T23:59", "2024-11-02T23:59"),
        ("2024-11-02T24:00", "2024-11-02"),
        ("2024-11-02T10:60Z", "2024-11-02"),
        ("2024-11-02T10:00-00:30", "2024-11-02T10:00-00:30"),
    ],
)
def test_a_clock_that_never_showed_leaves_the_day(written: str, iso: str) -> None:
    published = read_published(written)
    assert published is not None
    assert published.iso == iso


@pytest.mark.parametrize("answer", ANSWERS)
@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n",
        "\ud800 said “no”.",
        "a\x00b. “c” he said.",
        "\u202eשלום\u202c. 👩\u200d🚀",
        "x" * 5000,
    ],
    ids=["empty", "blank", "half a letter", "zero", "right to left", "one long word"],
)
def test_every_verb_answers_to_any_text(answer: Answer, text: str) -> None:
    for articles in ([], [line(text)], [line(text), line(text, "b", published="2024-11-02")]):
        records = list(answer(read(*articles)))
        assert json.loads(json.dumps(records)) == records


@pytest.mark.parametrize("answer", [group_lines, compare_lines])
def test_what_belongs_together_does_not_depend_on_the_order(answer: Answer) -> None:
    lines = [
        line(FLOOD, "a"),
        line(f"{FLOOD} {SAID}", "b"),
        line("A vineyard in Tuscany was planted on a slope.", "c"),
        line(SAID, "d"),
    ]

    def found(some: list[str]) -> set[frozenset[str]]:
        together: dict[object, set[str]] = {}
        for number, record in enumerate(answer(read(*some))):
            if "event" in record:
                together.setdefault(record["event"], set()).add(record["id"])
            else:
                together[number] = {member["id"] for member in record["members"]}
        return {frozenset(members) for members in together.values()}

    expected = found(lines)
    assert any(len(members) > 1 for members in expected)
    assert found(lines[::-1]) == found(lines[2:] + lines[:2]) == expected


def test_line_ends_and_letters_beyond_the_first_plane_count_as_they_stand() -> None:
    text = f"🌊🌊 Flood\r\n\r\n{SAID}\r\n"
    (record,) = analyze_lines(read(line(text)))
    (quotation,) = record["quotations"]
    assert text[quotation["start"] : quotation["end"]].strip("“”,") == SAID[1:46]
    speaker = quotation["speaker"]
    assert text[speaker["start"] : speaker["end"]].endswith("Henrik Simon")
    assert text[quotation["verb"]["start"] : quotation["verb"]["end"]] == "said"


def test_the_whole_comparison_names_each_article_with_what_was_given() -> None:
    first = line(
        FLOOD + " " + SAID, "a", outlet="Daily Test", title="Flood", published="2024-11-02"
    )
    (whole,) = compare_whole(read(first, line(FLOOD, "b"), line(FLOOD, "c", outlet="Daily Test")))
    a, b, _c = whole["articles"]
    assert (a["outlet"], a["title"], a["published"]) == ("Daily Test", "Flood", "2024-11-02")
    assert (b["outlet"], b["title"], b["published"]) == (None, "", None)
    assert {len(reason["articles"]) for reason in whole["event"]["reasons"]} == {2}
    (alone,) = compare_whole(read(first, line("A vineyard in Tuscany was planted.", "b")))
    assert (alone["event"]["label"], alone["event"]["reasons"]) == ("", [])


JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=5,
)
KEYS = st.sampled_from(["id", "text", "outlet", "title", "published", "targets", "x"])


@settings(max_examples=100)
@given(st.dictionaries(KEYS, JSON))
def test_any_record_is_an_article_or_is_refused(record: dict[str, Any]) -> None:
    try:
        (found,) = read(json.dumps(record))
    except CrosslightError:
        given = (record.get("id"), record.get("text"))
        assert record.get("targets") or not all(isinstance(value, str) for value in given)
        return
    assert (found.article.id, found.article.text) == (record["id"], record["text"])
    assert (found.targets is None) == (record.get("targets") is None)
