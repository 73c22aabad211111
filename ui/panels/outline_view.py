"""The tree of the outline: parts are dragged, their menu opens at the right button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget

from ui.models.outline_model import ROW_ROLE
from ui.models.outline_rows import RowKind

if TYPE_CHECKING:
    from PySide6.QtGui import QDropEvent

    from ui.models.outline_rows import OutlineRow


class OutlineView(QTreeView):
    """Emits ``part_dropped`` with the heading moved, the one dropped on, and whether behind it."""

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
