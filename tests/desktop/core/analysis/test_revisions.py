"""A comparison revised by the user: rows merged and split, relations stated, findings judged."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.analysis.revisions import revise, revise_details
from desktop.core.model.comparisons import Cell, Claim, Comparison, FindingKind, Place, Relation
from desktop.core.model.judgments import Anchor, Judgment, JudgmentKind, Outcome
from desktop.core.model.spans import Span
from tests.desktop.core.analysis.judged import event, judge, merge, relate, revised, row, split
from tests.desktop.core.made_up import LEXICONS, compared, detailed, event_of

OUTLETS = ("Harbor Times", "Coast Daily", "East Post")


def position(word: str) -> int:
    return next(nth for nth, each in enumerate(event()[2].claims) if word in each.text)


JOBS, STRIKE, FERRIES = (position(word) for word in ("lost their jobs", "strike", "ferries"))


def claims() -> tuple[Claim, ...]:
    return event()[2].claims


def cell(claim: Claim, outlet: str) -> Cell:
    return claim.cells[OUTLETS.index(outlet)]


def places(comparison: Comparison) -> list[Place]:
    found = [p for claim in comparison.claims for each in claim.cells for p in each.evidence]
    return sorted(found)


def test_without_judgments_the_comparison_is_the_one_that_was_found() -> None:
    assert revised(()).comparison is event()[2]


def test_two_rows_merged_are_one_named_as_the_first_with_the_cells_of_both() -> None:
    revision = revised([merge(claims()[STRIKE], claims()[FERRIES])])
    merged = revision.comparison.claims[min(STRIKE, FERRIES)]
    assert len(revision.comparison.claims) == len(claims()) - 1
    assert merged.text == claims()[STRIKE].text
    assert [len(each.evidence) for each in merged.cells] == [2, 1, 1]
    assert revision.outcome(1) is Outcome.APPLIED
    assert places(revision.comparison) == places(event()[2])


def test_a_merged_row_stands_where_the_upper_one_stood_whichever_names_it() -> None:
    revision = revised([merge(claims()[FERRIES], claims()[JOBS])])
    first = revision.comparison.claims[min(JOBS, FERRIES)]
    assert first.text == claims()[FERRIES].text


def test_a_cell_that_comes_into_a_row_is_related_to_the_sentence_that_names_it() -> None:
    jobs = claims()[JOBS]
    apart = revised([split(jobs, cell(jobs, "East Post"))]).comparison
    rest, own = apart.claims[JOBS : JOBS + 2]
    articles, analyses, _ = event()
    again = revise(apart, [merge(rest, own)], articles, analyses, LEXICONS).comparison
    assert cell(again.claims[JOBS], "East Post").relation is Relation.OTHER_FIGURE
    assert cell(again.claims[JOBS], "East Post").note == "900"


def test_a_cell_set_apart_has_a_row_of_its_own_below() -> None:
    jobs = claims()[JOBS]
    revision = revised([split(jobs, cell(jobs, "East Post"))])
    rest, own = revision.comparison.claims[JOBS : JOBS + 2]
    assert [bool(each.evidence) for each in rest.cells] == [True, True, False]
    assert [bool(each.evidence) for each in own.cells] == [False, False, True]
    assert own.text == "Around 900 workers of the Anville shipyard lost their jobs on Friday"
    assert rest.text == jobs.text
    assert cell(own, "East Post").relation is Relation.SAME
    assert places(revision.comparison) == places(event()[2])


def test_a_row_that_loses_the_sentence_it_is_named_by_is_named_by_another() -> None:
    jobs = claims()[JOBS]
    revision = revised([split(jobs, cell(jobs, "Coast Daily"))])
    rest, own = revision.comparison.claims[JOBS : JOBS + 2]
    assert own.text == jobs.text
    assert rest.text == "Some 400 workers lost their jobs at the Anville shipyard on Friday"
    assert cell(rest, "East Post").relation is Relation.OTHER_FIGURE


def test_a_relation_that_was_stated_stands_in_its_cell_with_what_it_is_about() -> None:
    jobs = claims()[JOBS]
    revision = revised([relate(jobs, cell(jobs, "East Post"), Relation.OTHER_VERB)])
    stated = cell(revision.comparison.claims[JOBS], "East Post")
    assert (stated.relation, stated.note, stated.by_user) == (Relation.OTHER_VERB, "claim", True)
    assert stated.evidence == cell(jobs, "East Post").evidence


@pytest.mark.parametrize(
    ("relation", "note"),
    [
        (Relation.SAME, ""),
        (Relation.OTHER_SCOPE, "900"),
        (Relation.MORE_SPECIFIC, ""),
        (Relation.OTHER_CERTAINTY, ""),
    ],
)
def test_the_note_of_a_cell_follows_the_relation(relation: Relation, note: str) -> None:
    jobs = claims()[JOBS]
    revision = revised([relate(jobs, cell(jobs, "East Post"), relation)])
    assert cell(revision.comparison.claims[JOBS], "East Post").note == note


def test_a_relation_found_right_changes_nothing_and_no_longer_applies_once_it_is_another() -> None:
    jobs = claims()[JOBS]
    right = relate(jobs, cell(jobs, "East Post"), Relation.OTHER_FIGURE)
    assert revised([right]).comparison == event()[2]
    assert revised([right]).outcome(3) is Outcome.APPLIED
    other = replace(right, relation=Relation.SAME)
    assert revised([other]).outcome(3) is Outcome.GONE


def test_what_the_program_finds_by_itself_is_already_so() -> None:
    jobs = claims()[JOBS]
    harbor = cell(jobs, "Harbor Times")
    same = Judgment(7, JudgmentKind.RELATION, "relation/other verb", row(jobs)[:1], row(jobs)[1:])
    assert revised([replace(same, relation=harbor.relation)]).outcome(7) is Outcome.AGREED
    strike, ferries = row(claims()[STRIKE]), row(claims()[FERRIES])
    apart = Judgment(8, JudgmentKind.SPLIT, "relation/same", strike[:1], ferries[1:])
    assert revised([apart]).outcome(8) is Outcome.AGREED
    twice = [merge(claims()[0], claims()[1], 1), merge(claims()[0], claims()[1], 2)]
    assert [revised(twice).outcome(number) for number in (1, 2)] == ["applied", "already so"]


def test_a_finding_that_is_dismissed_is_listed_apart_with_its_reason() -> None:
    findings = event()[2].findings
    revision = revised([judge(findings[0], JudgmentKind.DISMISS, reason="Two shipyards")])
    assert revision.comparison.findings == findings[1:]
    (gone,) = revision.dismissed
    assert (gone.finding, gone.number, gone.reason) == (findings[0], 4, "Two shipyards")


def test_a_finding_that_is_right_stays() -> None:
    findings = event()[2].findings
    revision = revised([judge(findings[1], JudgmentKind.RIGHT)])
    assert revision.comparison.findings == findings
    assert [each.finding for each in revision.right] == [findings[1]]


def test_of_two_judgments_on_a_finding_the_later_one_holds() -> None:
    finding = event()[2].findings[0]
    dismissed = judge(finding, JudgmentKind.DISMISS, 1)
    revision = revised([dismissed, judge(finding, JudgmentKind.RIGHT, 2)])
    assert finding in revision.comparison.findings
    assert [revision.outcome(number) for number in (1, 2)] == [Outcome.GONE, Outcome.APPLIED]


def test_findings_are_drawn_from_the_rows_as_they_are_now() -> None:
    def verbs(comparison: Comparison) -> set[str]:
        return {each.text for each in comparison.findings if each.kind is FindingKind.VERBS}

    jobs = claims()[JOBS]
    before, after = event()[2], revised([split(jobs, cell(jobs, "East Post"))]).comparison
    assert verbs(before)
    assert not verbs(before) & verbs(after)


def test_judgments_hold_after_an_article_came_to_the_event() -> None:
    jobs = claims()[JOBS]
    stated = relate(jobs, cell(jobs, "East Post"), Relation.SAME)
    apart = split(claims()[STRIKE], cell(claims()[STRIKE], "Coast Daily"))
    gone = judge(event()[2].findings[0], JudgmentKind.DISMISS)
    texts = {article.id: article.text for article in event()[0]}
    late = "Nearly 400 workers lost their jobs at the Anville shipyard on Friday, the mayor said.\n"
    articles, analyses = event_of(**texts, **{"Late Mail": late})
    found = compared(articles, analyses)
    revision = revise(found, [stated, apart, gone], articles, analyses, LEXICONS)
    assert {outcome for _, outcome in revision.outcomes} == {Outcome.APPLIED}
    assert [each.finding.kind for each in revision.dismissed] == ["figures"]


def test_a_judgment_whose_words_are_gone_no_longer_applies_and_is_told() -> None:
    jobs, strike = claims()[JOBS], claims()[STRIKE]
    judgments = [
        merge(jobs, strike, 1),
        split(jobs, cell(jobs, "East Post"), 2),
        relate(jobs, cell(jobs, "East Post"), Relation.SAME, 3),
        judge(event()[2].findings[0], JudgmentKind.DISMISS, 4),
    ]
    gone = [replace(one, subject=tuple(map(otherwise, one.subject))) for one in judgments]
    revision = revised(gone)
    assert revision.comparison == event()[2]
    assert revision.outcomes == tuple((number, Outcome.GONE) for number in (1, 2, 3, 4))


def otherwise(anchor: Anchor) -> Anchor:
    return replace(anchor, words=f"{anchor.words} once more")


def test_a_row_that_is_formed_no_more_is_made_of_its_sentences() -> None:
    articles, analyses, found = event()
    strike, ferries = claims()[STRIKE], claims()[FERRIES]
    bare = replace(found, claims=(claims()[JOBS],))
    revision = revise(bare, [merge(strike, ferries)], articles, analyses, LEXICONS)
    made = revision.comparison.claims[1]
    assert [len(each.evidence) for each in made.cells] == [2, 1, 1]
    assert made.text.startswith("Unions")
    assert revision.outcome(1) is Outcome.APPLIED


def test_an_anchor_holds_where_the_sentence_begins_or_ends_a_little_elsewhere() -> None:
    jobs = claims()[JOBS]
    judgment = split(jobs, cell(jobs, "East Post"))
    (own,) = judgment.subject
    span = own.place.span
    text = event()[0][2].text
    moved = Span(span.start + 7, span.end)
    near = Anchor(Place(own.place.article, moved), moved.of(text))
    assert revised([replace(judgment, subject=(near,))]).outcome(2) is Outcome.APPLIED


def test_a_question_that_is_dismissed_is_asked_no_more() -> None:
    articles, analyses, _ = event()
    details = detailed(articles, analyses)
    entries = (*details.questions, *details.contrasts)
    assert entries
    for entry in entries:
        judgment = judge(entry, JudgmentKind.DISMISS)
        left, outcomes = revise_details(details, [judgment], articles)
        assert entry not in (*left.questions, *left.contrasts)
        assert len((*left.questions, *left.contrasts)) == len(entries) - 1
        assert outcomes == ((4, Outcome.APPLIED),)
        assert revise_details(details, (), articles) == (details, ())


@st.composite
def some_judgments(draw: st.DrawFn) -> list[Judgment]:
    made: list[Judgment] = []
    for number in range(draw(st.integers(1, 5))):
        claim = draw(st.sampled_from(claims()))
        found = draw(st.sampled_from([each for each in claim.cells if each.evidence]))
        kind = draw(st.sampled_from(("merge", "split", "relate", "judge")))
        if kind == "merge":
            made.append(merge(claim, draw(st.sampled_from(claims())), number))
        elif kind == "split":
            made.append(split(claim, found, number))
        elif kind == "relate":
            relation = draw(st.sampled_from(list(Relation)[:-1]))
            made.append(relate(claim, found, relation, number))
        else:
            finding = draw(st.sampled_from(event()[2].findings))
            verdict = draw(st.sampled_from((JudgmentKind.RIGHT, JudgmentKind.DISMISS)))
            made.append(judge(finding, verdict, number))
    return made


@given(some_judgments())
def test_no_sentence_is_lost_or_doubled_and_taken_back_all_is_as_before(
    judgments: list[Judgment],
) -> None:
    revision = revised(judgments)
    assert places(revision.comparison) == places(event()[2])
    for claim in revision.comparison.claims:
        assert [each.article for each in claim.cells] == list(OUTLETS)
        for each in claim.cells:
            assert bool(each.evidence) is (each.relation is not Relation.NOT_FOUND)
        assert any(each.evidence for each in claim.cells)
    assert {number for number, _ in revision.outcomes} == {one.number for one in judgments}
    assert revised(judgments) == revision
    assert revised(()).comparison == event()[2]
