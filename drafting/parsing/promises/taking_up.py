"""Where a thing counted is taken up again: 有三点感受，也有两点建议。先说感受。…."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from drafting.text.span import Span

if TYPE_CHECKING:
    from drafting.parsing.promises.counts import Counted

_REACH, _KEY, _LONGEST_LEAD = 2_000, 2, 12
# A thing that is spoken of so often is not taken up anywhere.
_MOST = 30
_TURN = "(?:首先|其次|先|再|后|接着|然后|最后|下面|第[一二三])?(?:来)?"
_MARKS = ("。", "，", "：")
# What may stand between the end of a sentence and the thing: 先说, 再来谈谈, 下面讲一下.
_LEAD = re.compile(f"[。！？；\n](?P<said>{_TURN}(?:[说讲谈看提](?:说|讲|谈|一下|下|几点)?))?$")
# Its last characters: most places are passed over without a search.
_BEFORE_IT = frozenset("。！？；\n首先其次再后接着然最下面第一二三来说讲谈看提几点")


def taken_up(text: str, counted: Counted) -> Counted | None:
    """Return the count as if it stood where its thing is taken up again, or None."""
    key = counted.noun.strip("“”")[-_KEY:]
    if len(key) < _KEY:
        return None
    limit = counted.span.end + _REACH
    place = counted.span.end - len(key)
    for _ in range(_MOST):
        place = text.find(key, place + len(key), limit)
        if place < 0:
            break
        end = place + len(key)
        mark = text[end : end + 1]
        if mark not in _MARKS or text[place - 1] not in _BEFORE_IT:
            continue
        lead = _LEAD.search(text, place - _LONGEST_LEAD, place)
        if lead and (lead["said"] or mark == "："):
            return replace(counted, span=Span(place, end))
    return None
