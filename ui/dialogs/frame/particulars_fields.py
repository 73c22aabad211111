"""The fields in which one says what a speech is: occasion, date, speaker, post, kind, level."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QFormLayout, QLineEdit, QSizePolicy, QWidget

from drafting.model.levels import list_levels
from drafting.model.particulars import Particulars, SpeechType
from ui.dialogs.frame.date_field import DateField
from ui.models.speech_words import UNKNOWN
from ui.style.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Mapping


class ParticularsFields(QWidget):
    """Every field may stay empty; ``form`` takes more rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._occasion = _line("会议或场合")
        self.date = DateField()
        self._speaker = _line("讲话人")
        self._role = _line("职务")
        self._kind = _choices("种类", ("", *(one.value for one in SpeechType)))
        self._level = _choices("级别", ("", *list_levels()))
        self._level.setEditable(True)
        self._level.setItemText(0, "")
        self.form = QFormLayout(self)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setHorizontalSpacing(12)
        self.form.setVerticalSpacing(8)
        self.form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for words, field in (
            ("场合", self._occasion), ("日期", self.date), ("讲话人", self._speaker),
            ("职务", self._role), ("种类", self._kind), ("级别", self._level),
        ):  # fmt: skip
            if field is self.date:
                label = PlainLabel(words, role="second")
                # Beside the field itself, not beside what is told below it.
                label.setMinimumHeight(self.date.field.sizeHint().height())
                label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            else:
                label = _label(words)
            self.form.addRow(label, field)
        self.setFocusProxy(self._occasion)

    def put_first(self, words: str, field: QWidget) -> None:
        """Put a field with its name above the others."""
        self.form.insertRow(0, _label(words), field)

    def offer_speakers(self, posts: Mapping[str, str]) -> None:
        """Offer these leaders by name; the post of a chosen one is filled in."""
        completer = QCompleter(list(posts), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._speaker.setCompleter(completer)

        def fill(name: str) -> None:
            if name in posts:
                self._role.setText(posts[name])
                self._role.setCursorPosition(0)

        self._speaker.textChanged.connect(fill)

    def show_particulars(self, about: Particulars) -> None:
        """Show what is known of a speech."""
        self._occasion.setText(about.occasion or "")
        self.date.show_date(about.date)
        self._speaker.setText(about.speaker or "")
        self._role.setText(about.role or "")
        kind = "" if about.kind is None else about.kind.value
        self._kind.setCurrentIndex(max(self._kind.findData(kind), 0))
        self._level.setCurrentText(about.level or "")
        for field in (self._occasion, self._role):
            field.setCursorPosition(0)

    def particulars(self, known: Particulars | None = None) -> Particulars:
        """Return ``known`` with what the fields say.

        Raises:
            NoSuchDateError: the date is none.
        """
        kind = self._kind.currentData()
        return replace(
            known or Particulars(),
            kind=SpeechType(kind) if kind else None,
            occasion=self._occasion.text().strip() or None,
            level=self._level.currentText().strip() or None,
            date=self.date.date(),
            speaker=self._speaker.text().strip() or None,
            role=self._role.text().strip() or None,
        )


def _label(words: str) -> PlainLabel:
    label = PlainLabel(words, role="second")
    # As high as its field, so that both stand on one line.
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
    return label


def _line(name: str) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    return line


def _choices(name: str, values: tuple[str, ...]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    for one in values:
        box.addItem(one or UNKNOWN, one)
    return box
