"""Judgments on a comparison in a real library: kept, undone, listed, and honored everywhere."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.core.model.comparisons import Cell, Claim, Comparison, Place, Relation
from desktop.core.model.judgments import Outcome
from desktop.services import decisions
from desktop.services.comparison_decisions import (
    confirm_finding,
    dismiss_finding,
    merge_claims,
    set_relation,
    split_claim,
    take_back,
)
from desktop.services.comparisons import view_diff, view_event
from desktop.services.decision_review import review_decisions
from desktop.services.errors import CrosslightError
from desktop.services.events import list_events
from desktop.services.libraries import Library, open_library
from desktop.services.report_json import report_json, write_json
from desktop.services.reports import settings_hash
from desktop.services.views import EventView
from tests.desktop.services.conftest import run_import, run_jobs, write


@pytest.fixture
def event(analyzed: Library) -> str:
    """Give the one event of the samples."""
    return list_events(analyzed)[0].id


def claims(library: Library, event: str) -> tuple[Claim, ...]:
    return view_event(library, event).comparison.claims


def found(claim: Claim, nth: int = 0) -> Cell:
    return [cell for cell in claim.cells if cell.evidence][nth]


def evidence(comparison: Comparison) -> set[Place]:
    return {p for claim in comparison.claims for cell in claim.cells for p in cell.evidence}


def another(relation: Relation) -> Relation:
    return Relation.OTHER_SCOPE if relation is not Relation.OTHER_SCOPE else Relation.SAME


def merge_first(library: Library, event: str) -> None:
    merge_claims(library, event, claims(library, event)[:2])


def split_first(library: Library, event: str) -> None:
    claim = claims(library, event)[0]
    split_claim(library, event, claim, found(claim, 1).article)


def relate_first(library: Library, event: str) -> None:
    claim = claims(library, event)[0]
    cell = found(claim, 1)
    set_relation(library, event, claim, cell.article, another(cell.relation))


def dismiss_first(library: Library, event: str) -> None:
    finding = view_event(library, event).comparison.findings[0]
    dismiss_finding(library, event, finding, "Two different places")


STEPS = (merge_first, split_first, relate_first, dismiss_first)
Step = Callable[[Library, str], None]


@pytest.mark.parametrize("step", STEPS)
def test_each_is_one_step_of_undo_with_a_label(analyzed: Library, event: str, step: Step) -> None:
    before = view_event(analyzed, event)
    step(analyzed, event)
    after = view_event(analyzed, event)
    assert after.comparison != before.comparison
    label = decisions.undo_label(analyzed)
    assert label is not None
    assert label.split()[0] in ("Merge", "Set", "State", "Dismiss")
    assert [each.label for each in after.decisions] == [label]
    assert decisions.undo(analyzed) == label
    assert view_event(analyzed, event) == before
    assert decisions.redo(analyzed) == label
    assert view_event(analyzed, event) == after


def test_all_of_it_is_there_after_the_library_is_opened_again(
    analyzed: Library, event: str
) -> None:
    for step in STEPS:
        step(analyzed, event)
    before, url = view_event(analyzed, event), analyzed.url
    analyzed.close()
    opened = open_library(url)
    assert view_event(opened, event) == before
    assert len(before.decisions) == len(STEPS)
    assert {each.outcome for each in before.decisions} == {Outcome.APPLIED}
    while decisions.undo(opened) != before.decisions[0].label:
        pass
    assert view_event(opened, event).decisions == ()
    opened.close()


def test_three_rows_are_merged_in_one_step(analyzed: Library, event: str) -> None:
    before = view_event(analyzed, event).comparison
    merge_claims(analyzed, event, before.claims[:3])
    after = view_event(analyzed, event).comparison
    assert len(after.claims) == len(before.claims) - 2
    assert after.claims[0].text == before.claims[0].text
    assert evidence(after) == evidence(before)
    assert decisions.undo(analyzed) is not None
    assert view_event(analyzed, event).comparison == before


def test_a_dismissed_finding_keeps_its_reason_and_counts_no_more(
    analyzed: Library, event: str
) -> None:
    before = view_event(analyzed, event).comparison.findings
    dismiss_finding(analyzed, event, before[1], "  Names\na title ")
    view = view_event(analyzed, event)
    assert before[1] not in view.comparison.findings
    assert [(each.finding, each.reason) for each in view.dismissed] == [
        (before[1], "Names a title")
    ]
    take_back(analyzed, view.dismissed[0].number)
    assert view_event(analyzed, event).comparison.findings == before
    assert str(decisions.undo(analyzed)).startswith("Take back: Dismiss")
    assert view_event(analyzed, event).dismissed == view.dismissed


def test_a_finding_that_was_confirmed_says_so_until_it_is_dismissed(
    analyzed: Library, event: str
) -> None:
    finding = view_event(analyzed, event).comparison.findings[0]
    confirm_finding(analyzed, event, finding)
    confirm_finding(analyzed, event, finding)
    view = view_event(analyzed, event)
    assert [each.finding for each in view.right] == [finding]
    assert len(view.decisions) == 1
    dismiss_finding(analyzed, event, finding)
    view = view_event(analyzed, event)
    assert view.right == ()
    assert [each.kind for each in view.decisions] == ["dismiss"]
    states = [each.state for each in review_decisions(analyzed)]
    assert states == ["", "replaced", ""]


def test_the_relation_that_was_found_confirms_it_and_ends_what_was_stated(
    analyzed: Library, event: str
) -> None:
    before = view_event(analyzed, event)
    claim = before.comparison.claims[0]
    cell = found(claim, 1)
    relate_first(analyzed, event)
    stated = claims(analyzed, event)[0]
    set_relation(analyzed, event, stated, cell.article, cell.relation)
    after = view_event(analyzed, event)
    assert after.comparison == before.comparison
    assert [each.kind for each in after.decisions] == ["right"]


def test_an_article_that_comes_later_changes_nothing_of_it(
    analyzed: Library, event: str, tmp_path: Path
) -> None:
    for step in STEPS:
        step(analyzed, event)
    text = view_event(analyzed, event).articles[0].text
    file = write(tmp_path, "again.txt", f"{text}\nThe office gave no more details on Sunday.\n")
    run_import(analyzed, file)
    run_jobs(analyzed)
    view = view_event(analyzed, event)
    assert len(view.articles) == 6
    assert [each.outcome for each in view.decisions if each.judgments] == [Outcome.APPLIED] * 4


def test_what_is_in_the_trash_makes_a_judgment_apply_no_longer_and_never_loses_it(
    analyzed: Library, event: str
) -> None:
    claim = claims(analyzed, event)[0]
    cell = found(claim, 1)
    split_claim(analyzed, event, claim, cell.article)
    before = view_event(analyzed, event)
    decisions.trash_articles(analyzed, [cell.article])
    view = view_event(analyzed, event)
    (listed,) = [each for each in view.decisions if each.judgments]
    assert listed.outcome is Outcome.GONE
    assert [each.state for each in review_decisions(analyzed)] == ["", "no longer applies", ""]
    assert json.loads(write_json(view))["decisions"][0]["outcome"] == "no longer applies"
    decisions.restore_articles(analyzed, [cell.article])
    assert view_event(analyzed, event).comparison == before.comparison


def test_the_report_as_json_has_what_was_decided_with_time_and_effect(
    analyzed: Library, event: str
) -> None:
    for step in STEPS:
        step(analyzed, event)
    article = view_event(analyzed, event).articles[0].id
    decisions.edit_field(analyzed, article, "agency", "Norland Press")
    view = view_event(analyzed, event)
    record = report_json(view)
    kinds = [each["kind"] for each in record["decisions"]]
    assert kinds == ["merge claims", "split claim", "set relation", "dismiss", "edit_field"]
    for each in record["decisions"]:
        assert each["made_at"]
        assert each["effect"]
        assert each["outcome"] == "applied"
        for place in each["evidence"]:
            text = next(a.text for a in view.articles if a.id == place["article"])
            assert place["text"] == text[place["start"] : place["end"]]
    dismissed = record["decisions"][3]
    assert dismissed["reason"] == "Two different places"
    assert dismissed["finding"] not in [each["text"] for each in record["findings"]]
    stated = [
        cell for claim in record["claims"] for cell in claim["cells"].values() if cell["decision"]
    ]
    assert [cell["decision"] for cell in stated] == ["stated"]
    assert report_json(view)["decisions"] == record["decisions"]


def test_the_settings_of_a_report_change_with_a_judgment_and_come_back_with_undo(
    analyzed: Library, event: str
) -> None:
    def settings() -> str:
        return settings_hash(view_event(analyzed, event))

    before, seen = settings(), set[str]()
    for step in STEPS:
        step(analyzed, event)
        seen.add(settings())
    assert len(seen | {before}) == len(STEPS) + 1
    last = settings()
    decisions.undo(analyzed)
    decisions.redo(analyzed)
    assert settings() == last
    for _step in STEPS:
        decisions.undo(analyzed)
    assert settings() == before


def merge_one(library: Library, event: str, view: EventView) -> None:
    merge_claims(library, event, view.comparison.claims[:1] * 2)


def split_a_lone_cell(library: Library, event: str, view: EventView) -> None:
    claim = next(
        each
        for each in view.comparison.claims
        if sum(bool(cell.evidence) for cell in each.cells) == 1
    )
    split_claim(library, event, claim, found(claim).article)


def split_what_is_not_there(library: Library, event: str, view: EventView) -> None:
    split_claim(library, event, view.comparison.claims[0], "nobody")


def relate_as_not_found(library: Library, event: str, view: EventView) -> None:
    claim = view.comparison.claims[0]
    set_relation(library, event, claim, found(claim).article, Relation.NOT_FOUND)


def merge_in_no_event(library: Library, _event: str, view: EventView) -> None:
    merge_claims(library, "none", view.comparison.claims[:2])


def dismiss_in_no_event(library: Library, _event: str, view: EventView) -> None:
    dismiss_finding(library, "none", view.comparison.findings[0])


def take_back_what_is_none(library: Library, _event: str, _view: EventView) -> None:
    take_back(library, 999)


def take_back_an_import(library: Library, _event: str, _view: EventView) -> None:
    take_back(library, 1)


@pytest.mark.parametrize(
    "wrong",
    [
        merge_one,
        split_a_lone_cell,
        split_what_is_not_there,
        relate_as_not_found,
        merge_in_no_event,
        dismiss_in_no_event,
        take_back_what_is_none,
        take_back_an_import,
    ],
)
def test_what_cannot_be_decided_is_refused_and_leaves_nothing(
    analyzed: Library, event: str, wrong: Callable[[Library, str, EventView], None]
) -> None:
    before = decisions.list_decisions(analyzed)
    with pytest.raises(CrosslightError) as refused:
        wrong(analyzed, event, view_event(analyzed, event))
    assert refused.value.message
    assert refused.value.remedy
    assert decisions.list_decisions(analyzed) == before


def test_a_judgment_is_taken_back_alone_whatever_was_decided_since(
    analyzed: Library, event: str
) -> None:
    before = view_event(analyzed, event)
    merge_first(analyzed, event)
    dismiss_first(analyzed, event)
    merged, dismissed = view_event(analyzed, event).decisions
    take_back(analyzed, merged.number)
    view = view_event(analyzed, event)
    assert view.comparison.claims == before.comparison.claims
    assert view.decisions == (dismissed,)
    with pytest.raises(CrosslightError):
        take_back(analyzed, merged.number)
    states = [(each.state, each.can_take_back) for each in review_decisions(analyzed)]
    assert states == [("", False), ("taken back", False), ("", True), ("", False)]


def test_many_judgments_in_turn_are_each_shown_as_they_stand(analyzed: Library, event: str) -> None:
    seen = [view_event(analyzed, event).comparison]
    for _nth in range(10):
        dismissed = view_event(analyzed, event).comparison.findings
        if not dismissed:
            break
        dismiss_finding(analyzed, event, dismissed[0])
        seen.append(view_event(analyzed, event).comparison)
    for before in reversed(seen[:-1]):
        assert decisions.undo(analyzed) is not None
        assert view_event(analyzed, event).comparison == before


def test_a_cell_set_apart_is_no_pair_of_the_diff(analyzed: Library, event: str) -> None:
    claim = claims(analyzed, event)[0]
    one, other = found(claim).article, found(claim, 1).article
    before = view_diff(analyzed, one, other)
    split_claim(analyzed, event, claim, other)
    after = view_diff(analyzed, one, other)
    assert len(after.pairs) <= len(before.pairs)
    assert set(after.pairs) <= set(before.pairs)
    decisions.undo(analyzed)
    assert view_diff(analyzed, one, other) == before
