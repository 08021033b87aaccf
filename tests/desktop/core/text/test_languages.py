"""The language of a text by its script and small words; English at once, doubt as no language."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.text.function_words import (
    ARABIC_WORDS,
    CYRILLIC_WORDS,
    DEVANAGARI_WORDS,
    LATIN_WORDS,
)
from desktop.core.text.languages import (
    LANGUAGE_NAMES,
    find_language,
    is_english,
    language_name,
    same_language,
)
from tests.desktop.core.strategies import ANY_TEXT

ENGLISH = (
    "The mayor of the island closed the harbor on Monday after the storm, and nobody knows when it "
    "will be open again. She said that the dam was too weak for the winter."
)
TEXTS = {
    "fr": "La mairesse a fermé le port lundi après la tempête, et personne ne sait quand il sera "
    "rouvert. Elle a dit que la digue était trop faible pour les mois d’hiver.",
    "de": "Die Bürgermeisterin hat am Montag nach dem Sturm den Hafen geschlossen, und niemand "
    "weiß, wann er wieder offen ist. Der Damm sei für den Winter zu schwach, sagte sie.",
    "es": "La alcaldesa cerró el lunes el puerto después de la tormenta y nadie sabe cuándo se "
    "abrirá. Dijo que el dique era demasiado débil para los meses de invierno.",
    "it": "La sindaca ha chiuso lunedì il porto dopo la tempesta e nessuno sa quando sarà "
    "riaperto. Ha detto che la diga è troppo debole per i mesi dell’inverno.",
    "pt": "A prefeita fechou o porto na segunda-feira depois da tempestade e não se sabe quando "
    "será reaberto. Ela disse que o dique é fraco para os meses de inverno.",
    "nl": "De burgemeester heeft maandag na de storm de haven gesloten en niemand weet wanneer hij "
    "weer open is. Volgens haar is de dijk te zwak voor de winter.",
    "sv": "Borgmästaren stängde hamnen på måndagen efter stormen och ingen vet när den öppnar "
    "igen. Hon sade att vallen är för svag för vintern.",
    "pl": "Burmistrz zamknęła w poniedziałek port po burzy i nie wiadomo, kiedy będzie otwarty. "
    "Powiedziała, że wał jest za słaby na zimę i że nie ma na to pieniędzy.",
    "fi": "Pormestari sulki sataman maanantaina myrskyn jälkeen, eikä kukaan tiedä, koska se on "
    "taas auki. Hän sanoi, että pato on liian heikko, ja että se ei kestä.",
    "tr": "Belediye başkanı fırtınadan sonra pazartesi günü limanı kapattı ve ne zaman açılacağı "
    "belli değil. Başkan, bu setin kış için çok zayıf olduğunu söyledi.",
    "id": "Wali kota menutup pelabuhan itu pada hari Senin setelah badai dan tidak ada yang tahu "
    "kapan akan dibuka. Dia mengatakan tanggul ini tidak kuat untuk musim dingin.",
    "ru": "Мэр закрыла порт в понедельник после шторма, и никто не знает, когда он будет открыт. "
    "Она сказала, что дамба слишком слаба для зимы.",
    "uk": "Мер закрила порт у понеділок після шторму, і ніхто не знає, коли він буде відкритий. "
    "Вона сказала, що дамба надто слабка для зими, але її ще можна укріпити.",
    "bg": "Кметът затвори пристанището в понеделник след бурята и никой не знае кога ще бъде "
    "отворено. Тя каза, че дигата е твърде слаба за зимата.",
    "ar": "أغلقت رئيسة البلدية الميناء يوم الاثنين بعد العاصفة، ولا أحد يعرف متى سيفتح. وقالت إن "
    "السد ضعيف في هذا الشتاء من كل عام.",
    "fa": "شهردار روز دوشنبه بعد از طوفان بندر را بست و کسی نمی‌داند که کی باز می شود. او گفت که "
    "این سد برای زمستان ضعیف است.",
    "hi": "तूफान के बाद महापौर ने सोमवार को बंदरगाह को बंद कर दिया और यह नहीं पता कि वह कब खुलेगा। "
    "उन्होंने कहा कि यह बांध सर्दियों के लिए कमजोर है।",
    "el": "Η δήμαρχος έκλεισε το λιμάνι τη Δευτέρα μετά την καταιγίδα.",
    "he": "ראש העיר סגרה את הנמל ביום שני אחרי הסערה, ואיש אינו יודע מתי ייפתח.",
    "zh": "市长周一在风暴后关闭了港口，没有人知道什么时候重新开放。",
    "ja": "市長は月曜日、嵐の後に港を閉鎖した。いつ再開するかは誰も知らない。",
    "ko": "시장은 월요일 폭풍 후에 항구를 폐쇄했으며 언제 다시 열릴지는 아무도 모른다.",
    "th": "นายกเทศมนตรีปิดท่าเรือเมื่อวันจันทร์หลังพายุ",
    "ka": "მერმა ორშაბათს ქარიშხლის შემდეგ პორტი დახურა.",
}


@pytest.mark.parametrize(("code", "text"), TEXTS.items())
def test_a_text_shows_its_language(code: str, text: str) -> None:
    assert find_language(text) == code


@pytest.mark.parametrize("code", ["fr", "de", "pl", "ru", "ko", "hi"])
def test_letters_taken_apart_show_the_same_language(code: str) -> None:
    assert find_language(unicodedata.normalize("NFD", TEXTS[code])) == code


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        ENGLISH.upper(),
        "“We can wait no longer,” she said, “and we will not pay for it.”",
        "The café's naïve façade and the El Niño of that year were all that he remembered.",
        "He read “Le Monde” and “Die Zeit” on the train, as he had done for years.",
    ],
)
def test_english_is_english_with_foreign_words_in_it(text: str) -> None:
    assert find_language(text) == "en"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "x",
        "Aya Ito, Nils Berg",
        "Mayor closes harbor bridge",
        "...!?",
        "12 34 56",
        "😀😀😀",
        "Ito 12 Berg 13 Holm 14 Ruiz 9 Okoro 3 Lind 2 Novak 1 Keller 0",
        "La Mer",
    ],
)
def test_a_text_too_short_to_tell_has_no_language_and_counts_as_english(text: str) -> None:
    assert find_language(text) == ""
    assert is_english(find_language(text))


def test_half_a_text_in_another_language_is_no_reason_to_leave_it_unscored() -> None:
    assert is_english(find_language(f"{ENGLISH} {TEXTS['fr']}"))
    assert is_english(find_language(f"{ENGLISH} {TEXTS['zh']}"))


def test_a_few_words_in_foreign_letters_are_not_english_but_none_known() -> None:
    found = find_language("Порт закрыт надолго Москва Берлин")
    assert not is_english(found)
    assert language_name("und") == "another language"


def test_the_middle_of_a_long_text_counts_with_its_beginning() -> None:
    banner = "This article was first published in the paper of the day before and is free to read. "
    long = banner + " ".join([TEXTS["de"]] * 60)
    assert find_language(long) == "de"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("en", "en-GB", True),
        ("EN_us", "en", True),
        ("no", "nb", True),
        ("nn-NO", "nb", True),
        ("iw", "he", True),
        ("fr", "en", False),
        ("pt-BR", "pt", True),
        ("eng", "en", True),
    ],
)
def test_codes_of_pages_are_compared_without_their_region(one: str, other: str, same: bool) -> None:
    assert same_language(one, other) is same


def test_every_language_that_can_be_found_has_a_name() -> None:
    tables = (LATIN_WORDS, CYRILLIC_WORDS, ARABIC_WORDS, DEVANAGARI_WORDS)
    assert {code for table in tables for code in table} <= set(LANGUAGE_NAMES)
    assert language_name("fr-CA") == "French"
    assert language_name("xx") == "xx"


def test_small_words_are_in_lower_case_and_stand_once() -> None:
    for table in (LATIN_WORDS, CYRILLIC_WORDS, ARABIC_WORDS, DEVANAGARI_WORDS):
        for words in table.values():
            split = words.split()
            assert [word.lower() for word in split] == split
            assert len(set(split)) == len(split)


@given(ANY_TEXT)
def test_any_text_has_a_language_with_a_name_or_none(text: str) -> None:
    found = find_language(text)
    assert found == "" or found in LANGUAGE_NAMES
    assert find_language(text) == found


@given(st.sampled_from(sorted(TEXTS)), st.sampled_from(["\u200b", "\u200f", "\u00ad", "\n", "  "]))
def test_marks_between_sentences_do_not_change_the_language(code: str, mark: str) -> None:
    assert find_language(TEXTS[code].replace(". ", f".{mark} ")) == code
