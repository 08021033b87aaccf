"""What became of each decision, and how often each rule was right, from the log of a library."""

from __future__ import annotations

from collections import Counter

import pytest

from desktop.core.analysis.precision import LEAST_DECISIONS
from desktop.core.model.analyses import QuotationKind, Voice
from desktop.services import decisions, statements
from desktop.services.analyses import get_analyzed
from desktop.services.comparison_decisions import confirm_finding, dismiss_finding
from desktop.services.comparisons import view_event
from desktop.services.confirmations import read_confirmed
from desktop.services.decision_review import review_decisions, rule_precisions
from desktop.services.events import list_events
from desktop.services.libraries import Library
from desktop.services.sessions import read_session


@pytest.fixture
def article(analyzed: Library) -> str:
    """Give an article with loaded wordings and quotations."""
    view = view_event(analyzed, list_events(analyzed)[0].id)
    return max(view.analyses, key=lambda each: len(each.loaded)).article_id


def counts(library: Library) -> dict[str, tuple[int, int, int, int]]:
    return {
        f"{each.count.group}/{each.count.name}": (
            each.count.accepted,
            each.count.edited,
            each.count.rejected,
            each.count.missed,
        )
        for each in rule_precisions(library)
    }


def test_nothing_decided_says_nothing(analyzed: Library) -> None:
    assert rule_precisions(analyzed) == ()
    assert [each.state for each in review_decisions(analyzed)] == [""]


def test_findings_count_by_kind_and_an_undone_judgment_does_not(analyzed: Library) -> None:
    event = list_events(analyzed)[0].id
    first, second = view_event(analyzed, event).comparison.findings[:2]
    confirm_finding(analyzed, event, first)
    dismiss_finding(analyzed, event, second, "No")
    kinds = f"finding/{first.kind}", f"finding/{second.kind}"
    assert counts(analyzed) == {kinds[0]: (1, 0, 0, 0), kinds[1]: (0, 0, 1, 0)}
    decisions.undo(analyzed)
    assert counts(analyzed) == {kinds[0]: (1, 0, 0, 0)}
    assert [each.state for each in review_decisions(analyzed)] == ["", "", "undone"]


def test_the_share_of_a_rule_is_told_from_ten_decisions_on(analyzed: Library) -> None:
    view = view_event(analyzed, list_events(analyzed)[0].id)
    found = [(one.article_id, each) for one in view.analyses for each in one.loaded]
    (most, count) = Counter(each.category for _, each in found).most_common(1)[0]
    spans = [(article, each.span) for article, each in found if each.category is most][:12]
    for nth, (article, span) in enumerate(spans):
        decide = decisions.ignore_wording if nth % 4 == 0 else statements.confirm_wording
        decide(analyzed, article, span)
    (weighed,) = rule_precisions(analyzed)
    assert weighed.count.name == most
    assert weighed.count.looked_at == min(count, 12)
    assert (weighed.value is None) is (count < LEAST_DECISIONS)


def test_a_wording_found_right_counts_until_it_is_ignored(analyzed: Library, article: str) -> None:
    loaded = get_analyzed(analyzed, article).found.loaded[0]
    rule = f"wording/{loaded.category}"
    before = get_analyzed(analyzed, article).analysis
    statements.confirm_wording(analyzed, article, loaded.span)
    statements.confirm_wording(analyzed, article, loaded.span)
    assert get_analyzed(analyzed, article).analysis == before
    assert counts(analyzed) == {rule: (1, 0, 0, 0)}
    assert str(decisions.undo_label(analyzed)).startswith("Confirm “")
    decisions.ignore_wording(analyzed, article, loaded.span)
    assert counts(analyzed) == {rule: (0, 0, 1, 0)}
    decisions.undo(analyzed)
    assert counts(analyzed) == {rule: (1, 0, 0, 0)}
    decisions.undo(analyzed)
    assert counts(analyzed) == {}


def test_a_voice_found_right_counts_for_voice_and_speaker_until_it_is_fixed(
    analyzed: Library, article: str
) -> None:
    quotation = next(
        each
        for each in get_analyzed(analyzed, article).found.quotations
        if each.speaker and each.kind is not QuotationKind.SCARE
    )
    rule = f"voice/{quotation.kind}"
    statements.confirm_voice(analyzed, article, quotation.span)
    assert counts(analyzed) == {rule: (1, 0, 0, 0), "voice/speaker": (1, 0, 0, 0)}
    statements.fix_voice(analyzed, article, quotation.span, Voice.OWN)
    assert counts(analyzed)[rule] == (0, 0, 1, 0)


def test_what_is_decided_on_a_paragraph_leaves_a_voice_found_right(
    analyzed: Library, article: str
) -> None:
    block = next(each for each in get_analyzed(analyzed, article).found.blocks if each.scored)
    statements.confirm_voice(analyzed, article, block.span)
    decisions.set_apart_block(analyzed, article, block.span)
    with read_session(analyzed) as session:
        found = read_confirmed(session, get_analyzed(analyzed, article).article)
    assert found.voices == {block.span}


def test_the_report_lists_what_was_found_right(analyzed: Library, article: str) -> None:
    event = list_events(analyzed)[0].id
    loaded = get_analyzed(analyzed, article).found.loaded[0]
    statements.confirm_wording(analyzed, article, loaded.span)
    (listed,) = view_event(analyzed, event).decisions
    assert (listed.kind, listed.effect) == ("confirm_wording", "wording found right")
