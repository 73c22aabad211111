"""Numbers as Word writes them in automatic numbering (ECMA-376 part 1, 17.18.59 ST_NumberFormat).

Where Word has a form only up to a certain number it goes on in figures; so does this.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.text.numerals import format_han

if TYPE_CHECKING:
    from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_LEGAL_SIMPLIFIED = ("零壹贰叁肆伍陆柒捌玖", "拾佰仟")
_LEGAL_TRADITIONAL = ("零壹貳參肆伍陸柒捌玖", "拾佰仟")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def format_number(number: int, form: str) -> str:
    """Return ``number`` in Word's ``form`` (``chineseCounting``); unknown forms give figures."""
    writer = _FORMS.get(form, str)
    return writer(number) if 0 < number < 10_000 else str(number)


def _han(number: int) -> str:
    return format_han(number)


def _digits(number: int) -> str:
    return "".join(_DIGITS[int(one)] for one in str(number))


def _counting(number: int) -> str:
    # From a hundred on the plain form goes digit by digit.
    return format_han(number) if number < 100 else _digits(number)


def _legal(number: int, forms: tuple[str, str]) -> str:
    digits, units = forms
    plain = format_han(number)
    if plain.startswith("十"):
        plain = "一" + plain
    table = str.maketrans("零一二三四五六七八九十百千", digits + units)
    return plain.translate(table)


def _row(characters: str) -> Callable[[int], str]:
    return lambda number: characters[number - 1] if number <= len(characters) else str(number)


def _run(first: str, last: int) -> Callable[[int], str]:
    return lambda number: chr(ord(first) + number - 1) if number <= last else str(number)


def _circle(number: int) -> str:
    for first, start, last in (("①", 1, 20), ("㉑", 21, 35), ("㊱", 36, 50)):
        if start <= number <= last:
            return chr(ord(first) + number - start)
    return str(number)


def _letters(number: int) -> str:
    # After z comes aa, then bb: the same letter again, not a number of base 26.
    rounds, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (rounds + 1) if rounds < 30 else str(number)


def _roman(number: int) -> str:
    written = ""
    for size, letters in _ROMAN:
        count, number = divmod(number, size)
        written += letters * count
    return written


def _full_width(number: int) -> str:
    return "".join(chr(ord(one) + 0xFEE0) for one in str(number))


def _ordinal(number: int) -> str:
    endings = {1: "st", 2: "nd", 3: "rd"}
    teen = 10 <= number % 100 <= 20
    return f"{number}{'th' if teen else endings.get(number % 10, 'th')}"


_FORMS: dict[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "decimalZero": lambda number: f"{number:02}",
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
    "ordinal": _ordinal,
    "numberInDash": lambda number: f"- {number} -",
    "chineseCounting": _counting,
    "chineseCountingThousand": _han,
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": _han,
    "japaneseCounting": _han,
    "koreanCounting": _han,
    "ideographDigital": _digits,
    "taiwaneseDigital": _digits,
    "japaneseDigitalTenThousand": _digits,
    "chineseLegalSimplified": lambda number: _legal(number, _LEGAL_SIMPLIFIED),
    "ideographLegalTraditional": lambda number: _legal(number, _LEGAL_TRADITIONAL),
    "ideographTraditional": _row(_STEMS),
    "ideographZodiac": _row(_BRANCHES),
    "ideographEnclosedCircle": _row("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
    "decimalEnclosedCircle": _circle,
    "decimalEnclosedCircleChinese": _circle,
    "decimalEnclosedParen": _run("⑴", 20),
    "decimalEnclosedFullstop": _run("⒈", 20),
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
}
