"""Lexicons as the analysis uses them: plain data that the services load and hand in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar, cast

from typing_extensions import override

from desktop.core.model.analyses import Category, Rung

T = TypeVar("T")


class Identity(Generic[T]):
    """Stands for an object that cannot be hashed, as a key of a cache: equal to itself alone."""

    __slots__ = ("value",)

    def __init__(self, value: T) -> None:
        self.value = value

    @override
    def __hash__(self) -> int:
        return id(self.value)

    @override
    def __eq__(self, other: object) -> bool:
        return isinstance(other, Identity) and cast("Identity[T]", other).value is self.value


@dataclass(frozen=True, slots=True)
class LoadedEntry:
    """A wording that can be loaded, and when.

    `words` is the lower-case phrase as lemmas or forms, one token each ("lash out" is two).
    `heads` limits it to phrases followed within three tokens by one of these words; `unless` are
    neighbours, within three tokens on either side, that make it factual ("air" for "strike").
    `after` limits it to phrases within three tokens behind one of these words; `part` is the part
    of speech that the sense needs ("verb", "noun", "adjective", "adverb"), empty for any.
    """

    id: str
    words: tuple[str, ...]
    category: Category
    weight: float
    reason: str
    plainer: str | None = None
    heads: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    part: str = ""


@dataclass(frozen=True, slots=True)
class VerbEntry:
    """A report verb by its lemma: its rung, and whether it passes a verdict on what was said.

    `reason` says for the reader what a verdict judges; it is empty where there is none.
    """

    lemma: str
    rung: Rung
    verdict: bool
    forms: tuple[str, ...]
    reason: str = ""


class ToneEntry(NamedTuple):
    """A word of TextBlob's lexicon, averaged over senses and parts of speech."""

    polarity: float
    subjectivity: float
    intensity: float
    is_modifier: bool


@dataclass(frozen=True, slots=True)
class Lexicons:
    """All word lists of the analysis and the version that a cached result is keyed by.

    `loaded` is keyed by each form of the first word of its entries; `background` gives the number
    of background articles, of `background_size`, that contain a form. `valence` is the program's
    own tone of words, -1.0 to 1.0, where TextBlob's lexicon has none or another one. `frames` says
    of a verb's form what it says of its subject and of its object. `tone_weights` are those of the
    model of tone towards a target, by kind and feature: against it and for it.
    """

    version: str
    loaded: Mapping[str, tuple[LoadedEntry, ...]]
    verbs: Mapping[str, VerbEntry]
    tone: Mapping[str, ToneEntry]
    background: Mapping[str, int]
    background_size: int
    valence: Mapping[str, float] = field(default_factory=dict[str, float])
    frames: Mapping[str, tuple[float, float]] = field(
        default_factory=dict[str, tuple[float, float]]
    )
    tone_weights: Mapping[str, Mapping[str, tuple[float, float]]] = field(
        default_factory=dict[str, Mapping[str, tuple[float, float]]]
    )
