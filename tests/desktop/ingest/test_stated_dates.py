"""Dates that files state are full ones: a year or a month alone is never told as a date."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.ingest.drafts import Reading
from desktop.ingest.readers import read_data
from desktop.services.articles import ArticleQuery, list_articles
from desktop.services.importing import import_files
from desktop.services.libraries import create_library
from tests.desktop.ingest.made_files import BODY, FIRST, SECOND, TITLE

_DATES = {"published", "updated", "saved", "file"}
VAGUE = ["2009", "2009-11", "11/2009", "Nov 2009", "autumn 2009", "2009-13-45", "0", "٢٠٠٩"]


def page(date: str) -> str:
    node = {"@type": "NewsArticle", "headline": TITLE, "datePublished": date, "dateModified": date}
    return (
        f'<html lang="en"><head><title>{TITLE}</title><meta name="date" content="{date}">'
        f'<meta property="article:published_time" content="{date}">'
        f'<script type="application/ld+json">{json.dumps(node)}</script></head><body><article>'
        f'<h1>{TITLE}</h1><time datetime="{date}">{date}</time>'
        f"<p>{FIRST} {FIRST}</p><p>{SECOND} {SECOND}</p></article></body></html>"
    )


def made(date: str) -> dict[str, str]:
    """Return a file of each kind that states a date."""
    record = {"title": TITLE, "text": BODY, "published": date, "updated": date}
    return {
        "page.html": page(date),
        "notes.md": f"---\ntitle: {TITLE}\ndate: {date}\nupdated: {date}\n---\n\n{BODY}",
        "records.json": json.dumps([record]),
        "parts.json": json.dumps([{**record, "published": {"date-parts": [[date]]}}]),
        "lines.jsonl": f"{json.dumps(record)}\n",
        "table.csv": f'title,text,published\n"{TITLE}","{FIRST} {SECOND}","{date}"\n',
        "a.ris": f"TY  - NEWS\nTI  - {TITLE}\nPY  - {date}\nDA  - {date}\nAB  - {FIRST}\nER  - \n",
        "a.bib": f"@article{{a, title={{{TITLE}}}, year={{{date}}}, month={{{date}}},"
        f" day={{{date}}}, date={{{date}}}, abstract={{{FIRST}}}}}\n",
        "a.eml": f"From: Ann Lee <a@example.org>\nSubject: {TITLE}\nDate: {date}\n"
        f"Content-Type: text/plain; charset=utf-8\n\n{BODY}",
    }


def stated(reading: Reading) -> list[str]:
    dates = [s.value for d in reading.drafts for s in d.statements if s.field in _DATES]
    facts = [d.facts for d in reading.drafts]
    return [*dates, *(date for f in facts for date in (f.published, f.updated) if date)]


@pytest.mark.parametrize("date", VAGUE)
@pytest.mark.parametrize("name", list(made("")))
def test_a_vague_date_is_stated_nowhere(name: str, date: str) -> None:
    reading = read_data(made(date)[name].encode(), name)
    assert len(reading.drafts) == 1
    assert stated(reading) == []


@pytest.mark.parametrize("name", [name for name in made("") if name != "parts.json"])
def test_a_full_date_is_stated_in_each_kind_of_file(name: str) -> None:
    reading = read_data(made("2009-11-02")[name].encode(), name)
    (draft,) = reading.drafts
    assert draft.facts.published[:10] == "2009-11-02"
    assert {date[:10] for date in stated(reading)} == {"2009-11-02"}


@settings(max_examples=25, deadline=None)
@given(st.text("0123456789٣/-:+T ZNov", max_size=24).map(lambda text: text.replace("\n", " ")))
def test_whatever_is_written_the_dates_of_a_file_are_iso(date: str) -> None:
    for name, content in made(date).items():
        for iso in stated(read_data(content.encode(), name)):
            assert datetime.fromisoformat(iso)


def test_a_month_of_very_many_figures_is_none() -> None:
    reading = read_data(made("9" * 5000)["a.bib"].encode(), "a.bib")
    assert reading.drafts[0].facts.published == ""


@pytest.mark.parametrize("date", ["2009", "2009-11", "Sat Nov 02 99:99:10 +0000 2024"])
def test_files_with_vague_dates_are_imported_without_a_date(tmp_path: Path, date: str) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    for name, content in made(date).items():
        # Each with a text of its own, so that none is a duplicate.
        text = content.replace("a school", f"the {name.replace('.', ' ')} school")
        (folder / name).write_text(text, "utf-8")
    library = create_library(tmp_path / "Test.crosslight")
    try:
        steps = list(import_files(library, sorted(folder.iterdir())))
        outcomes = [step.outcome for step in steps if step.outcome is not None]
        assert [outcome.error for outcome in outcomes if not outcome.articles] == []
        articles = list_articles(library, ArticleQuery("all"))
        assert len(articles) == len(made(date))
        assert [article.published for article in articles if article.published] == []
    finally:
        library.close()
