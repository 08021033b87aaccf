"""References in RIS and BibTeX: those with an abstract are articles, the rest waits or is told."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.ingest.drafts import FileFacts
from desktop.ingest.readers import read_data
from desktop.ingest.references import read_bibtex, read_ris
from tests.desktop.ingest.made_files import FIRST, SECOND, TITLE, only, refusal

RIS = (
    f"TY  - NEWS\nTI  - {TITLE}\nT2  - The Daily Test\nAU  - Lee, Ann\nAU  - Ray, Bob\n"
    f"DA  - 2024/11/02/Saturday\nUR  - https://example.org/storm\nLA  - en\nAB  - {FIRST}\nER  - \n"
)
BIB = (
    f"@article{{storm,\n title = {{{TITLE}}},\n author = {{Lee, Ann and Bob Ray}},\n"
    " journal = {The Daily Test},\n date = {2024-11-02},\n url = {https://example.org/storm},\n"
    f" langid = {{en}},\n abstract = {{{FIRST}}}\n}}\n"
)
FACTS = FileFacts(
    title=TITLE,
    outlet="The Daily Test",
    authors=("Ann Lee", "Bob Ray"),
    published="2024-11-02",
    url="https://example.org/storm",
    language="en",
)


def test_a_reference_with_an_abstract_is_an_article() -> None:
    for read, data in ((read_ris, RIS), (read_bibtex, BIB)):
        draft = only(read(data.encode()))
        assert (draft.text, draft.facts) == (FIRST, FACTS)
        assert {one.field for one in draft.statements} == {
            "title", "outlet", "authors", "published", "url", "language",
        }  # fmt: skip


@pytest.mark.parametrize(
    "data",
    [
        RIS.replace("ER  - \n", ""),
        RIS.replace("\n", "\r\n"),
        f"\ufeff{RIS}",
        f"\n\nProvider: Test\n\n{RIS}",
        RIS.replace("AB  -", "ZZ  - odd\n?? \nX1  - y\nAB  -"),
        RIS.replace("TI  -", "T1  -").replace("AB  -", "N2  -").replace("T2  -", "JF  -"),
        RIS.replace("DA  -", "PY  - 2024\nDA  -"),
    ],
)
def test_ris_of_many_makers_is_read(data: str) -> None:
    draft = only(read_ris(data.encode()))
    assert draft.text == FIRST
    assert (draft.facts.title, draft.facts.outlet, draft.facts.published) == (
        TITLE,
        "The Daily Test",
        "2024-11-02",
    )


def test_an_abstract_goes_on_over_lines() -> None:
    draft = only(read_ris(RIS.replace(FIRST, f"{FIRST}\n{SECOND}").encode()))
    assert draft.text == f"{FIRST}\n{SECOND}"


@pytest.mark.parametrize("date", ["2024", "2024/11//", "2024/13/02/", "soon"])
def test_a_date_that_is_not_full_is_none(date: str) -> None:
    assert only(read_ris(RIS.replace("2024/11/02/Saturday", date).encode())).facts.published == ""
    assert only(read_bibtex(BIB.replace("2024-11-02", date).encode())).facts.published == ""


def test_a_file_that_is_called_ris_and_lists_references_in_another_way_is_read() -> None:
    web_of_science = (
        f"FN Test\nVR 1.0\nPT J\nAU Lee, A\nAF Lee, Ann\nTI {TITLE}\nSO The Daily Test\n"
        f"AB {FIRST}\nER\n\nEF\n"
    )
    draft = only(read_data(web_of_science.encode(), "a.ris"))
    assert draft.text == FIRST
    assert draft.facts == FileFacts(title=TITLE, outlet="The Daily Test", authors=("Ann Lee",))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("{\\'E}l\\`eve \\& {\\ss}", "Élève & ß"),
        ('{NASA} at 50\\% of {\\"o}l', "NASA at 50% of öl"),
        ("Up 50% and {more} to come", "Up 50% and more to come"),
        ("It cost $5 and then $6 more", "It cost $5 and then $6 more"),
        ("Plain & simple_words", "Plain & simple_words"),
        ("\\input{/etc/passwd} Words", "Words"),
    ],
)
def test_the_writing_of_latex_is_undone(written: str, read: str) -> None:
    title = only(read_bibtex(BIB.replace(TITLE, written).encode())).facts.title
    assert title.strip() == read


@pytest.mark.parametrize(
    ("fields", "published"),
    [
        ("year = 2024, month = nov, day = 2", "2024-11-02"),
        ("year = {2024}, month = {11}, day = {02}", "2024-11-02"),
        ("year = 2024, month = nov", ""),
        ("year = 2024, month = {Fall}, day = 2", ""),
        ("year = 2024, month = 13, day = 2", ""),
    ],
)
def test_a_date_in_parts_counts_where_all_are_there(fields: str, published: str) -> None:
    data = BIB.replace("date = {2024-11-02}", fields)
    assert only(read_bibtex(data.encode())).facts.published == published


def test_two_entries_of_one_key_are_two_and_a_broken_one_ends_nothing() -> None:
    other = BIB.replace(FIRST, SECOND)
    broken = "@article{broken, title = {never closed\n"
    named = '@string{nl = {The Daily Test}}\n@comment{x}\n@preamble{"y"}\n'
    reading = read_bibtex((named + BIB + other + broken).encode())
    assert [draft.text for draft in reading.drafts] == [FIRST, SECOND]


def test_references_without_abstracts_wait_or_are_counted() -> None:
    bare = RIS.replace(f"AB  - {FIRST}\n", "")
    assert refusal(read_ris, bare.encode()).code == "no-abstract"
    assert refusal(read_bibtex, b"@book{k, title = {A title alone}}").code == "no-abstract"
    reading = read_ris((RIS + bare).encode())
    assert [remark.message for remark in reading.remarks] == [
        "1 reference had no abstract and was left out."
    ]


@settings(max_examples=60, deadline=None)
@given(st.text('@{}"=,#\\ ab%\n', max_size=60), st.text("TYERAB0 -\n", max_size=60))
def test_any_list_of_references_is_read_or_refused(bib: str, ris: str) -> None:
    for data, name in ((f"@article{{a, {bib}", "a.bib"), (f"TY  - NEWS\n{ris}", "a.ris")):
        reading = read_data(data.encode(), name)
        assert bool(reading.drafts) != bool(reading.problem)
