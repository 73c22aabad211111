"""Automatic numbers of old Word files made by hand: lists, their uses, styles."""

from __future__ import annotations

import struct

from drafting.importers.word_binary.reader import WordBinary
from drafting.model.imported import ImportedText, Omission
from tests.importers.old_word import OldWord

VANISH = b"\x3c\x08\x01"


def wide(text: str) -> tuple[bytes, bool]:
    return text.encode("utf-16-le"), False


def read(made: OldWord) -> ImportedText:
    return WordBinary(made.data(), "旧稿.doc").read()


def level(text: str, form: int, start: int = 1, *, flags: int = 0, limit: int = 0) -> bytes:
    """A level of a list; a digit in ``text`` is the number of that level."""
    shown = "".join(chr(int(one)) if one.isdigit() else one for one in text)
    places = bytes(index for index, one in enumerate(text, 1) if one.isdigit()).ljust(9, b"\0")
    head = struct.pack("<iBB9sB8xBBBB", start, form, flags, places, 0, 0, 0, limit, 0)
    return head + struct.pack("<H", len(shown)) + shown.encode("utf-16-le")


def lists(*levels: bytes, uses: bytes | None = None) -> dict[int, bytes]:
    """One list with id 7 and one use of it; levels stand behind all else in the table."""
    head = struct.pack("<H", 1) + struct.pack("<II18xBx", 7, 0, 0)
    filled = b"".join(levels) + level("", 255) * (9 - len(levels))
    use = struct.pack("<I8xBBBx", 7, 0, 0, 0)
    return {
        74: uses or struct.pack("<I", 1) + use + b"\xff" * 4,
        73: head + filled,
    }


def in_list(place: int, use: int = 1) -> bytes:
    return b"\0\0" + struct.pack("<HhHB", 0x460B, use, 0x260A, place)


def test_automatic_numbers() -> None:
    words = ["总则", "目标", "任务", "细则", "", "分则", "要求", "结束"]
    levels = [0, 1, 1, 2, 1, 0, 1, None]
    text = "".join(f"{one}\r" for one in words)
    ends, at = [], 0
    for word, place in zip(words, levels, strict=True):
        at += 2 * len(word) + 2
        ends.append((at, b"\0\0" if place is None else in_list(place)))
    made = OldWord(
        [wide(text)],
        paragraphs=ends,
        places=lists(level("0、", 39), level("（1）", 37), level("0.2", 0, 5, flags=4)),
    )
    assert read(made).text.split("\n") == [
        "一、总则", "（一）目标", "（二）任务", "1.5细则", "",
        "二、分则", "（一）要求", "结束",
    ]  # fmt: skip


def test_a_use_starts_its_list_anew_and_bullets_are_dots() -> None:
    change = struct.pack("<iI", 4, 0x10)
    uses = struct.pack("<I", 3)
    uses += struct.pack("<I8xBBBx", 7, 0, 0, 0) + struct.pack("<I8xBBBx", 7, 1, 0, 0)
    uses += struct.pack("<I8xBBBx", 7, 1, 0, 0)
    bullet = struct.pack("<iI", 0, 0x21) + level("\uf0b7", 23)
    uses += b"\xff" * 4 + b"\xff" * 4 + change + b"\xff" * 4 + bullet
    made = OldWord(
        [wide("甲\r乙\r丙\r丁\r")],
        paragraphs=[(4, in_list(0)), (8, in_list(0, 2)), (12, in_list(0)), (16, in_list(1, 3))],
        places=lists(level("0.", 0), uses=uses),
    )
    assert read(made).text == "1.甲\n4.乙\n5.丙\n•丁"


def test_numbers_that_come_with_a_style() -> None:
    name = struct.pack("<H", 2) + "标题".encode("utf-16-le") + b"\0\0"
    group = struct.pack("<H", 1) + struct.pack("<Hh", 0x460B, 1)
    style = struct.pack("<HHHHH", 0, 0xFFF1, 2, 0, 0) + name
    style += struct.pack("<H", len(group)) + group + struct.pack("<H", 3) + VANISH + b"\0"
    plain = style[: 10 + len(name)] + struct.pack("<H2xH", 2, 0)
    sheet = struct.pack("<HHH", 4, 3, 10)
    for one in (plain, style.replace(VANISH, b"\x3c\x08\x00"), style):
        sheet += struct.pack("<H", len(one)) + one
    made = OldWord(
        [wide("总则\r正文\r不给人看\r完\r")],
        paragraphs=[(6, b"\1\0"), (12, b"\0\0"), (22, b"\2\0"), (26, b"\0\0")],
        places=lists(level("第0章", 39)) | {1: sheet},
    )
    imported = read(made)
    assert imported.text == "第一章总则\n正文\n完"
    assert imported.omissions == (Omission("隐藏文字", 1, 4),)
