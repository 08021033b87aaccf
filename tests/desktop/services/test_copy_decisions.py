"""What the user says of two articles holds, is undone, and is honored when files come again."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.core.model.copies import CopyKind
from desktop.services import decisions
from desktop.services.articles import ArticleQuery, list_articles
from desktop.services.copies import list_copies
from desktop.services.copy_decisions import link_copies, merge_copies, unlink_copies
from desktop.services.errors import CrosslightError
from desktop.services.libraries import Library
from desktop.services.progress import FileStatus
from tests.desktop.services.conftest import run_import, write
from tests.desktop.services.test_copies import ANEW, PARTS, POST, ROAD, WIRE, page, plain


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Return files of two reprints and of a report on something else."""
    return [
        write(tmp_path, "wire.html", page(PARTS, "Norland Wire", WIRE)),
        write(tmp_path, "post.html", page(PARTS[:5], "Anville Post", POST, "Roof gone")),
        write(tmp_path, "road.txt", plain(ROAD, "Road closed")),
    ]


@pytest.fixture
def ids(library: Library, files: list[Path]) -> tuple[str, str, str]:
    """Return the articles of the files."""
    run_import(library, *files)
    wire, post, road = (row.id for row in list_articles(library, ArticleQuery()))
    return wire, post, road


def test_two_copies_are_said_to_be_none_and_that_is_undone(
    library: Library, ids: tuple[str, str, str]
) -> None:
    wire, post, _road = ids
    unlink_copies(library, wire, post)
    assert decisions.undo_label(library) == "Take “Roof gone” and “Storm” as two articles"
    assert list_copies(library) == ()
    (denied,) = list_copies(library, denied=True)
    assert (denied.denied, denied.by_user) == (True, True)
    decisions.undo(library)
    (found,) = list_copies(library)
    assert (found.kind, found.by_user) == (CopyKind.REPRINT, False)
    decisions.redo(library)
    assert list_copies(library) == ()


def test_what_was_denied_is_not_found_again(
    library: Library, ids: tuple[str, str, str], files: list[Path]
) -> None:
    wire, post, _road = ids
    unlink_copies(library, post, wire)
    decisions.edit_field(library, post, "outlet", "Another Post")
    run_import(library, *files)
    assert list_copies(library) == ()
    decisions.trash_articles(library, [post])
    (outcome,) = run_import(library, files[1])
    assert outcome.restored == 1
    assert list_copies(library) == ()


@pytest.mark.parametrize("kind", list(CopyKind))
def test_two_articles_are_said_to_be_copies(
    library: Library, ids: tuple[str, str, str], kind: CopyKind
) -> None:
    _wire, post, road = ids
    link_copies(library, road, post, kind)
    (found,) = list_copies(library, kind, road)
    assert (found.article.id, found.other.id) == (road, post)
    assert (found.by_user, found.share) == (True, 0.0)
    decisions.undo(library)
    assert list_copies(library, article_id=road) == ()


def test_saying_it_twice_is_one_decision(library: Library, ids: tuple[str, str, str]) -> None:
    wire, post, _road = ids
    link_copies(library, wire, post, CopyKind.REPRINT)
    count = len(decisions.list_decisions(library))
    link_copies(library, post, wire, CopyKind.REPRINT)
    assert len(decisions.list_decisions(library)) == count


def test_a_merged_article_goes_to_the_trash_and_comes_back_with_undo(
    library: Library, ids: tuple[str, str, str]
) -> None:
    wire, post, road = ids
    merge_copies(library, wire, post)
    assert [row.id for row in list_articles(library, ArticleQuery())] == [wire, road]
    assert [row.id for row in list_articles(library, ArticleQuery("trash"))] == [post]
    assert decisions.undo(library) == "Merge “Roof gone” into “Storm”"
    assert [row.id for row in list_articles(library, ArticleQuery())] == [wire, post, road]
    assert [each.kind for each in list_copies(library)] == [CopyKind.REPRINT]
    decisions.redo(library)
    assert [row.id for row in list_articles(library, ArticleQuery("trash"))] == [post]


def test_the_file_of_a_merged_article_is_a_duplicate_of_the_one_kept(
    library: Library, ids: tuple[str, str, str], files: list[Path]
) -> None:
    wire, post, _road = ids
    merge_copies(library, wire, post)
    (outcome,) = run_import(library, files[1])
    assert outcome.status is FileStatus.DUPLICATE
    assert [ref.id for ref in outcome.articles] == [wire]
    decisions.undo(library)
    (outcome,) = run_import(library, files[1])
    assert [ref.id for ref in outcome.articles] == [post]


def test_what_is_no_pair_is_refused(library: Library, ids: tuple[str, str, str]) -> None:
    wire, post, _road = ids
    with pytest.raises(CrosslightError, match="no copy of itself"):
        merge_copies(library, wire, wire)
    with pytest.raises(CrosslightError, match="has no article"):
        unlink_copies(library, wire, "nobody")
    decisions.trash_articles(library, [post])
    with pytest.raises(CrosslightError, match="in the trash"):
        merge_copies(library, wire, post)


def test_two_versions_of_one_address_can_be_said_to_be_one_text(
    library: Library, tmp_path: Path
) -> None:
    run_import(library, write(tmp_path, "a.html", page(PARTS, "Anville Post", POST)))
    run_import(library, write(tmp_path, "b.html", page((*PARTS, *ANEW), "Anville Post", POST)))
    (found,) = list_copies(library)
    link_copies(library, found.article.id, found.other.id, CopyKind.DUPLICATE)
    (said,) = list_copies(library)
    assert (said.kind, said.share, said.by_user) == (CopyKind.DUPLICATE, found.share, True)
