"""The report saved as PDF from its preview."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.ui.windows.desk import Desk
from desktop.ui.windows.main import REPORT
from tests.desktop.ui.windows.opened import answer, settle


@pytest.fixture
def preview(qtbot: QtBot, samples_desk: Desk) -> Desk:
    samples_desk.window.show_page(REPORT)
    settle(qtbot, samples_desk)
    qtbot.waitUntil(samples_desk.window.commands["save pdf"].isEnabled)
    return samples_desk


def save_as(monkeypatch: pytest.MonkeyPatch, desk: Desk, name: str) -> tuple[str, str]:
    """Choose a name in the dialog; return what the toast says then."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer((name, "")))
    desk.window.commands["save pdf"].trigger()
    toast = desk.window.toast
    return toast.title.accessibleName(), toast.text.accessibleName()


@pytest.mark.parametrize("name", ["Report.pdf", "Report v1.2", "Report.PDF"])
def test_the_preview_is_saved_under_the_name_chosen(
    monkeypatch: pytest.MonkeyPatch, preview: Desk, tmp_path: Path, name: str
) -> None:
    title, _text = save_as(monkeypatch, preview, str(tmp_path / name))

    path = tmp_path / (name if name.lower().endswith(".pdf") else f"{name}.pdf")
    document = preview.pages.report.document
    assert title == "Saved as PDF"
    assert document is not None
    assert len(PdfReader(path).pages) == len(document.pages)


def test_a_place_that_takes_no_file_is_named_with_the_cause(
    monkeypatch: pytest.MonkeyPatch, preview: Desk, tmp_path: Path
) -> None:
    said = save_as(monkeypatch, preview, str(tmp_path / "gone" / "Report.pdf"))

    assert said == ("Report.pdf could not be written", "No such file or directory")


def test_nothing_is_saved_when_the_dialog_is_left(
    monkeypatch: pytest.MonkeyPatch, preview: Desk, tmp_path: Path
) -> None:
    before = set(tmp_path.iterdir())
    save_as(monkeypatch, preview, "")

    assert set(tmp_path.iterdir()) == before
