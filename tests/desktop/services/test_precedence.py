"""Who states a field decides: the user, then a sidecar, then the file's markup, then its text."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.model.articles import Metadata, Origin
from desktop.ingest.drafts import ArticleDraft, FileFacts
from desktop.services import decisions
from desktop.services.articles import ArticleQuery, get_article, list_articles
from desktop.services.incoming import to_incoming
from desktop.services.libraries import Library
from tests.desktop.services.conftest import run_import, write

TEXT = """Storm tears roof from school

By Tess Text
November 4, 2024

The storm that hit the coast on Friday tore the roof from a school, the mayor said.
"""
FIELDS = ("title", "outlet", "authors", "published", "url", "language")
OF_FILE = {
    "title": "Title of file",
    "outlet": "Outlet of file",
    "authors": ("Fay File",),
    "published": "2024-11-03",
    "url": "https://example.org/file",
    "language": "de",
}
OF_SIDECAR = {
    "title": "Title of sidecar",
    "outlet": "Outlet of sidecar",
    "authors": ("Sid Sidecar",),
    "published": "2024-11-02",
    "url": "https://example.org/sidecar",
    "language": "fr",
}
OF_USER = {
    "title": "Title of user",
    "outlet": "Outlet of user",
    "authors": ("Una User",),
    "published": "2024-11-01",
    "url": "https://example.org/user",
    "language": "en",
}
Values = dict[str, Any]


def shown(metadata: Metadata, field: str) -> tuple[object, Origin]:
    stated = getattr(metadata, field)
    return getattr(stated.value, "iso", stated.value), stated.origin


SUBSETS = st.sets(st.sampled_from(FIELDS))


@given(SUBSETS, SUBSETS)
def test_each_field_is_decided_by_itself(in_file: set[str], in_sidecar: set[str]) -> None:
    file = FileFacts(**{name: OF_FILE[name] for name in in_file})  # pyright: ignore[reportArgumentType]
    sidecar = FileFacts(**{name: OF_SIDECAR[name] for name in in_sidecar})  # pyright: ignore[reportArgumentType]
    alone = to_incoming(ArticleDraft(TEXT, "txt"), FileFacts(), Path("a.txt")).metadata
    found = to_incoming(ArticleDraft(TEXT, "txt", file), sidecar, Path("a.txt")).metadata
    for field in FIELDS:
        if field in in_sidecar:
            assert shown(found, field) == (OF_SIDECAR[field], Origin.SIDECAR)
        elif field in in_file:
            assert shown(found, field) == (OF_FILE[field], Origin.FILE)
        elif field != "title":  # what is a title depends on the one that the file states
            assert shown(found, field) == shown(alone, field)


def markdown(facts: Values) -> tuple[str, str]:
    lines = [f"{name}: {'; '.join(v) if name == 'authors' else v}" for name, v in facts.items()]
    return "storm.md", "\n".join(["---", *lines, "---", TEXT])


def record(facts: Values) -> tuple[str, str]:
    return "storm.json", json.dumps({**facts, "text": TEXT})


def page(facts: Values) -> tuple[str, str]:
    data = {
        "@type": "NewsArticle",
        "headline": facts["title"],
        "publisher": {"@type": "Organization", "name": facts["outlet"]},
        "author": [{"name": name} for name in facts["authors"]],
        "datePublished": facts["published"],
        "url": facts["url"],
        "inLanguage": facts["language"],
    }
    body = "".join(f"<p>{line}</p>" for line in TEXT.split("\n") if line)
    head = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    return "storm.html", f"<html><head>{head}</head><body>{body}</body></html>"


@pytest.mark.parametrize("write_as", [markdown, record, page])
def test_the_user_goes_before_a_sidecar_before_the_file_before_the_text(
    library: Library, tmp_path: Path, write_as: Callable[[Values], tuple[str, str]]
) -> None:
    path = write(tmp_path, *write_as(OF_FILE))
    (outcome,) = run_import(library, path)
    article_id = outcome.articles[0].id

    def all_shown() -> Values:
        metadata = get_article(library, article_id).metadata
        return {field: shown(metadata, field) for field in FIELDS}

    assert all_shown() == {name: (value, Origin.FILE) for name, value in OF_FILE.items()}
    for field, value in OF_USER.items():
        decisions.edit_field(
            library, article_id, field, "; ".join(value) if isinstance(value, tuple) else value
        )
    assert all_shown() == {name: (value, Origin.USER) for name, value in OF_USER.items()}
    for _ in FIELDS:
        decisions.undo(library)
    assert all_shown() == {name: (value, Origin.FILE) for name, value in OF_FILE.items()}


@pytest.mark.parametrize("write_as", [markdown, record, page])
def test_a_sidecar_goes_before_what_any_format_states_itself(
    library: Library, tmp_path: Path, write_as: Callable[[Values], tuple[str, str]]
) -> None:
    name, content = write_as(OF_FILE)
    path = write(tmp_path, name, content)
    write(tmp_path, f"{name}.meta.json", json.dumps(OF_SIDECAR))
    (outcome,) = run_import(library, path)
    metadata = get_article(library, outcome.articles[0].id).metadata
    assert {field: shown(metadata, field) for field in FIELDS} == {
        name: (value, Origin.SIDECAR) for name, value in OF_SIDECAR.items()
    }


def test_what_an_edit_replaced_comes_back_with_its_evidence(
    library: Library, tmp_path: Path
) -> None:
    (outcome,) = run_import(library, write(tmp_path, "storm.txt", TEXT))
    article_id = outcome.articles[0].id
    before = get_article(library, article_id)
    assert before.metadata.title.evidence is not None
    for field, value in {"title": "Other", "authors": "A B", "published": "2024-01-01"}.items():
        decisions.edit_field(library, article_id, field, value)
        assert getattr(get_article(library, article_id).metadata, field).evidence is None
    for _ in range(3):
        decisions.undo(library)
    assert get_article(library, article_id) == before


def test_a_meta_file_goes_before_the_list_as_a_whole(library: Library, tmp_path: Path) -> None:
    path = write(tmp_path, "storm.txt", TEXT)
    write(tmp_path, "sources.csv", "file,outlet,url\nstorm.txt,Of list,https://example.org\n")
    write(tmp_path, "storm.meta.json", '{"outlet": "Of meta"}')
    run_import(library, path)
    (row,) = list_articles(library, ArticleQuery())
    metadata = get_article(library, row.id).metadata
    assert (metadata.outlet.value, metadata.url.value) == ("Of meta", None)


@pytest.mark.parametrize("broken", ["{", "[]", '"text"', "", "null", '{"outlet": 5}'])
def test_a_broken_meta_file_is_no_reason_to_refuse_the_article(
    library: Library, tmp_path: Path, broken: str
) -> None:
    path = write(tmp_path, "storm.txt", TEXT)
    write(tmp_path, "storm.txt.meta.json", broken)
    (outcome,) = run_import(library, path)
    assert len(outcome.articles) == 1
    (row,) = list_articles(library, ArticleQuery())
    assert row.outlet == ""


def test_a_date_that_a_sidecar_writes_badly_leaves_the_files_own(
    library: Library, tmp_path: Path
) -> None:
    name, content = markdown(OF_FILE)
    path = write(tmp_path, name, content)
    write(tmp_path, f"{name}.meta.json", json.dumps({"published": "last Friday"}))
    run_import(library, path)
    (row,) = list_articles(library, ArticleQuery())
    assert row.published is not None
    assert (row.published.iso, row.published_origin) == ("2024-11-03", Origin.FILE)


def test_no_stated_field_is_lost_on_the_way_into_the_library(
    library: Library, tmp_path: Path
) -> None:
    facts = FileFacts(**OF_SIDECAR)  # pyright: ignore[reportArgumentType]
    path = write(tmp_path, "storm.txt", TEXT)
    write(tmp_path, "storm.txt.meta.json", json.dumps(asdict(facts)))
    (outcome,) = run_import(library, path)
    stored = get_article(library, outcome.articles[0].id)
    incoming = to_incoming(ArticleDraft(TEXT, "txt"), facts, path)
    assert (stored.text, stored.metadata) == (incoming.text, incoming.metadata)


def test_the_zone_of_a_date_comes_back_with_it(samples: Library) -> None:
    hindu = list_articles(samples, ArticleQuery("outlet", "The Hindu"))[0].id
    before = get_article(samples, hindu)
    assert before.metadata.published.value is not None
    assert before.metadata.published.value.zone == "IST"
    decisions.edit_field(samples, hindu, "published", "2024-11-02T18:37")
    edited = get_article(samples, hindu).metadata.published.value
    assert edited is not None
    assert (edited.zone, edited.offset_minutes) == (None, None)
    decisions.undo(samples)
    assert get_article(samples, hindu) == before
