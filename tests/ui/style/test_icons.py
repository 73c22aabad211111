"""Every icon is drawn, in the ink of the palette that is current."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QIcon

from ui.style.icons import ICON_NAMES, line_icon
from ui.style.palette import DARK, LIGHT
from ui.style.stylesheet import apply_style

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QApplication


def strongest(image: QImage) -> QColor:
    """Return the colour of the most opaque point."""
    points = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return max(points, key=lambda one: one.alpha())


@pytest.mark.parametrize("name", ICON_NAMES)
def test_an_icon_is_drawn_whole(qapp: QApplication, name: str) -> None:
    apply_style(qapp, dark=False)
    image = line_icon(name).pixmap(40, 40).toImage()
    edge = [image.pixelColor(i, j).alpha() for i in range(40) for j in (0, 39)]
    assert max(edge) == 0
    drawn = sum(image.pixelColor(x, y).alpha() > 100 for x in range(40) for y in range(40))
    assert drawn > 60


def test_icons_follow_the_palette(qapp: QApplication) -> None:
    icon = line_icon("save")
    apply_style(qapp, dark=True)
    assert strongest(icon.pixmap(40, 40).toImage()).name() == DARK.ink
    apply_style(qapp, dark=False)
    assert strongest(icon.pixmap(40, 40).toImage()).name() == LIGHT.ink
    on_accent = line_icon("export", on_accent=True).pixmap(40, 40).toImage()
    assert strongest(on_accent).name() == LIGHT.on_accent


def test_a_disabled_icon_is_fainter(qapp: QApplication) -> None:
    apply_style(qapp, dark=False)
    shown = line_icon("undo").pixmap(40, 40, QIcon.Mode.Disabled).toImage()
    assert strongest(shown).alpha() < 200


def test_an_unknown_icon_is_our_own_fault() -> None:
    with pytest.raises(KeyError):
        line_icon("no-such-icon")
