"""The print preview: what goes in at the left, the very pages at the right."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.services.reports import Report
from desktop.services.views import EventView
from desktop.ui.controls.choices import Check, Picker, Radio
from desktop.ui.controls.labels import Label
from desktop.ui.controls.plates import Ground
from desktop.ui.controls.scaling import keep_sized, keep_spaced
from desktop.ui.panels.empty import EmptyNote
from desktop.ui.printing.flow import A4, LETTER
from desktop.ui.printing.pages import Document, draw_page
from desktop.ui.printing.report import ReportOptions, Section, lay_out_report, section_name
from desktop.ui.theme import theme
from desktop.ui.words import counted

_OPTIONS_PX, _GAP_PX, _EDGE_PX = 272, 20, 28
_LEAST_PAGE_PX, _MOST_PAGE_PX = 420, 1_000


class ReportPage(QWidget):
    """Shows the report of an event as it will print; options change the pages at once."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: Report | None = None
        self.options = ReportOptions()
        self.document: Document | None = None
        self.choices, self.sheets = _Options(self), _Sheets()
        self._note = EmptyNote()
        shown = QWidget()
        row = QHBoxLayout(shown)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.choices)
        row.addWidget(self.sheets, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(shown)
        self._stack.addWidget(self._note)
        self.setAccessibleName(self.tr("Report"))
        self.choices.chosen.connect(self._choose)
        self.clear()

    @property
    def parts(self) -> list[QWidget]:
        """Return the panes in reading order."""
        return [self.choices, self.sheets]

    def clear(self) -> None:
        """Say what will be here once an event is chosen."""
        self._report = self.document = None
        self._note.say(
            self.tr("A report to print"),
            self.tr(
                "Choose an event in the library. Its comparison is laid out here as it prints."
            ),
        )
        self._stack.setCurrentWidget(self._note)

    def wait_for(self, view: EventView) -> None:
        """Say that a report is being made; one of the same event stays until the new one comes."""
        if self._report is not None and self._report.view.id == view.id:
            return
        self._report = self.document = None
        texts = counted(len(view.articles), self.tr("text"), self.tr("texts"))
        words = self.tr("The report on {texts} is being made.").format(texts=texts)
        self._note.say(self.tr("Working…"), words)
        self._stack.setCurrentWidget(self._note)
        self.changed.emit()

    def show_report(self, report: Report) -> None:
        """Lay out a report with the options in use and show its pages."""
        self._report = report
        self._choose(self.options)
        self._stack.setCurrentIndex(0)

    def _choose(self, options: ReportOptions) -> None:
        self.options = options
        if self._report is None:
            return
        self.document = lay_out_report(self._report, options)
        self.sheets.show_document(self.document)
        self.choices.show_facts(self.document, self._report.settings)
        self.changed.emit()


class _Options(Ground):
    """Paper, ink and sections; "How to read this report" is always in."""

    chosen = Signal(ReportOptions)

    def __init__(self, page: ReportPage) -> None:
        super().__init__("window", page)
        keep_sized(self, width=_OPTIONS_PX)
        self._page = page
        self.paper = Picker(self.tr("Paper"))
        self.paper.addItem(self.tr("A4, portrait"), A4)
        self.paper.addItem(self.tr("Letter, portrait"), LETTER)
        self.color, self.gray = (
            Radio(self.tr("&Color")),
            Radio(self.tr("&Black and white")),
        )
        self.color.setChecked(True)
        self.sections = {section: Check(section_name(section)) for section in Section}
        self._facts, self._settings = Label("", "small", "text2"), Label("", "body-strong")
        self._lay_out()
        self.paper.activated.connect(self._emit)
        self.gray.toggled.connect(self._emit)
        for section, check in self.sections.items():
            check.setChecked(True)
            check.setEnabled(section is not Section.METHOD)
            check.toggled.connect(self._emit)

    def _lay_out(self) -> None:
        # A small window scrolls them: squeezed they could not be read.
        inner = Ground("window")
        area = QScrollArea(self)
        area.setFrameStyle(0)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self._fill(QVBoxLayout(inner))

    def _fill(self, column: QVBoxLayout) -> None:
        keep_spaced(column, (20, 14, 20, 16), 8)
        column.addWidget(Label(self.tr("Paper"), "small-medium", "text3"))
        column.addWidget(self.paper)
        column.addSpacing(10)
        column.addWidget(Label(self.tr("Ink"), "small-medium", "text3"))
        column.addWidget(self.color)
        column.addWidget(self.gray)
        hint = Label(self.tr("Hatching keeps voices apart on any printer."), "small", "text2")
        hint.setWordWrap(True)
        hint.setContentsMargins(26, 0, 0, 0)
        column.addWidget(hint)
        column.addSpacing(10)
        column.addWidget(Label(self.tr("Sections"), "small-medium", "text3"))
        for check in self.sections.values():
            column.addWidget(check)
        column.addSpacing(10)
        column.addWidget(Label(self.tr("Saved with the report"), "small-medium", "text3"))
        column.addWidget(self._settings)
        told = Label(
            self.tr("The same articles and settings give the same pages."), "small", "text2"
        )
        told.setWordWrap(True)
        column.addWidget(told)
        column.addStretch()
        column.addWidget(self._facts)

    def show_facts(self, document: Document, settings: str) -> None:
        """Show how many pages there are and what the settings' hash is."""
        self._facts.setText(counted(len(document.pages), self.tr("page"), self.tr("pages")))
        self._settings.setText(self.tr("Settings {hash}").format(hash=settings))

    def _emit(self) -> None:
        left = frozenset(s for s, check in self.sections.items() if check.isChecked())
        options = self._page.options
        self.chosen.emit(
            replace(
                options, paper=self.paper.currentData(), gray=self.gray.isChecked(), sections=left
            )
        )


class _Sheets(QScrollArea):
    """Pages on a desk: side by side where there is room, else one below the other."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameStyle(0)
        self.setAccessibleName(self.tr("Pages"))
        self._desk = Ground("desk")
        self.setWidget(self._desk)
        self._document: Document | None = None
        self.shown: list[SheetView] = []

    def show_document(self, document: Document) -> None:
        """Show all pages of a document."""
        self._document = document
        for sheet in self.shown:
            sheet.hide()
            sheet.deleteLater()
        pages = range(len(document.pages))
        self.shown = [SheetView(document, nth, self._desk) for nth in pages]
        self._arrange()

    def _arrange(self) -> None:
        """Give each page its place; the desk is as large as the pages need."""
        if self._document is None:
            return
        paper, view = self._document.paper, self.viewport().width()
        room = view - 2 * _EDGE_PX
        per_row = 2 if room >= 2 * _LEAST_PAGE_PX + _GAP_PX and len(self.shown) > 1 else 1
        width = min((room - (per_row - 1) * _GAP_PX) // per_row, _MOST_PAGE_PX)
        width = max(width, _LEAST_PAGE_PX // 2)
        height = round(width * paper.height_px / paper.width_px)
        left = max(_EDGE_PX, (view - per_row * width - (per_row - 1) * _GAP_PX) // 2)
        for nth, sheet in enumerate(self.shown):
            row, column = divmod(nth, per_row)
            at = QPoint(left + column * (width + _GAP_PX), _EDGE_PX + row * (height + _GAP_PX))
            sheet.setGeometry(QRect(at, QSize(width, height)))
            sheet.show()
        rows = -(-len(self.shown) // per_row)
        tall = 2 * _EDGE_PX + rows * height + max(0, rows - 1) * _GAP_PX
        self._desk.resize(view, max(tall, self.viewport().height()))

    @override
    def resizeEvent(self, arg__1: QResizeEvent) -> None:
        super().resizeEvent(arg__1)
        self._arrange()


class SheetView(QWidget):
    """One page, drawn by the function that draws it on paper."""

    def __init__(self, document: Document, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._number = document, number
        told = self.tr("Page {at} of {of}").format(at=number + 1, of=len(document.pages))
        self.setAccessibleName(told)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._document.palette.paper)
        painter.setPen(QPen(theme().palette.border, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        scale = self.width() / self._document.paper.width_px
        painter.scale(scale, scale)
        draw_page(painter, self._document, self._number)
