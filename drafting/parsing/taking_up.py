"""Where a thing counted is taken up again: 有三点感受，也有两点建议。先说感受。…."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from drafting.text.span import Span

if TYPE_CHECKING:
    from drafting.parsing.counts import Counted

_REACH, _KEY = 2_000, 2
_TURN = "(?:首先|其次|先|再|后|接着|然后|最后|下面|第[一二三])?(?:来)?"


def taken_up(text: str, counted: Counted) -> Counted | None:
    """Return the count as if it stood where its thing is taken up again, or None."""
    key = counted.noun.strip("“”")[-_KEY:]
    if len(key) < _KEY:
        return None
    end = counted.span.end
    found = _again(key).search(text, end, end + _REACH)
    return replace(counted, span=Span(found.start(), found.end())) if found else None


@cache
def _again(key: str) -> re.Pattern[str]:
    said = f"{_TURN}(?:[说讲谈看提](?:说|讲|谈|一下|下|几点)?){re.escape(key)}(?=[。，：])"
    return re.compile(f"(?<=[。！？；\n])(?:{said}|{re.escape(key)}(?=：))")
