"""A table of plain words whose columns are data, with rows to add, drop and move."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
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

    from PySide6.QtCore import QAbstractItemModel, QRect
    from PySide6.QtGui import QResizeEvent

    from drafting.settings.profile_cells import Cells, Column, Table

# The least width of a column in pixels; what is left over goes to columns of words, by the length
# of their longest cell within these bounds.
_NARROW = 56
_WIDTHS = {CellKind.TEXT: 76, CellKind.WORDS: 104, CellKind.DATE: 92, CellKind.CHOICE: 92}
_SHARES = {CellKind.TEXT: (3, 12), CellKind.WORDS: (6, 24)}
# A column with so many characters in a cell is made wider, even where the table then scrolls: a
# post on seven lines is not read any more.
_LONG = 12
_LONG_WIDTH = 168
_BESIDE_TITLE = 16  # what a heading leaves free
_BESIDE_WORDS = 18  # what the style sheet leaves free in a cell
_ROW_HEIGHT = 32  # of one line; a long post is shown whole on several


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
        self._grid.verticalHeader().setMinimumSectionSize(_ROW_HEIGHT)
        self._grid.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._grid.setItemDelegate(_CellDelegate(table.columns, self._grid))
        self._name_columns()
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the columns fill the room anew: nothing lies beside it."""
        super().resizeEvent(event)
        self._share_width()

    def _name_columns(self) -> None:
        header = self._grid.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setMinimumSectionSize(_NARROW)
        header.setStretchLastSection(True)
        for at, column in enumerate(self._table.columns):
            room = _WIDTHS.get(column.kind, _NARROW) - _BESIDE_TITLE
            is_long = header.fontMetrics().horizontalAdvance(column.title) > room
            item = QTableWidgetItem(_on_two_lines(column.title) if is_long else column.title)
            item.setToolTip(plain_tip(column.hint or column.title))
            self._grid.setHorizontalHeaderItem(at, item)

    def _share_width(self) -> None:
        shares = [self._share(at) for at in range(len(self._table.columns))]
        widths = [self._least_width(at, share) for at, share in enumerate(shares)]
        bar = self._grid.verticalScrollBar().sizeHint().width()
        room = self._grid.width() - 2 * self._grid.frameWidth() - bar
        spare = max(room - sum(widths), 0)
        for at, (width, share) in enumerate(zip(widths, shares, strict=True)):
            self._grid.setColumnWidth(at, width + spare * share // max(sum(shares), 1))

    def _least_width(self, column: int, share: int) -> int:
        least = _WIDTHS.get(self._table.columns[column].kind, _NARROW)
        heading = self._grid.horizontalHeader().sectionSizeHint(column)
        return max(least, heading, _LONG_WIDTH if share > _LONG else 0)

    def _share(self, column: int) -> int:
        """Return for how many characters a column asks beyond its least width."""
        least, most = _SHARES.get(self._table.columns[column].kind, (0, 0))
        lengths = (len(self._words(row, column)) for row in range(self._grid.rowCount()))
        return min(max((least, *lengths)), most)

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


def _on_two_lines(title: str) -> str:
    middle = (len(title) + 1) // 2
    return f"{title[:middle]}\n{title[middle:]}"


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

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the room for all lines: Qt forgets that the style sheet narrows them."""
        cell: QRect = option.rect  # type: ignore[attr-defined]  # missing in PySide's stubs
        cell.setWidth(cell.width() - _BESIDE_WORDS)
        return super().sizeHint(option, index)

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
