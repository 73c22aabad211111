"""The speeches of the library as a Qt table that can be narrowed and sorted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from ui.models.speech_words import UNKNOWN, about, day_of
from ui.style.plain_label import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.model.speech import SpeechRecord

_Index = QModelIndex | QPersistentModelIndex
_HEADS = ("日期", "标题", "讲话人", "种类", "字数")
_DATE, _TITLE, _SPEAKER, _KIND, _LENGTH = range(len(_HEADS))


@dataclass(frozen=True, slots=True)
class SpeechChoice:
    """What the list is narrowed to; an empty string for whatever it is."""

    words: str = ""
    kind: str = ""
    year: str = ""
    speaker: str = ""

    def lets(self, record: SpeechRecord) -> bool:
        """Return whether the list shows a speech."""
        return (
            self.kind in ("", _cell(record, _KIND))
            and self.year in ("", year_of(record))
            and self.speaker in ("", record.speaker or UNKNOWN)
            and all(word in f"{record.title} {about(record)}" for word in self.words.split())
        )


class SpeechModel(QAbstractTableModel):
    """Rows are speeches without their texts, at first the newest above."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[SpeechRecord] = []
        self._shown: list[SpeechRecord] = []
        self._choice = SpeechChoice()
        self._sorted_by = (_DATE, Qt.SortOrder.DescendingOrder)

    def show_speeches(self, records: Sequence[SpeechRecord]) -> None:
        """Show other speeches, narrowed and sorted as before."""
        self._all = list(records)
        self._renew()

    @property
    def held(self) -> int:
        """Return how many speeches there are, shown or not."""
        return len(self._all)

    def narrow(self, choice: SpeechChoice) -> None:
        """Show only the speeches that ``choice`` lets through."""
        self._choice = choice
        self._renew()

    def speech_at(self, row: int) -> SpeechRecord | None:
        """Return the speech of that row, or None."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, speech: int) -> int:
        """Return the row of the speech with that number, or -1."""
        return next((row for row, one in enumerate(self._shown) if one.id == speech), -1)

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return the number of speeches shown."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(_HEADS)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:  # noqa: ANN401 - Qt's own
        """Return what stands in a cell."""
        record = self.speech_at(index.row())
        if record is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _cell(record, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(f"{record.title}\n{about(record)}")
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == _LENGTH:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> Any:  # noqa: ANN401 - Qt's own
        """Return the name of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _HEADS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section == _LENGTH:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; what is not known comes last."""
        self._sorted_by = (column, order)
        self._renew()

    def _renew(self) -> None:
        column, order = self._sorted_by
        shown = [one for one in self._all if self._choice.lets(one)]
        is_falling = order is Qt.SortOrder.DescendingOrder
        shown.sort(key=lambda one: _sort_key(one, column), reverse=is_falling)
        shown.sort(key=lambda one: _cell(one, column) == UNKNOWN)
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()


def values_of(records: Sequence[SpeechRecord], field: str) -> list[str]:
    """Return what stands in ``kind``, ``year`` or ``speaker``, what is not known last."""
    reader = {"kind": _kind_of, "year": year_of, "speaker": _speaker_of}[field]
    values = {reader(one) for one in records}
    known = sorted(values - {UNKNOWN}, reverse=field == "year")
    return [*known, *([UNKNOWN] if UNKNOWN in values else [])]


def year_of(record: SpeechRecord) -> str:
    """Return the year of a speech, 未注明 where it is not known."""
    return UNKNOWN if record.date is None else str(record.date.year)


def _kind_of(record: SpeechRecord) -> str:
    return UNKNOWN if record.kind is None else record.kind.value


def _speaker_of(record: SpeechRecord) -> str:
    return record.speaker or UNKNOWN


def _cell(record: SpeechRecord, column: int) -> str:
    if column == _DATE:
        return day_of(record.date)
    if column == _TITLE:
        return f"{record.title}（示例）" if record.is_starter else record.title
    if column == _SPEAKER:
        return _speaker_of(record)
    return _kind_of(record) if column == _KIND else f"{record.characters:,}"


def _sort_key(record: SpeechRecord, column: int) -> tuple[int | str, int]:
    first: int | str = record.characters if column == _LENGTH else _cell(record, column)
    return first, record.id
