"""The voice ledger of an article, and how far trained readers agree on what is counted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.core.framing.voices import VoiceRow
from desktop.core.model.analyses import Voice
from desktop.ui.controls.labels import Label
from desktop.ui.labels import voice_label
from desktop.ui.models.explanations import Agreement
from desktop.ui.paint.voices import draw_voice_bar
from desktop.ui.panels.reading_header import VoiceSquare
from desktop.ui.theme import theme
from desktop.ui.words import tone_number

_SIDE_PX, _STRIP_PX, _BAR_PX, _CAPTION_PX = 22, 14, 8, 84
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_COLORS = {Voice.OWN: "own", Voice.QUOTED: "quo", Voice.INDIRECT: "quo", Voice.UNCLEAR: "text2"}


class ExplainLedger(QWidget):
    """Four voices with their words, tone and loaded wording; the strip shows their shares."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = theme().px
        self._strip = _Strip()
        self._cells = {voice: [Label("", "body", "text") for _ in range(4)] for voice in Voice}
        self.note = Label(
            self.tr(
                "Each voice by itself. The rate of the own voice is counted over all words "
                "outside quotation marks, so that indirect reports and unclear words stand in it."
            ),
            "small",
            "text2",
        )
        self.note.setWordWrap(True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(3))
        grid.setColumnStretch(1, 1)
        heads = (self.tr("Words"), self.tr("Share"), self.tr("Loaded"), self.tr("Tone"))
        for nth, head in enumerate(heads):
            grid.addWidget(Label(head, "caption", "text3"), 0, nth + 2, _RIGHT)
        for row, voice in enumerate(Voice, start=1):
            grid.addWidget(VoiceSquare(voice), row, 0)
            grid.addWidget(Label(voice_label(voice), "body-strong"), row, 1)
            for nth, cell in enumerate(self._cells[voice]):
                cell.set_color(_COLORS[voice] if nth == 0 else "text2")
                grid.addWidget(cell, row, nth + 2, _RIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(_SIDE_PX), px(12), px(_SIDE_PX), px(10))
        column.setSpacing(px(8))
        column.addWidget(self._strip)
        column.addLayout(grid)
        column.addWidget(self.note)

    def show_rows(self, rows: Sequence[VoiceRow]) -> None:
        """Show the figures of the four voices."""
        self._strip.show_rows(rows)
        for row in rows:
            tone = "–" if row.tone is None else tone_number(row.tone)
            loaded = "–" if row.wordings is None else f"{row.wordings}"
            shown = (f"{row.words:,}", f"{100 * row.share:.0f} %", loaded, tone)
            for cell, words, said in zip(
                self._cells[row.voice], shown, self._said(row), strict=True
            ):
                cell.setText(words)
                cell.setAccessibleName(said)
        self.setAccessibleName(" ".join(self._sentence(row) for row in rows))

    def cells(self, voice: Voice) -> tuple[str, ...]:
        """Return what stands in the row of a voice."""
        return tuple(cell.text() for cell in self._cells[voice])

    def _said(self, row: VoiceRow) -> tuple[str, str, str, str]:
        name = voice_label(row.voice)
        few, none = self.tr("too little text"), self.tr("not scored")
        return (
            self.tr("{voice}, words: {n}").format(voice=name, n=row.words),
            self.tr("{voice}, share: {n} %").format(voice=name, n=round(100 * row.share)),
            self.tr("{voice}, loaded wordings: {n}").format(
                voice=name, n=none if row.wordings is None else row.wordings
            ),
            self.tr("{voice}, tone: {n}").format(
                voice=name, n=few if row.tone is None else tone_number(row.tone)
            ),
        )

    def _sentence(self, row: VoiceRow) -> str:
        voice = voice_label(row.voice)
        if row.wordings is None:
            return self.tr("{voice}: {words} words.").format(voice=voice, words=row.words)
        said = self.tr("{voice}: {words} words, {loaded} loaded.")
        return said.format(voice=voice, words=row.words, loaded=row.wordings)


class _Strip(QWidget):
    """All words as one strip, parted by voice; it stands beside the same figures in words."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[VoiceRow, ...] = ()
        self.setFixedHeight(theme().px(_STRIP_PX))

    def show_rows(self, rows: Sequence[VoiceRow]) -> None:
        self._rows = tuple(rows)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, x = QPainter(self), 0.0
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row in self._rows:
            width = row.share * self.width()
            if width >= 1:
                box = QRectF(x, 1, width, self.height() - 2).adjusted(0.7, 0, -0.7, 0)
                draw_voice_bar(painter, box, row.voice, theme().palette)
            x += width


class AgreementBand(QWidget):
    """How far trained readers agree: a share as a bar where there is one, and what it means."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = theme().px
        self._bar = _Bar()
        self._caption = Label(self.tr("Readers agree"), "small", "text2")
        self._caption.setFixedWidth(px(_CAPTION_PX))
        self.share, self.words = Label("", "small-medium", "text2"), Label("", "small", "text2")
        self.words.setWordWrap(True)
        self._line = QWidget()
        line = QHBoxLayout(self._line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(8))
        line.addWidget(self._caption)
        line.addWidget(self._bar, 1)
        line.addWidget(self.share)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(_SIDE_PX), px(8), px(_SIDE_PX), px(8))
        column.setSpacing(px(4))
        column.addWidget(self._line)
        column.addWidget(self.words)

    def show_agreement(self, told: Agreement) -> None:
        """Show how far readers agree, or nothing where that is not known."""
        self.setVisible(bool(told.words))
        self._line.setVisible(told.share is not None)
        self._bar.show_share(told.share or 0.0)
        self.share.setText(f"{100 * told.share:.1f} %" if told.share is not None else "")
        self.words.setText(told.words)
        self.setAccessibleName(told.words)


class _Bar(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._share = 0.0
        self.setFixedHeight(theme().px(_BAR_PX))

    def show_share(self, share: float) -> None:
        self._share = share
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), theme().palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.7, 0.7, -0.7, -0.7)
        painter.setPen(QPen(palette.border_strong, 1.2))
        painter.drawRoundedRect(box, 2, 2)
        painter.setBrush(palette.border_strong)
        painter.drawRoundedRect(
            QRectF(box.topLeft(), box.bottomRight()).adjusted(
                0, 0, -box.width() * (1.0 - self._share), 0
            ),
            2,
            2,
        )
