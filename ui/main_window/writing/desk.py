"""What helps while one writes: parts, pasting, lines, and what else acts on the page itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.main_window.checking.place_menu import PlaceMenu
from ui.main_window.document.particulars import ParticularsCommands
from ui.main_window.frame.focus_mode import FocusMode
from ui.main_window.writing.completion import CompletionSession
from ui.main_window.writing.kept_words import KeptWordsSession
from ui.main_window.writing.slot_prompts import SlotPrompts
from ui.main_window.writing.structure import StructureCommands
from ui.main_window.writing.text import TextCommands
from ui.settings_store.store import COMPLETE_TYPING

if TYPE_CHECKING:
    from ui.main_window.checking.findings import FindingCommands
    from ui.main_window.document.work import DraftPlace
    from ui.main_window.frame.desk import Desk


class WritingDesk(QObject):
    """Holds the commands on the page and connects them with it."""

    told = Signal(str)
    particulars_changed = Signal()

    def __init__(self, place: DraftPlace, desk: Desk, findings: FindingCommands) -> None:
        super().__init__(place.window)
        window, session, context = place.window, place.session, place.context
        self.texts = TextCommands(place)
        self.structure = StructureCommands(place, desk.outline)
        self.completion = CompletionSession(desk.editor, context)
        actions = window.actions_by_id
        actions.connect_action("complete", self.completion.ask)
        actions.connect_action("complete_typing", self._choose_typing)
        actions["complete_typing"].setChecked(context.settings.flag(COMPLETE_TYPING))
        self._actions, self._settings = actions, context.settings
        self._choose_typing()
        self.place_menu = PlaceMenu(place, findings)
        actions.connect_action("fix_here", self.place_menu.open_at_caret)
        self.kept_words = KeptWordsSession(place)
        self.prompts = SlotPrompts(place)
        self.completion.is_in_the_way = self.prompts.is_filling
        self.focus = FocusMode(window, desk)
        session.opened.connect(self.focus.leave)
        self.particulars = ParticularsCommands(place)
        self.particulars.changed.connect(self.particulars_changed)
        for one in (self.texts, self.structure, self.place_menu, self.kept_words, self.prompts):
            one.told.connect(self.told)
        self.texts.offered.connect(desk.status_line.show_offer)
        session.opened.connect(desk.status_line.withdraw_offer)

    def begin(self) -> None:
        """Take a draft that was opened before this was built."""
        self.kept_words.begin()

    def open(self) -> None:
        """Begin to look up (the use cases may be imported from now on)."""
        self.completion.open()

    def shut_down(self) -> None:
        """Stop and wait."""
        self.completion.shut_down()

    def _choose_typing(self) -> None:
        is_on = self._actions["complete_typing"].isChecked()
        self.completion.is_automatic = is_on
        self._settings.remember(COMPLETE_TYPING, is_on)
