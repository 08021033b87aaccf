from __future__ import annotations

import pytest

from desktop.core.model.spans import Span
from desktop.core.text.tokens import find_tokens
from desktop.core.voice.phrases import find_phrase_after, find_subject, is_coordinated
from desktop.core.voice.verbs import Cue, Passage, find_cues, index_verbs
from desktop.services.lexicons import load_lexicons


def passage_of(text: str) -> Passage:
    tokens = find_tokens(text)
    return Passage(1, 0, Span(0, len(text)), tokens, [False] * len(tokens))


def last_cue(passage: Passage) -> Cue:
    return list(find_cues(passage, index_verbs(load_lexicons())))[-1]


def subject(text: str) -> str | None:
    """Return the subject of the last report verb of a sentence."""
    passage = passage_of(text)
    found = find_subject(passage, last_cue(passage))
    if found is None:
        return None
    return text[passage.tokens[found[0]].start : passage.tokens[found[1] - 1].end]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Lee said so.", "Lee"),
        ("She said so.", "She"),
        ("Mr. Lee said so.", "Mr. Lee"),
        ("The old mayor said so.", "The old mayor"),
        ("Foreign Minister Ann Lee said so.", "Foreign Minister Ann Lee"),
        ("Portugal’s President Ann Lee said so.", "Portugal’s President Ann Lee"),
        ("The mayor of Lisbon said so.", "The mayor of Lisbon"),
        ("Ann Lee and Tom Ode said so.", "Ann Lee and Tom Ode"),
        ("Lee has repeatedly said so.", "Lee"),
        ("Lee on Friday said so.", "Lee"),
        ("Lee on November 1 said so.", "Lee"),
        ("Lee for months has said so.", "Lee"),
        ("Tom Ode (R-Utah) said so.", "Tom Ode"),
        ("Ann Lee, the mayor, said so.", "Ann Lee, the mayor"),
        ("Ann Lee, 47, said so.", "Ann Lee, 47"),
        ("Ann Lee, who left, said so.", "Ann Lee, who left"),
        ("It was Ann Lee who said so.", "Ann Lee"),
        ("In the afternoon, Lee said so.", "Lee"),
        ("The plan failed, but Lee said so.", "Lee"),
        ("US officials said so.", "US officials"),
        ("Officials from both cities said so.", "Officials from both cities"),
        ("Lee believes Ode said so.", "Ode"),
        ("Lee claimed Ode said so.", "Ode"),
        ("Theresa May said so.", "Theresa May"),
    ],
)
def test_the_subject_is_the_phrase_left_of_the_verb(text: str, phrase: str) -> None:
    assert subject(text) == phrase


@pytest.mark.parametrize("text", ["Said so.", "And said so.", "He left, saying so."])
def test_a_verb_can_have_no_subject_of_its_own(text: str) -> None:
    assert subject(text) is None


@pytest.mark.parametrize("text", ["Lee left and said so.", "Lee left, saying so."])
def test_a_verb_can_share_the_subject_of_the_one_before(text: str) -> None:
    passage = passage_of(text)
    assert is_coordinated(passage, last_cue(passage))


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Ann Lee on Friday.", "Ann Lee"),
        ("Mr. Lee.", "Mr. Lee"),
        ("the mayor of Lisbon in a letter.", "the mayor of Lisbon"),
        ("spokesman Tom Ode.", "spokesman Tom Ode"),
        ("she.", "she"),
        ("Ann Lee, a spokesman.", "Ann Lee"),
        ("J. R. Brown in Lisbon.", "J. R. Brown"),
        ("officials at the ministry.", "officials at the ministry"),
    ],
)
def test_a_phrase_after_a_verb_ends_before_time_place_and_apposition(
    text: str, phrase: str
) -> None:
    passage = passage_of(text)
    found = find_phrase_after(passage, 0)
    assert found is not None
    assert text[passage.tokens[found[0]].start : passage.tokens[found[1] - 1].end] == phrase


@pytest.mark.parametrize("text", [", Lee", "in Lisbon", "that it is", "“Lee"])
def test_what_is_no_noun_phrase_gives_none(text: str) -> None:
    assert find_phrase_after(passage_of(text), 0) is None


def test_after_the_last_token_there_is_no_phrase() -> None:
    assert find_phrase_after(passage_of("Lee"), 1) is None
