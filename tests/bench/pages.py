"""Made-up articles as files: plain texts, and web pages with all that stands around an article.

A page has what pages of news have: facts for search engines, navigation, teasers of other articles,
pictures with captions, comments and a good deal of script. About a tenth of its bytes is the text.
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from desktop.core.model.articles import Article
from tests.bench.articles import make_articles

_SECTIONS = "World Politics Business Science Health Sport Culture Opinion Travel Weather".split()
_TEASERS, _COMMENTS, _SCRIPTS = 24, 8, 12
_AT_ONCE = 1_000


def write_texts(folder: Path, count: int, seed: int = 7) -> None:
    """Write so many articles as text files, some hundred in a folder."""
    for number, article in _numbered(count, seed):
        place = folder / f"{number // _AT_ONCE:03}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{number:06}.txt").write_text(article.text, "utf-8")


def write_pages(folder: Path, count: int, seed: int = 7) -> None:
    """Write so many articles as saved web pages, some hundred in a folder."""
    others = [each.text.partition("\n")[0] for each in make_articles(_TEASERS, seed + 1)]
    for number, article in _numbered(count, seed):
        place = folder / f"{number // _AT_ONCE:03}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{number:06}.html").write_text(make_page(article, others), "utf-8")


def make_page(article: Article, others: Sequence[str]) -> str:
    """Return a web page with an article; `others` are the headlines that its teasers show."""
    random = Random(article.id)  # noqa: S311
    title, _byline, *paragraphs = article.text.split("\n\n")
    return "\n".join(
        (
            "<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'>",
            _head(article, title),
            *_scripts(random),
            "</head><body><header><nav><ul>",
            *(f"<li><a href='/{name.lower()}'>{name}</a></li>" for name in _SECTIONS),
            "</ul></nav></header><main><article>",
            f"<h1>{html.escape(title)}</h1><p class='byline'>By Ann Lee</p>",
            *_paragraphs(random, paragraphs),
            "</article><aside><h2>Most read</h2>",
            *_teasers(random, others),
            "</aside><section class='comments'><h2>Comments</h2>",
            *(_comment(random, others) for _each in range(_COMMENTS)),
            "</section></main><footer><p>All rights reserved. Contact, privacy.</p></footer>",
            *_scripts(random),
            "</body></html>",
        )
    )


def _numbered(count: int, seed: int) -> Iterator[tuple[int, Article]]:
    """Give articles with their numbers; few are in memory at a time."""
    for start in range(0, count, _AT_ONCE):
        made = make_articles(min(_AT_ONCE, count - start), seed + start)
        yield from enumerate(made, start)


def _head(article: Article, title: str) -> str:
    published = article.metadata.published.value
    facts = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": title,
        "datePublished": published.iso if published else "",
        "author": [{"@type": "Person", "name": "Ann Lee"}],
        "publisher": {"@type": "Organization", "name": article.outlet},
    }
    named = html.escape(title, quote=True)
    return (
        f"<title>{named} | {article.outlet}</title>"
        f"<meta property='og:title' content=\"{named}\">"
        f"<meta property='og:site_name' content='{article.outlet}'>"
        f"<meta property='og:url' content='https://lantern.example/{article.id}'>"
        f"<script type='application/ld+json'>{json.dumps(facts)}</script>"
    )


def _scripts(random: Random) -> Iterator[str]:
    for _each in range(_SCRIPTS // 2):
        values = ",".join(f"k{random.randrange(10**6)}:{random.random():.9f}" for _ in range(80))
        yield f"<script>window.data=window.data||[];window.data.push({{{values}}});</script>"
        rules = "".join(f".c{n}{{margin:{n}px;color:#{n:06x}}}" for n in range(60))
        yield f"<style>{rules}</style>"


def _paragraphs(random: Random, paragraphs: Sequence[str]) -> Iterator[str]:
    for nth, paragraph in enumerate(paragraphs):
        yield f"<p>{html.escape(paragraph)}</p>"
        if nth % 4 == 1:
            yield (
                f"<figure><img src='/{random.randrange(10**6)}.jpg' alt='A street in the rain'>"
                "<figcaption>A street on Monday. Photo: N. Example</figcaption></figure>"
            )
        if nth % 5 == 2:
            yield "<div class='ad'><span>Advertisement</span></div>"


def _teasers(random: Random, others: Sequence[str]) -> Iterator[str]:
    for _each in range(_TEASERS):
        title = html.escape(random.choice(others))
        yield (
            f"<div class='teaser'><a href='/{random.randrange(10**6)}'><img src='/t.jpg' alt=''>"
            f"<h3>{title}</h3></a><span>{random.choice(_SECTIONS)}</span></div>"
        )


def _comment(random: Random, others: Sequence[str]) -> str:
    words = " ".join(html.escape(random.choice(others)) for _each in range(2))
    return f"<div class='comment'><b>reader{random.randrange(10**4)}</b><p>{words}</p></div>"
