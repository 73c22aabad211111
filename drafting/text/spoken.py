"""How a text sounds: the syllables that a speaker says, figures as they are read aloud."""

from __future__ import annotations

import re
from functools import lru_cache

from drafting.text.characters import HAN

# What is read as more syllables than it has characters: % is 百分之, ℃ 摄氏度.
_SIGNS = {"%": 3, "％": 3, "‰": 3, "℃": 3, "°": 1, "㎡": 3, "＋": 1, "+": 1, "±": 3, "×": 1}
_DIGIT_BY_DIGIT = 4  # a year


def count_syllables(text: str) -> int:
    """Return the syllables of ``text`` read aloud.

    A Han character is one, a Latin letter one, a figure what its reading has (1280 is
    一千二百八十, 2026年 is 二零二六年, 12.5% is 百分之十二点五); marks and blanks are silent.
    """
    han, figures = _patterns()
    count = len(han.findall(text))
    for match in figures.finditer(text):
        count += _figure_syllables(match.group(), text[match.end() : match.end() + 1])
    return count


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    signs = "".join(map(re.escape, _SIGNS))
    han = re.compile(f"[A-Za-zＡ-Ｚａ-ｚ{HAN}]")
    return han, re.compile(f"[0-9０-９]+(?:[.．,，][0-9０-９]+)*|[{signs}]")


def _figure_syllables(wording: str, after: str) -> int:
    if wording in _SIGNS:
        return _SIGNS[wording]
    pieces = re.split("[,，]", wording)
    if len(pieces) > 1 and any(len(piece.split(".")[0]) != 3 for piece in pieces[1:]):
        return sum(_figure_syllables(piece, "") for piece in pieces)  # 3，5: two figures
    whole, _, decimals = "".join(pieces).replace("．", ".").partition(".")
    if len(whole) == _DIGIT_BY_DIGIT and not decimals and after == "年":
        return len(whole)
    count = _whole_syllables(whole)
    if decimals:
        count += 1 + len(decimals.replace(".", ""))
    return count


def _whole_syllables(digits: str) -> int:
    """Return the syllables of a whole number: one a digit, one a unit, one 零 for each gap."""
    digits = digits.lstrip("0０") or "0"
    if len(digits) > 16:
        return len(digits)
    count = 0
    sections = [digits[max(0, end - 4) : end] for end in range(len(digits), 0, -4)][::-1]
    for number, section in enumerate(sections):
        read = _section_syllables(section, is_first=number == 0)
        count += read + (1 if read and number < len(sections) - 1 else 0)  # 万, 亿
    return count or 1


def _section_syllables(section: str, *, is_first: bool) -> int:
    """Return the syllables of up to four digits; a leading 一十 is read 十."""
    values = [int(digit) for digit in section]
    if not any(values):
        return 0
    count, is_gap = 0, False
    for place, value in enumerate(values):
        unit = len(values) - place - 1
        if value == 0:
            is_gap = True
            continue
        if is_gap and (count or not is_first):
            count += 1
        is_gap = False
        count += 1 + (1 if unit else 0)
    is_ten = is_first and len(values) == 2 and values[0] == 1
    return count - (1 if is_ten else 0)
