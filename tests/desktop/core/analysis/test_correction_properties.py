"""Corrections: scores follow them, twice is once, and what is taken back leaves no trace."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.analysis.articles import analyze_article
from desktop.core.analysis.corrections import with_corrections
from desktop.core.model.analyses import Analysis, Voice
from desktop.core.model.articles import Article
from desktop.core.model.corrections import Corrections
from desktop.core.model.spans import Span
from desktop.core.text.tokens import count_words
from tests.desktop.core.made_up import LEXICONS
from tests.desktop.core.strategies import ANY_TEXT

SAID = (
    "“It is a disgrace, and the keeper is a crook who sleeps while others drown,” Nils Berg said. "
    "“The lamp is the one thing on this island that must never go out, and he knows that as well "
    "as we do, and still he let it go out in a night like this one, with boats at sea and the wind "
    "from the north.”"
)
TOLD = (
    "The council of the island slammed the keeper on Monday over the lamp, which went out in the "
    "storm and which nobody lit again before the morning, when two boats lay on the rocks."
)
TEXT = "\n\n".join(
    (
        "Council slams keeper over lamp",
        "By Maja Holm",
        TOLD,
        SAID,
        "The shameful night will be the matter of a hearing in May, and the keeper will be heard.",
        "Read more: Shameful years of the northern tower",
    )
)
ARTICLE = Article("a", TEXT)
ANALYSIS = analyze_article(ARTICLE, LEXICONS)
BLOCKS = [block.span for block in ANALYSIS.blocks]
LOADED = [span.span for span in ANALYSIS.loaded]


def corrected(
    kept: frozenset[Span] = frozenset(),
    set_apart: frozenset[Span] = frozenset(),
    ignored: frozenset[Span] = frozenset(),
) -> Analysis:
    return with_corrections(ARTICLE, ANALYSIS, Corrections(kept, set_apart, ignored), LEXICONS)


def subsets(spans: list[Span]) -> st.SearchStrategy[frozenset[Span]]:
    return st.frozensets(st.sampled_from(spans))


def counted(analysis: Analysis, voice: Voice) -> int:
    return sum(
        span.voice is voice and not span.ignored and analysis.sentence(span.sentence).scored
        for span in analysis.loaded
    )


def test_the_article_has_something_of_everything_to_correct() -> None:
    assert {block.scored for block in ANALYSIS.blocks} == {True, False}
    assert {span.voice for span in ANALYSIS.loaded} >= {Voice.OWN, Voice.QUOTED}
    assert ANALYSIS.own.loaded.value is not None
    assert ANALYSIS.quoted.loaded.value is not None


@given(subsets(BLOCKS), subsets(BLOCKS), subsets(LOADED))
def test_figures_are_those_of_what_is_scored_and_not_ignored(
    kept: frozenset[Span], set_apart: frozenset[Span], ignored: frozenset[Span]
) -> None:
    found = corrected(kept, set_apart, ignored)
    scored = [block.span for block in found.blocks if block.scored]

    assert found.ledger.total == count_words(TEXT, scored)
    assert found.own.loaded.count == counted(found, Voice.OWN)
    assert found.quoted.loaded.count == counted(found, Voice.QUOTED)
    assert found.own.words + found.quoted.words == found.ledger.total
    assert all(each.scored == found.blocks[each.block].scored for each in found.sentences)
    assert {span.span for span in found.loaded if span.ignored} == ignored


@given(subsets(BLOCKS), subsets(BLOCKS), subsets(LOADED))
def test_the_same_corrections_twice_are_once(
    kept: frozenset[Span], set_apart: frozenset[Span], ignored: frozenset[Span]
) -> None:
    assert corrected(kept, set_apart, ignored) == corrected(kept, set_apart, ignored)
    assert corrected(kept | kept, set_apart, ignored | ignored) == corrected(
        kept, set_apart, ignored
    )


@given(subsets(BLOCKS), subsets(LOADED), st.frozensets(st.integers(2, 400), max_size=4))
def test_spans_that_are_not_there_change_nothing(
    kept: frozenset[Span], ignored: frozenset[Span], starts: frozenset[int]
) -> None:
    known = {*BLOCKS, *LOADED}
    others = frozenset({Span(start, start + 1) for start in starts} - known)
    assert corrected(kept | others, others, ignored | others) == corrected(
        kept, frozenset(), ignored
    )


@pytest.mark.parametrize("span", LOADED, ids=lambda span: span.of(TEXT))
def test_ignoring_one_wording_takes_it_out_of_its_voice_alone(span: Span) -> None:
    found = corrected(ignored=frozenset({span}))
    (gone,) = [each for each in found.loaded if each.ignored]
    scored = ANALYSIS.sentence(gone.sentence).scored

    own = int(scored and gone.voice is Voice.OWN)
    quoted = int(scored and gone.voice is Voice.QUOTED)
    assert found.own.loaded.count == ANALYSIS.own.loaded.count - own
    assert found.quoted.loaded.count == ANALYSIS.quoted.loaded.count - quoted
    assert found.own.tone == ANALYSIS.own.tone
    assert found.ledger == ANALYSIS.ledger
    for before, after in zip(ANALYSIS.sentences, found.sentences, strict=True):
        if before.number == gone.sentence:
            assert after.loadedness <= before.loadedness
        else:
            assert after == before


def test_ignoring_all_wordings_leaves_a_rate_of_nothing() -> None:
    found = corrected(ignored=frozenset(LOADED))
    assert found.own.loaded.value == found.quoted.loaded.value == 0.0
    assert max(sentence.loadedness for sentence in found.sentences) < 0.5


def test_wordings_ignored_one_after_another_are_those_ignored_at_once() -> None:
    for one, other in combinations(LOADED, 2):
        step = with_corrections(
            ARTICLE,
            corrected(ignored=frozenset({one})),
            Corrections(ignored=frozenset({other})),
            LEXICONS,
        )
        at_once = corrected(ignored=frozenset({one, other}))
        assert step.own.loaded == at_once.own.loaded
        assert [each.ignored for each in step.loaded] == [each.ignored for each in at_once.loaded]


@pytest.mark.parametrize("index", range(len(BLOCKS)))
def test_keeping_a_scored_block_or_setting_a_folded_one_apart_changes_nothing(index: int) -> None:
    block = frozenset({BLOCKS[index]})
    same = {"kept": block} if ANALYSIS.blocks[index].scored else {"set_apart": block}
    assert corrected(**same) == ANALYSIS


@pytest.mark.parametrize("index", range(len(BLOCKS)))
def test_a_block_moves_exactly_its_own_words(index: int) -> None:
    block = ANALYSIS.blocks[index]
    moved = frozenset({block.span})
    found = corrected(set_apart=moved) if block.scored else corrected(kept=moved)
    words = count_words(TEXT, [block.span])
    assert abs(found.ledger.total - ANALYSIS.ledger.total) == words
    assert [each.scored for each in found.blocks] != [each.scored for each in ANALYSIS.blocks]
    assert [each.kind for each in found.blocks] == [each.kind for each in ANALYSIS.blocks]


def test_with_every_block_set_apart_there_is_nothing_to_rate() -> None:
    found = corrected(set_apart=frozenset(BLOCKS))
    assert found.ledger.total == found.own.words == found.quoted.words == 0
    assert found.own.loaded.value is found.quoted.tone.value is None


@given(ANY_TEXT, st.data())
def test_any_text_can_be_corrected(text: str, data: st.DataObject) -> None:
    article = Article("a", text)
    analysis = analyze_article(article, LEXICONS, redraws=0)
    spans = [block.span for block in analysis.blocks] or [Span(0, 1)]
    apart = data.draw(st.frozensets(st.sampled_from(spans)))
    found = with_corrections(article, analysis, Corrections(set_apart=apart), LEXICONS)

    assert [block.scored for block in found.blocks] == [
        block.scored and block.span not in apart for block in analysis.blocks
    ]
    assert found.ledger.total <= analysis.ledger.total
