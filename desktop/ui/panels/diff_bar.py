"""The diff's toolbar: which two texts, how much of them is aligned, and steps through it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.core.model.spans import Span
from desktop.ui.controls.buttons import Button, ButtonKind
from desktop.ui.controls.choices import Check, Picker, badge_icon
from desktop.ui.controls.labels import Label
from desktop.ui.controls.plates import Ground
from desktop.ui.controls.scaling import keep_sized, keep_spaced
from desktop.ui.paint.marks import Mark, MarkForm
from desktop.ui.paint.text import MarkedText
from desktop.ui.theme import theme
from desktop.ui.words import counted

_BAR_PX, _PICKER_PX, _LEAST_PICKER_PX, _GAPS_PX = 54, 210, 84, 150


class DiffBar(Ground):
    """Chooses two articles, shows counts and goes through the differences."""

    pair_chosen = Signal(str, str)
    stepped = Signal(int)
    marks_toggled = Signal(bool)
    table_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", parent)
        keep_sized(self, height=_BAR_PX)
        self.first, self.second = Picker(self.tr("Article A")), Picker(self.tr("Article B"))
        self.swap = Button("", "arrows-diff", ButtonKind.BARE)
        self.swap.setAccessibleName(self.tr("Swap sides"))
        self.swap.setToolTip(self.tr("Swap sides"))
        self.counts, self.legend = Label("", "small", "text2"), _Legend()
        self.words = Check(self.tr("&Word differences"))
        self.words.setChecked(True)
        self.as_table = Button(self.tr("Show as &table"), kind=ButtonKind.LINK)
        self.as_table.setCheckable(True)
        self.up, self.down = Button("", "arrow-up"), Button("", "arrow-down")
        self.up.setAccessibleName(self.tr("Previous difference"))
        self.up.setToolTip(self.tr("Previous difference (Alt+Up)"))
        self.down.setAccessibleName(self.tr("Next difference"))
        self.down.setToolTip(self.tr("Next difference (Alt+Down)"))
        self.position = Label("", "body-strong")
        self._badges: list[tuple[str, int]] = []
        self._place = self._short_place = ""
        self._lay_out()
        theme().changed.connect(self._restyle)
        self.first.activated.connect(self._chosen)
        self.second.activated.connect(self._chosen)
        self.swap.clicked.connect(self._swap)
        self.up.clicked.connect(lambda: self.stepped.emit(-1))
        self.down.clicked.connect(lambda: self.stepped.emit(1))
        self.words.toggled.connect(self.marks_toggled)
        self.as_table.toggled.connect(self.table_toggled)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        keep_spaced(row, (20, 0, 16, 0), 8)
        row.addWidget(Label("A", "body-strong", "text2"))
        row.addWidget(self.first)
        row.addWidget(self.swap)
        row.addWidget(Label("B", "body-strong", "text2"))
        row.addWidget(self.second)
        self._told = QWidget()
        told = QVBoxLayout(self._told)
        keep_spaced(told, (8, 0, 0, 0), 1)
        told.addStretch()
        told.addWidget(self.counts)
        told.addWidget(self.legend)
        told.addStretch()
        row.addWidget(self._told)
        row.addStretch(1)
        for widget in (self.as_table, self.words, self.up, self.down, self.position):
            row.addWidget(widget)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out the legend, then the counts, where there is no room for them."""
        px = theme().px
        names = min(px(_PICKER_PX), max(p.sizeHint().width() for p in (self.first, self.second)))
        for picker in (self.first, self.second):
            picker.setMaximumWidth(px(_PICKER_PX))
            picker.setMinimumWidth(px(_LEAST_PICKER_PX))
        rest = (self.swap, self.as_table, self.words, self.up, self.down)
        least = sum(part.sizeHint().width() for part in rest) + px(_GAPS_PX)
        place = QFontMetrics(theme().font("body-strong")).horizontalAdvance(self._place)
        fits = self.width() >= least + 2 * px(_LEAST_PICKER_PX) + place
        self.position.setText(self._place if fits else self._short_place)
        self.position.setAccessibleName(self._place)
        room = self.width() - least - 2 * names - place
        self._told.setVisible(room >= self.counts.sizeHint().width())
        self.legend.setVisible(room >= self.legend.sizeHint().width())

    def _restyle(self) -> None:
        for picker in (self.first, self.second):
            for nth in range(picker.count()):
                picker.setItemIcon(nth, badge_icon(*self._badges[nth]))
        self._fit()

    @property
    def is_table(self) -> bool:
        """Say whether the table is asked for instead of the panes."""
        return self.as_table.isChecked()

    def show_articles(self, articles: Sequence[tuple[str, str, int, str]]) -> None:
        """Offer articles, each as (id, letters, slot, outlet's name)."""
        self._badges = [(letters, slot) for _, letters, slot, _ in articles]
        for picker in (self.first, self.second):
            picker.clear()
            for article_id, letters, slot, name in articles:
                picker.addItem(badge_icon(letters, slot), name, article_id)
        self._fit()

    def show_pair(self, left: str, right: str) -> None:
        """Show which two articles are on view."""
        self.first.setCurrentIndex(self.first.findData(left))
        self.second.setCurrentIndex(self.second.findData(right))

    def show_counts(self, aligned: int, only_left: int, only_right: int) -> None:
        """Show how many sentences are aligned and how many stand on one side only."""
        told = self.tr("{aligned} aligned · {left} only in A · {right} only in B")
        self.counts.setText(told.format(aligned=aligned, left=only_left, right=only_right))
        self._fit()

    def show_position(self, at: int, of: int) -> None:
        """Show the difference stopped at, counting from 1; 0 is before the first."""
        told = self.tr("Difference {at} of {of}").format(at=at, of=of)
        self._place = told if at else counted(of, self.tr("difference"), self.tr("differences"))
        self._short_place = f"{at} / {of}"
        self._fit()
        self.up.setEnabled(at > 1)
        self.down.setEnabled(at < of)

    def _chosen(self) -> None:
        left, right = self.first.currentData(), self.second.currentData()
        if left != right:
            self.pair_chosen.emit(left, right)
            return
        # One article cannot be held against itself: the other side moves on.
        sender, other = (
            (self.first, self.second) if self.sender() is self.first else (self.second, self.first)
        )
        other.setCurrentIndex((sender.currentIndex() + 1) % other.count())
        self.pair_chosen.emit(self.first.currentData(), self.second.currentData())

    def _swap(self) -> None:
        self.pair_chosen.emit(self.second.currentData(), self.first.currentData())


class _Legend(QWidget):
    """Says what the two marks of the diff mean."""

    def __init__(self) -> None:
        super().__init__()
        self._parts = (
            (self.tr("word"), MarkForm.CHANGED, self.tr("changed")),
            (self.tr("word"), MarkForm.SHARED, self.tr("shared in a reworded sentence")),
        )
        self.setAccessibleName(self.tr("Marks: changed words; shared words in a reworded sentence"))

    @override
    def sizeHint(self) -> QSize:
        metrics, px = QFontMetrics(theme().font("caption")), theme().px
        words = sum(
            metrics.horizontalAdvance(word) + metrics.horizontalAdvance(meaning) + px(20)
            for word, _, meaning in self._parts
        )
        return QSize(words, px(18))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette, face, px = theme().palette, theme().font("caption"), theme().px
        left, line = 1.0, px(16)
        for word, form, meaning in self._parts:
            sample = MarkedText(word, face, line, [Mark(Span(0, len(word)), form)])
            sample.lay_out(px(80))
            sample.draw(painter, QPointF(left, 0), palette.text, palette)
            painter.setFont(face)
            width = painter.fontMetrics().horizontalAdvance(word) + px(6)
            painter.setPen(palette.text2)
            painter.drawText(QRectF(left + width, 0, self.width(), line), meaning)
            left += width + painter.fontMetrics().horizontalAdvance(meaning) + px(14)
