"""Rows right behind a count that are plainly whole: so many members, announced or not.

三张牌：生态牌、文化牌、康养牌，逐张打响。 — all members bear one mark (the thing counted at
their end, one build, one length), and nothing near them goes on with it. They are believed before
looser readings: 两张牌 before these three is broken, not kept by two. A new mark is a function
and a line in ``_OF_THE_THING`` (the members name what is counted) or ``_OF_THE_BUILD``.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from drafting.parsing.parallel import is_parallel
from drafting.parsing.promises.counts import ANOTHER
from drafting.parsing.promises.members import AND, split_list, with_last_parted
from drafting.parsing.promises.short_rows import FAR_OFF, further_of, is_last_apart

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from drafting.parsing.promises.counts import Counted
    from drafting.text.span import Span

    Mark = Callable[[Sequence[str], Counted], bool]

_REACH, _OPENING, _MOST_PAUSES = 300, 8, 20
_FEWEST, _SHORT, _LONGEST, _KEY = 2, 8, 24, 2
# 几点 are so many at most.
_SOME = 6
# 三张牌：, “三公”，即, 三件事要抓紧办：. What stands in marks of its own is read in behind.py.
_PLACE = re.compile(
    "”?(?:[^，。；：！？、“”—（\\n]{0,10}：“?|——|，(?:即|也?就是|分别是|包括)?)(?![“《])"
)
_NEAR, _AT_ONCE = 12, ("，", "—", "”")
_END = re.compile("[。！？”\\n]|$")
# What leaves open whether these are all, or numbers them (sequences.py).
_OPEN = re.compile("等等?(?:$|[，；])|…|尤其|特别是|重点是|着重|其中|比如|例如|譬如|[（(]")
_NUMBERED = re.compile("(?<=[，；：—])(?:一[是要个来]|[第头]一|首先|①)")
_MORE = re.compile("还[有要]|同时|更要|以及|特别是|再一|第[一二三四五六七八九十]|此外|另外|最后")
_PIECE = re.compile("[^、，。；！\\n]+")
_SAYING = ("话", "字", "句", "词", "问题")
# Coarsest first.
_PARTING = "；，、"
# Told of in so many members, these are people or characters.
_NOT_IN_ROWS = frozenset("位名家字")


def whole_row(text: str, counted: Counted) -> Sequence[Span]:
    """Return the members right behind a count, or 几, that are plainly all of them, or none."""
    near = text[counted.span.end : counted.span.end + _NEAR]
    if "：" not in near and near[:1] not in _AT_ONCE:
        return ()
    place = _PLACE.match(text, counted.span.end)
    other = counted.measure in _NOT_IN_ROWS or counted.noun.startswith("字")
    if place is None or other:
        return ()
    start = place.end()
    stop = _END.search(text, start, start + _REACH)
    end = stop.start() if stop else start
    few = text.count("，", start, end) <= _MOST_PAUSES
    if end <= start or not few or _OPEN.search(text, start, end):
        return ()
    # “两个第一次”：第一次通了火车，…: the first number is a word of what is counted.
    if _NUMBERED.search(text, start, end) and not text.startswith(_named(counted), start):
        return ()
    marks = _OF_THE_THING if text[start - 1] not in "：“—" else (*_OF_THE_THING, *_OF_THE_BUILD)
    first = next((index for index, one in enumerate(_PARTING) if one in text[start:end]), 0)
    for parting in _PARTING[first : first + 1 if first == 0 else None]:
        row = _parted(text, start, end, parting, counted, marks)
        if row:
            return row
    return ()


def is_plain_row(words: Sequence[str], counted: Counted) -> bool:
    """Return whether all words bear one mark of a row, the last as surely as the others."""
    marks = (*_OF_THE_THING, *_OF_THE_BUILD)
    return _bear(words, counted, marks) and not _ends_in_a_remark(words, counted)


def is_followed(text: str, members: Sequence[Span], counted: Counted) -> bool:
    """Return whether the last piece tells of the list, or opens another one (；管好三种人：…)."""
    if len(members) < _FEWEST:
        return False
    words = [one.of(text) for one in members]
    partings = [text[one.start - 1] for one in members[1:]]
    # 道路交通、建筑施工、城镇燃气，逐一过筛子.
    alone = partings.count("，") == 1 and partings[-1] == "，" and len(words) > _FEWEST
    if alone and not is_plain_row(words, counted):
        return True
    head, colon, _ = words[-1].partition("：")
    if partings[-1:] == ["；"] and colon and ANOTHER.search(head):
        return True
    # 家门、校门、机关门，哪一道都不轻松: the first of two is a list itself.
    listed = len(words) == _FEWEST and words[0].count("、") > 1 and "、" not in words[1]
    return listed or _ends_in_a_remark(words, counted)


def _ends_in_a_remark(words: Sequence[str], counted: Counted) -> bool:
    """Return whether three and more name what is counted, and the last word does not."""
    row = words[:-1]
    if len(row) <= _FEWEST or not all(words):
        return False
    return any(bears(row, counted) and not bears(words, counted) for bears in _OF_THE_THING)


def _bear(words: Sequence[str], counted: Counted, marks: Sequence[Mark]) -> bool:
    return all(words) and any(bears(words, counted) for bears in marks)


def _parted(
    text: str, start: int, end: int, parting: str, counted: Counted, marks: Sequence[Mark]
) -> Sequence[Span]:
    """Return the pieces of start..end between ``parting`` where they are such a row."""
    if parting == "、":
        # 思想关、能力关、廉洁关，关关要过: the list is the first clause.
        comma = text.find("，", start, end)
        end = comma if comma >= 0 else end
    count = counted.count or _SOME
    if not 1 <= text.count(parting, start, end) <= count + FAR_OFF:
        return ()
    row = split_list(text, start, end, parting)
    words = [one.of(text) for one in row]
    if parting == "；":
        words = [word.split("，", 1)[0] for word in words]
    if len(words) < _FEWEST or not all(words) or max(map(len, words)) > _LONGEST:
        return ()
    # 三道关：思想关，能力关，廉洁关，关关要过: a last piece without the mark speaks of them all,
    # but it may be a member where it makes up the number.
    alone = not _bear(words, counted, marks)
    if alone and _may_be_one_of_them(words, count, parting):
        return ()
    if alone and not _bear(words[:-1], counted, marks if len(words) > _KEY + 1 else _OF_THE_THING):
        return ()
    if not alone and len(words) > count and _ends_in_a_remark(words, counted):
        return ()
    if alone:
        row = row[:-1]
    elif parting == "、":
        row = with_last_parted(text, row, _thing(counted))
    words = words[: len(row)]
    doubtful = len(row) != count and _is_doubtful(text, row, words, counted, parting)
    return () if doubtful else row


def _may_be_one_of_them(words: Sequence[str], count: int, parting: str) -> bool:
    """Return whether a last piece without the mark may be a member (网格员、志愿者、民警)."""
    return parting == "、" or len(words) in (_FEWEST, count) or words[-1][0] == words[0][0]


def _is_doubtful(
    text: str, row: Sequence[Span], words: Sequence[str], counted: Counted, parting: str
) -> bool:
    """Return whether a row of another number may be as many as announced, or goes on."""
    count = counted.count
    if count is None:
        return False
    if abs(len(row) - count) > FAR_OFF or _tell_amounts(words, counted):
        return True
    if len(row) > count:
        if is_last_apart(words, count):
            return True
        # 两句话：团结一心，众志成城，…: two and two may be one.
        return len(row) % count == 0 and not all(_thing(counted) in word for word in words)
    inner = [one.of(text) for one in row]
    # 重点查合同，口头的、超长的，…；重点查欠款，…: what is told of them is none.
    told = parting == "；" and _begun_with_the_thing(words, counted)
    parted = words if told else inner
    links = [len(AND.findall(word)) + word.count("、") for word in parted]
    # 入口关口，出口关口；中间的关口，…: two of them in one piece.
    twice = parting == "；" and _named_in(inner, counted) > len(row)
    many = links[-1] if parting == "、" else len(row) + sum(links) >= count
    if twice or many:
        return True
    return _goes_on(text, row[-1].end, words, counted)


def _named_in(pieces: Sequence[str], counted: Counted) -> int:
    """Return how often the pieces name what is counted, by their clauses where all begin so."""
    name = _named(counted)
    if all(piece.startswith(name) for piece in pieces):
        return sum(part.startswith(name) for piece in pieces for part in piece.split("，"))
    return sum(piece.count(_thing(counted)) for piece in pieces)


def _tell_amounts(words: Sequence[str], counted: Counted) -> bool:
    """常委会一次，专题会两次 behind 三次: how many, not which."""
    if counted.noun.startswith("一"):
        # “四个一”，一个鸡蛋，一杯牛奶: which.
        return False
    amount = re.compile(f"{ANOTHER.pattern}|[一二三四五六七八九十两0-9]{counted.measure or '个'}")
    return any(amount.search(word) for word in words)


def _goes_on(text: str, end: int, words: Sequence[str], counted: Counted) -> bool:
    """Return whether the rest of the paragraph, or the next one's beginning, goes on with a row."""
    line_end = text.find("\n", end, end + _REACH)
    rest = text[end : (line_end if line_end >= 0 else end + _REACH) + _OPENING]
    if _MORE.search(rest) or further_of(counted.measure or "个").search(rest):
        return True
    thing, model = _thing(counted), words[0]
    by_length = not any(bears(words, counted) for bears in (*_OF_THE_THING, _begun_alike))
    length = len(model) if by_length and _as_long(words, counted) else 0
    return any(
        piece[:1] == model[:1]
        or piece[-_KEY:] == model[-_KEY:]
        or thing in piece
        or len(piece) == length
        for piece in _PIECE.findall(rest)
    )


def _thing(counted: Counted) -> str:
    return (counted.noun.strip("“”") or counted.measure or "。")[-_KEY:]


def _named(counted: Counted) -> str:
    return counted.noun.strip("“”") or counted.measure


def _ended_in_the_thing(words: Sequence[str], counted: Counted) -> bool:
    """生态牌、文化牌、康养牌 behind 三张牌; 安全弦、稳定弦 behind 两根弦."""
    thing, measure = _thing(counted), counted.measure
    if _all_end_in(words, thing) and (len(thing) == _KEY or max(map(len, words)) <= _SHORT):
        return True
    named = measure != "" and _all_end_in(words, measure)
    return named and max(map(len, words)) <= _SHORT


def _all_end_in(words: Sequence[str], ending: str) -> bool:
    return words[0].endswith(ending) and all(word.endswith(ending) for word in words)


def _begun_with_the_thing(words: Sequence[str], counted: Counted) -> bool:
    """三看：看平时、看关键、看口碑."""
    thing = _named(counted)
    begun = thing != "" and words[0].startswith(thing)
    return begun and all(word.startswith(thing) for word in words)


def _has_the_thing(words: Sequence[str], counted: Counted) -> bool:
    """四零：企业开办零成本，审批服务零距离."""
    thing = counted.noun.strip("“”")
    marked = counted.quoted or "“" in counted.noun
    return marked and thing != "" and all(word.count(thing) == 1 for word in words)


def _begun_alike(words: Sequence[str], _counted: Counted) -> bool:
    """第一次通了火车，第一次有了大学."""
    return len({word[:_KEY] for word in words}) == 1 and min(map(len, words)) > _KEY


def _ended_alike(words: Sequence[str], _counted: Counted) -> bool:
    """地从哪里来，钱从哪里来，人从哪里来; 入园难，停车难，买菜难."""
    if len(words) == _FEWEST or min(map(len, words)) < _KEY:
        return False
    longest = max(map(len, words))
    if len({word[-_KEY:] for word in words}) == 1 and min(map(len, words)) > _KEY:
        return True
    even = longest - min(map(len, words)) <= 1 and longest <= _SHORT
    return even and len({word[-1] for word in words}) == 1


def _as_long(words: Sequence[str], counted: Counted) -> bool:
    """守住底线，抓住主线，提高上线; of two a saying may be one sentence."""
    few = len(words) == _FEWEST and counted.noun.endswith(_SAYING)
    return not few and len({len(word) for word in words}) == 1


def _built_alike(words: Sequence[str], _counted: Counted) -> bool:
    return len(words) > _FEWEST and all(is_parallel(*two) for two in pairwise(words))


_OF_THE_THING: tuple[Mark, ...] = (_ended_in_the_thing, _begun_with_the_thing, _has_the_thing)
_OF_THE_BUILD: tuple[Mark, ...] = (_begun_alike, _ended_alike, _as_long, _built_alike)
