"""Annotations: what the other articles do with what one article, the base, says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.core.model.places import Place


class AnnotationKind(StrEnum):
    """How the others stand to a place of the base; never whether it is true."""

    ADD = "others add"
    WORD = "others word otherwise"
    ATTRIBUTE = "others attribute otherwise"
    NO_MENTION = "others do not mention"


@dataclass(frozen=True, slots=True)
class Annotation:
    """A mark in the margin of a base article, at a place of it.

    `matter` says in what the others differ: "other figure", "other scope", "report verb", "detail",
    ... `others` are the articles that the mark speaks of, all of them; `evidence` shows some of
    their places, and the own place alone where nothing was found in them.
    """

    place: Place
    kind: AnnotationKind
    matter: str
    others: tuple[str, ...]
    evidence: tuple[Place, ...]
