"""What the user corrected changes what is scored, what counts, and every figure."""

from __future__ import annotations

import pytest

from desktop.core.analysis.articles import analyze_article
from desktop.core.analysis.corrections import with_corrections
from desktop.core.model.articles import Article
from desktop.core.model.corrections import Corrections
from desktop.core.model.spans import Span
from desktop.services.lexicons import load_lexicons

TEXT = """Mayor answers council

The mayor slammed the council on Monday for its budget, which was passed in the first days of May.

The council will meet again on Thursday to vote on the schools, the hospitals and the bridge over
the river, which has been closed to cars and trucks since the flood of two years ago this spring.

READ MORE: West slams shameful plan
"""
ARTICLE = Article("a1", TEXT)
LEXICONS = load_lexicons()
ANALYSIS = analyze_article(ARTICLE, LEXICONS)
SLAMMED = next(span for span in ANALYSIS.loaded if span.span.of(TEXT) == "slammed")
FOLDED = next(block for block in ANALYSIS.blocks if not block.scored)


def test_no_correction_changes_nothing() -> None:
    assert with_corrections(ARTICLE, ANALYSIS, Corrections(), LEXICONS) is ANALYSIS


def test_an_ignored_wording_stays_in_place_and_does_not_count() -> None:
    corrected = with_corrections(
        ARTICLE, ANALYSIS, Corrections(ignored=frozenset({SLAMMED.span})), LEXICONS
    )
    (ignored,) = [span for span in corrected.loaded if span.ignored]
    assert ignored.span == SLAMMED.span
    assert corrected.own.loaded.count == ANALYSIS.own.loaded.count - 1
    assert corrected.own.words == ANALYSIS.own.words
    before, after = (each.sentence(SLAMMED.sentence) for each in (ANALYSIS, corrected))
    assert after.loadedness < 0.5 <= before.loadedness


def test_a_kept_block_is_scored_with_its_words_and_wordings() -> None:
    corrected = with_corrections(
        ARTICLE, ANALYSIS, Corrections(kept=frozenset({FOLDED.span})), LEXICONS
    )
    assert corrected.ledger.total > ANALYSIS.ledger.total
    assert corrected.own.loaded.count > ANALYSIS.own.loaded.count
    assert all(sentence.scored for sentence in corrected.sentences)


def test_a_kept_block_has_its_quotations_and_its_names() -> None:
    text = TEXT.replace("West slams shameful plan", "“Not in my time,” says Nils Berg")
    article = Article("a2", text)
    analysis = analyze_article(article, LEXICONS)
    block = analysis.blocks[-1]
    assert not block.scored
    assert analysis.quotations == ()

    kept = with_corrections(article, analysis, Corrections(kept=frozenset({block.span})), LEXICONS)
    (quotation,) = kept.quotations
    assert quotation.span.of(text) == "“Not in my time,”"
    assert quotation.speaker is not None
    assert quotation.speaker.name == "Nils Berg"
    assert kept.quoted.words == 4
    assert "Nils Berg" in {target.name for target in kept.targets}


def test_a_block_set_apart_takes_its_words_and_wordings_with_it() -> None:
    block = ANALYSIS.blocks[ANALYSIS.sentence(SLAMMED.sentence).block]
    corrected = with_corrections(
        ARTICLE, ANALYSIS, Corrections(set_apart=frozenset({block.span})), LEXICONS
    )
    assert corrected.own.loaded.count == ANALYSIS.own.loaded.count - 1
    assert corrected.ledger.total < ANALYSIS.ledger.total
    assert not corrected.sentence(SLAMMED.sentence).scored


def test_spans_that_the_analysis_does_not_have_are_passed_over() -> None:
    elsewhere = frozenset({Span(0, 1)})
    corrected = with_corrections(
        ARTICLE, ANALYSIS, Corrections(elsewhere, elsewhere, elsewhere), LEXICONS
    )
    assert corrected == ANALYSIS


def test_the_figures_are_those_of_an_analysis_of_the_same_blocks() -> None:
    block = ANALYSIS.blocks[-1]
    kept = with_corrections(ARTICLE, ANALYSIS, Corrections(kept=frozenset({block.span})), LEXICONS)
    apart = with_corrections(
        ARTICLE, kept, Corrections(set_apart=frozenset({block.span})), LEXICONS
    )
    assert apart.own.loaded.value == pytest.approx(ANALYSIS.own.loaded.value)
    assert apart.ledger == ANALYSIS.ledger
