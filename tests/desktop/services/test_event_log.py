"""What was decided on an event, told with its time and effect, and only what stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop.core.model.analyses import Category, QuotationKind, Voice
from desktop.core.model.judgments import Outcome
from desktop.core.model.spans import Span
from desktop.services import decisions, event_decisions, statements
from desktop.services.analyses import get_analyzed
from desktop.services.comparison_decisions import dismiss_finding
from desktop.services.comparisons import view_event
from desktop.services.event_details import make_details
from desktop.services.events import event_members, list_events
from desktop.services.libraries import Library
from desktop.services.report_json import report_json
from desktop.services.views import EventDecision


@pytest.fixture
def event(analyzed: Library) -> str:
    """Give the one event of the samples."""
    return list_events(analyzed)[0].id


@pytest.fixture
def article(analyzed: Library, event: str) -> str:
    """Give one of its articles."""
    return event_members(analyzed, event)[2]


def told(library: Library, event: str) -> list[EventDecision]:
    return list(view_event(library, event).decisions)


def wording(library: Library, article: str) -> Span:
    return get_analyzed(library, article).found.loaded[0].span


def quotation(library: Library, article: str) -> Span:
    found = get_analyzed(library, article).found.quotations
    return next(each.span for each in found if each.kind is not QuotationKind.SCARE)


def block(library: Library, article: str, *, scored: bool) -> Span:
    found = get_analyzed(library, article).found.blocks
    return next(each.span for each in found if each.scored is scored)


def ignore(library: Library, article: str) -> None:
    decisions.ignore_wording(library, article, wording(library, article))


def mark(library: Library, article: str) -> None:
    found = get_analyzed(library, article)
    sentence = next(each for each in reversed(found.found.sentences) if each.scored)
    span = Span(sentence.span.start, sentence.span.start + 3)
    statements.mark_wording(library, article, span, Category.HYPERBOLE)


def set_apart(library: Library, article: str) -> None:
    decisions.set_apart_block(library, article, block(library, article, scored=True))


def keep(library: Library, article: str) -> None:
    decisions.keep_block(library, article, block(library, article, scored=False))


def fix_voice(library: Library, article: str) -> None:
    span = quotation(library, article)
    statements.fix_voice(library, article, span, Voice.INDIRECT, "Ann Lee")


def fix_speaker(library: Library, article: str) -> None:
    statements.fix_speaker(library, article, quotation(library, article), "Ann Lee")


def name_no_speaker(library: Library, article: str) -> None:
    statements.fix_speaker(library, article, quotation(library, article), "")


def edit_authors(library: Library, article: str) -> None:
    decisions.edit_field(library, article, "authors", "Ann Lee; Bo Hill")


def confirm(library: Library, article: str) -> None:
    statements.confirm_voice(library, article, quotation(library, article))


@pytest.mark.parametrize(
    ("decide", "kind", "effect"),
    [
        (ignore, "ignore_wording", "not counted"),
        (mark, "mark_wording", "counted as hyperbole"),
        (set_apart, "set_apart_block", "left out of all figures"),
        (keep, "keep_block", "scored"),
        (fix_voice, "fix_voice", "indirect voice, Ann Lee"),
        (fix_speaker, "fix_speaker", "said by Ann Lee"),
        (name_no_speaker, "fix_speaker", "said by nobody named"),
        (edit_authors, "edit_field", "authors: Ann Lee, Bo Hill"),
        (confirm, "confirm_voice", "voice found right"),
    ],
)
def test_each_correction_is_told_with_what_it_does(
    analyzed: Library,
    event: str,
    article: str,
    decide: Callable[[Library, str], None],
    kind: str,
    effect: str,
) -> None:
    decide(analyzed, article)
    (one,) = told(analyzed, event)
    assert (one.kind, one.effect, one.outcome) == (kind, effect, Outcome.APPLIED)
    assert one.made_at
    assert one.judgments == ()
    decisions.undo(analyzed)
    assert told(analyzed, event) == []


def test_what_was_taken_back_by_a_later_decision_is_not_told(
    analyzed: Library, event: str, article: str
) -> None:
    span = wording(analyzed, article)
    decisions.ignore_wording(analyzed, article, span)
    decisions.count_wording(analyzed, article, span)
    assert told(analyzed, event) == []
    decisions.edit_field(analyzed, article, "agency", "One")
    decisions.edit_field(analyzed, article, "agency", "")
    assert [one.effect for one in told(analyzed, event)] == ["agency: not stated"]


def test_a_voice_taken_back_takes_its_speaker_along(
    analyzed: Library, event: str, article: str
) -> None:
    span = quotation(analyzed, article)
    fix_speaker(analyzed, article)
    statements.reset_voice(analyzed, article, span)
    assert told(analyzed, event) == []
    fix_speaker(analyzed, article)
    statements.fix_speaker(analyzed, article, span, "Bo Hill")
    assert [one.effect for one in told(analyzed, event)] == ["said by Bo Hill"]
    fix_voice(analyzed, article)
    assert [one.effect for one in told(analyzed, event)] == ["indirect voice, Ann Lee"]
    statements.fix_speaker(analyzed, article, span, "Bo Hill")
    assert len(told(analyzed, event)) == 2


def test_what_was_found_right_stands_until_it_is_corrected_and_ends_no_correction(
    analyzed: Library, event: str, article: str
) -> None:
    span = wording(analyzed, article)
    statements.confirm_wording(analyzed, article, span)
    assert [one.kind for one in told(analyzed, event)] == ["confirm_wording"]
    decisions.ignore_wording(analyzed, article, span)
    assert [one.kind for one in told(analyzed, event)] == ["ignore_wording"]
    statements.confirm_wording(analyzed, article, span)
    assert [one.kind for one in told(analyzed, event)] == ["ignore_wording", "confirm_wording"]


def test_a_correction_of_words_that_are_not_marked_no_longer_applies(
    analyzed: Library, event: str, article: str
) -> None:
    decisions.ignore_wording(analyzed, article, Span(0, 1))
    (one,) = told(analyzed, event)
    assert one.outcome is Outcome.GONE


def test_the_name_and_the_articles_of_an_event_are_told(analyzed: Library, event: str) -> None:
    decisions.rename_event(analyzed, event, "Harbor plan")
    held = event_members(analyzed, event)
    made = event_decisions.split_event(analyzed, event, held[3:])
    both = ["named Harbor plan", "which articles the event has"]
    assert [one.effect for one in told(analyzed, event)] == both
    assert [one.effect for one in told(analyzed, made)] == both[1:]
    decisions.rename_event(analyzed, event, "")
    assert [one.effect for one in told(analyzed, event)] == both[1:]


def test_a_decision_on_an_article_elsewhere_is_not_of_this_event(
    analyzed: Library, event: str, article: str
) -> None:
    ignore(analyzed, article)
    held = event_members(analyzed, event)
    made = event_decisions.split_event(analyzed, event, [article])
    assert len(held) == 5
    assert [one.kind for one in told(analyzed, event)] == ["split_event"]
    assert [one.kind for one in told(analyzed, made)] == ["ignore_wording", "split_event"]


def test_a_question_is_dismissed_as_a_finding_is(analyzed: Library, event: str) -> None:
    view = view_event(analyzed, event)
    details = make_details(view)
    entries = (*details.questions[:1], *details.contrasts[:1])
    assert entries
    for entry in entries:
        dismiss_finding(analyzed, event, entry, "Of no use")
    after = view_event(analyzed, event)
    left = make_details(after)
    assert not set(entries) & {*left.questions, *left.contrasts}
    record = report_json(after)["decisions"]
    assert [each["outcome"] for each in record] == ["applied"] * len(entries)
    assert {each["effect"] for each in record} <= {"question left out", "contrast left out"}
    assert after.comparison == view.comparison
