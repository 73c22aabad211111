"""Where the members behind a count begin (三条路：…, 三个层面同时发力，…, 分别是…).

A new place is a line in ``_PLACES``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.parsing.promises.counts import ANOTHER
from drafting.text.characters import HAN
from drafting.text.numerals import parse_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.parsing.promises.counts import Counted

REACH = 400
_CLAUSE = "[^，。；：！？、“”—（\\n]"
_MARK = "(?:——|[，。：；（\\n])"
# 四句话、十六个字，…; “三个强化、三个到位”：…; 三个方面十二个问题。…: the second count tells of the
# same members, or sums up what stands in them.
_SECOND = (
    "(?P<second>[、，](?P<as_many>[一二三四五六七八九十]{1,3})(?:个字|[个条项大](?!字)"
    f"[{HAN}]{{1,4}})|(?P<more>[一二三四五六七八九十]{{1,3}})[个条项](?:问题|事项|意见|具体[{HAN}]{{2}}))?”?"
)
# What leads to the members: 即, 就是, 分别是, 要靠, 一个是 is a member itself.
_LINK = (
    "(?:，?(?<!一)(?:也?就(?:是|叫)|即|叫做?|分别(?:是|为)|具体(?:是|为|说|讲)"
    "|那就是|要靠|无非是|包括))?"
)
# Where the members begin, seen from the end of the count; the first ``_NAMING`` even where those
# counted act (五个单位作了发言，…): there they are named.
_PLACES = tuple(
    re.compile(f"”?{_SECOND}{place}")
    for place in (
        # 三条路：…, 三条路，…, 三条路就是….
        f"{_LINK}(?:(?<=[是即叫做为靠括])[：“]?|{_MARK}[“]?)",
        # 点了五个单位的名：…, 点三个单位的名，….
        f"(?:[{HAN}]{{1,6}}：|的[{HAN}]{{1,2}}，)",
        # 四个乡镇作了检讨，分别是….
        f"{_CLAUSE}{{0,16}}[，。](?:分别|依次|他们|她们|它们|也就|那就)(?:是|为|叫)",
        # 三个层面同时发力，…, 两条路摆在面前：….
        f"{_CLAUSE}{{1,14}}{_MARK}[“]?",
        # 六件实事办得怎么样？….
        f"{_CLAUSE}{{2,10}}？",
        # 三句话，请大家记住：…, 六条，我念一遍，请大家记住。…, 六条。一条一条念：….
        f"{_CLAUSE}{{0,14}}(?:(?:，{_CLAUSE}{{2,14}})?。{_CLAUSE}{{2,14}}：|(?:，{_CLAUSE}{{2,14}}){{1,3}}[：。])[“]?",
    )
)
# 一是…，二是…: a series is counted by its numbers (parts.py, sequences.py), not by its commas.
NUMBERED = re.compile(
    "[一二三四五六七八九十1-9][是要靠看来、．.]|[第头]一|首先|其[一二三次]|[（(][一1]|①|一[个条点]?(?:是|叫)"
    "|[两二三四五六七八九十](?:[个大项点条件种类句手]|方面)"
)
# With these it begins, as every measure's 一 does.
_BEGIN_NUMBERS = frozenset("一二三四五六七八九十两123456789第头首其（(①")
_BLANK = ("\n", "\u3000", " ")
_NAMING = 3


def iter_places(text: str, counted: Counted) -> Iterator[tuple[int, bool]]:
    """Yield where the members may begin, each place once, and whether they must be named there.

    None where a series begins there.
    """
    noun = counted.noun.strip("“”")
    seen: set[int] = set()
    for number, place in enumerate(_PLACES):
        match = place.match(text, counted.span.end)
        if match is None:
            continue
        start = match.end()
        if start in seen or ANOTHER.search(_own(match, counted)):
            continue
        if _is_numbered(text, start, noun, counted.measure):
            return
        seen.add(start)
        yield start, number < _NAMING
        if text[start - 1] == "：":
            return


def _is_numbered(text: str, start: int, noun: str, measure: str) -> bool:
    """Return whether what begins at ``start`` is counted by its numbers, or by its measure.

    一张是…，一张是…: what is named with its measure is counted by that (sequences.py).
    """
    first = start
    while text[first : first + 1] in _BLANK and first < start + REACH:
        first += 1
    if text[first : first + 1] not in _BEGIN_NUMBERS:
        return False
    if NUMBERED.match(text, first) and not text.startswith(noun or "。", first):
        return True
    one = "一" + measure
    if not text.startswith(one, start) or noun[:1] == "一":
        return False
    return not text.startswith(one + "一", start)


def reach(text: str, start: int) -> tuple[int, int]:
    """Return where the members' line begins behind ``start``, and how far it is looked at."""
    last = min(start + REACH, len(text))
    first = start
    while text[first : first + 1] in _BLANK and first < last:
        first += 1
    line_end = text.find("\n", first, last)
    return first, line_end if line_end >= 0 else last


def _own(match: re.Match[str], counted: Counted) -> str:
    """Return what stands between the count and its members, without a second count of them."""
    second, own = match["second"], match.group()
    if second is None:
        return own
    count = counted.count or 0
    if second.endswith("个字") or parse_number(match["as_many"] or "") == count:
        return own[len(second) :]
    return own[len(second) :] if (parse_number(match["more"] or "") or 0) > count else own
