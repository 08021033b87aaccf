"""Where a search hit: the words around it, and every hit in its place."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.text.search import folded_words
from desktop.services.libraries import Library
from desktop.services.snippets import find_snippets, make_snippet, words_of
from tests.desktop.services.found import fill

LONG = "Nothing happened here. " * 30


def test_the_words_around_the_first_hit_are_shown_and_the_hits_marked() -> None:
    text = f"{LONG}Then a Störm came, and the storm stayed for days. {LONG}"
    snippet = make_snippet("Calm", text, words_of("storm ", is_finished=True))
    assert snippet is not None
    assert [hit.of(snippet.text) for hit in snippet.hits] == ["Störm", "storm"]
    assert snippet.text.startswith("… ")
    assert snippet.text.endswith(" …")
    assert len(snippet.text) < 220
    assert snippet.in_title == ()


def test_a_hit_in_the_title_alone_has_no_snippet() -> None:
    snippet = make_snippet("Storm at sea", "Storm at sea\n\nIt was calm.", words_of("storm"))
    assert snippet is not None
    assert (snippet.text, snippet.in_title[0].of("Storm at sea")) == ("", "Storm")
    assert make_snippet("Calm", "It was calm.", words_of("storm")) is None


def test_words_that_were_not_looked_for_in_texts_are_not_marked(library: Library) -> None:
    fill(library)
    assert words_of("author:lee -calm tag:x roof*", is_finished=True) == (("roof", True),)
    assert find_snippets(library, words_of("author:lee"), ["a1"]) == {}
    found = find_snippets(library, words_of("roof", is_finished=True), ["a1", "a4", "a8"])
    assert set(found) == {"a1", "a8"}


@settings(max_examples=100)
@given(
    words=st.lists(st.sampled_from(["a", "ö b", "c*", '"d e"']), min_size=1, max_size=3),
    pieces=st.lists(
        st.sampled_from(["A", "ob", "O", "B", "c", "cd", "D\n", "e", "-"]), max_size=99
    ),
)
def test_hits_are_words_that_were_asked_for(words: list[str], pieces: list[str]) -> None:
    asked = words_of(" ".join(words), is_finished=True)
    snippet = make_snippet("", " ".join(pieces), asked)
    for hit in snippet.hits if snippet else ():
        assert snippet is not None
        found = folded_words(hit.of(snippet.text))
        assert any(
            found == folded_words(each)
            or (goes_on and found[-1].startswith(folded_words(each)[-1]))
            for each, goes_on in asked
        )
