"""Who speaks: one name for each person of an article, however the text mentions them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.desktop.core.voice.conftest import Reader

MET = "Island Mayor Aya Ito met Nils Berg, the builder of the tower, in the harbor on Monday. "


def speakers(read: Reader, text: str) -> list[str | None]:
    return [each.speaker.name if each.speaker else None for each in read(text).quotations]


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("Ito", "Aya Ito"),
        ("Aya Ito", "Aya Ito"),
        ("Ms. Ito", "Aya Ito"),
        ("Mayor Ito", "Aya Ito"),
        ("the mayor", "Aya Ito"),
        ("Berg", "Nils Berg"),
        ("Mr. Berg", "Nils Berg"),
        ("the 47-year-old Berg", "Nils Berg"),
        ("Berg, 47,", "Nils Berg"),
        ("Berg, who built the tower,", "Nils Berg"),
        ("Berg, of the firm Berg & Sons,", "Nils Berg"),
        ("a woman in the crowd", "woman"),
        ("the council", "council"),
        ("two residents", "two residents"),
        ("the Island Courier", "Island Courier"),
        ("Maja Holm", "Maja Holm"),
        ("a keeper, Maja Holm,", "Maja Holm"),
    ],
)
def test_a_mention_before_the_verb_leads_to_one_name(read: Reader, mention: str, name: str) -> None:
    (found,) = speakers(read, f"{MET}“It is time to open it,” {mention} said.")
    assert found is not None
    assert name in found if name.islower() else found == name


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("Maja Holm", "Maja Holm"),
        ("Mr. Berg", "Nils Berg"),
        ("Mayor Ito", "Aya Ito"),
        ("Maja Holm, a keeper", "Maja Holm"),
        ("keeper Maja Holm of Visby", "Maja Holm"),
    ],
)
def test_a_mention_after_the_verb_leads_to_one_name(read: Reader, mention: str, name: str) -> None:
    assert speakers(read, f"{MET}“It is time to open it,” said {mention}.") == [name]


def test_she_and_he_follow_titles(read: Reader) -> None:
    text = "Mr. Tom Berg met Mrs. Aya Ito in Visby. {} said it was time."
    assert speakers(read, text.format("She")) == ["Aya Ito"]
    assert speakers(read, text.format("He")) == ["Tom Berg"]


def test_a_pronoun_follows_the_one_who_spoke_last(read: Reader) -> None:
    text = (
        MET + "“It is time,” Berg said. “It is late,” he added. “It is night,” he went on to say."
    )
    assert speakers(read, text)[:2] == ["Nils Berg", "Nils Berg"]


def test_a_speaker_may_be_named_in_full_only_later(read: Reader) -> None:
    text = "“It is time,” Okoro said. The visit of Chidi Okoro ended on Monday."
    assert speakers(read, text) == ["Chidi Okoro"]


@pytest.mark.parametrize("headline", ["Mayor says tower is old", "The mayor says it is late"])
def test_a_role_in_the_headline_is_the_person_who_is_named_below(
    read: Reader, headline: str
) -> None:
    text = f"{headline}\n\nMayor Aya Ito met the council in Visby on Monday.\n\nIt was late."
    assert speakers(read, text) == ["Aya Ito"]


def test_two_who_speak_together_are_named_together(read: Reader) -> None:
    assert speakers(read, "Aya Ito and Nils Berg said it was time.") == ["Aya Ito and Nils Berg"]


@pytest.mark.parametrize(
    "text",
    [
        "It is said that the tower is old.",
        "The tower is reported to be old.",
        "“The tower stands where the chapel of the island stood before.”",
    ],
)
def test_where_nobody_is_named_nobody_is_made_up(read: Reader, text: str) -> None:
    assert all(name is None for name in speakers(read, text))


def test_a_speakers_span_is_the_mention_and_the_name_is_its_person(read: Reader) -> None:
    text = MET + "“It is time,” the mayor said."
    (quotation,) = read(text).quotations
    assert quotation.speaker is not None
    assert quotation.speaker.span is not None
    assert quotation.speaker.span.of(text) == "the mayor"
    assert quotation.speaker.name == "Aya Ito"


def test_names_of_others_inside_the_words_are_no_speaker(read: Reader) -> None:
    text = "“Nils Berg must go, and Maja Holm must stay,” Aya Ito said."
    assert speakers(read, text) == ["Aya Ito"]


@given(
    st.sampled_from(["Aya Ito", "Nils Berg", "Maja Holm", "Chidi Okoro"]),
    st.sampled_from(["said", "warned", "replied", "claimed", "told reporters"]),
    st.sampled_from(["“{}”", '"{}"', "‘{}’", "«{}»"]),
    st.sampled_from(["We open in May,", "Nobody came,", "Is it late?", "It isn’t ours!"]),
)
def test_any_speaker_verb_and_marks_go_together(
    read: Reader, name: str, verb: str, marks: str, words: str
) -> None:
    text = f"{marks.format(words)} {name} {verb} on Monday."
    (quotation,) = read(text).quotations
    assert quotation.speaker is not None
    assert quotation.speaker.name == name
    assert quotation.verb is not None
    assert quotation.verb.span.of(text) == verb.split(maxsplit=1)[0]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Aya Ito released a statement saying it was late.", "Aya Ito"),
        ("The mayor sent an email to supporters saying it was late.", "mayor"),
        ("Ito met keepers who say it is late, adding that it was old.", "Ito"),
        ("Ito said that Berg could not leave, noting that it was late.", "Ito"),
        ("Ito was quick to say that it was late.", "Ito"),
        ("While saying that it was late, Ito climbed the tower.", "Ito"),
        ("Ito said it was old, but in a later interview said it was late.", "Ito"),
        ("Ito, whose new boat, Lantern, lies in the harbor, said it was late.", "Ito"),
    ],
)
def test_the_one_who_speaks_is_the_subject_and_not_the_nearest_noun(
    read: Reader, text: str, name: str
) -> None:
    assert speakers(read, text)[-1] == name


def test_the_mention_of_a_speaker_reaches_to_the_who_that_stands_for_it(read: Reader) -> None:
    text = "The plan came from Aya Ito, who said it was late."
    (quotation,) = read(text).quotations
    assert quotation.speaker is not None
    assert quotation.speaker.span is not None
    assert quotation.speaker.span.of(text) == "Aya Ito, who"
    assert quotation.speaker.name == "Aya Ito"


def test_she_is_never_resolved_to_a_he(read: Reader) -> None:
    assert speakers(read, "He left the island. “It is late,” she said.") == ["she"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ito left the hall at noon. “It will break,” she said.", "Ito"),
        ("Berg met Ito at the dam. “It will break,” he said.", "Berg"),
        ("Ito opened the port. Later, in Visby, “it will close,” she said.", "Ito"),
        ("They met in Visby. Visby sleeps. “It will break,” she said.", "she"),
        ("The Kremlin sent a letter. “It is a lie,” he said.", "he"),
        ("NOAA sent a letter. “It is a lie,” he said.", "he"),
    ],
)
def test_a_pronoun_is_a_lone_surname_where_the_text_names_nobody_in_full(
    read: Reader, text: str, name: str
) -> None:
    assert speakers(read, text)[-1] == name
