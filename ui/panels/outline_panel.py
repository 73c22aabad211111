"""The outline beside the page: parts, their length, what they promise, where the caret is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QMargins, QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from ui.models.outline_model import OutlineModel
from ui.models.outline_rows import RowKind, outline_rows
from ui.panels.outline_view import OutlineView
from ui.style.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction, QShowEvent

    from drafting.model.draft import Draft
    from drafting.text.span import Span

_EMPTY = "写下以“一、”“（一）”开头的标题，提纲就列在这里。"


class OutlinePanel(QWidget):
    """Emits ``section_chosen`` with the ``Span`` of the heading or promise that was chosen.

    ``part_dropped``: the heading that was dragged, the one it was dropped on, whether behind it.
    """

    section_chosen = Signal(object)
    part_dropped = Signal(object, object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("提纲")
        self._position = 0
        self._has_delegate = False
        self._part_actions: Sequence[QAction] = ()
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

    def set_part_actions(self, actions: Sequence[QAction]) -> None:
        """Offer ``actions`` in the menu of a part."""
        self._part_actions = actions

    def chosen_part(self) -> Span | None:
        """Return the heading that is chosen, while the outline is what the keys go to."""
        row = self._model.row_of(self._view.currentIndex())
        if not self._view.hasFocus() or row is None or row.kind is not RowKind.SECTION:
            return None
        return row.target

    def part_menu(self, index: QModelIndex) -> QMenu | None:
        """Choose the part at ``index`` and return its menu; None where there is no part."""
        row = self._model.row_of(index)
        if row is None or row.kind is not RowKind.SECTION:
            return None
        self._view.setCurrentIndex(index)
        self._view.setFocus()
        menu = QMenu(self)
        menu.addActions(list(self._part_actions))
        return menu

    def _show_menu(self, place: QPoint) -> None:
        menu = self.part_menu(self._view.indexAt(place))
        if menu is not None:
            menu.exec(self._view.viewport().mapToGlobal(place))
            menu.deleteLater()

    def _make_view(self) -> OutlineView:
        view = OutlineView(self)
        view.setModel(self._model)
        view.part_dropped.connect(self.part_dropped)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._show_menu)
        view.clicked.connect(self._choose)
        view.activated.connect(self._choose)
        return view

    def _choose(self, index: QModelIndex) -> None:
        row = self._model.row_of(index)
        if row is not None:
            self.section_chosen.emit(row.target)
