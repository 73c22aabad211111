"""Counts of one: 只提一个要求：…, 就一个希望，那就是…."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.model.draft import Promise, PromiseKind
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_THING = (
    "(?:[点个条句件项]|大)(?:小|大|总|基本|共同|主要|朴素|最大的?|具体)?(?:要求|希望|目标|愿望|请求|建议|想法|心愿|心声|目的|任务|原则|标准|态度|感受|体会"
    "|期望|期盼|观点|判断|信念|规律|经验|教训|意见|主题|道理|愿景|承诺|提醒|嘱托|倡议|事情?|话|词|问题|底线|纪律|字)"
)
_ONE = re.compile(
    f"一(?:{_THING}|(?:(?<=[只就仅]有一)|(?<=[只就仅]一))[个条点句])(?P<told>：|——|，?(?:那)?(?:也)?就是|，即|，叫)"
)
# What makes one thing an announcement: that it is the only one, or that it is going to be said.
_LEAD = re.compile(
    "(?:[只就仅][^，。；：！？\\n]{0,8}"
    "|(?:[讲提说谈送有]|强调|归结[为成]|概括[为成]|浓缩[为成]|归根结底|说到底|总结出|悟出|悟到|得出|懂得|发现|体会到|最后|印证|说明|证明|认准|坚持|明白|记住)[^，。；：！？\\n]{0,3})$"
)
_LEAD_LENGTH = 12
_SENTENCE = re.compile("[。！？\\n]|$")
_REACH = 200


def iter_single(text: str) -> Iterator[Promise]:
    """Yield the promise of every announced one with what is told of it."""
    for match in _ONE.finditer(text):
        # 归到底，一句话，就是…: said in one, whatever stands before.
        summed = match.group().startswith("一句话，") and text[match.start() - 1] in "，。；\n"
        lead = _LEAD.search(text, max(0, match.start() - _LEAD_LENGTH), match.start())
        if not (lead or summed):
            continue
        # 他说了一句话：“…”: told of somebody, word by word.
        if text.startswith("：“", match.start("told")) and text[match.start() - 1] in "了过":
            continue
        end = _SENTENCE.search(text, match.end(), match.end() + _REACH)
        stop = end.start() if end else match.end() + _REACH
        if stop <= match.end():
            continue
        span = Span(match.start(), match.start("told"))
        yield Promise(
            kind=PromiseKind.LISTED,
            text=span.of(text),
            span=span,
            count_span=Span(match.start(), match.start() + 1),
            count=1,
            found=1,
            members=(Span(match.end(), stop),),
        )
