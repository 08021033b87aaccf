"""A receipt says what became of each file and each paragraph, and gives paragraphs back."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.services import decisions
from desktop.services.articles import get_article
from desktop.services.errors import CrosslightError
from desktop.services.libraries import Library
from desktop.services.progress import FileStatus
from desktop.services.receipts import (
    keep_paragraph,
    list_imports,
    read_paragraphs,
    read_receipt,
    remove_paragraph,
)
from desktop.services.texts_edited import edit_text, first_text
from tests.desktop.services.conftest import STORM, run_import, write

READ_MORE = "Read more: Ferry waits behind the island"
HURT = "Nobody was hurt in the night, but forty families had to leave their houses in Anville."
PAGE = f"""<html><head><title>Storm tears roof from school - Anville Post</title></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Storm tears roof from school</h1>
<p>The storm that hit the coast of Norland on Friday tore the roof from a school in Anville.</p>
<p>{HURT}</p><p><a href="/x">{READ_MORE}</a></p>
<p>The mayor, Bo Lund, said that the harbor wall had held for longer than anybody expected.</p>
</article><footer><p>Copyright 2024 Anville Post. All rights reserved.</p></footer></body></html>"""


@pytest.fixture
def article(library: Library, tmp_path: Path) -> str:
    """Return the article of a page."""
    (outcome,) = run_import(library, write(tmp_path, "storm.html", PAGE))
    return outcome.articles[0].id


def number_of(library: Library, article_id: str, words: str) -> int:
    return next(p.number for p in read_paragraphs(library, article_id) if words in p.text)


def test_the_files_of_an_import_have_their_outcomes_and_reasons(
    library: Library, tmp_path: Path
) -> None:
    storm, page = write(tmp_path, "storm.txt"), write(tmp_path, "storm.html", PAGE)
    empty, again = write(tmp_path, "empty.txt", ""), write(tmp_path, "twice.txt")
    run_import(library, storm, page, empty, again)
    receipt = read_receipt(library)
    assert [Path(file.path).name for file in receipt.files] == [
        "storm.txt",
        "storm.html",
        "empty.txt",
        "twice.txt",
    ]
    assert [file.status for file in receipt.files] == [
        FileStatus.IMPORTED,
        FileStatus.IMPORTED,
        FileStatus.REJECTED,
        FileStatus.DUPLICATE,
    ]
    assert receipt.count(FileStatus.IMPORTED) == 2
    assert receipt.files[2].message
    assert receipt.files[3].articles[0].id == receipt.files[0].articles[0].id
    assert receipt.files[0].articles[0].paragraphs == 0
    assert 3 <= receipt.files[1].articles[0].kept < receipt.files[1].articles[0].paragraphs


def test_imports_are_listed_the_latest_first(library: Library, tmp_path: Path) -> None:
    run_import(library, write(tmp_path, "a.txt"))
    run_import(library, write(tmp_path, "b.txt", STORM + "More.\n"), write(tmp_path, "c.txt"))
    (last, _, files), (first, _, _) = list_imports(library)
    assert files == 2
    assert read_receipt(library, first).files[0].path.endswith("a.txt")
    assert read_receipt(library).id == last


def test_an_import_that_there_is_not_is_told(library: Library) -> None:
    assert list_imports(library) == ()
    with pytest.raises(CrosslightError, match="no import"):
        read_receipt(library)
    with pytest.raises(CrosslightError, match="import 7"):
        read_receipt(library, "7")


def test_what_was_left_out_of_a_page_is_there_with_its_reason(
    library: Library, article: str
) -> None:
    told = read_paragraphs(library, article)
    text = get_article(library, article).text
    assert all(each.text in text for each in told if each.kept)
    left_out = {each.text: each.reason for each in told if not each.kept}
    assert left_out[READ_MORE]
    assert READ_MORE not in text


def test_a_paragraph_is_put_back_at_its_place_and_taken_out_again(
    library: Library, article: str
) -> None:
    before = get_article(library, article).text
    number = number_of(library, article, READ_MORE)
    keep_paragraph(library, article, number)
    assert f"{HURT}\n\n{READ_MORE}\n\nThe mayor" in get_article(library, article).text
    told = read_paragraphs(library, article)[number]
    assert (told.kept, told.was_kept) == (True, False)
    assert first_text(library, article) == before
    assert keep_paragraph(library, article, number).moved == 0
    remove_paragraph(library, article, number)
    assert get_article(library, article).text == before
    assert decisions.undo(library) == "Set a paragraph of “Storm tears roof from school” apart"
    assert decisions.undo(library) == "Keep a paragraph of “Storm tears roof from school”"
    assert get_article(library, article).text == before
    assert not read_paragraphs(library, article)[number].kept


def test_a_paragraph_of_the_text_is_taken_out_and_stays_in_the_receipt(
    library: Library, article: str
) -> None:
    number = number_of(library, article, "Nobody was hurt")
    remove_paragraph(library, article, number)
    assert HURT not in get_article(library, article).text
    told = read_paragraphs(library, article)[number]
    assert (told.kept, told.was_kept, told.text) == (False, True, HURT)
    assert remove_paragraph(library, article, number).moved == 0
    keep_paragraph(library, article, number)
    assert HURT in get_article(library, article).text


def test_a_receipt_follows_a_text_that_was_corrected_by_hand(
    library: Library, article: str
) -> None:
    text = get_article(library, article).text
    edit_text(library, article, text.replace(HURT, "Nobody was hurt."))
    number = number_of(library, article, "Nobody was hurt")
    assert not read_paragraphs(library, article)[number].kept
    keep_paragraph(library, article, number_of(library, article, READ_MORE))
    assert READ_MORE in get_article(library, article).text


def test_a_paragraph_that_there_is_not_is_refused(library: Library, article: str) -> None:
    for number in (-1, 99):
        with pytest.raises(CrosslightError, match="no paragraph"):
            keep_paragraph(library, article, number)
    with pytest.raises(CrosslightError, match="has no article"):
        read_paragraphs(library, "nobody")


def test_a_text_file_has_no_paragraphs_left_out(library: Library, tmp_path: Path) -> None:
    (outcome,) = run_import(library, write(tmp_path, "storm.txt"))
    assert read_paragraphs(library, outcome.articles[0].id) == ()
