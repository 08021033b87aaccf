"""Loads the compiled word lists for the analysis, once and fast, and the background lazily."""

from __future__ import annotations

import gc
import json
from collections.abc import Generator, Iterator, KeysView, Mapping
from contextlib import contextmanager
from functools import cache, cached_property
from importlib.resources import files
from itertools import starmap
from typing import Any

from typing_extensions import override

from desktop.core.model.analyses import Category, Rung
from desktop.core.model.lexicons import Lexicons, LoadedEntry, ToneEntry, VerbEntry

_FOLDER = files("resources").joinpath("lexicons")


@cache
def load_lexicons() -> Lexicons:
    """Return the word lists; the first call takes some milliseconds, later ones none."""
    with _no_collection():
        return _read_lists()


@contextmanager
def _no_collection() -> Generator[None]:
    """Look for no cycles meanwhile: there are none, and each look takes in all that is loaded."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _read_lists() -> Lexicons:
    lists: dict[str, Any] = json.loads(_FOLDER.joinpath("compiled.json").read_bytes())
    valences, values = _columns(lists["valence"], 2)
    framed, *parts = _columns(lists["frames"], 3)
    return Lexicons(
        version=lists["version"],
        loaded=_Entries(lists["loaded"], lists["forms"], lists["reasons"]),
        verbs={
            lemma: VerbEntry(lemma, Rung(rung), verdict, tuple(forms), reason)
            for lemma, rung, verdict, forms, reason in lists["verbs"]
        },
        tone=_tone(lists["tone"]),
        background=_Background(),
        background_size=lists["background_size"],
        valence=dict(zip(valences, _numbers(values), strict=True)),
        frames=dict(zip(framed, zip(*map(_numbers, parts), strict=True), strict=True)),
        tone_weights=_tone_weights(lists["tone_weights"]),
    )


def _columns(records: list[str], count: int) -> list[list[str]]:
    """Return the columns of records, by one cut of all of them: one for each takes twice as long.

    Fields are words and numbers with a blank between them.
    """
    fields = " ".join(records).split(" ")
    return [fields[column::count] for column in range(count)]


def _numbers(column: list[str]) -> Iterator[float]:
    """Return the numbers of a column; those that stand there again are read once."""
    known = {number: float(number) for number in set(column)}
    return map(known.__getitem__, column)


def _tone(records: list[str]) -> dict[str, ToneEntry]:
    forms, *columns, modifiers = _columns(records, 5)
    rows = zip(*map(_numbers, columns), map("1".__eq__, modifiers), strict=True)
    return dict(zip(forms, starmap(ToneEntry, rows), strict=True))


def _tone_weights(records: list[str]) -> dict[str, dict[str, tuple[float, float]]]:
    """Return the weights by kind and feature; a record of words holds all forms of one."""
    tables: dict[str, dict[str, tuple[float, float]]] = {}
    for record in records:
        kind, feature, against, favor = record.split("\t")
        table = tables.setdefault(kind, {})
        weights = (float(against), float(favor))
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
        self._places = dict(zip(*_columns(forms, 2), strict=True))
        self._built: dict[str, tuple[LoadedEntry, ...]] = {}

    @override
    def __contains__(self, form: object) -> bool:
        return form in self._places

    @override
    def __getitem__(self, form: str) -> tuple[LoadedEntry, ...]:
        found = self._built.get(form)
        if found is None:
            places = map(int, self._places[form].split(","))
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
        import gzip  # noqa: PLC0415 -- an analysis reads no background

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
