"""Export, preview, new speeches, panels, colours, zoom."""

from __future__ import annotations

import zipfile
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDialog, QLineEdit, QTextEdit

from drafting.checks.report import CheckReport
from drafting.pagination.layout_files import LAYOUT_IDS
from drafting.text.edits import TextEdit
from drafting.text.span import Span
from drafting.workspace.live.draft import CheckedStep
from drafting.workspace.papers.exporting import Exported
from tests.ui import room
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

    monkeypatch.setattr("ui.dialogs.preview_dialog.PreviewDialog.exec", show)
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


def test_a_new_speech_begins_with_its_skeleton(running, qtbot, monkeypatch):
    monkeypatch.setattr(
        "ui.dialogs.new_speech_dialog.NewSpeechDialog.exec",
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
    monkeypatch.setattr("ui.main_window.start_session.ask_open_path", lambda *_: path)
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


@pytest.mark.parametrize(("action", "dock"), [("show_outline", 0), ("show_side", 1)])
def test_panels_are_hidden_and_the_choice_is_remembered(writing, action, dock):
    docks = (writing.wiring.desk.outline_dock, writing.wiring.desk.side_dock)
    writing.action(action)
    assert not docks[dock].isVisible()
    assert docks[1 - dock].isVisible()
    writing.action(action)
    assert docks[dock].isVisible()


def test_colours_change_paper_and_desk_at_once(writing):
    light = writing.editor.styleSheet()
    writing.action("scheme_dark")
    assert writing.editor.styleSheet() != light
    writing.action("scheme_light")
    assert writing.editor.styleSheet() == light


def test_zoom_from_the_menu(writing):
    fitting = writing.editor.zoom_percent
    writing.action("zoom_in")
    assert writing.editor.zoom_percent > fitting
    writing.action("zoom_fit")
    assert writing.editor.zoom_percent == fitting
    writing.action("zoom_actual")
    assert 95 <= writing.editor.zoom_percent <= 105


def test_nothing_is_cut_off_at_1366_by_768(writing, qtbot):
    writing.window.showNormal()
    writing.window.resize(1366, 768)
    qtbot.waitUntil(lambda: writing.window.width() == 1366)
    bar = writing.window.toolbar
    for one in bar.actions():
        widget = bar.widgetForAction(one)
        assert widget is None or not widget.isVisible() or widget.geometry().right() < bar.width()
    assert writing.editor.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("size", [(1366, 768), (1093, 614)])
def test_tabs_and_filters_are_whole_at_100_and_125_percent(writing, qtbot, size):
    desk = writing.wiring.desk
    writing.window.showNormal()
    writing.window.resize(*size)
    qtbot.waitUntil(lambda: writing.window.width() == size[0])
    desk.show_finding_count(128)
    desk.show_overlap_count(12)
    for number in range(desk.tabs.count()):
        desk.tabs.setCurrentIndex(number)
        qtbot.wait(20)
        bar = desk.tabs.tabBar()
        assert bar.tabRect(bar.count() - 1).right() < bar.width()
        assert bar.width() <= desk.tabs.width()
        assert writing.editor.horizontalScrollBar().maximum() == 0
        assert room.cut_short(writing.window) == []


def test_every_control_has_a_name_for_screen_readers(writing):
    nameless = [
        widget.objectName() or type(widget).__name__
        for kind in (QAbstractButton, QLineEdit, QTextEdit)
        for widget in writing.window.findChildren(kind)
        if widget.isVisible() and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []


def test_a_layout_that_is_chosen_is_on_the_desk_at_once(writing, qtbot):
    qtbot.keyClicks(writing.editor, "ab")
    menu = writing.window.actions_by_id.layouts_menu
    menu.aboutToShow.emit()
    {one.text(): one for one in menu.actions()}["大字版"].trigger()
    assert writing.editor.page.layout.id == "reading"
    assert writing.editor.can_undo
    assert "大字版" in writing.window.actions_by_id.layouts_button.text()


def test_a_narrow_window_still_shows_whole_lines_and_a_wide_one_gets_its_panels_back(
    writing, qtbot
):
    desk, editor = writing.wiring.desk, writing.editor
    writing.window.showNormal()
    writing.window.resize(1366, 768)
    qtbot.waitUntil(lambda: desk.side_dock.width() > 340)
    wide = desk.side_dock.width()
    writing.window.resize(900, 600)
    qtbot.waitUntil(lambda: desk.side_dock.width() < 300)
    # At most the edge of the paper is out of sight.
    qtbot.waitUntil(lambda: editor.horizontalScrollBar().maximum() < 30)
    writing.window.resize(1366, 768)
    qtbot.waitUntil(lambda: desk.side_dock.width() == wide)


def test_a_changed_layout_is_on_the_desk_when_its_dialog_closes(writing, qtbot, monkeypatch):
    menu = writing.window.actions_by_id.layouts_menu

    def choose(name):
        menu.aboutToShow.emit()
        {one.text(): one for one in menu.actions()}[name].trigger()

    def act(self):
        qtbot.addWidget(self)
        if self._list.count() == len(LAYOUT_IDS):
            self.copy()
        else:
            self._list.setCurrentRow(len(LAYOUT_IDS))
            self.form.measures["lines_per_page"].setValue(20)
            self.show_page()
            self.save()
        return 0

    monkeypatch.setattr("ui.dialogs.layouts_dialog.LayoutsDialog.exec", act)
    choose("改版式(&E)…")
    choose("公文版（2）")
    assert writing.editor.page.layout.lines_per_page == 22
    choose("改版式(&E)…")
    assert writing.editor.page.layout.lines_per_page == 20


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
    monkeypatch.setattr("ui.dialogs.messages.show_notice", lambda _parent, text: shown.append(text))
    cases, path = writing.context.use_cases, tmp_path / "春耕.docx"
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
    monkeypatch.setattr("ui.main_window.output_session.ask_export_path", lambda *_: path)
    grave, *others = writing.wiring.findings.findings
    gap = replace(grave, code="RS001", is_open_slot=True)
    report = CheckReport(writing.editor.revision, (gap, gap, grave, *others), 0, (), 0.0)
    writing.wiring.findings.take(CheckedStep(report, None))
    with qtbot.waitSignal(writing.wiring.output.exported, timeout=10000):
        writing.action("export_word")
    assert "页。稿中还有待填 2、错误 1。" in told[-1]


def test_f1_opens_the_help_once_beside_the_window(writing, qtbot):
    from ui.dialogs.help_dialog import HelpDialog

    writing.action("help")
    writing.action("help")
    shown = writing.window.findChildren(HelpDialog)
    assert len(shown) == 1
    assert not shown[0].isModal()
    shown[0].accept()


def test_the_notice_on_secrets_is_shown_until_it_was_read(running, qtbot):
    page = running.window.start_page
    assert page._notice.isVisible()
    assert "涉密" in page._notice_text.text()
    page._close_notice()
    assert not page._notice.isVisible()
    from ui.settings_store.store import NOTICE_READ

    assert running.context.settings.flag(NOTICE_READ)


@pytest.mark.parametrize("is_maximised", [False, True])
def test_full_screen_gives_the_window_back_as_it_was(writing, is_maximised):
    window = writing.window
    window.showMaximized() if is_maximised else window.showNormal()
    writing.action("full_screen")
    assert window.isFullScreen()
    writing.action("full_screen")
    assert not window.isFullScreen()
    assert window.isMaximized() is is_maximised
