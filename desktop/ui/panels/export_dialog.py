"""What is to be exported, and in which form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.services.export_formats import ExportFormat
from desktop.ui.controls.buttons import Button, ButtonKind
from desktop.ui.controls.choices import Picker, Radio
from desktop.ui.controls.labels import Label
from desktop.ui.controls.scaling import keep_spaced
from desktop.ui.theme import theme

_WIDTH_PX, _PAD_PX = 560, 20


@dataclass(frozen=True, slots=True)
class ExportScope:
    """Articles that can be exported together, in words."""

    key: str
    label: str


class ExportDialog(QDialog):
    """Asks for articles and a form; `decided` tells the key of the scope, and the form."""

    decided = Signal(str, ExportFormat)

    def __init__(
        self, scopes: Sequence[ExportScope], chosen: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export articles"))
        self._scopes = tuple(scopes)
        self._group = QButtonGroup(self)
        self.radios = [Radio(scope.label) for scope in self._scopes]
        for nth, radio in enumerate(self.radios):
            self._group.addButton(radio, nth)
            radio.setChecked(self._scopes[nth].key == chosen)
        self.forms = Picker(self.tr("Form"))
        for form in ExportFormat:
            self.forms.addItem(self._form_words(form)[0], form)
        self.about = Label("", "small", "text2")
        self.about.setWordWrap(True)
        self.save = Button(self.tr("Save as…"), "download", kind=ButtonKind.PRIMARY)
        self.cancel = Button(self.tr("Cancel"))
        self.save.setDefault(True)
        self.save.clicked.connect(self._decide)
        self.cancel.clicked.connect(self.reject)
        self.forms.currentIndexChanged.connect(self._explain)
        self._lay_out()
        self._explain()
        first = self.radios[max(0, self._group.checkedId())]
        first.setChecked(True)
        first.setFocus()

    @property
    def scope(self) -> str:
        """Return the key of the scope that is chosen."""
        return self._scopes[max(0, self._group.checkedId())].key

    @property
    def form(self) -> ExportFormat:
        """Return the form that is chosen."""
        return tuple(ExportFormat)[max(0, self.forms.currentIndex())]

    def _decide(self) -> None:
        self.accept()
        self.decided.emit(self.scope, self.form)

    def _explain(self) -> None:
        self.about.setText(self._form_words(self.form)[1])

    def _form_words(self, form: ExportFormat) -> tuple[str, str]:
        """Return a form's name, and what it is good for."""
        words = {
            ExportFormat.JSONL: (
                self.tr("JSON lines"),
                self.tr("One object a line, for programs. Another library can add it again."),
            ),
            ExportFormat.CSV: (
                self.tr("Table (CSV)"),
                self.tr("For spreadsheets and statistics. Another library can add it again."),
            ),
            ExportFormat.XLSX: (
                self.tr("Workbook (XLSX)"),
                self.tr("For Excel and LibreOffice. All cells are texts, none runs as a formula."),
            ),
            ExportFormat.RIS: (
                self.tr("References (RIS)"),
                self.tr("For Zotero, EndNote and Mendeley, with the text as the abstract."),
            ),
            ExportFormat.BIBTEX: (
                self.tr("References (BibTeX)"),
                self.tr("For LaTeX, with the text as the abstract."),
            ),
            ExportFormat.CSL: (
                self.tr("References (CSL JSON)"),
                self.tr("For Pandoc and Zotero, with the text as the abstract."),
            ),
            ExportFormat.BUNDLE: (
                self.tr("Bundle (ZIP)"),
                self.tr(
                    "Everything: texts, what is known of them, analyses, events, your decisions, "
                    "tags and notes. Another library can add it again."
                ),
            ),
        }
        return words[form]

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        keep_spaced(column, (_PAD_PX, _PAD_PX, _PAD_PX, _PAD_PX), 10)
        column.addWidget(Label(self.tr("Export articles"), "section"))
        for radio in self.radios:
            column.addWidget(radio)
        column.addSpacing(6)
        column.addWidget(self.forms)
        column.addWidget(self.about)
        column.addSpacing(8)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.save)
        column.addLayout(foot)
        self.setMinimumWidth(theme().px(_WIDTH_PX))

    @override
    def paintEvent(self, arg__1: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().palette.raised)
