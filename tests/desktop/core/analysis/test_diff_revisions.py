"""Sentences that the user set apart are no pair of the diff, those of merged rows are one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.core.alignment.diffs import diff_articles
from desktop.core.analysis.diff_revisions import Side, revise_diff
from desktop.core.model.comparisons import Diff, Place, Relation
from desktop.core.model.judgments import Judgment, JudgmentKind
from tests.desktop.core.analysis.judged import anchors, event, merge, relate, split
from tests.desktop.core.made_up import LEXICONS


def sides(first: int, second: int) -> tuple[Side, Side]:
    articles, analyses, _ = event()
    return (articles[first], analyses[first]), (articles[second], analyses[second])


def diff(first: int, second: int) -> Diff:
    left, right = sides(first, second)
    return diff_articles(*left, *right, LEXICONS)


@pytest.mark.parametrize(("first", "second"), [(0, 2), (2, 0)])
def test_a_cell_set_apart_parts_its_sentence_from_those_of_the_row(first: int, second: int) -> None:
    jobs = event()[2].claims[0]
    before = diff(first, second)
    after = revise_diff(before, [split(jobs, jobs.cells[2])], *sides(first, second), LEXICONS)
    assert len(after.pairs) == len(before.pairs) - 1
    (gone,) = set(before.pairs) - set(after.pairs)
    assert set(after.only_left) == {*before.only_left, *gone.left}
    assert set(after.only_right) == {*before.only_right, *gone.right}


def test_rows_made_one_pair_their_sentences_that_have_no_partner() -> None:
    before = diff(0, 1)
    (ferries,), (steel,) = before.only_left, before.only_right
    (left, read), (right, other) = sides(0, 1)
    one = anchors([Place(left.id, read.sentence(ferries).span)])
    two = anchors([Place(right.id, other.sentence(steel).span)])
    merged = Judgment(1, JudgmentKind.MERGE, "relation/rows", one, two)
    after = revise_diff(before, [merged], *sides(0, 1), LEXICONS)
    (made,) = set(after.pairs) - set(before.pairs)
    assert (made.left, made.right) == ((ferries,), (steel,))
    assert (after.only_left, after.only_right) == ((), ())
    assert list(after.pairs) == sorted(after.pairs, key=lambda pair: pair.left)
    assert revise_diff(after, [merged], *sides(0, 1), LEXICONS) is after


def test_other_articles_and_other_judgments_leave_a_diff_as_it_is() -> None:
    jobs, strike, *_ = event()[2].claims
    before = diff(0, 1)
    judgments = [
        split(jobs, jobs.cells[2]),
        merge(jobs, strike),
        relate(jobs, jobs.cells[1], Relation.OTHER_SCOPE),
    ]
    assert revise_diff(before, judgments, *sides(0, 1), LEXICONS) is before


def test_a_judgment_whose_words_are_gone_parts_nothing() -> None:
    jobs = event()[2].claims[0]
    apart = split(jobs, jobs.cells[2])
    gone = replace(apart, subject=tuple(replace(one, words="else") for one in apart.subject))
    before = diff(0, 2)
    assert revise_diff(before, [gone], *sides(0, 2), LEXICONS) is before
