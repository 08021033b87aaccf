"""What an import tells: a line for each folder and sidecar that gave nothing, and a true sum."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.services.articles import ArticleQuery, count_articles, list_articles
from desktop.services.importing import (
    ArticleRef,
    FileOutcome,
    FileStatus,
    explain_nothing,
    summarize,
)
from desktop.services.libraries import Library
from tests.desktop.services.conftest import run_import, write

FOLDER = "The folder holds no articles; save them in it as text or as web pages and add it again."
SIDECAR = "A sidecar alone adds nothing; add its folder, or the files that it describes, with it."


def told(library: Library, *paths: Path) -> list[str]:
    return explain_nothing(paths, run_import(library, *paths))


def test_a_folder_with_articles_needs_no_explanation(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    write(folder / "deep" / "deeper", "storm.txt")
    write(folder, "rubbish.txt", "")
    assert told(library, folder) == []
    assert told(library, folder) == []  # duplicates are articles, too


def test_a_folder_of_files_that_hold_no_article_is_explained(
    library: Library, tmp_path: Path
) -> None:
    folder = tmp_path / "dots"
    write(folder, "dots.txt", "...")
    write(folder / "deep", "empty.txt", "")
    assert told(library, folder) == [f"{folder}: {FOLDER}"]
    assert told(library, folder, folder) == [f"{folder}: {FOLDER}"]


def test_a_folder_without_files_is_explained_by_its_own_outcome(
    library: Library, tmp_path: Path
) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    (outcome,) = run_import(library, folder)
    assert outcome.error is not None
    assert outcome.error.code == "empty-folder"
    assert explain_nothing([folder], [outcome]) == []


@pytest.mark.parametrize("name", ["sources.csv", "storm.txt.meta.json"])
def test_a_sidecar_that_was_given_alone_is_explained(
    library: Library, tmp_path: Path, name: str
) -> None:
    article = write(tmp_path, "storm.txt")
    content = "file,outlet\nstorm.txt,Daily Test\n" if name.endswith(".csv") else "{}"
    sidecar = write(tmp_path, name, content)
    assert told(library, sidecar) == [f"{sidecar}: {SIDECAR}"]
    assert told(library, sidecar, article) == []
    assert count_articles(library).all == 1


def test_a_folder_is_the_same_by_any_way_that_leads_to_it(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "articles", "storm.txt")
    (tmp_path / "other").mkdir()
    monkeypatch.chdir(tmp_path)
    assert told(library, Path("articles")) == []
    outcomes = run_import(library, Path("articles"))
    assert explain_nothing([tmp_path / "articles"], outcomes) == []
    assert explain_nothing([Path("other", "..", "articles")], outcomes) == []
    (tmp_path / "art").mkdir()
    assert explain_nothing([Path("art")], outcomes) == [f"art: {FOLDER}"]


def test_a_name_that_no_system_takes_is_told_once(library: Library, tmp_path: Path) -> None:
    path = tmp_path / ("x" * 300 + ".txt")
    (outcome,) = run_import(library, path)
    assert outcome.error is not None
    assert outcome.error.message.endswith("copy it elsewhere and add the copy.")
    assert explain_nothing([path], [outcome]) == []


REFS = st.integers(0, 4).map(lambda number: ArticleRef(f"{number}", f"Article {number}"))


@st.composite
def outcomes(draw: st.DrawFn) -> FileOutcome:
    status = draw(st.sampled_from(list(FileStatus)))
    refs = () if status is FileStatus.REJECTED else tuple(draw(st.lists(REFS, max_size=3)))
    return FileOutcome("x", status, refs)


@given(st.lists(outcomes()))
def test_an_article_counts_once_however_many_files_name_it(some: list[FileOutcome]) -> None:
    summary = summarize(some)
    new = (FileStatus.IMPORTED, FileStatus.ATTENTION)
    expected = {ref.id for outcome in some if outcome.status in new for ref in outcome.articles}
    assert len(summary.article_ids) == len(set(summary.article_ids))
    assert set(summary.article_ids) == expected
    assert summary.added == len(expected)
    statuses = [outcome.status for outcome in some]
    assert summary.attention == statuses.count(FileStatus.ATTENTION)
    assert str(summary.added) == summary.text.split()[0]


@pytest.mark.parametrize(
    ("statuses", "text"),
    [
        ([FileStatus.DUPLICATE], "0 added, 1 duplicate"),
        ([FileStatus.DUPLICATE] * 2, "0 added, 2 duplicates"),
        ([FileStatus.REJECTED], "0 added, 0 duplicates, 1 not read"),
        ([FileStatus.IMPORTED, FileStatus.ATTENTION], "1 added, 0 duplicates, 1 to look over"),
        (list(FileStatus), "1 added, 1 duplicate, 1 to look over, 1 not read"),
    ],
)
def test_the_sum_is_one_line(statuses: Sequence[FileStatus], text: str) -> None:
    ref = ArticleRef("a", "A")
    assert summarize(FileOutcome("x", status, (ref,)) for status in statuses).text == text


def test_a_file_with_new_known_and_trashed_articles_tells_only_its_news(
    library: Library, tmp_path: Path
) -> None:
    def records(*numbers: int) -> Path:
        lines = [json.dumps({"text": of_their_own(n), "title": f"Storm {n}"}) for n in numbers]
        return write(tmp_path, f"{len(numbers)}.jsonl", "\n".join(lines))

    def of_their_own(number: int) -> str:
        return " ".join(f"gale{number}of{hour}" for hour in range(40)) + "."

    run_import(library, records(1))
    outcomes = run_import(library, records(1, 2, 3, 3))
    assert [ref.title for ref in outcomes[0].articles] == ["Storm 2", "Storm 3"]
    assert summarize(outcomes).text == "2 added, 0 duplicates"
    (again,) = run_import(library, records(1, 2))
    assert again.status is FileStatus.DUPLICATE
    assert [ref.title for ref in again.articles] == ["Storm 1", "Storm 2"]
    assert count_articles(library).duplicates == 2
    assert len(list_articles(library, ArticleQuery("duplicates"))) == 2


def test_two_names_of_one_file_are_one_article(library: Library, tmp_path: Path) -> None:
    path = write(tmp_path / "one", "storm.txt")
    os.link(path, tmp_path / "one" / "again.txt")
    told_of = run_import(library, tmp_path / "one")
    assert [outcome.status for outcome in told_of] == [FileStatus.IMPORTED, FileStatus.DUPLICATE]
    assert [Path(outcome.path).name for outcome in told_of] == ["again.txt", "storm.txt"]
    assert told_of[0].articles == told_of[1].articles
