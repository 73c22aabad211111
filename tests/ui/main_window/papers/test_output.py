"""Export and preview, in the layout and with the pinyin that were chosen."""

from __future__ import annotations

import zipfile
from dataclasses import replace

from drafting.checks.report import CheckReport
from drafting.text.edits import TextEdit
from drafting.text.span import Span
from drafting.workspace.live.draft import CheckedStep
from drafting.workspace.papers.exporting import Exported
from tests.ui.main_window.conftest import SPEECH
from ui.panels.words_button import WordsButton


def test_export_writes_a_word_file(writing, tmp_path, qtbot):
    path = tmp_path / "春耕.docx"
    with qtbot.waitSignal(writing.wiring.output.exported, timeout=10000):
        writing.wiring.output.export_to(path)
    with zipfile.ZipFile(path) as package:
        assert "清河湾县" in package.read("word/document.xml").decode("utf-8")


def test_an_empty_draft_is_not_exported(running, qtbot, monkeypatch):
    running.action("new_blank")
    told = []
    running.wiring.output.told.connect(told.append)
    running.action("export_word")
    assert "空" in told[0]


def test_the_preview_gets_the_pages_of_the_layout(writing, qtbot, monkeypatch):
    shown = []

    def show(self):
        shown.append((self._layout_data.id, len(self._pages)))
        return 0

    monkeypatch.setattr("ui.dialogs.papers.preview.PreviewDialog.exec", show)
    writing.action("preview")
    qtbot.waitUntil(lambda: bool(shown), timeout=10000)
    assert shown == [("official", 1)]
    menu = writing.window.actions_by_id.layouts_menu
    menu.aboutToShow.emit()
    assert len(menu.actions()) >= 2
    menu.actions()[1].trigger()
    writing.action("preview")
    qtbot.waitUntil(lambda: len(shown) == 2, timeout=10000)
    assert shown[1][0] != "official"


def test_pinyin_is_chosen_in_the_menu_of_layouts(writing, tmp_path, qtbot):
    writing.editor.replace([TextEdit(Span(len(SPEECH), len(SPEECH)), "\n要把阚家塬的水库看好。")])
    menu = writing.window.actions_by_id.layouts_menu
    menu.aboutToShow.emit()
    choices = next(one.menu() for one in menu.actions() if one.menu() is not None).actions()
    assert [one.isChecked() for one in choices] == [True, False, False]
    counts = []
    for choice in (*choices, choices[0]):
        choice.trigger()
        path = tmp_path / f"{len(counts)}.docx"
        with qtbot.waitSignal(writing.wiring.output.exported, timeout=10000):
            writing.wiring.output.export_to(path)
        with zipfile.ZipFile(path) as package:
            counts.append(package.read("word/document.xml").count(b"<w:ruby>"))
    assert counts[1] > 0
    assert counts[0] == counts[2] == counts[3] == 0


def test_export_tells_pages_and_a_pdf_is_one_too(writing, tmp_path, qtbot):
    told = []
    writing.wiring.output.written.connect(lambda words, _offers: told.append(words))
    path = tmp_path / "春耕.pdf"
    with qtbot.waitSignal(writing.wiring.output.exported, timeout=20000):
        writing.wiring.output.export_to(path)
    assert path.read_bytes().startswith(b"%PDF-")
    assert "共 1 页" in told[-1]


def test_all_there_is_to_know_of_an_export_can_be_seen(writing, tmp_path, qtbot, monkeypatch):
    shown = []
    monkeypatch.setattr(
        "ui.dialogs.frame.messages.show_notice", lambda _parent, text: shown.append(text)
    )
    cases, path = writing.context.use_cases.papers, tmp_path / "春耕.docx"
    done = Exported(3, ("本机没有“仿宋”。", "第 2 页只有一行。"), "official")
    monkeypatch.setattr(cases, "export_file", lambda *_, **_more: done)
    with qtbot.waitSignal(writing.wiring.output.exported, timeout=10000):
        writing.wiring.output.export_to(path)
    ways = [one for one in writing.window.findChildren(WordsButton) if one.text() == "看 2 项提示"]
    assert [one.isVisible() for one in ways] == [True]
    ways[0].click()
    assert all(one in shown[0] for one in (str(path), *done.warnings))


def test_what_was_exported_is_opened_by_its_own_program(writing, tmp_path, qtbot, monkeypatch):
    opened, told, path = [], [], tmp_path / "春耕.docx"
    monkeypatch.setattr(
        "PySide6.QtGui.QDesktopServices.openUrl", lambda url: opened.append(url) or len(opened) < 2
    )
    writing.wiring.output.told.connect(told.append)
    with qtbot.waitSignal(writing.wiring.output.exported, timeout=10000):
        writing.wiring.output.export_to(path)
    told.clear()
    ways = [one for one in writing.window.findChildren(WordsButton) if one.text() == "打开文件"]
    assert [one.isVisible() for one in ways] == [True]
    ways[0].click()
    assert ([one.toLocalFile() for one in opened], told) == ([str(path)], [])
    ways[0].click()
    assert "没有能打开“春耕.docx”的程序" in told[-1]
    path.unlink()
    ways[0].click()
    assert "已不在原处" in told[-1]


def test_export_tells_what_is_still_to_be_filled_or_mended(writing, tmp_path, qtbot, monkeypatch):
    told, path = [], tmp_path / "春耕.docx"
    writing.wiring.output.written.connect(lambda words, _offers: told.append(words))
    monkeypatch.setattr("ui.main_window.papers.output.ask_export_path", lambda *_: path)
    grave, *others = writing.wiring.findings.findings
    gap = replace(grave, code="RS001", is_open_slot=True)
    report = CheckReport(writing.editor.revision, (gap, gap, grave, *others), 0, (), 0.0)
    writing.wiring.findings.take(CheckedStep(report, None))
    with qtbot.waitSignal(writing.wiring.output.exported, timeout=10000):
        writing.action("export_word")
    assert "页。稿中还有待填 2、错误 1。" in told[-1]
