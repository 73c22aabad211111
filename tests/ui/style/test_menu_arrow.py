"""The arrow of a button with a menu stays at its right edge and lets clicks through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from ui.style.menu_arrow import MenuArrow
from ui.style.stylesheet import apply_style

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


def test_the_arrow_keeps_to_the_edge(qapp: QApplication, qtbot: QtBot) -> None:
    apply_style(qapp, dark=False)
    plain, button = QPushButton("忽略"), QPushButton("忽略")
    arrow = MenuArrow(button)
    for one in (plain, button):
        qtbot.addWidget(one)
        one.show()
    assert button.sizeHint().width() > plain.sizeHint().width()
    for width, height in ((90, 30), (160, 44)):
        button.resize(width, height)
        place = arrow.geometry()
        assert place.right() < width
        assert place.left() > width - 20
        assert abs(place.center().y() - height / 2) <= 1
    clicked: list[bool] = []
    button.clicked.connect(lambda: clicked.append(True))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=arrow.geometry().center())
    assert button.childAt(arrow.geometry().center()) is None
    assert clicked


def test_the_arrow_is_drawn_paler_while_the_button_is_off(qapp: QApplication, qtbot: QtBot) -> None:
    apply_style(qapp, dark=False)
    button = QPushButton("更多")
    qtbot.addWidget(button)
    arrow = MenuArrow(button)
    button.show()
    on = arrow.grab().toImage()
    button.setEnabled(False)
    off = arrow.grab().toImage()
    assert on != off
    shades = {on.pixelColor(x, y).lightness() for x in range(10) for y in range(10)}
    assert max(shades) - min(shades) > 60
