"""The outline beside the page: parts, their length, what they promise, where the caret is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from ui.editor.slices import Slices
from ui.panels.focus_panel import FocusPanel
from ui.style.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtGui import QAction

    from drafting.model.draft import Draft
    from drafting.text.span import Span
    from ui.models.outline_rows import OutlineRow
    from ui.panels.outline_view import OutlineView

# Rows that are reckoned in no more than a millisecond or two; a speech has fewer.
_AT_ONCE = 300
_ALONE = "单独打开这一篇"
_EMPTY = "写下以“一、”“（一）”开头的标题，提纲就列在这里。"


class OutlinePanel(FocusPanel):
    """Emits ``section_chosen`` with the ``Span`` of the heading or promise that was chosen.

    The tree is built with the first structure that is shown: its types cost the start time.
    ``part_dropped``: the heading that was dragged, the one it was dropped on, whether behind it.
    ``speech_wanted`` carries the ``Span`` of one of several speeches that is to be opened alone.
    """

    section_chosen = Signal(object)
    part_dropped = Signal(object, object, bool)
    speech_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("提纲")
        self._position = 0
        self._part_actions: Sequence[QAction] = ()
        self._view: OutlineView | None = None
        self._shown_text: str | None = None
        self._showing = Slices(self)
        self._pieces: list[Callable[[], object]]
        self._pieces = [_load_rows, _load_ground, _load_model, _load_view, self._build_view]
        caption = PlainLabel("提纲", self, role="caption", margins=QMargins(16, 12, 16, 4))
        margins = QMargins(16, 4, 16, 4)
        self._hint = PlainLabel(_EMPTY, self, wrap=True, role="second", margins=margins)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(caption)
        self._column.addWidget(self._hint)
        self._column.addStretch(1)
        self.setMinimumWidth(180)

    def build_piece(self) -> bool:
        """Build a piece of the tree, a few milliseconds each; return whether it was there."""
        if self._view is not None:
            return True
        self._pieces.pop(0)()
        return False

    def show_draft(self, draft: Draft) -> None:
        """Show the outline of ``draft``, keeping the place where the caret is.

        That of a very long one comes in slices, the one before is shown until it is whole.
        """
        self._showing.start(self._iter_shown(draft))

    def set_current_position(self, position: int) -> None:
        """Mark the innermost part that covers ``position`` (code points of the draft)."""
        self._position = position
        if self._view is not None:
            self._view.choose_at(position)

    def set_part_actions(self, actions: Sequence[QAction]) -> None:
        """Offer ``actions`` in the menu of a part."""
        self._part_actions = actions

    def chosen_part(self) -> Span | None:
        """Return the heading that is chosen, while the outline is what the keys go to."""
        if self._view is None or not self._view.hasFocus():
            return None
        row = self._view.part_at(self._view.currentIndex())
        return None if row is None else row.target

    def is_shown_of(self, text: str) -> bool:
        """Return whether the rows in sight are those of ``text``, not of what it was before."""
        return self._shown_text == text

    def part_menu(self, index: QModelIndex) -> QMenu | None:
        """Choose the part, or speech, at ``index`` and return its menu; None where is neither."""
        if self._view is None:
            return None
        speech = self._view.speech_at(index)
        if speech is None and self._view.part_at(index) is None:
            return None
        self._view.setCurrentIndex(index)
        self._view.setFocus()
        menu = QMenu(self)
        if speech is None:
            menu.addActions(list(self._part_actions))
        else:
            alone = menu.addAction(_ALONE)
            alone.triggered.connect(partial(self.speech_wanted.emit, speech.span))
        return menu

    def _iter_shown(self, draft: Draft) -> Iterator[int]:
        """Show the outline of ``draft``; yield at times, also before the view opens all parts."""
        from ui.models.outline_rows import iter_outlined

        rows: list[OutlineRow] = []
        number = 0
        for number, _ in enumerate(iter_outlined(draft, rows), start=1):
            if not number % _AT_ONCE:
                yield number
        if number > _AT_ONCE:
            yield number
        view = self._build_view() if self._view is None else self._view
        view.show_rows(rows)
        self._shown_text = draft.text
        self._hint.setVisible(not rows)
        if number > _AT_ONCE:
            yield number  # the place of the caret has all rows laid out
        self.set_current_position(self._position)

    def _show_menu(self, view: OutlineView, place: QPoint) -> None:
        menu = self.part_menu(view.indexAt(place))
        if menu is not None:
            menu.exec(view.viewport().mapToGlobal(place))
            menu.deleteLater()

    def _build_view(self) -> OutlineView:
        from ui.panels.outline_view import OutlineView

        view = OutlineView(self)
        view.part_dropped.connect(self.part_dropped)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(partial(self._show_menu, view))
        view.row_chosen.connect(self.section_chosen)
        self._column.takeAt(self._column.count() - 1)
        self._column.addWidget(view, 1)
        self.hand_focus_to(view)
        self._view = view
        return view


def _load_rows() -> None:
    from ui.style import row_delegate

    _ = row_delegate


def _load_ground() -> None:
    from ui.style.row_delegate import load_ground

    load_ground()


def _load_model() -> None:
    from ui.models import outline_model

    _ = outline_model


def _load_view() -> None:
    from ui.panels import outline_view

    _ = outline_view
