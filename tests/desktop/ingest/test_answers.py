"""Answers of the reader process: what goes in comes out, and nothing else is taken."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.ingest import answers
from desktop.ingest.answers import Answer, from_line, to_line
from desktop.ingest.drafts import ArticleDraft, FileFacts, Paragraph, Reading, Remark, Statement

TEXTS = st.text(alphabet=st.characters(codec="utf-8"), max_size=30)
REMARKS = st.builds(
    Remark,
    st.from_regex("[a-z][a-z0-9-]{1,40}", fullmatch=True),
    st.from_regex("[A-Za-z ,.–é]{1,40}", fullmatch=True),
)
FACTS = st.builds(FileFacts, *[TEXTS] * 2, st.lists(TEXTS, max_size=3).map(tuple), *[TEXTS] * 5)
DRAFTS = st.builds(
    ArticleDraft,
    TEXTS,
    TEXTS,
    FACTS,
    st.lists(REMARKS, max_size=2).map(tuple),
    st.lists(st.builds(Statement, TEXTS, TEXTS, TEXTS), max_size=2).map(tuple),
    st.lists(st.builds(Paragraph, TEXTS, st.booleans(), TEXTS), max_size=2).map(tuple),
)
READINGS = st.builds(
    Reading,
    st.lists(DRAFTS, min_size=1, max_size=3).map(tuple),
    st.none() | REMARKS,
    st.lists(REMARKS, max_size=2).map(tuple),
)
SOUND = Reading((ArticleDraft("Some words.", "txt"),))


def changed(**changes: object) -> bytes:
    """Return a sound answer with other values in its only draft."""
    answer = json.loads(to_line(Answer(SOUND)))
    answer["reading"]["drafts"][0].update(changes)
    return json.dumps(answer).encode()


@settings(max_examples=50, deadline=None)
@given(READINGS, st.integers(0, 9))
def test_a_reading_survives_the_way_through_a_line(reading: Reading, tried: int) -> None:
    line = to_line(Answer(reading, tried))
    assert line.index(b"\n") == len(line) - 1
    assert from_line(line) == Answer(reading, tried)


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b"{}",
        b'{"reading": {}}',
        b'{"reading": {"drafts": "x"}}',
        b'{"reading": {"drafts": [{"text": 5, "format": "txt"}]}}',
        b'{"reading": {"drafts": [{"text": "x"}]}}',
        b"[" * 100_000,
        to_line(Answer(SOUND))[:-3],
        changed(text=None),
        changed(more="x"),
        changed(facts={"authors": "one"}),
        changed(doubts=[{"code": "Not A Code", "message": "Words."}]),
        changed(doubts=[{"code": "code", "message": ""}]),
        changed(doubts=[{"code": "code", "message": "Two\nlines."}]),
        changed(doubts=[{"code": "code", "message": "x" * 2000}]),
        changed(paragraphs=[{"text": "x", "kept": "yes", "reason": ""}]),
    ],
)
def test_an_answer_of_another_shape_is_an_error(line: bytes) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        from_line(line)


def test_a_text_and_a_number_of_articles_beyond_all_bounds_are_errors(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    line = to_line(Answer(SOUND))
    for bound in ("MOST_TEXT", "MOST_ARTICLES", "MOST_ANSWER"):
        with monkeypatch.context() as patch:
            patch.setattr(answers, bound, 0)
            with pytest.raises(ValueError, match="too l"):
                from_line(line)


def test_an_answer_that_grows_too_long_says_so_instead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "MOST_ANSWER", 500)
    answer = from_line(to_line(Answer(Reading((ArticleDraft("word " * 200, "txt"),)), 3)))
    assert answer.reading.problem is not None
    assert answer.reading.problem.code == "too-much-text"
    assert answer.tried == 3


def test_halves_of_letters_are_replaced_and_spoil_nothing() -> None:
    draft = ArticleDraft("Some \ud800 words.", "txt", FileFacts(title="\udfff"))
    (found,) = from_line(to_line(Answer(Reading((draft,))))).reading.drafts
    assert (found.text, found.facts.title) == ("Some \ufffd words.", "\ufffd")
