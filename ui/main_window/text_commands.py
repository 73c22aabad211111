"""Pasting with cleaning that can be taken back; lines joined, split, simplified."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication

from drafting.text.edits import TextEdit
from drafting.text.span import Span
from ui.editor.incoming_text import admit_text
from ui.main_window.draft_work import DraftWork

if TYPE_CHECKING:
    from ui.main_window.draft_work import DraftPlace

_LINE_STEPS = {
    "join": "没有要合并的行：请先选中断开的几行。",
    "split": "这里只有一句。",
    "simplify": "没有繁体字。",
}
_TOLD = {"join": "已合并", "split": "已分段", "simplify": "已转为简体"}
_SHOWN = 3


class TextCommands(DraftWork):
    """``offered`` says what pasting mended, with the words of an offer and what it does."""

    offered = Signal(str, str, object)

    def __init__(self, place: DraftPlace) -> None:
        super().__init__(place)
        self._cases = place.context.use_cases
        place.editor.clean_paste = self._clean
        actions = place.window.actions_by_id
        actions.connect_action("paste_plain", self.paste_plain)
        for step in _LINE_STEPS:
            actions.connect_action(f"lines_{step}", partial(self.change_lines, step))

    def paste_plain(self) -> None:
        """Paste the text of the clipboard as it is."""
        text = QGuiApplication.clipboard().text()
        if text:
            self._editor.insert_at_caret(text)
            self._editor.setFocus()

    def change_lines(self, step: str) -> None:
        """Join, split or simplify what is selected (to simplify, else everything), as one step."""
        editor = self._editor
        text, span = editor.text(), editor.selected_span()
        if step == "simplify" and not len(span):
            span = Span(0, len(text))
        edits = self._cases.change_lines(text, span, step)
        if edits:
            editor.replace(edits)
            self.told.emit(f"{_TOLD[step]}，可用 Ctrl+Z 撤销。")
        else:
            self.told.emit(_LINE_STEPS[step])
        editor.setFocus()

    def _clean(self, text: str) -> str:
        """Return a pasted text cleaned; where that mended something, offer to take it back."""
        raw = admit_text(text)
        pasted = self._cases.paste(raw)
        words = admit_text(pasted.text)
        if words != raw and pasted.mended:
            start = self._editor.selected_span().start
            shown = "、".join(pasted.mended[:_SHOWN])
            told = (
                f"粘贴时清理了 {pasted.places} 处（{shown}{'…' if pasted.mended[_SHOWN:] else ''}）"
            )
            self.offered.emit(told, "撤销清理", partial(self._take_back, start, words, raw))
        return words

    def _take_back(self, start: int, words: str, raw: str) -> None:
        """Put the text as it was copied in the place of the cleaned one, as one step."""
        place = Span(start, start + len(words))
        if place.of(self._editor.text()) == words:
            self._editor.replace([TextEdit(place, raw)])
        else:
            self.told.emit("这段文字已有改动，不能撤销清理；请用 Ctrl+Z 撤销后原样粘贴。")
        self._editor.setFocus()
