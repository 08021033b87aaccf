"""The document of the method says what the program does: examples, constants, links."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from desktop.core.framing import agreement, ranks, rates
from desktop.core.model.analyses import Category, Rung
from tests.method_examples import BLOCK, DOCUMENT, EXAMPLES, example, main, renewed

ROOT = Path(__file__).resolve().parents[1]
TEXT = DOCUMENT.read_text("utf-8")
PLAIN = " ".join(TEXT.split())
SECTIONS: dict[str, str] = dict(re.findall(r"^## (.+)\n((?:(?!^## ).*\n?)*)", TEXT, re.MULTILINE))
MEASURES = [title for title in SECTIONS if title not in {"How to check this page", "Measured"}]


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_example_stands_in_the_document_as_the_program_gives_it(name: str) -> None:
    shown = {match["name"]: match["shown"] for match in BLOCK.finditer(TEXT)}

    # `python -m tests.method_examples --write` brings the document up to date.
    assert shown[name] == example(name)


def test_an_example_that_went_stale_is_renewed_and_nothing_else_is_touched() -> None:
    command = "$ .venv/bin/python -m tests.method_examples readers"
    stale = f"Before.\n\n```text\n{command}\nold\n```\n\nAfter."

    assert renewed(stale) == f"Before.\n\n```text\n{command}\n{example('readers')}```\n\nAfter."


def test_an_example_is_printed_by_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ranks"]) == 0
    assert capsys.readouterr().out == example("ranks")


@pytest.mark.parametrize("title", MEASURES)
def test_every_measure_says_what_it_is_what_it_cannot_see_and_shows_an_example(title: str) -> None:
    body = SECTIONS[title]

    assert "**What it is.**" in body
    assert "**What it cannot see.**" in body
    assert BLOCK.search(body)


@pytest.mark.parametrize(
    "said",
    [
        f"fewer than {rates.MINIMUM_WORDS} words",
        f"{rates.REDRAWS:,} times",
        f"drawn again {ranks.REDRAWS} times",
        f"{100 * agreement.READERS_AGREE:.1f} % of sentences",
        f"in {100 * agreement.NO_SHARED_WORD:.0f} % of cases",
        "kappa .{:.0f} to .{:.0f}".format(*(100 * each for each in agreement.QUOTATION_KAPPA)),
    ],
)
def test_the_document_gives_the_constants_of_the_code(said: str) -> None:
    assert said in PLAIN


def test_the_document_names_every_category_and_every_rung() -> None:
    missing = [each.value for each in (*Category, *Rung) if each.value not in PLAIN]

    assert missing == []


def test_the_document_links_to_what_there_is() -> None:
    anchors = {title.lower().replace(" ", "-") for title in SECTIONS}
    for target in re.findall(r"\]\(([^)\s]+)\)", TEXT):
        place, _, anchor = target.partition("#")
        if place:
            assert (DOCUMENT.parent / place).exists(), target
        else:
            assert anchor in anchors, target


def test_the_files_that_the_document_names_are_there() -> None:
    named = re.findall(r"\b(?:tests|resources|desktop)/[\w./-]*\w", TEXT)

    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("name", ["README.md", "docs/README.md", "docs/guide.md"])
def test_who_looks_for_the_method_is_led_to_it(name: str) -> None:
    assert re.search(r"\]\((?:docs/)?method\.md", (ROOT / name).read_text("utf-8"))


@pytest.mark.parametrize(
    "said",
    [
        f"Under {rates.MINIMUM_WORDS} words there is no rate",
        f"drawn again {rates.REDRAWS:,} times",
        f"judges {100 * agreement.READERS_AGREE:.1f} % of sentences",
        f"no word in common in {100 * agreement.NO_SHARED_WORD:.0f} % of cases",
    ],
)
def test_the_help_gives_the_constants_of_the_code(said: str) -> None:
    assert said in help_on_figures()


def test_the_help_says_why_there_is_a_range_and_what_figures_cannot_see() -> None:
    text = help_on_figures()

    assert "## Why a range is shown" in text
    assert text.count("What it cannot see:") >= 7
    assert "`docs/method.md`" in text
    assert [each.value for each in Rung if each.value not in text] == []


def help_on_figures() -> str:
    page = ROOT / "resources" / "help" / "2-figures.md"
    return " ".join(page.read_text("utf-8").split())
