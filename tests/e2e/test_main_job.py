"""The main job as a person does it: drop, compare, diff, chart, sentence, preview, PDF."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from deskproc import wait_until
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from desktop.ui.palettes import LIGHT, load_palette
from tests.e2e.program import (
    OUTLETS,
    PATIENCE_S,
    PROGRAM,
    SAMPLES,
    SEEDS,
    TITLE,
    Program,
    longest_bar,
    running_desktop,
)

pytestmark = pytest.mark.slow

EVIDENCE = "But instead of the long-range strike that is so necessary"
CHART = "^Loaded wording by outlet$"


def test_five_files_dropped_become_a_comparison_a_chart_that_opens_sentences_and_a_pdf() -> None:
    with running_desktop("main-job") as program:
        program.desk.open_folder(SEEDS)
        program.start()
        program.take_picture("first-run")

        drop_samples(program)
        drop_one_again(program)
        compare(program)
        diff(program)
        land_on_the_sentences_of_a_bar(program)
        text = saved_as_pdf(program, program.desk.home / "report.pdf")

    assert [outlet for outlet in OUTLETS if outlet not in text] == []
    assert EVIDENCE in text


def test_a_second_start_hands_its_file_to_the_window_that_is_open() -> None:
    with running_desktop("second-start") as program:
        program.start()

        second = program.desk.start([*PROGRAM, str(SEEDS / SAMPLES[0])])

        program.see("^Added 1 article$", "^Business Insider, 1$", "All analyzed")
        assert second.wait(PATIENCE_S) == 0
        assert len(program.desk.screen.find_windows(TITLE)) == 1


def drop_samples(program: Program) -> None:
    program.drop(*SAMPLES)
    program.see("^Added 5 articles$", "^0 duplicates$", "5 articles, 1 event")
    program.see("^Event: ", "All analyzed", *(f"^{re.escape(name)}\\. " for name in OUTLETS))
    program.take_picture("dropped")


def drop_one_again(program: Program) -> None:
    program.drop(SAMPLES[0])
    program.see("^Nothing was added$", "^1 duplicate$", "5 articles, 1 event")
    program.take_picture("dropped-again")


def compare(program: Program) -> None:
    program.press("^Compare event$")
    program.see("^Comparison by outlet$", "^Key differences$", *(f"^{name}$" for name in OUTLETS))
    program.take_picture("compare")


def diff(program: Program) -> None:
    program.key("ctrl+3")
    program.see("^Article A$", "^Article B$", r"^\d+ aligned")
    program.take_picture("diff")


def land_on_the_sentences_of_a_bar(program: Program) -> None:
    """Click the longest bar in own voice; then open the first sentence in its article."""
    program.key("ctrl+4")
    chart = program.find("filler", CHART)
    area = QRect(chart.x, chart.y, chart.width, chart.height)
    area.translate(-program.window.x, -program.window.y)
    color = load_palette(LIGHT).own_fill

    def bar(image: QImage) -> QRect:
        return longest_bar(image, area, color)

    place = program.picture_when("charts", bar)
    program.desk.screen.click((place.x() + 4, place.y()))
    program.see("^Antiwar.com, loaded wording, own voice: ", "lashed out at his Western backers")
    program.take_picture("sentences")
    sentence = program.find("list item", "lashed out at his Western backers")
    program.desk.screen.click(sentence.center(), times=2)
    program.see("^Zelensky Wants NATO", "^Article text$", "again lashed out")
    program.take_picture("article")


def saved_as_pdf(program: Program, path: Path) -> str:
    program.key("ctrl+p")
    program.see("^Print preview|Print preview$", "^Page 1 of")
    program.take_picture("preview")
    program.press("^Save as PDF$")
    program.desk.wait_window("^Save as PDF")
    program.desk.key("ctrl+a")
    program.desk.type(str(path))
    program.take_picture("save", of_screen=True)
    program.desk.key("Return")
    wait_until(lambda: path.is_file() and path.read_bytes().rstrip().endswith(b"%%EOF"), "PDF")
    program.see("^Saved as PDF$")
    return " ".join(program.desk.pdf_text(path).split())
