"""The tree of the outline: parts are dragged, their menu opens at the right button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget

from ui.models.outline_delegate import OutlineDelegate
from ui.models.outline_model import ROW_ROLE, OutlineModel
from ui.models.outline_rows import RowKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QDropEvent

    from ui.models.outline_rows import OutlineRow


class OutlineView(QTreeView):
    """Emits ``row_chosen`` with the ``Span`` to which a row leads.

    ``part_dropped`` carries the heading moved, the one dropped on, and whether behind it.
    """

    row_chosen = Signal(object)
    part_dropped = Signal(object, object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "rows")
        self.setAccessibleName("提纲：部分、字数与预告")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(0)  # the delegate indents, so that the ground runs over the whole row
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        self._model = OutlineModel(self)
        self.setModel(self._model)
        self.setItemDelegate(OutlineDelegate(self))
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def show_rows(self, rows: Sequence[OutlineRow]) -> None:
        """Show ``rows``, all parts open."""
        if self._model.show_rows(rows):
            # One by one, before they are laid out: Qt's own way asks three times as much of each.
            for index in self._model.iter_parents():
                self.expand(index)

    def choose_at(self, position: int) -> None:
        """Mark the innermost row that covers ``position`` (code points), or none."""
        index = self._model.index_at(position)
        if index == self.currentIndex():
            return
        flags = QItemSelectionModel.SelectionFlag
        if index.isValid():
            choice = flags.ClearAndSelect | flags.Current
            self.selectionModel().setCurrentIndex(index, choice)
            self.scrollTo(index)
        else:
            self.selectionModel().clear()

    def part_at(self, index: QModelIndex) -> OutlineRow | None:
        """Return the part at ``index``, None where there is none."""
        row = self._model.row_of(index)
        return row if _is_part(row) else None

    def speech_at(self, index: QModelIndex) -> OutlineRow | None:
        """Return which of several speeches has its row at ``index``, None where none has."""
        row = self._model.row_of(index)
        return row if row is not None and row.kind is RowKind.SPEECH else None

    def _choose(self, index: QModelIndex) -> None:
        row = self._model.row_of(index)
        if row is not None:
            self.row_chosen.emit(row.target)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell what was dropped where; the text changes, and the rows follow it."""
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        places = QAbstractItemView.DropIndicatorPosition
        self.drop_part(
            self.indexAt(event.position().toPoint()),
            is_below=self.dropIndicatorPosition() is places.BelowItem,
            is_on=self.dropIndicatorPosition() is places.OnItem,
        )

    def drop_part(self, index: QModelIndex, *, is_below: bool, is_on: bool) -> None:
        """Tell that the current part was dropped at ``index``.

        Dropped on a part it goes behind that one where it came from above.
        """
        source, target = self.currentIndex().data(ROW_ROLE), index.data(ROW_ROLE)
        if not _is_part(source) or not _is_part(target) or source is target:
            return
        behind = is_below or (is_on and source.target.start < target.target.start)
        self.part_dropped.emit(source.target, target.target, behind)


def _is_part(row: OutlineRow | None) -> bool:
    return row is not None and row.kind is RowKind.SECTION
