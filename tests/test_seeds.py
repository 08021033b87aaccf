"""The real command on the five sample articles, held against the annotation of its readers."""

from __future__ import annotations

import csv
import functools
import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.core.analysis.articles import analyze_article
from desktop.core.model.articles import Article
from desktop.services.lexicons import load_lexicons

ROOT = Path(__file__).resolve().parents[1]
KIT = ROOT / "tests/kit"
SEEDS = ROOT / "seeds"
CROSSLIGHT = [sys.executable, "-m", "desktop"]

# What the command reaches today, rounded down: a change may raise these, and lowers none unsaid.
FLOORS = {
    "marked_f1": 1.0,
    "speaker_accuracy": 1.0,
    "voice_accuracy": 1.0,
    "loaded_f1": 0.75,
    "folded_accuracy": 1.0,
    "sentences_f1": 1.0,
    "order_pairs": 1.0,
    "one_event": 1.0,
    "claim_pairs_f1": 0.5,
    "quotation_pairs_f1": 0.87,
}
CEILINGS = {"decoys_flagged": 0.0}

pytestmark = pytest.mark.slow


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.run(
        arguments, capture_output=True, text=True, check=False, env=environment, encoding="utf-8"
    )


@functools.cache
def figures() -> dict[str, float]:
    command = shlex.join(CROSSLIGHT)
    done = run(sys.executable, KIT / "score_seeds.py", "--json", "--command", command)
    assert done.stdout, done.stderr
    return json.loads(done.stdout)


def read_samples() -> dict[str, str]:
    """Return the texts of the sample articles by the outlets that the sidecar names."""
    with (SEEDS / "sources.csv").open(encoding="utf-8", newline="") as sidecar:
        rows = list(csv.DictReader(sidecar))
    return {row["outlet"]: (SEEDS / row["file"]).read_bytes().decode("utf-8") for row in rows}


def own_rate(text: str) -> float:
    """Return the loaded wordings per 100 words of the text's own voice."""
    article = Article("seed", text)
    value = analyze_article(article, load_lexicons()).own.loaded.value
    assert value is not None
    return value


def test_the_annotation_fits_the_sample_articles_to_the_letter() -> None:
    done = run(sys.executable, KIT / "check_gold.py")

    assert done.returncode == 0, done.stdout


def test_the_scorer_of_comparisons_gives_the_annotation_itself_full_marks() -> None:
    done = run(sys.executable, KIT / "score_comparison.py", "selftest")

    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("measure", FLOORS)
def test_a_measure_of_the_samples_stays_at_its_floor(measure: str) -> None:
    assert figures()[measure] >= FLOORS[measure]


@pytest.mark.parametrize("measure", CEILINGS)
def test_an_error_of_the_samples_stays_under_its_ceiling(measure: str) -> None:
    assert figures()[measure] <= CEILINGS[measure]


def test_readers_and_program_agree_on_the_most_and_the_least_loaded_outlet() -> None:
    rates = {outlet: own_rate(text) for outlet, text in read_samples().items()}

    assert max(rates, key=rates.__getitem__) == "Antiwar.com"
    assert min(rates, key=rates.__getitem__) == "The Hindu"
