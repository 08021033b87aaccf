"""Spans move along with their words, and never to other words."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.model.spans import Span
from desktop.core.text.moving import SpanMover

TEXT = """The mayor slammed the plan.

The council slammed it, too, on Monday. Nobody was hurt.

The ferry waits in Norland.
"""
texts = st.lists(st.sampled_from(["a", "plan", "the", "🌊", ",", "storm.", "\n", "\n\n"])).map(
    " ".join
)


def span_of(words: str, start: int = 0) -> Span:
    begin = TEXT.index(words, start)
    return Span(begin, begin + len(words))


def moved(new: str, span: Span) -> str | None:
    place = SpanMover(TEXT, new).move(span)
    return None if place is None else place.of(new)


@given(texts, texts, st.data())
@settings(max_examples=120, deadline=None)
def test_a_moved_span_has_the_same_words(old: str, new: str, data: st.DataObject) -> None:
    if not old:
        return
    start = data.draw(st.integers(0, len(old) - 1))
    end = data.draw(st.integers(start + 1, len(old)))
    place = SpanMover(old, new).move(Span(start, end))
    assert place is None or place.of(new) == old[start:end]


@given(texts)
@settings(max_examples=60, deadline=None)
def test_in_the_same_text_every_word_stays(text: str) -> None:
    mover = SpanMover(text, text)
    start = 0
    for word in text.split():
        start = text.index(word, start)
        span = Span(start, start + len(word))
        assert mover.move(span) == mover.move_block(span) == span
        start = span.end


def test_words_in_front_move_what_follows() -> None:
    new = "Updated on Tuesday.\n\n" + TEXT
    place = SpanMover(TEXT, new).move(span_of("slammed"))
    assert place == Span(span_of("slammed").start + 21, span_of("slammed").end + 21)


def test_of_words_that_stand_twice_the_ones_meant_are_found() -> None:
    second = span_of("slammed", 30)
    new = TEXT.replace("The mayor slammed the plan.\n\n", "")
    place = SpanMover(TEXT, new).move(second)
    assert place is not None
    assert new[place.end :].startswith(" it, too")
    assert moved(new, span_of("slammed")) is None


def test_changed_words_are_found_nowhere() -> None:
    new = TEXT.replace("The mayor slammed", "The mayor criticized")
    assert moved(new, span_of("slammed")) is None
    assert moved(new, span_of("mayor slammed the")) is None
    assert moved(new, span_of("slammed", 30)) == "slammed"


def test_a_span_over_two_paragraphs_moves_while_the_blank_line_stays() -> None:
    across = Span(span_of("plan.").start, span_of("The council").end)
    assert moved("Storm\n\n" + TEXT, across) == "plan.\n\nThe council"
    assert moved(TEXT.replace("plan.\n\n", "plan. "), across) is None


def test_a_paragraph_with_a_corrected_word_is_the_same_paragraph() -> None:
    block = span_of("The council slammed it, too, on Monday. Nobody was hurt.")
    new = TEXT.replace("on Monday", "on Tuesday")
    place = SpanMover(TEXT, new).move_block(block)
    assert place is not None
    assert place.of(new) == "The council slammed it, too, on Tuesday. Nobody was hurt."
    assert SpanMover(TEXT, new).move(block) is None


def test_a_paragraph_that_was_split_or_rewritten_is_none() -> None:
    block = span_of("The council slammed it, too, on Monday. Nobody was hurt.")
    split = TEXT.replace("Monday. Nobody", "Monday.\n\nNobody")
    assert SpanMover(TEXT, split).move_block(block) is None
    rewritten = TEXT.replace("council slammed it, too, on Monday. Nobody was", "wind was never")
    assert SpanMover(TEXT, rewritten).move_block(block) is None


def test_a_long_text_of_one_word_is_compared_at_once() -> None:
    old = "no " * 30_000 + "storm " + "no " * 30_000
    mover = SpanMover(old, "yes " + old.replace("storm", "wind") + "yes")
    assert mover.move(Span(90_000, 90_005)) is None
