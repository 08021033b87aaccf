"""Reports of an utterance: one speaker and telling words; names and topics are not enough."""

from __future__ import annotations

import pytest

from desktop.core.alignment.paraphrases import Reports, speaker_keys
from desktop.core.alignment.wordings import Words, find_steps
from desktop.core.model.places import Place
from desktop.core.model.spans import Span
from desktop.core.model.utterances import PartKind
from tests.desktop.core.made_up import LEXICONS, event_of

SAID = "“The old pipeline leaks, and we will shut it before the rain comes,” said Ana Costa."


def reported(text: str, speaker: str | None = "Ana Costa") -> str | None:
    """Return the report that a second text gives of what the first one quotes."""
    articles, analyses = event_of(Post=SAID, Echo=text)
    fullest = Place("Post", Span(0, SAID.index("”") + 1))
    reports = Reports(articles, analyses, [fullest], LEXICONS)
    place = reports.find(speaker, fullest).get("Echo")
    return None if place is None else place.span.of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Costa said that the pipeline leaks and would be shut soon.",
        "The pipeline would be shut because it leaks, Ana Costa said.",
        "Mayor Costa told reporters that they would shut the leaking pipeline.",
        "Ana Costa warned that the old pipeline “leaks” and that rain was near.",
    ],
    ids=["after", "before", "surname", "with a fragment"],
)
def test_the_same_speakers_report_of_the_same_is_found(text: str) -> None:
    found = reported(text)

    assert found is not None
    assert "pipeline" in found


@pytest.mark.parametrize(
    "text",
    [
        "Rui Lopes said that the pipeline leaks and would be shut soon.",
        "Ana Costa said that the school would have a new roof.",
        "Ana Costa said that the pipeline was built by her father.",
        "The pipeline leaks and will be shut before the rain comes.",
        "The sun shone all day.",
    ],
    ids=["another speaker", "another matter", "one word", "nobody's words", "nothing"],
)
def test_another_speaker_or_matter_is_no_report(text: str) -> None:
    assert reported(text) is None


def test_names_in_common_are_not_enough() -> None:
    said = "“North Harbor and South Harbor owe Venn and Sorel a word,” said Ana Costa."
    articles, analyses = event_of(
        Post=said,
        Echo="Ana Costa said that Venn and Sorel will meet North Harbor and South Harbor.",
    )
    fullest = Place("Post", Span(0, said.index("”") + 1))

    assert Reports(articles, analyses, [fullest], LEXICONS).find("Ana Costa", fullest) == {}


def test_of_two_reports_the_fuller_one_is_taken() -> None:
    found = reported(
        "Ana Costa said that the pipeline leaks. The old pipeline leaks and will be shut before the"
        " rain comes, Ana Costa said."
    )

    assert found is not None
    assert "rain" in found


def test_what_nobody_is_named_for_has_no_reports() -> None:
    text = "Ana Costa said that the pipeline leaks and would be shut soon."

    assert reported(text, None) is None
    assert reported(text, "") is None


def test_an_article_is_no_report_of_itself() -> None:
    text = f"{SAID} Ana Costa said that the pipeline leaks and would be shut soon."
    articles, analyses = event_of(Post=text, Echo="The sun shone.")
    fullest = Place("Post", Span(0, SAID.index("”") + 1))

    assert Reports(articles, analyses, [fullest], LEXICONS).find("Ana Costa", fullest) == {}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Volodymyr Zelensky", "Mr. Zelenskyy", True),
        ("President Ana Costa", "Costa", True),
        ("the prime minister", "Prime Minister Rui Lopes", False),
        ("Ana Costa", "Rui Lopes", False),
        ("Austin; Blinken", "Antony Blinken", True),
    ],
)
def test_a_speaker_is_known_by_name_and_not_by_office(one: str, other: str, same: bool) -> None:
    assert bool(speaker_keys(one) & speaker_keys(other)) is same


def steps_of(fullest: str, here: str) -> list[tuple[str, str, str]]:
    one = Words(fullest, Place("a", Span(0, len(fullest))))
    other = Words(here, Place("b", Span(0, len(here))))
    return [
        (
            step.kind.value,
            " ".join(fullest[one.spans[at].start : one.spans[at].end] for at in step.fullest),
            " ".join(here[other.spans[at].start : other.spans[at].end] for at in step.here),
        )
        for step in find_steps(one, other)
    ]


@pytest.mark.parametrize(
    ("fullest", "here", "steps"),
    [
        ("We will wait", "We will wait", [("kept", "We will wait", "We will wait")]),
        ("We will wait", "WE WILL WAIT.", [("kept", "We will wait", "WE WILL WAIT")]),
        (
            "Zelenskyy will wait",
            "“Zelensky” will wait",
            [("kept", "Zelenskyy will wait", "Zelensky will wait")],
        ),
        (
            "We will wait and see",
            "We will … see",
            [("kept", "We will", "We will"), ("cut", "wait and", ""), ("kept", "see", "see")],
        ),
        (
            "We will wait",
            "We shall wait",
            [
                ("kept", "We", "We"),
                ("worded otherwise", "will", "shall"),
                ("kept", "wait", "wait"),
            ],
        ),
        (
            "We wait",
            "We now wait",
            [("kept", "We", "We"), ("added", "", "now"), ("kept", "wait", "wait")],
        ),
        ("We wait", "…", [("cut", "We wait", "")]),
    ],
    ids=["same", "capitals", "spelling", "ellipsis", "other word", "added", "no words"],
)
def test_words_go_together_by_what_they_are(
    fullest: str, here: str, steps: list[tuple[str, str, str]]
) -> None:
    assert steps_of(fullest, here) == steps


def test_the_kinds_of_parts_have_the_names_of_the_description() -> None:
    assert [kind.value for kind in PartKind] == ["kept", "cut", "worded otherwise", "added"]
