"""The word lists: compiled as they stand, complete, and true to their own examples."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
import yaml

from desktop.core.model.analyses import Category
from desktop.core.model.spans import Span
from desktop.core.model.voices import VoiceMap
from desktop.core.text.sentences import SentenceSpan
from desktop.core.wording.loaded import COUNTS_FROM, find_loaded
from desktop.services.lexicons import load_lexicons
from resources.lexicons.compile import (
    COMPILED,
    WEIGHTS,
    LexiconError,
    compiled_text,
    read_examples,
    read_wordings,
    wording_lists,
)
from resources.lexicons.derive_tone import HERE, derive_tone
from resources.lexicons.forms import forms_of, phrase_forms

EXAMPLES = {path.stem: list(read_examples(path)) for path in wording_lists()}


def test_the_compiled_lists_are_those_of_the_sources() -> None:
    stale = "run: python -m resources.lexicons.compile"
    assert COMPILED.read_text(encoding="utf-8") == compiled_text(), stale


def test_the_version_names_the_content_below_it() -> None:
    text = COMPILED.read_text(encoding="utf-8")
    version, content = text.removeprefix('{\n"version": "').removesuffix("\n}\n").split('",\n', 1)
    assert version == hashlib.sha256(content.encode("utf-8")).hexdigest()[:12]


def test_the_tone_table_is_that_of_the_installed_textblob() -> None:
    assert (HERE / "tone.tsv").read_text(encoding="utf-8") == derive_tone()


@pytest.mark.parametrize("path", wording_lists(), ids=lambda path: path.stem)
def test_each_list_names_a_category_and_each_phrase_once(path: Path) -> None:
    wordings = list(read_wordings(path))
    ids = [wording.id for wording in wordings]
    assert {wording.category for wording in wordings} <= {each.value for each in Category}
    assert len(ids) == len(set(ids))
    assert all(wording.id.islower() for wording in wordings)


@pytest.mark.parametrize("path", wording_lists(), ids=lambda path: path.stem)
def test_each_weight_is_one_of_the_four_steps(path: Path) -> None:
    assert {wording.said["weight"] for wording in read_wordings(path)} <= set(WEIGHTS)


@pytest.mark.parametrize("path", wording_lists(), ids=lambda path: path.stem)
def test_a_word_has_the_weight_of_its_group_and_none_of_its_own(path: Path) -> None:
    groups = yaml.safe_load(path.read_text(encoding="utf-8"))["groups"]
    own = [
        phrase
        for group in groups
        for place in (group["words"], group.get("senses", {}))
        for phrase, told in place.items()
        if isinstance(told, dict) and "weight" in told
    ]
    assert own == []


def test_a_phrase_in_several_lists_has_one_weight() -> None:
    weights: dict[tuple[str, str], set[float]] = {}
    for path in wording_lists():
        for wording in read_wordings(path):
            said = wording.said
            if not said.keys() & {"heads", "after", "unless"}:
                name = (" ".join(wording.words), said["part"])
                weights.setdefault(name, set()).add(said["weight"])
    assert [name for name, found in weights.items() if len(found) > 1] == []


def test_the_steps_of_the_readme_are_those_of_the_compiler() -> None:
    table = (HERE / "README.md").read_text(encoding="utf-8")
    assert {float(step) for step in re.findall(r"^\| (0\.\d+) \|", table, re.MULTILINE)} == set(
        WEIGHTS
    )


def test_each_list_has_examples() -> None:
    assert all(len(examples) > 1 for examples in EXAMPLES.values())


@pytest.mark.parametrize("example", [text for texts in EXAMPLES.values() for text in texts])
def test_an_example_finds_what_stands_in_brackets_and_nothing_else(example: str) -> None:
    expected = re.findall(r"\[(.+?)\]", example)
    text = example.replace("[", "").replace("]", "")
    sentence = SentenceSpan(Span(0, len(text)), 0)
    found = [
        span.span.of(text)
        for span in find_loaded(text, [sentence], VoiceMap([]), load_lexicons())
        if span.weight >= COUNTS_FROM
    ]
    assert found == expected


@pytest.mark.parametrize(
    "line",
    [
        "{part: verb, colour: red}",
        "{part: gerund}",
        "{weight: 1.5}",
        "{weight: 0.55}",
        "{reason: no full stop}",
    ],
)
def test_a_list_with_a_mistake_is_refused(tmp_path: Path, line: str) -> None:
    path = tmp_path / "list.yaml"
    head = "category: hyperbole\nweight: 0.5\ngroups:\n- reason: A reason.\n  words:\n"
    path.write_text(f"{head}    colossal: {line}\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="colossal"):
        list(read_wordings(path))


def test_a_sense_without_its_word_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.yaml"
    head = "category: hyperbole\nweight: 0.5\ngroups:\n- reason: A reason.\n  words: {epic: ~}\n"
    path.write_text(f"{head}  senses: {{epik: {{weight: 0.2}}}}\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="epik"):
        list(read_wordings(path))


@pytest.mark.parametrize(
    ("word", "part", "forms"),
    [
        ("decry", "verb", "decry decries decried decrying"),
        ("tear", "verb", "tear tears tore torn tearing"),
        ("lie", "verb", "lie lies lied lying"),
        ("seethe", "verb", "seethe seethes seethed seething"),
        ("decree", "verb", "decree decrees decreed decreeing"),
        ("crony", "noun", "crony cronies"),
        ("witch", "noun", "witch witches"),
        ("horrible", "adjective", "horrible horribly"),
        ("barbaric", "adjective", "barbaric barbarically"),
        ("far-left", "adjective", "far-left"),
        ("again", "any", "again"),
    ],
)
def test_words_are_inflected(word: str, part: str, forms: str) -> None:
    assert forms_of(word, part) == tuple(forms.split())


def test_a_noun_phrase_changes_in_its_last_word() -> None:
    assert phrase_forms(("power", "grab"), "noun") == (("power", "grab"), ("power", "grabs"))
