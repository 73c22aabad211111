"""Which font files the machine has, by family name; reads the name tables and nothing else."""

from __future__ import annotations

import contextlib
import os
import struct
import sys
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_SUFFIXES = (".ttf", ".otf", ".ttc", ".otc")
# OpenType 1.9: name ids 1 (family) and 16 (typographic family), 2 (style); OS/2 fsSelection.
_FAMILY_IDS, _STYLE_ID = (1, 16), 2
_MOST_FACES = 64
_LONGEST_TABLE = 1_000_000


@dataclass(frozen=True, slots=True)
class FontFile:
    """One face: its file, its number within a collection, whether it is a bold one."""

    path: Path
    number: int = 0
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class Family:
    """The upright faces of one name."""

    regular: FontFile | None = None
    bold: FontFile | None = None


@lru_cache(maxsize=1)
def installed_families() -> Mapping[str, Family]:
    """Return the machine's families by their names in lower case, English and Chinese.

    Files are looked at in a fixed order, so that the same machine always answers the same.
    """
    return families_in(font_folders())


def families_in(folders: tuple[Path, ...]) -> Mapping[str, Family]:
    """Return the families in these folders and those below; a faulty file is left out."""
    families: dict[str, Family] = {}
    for folder in folders:
        for path in sorted(_iter_files(folder)):
            with contextlib.suppress(OSError, ValueError, struct.error, UnicodeDecodeError):
                for names, font in _faces(path):
                    for name in names:
                        _take(families, name.casefold(), font)
    return families


def font_folders() -> tuple[Path, ...]:
    """Return where the system keeps fonts, the whole machine's first."""
    if os.name == "nt":
        windows = Path(os.environ.get("WINDIR", r"C:\Windows"))
        local = Path(os.environ.get("LOCALAPPDATA", str(Path.home() / "AppData" / "Local")))
        return windows / "Fonts", local / "Microsoft" / "Windows" / "Fonts"
    if sys.platform == "darwin":
        system = (Path("/System/Library/Fonts"), Path("/Library/Fonts"))
        return (*system, Path.home() / "Library" / "Fonts")
    own = (Path.home() / ".local" / "share" / "fonts", Path.home() / ".fonts")
    return Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), *own


def _iter_files(folder: Path) -> Iterator[Path]:
    for root, _, names in os.walk(folder):
        for name in names:
            if name.lower().endswith(_SUFFIXES):
                yield Path(root, name)


def _take(families: dict[str, Family], name: str, font: FontFile) -> None:
    found = families.get(name, Family())
    if font.is_bold:
        families[name] = Family(found.regular, found.bold or font)
    else:
        families[name] = Family(found.regular or font, found.bold)


def _faces(path: Path) -> list[tuple[set[str], FontFile]]:
    """Return for each upright face of a file its family names."""
    faces = []
    with path.open("rb") as file:
        for number, offset in enumerate(_offsets(file)):
            tables = _tables(file, offset)
            if b"name" not in tables:
                continue
            families, styles = _names(_read(file, *tables[b"name"]))
            style = " ".join(styles).casefold()
            if "italic" in style or "oblique" in style:
                continue
            # Light, Black … share the family name of some fonts; only two weights are wanted.
            if styles and style.split()[0] not in ("regular", "bold", "roman", "book", "normal"):
                continue
            faces.append((families, FontFile(path, number, style.startswith("bold"))))
    return faces


def _offsets(file: BinaryIO) -> list[int]:
    head = file.read(12)
    if head[:4] != b"ttcf":
        return [0]
    count = min(struct.unpack(">I", head[8:12])[0], _MOST_FACES)
    return list(struct.unpack(f">{count}I", file.read(4 * count)))


def _tables(file: BinaryIO, offset: int) -> dict[bytes, tuple[int, int]]:
    file.seek(offset)
    count = struct.unpack(">4xH6x", file.read(12))[0]
    records = file.read(16 * count)
    return {tag: (start, size) for tag, start, size in struct.iter_unpack(">4s4xII", records)}


def _read(file: BinaryIO, start: int, size: int) -> bytes:
    if size > _LONGEST_TABLE:
        raise ValueError("a name table is not that long")
    file.seek(start)
    return file.read(size)


def _names(table: bytes) -> tuple[set[str], list[str]]:
    """Return all family names and the English style name of a ``name`` table."""
    count, strings = struct.unpack(">2xHH", table[:6])
    families: set[str] = set()
    styles: list[str] = []
    for platform, _, language, kind, size, start in struct.iter_unpack(
        ">6H", table[6 : 6 + 12 * count]
    ):
        raw = table[strings + start : strings + start + size]
        if platform not in {0, 3}:
            continue
        text = raw.decode("utf-16-be")
        if kind in _FAMILY_IDS:
            families.add(text)
        elif kind == _STYLE_ID and (language in {0, 0x409} and not styles):
            styles.append(text)
    return families, styles
