"""What views show of an event or a test; plain objects, so that they can be named unloaded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.core.model.analyses import Analysis
from desktop.core.model.articles import Article
from desktop.core.model.comparisons import Comparison
from desktop.core.model.events import Link
from desktop.services.badges import OutletBadge

if TYPE_CHECKING:  # it brings the whole analysis along
    from desktop.core.analysis.swaps import SwapTest


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


@dataclass(frozen=True, slots=True)
class SwapView:
    """An article with the swap test on it.

    `test` is None where there is nothing to exchange: the article names fewer than two actors, or
    it is not in English and has no scores; `language` is then the code of its language.
    """

    article: Article
    test: SwapTest | None
    language: str = ""
