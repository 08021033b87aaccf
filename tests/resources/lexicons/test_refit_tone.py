"""The fit of tone towards a target: what it learns, what it must not weigh, and its table."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from resources.lexicons.compile import HERE
from resources.lexicons.refit_tone import (
    FOLDS,
    LABELS,
    Example,
    cross_validate,
    fit_weights,
    known_forms,
    main,
    read_examples,
    stem,
    write_weights,
)
from tests.desktop.core.made_up import LEXICONS

SENTENCES = [
    *[(f"Voters of town {n} cheered Ito for the gleaming bridge.", "Ito", 2) for n in range(12)],
    *[(f"Voters of town {n} booed Berg for the wobbly bridge.", "Berg", 0) for n in range(12)],
    *[(f"On day {n} senator Koval took the ferry.", "Koval", 1) for n in range(12)],
]


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Return a file of made-up sentences and one with their labels."""
    texts, gold = tmp_path / "in.jsonl", tmp_path / "gold.jsonl"
    lines: list[str] = []
    labels: list[str] = []
    for number, (text, name, label) in enumerate(SENTENCES):
        place = text.index(name)
        span = {"start": place, "end": place + len(name)}
        lines.append(json.dumps({"id": f"s{number}", "text": text, "targets": [span]}))
        labels.append(json.dumps({"id": f"s{number}", "labels": [LABELS[label]]}))
    texts.write_text("\n".join(lines) + "\n", encoding="utf-8")
    gold.write_text("\n".join(labels) + "\n", encoding="utf-8")
    return texts, gold


@pytest.fixture
def examples(files: tuple[Path, Path]) -> list[Example]:
    """Return the features of the made-up sentences."""
    return list(read_examples(*files, LEXICONS))


def test_each_target_is_an_example_in_a_fold(examples: list[Example]) -> None:
    assert [label for _, label, _ in examples] == [label for *_, label in SENTENCES]
    assert {fold for *_, fold in examples} <= set(range(FOLDS))


def test_a_word_of_praise_and_one_of_blame_get_opposite_weights(examples: list[Example]) -> None:
    weights = fit_weights(examples)
    against, favor = weights["word", "gleam"]
    assert favor > against
    against, favor = weights["word", "wobbl"]
    assert against > favor


def test_names_and_offices_get_no_weight(examples: list[Example]) -> None:
    words = {word for kind, word in fit_weights(examples) if kind != "tone"}
    assert words.isdisjoint({"ito", "berg", "koval", "senat", "senator"})


def test_the_same_examples_give_the_same_weights(examples: list[Example]) -> None:
    assert fit_weights(examples) == fit_weights(examples)


def test_what_is_easy_is_found_in_sentences_not_fitted_to(examples: list[Example]) -> None:
    figures = cross_validate(examples)
    assert figures.macro_f1 > 0.9
    assert len(figures.by_label) == len(LABELS)


def test_the_table_names_all_forms_of_a_word(
    files: tuple[Path, Path], examples: list[Example]
) -> None:
    forms = known_forms(files[0])
    assert "cheered" in forms[stem("cheered")]
    table = write_weights(fit_weights(examples), forms)
    lines = [line.split("\t") for line in table.splitlines()]
    assert lines[0] == ["kind", "feature", "against", "for"]
    assert all(len(line) == 4 for line in lines)
    assert any("cheered" in feature.split() for _, feature, *_ in lines)


def test_the_command_prints_figures_and_leaves_the_table_alone(
    files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (HERE / "target_tone.tsv").read_bytes()
    monkeypatch.setattr(sys, "argv", ["refit", *map(str, files), "--check"])
    main()
    assert "macro_f1 " in capsys.readouterr().out
    assert (HERE / "target_tone.tsv").read_bytes() == before


def test_the_shipped_table_is_moderate_and_in_order() -> None:
    lines = (HERE / "target_tone.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = [tuple(line.split("\t")[:2]) for line in lines]
    assert 500 < len(rows) < 1500
    assert len(set(rows)) == len(rows)
    assert all(len(feature.split()) < 30 for kind, feature in rows if kind != "tone")
