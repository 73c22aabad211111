"""What is known of one speech of the library, and a form to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from drafting.model.particulars import Particulars
from ui.dialogs.frame.dialog import scrolled_form
from ui.dialogs.frame.particulars_fields import ParticularsFields
from ui.models.speech_words import file_name
from ui.style.plain_label import PlainLabel

if TYPE_CHECKING:
    from drafting.model.speech import SpeechRecord


class SpeechDetails(QWidget):
    """Emits ``saved`` with the speech's number, title and particulars."""

    saved = Signal(int, str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("讲话情况")
        self._record: SpeechRecord | None = None
        self._title = QLineEdit()
        self._title.setAccessibleName("标题")
        self._fields = ParticularsFields(self)
        self._fields.put_first("标题", self._title)
        self._source = PlainLabel("", self, wrap=True, role="caption")
        self._fault = PlainLabel("", self, wrap=True, role="warning")
        self._fault.hide()
        self._save = QPushButton("保存改动", self)
        self._save.setAccessibleName("保存改动")
        self._save.setToolTip("保存改过的标题、日期等情况；讲话正文不变")
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
        self._fields.show_particulars(about)
        self._title.setCursorPosition(0)
        if record is None:
            self._source.setText("选一篇讲话，看看它的情况。")
            return
        origin = "程序自带的示例" if record.is_starter else f"来自 {file_name(record.source_path)}"
        self._source.setText(f"{record.characters:,} 字 · {origin}")
        self._source.setToolTip(record.source_path)

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._save)
        page = QWidget(self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 12, 0, 0)
        whole.addWidget(scrolled_form(page, "讲话情况"))
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._fields)
        column.addWidget(self._source)
        column.addWidget(self._fault)
        column.addLayout(row)
        column.addStretch(1)

    def _emit(self) -> None:
        if self._record is None:
            return
        title = self._title.text().strip()
        if not self._fields.date.is_sound():
            return
        if not title:
            self._tell_fault("标题不能空着。", self._title)
            return
        self._fault.hide()
        self.saved.emit(self._record.id, title, self._fields.particulars())

    def _tell_fault(self, words: str, field: QLineEdit) -> None:
        self._fault.setText(words)
        self._fault.show()
        field.setFocus()
