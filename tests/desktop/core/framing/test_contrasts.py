"""Contrasts hold aligned places together and say what differs, only where it is sure."""

from __future__ import annotations

from desktop.core.model.details import Contrast, ContrastKind
from tests.desktop.core.made_up import detailed, event_of

SAFE = "the harbor bridge in Porto is safe for heavy trucks and buses"
OPENING = "The weather was fine.\n\n"
PLAIN = f"{OPENING}{SAFE[0].upper()}{SAFE[1:]}."


def contrasts(kind: ContrastKind, **texts: str) -> list[Contrast]:
    return [each for each in detailed(*event_of(**texts)).contrasts if each.kind is kind]


def labels(contrast: Contrast) -> dict[str, str]:
    return {side.place.article: side.label for side in contrast.sides}


def test_own_voice_here_and_a_speaker_there_is_an_attribution_gap() -> None:
    (found,) = contrasts(
        ContrastKind.ATTRIBUTION_GAP,
        Daily=PLAIN,
        Post=f"{OPENING}Governor Rui Lopes said that {SAFE}.",
    )

    assert labels(found) == {"Daily": "own voice", "Post": "Rui Lopes"}


def test_a_sentence_that_tells_of_the_speaker_is_no_gap() -> None:
    found = contrasts(
        ContrastKind.ATTRIBUTION_GAP,
        Daily=f"{OPENING}For Governor Lopes the harbor bridge in Porto is safe for heavy trucks.",
        Post=f"{OPENING}Governor Rui Lopes said that {SAFE}.",
    )

    assert found == []


def test_two_speakers_are_no_gap() -> None:
    found = contrasts(
        ContrastKind.ATTRIBUTION_GAP,
        Daily=f"{OPENING}Mayor Ana Costa said that {SAFE}.",
        Post=f"{OPENING}Governor Rui Lopes said that {SAFE}.",
    )

    assert found == []


def test_a_claim_climbs_the_ladder_of_certainty() -> None:
    (found,) = contrasts(
        ContrastKind.CERTAINTY,
        Daily=PLAIN,
        Post=f"{OPENING}Reportedly {SAFE}.",
        Echo=f"{OPENING}Governor Rui Lopes said that {SAFE}.",
        Star=f"{OPENING}Governor Rui Lopes confirmed that {SAFE}.",
    )

    assert labels(found) == {
        "Daily": "plain fact",
        "Post": "alleged",
        "Echo": "reported",
        "Star": "confirmed",
    }


def test_one_certainty_everywhere_is_no_contrast() -> None:
    assert contrasts(ContrastKind.CERTAINTY, Daily=PLAIN, Post=PLAIN) == []


def test_an_unnamed_source_stands_beside_who_is_named_elsewhere() -> None:
    found = contrasts(
        ContrastKind.ANONYMOUS,
        Daily=f"{OPENING}Sources said that {SAFE}.",
        Post=f"{OPENING}Governor Rui Lopes said that {SAFE}.",
    )

    assert labels(found[0]) == {"Daily": "Sources said", "Post": "Rui Lopes"}


def test_an_act_has_its_agent_in_one_text_and_none_in_another() -> None:
    (found,) = contrasts(
        ContrastKind.AGENCY,
        Daily="Norway deployed soldiers to the border.",
        Post="Soldiers were deployed near the border.",
    )

    assert labels(found) == {"Daily": "Norway", "Post": "no agent"}
