"""A bundle holds all that belongs to its articles, under names that every system takes."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from desktop.core.model.spans import Span
from desktop.services.decisions import rename_event, trash_articles
from desktop.services.events import event_members, list_events
from desktop.services.export_formats import ExportFormat
from desktop.services.exporting import ExportChoice, write_export
from desktop.services.exports import export_articles
from desktop.services.libraries import Library, open_library
from desktop.services.notes import add_event_note, add_note
from desktop.services.outlet_names import add_alias
from desktop.services.tags import rate_articles, tag_articles
from tests.desktop.services.conftest import STORM, run_import, write


def bundled(library: Library, choice: ExportChoice | None = None) -> zipfile.ZipFile:
    """Return a bundle, open to be read."""
    target = io.BytesIO()
    for _step in write_export(library, target, ExportFormat.BUNDLE, choice or ExportChoice()):
        pass
    bundle = zipfile.ZipFile(target)
    assert bundle.testzip() is None
    return bundle


def lines(bundle: zipfile.ZipFile, name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in bundle.read(f"{name}.jsonl").splitlines()]


def add_titled(library: Library, folder: Path, *titles: str) -> list[str]:
    """Import an article for each title and return their ids."""
    records = [
        {"title": title, "text": f"{STORM}\nReport {nth} of the day.", "outlet": "Pier Post"}
        for nth, title in enumerate(titles)
    ]
    file = write(folder, "given.jsonl", "\n".join(map(json.dumps, records)))
    (outcome,) = run_import(library, file)
    return [article.id for article in outcome.articles]


TITLES = (
    "../../etc/passwd",
    "C:\\Windows\\system32",
    "Zelenskýy’s “plan” 🌊",
    "Мэр говорит о шторме",
    "CON",
    "a" * 300,
    "What? Who: why* <not> | “that”.",
)


def test_no_title_leads_a_file_out_of_its_folder(library: Library, tmp_path: Path) -> None:
    add_titled(library, tmp_path, *TITLES)
    with bundled(library) as bundle:
        names = [name for name in bundle.namelist() if "/" in name]
        articles = lines(bundle, "articles")
    shape = re.compile(r"(texts|analysis)/\d{6}-[a-z0-9-]{1,48}\.(txt|txt\.meta\.json|json)")
    assert [name for name in names if not shape.fullmatch(name)] == []
    assert len({name.casefold() for name in names}) == len(names) == 3 * len(TITLES)
    assert articles[3]["file"] == "texts/000004-article.txt"  # a title without a plain letter
    assert [article["title"] for article in articles][:5] == list(TITLES[:5])


def test_articles_of_one_title_have_files_of_their_own(library: Library, tmp_path: Path) -> None:
    add_titled(library, tmp_path, "Storm", "Storm", "storm!")
    with bundled(library) as bundle:
        files = [article["file"] for article in lines(bundle, "articles")]
        texts = {bundle.read(name).decode() for name in files}
    assert files == [f"texts/00000{nth}-storm.txt" for nth in (1, 2, 3)]
    assert len(texts) == 3


def test_a_sidecar_states_what_is_known_and_nothing_else(library: Library, tmp_path: Path) -> None:
    (article,) = add_titled(library, tmp_path, "Storm")
    with bundled(library) as bundle:
        bare = json.loads(bundle.read("texts/000001-storm.txt.meta.json"))
    assert {"authors", "published", "tags", "importance", "url", "section"} & set(bare) == set()
    assert (bare["title"], bare["outlet"]) == ("Storm", "Pier Post")
    tag_articles(library, [article], "Überschrift")
    rate_articles(library, [article], 3)
    with bundled(library) as bundle:
        full = bundle.read("texts/000001-storm.txt.meta.json").decode()
    assert json.loads(full) == {**bare, "tags": ["Überschrift"], "importance": 3}
    assert "Überschrift" in full  # for people, too


def test_events_go_with_the_name_that_the_user_gave_and_the_chosen_articles(
    analyzed: Library,
) -> None:
    (event,) = list_events(analyzed)
    members = event_members(analyzed, event.id)
    rename_event(analyzed, event.id, "Kursk, in short")
    with bundled(analyzed, ExportChoice(ids=(members[1], members[0]))) as bundle:
        (told,) = lines(bundle, "events")
        chosen = [article["id"] for article in lines(bundle, "articles")]
    assert (told["id"], told["label"]) == (event.id, "Kursk, in short")
    assert sorted(told["articles"]) == sorted(members[:2]) == sorted(chosen)


def test_an_event_without_a_chosen_article_stays_out(analyzed: Library, tmp_path: Path) -> None:
    (other,) = add_titled(analyzed, tmp_path, "Storm")
    with bundled(analyzed, ExportChoice(ids=(other,))) as bundle:
        assert lines(bundle, "events") == []
        assert [article["id"] for article in lines(bundle, "articles")] == [other]


def test_decisions_on_other_articles_stay_out(library: Library, tmp_path: Path) -> None:
    one, two = add_titled(library, tmp_path, "Storm", "Calm")
    add_note(library, one, "Mine", Span(0, 5))
    add_note(library, two, "The other’s")
    with bundled(library, ExportChoice(ids=(one,))) as bundle:
        decided = lines(bundle, "decisions")
        (article,) = lines(bundle, "articles")
    assert {each["article"] for each in decided} == {None, one}
    assert [each["label"] for each in decided] == ["Add 2 articles", "Add note on words"]
    assert [note["text"] for note in article["notes"]] == ["Mine"]
    assert "The other’s" not in json.dumps(decided, ensure_ascii=False)


def test_notes_on_events_and_names_of_outlets_have_lists(analyzed: Library) -> None:
    (event,) = list_events(analyzed)
    add_event_note(analyzed, event.id, "Who was there?\n\nNobody says.")
    outlet = next(article.outlet for article in export_articles(analyzed) if article.outlet)
    add_alias(analyzed, "Ünlü Post", outlet)
    with bundled(analyzed) as bundle:
        (note,) = lines(bundle, "notes")
        aliases = {each["name"]: each["aliases"] for each in lines(bundle, "outlets")}
    assert (note["event"], note["text"]) == (event.id, "Who was there?\n\nNobody says.")
    assert "Ünlü Post" in aliases[outlet]


def test_the_table_of_contents_counts_what_is_inside(analyzed: Library) -> None:
    ids = [article.id for article in export_articles(analyzed)]
    trash_articles(analyzed, ids[:2])
    with bundled(analyzed) as bundle:
        about = json.loads(bundle.read("crosslight-bundle.json"))
        readme = bundle.read("README.txt").decode()
        inside = set(bundle.namelist())
        for name, count in about["counts"].items():
            assert len(lines(bundle, name)) == count
    assert (about["format"], about["version"]) == ("crosslight-bundle", 1)
    assert about["counts"]["articles"] == 3
    assert about["library"] == "Analyzed"
    assert {f"{name}.jsonl" for name in about["counts"]} <= inside
    assert all(f"{name}.jsonl" in readme for name in about["counts"])


def test_an_analysis_speaks_of_the_text_beside_it(analyzed: Library) -> None:
    with bundled(analyzed) as bundle:
        for article in lines(bundle, "articles"):
            name = article["file"].removeprefix("texts/").removesuffix(".txt")
            found = json.loads(bundle.read(f"analysis/{name}.json"))
            text = bundle.read(article["file"]).decode()
            assert found["id"] == article["id"]
            assert text == article["text"]


@pytest.mark.parametrize("name", ["Empty.crosslight", "Лист 🌊.crosslight"])
def test_an_empty_bundle_is_whole_and_adds_nothing(tmp_path: Path, name: str) -> None:
    empty = open_library(tmp_path / name, create=True)
    with bundled(empty) as bundle:
        assert json.loads(bundle.read("crosslight-bundle.json"))["library"] == empty.name
    target = tmp_path / "empty.zip"
    with target.open("wb") as file:
        assert list(write_export(empty, file, ExportFormat.BUNDLE, ExportChoice())) == []
    run_import(empty, target)
    assert list(export_articles(empty)) == []
    empty.close()


def test_a_library_opened_to_be_read_can_be_bundled(analyzed: Library) -> None:
    reading = open_library(analyzed.url, read_only=True)
    try:
        with bundled(reading) as one, bundled(analyzed) as other:
            assert one.namelist() == other.namelist()
            assert one.read("articles.jsonl") == other.read("articles.jsonl")
            assert one.read("events.jsonl") == other.read("events.jsonl")
    finally:
        reading.close()
