"""What a comparison left out of its parts, and why: a short answer is no silent one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desktop.core.framing.annotations import MOST_PLACES
from desktop.core.framing.minimal_pairs import MOST_CANDIDATES
from desktop.core.framing.rates import MINIMUM_WORDS
from desktop.core.framing.sources import Sources, plural
from desktop.core.model.analyses import Analysis
from desktop.core.model.articles import Article, BlockKind
from desktop.core.model.omissions import LeftOut
from desktop.core.text.languages import is_english, language_name

_LEAST_ARTICLES = 2
_MANY = 30


def find_left_out(sources: Sources) -> tuple[LeftOut, ...]:
    """Return what is left out of the whole comparison first, then article by article."""
    return (*_of_all(sources), *_of_each(sources))


def _of_all(sources: Sources) -> Iterator[LeftOut]:
    count = len(sources.articles)
    if count < _LEAST_ARTICLES:
        yield LeftOut(None, "comparison", "There is no second article: nothing can be compared.")
    undated = sum(each.metadata.published.value is None for each in sources.articles)
    if count >= _LEAST_ARTICLES and undated > count - _LEAST_ARTICLES:
        reason = "Fewer than two articles have a stated date: no order of printing is known."
        yield LeftOut(None, "questions of silence", reason)
    if count > _MANY:
        reason = f"Each mark names all articles and shows {MOST_PLACES} of their places at most."
        yield LeftOut(None, "annotations", reason)
        reason = (
            f"Only the {MOST_CANDIDATES:,} pairs of sentences that are most alike are looked at."
        )
        yield LeftOut(None, "minimal pairs", reason)


def _of_each(sources: Sources) -> Iterator[LeftOut]:
    first: dict[str, str] = {}
    for article, analysis in zip(sources.articles, sources.analyses, strict=True):
        yield from _metadata_gaps(article, len(sources.articles))
        yield from _text_gaps(article, analysis)
        words = " ".join(article.text.split())
        if words and words in first:
            reason = f"Its text is that of {sources.name(first[words])}, word for word."
            yield LeftOut(article.id, "minimal pairs", reason)
        first.setdefault(words, article.id)


def _metadata_gaps(article: Article, count: int) -> Iterable[LeftOut]:
    if article.metadata.published.value is None and count >= _LEAST_ARTICLES:
        yield LeftOut(article.id, "clock", "No date is stated: its hour cannot be known.")
        reason = "No date is stated: whether there was time for a detail cannot be known."
        yield LeftOut(article.id, "questions of silence", reason)
    if not article.outlet:
        yield LeftOut(article.id, "outlet profile", "No outlet is stated: it is called by number.")


def _text_gaps(article: Article, analysis: Analysis) -> Iterable[LeftOut]:
    if not any(sentence.scored for sentence in analysis.sentences):
        yield LeftOut(article.id, "comparison", "It has no text that is scored.")
        return
    kinds = {analysis.blocks[each.block].kind for each in analysis.sentences if each.scored}
    if BlockKind.BODY not in kinds:
        reason = "It has no body: no sentence can carry what its headline says."
        yield LeftOut(article.id, "headlines", reason)
    if not is_english(analysis.language):
        language = language_name(analysis.language)
        reason = f"It is in {language}: wording and tone are measured in English only."
        yield LeftOut(article.id, "loaded wording, tone and ranks", reason)
    elif analysis.own.loaded.value is None:
        words = analysis.own.loaded.words
        reason = (
            f"Too little text: {words} own-voice {plural(words, 'word')}, {MINIMUM_WORDS} needed."
        )
        yield LeftOut(article.id, "rates and ranks", reason)
