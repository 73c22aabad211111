"""What is known of one speech of the library, and a form to mend it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from drafting.model.levels import list_levels
from drafting.model.particulars import Particulars, SpeechType
from ui.models.speech_words import UNKNOWN, file_name
from ui.style.plain_label import PlainLabel

if TYPE_CHECKING:
    from drafting.model.speech import SpeechRecord

_DATE_HINT = "如 2026-03-12"


class SpeechDetails(QWidget):
    """Emits ``saved`` with the speech's number, title and particulars."""

    saved = Signal(int, str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("讲话情况")
        self._record: SpeechRecord | None = None
        self._title = _line("题目")
        self._occasion = _line("会议或场合")
        self._date = _line("日期")
        self._date.setPlaceholderText(_DATE_HINT)
        self._speaker = _line("讲话人")
        self._role = _line("职务")
        self._kind = _choices("种类", ("", *(one.value for one in SpeechType)))
        self._level = _choices("层级", ("", *list_levels()))
        self._level.setEditable(True)
        self._level.setItemText(0, "")
        self._source = PlainLabel("", self, wrap=True, role="caption")
        self._fault = PlainLabel("", self, wrap=True, role="warning")
        self._fault.hide()
        self._save = QPushButton("存入素材库", self)
        self._save.setAccessibleName("存入素材库")
        self._save.setToolTip("把改过的情况存入素材库；正文不变")
        self._save.clicked.connect(self._emit)
        self._arrange()
        self.show_speech(None)

    def show_speech(self, record: SpeechRecord | None) -> None:
        """Show what is known of a speech; None for none."""
        self._record = record
        self.setEnabled(record is not None)
        self._fault.hide()
        about = Particulars() if record is None else record.particulars
        self._title.setText("" if record is None else record.title)
        self._occasion.setText(about.occasion or "")
        self._date.setText("" if about.date is None else about.date.isoformat())
        self._speaker.setText(about.speaker or "")
        self._role.setText(about.role or "")
        self._kind.setCurrentIndex(
            0 if about.kind is None else self._kind.findData(about.kind.value)
        )
        self._level.setCurrentText(about.level or "")
        for field in (self._title, self._occasion, self._role):
            field.setCursorPosition(0)
        if record is None:
            self._source.setText("选一篇讲话，看看它的情况。")
            return
        origin = "程序自带的示例" if record.is_starter else f"来自 {file_name(record.source_path)}"
        self._source.setText(f"{record.characters:,} 字 · {origin}")
        self._source.setToolTip(record.source_path)

    def _arrange(self) -> None:
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for words, field in (
            ("题目", self._title), ("场合", self._occasion), ("日期", self._date),
            ("讲话人", self._speaker), ("职务", self._role), ("种类", self._kind),
            ("层级", self._level),
        ):  # fmt: skip
            form.addRow(PlainLabel(words, role="second"), field)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 0, 0)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self._source)
        column.addWidget(self._fault)
        column.addLayout(row)
        column.addStretch(1)

    def _emit(self) -> None:
        if self._record is None:
            return
        title = self._title.text().strip()
        try:
            about = self._particulars()
        except ValueError:
            self._tell_fault(f"日期请写成年-月-日，{_DATE_HINT}。", self._date)
            return
        if not title:
            self._tell_fault("题目不能空着。", self._title)
            return
        self._fault.hide()
        self.saved.emit(self._record.id, title, about)

    def _tell_fault(self, words: str, field: QLineEdit) -> None:
        self._fault.setText(words)
        self._fault.show()
        field.setFocus()

    def _particulars(self) -> Particulars:
        """Return what the form says.

        Raises:
            ValueError: the date is none.
        """
        day = self._date.text().strip().replace("/", "-").replace(".", "-")
        kind = self._kind.currentData()
        return Particulars(
            kind=SpeechType(kind) if kind else None,
            occasion=self._occasion.text().strip() or None,
            level=self._level.currentText().strip() or None,
            date=_day(day) if day else None,
            speaker=self._speaker.text().strip() or None,
            role=self._role.text().strip() or None,
        )


def _day(words: str) -> dt.date:
    year, month, day = (int(one) for one in words.split("-"))
    return dt.date(year, month, day)


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
