"""What holds for every text: an answer, in time that grows with its length, that points at it."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.analysis.articles import analyze_article
from desktop.core.events.grouping import group_articles
from desktop.core.model.analyses import Analysis, QuotationKind
from desktop.core.model.articles import Article
from desktop.core.model.spans import Span
from desktop.core.text.blocks import find_blocks
from desktop.core.text.metadata import find_metadata
from tests.desktop.core.made_up import LEXICONS
from tests.desktop.core.strategies import ANY_TEXT

_SHORT, _TIMES = 4_000, 4
_SLACK = 2.6  # a time that grows with the length grows by 4; with its square, by 16
_TOO_SHORT_TO_TELL_S = 0.1

UNITS = (
    "\"|“|”|‘|’|«|»|'|“‘|”’“|(|)|[]|([{|A|Abc |ABC |A.|A. |.|. |…|...|!|? |!?|7|7 |7,|1,000|one |"
    "one-|7 million |\n|\r\n|a\n|a\n\n|\u00a0| |\t|-|—|- |a-|a'|said |he said |said. |said that |"
    "according to |Ann said |Ann Lee and |Ann, |Ann of |of |a |very |not |terrible |good |\u200b|"
    "\u200f|a\u200d|a\u0301|😀|汉|汉。|سلام |İ|ß |By Ann Lee |Photo: |/ ap |you donate |in the |"
    "in Abc |Jan 1, 2020 |told Abc |Copyright Times |_|* |#a |http://a.b |@a |U.S. |Mr. |:|a: |;|"
    "\x00|\x1c|\x85|\u2028|\ud7ff|half of |one in |more than |$|$7|% |death toll |“a b c d.\n\n|"
    "The president said.\n\n|Sub heading\n\nProse that ends here.\n\n|“a,” he said |&|A & "
).split("|")
MARKS = st.text(alphabet=st.sampled_from("“”\"'‘’«»„()[]—–-.,:;!?… \n\u200b\u200f\u202eaA1"))


def analyze(text: str) -> Analysis:
    return analyze_article(Article("a", text), LEXICONS, redraws=0)


def spans_of(analysis: Analysis) -> Iterator[Span]:
    yield from (block.span for block in analysis.blocks)
    yield from (sentence.span for sentence in analysis.sentences)
    yield from (quotation.span for quotation in analysis.quotations)
    yield from (mark for quotation in analysis.quotations for mark in quotation.marked)
    yield from (
        each.speaker.span for each in analysis.quotations if each.speaker and each.speaker.span
    )
    yield from (verb.span for verb in analysis.verbs)
    yield from (loaded.span for loaded in analysis.loaded)
    yield from (word.span for word in analysis.tone_words)
    yield from (mention for target in analysis.targets for mention in target.mentions)
    yield from (figure.span for figure in analysis.figures)


@given(st.one_of(ANY_TEXT, MARKS))
def test_every_span_points_at_words_of_the_text(text: str) -> None:
    for span in spans_of(analyze(text)):
        assert span.end <= len(text)
        assert span.of(text)


@given(st.one_of(ANY_TEXT, MARKS))
def test_blocks_and_sentences_are_disjoint_and_each_lies_in_its_block(text: str) -> None:
    analysis = analyze(text)
    for spans in ([b.span for b in analysis.blocks], [s.span for s in analysis.sentences]):
        assert all(left.end <= right.start for left, right in pairwise(spans))
    for number, sentence in enumerate(analysis.sentences, start=1):
        assert sentence.number == number
        assert analysis.blocks[sentence.block].span.covers(sentence.span)


@given(st.one_of(ANY_TEXT, MARKS))
def test_direct_quotations_nest_or_are_disjoint_and_hold_their_marks(text: str) -> None:
    direct = [each.span for each in analyze(text).quotations if each.kind is QuotationKind.DIRECT]
    assert direct == sorted(direct)
    for left, right in pairwise(direct):
        assert left.end <= right.start or left.covers(right)
    for quotation in analyze(text).quotations:
        assert all(quotation.span.covers(mark) for mark in quotation.marked)


@given(st.one_of(ANY_TEXT, MARKS))
def test_loaded_wordings_and_figures_stand_in_order_and_apart(text: str) -> None:
    analysis = analyze(text)
    for spans in ([w.span for w in analysis.loaded], [f.span for f in analysis.figures]):
        assert all(left.end <= right.start for left, right in pairwise(spans))
    for wording in analysis.loaded:
        assert analysis.sentence(wording.sentence).span.overlap(wording.span)
    assert analysis.ledger.total >= 0


@given(st.one_of(ANY_TEXT, MARKS))
def test_the_same_text_gives_the_same_answer(text: str) -> None:
    assert analyze(text) == analyze(text)


@given(st.lists(st.sampled_from(range(8)), min_size=3, max_size=8))
def test_an_unrelated_paragraph_at_the_end_leaves_the_spans_before_it(numbers: list[int]) -> None:
    paragraphs = (
        "Mayor Aya Ito said on Monday that the harbor would be closed.",
        "“We can wait no longer, and we will not pay for it,” she said.",
        "About 8,000 people live there, according to Nils Berg, a spokesman.",
        "Critics slammed the shameful plan as a reckless gamble.",
        "The dam was built in 1975 and has been repaired again and again.",
        "He insisted that nobody had known of the report before.",
        "The so-called plan had been praised by the council.",
        "It was not clear who would pay for the work.",
    )
    before = "\n\n".join(paragraphs[number] for number in numbers)
    after = f"{before}\n\nA vineyard in Tuscany was planted on a slope long ago, and it thrives."
    one, other = analyze(before), analyze(after)
    end = len(before)
    assert [s.span for s in other.sentences if s.span.end <= end] == [s.span for s in one.sentences]
    assert [q for q in other.quotations if q.span.end <= end] == list(one.quotations)
    assert [w for w in other.loaded if w.span.end <= end] == list(one.loaded)
    assert [f for f in other.figures if f.span.end <= end] == list(one.figures)


@pytest.mark.parametrize("text", ["", " ", "\n", "x", "”", ".", "\u200b", "\x00", "\ud800", "İ"])
def test_a_text_of_nothing_or_one_sign_has_an_answer(text: str) -> None:
    analysis = analyze(text)
    assert len(analysis.sentences) <= 1
    assert analysis.own.loaded.value is None


def _seconds(text: str) -> float:
    article = Article("a", text)
    # A collection looks through all that other tests left, whatever the text.
    gc.collect()
    gc.disable()
    try:
        began = time.process_time()
        analyze_article(article, LEXICONS, redraws=0)
        find_metadata(text, find_blocks(text))
        group_articles([article], LEXICONS)
        return time.process_time() - began
    finally:
        gc.enable()


@pytest.mark.slow
@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_with_the_length_of_a_text_of_one_thing(unit: str) -> None:
    short, long = (unit * (size // len(unit) + 1) for size in (_SHORT, _TIMES * _SHORT))
    took = _seconds(long)
    if took > _TOO_SHORT_TO_TELL_S:
        assert took <= _SLACK * _TIMES * max(min(_seconds(short) for _ in range(2)), 0.01)


@pytest.mark.slow
@pytest.mark.parametrize("mark", ['"', "“", "”", "'", "’", "«", "(", "."])
def test_a_hundred_thousand_marks_have_an_answer(mark: str) -> None:
    analysis = analyze(mark * 100_000)
    assert all(span.end <= 100_000 for span in spans_of(analysis))
