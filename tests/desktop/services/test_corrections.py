"""Corrections: what stands is what was decided last and not undone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine, delete
from sqlalchemy.orm import Session

from db.tables import AnalysisRow, ArticleRow, Base, ComparisonRow, DecisionRow
from desktop.core.model.analyses import Category, Voice
from desktop.core.model.articles import Article
from desktop.core.model.corrections import Corrections, MarkedWording
from desktop.core.model.spans import Span
from desktop.services import decisions
from desktop.services.analyses import analyze_articles, get_analysis
from desktop.services.articles import ArticleQuery, list_articles
from desktop.services.comparisons import view_event
from desktop.services.corrections import CORRECTING, read_corrections
from desktop.services.events import list_events
from desktop.services.libraries import Library
from desktop.services.sessions import write_session

SPANS = [Span(0, 5), Span(5, 9)]
STEPS = st.lists(st.tuples(st.sampled_from(CORRECTING), st.sampled_from(SPANS), st.booleans()))
WORDINGS = ("ignore_wording", "count_wording", "mark_wording")
STATE = {"category": "hyperbole", "weight": 0.7, "voice": "quoted", "speaker": "Ann Lee"}


@given(STEPS)
def test_the_last_standing_decision_on_a_span_wins(steps: list[tuple[str, Span, bool]]) -> None:
    engine = create_engine("sqlite://")
    Base.metadata.tables["decision"].create(engine)
    with Session(engine) as session:
        for kind, span, undone in steps:
            data = {"article": "a", "start": span.start, "end": span.end, **STATE}
            row = DecisionRow(kind=kind, label="", data=data, article_id="a", made_at="")
            row.undone = undone
            session.add(row)
            session.flush()
        found = read_corrections(session, Article("a", "A text."))
        assert read_corrections(session, Article("other", "")) == Corrections()
    engine.dispose()
    standing = [(kind, span) for kind, span, undone in steps if not undone]
    for span in SPANS:
        words = [k for k, s in standing if s == span and k in WORDINGS]
        marks = [k for k, s in standing if s == span and k in ("mark_wording", "unmark_wording")]
        voices = [k for k, s in standing if s == span and k in ("fix_voice", "reset_voice")]
        blocks = [k for k, s in standing if s == span and k.endswith("_block")]
        assert (span in found.ignored) == (words[-1:] == ["ignore_wording"])
        assert (span in found.kept) == (blocks[-1:] == ["keep_block"])
        assert (span in found.set_apart) == (blocks[-1:] == ["set_apart_block"])
        assert (span in {one.span for one in found.marked}) == (marks[-1:] == ["mark_wording"])
        said = [one for one in found.voices if one.span == span and one.voice is Voice.QUOTED]
        assert len(said) == (voices[-1:] == ["fix_voice"])


def test_a_decision_on_words_that_no_longer_stand_there_is_passed_over() -> None:
    engine = create_engine("sqlite://")
    Base.metadata.tables["decision"].create(engine)
    with Session(engine) as session:
        for start, end, words in ((2, 6, "text"), (0, 1, "B"), (2, 60, "text.")):
            data = {"article": "a", "start": start, "end": end, "words": words, **STATE}
            row = DecisionRow(kind="mark_wording", label="", data=data, article_id="a", made_at="")
            row.undone = False
            session.add(row)
        found = read_corrections(session, Article("a", "A text."))
    engine.dispose()
    assert found == Corrections(
        marked=frozenset({MarkedWording(Span(2, 6), Category.HYPERBOLE, 0.7)})
    )


def first(library: Library) -> str:
    return list_articles(library, ArticleQuery())[2].id


def test_a_block_set_apart_is_counted_no_more_and_kept_again_counts_as_before(
    analyzed: Library,
) -> None:
    article_id = first(analyzed)
    before = get_analysis(analyzed, article_id)
    body = next(block for block in before.blocks[3:] if block.scored)
    decisions.set_apart_block(analyzed, article_id, body.span)
    apart = get_analysis(analyzed, article_id)
    assert apart.ledger.total < before.ledger.total
    assert list_articles(analyzed, ArticleQuery())[2].words == apart.ledger.total
    decisions.keep_block(analyzed, article_id, body.span)
    assert get_analysis(analyzed, article_id).ledger == before.ledger


@pytest.mark.parametrize("kind", [AnalysisRow, ComparisonRow])
def test_a_damaged_result_is_made_again(
    analyzed: Library, kind: type[AnalysisRow] | type[ComparisonRow]
) -> None:
    (event,) = list_events(analyzed)
    before = view_event(analyzed, event.id)
    with write_session(analyzed) as session:
        for row in session.query(kind):
            row.document = b"damaged"
    assert view_event(analyzed, event.id) == before


def outdate(row: AnalysisRow) -> None:
    row.key = "old"


@pytest.mark.parametrize("change", [outdate])
def test_an_outdated_analysis_is_made_again_and_a_current_one_is_not(
    analyzed: Library, change: Callable[[AnalysisRow], None]
) -> None:
    assert list(analyze_articles(analyzed)) == []
    with write_session(analyzed) as session:
        for row in session.query(AnalysisRow).limit(2):
            change(row)
    steps = list(analyze_articles(analyzed))
    assert [(step.done, step.total) for step in steps] == [(1, 2), (2, 2)]


def test_an_article_that_went_away_while_it_was_analyzed_is_passed_over(
    samples: Library,
) -> None:
    article_id = first(samples)
    steps = analyze_articles(samples, [article_id])
    next(steps)
    with write_session(samples) as session:
        session.execute(delete(ArticleRow).where(ArticleRow.id == article_id))
    assert list(steps) == []
    assert len(list_articles(samples, ArticleQuery())) == 4
