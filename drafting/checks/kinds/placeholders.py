"""What stands in a text for something that has still to be filled in."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from drafting.checks.kinds.anchored import iter_around, stretches_around
from drafting.text.characters import HAN, characters_of
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# What a hidden name or number stands before; the look-aheads part 县 from 县域, 市 from 市场.
_UNITS = (
    "省(?!道)|县(?![域道])|市(?!场|民|值|政|容)|区(?!域|块|位)|镇|乡(?![村道])|村(?!民)|局|厅|办|委|街道|社区|同志"
    "|副?(?:书记|县长|市长|区长|镇长|局长|主任)|总经理|月|日|年|号"
)
_AMOUNTS = "个|名|项|件|次|人|家|户|条|万|亿|％|%|元|亩|公里|届|期|季度"
# What makes a placeholder the name of something else than the own place (XX镇, XX同志, XX亿元).
UNIT_BEHIND = re.compile(f"[ ]?(?:{_UNITS}|{_AMOUNTS})")
_STARS = re.compile("[*＊﹡]+")
_BOLD = re.compile("\\*\\*(?![县市区镇乡村局省委同])[^*\n]{1,60}\\*\\*")
_CROSSES = re.compile("(?<![A-Za-z0-9])(?:(?:19|20)\\d?)?([XxＸｘ]{2,}|[×✕╳]{2,})(?![A-Za-z0-9])")
_ONE_X = re.compile(
    f"(?<![A-Za-z0-9+＋.])(?:(?:19|20)\\d)?([XxＸ])(?:[.．][XxＸ])?(?=[ ]?(?:{_UNITS}|{_AMOUNTS}))"
)
_ONE_CROSS = re.compile(f"(?<![0-9A-Za-z“])(?:(?:19|20)\\d)?×(?={_UNITS})")
_MOU = re.compile("某某+|某(?:省|市(?!场|民)|县(?!域)|区(?!域)|镇|乡(?!村)|街道|局(?!部)|厅|同志)")
_CASE = re.compile("案|违纪|违法|受贿|查处|曝光|通报|事故|例如|比如|譬如|外地|有的|某[局企]")
_DIGITS = "一二三四五六七八九〇○0-9０-９"
_RINGS = re.compile(
    f"□{{2,}}|(?<![{_DIGITS}])○{{2,}}(?![{_DIGITS}])|(?<![{_DIGITS}])〇{{2,}}(?={_UNITS})"
)
# What has to stand in a placeholder of these kinds; a unit may decide that is so far behind.
_CROSS, _BLANK = re.compile("[XxＸｘ×✕╳]"), re.compile("[_＿ 　]")
_FARTHEST = 12
_BLANKS = re.compile("[_＿]{2,}|(?<=[ 　])年[ 　]+月[ 　]*日")
_EMPTY_ROUND = re.compile("[（(][ 　]+[)）]")
_EMPTY_SQUARE = re.compile("[【〔\\[][ 　]*[】〕\\]]")
_TO_FILL = (
    "待补|待定|待填|待核|待查|待写|待续|待完善|待确认|待补充|待更新|此处|填写|请填|补充|插入|略"
    "|姓名|人名|地名|地点|会议地点|会议时间|单位名称|单位|职务|时间|日期|数字|数据|会议名称|领导姓名|县名|市名|名称"
)
_MARKED = re.compile(f"[【〔\\[](?:{_TO_FILL})[^】〕\\]\n]{{0,20}}[】〕\\]]")
_ROUND = re.compile(
    "[（(](?:待补充?|待定|待填写?|待核实?|待查|待写|待续|待完善|待确认|待更新|此处[^）)\n]{1,20}"
    "|填写[^）)\n]{0,20}|请填[^）)\n]{0,20}|略|姓名|地名|地点|单位名称|会议名称|领导姓名)[)）]"
)
SLOT_BEGINS = "{｛"
_SLOT = re.compile(f"[{{｛][^{{}}｛｝\n]{{0,20}}[{HAN}][^{{}}｛｝\n]{{0,20}}[}}｝]")
_LATIN = re.compile("T(?<![A-Za-z]T)(?:ODO|BD)(?![A-Za-z])")
# What each kind of gap begins with.
_TO_BE_FILLED = (
    ("（(", _EMPTY_ROUND),
    ("【〔[", _EMPTY_SQUARE),
    ("【〔[", _MARKED),
    ("（(", _ROUND),
    (SLOT_BEGINS, _SLOT),
    ("T", _LATIN),
)
_RULE_LINE = re.compile("(?m)^[ 　]*[*＊_＿=\\-]{3,}[ 　]*$")
_BULLET = re.compile("(?m)^[ 　]*[*＊][ 　]")


def iter_placeholders(text: str) -> Iterator[tuple[str, Span]]:
    """Yield the group and the place of each placeholder; one group becomes one finding."""
    there = characters_of(text)
    for needed, find in _FINDERS:
        if not there.isdisjoint(needed):
            yield from find(text)


def _crosses(text: str) -> Iterator[tuple[str, Span]]:
    stretches = stretches_around(text, _CROSS, before=4, behind=_FARTHEST)
    around = partial(_iter_within, text=text, stretches=stretches)
    for match in around(_CROSSES):
        yield _letter_group(match.group(1)), Span(*match.span())
    for match in around(_ONE_X):
        yield "X", Span(*match.span())
    for match in around(_ONE_CROSS):
        yield "×", Span(*match.span())


def _iter_within(
    pattern: re.Pattern[str], text: str, stretches: Sequence[tuple[int, int]]
) -> Iterator[re.Match[str]]:
    for first, last in stretches:
        yield from pattern.finditer(text, first, last)


def _rings(text: str) -> Iterator[tuple[str, Span]]:
    for match in _RINGS.finditer(text):
        yield match.group()[0], Span(*match.span())


def _blanks(text: str) -> Iterator[tuple[str, Span]]:
    blanks = [Span(*match.span()) for match in iter_around(_BLANKS, text, _BLANK, behind=3)]
    lines = [Span(*match.span()) for match in _RULE_LINE.finditer(text)] if blanks else []
    for blank in blanks:
        if not any(line.start <= blank.start < line.end for line in lines):
            yield "_", blank


def _to_fill(text: str) -> Iterator[tuple[str, Span]]:
    there = characters_of(text)
    for beginning, pattern in _TO_BE_FILLED:
        for match in pattern.finditer(text) if not there.isdisjoint(beginning) else ():
            yield match.group(), Span(*match.span())


def _letter_group(wording: str) -> str:
    return "××" if wording[0] in "×✕╳" else "XX"


def _stars(text: str) -> Iterator[tuple[str, Span]]:
    """Yield stars that hide a name, not those that multiply, mark up or rule off."""
    aside = {
        place
        for pattern in (_RULE_LINE, _BULLET)
        for match in pattern.finditer(text)
        for place in range(match.start(), match.end())
    }
    for match in _BOLD.finditer(text):
        aside.update((match.start(), match.end() - 2))
    for match in _STARS.finditer(text):
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        multiplies = _is_figure(before) and _is_figure(after)
        in_latin = before.isascii() and before.isalpha() and after.isascii() and after.isalpha()
        if match.start() not in aside and not multiplies and not in_latin:
            yield "*", Span(*match.span())


def _is_figure(character: str) -> bool:
    return character.isascii() and character.isdigit()


def _hidden_by_mou(text: str) -> Iterator[tuple[str, Span]]:
    for match in _MOU.finditer(text):
        if not match.group().startswith("某某"):
            start = max(text.rfind("。", 0, match.start()), text.rfind("\n", 0, match.start())) + 1
            around = text[max(start, match.start() - 60) : match.end() + 40].split(
                "\n", maxsplit=1
            )[0]
            if _CASE.search(around):
                continue
        yield "某", Span(*match.span())


# What a family of placeholders needs to begin with, and how it is found.
_FINDERS = (
    (frozenset("*＊﹡"), _stars),
    (frozenset("XxＸｘ×✕╳"), _crosses),
    (frozenset("某"), _hidden_by_mou),
    (frozenset("□○〇"), _rings),
    (frozenset("_＿ 　"), _blanks),
    (frozenset("（(【〔[{｛T"), _to_fill),
)
