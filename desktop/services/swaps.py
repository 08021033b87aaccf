"""The swap test on an article of a library: its two most named actors change places."""

from __future__ import annotations

from desktop.core.analysis.swaps import swap_actors
from desktop.core.text.languages import is_english
from desktop.services.analyses import get_analyzed
from desktop.services.lexicons import load_lexicons
from desktop.services.libraries import Library
from desktop.services.views import SwapView


def run_swap_test(library: Library, article_id: str) -> SwapView:
    """Exchange the two actors whom an article names most, and measure both texts.

    Both are measured as the program reads them: the user's corrections stay out, as those of the
    one text cannot be laid over the other.

    Raises:
        CrosslightError: There is no such article.
    """
    read = get_analyzed(library, article_id)
    article, found = read.article, read.found
    if not is_english(found.language):
        return SwapView(article, None, found.language)
    return SwapView(article, swap_actors(article, load_lexicons(), found))
