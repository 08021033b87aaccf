"""The role of a speaker: a title, an office or an apposition, as the text has it."""

from __future__ import annotations

import pytest
from hypothesis import given

from desktop.core.framing.roles import find_role, office_of
from tests.desktop.core.strategies import ANY_TEXT


@pytest.mark.parametrize(
    ("text", "name", "role", "office"),
    [
        ("Ukrainian President Petro Zelin said so.", "Petro Zelin", "Ukrainian President",
         "president"),
        ("Sen. Aya Ito (R-Texas) said so.", "Aya Ito", "Sen.", "senator"),
        ("“No,” said Aya Ito, a spokeswoman for the port, on Monday.", "Aya Ito",
         "spokeswoman for the port", "spokesperson"),
        ("The mayor of Arnau, Aya Ito, said so.", "Aya Ito", "mayor of Arnau", "mayor"),
        ("Aya Ito, 45, a farmer, said so.", "Aya Ito", "farmer", "farmer"),
        ("It was late, said Aya Ito, director of the Center for Peace.", "Aya Ito",
         "director of the Center for Peace", "director"),
        ("US Defense Secretary Aya Ito spoke.", "Aya Ito", "US Defense Secretary", "secretary"),
        ("Then Ito left. Former Prime Minister Ito came back.", "Aya Ito",
         "Former Prime Minister", "minister"),
        ("But Mayor Aya Ito spoke.", "Aya Ito", "Mayor", "mayor"),
        ("Aya Ito, a spokesman for Mr. Berg, spoke.", "Aya Ito", "spokesman for Mr. Berg",
         "spokesperson"),
        ("Aya Ito, an operations manager at the Harbor Society told us.", "Aya Ito",
         "operations manager at the Harbor Society", "manager"),
        ("Aya Ito, managing director at the port, spoke.", "Aya Ito",
         "managing director at the port", "director"),
        ("The company's chief security officer Aya Ito spoke.", "Aya Ito",
         "chief security officer", "officer"),
        ("White House press secretary Aya Ito spoke.", "Aya Ito",
         "White House press secretary", "secretary"),
        ("Saying President Ito was late, he left.", "Aya Ito", "President", "president"),
        ("U.S. officials said so.", "U.S. officials", "U.S. officials", "official"),
        ("The spokesman said so.", "the spokesman", "spokesman", "spokesperson"),
    ],
)  # fmt: skip
def test_a_role_is_what_the_text_calls_somebody(
    text: str, name: str, role: str, office: str
) -> None:
    assert find_role(text, name) == role
    assert office_of(role) == office


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Aya Ito said so.", "Aya Ito"),
        ("Mr. Ito said so.", "Aya Ito"),
        ("Aya Ito, who led the inquiry, said so.", "Aya Ito"),
        ("Aya Ito, in Lund, said so.", "Aya Ito"),
        ("He met the mayor. Aya Ito said so.", "Aya Ito"),
        ("Harbor President\nAya Ito said so.", "Aya Ito"),
        ("NATO said so.", "NATO"),
        ("", ""),
    ],
    ids=["bare", "mister", "clause", "place", "another", "headline", "body", "nothing"],
)
def test_where_the_text_does_not_say_the_role_is_not_known(text: str, name: str) -> None:
    assert find_role(text, name) is None


@given(ANY_TEXT)
def test_a_role_in_any_text_stands_in_it(text: str) -> None:
    role = find_role(text, "Aya Ito")
    assert role is None or role.split()[-1] in text


def test_a_clause_behind_a_name_is_no_role() -> None:
    assert find_role("Ito led it, eventually becoming the director of the port.", "Aya Ito") is None
