"""A search line has a cross that empties it, in the colours of the sheet, once it has words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from ui.style.palette import LIGHT
from ui.style.search_line import SearchLine

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("dressed")


def darkest_in(line: SearchLine, button: QToolButton) -> int:
    picture = line.grab(button.geometry()).toImage()
    places = (QPoint(x, y) for x in range(picture.width()) for y in range(picture.height()))
    return min(picture.pixelColor(place).lightness() for place in places)


def test_the_cross_comes_with_the_first_word_and_takes_it_away(qtbot: QtBot) -> None:
    line = SearchLine()
    qtbot.addWidget(line)
    line.resize(240, 36)
    line.show()
    assert line.findChildren(QToolButton) == []
    QTest.keyClicks(line, "cg")
    (button,) = line.findChildren(QToolButton)
    assert button.isVisible()
    assert button.geometry().left() > line.width() - 40
    paper = QColor(LIGHT.paper).lightness()
    qtbot.waitUntil(lambda: darkest_in(line, button) < paper - 60)
    button.click()
    assert line.text() == ""
    qtbot.waitUntil(lambda: darkest_in(line, button) > paper - 20)
    line.setText("抗旱")
    assert line.findChildren(QToolButton) == [button]
    qtbot.waitUntil(lambda: darkest_in(line, button) < paper - 60)
