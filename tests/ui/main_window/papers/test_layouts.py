"""The layout that was chosen stays with its draft; new drafts have the one set for them."""

from __future__ import annotations

import pytest

from drafting.files.draft_file import DraftFile, decode_draft, encode_draft
from drafting.pagination.layout_files import load_layout
from drafting.workspace.drafts.output_choice import OutputChoice, choice_in, with_choice
from drafting.workspace.office.layouts import copy_layout, layout_from_word, layouts_folder


def menu_of(running):
    menu = running.window.actions_by_id.layouts_menu
    menu.aboutToShow.emit()
    return {one.text(): one for one in menu.actions()}


def shown(running):
    return running.editor.page.layout.id, running.wiring.output.has_pinyin


@pytest.fixture
def saved_as(writing, tmp_path, qtbot):
    path = tmp_path / "春耕.jianggao"
    with qtbot.waitSignal(writing.document.saved, timeout=8000):
        writing.document._save_to(path, None)
    return path


def open_file(running, path, qtbot):
    with qtbot.waitSignal(running.document.opened, timeout=8000):
        running.document.open_path(path)
    running.settle(qtbot)


def test_layouts_are_changed_without_a_draft_and_chosen_only_with_one(running):
    assert running.window.actions_by_id.layouts_menu.isEnabled()
    menu = menu_of(running)
    assert [name for name, one in menu.items() if not one.isEnabled()] == [
        "公文版", "大字版", "送审版", "注音(&Y)",
    ]  # fmt: skip


def test_a_draft_opens_in_the_layout_chosen_for_it(writing, saved_as, tmp_path, qtbot):
    menu_of(writing)["大字版"].trigger()
    menu_of(writing)["注音(&Y)"].menu().actions()[2].trigger()
    assert writing.document.is_dirty
    with qtbot.waitSignal(writing.document.saved, timeout=8000):
        writing.document.save()
    assert choice_in(decode_draft(saved_as.read_bytes(), saved_as)) == OutputChoice(
        "reading", has_pinyin=False
    )
    other = tmp_path / "别的.jianggao"
    other.write_bytes(encode_draft(DraftFile("在现场会上的讲话\n同志们：\n好。")))
    open_file(writing, other, qtbot)
    assert shown(writing) == ("official", None)
    assert writing.window.actions_by_id.layouts_button.text() == "版式：公文版"
    open_file(writing, saved_as, qtbot)
    assert shown(writing) == ("reading", False)
    assert writing.window.actions_by_id.layouts_button.text() == "版式：大字版"
    assert not writing.document.is_dirty


def test_an_opened_text_is_not_unsaved_by_its_layout_alone(running, tmp_path, qtbot):
    path = tmp_path / "旧稿.txt"
    path.write_text("在现场会上的讲话\n同志们：\n把水源管好。", encoding="utf-8")
    open_file(running, path, qtbot)
    menu_of(running)["大字版"].trigger()
    assert not running.document.is_dirty
    assert choice_in(running.document.draft_file()).layout_id == "reading"


def test_new_drafts_have_the_layout_set_for_them(writing):
    menu_of(writing)["大字版"].trigger()
    default = menu_of(writing)["新稿也用“大字版”(&N)"]
    assert not default.isChecked()
    default.trigger()
    writing.document.show_text("另一篇")
    assert shown(writing) == ("reading", None)
    assert menu_of(writing)["新稿也用“大字版”(&N)"].isChecked()
    menu_of(writing)["公文版"].trigger()
    writing.document.show_text("再一篇")
    assert shown(writing) == ("reading", None)
    menu_of(writing)["新稿也用“大字版”(&N)"].trigger()
    writing.document.show_text("第三篇")
    assert shown(writing) == ("official", None)


def test_a_layout_that_is_not_here_is_told(running, tmp_path, qtbot):
    told = []
    running.wiring.layouts.told.connect(told.append)
    path = tmp_path / "外来.jianggao"
    path.write_bytes(encode_draft(with_choice(DraftFile("讲话\n好。"), OutputChoice("邻县版"))))
    open_file(running, path, qtbot)
    assert shown(running) == ("official", None)
    assert told == ["版式“邻县版”不在这台电脑上，先按自带的公文版排版。"]
    assert not running.document.is_dirty
    assert choice_in(running.document.draft_file()).layout_id == "邻县版"


def of_the_office():
    """The office's own file of a shipped layout, its pitch of lines another."""
    path = copy_layout("official", "official", "公文版")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("line_pitch = 28.95", "line_pitch = 28"), encoding="utf-8")
    return path


def pitches(running, folder, qtbot, monkeypatch):
    """The pitch of lines on the page, in the preview, in the Word file."""
    seen = []

    def show(self):
        seen.append(self._layout_data.line_pitch)
        return 0

    monkeypatch.setattr("ui.dialogs.papers.preview.PreviewDialog.exec", show)
    running.action("preview")
    qtbot.waitUntil(lambda: bool(seen), timeout=10000)
    path = folder / "出稿.docx"
    with qtbot.waitSignal(running.wiring.output.exported, timeout=10000):
        running.wiring.output.export_to(path)
    written = layout_from_word(path).line_pitch
    return running.editor.page.layout.line_pitch, seen[0], written


def test_the_office_s_own_layout_is_on_the_page_and_on_paper(running, tmp_path, qtbot, monkeypatch):
    of_the_office()
    running.document.show_text("在现场会上的讲话\n同志们：\n把水源管好。")
    running.settle(qtbot)
    assert pitches(running, tmp_path, qtbot, monkeypatch) == (28, 28, 28)


def test_page_and_paper_agree_when_the_office_s_file_is_changed_meanwhile(
    running, tmp_path, qtbot, monkeypatch
):
    path = of_the_office()
    running.document.show_text("在现场会上的讲话\n同志们：\n把水源管好。")
    running.settle(qtbot)
    path.unlink()
    assert pitches(running, tmp_path, qtbot, monkeypatch) == (28, 28, 28)
    running.document.show_text("另一篇")
    assert running.editor.page.layout == load_layout("official")


def test_a_faulty_file_of_the_office_is_told_and_all_is_set_as_shipped(
    running, tmp_path, qtbot, monkeypatch
):
    told = []
    running.wiring.layouts.told.connect(told.append)
    layouts_folder().mkdir(parents=True)
    (layouts_folder() / "official.toml").write_text("id = 1", encoding="utf-8")
    running.document.show_text("在现场会上的讲话\n同志们：\n把水源管好。")
    running.settle(qtbot)
    assert "official.toml" in told[0]
    assert told[0].endswith("先按自带的公文版排版。")
    shipped = load_layout("official").line_pitch
    assert pitches(running, tmp_path, qtbot, monkeypatch)[:2] == (shipped, shipped)
