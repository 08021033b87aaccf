"""Marked text: lines, ellipsis and the direction of reading."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from desktop.core.model.spans import Span
from desktop.ui.fonts import font
from desktop.ui.paint.marks import Mark, MarkForm
from desktop.ui.paint.text import MarkedText


@pytest.mark.parametrize(
    ("text", "is_right"),
    [
        ("Harbor closed", False),
        ("«قال الرئيس» اليوم", True),
        ("ראש העיר אמר", True),
        ("2024 ראש", True),
        ("NATO ראש", False),
    ],
)
def test_a_line_begins_at_the_side_from_which_it_is_read(
    qapp: QApplication, text: str, is_right: bool
) -> None:
    assert qapp
    shown = MarkedText(text, font("card"), 20, [Mark(Span(0, len(text)), MarkForm.OWN)])
    shown.lay_out(500)
    boxes = shown.rects(Mark(Span(0, len(text)), MarkForm.OWN), QPointF(0, 0))
    assert boxes
    assert (min(box.left() for box in boxes) > 200) is is_right


def test_the_last_line_ends_in_an_ellipsis(qapp: QApplication) -> None:
    assert qapp
    shown = MarkedText("Harbor closed again " * 30, font("card"), 20)
    assert shown.lay_out(200, 2) == 40
