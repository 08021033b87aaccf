"""Names that end in one word, and a first name that two people have, are not taken for one."""

from __future__ import annotations

import pytest

from desktop.core.framing.actors import find_mentions
from desktop.core.framing.naming_table import name_actors
from desktop.core.framing.reporting import find_introductions
from desktop.core.framing.sources import Sources, is_one_name
from tests.desktop.core.made_up import event_of

_RAIL = "the night train to Lund will be closed in May"


@pytest.mark.parametrize(
    ("names", "is_one"),
    [
        (["Aya Ito", "Ito"], True),
        (["Aya Ito", "Mayor Aya Ito", "Ms. Ito"], True),
        (["Aya Ito", "Ken Ito"], False),
        (["Trade Department", "Labor Department"], False),
        (["North Norland", "South Norland"], False),
        (["Alex Berg", "Alexander Berg"], True),
        ([], True),
        ([""], True),
    ],
)
def test_forms_of_one_name_have_one_given_name(names: list[str], *, is_one: bool) -> None:
    assert is_one_name(names) is is_one


@pytest.mark.parametrize(("other", "count"), [("Aya Ito", 1), ("Ken Ito", 0)])
def test_two_people_of_one_surname_are_not_held_together(other: str, count: int) -> None:
    sources = Sources(
        *event_of(
            Daily=f"The council met on Monday. Aya Ito said that {_RAIL}.",
            Post=f"The council met on Monday. {other} lashed out that {_RAIL}.",
        )
    )
    assert len(list(find_introductions(sources))) == count


def test_the_usual_spelling_of_a_name_is_shown_whichever_article_comes_first() -> None:
    texts = {
        "Daily": "President Petro Zelinskyy came. President Petro Zelinskyy left.",
        "Post": "President Petro Zelinsky came to Lund.",
    }
    for names in (texts, {name: texts[name] for name in reversed(texts)}):
        articles, analyses = event_of(**names)
        rows = name_actors(Sources(articles, analyses), find_mentions(articles, analyses))
        assert [row.actor for row in rows] == ["Petro Zelinskyy"]


def test_a_first_name_that_two_people_have_is_neithers() -> None:
    one = "Mayor Nora Lind came. Nora left early."
    two = "Mayor Nora Lind met Minister Nora Berg. Nora left early."
    counts = [
        sum(mention.span.of(text) == "Nora" for mention in find_mentions(*event_of(Daily=text)))
        for text in (one, two)
    ]
    assert counts == [1, 0]
