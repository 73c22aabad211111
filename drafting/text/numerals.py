"""Chinese, Arabic and circled numerals."""

from __future__ import annotations

from functools import lru_cache

_DIGITS = {character: value for value, character in enumerate("〇一二三四五六七八九")}
_DIGITS |= {"零": 0, "两": 2, "○": 0}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_MARKER_DIGITS = frozenset("一二三四五六七八九十百")
_HIGHEST = 9999
_LARGE_UNITS = {"万": 10_000, "亿": 100_000_000}

CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


@lru_cache(maxsize=1024)  # few numerals make up nearly all
def parse_number(text: str) -> int | None:
    """Return the value of one whole number (十二, 两, 二〇二六, 14, １４, ④), or None."""
    if not text:
        return None
    if text in CIRCLED and len(text) == 1:
        return CIRCLED.index(text) + 1
    if text.isdecimal():
        return int(text) if len(text) <= 15 else None
    if len(text) > 20:
        return None
    if len(text) > 1 and all(character in _DIGITS for character in text):
        return int("".join(str(_DIGITS[character]) for character in text))
    return _parse_units(text)


def _parse_units(text: str) -> int | None:
    total = section = digit = 0
    for character in text:
        if character in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[character]
        elif character in _UNITS:
            section += (digit or 1) * _UNITS[character]
            digit = 0
        elif character in _LARGE_UNITS:
            total += (section + digit) * _LARGE_UNITS[character]
            section = digit = 0
        else:
            return None
    return total + section + digit


def format_han(number: int) -> str:
    """Return 0 … 9999 in the numerals of headings (12 → 十二, 105 → 一百零五)."""
    if not 0 <= number <= _HIGHEST:
        raise ValueError(f"no heading is numbered {number}")
    if number == 0:
        return "零"
    digits = "零一二三四五六七八九"
    parts: list[str] = []
    gap = False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit == 0:
            gap = bool(parts)
            continue
        parts.append(("零" if gap else "") + digits[digit] + name)
        gap = False
    return "".join(parts).removeprefix("一") if parts[0] == "一十" else "".join(parts)


def renumbered(marker: str, number: int) -> str:
    """Return a part's ``marker`` with another number in it (三、 → 四、, ③ → ④, 第三， → 第四，).

    Unchanged where it holds no number or cannot carry that one.
    """
    if len(marker) == 1 and marker in CIRCLED:
        return CIRCLED[number - 1] if 0 < number <= len(CIRCLED) else marker
    digits = [i for i, one in enumerate(marker) if one in _MARKER_DIGITS or one.isdecimal()]
    if not digits or not 0 < number <= _HIGHEST:
        return marker
    numeral = str(number) if marker[digits[0]].isdecimal() else format_han(number)
    return marker[: digits[0]] + numeral + marker[digits[-1] + 1 :]
