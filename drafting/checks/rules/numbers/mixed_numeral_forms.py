"""One series keeps to one kind of numerals.

What it does:
    Reports a row of parts that changes between 一 and 1 (第一，…第2，…; 一、…2、), members of
    one list counted in both (3个镇、五个村), and dates half in Chinese numerals (2026年三月5日).
Why:
    Such a row was put together from two sources; GB/T 15835 wants one form in like places.
Limits:
    一 as a member (一个), coined counts (四个方面, 三大行动) and sub-parts of another form are
    left alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.checks.base import Rule
from drafting.checks.kinds.counting_rows import Member, iter_changes
from drafting.checks.kinds.places import replacement
from drafting.model.finding import Related, Severity
from drafting.text.numerals import format_han, parse_number
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

_HAN = "[一二三四五六七八九十]{1,3}"
_NUMBER = f"(?P<number>[0-9]{{1,2}}|{_HAN})"
_AT_LINE = re.compile(f"(?P<lead>第|[（(])?{_NUMBER}(?P<tail>[)）、.．，](?![0-9])|要|是)")
_ORDINAL = re.compile(f"第{_NUMBER}(?P<tail>[，、,]|要|是|方面|步|类|个)")
_DATE = re.compile(
    f"(?:[0-9]{{4}}年{_HAN}月(?:[0-9]{{1,2}}|{_HAN})[日号]?|[0-9]{{1,2}}月{_HAN}[日号]"
    f"|(?<![一二三四五六七八九十]){_HAN}月[0-9]{{1,2}}[日号]"
    f"|[〇零一二三四五六七八九]{{4}}年[0-9]{{1,2}}月)"
)
_MEASURE = (
    "个(?!方面|一批|层面|意识|自信|维护|确保|体)|项(?!行动)|[条座家名户件处所辆台套场批口册张亩人头只棵株间栋篇期次吨天]"
    "|公里|平方米"
)
_DIGITS = "[一二两三四五六七八九十百千]"
_FRACTION = "(?:点[〇零一二三四五六七八九]{1,4})?"
# What is counted in either form: its unit, the Chinese numerals before it, and the figures.
_ALIKE = (
    (
        re.compile(f"百分之{_DIGITS}{{1,6}}{_FRACTION}"),
        re.compile("百分之$"),
        re.compile("[0-9][%％]"),
    ),
    (
        re.compile("[万亿]元"),
        re.compile(f"(?:[二两三四五六七八九十]{_DIGITS}{{0,4}}|一(?=点)){_FRACTION}[万亿]元$"),
        re.compile("[0-9][万亿]?元"),
    ),
    (
        re.compile("月(?![一二三四五六七八九十]{1,2}(?!日))"),
        re.compile("(?<![正腊一二三四五六七八九十])[一二三四五六七八九十]{1,2}月$"),
        re.compile("[0-9]月"),
    ),
)
_HAN_AMOUNT = re.compile(f"[二两三四五六七八九十][二两三四五六七八九十]?(?={_MEASURE})")
_NOT_AFTER = frozenset("第一二三四五六七八九十百千万两0123456789.")
_AMOUNT = re.compile(f"(?:[0-9.]+[万亿]?|{_HAN}|两)(?:余|多)?(?:{_MEASURE})")
_EDGE = re.compile("[，。；：！？“”（）\n]")
_DIGIT = re.compile("[0-9]")
_HAN_DIGITS = frozenset("〇零一二三四五六七八九十")
_REACH, _FAR, _LONGEST = 60, 3000, 12


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001
    text = draft.text
    lines = (_AT_LINE.match(text, block.span.start, block.span.end) for block in draft.blocks)
    yield from _rows(match for match in lines if match)
    yield from _rows(_ORDINAL.finditer(text))
    for match in _MONTH.finditer(text):
        beside = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
        if not _HAN_DIGITS.intersection(beside):
            continue
        date = _DATE.search(text, max(0, match.start() - 8), match.end() + 4)
        if date and date.start() < match.start() < date.end():
            span = Span(*date.span())
            yield RULE.finding(span, f"“{span.of(text)}”中汉字和阿拉伯数字混用，应统一")
    yield from _lists(text)
    yield from _sentences(text)


_MONTH = re.compile("月|年(?=[0-9])")


def _rows(matches: Iterable[re.Match[str]]) -> Iterator[Finding]:
    """Yield the numbers that go on a row in the other kind of numerals."""
    rows: dict[str, list[Member]] = {}
    texts: dict[Span, str] = {}
    for match in matches:
        mark = match["tail"].replace("．", ".")
        form = (match.groupdict().get("lead") or "") + ("、" if mark == "." else mark)
        kind = "figure" if match["number"].isdecimal() else "han"
        member = Member(kind, parse_number(match["number"]) or 0, Span(*match.span("number")))
        rows.setdefault(form, []).append(member)
        texts[member.span] = match.group()
    for row in rows.values():
        for before, after in iter_changes(row, _FAR):
            figure = after.form == "figure"
            wording = format_han(after.number) if figure else str(after.number)
            yield RULE.finding(
                after.span,
                f"序号“{texts[after.span]}”与前面的“{texts[before.span]}”写法不一，应统一",
                fixes=replacement(after.span, wording),
                related=(Related(before.span, "前一个序号在此"),),
            )


def _sentences(text: str) -> Iterator[Finding]:
    """Yield shares, sums and months that one sentence gives in both kinds of numerals."""
    for unit, numeral, figure in _ALIKE:
        for match in unit.finditer(text):
            floor = max(0, match.start() - _LONGEST)
            found = numeral.search(text, floor, min(match.end(), match.start() + 3))
            if found is None:
                continue
            start, end = _sentence(text, found.start(), match.end())
            other = figure.search(text, start, end)
            if other is None or "“" in text[start:end]:
                continue
            span = Span(found.start(), match.end())
            message = f"“{span.of(text)}”用汉字，同一句里别处用阿拉伯数字，应统一"
            related = (Related(Span(*other.span()), "另一种写法在此"),)
            yield RULE.finding(span, message, related=related)


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the sentence about a place, cut to what is near."""
    floor = max(0, start - _REACH)
    begin = max(text.rfind(mark, floor, start) for mark in "。！？\n") + 1
    stops = [text.find(mark, end, end + _REACH) for mark in "。！？\n"]
    return max(begin, floor), min((stop for stop in stops if stop >= 0), default=end + _REACH)


def _lists(text: str) -> Iterator[Finding]:
    """Yield members of a list with 、 that are counted in Chinese numerals beside figures."""
    for match in _HAN_AMOUNT.finditer(text):
        floor = max(0, match.start() - _REACH)
        if text[match.start() - 1] in _NOT_AFTER or not _DIGIT.search(
            text, floor, match.end() + _REACH
        ):
            continue
        edges = [edge.end() for edge in _EDGE.finditer(text, floor, match.start())]
        start = edges[-1] if edges else floor
        edge = _EDGE.search(text, match.end(), match.end() + _REACH)
        segment = text[start : edge.start() if edge else match.end() + _REACH]
        members = segment.split("、")
        found = [_AMOUNT.findall(member) for member in members]
        if len(members) < 2 or any(len(amounts) != 1 for amounts in found):
            continue
        if not any(amounts[0][0].isdecimal() for amounts in found):
            continue
        span = Span(*match.span())
        value = parse_number(match.group())
        yield RULE.finding(
            span,
            f"“{segment[:20]}”中汉字和阿拉伯数字混用，应统一",
            fixes=replacement(span, str(value)) if value else (),
        )


RULE = Rule(
    code="NU005",
    name="mixed-numeral-forms",
    summary="同一序列里汉字和阿拉伯数字混用",
    severity=Severity.WARNING,
    check=_check,
    why="同一组并列的数字应当用一种写法，时而汉字时而阿拉伯数字显得不严谨。",
    source="GB/T 15835-2011 4.3（体例一致）",
    flagged=(
        "同志们：\n全县新建学校3所、卫生室五所、文化站12所。",
        "同志们：\n2026年三月5日前完成摸底。",
        "同志们：\n生产总值增长百分之五点八，财政收入增长7.2%。",
        "同志们：\n全年投入一点五亿元，比上年多3000万元。",
        "同志们：\n第一，责任要到人。第2，措施要到位。第三，督查要跟上。",
        "一、认清形势\n任务很重。\n2、突出重点\n各镇要动。\n三、压实责任\n各级要负责。",
    ),
    clean=(
        "同志们：\n全县新建学校3所、卫生室5所、文化站12所。",
        "同志们：\n2026年3月5日前完成摸底。二〇二六年三月六日会商。",
        "同志们：\n第一，责任要到人。第二，措施要到位。",
        (
            "一、认清形势\n1、任务很重\n任务清单已下发。\n2、时间很紧\n只有半年。\n二、压实责任\n各"
            "级要负责。"
        ),
        "同志们：\n围绕四个方面、57项指标抓好对标，三大行动、12个专班同步推进。",
        "同志们：\n3个镇、一个街道、12个村的任务已经完成。",
        "一、任务\n1、抓早。\n二、保障\n经费要到位。",
        "同志们：\n生产总值增长百分之五点八，财政收入增长百分之七。",
        "同志们：\n全年投入一点五亿元，比上年多三千万元，惠及12个村。",
    ),
)
