"""High contrast: whether the system wants it, and a palette made from the system's own colours."""

from __future__ import annotations

import os
import sys

from PySide6.QtGui import QColor, QPalette

from ui.style.palette import DARK, LIGHT, Palette

if sys.platform == "win32":
    import ctypes

# Contrast of words on a ground, as WCAG 2.2 counts it: 1.4.6 (AAA), and 1.4.11 for what is drawn.
_WORDS = 7.0
_DRAWN = 4.5
# How much of the system's highlight a selected ground takes, as much as the words bear.
_SHARES = (0.45, 0.35, 0.25, 0.15)
_SOFTER = 0.6

BLACK = ("#000000", "#ffffff", "#ffff00", "#000000")
"""Ground, words, highlight and words on it of the theme that is shown where nobody set another."""


def wants_contrast() -> bool:
    """Return whether the system is set to high contrast."""
    if sys.platform == "win32":
        return _windows_wants_contrast()
    return "highcontrast" in os.environ.get("GTK_THEME", "").lower()


def contrast_palette(system: QPalette | None = None) -> Palette:
    """Return a palette of strong lines from the system's colours, or our own black one."""
    if system is None:
        return _palette_of(*BLACK)
    role = QPalette.ColorRole
    wanted = (role.Window, role.WindowText, role.Highlight, role.HighlightedText)
    ground, ink, highlight, on_highlight = (system.color(one).name() for one in wanted)
    return _palette_of(ground, ink, highlight, on_highlight)


def contrast_of(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _palette_of(ground: str, ink: str, highlight: str, on_highlight: str) -> Palette:
    is_dark = _luminance(ground) < _luminance(ink)
    stands_out = contrast_of(highlight, ground) >= _DRAWN
    accent, on_accent = (highlight, on_highlight) if stands_out else (ink, ground)
    share = _share(ground, ink, highlight)
    likeness = DARK if is_dark else LIGHT
    return likeness._replace(
        is_contrast=True,
        desk=ground,
        paper=ground,
        panel=ground,
        ink=ink,
        second_ink=ink,
        line=ink,
        accent=accent,
        soft_accent=_mixed(ground, highlight, share * _SOFTER),
        selection=_mixed(ground, highlight, share),
        warning=ink,
        warning_ink=ink,
        kept=ink,
        slot=ink,
        on_accent=on_accent,
    )


def _share(ground: str, ink: str, highlight: str) -> float:
    """Return the largest share of the highlight on which words can still be read."""
    for share in _SHARES:
        if contrast_of(ink, _mixed(ground, highlight, share)) >= _WORDS:
            return share
    return 0.0


def _mixed(one: str, other: str, share: float) -> str:
    pairs = zip(_channels(one), _channels(other), strict=True)
    return QColor(*(round(a + (b - a) * share) for a, b in pairs)).name()


def _luminance(colour: str) -> float:
    parts = [channel / 255 for channel in _channels(colour)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return float(0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2])


def _channels(colour: str) -> tuple[int, int, int]:
    known = QColor(colour)
    return known.red(), known.green(), known.blue()


if sys.platform == "win32":
    _GET_HIGH_CONTRAST = 0x0042  # SPI_GETHIGHCONTRAST
    _IS_ON = 0x0001  # HCF_HIGHCONTRASTON

    class _HighContrast(ctypes.Structure):
        """HIGHCONTRASTW of winuser.h."""

        _fields_ = (
            ("size", ctypes.c_uint),
            ("flags", ctypes.c_uint),
            ("scheme", ctypes.c_wchar_p),
        )

    def _windows_wants_contrast() -> bool:
        known = _HighContrast(size=ctypes.sizeof(_HighContrast))
        asked = ctypes.windll.user32.SystemParametersInfoW(
            _GET_HIGH_CONTRAST, known.size, ctypes.byref(known), 0
        )
        return bool(asked) and bool(known.flags & _IS_ON)
