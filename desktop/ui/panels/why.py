"""Why one event: a popup with what each pair shares, where what does not belong is parted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QWidget

from desktop.ui.controls.buttons import Button, ButtonKind
from desktop.ui.controls.labels import ElidedLabel, Label
from desktop.ui.controls.plates import Badge, Hairline
from desktop.ui.figures.outlets import OutletColumn
from desktop.ui.models.links import Reason
from desktop.ui.panels.reasons_popup import ReasonsPopup
from desktop.ui.panels.sign import Sign
from desktop.ui.theme import theme

_LABEL_PX, _MOST_PAIRS, _TITLE_SHOWN = 64, 40, 60


class WhyPopup(ReasonsPopup):
    """Lists shared names, figures and words of each pair, and what speaks most against it.

    `split_requested` tells what does not belong, `keep_requested` those that do.
    """

    split_requested = Signal(list)
    keep_requested = Signal(list)

    def __init__(
        self,
        reasons: Sequence[Reason],
        held: Mapping[str, str],
        parent: QWidget,
        *,
        can_decide: bool = True,
    ) -> None:
        super().__init__(QCoreApplication.translate("WhyOneEvent", "Why one event"), parent)
        self._held, self._can_decide = held, can_decide
        self.say(self._introduction(len(reasons)))
        for reason in reasons[:_MOST_PAIRS]:
            self.column.addWidget(Hairline())
            self.column.addWidget(self._pair(reason))
        self.finish()

    def parting(self, reason: Reason) -> QMenu:
        """Return the menu that asks which article of a pair does not belong."""
        menu = QMenu(self)
        for column in (reason.left, reason.right):
            words = self.tr("Split off {article}").format(article=_named(column))
            action = menu.addAction(words.replace("&", "&&"))
            action.triggered.connect(partial(self._split, column.article.id))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _introduction(self, pairs: int) -> str:
        if not pairs:
            return self.tr("The reasons are found when the articles are grouped the next time.")
        if pairs > _MOST_PAIRS:
            words = self.tr("The {n} weakest of {all} pairs, and what their texts share.")
            return words.format(n=_MOST_PAIRS, all=pairs)
        return self.tr("What the texts share, the weakest pair first.")

    def _split(self, article_id: str, _checked: bool = False) -> None:
        self.close()
        self.split_requested.emit([article_id])

    def _keep(self, reason: Reason) -> None:
        self.close()
        self.keep_requested.emit([reason.left.article.id, reason.right.article.id])

    def _ask_parting(self, reason: Reason, button: QWidget) -> None:
        self.parting(reason).popup(button.mapToGlobal(QPoint(0, button.height())))

    def _pair(self, reason: Reason) -> QWidget:
        pair = QWidget()
        grid = QGridLayout(pair)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(3)
        grid.setColumnMinimumWidth(0, theme().px(_LABEL_PX))
        grid.setColumnStretch(1, 1)
        grid.addLayout(self._pair_head(reason), 0, 0, 1, 2)
        lines = [*reason.lines, *self._held_lines(reason)]
        for nth, (label, said) in enumerate(lines, start=1):
            grid.addWidget(Label(label, "small", "text3"), nth, 0, Qt.AlignmentFlag.AlignTop)
            shared = Label(said, "small", "text2")
            shared.setWordWrap(True)
            grid.addWidget(shared, nth, 1)
        if self._can_decide:
            grid.addLayout(self._pair_foot(reason), len(lines) + 1, 0, 1, 2)
        return pair

    def _pair_head(self, reason: Reason) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(6)
        for column in (reason.left, reason.right):
            head.addWidget(Badge(column.badge.letters, column.badge.slot, column.name))
            if column.article.id in self._held:
                head.addWidget(Sign("pin", self._held[column.article.id]))
        names = f"{reason.left.name}, {reason.right.name}"
        head.addWidget(ElidedLabel(names, "small-strong"), 1)
        words = self.tr("likeness {share}").format(share=f"{reason.likeness:.2f}")
        head.addWidget(Label(words, "small", "text2"))
        return head

    def _held_lines(self, reason: Reason) -> list[tuple[str, str]]:
        return [
            (self.tr("Decided"), f"{column.name}: {self._held[column.article.id]}")
            for column in (reason.left, reason.right)
            if column.article.id in self._held
        ]

    def _pair_foot(self, reason: Reason) -> QHBoxLayout:
        part = Button(self.tr("They do not belong together…"), kind=ButtonKind.LINK, height_px=26)
        keep = Button(self.tr("Keep both here"), kind=ButtonKind.LINK, height_px=26)
        pair = f"{reason.left.name}, {reason.right.name}"
        for button in (part, keep):
            button.setAccessibleName(f"{button.text()} {pair}")
        part.clicked.connect(lambda: self._ask_parting(reason, part))
        keep.clicked.connect(lambda: self._keep(reason))
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addWidget(part)
        foot.addWidget(keep)
        foot.addStretch(1)
        return foot


def _named(column: OutletColumn) -> str:
    title = " ".join(column.article.title.split())
    shown = title if len(title) <= _TITLE_SHOWN else f"{title[:_TITLE_SHOWN].rstrip()}…"
    return f"{column.name}: {shown}" if shown else column.name
