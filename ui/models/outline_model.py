"""The outline of a draft as a Qt tree."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from ui.models.outline_rows import OutlineRow, RowKind
from ui.style.plain_label import plain_tip

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_Index = QModelIndex | QPersistentModelIndex
_ROW_TYPE = "application/x-jianggao-part"
ROW_ROLE = int(Qt.ItemDataRole.UserRole)
# Put together once: the view asks for those of every row each time that it opens all of them. What
# is known to have no rows below is not asked for them, nor remembered as open.
_PLAIN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_PART = _PLAIN | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
_FLAGS = {
    (is_part, has_children): kind if has_children else kind | Qt.ItemFlag.ItemNeverHasChildren
    for is_part, kind in ((True, _PART), (False, _PLAIN))
    for has_children in (True, False)
}


@dataclass(slots=True)
class _Node:
    row: OutlineRow
    parent: int
    place: int
    flags: Qt.ItemFlag
    children: list[int] = field(default_factory=list)


class OutlineModel(QAbstractItemModel):
    """One column; ``ROW_ROLE`` hands out the ``OutlineRow``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._nodes: list[_Node] = []
        self._top: list[int] = []

    def show_rows(self, rows: Sequence[OutlineRow]) -> bool:
        """Show ``rows``; return whether the tree's shape changed (else only words and figures)."""
        nodes: list[_Node] = []
        top: list[int] = []

        def add(row: OutlineRow, parent: int, place: int) -> int:
            number = len(nodes)
            is_part = row.kind is RowKind.SECTION
            node = _Node(row, parent, place, _FLAGS[is_part, bool(row.children)])
            nodes.append(node)
            node.children = [add(child, number, i) for i, child in enumerate(row.children)]
            return number

        top = [add(row, -1, i) for i, row in enumerate(rows)]
        if self._shape(nodes) == self._shape(self._nodes):
            self._replace_rows(nodes)
            return False
        self.beginResetModel()
        self._nodes, self._top = nodes, top
        self.endResetModel()
        return True

    def index_at(self, position: int) -> QModelIndex:
        """Return the innermost part (never a promise) that covers ``position``, or no index."""
        found = -1
        for number, node in enumerate(self._nodes):
            span = node.row.span
            inside = span.start <= position <= span.end
            if inside and node.row.kind is not RowKind.PROMISE:
                found = number
        return QModelIndex() if found < 0 else self._index_of(found)

    def iter_parents(self) -> Iterator[QModelIndex]:
        """Yield the index of every row that has rows under it."""
        for number, node in enumerate(self._nodes):
            if node.children:
                yield self._index_of(number)

    def row_of(self, index: _Index) -> OutlineRow | None:
        """Return the row behind ``index``, or None."""
        return self._nodes[index.internalId()].row if index.isValid() else None

    def index(self, row: int, column: int, parent: _Index | None = None) -> QModelIndex:
        """Return the index of a child row."""
        numbers = self._children(parent)
        if column != 0 or not 0 <= row < len(numbers):
            return QModelIndex()
        return self.createIndex(row, 0, numbers[row])

    def parent(self, child: _Index) -> QModelIndex:  # type: ignore[override]  # Qt overloads it
        """Return the index of the part that a row belongs to."""
        if not child.isValid():
            return QModelIndex()
        number = self._nodes[child.internalId()].parent
        return QModelIndex() if number < 0 else self._index_of(number)

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return the number of rows under ``parent``."""
        return len(self._children(parent))

    def hasChildren(self, parent: _Index | None = None) -> bool:  # noqa: N802 - Qt's own name
        """Return whether there are rows under ``parent``; Qt's own asks for the columns as well."""
        return bool(self._children(parent))

    def columnCount(self, parent: _Index | None = None) -> int:  # noqa: ARG002 - Qt's signature
        """Return 1."""
        return 1

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Return that parts can be dragged, and dropped on and between each other."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return self._nodes[index.internalId()].flags

    def supportedDropActions(self) -> Qt.DropAction:
        """Return that rows are moved, never copied."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's own name
        """Return the one type that a dragged row has; nothing outside the outline takes it."""
        return [_ROW_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: ARG002 - Qt's own
        """Return nothing but the type: the view knows which row is dragged."""
        mime = QMimeData()
        mime.setData(_ROW_TYPE, b"")
        return mime

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:  # noqa: ANN401 - Qt's own
        """Return title, explanation or the row itself."""
        row = self.row_of(index)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(row.explanation)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.explanation
        return None

    def _children(self, parent: _Index | None) -> list[int]:
        if parent is None or not parent.isValid():
            return self._top
        return self._nodes[parent.internalId()].children

    def _index_of(self, number: int) -> QModelIndex:
        return self.createIndex(self._nodes[number].place, 0, number)

    @staticmethod
    def _shape(nodes: Sequence[_Node]) -> list[tuple[int, RowKind]]:
        return [(node.parent, node.row.kind) for node in nodes]

    def _replace_rows(self, nodes: list[_Node]) -> None:
        for number, (old, new) in enumerate(zip(self._nodes, nodes, strict=True)):
            before, old.row = old.row, new.row
            if before.look != new.row.look:
                index = self._index_of(number)
                self.dataChanged.emit(index, index)
