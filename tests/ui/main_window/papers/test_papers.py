"""Redlines, comparisons, task lists and returned files, from the menu to the file or the text."""

from __future__ import annotations

import zipfile

import docx
import docx.shared
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from drafting.model.mark import Decision
from drafting.workspace.drafts.opening import open_file, parse_text
from drafting.workspace.papers.comparing import save_redline
from drafting.workspace.papers.marks import read_marks
from tests.ui.main_window.conftest import SPEECH
from ui.dialogs.keeping.comparison import ComparisonDialog
from ui.dialogs.papers.marks import MarksDialog
from ui.dialogs.papers.tasks import TasksDialog

CHOICES = "ui.main_window.frame.file_choices"
CHANGED = SPEECH.replace("一座一座地看", "一座一座地查").replace("要一抓到底，", "", 1)


@pytest.fixture
def within(writing, within):
    """The same for the window with a speech in it."""
    return within


@pytest.fixture
def returned(tmp_path, monkeypatch):
    """A Word file of the speech that came back with tracked changes."""
    path = tmp_path / "批改稿.docx"
    save_redline(parse_text(SPEECH), parse_text(CHANGED), path)
    monkeypatch.setattr(f"{CHOICES}.ask_open_path", lambda *_: path)
    return path


def test_all_marks_accepted_are_one_step(writing, within, returned):
    within(MarksDialog, "take_marks", lambda dialog: (dialog._accept_rest(), dialog._apply.click()))
    assert writing.editor.text() == CHANGED
    writing.editor.undo()
    assert writing.editor.text() == SPEECH


def test_one_mark_is_refused_and_one_locked(writing, within, returned):
    def act(dialog):
        words = [dialog.tree.topLevelItem(row).text(3) for row in range(len(dialog._told))]
        looking = next(row for row, one in enumerate(words) if "查" in one)
        for row in range(len(words)):
            dialog.choose(Decision.LOCK if row == looking else Decision.REFUSE, [row])
        assert dialog.tree.topLevelItem(looking).text(0) == "接受并锁定"
        dialog._apply.click()

    within(MarksDialog, "take_marks", act)
    assert writing.editor.text() == SPEECH.replace("一座一座地看", "一座一座地查")
    locked = writing.document.draft_file().locked
    assert len(locked) == 1
    assert "查" in locked[0]
    assert locked[0] in writing.editor.text()
    assert writing.document.is_dirty


def test_a_place_that_changed_meanwhile_is_left_to_the_user(writing, within, returned):
    writing.editor.load(SPEECH.replace("一座一座地看", "派人巡护"))

    def act(dialog):
        states = [dialog.tree.topLevelItem(row).text(0) for row in range(len(dialog._told))]
        assert "原处已改" in states
        dialog._accept_rest()
        dialog._apply.click()

    within(MarksDialog, "take_marks", act)
    assert "要派人巡护" in writing.editor.text()
    assert writing.editor.text().count("一抓到底") == 1


def test_a_file_without_marks_says_so(writing, within, tmp_path, monkeypatch):
    path = tmp_path / "平.docx"
    save_redline(parse_text(SPEECH), parse_text(SPEECH), path)
    monkeypatch.setattr(f"{CHOICES}.ask_open_path", lambda *_: path)

    def act(dialog):
        assert "没有修订" in dialog.note.text()
        assert not dialog._apply.isEnabled()

    within(MarksDialog, "take_marks", act)


def test_the_draft_beside_an_old_file_and_the_redline(writing, within, tmp_path, monkeypatch):
    old, out = tmp_path / "旧稿.txt", tmp_path / "花脸.docx"
    old.write_text(CHANGED, encoding="utf-8")
    monkeypatch.setattr(f"{CHOICES}.ask_open_path", lambda *_: old)
    monkeypatch.setattr(f"{CHOICES}.ask_new_path", lambda *_: out)

    def act(dialog):
        assert dialog.view._old_name.text() == "旧稿.txt"
        assert len(dialog.view.changes) == 2
        dialog.redline_wanted.emit(CHANGED, SPEECH)

    within(ComparisonDialog, "compare_files", act)
    assert open_file(out).draft.text.strip() == SPEECH
    assert read_marks(out).marks


def test_tasks_are_chosen_gone_to_and_written(writing, within, tmp_path, monkeypatch):
    out = tmp_path / "清单.xlsx"
    monkeypatch.setattr(f"{CHOICES}.ask_tasks_path", lambda *_: out)
    speech = (
        "在全县防汛会上的讲话\n同志们：\n"
        "县水利局要在5月底前完成水库除险。各乡镇要于6月10日前备足沙袋。"
    )
    writing.document.show_text(speech)

    def act(dialog):
        assert dialog.grid.rowCount() == 2
        dialog.grid.setCurrentCell(1, 0)
        QTest.keyClick(dialog.grid, Qt.Key.Key_Return)
        dialog.tick(1, is_on=False)
        dialog._save.click()

    within(TasksDialog, "tasks", act)
    from openpyxl import load_workbook

    rows = list(load_workbook(out).active.values)
    words = "".join(str(cell) for row in rows for cell in row if cell)
    assert "县水利局" in words
    assert "沙袋" not in words
    assert writing.editor.caret_position() > speech.index("各乡镇")


def test_the_dialog_of_versions_leads_to_a_redline(writing, qtbot, tmp_path, monkeypatch):
    out = tmp_path / "花脸.docx"
    monkeypatch.setattr(f"{CHOICES}.ask_new_path", lambda *_: out)
    writing.wiring.versions.redline_wanted.emit(SPEECH, CHANGED)
    writing.settle(qtbot)
    assert len(read_marks(out).marks) == 2


def comments_in(path):
    with zipfile.ZipFile(path) as package:
        return package.read("word/comments.xml").decode("utf-8").count("<w:comment ")


def test_findings_go_out_as_comments(writing, qtbot, monkeypatch, tmp_path):
    path, told = tmp_path / "批注稿.docx", []
    writing.wiring.remarks.written.connect(lambda words, _offers: told.append(words))
    monkeypatch.setattr(f"{CHOICES}.ask_annotated_path", lambda *_: (path, True))
    writing.action("annotate")
    qtbot.waitUntil(path.exists, timeout=8000)
    writing.settle(qtbot)
    assert comments_in(path) == len(writing.wiring.findings.findings) == 3
    assert "按送审版排版" in told[0]


def test_a_word_file_keeps_its_looks_until_its_text_is_changed(
    writing, qtbot, monkeypatch, tmp_path
):
    source, path = tmp_path / "来稿.docx", tmp_path / "批注稿.docx"
    document = docx.Document()
    for line in SPEECH.split("\n"):
        document.add_paragraph(line).paragraph_format.left_indent = docx.shared.Pt(7)
    document.save(source)
    monkeypatch.setattr(f"{CHOICES}.ask_annotated_path", lambda *_: (path, False))
    writing.document.open_path(source)
    qtbot.waitUntil(lambda: writing.document.name == "来稿", timeout=8000)
    writing.settle(qtbot)
    qtbot.waitUntil(lambda: writing.wiring.findings.is_current, timeout=8000)

    def annotated():
        path.unlink(missing_ok=True)
        writing.action("annotate")
        qtbot.waitUntil(path.exists, timeout=8000)
        writing.settle(qtbot)
        return {one.paragraph_format.left_indent for one in docx.Document(path).paragraphs}

    assert annotated() == {docx.shared.Pt(7)}
    assert comments_in(path) == 3
    writing.editor.insert_at_caret("又及")
    writing.settle(qtbot)
    qtbot.waitUntil(lambda: writing.wiring.findings.is_current, timeout=8000)
    assert docx.shared.Pt(7) not in annotated()


def test_what_is_made_of_an_opened_file_is_proposed_beside_it(
    running, qtbot, tmp_path, monkeypatch
):
    path = tmp_path / "来稿" / "春耕.txt"
    path.parent.mkdir()
    path.write_text(SPEECH, encoding="utf-8")
    running.document.open_path(path)
    qtbot.waitUntil(lambda: running.document.is_open, timeout=8000)
    running.settle(qtbot)
    proposed = []
    for asking in ("papers.output.ask_export_path", "document.session.ask_save_path"):
        monkeypatch.setattr(
            f"ui.main_window.{asking}", lambda _parent, one: proposed.append(one.parent)
        )
    running.action("export_word")
    running.action("save")
    assert proposed == [path.parent, path.parent]
