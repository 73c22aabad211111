"""The edit and insert menus, find and replace."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui.main_window.document.work import DraftWork

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.main_window.document.work import DraftPlace
    from ui.main_window.writing.find_bar import FindBar

_PAIR = 2


class EditCommands(DraftWork):
    """Sends the menus' commands to the editor."""

    def __init__(self, place: DraftPlace) -> None:
        super().__init__(place)
        editor, actions = place.editor, place.window.actions_by_id
        self._actions = actions
        self._find_bar: FindBar | None = None
        slots: dict[str, Callable[[], object]] = {
            "undo": editor.undo,
            "redo": editor.redo,
            "cut": editor.cut,
            "copy": editor.copy,
            "paste": editor.paste,
            "select_all": editor.selectAll,
            "find": partial(self._show_find, replacing=False),
            "replace": partial(self._show_find, replacing=True),
            "insert_date": self._insert_date,
            "insert_date_han": partial(self._insert_date, in_han=True),
        }
        actions.connect_actions(slots)
        for action_id, characters in actions.inserting():
            actions.connect_action(action_id, partial(self._insert, characters))
        editor.history_changed.connect(self._allow_steps)
        self._allow_steps()

    @property
    def find_bar(self) -> FindBar | None:
        """Return the bar of find and replace, None before it was first wanted."""
        return self._find_bar

    def _allow_steps(self) -> None:
        actions, editor = self._actions, self._editor
        actions["undo"].setEnabled(editor.can_undo)
        actions["redo"].setEnabled(editor.can_redo)

    def _insert(self, characters: str) -> None:
        """Insert; what stands in pairs goes around the selection, the caret between."""
        span = self._editor.selected_span()
        if len(characters) == _PAIR and characters[0] != characters[1]:
            inner = span.of(self._editor.text())
            self._editor.insert_at_caret(characters[0] + inner + characters[1])
            if not inner:
                cursor = self._editor.textCursor()
                cursor.movePosition(cursor.MoveOperation.Left)
                self._editor.setTextCursor(cursor)
        else:
            self._editor.insert_at_caret(characters)
        self._editor.setFocus()

    def _insert_date(self, *, in_han: bool = False) -> None:
        from drafting.text.dates import han_date, today, written_date

        day = today()
        self._editor.insert_at_caret(han_date(day) if in_han else written_date(day))
        self._editor.setFocus()

    def _show_find(self, *, replacing: bool) -> None:
        from ui.main_window.writing.find_bar import FindBar
        from ui.main_window.writing.find_search import DraftSearch

        if self._find_bar is None:
            search = DraftSearch(self._editor, self._session, self._context)
            self._find_bar = FindBar(self._editor, search)
        self._find_bar.open(replacing=replacing)
