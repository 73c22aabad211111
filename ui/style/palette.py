"""The palettes of the window as data, and the one that is shown."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QColor, QGuiApplication, QPalette

from drafting.model.standing import Standing


class Palette(NamedTuple):
    """Every colour of the window; ``desk`` lies behind the ``paper``, ``panel`` beside it.

    ``warning`` is for bars and lines, ``warning_ink`` for words; ``slot`` is a calm one for gaps
    still to be filled. ``is_contrast``: lines are strong, and nothing is told by a colour alone.
    """

    is_dark: bool
    desk: str
    paper: str
    panel: str
    ink: str
    second_ink: str
    line: str
    accent: str
    soft_accent: str
    selection: str
    warning: str
    warning_ink: str
    kept: str
    slot: str
    on_accent: str
    is_contrast: bool = False

    @property
    def track(self) -> str:
        """Return the ground of bars: a strong line is too near to the accent that fills them."""
        return self.desk if self.is_contrast else self.line

    def standing_colour(self, standing: Standing) -> str:
        """Return the colour of a finding's bar and of its mark in the text."""
        if standing is Standing.SLOT:
            return self.slot
        if standing is Standing.ERROR:
            return self.accent
        if standing is Standing.WARNING:
            return self.warning
        return self.second_ink


LIGHT = Palette(
    is_dark=False,
    desk="#eceae5",
    paper="#fffefb",
    panel="#f7f5f1",
    ink="#22211f",
    second_ink="#65615a",
    line="#d9d5cc",
    accent="#a3271f",
    soft_accent="#f6e9e6",
    selection="#f0dcd8",
    warning="#b7791f",
    warning_ink="#835510",
    kept="#366b46",
    slot="#3d6286",
    on_accent="#fffefb",
)

DARK = Palette(
    is_dark=True,
    desk="#1e1f22",
    paper="#2a2b2f",
    panel="#242529",
    ink="#e6e3dc",
    second_ink="#a5a199",
    line="#3a3b40",
    accent="#e0776d",
    soft_accent="#362928",
    selection="#3d2927",
    warning="#d7a24a",
    warning_ink="#d7a24a",
    kept="#7fb98c",
    slot="#8db1d2",
    on_accent="#1e1f22",
)


_contrast: list[Palette] = []


def note_contrast(palette: Palette) -> None:
    """Remember a palette of high contrast, which no window colour tells from the others."""
    _contrast[:] = [palette]


def current_palette() -> Palette:
    """Return the palette that the application is dressed in, told by its window colour.

    A widget's own palette does not tell: the style sheet makes some of them transparent.
    """
    window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    for palette in _contrast:
        if window.name() == palette.panel:
            return palette
    return DARK if window.lightness() < 128 else LIGHT


def qt_palette(palette: Palette) -> QPalette:
    """Return Qt's palette with the same colours, for what no style sheet reaches."""
    role = QPalette.ColorRole
    colours = {
        role.Window: palette.panel,
        role.WindowText: palette.ink,
        role.Base: palette.paper,
        role.AlternateBase: palette.panel,
        role.Text: palette.ink,
        role.PlaceholderText: palette.second_ink,
        role.Button: palette.panel,
        role.ButtonText: palette.ink,
        role.BrightText: palette.on_accent,
        role.Highlight: palette.selection,
        role.HighlightedText: palette.ink,
        role.ToolTipBase: palette.paper,
        role.ToolTipText: palette.ink,
        role.Link: palette.accent,
        role.LinkVisited: palette.accent,
        role.Accent: palette.accent,
        role.Light: palette.paper,
        role.Midlight: palette.panel,
        role.Mid: palette.line,
        role.Dark: palette.line,
        role.Shadow: palette.line,
    }
    qt = QPalette()
    for which, colour in colours.items():
        qt.setColor(which, QColor(colour))
    disabled = QPalette.ColorGroup.Disabled
    faint = QColor(palette.second_ink)
    faint.setAlpha(150)
    for which in (role.WindowText, role.Text, role.ButtonText):
        qt.setColor(disabled, which, faint)
    return qt
