"""Each article among the copies says why it is there, and names its partner."""

from __future__ import annotations

from pathlib import Path

from desktop.core.model.copies import CopyKind
from desktop.services.articles import ArticleQuery, count_articles, list_articles
from desktop.services.copy_notes import list_copy_notes
from desktop.services.libraries import Library
from tests.desktop.services.conftest import run_import, write
from tests.desktop.services.test_copies import ANEW, PARTS, POST, WIRE, page, plain


def test_each_collection_has_its_articles_and_each_article_its_reason(
    library: Library, tmp_path: Path
) -> None:
    wire = write(tmp_path, "wire.html", page(PARTS, "Norland Wire", WIRE))
    post = write(tmp_path, "post.html", page(PARTS[:5], "Anville Post", POST, "Roof gone"))
    later = write(tmp_path, "later.html", page((*PARTS[:5], *ANEW), "Norland Wire", WIRE, "Later"))
    run_import(library, wire, post, later, write(tmp_path, "kept.txt", plain(PARTS)))
    run_import(library, later)
    rows = {row.source_name: row.id for row in list_articles(library, ArticleQuery())}
    ids = list(rows.values())
    counts = count_articles(library)
    for kind, collection, count in (
        (CopyKind.REPRINT, "reprints", counts.reprints),
        (CopyKind.REVISION, "revisions", counts.revisions),
        (CopyKind.DUPLICATE, "duplicates", counts.duplicates),
    ):
        held = [row.id for row in list_articles(library, ArticleQuery(collection))]
        notes = list_copy_notes(library, kind, ids)
        assert sorted(notes) == sorted(held)
        assert len(held) == count > 0
    reprints = list_copy_notes(library, CopyKind.REPRINT, [rows["wire.html"]])
    (note,) = reprints[rows["wire.html"]]
    assert (note.text, note.partner) == (
        "Also printed as “Roof gone”, Anville Post",
        rows["post.html"],
    )
    again = list_copy_notes(library, CopyKind.DUPLICATE, [rows["later.html"]])
    texts = [note.text for note in again[rows["later.html"]]]
    assert any(text.startswith("Given again as later.html on 20") for text in texts)
