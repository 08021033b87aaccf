"""Report verbs: their rung, their speaker and voice, and words that only look like them."""

from __future__ import annotations

import pytest
from hypothesis import given

from desktop.core.model.analyses import ReportVerb, Rung, Voice
from tests.desktop.core.made_up import LEXICONS, analyzed
from tests.desktop.core.strategies import ANY_TEXT
from tests.desktop.core.voice.conftest import Reader


def verbs(read: Reader, text: str) -> list[str]:
    return [verb.lemma for verb in read(text).verbs]


def only(read: Reader, text: str) -> ReportVerb:
    (verb,) = read(text).verbs
    return verb


@pytest.mark.parametrize(
    ("words", "lemma", "rung"),
    [
        ("said it was late", "say", Rung.PLAIN),
        ("told reporters it was late", "tell", Rung.PLAIN),
        ("wrote that it was late", "write", Rung.PLAIN),
        ("urged them to open it", "urge", Rung.URGING),
        ("called for a new tower", "call for", Rung.URGING),
        ("claimed it was late", "claim", Rung.DOUBT),
        ("warned that it was late", "warn", Rung.DOUBT),
        ("criticized the council", "criticize", Rung.REPROACH),
        ("slammed the council over the tower", "slam", Rung.ATTACK),
        ("lashed out at the council", "lash out", Rung.ATTACK),
    ],
)
def test_a_verb_stands_on_its_rung(read: Reader, words: str, lemma: str, rung: Rung) -> None:
    verb = only(read, f"Maja Holm {words}.")
    assert (verb.lemma, verb.rung, verb.speaker) == (lemma, rung, "Maja Holm")


@pytest.mark.parametrize(
    "words",
    [
        "says it is late",
        "has said it is late",
        "is saying it is late",
        "had often said it was late",
        "did not say it was late",
        "would say it was late",
        "also said it was late",
    ],
)
def test_a_verb_is_known_in_every_tense(read: Reader, words: str) -> None:
    assert verbs(read, f"Maja Holm {words}.") == ["say"]


@pytest.mark.parametrize(
    "text",
    [
        "The claims office is closed.",
        "Her report has forty pages.",
        "The United States and other states were there.",
        "They voted on the demands of the keepers.",
        "A warning was not given.",
        "The price of the offer fell.",
        "She was called Maja at home.",
        "The notes of the song were wrong.",
        "“They say it, we claim it, you warn of it.”",
    ],
)
def test_nouns_passives_and_words_in_marks_report_nothing_of_the_outlet(
    read: Reader, text: str
) -> None:
    assert verbs(read, text) == []


def test_a_verb_inside_reported_words_is_not_the_outlets(read: Reader) -> None:
    text = "Maja Holm said that Nils Berg had claimed it was late."
    assert [(verb.lemma, verb.voice) for verb in read(text).verbs] == [
        ("say", Voice.OWN),
        ("claim", Voice.INDIRECT),
    ]


def test_a_verb_has_the_quotation_that_it_introduces(read: Reader) -> None:
    text = "Holm warned: “It is late.” Berg said: “It is early.”"
    found = [(each.verb.lemma if each.verb else "") for each in read(text).quotations]
    assert found == ["warn", "say"]


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("The tower has reportedly been sold.", "reportedly"),
        ("The tower was allegedly sold.", "allegedly"),
        ("His plea for help was heard.", "plea"),
    ],
)
def test_adverbs_and_nouns_of_hearsay_have_no_speaker(read: Reader, text: str, lemma: str) -> None:
    verb = only(read, text)
    assert (verb.lemma, verb.speaker, verb.voice) == (lemma, None, Voice.OWN)


def test_every_verb_of_the_shipped_list_is_found_in_its_past_form_somewhere(read: Reader) -> None:
    """A verb that no sentence can show is a dead entry: those of one word, in plain frames."""
    frames = (
        "“It is late,” Holm {}.",
        "Holm {} that it was late.",
        "Holm {} the council, Berg said.",
    )
    missing = [
        entry.lemma
        for entry in LEXICONS.verbs.values()
        if not any(
            entry.lemma in verbs(read, frame.format(form))
            for form in entry.forms
            for frame in (*frames, "It was {} true.", "The {} was heard.", "It is late, {} Holm.")
        )
    ]
    assert missing == []


@given(ANY_TEXT)
def test_verbs_of_any_text_stand_in_order_in_their_sentences_outside_marks(text: str) -> None:
    analysis = analyzed(text)
    marked = [span for each in analysis.quotations for span in each.marked]
    starts = [verb.span.start for verb in analysis.verbs]

    assert starts == sorted(starts)
    for verb in analysis.verbs:
        assert analysis.sentence(verb.sentence).span.covers(verb.span)
        assert analysis.sentence(verb.sentence).scored
        assert not any(span.covers(verb.span) for span in marked)
