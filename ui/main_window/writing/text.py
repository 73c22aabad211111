"""Pasting with cleaning that can be taken back; lines joined, split, simplified."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication

from drafting.text.edits import TextEdit
from drafting.text.span import Span
from ui.editor.incoming_text import admit_text
from ui.main_window.document.work import DraftWork

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from drafting.workspace.writing.editing import PastedText
    from ui.main_window.document.work import DraftPlace

    _Insert = Callable[[str], int | None]

_LINE_STEPS = {
    "join": "没有要合并的行：请先选中断开的几行。",
    "split": "这里只有一句。",
    "simplify": "没有繁体字。",
}
_TOLD = {"join": "已合并", "split": "已分段", "simplify": "已转为简体"}
_SHOWN = 3
# So much is cleaned or simplified within a frame.
_SHORT = 10_000


class TextCommands(DraftWork):
    """``offered`` says what pasting mended, with the words of an offer and what it does."""

    offered = Signal(str, str, object)

    def __init__(self, place: DraftPlace) -> None:
        super().__init__(place)
        self._cases = place.context.use_cases.writing
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
        change = partial(self._cases.change_lines, text, span, step)
        if len(span) <= _SHORT:
            self._take_change(editor.revision, step, change())
        else:  # the window goes on meanwhile
            self._context.jobs.run(
                change, partial(self._take_change, editor.revision, step), self._fail
            )
        editor.setFocus()

    def _take_change(self, revision: int, step: str, edits: Sequence[TextEdit]) -> None:
        if revision != self._editor.revision:
            self.told.emit("文字刚有改动，没有转换，请再做一次。")
        elif edits:
            self._editor.replace(edits)
            self.told.emit(f"{_TOLD[step]}，可用 Ctrl+Z 撤销。")
        else:
            self.told.emit(_LINE_STEPS[step])

    def _fail(self, error: Exception) -> None:
        self._context.tell(error, self.told.emit)

    def _clean(self, text: str, insert: _Insert) -> None:
        """Have a pasted text inserted cleaned; a long one is cleaned while the window goes on."""
        raw, paste = admit_text(text), self._cases.paste
        if len(raw) <= _SHORT:
            self._insert(raw, paste(raw), insert)
            return
        self.told.emit("正在整理粘贴的文字…")
        self._context.jobs.run(
            partial(paste, raw),
            lambda pasted: self._insert(raw, pasted, insert),
            self._fail,
        )

    def _insert(self, raw: str, pasted: PastedText, insert: _Insert) -> None:
        """Insert a cleaned text; where cleaning mended something, offer to take that back."""
        words = admit_text(pasted.text)
        start = insert(words)
        if start is None:
            return
        if words != raw and pasted.mended:
            told = (
                f"粘贴时清理了 {pasted.places} 处（{'、'.join(pasted.mended[:_SHOWN])}"
                f"{'…' if pasted.mended[_SHOWN:] else ''}）"
            )
            told = "；".join((told, *pasted.told))
            self.offered.emit(told, "撤销清理", partial(self._take_back, start, words, raw))
        elif pasted.told:
            self.told.emit(f"{'；'.join(pasted.told)}。")
        elif len(raw) > _SHORT:
            self.told.emit("已粘贴，可用 Ctrl+Z 撤销。")

    def _take_back(self, start: int, words: str, raw: str) -> None:
        """Put the text as it was copied in the place of the cleaned one, as one step."""
        place = Span(start, start + len(words))
        if place.of(self._editor.text()) == words:
            self._editor.replace([TextEdit(place, raw)])
        else:
            self.told.emit("这段文字已有改动，不能撤销清理；请用 Ctrl+Z 撤销后原样粘贴。")
        self._editor.setFocus()
