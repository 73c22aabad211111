"""What is known of a new speech before it is written: occasion, level, date, speaker, time."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QSpinBox, QWidget

from drafting.model.particulars import Particulars
from drafting.text.dates import today
from ui.dialogs.frame.date_field import DateField

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEVELS = ("县", "市", "区", "州", "旗", "省")
_DAYS_AHEAD = 45
_OPEN = "未定"
_LONGEST = 240


class SpeakerOption(Protocol):
    """Who may hold the speech."""

    @property
    def name(self) -> str:
        """Return the name."""

    @property
    def role(self) -> str:
        """Return the post."""


class OfficeOption(Protocol):
    """What the office says of itself."""

    @property
    def level(self) -> str:
        """Return 县, 市 …, empty where it is unknown."""

    @property
    def speakers(self) -> Sequence[SpeakerOption]:
        """Return who serves now."""

    @property
    def occasions(self) -> Sequence[str]:
        """Return the meetings by their formal names."""


class NewSpeechForm(QWidget):
    """Emits ``changed``; everything may stay open, then it is a slot of the skeleton."""

    changed = Signal()

    def __init__(self, office: OfficeOption | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._roles = {one.name: one.role for one in office.speakers} if office else {}
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(8)
        self._form = form
        occasions = list(office.occasions) if office else []
        self._occasion = self._words("场合(&O)", occasions, "会议全称，如“全县春耕备耕动员会”")
        self._level = self._choice("级别(&L)", list(_LEVELS), "本级是县、市还是区，用在“全县”等处")
        if office is not None and office.level in _LEVELS:
            self._level.setCurrentText(office.level)
        days = [today() + dt.timedelta(days=ahead) for ahead in range(_DAYS_AHEAD)]
        self.date = DateField(days)
        self.date.line.setPlaceholderText(_OPEN)
        self._add("日期(&D)", self.date, "讲话的日期，可选也可自己写；未定就留作空位")
        self.date.changed.connect(self.changed)
        self._speaker = self._words("讲话人(&S)", list(self._roles), "姓名；可从单位档案的领导中选")
        self._salutation = self._words("称谓(&A)", [], "开头怎么称呼；可选，也可自己写")
        self._minutes = QSpinBox(self)
        self._minutes.setRange(0, _LONGEST)
        self._minutes.setSuffix(" 分钟")
        self._minutes.setSpecialValueText(_OPEN)
        self._add("时长(&T)", self._minutes, "议程给的时间，写作时在状态栏对照")
        self._minutes.valueChanged.connect(self.changed)

    def particulars(self) -> Particulars:
        """Return what was filled in."""
        speaker = self._speaker.currentText().strip() or None
        return Particulars(
            occasion=self._occasion.currentText().strip() or None,
            level=self._level.currentText(),
            date=self.date.date_or_none(),
            speaker=speaker,
            role=self._roles.get(speaker or "") or None,
            slot_minutes=float(self._minutes.value()) or None,
        )

    def offer_salutations(self, salutations: Sequence[str]) -> None:
        """Offer these, the first chosen; what the user wrote himself stays."""
        box = self._salutation
        is_own = bool(box.currentText()) and box.findText(box.currentText()) < 0
        if is_own or [box.itemData(row) for row in range(box.count())] == list(salutations):
            return
        box.blockSignals(True)  # noqa: FBT003 - Qt's signature
        box.clear()
        for one in salutations:
            box.addItem(one.replace("\n", ""), one)
        box.blockSignals(False)  # noqa: FBT003 - Qt's signature

    def salutation(self) -> str:
        """Return how the speech begins, with its line breaks; empty where it is left open."""
        shown = self._salutation.currentText().strip()
        row = self._salutation.findText(shown)
        return str(self._salutation.itemData(row)) if row >= 0 else shown

    def _words(self, label: str, options: list[str], tip: str) -> QComboBox:
        box = self._choice(label, ["", *options], tip)
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.setCurrentText("")
        edit = box.lineEdit()
        if edit is not None:
            edit.setPlaceholderText(_OPEN)
            edit.setAccessibleName(box.accessibleName())
        return box

    def _choice(self, label: str, options: list[str], tip: str) -> QComboBox:
        box = QComboBox(self)
        box.addItems(options)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(8)
        self._add(label, box, tip)
        box.currentTextChanged.connect(self.changed)
        return box

    def _add(self, label: str, field: QWidget, tip: str) -> None:
        caption = QLabel(label, self)
        caption.setBuddy(field.field if isinstance(field, DateField) else field)
        field.setAccessibleName(label.partition("(")[0])
        field.setToolTip(tip)
        self._form.addRow(caption, field)
