"""The model of loadedness: fitted on what is there, on the scale that the card states."""

from __future__ import annotations

import json
import math
import re
from pathlib import Path

import pytest
import yaml

from desktop.core.model.analyses import Voice
from desktop.core.wording import weights
from desktop.core.wording.loadedness import ORDINARY, Setting, score_loadedness
from resources.lexicons.fit_loadedness import (
    EVEN,
    HERE,
    NAMES,
    SHARES,
    SURE,
    WEIGHTS,
    describe,
    fit,
    own_examples,
    own_sentences,
    public_examples,
    to_scale,
    written,
)
from tests.desktop.core.made_up import analyzed

LISTED: dict[int, list[str]] = yaml.safe_load((HERE / "sentences.yaml").read_text(encoding="utf-8"))
SENTENCES = [(sentence, level) for level, listed in LISTED.items() for sentence in listed]


@pytest.mark.parametrize("sentence", [sentence for sentence, _ in SENTENCES])
def test_what_stands_in_brackets_counts_as_the_outlets_and_nothing_else(sentence: str) -> None:
    text = re.sub(r"[\[\]]", "", sentence)
    found = [span for span in analyzed(text).loaded if span.voice is Voice.OWN]
    assert [span.span.of(text) for span in found] == re.findall(r"\[(.+?)\]", sentence)


def test_each_judgment_has_sentences_and_none_stands_twice() -> None:
    assert sorted(LISTED) == list(range(len(SHARES)))
    assert len({sentence for sentence, _ in SENTENCES}) == len(SENTENCES) >= 200
    assert all("[" not in sentence for sentence, _ in own_sentences())


def test_sentences_of_a_stronger_judgment_are_more_loaded_on_average() -> None:
    means = [
        sum(
            max(each.loadedness for each in analyzed(re.sub(r"[\[\]]", "", sentence)).sentences)
            for sentence in listed
        )
        / len(listed)
        for _, listed in sorted(LISTED.items())
    ]
    assert means == sorted(means)
    assert means[0] < 0.2
    assert means[-1] > 0.8


def test_the_fit_finds_weights_that_are_known() -> None:
    rows = [
        (a / 4, b / 2, float(c), float(d))
        for a in range(8)
        for b in range(4)
        for c in (0, 1, 2)
        for d in (0, 1)
    ]
    known = (2.0, 0.5, -1.0, 1.0)
    examples = [
        (row, 1 / (1 + math.exp(1.0 - sum(w * x for w, x in zip(known, row, strict=True)))))
        for row in rows
    ]
    assert fit(examples) == pytest.approx(known, abs=0.35)


def test_our_own_sentences_alone_give_weights_of_the_same_signs() -> None:
    wording, _, attribution, _ = fit(list(own_examples()))
    assert wording > 0.0 > attribution


def test_the_scale_is_the_one_that_is_stated() -> None:
    numbers = to_scale((2.0, 0.5, -1.0, 1.0))
    base, wording, length = numbers[-1], numbers[0], numbers[1]
    rest = base + length * math.log1p(ORDINARY.words)
    for weight, chance in (EVEN, SURE):
        assert 1 / (1 + math.exp(-(rest + wording * weight))) == pytest.approx(chance)


def test_the_weights_that_ship_are_on_that_scale() -> None:
    shipped = tuple(getattr(weights, name) for name in NAMES)
    assert to_scale(shipped) == pytest.approx((*shipped, weights.BASE), abs=0.02)


def test_weights_are_written_in_the_place_of_the_old_ones() -> None:
    source = WEIGHTS.read_text(encoding="utf-8")
    changed = written(source, (1.0, 2.0, -3.0, 4.0, -5.5))
    assert "WORDING = 1.00" in changed
    assert "BASE = -5.50" in changed
    shipped = (*(getattr(weights, name) for name in NAMES), weights.BASE)
    assert written(changed, shipped) == source


def test_public_judgments_are_read_with_the_texts_they_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("resources.lexicons.fit_loadedness.HERE", tmp_path)
    text = "Ito left at nine. The plan is shameful."
    (tmp_path / "judged.tsv").write_text("# source\narticles\ta\t18\t3\n", encoding="utf-8")
    (tmp_path / "articles").write_text(json.dumps({"id": "a", "text": text}), encoding="utf-8")
    ((row, share),) = public_examples(tmp_path)
    assert share == SHARES[3]
    assert row == next(row for span, row in describe(text) if span.start == 18)


def test_a_judgment_names_a_file_an_article_a_place_and_a_level() -> None:
    lines = (HERE / "judged.tsv").read_text(encoding="utf-8").splitlines()[1:]
    fields = [line.split("\t") for line in lines]
    assert {len(row) for row in fields} == {4}
    assert {int(row[3]) for row in fields} <= set(range(len(SHARES)))
    assert len({tuple(row[:3]) for row in fields}) == len(fields)


def test_a_sentence_all_in_marks_is_not_fitted_on() -> None:
    assert list(describe("“It is a disgrace.”")) == []
    assert score_loadedness([], Setting(is_quoted=True)) == 0.0
