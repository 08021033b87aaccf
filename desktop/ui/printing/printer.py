"""Paper through the system's print dialog: the pages of the preview, as chosen there."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from desktop.ui.printing.pages import Document, draw_page


def ask_and_print(document: Document, parent: QWidget) -> bool:
    """Show the print dialog and print; return False where the user cancelled."""
    printer = to_printer(document)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, len(document.pages))
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return False
    return print_pages(document, printer)


def to_printer(document: Document) -> QPrinter:
    """Return a printer set to the document's paper and title, without margins of its own."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(document.title)
    points = QSizeF(document.paper.width_px * 0.75, document.paper.height_px * 0.75)
    size = QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    portrait = QPageLayout.Orientation.Portrait
    printer.setFullPage(True)
    printer.setPageLayout(QPageLayout(size, portrait, QMarginsF(0, 0, 0, 0)))
    return printer


def print_pages(document: Document, printer: QPrinter) -> bool:
    """Print the pages in the printer's range; return False where the printer would not begin."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    scale = printer.resolution() / 96
    painter.scale(scale, scale)
    for nth, number in enumerate(pages_in_range(document, printer)):
        if nth:
            printer.newPage()
        draw_page(painter, document, number)
    return painter.end()


def pages_in_range(document: Document, printer: QPrinter) -> range:
    """Return the pages that the dialog asked for, counted from 0; all where it asked for none."""
    first, last = printer.fromPage(), printer.toPage()
    if not first and not last:
        return range(len(document.pages))
    return range(max(first, 1) - 1, min(last or len(document.pages), len(document.pages)))
