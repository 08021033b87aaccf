"""What the views of an event show; plain objects, so that the window can name them unloaded."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.core.model.analyses import Analysis
from desktop.core.model.articles import Article
from desktop.core.model.comparisons import Comparison
from desktop.core.model.events import Link
from desktop.services.badges import OutletBadge


@dataclass(frozen=True, slots=True)
class EventView:
    """An event with everything that its views and its report show.

    `articles`, `analyses` and `badges` stand in the same order, that of entering the library.
    """

    id: str
    label: str
    articles: tuple[Article, ...]
    analyses: tuple[Analysis, ...]
    badges: tuple[OutletBadge, ...]
    comparison: Comparison
    links: tuple[Link, ...]
