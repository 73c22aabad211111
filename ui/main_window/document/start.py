"""What the start page and 新建 lead to: sample, template, skeleton of an old speech."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from resources import resource_path
from ui.main_window.frame.file_choices import ask_open_path
from ui.settings_store.store import NOTICE_READ

if TYPE_CHECKING:
    from drafting.templates.template import Template
    from drafting.workspace.drafts.opening import OpenedFile
    from drafting.workspace.writing.templating import DerivedSpeech, NewSpeechOffice
    from ui.context.app_context import AppContext
    from ui.main_window.document.session import DocumentSession
    from ui.main_window.frame.desk import Desk
    from ui.main_window.frame.window import MainWindow
    from ui.panels.start_page import StartPage

SAMPLE = ("samples", "sample_mobilisation.txt")


class StartSession(QObject):
    """Begins drafts; asks the document session to replace what is shown.

    ``page_shown`` brings the start page when it is shown for the first time; ``page`` is it from
    then on.
    """

    page_shown = Signal(object)

    def __init__(
        self, window: MainWindow, desk: Desk, session: DocumentSession, context: AppContext
    ) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self.page: StartPage | None = None
        self._has_begun = False
        self._session = session
        self._context = context

    def begin(self) -> None:
        """List the templates (the use cases may be imported from now on)."""
        self._has_begun = True
        if self.page is not None:
            self._list_templates(self.page)

    def show_start_page(self) -> None:
        """Leave the draft and show the start page."""
        self._session.leave(self._show_start_page)

    def open_sample(self) -> None:
        """Show the sample speech as a draft without a file."""
        self._session.leave(self._open_sample)

    def new_from_dialog(self, template_id: str = "") -> None:
        """Ask for kind and number of points, and begin with the skeleton."""
        self._session.leave(lambda: self._ask_template(template_id))

    def new_from_old(self) -> None:
        """Ask for an old speech and begin with its skeleton."""
        self._session.leave(self._ask_old)

    def _show_start_page(self) -> None:
        if self._session.is_open:
            self._session.close_draft()
        page = self._window.show_start_page()
        self._desk.hide()
        if self.page is None:
            self.page = page
            page.sample_chosen.connect(self.open_sample)
            page.new_chosen.connect(self.new_from_dialog)
            page.template_chosen.connect(self.new_from_dialog)
            page.open_chosen.connect(self._session.choose_and_open)
            page.recent_chosen.connect(self._open_recent)
            page.notice_read.connect(self._note_read)
            self.page_shown.emit(page)
        page.show_recent([str(path) for path in self._context.settings.recent_files()])
        if self._has_begun:
            self._list_templates(page)

    def _list_templates(self, page: StartPage) -> None:
        self._context.jobs.run(
            self._context.use_cases.writing.list_templates, page.show_templates, self._session.fail
        )

    def _note_read(self) -> None:
        self._context.settings.remember(NOTICE_READ, value=True)

    def _open_recent(self, name: str) -> None:
        self._session.open_path(Path(name))

    def _open_sample(self) -> None:
        path = resource_path(*SAMPLE)
        cases = self._context.use_cases
        self._context.jobs.run(lambda: cases.open_file(path), self._show_sample, self._session.fail)

    def _show_sample(self, result: OpenedFile) -> None:
        self._session.show_text(result.draft.text, name="示例讲稿")
        next_one = self._window.actions_by_id["next_finding"]
        self._desk.status_line.show_offer(
            "示例里有几处毛病：按 F7 逐处看，Ctrl+回车照着改。", "看第一处", next_one.trigger
        )

    def _ask_template(self, template_id: str) -> None:
        cases = self._context.use_cases
        self._context.jobs.run(
            lambda: (cases.writing.list_templates(), cases.writing.office_for_new_speech()),
            lambda known: self._show_template_dialog(known[0], known[1], template_id),
            self._session.fail,
        )

    def _show_template_dialog(
        self, templates: tuple[Template, ...], office: NewSpeechOffice, template_id: str
    ) -> None:
        from PySide6.QtWidgets import QDialog

        from drafting.workspace.drafts.describing import beside_text
        from ui.dialogs.document.new_speech import NewSpeechDialog

        build = self._context.use_cases.writing.new_from_template
        dialog = NewSpeechDialog(templates, build, self._window, office=office)
        if template_id:
            dialog.choose_template(template_id)
        wanted: list[str] = []
        dialog.old_wanted.connect(wanted.append)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        skeleton, chosen = dialog.skeleton(), dialog.template_id()
        particulars = dialog.particulars()
        dialog.deleteLater()
        if accepted and skeleton is not None:
            if chosen is not None:
                cases = self._context.use_cases
                particulars = cases.writing.particulars_for(chosen, particulars)
            particulars = beside_text(skeleton.text, particulars)
            self._session.show_text(skeleton.text, dirty=True, particulars=particulars)
            self._desk.editor.walk_slots()
        elif wanted == ["file"]:
            self._ask_old()
        elif wanted:
            self._window.actions_by_id["library"].trigger()

    def _ask_old(self) -> None:
        path = ask_open_path(self._window, self._context.settings.last_folder())
        if path is None:
            return
        cases = self._context.use_cases
        self._context.jobs.run(
            lambda: cases.writing.template_from_file(path), self.show_skeleton, self._session.fail
        )

    def show_skeleton(self, derived: DerivedSpeech) -> None:
        """Begin a draft with the skeleton of an old speech, its first slot selected."""
        new = derived.draft_file
        self._session.show_text(new.text, dirty=True, base=new)
        self._desk.editor.walk_slots()
        self._desk.status_line.show_message(
            "骨架已取出：按 Tab 逐个填花括号里的空，旧稿的地名、年份没改干净会提示。"
        )
