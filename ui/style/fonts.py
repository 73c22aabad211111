"""Faces of the interface and of the page, with substitutes where one is missing."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontDatabase

if TYPE_CHECKING:
    from collections.abc import Sequence

INTERFACE_FACES = (
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
)
INTERFACE_SIZE = 13
SMALL_SIZE = 12

# Tried after a layout's own ladder, so that a page shows Chinese glyphs on every system.
_LAST_RESORT = {
    "黑体": ("SimHei", "Heiti SC", "Noto Sans CJK SC", "Source Han Sans SC"),
    "楷体": ("KaiTi", "Kaiti SC", "AR PL UKai CN", "Noto Serif CJK SC"),
    "仿宋": ("FangSong", "STFangsong", "Noto Serif CJK SC", "Source Han Serif SC"),
    "宋体": ("SimSun", "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC"),
}


def interface_font(*, size: int = INTERFACE_SIZE, bold: bool = False) -> QFont:
    """Return the interface's font; ``size`` in device-independent pixels."""
    font = QFont()
    font.setFamilies(_interface_faces())
    font.setStyleHint(QFont.StyleHint.SansSerif)
    font.setPixelSize(size)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def choose_face(face: str, ladder: Sequence[str] = ()) -> tuple[str, bool]:
    """Return the first installed face of ``face`` and its ladder, and whether it is a substitute.

    Where none is installed, a face of the same character (black, kai, song) is taken.
    """
    installed = installed_faces()
    for one in (face, *ladder):
        if one in installed:
            return one, one != face
    for one in (face, *ladder):
        for name, faces in _LAST_RESORT.items():
            if name in one or one in faces:
                for substitute in faces:
                    if substitute in installed:
                        return substitute, True
    for substitute in (*_LAST_RESORT["宋体"], *INTERFACE_FACES):
        if substitute in installed:
            return substitute, True
    return face, False


@lru_cache(maxsize=1)
def _interface_faces() -> list[str]:
    """Return those that are installed: Qt searches long for each one that is not."""
    installed = installed_faces()
    return [one for one in INTERFACE_FACES if one in installed] or list(INTERFACE_FACES)


@lru_cache(maxsize=1)
def installed_faces() -> frozenset[str]:
    """Return the names of all installed families (asked once: slow on some systems)."""
    return frozenset(QFontDatabase.families())
