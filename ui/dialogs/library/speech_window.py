"""A past speech to read: its words, what was looked for marked, a passage to take over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.dialogs.frame.dialog import FramedDialog
from ui.editor.reading_view import Mark, ReadingView
from ui.models.speech_words import about

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from drafting.model.speech import SpeechRecord
    from drafting.text.span import Span


class SpeechWindow(FramedDialog):
    """Emits what is to be inserted, or that the speech is to be the model of a new one."""

    passage_chosen = Signal(object, str)
    template_chosen = Signal(int)

    def __init__(
        self, record: SpeechRecord, places: Sequence[Span] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(record.title, parent, note=about(record))
        self._record = record
        self.view = ReadingView("讲话正文", self)
        self.view.show_text(record.text, [Mark(one) for one in places])
        self.body.addWidget(self.view, 1)
        template = self.add_button("以此稿为范", at_left=True)
        template.setToolTip("取出它的骨架，另起一稿")
        template.clicked.connect(self._ask_template)
        insert = self.add_button("插入所选")
        insert.setToolTip("把选中的文字（没有选就是光标所在的一段）插到稿件光标处，并记下出处")
        insert.clicked.connect(self._insert)
        self.add_button("关闭", "primary").clicked.connect(self.accept)
        self.resize_within_screen(720, 640)
        self._places = tuple(places)

    def reveal(self) -> None:
        """Show the first place; call once the window is shown."""
        if self._places:
            self.view.reveal(self._places[0])

    def _insert(self) -> None:
        passage = self.view.chosen_passage()
        if passage:
            self.passage_chosen.emit(self._record, passage)

    def _ask_template(self) -> None:
        self.template_chosen.emit(self._record.id)
        self.accept()
