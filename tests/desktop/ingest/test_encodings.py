"""Texts in any encoding are read right, or with a doubt; the larger sets of browsers are used."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.ingest.drafts import UnreadableFileError
from desktop.ingest.texts import decode, is_garbled

LANGUAGES = {
    "Russian": "Мэр закрыл старый мост через реку, сообщили местные жители в пятницу утром.",
    "Polish": "Burmistrz zamknął stary most przez rzekę, poinformowali mieszkańcy w piątek.",
    "German": "Der Bürgermeister schloss die alte Brücke über den Fluss, sagten Anwohner früh.",
    "Greek": "Ο δήμαρχος έκλεισε τη γέφυρα την Παρασκευή το πρωί, είπαν οι κάτοικοι της πόλης.",
    "Japanese": "市長は金曜日の朝、川にかかる古い橋を閉鎖したと住民が語った。",
    "Chinese": "市长周五早上关闭了河上的旧桥，当地居民说。交通最早要到星期一才能恢复。",
    "Korean": "시장은 금요일 아침 강 위의 오래된 다리를 폐쇄했다고 주민들이 말했다.",
    "French": "Le maire a fermé le vieux pont vendredi, ont déclaré des élèves de l’école.",
}
DECLARED = [
    ("Russian", "cp1251", "windows-1251"), ("Russian", "koi8-r", "KOI8-R"),
    ("Russian", "iso8859-5", "iso-8859-5"), ("Polish", "cp1250", "windows-1250"),
    ("Polish", "iso8859-2", "ISO-8859-2"), ("German", "cp1252", "iso-8859-1"),
    ("Greek", "cp1253", "windows-1253"), ("Japanese", "cp932", "shift_jis"),
    ("Japanese", "euc_jp", "EUC-JP"), ("Japanese", "iso2022_jp", "iso-2022-jp"),
    ("Chinese", "gb18030", "gb2312"), ("Korean", "cp949", "ks_c_5601-1987"),
    ("French", "cp1252", "iso-8859-1"), ("French", "cp1252", "us-ascii"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "encoding", "declared"), DECLARED)
def test_an_encoding_that_is_declared_is_no_guess(
    language: str, encoding: str, declared: str
) -> None:
    text = LANGUAGES[language]
    decoded = decode(text.encode(encoding), declared)
    assert (decoded.text, decoded.doubt) == (text, None)


@pytest.mark.parametrize("declared", ["koi8-r", "windows-1251", "shift_jis", "euc-kr", "utf-8"])
@pytest.mark.parametrize(
    ("language", "encoding"),
    [("Russian", "cp1251"), ("Russian", "koi8-r"), ("Japanese", "euc_jp"), ("Chinese", "gb18030"),
     ("Korean", "cp949")],
)  # fmt: skip
def test_an_encoding_that_is_declared_wrongly_is_found_or_doubted(
    language: str, encoding: str, declared: str
) -> None:
    text = f"{LANGUAGES[language]}\n" * 3
    decoded = decode(text.encode(encoding), declared)
    assert decoded.text == text or decoded.doubt is not None


@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1251", "utf-16", "x-none", None])
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_utf8_is_read_as_that_whatever_is_declared(
    language: str, declared: str | None
) -> None:
    text = LANGUAGES[language]
    assert decode(text.encode(), declared).text == text
    assert decode(text.encode(), declared).doubt is None


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig", "utf-16-le", "utf-16-be"])
def test_wide_letters_are_known_by_their_mark_or_their_zeros(encoding: str) -> None:
    text = LANGUAGES["French"]
    assert decode(text.encode(encoding), "iso-8859-1").text == text


def test_japanese_in_seven_bits_is_told_from_english() -> None:
    text = LANGUAGES["Japanese"]
    assert decode(text.encode("iso2022_jp")).text == text
    assert decode(b"A red word: \x1b[31mred\x1b[0m, and a price of \x1b$5.").text.startswith(
        "A red"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_as_it_is_written_is_not_garbled(language: str) -> None:
    assert not is_garbled(LANGUAGES[language] * 3)
    assert not is_garbled(LANGUAGES[language].upper() if language == "German" else "ÉTÉ À PARIS")


@pytest.mark.parametrize(
    ("language", "encoding", "wrong"),
    [("Russian", "cp1251", "koi8-r"), ("Russian", "koi8-r", "cp1251"),
     ("Russian", "cp1251", "latin-1"), ("Chinese", "gb18030", "latin-1"),
     ("German", "utf-8", "cp1251"), ("Japanese", "cp932", "koi8-r")],
)  # fmt: skip
def test_a_language_in_the_wrong_letters_is_garbled(
    language: str, encoding: str, wrong: str
) -> None:
    assert is_garbled((LANGUAGES[language] * 3).encode(encoding).decode(wrong, "replace"))


@given(st.binary(max_size=200), st.sampled_from(["utf-8", "koi8-r", "shift_jis", "hex", "x", None]))
def test_any_bytes_are_decoded_or_refused(data: bytes, declared: str | None) -> None:
    with suppress(UnreadableFileError):
        assert isinstance(decode(data, declared).text, str)
