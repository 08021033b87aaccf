"""Key differences: the findings at the left, the evidence of the one chosen at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.core.model.comparisons import Finding, Place
from desktop.core.model.judgments import JudgedFinding
from desktop.ui.controls.buttons import Button, ButtonKind
from desktop.ui.controls.labels import Label, plain_tooltip
from desktop.ui.controls.plates import Ground
from desktop.ui.controls.scaling import keep_sized, keep_spaced
from desktop.ui.figures.evidence import Finder, speaking_against
from desktop.ui.judgments import ConfirmFinding, TakeBack
from desktop.ui.paint.text import MarkedText
from desktop.ui.panels.evidence import LABEL_PX
from desktop.ui.panels.evidence_list import EvidenceList
from desktop.ui.theme import theme
from desktop.ui.words import sure_words

Index = QModelIndex | QPersistentModelIndex
_LISTS_PX, _PAD_PX, _ROW_PAD_PX, _MOST_LINES = 176, 20, 5, 2
_INDENT_PX, _MOST_SAID_LINES = 8, 3


class KeyDifferences(Ground):
    """Lists what the comparison found; every line of evidence opens its sentence."""

    opened = Signal(Place)
    chosen = Signal(Finding)
    judged = Signal(object)
    dismiss_asked = Signal(Finding)
    decisions_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", parent)
        self.setAccessibleName(self.tr("Key differences"))
        self._findings: tuple[Finding, ...] = ()
        self._find: Finder | None = None
        self._title = Label(self.tr("Key differences"), "section")
        self._count = Label("", "small", "text2")
        self.fold = Button("", "chevron-down", ButtonKind.BARE, height_px=26)
        self.titles = _TitleList(self.tr("Key differences"))
        self._text = _Said()
        self.sure = Label("", "small", "text2")
        self._right: tuple[JudgedFinding, ...] = ()
        self._can_judge = False
        self.gone = Button("", kind=ButtonKind.LINK, height_px=26)
        self.right = Button(self.tr("Right"), "check", ButtonKind.BARE, height_px=26)
        self.right.setCheckable(True)
        self.dismiss = Button(self.tr("Dismiss…"), "x", ButtonKind.BARE, height_px=26)
        self.evidence = EvidenceList(self.tr("Evidence"), is_short=True)
        self._body = QWidget()
        self._is_by_hand = self._is_loading = False
        self._lay_out()
        self.fold.clicked.connect(self._toggle_by_hand)
        self.titles.selectionModel().currentChanged.connect(self._choose)
        self.titles.activated.connect(self.evidence.focus_first)
        self.evidence.opened.connect(self.opened)
        self.right.clicked.connect(self._judge_right)
        self.dismiss.clicked.connect(self._ask_dismiss)
        self.gone.clicked.connect(self.decisions_asked)
        self._name_judging()
        self._name_fold()

    @property
    def is_folded(self) -> bool:
        """Say whether only the title is shown."""
        return self._body.isHidden()

    @property
    def current(self) -> Finding | None:
        """Return the finding that is shown, or None."""
        row = self.titles.currentIndex().row()
        return self._findings[row] if 0 <= row < len(self._findings) else None

    def show_judged(
        self, right: Sequence[JudgedFinding], dismissed: int, *, can_judge: bool
    ) -> None:
        """Show which findings were found right, how many were dismissed, and offer to judge."""
        self._right = tuple(right)
        self._can_judge = can_judge
        self._show_judging()
        self.gone.setVisible(dismissed > 0)
        self.gone.setText(self.tr("{count} dismissed").format(count=dismissed))
        self._mark_right()

    def show_findings(
        self, findings: Sequence[Finding], find: Finder, *, stays: bool = False
    ) -> None:
        """Show findings, the first of them chosen, or with `stays` the one that was."""
        at, before = max(0, self.titles.currentIndex().row()), self.current
        self._findings, self._find = tuple(findings), find
        at = self._findings.index(before) if before in self._findings else at
        at = min(at, len(self._findings) - 1) if stays else 0
        self.titles.show_titles([finding.title for finding in findings])
        self._count.setText(str(len(findings)) if findings else self.tr("none found"))
        self.fold.setVisible(bool(findings))
        if not findings or not self._is_by_hand:
            self._body.setVisible(bool(findings))
            self._name_fold()
        self.evidence.show_evidence(())
        if findings:
            # The first one is shown, not chosen: what the user selected elsewhere stays.
            self._is_loading = True
            self.titles.setCurrentIndex(self.titles.model().index(at, 0))
            self._is_loading = False

    def toggle(self) -> None:
        """Fold the pane, or unfold it."""
        self._body.setVisible(self.is_folded)
        self._name_fold()

    def fold_where_tight(self, is_tight: bool) -> None:
        """Fold where there is little room, unless the user has said otherwise."""
        if not self._is_by_hand and self._findings and self.is_folded != is_tight:
            self.toggle()

    def _toggle_by_hand(self) -> None:
        self._is_by_hand = True
        self.toggle()

    def _choose(self, current: QModelIndex, _: QModelIndex) -> None:
        if not current.isValid() or self._find is None:
            return
        finding = self._findings[current.row()]
        self._text.show_words(finding.text)
        self._text.setVisible(bool(finding.text))
        self.sure.setText(sure_words(finding.sure))
        rows = [row for place in finding.evidence if (row := self._find(place))]
        against = [row for place in finding.counter if (row := self._find(place))]
        self.evidence.show_evidence([*rows, *map(speaking_against, against)])
        self._mark_right()
        if not self._is_loading:
            self.chosen.emit(finding)

    def _judgment(self) -> JudgedFinding | None:
        return next((one for one in self._right if one.finding == self.current), None)

    def _mark_right(self) -> None:
        self.right.setChecked(self._judgment() is not None)

    def _judge_right(self) -> None:
        finding, known = self.current, self._judgment()
        self._mark_right()  # it is checked once the decision stands
        if known is not None:
            self.judged.emit(TakeBack(known.number))
        elif finding is not None:
            self.judged.emit(ConfirmFinding(finding))

    def _ask_dismiss(self) -> None:
        if self.current is not None:
            self.dismiss_asked.emit(self.current)

    def _show_judging(self) -> None:
        self.sure.setVisible(bool(self._findings) and not self.is_folded)
        for button in (self.right, self.dismiss):
            button.setVisible(self._can_judge and bool(self._findings) and not self.is_folded)

    def _name_judging(self) -> None:
        told = (
            (self.right, self.tr("This is right"), self.tr("This difference is right")),
            (self.dismiss, self.tr("Dismiss this difference"), ""),
        )
        for button, name, tip in told:
            button.setAccessibleName(name)
            button.setToolTip(plain_tooltip(tip or name))
        self.gone.setToolTip(plain_tooltip(self.tr("List your decisions")))

    def _name_fold(self) -> None:
        self._show_judging()
        name = self.tr("Unfold") if self.is_folded else self.tr("Fold")
        self.fold.set_icon("chevron-right" if self.is_folded else "chevron-down")
        self.fold.setAccessibleName(name)
        self.fold.setToolTip(name)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        keep_spaced(head, (_PAD_PX, 6, _PAD_PX, 2), 8)
        for part in (self._title, self._count, self.gone):
            head.addWidget(part)
        head.addStretch(1)
        for part in (self.sure, self.right, self.dismiss, self.fold):
            head.addWidget(part)
        right = QVBoxLayout()
        keep_spaced(right, (0, 0, 0, 0), 4)
        right.addWidget(self._text)
        right.addWidget(self.evidence, 1)
        row = QHBoxLayout(self._body)
        keep_spaced(row, (_PAD_PX - 8, 0, _PAD_PX, 8), 14)
        # The evidence begins where the columns below it do.
        keep_sized(self.titles, width=LABEL_PX - _PAD_PX)
        row.addWidget(self.titles)
        row.addLayout(right, 1)
        keep_sized(self._body, height=_LISTS_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._body)


class _Said(QWidget):
    """What a finding says, in three lines at most; the tooltip has all of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme().changed.connect(self.updateGeometry)

    def show_words(self, words: str) -> None:
        """Show other words."""
        self._words = words
        self.setAccessibleName(words)
        self.setToolTip(plain_tooltip(words))
        self.updateGeometry()
        self.update()

    def _laid_out(self, width: int) -> tuple[MarkedText, float]:
        text = MarkedText(self._words, theme().font("body-medium"), theme().line("body"))
        return text, text.lay_out(max(40, width - theme().px(_INDENT_PX)), _MOST_SAID_LINES)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, arg__1: int) -> int:
        return round(self._laid_out(arg__1)[1])

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(240), self.heightForWidth(max(self.width(), theme().px(240))))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme().palette
        at = QPointF(theme().px(_INDENT_PX), 0)
        self._laid_out(self.width())[0].draw(QPainter(self), at, palette.text, palette)


class _TitleList(QListView):
    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._titles = QStringListModel(self)
        self._drawn = _TitleDelegate(self)
        self.setModel(self._titles)
        self.setItemDelegate(self._drawn)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setWordWrap(True)
        self.setMouseTracking(True)
        theme().changed.connect(self.doItemsLayout)

    def show_titles(self, titles: Sequence[str]) -> None:
        """Show other titles."""
        self._titles.setStringList(list(titles))


class _TitleDelegate(QStyledItemDelegate):
    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        height = self._text(index).lay_out(self._room(width), _MOST_LINES)
        return QSize(width, round(height) + 2 * theme().px(_ROW_PAD_PX))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette, rect = theme().palette, QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(palette.sel)
            painter.drawRoundedRect(rect, 6, 6)
            # Where a palette has no tints the bar alone says what is chosen.
            painter.setBrush(palette.accent)
            painter.drawRoundedRect(QRectF(rect.left(), rect.top() + 4, 3, rect.height() - 8), 1, 1)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(palette.hover)
            painter.drawRoundedRect(rect, 6, 6)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(palette.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 5, 5)
        text = self._text(index)
        text.lay_out(self._room(rect.width()), _MOST_LINES)
        at = QPointF(rect.left() + 8, rect.top() + theme().px(_ROW_PAD_PX))
        text.draw(painter, at, palette.text, palette)
        painter.restore()

    def _text(self, index: Index) -> MarkedText:
        return MarkedText(str(index.data()), theme().font("body-medium"), theme().line("body"))

    def _room(self, width: float) -> float:
        return max(40.0, width - 16)
