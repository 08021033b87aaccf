"""The head of an article: who published it, what is known of it, what was counted in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.core.model.analyses import Analysis, Voice
from desktop.core.model.articles import Article
from desktop.core.model.spans import Span
from desktop.core.text.languages import is_english
from desktop.services.badges import OutletBadge
from desktop.ui.controls.buttons import Button, ButtonKind
from desktop.ui.controls.labels import ElidedLabel, Label
from desktop.ui.controls.plates import Badge, Hairline
from desktop.ui.controls.scaling import keep_sized
from desktop.ui.dates import date_label
from desktop.ui.models.metadata import metadata_facts
from desktop.ui.paint.voices import draw_voice_bar
from desktop.ui.panels.flow import FlowLayout
from desktop.ui.panels.metadata_field import MetadataField
from desktop.ui.theme import theme
from desktop.ui.words import counted, not_scored

_TOP_HEIGHT_PX, _COUNTS_HEIGHT_PX, _AROUND_PX = 26, 34, 9


class ReadingTop(QWidget):
    """Badge and name of the outlet; in its brief form author and date as well.

    The brief form stands where the details are folded: "Details" and "Add" open them.
    """

    details_wanted = Signal(bool)
    add_wanted = Signal(str)

    def __init__(self, *, brief: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._brief = brief
        self.details = Button(
            self.tr("Details"), "chevron-down", ButtonKind.BARE, height_px=26, parent=self
        )
        self.details.setCheckable(True)
        self.details.setVisible(brief)
        self.details.toggled.connect(self.details_wanted)
        self.add = Button(self.tr("Add"), kind=ButtonKind.LINK, height_px=24)
        self.add.setAccessibleName(self.tr("Add a publication date"))
        self.add.clicked.connect(self._add)
        self._shown = QWidget()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme().px(10))
        self._row.addWidget(self._shown, 1)
        self._row.addWidget(self.details)

    def show_article(self, article: Article, badge: OutletBadge, source_name: str) -> None:
        """Show an outlet; one that nobody stated has a name that says so."""
        self._row.removeWidget(self._shown)
        self.add.setParent(None)
        self._shown.hide()
        self._shown.deleteLater()
        self._shown = QWidget()
        row = QHBoxLayout(self._shown)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(10))
        name = badge.name or self.tr("Outlet not stated")
        row.addWidget(Badge(badge.letters, badge.slot, name))
        row.addWidget(Label(name, "body-strong", "text" if badge.name else "text3"))
        if self._brief:
            row.addWidget(Label(_byline(article), "body", "text2"))
            row.addWidget(self.add)
            self.add.setVisible(article.metadata.published.value is None)
        row.addStretch(1)
        if source_name and not self._brief:
            source = ElidedLabel(source_name, "small", "text3")
            source.setAccessibleName(self.tr("File: {name}").format(name=source_name))
            row.addWidget(source, 2)
            source.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._row.insertWidget(0, self._shown, 1)

    def _add(self) -> None:
        self.details.setChecked(True)
        self.add_wanted.emit("published")

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(200), theme().px(_TOP_HEIGHT_PX))


class ReadingDetails(QWidget):
    """One line of metadata between hairs, and one line of counts with a way to explain them."""

    field_edited = Signal(str, str)
    evidence_wanted = Signal(Span)
    explain_wanted = Signal()
    card_wanted = Signal()
    height_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = QWidget()
        self._flow = FlowLayout(self._fields, (8, 24), 10)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self.counts = ReadingCounts()
        self.counts.explain.clicked.connect(self.explain_wanted)
        self._facts = QWidget()
        between = QVBoxLayout(self._facts)
        between.setContentsMargins(0, 0, 0, theme().px(4))
        between.setSpacing(theme().px(_AROUND_PX))
        for control in (Hairline(), self._fields, Hairline()):
            between.addWidget(control)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.notice = Label("", "body", "warn_text")
        self.notice.setWordWrap(True)
        self.notice.setContentsMargins(0, theme().px(4), 0, theme().px(4))
        self.notice.hide()
        self._counts_wanted = True
        column.addWidget(self._facts)
        column.addWidget(self.notice)
        column.addWidget(self.counts)

    @property
    def fields(self) -> tuple[MetadataField, ...]:
        """Return the fields in the order they are shown."""
        found = (self._flow.itemAt(nth) for nth in range(self._flow.count()))
        controls = (item.widget() for item in found if item is not None)
        return tuple(one for one in controls if isinstance(one, MetadataField))

    def show_article(self, article: Article, analysis: Analysis) -> None:
        """Show an article's metadata and counts."""
        focused = next((f.facts.name for f in self.fields if f.value.hasFocus()), None)
        for field in self.fields:
            self._flow.removeWidget(field)
            field.hide()
            field.deleteLater()
        for facts in metadata_facts(article, analysis.ledger.total):
            field = MetadataField(facts, self._fields)
            field.edited.connect(self.field_edited)
            field.evidence_wanted.connect(self.evidence_wanted)
            field.card_wanted.connect(self.card_wanted)
            self._flow.addWidget(field)
            field.show()
            if facts.name and facts.name == focused:
                field.value.setFocus()
        self.counts.show_counts(analysis)
        scored = is_english(analysis.language)
        self.notice.setText("" if scored else not_scored(analysis.language))
        self.notice.setVisible(not scored)
        self.show_parts(counts=self._counts_wanted)
        self.updateGeometry()

    def show_parts(self, *, facts: bool | None = None, counts: bool | None = None) -> None:
        """Show or fold the metadata, the counts, or both."""
        if facts is not None:
            self._facts.setVisible(facts)
        if counts is not None:
            self._counts_wanted = counts
            # A count of none would say that nothing in the text is loaded.
            self.counts.setVisible(counts and self.notice.isHidden())
        self.height_changed.emit()

    def show_facts(self, shown: bool) -> None:
        """Show or fold the metadata."""
        self.show_parts(facts=shown)

    def edit(self, name: str = "") -> None:
        """Edit a field; without a name the first that is missing, else the first."""
        fields = [field for field in self.fields if field.facts.name]
        wanted = [field for field in fields if field.facts.name == name]
        missing = [field for field in fields if not field.facts.value]
        for field in (wanted or missing or fields)[:1]:
            field.edit()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self.height_changed.emit()
        return super().event(event)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, arg__1: int) -> int:
        height = 0
        if not self._facts.isHidden():
            height += 2 + 2 * theme().px(_AROUND_PX) + theme().px(4)
            height += self._flow.heightForWidth(arg__1)
        if not self.notice.isHidden():
            height += self.notice.heightForWidth(arg__1)
        if not self.counts.isHidden():
            height += self.counts.sizeHint().height()
        return height


class ReadingCounts(QWidget):
    """How many loaded wordings each voice has, in words, and "Explain these"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme().px(8))
        self._counts = (0, 0)
        self.own, self.quoted = Label("", "body-strong", "own"), Label("", "body-strong", "quo")
        self.explain = Button(self.tr("Explain these ›"), kind=ButtonKind.LINK, height_px=28)
        self._row.addWidget(VoiceSquare(Voice.OWN, self))
        self._row.addWidget(self.own)
        self._row.addSpacing(theme().px(14))
        self._row.addWidget(VoiceSquare(Voice.QUOTED, self))
        self._row.addWidget(self.quoted)
        self._row.addStretch(1)
        self._row.addWidget(self.explain)

    def show_counts(self, analysis: Analysis) -> None:
        """Show the counts of an analysis, without what the user ignored."""
        self._counts = (analysis.own.loaded.count, analysis.quoted.loaded.count)
        own, _ = self._said(short=False)
        self.explain.setAccessibleName(f"{self.explain.text()}: {own}")
        self._fit()

    def _said(self, *, short: bool) -> tuple[str, str]:
        own, quoted = self._counts
        if short:
            return self.tr("{count} own").format(count=own), self.tr("{count} quoted").format(
                count=quoted
            )
        said = counted(own, self.tr("loaded wording"), self.tr("loaded wordings"))
        return (
            self.tr("{count} in own voice").format(count=said),
            self.tr("{count} in quoted voices").format(count=quoted),
        )

    def _fit(self) -> None:
        whole = self._said(short=False)
        room = self.width() - self.explain.sizeHint().width() - theme().px(76)
        width = sum(map(QFontMetrics(theme().font("body-strong")).horizontalAdvance, whole))
        for label, words, name in zip(
            (self.own, self.quoted), self._said(short=width > room), whole, strict=True
        ):
            label.setText(words)
            label.setAccessibleName(name)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def minimumSizeHint(self) -> QSize:
        # The words give way, so that they never make the pane wider.
        return QSize(0, self.sizeHint().height())

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme().px(_COUNTS_HEIGHT_PX))


class VoiceSquare(QWidget):
    """The small square of a voice in a legend: solid or hatched."""

    def __init__(self, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice = voice
        keep_sized(self, 10, 10)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        draw_voice_bar(QPainter(self), QRectF(self.rect()), self._voice, theme().palette)


def _byline(article: Article) -> str:
    authors = "; ".join(article.metadata.authors.value or ())
    return " · ".join(
        part for part in (authors, date_label(article.metadata.published.value)) if part
    )
