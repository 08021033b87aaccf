from __future__ import annotations

import pytest

from desktop.core.model.analyses import QuotationKind
from tests.desktop.core.voice.conftest import Reader

INTRODUCTION = "Portuguese President Ann Lee met Tom Ode, the mayor of Lisbon, on Friday. "


def speakers(read: Reader, text: str) -> list[str | None]:
    return [q.speaker.name if q.speaker else None for q in read(text).quotations]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("“It is time,” Lee said.", "Ann Lee"),
        ("“It is time,” Mrs. Lee said.", "Ann Lee"),
        ("“It is time,” said President Lee.", "Ann Lee"),
        ("“It is time,” the president said.", "Ann Lee"),
        ("“It is time,” the Portuguese leader said.", "Ann Lee"),
        ("“It is time,” the mayor said.", "Tom Ode"),
        ("“It is time,” she said.", "Ann Lee"),
        ("“It is time,” Mr. Ode said.", "Tom Ode"),
        ("“It is time,” Portugal’s President Lee said.", "Ann Lee"),
        ("“It is time,” Lee, the president, said.", "Ann Lee"),
        ("“It is time,” a spokesman, Eve Cole, said.", "Eve Cole"),
        ("“It is time,” said the Harbor Agency.", "Harbor Agency"),
        ("“It is time,” officials said.", "officials"),
        ("“It is time,” Lee’s spokesman said.", "Lee’s spokesman"),
        ("“It is time,” officials from both cities said.", "officials from both cities"),
        ("“It is time,” the Lee administration said.", "Lee administration"),
    ],
)
def test_a_mention_resolves_to_one_name_within_the_article(
    read: Reader, sentence: str, name: str
) -> None:
    assert speakers(read, INTRODUCTION + sentence) == [name]


def test_a_pronoun_means_the_last_speaker(read: Reader) -> None:
    text = INTRODUCTION + "“It is time,” Ode said. He added: “We will not wait.”"
    assert speakers(read, text) == ["Tom Ode", "Tom Ode"]


def test_a_pronoun_does_not_mean_an_organization(read: Reader) -> None:
    text = (
        "Ann Lee told the council that NATO was late. North Harbor was closed. "
        "“It is time,” she said."
    )
    assert speakers(read, text)[-1] == "Ann Lee"


def test_they_means_the_two_who_were_named_together(read: Reader) -> None:
    text = "Ann Lee and Tom Ode held talks on Friday. “It is time,” they said."
    assert speakers(read, text) == ["Ann Lee and Tom Ode"]


def test_a_relative_clause_has_its_antecedent_as_speaker(read: Reader) -> None:
    text = "The plan came from Ann Lee, who said the bridge was old."
    assert speakers(read, text) == ["Ann Lee"]


def test_a_coordinated_verb_shares_the_speaker(read: Reader) -> None:
    text = "Ann Lee praised the council and said the bridge was old."
    assert speakers(read, text) == ["Ann Lee"]


def test_a_country_named_us_is_not_the_pronoun(read: Reader) -> None:
    text = "The bridge is old, US officials said at a meeting."
    assert speakers(read, text) == ["US officials"]


def test_a_time_between_speaker_and_verb_is_passed_over(read: Reader) -> None:
    text = "Ann Lee on November 1 said the bridge was old."
    assert speakers(read, text) == ["Ann Lee"]


def test_the_speaker_of_a_passive_is_the_agent(read: Reader) -> None:
    text = "The bridge, described by Ann Lee as a “sad heap,” will close."
    assert speakers(read, text) == ["Ann Lee"]


def test_a_passive_without_an_agent_has_no_speaker(read: Reader) -> None:
    (quotation,) = read("The bridge is believed to be old.").quotations
    assert quotation.speaker is None


def test_a_role_before_another_name_is_not_the_role_of_the_second(read: Reader) -> None:
    text = (
        "President Ann Lee dismissed her adviser Tom Ode on Monday. The president and Ode had"
        " quarreled, and Ode left at noon. The president called the reports “pure fiction” later."
    )
    assert speakers(read, text) == ["Ann Lee"]


def test_a_described_speaker_is_not_whom_the_words_name(read: Reader) -> None:
    text = (
        "President Ann Lee spoke for an hour on Monday in the old town hall of Lisbon.\n\n"
        "“President Tom Ode knew of the bridge and did nothing,” the president wrote later."
    )
    assert speakers(read, text) == ["Ann Lee"]


@pytest.mark.parametrize(
    "signed",
    ["— Ann Lee (@annlee) May 2, 2024", "- Ann Lee (@annlee)", "— Ann Lee (@annlee) 2 May 2024"],
)
def test_a_post_that_is_shown_whole_is_in_the_words_of_who_signs_it(
    read: Reader, signed: str
) -> None:
    post = "The bridge is a disgrace. It has to go!"
    text = f"The mayor answered at once.\n\n{post} {signed}\n\nThe bridge is old."
    (quotation,) = read(text).quotations
    assert quotation.span.of(text) == post
    assert quotation.kind is QuotationKind.DIRECT
    assert quotation.speaker is not None
    assert quotation.speaker.name == "Ann Lee"


def test_an_address_in_brackets_alone_makes_no_post(read: Reader) -> None:
    assert (
        speakers(read, "The bridge is old – write to the council (council@example.org) now") == []
    )


def test_a_verb_that_words_in_marks_are_given_with_is_a_report_verb(read: Reader) -> None:
    found = read("Ann Lee blasted the mayor, Tom Ode, for “bad faith” on Monday.")
    assert [(verb.lemma, verb.speaker) for verb in found.verbs] == [("blast", "Ann Lee")]
