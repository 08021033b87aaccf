"""Inflection: the forms of the lists are English, so that a word is found in every one of them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.model.spans import Span
from desktop.core.model.voices import VoiceMap
from desktop.core.text.sentences import SentenceSpan
from desktop.core.wording.loaded import COUNTS_FROM, find_loaded
from desktop.services.lexicons import load_lexicons
from resources.lexicons.compile import COMPILED, read_wordings, wording_lists
from resources.lexicons.forms import forms_of, phrase_forms

LISTED = sorted(
    {
        (wording.words, wording.said["part"])
        for path in wording_lists()
        for wording in read_wordings(path)
    }
)


@pytest.mark.parametrize(
    "forms",
    """
    beset besets besetting
    browbeat browbeats browbeaten browbeating
    creep creeps crept creeping
    force-feed force-feeds force-fed force-feeding
    forgive forgives forgave forgiven forgiving
    grow grows grew grown growing
    hurt hurts hurting
    light lights lit lighted lighting
    quit quits quitting
    slink slinks slunk slinked slinking
    sneak sneaks sneaked snuck sneaking
    traffic traffics trafficked trafficking
    torpedo torpedoes torpedoed torpedoing
    withdraw withdraws withdrew withdrawn withdrawing
    admit admits admitted admitting
    regret regrets regretted regretting
    flip-flop flip-flops flip-flopped flip-flopping
    stir stirs stirred stirring
    plague plagues plagued plaguing
    tie ties tied tying
    toe toes toed toeing
    bow bows bowed bowing
    play plays played playing
    offer offers offered offering
    """.strip().splitlines(),
)
def test_verbs_have_their_english_forms(forms: str) -> None:
    lemma = forms.split(maxsplit=1)[0]
    assert forms_of(lemma, "verb") == tuple(forms.split())


@pytest.mark.parametrize(
    ("part", "word", "form"),
    [
        ("noun", "oligarch", "oligarchs"),
        ("noun", "henchman", "henchmen"),
        ("noun", "strongman", "strongmen"),
        ("noun", "yes-man", "yes-men"),
        ("noun", "leaf", "leaves"),
        ("noun", "hoax", "hoaxes"),
        ("noun", "ploy", "ploys"),
        ("noun", "enemy", "enemies"),
        ("adjective", "eerie", "eerily"),
        ("adjective", "vile", "vilely"),
        ("adjective", "futile", "futilely"),
        ("adjective", "shrill", "shrilly"),
        ("adjective", "noble", "nobly"),
        ("adjective", "cruel", "cruelly"),
        ("adjective", "petty", "pettily"),
        ("adjective", "tragic", "tragically"),
    ],
)
def test_nouns_and_adjectives_have_theirs(part: str, word: str, form: str) -> None:
    assert forms_of(word, part) == (word, form)


@pytest.mark.parametrize(
    "text",
    [
        "The dictator’s aides and [henchmen] fled.",
        "The town was [beset] by floods.",
        "Rebels in the party [torpedoed] the deal.",
        "The submarine fired two torpedoes at the ship.",
        "She [trafficked in] rumors for years.",
        "He was charged with trafficking in cocaine.",
        "The gang trafficked in women and children.",
        "An [eerily] calm minister spoke.",
    ],
)
def test_irregular_forms_are_found_and_crimes_are_left_alone(text: str) -> None:
    plain = text.replace("[", "").replace("]", "")
    sentence = SentenceSpan(Span(0, len(plain)), 0)
    found = find_loaded(plain, [sentence], VoiceMap([]), load_lexicons())
    marked = [span.span.of(plain) for span in found if span.weight >= COUNTS_FROM]
    for form in ("henchmen", "beset", "torpedoed", "trafficked in", "eerily"):
        assert (form in marked) == (f"[{form}]" in text)
    assert not {"torpedoes", "trafficking in"} & set(marked)


def test_every_listed_word_comes_first_among_its_forms_and_none_comes_twice() -> None:
    for words, part in LISTED:
        forms = phrase_forms(words, part)
        assert forms[0] == words
        assert len(set(forms)) == len(forms), words
        assert all(form and not form[0].isspace() for phrase in forms for form in phrase)


@given(
    st.from_regex(r"[a-z]{2,10}", fullmatch=True), st.sampled_from(["verb", "noun", "adjective"])
)
def test_any_word_is_inflected_without_losing_its_beginning(word: str, part: str) -> None:
    forms = forms_of(word, part)
    assert forms[0] == word
    assert len(set(forms)) == len(forms)
    if part == "verb" and len(forms) == 4:
        third, past, going = forms[1:]
        assert (third[-1], past[-2:], going[-3:]) == ("s", "ed", "ing")
        assert {form[: len(word) - 2] for form in forms} == {word[:-2]}


def test_the_compiled_lists_point_at_entries_that_are_there() -> None:
    lists: dict[str, Any] = json.loads(COMPILED.read_text(encoding="utf-8"))
    entries, reasons = lists["loaded"], lists["reasons"]
    used = {int(place) for form in lists["forms"] for place in form.split(" ")[1].split(",")}
    assert used == set(range(len(entries)))
    assert {int(entry.split("\t")[4]) for entry in entries} == set(range(len(reasons)))
    assert all(-1 <= float(row.split(" ")[1]) <= 1 for row in lists["valence"])
    assert all(-1 <= float(row.split(" ")[1]) <= 1 for row in lists["tone"])
    lemmas = [lemma for lemma, *_rest in lists["verbs"]]
    assert len(lemmas) == len(set(lemmas))
    assert all(
        forms and forms[0] == lemma for lemma, _rung, _verdict, forms, _why in lists["verbs"]
    )
