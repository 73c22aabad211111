"""Members further on that name their fields: 指出了四个方面的问题 … 在思想上，…；在工作上，…；….

Between the count and the first of them other sentences may stand, so the row must be as long as
announced, begin sentences, and have no other of its kind beside it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.parsing.promises.counts import Counted

_FIELDS = re.compile("(?:方面|问题|不足|差距|短板|弱项|成效|成绩|变化|收获|感受|意见|要求|打算)$")
# In these words a field begins its sentence; all members of a row share one.
_LEAD = re.compile(
    "(?:(?<=[。；：！？\n\u3000])(?:在[^，。；：、\n]{1,10}(?P<end>上|方面|中|里)|从[^，。；：、\n]{1,10}(?P<view>看|讲|说))"
    # 产业上，…⏎交通上，…: without 在 only in lines of their own.
    "|(?<=\n)[^在从，。；：、\n]{2,4}(?P<field>上|方面))，"
)
# Where numbered parts come first, they are what was announced.
_PART = re.compile("[。：\\n]\\s*(?:[（(]?[一1][）)、.．]|第一|一[是要]|首先)")
_NEAR, _REACH, _FEWEST = 300, 2_000, 3


def find_fields(text: str, counted: Counted) -> Sequence[Span]:
    """Return the sentences that open with a field each, where they are as many as announced."""
    count = counted.count or 0
    if count < 2 or not _FIELDS.search(counted.noun or counted.measure):
        return ()
    start = counted.span.end
    first = _LEAD.search(text, start, start + _NEAR)
    if first is None or _PART.search(text, start, first.start()):
        return ()
    # Two may stand there by chance, unless the first comes at once.
    if count < _FEWEST and text[start : first.start()].strip("。：\n\u3000"):
        return ()
    row = [
        Span(*one.span())
        for one in _LEAD.finditer(text, first.start(), start + _REACH)
        if one.groups() == first.groups()
    ]
    return row if len(row) == count else ()
