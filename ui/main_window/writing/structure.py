"""Parts moved, raised, inserted, deleted: from the menu, the keys and the outline."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from drafting.errors import DraftingError
from ui.main_window.document.work import DraftWork

if TYPE_CHECKING:
    from drafting.restructuring.step import Restructured
    from drafting.text.span import Span
    from ui.main_window.document.work import DraftPlace
    from ui.panels.outline_panel import OutlinePanel

STEPS = ("up", "down", "promote", "demote", "insert", "delete", "renumber")
# The places of its rows are those of the text that it was made from.
_OUTDATED = "提纲还没跟上刚才的改动，等它更新后再移。"


class StructureCommands(DraftWork):
    """Each command is one step of the undo history; what was done is told."""

    def __init__(self, place: DraftPlace, outline: OutlinePanel) -> None:
        super().__init__(place)
        self._outline = outline
        self._made = -1  # the revision that the last step made
        self._cases = place.context.use_cases.writing
        actions = place.window.actions_by_id
        for step in STEPS:
            actions.connect_action(f"part_{step}", partial(self.do, step))
        outline.set_part_actions([actions[f"part_{step}"] for step in STEPS])
        outline.part_dropped.connect(self.drop)
        outline.speech_wanted.connect(self.open_alone)

    def do(self, step: str) -> None:
        """Do ``step`` with the part chosen in the outline, or with the one at the caret."""
        span = self._outline.chosen_part()
        position = self._editor.caret_position() if span is None else span.start
        snapshot = self._session.snapshot()
        if span is not None and not self._outline.is_shown_of(snapshot.text):
            if self._editor.revision != self._made:
                self.told.emit(_OUTDATED)
                return
            position = self._editor.caret_position()  # it went with the part that was moved
        try:
            self._make(self._cases.restructure(snapshot, step, position))
        except DraftingError as error:
            self.told.emit(str(error))

    def drop(self, source: Span, target: Span, is_behind: bool) -> None:  # noqa: FBT001 - a slot
        """Move a part beside the one on which it was dropped."""
        snapshot = self._session.snapshot()
        if not self._outline.is_shown_of(snapshot.text):
            self.told.emit(_OUTDATED)
            return
        try:
            moved = self._cases.move_part(snapshot, source.start, target.start, is_behind=is_behind)
            self._make(moved)
        except DraftingError as error:
            self.told.emit(str(error))

    def open_alone(self, span: Span) -> None:
        """Show one of several speeches as a draft of its own; their file stays as it is."""
        snapshot = self._session.snapshot()
        if not self._outline.is_shown_of(snapshot.text):
            self.told.emit(_OUTDATED)
            return
        text = span.of(snapshot.text).strip("\n")
        self._session.leave(partial(self._session.show_text, text, dirty=True))

    def _make(self, result: Restructured) -> None:
        was_in_outline = self._outline.chosen_part() is not None
        if result.edits:
            self._editor.replace(result.edits)
            self._editor.select(result.selected)
            self._made = self._editor.revision
        self.told.emit(result.message + ("可用 Ctrl+Z 一次撤销。" if result.edits else ""))
        if not was_in_outline or len(result.selected):
            self._editor.setFocus()
