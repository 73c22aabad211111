"""任务清单: who has to do what by when, as the speech says it; written as Word table or sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)

from ui.dialogs.frame.dialog import FramedDialog
from ui.style.plain_label import plain_tip, wrapped_height

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from drafting.model.task import Task

_COLUMNS = ("责任单位", "任务", "完成时限", "量化要求")
_WIDTHS = (170, 0, 130, 150)
_PADDING, _BOX = 28, 26  # pixels left and right of a cell's words, and of its box
_NOTE = "去掉勾的不写进清单；双击一行或按回车，到稿件里的那一句。"
_NONE = "这篇稿件里没有找到“谁、做什么”的安排。"


class _RowDelegate(QStyledItemDelegate):
    """Gives a row the height that its wrapped words need: Qt forgets the cells' padding."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size of the wrapped words within the column's width."""
        size = super().sizeHint(option, index)
        grid = self.parent()
        if isinstance(grid, QTableWidget):
            room = grid.columnWidth(index.column()) - _PADDING
            room -= _BOX if index.column() == 0 else 0
            metrics = grid.fontMetrics()
            size.setHeight(wrapped_height(str(index.data() or ""), metrics, room) + _PADDING // 2)
        return size


class TasksDialog(FramedDialog):
    """``place_chosen`` carries a task's span, ``save_wanted`` the tasks that are ticked."""

    place_chosen = Signal(object)
    save_wanted = Signal(object)

    def __init__(self, tasks: Sequence[Task], parent: QWidget | None = None) -> None:
        note = f"共 {len(tasks)} 项。{_NOTE}" if tasks else _NONE
        super().__init__("任务清单", parent, note=note)
        self._tasks = list(tasks)
        self.grid = QTableWidget(len(self._tasks), len(_COLUMNS), self)
        self.grid.setAccessibleName("任务清单")
        self.grid.setTabKeyNavigation(False)  # Tab leads out of it, the arrows walk in it
        self.grid.setHorizontalHeaderLabels(list(_COLUMNS))
        rows = self.grid.verticalHeader()
        rows.setVisible(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.grid.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.grid.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.grid.setWordWrap(True)
        self.grid.setItemDelegate(_RowDelegate(self.grid))
        self._fill()
        self.grid.activated.connect(self._go_to)  # a double click, or Enter
        self.body.addWidget(self.grid, 1)
        self._save = self.add_button("存成 Word 或表格…", "primary")
        self._save.setEnabled(bool(self._tasks))
        self._save.setDefault(False)
        self._save.setAutoDefault(False)
        self._save.clicked.connect(lambda: self.save_wanted.emit(self.chosen()))
        self.add_button("关闭").clicked.connect(self.reject)
        self.resize_within_screen(920, 560)

    def chosen(self) -> tuple[Task, ...]:
        """Return the tasks that are ticked."""
        return tuple(
            task
            for row, task in enumerate(self._tasks)
            if self._first(row).checkState() is Qt.CheckState.Checked
        )

    def tick(self, row: int, *, is_on: bool) -> None:
        """Take a task in, or leave it out."""
        self._first(row).setCheckState(Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked)

    def _first(self, row: int) -> QTableWidgetItem:
        item = self.grid.item(row, 0)
        assert item is not None, "every row was filled"  # noqa: S101 - for the type checker
        return item

    def _fill(self) -> None:
        header = self.grid.horizontalHeader()
        for column, width in enumerate(_WIDTHS):
            if width:
                self.grid.setColumnWidth(column, width)
            else:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for row, task in enumerate(self._tasks):
            cells = ("、".join(task.who), task.what, task.deadline, task.measure)
            for column, words in enumerate(cells):
                item = QTableWidgetItem(words)
                item.setToolTip(plain_tip(words))
                self.grid.setItem(row, column, item)
            self.tick(row, is_on=True)

    def _go_to(self, index: QModelIndex) -> None:
        self.place_chosen.emit(self._tasks[index.row()].span)
