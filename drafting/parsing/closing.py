"""Where the closing of a speech begins."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from drafting.model.draft import BlockKind
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.model.draft import Block
    from drafting.model.headings import Heading

# Somebody is addressed again: the surest sign of a closing.
_ADDRESS = re.compile(
    "(?:尊敬的|敬爱的|亲爱的)?"
    "(?:各位(?![要把将能就也都在不])[^，。；：、！]{1,6}|(?!我|你|他|她|它|咱|人)[^，。；：、！]{1,6}们)"
    "[、，,！!：:。]"
)
_SUMMING = re.compile(
    "总之|总而言之|综上所述|一句话|归根结底|最后，?(?:让我们|祝|预祝|衷心|我代表|再次|给(?:大家|同志们|各位))"
)
_CALLING = re.compile(
    "让我们|预祝|祝愿|衷心祝|谢谢大家|谢谢各位|我就[讲说谈](?:这些|到这|这么多|这几[点句])|以上就?是我的(?:讲话|发言|汇报)|我的(?:讲话|发言|汇报)(?:完了|完毕|到此|结束)|散会|批评指正|供(?:大家|各位|领导)参考"
    "|请[^。]{0,14}(?:放心|监督)[！。]|^[^，。]{0,8}就(?:讲|说|传达)?到这里",
    re.MULTILINE,
)
# The last words of a speech without an address: 祝同学们学业有成！ 现在，我宣布，樱桃节开幕！
_WISHING = re.compile("(?:再次)?(?:衷心|诚挚|真诚)?祝(?!贺|福|酒|寿)|(?:现在|下面)，?我宣布")
# A short last paragraph that asks everybody for something stands outside the last part.
_ASKING = re.compile(
    "(?:[^。\\n]{1,24}。)?[^。]{0,24}(?:希望|请|望|拜托)"
    "(?:大家|同志们|全体|各(?:位|级|单位|部门|地|县|区|乡|镇|有关))"
)
_MAX_ASKING = 130
_MAX_PARAGRAPHS = 8
# In a speech without line breaks the closing is at most so long.
_MAX_INLINE = 900
_INLINE_ADDRESS = re.compile("(?<=[。！？”])(?:同志们|各位代表|朋友们|老师们|同学们)[，！,!]")


def find_closing(text: str, blocks: Sequence[Block], headings: Sequence[Heading]) -> Span | None:
    """Return the span of the closing, from its address or call to the end, or None."""
    body = [block for block in blocks if block.kind in (BlockKind.PARAGRAPH, BlockKind.SALUTATION)]
    if not body:
        return None
    # A signature or a note behind the speech is no part of its closing.
    end = body[-1].span.end
    last_heading = headings[-1] if headings else None
    floor = blocks[last_heading.block].span.end if last_heading else body[0].span.start
    starts = [block.span.start for block in body]
    tail = body[max(bisect_left(starts, floor), len(body) - _MAX_PARAGRAPHS) :]
    if not headings:
        tail = [block for block in tail[-3:] if block is not body[0]]
        tail = [block for block in tail if block.kind is BlockKind.PARAGRAPH]
    start = _closing_start(text, tail)
    if start is None and last_heading is not None and len(tail) > (not last_heading.run_in):
        start = _asking_start(text, tail[-1].span)
    if start is None and last_heading is not None:
        start = _inline_start(text, last_heading.span.end, end)
    return None if start is None or start >= end else Span(start, end)


def _closing_start(text: str, tail: Sequence[Block]) -> int | None:
    """Return where the last address, summing up or call among the tail's paragraphs begins."""
    for block in reversed(tail):
        span = block.span
        if block.kind is BlockKind.SALUTATION or _ADDRESS.match(text, span.start, span.end):
            return span.start
    for block in reversed(tail):
        span = block.span
        first_end = text.find("。", span.start, span.end)
        if _SUMMING.search(text, span.start, first_end if first_end > 0 else span.end):
            return span.start
    last = tail[-1].span if tail else None
    if last is not None and _CALLING.search(text, last.start, last.end):
        # “谢谢大家！” alone belongs to the paragraph of wishes before it.
        short = len(last) <= 20 and len(tail) > 1 and _ends_a_speech(text, tail[-2].span)
        return tail[-2].span.start if short else last.start
    return last.start if last is not None and _WISHING.match(text, last.start, last.end) else None


def _ends_a_speech(text: str, span: Span) -> bool:
    calls = _CALLING.search(text, span.start, span.end) is not None
    return calls or _WISHING.match(text, span.start, span.end) is not None


def _asking_start(text: str, last: Span) -> int | None:
    asks = len(last) <= _MAX_ASKING and _ASKING.search(text, last.start, last.end)
    return last.start if asks else None


def _inline_start(text: str, start: int, end: int) -> int | None:
    """Return where a closing begins that was glued to the last part's paragraph."""
    newline = text.rfind("\n", start, end)
    start = max(start, newline, end - _MAX_INLINE)
    found = None
    for match in _INLINE_ADDRESS.finditer(text, start, end):
        found = match.start()
    if found is None or text[end - 1] not in "。！？!?”":
        return None
    return found if _CALLING.search(text, found, end) or text[end - 1] in "！!" else None
