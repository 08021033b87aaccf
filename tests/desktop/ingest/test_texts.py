"""Decoding and normalizing: what is stored is clean, and nothing else changes."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.ingest.drafts import UnreadableFileError
from desktop.ingest.plain import read_plain
from desktop.ingest.texts import MOST_TITLE, clean_line, clean_text, decode

ANY_TEXT = st.text(st.characters(codec=None), max_size=200)
SENTENCE = "Der Bürgermeister sagte am Dienstag, die Brücke werde geschlossen. "


@settings(max_examples=100, deadline=None)
@given(ANY_TEXT)
def test_a_clean_text_is_nfc_and_has_no_controls_but_tabs_and_line_feeds(text: str) -> None:
    kept = clean_text(text)
    assert kept == unicodedata.normalize("NFC", kept)
    controls = {c for c in kept if unicodedata.category(c) in ("Cc", "Cs")}
    assert controls <= {"\n", "\t"}


@settings(max_examples=100, deadline=None)
@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=200))
def test_a_text_without_controls_only_gets_composed(text: str) -> None:
    assert clean_text(text) == unicodedata.normalize("NFC", text)


@settings(max_examples=100, deadline=None)
@given(ANY_TEXT)
def test_a_line_has_one_line_and_an_end(text: str) -> None:
    line = clean_line(text)
    assert "\n" not in line
    assert "\t" not in line
    assert len(line) <= MOST_TITLE
    assert line == line.strip()


@settings(max_examples=60, deadline=None)
@given(
    st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1, max_size=80),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]),
)
def test_a_text_survives_every_encoding_that_says_what_it_is(text: str, encoding: str) -> None:
    whole = SENTENCE + text
    assert decode(whole.encode(encoding)).text == whole


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_letters_without_a_mark_are_known_by_their_zeros(encoding: str) -> None:
    assert decode((SENTENCE * 5).encode(encoding)).text == SENTENCE * 5


def test_a_guessed_encoding_is_said_to_be_one() -> None:
    decoded = decode((SENTENCE * 10).encode("cp1252"))
    assert decoded.text == SENTENCE * 10
    assert decoded.doubt is not None
    assert decoded.doubt.code == "guessed-encoding"


def test_a_declared_encoding_is_no_guess() -> None:
    decoded = decode("Слово за слово, и дело дошло до суда".encode("cp1251"), "windows-1251")
    assert decoded.text.startswith("Слово")
    assert decoded.doubt is None


def test_a_few_broken_letters_make_a_doubt_and_not_another_encoding() -> None:
    data = (SENTENCE * 10).encode() + b"\xff end"
    decoded = decode(data)
    assert decoded.text.startswith(SENTENCE)
    assert decoded.doubt is not None
    assert decoded.doubt.code == "damaged-text"


def test_a_declared_codec_that_is_no_encoding_of_texts_is_passed_over() -> None:
    assert decode(SENTENCE.encode("cp1252"), "rot13").text == SENTENCE


@pytest.mark.parametrize("data", [b"...", b" \n\t", b"a", "“—”".encode()])
def test_a_file_without_words_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFileError):
        read_plain(data)


def test_a_text_beyond_five_megabytes_is_refused_and_not_cut() -> None:
    with pytest.raises(UnreadableFileError) as refusal:
        read_plain(b"word " * 1_100_000)
    assert refusal.value.code == "text-too-long"
