"""A layout is copied, changed with the page beside it, saved and deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drafting.workspace.drafts.opening import parse_text
from drafting.workspace.office.layout_fields import SIZES, STYLES
from drafting.workspace.office.layouts import copy_layout, find_layout, list_layouts
from ui.dialogs.papers.layouts import LayoutsDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

SPEECH = "在防火会上的讲话\n同志们：\n" + "\n".join(
    f"（{n}）看住山头。各村要把护林员排到山头，白天巡山，夜里值守，一处也不漏。" for n in range(40)
)


@pytest.fixture
def dialog(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> LayoutsDialog:
    for question in ("confirm", "confirm_loss"):
        monkeypatch.setattr(f"ui.dialogs.papers.layouts.{question}", lambda *_: True)
    one = LayoutsDialog(parse_text(SPEECH))
    qtbot.addWidget(one)
    one.show()
    return one


def test_the_shipped_layouts_are_shown_and_cannot_be_spoilt(dialog: LayoutsDialog) -> None:
    assert dialog._list.count() == len(list_layouts().found)
    assert not dialog.form.name.isEnabled()
    assert not dialog._delete.isEnabled()
    assert not dialog._save.isEnabled()
    assert dialog.pages >= 2


def test_the_office_s_own_file_of_a_shipped_layout_is_changed_and_deleted(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(
        "ui.dialogs.papers.layouts.confirm_loss", lambda *words: asked.append(words[1])
    )
    copy_layout("official", "official", "本县公文版")
    dialog = LayoutsDialog(parse_text(SPEECH))
    qtbot.addWidget(dialog)
    assert dialog._list.item(0).text() == "本县公文版"
    assert dialog.form.name.isEnabled()
    assert dialog._delete.isEnabled()
    dialog._delete.click()
    assert asked == ["删除版式“本县公文版”？删除后恢复自带的版式。"]
    monkeypatch.setattr("ui.dialogs.papers.layouts.confirm_loss", lambda *_: True)
    dialog._delete.click()
    assert dialog._list.item(0).text() == "公文版"
    assert not dialog._delete.isEnabled()


def test_a_copy_is_changed_and_saved(dialog: LayoutsDialog) -> None:
    changed: list[bool] = []
    dialog.changed.connect(lambda: changed.append(True))
    pages = dialog.pages
    dialog.copy()
    assert dialog._list.currentItem().text() == "公文版（2）"
    dialog.form.measures["lines_per_page"].setValue(18)
    dialog.form.style_name.setCurrentIndex(list(STYLES).index("heading1"))
    dialog.form.face.setCurrentText("宋体")
    dialog.form.bold.setChecked(True)
    dialog.show_page()
    assert dialog.pages > pages
    dialog.save()
    layout = find_layout("公文版（2）")
    assert layout.lines_per_page == 18
    assert (layout.style("heading1").face, layout.style("heading1").bold) == ("宋体", True)
    assert layout.style("heading2").face == "楷体"
    assert not dialog._save.isEnabled()
    assert len(changed) == 2


def test_what_goes_with_the_body_changes_with_it(dialog: LayoutsDialog) -> None:
    dialog.copy()
    dialog.form.style_name.setCurrentIndex(list(STYLES).index("body"))
    dialog.form.face.setCurrentText("仿宋_GB2312")
    assert dialog._written is not None
    assert dialog._written.style("heading3").face == "仿宋_GB2312"
    assert dialog._written.style("heading1").face == "黑体"


def test_one_figure_moves_those_that_follow_from_it(dialog: LayoutsDialog) -> None:
    dialog.copy()
    form = dialog.form
    form.measures["lines_per_page"].setValue(20)
    assert form.measures["line_pitch"].value() == pytest.approx(31.85)
    form.measures["margin_top"].setValue(60)
    assert form.measures["lines_per_page"].value() == 17
    form.measures["characters_per_line"].setValue(26)
    dialog.show_page()
    assert dialog._problem.text() == ""
    assert dialog._save.isEnabled()
    dialog.save()
    assert find_layout("公文版（2）").characters_per_line == 26


def test_measures_that_do_not_fit_are_told_and_not_saved(dialog: LayoutsDialog) -> None:
    dialog.copy()
    for side in ("margin_left", "margin_right", "margin_top", "margin_bottom"):
        dialog.form.measures[side].setValue(100)
    dialog.form.measures["line_pitch"].setValue(80)
    for side in ("margin_left", "margin_right"):
        dialog.form.measures[side].setMaximum(110)
        dialog.form.measures[side].setValue(110)
    dialog.show_page()
    assert "页边距" in dialog._problem.text()
    assert not dialog._save.isEnabled()
    dialog.form.measures["margin_right"].setValue(20)
    dialog.show_page()
    assert dialog._problem.text() == ""
    assert dialog._save.isEnabled()


def test_a_copy_is_deleted(dialog: LayoutsDialog) -> None:
    dialog.copy()
    dialog._delete.click()
    assert "公文版（2）" not in {one.id for one in list_layouts().found}
    assert dialog._list.currentRow() == 0


def test_sizes_have_the_names_of_the_trade() -> None:
    assert SIZES["三号"] == 16
    assert find_layout("official").style("title").size in SIZES.values()
