"""Counts that are plainly announced though nothing in sight keeps or breaks them.

今天的会议有三项议程。 · 分享三个小故事。 · 用六个关键词来概括。第一个关键词…. — a page may break
off, and what tells of them may stand in any words; that they were announced is known by the noun.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafting.parsing.promises.counts import Counted

_NOUN = re.compile(
    "(?:具体|突出|鲜明|显著|明显|主要|重要|小|新|大)?(?:议程|话题|特点|特征|关键词|故事|效果|决定|收获|期待|期望|原因|目的|内容|角度|想法"
    "|观点|启示|倡议|建议|祝愿|感谢|“[^“”]{1,4}”)$"
)
_BEFORE = re.compile(
    "(?:讲|谈|说|提|强调|汇报|交流|分享|宣布|表达|通报|布置|有|从|为|达到了|把握|送(?:给|上)?[^，。；：\\n]{0,4})$"
)
_ENDS = re.compile("”?(?:[。：，]|$|\\n|(?:来)?(?:谈|讲|说|作)[^，。；：！？\\n]{0,8}[。：])")
_FIRST = re.compile(
    "”?[^，。；：！？\\n]{0,8}[，。：\\n][ \\u3000\\n]*"
    "(?:[第头]一|一是|首先|其一|[（(][一1][）)]|[一1][、．.])"
)
_NEAR, _BARE = 12, ("项", "条", "点", "个", "件", "步")


def is_openly_announced(text: str, counted: Counted) -> bool:
    """Return whether a speaker says that so many will be told, or goes on with the first."""
    start, end = counted.span.start, counted.span.end
    if counted.count is None or not _NOUN.match(counted.noun):
        # 任务有三项，第一项….
        bare = counted.count is not None and counted.noun == "" and counted.measure in _BARE
        return bare and text.startswith(f"第一{counted.measure}", end + 1)
    if _FIRST.match(text, end):
        return True
    said = _BEFORE.search(text, max(0, start - _NEAR), start)
    return said is not None and _ENDS.match(text, end) is not None
