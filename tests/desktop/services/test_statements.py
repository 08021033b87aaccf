"""What the user states of words: stored as decisions, undone, redone, and still there later."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import update

from db.tables import AnalysisRow, ArticleRow
from desktop.core.model.analyses import Analysis, Category, QuotationKind, Voice
from desktop.core.model.spans import Span
from desktop.services import decisions, statements
from desktop.services.analyses import analyze_articles, get_analysis, get_analyzed
from desktop.services.articles import ArticleQuery, get_article, list_articles
from desktop.services.comparisons import view_event
from desktop.services.errors import CrosslightError
from desktop.services.events import list_events
from desktop.services.libraries import Library, open_library
from desktop.services.reports import settings_hash
from desktop.services.sessions import write_session

NAME = "Ada Moe"


def first(library: Library) -> str:
    return list_articles(library, ArticleQuery())[0].id


def quotation(analysis: Analysis, kind: QuotationKind = QuotationKind.DIRECT) -> Span:
    return next(q.span for q in analysis.quotations if q.kind is kind)


def some_words(library: Library, article_id: str) -> Span:
    """Return the longest word of the own voice that is not marked."""
    text, analysis = get_article(library, article_id).text, get_analysis(library, article_id)
    said = [q.span for q in analysis.quotations] + [one.span for one in analysis.loaded]
    words = list[Span]()
    for sentence in analysis.sentences:
        at = sentence.span.start
        for word in sentence.span.of(text).split():
            at = text.index(word, at)
            if sentence.scored and word.isalpha():
                words.append(Span(at, at + len(word)))
    return max((w for w in words if not any(map(w.overlap, said))), key=len)


def mark(library: Library, article_id: str) -> None:
    span = some_words(library, article_id)
    statements.mark_wording(library, article_id, span, Category.HYPERBOLE)


def take_away(library: Library, article_id: str) -> None:
    span = quotation(get_analysis(library, article_id))
    statements.fix_voice(library, article_id, span, Voice.OWN)


def add_quotation(library: Library, article_id: str) -> None:
    span = some_words(library, article_id)
    statements.fix_voice(library, article_id, span, Voice.QUOTED, f" {NAME}\n")


def name_speaker(library: Library, article_id: str) -> None:
    span = quotation(get_analysis(library, article_id))
    statements.fix_speaker(library, article_id, span, NAME)


DECIDE = [mark, take_away, add_quotation, name_speaker]
Decide = Callable[[Library, str], None]


@pytest.mark.parametrize("decide", DECIDE)
def test_a_statement_is_undone_and_redone(analyzed: Library, decide: Decide) -> None:
    article_id = first(analyzed)
    before = get_analysis(analyzed, article_id)
    listed = list_articles(analyzed, ArticleQuery())
    decide(analyzed, article_id)
    after = get_analysis(analyzed, article_id)
    assert after != before
    assert get_analyzed(analyzed, article_id).found == before
    label = decisions.undo_label(analyzed)
    assert decisions.undo(analyzed) == label
    assert get_analysis(analyzed, article_id) == before
    assert list_articles(analyzed, ArticleQuery()) == listed
    assert decisions.redo(analyzed) == label
    assert get_analysis(analyzed, article_id) == after


@pytest.mark.parametrize("decide", DECIDE)
def test_a_statement_outlives_a_restart_and_a_newer_engine(
    analyzed: Library, decide: Decide
) -> None:
    article_id = first(analyzed)
    decide(analyzed, article_id)
    after = get_analysis(analyzed, article_id)
    url = analyzed.url
    analyzed.close()
    again = open_library(url)
    assert get_analysis(again, article_id) == after
    with write_session(again) as session:
        session.execute(update(AnalysisRow).values(key="of an older engine"))
        session.execute(update(ArticleRow).values(summary_key="of an older engine"))
    assert list(analyze_articles(again))
    assert get_analysis(again, article_id) == after
    assert decisions.undo(again) is not None
    again.close()


@pytest.mark.parametrize("decide", DECIDE)
def test_comparison_and_report_follow_a_statement(analyzed: Library, decide: Decide) -> None:
    (event,) = list_events(analyzed)
    before = view_event(analyzed, event.id)
    decide(analyzed, first(analyzed))
    after = view_event(analyzed, event.id)
    assert after.analyses != before.analyses
    assert settings_hash(after) != settings_hash(before)
    decisions.undo(analyzed)
    assert view_event(analyzed, event.id) == before


def test_figures_in_the_list_follow_a_mark(analyzed: Library) -> None:
    article_id = first(analyzed)
    before = list_articles(analyzed, ArticleQuery())[0].own
    mark(analyzed, article_id)
    after = list_articles(analyzed, ArticleQuery())[0].own
    assert before is not None
    assert after is not None
    assert after.count == before.count + 1


def test_statements_are_listed_with_the_words_they_are_about(analyzed: Library) -> None:
    article_id = first(analyzed)
    text = get_article(analyzed, article_id).text
    word = some_words(analyzed, article_id)
    mark(analyzed, article_id)
    statements.fix_voice(analyzed, article_id, word, Voice.QUOTED, NAME)
    take_away(analyzed, article_id)
    name_speaker(analyzed, article_id)
    statements.reset_voice(analyzed, article_id, word)
    made = [one for one in decisions.list_decisions(analyzed) if one.article_id == article_id]
    labels = [one.label for one in made]
    assert labels[0] == f"Mark “{word.of(text)}” as loaded"
    assert [label.split()[0] for label in labels] == ["Mark", "Take", "Take", "Name", "Take"]
    assert labels[-1] == f"Take “{word.of(text)}” as found"
    assert all(len(label) < 100 for label in labels)
    assert all("\n" not in label for label in labels)


def test_a_mark_is_taken_back_and_so_is_a_voice(analyzed: Library) -> None:
    article_id = first(analyzed)
    before, word = get_analysis(analyzed, article_id), some_words(analyzed, article_id)
    mark(analyzed, article_id)
    statements.unmark_wording(analyzed, article_id, word)
    span = quotation(before)
    statements.fix_speaker(analyzed, article_id, span, NAME)
    statements.fix_voice(analyzed, article_id, span, Voice.INDIRECT, NAME)
    statements.reset_voice(analyzed, article_id, span)
    assert get_analysis(analyzed, article_id) == before


def test_what_changes_nothing_is_no_decision(analyzed: Library) -> None:
    article_id = first(analyzed)
    span = some_words(analyzed, article_id)
    count = len(decisions.list_decisions(analyzed))
    statements.unmark_wording(analyzed, article_id, span)
    statements.reset_voice(analyzed, article_id, span)
    assert len(decisions.list_decisions(analyzed)) == count
    for _ in range(2):
        statements.mark_wording(analyzed, article_id, span, Category.METAPHOR, 0.9)
    assert len(decisions.list_decisions(analyzed)) == count + 1


def test_a_mark_counts_again_what_was_ignored(analyzed: Library) -> None:
    article_id = first(analyzed)
    wording = get_analysis(analyzed, article_id).loaded[0]
    decisions.ignore_wording(analyzed, article_id, wording.span)
    statements.mark_wording(analyzed, article_id, wording.span, Category.METAPHOR)
    (found,) = [w for w in get_analysis(analyzed, article_id).loaded if w.span == wording.span]
    assert (found.ignored, found.by_user) == (False, True)


def test_what_cannot_be_stated_is_refused(analyzed: Library) -> None:
    article_id = first(analyzed)
    span, end = some_words(analyzed, article_id), len(get_article(analyzed, article_id).text)
    refused: tuple[Callable[[], None], ...] = (
        lambda: statements.mark_wording(analyzed, article_id, span, Category.METAPHOR, 0.2),
        lambda: statements.mark_wording(analyzed, "none", span, Category.METAPHOR),
        lambda: statements.fix_voice(analyzed, article_id, span, Voice.UNCLEAR),
        lambda: statements.fix_speaker(analyzed, article_id, Span(end - 1, end + 9), NAME),
    )
    for decide in refused:
        with pytest.raises(CrosslightError) as error:
            decide()
        assert error.value.remedy
    assert all(one.article_id != article_id for one in decisions.list_decisions(analyzed))


def test_a_name_is_one_line_and_not_without_end(analyzed: Library) -> None:
    article_id = first(analyzed)
    span = quotation(get_analysis(analyzed, article_id))
    statements.fix_speaker(analyzed, article_id, span, "A\n b " + "x" * 999)
    (one,) = get_analysis(analyzed, article_id).stated
    assert one.speaker.startswith("A b x")
    assert len(one.speaker) == 120
    statements.fix_speaker(analyzed, article_id, span, "\u200b \n")
    assert decisions.undo_label(analyzed) is not None
    assert get_analysis(analyzed, article_id).stated[0].speaker == ""
