"""讲话情况: what the draft is, from its text or said by hand."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtWidgets import QDialog

from drafting.model.particulars import SpeechType
from drafting.settings.profile import Leader, OfficeProfile
from drafting.workspace.office.files import save_office_profile
from tests.ui.main_window.conftest import SPEECH


@pytest.fixture
def said(monkeypatch):
    """Fills the dialog in with these fields and accepts it; what it showed before is kept."""
    wanted = {}
    shown = []

    def run(dialog):
        shown.append(dialog._fields.particulars())
        fields = dialog._fields
        fields.date.line.setText(wanted.get("date", fields.date.line.text()))
        fields._speaker.setText(wanted.get("speaker", fields._speaker.text()))
        if "kind" in wanted:
            fields._kind.setCurrentIndex(fields._kind.findData(wanted["kind"]))
        for box in (dialog._speaker, dialog._date):
            box.setChecked(box.isEnabled() and wanted.get("lines", False))
        dialog.accept()
        return dialog.result()

    monkeypatch.setattr("ui.dialogs.document.particulars.ParticularsDialog.exec", run)
    wanted["shown"] = shown
    return wanted


def test_what_is_said_is_kept_with_the_draft_and_checked_anew(writing, said, qtbot):
    before = writing.context.use_cases.checked
    said.update(date="2026年10月20日", speaker="林静川", kind="主持词")
    writing.action("describe")
    known = writing.document.draft_file().particulars
    assert (known["date"], known["speaker"], known["kind"]) == ("2026-10-20", "林静川", "主持词")
    assert writing.document.is_dirty
    assert writing.editor.text() == SPEECH
    writing.settle(qtbot)
    assert writing.context.use_cases.checked > before
    draft = writing.context.use_cases.parse(writing.document.snapshot())
    assert draft.particulars.kind is SpeechType.HOST


def test_lines_under_the_title_are_one_step_and_told_by_the_text(writing, said):
    leader = Leader(name="林静川", posts=("县委书记",))
    save_office_profile(OfficeProfile(leaders=(leader,)))
    said.update(date="2026/10/20", speaker="林静川", lines=True)
    writing.action("describe")
    title, *rest = SPEECH.split("\n")
    lines = ["县委书记\u3000林静川", "（2026年10月20日）"]
    assert writing.editor.text().split("\n") == [title, *lines, *rest]
    # The text says them now, so a change of the text changes them.
    assert "date" not in writing.document.draft_file().particulars
    draft = writing.context.use_cases.parse(writing.document.snapshot())
    assert draft.particulars.date == dt.date(2026, 10, 20)
    assert draft.particulars.speaker == "林静川"
    writing.action("undo")
    assert writing.editor.text() == SPEECH


def test_a_wrong_date_is_told_and_nothing_is_kept(writing, said):
    said.update(date="下周")
    writing.action("describe")
    assert not writing.document.is_dirty


def test_the_date_of_an_opened_file_follows_its_text(running, tmp_path, qtbot, said):
    path = tmp_path / "去年的稿子.txt"
    title, *rest = SPEECH.split("\n")
    path.write_text("\n".join([title, "（2025年3月6日）", *rest]), encoding="utf-8")
    running.document.open_path(path)
    qtbot.waitUntil(lambda: running.document.is_open, timeout=8000)
    running.settle(qtbot)
    parse = running.context.use_cases.parse
    assert parse(running.document.snapshot()).particulars.date == dt.date(2025, 3, 6)
    running.editor.load(running.editor.text().replace("2025年3月6日", "2026年3月10日"))
    assert parse(running.document.snapshot()).particulars.date == dt.date(2026, 3, 10)
    running.action("describe")
    assert said["shown"][0].date == dt.date(2026, 3, 10)


def test_a_dialog_of_an_untitled_draft_offers_no_lines(qtbot):
    from drafting.workspace.drafts.opening import parse_text
    from ui.dialogs.document.particulars import ParticularsDialog

    dialog = ParticularsDialog(parse_text("把水源管好。"), {})
    qtbot.addWidget(dialog)
    assert not dialog._speaker.isEnabled()
    assert not dialog._date.isEnabled()
    dialog.accept()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.text() == "把水源管好。"
