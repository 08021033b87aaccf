"""The dialog that asks why a key difference is to go."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QWidget
from typing_extensions import override

from desktop.core.model.comparisons import Finding
from desktop.ui.controls.choices import Radio
from desktop.ui.controls.labels import Label
from desktop.ui.judgments import DismissFinding
from desktop.ui.panels.state_dialogs import StateDialog
from desktop.ui.theme import theme

_MOST_TYPED = 300


class DismissDialog(StateDialog):
    """Offers a few reasons and room for another; `stated` emits what is dismissed."""

    def __init__(self, finding: Finding, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("DismissDialog", "Dismiss this difference")
        super().__init__(title, finding.text or finding.title, parent)
        self._finding = finding
        self._reasons = (
            self.tr("It is not so in these texts"),
            self.tr("The passages are about different things"),
            self.tr("True, and of no interest here"),
        )
        self._group = QButtonGroup(self)
        self._column.addWidget(Label(self.tr("Why"), "small-medium", "text2"))
        for nth, words in enumerate((*self._reasons, self.tr("Another reason:"))):
            button = Radio(words)
            self._group.addButton(button, nth)
            self._column.addWidget(button)
        self.typed = QLineEdit()
        self.typed.setAccessibleName(self.tr("Another reason"))
        self.typed.setMaxLength(_MOST_TYPED)
        self.typed.setFixedHeight(theme().px(34))
        self._column.addWidget(self.typed)
        note = Label(
            self.tr(
                "It is listed among your decisions and can be taken back. What is true counts "
                "as right for the rule behind it."
            ),
            "small",
            "text2",
        )
        note.setWordWrap(True)
        self._column.addWidget(note)
        self.use.setText(self.tr("Dismiss"))
        self._close_column()
        self.choice(0).setChecked(True)
        self._group.idToggled.connect(self._fit)
        self.typed.textEdited.connect(self._follow_typing)
        self._fit()
        self.choice(0).setFocus()

    def choice(self, nth: int) -> Radio:
        """Return the button of a reason; the last one is for one that is typed."""
        button = self._group.button(nth)
        assert isinstance(button, Radio)  # noqa: S101
        return button

    @property
    def reason(self) -> str:
        """Return the reason that is chosen or typed."""
        nth = self._group.checkedId()
        return self._reasons[nth] if nth < len(self._reasons) else self.typed.text().strip()

    def _fit(self) -> None:
        is_typed = self._group.checkedId() == len(self._reasons)
        self.use.setEnabled(not is_typed or bool(self.typed.text().strip()))
        if is_typed and self.choice(len(self._reasons)).hasFocus():
            self.typed.setFocus()

    def _follow_typing(self) -> None:
        self.choice(len(self._reasons)).setChecked(True)
        self._fit()

    @override
    def accept(self) -> None:
        is_true = self._group.checkedId() == len(self._reasons) - 1
        self.stated.emit(DismissFinding(self._finding, self.reason, is_wrong=not is_true))
        super().accept()
