"""The settings: appearance, the library and its backups, and what stays on this computer."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.ui.controls.buttons import Segmented
from desktop.ui.controls.labels import Label
from desktop.ui.controls.plates import Card, Ground
from desktop.ui.palettes import DARK, HIGH_DARK, HIGH_LIGHT, LIGHT
from desktop.ui.panels.settings_library import BackupsCard, LibraryCard, card_column
from desktop.ui.panels.watched_card import WatchedCard
from desktop.ui.session import SYSTEM
from desktop.ui.theme import theme

_ZOOMS = (0.8, 1.0, 1.25, 1.5, 2.0)
_THEMES = (SYSTEM, LIGHT, DARK)
_CONTRASTS = ("", HIGH_LIGHT, HIGH_DARK)
_ONE_COLUMN_UNDER_PX, _MOST_PX = 940, 1180


class SettingsPage(Ground):
    """Shows the settings and emits what was chosen; changes apply at once."""

    look_chosen = Signal(str)
    zoom_chosen = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", parent)
        inner = Ground("window")
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        row.setContentsMargins(14, 14, 14, 14)
        row.setSpacing(14)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(14)
            row.addLayout(column, 1)
        left.addWidget(self._appearance_card())
        self.library, self.backups = LibraryCard(), BackupsCard()
        left.addWidget(self.library)
        self.watched = WatchedCard()
        left.addWidget(self.watched)
        left.addStretch(1)
        right.addWidget(self.backups)
        right.addWidget(self._privacy_card())
        right.addStretch(1)
        self._inner = inner
        scroll = QScrollArea()
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(self.tr("Settings"))
        scroll.setWidget(inner)
        scroll.viewport().setAutoFillBackground(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        theme().changed.connect(self._fit)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Put the cards into two columns, or into one where two would be too narrow."""
        ways = QBoxLayout.Direction
        wide = self.width() >= theme().px(_ONE_COLUMN_UNDER_PX)
        self._row.setDirection(ways.LeftToRight if wide else ways.TopToBottom)
        self._row.setStretch(0, int(wide))
        self._inner.setMaximumWidth(theme().px(_MOST_PX))

    def show_look(self, look: str) -> None:
        """Show the look in use."""
        high = look in _CONTRASTS
        self.contrast.choose(_CONTRASTS.index(look) if high else 0)
        if not high:
            self.themes.choose(_THEMES.index(look))
        for nth, zoom in enumerate(_ZOOMS):
            if abs(zoom - theme().zoom) < 0.01:
                self.sizes.choose(nth)

    def _appearance_card(self) -> Card:
        system, light, dark = self.tr("System"), self.tr("Light"), self.tr("Dark")
        self.themes = Segmented([system, light, dark], self.tr("Theme"))
        contrasts = [self.tr("Normal"), self.tr("Black on white"), self.tr("White on black")]
        self.contrast = Segmented(contrasts, self.tr("Contrast"))
        self.sizes = Segmented(
            [f"{zoom:.0%}".replace("%", " %") for zoom in _ZOOMS], self.tr("Size")
        )
        self.sizes.choose(1)
        self.themes.chosen.connect(self._choose_theme)
        self.contrast.chosen.connect(self._choose_contrast)
        self.sizes.chosen.connect(self._choose_size)
        card, column = _card(self.tr("Appearance"), self.tr("Changes apply at once"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        rows = (
            (self.tr("Theme"), self.themes),
            (self.tr("Contrast"), self.contrast),
            (self.tr("Size"), self.sizes),
        )
        for nth, (name, control) in enumerate(rows):
            grid.addWidget(Label(name, "body", "text2"), nth, 0)
            grid.addWidget(control, nth, 1, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(grid)
        return card

    def _privacy_card(self) -> Card:
        card, column = _card(self.tr("Privacy"), "")
        for text in (
            self.tr("Crosslight has no account, no updates by itself and no usage reports."),
            self.tr(
                "Articles, analyses and corrections are kept in the library’s file on this "
                "computer. Files that you add are copied; the originals are never changed."
            ),
            self.tr(
                "Nothing is sent anywhere: the program opens no connection. A link in an "
                "article is opened by your browser, and only when you ask for it."
            ),
        ):
            label = Label(text, "body", "text2")
            label.setWordWrap(True)
            column.addWidget(label)
        return card

    def _choose_size(self, nth: int) -> None:
        self.zoom_chosen.emit(_ZOOMS[nth])

    def _choose_theme(self, nth: int) -> None:
        self.contrast.choose(0)
        self.look_chosen.emit(_THEMES[nth])

    def _choose_contrast(self, nth: int) -> None:
        self.look_chosen.emit(_CONTRASTS[nth] or _THEMES[self.themes.current])


def _card(title: str, note: str) -> tuple[Card, QVBoxLayout]:
    card = Card()
    return card, card_column(card, title, note)
