"""Which two articles are copies, and of which kind."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.copies.kinds import CopySide, is_same_outlet, judge_copies
from desktop.core.copies.overlap import Overlap, measure_overlap
from desktop.core.model.copies import CopyKind

TITLE = ("storm", "tears", "roof")
POST = CopySide(frozenset({"anville post"}), frozenset({"post.example"}), "post.example/1", TITLE)
POST_2 = CopySide(frozenset({"anville post"}), frozenset({"post.example"}), "post.example/2")
UK_POST = CopySide(frozenset({"post uk"}), frozenset({"post.example"}), "uk.post.example/1")
WIRE = CopySide(frozenset({"norland wire"}), frozenset({"wire.example"}), "wire.example/1")
UNKNOWN = CopySide(title=TITLE)
OTHER_UNKNOWN = CopySide(title=("another", "headline"))

ALL = Overlap(500, 1.0, 1.0, 1.0)
NEARLY = Overlap(490, 0.98, 0.97, 0.96)
MOST = Overlap(400, 0.8, 0.7, 0.6)
HALF = Overlap(250, 0.5, 0.45, 0.31)
QUOTED = Overlap(100, 0.25, 0.1, 0.08)
NONE = Overlap(0, 0.0, 0.0, 0.0)

sides = st.sampled_from([POST, POST_2, UK_POST, WIRE, UNKNOWN, OTHER_UNKNOWN])
overlaps = st.sampled_from([ALL, NEARLY, MOST, HALF, QUOTED, NONE])


@pytest.mark.parametrize(
    ("left", "right", "overlap", "kind"),
    [
        (POST, WIRE, ALL, CopyKind.REPRINT),
        (POST, WIRE, HALF, CopyKind.REPRINT),
        (POST, WIRE, QUOTED, None),
        (POST, POST_2, NEARLY, CopyKind.DUPLICATE),
        (POST, POST_2, MOST, CopyKind.REVISION),
        (POST, POST_2, QUOTED, None),
        (POST, UK_POST, MOST, CopyKind.REVISION),
        (POST, POST, ALL, CopyKind.DUPLICATE),
        (POST, POST, NEARLY, CopyKind.REVISION),
        (POST, POST, QUOTED, CopyKind.REVISION),
        (POST, UNKNOWN, ALL, CopyKind.DUPLICATE),
        (POST, UNKNOWN, MOST, CopyKind.REVISION),
        (POST, OTHER_UNKNOWN, MOST, CopyKind.REVISION),
        (UNKNOWN, UNKNOWN, NEARLY, CopyKind.DUPLICATE),
        (UNKNOWN, UNKNOWN, QUOTED, None),
    ],
)
def test_outlets_addresses_and_words_decide_the_kind(
    left: CopySide, right: CopySide, overlap: Overlap, kind: CopyKind | None
) -> None:
    assert judge_copies(left, right, overlap) == kind


@given(sides, sides, overlaps)
@settings(max_examples=80, deadline=None)
def test_the_kind_is_the_same_seen_from_either_article(
    left: CopySide, right: CopySide, overlap: Overlap
) -> None:
    assert judge_copies(left, right, overlap) == judge_copies(right, left, overlap)
    assert is_same_outlet(left, right) == is_same_outlet(right, left)


@given(sides, sides)
@settings(max_examples=40, deadline=None)
def test_texts_with_nothing_in_common_are_copies_only_by_address_and_title(
    left: CopySide, right: CopySide
) -> None:
    kind = judge_copies(left, right, NONE)
    assert kind is None or (left.address == right.address != "" and left.title == right.title)


def test_a_page_written_anew_under_its_headline_is_a_version() -> None:
    assert judge_copies(POST, POST, NONE) is CopyKind.REVISION


def test_another_article_at_a_page_that_always_changes_is_none() -> None:
    other = CopySide(POST.outlets, POST.sites, POST.address, ("ferry", "sinks"))
    assert judge_copies(POST, other, NONE) is None


def test_a_sentence_that_both_quote_makes_no_copy_of_a_short_note() -> None:
    note = measure_overlap(frozenset(range(24)), frozenset(range(4, 400)))
    assert note.of_shorter > 0.8
    assert judge_copies(POST, WIRE, note) is None


def test_short_notes_of_the_same_words_are_copies() -> None:
    assert judge_copies(POST, WIRE, Overlap(9, 1.0, 0.9, 0.9)) is CopyKind.REPRINT


def test_a_name_here_and_an_address_there_tell_nothing_of_the_outlets() -> None:
    named = CopySide(outlets=frozenset({"anville courier"}))
    placed = CopySide(sites=frozenset({"post.example"}))
    assert is_same_outlet(named, placed) is None
    assert judge_copies(named, placed, ALL) is CopyKind.DUPLICATE


def test_a_site_that_is_called_as_an_outlet_is_that_outlets() -> None:
    named = CopySide(outlets=frozenset({"the anville post"}))
    placed = CopySide(
        outlets=frozenset({"anvillepost.example"}), sites=frozenset({"anvillepost.example"})
    )
    assert is_same_outlet(named, placed) is True
    assert judge_copies(named, placed, NEARLY) is CopyKind.DUPLICATE
    other = CopySide(outlets=frozenset({"wire.example"}), sites=frozenset({"wire.example"}))
    assert is_same_outlet(named, other) is False


def test_a_text_kept_without_its_last_lines_is_the_text() -> None:
    cut = Overlap(300, 0.97, 0.8, 0.78)
    assert judge_copies(POST, UNKNOWN, cut) is CopyKind.DUPLICATE
    assert judge_copies(POST, OTHER_UNKNOWN, cut) is CopyKind.REVISION


def test_a_text_of_an_outlet_with_lines_from_around_it_is_the_text() -> None:
    kept = CopySide(POST.outlets, title=TITLE)
    around = Overlap(300, 1.0, 0.9, 0.9)
    assert judge_copies(POST, kept, around) is CopyKind.DUPLICATE
    assert judge_copies(POST, POST_2, around) is CopyKind.REVISION
