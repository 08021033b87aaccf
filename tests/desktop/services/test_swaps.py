"""The swap test on articles of a library: what is exchanged, and when nothing can be."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.core.analysis.swaps import swap_actors
from desktop.core.model.analyses import Category
from desktop.services import decisions, statements
from desktop.services.analyses import get_analysis
from desktop.services.articles import ArticleQuery, get_article, list_articles
from desktop.services.errors import CrosslightError
from desktop.services.lexicons import load_lexicons
from desktop.services.libraries import Library
from desktop.services.swaps import run_swap_test
from tests.desktop.services.conftest import run_import, write

FRENCH = """Le port reste fermé après la tempête

Le président Marc Dubois a dit lundi que la France et l'Allemagne étaient d'accord sur le plan.

Il a parlé à Berlin avec Anna Keller de la guerre et de la paix dans le monde, et de la mer.
"""
NAMELESS = "Rain falls on the coast\n\nIt rained for the whole day, and nobody was hurt.\n"
TWO = """Report on the harbor of the town

So Nils Berg met Emma Love at nine in the harbor. Nils Berg was there for the whole day.

Then Emma Love left the harbor. It was a good day for Nils Berg and the town, the union said.
"""


def added(library: Library, folder: Path, text: str) -> str:
    (outcome,) = run_import(library, write(folder, "one.txt", text))
    return outcome.articles[0].id


def test_the_samples_change_places_and_the_library_stays_as_it_is(analyzed: Library) -> None:
    made = len(decisions.list_decisions(analyzed))
    for listed in list_articles(analyzed, ArticleQuery()):
        before = get_analysis(analyzed, listed.id)
        view = run_swap_test(analyzed, listed.id)
        assert view.test is not None
        assert view.article == get_article(analyzed, listed.id)
        assert view.test.sentences
        assert not view.test.own_moved
        assert view.test == swap_actors(view.article, load_lexicons())
        assert get_analysis(analyzed, listed.id) == before
    assert len(decisions.list_decisions(analyzed)) == made


def test_an_article_that_is_not_analyzed_yet_can_be_tested(
    library: Library, tmp_path: Path
) -> None:
    test = run_swap_test(library, added(library, tmp_path, TWO)).test
    assert test is not None
    assert {test.first, test.second} == {"Nils Berg", "Emma Love"}
    assert "So Emma Love met Nils Berg at nine" in test.text
    assert test.reference_moved, "TextBlob's list has a score for love"


def test_corrections_stay_out(analyzed: Library) -> None:
    article_id = list_articles(analyzed, ArticleQuery())[0].id
    before = run_swap_test(analyzed, article_id)
    found = get_analysis(analyzed, article_id)
    decisions.ignore_wording(analyzed, article_id, found.loaded[0].span)
    name = found.targets[0].mentions[-1]
    statements.mark_wording(analyzed, article_id, name, Category.METAPHOR)
    assert get_analysis(analyzed, article_id) != found
    assert run_swap_test(analyzed, article_id) == before


def test_fewer_than_two_actors_have_nobody_to_change_places_with(
    library: Library, tmp_path: Path
) -> None:
    view = run_swap_test(library, added(library, tmp_path, NAMELESS))
    assert (view.test, view.language) == (None, "")


def test_a_text_in_another_language_has_nothing_to_compare(
    library: Library, tmp_path: Path
) -> None:
    view = run_swap_test(library, added(library, tmp_path, FRENCH))
    assert (view.test, view.language) == (None, "fr")


def test_an_article_that_is_not_there_is_an_error(library: Library) -> None:
    with pytest.raises(CrosslightError, match="missing"):
        run_swap_test(library, "missing")
