"""What a speaker says in quotation marks is never charged to the outlet that quotes it."""

from __future__ import annotations

import re

import pytest

from desktop.core.framing.sources import Sources, find_unmarked
from desktop.core.framing.telling import find_unnamed_spans
from desktop.core.model.comparisons import FindingKind
from desktop.core.model.details import ContrastKind
from desktop.core.model.pairs import Change
from desktop.core.model.places import Place
from desktop.core.model.spans import Span
from tests.desktop.core.made_up import analyzed, compared, detailed, event_of

_ALLEGED = re.compile(r"\balleged(?:ly)?\b")
_OPENING = "The weather was fine.\n\n"
_SAFE = "the harbor bridge in Porto is safe for heavy trucks and buses"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The alleged thief fled.", "alleged"),
        ("“The alleged thief fled,” Aya Ito said.", None),
        ("“The alleged thief fled,” Aya Ito said of the allegedly empty house.", "allegedly"),
        ("The thief fled.", None),
    ],
)
def test_a_word_counts_only_outside_marks(text: str, found: str | None) -> None:
    sources = Sources(*event_of(Daily=text))
    place = find_unmarked(sources, Place("Daily", Span(0, len(text))), _ALLEGED)
    assert (place and sources.text(place)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sources said the gate was shut.", ["Sources said"]),
        ("“Sources said the gate was shut,” Aya Ito told the council.", []),
        ("Aya Ito left. Unnamed sources said so.", ["Unnamed sources said"]),
    ],
)
def test_unnamed_sources_of_a_speaker_are_not_the_outlets(text: str, found: list[str]) -> None:
    assert [span.of(text) for span in find_unnamed_spans(text, analyzed(text))] == found


def test_a_speaker_who_says_alleged_makes_no_ladder_of_certainty() -> None:
    texts = {
        "Daily": f"{_OPENING}Governor Rui Lopes said that {_SAFE}.",
        "Post": f"{_OPENING}“Allegedly {_SAFE},” Governor Rui Lopes said.",
    }
    found = detailed(*event_of(**texts)).contrasts
    labels = [
        side.label for each in found if each.kind is ContrastKind.CERTAINTY for side in each.sides
    ]
    assert "alleged" not in labels


def test_a_loaded_word_in_two_versions_of_a_quotation_is_no_wording_of_the_outlets() -> None:
    texts = {
        "Daily": "“The council made a reckless mistake with the harbor bridge,” Aya Ito said.",
        "Post": "“The council made a simple mistake with the harbor bridge,” Aya Ito said.",
    }
    articles, analyses = event_of(**texts)
    assert Change.LOADED not in {pair.change for pair in detailed(articles, analyses).minimal_pairs}
    kinds = {finding.kind for finding in compared(articles, analyses).findings}
    assert FindingKind.WORDING not in kinds


def test_a_loaded_word_of_the_outlets_own_is_one() -> None:
    texts = {
        "Daily": "The council made a reckless mistake with the old harbor bridge.",
        "Post": "The council made a simple mistake with the old harbor bridge.",
    }
    pairs = detailed(*event_of(**texts)).minimal_pairs
    assert [pair.change for pair in pairs] == [Change.LOADED]


def test_the_same_word_of_unclear_voice_is_not_called_the_word_of_others() -> None:
    texts = {
        "Daily": "The reckless plan of the council was shelved in May.",
        "Post": "Aya Ito believes that the plan of the council is reckless.",
    }
    questions = detailed(*event_of(**texts)).questions
    assert not any(each.text.startswith("Whose word is “reckless”") for each in questions)
