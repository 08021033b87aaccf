"""The bar over the comparison: whose words, in which order, what the colors mean, and more."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.controls.buttons import Button, ButtonKind, Segmented
from desktop.ui.controls.labels import Label
from desktop.ui.controls.plates import Ground
from desktop.ui.controls.scaling import keep_sized, keep_spaced
from desktop.ui.figures.outlets import Voices
from desktop.ui.panels.event_tabs import EventTabs
from desktop.ui.panels.legend import LegendRow
from desktop.ui.theme import theme

_LEGEND_FROM_PX, _WHY_FROM_PX, _PAD_PX = 1060, 820, 20
_ONE_ROW_FROM_PX = 1000


class CompareBar(Ground):
    """Emits what was chosen; a name for the event can be typed in it."""

    chosen = Signal()
    named = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", parent)
        self.tabs = EventTabs("compare")
        self.voices = Segmented(
            [self.tr("Both voices"), self.tr("Own voice"), self.tr("Quoted voices")],
            self.tr("Voices"),
        )
        self.order = Segmented([self.tr("As added"), self.tr("Loaded wording")], self.tr("Order"))
        self._order_label = Label(self.tr("Order"), "small", "text2")
        self.why = Button(self.tr("Why one event"), kind=ButtonKind.LINK)
        self.more = Button("", "dots", ButtonKind.BARE, height_px=30)
        self.legend, self.name_field = LegendRow(), QLineEdit()
        self._has_links = self._is_alone = False
        self._lay_out()
        self.voices.chosen.connect(self.chosen)
        self.order.chosen.connect(self.chosen)
        self.name_field.returnPressed.connect(self._take_name)
        escape = QShortcut(QKeySequence("Esc"), self.name_field)
        escape.setContext(Qt.ShortcutContext.WidgetShortcut)
        escape.activated.connect(self.name_field.hide)
        theme().changed.connect(self._fit)

    def show_links(self, has_links: bool) -> None:
        """Offer to say why the articles are on one event, where that is known."""
        self._has_links = has_links
        self._fit()

    def show_switches(self, are_shown: bool) -> None:
        """Show the tabs alone where there is nothing to switch, or all there is."""
        self._is_alone = not are_shown
        for part in (self.voices, self.order, self.more):
            part.setVisible(are_shown)
        self._fit()

    def edit_name(self, label: str) -> None:
        """Let the user type another name for the event."""
        self.name_field.setText(label)
        self.name_field.show()
        self.name_field.selectAll()
        self.name_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def turn_voices(self) -> None:
        """Choose the next voices, from the last on to the first."""
        self.voices.choose((self.voices.current + 1) % len(Voices))
        self.chosen.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out what there is no room for; the menu has it too."""
        px = theme().px
        has_room = self.width() >= px(_ONE_ROW_FROM_PX)
        self._place_tabs(has_room)
        width = self.width() - (self.tabs.sizeHint().width() if has_room else 0)
        has_switches = not self._is_alone
        self.legend.setVisible(has_switches and width >= px(_LEGEND_FROM_PX))
        self.why.setVisible(has_switches and self._has_links and width >= px(_WHY_FROM_PX))
        self._order_label.setVisible(has_switches and width >= px(_WHY_FROM_PX))

    def _place_tabs(self, in_row: bool) -> None:
        """Let the tabs stand before the switches, or above them where room is short."""
        wanted = self._row if in_row else self._top
        if wanted.indexOf(self.tabs) < 0:
            wanted.insertWidget(0, self.tabs)
        # In one row they stand as on the other pages of the event, on the line below them.
        self._column.setContentsMargins(0, 0, 0, 0 if in_row else theme().px(6))

    def _take_name(self) -> None:
        label = " ".join(self.name_field.text().split())
        self.name_field.hide()
        if label:
            self.named.emit(label)

    def _lay_out(self) -> None:
        self.more.setAccessibleName(self.tr("More for this event"))
        self.more.setToolTip(self.tr("More for this event"))
        self.name_field.setAccessibleName(self.tr("Name of the event"))
        keep_sized(self.name_field, height=34)
        self.name_field.hide()
        self._top, self._row = QHBoxLayout(), QHBoxLayout()
        row = self._row
        keep_spaced(self._top, (_PAD_PX - 8, 4, _PAD_PX, 0), 0)
        keep_spaced(row, (_PAD_PX - 8, 0, _PAD_PX, 0), 12)
        self._top.addStretch(1)
        row.addWidget(self.tabs)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addLayout(row)
        row.addWidget(self.voices)
        row.addWidget(self._order_label)
        row.addWidget(self.order)
        row.addWidget(self.name_field, 1)
        row.addStretch(1)
        for part in (self.why, self.legend, self.more):
            row.addWidget(part)
