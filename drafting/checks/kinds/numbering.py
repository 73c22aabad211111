"""The marker of a part with another number in it (三、 → 四、, ③ → ④, 第三， → 第四，)."""

from __future__ import annotations

from drafting.text.numerals import CIRCLED, format_han

_HAN_DIGITS = frozenset("一二三四五六七八九十百")
_HIGHEST = 9999


def renumbered(marker: str, number: int) -> str:
    """Return ``marker`` with ``number`` in it; unchanged where it holds no number."""
    if len(marker) == 1 and marker in CIRCLED:
        return CIRCLED[number - 1] if 0 < number <= len(CIRCLED) else marker
    digits = [i for i, one in enumerate(marker) if one in _HAN_DIGITS or one.isdecimal()]
    if not digits or not 0 < number <= _HIGHEST:
        return marker
    numeral = str(number) if marker[digits[0]].isdecimal() else format_han(number)
    return marker[: digits[0]] + numeral + marker[digits[-1] + 1 :]
