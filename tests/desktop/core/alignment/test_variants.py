"""The versions of an utterance: full, cut, merged, otherwise worded, reported, or not found."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.alignment.quotations import align_quotations
from desktop.core.alignment.variants import find_variants
from desktop.core.alignment.wordings import Words, find_steps, to_parts, without_kept
from desktop.core.model.places import Place
from desktop.core.model.spans import Span
from desktop.core.model.utterances import PartKind, Variants, Version, VersionKind
from tests.desktop.core.made_up import LEXICONS, event_of
from tests.desktop.core.strategies import ANY_TEXT

FULL = (
    "“We will close the old harbor bridge before the winter storms arrive,” Mayor Ana Costa said."
)


def variants(**texts: str) -> tuple[Variants, ...]:
    articles, analyses = event_of(**texts)
    return find_variants(articles, analyses, align_quotations(articles, analyses), LEXICONS)


def version_of(row: Variants, article: str) -> Version:
    return next(each for each in row.versions if each.place.article == article)


def kind_of(text: str) -> VersionKind:
    (row,) = variants(Post=FULL, Echo=text)
    return version_of(row, "Echo").kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (FULL, VersionKind.FULL),
        (FULL.replace("“", '"').replace("”", '"'), VersionKind.FULL),
        (
            "“We will close the old harbor bridge,” Ana Costa said on Monday.",
            VersionKind.CUT,
        ),
        (
            "“We will … close the old harbor bridge,” Ana Costa said on Monday.",
            VersionKind.CUT,
        ),
        (
            "“We shall shut the old harbor bridge before winter storms come,” Ana Costa said.",
            VersionKind.OTHER_WORDING,
        ),
        (
            "Ana Costa said that the city would close the harbor bridge before winter.",
            VersionKind.PARAPHRASED,
        ),
    ],
    ids=["same words", "other marks", "cut", "ellipsis", "other words", "reported"],
)
def test_a_version_is_told_by_what_it_keeps(text: str, kind: VersionKind) -> None:
    assert kind_of(text) is kind


def test_the_words_cut_and_those_worded_otherwise_have_their_places() -> None:
    other = "“We will shut the old harbor bridge before the winter storms,” Ana Costa said."
    (row,) = variants(Post=FULL, Echo=other)
    parts = version_of(row, "Echo").parts
    told = [
        (
            part.kind,
            part.fullest.span.of(FULL) if part.fullest else "",
            part.here.span.of(other) if part.here else "",
        )
        for part in parts
    ]

    assert (PartKind.WORDED_OTHERWISE, "close", "shut") in told
    assert (PartKind.CUT, "arrive", "") in told
    assert sum(kind is PartKind.KEPT for kind, _, _ in told) == 2


def test_what_one_text_says_in_two_sentences_and_another_in_one_is_merged() -> None:
    pieces = (
        "“We will close the old harbor bridge,” Mayor Ana Costa said."
        " “It happens before the winter storms arrive,” she said."
    )
    joined = (
        "“We will close the old harbor bridge and it happens before the winter storms arrive"
        " here in the bay for sure,” Ana Costa said."
    )
    shorter = (
        "“We will close the old harbor bridge and it happens before the winter storms arrive,”"
        " Ana Costa said."
    )
    row = next(
        row
        for row in variants(Post=pieces, Echo=joined, Star=shorter)
        if row.fullest.article == "Echo"
    )

    assert version_of(row, "Star").kind is VersionKind.MERGED
    assert all(
        part.kind is not PartKind.CUT or "arrive" not in part.fullest.span.of(joined)
        for each in row.versions
        if each.place.article == "Post"
        for part in each.parts
        if part.fullest
    )


def test_a_report_of_another_speaker_or_with_the_names_alone_is_none() -> None:
    texts = {
        "Post": FULL,
        "Echo": "Governor Rui Lopes said that the city would close the bridge before winter.",
        "Star": "Ana Costa said that Porto has a new library.",
    }
    assert variants(**texts) == ()


def test_a_few_quoted_words_inside_a_report_of_the_whole_are_a_report() -> None:
    text = "Ana Costa said that the city would close the “harbor bridge” before the winter storms."
    (row,) = variants(Post=FULL, Echo=text)
    version = version_of(row, "Echo")

    assert version.kind is VersionKind.PARAPHRASED
    assert "before the winter storms" in version.place.span.of(text)


def test_texts_without_the_words_are_named_and_nothing_else_is_said_of_them() -> None:
    (row,) = variants(Post=FULL, Echo=FULL, Star="The sun shone all day in Venn.")

    assert row.not_found == ("Star",)
    assert row.speaker == "Ana Costa"


def test_the_fullest_version_is_whole_and_the_most_carried_utterance_comes_first() -> None:
    more = "“Nobody asked the fishermen of this town,” said Rui Lopes."
    rows = variants(Post=f"{FULL} {more}", Echo=f"{more} {FULL}", Star=FULL)

    assert [row.speaker for row in rows] == ["Ana Costa", "Rui Lopes"]
    for row in rows:
        fullest = next(each for each in row.versions if each.place == row.fullest)
        assert fullest.kind is VersionKind.FULL
        assert {part.kind for part in fullest.parts} == {PartKind.KEPT}


def test_what_another_version_of_the_article_keeps_is_not_cut() -> None:
    text = (
        "“We will close the old harbor bridge,” Mayor Ana Costa said, “before the winter storms"
        " arrive.”"
    )
    (row,) = variants(Post=FULL, Echo=text)
    own = [each for each in row.versions if each.place.article == "Echo"]

    assert [each.kind for each in own] == [VersionKind.FULL] * len(own)


@settings(max_examples=60, deadline=None)
@given(ANY_TEXT, ANY_TEXT)
def test_parts_cover_both_versions_in_order(left: str, right: str) -> None:
    one, other = f"a{left}", f"b{right}"
    fullest = Words(one, Place("a", Span(0, len(one))))
    here = Words(other, Place("b", Span(0, len(other))))
    steps = find_steps(fullest, here)

    assert [at for step in steps for at in step.fullest] == list(range(len(fullest.keys)))
    assert [at for step in steps for at in step.here] == list(range(len(here.keys)))
    for part in to_parts(fullest, here, steps):
        assert part.fullest or part.here
        assert (part.here is None) is (part.kind is PartKind.CUT)
        assert (part.fullest is None) is (part.kind is PartKind.ADDED)


@settings(max_examples=40, deadline=None)
@given(st.sets(st.integers(min_value=0, max_value=12)))
def test_words_kept_elsewhere_are_taken_out_of_what_is_cut(kept: set[int]) -> None:
    text = "one two three four five six seven eight nine ten eleven twelve"
    fullest = Words(text, Place("a", Span(0, len(text))))
    here = Words("nothing", Place("b", Span(0, 7)))
    steps = [step._replace(kind=PartKind.CUT) for step in find_steps(fullest, here)]
    left = [at for step in without_kept(steps, kept) for at in step.fullest]

    assert left == [at for at in range(12) if at not in kept]


def test_one_text_has_no_versions() -> None:
    assert variants(Post=FULL) == ()
