"""Evidence, under the name that views import it by."""

from __future__ import annotations

from desktop.ui.figures.evidence import (
    Evidence,
    Finder,
    by_sentence,
    clipped,
    evidence_finder,
    find_evidence,
    sentence_at,
    with_form,
)

__all__ = [
    "Evidence",
    "Finder",
    "by_sentence",
    "clipped",
    "evidence_finder",
    "find_evidence",
    "sentence_at",
    "with_form",
]
