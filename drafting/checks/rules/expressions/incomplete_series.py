"""A fixed series has all its members, in their order.

What it does:
    Looks for the members of known series (道路自信、理论自信、制度自信、文化自信) one behind the
    other and reports one that is missing, or another order.
Why:
    The order of such a series is decided upon; a missing member looks like an opinion.
Limits:
    Only where nearly all members stand together and nothing else belongs to the list (…等, …和X are
    left alone). A series that was shorter in other years speaks only with the date of the speech,
    or where the draft names the series.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from drafting.checks.base import ExampleSetting, Rule, Scope
from drafting.checks.matching import Matcher
from drafting.lexicons.tsv import split_values
from drafting.model.finding import Severity
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.lexicons.tsv import Table
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

_JOINT = re.compile(
    "[”’]?[、，；和及与]?(?:以及)?"
    "(?:要|不断|始终|自觉|坚决|牢固|增强|坚定|做到|树牢|树立|践行|坚持){0,3}[“‘]?$"
)
_GOES_ON = re.compile("[”’]?(?:等|[、和及与以])")
_COMES_ON = re.compile("(?:[、和及与]|以及)[“‘]?$")
_LONG_JOINT = 9
# Of shorter series part is often meant; of longer ones two may be missing.
_SHORT_SERIES, _LONG_SERIES = 4, 6


@dataclass(frozen=True, slots=True)
class _Series:
    name: str
    members: tuple[str, ...]
    since: dt.date | None
    until: dt.date | None
    is_order_only: bool
    tail: str

    def holds_on(self, date: dt.date | None, text: str) -> bool:
        """Return whether the series had this form; unknown dates need its name in the text."""
        if date is None:
            key = self.name.removeprefix("“").split("”")[0]
            return self.until is None and (self.since is None or key in text)
        after = self.since is None or self.since <= date
        return after and (self.until is None or date <= self.until)


@dataclass(slots=True)
class _Run:
    series: int
    numbers: list[int]
    spans: list[Span]

    @property
    def span(self) -> Span:
        return Span(self.spans[0].start, self.spans[-1].end)


@cache
def _prepared(
    table: Table,
) -> tuple[Matcher, dict[str, list[tuple[int, int]]], tuple[_Series, ...]]:
    series: list[_Series] = []
    homes: dict[str, list[tuple[int, int]]] = {}
    for row in table:
        members = split_values(row["members"])
        # Members that need a tail are everyday words: they are looked for with their 、.
        mark = "、" if row["tail"] else ""
        for number, member in enumerate(members):
            homes.setdefault(member + mark, []).append((len(series), number))
        since, until = (dt.date.fromisoformat(day) if day else None
                        for day in (row["from"], row["until"]))  # fmt: skip
        series.append(
            _Series(row["name"], members, since, until, row["mode"] == "order", row["tail"])
        )
    return Matcher(tuple(homes)), homes, tuple(series)


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:
    text = draft.text
    matcher, homes, series = _prepared(context.lexicons.table("checks_fixed_series"))
    runs: dict[int, _Run] = {}
    done: list[_Run] = []
    for index, span in matcher.iter_matches(text):
        for home, number in homes[matcher.words[index]]:
            run = runs.get(home)
            if run and _joined(text, run.spans[-1], span):
                run.numbers.append(number)
                run.spans.append(span)
                continue
            runs[home] = run = _Run(home, [number], [span])
            done.append(run)
    for run in done:
        one = series[run.series]
        if len(run.numbers) > 1 and one.holds_on(context.date, text):
            fault = _fault(text, run, one)
            if fault:
                yield RULE.finding(run.span, fault)


def _joined(text: str, before: Span, after: Span) -> bool:
    gap = after.start - before.end
    return 0 <= gap <= _LONG_JOINT and _JOINT.match(text[before.end : after.start]) is not None


def _with_tail(text: str, run: _Run, series: _Series) -> bool:
    """Add the last member, behind which the tail stands (社会 in 文化、社会建设)."""
    if not series.tail:
        return True
    end = run.spans[-1].end
    for number, member in enumerate(series.members):
        if text.startswith(member + series.tail, end):
            run.numbers.append(number)
            run.spans.append(Span(end, end + len(member)))
            return True
    return False


def _fault(text: str, run: _Run, series: _Series) -> str:
    """Return what is wrong with the members found, empty where nothing is."""
    if not _with_tail(text, run, series) or len(set(run.numbers)) != len(run.numbers):
        return ""
    if _stands_in_longer_list(text, run.span):
        return ""
    numbers, whole = run.numbers, len(series.members)
    if len(numbers) == whole:
        if numbers == sorted(numbers):
            return ""
        return f"{series.name}的次序是“{'、'.join(series.members)}”"
    fewest = whole - 1 if whole < _LONG_SERIES else whole - 2
    if series.is_order_only or whole < _SHORT_SERIES or len(numbers) < fewest:
        return ""
    missing = "、".join(series.members[one] for one in range(whole) if one not in numbers)
    return f"{series.name}缺少“{missing}”"


def _stands_in_longer_list(text: str, span: Span) -> bool:
    before = text[max(0, span.start - 3) : span.start]
    return _GOES_ON.match(text, span.end) is not None or _COMES_ON.search(before) is not None


RULE = Rule(
    code="EX002",
    name="incomplete-series",
    summary="固定并列项缺项或错序",
    severity=Severity.WARNING,
    check=_check,
    words=lambda lexicons: (_prepared(lexicons.table("checks_fixed_series"))[0],),
    why="这类并列项的内容和次序都是定下来的，少一项、换个位置都不行。",
    source="《中国共产党章程》、党的代表大会报告等，各条出处列在词表中",
    flagged=(
        "同志们：\n要增强政治意识、大局意识、看齐意识，始终保持清醒。",
        "同志们：\n要坚定道路自信、制度自信、理论自信、文化自信。",
        "同志们：\n要贯彻创新、协调、绿色、共享的新发展理念。",
        "同志们：\n要坚决反对形式主义、官僚主义、奢靡之风。",
        "同志们：\n要按照产业兴旺、生态宜居、治理有效、乡风文明、生活富裕的总要求推进。",
    ),
    clean=(
        "同志们：\n要增强政治意识、大局意识、核心意识、看齐意识。",
        "同志们：\n要坚定道路自信、理论自信、制度自信、文化自信。",
        "同志们：\n要贯彻创新、协调、绿色、开放、共享的新发展理念，以创新引领绿色发展。",
        "同志们：\n要坚决反对形式主义、官僚主义，力戒享乐主义。",
        "同志们：\n要落实产业兴旺、生态宜居、乡风文明、治理有效等要求。",
        "同志们：\n要统筹推进经济建设、政治建设、文化建设、社会建设、生态文明建设和党的建设。",
    ),
    scope=Scope.DRAFT,
    examples_with=ExampleSetting(date=dt.date(2026, 10, 20)),
)
