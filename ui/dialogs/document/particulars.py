"""讲话情况: what the draft in the window is, said by hand where its text does not say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox

from drafting.workspace.drafts.describing import can_write_date, can_write_speaker, with_lines
from ui.dialogs.frame.dialog import FramedDialog
from ui.dialogs.frame.particulars_fields import ParticularsFields

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from drafting.model.draft import Draft
    from drafting.model.particulars import Particulars

_NOTE = "校核、讲话时长、大字版按这些来；稿中写明的已经读出。"


class ParticularsDialog(FramedDialog):
    """``posts`` are the leaders who may speak, with their posts."""

    def __init__(
        self, draft: Draft, posts: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__("讲话情况", parent, note=_NOTE)
        self._draft = draft
        self._chosen = draft.particulars
        self._fields = ParticularsFields(self)
        self._fields.show_particulars(draft.particulars)
        self._fields.offer_speakers(posts)
        self._speaker = self._line_choice("把职务、讲话人写到标题下", can_write_speaker(draft))
        self._date = self._line_choice("把日期写到标题下", can_write_date(draft))
        for one in (self._fields, self._speaker, self._date):
            self.body.addWidget(one)
        self.body.addStretch(1)
        self.add_button("确定", "primary").clicked.connect(self.accept)
        self.add_button("取消").clicked.connect(self.reject)
        self.resize_within_screen(480, 456)
        self._fields.setFocus()

    def particulars(self) -> Particulars:
        """Return what was said."""
        return self._chosen

    def text(self) -> str:
        """Return the draft's text with the lines that were wanted under its title."""
        return with_lines(
            self._draft,
            self._chosen,
            has_speaker=self._speaker.isChecked(),
            has_date=self._date.isChecked(),
        )

    def accept(self) -> None:
        """Close where the date is one."""
        if self._fields.date.is_sound():
            self._chosen = self._fields.particulars(self._draft.particulars)
            super().accept()

    def _line_choice(self, words: str, is_possible: bool) -> QCheckBox:  # noqa: FBT001
        box = QCheckBox(words, self)
        box.setAccessibleName(words)
        box.setEnabled(is_possible)
        box.setToolTip("在标题下加一行" if is_possible else "稿中已有这一行，或者还没有标题")
        return box
