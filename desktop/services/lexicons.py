"""Loads the compiled word lists for the analysis, once and fast, and the background lazily."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator, KeysView, Mapping
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

from typing_extensions import override

from desktop.core.model.analyses import Category, Rung
from desktop.core.model.lexicons import Lexicons, LoadedEntry, ToneEntry, VerbEntry

_FOLDER = files("resources").joinpath("lexicons")


@cache
def load_lexicons() -> Lexicons:
    """Return the word lists; the first call takes some milliseconds, later ones none."""
    data = _FOLDER.joinpath("compiled.json").read_bytes()
    lists: dict[str, Any] = json.loads(data)
    return Lexicons(
        version=hashlib.sha256(data).hexdigest()[:12],
        loaded=_Entries(lists["loaded"], lists["forms"], lists["reasons"]),
        verbs={
            lemma: VerbEntry(lemma, Rung(rung), verdict, tuple(forms), reason)
            for lemma, rung, verdict, forms, reason in lists["verbs"]
        },
        tone={form: ToneEntry(*numbers) for form, *numbers in lists["tone"]},
        background=_Background(),
        background_size=lists["background_size"],
        valence=dict(lists["valence"]),
        frames={form: (subject, obj) for form, subject, obj in lists["frames"]},
        tone_weights=_tone_weights(lists["tone_weights"]),
    )


def _tone_weights(records: list[list[Any]]) -> dict[str, dict[str, tuple[float, float]]]:
    """Return the weights by kind and feature; a record of words holds all forms of one."""
    tables: dict[str, dict[str, tuple[float, float]]] = {}
    for kind, feature, against, favor in records:
        table = tables.setdefault(kind, {})
        weights = (against, favor)
        if kind == "tone":
            table[feature] = weights
        else:
            table.update(dict.fromkeys(feature.split(), weights))
    return tables


class _Entries(Mapping[str, tuple[LoadedEntry, ...]]):
    """Entries by form, each built at its first look-up: an article meets few of them."""

    def __init__(self, lines: list[str], forms: list[str], reasons: list[str]) -> None:
        self._lines = lines
        self._reasons = reasons
        self._places = dict(form.split(" ", 1) for form in forms)
        self._built: dict[str, tuple[LoadedEntry, ...]] = {}

    @override
    def __contains__(self, form: object) -> bool:
        return form in self._places

    @override
    def __getitem__(self, form: str) -> tuple[LoadedEntry, ...]:
        found = self._built.get(form)
        if found is None:
            places = map(int, self._places[form].split())
            found = tuple(self._entry(self._lines[place]) for place in places)
            self._built[form] = found
        return found

    @override
    def keys(self) -> KeysView[str]:
        return self._places.keys()  # inherited, it would ask __contains__: looked up a lot

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    @override
    def __len__(self) -> int:
        return len(self._places)

    def _entry(self, line: str) -> LoadedEntry:
        key, words, category, weight, reason, plainer, *lists, part = line.split("\t")
        heads, unless, after = (frozenset(words.split()) for words in lists)
        return LoadedEntry(
            key,
            tuple(words.split()),
            Category(category),
            float(weight),
            self._reasons[int(reason)],
            plainer or None,
            heads,
            unless,
            after,
            part,
        )


class _Background(Mapping[str, int]):
    """Document frequencies, read at the first look-up: only grouping needs them."""

    @cached_property
    def _counts(self) -> dict[str, int]:
        data = _FOLDER.joinpath("background_df.tsv.gz").read_bytes()
        fields = gzip.decompress(data).decode("utf-8").partition("\n")[2].split()
        return dict(zip(fields[::2], map(int, fields[1::2]), strict=True))

    @override
    def get(self, key: str, default: int | None = None) -> int | None:  # type: ignore[override]
        return self._counts.get(key, default)

    @override
    def __getitem__(self, key: str) -> int:
        return self._counts[key]

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(self._counts)

    @override
    def __len__(self) -> int:
        return len(self._counts)
