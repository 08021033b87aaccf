"""Analysis of JSON lines at its edges: order, odd ids and signs, faulty lines, wholes."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop.cli.main import run_cli
from tests.sample_event import SEEDS

Run = Callable[..., tuple[int, bytes, str]]
STORM = "The storm hit Anville on Friday. “A disgrace,” the mayor said."


@pytest.fixture
def crosslight(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> Run:
    """Return what runs a verb on some bytes and gives code, output and message."""

    def run(*words: str, given: bytes, by_file: bool = True) -> tuple[int, bytes, str]:
        path = tmp_path / "in.jsonl"
        path.write_bytes(given)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
        code = run_cli([*words, str(path) if by_file else "-"])
        told = capsysbinary.readouterr()
        return code, told.out, told.err.decode()

    return run


def to_lines(*articles: dict[str, Any], end: str = "\n") -> bytes:
    return "".join(json.dumps(article) + end for article in articles).encode()


def records(done: tuple[int, bytes, str]) -> list[dict[str, Any]]:
    assert (done[0], done[2]) == (0, "")
    return [json.loads(line) for line in done[1].splitlines()]


def seeds() -> list[dict[str, Any]]:
    return [
        {"id": path.stem, "text": path.read_text("utf-8"), "outlet": path.stem[4:]}
        for path in sorted(SEEDS.glob("0*.txt"))
    ]


@pytest.mark.parametrize("verb", ["analyze", "group", "compare"])
@pytest.mark.parametrize("given", [b"", b"\n\n", b"\xef\xbb\xbf", b"  \r\n\t\n"])
def test_nothing_in_gives_nothing_out(crosslight: Run, verb: str, given: bytes) -> None:
    assert crosslight(verb, given=given) == (0, b"", "")


@pytest.mark.parametrize("verb", ["analyze", "group"])
def test_mark_of_utf_8_ends_of_lines_and_blank_lines_change_nothing(
    crosslight: Run, verb: str
) -> None:
    articles = [{"id": "a", "text": STORM}, {"id": "b", "text": "Boats went out."}]
    plain = crosslight(verb, given=to_lines(*articles))
    assert len(records(plain)) == 2
    other = b"\xef\xbb\xbf" + to_lines(*articles, end="\r\n\r\n   \r\n")
    assert crosslight(verb, given=other) == plain
    assert crosslight(verb, given=to_lines(*articles).rstrip(b"\n")) == plain
    assert crosslight(verb, given=other, by_file=False) == plain


def test_an_article_is_analyzed_alike_whatever_stands_beside_it(crosslight: Run) -> None:
    articles = seeds()
    whole = {line["id"]: line for line in records(crosslight("analyze", given=to_lines(*articles)))}
    turned = records(crosslight("analyze", given=to_lines(*reversed(articles))))
    assert [line["id"] for line in turned] == [article["id"] for article in reversed(articles)]
    assert all(line == whole[line["id"]] for line in turned)
    (alone,) = records(crosslight("analyze", given=to_lines(articles[2])))
    assert alone == whole[articles[2]["id"]]


def test_groups_do_not_depend_on_the_order_of_the_lines(crosslight: Run) -> None:
    others = [
        {"id": "x", "text": "The museum of Anville opens a hall for clocks. It is free."},
        {"id": "y", "text": "Boats stayed in port at Bellport as fog came in from the sea."},
    ]
    articles = [*others, *seeds()]

    def members(given: list[dict[str, Any]]) -> set[frozenset[str]]:
        found: dict[str, set[str]] = {}
        for line in records(crosslight("group", given=to_lines(*given))):
            found.setdefault(line["event"], set()).add(line["id"])
        return {frozenset(ids) for ids in found.values()}

    expected = {
        frozenset({"x"}),
        frozenset({"y"}),
        frozenset(article["id"] for article in seeds()),
    }
    assert members(articles) == members(articles[::-1]) == expected


@pytest.mark.parametrize(
    "article_id", ["", "a b", "ä\U0001f30a", "line\nbreak", "NUL\0", "half \ud83c", "“quoted”\\"]
)
def test_any_id_comes_back_as_it_was(crosslight: Run, article_id: str) -> None:
    given = to_lines({"id": article_id, "text": STORM})
    for verb in ("analyze", "group"):
        code, out, err = crosslight(verb, given=given)
        assert (code, err) == (0, "")
        (line,) = out.decode("utf-8", "surrogatepass").split("\n")[:-1]
        assert json.loads(line)["id"] == article_id


def test_two_articles_with_one_id_have_a_line_each(crosslight: Run) -> None:
    given = to_lines({"id": "a", "text": STORM}, {"id": "a", "text": "Boats went out."})
    for verb in ("analyze", "group"):
        assert [line["id"] for line in records(crosslight(verb, given=given))] == ["a", "a"]


def test_spans_cut_the_text_as_it_was_given(crosslight: Run) -> None:
    said = "We are 👩\u200d👧 furious, שלום,"
    text = f"\ufeff🌊🌊 Cafe\u0301 owners said:\r\n\r\n“{said}” Ann Lee said.\r\n"
    (line,) = records(crosslight("analyze", given=to_lines({"id": "a", "text": text})))
    (quotation,) = line["quotations"]
    assert (
        text[quotation["start"] : quotation["end"]].strip("“”")
        == "We are 👩\u200d👧 furious, שלום,"
    )
    for sentence in line["sentences"]:
        cut = text[sentence["start"] : sentence["end"]]
        assert cut == cut.strip() != ""


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (b"[1]", "no JSON object"),
        (b"null", "no JSON object"),
        (b"{]", "no JSON"),
        (b'{"id": 1, "text": "x"}', "both strings"),
        (b'{"id": "a"}', "both strings"),
        (b'{"id": "a", "text": null}', "both strings"),
        (b'{"id": "a", "text": "x", "targets": "no"}', "list of spans"),
        (b'{"id": "a", "text": "x", "targets": [[0, 1]]}', "list of spans"),
        (b'{"id": "a", "text": "x", "targets": [{"start": 0, "end": 2}]}', "after the text"),
    ],
)
def test_a_faulty_line_is_named_with_what_is_wrong_and_how_a_line_looks(
    crosslight: Run, line: bytes, says: str
) -> None:
    given = to_lines({"id": "a", "text": STORM}) + b"\n" + line + b"\n"
    code, _out, err = crosslight("analyze", given=given)
    assert code == 3
    message, remedy = err.splitlines()
    assert "in.jsonl, line 3: " in message
    assert says in message
    assert '{"id": "...", "text": "..."}' in remedy
    # Nobody takes half of a grouping for the whole one.
    assert crosslight("group", given=given)[:2] == (3, b"")
    assert "standard input, line 3" in crosslight("group", given=given, by_file=False)[2]


def test_a_folder_in_place_of_a_file_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_cli(["analyze", str(tmp_path)]) == 3
    assert str(tmp_path) in capsys.readouterr().err


def test_a_whole_comparison_is_one_object_with_every_article(crosslight: Run) -> None:
    articles = seeds()
    (whole,) = records(crosslight("compare", "--full", given=to_lines(*articles)))
    assert [article["id"] for article in whole["articles"]] == [a["id"] for a in articles]
    assert whole["event"]["label"]
    assert whole["findings"]
    (empty,) = records(crosslight("compare", "--full", given=b""))
    assert (empty["articles"], empty["findings"]) == ([], [])
    assert set(empty) == set(whole)


def test_what_is_shared_names_places_that_are_there(crosslight: Run) -> None:
    texts = {article["id"]: article["text"] for article in seeds()}
    shared = records(crosslight("compare", given=to_lines(*seeds())))
    assert {line["kind"] for line in shared} == {"claim", "quotation"}
    for line in shared:
        assert len({member["id"] for member in line["members"]}) >= 2
        assert 0 <= line["score"] <= 1
        for member in line["members"]:
            assert texts[member["id"]][member["start"] : member["end"]].strip()
