"""The naming table counts each form in own voice, and quoted forms apart."""

from __future__ import annotations

from desktop.core.model.details import Naming
from tests.desktop.core.made_up import detailed, event_of


def table(**texts: str) -> dict[str, Naming]:
    return {row.actor: row for row in detailed(*event_of(**texts)).naming}


def test_a_form_has_its_count_and_its_first_place() -> None:
    text = "Norway agreed. The council of Norway met. Oslo said no."
    row = table(Daily=text)["Norway"]
    forms = {form.form: form for form in row.own[0].forms}

    assert {form: each.count for form, each in forms.items()} == {"Norway": 2, "Oslo": 1}
    assert forms["Norway"].place.span.start == 0


def test_forms_stand_in_the_order_of_their_first_use() -> None:
    row = table(Daily="Oslo said no. Norway agreed. Oslo left.")["Norway"]

    assert [form.form for form in row.own[0].forms] == ["Oslo", "Norway"]


def test_a_name_in_marks_counts_apart() -> None:
    row = table(Daily="“Norway must act,” Mayor Ana Costa said. Oslo agreed.")["Norway"]

    assert [form.form for form in row.own[0].forms] == ["Oslo"]
    assert [form.form for form in row.quoted[0].forms] == ["Norway"]


def test_an_article_without_the_actor_has_no_row() -> None:
    row = table(Daily="Norway agreed.", Post="Sweden agreed.")["Norway"]

    assert [forms.article for forms in row.own] == ["Daily"]


def test_a_folded_line_names_nobody() -> None:
    text = (
        "Mayor opens road\n\nThe road in Porto is open now.\n\n"
        "SEE ALSO: Norway Slams Sweden\n\nIt is long."
    )

    assert "Norway" not in table(Daily=text)


def test_the_actor_named_most_stands_first() -> None:
    names = list(table(Daily="Sweden agreed. Norway agreed. Norway left. Norway came back."))

    assert names[0] == "Norway"
