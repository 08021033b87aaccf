"""The grid of the event comparison: labels at the left, one column per outlet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QCoreApplication,
    QLineF,
    QModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeySequence,
    QPainter,
    QPen,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from desktop.core.model.comparisons import Claim, Comparison, Place
from desktop.ui.controls.labels import plain_tooltip
from desktop.ui.figures.outlets import OutletColumn, Voices
from desktop.ui.fonts import font, line_height
from desktop.ui.models.compare import (
    CELL,
    ROW,
    CompareModel,
    GridCell,
    GridRow,
    RowKind,
    grid_rows,
    header_line,
    row_label,
)
from desktop.ui.paint.axes import CENTER, draw_words, words_width
from desktop.ui.paint.badges import SIZE, draw_badge
from desktop.ui.paint.text import MarkedText
from desktop.ui.palettes import Palette
from desktop.ui.panels.cell_table import CellTable
from desktop.ui.panels.compare_cells import PAD_PX, ROW_PX, CellDelegate, headline_height
from desktop.ui.panels.evidence import LABEL_PX
from desktop.ui.theme import theme

COLUMN_PX, HEADER_PX, _LABEL_PAD_PX, _LABEL_LINES, _LABEL_ROW_PX = 212, 48, 20, 2, 52


class CompareTable(CellTable):
    """Claims and figures by outlet; `cell_chosen` follows the cursor, `cell_opened` is Enter."""

    cell_chosen = Signal(GridCell)
    cell_opened = Signal(GridCell)
    outlet_menu_asked = Signal(int, object)
    claim_menu_asked = Signal(int, int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # First of all: most settings below lay the view out, which needs them.
        self._outlets, self._labels = _OutletHeader(self), _LabelHeader(self)
        self._corner = _Corner(self)
        self.set_up()
        self.setAccessibleName(self.tr("Comparison by outlet"))
        self.setStyleSheet("CompareTable { border: none; }")
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._cells = CellDelegate(self)
        self._shown: CompareModel | None = None
        self.setItemDelegate(self._cells)
        self.setHorizontalHeader(self._outlets)
        self.setVerticalHeader(self._labels)
        self.activated.connect(self._open)
        self.cursor_chose.connect(self._choose)
        self._outlets.customContextMenuRequested.connect(self._ask_menu)
        self._labels.customContextMenuRequested.connect(self._ask_row_menu)
        menu = QShortcut(QKeySequence("Shift+F10"), self)
        menu.setContext(Qt.ShortcutContext.WidgetShortcut)
        menu.activated.connect(self.ask_claim_menu)
        theme().changed.connect(self._size)

    @property
    def grid(self) -> CompareModel | None:
        """Return the model shown, or None."""
        return self._shown

    @property
    def outlet(self) -> OutletColumn | None:
        """Return the outlet of the column that the cursor is in, or None."""
        nth = self.currentIndex().column()
        return self._shown.columns[nth] if self._shown is not None and nth >= 0 else None

    def show_comparison(
        self, comparison: Comparison, columns: Sequence[OutletColumn], voices: Voices
    ) -> None:
        """Show outlets in an order and the rows that a choice of voices has."""
        before, old = self._shown, self.selectionModel()
        self._cells.voices = voices
        self._shown = CompareModel(
            grid_rows(comparison, voices), columns, voices, plain_tooltip, self
        )
        self.setModel(self._shown)
        if before is not None:
            before.deleteLater()
            old.deleteLater()
        self.follow_cursor()
        self.selectionModel().currentChanged.connect(self._labels.viewport().update)
        self._size()

    @property
    def chosen_claims(self) -> tuple[Claim, ...]:
        """Return the claims whose cells are selected, in their order."""
        if self._shown is None:
            return ()
        rows = sorted({index.row() for index in self.selectedIndexes()})
        claims = (self._shown.rows[row].claim for row in rows)
        return tuple(claim for claim in claims if claim is not None)

    def go_to(self, row: int, column: int) -> None:
        """Make a cell current, the nearest one where it is gone."""
        if self._shown is not None and self._shown.rows:
            row, column = min(row, len(self._shown.rows) - 1), max(0, column)
            self.setCurrentIndex(self._shown.index(row, column))

    def ask_claim_menu(self) -> None:
        """Ask for the menu of the cell that is current."""
        index = self.currentIndex()
        if index.isValid():
            at = self.visualRect(index).bottomLeft()
            self.claim_menu_asked.emit(index.row(), index.column(), self.viewport().mapToGlobal(at))

    def show_selection(self, places: Sequence[Place]) -> None:
        """Frame the cells whose words were chosen, here or in another view."""
        self._cells.selected = frozenset(places)
        self.viewport().update()

    @override
    def contextMenuEvent(self, arg__1: QContextMenuEvent) -> None:
        if arg__1.reason() is QContextMenuEvent.Reason.Keyboard:
            self.ask_claim_menu()
            return
        index = self.indexAt(arg__1.pos())
        if index.isValid():
            self.claim_menu_asked.emit(index.row(), index.column(), arg__1.globalPos())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size()

    @override
    def updateGeometries(self) -> None:
        super().updateGeometries()
        # The corner between the two headers is the table's own button: our label covers it.
        across, down = self._labels.width(), self._outlets.height()
        self._corner.setGeometry(QRect(0, 0, across, down))
        self._corner.raise_()

    def _size(self) -> None:
        if self._shown is None or not self._shown.columns:
            return
        zoom, count = theme().zoom, len(self._shown.columns)
        self._labels.setFixedWidth(round(LABEL_PX * zoom))
        self._outlets.setFixedHeight(round(HEADER_PX * zoom))
        room = self.viewport().width()
        width = max(round(COLUMN_PX * zoom), room // count)
        for nth in range(count):
            # What division leaves over goes to the last column.
            rest = room - width * count if nth == count - 1 and width * count < room else 0
            self.setColumnWidth(nth, width + rest)
        self._size_rows(width)

    def _size_rows(self, width: int) -> None:
        if self._shown is None:
            return
        for nth, row in enumerate(self._shown.rows):
            self.setRowHeight(nth, self._row_height(nth, row, width))
            if row.kind is RowKind.CLAIMS and self.columnSpan(nth, 0) != len(self._shown.columns):
                self.setSpan(nth, 0, 1, max(2, len(self._shown.columns)))

    def _row_height(self, nth: int, row: GridRow, width: int) -> int:
        if self._shown is None or row.kind is not RowKind.HEADLINE:
            asked = theme().px(ROW_PX.get(row.kind, 0))
            return max(asked, theme().px(label_height(row))) if row.claim else asked
        columns = range(len(self._shown.columns))
        tallest = max(headline_height(self._shown.cell(nth, column), width) for column in columns)
        return max(tallest, theme().px(_LABEL_ROW_PX))

    def _choose(self, current: QModelIndex) -> None:
        self.cell_chosen.emit(current.data(CELL))

    def _open(self, index: QModelIndex) -> None:
        self.cell_opened.emit(index.data(CELL))

    def _ask_menu(self, at: object) -> None:
        point = at if isinstance(at, type(self.pos())) else self.pos()
        column = self._outlets.logicalIndexAt(point)
        if column >= 0:
            # What the menu is about is the column that the cursor is in.
            self.setCurrentIndex(self.model().index(max(0, self.currentIndex().row()), column))
            self.outlet_menu_asked.emit(column, self._outlets.viewport().mapToGlobal(point))

    def _ask_row_menu(self, at: object) -> None:
        point = at if isinstance(at, type(self.pos())) else self.pos()
        row = self._labels.logicalIndexAt(point)
        if row >= 0:
            self.claim_menu_asked.emit(row, -1, self._labels.viewport().mapToGlobal(point))


def label_height(row: GridRow) -> float:
    """Return the height of a claim's label: one or two lines."""
    text = MarkedText(row_label(row)[0], font("small-medium"), line_height("small-medium"))
    return text.lay_out(LABEL_PX - 2 * _LABEL_PAD_PX + 8, _LABEL_LINES) + 8


class _OutletHeader(QHeaderView):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme().px(HEADER_PX))

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        column = self.model().headerData(logicalIndex, Qt.Orientation.Horizontal, CELL)
        if not isinstance(column, OutletColumn):
            return
        palette = theme().palette
        painter.save()
        room = _logical(painter, rect)
        _draw_ground(painter, room, palette.surface, palette)
        top = room.center().y() - SIZE.height() / 2
        draw_badge(painter, QRectF(QPointF(PAD_PX, top), SIZE), column.mark, palette)
        left = PAD_PX + SIZE.width() + 9
        line = QRectF(left, room.top() + 7, room.right() - 6 - left, 18)
        name = QRectF(line)
        if column.is_tied:
            name.setRight(_draw_tie(painter, line, palette))
        draw_words(painter, name, column.name, ("body-strong", palette.text))
        line.moveTop(line.bottom())
        draw_words(painter, line, header_line(column), ("small", palette.text2))
        painter.restore()


class _LabelHeader(QHeaderView):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(8)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(LABEL_PX), super().sizeHint().height())

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        row = self.model().headerData(logicalIndex, Qt.Orientation.Vertical, ROW)
        if not isinstance(row, GridRow):
            return
        palette = theme().palette
        view = self.parentWidget()
        chosen = isinstance(view, QTableView) and view.currentIndex().row() == logicalIndex
        painter.save()
        room = _logical(painter, rect)
        _draw_label(painter, room, row, palette, is_chosen=chosen)
        painter.restore()


class _Corner(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @override
    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        palette = theme().palette
        room = _logical(painter, self.rect())
        _draw_ground(painter, room, palette.window, palette)
        words = QCoreApplication.translate("Compare", "Outlets")
        inner = room.adjusted(_LABEL_PAD_PX, 0, -8, 0)
        draw_words(painter, inner, words, ("body-strong", palette.text))


def _logical(painter: QPainter, rect: QRect) -> QRectF:
    """Let the painter count in logical pixels from the corner of `rect`, and return its room."""
    zoom = theme().zoom
    painter.translate(rect.topLeft())
    painter.scale(zoom, zoom)
    return QRectF(0, 0, rect.width() / zoom, rect.height() / zoom)


def _draw_ground(painter: QPainter, room: QRectF, color: QColor, palette: Palette) -> None:
    painter.fillRect(room, color)
    painter.setPen(QPen(palette.border, 1))
    right, bottom = room.right() - 0.5, room.bottom() - 0.5
    painter.drawLine(QLineF(right, room.top(), right, room.bottom()))
    painter.drawLine(QLineF(room.left(), bottom, room.right(), bottom))


def _draw_tie(painter: QPainter, line: QRectF, palette: Palette) -> float:
    words = QCoreApplication.translate("Compare", "tie")
    width = words_width(words, "caption") + 12
    box = QRectF(line.right() - width - 4, line.top() - 1, width, 18)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.sunken)
    painter.drawRoundedRect(box, 4, 4)
    draw_words(painter, box, words, ("caption", palette.text2), CENTER)
    return box.left() - 6


def _draw_label(
    painter: QPainter, room: QRectF, row: GridRow, palette: Palette, *, is_chosen: bool
) -> None:
    is_head = row.kind is RowKind.CLAIMS
    chosen = is_chosen and row.kind is RowKind.CLAIM
    painter.fillRect(room, palette.sunken if is_head else palette.sel if chosen else palette.window)
    if chosen:
        painter.fillRect(QRectF(0, 0, 3, room.height()), palette.accent)
    inner = room.adjusted(_LABEL_PAD_PX, 0, -10, 0)
    if row.claim is not None:
        _draw_claim_label(painter, inner, row, palette, is_chosen=chosen)
    else:
        _draw_row_label(painter, inner, row, palette)
    painter.setPen(QPen(palette.border, 1))
    right, bottom = room.right() - 0.5, room.bottom() - 0.5
    painter.drawLine(QLineF(right, room.top(), right, room.bottom()))
    if row.kind in (RowKind.HEADLINE, RowKind.TONE, RowKind.CLAIM):
        painter.setPen(QPen(palette.hair if row.claim else palette.border, 1))
        painter.drawLine(QLineF(room.left(), bottom, room.right(), bottom))


def _draw_row_label(painter: QPainter, inner: QRectF, row: GridRow, palette: Palette) -> None:
    label, more = row_label(row)
    if row.kind is RowKind.HEADLINE or (more and inner.height() >= 36):
        top = inner.top() + 10 if row.kind is RowKind.HEADLINE else inner.center().y() - 18
        line = QRectF(inner.left(), top, 0, 18)
        line.setRight(inner.right())
        draw_words(painter, line, label, ("body-strong", palette.text))
        line.moveTop(line.bottom())
        draw_words(painter, line, more, ("small", palette.text2))
        return
    width = draw_words(painter, inner, label, ("body-strong", palette.text))
    if row.kind is RowKind.CLAIMS:
        more = QCoreApplication.translate("Compare", "{count}, most different first")
        more = more.format(count=row.count)
        beside = inner.adjusted(width + 12, 0, 0, 0)
        draw_words(painter, beside, more, ("small", palette.text2))


def _draw_claim_label(
    painter: QPainter, inner: QRectF, row: GridRow, palette: Palette, *, is_chosen: bool
) -> None:
    token = "small-strong" if is_chosen else "small-medium"
    text = MarkedText(row_label(row)[0], font(token), line_height(token))
    height = text.lay_out(inner.width(), _LABEL_LINES)
    at = QPointF(inner.left(), inner.center().y() - height / 2)
    text.draw(painter, at, palette.text, palette)
