"""Whether a numbered row that is shorter or longer than announced surely is what was announced.

“五个结合”。一是大与小相结合…。二是建与管相结合…。 — every member names what is counted, and nothing
else in the paragraph does: then the row is the one announced, and the count is wrong.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafting.parsing.members import split_list
from drafting.text.numerals import parse_number
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.parsing.counts import Counted
    from drafting.parsing.parts import Kept

_CLAUSE = re.compile("[，。；：！？\n]|$")
_NEAR = 30
_KEY, _FAR_OFF, _FEWEST = 2, 2, 2
_REACH, _OPENING, _LONGEST = 1_000, 8, 6


def names_its_members(text: str, counted: Counted, kept: Kept) -> bool:
    """Return whether the members of ``kept``, not as many as announced, are what was announced."""
    key = counted.noun.strip("“”")[-_KEY:]
    count = counted.count or 0
    few = counted.modest or kept.found < _FEWEST or abs(kept.found - count) > _FAR_OFF
    if len(key) < _KEY or not kept.sure or few:
        return False
    first, last = kept.members[0], kept.members[-1]
    line_end = text.find("\n", last.end, last.end + _REACH)
    rest = text[first.start : line_end if line_end >= 0 else last.end + _REACH]
    if rest.count(key) != kept.found:
        return False
    return all(key in text[one.start : _clause_end(text, one.end)] for one in kept.members)


def named_one_by_one(text: str, counted: Counted) -> list[Span]:
    """Return 一条是…，一条是… right behind the count where they are surely all, or nothing.

    Every member is named with the measure; nothing in the paragraph or at the beginning of the next
    one goes on with it (还有一条…, 第三条…).
    """
    start, measure = counted.span.end + 1, counted.measure
    each = f"一{measure}是"
    if not measure or text[start - 1 : start] not in tuple("：:，。") or counted.noun[:1] == "一":
        return []
    if not text.startswith(each, start):
        return []
    line_end = text.find("\n", start, start + _REACH)
    end = line_end if line_end >= 0 else min(len(text), start + _REACH)
    found = [Span(*one.span()) for one in _each(each).finditer(text, start, end)]
    further = _further(measure).search(text, found[-1].end, end + _OPENING)
    far = abs(len(found) - (counted.count or 0)) > _FAR_OFF
    return [] if further or far or len(found) < _FEWEST else found


def numbered_but_fewer(text: str, counted: Counted) -> list[Span]:
    """Return 第一场，…。第二场，…。 behind 四场硬仗。 where they are surely all, or nothing.

    The numbers go with the measure of the count, run on, and end with the paragraph.
    """
    start, measure = counted.span.end, counted.measure
    if not measure or f"第一{measure}" not in text[start : start + _NEAR]:
        return []
    line_end = text.find("\n", start, start + _REACH)
    end = line_end if line_end >= 0 else min(len(text), start + _REACH)
    found = list(_ordinals(measure).finditer(text, start, end))
    numbers = [parse_number(one["n"]) for one in found]
    few = len(found) < _FEWEST or abs(len(found) - (counted.count or 0)) > _FAR_OFF
    first = found[0].start() if found else start
    if few or numbers != list(range(1, len(found) + 1)) or "。" in text[start : first - 1]:
        return []
    rest = text[found[-1].end() : end + _OPENING]
    further = _further(measure).search(rest) or _MORE.search(rest)
    return [] if further else [Span(*one.span()) for one in found]


@cache
def _ordinals(measure: str) -> re.Pattern[str]:
    return re.compile(f"(?<=[，。；：])第(?P<n>[一二三四五六七八九十]){measure}")


def asked_but_fewer(text: str, counted: Counted) -> list[Span]:
    """Return the questions behind 四个问题： where they fill the paragraph and are surely all."""
    start = counted.span.end + 1
    if "问" not in counted.measure + counted.noun or text[start - 1 : start] != "：":
        return []
    run = _QUESTIONS.match(text, start, start + _REACH)
    if run is None or text[run.end() : run.end() + 1] not in ("", "\n"):
        return []
    found = [Span(*one.span()) for one in _QUESTION.finditer(text, start, run.end())]
    far = abs(len(found) - (counted.count or 0)) > _FAR_OFF
    return [] if far or len(found) < _FEWEST else found


def alike_but_fewer(text: str, counted: Counted) -> list[Span]:
    """Return the members of 三条规矩：不准…，不准…。 where they are surely all, or nothing.

    The sentence holds nothing but pieces that begin alike, or that all have the counted noun, and
    nothing behind it goes on with them.
    """
    place = _AT_ONCE.match(text, counted.span.end)
    if place is None or counted.count is None or counted.measure in tuple("位名家"):
        return []
    start = place.end()
    stop = _SENTENCE.search(text, start, start + _REACH)
    end = stop.start() if stop else 0
    sentence = text[start : max(start, end)]
    marks = next((mark for mark in "；，、" if mark in sentence), "")
    if not marks or sentence.count(marks) > counted.count + _FAR_OFF or _OPEN_END.search(sentence):
        return []
    key = counted.noun.strip("“”")[-_KEY:]
    row = split_list(text, start, end, marks)
    shared = _shared_lead([one.of(text) for one in row], key if counted.quoted else "", marks)
    if counted.quoted and marks == "，" and not shared:
        # “三公开”，预算公开、决算公开，凡是…: the list stands in the first clause.
        row = split_list(text, row[0].start, row[0].end, "、")
        shared = key if len(key) == _KEY and all(_ends(one.of(text), key) for one in row) else ""
    few = len(row) < _FEWEST or abs(len(row) - counted.count) > _FAR_OFF
    shared = shared or (_evenly(text, row, counted) if marks == "，" else "")
    if few or not shared or len(row) == counted.count:
        return []
    line_end = text.find("\n", end, end + _REACH)
    rest = text[row[-1].end : (line_end if line_end >= 0 else end + _REACH) + _OPENING]
    further = shared in rest or _MORE.search(rest) or _further(counted.measure or "个").search(rest)
    return [] if further else row


# 三条规矩：, “三公开”，, “三个确保”，即.
_AT_ONCE = re.compile("”?(?:[：，]|——)(?:即|(?:也)?就是|分别是)?")
_SENTENCE = re.compile("[。！？\n]|$")
_OPEN_END = re.compile("等等?$|等等?[，；]|一[是要]|第一|首先|①|“|…|尤其|特别|其中|比如|例如|譬如")
_QUESTION = re.compile("[^。；：！？\\n]+？")
_QUESTIONS = re.compile(f"(?:{_QUESTION.pattern})+")
_MORE = re.compile("还要|同时|更要|以及|尤其|特别是|再一|第[一二三四五六七八九十]")


def _ends(word: str, key: str) -> bool:
    return word.endswith(key) and len(word) <= _LONGEST


def _evenly(text: str, row: Sequence[Span], counted: Counted) -> str:
    """Return 建台账 of 四条措施：建台账，明责任，定时限。, pieces of one length, or “”."""
    lengths = {len(one) for one in row}
    said = counted.noun.endswith(("话", "字", "句")) or text[row[0].start - 1] != "："
    whole = all("、" not in one.of(text) for one in row)
    even = len(row) > _FEWEST and max(lengths) - min(lengths) <= 1 and min(lengths) > _FEWEST
    return row[0].of(text) if even and whole and not said else ""


def _shared_lead(words: Sequence[str], key: str, parted: str) -> str:
    """Return the two characters with which all words begin, or the key that all have, or “”."""
    if len(words) < _FEWEST:
        return ""
    if len({word[:_KEY] for word in words}) == 1:
        return words[0][:_KEY]
    if parted == "、" and not words[-1].endswith(key):
        return ""
    return key if len(key) == _KEY and all(key in word for word in words) else ""


@cache
def _each(each: str) -> re.Pattern[str]:
    return re.compile(f"(?<=[，。；：]){each}")


@cache
def _further(measure: str) -> re.Pattern[str]:
    return re.compile(
        f"[再另其第两二三四五有后]一?[二三四五]?{measure}|还有|此外|另外|再就是|再者|最后"
    )


def _clause_end(text: str, start: int) -> int:
    found = _CLAUSE.search(text, start, start + _REACH)
    return found.start() if found else start
