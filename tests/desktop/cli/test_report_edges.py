"""`crosslight report`: which event, which file, and what is said where it cannot be written."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QGuiApplication

from desktop.cli.main import run_cli
from desktop.services.decisions import rename_event
from desktop.services.events import group_library, list_events
from desktop.services.importing import import_files
from desktop.services.libraries import Library, create_library

Run = Callable[..., tuple[int, str]]
STORIES = {
    "Storm tears roof from school": (
        "A fierce storm tore the roof from a school in Anville on Friday, 5 July 2024, and 31 "
        "pupils were hurt, Mayor Ann Lee said."
    ),
    "Bank closes half of its branches": (
        "Harbor Bank will close 40 branches across Wessex by March 2019, its chairman Tom Reed "
        "told shareholders, who had asked for lower costs."
    ),
}


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """A library of two events, each of two articles."""
    for title, text in STORIES.items():
        for outlet in ("Daily", "Herald"):
            record = {"title": title, "text": f"{text} {outlet}.", "outlet": outlet}
            path = tmp_path / f"{outlet} on {title}.jsonl"
            path.write_text(json.dumps(record), "utf-8")
    library = create_library(tmp_path / "L.crosslight")
    assert list(import_files(library, sorted(tmp_path.glob("*.jsonl"))))
    assert list(group_library(library))
    assert len(list_events(library)) == 2
    return library


@pytest.fixture
def report(library: Library, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return what runs the command and gives its code and its message."""

    def run(*words: str | Path) -> tuple[int, str]:
        code = run_cli(["report", *map(str, words), "--library", library.url])
        told = capsys.readouterr()
        assert told.out == ""
        return code, told.err

    return run


def test_an_event_is_named_by_its_label_or_by_its_id(
    report: Run, library: Library, tmp_path: Path
) -> None:
    for event in list_events(library):
        targets = [tmp_path / f"{number}.json" for number in range(2)]
        for name, target in zip((event.id, event.label), targets, strict=True):
            assert report(name, "--to", target) == (0, f"{target}: written\n")
        by_id, by_label = (json.loads(target.read_bytes()) for target in targets)
        assert by_id["event"]["label"] == by_label["event"]["label"] == event.label
        assert by_id["articles"] == by_label["articles"]


def test_a_label_that_two_events_have_names_neither(
    report: Run, library: Library, tmp_path: Path
) -> None:
    first, second = list_events(library)
    for event in (first, second):
        rename_event(library, event.id, "Storm")
    code, err = report("Storm", "--to", tmp_path / "r.json")
    assert code == 3
    assert err.splitlines() == [
        "crosslight: Storm: more than one event is called so.",
        "List them with `crosslight events` and take the id.",
    ]
    assert report(second.id, "--to", tmp_path / "r.json")[0] == 0


@pytest.mark.parametrize("name", ["r.JSON", "report of 5 July.v2.json", ".json.json", "🌊.json"])
def test_the_ending_alone_says_the_kind_of_file(
    report: Run, library: Library, tmp_path: Path, name: str
) -> None:
    assert report(list_events(library)[0].id, "--to", tmp_path / name)[0] == 0
    assert len(json.loads((tmp_path / name).read_bytes())["articles"]) == 2


@pytest.mark.parametrize("name", ["report", "report.txt", "report.pdf.zip", ".json"])
def test_another_ending_is_refused_before_anything_is_looked_up(
    report: Run, tmp_path: Path, name: str
) -> None:
    code, err = report("nobody", "--to", tmp_path / name)
    assert code == 2
    assert "use .pdf or .json" in err
    assert not (tmp_path / name).exists()


def test_what_was_there_before_is_replaced_whole(
    report: Run, library: Library, tmp_path: Path
) -> None:
    target = tmp_path / "r.json"
    target.write_text("x" * 1_000_000, "utf-8")
    event = list_events(library)[0]
    assert report(event.id, "--to", target)[0] == 0
    assert json.loads(target.read_bytes())["event"]["label"] == event.label


@pytest.mark.parametrize("place", ["gone/r.json", "note.txt/r.json"])
def test_a_file_that_cannot_be_written_is_named_as_it_was_given(
    report: Run, library: Library, tmp_path: Path, place: str
) -> None:
    (tmp_path / "note.txt").write_text("a note", "utf-8")
    before = sorted(tmp_path.iterdir())
    code, err = report(list_events(library)[0].id, "--to", tmp_path / place)
    assert code == 3
    message, remedy = err.splitlines()
    assert message.startswith(f"crosslight: {tmp_path / place}: ")
    assert remedy
    assert sorted(tmp_path.iterdir()) == before


def test_a_report_for_a_printer_without_color_has_the_same_words_and_no_color(
    qapp: QGuiApplication, report: Run, library: Library, tmp_path: Path
) -> None:
    assert qapp
    event = list_events(library)[0].id
    assert report(event, "--to", tmp_path / "color.pdf")[0] == 0
    assert report(event, "--gray", "--to", tmp_path / "gray.pdf")[0] == 0
    color, gray = PdfReader(tmp_path / "color.pdf"), PdfReader(tmp_path / "gray.pdf")
    assert [page.extract_text() for page in gray.pages] == [
        page.extract_text() for page in color.pages
    ]
    assert colors(gray) < colors(color)
    # Of what is no gray only the two beams of the mark at the head are left.
    assert len(colors(gray)) == 2 < len(colors(color))


def colors(document: PdfReader) -> set[tuple[bytes, ...]]:
    """Return the colors that the pages paint with and that are no grays."""
    found: set[tuple[bytes, ...]] = set()
    for page in document.pages:
        contents = page.get_contents()
        assert contents is not None
        for line in contents.get_data().splitlines():
            *parts, operator = line.split() or [b""]
            if operator.lower() in (b"rg", b"scn") and len(set(parts)) > 1:
                found.add(tuple(parts))
    return found
