"""One palette at a time dresses everything; every colour can be read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QPushButton, QToolBar, QToolButton

from drafting.model.standing import Standing
from ui.style.fonts import choose_face, installed_faces, interface_font
from ui.style.palette import DARK, LIGHT, Palette, current_palette
from ui.style.stylesheet import apply_style, style_sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def light_again(qapp: QApplication) -> Iterator[None]:
    yield
    apply_style(qapp, dark=False)


def luminance(colour: str) -> float:
    parts = [channel / 255 for channel in QColor(colour).getRgb()[:3]]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_words_can_be_read_on_every_ground(palette: Palette) -> None:
    grounds = (palette.paper, palette.panel, palette.desk, palette.selection, palette.soft_accent)
    for ground in grounds:
        assert contrast(palette.ink, ground) >= 7
        for words in (palette.second_ink, palette.warning_ink, palette.kept, palette.accent):
            assert contrast(words, ground) >= 4.5
        assert contrast(palette.slot, ground) >= 4.5
    assert contrast(palette.on_accent, palette.accent) >= 4.5
    assert contrast(palette.warning, palette.paper) >= 3


def test_a_standing_has_its_colour() -> None:
    colours = {LIGHT.standing_colour(standing) for standing in Standing}
    assert len(colours) == 4
    assert LIGHT.standing_colour(Standing.ERROR) == LIGHT.accent


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_the_sheet_holds_only_colours_of_its_palette(palette: Palette) -> None:
    sheet = style_sheet(palette)
    assert "$" not in sheet
    other = DARK if palette is LIGHT else LIGHT
    used = set(re.findall(r"#[0-9a-f]{6}", sheet))
    assert palette.accent in used
    assert used.isdisjoint({other.paper, other.ink, other.accent, other.line, other.desk})


def test_pictures_named_in_the_sheet_exist() -> None:
    for palette in (LIGHT, DARK):
        for path in re.findall(r'url\("([^"]+)"\)', style_sheet(palette)):
            assert not QImage(path).isNull(), path


def test_dark_and_light_dress_the_application(qapp: QApplication) -> None:
    assert apply_style(qapp, dark=True) is DARK
    assert current_palette() is DARK
    assert qapp.palette().color(QPalette.ColorRole.Base).name() == DARK.paper
    assert apply_style(qapp, dark=False) is LIGHT
    assert current_palette() is LIGHT
    assert qapp.font().pixelSize() == 13


def test_without_a_wish_the_system_decides(qapp: QApplication) -> None:
    assert apply_style(qapp) in (LIGHT, DARK)
    assert qapp.styleSheet() == style_sheet(current_palette())


def test_a_primary_button_takes_the_accent(qapp: QApplication) -> None:
    apply_style(qapp, dark=False)
    button = QPushButton("导出 Word")
    button.setProperty("role", "primary")
    button.resize(120, 32)
    assert button.grab().toImage().pixelColor(8, 16).name() == LIGHT.accent


def test_the_button_that_stands_out_does_so_only_while_it_can_be_used(qapp: QApplication) -> None:
    apply_style(qapp, dark=False)
    bar = QToolBar()
    button = QToolButton(bar)
    button.setText("导出")
    button.setProperty("role", "primary")
    bar.addWidget(button)
    assert button.grab().toImage().pixelColor(6, button.height() // 2).name() == LIGHT.accent
    button.setEnabled(False)
    assert button.grab().toImage().pixelColor(6, button.height() // 2).name() != LIGHT.accent


def test_a_missing_face_has_a_substitute_that_exists(qapp: QApplication) -> None:
    for face in ("没有这种字体", "黑体", "仿宋"):
        taken, is_substitute = choose_face(face, ("也没有这种",))
        assert taken in installed_faces()
        assert is_substitute == (taken != face)
    assert choose_face(next(iter(installed_faces())))[1] is False
    assert interface_font(bold=True).bold()
