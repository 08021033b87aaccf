"""What the user corrected in an article; the analysis is shown and counted with it applied."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.core.model.spans import Span


@dataclass(frozen=True, slots=True)
class Corrections:
    """The user's standing decisions on one article.

    `kept` are spans of blocks to be scored although their kind is folded, `set_apart` the
    opposite; `ignored` are spans of loaded wordings that do not count.
    """

    kept: frozenset[Span] = frozenset()
    set_apart: frozenset[Span] = frozenset()
    ignored: frozenset[Span] = frozenset()
