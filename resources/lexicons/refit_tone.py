"""Fits `target_tone.tsv`, the weights of tone towards a target, to sentences that readers judged.

Run `python -m resources.lexicons.refit_tone TRAIN.in.jsonl TRAIN.gold.jsonl`, then compile. With
`--check` it only prints figures of cross-validation. `target_tone.md` is the model's card.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any, cast

from Stemmer import Stemmer  # pyright: ignore[reportUnknownVariableType]

from desktop.core.model.lexicons import Lexicons
from desktop.core.model.spans import Span
from desktop.core.text.tokens import find_tokens
from desktop.core.tone.targets import find_mentions
from desktop.core.tone.weights import find_features
from desktop.services.lexicons import load_lexicons
from resources.lexicons.softmax import Row, Softmax, fit_softmax

HERE = Path(__file__).parent
WEIGHTS = HERE / "target_tone.tsv"
LABELS = ("negative", "neutral", "positive")
MOST_WORDS = 1000
FOLDS = 5
_LEAST_SENTENCES = 3
_LEAST_ARTICLES = 200
_WORD_PENALTY, _TONE_PENALTY = 20.0, 10.0
# Who somebody is and what the news of some years was about is no praise and no blame.
_WITHOUT_WEIGHT = """
    president presidential vice governor senator senate congress congressman congresswoman
    congressional lawmaker minister prime chancellor secretary ambassador king queen prince chief
    chairman chair director attorney judge sheriff professor general deputy commander cop police
    officer soldier troop spokesman spokeswoman leader nominee candidate incumbent
    republican democrat democratic dem libertarian liberal conservative left left-wing leftist
    right-wing rightist progressive socialist communist nationalist populist centrist
    anti-muslim anti-semitic muslim islam islamic islamist christian catholic jewish jew church
    mosque evangelical hindu black white latino hispanic asian african indigenous native minority
    immigrant immigration migrant refugee alien foreigner foreign american national nationality
    man men woman women female male girl boy lady gentleman guy gay lesbian transgender teen
    teenager young younger youngest old older elder mother father son daughter brother sister wife
    husband businessman billionaire millionaire tycoon
    country countries nation nations city town village state region border north south east west
    northern southern eastern western bin di na dey dem wetin wey don com
    abortion marijuana wall server email emails memo dossier tariff tape transcript nuclear missile
    chemical gun bomber hijab anthem visa opioid pipeline realdonaldtrump twitter tweet
    birther caravan collusion midterm
    a.m p.m am pm e t s
"""
Key = tuple[str, str]
Example = tuple[dict[Key, float], int, int]


@dataclass(frozen=True, slots=True)
class Figures:
    """How well labels agree: the F1 of each and their mean."""

    by_label: tuple[float, ...]

    @property
    def macro_f1(self) -> float:
        """Return the mean over the labels."""
        return sum(self.by_label) / len(self.by_label)


def read_examples(texts: Path, gold: Path, lexicons: Lexicons) -> Iterator[Example]:
    """Yield the features of each target, its label and the fold of its sentence."""
    labels = {record["id"]: record["labels"] for record in _records(gold)}
    for record in _records(texts):
        fold = int(hashlib.sha256(record["id"].encode()).hexdigest(), 16) % FOLDS
        spans = [Span(place["start"], place["end"]) for place in record["targets"]]
        mentions = find_mentions(record["text"], spans, lexicons)
        for mention, label in zip(mentions, labels[record["id"]], strict=True):
            if mention is not None:
                yield _stemmed(find_features(*mention, lexicons.frames)), LABELS.index(label), fold


def fit_weights(examples: Sequence[Example]) -> dict[Key, tuple[float, float]]:
    """Return what each feature says against a target and for it, the words that say most only."""
    model = _fit(examples, _frequent(examples))
    words = sorted((key for key in model.weights if key[0] != "tone"), key=model.strength)
    kept = {key for key in model.weights if key[0] == "tone"} | set(words[-MOST_WORDS:])
    model = _fit(examples, kept)
    found = {
        key: (against - neutral, favor - neutral)
        for key, (against, neutral, favor) in model.weights.items()
    }
    against, neutral, favor = model.bias
    found["tone", "any target"] = (against - neutral, favor - neutral)
    return found


def cross_validate(examples: Sequence[Example]) -> Figures:
    """Return the agreement with readers on sentences that the weights were not fitted to."""
    pairs: list[tuple[int, int]] = []
    for fold in range(FOLDS):
        weights = fit_weights([each for each in examples if each[2] != fold])
        pairs += [(label, _label(row, weights)) for row, label, at in examples if at == fold]
    return Figures(tuple(_f1(pairs, label) for label in range(len(LABELS))))


def write_weights(weights: dict[Key, tuple[float, float]], forms: dict[str, list[str]]) -> str:
    """Return the table: a line for each feature, words with all the forms that they stand for."""
    lines = ["kind\tfeature\tagainst\tfor"]
    for (kind, name), (against, favor) in sorted(weights.items()):
        shown = name if kind == "tone" else " ".join(forms.get(name, [name]))
        lines.append(f"{kind}\t{shown}\t{against:.3f}\t{favor:.3f}")
    return "\n".join(lines) + "\n"


def known_forms(texts: Path) -> dict[str, list[str]]:
    """Return the forms of each stem in the sentences and in many articles of the background."""
    texts_of = (record["text"] for record in _records(texts))
    seen = Counter(
        token.lower for text in texts_of for token in find_tokens(text) if token.text[0].islower()
    )
    forms = [form for form, _ in seen.most_common()]
    with gzip.open(HERE / "background_df.tsv.gz", "rt", encoding="utf-8") as file:
        for form, _, count in (line.partition("\t") for line in file):
            if form not in seen and int(count) >= _LEAST_ARTICLES and form.isalpha():
                forms.append(form)
    by_stem: dict[str, list[str]] = defaultdict(list)
    for form in forms:
        by_stem[stem(form)].append(form)
    return by_stem


@cache
def stem(word: str) -> str:
    """Return the stem of a word; marks and names are their own."""
    return _stem_word(word) if word[0].isalpha() else word


_stem_word = cast(
    "Callable[[str], str]",
    Stemmer("english").stemWord,  # pyright: ignore[reportUnknownMemberType]
)


def _stemmed(features: dict[Key, float]) -> dict[Key, float]:
    barred = _barred_stems()
    found: dict[Key, float] = {}
    for (kind, name), value in features.items():
        if kind == "tone":
            found[kind, name] = value
        elif name[0].isalpha() or kind != "word":
            word = stem(name)
            if word not in barred:
                found[kind, word] = value
    found.pop(("tone", "any target"), None)
    return found


@cache
def _barred_stems() -> frozenset[str]:
    return frozenset(stem(word) for word in _WITHOUT_WEIGHT.split())


def _frequent(examples: Iterable[Example]) -> set[Key]:
    counts = Counter(chain.from_iterable(row for row, _, _ in examples))
    return {key for key, count in counts.items() if count >= _LEAST_SENTENCES}


@dataclass(frozen=True, slots=True)
class _Fitted:
    weights: dict[Key, tuple[float, ...]]
    bias: tuple[float, ...]

    def strength(self, key: Key) -> tuple[float, Key]:
        values = self.weights[key]
        mean = sum(values) / len(values)
        return max(abs(value - mean) for value in values), key


def _fit(examples: Sequence[Example], kept: set[Key]) -> _Fitted:
    keys = sorted(kept)
    numbers = {key: number for number, key in enumerate(keys)}
    rows: list[Row] = [
        [(numbers[key], value) for key, value in row.items() if key in numbers]
        for row, _, _ in examples
    ]
    penalties = [_TONE_PENALTY if kind == "tone" else _WORD_PENALTY for kind, _ in keys]
    labels = [label for _, label, _ in examples]
    fitted: Softmax = fit_softmax(rows, labels, penalties, len(LABELS))
    return _Fitted(dict(zip(keys, fitted.weights, strict=True)), fitted.bias)


def _label(row: dict[Key, float], weights: dict[Key, tuple[float, float]]) -> int:
    bad, good = weights["tone", "any target"]
    for key, value in row.items():
        against, favor = weights.get(key, (0.0, 0.0))
        bad, good = bad + value * against, good + value * favor
    if bad <= 0 and good <= 0:
        return 1
    return 0 if bad > good else 2


def _f1(pairs: Iterable[tuple[int, int]], label: int) -> float:
    counts = Counter((wanted == label, said == label) for wanted, said in pairs)
    missed, wrong = counts[True, False], counts[False, True]
    return 2 * counts[True, True] / max(1, 2 * counts[True, True] + missed + wrong)


def _records(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def main() -> None:
    """Read the arguments, fit, and write the table or print figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=Path, help="sentences with the spans of their targets")
    parser.add_argument("gold", type=Path, help="the label of each target")
    parser.add_argument("--check", action="store_true", help="only cross-validate")
    given = parser.parse_args()
    examples = list(read_examples(given.texts, given.gold, load_lexicons()))
    if given.check:
        figures = cross_validate(examples)
        named = dict(zip(LABELS, figures.by_label, strict=True), macro_f1=figures.macro_f1)
        sys.stdout.write(" ".join(f"{name} {value:.3f}" for name, value in named.items()) + "\n")
        return
    table = write_weights(fit_weights(examples), known_forms(given.texts))
    WEIGHTS.write_text(table, encoding="utf-8")


if __name__ == "__main__":
    main()
