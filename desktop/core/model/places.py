"""Places: spans of one article, the evidence that every statement of a comparison stands on."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.core.model.spans import Span


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A span of one article: the evidence that every statement of the comparison stands on."""

    article: str
    span: Span
