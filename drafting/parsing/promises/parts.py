"""What follows an announcement: the parts, items or parallel sentences that keep it."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import groupby
from typing import TYPE_CHECKING

from drafting.model.draft import PromiseKind
from drafting.model.headings import MarkerKind
from drafting.parsing.parallel import is_parallel
from drafting.parsing.promises.part_rows import Kept, form, one_row, same_kind, series_kept
from drafting.text.numerals import format_han, parse_number
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.model.draft import Block, ItemSeries, Promise
    from drafting.model.outline import Outline, Section
    from drafting.parsing.promises.counts import Counted

_NEAR, _FURTHER = 60, 300
# 这四个问题: the last member and at most one sentence behind it.
_BACK, _SENTENCES_BACK = 200, 3
_SHORT_SENTENCE = re.compile("[^。；：！？，\\n]{4,14}。")
_ALTERNATIVES = re.compile(
    "一(?:(?<![每这那同]一)[个条类种项件点句位支批](?:话|事|路|关)?(?:就?是|叫)|(?<=[，。：；]一)是)"
)
# What goes on behind a series without its numbers: 还有一点，要安全。 另外两个问题….
_GOES_ON = re.compile(
    "(?<=[，。；])(?:还有|另外|此外|再就是|再一个|再者|其余|其他|剩下|最后|同时|至于)|也就是第"
)
# 有三个突出问题必须引起高度重视。 — the sentence ends its paragraph.
_GOES_WITH = re.compile("[^，。；：\\n]{1,12}[。：]\\s*\n\\s*")
# 三件事，请办公室记录。第一，…
REMARK = re.compile("，(?:请|供|与|和)[^，。；：\\n]{2,14}(?=[。：])")
# 三个层面要落实，一是…，二是…: what is to be done with all of them.
TO_BE_DONE = re.compile(
    "(?:还?[要须]|必须|需要?|都要|应当?)[^，。；：]{0,4}"
    "(?:落实|抓[好紧实]?|做好|重视|注意|强调|解决|把握|说明|改进|整改|改|明确|提醒)[，。：]"
)
_ITEM_REACH = 900
_SENTENCES_REACH = 2000
# 第一步是…, 第二类人，…: what is counted goes with the number.
_ORDINAL = re.compile("第(?<=[。；：，！？\n].)[一二三四五六七八九十](?P<form>[^，。；：、\n]?)")
_ORDINAL_REACH = 3000
_MAX_PARTS = 200


class Following:
    """The parts and items of a speech, to be asked what follows a place."""

    def __init__(
        self, text: str, blocks: Sequence[Block], outline: Outline, items: Sequence[ItemSeries]
    ) -> None:
        self._text = text
        self._blocks = blocks
        self._starts = [block.span.start for block in blocks]
        self._outline = outline
        self._sections = list(outline.iter_sections())
        self._section_starts = [section.span.start for section in self._sections]
        self._items = list(items)
        self._item_starts = [series.starts[0] for series in items]
        self._told: dict[tuple[int, int, int | None], Kept | None] = {}

    def markers(self) -> set[int]:
        """Return where the markers of the parts stand."""
        return {one.heading.marker_span.start for one in self._sections}

    def after(self, start: int, end: int, count: int | None) -> Kept | None:
        """Return what keeps the announcement at start..end, or None where nothing tells."""
        place = (start, end, count)
        if place not in self._told:
            self._told[place] = self._after(start, end, count)
        return self._told[place]

    def _after(self, start: int, end: int, count: int | None) -> Kept | None:
        scope = self._scope(start)
        items = self._next_items(end)
        children = self._children(scope, end)
        parts = self._next_parts(scope, end, children)
        choices = [one for one in (items, parts) if one is not None]
        choices.sort(key=lambda one: one.members[0].start)
        for choice in choices:
            if choice.found == count:
                return choice
        if count is not None:
            exact = (
                same_kind(children, count)
                or self._numbered_on(end, count)
                or self._series_of(end, count)
                or self._sentences(scope, end, count)
                or self._ordinals(scope, end, count)
            )
            if exact is not None:
                return exact
        return choices[0] if choices else None

    def heading_around(self, span: Span) -> Span | None:
        """Return the heading that holds ``span``, or None."""
        section = self._scope(span.start)
        if section is None or span.end > section.heading.span.end:
            return None
        return section.heading.span

    def below(self, span: Span) -> Kept | None:
        """Return the parts right below the heading that holds ``span``, or None."""
        section = self._scope(span.start)
        if section is None or span.end > section.heading.span.end or not section.children:
            return None
        members = tuple(child.heading.span for child in section.children)
        return Kept(len(members), members, sure=False)

    def before(self, position: int) -> Kept | None:
        """Return the series that ends right before the sentence at ``position``, or None."""
        index = bisect_left(self._item_starts, position) - 1
        if index < 0:
            return None
        series = self._items[index]
        gap = self._text[series.starts[-1] : position]
        sentences = gap.count("。") + gap.count("\n")
        if not series.complete or len(gap) > _BACK or sentences > _SENTENCES_BACK:
            return None
        return series_kept(series, sure=False)

    def _scope(self, position: int) -> Section | None:
        """Return the innermost part around ``position``."""
        last = bisect_left(self._section_starts, position + 1) - 1
        for index in range(last, max(-1, last - _MAX_PARTS), -1):
            section = self._sections[index]
            if section.span.end > position:
                return section
            # Walk up: a part that ended may stand inside one that did not.
            if section.heading.level == 1:
                return None
        return None

    def _children(self, scope: Section | None, end: int) -> list[Section]:
        every = self._outline.sections if scope is None else scope.children
        first = bisect_left(every, end, key=lambda section: section.span.start)
        if scope is not None and first == len(every):
            return self._begun_anew(scope, end)
        return list(every[first : first + _MAX_PARTS])

    def _begun_anew(self, scope: Section, end: int) -> list[Section]:
        """Return the parts behind ``scope`` that count from one again: 下面，我再强调三件事."""
        index = bisect_left(self._section_starts, end)
        behind = self._sections[index : index + _MAX_PARTS]
        level = scope.heading.level
        if not behind or behind[0].heading.level != level or behind[0].heading.number != 1:
            return []
        return [section for section in behind if section.heading.level == level]

    def _next_parts(
        self, scope: Section | None, end: int, children: Sequence[Section]
    ) -> Kept | None:
        if not children:
            return None
        kind = children[0].heading.kind
        _, run = next(groupby(children, key=form))
        row = one_row(list(run))
        between = self._text[end : children[0].span.start]
        # 抓住四个环节：人、车、路、船。… — what stands behind the colon is what was announced.
        inline = between[:1] in ("：", ":") and between[1:].lstrip(" \u3000")[:1] not in ("\n", "")
        sure = (scope is None and not inline) or _leads_straight(between)
        # One part alone, or parts from 三 on, are what is left in sight of others where a page
        # lost its lines; right below the count, on a line of its own, it has lost its neighbours.
        begins = len(row) > 1 and row[0].heading.number in (None, 1)
        sure = sure and (begins or between.strip("。：: \u3000") == "\n")
        members = tuple(section.heading.span for section in row)
        return Kept(len(row), members, sure=sure and (kind is not None))

    def _next_items(self, end: int) -> Kept | None:
        index = bisect_left(self._item_starts, end)
        if index >= len(self._items):
            return None
        series = self._items[index]
        gap = self._text[end : series.starts[0]]
        if len(gap) > _NEAR or "\n" in gap or self._has_part(end, series.starts[0]):
            return None
        sure = series.complete and series.kind is not MarkerKind.ON_ONE_HAND
        line_end = self._text.find("\n", series.starts[-1])
        rest = series.starts[-1], line_end if line_end >= 0 else len(self._text)
        led = TO_BE_DONE.match(gap)
        rest_of_it = gap[led.end() :] if led else REMARK.sub("", gap, count=1)
        straight = rest_of_it.strip("”：:。， ") == ""
        sure = sure and straight and not _GOES_ON.search(self._text, *rest)
        sure = sure and not _counts_on(self._text, series, *rest)
        return series_kept(series, sure=sure)

    def _series_of(self, end: int, count: int) -> Kept | None:
        """Return the next series that begins a line nearby, where it is as long as announced.

        抓好五件大事。总的要求是…。具体到工作上：⏎一抓开工。…二抓帮扶。…
        """
        index = bisect_left(self._item_starts, end)
        if index >= len(self._items) or self._item_starts[index] > end + _FURTHER:
            return None
        series = self._items[index]
        first = series.starts[0]
        begins = self._text[end:first].rstrip("\u3000 ").endswith("\n")
        if not begins or not series.complete or len(series.starts) != count:
            return None
        return series_kept(series, sure=False)

    def _numbered_on(self, end: int, count: int) -> Kept | None:
        """Return the parts right behind that are numbered 1 to ``count`` in one form, or None.

        三条纪律：⏎1．…⏎2．…⏎3．…⏎四点要求：⏎1．…⏎2．…⏎3．…⏎4．…: the levels may be taken wrongly.
        """
        index = bisect_left(self._section_starts, end)
        behind = self._sections[index : index + _MAX_PARTS]
        if not behind or not _leads_straight(self._text[end : behind[0].span.start]):
            return None
        row: list[Span] = []
        for section in behind:
            heading = section.heading
            if heading.kind is not behind[0].heading.kind:
                continue
            if heading.number != len(row) + 1:
                break
            row.append(heading.span)
        return Kept(count, tuple(row), sure=True) if len(row) == count else None

    def _has_part(self, start: int, end: int) -> bool:
        index = bisect_left(self._section_starts, start)
        return index < len(self._sections) and self._section_starts[index] < end

    def _sentences(self, scope: Section | None, end: int, count: int) -> Kept | None:
        """Return ``count`` parallel short sentences, the first right behind the announcement."""
        text = self._text
        start = end
        while start < len(text) and text[start] in "”：:，。":
            start += 1
        limit = min(self._limit(scope, start), start + _SENTENCES_REACH)
        first = _SHORT_SENTENCE.match(text, start, limit)
        found: list[Span] = []
        if first and _begins_so_often(text, first, limit) >= count:
            model = first.group()
            found = [
                Span(match.start(), match.end())
                for match in _SHORT_SENTENCE.finditer(text, start, limit)
                if match.start() == start
                or (
                    text[match.start() - 1] in "。！？”"
                    and is_parallel(model, match.group())
                    and model[0] == match.group()[0]
                )
            ]
        if len(found) != count:
            line_end = text.find("\n", end, end + _ITEM_REACH)
            reach = line_end if line_end >= 0 else end + _ITEM_REACH
            # Every alternative has one 一.
            alternatives = text.count("一", end, reach) >= count
            found = [
                Span(match.start(), match.end())
                for match in (_ALTERNATIVES.finditer(text, end, reach) if alternatives else ())
            ]
        if len(found) != count or _one_more(text, found[-1]):
            return None
        return Kept(count, tuple(found), sure=True)

    def _ordinals(self, scope: Section | None, end: int, count: int) -> Kept | None:
        """Return 第一步…第二步… in one form, the first right behind the announcement."""
        limit = min(scope.span.end if scope is not None else len(self._text), end + _ORDINAL_REACH)
        first = _ORDINAL.search(self._text, end, min(end + _NEAR, limit))
        if first is None or "。" in self._text[end : first.start()].rstrip()[:-1]:
            return None
        found = [
            Span(match.start(), match.end())
            for match in _ORDINAL.finditer(self._text, first.start(), limit)
            if match["form"] == first["form"]
        ]
        numbers = [parse_number(one.of(self._text)[1:2]) for one in found]
        if numbers != list(range(1, count + 1)):
            return None
        return Kept(count, tuple(found), sure=True)

    def _limit(self, scope: Section | None, start: int) -> int:
        index = bisect_left(self._starts, start + 1) - 1
        block_end = self._blocks[index].span.end if index >= 0 else len(self._text)
        return min(block_end, scope.span.end) if scope is not None else block_end


def parts_promise(text: str, counted: Counted, kept: Kept) -> Promise:
    """Return the promise of parts that ``kept`` keeps or breaks."""
    return counted.promise(text, PromiseKind.PARTS, kept.found, kept.members)


def _counts_on(text: str, series: ItemSeries, start: int, end: int) -> bool:
    """Return whether the next number comes in another form (第三，要实。四呢，要久。)."""
    found = len(series.starts)
    following = format_han(found + 1)
    forms = re.compile(f"[，。；](?:第|其)?{following}[呢嘛来是要、，]")
    return forms.search(text, start, min(end, start + _ITEM_REACH)) is not None


def _one_more(text: str, last: Span) -> bool:
    """Return whether 一件是…；还有一件，就是…。 names one more in the sentence of the last one."""
    stop = text.find("。", last.end, last.end + _ITEM_REACH)
    return text.find("；还有" + text[last.start : last.start + 2], last.end, max(stop, 0)) >= 0


def _begins_so_often(text: str, first: re.Match[str], limit: int) -> int:
    """Return how many sentences up to ``limit`` begin with the character of the first at most."""
    start, character = first.start(), first.group()[0]
    return 1 + sum(text.count(mark + character, start, limit) for mark in "。！？”")


def _leads_straight(between: str) -> bool:
    """Return whether nothing but marks and the end of the sentence stands between."""
    return not between.strip("。：:；，！”） \n\u3000") or _GOES_WITH.fullmatch(between) is not None
