"""Whatever is said of copies and texts, undo leads back letter for letter, and redo forth again."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core.model.copies import CopyKind
from desktop.core.model.spans import Span
from desktop.services import decisions
from desktop.services.analyses import analyze_articles, get_analysis
from desktop.services.articles import ArticleQuery, get_article, list_articles
from desktop.services.copies import list_copies
from desktop.services.copy_decisions import link_copies, merge_copies, unlink_copies
from desktop.services.errors import CrosslightError
from desktop.services.libraries import Library, create_library, open_library
from desktop.services.maintenance import check_library
from desktop.services.receipts import keep_paragraph, read_paragraphs, remove_paragraph
from desktop.services.texts_edited import edit_text, first_text, restore_text
from tests.desktop.services.conftest import run_import, write
from tests.desktop.services.test_copies import ANEW, PARTS, POST, WIRE, page, plain

Step = tuple[str, int, int]
steps = st.lists(
    st.tuples(
        st.sampled_from(
            "link unlink merge front cut restore ignore keep drop trash outlet undo redo".split()
        ),
        st.integers(0, 3),
        st.integers(0, 7),
    ),
    max_size=8,
)


@pytest.fixture(scope="module")
def storm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the file of a closed library of two versions, a reprint and a text without an outlet."""
    folder = tmp_path_factory.mktemp("storm")
    library = create_library(folder / "Storm.crosslight")
    aside = "<div class='share'>Share this on Facebook</div></article>"
    for name, text in (
        ("wire.html", page(PARTS, "Norland Wire", WIRE)),
        ("later.html", page((*PARTS[:4], *ANEW), "Norland Wire", WIRE, "Later")),
        ("post.html", page(PARTS[:5], "Anville Post", POST, "Roof gone")),
        ("kept.txt", plain(PARTS)),
    ):
        run_import(library, write(folder, name, text.replace("</article>", aside)))
    assert list(analyze_articles(library))
    library.close()
    return folder / "Storm.crosslight"


@contextmanager
def copied(storm: Path) -> Generator[Library]:
    """Open a copy of the library for one run."""
    path = storm.with_name("Run.crosslight")
    shutil.copy(storm, path)
    library = open_library(path)
    yield library
    library.close()
    for part in storm.parent.glob("Run.crosslight*"):
        part.unlink()


def state(library: Library) -> object:
    """Return all that decisions on copies and texts can change."""
    rows = [*list_articles(library, ArticleQuery()), *list_articles(library, ArticleQuery("trash"))]
    seen = [
        (
            get_article(library, row.id),
            get_analysis(library, row.id),
            first_text(library, row.id),
            [each.kept for each in read_paragraphs(library, row.id)],
        )
        for row in sorted(rows, key=lambda row: row.id)
    ]
    return rows, seen, list_copies(library), list_copies(library, denied=True)


def act(library: Library, step: Step, ids: list[str]) -> None:
    """Take a step; what cannot be done is refused and changes nothing."""
    name, one, number = step
    article, other = ids[one], ids[(one + 1 + number % 3) % len(ids)]
    text = get_article(library, article).text
    acts: dict[str, Callable[[], Any]] = {
        "link": lambda: link_copies(library, article, other, list(CopyKind)[number % 3]),
        "unlink": lambda: unlink_copies(library, article, other),
        "merge": lambda: merge_copies(library, article, other),
        "front": lambda: edit_text(library, article, f"Number {number}.\n\n{text}"),
        "cut": lambda: edit_text(library, article, text[: 40 * (number + 1)]),
        "restore": lambda: restore_text(library, article),
        "ignore": lambda: decisions.ignore_wording(
            library, article, Span(9 * number, 9 * number + 5)
        ),
        "keep": lambda: keep_paragraph(library, article, number),
        "drop": lambda: remove_paragraph(library, article, number),
        "trash": lambda: decisions.trash_articles(library, [article]),
        "outlet": lambda: decisions.edit_field(library, article, "outlet", f"Outlet {number}"),
        "undo": lambda: decisions.undo(library),
        "redo": lambda: decisions.redo(library),
    }
    with suppress(CrosslightError):
        acts[name]()


@given(steps)
@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_undo_leads_back_and_redo_forth(storm: Path, taken: list[Step]) -> None:
    with copied(storm) as library:
        ids = [row.id for row in list_articles(library, ArticleQuery())]
        imports = len(decisions.list_decisions(library))
        before = state(library)
        # Undo of the imports themselves would take the articles along.
        for step in taken:
            standing = [each for each in decisions.list_decisions(library) if not each.undone]
            if step[0] != "undo" or len(standing) > imports:
                act(library, step, ids)
        after = state(library)
        count = 0
        while sum(not each.undone for each in decisions.list_decisions(library)) > imports:
            assert decisions.undo(library) is not None
            count += 1
        assert state(library) == before
        for _step in range(count):
            assert decisions.redo(library) is not None
        assert state(library) == after
        assert check_library(str(library.path)) == ()
