"""High contrast: from the system's colours, strong lines, nothing told by a colour alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QPalette, QTextCharFormat
from PySide6.QtWidgets import QPushButton

from drafting.model.standing import Standing
from ui.editor.marks import FindingMarks
from ui.style import stylesheet
from ui.style.contrast import contrast_of, contrast_palette, wants_contrast
from ui.style.palette import DARK, LIGHT, current_palette
from ui.style.stylesheet import apply_style, style_sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

# Ground, words, highlight, words on it: as the four themes of Windows 11 and of Windows 10 have it.
THEMES = [
    ("#202020", "#ffffff", "#8ee3f0", "#263b50"),
    ("#000000", "#ffffff", "#d6b4fd", "#2b2b2b"),
    ("#2d3236", "#ffffff", "#a1bfde", "#212d3b"),
    ("#fffaef", "#3d3d3d", "#903909", "#fff5e3"),
    ("#000000", "#ffffff", "#1aebff", "#000000"),
    ("#ffffff", "#000000", "#37006e", "#ffffff"),
]


@pytest.fixture(autouse=True)
def light_again(qapp: QApplication) -> Iterator[None]:
    yield
    apply_style(qapp, dark=False)


def theme(ground: str, ink: str, highlight: str, on_highlight: str) -> QPalette:
    palette = QPalette()
    roles = QPalette.ColorRole
    for role, colour in (
        (roles.Window, ground),
        (roles.WindowText, ink),
        (roles.Highlight, highlight),
        (roles.HighlightedText, on_highlight),
    ):
        palette.setColor(role, QColor(colour))
    return palette


@pytest.mark.parametrize("colours", THEMES)
def test_words_can_be_read_on_every_ground_of_a_system_theme(
    colours: tuple[str, str, str, str],
) -> None:
    palette = contrast_palette(theme(*colours))
    for ground in (palette.paper, palette.panel, palette.desk, palette.selection):
        for words in (palette.ink, palette.second_ink, palette.warning_ink, palette.kept):
            assert contrast_of(words, ground) >= 7
    assert contrast_of(palette.accent, palette.paper) >= 4.5
    assert contrast_of(palette.on_accent, palette.accent) >= 4.5
    assert palette.line == palette.ink


def test_our_own_theme_has_a_selection_that_is_seen() -> None:
    palette = contrast_palette()
    assert palette.is_dark
    assert palette.selection not in (palette.paper, palette.ink)


def test_a_wish_for_contrast_dresses_the_window(qapp: QApplication) -> None:
    shown = apply_style(qapp, dark=True, has_contrast=True)
    assert current_palette() == shown
    assert shown.is_contrast
    assert "$" not in style_sheet(shown)
    button = QPushButton("为什么")
    button.resize(90, 32)
    assert button.grab().toImage().pixelColor(45, 0).name() == shown.ink
    apply_style(qapp, dark=True)
    assert current_palette() is DARK


def test_the_system_is_followed(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    apply_style(qapp)
    assert not current_palette().is_contrast
    monkeypatch.setattr(stylesheet, "wants_contrast", lambda: True)
    qapp.applicationStateChanged.emit(qapp.applicationState())
    assert current_palette().is_contrast
    monkeypatch.setattr(stylesheet, "wants_contrast", lambda: False)
    qapp.applicationStateChanged.emit(qapp.applicationState())
    assert current_palette() in (LIGHT, DARK)


def test_a_chosen_scheme_does_not_follow(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    apply_style(qapp, dark=False)
    monkeypatch.setattr(stylesheet, "wants_contrast", lambda: True)
    qapp.applicationStateChanged.emit(qapp.applicationState())
    assert current_palette() is LIGHT


def test_linux_desktops_say_so_by_their_theme(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.style.contrast.sys.platform", "linux")
    monkeypatch.setenv("GTK_THEME", "HighContrastInverse")
    assert wants_contrast()
    monkeypatch.setenv("GTK_THEME", "Adwaita")
    assert not wants_contrast()


def test_marks_differ_by_their_lines() -> None:
    def lines(marks: FindingMarks) -> set[QTextCharFormat.UnderlineStyle]:
        return {marks._formats[one].underlineStyle() for one in Standing}

    marks = FindingMarks()
    assert len(lines(marks)) == 2  # open slots are nothing wrong
    marks.set_palette(contrast_palette())
    assert len(lines(marks)) == len(Standing)
