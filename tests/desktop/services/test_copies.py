"""Copies are found when they come in, shown as what they are, and kept."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa

from db.tables import ArticleRow
from desktop.core.model.copies import CopyKind
from desktop.services import decisions
from desktop.services.articles import ArticleQuery, count_articles, list_articles
from desktop.services.copies import (
    Copies,
    find_copies,
    list_copies,
    list_versions,
)
from desktop.services.exports import export_articles
from desktop.services.libraries import Library
from desktop.services.progress import FileStatus
from desktop.services.sessions import read_session
from tests.desktop.services.conftest import run_import, write

PARTS = (
    "The storm that hit the coast of Norland on Friday tore the roof from a school in Anville.",
    "Nobody was hurt in the night, but forty families had to leave their houses near the quay.",
    "The mayor, Bo Lund, said that the harbor wall had held for longer than anybody expected.",
    "A ferry with twelve people aboard waited behind the island until the wind had dropped.",
    "Engineers from the county will look at the pier on Monday before the market opens again.",
    "The council had put off the repair of the wall twice, for want of money, since the spring.",
    "Pupils are to be taught in the town hall until a new roof has been built, the school said.",
)
ANEW = (
    "By Saturday evening the lights were on again in most streets of the old town of Anville.",
    "Bo Lund now says the wall needs a second row of piles, which no budget has ever foreseen.",
    "The ferry line wants its passengers to book ahead as long as the eastern pier stays shut.",
)
ROAD = (
    "A road in the hills above Bergen Dale was closed on Tuesday after stones fell on a lorry.",
    "The driver walked home and told his neighbors that he had heard nothing but the radio.",
    "Geologists hang nets over the slope this week, and buses go round by the lake for a month.",
)


def page(text: tuple[str, ...], outlet: str = "", url: str = "", title: str = "Storm") -> str:
    """Return a web page with what its head states."""
    site = f'<meta property="og:site_name" content="{outlet}">' if outlet else ""
    link = f'<link rel="canonical" href="{url}">' if url else ""
    body = "".join(f"<p>{part}</p>" for part in text)
    head = f"<title>{title}</title>{site}{link}"
    return f"<html><head>{head}</head><body><article><h1>{title}</h1>{body}</article></body></html>"


def plain(text: tuple[str, ...], title: str = "Storm") -> str:
    """Return a text file."""
    return "\n\n".join((title, *text)) + "\n"


def only(library: Library) -> Copies:
    """Return the one pair of copies of a library."""
    (found,) = list_copies(library)
    return found


POST, WIRE = "https://post.example/storm", "https://wire.example/4711"


def test_another_outlets_print_is_a_reprint_and_both_are_kept(
    library: Library, tmp_path: Path
) -> None:
    run_import(library, write(tmp_path, "a.html", page(PARTS, "Norland Wire", WIRE)))
    run_import(library, write(tmp_path, "b.html", page(PARTS[:5], "Anville Post", POST, "Roof")))
    found = only(library)
    assert (found.kind, found.by_user, found.denied) == (CopyKind.REPRINT, False, False)
    assert (found.article.outlet, found.other.outlet) == ("Anville Post", "Norland Wire")
    assert found.share == 1.0
    assert count_articles(library).all == 2


def test_identical_text_under_another_outlet_is_a_reprint_too(
    library: Library, tmp_path: Path
) -> None:
    for name, outlet, url in (("a.html", "Norland Wire", WIRE), ("b.html", "Anville Post", POST)):
        (outcome,) = run_import(library, write(tmp_path, name, page(PARTS, outlet, url)))
        assert outcome.status is FileStatus.IMPORTED
    assert only(library).kind is CopyKind.REPRINT


@pytest.mark.parametrize(
    ("outlet", "url"), [("", ""), ("Anville Post", ""), ("Post of Anville", f"{POST}?utm_source=x")]
)
def test_identical_text_under_the_same_or_an_unknown_outlet_is_one_article(
    library: Library, tmp_path: Path, outlet: str, url: str
) -> None:
    run_import(library, write(tmp_path, "a.html", page(PARTS, "Anville Post", POST)))
    (outcome,) = run_import(library, write(tmp_path, "b.html", page(PARTS, outlet, url)))
    assert outcome.status is FileStatus.DUPLICATE
    assert count_articles(library).all == 1


def test_what_another_file_of_an_article_states_is_kept_and_tells_outlets_apart(
    library: Library, tmp_path: Path
) -> None:
    body = "".join(f"<p>{part}</p>" for part in PARTS)
    bare = f"<html><body><article><h1>Storm</h1>{body}</article></body></html>"
    run_import(library, write(tmp_path, "bare.html", bare))
    named = write(tmp_path, "named.html", page(PARTS, "Anville Post", POST))
    for _again in range(2):
        (outcome,) = run_import(library, named)
        assert outcome.status is FileStatus.DUPLICATE
    with read_session(library) as session:
        row = session.scalars(sa.select(ArticleRow)).one()
        assert row.stated is not None
        stated = [entry["value"] for entry in row.stated["outlet"]]
    assert stated.count("Anville Post") == 1
    (outcome,) = run_import(library, write(tmp_path, "w.html", page(PARTS, "Norland Wire", WIRE)))
    assert outcome.status is FileStatus.IMPORTED


def test_a_new_text_at_one_address_is_a_version(library: Library, tmp_path: Path) -> None:
    run_import(library, write(tmp_path, "a.html", page(PARTS, "Anville Post", POST)))
    newer = page((*ANEW, *PARTS[:2]), "Anville Post", f"{POST}#top", "Storm: lights on again")
    run_import(library, write(tmp_path, "b.html", newer))
    assert only(library).kind is CopyKind.REVISION


def test_the_same_text_kept_by_hand_without_an_outlet_is_a_duplicate(
    library: Library, tmp_path: Path
) -> None:
    run_import(library, write(tmp_path, "a.html", page(PARTS, "Anville Post", POST)))
    run_import(library, write(tmp_path, "b.txt", plain(PARTS[:6])))
    found = list_copies(library)
    assert [each.kind for each in found] == [CopyKind.DUPLICATE]


def test_two_reports_of_one_event_are_no_copies(library: Library, tmp_path: Path) -> None:
    run_import(library, write(tmp_path, "a.html", page(PARTS, "Anville Post", POST)))
    other = (*ANEW, *ROAD, PARTS[2])
    run_import(library, write(tmp_path, "b.html", page(other, "Norland Wire", WIRE)))
    assert list_copies(library) == ()


def test_which_came_in_first_does_not_matter(library: Library, tmp_path: Path) -> None:
    files = [
        write(tmp_path, "wire.html", page(PARTS, "Norland Wire", WIRE)),
        write(tmp_path, "post.html", page(PARTS[:5], "Anville Post", POST)),
        write(tmp_path, "kept.txt", plain(PARTS)),
    ]
    run_import(library, *files)
    kinds = {frozenset((c.article.id, c.other.id)): c.kind for c in list_copies(library)}
    rows = {row.source_name: row.id for row in list_articles(library, ArticleQuery())}
    pair = frozenset((rows["wire.html"], rows["post.html"]))
    assert kinds[pair] is CopyKind.REPRINT


def test_a_text_kept_by_hand_is_of_the_outlet_that_has_the_same_text(
    library: Library, tmp_path: Path
) -> None:
    wire = write(tmp_path, "wire.html", page(PARTS, "Norland Wire", WIRE))
    post = write(tmp_path, "post.html", page(PARTS[:5], "Anville Post", POST, "Roof gone"))
    later = write(tmp_path, "later.html", page((*PARTS[:5], *ANEW), "Norland Wire", WIRE))
    run_import(library, wire, post, write(tmp_path, "kept.txt", plain(PARTS)), later)
    rows = {row.id: row.source_name for row in list_articles(library, ArticleQuery())}
    kept = next(each for each, name in rows.items() if name == "kept.txt")
    found = {
        rows[c.other.id if c.article.id == kept else c.article.id]: c.kind
        for c in list_copies(library, article_id=kept)
    }
    assert found == {
        "wire.html": CopyKind.DUPLICATE,
        "post.html": CopyKind.REPRINT,
        "later.html": CopyKind.REVISION,
    }


def test_an_export_names_the_copies_of_each_article(library: Library, tmp_path: Path) -> None:
    run_import(library, write(tmp_path, "a.html", page(PARTS, "Norland Wire", WIRE)))
    run_import(library, write(tmp_path, "b.html", page(PARTS[:5], "Anville Post", POST)))
    first, second = export_articles(library)
    assert [(each.id, each.kind) for each in first.relations] == [(second.id, "reprint")]
    assert [(each.id, each.kind) for each in second.relations] == [(first.id, "reprint")]


def test_a_copy_in_the_trash_is_not_shown_until_it_is_back(
    library: Library, tmp_path: Path
) -> None:
    run_import(library, write(tmp_path, "a.html", page(PARTS, "Norland Wire", WIRE)))
    run_import(library, write(tmp_path, "b.html", page(PARTS[:5], "Anville Post", POST)))
    gone = only(library).article.id
    decisions.trash_articles(library, [gone])
    assert list_copies(library) == ()
    assert all(not each.relations for each in export_articles(library))
    decisions.undo(library)
    assert only(library).article.id == gone


def test_another_outlet_given_by_hand_makes_another_kind(library: Library, tmp_path: Path) -> None:
    run_import(library, write(tmp_path, "a.html", page(PARTS, "Anville Post", POST)))
    run_import(library, write(tmp_path, "b.txt", plain(PARTS[:6])))
    copy = only(library).article.id
    decisions.edit_field(library, copy, "outlet", "Norland Wire")
    assert only(library).kind is CopyKind.REPRINT
    decisions.undo(library)
    assert only(library).kind is CopyKind.DUPLICATE
    decisions.redo(library)
    assert only(library).kind is CopyKind.REPRINT


def test_articles_from_before_copies_were_looked_for_are_placed_later(
    library: Library, tmp_path: Path
) -> None:
    run_import(library, write(tmp_path, "a.html", page(PARTS, "Norland Wire", WIRE)))
    run_import(library, write(tmp_path, "b.html", page(PARTS[:5], "Anville Post", POST)))
    assert library.path is not None
    with closing(sqlite3.connect(library.path)) as file:
        file.execute("DELETE FROM copy_key")
        file.execute("DELETE FROM relation")
        file.commit()
    assert list_copies(library) == ()
    steps = list(find_copies(library))
    assert (steps[-1].done, steps[-1].total) == (2, 2)
    assert only(library).kind is CopyKind.REPRINT
    assert list(find_copies(library)) == []


def test_versions_stand_in_the_order_of_their_dates(library: Library, tmp_path: Path) -> None:
    dated = '<meta property="article:published_time" content="{}">'
    for name, parts, day in (
        ("late.html", (*PARTS[:5], *ANEW), "2024-11-03T09:00:00Z"),
        ("early.html", PARTS, "2024-11-02T18:00:00+05:30"),
        ("last.html", (*PARTS[:4], *ANEW), "2024-11-03T09:30:00+00:00"),
    ):
        source = page(parts, "Anville Post", POST).replace("</head>", f"{dated.format(day)}</head>")
        run_import(library, write(tmp_path, name, source))
    rows = {row.id: row.source_name for row in list_articles(library, ArticleQuery())}
    shown = next(iter(rows))
    versions = list_versions(library, shown)
    assert [rows[each.id] for each in versions] == ["early.html", "late.html", "last.html"]
    assert [each.is_shown for each in versions] == [False, True, False]


def test_an_article_alone_has_no_versions(samples: Library) -> None:
    row = list_articles(samples, ArticleQuery())[0]
    assert list_versions(samples, row.id) == ()
    assert list_copies(samples) == ()
