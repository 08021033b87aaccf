"""The analysis of whole articles: parts that fit together, figures that add up."""

from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import seeds
from desktop.core.analysis.articles import analyze_article
from desktop.core.model.analyses import Analysis, Category, Voice
from desktop.core.model.articles import Article, Metadata, Origin, Stated
from desktop.core.model.spans import Span
from desktop.core.text.tokens import count_words
from desktop.services.lexicons import load_lexicons

TEXT = (
    "Mayor slams council over budget\n\n"
    "The mayor slammed the council on Monday for its shameful budget, which passed in May.\n\n"
    "“It is a disgrace,” Mayor Aya Ito said. “These people are thugs and crooks, and everybody in "
    "this town knows what they did with the money that was meant for our schools and hospitals "
    "and for the old people who cannot heat their homes, year after year after year, in a town "
    "as rich as this one is.”\n\n"
    "She claimed that the council had lied. The vote was 7 to 2.\n"
)
WORDS = (
    'The mayor|slammed|“thugs”|“|”|"|she claimed|said.|again|\n\n|, |8,000 troops|so-called|'
    "By Aya Ito|😀|’|U.S.|…|READ MORE:|\r\n"
)
PIECES = st.sampled_from(WORDS.split("|"))


def analyzed(text: str, title: str = "") -> Analysis:
    metadata = Metadata(title=Stated(title, Origin.USER, confidence=1.0) if title else Stated())
    return analyze_article(Article("a1", text, metadata), load_lexicons())


def test_loaded_wording_is_found_in_both_voices_with_its_sentence() -> None:
    analysis = analyzed(TEXT)
    found = {span.span.of(TEXT): span for span in analysis.loaded}
    assert found["slammed"].voice is found["shameful"].voice is Voice.OWN
    assert found["thugs"].voice is found["disgrace"].voice is Voice.QUOTED
    assert found["claimed"].category is Category.VERDICT_VERB
    for span in analysis.loaded:
        assert analysis.sentence(span.sentence).span.covers(span.span)


def test_a_sentence_with_own_loaded_wording_is_loaded_and_a_quoted_one_is_not() -> None:
    analysis = analyzed(TEXT)
    by_start = {TEXT[s.span.start : s.span.start + 9]: s for s in analysis.sentences}
    assert by_start["The mayor"].loadedness >= 0.5
    assert by_start["“These pe"].loadedness < 0.5
    assert by_start["The vote "].loadedness < 0.5


def test_the_figures_count_the_spans_of_their_voice() -> None:
    analysis = analyzed(TEXT)
    own = [span for span in analysis.loaded if span.voice is Voice.OWN]
    assert analysis.own.loaded.count == len(own)
    assert analysis.own.words + analysis.quoted.words == analysis.ledger.total
    assert analysis.quoted.words == analysis.ledger.quoted
    assert analysis.own.loaded.value is None
    assert analysis.quoted.loaded.value == pytest.approx(
        100 * analysis.quoted.loaded.count / analysis.quoted.words
    )


def test_the_ledger_holds_all_words_of_the_scored_blocks() -> None:
    analysis = analyzed(TEXT)
    scored = [block.span for block in analysis.blocks if block.scored]
    assert analysis.ledger.total == count_words(TEXT, scored)


def test_wording_in_folded_blocks_is_shown_but_not_counted() -> None:
    text = TEXT + "\nREAD MORE: West slams shameful plan\n"
    analysis = analyzed(text)
    folded = [b.span for b in analysis.blocks if not b.scored]
    spans = [s.span for s in analysis.loaded if any(b.covers(s.span) for b in folded)]
    assert spans
    assert analysis.own.loaded.count == analyzed(TEXT).own.loaded.count


def test_the_samples_stand_in_the_order_that_readers_find() -> None:
    texts = sorted(
        (path for path in files(seeds).iterdir() if path.name.endswith(".txt")),
        key=lambda path: path.name,
    )
    rates = [analyzed(path.read_text(encoding="utf-8")).own.loaded.value for path in texts]
    insider, hindu, antiwar, _, euromaidan = [rate for rate in rates if rate is not None]
    assert antiwar == max(rates, key=lambda rate: rate or 0.0)
    assert hindu == min(rates, key=lambda rate: rate or 0.0)
    assert antiwar > 2 * euromaidan
    assert euromaidan > insider > hindu


def test_ranges_are_left_out_on_demand() -> None:
    text = "The mayor slammed the shameful plan again and again. " * 10
    fast = analyze_article(Article("a1", text), load_lexicons(), redraws=0)
    assert fast.own.loaded.value == analyzed(text).own.loaded.value
    assert fast.own.loaded.low is None
    assert analyzed(text).own.loaded.low is not None


def test_an_article_without_text_gives_an_empty_analysis() -> None:
    analysis = analyzed("")
    assert analysis.sentences == analysis.loaded == analysis.targets == ()
    assert analysis.ledger.total == 0


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=30), st.sampled_from(["", " "]))
def test_every_span_of_any_text_lies_inside_it_and_figures_add_up(
    pieces: list[str], gap: str
) -> None:
    text = gap.join(pieces)
    analysis = analyzed(text)
    whole = Span(0, max(1, len(text)))
    spans = [
        *(sentence.span for sentence in analysis.sentences),
        *(quotation.span for quotation in analysis.quotations),
        *(loaded.span for loaded in analysis.loaded),
        *(word.span for word in analysis.tone_words),
        *(mention for target in analysis.targets for mention in target.mentions),
        *(figure.span for figure in analysis.figures),
        *(verb.span for verb in analysis.verbs),
    ]
    assert all(whole.covers(span) for span in spans)
    assert [sentence.number for sentence in analysis.sentences] == list(
        range(1, len(analysis.sentences) + 1)
    )
    ledger = analysis.ledger
    assert ledger.own + ledger.quoted + ledger.indirect + ledger.unclear == ledger.total
    assert analysis.own.words + analysis.quoted.words == ledger.total
