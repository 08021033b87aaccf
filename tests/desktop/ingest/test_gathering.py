"""What a file of many articles gives: each once, the rest counted, and an end in any case."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.ingest import gathering
from desktop.ingest.drafts import ArticleDraft, FileFacts, Remark, UnreadableFileError
from desktop.ingest.formats import Format
from desktop.ingest.gathering import Gathering
from desktop.ingest.record_fields import gather_records
from tests.desktop.ingest.made_files import FIRST, SECOND

NOTHING = UnreadableFileError("no-article", "There is none.")


def draft(text: str, outlet: str = "") -> ArticleDraft:
    return ArticleDraft(text, Format.TEXT.value, FileFacts(outlet=outlet), ())


def test_an_article_is_kept_once_for_each_outlet() -> None:
    found = Gathering("row", "rows")
    for outlet in ("The Test", "The Other", "The Test"):
        found.add(draft(FIRST, outlet))
    assert len(found) == 2
    assert [one.facts.outlet for one in found.reading(NOTHING).drafts] == ["The Test", "The Other"]


def test_what_is_left_out_is_told_by_its_reason() -> None:
    found = Gathering("entry", "entries")
    found.add(draft(FIRST))
    found.leave_out()
    found.leave_out("was too large")
    found.leave_out("was too large")
    told = [remark.message for remark in found.reading(NOTHING).remarks]
    assert told == [
        "1 entry had no text and was left out.",
        "2 entries were too large and were left out.",
    ]


def test_a_remark_is_made_once_and_comes_first() -> None:
    found = Gathering("entry", "entries")
    found.add(draft(FIRST))
    found.leave_out()
    for _ in range(2):
        found.remark(Remark("damaged", "A part is damaged."))
    assert [remark.code for remark in found.reading(NOTHING).remarks] == ["damaged", "left-out"]


def test_nothing_is_refused_for_the_reason_that_was_given() -> None:
    found = Gathering("entry", "entries")
    found.leave_out()
    with pytest.raises(UnreadableFileError) as refusal:
        found.reading(NOTHING)
    assert refusal.value is NOTHING


def test_a_file_that_holds_too_much_is_read_to_its_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "MOST_ARTICLES", 3)
    found = Gathering("record", "records")
    records = [{"text": f"{FIRST} Report number {n}."} for n in range(5)]
    gather_records(found, records, Format.RECORDS, "record")
    reading = found.reading(NOTHING)
    assert [one.text for one in reading.drafts] == [one["text"] for one in records[:3]]
    assert [remark.code for remark in reading.remarks] == ["too-many"]
    assert "first 3 articles" in reading.remarks[0].message


def test_a_file_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "BUDGET_S", -1.0)
    found = Gathering("record", "records")
    assert found.is_full()
    assert found.is_full()
    found.add(draft(FIRST))
    assert [remark.code for remark in found.reading(NOTHING).remarks] == ["too-many"]


@pytest.mark.parametrize(
    "record", [None, 3, "text", [FIRST], {}, {"text": 5}, {"text": " "}, {"text": "?!"}]
)
def test_what_is_no_record_with_a_text_is_counted(record: object) -> None:
    found = Gathering("record", "records")
    gather_records(found, [record, {"text": SECOND}], Format.RECORDS, "record")
    reading = found.reading(NOTHING)
    assert [one.text for one in reading.drafts] == [SECOND]
    assert [remark.code for remark in reading.remarks] == ["left-out"]


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(st.sampled_from([FIRST, SECOND, ""]), st.sampled_from(["A", "B"]))))
def test_every_record_is_kept_doubled_or_left_out(records: list[tuple[str, str]]) -> None:
    found = Gathering("record", "records")
    fields = [{"text": text, "outlet": outlet} for text, outlet in records]
    gather_records(found, fields, Format.RECORDS, "record")
    kept = {record for record in records if record[0]}
    assert len(found) == len(kept)
    if kept:
        told = " ".join(remark.message for remark in found.reading(NOTHING).remarks)
        left = sum(not text for text, _outlet in records)
        assert told.startswith(f"{left} record") if left else not told
