"""A table of plain words whose columns are data, with rows to add, drop and move."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from drafting.settings.profile_cells import CellKind
from ui.style.plain_label import PlainLabel, plain_tip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QAbstractItemModel

    from drafting.settings.profile_cells import Cells, Column, Table

_NARROW = 92
_WIDTHS = {CellKind.TEXT: 130, CellKind.WORDS: 180, CellKind.DATE: 104}


class RowsEditor(QWidget):
    """Edits the rows of one table of the profile."""

    def __init__(self, table: Table, rows: Sequence[Cells], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._grid = QTableWidget(0, len(table.columns), self)
        self._grid.setAccessibleName(table.title)
        self._grid.setTabKeyNavigation(False)  # Tab leads out of it, the arrows walk in it
        self._grid.verticalHeader().hide()  # row numbers mean nothing here
        self._grid.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self._grid.verticalHeader().setDefaultSectionSize(32)
        self._grid.setItemDelegate(_CellDelegate(table.columns, self._grid))
        self._size_columns()
        for row in rows:
            self._add(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(PlainLabel(table.note, wrap=True, role="second"))
        column.addWidget(self._grid, 1)
        column.addLayout(self._make_buttons())

    def rows(self) -> list[Cells]:
        """Return what is written, row by row."""
        return [
            {column.key: self._words(row, at) for at, column in enumerate(self._table.columns)}
            for row in range(self._grid.rowCount())
        ]

    def add_row(self) -> None:
        """Add an empty row and begin to write in it."""
        self._add({})
        self._grid.setFocus()
        self._grid.setCurrentCell(self._grid.rowCount() - 1, 0)
        self._grid.editItem(self._grid.currentItem())

    def _words(self, row: int, column: int) -> str:
        item = self._grid.item(row, column)
        return item.text() if item is not None else ""

    def _size_columns(self) -> None:
        header = self._grid.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for at, column in enumerate(self._table.columns):
            item = QTableWidgetItem(column.title)
            self._grid.setHorizontalHeaderItem(at, item)
            item.setToolTip(plain_tip(column.hint or column.title))
            wanted = _WIDTHS.get(column.kind, _NARROW)
            self._grid.setColumnWidth(at, max(wanted, header.sectionSizeHint(at)))
        header.setStretchLastSection(True)

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        actions: tuple[tuple[str, Callable[[], None]], ...] = (
            ("加一行", self.add_row),
            ("删除这行", self._drop),
            ("上移", lambda: self._move(-1)),
            ("下移", lambda: self._move(1)),
        )
        for words, slot in actions:
            button = QPushButton(words, self)
            button.setAccessibleName(f"{self._table.title}：{words}")
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _add(self, cells: Cells) -> None:
        row = self._grid.rowCount()
        self._grid.insertRow(row)
        for at, column in enumerate(self._table.columns):
            first = next(iter(column.choices), "")
            item = QTableWidgetItem(cells.get(column.key, "") or first)
            item.setToolTip(plain_tip(column.hint))
            self._grid.setItem(row, at, item)

    def _drop(self) -> None:
        row = self._grid.currentRow()
        if row >= 0:
            self._grid.removeRow(row)

    def _move(self, by: int) -> None:
        row = self._grid.currentRow()
        other = row + by
        if row < 0 or not 0 <= other < self._grid.rowCount():
            return
        for column in range(self._grid.columnCount()):
            ours, theirs = self._grid.takeItem(row, column), self._grid.takeItem(other, column)
            self._grid.setItem(row, column, theirs)
            self._grid.setItem(other, column, ours)
        self._grid.setCurrentCell(other, self._grid.currentColumn())


class _CellDelegate(QStyledItemDelegate):
    """Lets a cell with few possible words be chosen instead of written."""

    def __init__(self, columns: Sequence[Column], parent: QWidget) -> None:
        super().__init__(parent)
        self._columns = columns

    def createEditor(  # noqa: N802 - Qt's own name
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        """Return a box of words where the column has some."""
        column = self._columns[index.column()]
        words = ("", "是", "否") if column.kind is CellKind.FLAG else tuple(column.choices)
        if not words:
            editor = super().createEditor(parent, option, index)
            editor.setStyleSheet("padding: 0 4px; border-radius: 0;")
            return editor
        box = QComboBox(parent)
        box.addItems(list(words))
        return box

    def setEditorData(  # noqa: N802 - Qt's own name
        self, editor: QWidget, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Show the cell's word in its editor."""
        if isinstance(editor, QComboBox):
            editor.setCurrentText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
        else:
            super().setEditorData(editor, index)

    def setModelData(  # noqa: N802 - Qt's own name
        self,
        editor: QWidget,
        model: QAbstractItemModel,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Take the editor's word into the cell."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText())
        else:
            super().setModelData(editor, model, index)
