"""A day may be typed as a secretary writes it; what is wrong is told below the field."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from drafting.text.dates import today
from drafting.workspace.drafts.opening import parse_text
from ui.dialogs.document.particulars import ParticularsDialog
from ui.dialogs.frame.date_field import DateField
from ui.style.plain_label import PlainLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

DAY = dt.date(2026, 3, 12)


@pytest.fixture
def field(qtbot: QtBot) -> DateField:
    field = DateField()
    qtbot.addWidget(field)
    with qtbot.waitExposed(field):
        field.show()
    field.setFocus()
    return field


def told(field: DateField) -> tuple[str, str]:
    label = field.findChild(PlainLabel)
    assert label is not None
    return label.text(), str(label.property("role"))


def test_a_day_is_understood_while_it_is_typed_and_written_out_when_left(
    field: DateField, qtbot: QtBot
) -> None:
    qtbot.keyClicks(field.line, "2026-3-12")
    assert told(field) == ("2026年3月12日（星期四）", "caption")
    assert field.line.text() == "2026-3-12"
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert field.line.text() == "2026年3月12日"
    assert field.date() == DAY


def test_what_is_half_typed_is_not_called_wrong_before_the_field_is_left(
    field: DateField, qtbot: QtBot
) -> None:
    qtbot.keyClicks(field.line, "2026-2-3")
    qtbot.keyClicks(field.line, "0")
    assert told(field)[1] == "caption"
    assert field.date_or_none() is None
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert told(field) == ("没有2026年2月30日这一天", "warning")
    qtbot.keyClick(field.line, Qt.Key.Key_Backspace)
    assert told(field) == ("2026年2月3日（星期二）", "caption")


def test_a_known_day_is_shown_and_an_empty_field_is_none(field: DateField) -> None:
    field.show_date(DAY)
    assert (field.line.text(), field.date()) == ("2026年3月12日", DAY)
    field.show_date(None)
    assert field.date() is None
    assert field.is_sound()


def test_a_listed_day_is_read_like_a_typed_one(qtbot: QtBot) -> None:
    field = DateField([today(), today() + dt.timedelta(days=1)])
    qtbot.addWidget(field)
    box = field.findChild(QComboBox)
    assert box is not None
    box.setCurrentIndex(2)
    assert field.date() == today() + dt.timedelta(days=1)
    box.setEditText("二〇二六年三月十二日")
    assert field.date() == DAY


def test_a_dialog_stays_open_on_a_wrong_day_and_leads_to_it(qtbot: QtBot) -> None:
    dialog = ParticularsDialog(parse_text("在会上的讲话\n同志们：\n好。"), {})
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    date = dialog.findChild(DateField)
    assert date is not None
    date.line.setText("3月32日")
    dialog.accept()
    assert dialog.isVisible()
    assert date.line.hasFocus()
    assert told(date)[1] == "warning"
    date.line.setText("2026/3/12")
    dialog.accept()
    assert not dialog.isVisible()
    assert dialog.particulars().date == DAY
