"""How words stand to a target: side, clause, names between, part in the sentence."""

from __future__ import annotations

import pytest

from desktop.core.text.tokens import find_tokens
from desktop.core.tone.readings import known_words, read_words, to_outline
from desktop.core.tone.relations import (
    PLACES,
    Relation,
    find_neighbors,
    find_relation,
    neutral_word,
    relation_features,
    role_feature,
    sentence_features,
    state_features,
    to_target,
)
from desktop.core.tone.words import rate_units, word_tones
from tests.desktop.core.made_up import LEXICONS


class Scene:
    """A sentence with one target in it and one word with a tone."""

    def __init__(self, text: str, target: str = "Ito", rated: int = 0) -> None:
        reading = read_words(find_tokens(text), known_words(LEXICONS))
        self.outline = to_outline(reading)
        unit = reading.unit_at(text.index(target))
        self.target = to_target(self.outline, unit, unit)
        self.words = rate_units(reading, word_tones(LEXICONS))
        self.rated = self.words[rated] if self.words else None

    def relation(self) -> Relation:
        assert self.rated is not None
        return Relation(*find_relation(self.outline, self.target, self.rated))

    def role(self) -> str | None:
        assert self.rated is not None
        frame = LEXICONS.frames[self.outline.words[self.rated.unit]]
        found = role_feature(self.outline, self.target, self.rated, frame)
        return found and found[0]

    def state(self) -> set[str]:
        return set(state_features(self.target.state))


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("They humiliated Ito", "direct object of bad"),
        ("They humiliated Berg and Ito", "direct object of bad, next clause, past a name"),
        ("Ito betrayed them", "subject of bad"),
        ("Ito betrayed Berg", "subject of bad"),
        ("Ito , humiliated by them", "object of bad, next clause"),
        ("Ito accused of fraud", "object of bad"),
        ("Ito accused old friends", "subject or object of bad"),
        ("Ito has betrayed them", "subject of bad"),
        ("Ito was humiliated", "object of bad"),
        ("They were betrayed by Ito", "agent of bad"),
        ("They praised Ito", "direct object of good"),
        ("They never praised Ito", "direct object of bad"),
        ("Ito left, but they say that others praised it", None),
    ],
)
def test_a_verb_gives_its_subject_and_its_object_a_part(text: str, role: str | None) -> None:
    assert Scene(text).role() == role


@pytest.mark.parametrize(
    ("text", "features"),
    [
        ("a hero Ito", {"good before, beside", "good before, near", "good before, same clause"}),
        ("Ito , a hero", {"good after, same clause", "good after, near"}),
        ("Ito met Berg the hero", {"good after, same clause, past a name"}),
        ("the liar went to Ito", {"bad before, same clause", "bad to the target"}),
        ("Ito's old scandal", {"bad, of the target's own", "bad, of the target's own, near"}),
        ("Ito said it is a scandal", {"bad, said by the target"}),
        ("a scandal , according to Ito", {"bad, said by the target", "bad before, next clause"}),
        ("Ito spoke of a “scandal”", {"bad, in other marks"}),
    ],
)
def test_the_place_of_a_word_is_told_by_its_features(text: str, features: set[str]) -> None:
    assert features <= set(relation_features(Scene(text).relation()))


def test_an_apposition_and_a_relative_clause_belong_to_the_target() -> None:
    assert Scene("Ito , who is a liar").relation().clauses == 0
    assert Scene("Ito , a liar").relation().clauses == 0
    assert Scene("Ito left , they say , that liar").relation().clauses == 2


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Ito said so", {"the target is a name", "the target opens the sentence",
                         "the target speaks"}),
        ("So said Ito", {"the target is a name", "the target has spoken"}),
        ("we met “ Ito ”", {"the target is a name", "the target stands in marks"}),
    ],
)  # fmt: skip
def test_the_place_of_the_target_is_told_by_its_features(text: str, state: set[str]) -> None:
    assert Scene(text).state() == state


def test_neighbors_are_found_up_to_names_and_marks() -> None:
    scene = Scene("Voters of the town say Ito has never really helped Berg")
    unit = scene.target.first
    near = dict(zip(PLACES, find_neighbors(scene.outline.words, unit, unit), strict=True))
    assert near["before"] == near["last"] == "say"
    assert (near["second before"], near["after"], near["second after"]) == ("town", "has", "never")
    assert near["next"] == "never"
    assert find_neighbors(["x"], 0, 0) == ("",) * len(PLACES)


def test_a_sentence_tells_its_length_its_names_and_whether_it_is_a_question() -> None:
    scene = Scene("Did Ito meet Berg in “Ostria”?")
    found = dict(sentence_features(scene.outline, scene.words))
    assert found["names in the sentence"] == 0.75
    assert found["length of the sentence"] == pytest.approx(len(scene.outline.words) / 60)
    assert {"a question", "words in marks", "no word with a tone"} <= found.keys()


def test_she_and_he_are_one_word() -> None:
    assert [*map(neutral_word, ("she", "her", "herself", "him", "we"))] == [
        "he", "his", "himself", "his", "we",
    ]  # fmt: skip
