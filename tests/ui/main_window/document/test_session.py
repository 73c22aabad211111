"""Open, save, close: nothing unsaved is lost without a question, nothing foreign is overwritten."""

from __future__ import annotations

import json
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from drafting.files.draft_file import DraftFile, encode_draft
from drafting.model.finding import IgnoreReach
from drafting.model.imported import Omission
from drafting.workspace.drafts.opening import open_file
from tests.ui.main_window.conftest import SPEECH
from ui.dialogs.document.cleaning_report import CleaningReportDialog
from ui.dialogs.frame.progress_row import ProgressRow
from ui.panels.words_button import WordsButton
from ui.style.plain_label import PlainLabel


@pytest.fixture
def answers(monkeypatch):
    """What the user would answer, and what was asked or told."""
    given = {"save": "cancel", "path": None, "told": [], "asked": 0}

    def ask_save(_parent, _name):
        given["asked"] += 1
        return given["save"]

    session = "ui.main_window.document.session"
    monkeypatch.setattr("ui.dialogs.frame.messages.ask_save", ask_save)
    monkeypatch.setattr(
        "ui.dialogs.frame.messages.show_problem", lambda _parent, text: given["told"].append(text)
    )
    monkeypatch.setattr(f"{session}.ask_save_path", lambda _parent, _proposed: given["path"])
    monkeypatch.setattr(f"{session}.ask_open_path", lambda _parent, _folder: given["path"])
    return given


def test_save_as_writes_a_draft_and_the_window_is_clean(writing, answers, tmp_path, qtbot):
    writing.editor.insert_at_caret("新")
    assert writing.document.is_dirty
    assert writing.window.isWindowModified()
    answers["path"] = tmp_path / "春耕.jianggao"
    writing.action("save")
    writing.settle(qtbot)
    saved = json.loads(answers["path"].read_text(encoding="utf-8"))
    assert saved["text"] == "新" + SPEECH
    assert not writing.document.is_dirty
    assert writing.window.windowTitle().startswith("春耕.jianggao")
    assert writing.document.saved_words.startswith("已保存")
    writing.editor.insert_at_caret("二")
    writing.action("save")
    writing.settle(qtbot)
    assert json.loads(answers["path"].read_text(encoding="utf-8"))["text"].startswith("新二")
    assert writing.context.settings.recent_files() == [answers["path"]]


def test_saving_as_a_word_file_exports_it_and_the_draft_stays_unsaved(
    writing, answers, tmp_path, qtbot
):
    answers["path"] = tmp_path / "春耕.docx"
    writing.editor.insert_at_caret("新")
    with qtbot.waitSignal(writing.wiring.output.exported, timeout=10000):
        writing.action("save_as")
    assert answers["path"].read_bytes().startswith(b"PK")
    assert writing.document.path is None
    assert writing.document.is_dirty


@pytest.fixture
def slow(begun, tmp_path, qtbot):
    """The whole window, a file in it being read until the event is set."""
    begun.settle(qtbot)
    path = tmp_path / "长稿.txt"
    path.write_text(SPEECH, encoding="utf-8")
    may_end = threading.Event()
    real = begun.context.use_cases.open_file

    def open_file(path):
        may_end.wait(60)  # as long as a busy machine takes to show that it waits
        return real(path)

    begun.context.use_cases.open_file = open_file
    yield begun, path, may_end
    may_end.set()


def waiting_row(running):
    return running.wiring.desk.status_line.findChild(ProgressRow)


def wait_for_row(running, qtbot):
    qtbot.waitUntil(
        lambda: waiting_row(running) is not None and waiting_row(running).isVisible(),
        timeout=30_000,
    )


def test_a_file_that_takes_long_is_told_even_beside_the_start_page(slow, qtbot):
    running, path, may_end = slow
    running.document.open_path(path)
    wait_for_row(running, qtbot)
    assert "长稿.txt" in waiting_row(running).words.text()
    may_end.set()
    qtbot.waitUntil(lambda: running.document.is_open, timeout=30_000)
    assert not waiting_row(running).isVisible()
    assert running.wiring.desk.status_line.isVisible()


def test_what_is_given_up_is_never_shown(slow, qtbot):
    running, path, may_end = slow
    running.document.open_path(path)
    wait_for_row(running, qtbot)
    qtbot.mouseClick(waiting_row(running).button, Qt.MouseButton.LeftButton)
    assert not waiting_row(running).isVisible()
    running.document.show_text("新稿", dirty=True)
    may_end.set()
    running.settle(qtbot)
    assert running.editor.text() == "新稿"
    assert running.document.is_dirty


def test_undoing_back_to_the_saved_text_makes_the_draft_clean(writing, qtbot):
    writing.editor.insert_at_caret("新")
    assert writing.document.is_dirty
    writing.action("undo")
    qtbot.waitUntil(lambda: not writing.document.is_dirty, timeout=3000)


def test_a_saved_draft_comes_back_with_its_ignored_findings(writing, answers, tmp_path, qtbot):
    finding = writing.wiring.findings.findings[0]
    writing.wiring.findings.ignore(finding, IgnoreReach.DRAFT)
    answers["path"] = tmp_path / "甲.jianggao"
    writing.action("save")
    writing.settle(qtbot)
    writing.action("new_blank")
    writing.settle(qtbot)
    assert writing.editor.text() == ""
    writing.document.open_path(answers["path"])
    writing.settle(qtbot)
    assert writing.editor.text() == SPEECH
    assert len(writing.wiring.findings.findings) == 2
    assert not writing.document.is_dirty


def test_leaving_asks_and_cancel_stays(writing, answers):
    writing.editor.insert_at_caret("新")
    writing.action("new_blank")
    assert answers["asked"] == 1
    assert writing.editor.text() == "新" + SPEECH
    answers["save"] = "discard"
    writing.action("new_blank")
    assert writing.editor.text() == ""


def test_leaving_with_save_goes_on_only_after_it_was_saved(writing, answers, tmp_path, qtbot):
    writing.editor.insert_at_caret("新")
    answers |= {"save": "save", "path": tmp_path / "乙.jianggao"}
    writing.action("new_blank")
    qtbot.waitUntil(lambda: writing.editor.text() == "", timeout=3000)
    assert answers["path"].exists()


def test_a_failed_save_keeps_text_and_window(writing, answers, tmp_path, qtbot):
    writing.editor.insert_at_caret("新")
    answers |= {"save": "save", "path": tmp_path / "没有" / "丙.jianggao"}
    writing.action("new_blank")
    qtbot.waitUntil(lambda: bool(answers["told"]), timeout=3000)
    assert "丙.jianggao" in answers["told"][0]
    assert writing.editor.text() == "新" + SPEECH
    assert writing.document.is_dirty


def test_closing_asks_and_a_clean_window_closes(writing, answers, qtbot):
    writing.editor.insert_at_caret("新")
    writing.window.close()
    qtbot.wait(50)
    assert writing.window.isVisible()
    answers["save"] = "discard"
    writing.window.close()
    qtbot.waitUntil(lambda: not writing.window.isVisible(), timeout=3000)


def test_a_text_file_is_cleaned_and_said_so(running, tmp_path, qtbot):
    path = tmp_path / "旧稿.txt"
    path.write_text(SPEECH, encoding="gb18030")
    running.document.open_path(path)
    running.settle(qtbot)
    assert running.editor.text() == SPEECH
    assert running.document.path is None  # an imported file is never written over
    assert running.document.name == "旧稿"
    assert not running.document.is_dirty


def test_what_was_cleaned_is_one_click_away(running, monkeypatch, tmp_path, qtbot):
    path = tmp_path / "旧稿.txt"
    path.write_text(SPEECH.replace("，", ","), encoding="utf-8")
    running.document.open_path(path)
    running.settle(qtbot)
    shown = []
    monkeypatch.setattr(CleaningReportDialog, "exec", lambda _: shown.append(1))
    button = next(
        one for one in running.window.findChildren(WordsButton) if one.text() == "看清理报告"
    )
    assert button.isVisible()
    button.click()
    assert len(shown) == 1


def test_lines_that_may_be_a_pages_are_told_beside_the_report(running, tmp_path, qtbot):
    path = tmp_path / "旧稿.txt"
    said = "水到田头，人到渠边，账到月底。" * 8
    path.write_text(f"{SPEECH}\n{said}\n谢谢大家！\n关键词：实", encoding="utf-8")
    running.document.open_path(path)
    running.settle(qtbot)
    words = [one.text() for one in running.window.statusBar().findChildren(PlainLabel)]
    assert any(one.startswith("“关键词：实”像是网页上的，请看一看") for one in words)
    assert running.editor.text().endswith("\n关键词：实")


def test_undoing_the_cleaning_brings_back_what_a_page_says_around_the_speech(
    running, monkeypatch, tmp_path, qtbot
):
    speech = f"{SPEECH}\n{'水到田头，人到渠边，账到月底。' * 8}"
    page = "".join(f"<p>{line}</p>" for line in speech.split("\n"))
    path = tmp_path / "旧稿.html"
    around = "<div><a href=1>首页</a></div><div><a href=2>政务公开</a></div>"
    path.write_text(f"{around}<div>{page}</div>", encoding="utf-8")
    monkeypatch.setattr(CleaningReportDialog, "exec", lambda dialog: dialog.undo_requested.emit())
    running.document.open_path(path)
    running.settle(qtbot)
    assert running.editor.text().startswith("首页\n政务公开\n")
    running.editor.undo()
    assert running.editor.text() == speech


@pytest.mark.parametrize(("kinds", "shown"), [(["页脚"], 0), (["页脚", "图片"], 1)])
def test_only_what_may_belong_to_the_speech_is_shown_at_once(
    running, monkeypatch, tmp_path, qtbot, kinds, shown
):
    reports = []
    monkeypatch.setattr(CleaningReportDialog, "exec", lambda _: reports.append(1))
    path = tmp_path / "旧稿.txt"
    path.write_text(SPEECH, encoding="utf-8")
    opened = open_file(path)
    left_out = tuple(Omission(one, 2) for one in kinds)
    running.document.imported.emit(
        replace(opened, imported=replace(opened.imported, omissions=left_out))
    )
    assert len(reports) == shown
    words = [one.text() for one in running.window.statusBar().findChildren(PlainLabel)]
    assert any(one.startswith(f"{'、'.join(kinds)}没有放进来。") for one in words)


def test_a_file_that_cannot_be_read_is_told_and_nothing_changes(writing, answers, tmp_path, qtbot):
    path = tmp_path / "空.docx"
    path.write_bytes(b"")
    writing.document.open_path(path)
    qtbot.waitUntil(lambda: bool(answers["told"]), timeout=8000)
    assert "空.docx" in answers["told"][0]
    assert writing.wiring.desk.status_line.currentMessage() == "没有打开 空.docx"
    assert writing.editor.text() == SPEECH


def test_a_dropped_file_is_opened(running, tmp_path, qtbot):
    path = tmp_path / "丁.txt"
    path.write_text(SPEECH, encoding="utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction | Qt.DropAction.MoveAction, mime,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    event.setDropAction(Qt.DropAction.MoveAction)
    running.window.dropEvent(event)
    assert event.dropAction() is Qt.DropAction.CopyAction  # else the other one may delete it
    qtbot.waitUntil(lambda: running.document.is_open, timeout=8000)
    running.settle(qtbot)
    assert running.editor.text() == SPEECH


def test_the_sample_is_a_draft_without_a_file(running, qtbot):
    running.window.start_page.sample_chosen.emit()
    qtbot.waitUntil(lambda: running.document.is_open, timeout=8000)
    running.settle(qtbot)
    assert running.document.path is None
    assert running.context.settings.recent_files() == []
    assert running.wiring.desk.editor.draft.headings
    ways = [one for one in running.window.findChildren(WordsButton) if one.text() == "看第一处"]
    assert [one.isVisible() for one in ways] == [True]
    ways[0].click()  # leads on to the first finding
    assert running.wiring.desk.findings.current() is not None
    assert not ways[0].isVisible()


def test_a_newer_versions_draft_is_only_saved_elsewhere(running, answers, tmp_path, qtbot):
    path = tmp_path / "新版.jianggao"
    path.write_text(json.dumps({"format": 9, "text": SPEECH, "extra": 1}), encoding="utf-8")
    before = path.read_bytes()
    running.document.open_path(path)
    running.settle(qtbot)
    assert "较新版本" in running.wiring.desk.status_line.currentMessage()  # not covered by 已打开
    running.editor.insert_at_caret("新")
    answers["path"] = path
    running.action("save")
    running.settle(qtbot)
    assert path.read_bytes() == before
    answers["path"] = tmp_path / "另存.jianggao"
    running.action("save")
    running.settle(qtbot)
    assert answers["path"].exists()
    assert running.document.path == answers["path"]


def test_the_recent_menu_lists_what_was_opened(writing, answers, tmp_path, qtbot):
    answers["path"] = Path(tmp_path / "A&B.jianggao")
    writing.action("save_as")
    writing.settle(qtbot)
    menu = writing.window.actions_by_id.recent_menu
    menu.aboutToShow.emit()
    assert [one.text() for one in menu.actions()] == ["A&&B.jianggao"]


def test_a_saved_draft_is_shown_before_it_is_parsed_and_guarded_all_the_same(
    begun, tmp_path, qtbot, monkeypatch
):
    path = tmp_path / "春耕.jianggao"
    path.write_bytes(encode_draft(DraftFile(SPEECH)))
    structures = []
    begun.document.opened.connect(structures.append)
    with qtbot.waitSignal(begun.document.opened, timeout=8000):
        begun.document.open_path(path)  # the program has only begun: nothing can be parsed yet
    assert structures == [None]
    assert begun.editor.text() == SPEECH
    assert not begun.document.is_dirty
    begun.settle(qtbot)
    qtbot.waitUntil(lambda: begun.editor.draft is not None, timeout=8000)
    assert begun.editor.draft.text == SPEECH
    asked = []
    monkeypatch.setattr(
        "ui.dialogs.frame.messages.ask_changed",
        lambda *_given, **how: asked.append(how) or "cancel",
    )
    path.write_bytes(encode_draft(DraftFile("别人改过。")))
    begun.editor.insert_at_caret("新")
    begun.action("save")
    begun.settle(qtbot)
    assert asked == [{"is_gone": False, "keeps_previous": True}]
    assert "别人改过" in path.read_text(encoding="utf-8")
