"""Whether a numbered row that is shorter or longer than announced surely is what was announced.

“五个结合”。一是大与小相结合…。二是建与管相结合…。 — every member names what is counted, and nothing
else in the paragraph does: then the row is the one announced, and the count is wrong. Lists without
numbers stand in short_lists.py.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from drafting.parsing.promises.sequences import until_another
from drafting.text.numerals import format_han, parse_number
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.parsing.promises.counts import Counted
    from drafting.parsing.promises.part_rows import Kept

_CLAUSE = re.compile("[，。；：！？\n]|$")
# 三条：, 三个字概括这一年：, 三件事请大家带回去。.
_TAIL = re.compile("”?[^，。；：！？、“”\n]{0,10}(?:，[^，。；：！？、“”\n]{2,8}：|[，：。])")
_LINE_END = re.compile("[”]?[。：]\\s*\n\\s*")
# What goes in turn, and what goes on with it otherwise.
_IN_TURN = re.compile("(?<=[。：；])(?:首先|其次|再次|再者|然后|最后)(?=[，、是要（])")
_ANEW = re.compile("第[一二三四五六七八九十]|还有|此外|另外|接着|同时，|再就是|再有|再一个")
_NEAR, _LONGEST = 30, 12
FAR_OFF, _SHORT_LEAD = 2, 10
_KEY, _FEWEST = 2, 2
_FIRST_OF = "第一{}"
_REACH, _OPENING, _LINES_REACH = 1_000, 8, 8_000
# One more of the row stands near the last: where a page lost its line breaks, all is one line.
NEAR_REST = 240


def names_its_members(text: str, counted: Counted, kept: Kept) -> bool:
    """Return whether the members of ``kept``, not as many as announced, are what was announced."""
    key = counted.noun.strip("“”")[-_KEY:]
    count = counted.count or 0
    few = counted.modest or kept.found < _FEWEST or abs(kept.found - count) > FAR_OFF
    if not kept.sure or few:
        return False
    if len(key) < _KEY:
        return counted.quoted and _all_have(text, kept, key)
    first, last = kept.members[0], kept.members[-1]
    line_end = text.find("\n", last.end, last.end + _REACH)
    rest = text[first.start : line_end if line_end >= 0 else last.end + _REACH]
    if rest.count(key) != kept.found:
        return False
    return all(key in text[one.start : _clause_end(text, one.end)] for one in kept.members)


def _all_have(text: str, kept: Kept, key: str) -> bool:
    """“四个不”。一是服务不缺位。…二是政策不打折。…: each short lead has the one character."""
    leads = [text[one.start : _clause_end(text, one.end)] for one in kept.members]
    return key != "" and all(key in lead and len(lead) <= _SHORT_LEAD for lead in leads)


def named_one_by_one(text: str, counted: Counted) -> list[Span]:
    """Return 一条是…，一条是… right behind the count where they are surely all, or nothing.

    Every member is named with the measure and goes on alike (一把量自己，一把量同事; 还有一条是…
    too); nothing in the paragraph or at the beginning of the next one goes on with it (还有一条…,
    第三条…).
    """
    measure = counted.measure
    tail = _TAIL.match(text, counted.span.end)
    if not measure or tail is None or counted.noun[:1] == "一":
        return []
    start = tail.end()
    if not text.startswith(f"一{measure}", start):
        return []
    line_end = text.find("\n", start, start + _REACH)
    end = line_end if line_end >= 0 else min(len(text), start + _REACH)
    row = list(_each(measure).finditer(text, start, end))
    # 一栏写任务，一栏写时限，一栏留着打分: what goes on otherwise may be one of them, or none.
    # None where its clause goes on otherwise at once, or its line breaks off.
    if not row or any(one["next"] != row[0]["next"] for one in row):
        return []
    found = list(until_another(text, [Span(*one.span("name")) for one in row]))
    last = min(end, found[-1].end + NEAR_REST) + _OPENING
    further = further_of(measure).search(text, found[-1].end, last)
    far = abs(len(found) - (counted.count or 0)) > FAR_OFF
    if further or far or len(found) < _FEWEST:
        return []
    surely = row[0]["next"] == "是" or not _is_named_further(text, found, counted, last)
    return found if surely else []


def _is_named_further(text: str, row: Sequence[Span], counted: Counted, limit: int) -> bool:
    """Return whether the thing counted comes behind the row more often than in its last member."""
    key = counted.noun.strip("“”")[-_KEY:]
    named = text.find(key, row[0].end, row[-1].start) >= 0
    return len(key) == _KEY and text.count(key, row[-1].end, limit) > named


def numbered_but_fewer(text: str, counted: Counted) -> list[Span]:
    """Return 第一场，…。第二场，…。 behind 四场硬仗。 where they are surely all, or nothing.

    The numbers go with the measure of the count, or with what it counts (第一阶段), run on, and end
    with the paragraph, or each begins a line of its own.
    """
    start = counted.span.end
    near = text[start : start + _NEAR]
    asked = "问" if counted.noun == "问题" else ""
    things = (counted.measure, counted.noun[-_KEY:], asked)
    thing = next((one for one in things if one and _FIRST_OF.format(one) in near), "")
    if not thing and f"头一{counted.measure}" not in near:
        return []
    thing = thing or counted.measure
    if near.find("\n", 0, near.find("一" + thing)) >= 0:
        form, further = _lines_of(thing), _more_lines_of(thing)
        line_end, end = -1, start + _LINES_REACH
    else:
        form, further = _ordinals(thing), further_of(thing)
        line_end = text.find("\n", start, start + _REACH)
        end = line_end + _OPENING if line_end >= 0 else start + _REACH
    found = list(form.finditer(text, start, end))
    if not _run_on(text, start, found, counted) or (line_end < 0 and end < len(text)):
        return []
    # 第一个方面，…。第二个方面，…。第三，…: it goes on without the word.
    last, following = found[-1].end(), f"第{format_han(len(found) + 1)}"
    is_open = further.search(text, last, end) or text.find(following, last, end) >= 0
    return [] if is_open else _spans(found)


def _run_on(text: str, start: int, found: Sequence[re.Match[str]], counted: Counted) -> bool:
    """Return whether the numbers go up from one, nearly as far as announced, the first at once."""
    numbers = [parse_number(one["n"]) for one in found]
    few = len(found) < _FEWEST or abs(len(found) - (counted.count or 0)) > FAR_OFF
    if few or numbers != list(range(1, len(found) + 1)):
        return False
    return "。" not in text[start : found[0].start() - 1].rstrip("\n")[:-1]


def _spans(found: Sequence[re.Match[str]]) -> list[Span]:
    return [Span(*one.span()) for one in found]


def in_turn_but_fewer(text: str, counted: Counted) -> list[Span]:
    """Return 首先，…。其次，…。最后，…。 behind 四点体会。 where they are surely all, or nothing.

    The first stands right behind the count's mark, the last is called so, and none behind it.
    """
    start = counted.span.end + text.startswith("”", counted.span.end) + 1
    if not text.startswith("首先", start) or text[start - 1] not in "。：":
        return []
    line_end = text.find("\n", start, start + _REACH)
    end = line_end if line_end >= 0 else min(len(text), start + _REACH)
    found = list(_IN_TURN.finditer(text, start, end))
    words = [one.group() for one in found]
    # 两点要求。首先，…。其次，…。最后，祝大家…: one more may be no member.
    fewer = 0 < (counted.count or 0) - len(found) <= FAR_OFF
    closed = words[-1:] == ["最后"] and words.count("最后") == words.count("首先") == 1
    again = _ANEW.search(text, start, end)
    return _spans(found) if fewer and closed and not again else []


def named_in_lines(text: str, counted: Counted) -> list[Span]:
    """Return the paragraphs right behind “五个算一算”。 that begin with the name, or nothing.

    Only where they surely are all: three at least, and the name comes in no other place nearby.
    """
    name, start = counted.noun, counted.span.end
    named = counted.quoted and len(name) >= _KEY
    behind = _LINE_END.match(text, start) if named else None
    if behind is None:
        return []
    found: list[Span] = []
    start = behind.end()
    while text.startswith(name, start) and len(found) <= _LONGEST:
        end = text.find("\n", start)
        found.append(Span(start, end if end >= 0 else len(text)))
        start = found[-1].end + 1
    again = name in text[start : start + _REACH]
    far = abs(len(found) - (counted.count or 0)) > FAR_OFF
    return [] if again or far or len(found) <= _FEWEST else found


@cache
def _ordinals(measure: str) -> re.Pattern[str]:
    return re.compile(f"(?<=[，。；：])(?:第|头(?=一))(?P<n>[一二三四五六七八九十]){measure}")


@cache
def _lines_of(thing: str) -> re.Pattern[str]:
    return re.compile(f"(?<=\n)[ \u3000]*(?:第|头(?=一))(?P<n>[一二三四五六七八九十]){thing}")


@cache
def _more_lines_of(thing: str) -> re.Pattern[str]:
    return re.compile(f"\n[^\n。]{{0,8}}(?:还有|[再另]|最后|其)一?{thing}")


@cache
def _each(measure: str) -> re.Pattern[str]:
    more = "(?:还有|[再另又]|最后)?"
    return re.compile(
        f"(?<=[，。；：])(?P<name>{more}一{measure})(?:，?就(?=[是叫]))?(?P<next>[^一])"
    )


@cache
def further_of(measure: str) -> re.Pattern[str]:
    """Return what goes on with a row of things of ``measure`` (还有一条, 另外两个)."""
    return re.compile(
        f"[再另其第两二三四五有后]一?[二三四五]?{measure}|还有|剩下|余下|其余|其他|此外|另外|再就是|再者|最后(?=[一是要再，])"
    )


def is_last_apart(words: Sequence[str], count: int) -> bool:
    """Return whether the first ``count`` words begin with more in common than the one behind them.

    希望大家多来，希望大家多看，希望的田野等着大家: the last of them is said of the row.
    """
    apart = _shared(words[:count]) - _shared(words[: count + 1])
    return len(words) == count + 1 and apart >= _KEY


def _shared(words: Sequence[str]) -> int:
    """Return with how many characters all words begin alike."""
    columns = takewhile(lambda column: len(set(column)) == 1, zip(*words, strict=False))
    return sum(1 for _ in columns)


def _clause_end(text: str, start: int) -> int:
    found = _CLAUSE.search(text, start, start + _REACH)
    return found.start() if found else start
