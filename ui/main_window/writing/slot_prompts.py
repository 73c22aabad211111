"""Open slots while they are walked: what goes into one, and its namesakes filled with it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from drafting.text.edits import TextEdit
from ui.editor.slots import filling_of, namesakes
from ui.main_window.document.work import DraftWork

if TYPE_CHECKING:
    from drafting.text.span import Span
    from ui.main_window.document.work import DraftPlace
_TAB_KEPT = "没有待填的空；首行自动缩进，不用按 Tab。再按一次离开稿面，F6 回来。"


class SlotPrompts(DraftWork):
    """Fills the namesakes of a slot that was left; ``told`` carries a sentence for the status line.

    In templates one name is one thing: 会议名称 in the title and in the first sentence.
    """

    def __init__(self, place: DraftPlace) -> None:
        super().__init__(place)
        self._reached: tuple[str, Span] | None = None
        self._filled = ""
        place.editor.slot_reached.connect(self._come_to)
        place.editor.tab_kept.connect(lambda: self.told.emit(_TAB_KEPT))
        place.session.opened.connect(self._forget)

    def is_filling(self) -> bool:
        """Return whether something stands in the slot that was reached last, and it is not left."""
        if self._reached is None:
            return False
        before, slot = self._reached
        filling = filling_of(before, slot, self._editor.text())
        caret = self._editor.caret_position()
        return bool(filling) and slot.start <= caret <= slot.start + len(filling)

    def _forget(self) -> None:
        self._reached, self._filled = None, ""

    def _come_to(self, slot: str) -> None:
        left, self._reached = self._reached, None
        if left is not None:
            self._filled = self._fill_alike(*left) or self._filled
        place = self._editor.selected_span()
        if not len(place):  # it was filled just now
            if not self._editor.walk_slots():
                self.told.emit(self._filled)
                self._filled = ""
            return
        self._reached = (self._editor.text(), place)
        filled, self._filled = self._filled, ""
        if filled:
            self.told.emit(filled)
        self._ask(slot, filled)

    def _fill_alike(self, before: str, slot: Span) -> str:
        """Write what was filled in into the slots of the same name; return a sentence on it."""
        text = self._editor.text()
        filling = filling_of(before, slot, text)
        open_ones = namesakes(text, slot.of(before)) if filling else []
        if not open_ones:
            return ""
        self._editor.replace([TextEdit(one, filling) for one in open_ones])
        name = slot.of(before)[1:-1]
        return f"“{name}”另有 {len(open_ones)} 处，已一并填上，可用 Ctrl+Z 撤销。"

    def _ask(self, slot: str, filled: str) -> None:
        known = self._session.particulars
        if known is not None and known.template is not None:
            self._context.jobs.run(
                partial(self._context.use_cases.writing.slot_prompt, known.template, slot),
                partial(self._tell, slot, filled),
                self._be_silent,
            )

    def _tell(self, slot: str, filled: str, prompt: str) -> None:
        self.told.emit(f"{filled}{slot}：{prompt or '填好后按 Tab 到下一处'}")

    def _be_silent(self, error: Exception) -> None:
        """Say nothing: a hint that is missing stops nobody."""
