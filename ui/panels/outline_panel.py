"""The outline beside the page: parts, their length, what they promise, where the caret is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QMargins, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QTreeView, QVBoxLayout, QWidget

from ui.models.outline_model import OutlineModel
from ui.models.outline_rows import outline_rows
from ui.style.plain_label import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from drafting.model.draft import Draft

_EMPTY = "写下以“一、”“（一）”开头的标题，提纲就列在这里。"


class OutlinePanel(QWidget):
    """Emits ``section_chosen`` with the ``Span`` of the heading or promise that was chosen."""

    section_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("提纲")
        self._position = 0
        self._has_delegate = False
        self._model = OutlineModel(self)
        caption = PlainLabel("提纲", self, role="caption", margins=QMargins(16, 12, 16, 4))
        margins = QMargins(16, 4, 16, 4)
        self._hint = PlainLabel(_EMPTY, self, wrap=True, role="second", margins=margins)
        self._view = self._make_view()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(caption)
        column.addWidget(self._hint)
        column.addWidget(self._view, 1)
        self.setFocusProxy(self._view)
        self.setMinimumWidth(180)

    def showEvent(self, event: QShowEvent) -> None:
        """Give the rows their painter when they are first seen: its types cost the start time."""
        if not self._has_delegate:
            from ui.models.outline_delegate import OutlineDelegate

            self._has_delegate = True
            self._view.setItemDelegate(OutlineDelegate(self._view))
        super().showEvent(event)

    def show_draft(self, draft: Draft) -> None:
        """Show the outline of ``draft``, keeping the place where the caret is."""
        rows = outline_rows(draft)
        if self._model.show_rows(rows):
            self._view.expandAll()
        self._hint.setVisible(not rows)
        self.set_current_position(self._position)

    def set_current_position(self, position: int) -> None:
        """Mark the innermost part that covers ``position`` (code points of the draft)."""
        self._position = position
        index = self._model.index_at(position)
        if index == self._view.currentIndex():
            return
        flags = QItemSelectionModel.SelectionFlag
        if index.isValid():
            choice = flags.ClearAndSelect | flags.Current
            self._view.selectionModel().setCurrentIndex(index, choice)
            self._view.scrollTo(index)
        else:
            self._view.selectionModel().clear()

    def _make_view(self) -> QTreeView:
        view = QTreeView(self)
        view.setProperty("role", "rows")
        view.setAccessibleName("提纲：部分、字数与预告")
        view.setModel(self._model)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setHeaderHidden(True)
        view.setRootIsDecorated(False)
        view.setItemsExpandable(False)
        view.setIndentation(0)  # the delegate indents, so that the ground runs over the whole row
        view.setUniformRowHeights(True)
        view.setMouseTracking(True)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        view.clicked.connect(self._choose)
        view.activated.connect(self._choose)
        return view

    def _choose(self, index: QModelIndex) -> None:
        row = self._model.row_of(index)
        if row is not None:
            self.section_chosen.emit(row.target)
