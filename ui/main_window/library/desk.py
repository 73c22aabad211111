"""What the window does with past speeches: the library, and all that leads to it and from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from ui.main_window.library.overlap import OverlapSession
from ui.main_window.library.search import SearchSession
from ui.main_window.library.session import LibrarySession

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from drafting.model.speech import SpeechRecord
    from drafting.text.span import Span
    from ui.context.app_context import AppContext
    from ui.main_window.document.session import DocumentSession
    from ui.main_window.frame.desk import Desk
    from ui.main_window.frame.window import MainWindow
    from ui.panels.start_page import StartPage


class LibraryDesk(QObject):
    """Connects the library with panels, start page and status line.

    ``skeleton_taken`` carries what a past speech gave for a new draft.
    """

    told = Signal(str)
    skeleton_taken = Signal(object)

    def __init__(
        self, window: MainWindow, desk: Desk, document: DocumentSession, context: AppContext
    ) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._document = document
        self._context = context
        self._start_page: StartPage | None = None
        self._is_filling = False
        self.library = LibrarySession(window, context)
        self.library.told.connect(self.told)
        self.library.taking.connect(self._show_taking)
        self.library.known.connect(self._take_list)
        self.library.read_wanted.connect(self.read)
        self.library.template_wanted.connect(self.begin_from)
        self.search = SearchSession(desk.search, desk.search_box, context)
        self.library.changed.connect(self.search.refresh)
        self._connect_search()
        self.overlap = OverlapSession(desk.editor, desk.overlap, context, document.snapshot)
        self.overlap.counted.connect(desk.show_overlap_count)
        desk.overlap.source_wanted.connect(self.read)
        desk.tabs.currentChanged.connect(self.overlap.note_seen)
        slots: dict[str, Callable[[], object]] = {
            "library": self.library.show_dialog,
            "library_folder": self.library.add_folder,
            "search_library": self._go_search,
            "borrowed": self._show_borrowings,
            "overlap": self._look_for_overlap,
            "go_overlap": self._go_overlap,
        }
        window.actions_by_id.connect_actions(slots)

    @property
    def is_busy(self) -> bool:
        """Return whether anything is under way."""
        return any(one.is_busy for one in (self.library, self.search, self.overlap))

    def open(self) -> None:
        """Begin to work (the use cases may be imported from now on)."""
        self.library.open()

    def shut_down(self) -> None:
        """Stop and wait."""
        for one in (self.library, self.search, self.overlap):
            one.shut_down()

    def watch(self) -> None:
        """Follow a draft that was opened."""
        self.overlap.open()

    def pause(self) -> None:
        """Follow nothing while no draft is shown."""
        self.overlap.pause()

    def take_start_page(self, page: StartPage) -> None:
        """Connect the start page when it is shown for the first time."""
        self._start_page = page
        page.folder_chosen.connect(self.library.add_folder)
        page.starters_chosen.connect(self.library.add_starters)
        page.library_chosen.connect(self.library.show_dialog)
        page.show_library(len(self.library.records), is_filling=self._is_filling)

    def read(self, speech: int, places: Sequence[Span] = ()) -> None:
        """Show a past speech in a window of its own, these places marked."""
        cases = self._context.use_cases.library
        self._context.jobs.run(
            lambda: cases.show(speech),
            lambda record: self._show_speech(record, places),
            self._fail,
        )

    def begin_from(self, speech: int) -> None:
        """Begin a draft with the skeleton of a past speech."""
        self._document.leave(lambda: self._begin_from(speech))

    def _begin_from(self, speech: int) -> None:
        cases = self._context.use_cases.library
        self._context.jobs.run(lambda: cases.skeleton(speech), self.skeleton_taken.emit, self._fail)

    def _show_speech(self, record: SpeechRecord, places: Sequence[Span]) -> None:
        from ui.dialogs.library.speech_window import SpeechWindow

        shown = SpeechWindow(record, places, self._window)
        shown.passage_chosen.connect(self.insert)
        shown.template_chosen.connect(self.begin_from)
        shown.finished.connect(shown.deleteLater)
        shown.show()
        shown.reveal()

    def insert(self, record: SpeechRecord, passage: str) -> None:
        """Put a passage at the caret as one step, and remember where it is from."""
        from ui.main_window.library.borrowings import with_borrowing
        from ui.models.speech_words import source_note

        if not self._document.is_open:
            self.told.emit("请先打开或新建一份讲稿，再插入。")
            return
        self._desk.editor.insert_at_caret(passage)
        self._document.keep_with_draft(with_borrowing(self._document.base, record, passage))
        self.told.emit(f"已插入，出处已记入本稿：{source_note(record)}")

    def _connect_search(self) -> None:
        panel, box = self._desk.search, self._desk.search_box
        panel.insert_requested.connect(self.insert)
        panel.template_requested.connect(self.begin_from)
        panel.read_requested.connect(self.read)
        panel.folder_wanted.connect(self.library.add_folder)
        box.textEdited.connect(lambda _words: self._desk.show_search())
        box.entered.connect(panel.focus_hits)
        box.left.connect(self._leave_search)
        box.setEnabled(True)

    def _go_search(self) -> None:
        """Go to the toolbar's field, or to the panel's where the window is too narrow for it."""
        self._desk.show_search()
        box = self._desk.search_box
        if box.isVisible():
            box.setFocus(Qt.FocusReason.ShortcutFocusReason)
            box.selectAll()
        else:
            self._desk.search.focus_search()

    def _leave_search(self) -> None:
        """Go back to the draft, or to the start page as it was."""
        if self._desk.is_shown:
            self._desk.editor.setFocus()
            return
        self._desk.search_box.clear()
        self._desk.hide()
        if self._start_page is not None:
            self._start_page.setFocus()

    def _show_borrowings(self) -> None:
        """List what was taken over and still stands in the draft, each with its source."""
        from ui.dialogs.frame import messages
        from ui.main_window.library.borrowings import borrowings

        found = borrowings(self._document.base, self._desk.editor.text())
        lines = [f"“{one.beginning}…”\n——{one.source}" for one in found]
        words = "\n\n".join(lines) or "本稿还没有从素材库插入过段落。"
        messages.show_notice(self._window, words)

    def _look_for_overlap(self) -> None:
        self._go_overlap()  # the arrow keys walk the passages as soon as they are there
        self.overlap.look()

    def _go_overlap(self) -> None:
        self._desk.show_panel(self._desk.overlap)
        self._desk.overlap.focus_list()

    def _take_list(self, records: Sequence[SpeechRecord]) -> None:
        self._desk.search.show_library(records)
        self.overlap.note_library(len(records))
        self._show_count()

    def _show_taking(self, words: str) -> None:
        """Say beside what needs past speeches that they are on their way."""
        self._desk.search.show_taking(words)
        self._desk.overlap.show_taking(words)
        if bool(words) != self._is_filling:
            self._is_filling = bool(words)
            self._show_count()

    def _show_count(self) -> None:
        count, is_filling = len(self.library.records), self._is_filling
        self._desk.status_line.show_library(count, is_filling=is_filling)
        if self._start_page is not None:
            self._start_page.show_library(count, is_filling=is_filling)

    def _fail(self, error: Exception) -> None:
        self._context.tell(error, self.told.emit)
