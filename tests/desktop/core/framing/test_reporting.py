"""How one speaker is introduced: only verbs that bring words, or that scold, are held together."""

from __future__ import annotations

import pytest

from desktop.core.framing.reporting import find_introductions
from desktop.core.framing.sources import Sources
from tests.desktop.core.made_up import event_of

SCOLDED = "Aya Ito berated the mayor for “bad faith” on Monday."
SAID = "Aya Ito said on Monday that the bridge was old."


def introductions(**texts: str) -> list[str]:
    return [finding.text for finding in find_introductions(Sources(*event_of(**texts)))]


def test_a_verb_that_scolds_is_held_against_plain_speech() -> None:
    (text,) = introductions(Daily=SCOLDED, Post=SAID)
    assert text.startswith("Daily introduces Aya Ito with “berate” (reproach)")
    assert text.endswith("Post with “say” (plain speech) at most.")


@pytest.mark.parametrize(
    "plain",
    [
        "Aya Ito invited the mayor to dinner on Monday.",
        "Tom Ode said that Aya Ito could consider a new bridge.",
    ],
    ids=["a deed", "what may be done"],
)
def test_a_verb_without_words_introduces_nobody(plain: str) -> None:
    assert introductions(Daily=SCOLDED, Post=plain) == []


def test_what_could_be_said_is_not_said() -> None:
    assert introductions(Daily="Aya Ito could lash out at the mayor on Monday.", Post=SAID) == []
