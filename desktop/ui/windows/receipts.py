"""The import receipt in the window: which import, which of its files, and what is put back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from desktop.services import decisions
from desktop.services.libraries import Library
from desktop.ui.models.copies import ArticleCopies, Choice
from desktop.ui.models.receipts import Piece, file_lines, page_pieces, receipt_summary
from desktop.ui.windows.copies import decide_on, read_copies
from desktop.ui.windows.main import ARTICLE, RECEIPT, MainWindow
from desktop.ui.windows.pages import EventPages
from desktop.ui.windows.reading import Reading
from desktop.ui.windows.shelves import Shelves
from desktop.ui.windows.workspace import Workspace

if TYPE_CHECKING:  # loaded when it is shown
    from desktop.services.date_cards import DateCard
    from desktop.services.receipts import ImportReceipt
    from desktop.ui.panels.receipt import ReceiptPage

_FILE_TOPIC = "receipt file"


@dataclass(frozen=True, slots=True)
class _Import:
    """An import with its place among all, the latest being 0, and whether undo would undo it."""

    receipt: ImportReceipt | None
    nth: int
    count: int
    can_undo: bool


@dataclass(frozen=True, slots=True)
class _Page:
    """The page of a file's article."""

    article: str
    outlet: str
    pieces: tuple[Piece, ...]
    copies: ArticleCopies
    card: DateCard


class Receipts(QObject):
    """Shows receipts on a page of their own, and carries out what is chosen there."""

    def __init__(
        self,
        window: MainWindow,
        workspace: Workspace,
        shelves: Shelves,
        reading: Reading,
        pages: EventPages,
    ) -> None:
        super().__init__(window)
        self._window, self._workspace = window, workspace
        self._shelves, self._reading, self._pages = shelves, reading, pages
        self._nth = 0
        self._shown: _Import | None = None
        self._article: str | None = None
        window.pages.offer(RECEIPT, lambda: self.page)
        window.commands["receipt"].triggered.connect(self.open)
        window.page_shown.connect(self._read)
        workspace.changed.connect(self._read)
        workspace.opened.connect(self._begin)

    @cached_property
    def page(self) -> ReceiptPage:
        """Return the page of receipts."""
        from desktop.ui.panels.receipt import ReceiptPage

        page = ReceiptPage()
        page.chosen.connect(self._read_file)
        page.stepped.connect(self._step)
        page.undo_wanted.connect(self._undo)
        page.save_wanted.connect(self._save)
        page.decided.connect(self._decide)
        page.compared.connect(self._compare)
        page.opened.connect(self._open_article)
        page.article.opened.connect(lambda: self._open_article(self._article or ""))
        page.article.moved.connect(self._move)
        self._window.pages.add(RECEIPT, page, page.files)
        return page

    def open(self) -> None:
        """Show the receipt of the last import."""
        self._nth = 0
        self._window.show_page(RECEIPT)

    def _begin(self) -> None:
        self._nth, self._article, self._shown = 0, None, None
        self._read()

    def _read(self) -> None:
        if self._window.page == RECEIPT:
            self._workspace.read(partial(_read_import, self._nth), self._show, topic=RECEIPT)

    def _step(self, by: int) -> None:
        self._nth = max(0, self._nth + by)
        self.page.files.setCurrentRow(0)
        self._read()

    def _show(self, found: _Import) -> None:
        self._shown, receipt = found, found.receipt
        page = self.page
        page.show_steps(has_older=found.nth + 1 < found.count, has_newer=found.nth > 0)
        if receipt is None:
            page.show_import((), self.tr("Nothing was imported yet"), can_undo=False)
            self._say_nothing()
            return
        outlets = {article.outlet for file in receipt.files for article in file.articles}
        badges = {name: self._shelves.badge_of(name) for name in outlets if name}
        lines = file_lines(receipt, {name: (b.letters, b.slot) for name, b in badges.items()})
        can_undo = found.can_undo and self._workspace.can_write
        page.show_import(lines, receipt_summary(receipt), can_undo=can_undo)
        self._read_file(page.files.currentRow())

    def _read_file(self, row: int) -> None:
        receipt = self._shown.receipt if self._shown is not None else None
        if receipt is None or not 0 <= row < len(receipt.files):
            return
        file = receipt.files[row]
        if not file.articles:
            self._workspace.forget(_FILE_TOPIC)
            self._say_nothing(file.message)
            return
        article = file.articles[0]
        self._workspace.read(
            partial(_read_page, article.id, article.title), self._show_page, topic=_FILE_TOPIC
        )

    def _show_page(self, found: _Page) -> None:
        from desktop.ui.panels.date_card import DateCardPanel

        self._article = found.article
        can_write = self._workspace.can_write
        badge = self._shelves.badge_of(found.outlet)
        self.page.article.show_page(badge, found.pieces, can_write=can_write)
        card = DateCardPanel()
        card.show_card(found.card, can_write=False)
        self.page.show_side(card, found.copies, can_write=can_write)

    def _say_nothing(self, reason: str = "") -> None:
        self._article = None
        title = self.tr("No text was read") if reason else self.tr("No page to show")
        self.page.article.say(title, reason or self.tr("Add articles to see what became of them."))
        self.page.show_side(None, None, can_write=False)

    def _move(self, nth: int) -> None:
        article, pieces = self._article, self.page.article.shown
        if article is not None and 0 <= nth < len(pieces):
            self._workspace.decide(partial(_move_piece, article, pieces[nth]))

    def _decide(self, other: str, choice: str) -> None:
        article = self._article
        if article is not None:
            self._workspace.decide(
                lambda library: decide_on(library, article, other, Choice(choice))
            )

    def _compare(self, other: str) -> None:
        if self._article is not None:
            self._pages.open_diff(other, self._article)

    def _open_article(self, article: str) -> None:
        if article:
            self._reading.turn_to(article)
            self._window.show_page(ARTICLE)

    def _undo(self) -> None:
        self._workspace.decide(decisions.undo)

    def _save(self) -> None:
        from desktop.services.receipts import receipt_text

        receipt = self._shown.receipt if self._shown is not None else None
        if receipt is None:
            return
        name, _filter = QFileDialog.getSaveFileName(
            self._window, self.tr("Save receipt"), "receipt.txt", self.tr("Text (*.txt)")
        )
        if name:
            try:
                Path(name).write_text(receipt_text(receipt), encoding="utf-8")
            except OSError as error:
                self._window.toast.show_message(self.tr("The receipt was not saved"), str(error))


def _read_import(nth: int, library: Library) -> _Import:
    from desktop.services.receipts import import_decision, list_imports, read_receipt

    imports = list_imports(library)
    if not imports:
        return _Import(None, 0, 0, can_undo=False)
    nth = min(nth, len(imports) - 1)
    batch = imports[nth][0]
    decision = import_decision(library, batch)
    can_undo = decision is not None and decision == decisions.last_decision(library)
    return _Import(read_receipt(library, batch), nth, len(imports), can_undo)


def _read_page(article_id: str, title: str, library: Library) -> _Page:
    from desktop.services.analyses import get_analyzed
    from desktop.services.date_cards import get_date_card
    from desktop.services.receipts import read_paragraphs

    read = get_analyzed(library, article_id)
    pieces = page_pieces(read.article, read.analysis, read_paragraphs(library, article_id))
    copies = read_copies(article_id, title, library)
    card = get_date_card(library, article_id)
    return _Page(article_id, read.article.outlet, pieces, copies, card)


def _move_piece(article: str, piece: Piece, library: Library) -> None:
    """Keep a piece that was set apart or left out, or set one of the text apart."""
    from desktop.services import receipts

    if piece.span is None:
        if piece.number is not None:
            receipts.keep_paragraph(library, article, piece.number)
            _score(library, article, piece.text)
    elif not piece.kept:
        decisions.keep_block(library, article, piece.span)
    elif piece.by_user and piece.number is not None:
        receipts.remove_paragraph(library, article, piece.number)
    else:
        decisions.set_apart_block(library, article, piece.span)


def _score(library: Library, article_id: str, words: str) -> None:
    """Score the block of a paragraph that was put back, which its kind alone may set apart."""
    from desktop.core.text.paragraphs import Paragraphs
    from desktop.services.analyses import get_analyzed

    read = get_analyzed(library, article_id)
    place = Paragraphs(read.article.text).find(words)
    for block in read.analysis.blocks:
        if place is not None and block.span.overlap(place) and not block.scored:
            decisions.keep_block(library, article_id, block.span)
