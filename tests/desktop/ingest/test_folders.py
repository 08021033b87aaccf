"""Finding files and sidecars: nothing blocks, nothing leads out, sidecars are not files."""

from __future__ import annotations

import json
import os
import socket
from pathlib import Path

import pytest

from desktop.ingest.drafts import FileFacts
from desktop.ingest.folders import find_files
from desktop.ingest.readers import too_large
from desktop.ingest.sidecars import Sidecars


def codes(*paths: Path) -> dict[str, str | None]:
    found = find_files(paths)
    return {file.path.name: file.problem.code if file.problem else None for file in found}


def test_a_folder_gives_its_files_in_order_and_as_they_were_named(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("b.txt", "a.txt", "sub/c.txt"):
        (tmp_path / name).write_text("x")
    shown = [file.shown for file in find_files([tmp_path])]
    assert shown == [str(tmp_path / name) for name in ("a.txt", "b.txt", "sub/c.txt")]


def test_a_folder_gives_hidden_files_and_no_caches(tmp_path: Path) -> None:
    for name in (".notes/a.txt", "__pycache__/b.txt", "sub/.c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert codes(tmp_path) == {"a.txt": None, ".c.txt": None}


def test_an_empty_folder_is_said_to_be_one(tmp_path: Path) -> None:
    assert list(codes(tmp_path).values()) == ["empty-folder"]


@pytest.mark.skipif(os.name == "nt", reason="there are no pipes and devices in folders")
def test_what_is_no_file_is_refused_without_opening_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(os.path.relpath(tmp_path / "socket"))
        (tmp_path / "broken").symlink_to(tmp_path / "nowhere")
        found = codes(tmp_path, Path("/dev/zero"), tmp_path / "missing.txt")
    assert found == {
        "pipe": "not-a-file",
        "socket": "not-a-file",
        "broken": "missing",
        "zero": "not-a-file",
        "missing.txt": "missing",
    }


@pytest.mark.skipif(os.name == "nt", reason="making links needs rights there")
def test_a_link_that_leads_out_is_refused_inside_a_folder_and_followed_when_named(
    tmp_path: Path,
) -> None:
    (tmp_path / "outside.txt").write_text("x")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "inside.txt").write_text("x")
    (folder / "out.txt").symlink_to(tmp_path / "outside.txt")
    (folder / "in.txt").symlink_to(folder / "inside.txt")
    assert codes(folder) == {"in.txt": None, "inside.txt": None, "out.txt": "link-leads-out"}
    assert codes(folder / "out.txt") == {"out.txt": None}


def test_a_file_beyond_the_limit_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(50_000_000)
    (found,) = find_files([tmp_path / "big.txt"])
    assert found.problem is not None
    assert found.problem.message == (
        "The file has 50 MB and files of more than 25 MB are not read; "
        "save each article in a file of its own and add those."
    )
    assert too_large(25_000_001).message.startswith("The file has 26 MB")


def test_sources_csv_states_facts_of_the_files_beside_and_below(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("a.txt", "sub/b.txt", "c.txt"):
        (tmp_path / name).write_text("x")
    (tmp_path / "sources.csv").write_text(
        "File;Outlet;Author;Published;URL\n"
        "a.txt;Daily Test;Ann Lee; 2 Nov 2024 ;http://x.org\nsub\\b.txt;Other;;;\n"
    )
    sidecars = Sidecars()
    files = sidecars.without_applied(find_files([tmp_path]))
    facts = {file.path.name: sidecars.facts_of(file) for file in files}
    assert facts == {
        "a.txt": FileFacts(
            outlet="Daily Test", authors=("Ann Lee",), published="2024-11-02", url="http://x.org"
        ),
        "b.txt": FileFacts(outlet="Other"),
        "c.txt": FileFacts(),
    }


def test_a_meta_json_beside_a_file_goes_before_the_list(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "sources.csv").write_text("file,outlet\na.txt,Wrong\n")
    meta = {"outlet": "Right", "authors": ["Ann", "Bob"], "published": "soon", "title": 5}
    (tmp_path / "a.txt.meta.json").write_text(json.dumps(meta))
    sidecars = Sidecars()
    (file,) = sidecars.without_applied(find_files([tmp_path]))
    assert sidecars.facts_of(file) == FileFacts(outlet="Right", authors=("Ann", "Bob"))


def test_a_sidecar_that_describes_nothing_is_a_file_like_any_other(tmp_path: Path) -> None:
    (tmp_path / "sources.csv").write_text("file,outlet\ngone.txt,Gone\n")
    (tmp_path / "b.meta.json").write_text("[1]")
    files = Sidecars().without_applied(find_files([tmp_path]))
    assert [file.path.name for file in files] == ["b.meta.json", "sources.csv"]
