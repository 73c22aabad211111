"""New speech, reason, cleaning report, recovery, about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QAbstractButton, QListWidget, QPlainTextEdit, QPushButton, QWidget

from drafting.checks.catalogue import rule_by_code
from drafting.errors import ResourceError
from drafting.model.clean import CleaningKind, CleaningStep
from drafting.model.finding import Severity
from drafting.model.imported import Omission
from drafting.workspace.office.licences import LICENCES, licence_text
from ui.dialogs.checking.reason import ReasonDialog
from ui.dialogs.document.cleaning_report import CleaningReportDialog
from ui.dialogs.document.new_speech import NewSpeechDialog
from ui.dialogs.document.note import NoteDialog
from ui.dialogs.frame.plain_view import PlainView
from ui.dialogs.keeping.recovery import RecoveryDialog, RecoveryOffer
from ui.dialogs.program.about import AboutDialog
from ui.style.plain_label import PlainLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@dataclass(frozen=True)
class Kind:
    id: str
    name: str
    names: tuple[str, ...] = ("誓师会", "推进会")
    length: tuple[int, int] = (2000, 4000)
    points: tuple[int, int] = (2, 6)
    salutations: tuple[str, ...] = ("同志们：",)
    speakers: tuple[str, ...] = ("主要领导", "分管领导")


@dataclass(frozen=True)
class Bones:
    text: str
    slots: tuple[str, ...]


@dataclass(frozen=True)
class ShownRule:
    code: str = "ST005"
    name: str = "listed-count-differs"
    summary: str = "预告与列举不符"
    severity: Severity = Severity.ERROR
    why: str = "听的人会跟着数。"
    source: str = "写作通例"
    flagged: tuple[str, ...] = ("讲三点：一是快，二是<b>好</b>。",)
    clean: tuple[str, ...] = ("讲两点：一是快，二是好。",)


KINDS = (Kind("mobilise", "动员讲话"), Kind("inspect", "调研讲话"))


def build(template_id: str, points: int, *_known: object) -> Bones:
    if template_id == "inspect" and points == 6:
        raise ResourceError("模板“调研讲话”最多五点。")
    return Bones(f"{template_id}：{{主题}}讲 {points} 点\n{{主题}}再提一次", ("主题",))


def button(dialog: QWidget, words: str) -> QAbstractButton:
    return next(one for one in dialog.findChildren(QAbstractButton) if one.text() == words)


def press(qtbot: QtBot, dialog: QWidget, words: str) -> None:
    qtbot.mouseClick(button(dialog, words), Qt.MouseButton.LeftButton)


def words_in(widget: QWidget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(PlainLabel))


def preview_of(dialog: QWidget) -> PlainView:
    view = dialog.findChild(PlainView)
    assert view is not None
    return view


def test_the_skeleton_grows_with_the_choice(qtbot: QtBot) -> None:
    dialog = NewSpeechDialog(KINDS, build)
    qtbot.addWidget(dialog)
    dialog.show()
    assert preview_of(dialog).toPlainText().startswith("mobilise：{主题}讲 3 点")
    assert len(preview_of(dialog).extraSelections()) == 2
    assert "一般由主要领导、分管领导讲" in words_in(dialog)
    press(qtbot, dialog, "5 点")
    dialog.choose_template("inspect")
    assert preview_of(dialog).toPlainText().startswith("inspect：{主题}讲 5 点")
    press(qtbot, dialog, "新建")
    assert dialog.result() == 1
    assert (dialog.template_id(), dialog.points()) == ("inspect", 5)
    assert dialog.skeleton() == build("inspect", 5)


def test_a_faulty_template_says_so_and_is_not_taken(qtbot: QtBot) -> None:
    dialog = NewSpeechDialog(KINDS, build)
    qtbot.addWidget(dialog)
    dialog.choose_template("inspect")
    press(qtbot, dialog, "6 点")
    assert preview_of(dialog).toPlainText() == "模板“调研讲话”最多五点。"
    assert not button(dialog, "新建").isEnabled()
    assert dialog.skeleton() is None


def test_without_templates_nothing_can_be_made(qtbot: QtBot) -> None:
    dialog = NewSpeechDialog((), build)
    qtbot.addWidget(dialog)
    assert dialog.template_id() is None
    assert not button(dialog, "新建").isEnabled()


def test_a_reason_shows_everything_about_a_rule(qtbot: QtBot) -> None:
    dialog = ReasonDialog(ShownRule())
    qtbot.addWidget(dialog)
    words = words_in(dialog)
    for part in ("预告与列举不符", "ST005 · 错误", "听的人会跟着数。", "写作通例"):
        assert part in words
    assert "讲三点：一是快，二是<b>好</b>。" in words
    assert "讲两点：一是快，二是好。" in words


def test_the_cleaning_report_lists_and_offers_the_way_back(qtbot: QtBot) -> None:
    steps = (
        CleaningStep(CleaningKind.PAGE_MARK, 7, ("— 3 —", "第 4 页"), 12),
        CleaningStep(CleaningKind.GARBLED, 2, ("锟斤拷",)),
    )
    dialog = CleaningReportDialog(steps, [Omission("批注", 3, 40)], file_name="送审稿.docx")
    qtbot.addWidget(dialog)
    words = words_in(dialog)
    for part in (
        "“送审稿.docx”打开时清理了 7 处。", "删去页码、页眉　7 处",
        "第 12 行起　“— 3 —”　“第 4 页”",
        "疑似乱码（未改动）　2 处", "未导入：批注　3 处，40 字",
    ):  # fmt: skip
        assert part in words
    # What is still to be looked at comes first.
    assert words.index("疑似乱码") < words.index("删去页码")
    with qtbot.waitSignal(dialog.undo_requested):
        press(qtbot, dialog, "撤销清理")


def test_the_cleaning_report_tells_what_may_have_been_read_wrongly(qtbot: QtBot) -> None:
    dialog = CleaningReportDialog((), doubts=["第 2 页像是分栏，请对照原件核对。"])
    qtbot.addWidget(dialog)
    assert "请核对" in words_in(dialog)
    assert "第 2 页像是分栏，请对照原件核对。" in words_in(dialog)


def test_every_kind_of_cleaning_has_its_words(qtbot: QtBot) -> None:
    steps = [CleaningStep(kind, 1, ()) for kind in CleaningKind]
    dialog = CleaningReportDialog(steps)
    qtbot.addWidget(dialog)
    assert words_in(dialog).count("　1 处") == len(CleaningKind)


def test_nothing_cleaned_leaves_nothing_to_undo(qtbot: QtBot) -> None:
    dialog = CleaningReportDialog(())
    qtbot.addWidget(dialog)
    assert "没有需要清理的地方" in words_in(dialog)
    assert not button(dialog, "撤销清理").isEnabled()


def test_what_was_left_around_a_speech_can_be_brought_back(qtbot: QtBot) -> None:
    dialog = CleaningReportDialog((), [Omission("正文以外的网页文字", 8)], leaves_out=True)
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.undo_requested):
        press(qtbot, dialog, "撤销清理")


@pytest.fixture
def recovery(qtbot: QtBot) -> RecoveryDialog:
    offers = [
        RecoveryOffer("a", "春耕动员讲话", "今天 10:32", "同志们：春耕在即。", "/稿件/春耕"),
        RecoveryOffer("b", "未命名", "昨天 17:01", "同志们：<b>第二份</b>"),
    ]
    dialog = RecoveryDialog(offers)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_a_lost_draft_is_shown_and_restored(qtbot: QtBot, recovery: RecoveryDialog) -> None:
    assert preview_of(recovery).toPlainText() == "同志们：春耕在即。"
    with qtbot.waitSignal(recovery.restore_chosen) as caught:
        press(qtbot, recovery, "恢复")
    assert caught.args == ["a"]
    assert recovery.isVisible()
    assert preview_of(recovery).toPlainText() == "同志们：<b>第二份</b>"
    press(qtbot, recovery, "恢复")
    assert not recovery.isVisible()


def test_a_draft_is_discarded_only_after_a_question(
    qtbot: QtBot, recovery: RecoveryDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    discarded: list[str] = []
    recovery.discard_chosen.connect(discarded.append)
    monkeypatch.setattr("ui.dialogs.keeping.recovery.confirm", lambda *_: False)
    press(qtbot, recovery, "不要了")
    assert discarded == []
    monkeypatch.setattr("ui.dialogs.keeping.recovery.confirm", lambda *_: True)
    press(qtbot, recovery, "不要了")
    assert discarded == ["a"]
    listed = recovery.findChild(QListWidget)
    assert listed is not None
    assert listed.count() == 1


def test_later_decides_nothing(qtbot: QtBot, recovery: RecoveryDialog) -> None:
    with (
        qtbot.assertNotEmitted(recovery.restore_chosen),
        qtbot.assertNotEmitted(recovery.discard_chosen),
    ):
        press(qtbot, recovery, "以后再说")
    assert not recovery.isVisible()


def test_about_names_version_licences_and_the_limits(qtbot: QtBot) -> None:
    dialog = AboutDialog("0.1.0", LICENCES, licence_text)
    qtbot.addWidget(dialog)
    words = words_in(dialog)
    assert "版本 0.1.0" in words
    assert "涉密" in words
    assert "不等于按规定销毁" in words
    assert "Permission is hereby granted" in preview_of(dialog).toPlainText()
    dialog.show()
    assert not dialog.list.horizontalScrollBar().isVisible()
    dialog.list.setCurrentRow(1)
    assert dialog.list.currentItem().text() == "Qt 6、PySide6 · LGPL-3.0"
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in preview_of(dialog).toPlainText()


def test_a_view_of_foreign_text_opens_nothing(qtbot: QtBot) -> None:
    view = PlainView("稿件")
    qtbot.addWidget(view)
    view.show_text("<img src='file:///etc/hostname'>")
    assert view.toPlainText() == "<img src='file:///etc/hostname'>"
    kind = QTextDocument.ResourceType.ImageResource.value
    opened = view.loadResource(kind, QUrl("file:///etc/hostname"))
    assert isinstance(opened, QImage)
    assert opened.isNull()


@pytest.mark.parametrize("dark", [False, True])
def test_every_control_has_an_accessible_name(qtbot: QtBot, dark: bool) -> None:
    dialogs = [
        NewSpeechDialog(KINDS, build), ReasonDialog(ShownRule()), CleaningReportDialog(()),
        RecoveryDialog([RecoveryOffer("a", "甲", "今天", "文")]),
        AboutDialog("0.1.0", LICENCES, licence_text),
    ]  # fmt: skip
    for dialog in dialogs:
        qtbot.addWidget(dialog)
        assert dialog.accessibleName() or dialog.windowTitle()
        for kind in (QPushButton, QListWidget, PlainView):
            for one in dialog.findChildren(kind):
                assert one.accessibleName(), (type(dialog), one)


def test_ctrl_enter_saves_a_note_out_of_its_lines(qtbot: QtBot) -> None:
    dialog = NoteDialog("把水源管起来。")
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    lines = dialog.findChild(QPlainTextEdit)
    assert lines is not None
    qtbot.keyClicks(lines, "abc")
    qtbot.keyClick(lines, Qt.Key.Key_Return)
    assert dialog.isVisible()
    qtbot.keyClick(lines, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not dialog.isVisible()
    assert dialog.written() == "abc"


def test_the_line_that_most_examples_begin_with_is_left_out(qtbot: QtBot) -> None:
    rule = rule_by_code("WD001")
    assert all(one.startswith("同志们：\n") for one in rule.flagged)
    dialog = ReasonDialog(rule)
    qtbot.addWidget(dialog)
    words = words_in(dialog)
    assert "同志们：" not in "".join(words)
    assert rule.flagged[0].removeprefix("同志们：\n") in words
