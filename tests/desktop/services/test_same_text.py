"""Which article a text is already: by its letters, its outlet, and what became of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.core.model.articles import Stated
from desktop.ingest.drafts import ArticleDraft, FileFacts, Statement
from desktop.services import decisions
from desktop.services.articles import ArticleQuery, list_articles
from desktop.services.copy_decisions import merge_copies
from desktop.services.incoming import Incoming, to_incoming
from desktop.services.joined_statements import join_statements
from desktop.services.libraries import Library
from desktop.services.same_text import find_same
from desktop.services.sessions import read_session
from desktop.services.texts_edited import edit_text
from tests.desktop.services.conftest import run_import, write
from tests.desktop.services.test_copies import PARTS, POST, WIRE, page, plain

TEXT = plain(PARTS)


def came(text: str = TEXT, outlet: str = "", url: str = "") -> Incoming:
    """Return a text as a file gives it that states an outlet and an address, or neither."""
    facts = FileFacts(title="Storm", outlet=outlet, url=url)
    told = (Statement("outlet", outlet, "JSON-LD"),) if outlet else ()
    draft = ArticleDraft(text=text, format="txt", facts=facts, statements=told)
    return to_incoming(draft, FileFacts(), Path("storm.txt"))


def same(library: Library, incoming: Incoming) -> str | None:
    with read_session(library) as session:
        row = find_same(session, incoming)
        return row.id if row is not None else None


def add(library: Library, folder: Path, name: str, outlet: str) -> str:
    folder.mkdir(exist_ok=True)
    path = write(folder, name, TEXT)
    sidecar = f'{{"outlet": "{outlet}"}}' if outlet else "{}"
    write(folder, f"{name}.meta.json", sidecar)
    (outcome,) = run_import(library, path)
    return outcome.articles[0].id


@pytest.fixture
def post(library: Library, tmp_path: Path) -> str:
    """Return the article of an outlet."""
    return add(library, tmp_path / "post", "a.txt", "Anville Post")


@pytest.mark.parametrize("outlet", ["Anville Post", " anville  POST ", ""])
def test_the_same_outlet_or_none_is_the_same_article(
    library: Library, post: str, outlet: str
) -> None:
    assert same(library, came(outlet=outlet)) == post


def test_another_outlet_is_another_article(library: Library, post: str) -> None:
    assert same(library, came(outlet="Norland Wire")) is None
    assert post


def test_a_letter_more_is_another_text(library: Library, post: str) -> None:
    assert same(library, came(f"{TEXT}.", "Anville Post")) is None
    assert post


def test_the_article_of_the_same_outlet_goes_before_one_of_none(
    library: Library, tmp_path: Path
) -> None:
    unnamed = add(library, tmp_path / "none", "a.txt", "")
    wire = page(PARTS, "Norland Wire", WIRE)
    assert run_import(library, write(tmp_path, "wire.html", wire))
    assert same(library, came()) == unnamed
    assert same(library, came(outlet="Norland Wire")) == unnamed


def test_two_outlets_have_an_article_each(library: Library, post: str, tmp_path: Path) -> None:
    wire = add(library, tmp_path / "wire", "b.txt", "Norland Wire")
    assert wire != post
    assert same(library, came(outlet="Norland Wire")) == wire
    assert same(library, came(outlet="Anville Post")) == post
    assert same(library, came()) == post


def test_an_outlet_that_the_user_gave_makes_no_other_article_of_its_file(
    library: Library, post: str
) -> None:
    decisions.edit_field(library, post, "outlet", "The Anville Post")
    assert same(library, came(outlet="Anville Post")) == post
    assert same(library, came(outlet="The Anville Post")) == post
    assert same(library, came(outlet="Norland Wire")) is None


def test_a_site_tells_that_two_names_are_one_outlet(library: Library, tmp_path: Path) -> None:
    run_import(library, write(tmp_path, "a.html", page(PARTS, "Anville Post", POST)))
    (row,) = list_articles(library, ArticleQuery())
    text = "\n\n".join(PARTS)
    assert same(library, came(text, "Post of Anville", f"{POST}?print=1")) == row.id
    assert same(library, came(text, "Post of Anville", "https://wire.example/1")) is None


def test_an_outlet_that_the_text_names_does_not_count(library: Library, post: str) -> None:
    incoming = came(outlet="Norland Wire")
    evidence = incoming.metadata.title.evidence
    named = Stated("Norland Wire", type(incoming.metadata.outlet.origin).TEXT, evidence, 0.9)
    by_text = replace(incoming, metadata=replace(incoming.metadata, outlet=named))
    assert same(library, by_text) == post


def test_a_text_in_the_trash_comes_after_one_outside(
    library: Library, post: str, tmp_path: Path
) -> None:
    wire = add(library, tmp_path / "wire", "b.txt", "Norland Wire")
    decisions.trash_articles(library, [post])
    assert same(library, came()) == wire
    decisions.trash_articles(library, [wire])
    assert same(library, came()) == post


def test_a_text_that_was_corrected_is_known_by_both_texts(library: Library, post: str) -> None:
    edit_text(library, post, f"{TEXT}\nMore.\n")
    assert same(library, came(outlet="Anville Post")) == post
    assert same(library, came(f"{TEXT}\nMore.\n")) == post
    decisions.undo(library)
    assert same(library, came(f"{TEXT}\nMore.\n")) is None


def test_a_merged_text_is_the_one_that_it_went_into(
    library: Library, post: str, tmp_path: Path
) -> None:
    wire = add(library, tmp_path / "wire", "b.txt", "Norland Wire")
    merge_copies(library, post, wire)
    assert same(library, came(outlet="Norland Wire")) == post
    decisions.restore_articles(library, [wire])
    assert same(library, came(outlet="Norland Wire")) == wire
    decisions.trash_articles(library, [post, wire])
    assert same(library, came(outlet="Norland Wire")) == wire


def test_what_two_files_state_is_joined_and_neither_is_changed() -> None:
    kept = {"url": [{"value": "a"}], "outlet": [{"value": "Post"}]}
    more = {"url": [{"value": "a"}, {"value": "b"}], "section": [{"value": "News"}]}
    joined = join_statements(kept, more)
    assert joined == {
        "url": [{"value": "a"}, {"value": "b"}],
        "outlet": [{"value": "Post"}],
        "section": [{"value": "News"}],
    }
    assert kept["url"] == [{"value": "a"}]
    assert join_statements(None, more) is more
    assert join_statements(kept, None) is kept
    assert join_statements(joined, more) == joined
