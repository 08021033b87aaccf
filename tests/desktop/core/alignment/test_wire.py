"""Shared passages: unmarked words decide, an agency is named only where something says so."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.alignment.wire import find_reprints, find_wire
from desktop.core.model.articles import Article, Metadata, Origin, Stated
from desktop.core.model.places import Place
from desktop.core.model.wire import OneSource, SignKind, WireLedger
from tests.desktop.core.made_up import analyzed, article_of, event_of
from tests.desktop.core.strategies import ANY_TEXT

RUN = (
    "The ferry to Venn was stopped on Tuesday after two of its four engines failed in heavy"
    " weather near the northern pier"
)
SPEECH = "“We shall keep the ferry running for as long as there is one islander who needs it,”"


def ledger(**texts: str) -> WireLedger:
    return find_wire(*event_of(**texts))


def said(place: Place, texts: dict[str, str]) -> str:
    return place.span.of(texts[place.article])


def test_a_run_of_unmarked_words_is_a_passage_with_a_place_in_each_text() -> None:
    texts = {
        "Post": f"{RUN}. Nobody was hurt.",
        "Echo": f"Late news. {RUN}, the port says.",
        "Star": "The sun shone all day, and there was no news of ships at all.",
    }
    (passage,) = ledger(**texts).passages

    assert [said(place, texts) for place in passage.places] == [RUN, RUN]
    assert [place.article for place in passage.places] == ["Post", "Echo"]
    assert passage.words == passage.unmarked == len(RUN.split())


def test_the_same_words_in_marks_are_speech_and_no_passage() -> None:
    texts = {
        "Post": f"{SPEECH} Mayor Ana Costa said. The boat is old.",
        "Echo": f"Others disagreed. {SPEECH} Ana Costa said.",
    }
    assert ledger(**texts).passages == ()


def test_words_quoted_by_one_text_and_printed_plainly_by_others_are_theirs_alone() -> None:
    texts = {
        "Post": f"{RUN}. Nobody was hurt.",
        "Echo": f"The port was closed. {RUN}.",
        "Star": f"“{RUN},” the captain Ana Costa said.",
    }
    (passage,) = ledger(**texts).passages

    assert [place.article for place in passage.places] == ["Post", "Echo"]


def test_a_passage_may_hold_speech_but_its_unmarked_words_decide() -> None:
    story = f"{RUN}. {SPEECH} Mayor Ana Costa said on the quay before she left for the day"
    (passage,) = ledger(Post=f"{story}.", Echo=f"{story}!").passages

    assert passage.words > passage.unmarked >= 12


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"KYIV (AP) — {RUN}. It rained.", SignKind.DATELINE),
        (f"Ferry stopped\n\nAP\n\n{RUN}. It rained.", SignKind.CREDIT),
        (f"{RUN}, according to the Associated Press. It rained.", SignKind.NAMED),
    ],
)
def test_the_text_says_which_agency_and_where(text: str, kind: SignKind) -> None:
    (passage,) = ledger(Post=text, Echo=f"Late news. {RUN}. More follows.").passages
    (sign,) = passage.signs

    assert (passage.origin, sign.agency, sign.kind, sign.article) == ("AP", "AP", kind, "Post")
    assert sign.place is not None
    assert sign.place.span.of(text) in {"AP", "Associated Press"}


def test_an_agency_named_far_from_the_passage_is_no_sign() -> None:
    far = f"{RUN}. It rained. A man told Reuters on Monday that he likes trains."

    assert ledger(Post=far, Echo=f"News. {RUN}.").passages[0].signs == ()


def test_no_sign_leaves_the_origin_open_and_two_agencies_do_so_too() -> None:
    assert ledger(Post=f"{RUN}.", Echo=f"News. {RUN}.").passages[0].origin is None
    both = ledger(Post=f"KYIV (AP) — {RUN}.", Echo=f"KYIV (Reuters) — {RUN}.").passages[0]
    assert both.origin is None
    assert {sign.agency for sign in both.signs} == {"AP", "Reuters"}


def test_the_agencys_own_version_is_the_base_and_what_others_change_is_shown() -> None:
    texts = {
        "Post": f"On Tuesday, as had been feared, {RUN}.",
        "Reuters": f"{RUN}, the port authority of Venn announced in the evening.",
    }
    (passage,) = ledger(**texts).passages
    (change,) = passage.changes

    assert (passage.origin, passage.base, change.article) == ("Reuters", "Reuters", "Post")
    assert [said(each, texts) for each in change.added] == ["On Tuesday, as had been feared"]
    assert [said(each, texts) for each in change.cut] == [
        "the port authority of Venn announced in the evening"
    ]


def test_an_agency_that_was_stated_with_the_article_counts_as_stated() -> None:
    text = f"{RUN}."
    metadata = Metadata(agency=Stated("AFP", Origin.SIDECAR, None, 1.0))
    articles = [Article("a", text, metadata), Article("b", text)]
    (passage,) = find_wire(articles, [analyzed(text)] * 2).passages

    assert passage.origin == "AFP"
    assert [(sign.kind, sign.place) for sign in passage.signs] == [(SignKind.STATED, None)]


def test_each_text_says_how_much_of_it_is_shared_and_what_it_adds_and_lacks() -> None:
    texts = {
        "Post": f"{RUN}. The mayor spoke of a bad day for all. Buses will run instead.",
        "Reuters": f"{RUN}. Engineers from Sorel are on their way to the pier.",
        "Star": "There was no news of ships at all, and the sun shone until nine.",
    }
    shares = {share.article: share for share in ledger(**texts).shares}
    post = shares["Post"]

    assert post.base == "Reuters"
    assert shares["Reuters"].base is None
    assert (shares["Star"].shared, shares["Star"].base) == (0, None)
    assert post.shared == len(RUN.split()) < post.words
    assert [said(each, texts) for each in post.added] == [
        "The mayor spoke of a bad day for all. Buses will run instead."
    ]
    assert [said(each, texts) for each in post.cut] == [
        "Engineers from Sorel are on their way to the pier."
    ]


def test_what_articles_of_one_outlet_alone_share_is_its_own() -> None:
    texts = [f"{RUN}. Nobody was hurt.", f"News. {RUN}, the port says."]
    articles = [article_of(text, f"a{n}", "Post") for n, text in enumerate(texts)]
    analyses = [analyzed(text) for text in texts]

    assert find_wire(articles, analyses).passages == ()
    third = article_of(f"At last: {RUN}.", "b", "Echo")
    found = find_wire([*articles, third], [*analyses, analyzed(third.text)]).passages
    assert [[place.article for place in each.places] for each in found] == [["a0", "a1", "b"]]


def test_one_text_and_none_have_no_ledger() -> None:
    assert ledger(Post=f"{RUN}.") == WireLedger()
    assert find_wire([], []) == WireLedger()
    assert find_reprints([], []) == ()


def test_texts_in_other_languages_are_compared_by_their_words() -> None:
    line = (
        "Die Fähre nach Venn wurde am Dienstag nach dem Ausfall von zwei der vier Maschinen vor"
        " der Mole gestoppt"
    )
    (passage,) = ledger(Bote=f"{line}. Es regnete.", Kurier=f"Meldung. {line}.").passages

    assert passage.words == len(line.split())


@settings(max_examples=60, deadline=None)
@given(st.lists(ANY_TEXT, min_size=1, max_size=3))
def test_any_texts_give_places_inside_them(parts: list[str]) -> None:
    texts = {f"o{n}": f"{part}\n\n{RUN}. {part}" for n, part in enumerate(parts)}
    found = ledger(**texts)

    assert [share.article for share in found.shares] == (list(texts) if len(texts) > 1 else [])
    for passage in found.passages:
        spoken = {" ".join(said(place, texts).lower().split()) for place in passage.places}
        assert spoken
        assert all(place.span.end <= len(texts[place.article]) for place in passage.places)
        assert len(passage.places) > 1


def test_reprints_are_found_by_scored_words_alone() -> None:
    story = "\n\n".join(
        f"{RUN} in hour {n}, and then again in the hour after it." for n in range(9)
    )
    articles, analyses = event_of(
        Post=f"By Aya Ito\n\n{story}", Echo=story, Star="The sun shone all day in Venn."
    )

    assert find_reprints(articles, analyses) == (("Post", "Echo"),)


def test_reprints_count_once() -> None:
    once = OneSource([("a", "b", "c"), ("e", "f")])

    assert once.leads("bacdf") == ["a", "d", "e"]
    assert once.count("abc") == 1
    assert [each for each in "abcdef" if once.is_lead(each)] == ["a", "d", "e"]
    assert OneSource().count("ab") == 2
