"""New speeches from templates and old ones; the start page and its notice."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from tests.ui.main_window.conftest import SPEECH


def test_a_new_speech_begins_with_its_skeleton(running, qtbot, monkeypatch):
    monkeypatch.setattr(
        "ui.dialogs.document.new_speech.NewSpeechDialog.exec",
        lambda _self: QDialog.DialogCode.Accepted,
    )
    running.action("new")
    qtbot.waitUntil(lambda: running.document.is_open, timeout=8000)
    running.settle(qtbot)
    assert len(running.editor.draft.headings) >= 3
    running.document._compare_with_saved()  # as it is soon behind every change
    assert running.document.is_dirty
    assert running.document.particulars.template == "mobilisation"
    status_line = running.wiring.desk.status_line
    assert running.editor.selected_span().of(running.editor.text()) == "{会议名称}"
    qtbot.waitUntil(lambda: status_line.currentMessage().startswith("会议名称：会议全称"))
    qtbot.keyClick(running.editor, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: status_line.currentMessage().startswith("日期："))


def test_an_old_speech_gives_its_skeleton(running, qtbot, monkeypatch, tmp_path, told):
    path = tmp_path / "旧稿.txt"
    path.write_text(SPEECH, encoding="utf-8")
    monkeypatch.setattr("ui.main_window.document.start.ask_open_path", lambda *_: path)
    running.action("template_from")
    qtbot.waitUntil(lambda: running.document.is_open, timeout=8000)
    assert running.document.path is None
    assert running.editor.text()
    assert told == []


def test_the_start_page_comes_back(writing):
    writing.action("start_page")
    assert not writing.document.is_open
    assert writing.window.centre.currentWidget() is writing.window.start_page
    assert not writing.wiring.desk.status_line.isVisible()


def test_the_notice_on_secrets_is_shown_until_it_was_read(running, qtbot):
    page = running.window.start_page
    assert page._notice.isVisible()
    assert "涉密" in page._notice_text.text()
    page._close_notice()
    assert not page._notice.isVisible()
    from ui.settings_store.store import NOTICE_READ

    assert running.context.settings.flag(NOTICE_READ)
