"""Fits the weights of loadedness and writes them to `desktop/core/wording/weights.py`.

Run `python -m resources.lexicons.fit_loadedness FOLDER`. The folder holds the texts that
`loadedness/judged.tsv` names, one JSON object with `id` and `text` a line; the card in
`loadedness/README.md` says where they come from. The sentences of our own are in the repository.
"""

from __future__ import annotations

import json
import math
import re
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import yaml

from desktop.core.model.analyses import LoadedSpan
from desktop.core.model.spans import Span
from desktop.core.model.voices import VoiceMap
from desktop.core.text.blocks import find_blocks
from desktop.core.text.sentences import find_sentences
from desktop.core.text.tokens import find_tokens
from desktop.core.voice.quotations import find_voices
from desktop.core.wording.loaded import find_loaded, without_overlaps
from desktop.core.wording.loadedness import ORDINARY, describe_sentence, find_setting
from desktop.core.wording.verdicts import find_scare_quotes, find_verdicts
from desktop.services.lexicons import load_lexicons

HERE = Path(__file__).parent / "loadedness"
WEIGHTS = HERE.parents[2] / "desktop" / "core" / "wording" / "weights.py"
# The share of trained readers that a judgment stands for.
SHARES = (0.05, 0.3, 0.7, 0.95)
NAMES = ("WORDING", "LENGTH", "ATTRIBUTION", "QUESTION")
# The scale: an ordinary sentence with this sum of weights has this loadedness.
EVEN, SURE = (0.4, 0.5), (0.9, 0.95)
_RIDGE = 3.0
_STEPS = 3000
_RATE = 1.0
Row = tuple[float, ...]
Example = tuple[Row, float]


def own_sentences() -> Iterator[tuple[str, int]]:
    """Yield the sentences of our own, without their brackets, and their judgments."""
    with (HERE / "sentences.yaml").open(encoding="utf-8") as file:
        listed: dict[int, list[str]] = yaml.safe_load(file)
    for level, sentences in listed.items():
        for sentence in sentences:
            yield re.sub(r"[\[\]]", "", sentence), level


def own_examples() -> Iterator[Example]:
    """Yield what the sentences of our own show, each with the share of readers."""
    for sentence, level in own_sentences():
        for _, row in describe(sentence):
            yield row, SHARES[level]


def public_examples(folder: Path) -> Iterator[Example]:
    """Yield what the judged sentences of public collections show."""
    texts: dict[tuple[str, str], str] = {}
    with (HERE / "judged.tsv").open(encoding="utf-8") as file:
        judged = [line.rstrip("\n").split("\t") for line in file if not line.startswith("#")]
    for name in dict.fromkeys(row[0] for row in judged):
        with (folder / name).open(encoding="utf-8") as file:
            texts |= {(name, one["id"]): one["text"] for one in map(json.loads, file)}
    for name, article, start, level in judged:
        for sentence, row in describe(texts[name, article]):
            if sentence.start == int(start):
                yield row, SHARES[int(level)]


def describe(text: str) -> Iterator[tuple[Span, Row]]:
    """Yield the sentences of a text with what they show; those all in marks are left out."""
    lexicons = load_lexicons()
    blocks = find_blocks(text)
    sentences = find_sentences(text, blocks)
    said = find_voices(text, sentences, blocks, lexicons)
    voices = VoiceMap(said.quotations)
    found: Sequence[LoadedSpan] = without_overlaps(
        (
            *find_verdicts(said.verbs, lexicons),
            *find_scare_quotes(text, said.quotations, sentences),
            *find_loaded(text, sentences, voices, lexicons),
        )
    )
    for number, sentence in enumerate(sentences, start=1):
        tokens = find_tokens(text, sentence.span.start, sentence.span.end)
        setting = find_setting(tokens, sentence.span, voices)
        if not setting.is_quoted:
            spans = [span for span in found if span.sentence == number]
            yield sentence.span, describe_sentence(spans, setting)


def fit(examples: Sequence[Example]) -> tuple[float, ...]:
    """Return the weights of a logistic regression with a ridge, without its constant."""
    columns = list(zip(*(row for row, _ in examples), strict=True))
    means = [sum(column) / len(column) for column in columns]
    spreads = [_spread(column, mean) for column, mean in zip(columns, means, strict=True)]
    rows = [
        [1.0, *((x - m) / s for x, m, s in zip(row, means, spreads, strict=True))]
        for row, _ in examples
    ]
    weights = [0.0] * (len(means) + 1)
    for _ in range(_STEPS):
        weights = _step(weights, rows, [share for _, share in examples])
    return tuple(w / s for w, s in zip(weights[1:], spreads, strict=True))


def to_scale(weights: Sequence[float]) -> tuple[float, ...]:
    """Return the weights and the constant on the scale that `EVEN` and `SURE` set."""
    (even, half), (sure, most) = EVEN, SURE
    step = (_log_odds(most) - _log_odds(half)) / (sure - even)
    scaled = [weight * step / weights[0] for weight in weights]
    ordinary = describe_sentence((), ORDINARY)
    rest = sum(w * x for w, x in zip(scaled[1:], ordinary[1:], strict=True))
    return (*scaled, _log_odds(half) - step * even - rest)


def written(source: str, weights: Sequence[float]) -> str:
    """Return the source of the weights with new numbers in it."""
    for name, weight in zip((*NAMES, "BASE"), weights, strict=True):
        number = partial("{1} = {0:.2f}".format, weight)
        source = re.sub(
            rf"^({name}) = .*$", lambda m, n=number: n(m[1]), source, flags=re.MULTILINE
        )
    return source


def _step(weights: list[float], rows: list[list[float]], shares: list[float]) -> list[float]:
    slopes = [0.0, *(_RIDGE * weight for weight in weights[1:])]
    for row, share in zip(rows, shares, strict=True):
        total = sum(w * x for w, x in zip(weights, row, strict=True))
        miss = 1.0 / (1.0 + math.exp(-total)) - share
        for place, x in enumerate(row):
            slopes[place] += miss * x
    return [w - _RATE * slope / len(rows) for w, slope in zip(weights, slopes, strict=True)]


def _spread(column: Sequence[float], mean: float) -> float:
    return math.sqrt(sum((x - mean) ** 2 for x in column) / len(column)) or 1.0


def _log_odds(chance: float) -> float:
    return math.log(chance / (1.0 - chance))


if __name__ == "__main__":
    fitted = fit([*own_examples(), *public_examples(Path(sys.argv[1]))])
    WEIGHTS.write_text(
        written(WEIGHTS.read_text(encoding="utf-8"), to_scale(fitted)), encoding="utf-8"
    )
