"""What the draft is and how long it is to be, said by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog

from ui.main_window.document.work import DraftWork

if TYPE_CHECKING:
    from ui.main_window.document.work import DraftPlace


class ParticularsCommands(DraftWork):
    """``changed`` after something else is known of the draft."""

    changed = Signal()

    def __init__(self, place: DraftPlace) -> None:
        super().__init__(place)
        self._cases = place.context.use_cases
        actions = place.window.actions_by_id
        actions.connect_action("goal", self._ask_goal)
        actions.connect_action("describe", self._ask_particulars)

    def _ask_goal(self) -> None:
        from drafting.model.particulars import Particulars
        from drafting.workspace.office.files import shared_office_files
        from ui.dialogs.document.goal import GoalDialog

        known = self._session.particulars or Particulars()
        speed = shared_office_files().current().profile.speed_of(known.speaker)
        dialog = GoalDialog(known.slot_minutes, known.target_characters, speed, self._window)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        minutes, characters = dialog.minutes(), dialog.characters()
        dialog.deleteLater()
        if accepted:
            self._session.describe(
                replace(known, slot_minutes=minutes, target_characters=characters)
            )
            self.changed.emit()

    def _ask_particulars(self) -> None:
        from drafting.workspace.drafts.describing import beside_text
        from ui.dialogs.document.particulars import ParticularsDialog
        from ui.editor.edit_history import difference_edit

        draft = self._cases.parse(self._session.snapshot())
        office = self._cases.writing.office_for_new_speech()
        posts = {one.name: one.role for one in office.speakers}
        dialog = ParticularsDialog(draft, posts, self._window)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        text, particulars = dialog.text(), dialog.particulars()
        dialog.deleteLater()
        if accepted:
            if text != draft.text:
                self._editor.replace([difference_edit(draft.text, text)])
            self._session.describe(beside_text(text, particulars))
            self.changed.emit()
