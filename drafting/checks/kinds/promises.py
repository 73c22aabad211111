"""What the two rules on announced counts share: whose matter a count is, and how to mend it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.model.draft import PromiseKind
from drafting.model.finding import Fix
from drafting.text.edits import TextEdit
from drafting.text.numerals import format_han

if TYPE_CHECKING:
    from drafting.model.draft import Draft, Promise
    from drafting.model.headings import Heading

# Nouns that announce parts of the speech itself; 特点, 重点 and the like are things counted.
_PARTS_NOUN = re.compile(
    "(?<![特重亮难堵节热试景站据要痛])点|意见|要求|建议|看法|体会|方面|问题|部分|件事|句话"
)
_LEVELS = "一二三四五六七八九"


def announces_parts(promise: Promise) -> bool:
    """Return whether a count announces parts of the speech (else it counts listed members)."""
    is_parts = promise.kind is PromiseKind.PARTS
    return is_parts and _PARTS_NOUN.search(promise.text) is not None


def member_label(draft: Draft, promise: Promise) -> str:
    """Return what was counted: “一级标题（“一、”）”, or nothing where it is no heading."""
    headings = _member_headings(draft, promise)
    if not headings:
        return "并列的内容"
    first = headings[0]
    level = _LEVELS[first.level - 1] if first.level <= len(_LEVELS) else str(first.level)
    example = f"（“{first.marker}”等）" if first.marker else ""
    return f"{level}级标题{example}"


def count_fixes(draft: Draft, promise: Promise) -> tuple[Fix, ...]:
    """Return the change of the announced number to the number found; none for nothing found."""
    if not promise.found or promise.found > 9999:
        return ()
    old = promise.count_span.of(draft.text)
    if old.isdecimal():
        new = str(promise.found)
    else:
        # 二 before a measure word is 两, but not inside a coined name (“五化”).
        counted = promise.found == 2 and not promise.text.startswith("“")
        new = "两" if counted else format_han(promise.found)
    offset = promise.count_span.start - promise.span.start
    wording = promise.text[:offset] + new + promise.text[offset + len(old) :]
    return (Fix(f"把数字改为“{wording}”", (TextEdit(promise.count_span, new),)),)


def _member_headings(draft: Draft, promise: Promise) -> list[Heading]:
    by_start = {heading.span.start: heading for heading in draft.headings}
    return [by_start[span.start] for span in promise.members if span.start in by_start]
