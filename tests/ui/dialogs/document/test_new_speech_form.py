"""A new speech in under a minute by the keyboard: kind, particulars, points, headings."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QListWidget,
    QMenu,
    QScrollArea,
    QSpinBox,
)

from drafting.settings.profile import Leader, Occasion, OfficeProfile
from drafting.templates.catalogue import list_templates
from drafting.templates.template import HeadingFrame
from drafting.workspace.writing.templating import new_from_template, office_for_new_speech
from ui.dialogs.document.new_speech import HEADING_FRAMES, NewSpeechDialog
from ui.dialogs.frame.plain_view import PlainView

OFFICE = office_for_new_speech(
    OfficeProfile(
        level="区",
        leaders=(Leader("陆景川", ("区委书记",), 1), Leader("许知行", ("区长",), 2)),
        occasions=(Occasion("全区春耕备耕动员会"),),
    ),
    dt.date(2026, 3, 5),
)


def build(template_id, points, particulars, frame, salutation):
    return new_from_template(template_id, points, particulars, HeadingFrame(frame), salutation)


@pytest.fixture
def dialog(qtbot):
    one = NewSpeechDialog(list_templates(), build, office=OFFICE)
    qtbot.addWidget(one)
    one.show()
    qtbot.waitExposed(one)
    return one


def text_of(dialog):
    return dialog.findChild(PlainView).toPlainText()


def test_the_frames_are_those_of_the_templates():
    assert tuple(one.value for one in HeadingFrame) == HEADING_FRAMES


def test_every_kind_can_be_chosen_and_gives_a_skeleton(dialog):
    kinds = dialog.findChild(QListWidget)
    for row in range(kinds.count()):
        kinds.setCurrentRow(row)
        assert dialog.skeleton() is not None, kinds.item(row).text()


def test_the_salutation_is_chosen_or_written(dialog):
    kinds = dialog.findChild(QListWidget)
    box = next(b for b in dialog.findChildren(QComboBox) if b.accessibleName() == "称谓")
    dialog.choose_template("greeting")
    assert "各位领导、各位来宾，\n同志们、朋友们：" in text_of(dialog)
    box.setCurrentIndex(1)
    assert "尊敬的各位来宾" in text_of(dialog)
    dialog.choose_template("talent")
    assert "\n同志们：\n" in text_of(dialog)
    box.setCurrentText("同志们、乡亲们：")
    kinds.setCurrentRow(0)
    assert "\n同志们、乡亲们：\n" in text_of(dialog)


def test_particulars_fill_the_skeleton_as_they_are_typed(dialog, qtbot):
    boxes = {one.accessibleName(): one for one in dialog.findChildren(QComboBox)}
    boxes["场合"].setCurrentText("全区春耕备耕动员会")
    boxes["讲话人"].setCurrentText("许知行")
    boxes["日期"].setCurrentIndex(1)
    dialog.findChild(QSpinBox).setValue(15)
    text = text_of(dialog)
    assert text.startswith("在全区春耕备耕动员会上的讲话\n许知行\n（")
    assert "{日期}" not in text
    assert "动员全区上下" in text
    known = dialog.particulars()
    assert (known.role, known.level, known.slot_minutes) == ("区长", "区", 15.0)


def test_it_is_done_with_the_keyboard_alone(dialog, qtbot):
    kinds = dialog.findChild(QListWidget)
    assert dialog.focusWidget() is kinds
    qtbot.keyClick(kinds, Qt.Key.Key_Down)
    qtbot.keyClick(kinds, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is not kinds
    qtbot.keyClicks(dialog.focusWidget(), "Quanqu")
    assert "Quanqu" in text_of(dialog)
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert dialog.result() == 1


def test_an_old_speech_can_be_asked_for_instead(dialog, qtbot):
    (menu,) = [one for one in dialog.findChildren(QMenu) if len(one.actions()) == 2]
    with qtbot.waitSignal(dialog.old_wanted) as caught:
        menu.actions()[1].trigger()
    assert caught.args == ["library"]
    assert not dialog.isVisible()


def test_points_and_frames_follow_the_kind(dialog):
    buttons = {one.text(): one for one in dialog.findChildren(QAbstractButton)}
    dialog.choose_template("report_upward")
    assert not buttons["2 点"].isEnabled()
    assert dialog.points() == 3
    buttons["以更…的…"].click()
    assert "以更{程度一}的" in text_of(dialog)
    dialog.choose_template("greeting")
    assert not buttons["3 点"].isEnabled()
    assert "一、" not in text_of(dialog)
    dialog.choose_template("pledge")
    assert dialog.points() in (2, 3)


@pytest.mark.usefixtures("dressed")
def test_nothing_is_cut_off_at_the_sides_on_a_low_screen(dialog, qtbot):
    dialog.resize(880, 470)
    qtbot.wait(20)
    area = dialog.findChild(QScrollArea)
    assert area.widget().width() <= area.viewport().width()
    assert not dialog.findChild(QListWidget).horizontalScrollBar().isVisible()
