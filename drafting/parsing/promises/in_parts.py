"""Parts that a count announces: 讲三点意见。一、…; 从四个方面谈谈看法：一是…."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.model.draft import PromiseKind
from drafting.parsing.promises.announcing import (
    ANNOUNCING,
    BARE_PARTS,
    BEHIND_COUNT,
    BREAK,
    COLON_NEAR,
    FIRST_PART,
    FROM,
    OF_PARTS,
    PART_NOUN,
    PLAINLY,
    SAID_BEHIND,
    SOME_NOUN,
    SPEAKING,
    TOLD,
)
from drafting.parsing.promises.parts import parts_promise

if TYPE_CHECKING:
    from drafting.model.draft import Promise
    from drafting.parsing.promises.counts import Counted
    from drafting.parsing.promises.part_rows import Kept
    from drafting.parsing.promises.parts import Following

_STOPS = re.compile("[。；！？\n]")
_MARK = re.compile("”?[。：，]\\s*")
# 看清三个方面的形势。（一）…: written parts that begin at once are those announced.
_NEAR_STOP = 8
_WHOLE_PARTS = ("点", "方面")


def part_promise(text: str, counted: Counted, lead: str, following: Following) -> Promise | None:
    """Return the promise of parts to come, kept, broken or open, or None where none are announced.

    ``lead`` is what stands before the count.
    """
    if not BEHIND_COUNT.match(text, counted.span.end):
        return None
    at_colon = text.startswith(("：", ":"), counted.span.end)
    introduces = at_colon or COLON_NEAR.match(text, counted.span.end) is not None
    clause = _STOPS.split(lead)[-1]
    is_part = _is_part(text, counted, clause)
    long = counted.noun != "" and text.startswith("的", counted.span.end)
    long = long and OF_PARTS.match(text, counted.span.end) is not None
    if not (is_part or long) and (counted.count is None or not introduces):
        return None
    speaking = clause == "" or SPEAKING.search(clause) is not None
    kept = following.after(counted.span.start, counted.span.end, counted.count)
    is_part = is_part or (long and kept is not None and _at_break(text, counted, kept))
    at_once = is_part and kept is not None and _at_once(text, counted, kept)
    announced = speaking or ANNOUNCING.search(clause)
    if not ((is_part and announced) or introduces or at_once):
        return None
    if kept is None:
        return counted.promise(text, PromiseKind.PARTS, None) if is_part else None
    surely = at_once or at_colon or _is_surely_meant(text, counted, clause, kept)
    surely = surely and kept.sure and counted.measure != "种" and not TOLD.search(clause)
    if counted.count is not None and kept.found != counted.count and not surely:
        return counted.promise(text, PromiseKind.PARTS, None) if is_part else None
    return parts_promise(text, counted, kept)


def _is_surely_meant(text: str, counted: Counted, clause: str, kept: Kept) -> bool:
    """Return whether nothing but the parts that follow can be what is announced."""
    end = counted.span.end
    # 三个问题，说到底是一个问题: what begins its sentence before a comma announces nothing surely.
    closed = text[end : end + 1] in ("。：:，" if clause else "。：:")
    if closed and PLAINLY.search(clause):
        return True
    if FROM.search(clause) and SAID_BEHIND.match(text, end):
        return True
    speaking = clause == "" or SPEAKING.search(clause) or ANNOUNCING.search(clause)
    return bool(speaking) and _at_break(text, counted, kept)


def _is_part(text: str, counted: Counted, clause: str) -> bool:
    """Return whether what is counted is told in parts, as its noun, measure or verb says."""
    noun, measure = counted.noun, counted.measure
    if measure in BARE_PARTS and (measure in _WHOLE_PARTS or not noun):
        return True
    if PART_NOUN.match(noun):
        return True
    # 表现为“四性”。一是…: what is counted so has a word of its own.
    one_word = counted.quoted and not measure and len(noun) == 1
    if one_word and _begins_at_once(text, counted.span.end):
        return True
    if SOME_NOUN.match(noun) and (counted.count is None or _begins_at_once(text, counted.span.end)):
        return True
    named = counted.modest and clause != "" and len(noun) > 1 and counted.count is not None
    return named and SPEAKING.search(clause) is not None


def _begins_at_once(text: str, end: int) -> bool:
    """Return whether the first numbered part stands right behind the mark at ``end``."""
    mark = _MARK.match(text, end)
    return mark is not None and FIRST_PART.match(text, mark.end()) is not None


def _at_once(text: str, counted: Counted, kept: Kept) -> bool:
    """Return whether the count ends its sentence and the first part begins right behind it."""
    stop = text.find("。", counted.span.end, counted.span.end + _NEAR_STOP)
    start = kept.members[0].start if kept.members else -1
    if stop < 0 or not stop < start or text[stop + 1 : start].strip():
        return False
    return FIRST_PART.match(text, start) is not None and "\n" not in text[counted.span.end : stop]


def _at_break(text: str, counted: Counted, kept: Kept) -> bool:
    """Return whether the count ends its paragraph and the first part opens the next one."""
    start = kept.members[0].start if kept.members else counted.span.end
    return BREAK.fullmatch(text, counted.span.end, start) is not None and (
        FIRST_PART.match(text, start) is not None
    )
