"""Days that a text names: 2026年3月12日, 3月12日, 二〇二六年三月十二日."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from drafting.text.numerals import parse_number
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_HAN_FIGURE = "[一二三四五六七八九十]"
_FIGURE = f"(?:[0-9]{{1,2}}|{_HAN_FIGURE}{{1,3}})"
_DAY = re.compile(f"月(?P<day>{_FIGURE})[日号]")
_HEAD = re.compile(
    f"(?:(?<![0-9])(?P<year>[0-9]{{4}}|[〇○零一二三四五六七八九]{{4}})年)?(?P<month>{_FIGURE})$"
)
_LONGEST_HEAD = 9
_UNTIL = re.compile(f"(?:至|到|—{{1,2}}|[-–~～－])(?P<day>{_FIGURE})[日号]")
_LUNAR = re.compile("农历|阴历|旧历|夏历|正月|腊月|闰")


class NamedDay(NamedTuple):
    """A day as the text names it; ``year`` is None where it stands without one."""

    span: Span
    year: int | None
    month: int
    day: int


def iter_named_days(text: str) -> Iterator[NamedDay]:
    """Yield all days of the Western calendar, possible or not, in the order of the text.

    Of 2月27日至30日 both ends are yielded; days of the farmers' calendar are left out.
    """
    for match in _DAY.finditer(text):
        floor = max(0, match.start() - _LONGEST_HEAD)
        head = _HEAD.search(text, floor, match.start())
        if head is None or text[head.start() - 1 : head.start()] in (".", "．"):
            continue
        if _LUNAR.search(text, max(0, head.start() - 4), match.end()):
            continue
        year = parse_number(head["year"]) if head["year"] else None
        month, day = parse_number(head["month"]), parse_number(match["day"])
        if month is None or day is None:
            continue
        yield NamedDay(Span(head.start(), match.end()), year, month, day)
        until = _UNTIL.match(text, match.end())
        last = parse_number(until["day"]) if until else None
        if until and last is not None:
            yield NamedDay(Span(head.start(), until.end()), year, month, last)
