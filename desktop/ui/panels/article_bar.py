"""The bar over an article that others of its event stand beside: text only, or with the others."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.core.model.articles import Article
from desktop.services.badges import OutletBadge
from desktop.ui.controls.buttons import Segmented
from desktop.ui.controls.choices import Picker, badge_icon
from desktop.ui.controls.labels import Label
from desktop.ui.controls.plates import Ground
from desktop.ui.controls.scaling import keep_spaced
from desktop.ui.theme import theme

_PAD_PX, _BASE_PX = 20, 260


class ArticleBar(Ground):
    """Switches between the text alone and the notes on it, and takes another text as the base."""

    switched = Signal(bool)
    base_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", parent)
        self.switch = Segmented([self.tr("Text"), self.tr("With the others")], self.tr("Notes"))
        self.base = Picker(self.tr("Base"))
        self._label = Label(self.tr("Base"), "small", "text2")
        self._ids: tuple[str, ...] = ()
        row = QHBoxLayout(self)
        keep_spaced(row, (_PAD_PX, 7, _PAD_PX, 7), 12)
        for part in (self.switch, self._label, self.base):
            row.addWidget(part)
        row.addStretch(1)
        self.switch.chosen.connect(self._switch)
        self.base.activated.connect(self._choose_base)
        theme().changed.connect(self._fit)
        self._fit()
        self.turn(False)

    @property
    def with_others(self) -> bool:
        """Say whether the notes are shown beside the text."""
        return self.switch.current > 0

    def show_articles(
        self, articles: Sequence[Article], badges: Sequence[OutletBadge], current: str
    ) -> None:
        """Offer the articles of an event as bases."""
        self._ids = tuple(article.id for article in articles)
        self.base.clear()
        for article, badge in zip(articles, badges, strict=True):
            name = badge.name or badge.letters
            self.base.addItem(badge_icon(badge.letters, badge.slot), name)
            self.base.setItemData(self.base.count() - 1, article.title)
        self.base.setCurrentIndex(self._ids.index(current))

    def turn(self, with_others: bool) -> None:
        """Show text alone or with the others."""
        self.switch.choose(int(with_others))
        self.base.setVisible(with_others)
        self._label.setVisible(with_others)
        self.switched.emit(with_others)

    def _switch(self, nth: int) -> None:
        self.turn(nth > 0)

    def _choose_base(self, nth: int) -> None:
        self.base_chosen.emit(self._ids[nth])

    def _fit(self) -> None:
        self.base.setMaximumWidth(theme().px(_BASE_PX))
