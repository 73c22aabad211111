"""Years, plans and sessions are those of the speech's date.

What it does:
    Against the date of the speech reports: 今年 or 去年 beside another year; the first or last
    year of a plan named as this year; a plan that has ended, or a day that has passed, as
    something to come; last session's number as just held; anniversaries of another year; last
    year's number in the title.
Why:
    The speech was made from last year's.
Limits:
    Without a date the rule is silent; a look back (“十四五”以来, 2025年底已建成) is right.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import partial
from typing import TYPE_CHECKING

from drafting.checks.base import ExampleSetting, Rule
from drafting.checks.kinds.anchored import iter_around, iter_in_lines, places_of
from drafting.checks.kinds.places import replacement
from drafting.model.draft import BlockKind
from drafting.model.finding import Severity
from drafting.text.numerals import parse_number
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

_PLAN_ENDS = {"十一五": 2010, "十二五": 2015, "十三五": 2020, "十四五": 2025, "十五五": 2030}
_BARE_PLAN = "(?P<plan>十[一二三四五]五)”?"
_PLAN = f"“?{_BARE_PLAN}"
_NAMED_PLAN = re.compile("十[一二三四五]五")
_AIM = (
    "力争|确保|争取|谋划|请|须|冲刺|奋力|(?<![主重需紧])要(?!求|素)|(?<!现)将(?!军)|计划|预计|努力|必须|务必"
    "|全力|朝着"
)
_DONE = re.compile(
    "汇报|通报|已|了|完成了|实现了|以来|回顾|过去|提出|曾|当时|规定|明确|原|去年|前年|总结"
)
_YEAR_OF_PLAN = re.compile(
    f"(?P<when>今年|去年|明年)(?:正?是|作为|，是)?(?:实施|推进|全面实施"
    f"|实施好)?{_PLAN}(?:规划)?的?(?P<which>开局|起步|收官|决胜|收尾|末)"
)
_PLAN_TO_COME = re.compile(
    f"(?:到|至|在)?{_PLAN}(?:规划)?(?P<part>末|期末|时期|期间|收官|后半程|下半程|后半段|各项目标|目标任务|主要目标|目标|任务)"
)
_SAID_YEAR = re.compile(
    "(?P<when>今年|去年|明年|前年|刚刚过去的|刚过去的|过去的|即将过去的)(?:是|即|就是)?[（(]?(?P<year>20[0-9]{2})年"
)
_NUMBER = "[0-9]{1,3}|[一二三四五六七八九十百]{1,4}"
_ANNIVERSARY = re.compile(
    f"今年(?:是|正值|恰逢|适逢|迎来)[^，。；]{{0,4}}?(?P<what>新中国成立|中华人民共和国成立"
    f"|中国共产党成立|建党|改革开放|抗战胜利|抗日战争胜利|长征胜利|建军)(?P<number>{_NUMBER})周年"
)
_FOUNDED = {
    "新中国成立": 1949,
    "中华人民共和国成立": 1949,
    "中国共产党成立": 1921,
    "建党": 1921,
    "改革开放": 1978,
    "抗战胜利": 1945,
    "抗日战争胜利": 1945,
    "长征胜利": 1936,
    "建军": 1927,
}
_TO_COME = re.compile(
    f"(?P<aim>{_AIM}|定于|拟于)[^，。；：（(\n]{{0,14}}?(?P<year>20[0-9]{{2}})年(?:(?P<month>[0-9]{{1,2}})月(?:(?P<day>[0-9]{{1,2}})日)?)?(?P<part>底|末|年底|年末)?"
)
_SESSION = re.compile(
    "(?P<round>十[三四五])届全国(?:人大|政协)(?P<n>[一二三四五])次会议"
    "|全国政协(?P<round2>十[三四五])届(?P<n2>[一二三四五])次会议"
)
_JUST = re.compile("刚刚|刚|近日|日前|不久前|前不久|今年|即将|胜利召开|胜利闭幕|正在")
_FIRST_SESSION = {"十三": 2018, "十四": 2023, "十五": 2028}
_UNDER_WAY = re.compile(f"{_BARE_PLAN}(?:规划)?(?:已经?|正)?(?:进入|迈入|步入|过半|实施到|处于)")
# 到2025年，力争…: the aim stands behind the year.
_AIM_BEHIND = re.compile(
    f"到(?P<year>20[0-9]{{2}})年(?P<part>底|末)?，?(?:全县|全市|全区|我县|我市|我们)?(?:{_AIM}|基本)"
)
_JUBILEE = re.compile(
    f"第(?P<number>{_NUMBER})(?:个|届)?(?P<what>教师节|中国农民丰收节|农民丰收节|记者节|国家宪法日|烈士纪念日|中国医师节|全国科技工作者日|中国人民警察节)"
)
_BEFORE_FIRST = {
    "教师节": 1984, "中国农民丰收节": 2017, "农民丰收节": 2017, "记者节": 1999, "国家宪法日": 2013,
    "烈士纪念日": 2013, "中国医师节": 2017, "全国科技工作者日": 2016, "中国人民警察节": 2020,
}  # fmt: skip
_TITLE_YEAR = re.compile("20[0-9]{2}(?=年)")
_STEPS = {
    "今年": 0, "去年": -1, "明年": 1, "前年": -2, "刚刚过去的": -1, "刚过去的": -1, "过去的": -1,
    "即将过去的": 0,
}  # fmt: skip
_NEAR = 24


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:
    date = context.date or draft.particulars.date
    if date is None:
        return
    text = draft.text
    yield from _title(draft, date)
    yield from _said_years(text, date.year)
    yield from _plans(text, date.year)
    yield from _passed(text, date)
    yield from _deadlines(text, date)
    yield from _sessions(text, date.year)


def _title(draft: Draft, date: dt.date) -> Iterator[Finding]:
    block = draft.first(BlockKind.TITLE)
    match = _TITLE_YEAR.search(draft.text, block.span.start, block.span.end) if block else None
    if match is None or "年" not in draft.title or _DATE_IN_TITLE.search(draft.title):
        return
    year = int(match.group())
    turn = date.month <= 2 and year == date.year - 1
    if year < date.year and not turn:
        span = Span(*match.span())
        yield RULE.finding(
            span,
            f"标题里是{year}年，讲话日期是{date.year}年，请核对",
            fixes=replacement(span, str(date.year)),
        )


_DATE_IN_TITLE = re.compile("20[0-9]{2}年[0-9]{1,2}月")


def _said_years(text: str, year: int) -> Iterator[Finding]:
    for match in _SAID_YEAR.finditer(text):
        right = year + _STEPS[match["when"]]
        if int(match["year"]) != right:
            span = Span(*match.span("year"))
            message = f"“{match['when']}”应是{right}年，这里写的是{match['year']}年"
            yield RULE.finding(span, message, fixes=replacement(span, str(right)))
    for match in _JUBILEE.finditer(text):
        number, right = parse_number(match["number"]), year - _BEFORE_FIRST[match["what"]]
        if number != right and right > 0:
            span = Span(*match.span("number"))
            message = f"{year}年是第{right}个{match['what']}，这里写的是第{match['number']}个"
            yield RULE.finding(span, message, fixes=replacement(span, str(right)))
    for match in _ANNIVERSARY.finditer(text):
        number, right = parse_number(match["number"]), year - _FOUNDED[match["what"]]
        if number != right:
            span = Span(*match.span("number"))
            message = f"{year}年是{match['what']}{right}周年，这里写的是{match['number']}周年"
            yield RULE.finding(span, message, fixes=replacement(span, str(right)))


def _plans(text: str, year: int) -> Iterator[Finding]:
    around = partial(iter_around, text=text, anchor=_NAMED_PLAN, before=14, behind=20)
    for match in around(_YEAR_OF_PLAN):
        end = _PLAN_ENDS[match["plan"]]
        right = end - 4 if match["which"] in ("开局", "起步") else end
        if right != year + _STEPS[match["when"]]:
            span = Span(match.start(), match.end())
            yield RULE.finding(
                span, (f"“{match['plan']}”的{match['which']}之年是{right}年，请核对")
            )
    for match in around(_UNDER_WAY):
        if _PLAN_ENDS.get(match["plan"], year) < year:
            span = Span(*match.span())
            end = _PLAN_ENDS[match["plan"]]
            yield RULE.finding(span, f"“{match['plan']}”到{end}年已经结束，不能说正在进行")
    for match in around(_PLAN_TO_COME):
        end = _PLAN_ENDS.get(match["plan"], year)
        if end >= year:
            continue
        start, stop = _clause(text, match.start(), match.end())
        if _AIMS.search(text, start, stop) and not _DONE.search(text, start, stop):
            span = Span(*match.span())
            message = f"“{match['plan']}”到{end}年已经结束，不能再作为今后的目标"
            yield RULE.finding(span, message)


_AIMS = re.compile(_AIM)


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the sentence about a place, at most a few words to each side."""
    floor = max(0, start - _NEAR)
    begin = max((text.rfind(mark, floor, start) for mark in "。；\n"), default=-1) + 1
    stops = [text.find(mark, end, end + _NEAR) for mark in "。；\n"]
    return max(begin, floor), min((stop for stop in stops if stop >= 0), default=end + _NEAR)


def _passed(text: str, date: dt.date) -> Iterator[Finding]:
    for match in _aimed_at(text, date.year):
        day = (int(match["year"]), int(match["month"] or 12), int(match["day"] or 31))
        today = (date.year, date.month, date.day)
        start, stop = _clause(text, match.start(), match.end())
        if day < today and not _DONE.search(text, start, stop):
            yield _past(text, Span(match.start("year"), match.end()))
    for match in _AIM_BEHIND.finditer(text):
        start, stop = _clause(text, match.start(), match.end())
        if int(match["year"]) < date.year and not _DONE.search(text, start, stop):
            yield _past(text, Span(match.start("year"), match.end("year") + 1))


def _deadlines(text: str, date: dt.date) -> Iterator[Finding]:
    """Yield days that have passed where something is to be done by them: 2025年6月底前完成."""
    for match in _BY_DAY.finditer(text):
        day = (int(match["year"]), int(match["month"] or 12), int(match["day"] or 31))
        start, stop = _clause(text, match.start(), match.end())
        aimed = _AIMS.search(text, max(start, match.start() - 14), match.start())
        if aimed or day >= (date.year, date.month, date.day) or _DONE.search(text, start, stop):
            continue
        yield _past(text, Span(match.start("year"), match.end("part")))


_BY_DAY = re.compile(
    "(?P<year>20[0-9]{2})年(?:(?P<month>[0-9]{1,2})月(?:(?P<day>[0-9]{1,2})日)?)?"
    "(?P<part>底|末|年底|年末|)之?前，?(?:要|须|必须|务必|全面|全部|基本|组织)*"
    "(?:完成|建成|竣工|开工|投用|验收|启动|实现|到位|整改|报|拿出)"
)


def _aimed_at(text: str, year: int) -> Iterator[re.Match[str]]:
    """Yield the days up to ``year`` that stand behind a word of aim."""
    for named in _NAMED_YEAR.finditer(text):
        if int(named.group()[:4]) > year:
            continue
        floor = max(0, named.start() - _NEAR)
        match = _TO_COME.search(text, floor, named.end() + 10)
        if match and match.start("year") == named.start():
            yield match


_NAMED_YEAR = re.compile("20[0-9]{2}年")


def _past(text: str, span: Span) -> Finding:
    return RULE.finding(span, f"“{span.of(text)}”早于讲话日期，却当作今后的事来说，请核对")


def _sessions(text: str, year: int) -> Iterator[Finding]:
    for match in iter_in_lines(_SESSION, text, places_of("次会议", text)):
        first = _FIRST_SESSION[match["round"] or match["round2"]]
        held = first + (parse_number(match["n"] or match["n2"]) or 1) - 1
        near = text[max(0, match.start() - 10) : match.end() + 6]
        if held < year and _JUST.search(near):
            span = Span(*match.span())
            yield RULE.finding(span, f"“{span.of(text)}”是{held}年召开的，不是刚开过的会，请核对")


RULE = Rule(
    code="RS003",
    name="stale-year",
    summary="时间过时",
    severity=Severity.WARNING,
    check=_check,
    why="去年的稿子改成今年的，年份、届次、规划没有跟着改。",
    source="纪年推算；历次五年规划起止年份",
    flagged=(
        "同志们：\n今年（2025年）是攻坚之年，任务很重。",
        "同志们：\n今年是“十四五”规划的收官之年，大家要冲刺。",
        "同志们：\n到“十四五”末，力争全县粮食产量达到33万吨。",
        "同志们：\n要确保2025年底前全部建成投用。",
        "同志们：\n水利局具体负责，2026年1月15日前组织验收。",
        "同志们：\n刚刚闭幕的十四届全国人大三次会议作了部署。",
        "在2025年全县经济工作会议上的讲话\n同志们：\n今天我们开会。",
    ),
    clean=(
        "同志们：\n今年（2026年）是攻坚之年，去年（2025年）成绩不小。",
        "同志们：\n今年是“十五五”规划的开局之年，大家要起好步。",
        "同志们：\n“十四五”时期，全县粮食产量达到33万吨，到“十四五”末全部建成。",
        "同志们：\n2025年底前已经全部建成投用，去年确保了进度。",
        "同志们：\n去年定的六件事，2025年10月底前全部完成了；2026年6月底前组织验收。",
        "同志们：\n第六个议题，请县审计局汇报2025年度审计工作报告。",
        "各位领导：\n根据会议安排，现将全县2025年护林工作情况汇报如下。",
        "同志们：\n刚刚闭幕的十四届全国人大四次会议作了部署。",
        (
            "在2026年全县经济工作会议上的讲话\n同志们：\n去年是“十四五”收官之年，2025年提出的到20"
            "25年底实现的目标已经完成。"
        ),
    ),
    examples_with=ExampleSetting(date=dt.date(2026, 3, 12)),
)
