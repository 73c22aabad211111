"""Families are found by all their names; what is no font does no harm."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drafting.files.font_files import families_in, font_folders

if TYPE_CHECKING:
    from pathlib import Path


def build_font(path: Path, names: list[tuple[int, int, str]]) -> None:
    """Write a font of nothing but a name table of (language, kind, text)."""
    strings, records = b"", b""
    for language, kind, text in names:
        raw = text.encode("utf-16-be")
        for value in (3, 1, language, kind, len(raw), len(strings)):
            records += value.to_bytes(2, "big")
        strings += raw
    head = b"\0\0" + len(names).to_bytes(2, "big") + (6 + len(records)).to_bytes(2, "big")
    table = head + records + strings
    directory = b"\0\1\0\0" + (1).to_bytes(2, "big") + bytes(6)
    entry = b"name" + bytes(4) + (28).to_bytes(4, "big") + len(table).to_bytes(4, "big")
    path.write_bytes(directory + entry + table)


def test_chinese_and_english_names_lead_to_the_same_file(tmp_path: Path) -> None:
    for style in ("Regular", "Bold", "Italic", "Light"):
        build_font(
            tmp_path / f"fang-{style}.ttf",
            [(0x409, 1, "FangTest"), (0x804, 1, "仿测"), (0x409, 2, style)],
        )
    families = families_in((tmp_path,))
    assert set(families) == {"fangtest", "仿测"}
    assert families["仿测"] == families["fangtest"]
    assert families["仿测"].regular.path.name == "fang-Regular.ttf"
    assert families["仿测"].bold.path.name == "fang-Bold.ttf"


@pytest.mark.parametrize("data", [b"", b"ttcf", b"\0\1\0\0\xff\xff" + bytes(40), b"GIF89a" * 30])
def test_a_faulty_file_is_left_out(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.ttf").write_bytes(data)
    (tmp_path / "b.ttc").write_bytes(data)
    build_font(tmp_path / "c.ttf", [(0x409, 1, "Good"), (0x409, 2, "Regular")])
    assert set(families_in((tmp_path,))) == {"good"}


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert families_in((tmp_path / "no",)) == {}
    assert all(folder.is_absolute() for folder in font_folders())
