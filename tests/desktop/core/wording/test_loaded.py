"""Loaded wording counts by sense, position, head noun and voice, or not at all."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.model.analyses import (
    Category,
    LoadedSpan,
    Quotation,
    QuotationKind,
    Voice,
)
from desktop.core.model.lexicons import Lexicons, LoadedEntry
from desktop.core.model.spans import Span
from desktop.core.model.voices import VoiceMap
from desktop.core.text.sentences import SentenceSpan
from desktop.core.wording.loaded import COUNTS_FROM, find_loaded, without_overlaps
from desktop.services.lexicons import load_lexicons


def entry(phrase: str, weight: float = 0.8, **said: object) -> LoadedEntry:
    words = tuple(phrase.split())
    return LoadedEntry(phrase, words, Category.CHARGED_NOUN, weight, "A reason.", **said)  # type: ignore[arg-type]


def found_in(text: str, *entries: LoadedEntry, voices: VoiceMap | None = None) -> list[str]:
    loaded: dict[str, tuple[LoadedEntry, ...]] = {}
    for each in entries:
        loaded[each.words[0]] = (*loaded.get(each.words[0], ()), each)
    lexicons = Lexicons("test", loaded, {}, {}, {}, 1)
    sentence = SentenceSpan(Span(0, len(text)), 0)
    return [
        span.span.of(text)
        for span in find_loaded(text, [sentence], voices or VoiceMap([]), lexicons)
    ]


def counted_in(text: str) -> list[str]:
    sentence = SentenceSpan(Span(0, len(text)), 0)
    found = find_loaded(text, [sentence], VoiceMap([]), load_lexicons())
    return [span.span.of(text) for span in found if span.weight >= COUNTS_FROM]


def test_an_entry_is_found_in_any_case_at_the_start_and_as_a_possessive() -> None:
    assert found_in("Thugs came. The thugs's car.", entry("thugs")) == ["Thugs", "thugs's"]


def test_a_phrase_needs_all_its_words_in_a_row() -> None:
    assert found_in("a power grab", entry("power grab")) == ["power grab"]
    assert found_in("a power plant grab", entry("power grab")) == []
    assert found_in("a power", entry("power grab")) == []


def test_a_phrase_whose_words_stand_apart_in_a_text_is_not_found() -> None:
    assert found_in("The grab for power failed, a power failure.", entry("power grab")) == []
    lists = entry("power grab"), entry("power hungry elite")
    assert found_in("The elite is power hungry.", *lists) == []
    assert found_in("A power hungry elite.", *lists) == ["power hungry elite"]


def test_only_an_entry_of_one_word_is_found_as_a_possessive() -> None:
    lists = entry("thug"), entry("mob rule")
    assert found_in("A thug’s car and a mob’s rule.", *lists) == ["thug’s"]


def test_words_at_the_end_of_one_sentence_do_not_go_on_in_the_next() -> None:
    text = "It was a power grab. It was power. Grab it."
    spans = [SentenceSpan(Span(*each), 0) for each in ((0, 20), (21, 34), (35, 43))]
    loaded = {"power": (entry("power grab"),)}
    lexicons = Lexicons("test", loaded, {}, {}, {}, 1)
    found = find_loaded(text, spans, VoiceMap([]), lexicons)
    assert [(each.span.of(text), each.sentence) for each in found] == [("power grab", 1)]


def test_the_longest_entry_wins() -> None:
    assert found_in("a smear campaign", entry("smear"), entry("smear campaign")) == [
        "smear campaign"
    ]


def test_heads_limit_an_entry_to_what_follows_within_three_words() -> None:
    utter = entry("utter", heads=frozenset({"failure"}))
    assert found_in("an utter and lasting failure", utter) == ["utter"]
    assert found_in("utter a word on failure", utter) == []


def test_neighbors_on_either_side_make_an_entry_factual() -> None:
    strike = entry("strike", unless=frozenset({"air", "base"}))
    assert found_in("an air strike", strike) == []
    assert found_in("a strike on a base", strike) == []
    assert found_in("a strike against reason", strike) == ["strike"]


def test_after_limits_an_entry_to_what_stands_before_it() -> None:
    backers = entry("backers", after=frozenset({"his"}))
    assert found_in("his Western backers", backers) == ["backers"]
    assert found_in("backers of the bill", backers) == []


def test_a_name_never_counts() -> None:
    assert found_in("He read the Monster Plan twice.", entry("monster")) == []
    assert found_in("He read the monster plan twice.", entry("monster")) == ["monster"]


def test_capitals_say_nothing_in_a_headline_after_a_quotation_mark_or_in_shouting() -> None:
    assert found_in("Mayor Calls Critics Thugs in Speech", entry("thugs")) == ["Thugs"]
    assert found_in("It was called “Thugs and more” by some of them.", entry("thugs")) == ["Thugs"]
    assert found_in("They are all THUGS in this town.", entry("thugs")) == ["THUGS"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The senator blasts the plan.", ["blasts"]),
        ("The blast hurt nobody.", []),
        ("They bash the press.", ["bash"]),
        ("She went to the bash.", []),
    ],
)
def test_a_verb_counts_only_where_it_is_one(sentence: str, expected: list[str]) -> None:
    assert counted_in(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Troops struck an arms depot and an airfield with missiles.",
        "The army launched a preemptive strike on a base.",
        "Three people were killed and 36 wounded in the attack.",
        "Officials fear retaliation with nuclear weapons.",
        "The Defense Threat Reduction Agency said the war went on.",
        "The minister warned of the risk and urged talks.",
    ],
)
def test_heavy_words_for_a_heavy_event_are_not_loaded(sentence: str) -> None:
    assert counted_in(sentence) == []


def test_each_span_has_the_voice_it_stands_in() -> None:
    text = "Thugs, he said: “thugs”."
    marks = Span(text.index("“"), text.index("”") + 1)
    voices = VoiceMap([Quotation(marks, QuotationKind.DIRECT, (marks,))])
    sentence = SentenceSpan(Span(0, len(text)), 0)
    found = find_loaded(text, [sentence], voices, load_lexicons())
    assert [span.voice for span in found] == [Voice.OWN, Voice.QUOTED]


def loaded(start: int, end: int, weight: float) -> LoadedSpan:
    span = Span(start, end)
    return LoadedSpan(span, Category.METAPHOR, weight, Voice.OWN, "A reason.", None, "id", 1)


def test_of_overlapping_spans_the_heaviest_is_kept() -> None:
    light, heavy, apart = loaded(0, 9, 0.5), loaded(4, 6, 0.9), loaded(9, 12, 0.1)
    assert without_overlaps([apart, heavy, light]) == (heavy, apart)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "slammed the Thugs so-called “utter failure” lack of action ’s . \n".split(" ")
        ),
        min_size=1,
        max_size=15,
    )
)
def test_spans_of_any_text_stand_in_order_and_hold_words(words: list[str]) -> None:
    text = " ".join(words) or "."
    sentence = SentenceSpan(Span(0, len(text)), 0)
    found = find_loaded(text, [sentence], VoiceMap([]), load_lexicons())
    assert all(left.span.end <= right.span.start for left, right in pairwise(found))
    assert all(span.span.of(text).strip() == span.span.of(text) != "" for span in found)
