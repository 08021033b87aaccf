"""Two articles side by side: pairs, words that differ, and what stands in one only."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.alignment.diffs import diff_articles
from desktop.core.analysis.articles import analyze_article
from desktop.core.model.articles import Article
from desktop.core.model.comparisons import Diff, PairKind
from desktop.services.lexicons import load_lexicons

LEXICONS = load_lexicons()


def diff(left: str, right: str) -> Diff:
    articles = Article("left", left), Article("right", right)
    analyses = [analyze_article(article, LEXICONS, redraws=0) for article in articles]
    return diff_articles(articles[0], analyses[0], articles[1], analyses[1], LEXICONS)


def test_changed_words_are_marked_and_spellings_of_a_name_are_not() -> None:
    left = "President Zelenskyy urged the allies to repair the dikes."
    right = "President Zelenskiy begged the allies to repair the dikes."

    (pair,) = diff(left, right).pairs

    assert [span.of(left) for span in pair.changed_left] == ["urged"]
    assert [span.of(right) for span in pair.changed_right] == ["begged"]
    assert pair.shared_left == ()


def test_a_reworded_sentence_shows_the_words_in_common_instead() -> None:
    left = "Torgau’s schools stay shut, Mayor Henrik Simon decided after the flood of Monday."
    right = "Because of high water there are no lessons, so Henrik Simon announced in Torgau."

    (pair,) = diff(left, right).pairs

    assert pair.changed_left == pair.changed_right == ()
    assert "Henrik Simon" in [span.of(left) for span in pair.shared_left]


def test_a_quotation_in_several_sentences_is_one_pair() -> None:
    left = "“The dike will not hold,” Simon said.\n“Everyone must leave the town tonight.”"
    right = "“The dike cannot hold. Everyone has to leave the town tonight,” Simon said."

    (pair,) = diff(left, right).pairs

    assert pair.kind is PairKind.QUOTATION
    assert (pair.left, pair.right) == ((1, 2), (1, 2))


def test_another_scope_is_noted() -> None:
    left = "Some 8,000 North Korean soldiers are in Russia’s Kursk region, the US said."
    right = "About 10,000 North Korean soldiers are in Russia, the US said."

    (pair,) = diff(left, right).pairs

    assert pair.note == "other scope"


def test_what_has_no_partner_is_left_over_and_folded_blocks_take_no_part() -> None:
    found = diff(
        "The Elbe burst its banks in Torgau.\nCherry growers fear for their harvest.",
        "In Torgau the Elbe burst its banks.\nRead more: Ten facts about rivers",
    )

    assert [(pair.left, pair.right) for pair in found.pairs] == [((1,), (1,))]
    assert found.only_left == (2,)
    assert found.only_right == ()


@given(*[st.text('abc Xy.,“”"8\n', max_size=90)] * 2)
def test_every_sentence_stands_once_and_every_span_in_its_text(left: str, right: str) -> None:
    found = diff(left, right)

    for pair in found.pairs:
        assert pair.left == tuple(sorted(pair.left))
        for span in (*pair.changed_left, *pair.shared_left):
            assert span.of(left).strip() == span.of(left) != ""
        for span in (*pair.changed_right, *pair.shared_right):
            assert span.of(right).strip() == span.of(right) != ""
    numbers = [*found.only_left, *(number for pair in found.pairs for number in pair.left)]
    assert len(numbers) == len(set(numbers))
