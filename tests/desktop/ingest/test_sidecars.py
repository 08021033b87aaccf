"""Sidecars: what they state is taken, and whatever else they hold does no harm."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.ingest.drafts import FileFacts
from desktop.ingest.folders import FoundFile, find_files
from desktop.ingest.sidecars import Sidecars


def facts(folder: Path, name: str = "a.txt") -> FileFacts:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
    return Sidecars().facts_of(FoundFile(path, str(path), folder))


@pytest.mark.parametrize("comma", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_list_may_be_saved_as_spreadsheets_save_it(
    tmp_path: Path, comma: str, encoding: str
) -> None:
    rows = [
        ["File", " OUTLET ", "Author", "published"],
        ["a.txt", "Zürcher", "Ann; Bob", "2024-11-02"],
    ]
    text = "\r\n".join(comma.join(f'"{cell}"' for cell in row) for row in rows)
    (tmp_path / "sources.csv").write_bytes(text.encode(encoding))
    assert facts(tmp_path) == FileFacts(
        outlet="Zürcher", authors=("Ann", "Bob"), published="2024-11-02"
    )


@pytest.mark.parametrize(
    "content",
    [
        "",
        "a.txt,Daily Test",
        "name,outlet\na.txt,Daily Test",
        "file\na.txt",
        "file,outlet",
        "file,outlet\n,Daily Test",
        "file,outlet\n../a.txt,Daily Test",
        'file,outlet\n"a.txt',
        "file,outlet\na.txt",
    ],
)
def test_a_list_that_states_nothing_of_a_file_is_no_fault(tmp_path: Path, content: str) -> None:
    (tmp_path / "sources.csv").write_text(content)
    assert facts(tmp_path) == FileFacts()


def test_the_nearest_list_wins_and_lists_above_the_given_folder_are_not_looked_at(
    tmp_path: Path,
) -> None:
    given_folder = tmp_path / "given"
    inner = given_folder / "inner"
    inner.mkdir(parents=True)
    (tmp_path / "sources.csv").write_text("file,outlet\ngiven/top.txt,Above\n")
    (given_folder / "sources.csv").write_text("file,outlet\ninner/a.txt,Far\ninner/b.txt,Far\n")
    (inner / "sources.csv").write_text("file,outlet\na.txt,Near\n")
    found = [facts(given_folder, name).outlet for name in ("inner/a.txt", "inner/b.txt", "top.txt")]
    assert found == ["Near", "Far", ""]


def test_a_file_given_alone_has_the_list_beside_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    (tmp_path / "sources.csv").write_text("file,outlet,url\na.txt,Daily Test,https://x.org\n")
    sidecars = Sidecars()
    (file,) = sidecars.without_applied(find_files([tmp_path / "a.txt"]))
    assert sidecars.facts_of(file) == FileFacts(outlet="Daily Test", url="https://x.org")


@pytest.mark.parametrize("name", ["a.txt.meta.json", "a.meta.json"])
def test_a_meta_file_is_found_by_the_whole_name_or_without_the_ending(
    tmp_path: Path, name: str
) -> None:
    meta = {"title": "T", "outlet": "O", "author": "Ann Lee", "language": "en", "url": "u"}
    (tmp_path / name).write_text(json.dumps(meta))
    assert facts(tmp_path) == FileFacts("T", "O", ("Ann Lee",), "", "u", "en")
    (tmp_path / "a.txt").touch()
    files = Sidecars().without_applied(find_files([tmp_path]))
    assert [file.path.name for file in files] == ["a.txt"]


JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=6,
)
FIELDS = st.sampled_from(["title", "outlet", "author", "authors", "published", "url", "language"])


@given(st.dictionaries(FIELDS, JSON))
def test_any_meta_file_gives_facts_of_the_right_kinds(
    tmp_path_factory: pytest.TempPathFactory, meta: dict[str, Any]
) -> None:
    folder = tmp_path_factory.mktemp("meta")
    (folder / "a.txt.meta.json").write_text(json.dumps(meta))
    found = facts(folder)
    plain = (found.title, found.outlet, found.published, found.url, found.language, *found.authors)
    assert all("\n" not in value for value in plain)


@given(st.binary(max_size=200))
def test_any_bytes_of_a_list_do_no_harm(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    folder = tmp_path_factory.mktemp("list")
    (folder / "sources.csv").write_bytes(b"file,outlet\na.txt," + data)
    assert isinstance(facts(folder), FileFacts)


def test_a_list_beyond_five_megabytes_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "sources.csv").write_text("file,outlet\na.txt,Daily Test\n" + "x" * 5_000_001)
    assert facts(tmp_path) == FileFacts()
