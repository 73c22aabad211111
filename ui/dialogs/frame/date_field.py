"""A field for a day, typed in any usual form; what was understood or is wrong stands below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from drafting.text.dates import today, written_date
from drafting.text.typed_dates import NoSuchDateError, date_with_weekday, typed_date
from ui.style.plain_label import PlainLabel

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

_HINT = "如 2026年3月12日、3月12日"


class DateField(QWidget):
    """May stay empty; ``days`` are offered in a list. ``changed`` after every other wording.

    While somebody types nothing is called wrong; that waits until the field is left.
    """

    changed = Signal()

    def __init__(self, days: Sequence[dt.date] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today()
        self.field: QWidget = _list_of(days) if days else QLineEdit()
        line = self.field.lineEdit() if isinstance(self.field, QComboBox) else self.field
        self.line = cast("QLineEdit", line)  # a list that is editable has one
        self.line.setAccessibleName("日期")
        self._told = PlainLabel(_HINT, self, wrap=True, role="caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.field)
        column.addWidget(self._told)
        self.line.textChanged.connect(self._read)
        self.line.editingFinished.connect(self._settle)

    def show_date(self, day: dt.date | None) -> None:
        """Show a day that is known, or none."""
        self.line.setText("" if day is None else written_date(day))

    def date(self) -> dt.date | None:
        """Return the day, None where the field is empty.

        Raises:
            NoSuchDateError: something else stands in it.
        """
        words = self.line.text().strip()
        return typed_date(words, self._today) if words else None

    def date_or_none(self) -> dt.date | None:
        """Return the day, None where there is none or it is still being typed."""
        try:
            return self.date()
        except NoSuchDateError:
            return None

    def is_sound(self) -> bool:
        """Return whether the field is empty or holds a day; where not, say so and take the keys."""
        try:
            self.date()
        except NoSuchDateError as error:
            self._tell(error.reason, role="warning")
            self.line.setFocus()
            return False
        return True

    def _read(self) -> None:
        day = self.date_or_none()
        self._tell(_HINT if day is None else date_with_weekday(day), role="caption")
        self.changed.emit()

    def _settle(self) -> None:
        """Write a day as it is written in a speech; say what is wrong with another."""
        try:
            day = self.date()
        except NoSuchDateError as error:
            self._tell(error.reason, role="warning")
            return
        if day is not None and self.line.text() != written_date(day):
            self.line.setText(written_date(day))

    def _tell(self, words: str, *, role: str) -> None:
        self._told.setText(words)
        if self._told.property("role") != role:
            self._told.setProperty("role", role)
            self._told.style().unpolish(self._told)
            self._told.style().polish(self._told)


def _list_of(days: Sequence[dt.date]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName("日期")
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.addItems(["", *(date_with_weekday(day) for day in days)])
    return box
