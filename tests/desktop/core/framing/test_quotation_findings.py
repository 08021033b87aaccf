"""Findings on speakers: who is heard in one text only, and how much somebody is given to say."""

from __future__ import annotations

import pytest

from desktop.core.framing.quotation_findings import find_balances, find_lone_voices, find_versions
from desktop.core.framing.sources import Sources
from desktop.core.model.comparisons import Finding, FindingKind, Place, Utterance
from desktop.core.model.spans import Span
from tests.desktop.core.made_up import event_of

LONG = (
    "“The bridge has stood here for more than a hundred years, and it must not be closed before the"
    " council has heard what the people of the old town want to say about it,” {who} said."
)
OTHER = (
    "“We have tested the steel since March, and nobody who has seen our figures would drive a bus"
    " full of children over it in the winter,” {who} said."
)


def lone(**texts: str) -> list[Finding]:
    return list(find_lone_voices(Sources(*event_of(**texts)), ()))


def balances(**texts: str) -> list[Finding]:
    return list(find_balances(Sources(*event_of(**texts))))


def test_a_speaker_whom_no_other_text_names_is_told_with_the_role() -> None:
    texts = {
        "Daily": LONG.format(who="Aya Ito, a teacher,"),
        "Post": OTHER.format(who="Nils Berg, an engineer,"),
    }
    found = lone(**texts)
    assert [each.text for each in found] == [
        "Daily alone gives words to Aya Ito (teacher); no other text has the name.",
        "Post alone gives words to Nils Berg (engineer); no other text has the name.",
    ]
    assert all(each.kind is FindingKind.VOICES for each in found)


def test_another_speaker_of_the_same_office_speaks_against_it() -> None:
    texts = {"Daily": LONG.format(who="Mayor Aya Ito"), "Post": OTHER.format(who="Mayor Berg")}
    (finding,) = lone(**texts)
    assert [place.article for place in finding.counter] == ["Post"]


@pytest.mark.parametrize(
    "post",
    [
        OTHER.format(who="Aya Ito"),
        "It was late, and nobody had told Ito that the bridge was shut.",
        "It was late, and nobody had told Mayor Itō that the bridge was shut.",
    ],
    ids=["quoted there", "named there", "in another spelling"],
)
def test_a_name_that_another_text_has_is_not_heard_in_one_only(post: str) -> None:
    assert lone(Daily=LONG.format(who="Aya Ito"), Post=post) == []


def test_bodies_and_nameless_speakers_are_no_lone_voice() -> None:
    texts = {
        "Daily": LONG.format(who="the Port Office spokesman"),
        "Post": OTHER.format(who="Harbor Research Center"),
    }
    assert lone(**texts) == []


def test_shares_of_one_speaker_are_told_where_they_differ_much() -> None:
    texts = {
        "Daily": f"{LONG.format(who='Aya Ito')} {LONG.format(who='Aya Ito')}",
        "Post": " ".join(
            [OTHER.format(who="Nils Berg"), OTHER.format(who="Nils Berg"), "“No,” Aya Ito said."]
        ),
    }
    (finding,) = balances(**texts)
    assert finding.text == (
        "Of the words that speakers have in Daily, 100 % are Aya Ito’s; in Post, 2 % are."
    )
    assert [place.article for place in finding.counter] == ["Post"]


def test_few_words_or_like_shares_are_no_finding() -> None:
    assert balances(Daily="“No,” Aya Ito said.", Post="“Yes,” Aya Ito said.") == []
    both = LONG.format(who="Aya Ito")
    assert balances(Daily=both, Post=both) == []


def version(texts: dict[str, str], *outlets: str) -> Utterance:
    places = tuple(Place(each, Span(0, texts[each].index("”") + 1)) for each in outlets)
    return Utterance("Aya Ito", places, max(places, key=lambda e: len(e.span)), (), 0.9)


def test_words_that_the_texts_give_to_two_speakers_have_no_speaker() -> None:
    texts = {"Daily": LONG.format(who="Aya Ito"), "Post": LONG.format(who="Nils Berg")}
    texts["Post"] = texts["Post"].replace("hundred", "thousand")
    sources = Sources(*event_of(**texts))
    (finding,) = find_versions(sources, [version(texts, "Daily", "Post")])
    assert finding.text.startswith("The same words “")


def test_two_quotations_with_no_words_in_common_are_no_versions() -> None:
    texts = {"Daily": LONG.format(who="Aya Ito"), "Post": OTHER.format(who="Aya Ito")}
    sources = Sources(*event_of(**texts))
    assert list(find_versions(sources, [version(texts, "Daily", "Post")])) == []


def test_a_version_with_the_fullest_wording_speaks_against_several_wordings() -> None:
    cut = "“The bridge has stood here for more than a hundred years,” Aya Ito said."
    texts = {
        "Daily": LONG.format(who="Aya Ito"), "Post": cut, "Star": LONG.format(who="Aya Ito"),
    }  # fmt: skip
    sources = Sources(*event_of(**texts))
    (finding,) = find_versions(sources, [version(texts, "Daily", "Post", "Star")])
    assert [place.article for place in finding.evidence] == ["Daily", "Post"]
    assert [place.article for place in finding.counter] == ["Star"]


def test_other_words_of_another_speaker_are_no_version() -> None:
    texts = {
        "Daily": "“It is a grab of power on behalf of the people of this island,” Aya Ito said.",
        "Post": "“It is a grab of power for the rich and the strong of it,” Nils Berg said.",
    }
    sources = Sources(*event_of(**texts))
    assert list(find_versions(sources, [version(texts, "Daily", "Post")])) == []


@pytest.mark.parametrize(
    ("daily", "post"),
    [
        (
            "We analyzed and organized all of the steel",
            "We analysed and organised all of the steel",
        ),
        ("The tide is tearing the old bridge apart", "tide is tearing the old bridge apart"),
    ],
)
def test_another_spelling_or_a_word_cut_off_is_no_other_wording(daily: str, post: str) -> None:
    texts = {"Daily": f"“{daily},” Aya Ito said.", "Post": f"“{post},” Aya Ito said."}
    sources = Sources(*event_of(**texts))
    assert list(find_versions(sources, [version(texts, "Daily", "Post")])) == []


def test_whose_words_another_text_gives_to_a_spokesman_is_not_heard_in_one_only() -> None:
    texts = {"Daily": LONG.format(who="Aya Ito"), "Post": LONG.format(who="a spokesman")}
    sources = Sources(*event_of(**texts))
    assert list(find_lone_voices(sources, [version(texts, "Daily", "Post")])) == []


def test_two_capitals_over_a_plain_word_are_no_person() -> None:
    assert lone(Daily=LONG.format(who="Humane Design") + " The design is old.", Post=OTHER) == []


def test_a_name_that_is_only_a_kind_of_body_has_no_balance() -> None:
    texts = {
        "Daily": LONG.format(who="the State Department"),
        "Post": f"{OTHER.format(who='Nils Berg')} “It is late,” the State Department said.",
    }
    assert not any("Department" in each.text for each in balances(**texts))
