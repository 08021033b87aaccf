"""A card with a chart, its table twin, and ways to take both along."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QKeySequence,
    QPainter,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.ui.controls.buttons import Button, ButtonKind
from desktop.ui.controls.labels import Label
from desktop.ui.controls.plates import Card
from desktop.ui.models.twins import PLACES, Twin, TwinModel, selected_text
from desktop.ui.paint.axes import ChartMark
from desktop.ui.paint.legend import TitledChart
from desktop.ui.paint.saving import save_chart
from desktop.ui.palettes import Palette
from desktop.ui.panels.chart_tip import Describe
from desktop.ui.panels.chart_view import LEAST_WIDTH_PX, SPILL_PX, ChartView
from desktop.ui.panels.figures import Figure, MarkState
from desktop.ui.panels.legend import shown_palette
from desktop.ui.theme import theme

_PAD_PX, QWIDGETSIZE_MAX = 18, (1 << 24) - 1
# Seven columns have to fit into the card of a chart.
_TABLE_SHEET = "TwinTable { border: none; } QHeaderView::section { padding: 4px 6px; }"


class ChartCard(Card):
    """Shows one figure as a chart or as a table; `chosen` gives the places and what they are."""

    chosen = Signal(tuple, str, bool)
    save_asked = Signal()

    def __init__(
        self, figure: Figure, title: str, subtitle: str, parent: QWidget | None = None
    ) -> None:
        super().__init__("surface", parent)
        self.title = title
        self.setAccessibleName(title)
        self._is_gray = False
        self._subtitle = Label(subtitle, "small", "text2")
        self._subtitle.setWordWrap(True)
        self.chart = ChartView(figure, title)
        self.table = TwinTable(self.tr("{title} as a table").format(title=title))
        self.more = Button("", "dots", ButtonKind.BARE, height_px=28)
        self._stack = QStackedWidget()
        self._lay_out(title)
        self.more.clicked.connect(self._show_menu)
        self.chart.chosen.connect(self._choose_mark)
        self.table.row_opened.connect(self._choose_row)
        twin = QShortcut(QKeySequence("Ctrl+T"), self)
        twin.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        twin.activated.connect(self.turn)
        self.show_figure(figure, lambda _place, _why: None)

    @property
    def shows_table(self) -> bool:
        """Say whether the table is shown in place of the chart."""
        return self._stack.currentWidget() is self.table

    def show_figure(self, figure: Figure, describe: Describe) -> None:
        """Show other data."""
        self.chart.show_figure(figure, describe)
        self.table.show_twin(figure.twin())
        self._fit()

    def set_gray(self, is_gray: bool) -> None:
        """Draw without color, or with it again."""
        self._is_gray = is_gray
        self.chart.set_gray(is_gray)

    def turn(self) -> None:
        """Show the table in place of the chart, or the chart again."""
        to_chart = self.shows_table
        self._stack.setCurrentWidget(self._area if to_chart else self.table)
        shown = self.chart if to_chart else self.table
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self, path: Path) -> bool:
        """Write the chart with its title and legend to an SVG or PNG file."""
        return save_chart(path, self.titled(), shown_palette(self._is_gray))

    def titled(self) -> TitledChart:
        """Return the chart as it stands alone, without what is chosen."""
        figure = self.chart.figure

        def draw(painter: QPainter, rect: QRectF, palette: Palette) -> None:
            figure.draw(painter, rect, MarkState(), palette)

        subtitle = self._subtitle.text()
        return TitledChart(self.title, subtitle, figure.voices(), draw, figure.height())

    def copy_table(self) -> None:
        """Put the table on the clipboard as text: the rows chosen, or all of them."""
        self.table.copy()

    def _fit(self) -> None:
        """Give the chart the height it asks for: it scrolls across, never down."""
        asked = self.chart.sizeHint()
        is_wider = asked.width() > self.width() - 2 * theme().px(_PAD_PX)
        bar = self._area.horizontalScrollBar().sizeHint().height() if is_wider else 0
        height = asked.height() + bar
        self._area.setMinimumSize(theme().px(LEAST_WIDTH_PX), height)
        # The bar across stays under a chart that scrolls, however high its card is.
        self._area.setMaximumHeight(height if is_wider else QWIDGETSIZE_MAX)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _reveal(self, box: QRect) -> None:
        middle = box.center()
        self._area.ensureVisible(middle.x(), middle.y(), box.width() // 2 + SPILL_PX, 0)

    def _choose_mark(self, mark: ChartMark, by_key: bool) -> None:
        figure = self.chart.figure
        self.chosen.emit(figure.places(mark), figure.sentence(mark), by_key)

    def _choose_row(self, row: int) -> None:
        model = self.table.model()
        cells = [str(model.index(row, column).data()) for column in range(model.columnCount())]
        places = model.index(row, 0).data(PLACES)
        self.chosen.emit(places, ", ".join(cell for cell in cells if cell), True)

    def _show_menu(self) -> None:
        menu = QMenu(self)
        other = self.tr("Show as chart") if self.shows_table else self.tr("Show as table")
        menu.addAction(other, QKeySequence("Ctrl+T"), self.turn)
        menu.addAction(self.tr("Copy table"), self.copy_table)
        menu.addAction(self.tr("Save chart…"), self.save_asked.emit)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _lay_out(self, title: str) -> None:
        px = theme().px
        name = self.tr("More for {title}").format(title=title)
        self.more.setAccessibleName(name)
        self.more.setToolTip(name)
        head = QHBoxLayout()
        head.addWidget(Label(title, "section"), 1)
        head.addWidget(self.more)
        # A chart of many outlets is wider than its card: it scrolls, and takes no more room.
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.viewport().setAutoFillBackground(False)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self.chart)
        self.chart.setAutoFillBackground(False)
        self.chart.focused.connect(self._reveal)
        self._stack.addWidget(self._area)
        theme().changed.connect(self._fit)
        self._fit()
        self._stack.addWidget(self.table)
        column = QVBoxLayout(self)
        pad = px(_PAD_PX)
        column.setContentsMargins(pad, px(10), pad, px(12))
        column.setSpacing(px(2))
        column.addLayout(head)
        column.addWidget(self._subtitle)
        column.addSpacing(px(8))
        column.addWidget(self._stack, 1)


class TwinTable(QTableView):
    """A chart's figures in rows; Enter opens a row's sentences, Ctrl+C copies."""

    row_opened = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._twin = Twin((), ())
        self._shown = TwinModel(self._twin, self)
        self.setModel(self._shown)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setStyleSheet(_TABLE_SHEET)
        self.verticalHeader().hide()
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.horizontalHeader().setMinimumSectionSize(theme().px(24))
        theme().changed.connect(self._fit)
        self.activated.connect(self._open)
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self)
        copy.setContext(Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(self.copy)

    @property
    def twin(self) -> Twin:
        """Return the table shown."""
        return self._twin

    def show_twin(self, twin: Twin) -> None:
        """Show another table."""
        before, old = self._shown, self.selectionModel()
        self._twin, self._shown = twin, TwinModel(twin, self)
        self.setModel(self._shown)
        before.deleteLater()
        old.deleteLater()
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give each column what it asks for, and what is left over to the first."""
        for part in (self, self.horizontalHeader()):
            part.setFont(theme().font("small"))
        self.verticalHeader().setDefaultSectionSize(theme().px(26))
        self.resizeColumnsToContents()
        left = self.viewport().width() - self.horizontalHeader().length()
        if left > 0 and self._twin.headers:
            self.setColumnWidth(0, self.columnWidth(0) + left)

    def copy(self) -> None:
        """Put the rows chosen, or all of them, on the clipboard as text."""
        rows = [index.row() for index in self.selectionModel().selectedRows()]
        QGuiApplication.clipboard().setText(selected_text(self._twin, rows))

    def _open(self, index: QModelIndex) -> None:
        self.row_opened.emit(index.row())
