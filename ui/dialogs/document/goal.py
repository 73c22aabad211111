"""What a draft is to come to: minutes on the agenda and characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFormLayout, QLabel, QSpinBox

from ui.dialogs.frame.dialog import FramedDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_OPEN = "不限"
_MINUTES = 240
_CHARACTERS = 100_000
_STEP = 100


class GoalDialog(FramedDialog):
    """Zero is no goal; ``speed`` are the characters that the speaker says in a minute."""

    def __init__(
        self, minutes: float | None, characters: int | None, speed: int,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__("字数和时长", parent, note="写作时在状态栏对照；超出议程时间会变色提醒。")
        self._minutes = self._field(_MINUTES, 1, " 分钟", round(minutes or 0))
        self._characters = self._field(_CHARACTERS, _STEP, " 字", characters or 0)
        self._speed = speed
        form = QFormLayout()
        form.setSpacing(8)
        for label, field in (("议程时间(&T)", self._minutes), ("目标字数(&N)", self._characters)):
            caption = QLabel(label, self)
            caption.setBuddy(field)
            field.setAccessibleName(label.partition("(")[0])
            form.addRow(caption, field)
        self.body.addLayout(form)
        self._minutes.setToolTip("议程给这篇讲话的时间")
        self._characters.setToolTip("写到多少字为止")
        self._minutes.valueChanged.connect(self._propose)
        self.add_button("确定", "primary").clicked.connect(self.accept)
        self.add_button("取消").clicked.connect(self.reject)
        self.resize_within_screen(400, 240)
        self._minutes.setFocus()

    def minutes(self) -> float | None:
        """Return the agenda's minutes, None for no goal."""
        return float(self._minutes.value()) or None

    def characters(self) -> int | None:
        """Return the characters to come to, None for no goal."""
        return self._characters.value() or None

    def _propose(self, minutes: int) -> None:
        """Let the characters follow the minutes at the speaker's speed."""
        self._characters.setValue(round(minutes * self._speed / _STEP) * _STEP)

    def _field(self, most: int, step: int, suffix: str, value: int) -> QSpinBox:
        field = QSpinBox(self)
        field.setRange(0, most)
        field.setSingleStep(step)
        field.setSuffix(suffix)
        field.setSpecialValueText(_OPEN)
        field.setValue(value)
        return field
