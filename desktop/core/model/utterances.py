"""One utterance in all its versions: what each article kept, cut or has in other words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.core.model.places import Place


class VersionKind(StrEnum):
    """How one version stands to the fullest one.

    A version in other wording may be another translation or the report of an editor; the text does
    not tell which. A paraphrase gives the utterance without marks, as reported speech.
    """

    FULL = "full"
    CUT = "cut"
    MERGED = "merged"
    OTHER_WORDING = "other wording"
    PARAPHRASED = "paraphrased"


class PartKind(StrEnum):
    """What became of some words of the fullest version, or what a version has beside them."""

    KEPT = "kept"
    CUT = "cut"
    WORDED_OTHERWISE = "worded otherwise"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Part:
    """Words of the fullest version and those of a version that stand for them.

    `here` is None for what was cut, `fullest` is None for what was added.
    """

    kind: PartKind
    fullest: Place | None
    here: Place | None


@dataclass(frozen=True, slots=True)
class Version:
    """One article's version of an utterance; the fullest one has one part, kept."""

    place: Place
    kind: VersionKind
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Variants:
    """An utterance with all its versions in the order of the articles.

    `not_found` are the articles in which neither the words nor a report of them was found.
    """

    speaker: str | None
    fullest: Place
    versions: tuple[Version, ...]
    not_found: tuple[str, ...]
