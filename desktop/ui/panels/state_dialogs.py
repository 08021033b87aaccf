"""Two small dialogs on chosen words: what kind of loaded wording they are, and whose they are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.core.analysis.passages import Passage
from desktop.core.model.analyses import Category, Voice
from desktop.core.model.spans import Span
from desktop.ui.controls.buttons import Button, ButtonKind, Segmented
from desktop.ui.controls.choices import Picker, Radio
from desktop.ui.controls.labels import Label
from desktop.ui.labels import category_label
from desktop.ui.statements import FixSpeaker, FixVoice, MarkWording, ResetVoice
from desktop.ui.theme import theme
from desktop.ui.words import in_marks

CATEGORIES = (
    Category.CHARGED_NOUN,
    Category.CHARGED_ADJECTIVE,
    Category.EMOTIVE_VERB,
    Category.VERDICT_VERB,
    Category.INTENSIFIER,
    Category.ABSOLUTIST,
    Category.MINIMISER,
    Category.HYPERBOLE,
    Category.METAPHOR,
    Category.MIND_READING,
    Category.PRESUPPOSITION,
    Category.SCARE_QUOTE,
    Category.AGENTLESS,
)
WEIGHTS = (0.5, 0.7, 0.9)
_DEFAULT_WEIGHT = 1
_WIDTH_PX, _PAD_PX, _MOST_SHOWN = 420, 20, 180
_VOICES = (Voice.OWN, Voice.QUOTED, Voice.INDIRECT)


def _tr(words: str) -> str:
    return QCoreApplication.translate("state", words)


class StateDialog(QDialog):
    """Shows words and asks one thing about them; `stated` tells what the user answered."""

    stated = Signal(object)

    def __init__(self, title: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown = " ".join(words[: 2 * _MOST_SHOWN].split())
        cut = f"{shown[:_MOST_SHOWN].rstrip()}…" if len(shown) > _MOST_SHOWN else shown
        self.words = Label(in_marks(cut), "evidence")
        self.words.setWordWrap(True)
        self.use = Button("", kind=ButtonKind.PRIMARY)
        self.use.setDefault(True)
        self.cancel = Button(self.tr("Cancel"))
        self.cancel.setAutoDefault(False)
        self.use.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        px = theme().px
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*(px(_PAD_PX),) * 4)
        self._column.setSpacing(px(8))
        self._column.addWidget(Label(title, "section"))
        self._column.addWidget(self.words)
        self._column.addSpacing(px(4))
        self.setFixedWidth(px(_WIDTH_PX))

    def _close_column(self, *others: QWidget) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme().px(8))
        for button in others:
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.use)
        self._column.addSpacing(theme().px(8))
        self._column.addLayout(row)

    @override
    def paintEvent(self, arg__1: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().palette.raised)


class MarkDialog(StateDialog):
    """Asks for the kind and the weight of a wording that was missed."""

    def __init__(self, span: Span, words: str, parent: QWidget | None = None) -> None:
        super().__init__(_tr("Mark as loaded wording"), words, parent)
        self._span = span
        self.category = Picker(self.tr("Kind of wording"))
        for category in CATEGORIES:
            self.category.addItem(_capital(category_label(category)))
        names = (self.tr("Weak"), self.tr("Plain"), self.tr("Strong"))
        labels = [f"{name} · {w:.1f}" for name, w in zip(names, WEIGHTS, strict=True)]
        self.weight = Segmented(labels, self.tr("Weight"))
        self.weight.choose(_DEFAULT_WEIGHT)
        note = Label(
            self.tr(
                "It counts as one wording of the voice it stands in. The weight moves the "
                "score of its sentence, not the rate."
            ),
            "small",
            "text2",
        )
        note.setWordWrap(True)
        for control in (
            Label(self.tr("Kind"), "small-medium", "text2"),
            self.category,
            Label(self.tr("Weight"), "small-medium", "text2"),
            self.weight,
            note,
        ):
            self._column.addWidget(control)
        self.use.setText(self.tr("Mark as loaded"))
        self._close_column()
        self.category.setFocus()

    @override
    def accept(self) -> None:
        category = CATEGORIES[self.category.currentIndex()]
        self.stated.emit(MarkWording(self._span, category, WEIGHTS[self.weight.current]))
        super().accept()


class VoiceDialog(StateDialog):
    """Asks whose words a passage is: the outlet's own, or a speaker's who is known or typed."""

    def __init__(
        self, passage: Passage, words: str, speakers: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(_tr("Whose words are these?"), words, parent)
        self._passage = passage
        known = dict.fromkeys((*speakers, passage.speaker) if passage.speaker else speakers)
        self._names = tuple(known)
        self._voices = QButtonGroup(self)
        for voice, label in zip(_VOICES, self._voice_labels(), strict=True):
            choice = Radio(label)
            choice.setAccessibleName(label)
            self._voices.addButton(choice, _VOICES.index(voice))
            self._column.addWidget(choice)
        self.speaker = Picker(self.tr("Who says it"))
        self.speaker.addItems([*self._names, self.tr("No one named"), self.tr("Another name…")])
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Name of the speaker"))
        self.name.setPlaceholderText(self.tr("Name of the speaker"))
        self.name.setMaxLength(120)
        self.name.setFixedHeight(theme().px(34))
        self.reset = Button(self.tr("As found"), "arrow-back-up", ButtonKind.LINK)
        self.reset.setAutoDefault(False)
        self.reset.setVisible(passage.stated is not None)
        self._who = Label(self.tr("Who says it"), "small-medium", "text2")
        for control in (self._who, self.speaker, self.name):
            self._column.addWidget(control)
        self.use.setText(self.tr("Use this"))
        self._close_column(self.reset)
        self._begin()

    def _voice_labels(self) -> tuple[str, str, str]:
        return (
            self.tr("The outlet’s own words"),
            self.tr("A speaker’s words, quoted"),
            self.tr("A speaker’s words, reported in other words"),
        )

    def _begin(self) -> None:
        passage = self._passage
        found = passage.speaker
        nth = self._names.index(found) if found else len(self._names)
        is_new = passage.quotation is None and passage.voice is Voice.OWN
        if is_new and passage.stated is None and self._names:
            nth = 0  # a passage is chosen in order to give it to somebody
        self.speaker.setCurrentIndex(nth)
        # What is unclear was given to somebody without marks: the nearest of the three.
        offered = Voice.INDIRECT if passage.voice is Voice.UNCLEAR else passage.voice
        self.choice(offered).setChecked(True)
        self._voices.idToggled.connect(self._fit)
        self.speaker.currentIndexChanged.connect(self._pick)
        self.reset.clicked.connect(self._reset)
        self._fit()
        self.choice(offered).setFocus()

    def choice(self, voice: Voice) -> Radio:
        """Return the button of a voice."""
        button = self._voices.button(_VOICES.index(voice))
        assert isinstance(button, Radio)  # noqa: S101
        return button

    @property
    def voice(self) -> Voice:
        """Return the voice that is chosen."""
        return _VOICES[self._voices.checkedId()]

    @property
    def chosen_name(self) -> str:
        """Return the name that is chosen or typed, empty for no one named."""
        nth = self.speaker.currentIndex()
        if nth < len(self._names):
            return self._names[nth]
        return self.name.text() if self._is_typed else ""

    @property
    def _is_typed(self) -> bool:
        return self.speaker.currentIndex() == len(self._names) + 1

    def _pick(self) -> None:
        self._fit()
        if self._is_typed:
            self.name.setFocus()

    def _fit(self) -> None:
        is_said = self.voice is not Voice.OWN
        self._who.setEnabled(is_said)
        self.speaker.setEnabled(is_said)
        self.name.setVisible(is_said and self._is_typed)

    def _reset(self) -> None:
        stated = self._passage.stated
        if stated is not None:
            self.stated.emit(ResetVoice(stated.span))
        super().accept()

    @override
    def accept(self) -> None:
        passage, voice = self._passage, self.voice
        name = "" if voice is Voice.OWN else " ".join(self.chosen_name.split())
        if not passage.is_in(voice):
            self.stated.emit(FixVoice(passage.span, voice, name))
        elif name != passage.speaker:
            self.stated.emit(FixSpeaker(passage.span, name))
        super().accept()


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
