"""A text corrected by hand: what points into it moves along or is set aside, and undo undoes."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from desktop.core.model.analyses import Category, Voice
from desktop.core.model.spans import Span
from desktop.services import decisions, statements
from desktop.services.analyses import analyze_articles, get_analysis
from desktop.services.articles import ArticleQuery, get_article, list_articles
from desktop.services.copies import list_copies
from desktop.services.decision_review import SET_ASIDE, review_decisions
from desktop.services.errors import CrosslightError
from desktop.services.events import is_grouped, list_events
from desktop.services.libraries import Library
from desktop.services.maintenance import check_library
from desktop.services.progress import FileStatus
from desktop.services.texts_edited import edit_text, first_text, restore_text
from tests.desktop.services.conftest import run_import, run_jobs, write
from tests.desktop.services.test_copies import PARTS, POST, WIRE, page

TOLD = """Mayor slams harbor plan

By Ada Moe

The mayor slammed the shameful plan on Friday. The town’s council slammed it on Monday.

“This is utter folly, all of it,” the mayor, Bo Lund, told reporters in Anville.

The council wants to build the wall before the winter, and the ferry waits in Norland until then.
"""
FRONT = "Updated on Tuesday.\n\n"


@pytest.fixture
def told(library: Library, tmp_path: Path) -> str:
    """Return the id of the one article of the library, which is analyzed."""
    (outcome,) = run_import(library, write(tmp_path, "mayor.txt", TOLD))
    run_jobs(library)
    return outcome.articles[0].id


def span_of(text: str, words: str, start: int = 0) -> Span:
    begin = text.index(words, start)
    return Span(begin, begin + len(words))


def ignored(library: Library, article_id: str) -> list[str]:
    """Return the words that stand in front of each ignored wording, and it."""
    text = get_article(library, article_id).text
    spans = [one.span for one in get_analysis(library, article_id).loaded if one.ignored]
    return [text[max(0, span.start - 8) : span.end] for span in spans]


def test_text_digest_seal_and_search_follow_and_the_text_as_read_is_kept(
    library: Library, told: str
) -> None:
    new = TOLD.replace("before the winter", "in the autumn")
    assert edit_text(library, told, new.replace("\n", "\r\n")).set_aside == ()
    assert get_article(library, told).text == new
    assert first_text(library, told) == TOLD
    assert library.path is not None
    assert check_library(str(library.path)) == ()
    assert list_articles(library, ArticleQuery(text="autumn"))
    assert not list_articles(library, ArticleQuery(text="winter"))
    assert decisions.undo(library) == "Correct the text of “Mayor slams harbor plan”"
    assert get_article(library, told).text == TOLD
    assert first_text(library, told) is None
    assert check_library(str(library.path)) == ()
    decisions.redo(library)
    assert get_article(library, told).text == new


def test_the_analysis_and_the_figures_in_the_lists_follow(library: Library, told: str) -> None:
    before = list_articles(library, ArticleQuery())[0]
    edit_text(library, told, TOLD.replace("slammed the shameful plan", "spoke of the plan"))
    after = list_articles(library, ArticleQuery())[0]
    analysis = get_analysis(library, told)
    text = get_article(library, told).text
    assert after.words == before.words
    assert before.own is not None
    assert after.own is not None
    assert after.own.count < before.own.count
    assert all(one.span.of(text) != "shameful" for one in analysis.loaded)
    decisions.undo(library)
    assert list_articles(library, ArticleQuery())[0] == before


def test_decisions_move_along_with_their_words(library: Library, told: str) -> None:
    second = span_of(TOLD, "slammed", TOLD.index("council"))
    decisions.ignore_wording(library, told, second)
    statements.mark_wording(library, told, span_of(TOLD, "waits"), Category.EMOTIVE_VERB)
    decisions.set_apart_block(library, told, span_of(TOLD, TOLD.split("\n\n")[4].strip()))
    edit = edit_text(library, told, FRONT + TOLD.replace("until then", "until the spring"))
    assert (edit.moved, edit.set_aside, edit.note) == (3, (), "")
    assert ignored(library, told) == ["council slammed"]
    analysis, text = get_analysis(library, told), get_article(library, told).text
    assert [one.span.of(text) for one in analysis.loaded if one.by_user] == ["waits"]
    apart = [block.span.of(text) for block in analysis.blocks if not block.scored]
    assert any(words.endswith("until the spring.") for words in apart)
    decisions.undo(library)
    assert ignored(library, told) == ["council slammed"]


def test_a_decision_whose_words_are_gone_is_set_aside_and_told(library: Library, told: str) -> None:
    decisions.ignore_wording(library, told, span_of(TOLD, "shameful"))
    statements.fix_voice(library, told, span_of(TOLD, "The mayor slammed"), Voice.QUOTED, "Ada Moe")
    gone = TOLD.replace("The mayor slammed the shameful plan on Friday. ", "")
    edit = edit_text(library, told, gone)
    assert edit.set_aside == ("Ignore wording", "Take “The mayor slammed” as quoted")
    assert edit.note.startswith("2 decisions are set aside")
    states = [one.state for one in review_decisions(library)]
    assert states == ["", SET_ASIDE, SET_ASIDE, ""]
    assert ignored(library, told) == []
    restore_text(library, told)
    assert ignored(library, told) == ["med the shameful"]
    assert [one.state for one in review_decisions(library)] == ["", "", "", "", ""]
    assert first_text(library, told) is None


def test_a_decision_never_falls_on_other_words_at_its_old_place(
    library: Library, told: str
) -> None:
    first = span_of(TOLD, "slammed")
    decisions.ignore_wording(library, told, first)
    # Where the first one stood there is now the second.
    new = TOLD.replace(
        "The mayor slammed the shameful plan on Friday. The town’s council", "Itself"
    )
    new = new.replace("Itself", "A council"[: first.start - new.index("Itself") - 1])
    edit_text(library, told, new)
    assert ignored(library, told) == []


def test_words_that_state_a_field_are_pointed_at_where_they_stand_now(
    library: Library, told: str
) -> None:
    edit_text(library, told, FRONT + TOLD)
    article = get_article(library, told)
    authors = article.metadata.authors
    assert authors.value == ("Ada Moe",)
    assert authors.evidence is not None
    assert authors.evidence.of(article.text) == "Ada Moe"
    edit_text(library, told, TOLD.replace("By Ada Moe\n\n", ""))
    stated = get_article(library, told).metadata.authors
    assert (stated.value, stated.evidence) == (("Ada Moe",), None)


def test_the_file_that_it_came_from_is_no_new_article(
    library: Library, told: str, tmp_path: Path
) -> None:
    edit_text(library, told, FRONT + TOLD)
    for name, text in (("again.txt", TOLD), ("mine.txt", FRONT + TOLD)):
        (outcome,) = run_import(library, write(tmp_path, name, text))
        assert outcome.status is FileStatus.DUPLICATE
        assert [ref.id for ref in outcome.articles] == [told]


def test_copies_are_found_by_the_corrected_text(library: Library, tmp_path: Path) -> None:
    run_import(library, write(tmp_path, "a.html", page(PARTS, "Norland Wire", WIRE)))
    (outcome,) = run_import(library, write(tmp_path, "b.html", page(PARTS[:5], "Post", POST)))
    edit_text(library, outcome.articles[0].id, TOLD)
    assert list_copies(library) == ()
    decisions.undo(library)
    assert len(list_copies(library)) == 1


def test_the_event_is_found_anew(analyzed: Library) -> None:
    rows = list_articles(analyzed, ArticleQuery())
    assert is_grouped(analyzed)
    edit_text(analyzed, rows[0].id, TOLD)
    assert not is_grouped(analyzed)
    before = list_events(analyzed)[0].articles
    run_jobs(analyzed)
    assert list_events(analyzed)[0].articles == before - 1


def test_a_text_is_never_emptied_and_the_same_text_is_no_decision(
    library: Library, told: str
) -> None:
    count = len(decisions.list_decisions(library))
    assert edit_text(library, told, TOLD).moved == 0
    assert restore_text(library, told).moved == 0
    assert len(decisions.list_decisions(library)) == count
    for text in ("", " \n", "…"):
        with pytest.raises(CrosslightError, match="no words"):
            edit_text(library, told, text)
    with pytest.raises(CrosslightError, match="5 MB"):
        edit_text(library, told, "storm " * 900_000)
    with pytest.raises(CrosslightError, match="has no article"):
        edit_text(library, "nobody", "Storm.")


def test_an_analysis_of_the_text_from_before_is_not_kept(library: Library, tmp_path: Path) -> None:
    (outcome,) = run_import(library, write(tmp_path, "mayor.txt", TOLD))
    article_id = outcome.articles[0].id
    edit_text(library, article_id, FRONT + TOLD)
    assert list(analyze_articles(library))
    text = get_article(library, article_id).text
    assert hashlib.sha256(text.encode()).hexdigest()
    assert get_analysis(library, article_id).blocks[-1].span.end <= len(text)
