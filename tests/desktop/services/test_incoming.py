"""Drafts become articles: who states a field decides, and the evidence stays."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.model.articles import Origin, Published
from desktop.ingest.drafts import ArticleDraft, FileFacts
from desktop.services.incoming import Incoming, to_incoming
from desktop.services.metadata import provenance_of

BIO = """Bridge closes in Anville

The bridge over the river closes on Monday, the mayor said at the town hall.

Ann Lee is the news editor of Daily Test.
"""


NOTHING = FileFacts()


def incoming(text: str = BIO, facts: FileFacts = NOTHING, sidecar: FileFacts = NOTHING,
             name: str = "a.txt") -> Incoming:  # fmt: skip
    return to_incoming(ArticleDraft(text, "txt", facts), sidecar, Path(name))


def test_a_field_of_the_text_has_its_evidence() -> None:
    title = incoming().metadata.title
    assert (title.value, title.origin) == ("Bridge closes in Anville", Origin.TEXT)
    assert title.evidence is not None
    assert title.evidence.of(BIO) == title.value


def test_a_sidecar_goes_before_the_file_and_the_file_before_the_text() -> None:
    file, sidecar = FileFacts(title="Of file", url="f"), FileFacts(title="Of sidecar")
    both = incoming(facts=file, sidecar=sidecar).metadata
    assert (both.title.value, both.title.origin) == ("Of sidecar", Origin.SIDECAR)
    assert (both.url.value, both.url.origin) == ("f", Origin.FILE)
    assert incoming(facts=file).metadata.title.origin is Origin.FILE


def test_a_text_that_says_the_same_as_its_sidecar_keeps_the_word() -> None:
    outlet = incoming(sidecar=FileFacts(outlet="daily  TEST")).metadata.outlet
    assert (outlet.value, outlet.origin) == ("Daily Test", Origin.TEXT)
    other = incoming(sidecar=FileFacts(outlet="Evening Test")).metadata.outlet
    assert (other.value, other.origin, other.evidence) == ("Evening Test", Origin.SIDECAR, None)


def test_a_date_of_a_file_keeps_its_precision() -> None:
    found = incoming(facts=FileFacts(published="2024-11-02T18:37+05:30")).metadata.published
    assert found.value == Published(2024, 11, 2, 18, 37, 330)
    assert incoming(facts=FileFacts(published="2024-11")).metadata.published.value is None


def test_what_nobody_states_has_no_provenance() -> None:
    assert set(provenance_of(incoming("just some words in a row").metadata)) <= {"title"}


@pytest.mark.parametrize(
    ("text", "expected"), [("\n\n  one line of words\n", "one line of words"), ("x " * 900, "x x")]
)
def test_a_title_is_never_empty_and_has_an_end(text: str, expected: str) -> None:
    title = incoming(text).title
    assert title.startswith(expected)
    assert len(title) <= 500


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=3, max_size=200))
def test_any_text_becomes_an_article_with_a_title_and_its_digest(text: str) -> None:
    article = incoming(text)
    assert article.title
    assert "\n" not in article.title
    assert article.text == text
    assert article.sha256 == hashlib.sha256(text.encode()).hexdigest()
    for stated in (article.metadata.title, article.metadata.outlet):
        if stated.evidence is not None:
            assert 0 <= stated.evidence.start < stated.evidence.end <= len(text)


def test_a_file_name_that_is_no_text_is_stored_as_one() -> None:
    assert incoming(name="\udcff.txt").source_name == "\ufffd.txt"


FRENCH = """La mairesse ferme le port

La mairesse a fermé le port lundi après la tempête, et personne ne sait quand il sera rouvert.

Elle a dit que la digue était trop faible pour les mois d’hiver, et que les travaux seront longs.
"""


def test_the_language_of_the_text_fills_what_nobody_stated() -> None:
    language = incoming(FRENCH).metadata.language
    assert (language.value, language.origin, language.evidence) == ("fr", Origin.TEXT, None)
    assert incoming().metadata.language.value == "en"
    assert incoming("Bridge closes").metadata.language.value is None


def test_a_stated_language_stays_and_one_that_the_text_is_not_in_is_doubted() -> None:
    found = incoming(FRENCH, facts=FileFacts(language="en-GB"))
    assert (found.metadata.language.value, found.metadata.language.origin) == ("en-GB", Origin.FILE)
    (doubt,) = found.doubts
    assert doubt.code == "other-language"
    assert "English" in doubt.message
    assert "French" in doubt.message


@pytest.mark.parametrize("stated", ["fr", "fr-CA", "FR_fr"])
def test_a_language_that_the_text_is_in_is_no_doubt(stated: str) -> None:
    assert incoming(FRENCH, facts=FileFacts(language=stated)).doubts == ()
    assert incoming("Bridge closes", facts=FileFacts(language=stated)).doubts == ()
