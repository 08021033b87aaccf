"""The words that ship: found where they judge, left alone where they report, listed soundly."""

from __future__ import annotations

import pytest
from hypothesis import given

from desktop.core.model.analyses import Category, Voice
from desktop.core.wording.loaded import COUNTS_FROM
from tests.desktop.core.made_up import LEXICONS, analyzed
from tests.desktop.core.strategies import ANY_TEXT

ENTRIES = {entry.id: entry for row in LEXICONS.loaded.values() for entry in row}


def counted(text: str) -> dict[str, tuple[Category, Voice]]:
    return {span.span.of(text): (span.category, span.voice) for span in analyzed(text).loaded}


@pytest.mark.parametrize(
    ("sentence", "word", "category"),
    [
        ("The mayor slammed the plan on Monday.", "slammed", Category.EMOTIVE_VERB),
        ("It was a shameful plan.", "shameful", Category.CHARGED_ADJECTIVE),
        ("The “experts” of the council met.", "“experts”", Category.SCARE_QUOTE),
        ("Holm claimed that it was late.", "claimed", Category.VERDICT_VERB),
    ],
)
def test_wording_that_judges_is_found_in_the_outlets_voice(
    sentence: str, word: str, category: Category
) -> None:
    assert counted(sentence)[word] == (category, Voice.OWN)


@pytest.mark.parametrize(
    ("sentence", "voice"),
    [
        ("“It is a disgrace,” Aya Ito said.", Voice.QUOTED),
        ("Aya Ito said that it was a disgrace.", Voice.INDIRECT),
        ("It was a disgrace.", Voice.OWN),
    ],
)
def test_the_same_word_belongs_to_who_says_it(sentence: str, voice: Voice) -> None:
    assert counted(sentence)["disgrace"][1] is voice


@pytest.mark.parametrize(
    "sentence",
    [
        "The ferry leaves at nine and takes an hour.",
        "Two sailors were killed when the boat sank.",
        "A bomb from the war was found in the harbor.",
        "The storm destroyed forty houses on the coast.",
        "The court found him guilty of fraud and theft.",
        "Aya Ito said the council would meet on Monday.",
        "The fire was put out by noon, the brigade said.",
        "Prices rose by 4 percent, the highest since 2010.",
        "The Monster Mash was sung at Fort Savage on Monday.",
    ],
)
def test_plain_words_for_grave_things_are_left_alone(sentence: str) -> None:
    assert counted(sentence) == {}


def test_every_shipped_entry_has_a_plain_reason_and_a_weight() -> None:
    assert len(ENTRIES) > 500
    for entry in ENTRIES.values():
        assert entry.reason.endswith("."), entry.id
        assert 0.0 < entry.weight <= 1.0, entry.id
        assert entry.words, entry.id
        assert all(word == word.lower() for word in entry.words), entry.id
        assert entry.part in {"", "verb", "noun", "adjective", "adverb"}, entry.id


def test_every_shipped_entry_is_kept_under_the_first_of_its_words() -> None:
    astray = [each.id for each in ENTRIES.values() if each not in LEXICONS.loaded[each.words[0]]]
    assert astray == []


def test_no_entry_bars_by_a_neighbor_that_it_needs() -> None:
    assert [each.id for each in ENTRIES.values() if each.heads & each.unless] == []


def test_a_plainer_wording_is_never_the_wording_itself() -> None:
    same = [each.id for each in ENTRIES.values() if each.plainer == " ".join(each.words)]
    assert same == []


@given(ANY_TEXT)
def test_loaded_wording_of_any_text_counts_and_stands_in_its_sentence(text: str) -> None:
    analysis = analyzed(text)
    for span in analysis.loaded:
        assert span.weight >= COUNTS_FROM
        assert span.span.of(text).strip() == span.span.of(text) != ""
        assert analysis.sentence(span.sentence).span.covers(span.span) or (
            span.category is Category.SCARE_QUOTE
        )
        assert span.reason.endswith(".")
