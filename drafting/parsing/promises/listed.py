"""Counts beside their members: 目标、时限、责任“三落实”, 六个大类, 三个坚持：坚持…."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.model.draft import Promise, PromiseKind
from drafting.parsing.promises.counts import BARE_MEASURES, Counted
from drafting.parsing.promises.looking_back import listed_promise
from drafting.parsing.promises.members import (
    Listing,
    ends_in_two,
    list_before,
    list_within,
    split_list,
    with_last_parted,
)
from drafting.parsing.promises.short_lists import may_be_as_many
from drafting.parsing.promises.short_rows import is_last_apart
from drafting.parsing.promises.whole_rows import is_followed
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

# Names that carry a count and are never followed by their members.
FIXED_NAMES = re.compile(
    "四项基本原则|三个代表|两个维护|四个意识|四个自信|两个确立|五位一体|四个全面|八项规定|两个毫不动摇|三严三实|两学一做|四个现代化|三农|四人帮"
    "|两个百年|两个一百年|五年|十大|三大攻坚|六稳|六保|一国两制|双一流|三个务必|四个伟大|两个结合|三个文明|两个积极性|五项原则|八个坚持|六个坚持|两会|两办|六条禁令|四种形态|三个区分|三保障|两不愁"
)
_OWNERS = frozenset("委局办厅部院站所会镇乡村县市省区校人者员")
_PLACE_NOUN = re.compile("[县市区镇乡村省州国](?:区|市)?$")
_INTRODUCED = re.compile(
    "[”]?(?P<mark>[：:]|（|\\(|——|，?(?<!在)即(?![将使便可])|，?分别[是为]|，?也?就是(?:指|说，?)?|，?是指|，?指的是)"
)
# 对照“五个到位”再查一遍，即….
_INTRODUCED_LATER = re.compile(
    "[^，。；：！？\n]{1,10}(?P<mark>，(?:即(?![将使便可])|(?:也|分别)?就?是))"
)
# Numbered members are a series, and the series is counted, not its commas.
_NUMBERED = re.compile("一[是要靠看]|一个(?:是|叫|方面)|第一|首先|[（(]?[一1][）)、.．]|①")
_REACH = 400
_BRACKET_END, _STOP = re.compile("[）)。\\n]"), re.compile("[。！？\\n]")
# 一个项目、一名领导、一套方案，做到人随项目走: the list ends where its purpose begins.
_PURPOSE = re.compile(
    "[^，。；：]+、[^，。；：]+(?=，(?:做到|确保|实现|推动|真正|切实|努力|全力|不断|让|使))"
)
_HAN_COUNT = re.compile("[一二三四五六七八九十两]")
_KIND_NOUN = re.compile(
    "[^，。]{0,8}(?:指标|方面|类|产业|领域|环节|层面|重点|任务|工程|行动|要求|原则|抓手|目标|关系|机制|制度|工业|优势|体系"
    "|堵点|难点|痛点|卡点|难题|短板|弱项|风险|隐患|要素|阵地|战场|板块|支柱|渠道|关口|片区)$"
)
_KEY, _FAR_OFF, _LONGEST_NAME = 2, 2, 4
# Bodies of one build beside the word for them (甲局、乙局、丙局三个单位) are told apart surely.
BODIES = {
    "单位": "局委办厅院站所中心镇乡部",
    "部门": "局委办厅部",
    "乡镇": "镇乡",
    "镇": "镇",
    "乡": "乡",
    "村": "村",
    "街道": "街道",
    "科室": "科室股",
    "县": "县",
    "县区": "县区市",
}


def find_listed(text: str, counted: Counted, before: Counted | None) -> Promise | None:
    """Return the promise of a count with its members beside it, or None where none stand there."""
    if counted.count is None:
        return None
    if FIXED_NAMES.search(counted.core.of(text)) and not _is_defined(text, counted):
        told = _from_list_after(text, counted)
        return told if told is not None and told.kept else None
    # 校园食品、农村“三资”管理、医药购销三个领域: a name with a figure is part of a member.
    named = before is not None and before.quoted and not before.measure
    floor = before.span.end if before is not None and not named else 0
    # 县委、县政府出台两项政策：…: the list behind the colon is what is counted.
    if text.startswith("：", counted.span.end):
        behind = _from_list_after(text, counted)
        if behind is not None:
            return behind
    ahead = _from_list_before(text, counted, floor, before)
    if ahead is not None and ahead.kept is not False:
        return ahead
    behind = _from_list_after(text, counted)
    return behind if behind is not None else ahead


def _is_defined(text: str, counted: Counted) -> bool:
    """Return whether a fixed name stands behind its own members (农业、工业…四个现代化)."""
    listing = list_before(text, counted.span.start, 0)
    return listing is not None and listing.least == counted.count and listing.least > 2


def _from_list_before(
    text: str, counted: Counted, floor: int, before: Counted | None
) -> Promise | None:
    position = counted.span.start
    belongs = text[position - 1 : position] == "的" and position > floor + 1
    if belongs and (counted.quoted or text[position - 2] == "”"):
        position -= 1
    elif position > floor and text[position - 1] == "这":
        # …“地从哪里来、钱从哪里来”这三个问题: what is summed up so is told in looking_back.py.
        return None
    listing = list_before(text, position, floor)
    if listing is None:
        return None
    return _judged(text, counted, listing, before)


def _judged(
    text: str, counted: Counted, listing: Listing, before: Counted | None
) -> Promise | None:
    count = counted.count or 0
    if listing.fits(count):
        if listing.least == 1 and not _is_pair(text, listing, counted):
            return None
        return _listed(text, counted, listing, before, found=count)
    bare = counted.measure in BARE_MEASURES or (not counted.noun and not counted.quoted)
    marked = _stand_in_marks(text, listing)
    if listing.least == 1 or (bare and not marked and not _are_short_names(counted, listing)):
        return None
    if _is_surely_broken(text, counted, listing):
        return _listed(text, counted, listing, before, found=listing.least)
    if counted.quoted and listing.bracketed:
        return _listed(text, counted, listing, before, found=None)
    return None


def _is_pair(text: str, listing: Listing, counted: Counted) -> bool:
    """A和B两个X is two only where both are short and alike, or stand in one pair of marks."""
    if counted.count != 2:
        return False
    whole = listing.members[0]
    if text[whole.start - 1 : whole.start] == "“":
        return True
    if counted.quoted:
        return False
    return _apposed(text, whole, counted) is not None


def _apposed(text: str, whole: Span, counted: Counted) -> int | None:
    """Return where the first of two names begins (柳湾和石桥两个镇: alike in length)."""
    match = re.search("(?:和|与)(?P<b>[\u4e00-\u9fff]{2,6})$", whole.of(text))
    if match is None:
        return None
    length = len(match["b"])
    start = whole.start + match.start() - length
    if start < whole.start or not _PLACE_NOUN.match(
        counted.noun + counted.measure if counted.noun == "" else counted.noun
    ):
        return start if start == whole.start else None
    return start


def _is_surely_broken(text: str, counted: Counted, listing: Listing) -> bool:
    """Return whether the members cannot be read as so many, whatever one takes for a member."""
    count, have = counted.count or 0, listing.least
    if have < 3 or abs(have - count) > _FAR_OFF or (listing.is_open and have <= count):
        return False
    if FIXED_NAMES.search(counted.core.of(text)):
        return False
    if _stand_in_marks(text, listing):
        return True
    if not listing.plain:
        return _are_short_names(counted, listing)
    if counted.quoted or _are_bodies(text, counted, listing):
        return True
    in_words = bool(_HAN_COUNT.match(counted.count_span.of(text)))
    named = counted.measure == "大" or bool(_KIND_NOUN.match(counted.noun))
    # 省委、市委、县委四个文件: who has them, not which.
    owned = all(member.of(text)[-1] in _OWNERS for member in listing.members)
    return in_words and (named or not (owned or counted.modest or abs(have - count) > 1))


def _stand_in_marks(text: str, listing: Listing) -> bool:
    """Return whether the list fills one pair of marks (“时、度、效”), or each member its own."""
    first, last = listing.members[0], listing.members[-1]
    if listing.most != listing.least or listing.bracketed:
        return False
    whole = text[first.start : last.end]
    if text[first.start - 1] == "“" and text[last.end : last.end + 1] == "”":
        return not any(mark in whole for mark in "，；“")
    words = [one.of(text) for one in listing.members]
    begun = all(word.startswith("“") for word in words[1:]) and "“" in words[0]
    return begun and all(word.endswith("”") for word in words)


def _are_short_names(counted: Counted, listing: Listing) -> bool:
    """县、乡、村 before 四级; 人社、民政、残联 before 四家: of one length, without 和."""
    lengths = [len(one) for one in listing.members]
    even = max(lengths[1:]) - min(lengths[1:]) <= (lengths[1] > 1)
    short = max(lengths[1:]) <= _LONGEST_NAME and lengths[0] <= lengths[1] + _FAR_OFF
    near = abs(len(lengths) - (counted.count or 0)) == 1 and not listing.is_open
    return near and even and short and listing.most == listing.least and not listing.bracketed


def _are_bodies(text: str, counted: Counted, listing: Listing) -> bool:
    """Return whether every member is a body of the kind that the count names, built alike."""
    # 林业局、水务局、应急局四家单位: a measure that is a noun itself has the word behind it.
    behind = text[counted.span.end : counted.span.end + _KEY]
    endings = BODIES.get(counted.noun or (behind if counted.measure == "家" else ""))
    lasts = {text[member.end - 1] for member in listing.members}
    return endings is not None and len(lasts) == 1 and lasts <= set(endings)


def _listed(
    text: str, counted: Counted, listing: Listing, before: Counted | None, *, found: int | None
) -> Promise:
    span = counted.span
    members = listing.spans_for(found, text) if found is not None else ()
    if listing.least == 1 and found == 2:
        start = _apposed(text, listing.members[0], counted)
        if start is not None and _PLACE_NOUN.match(counted.noun):
            span = Span(start, span.end)
    elif before is not None and _repeats(text, counted, before):
        span = Span(span.start, counted.count_span.end + len(counted.measure))
    return Promise(
        kind=PromiseKind.LISTED,
        text=span.of(text),
        span=span,
        count_span=counted.count_span,
        count=counted.count,
        found=found,
        members=members,
    )


def _repeats(text: str, counted: Counted, before: Counted) -> bool:
    """57项指标，其中…8项指标: the noun stands with the total already; the part needs none."""
    between = text[before.span.end : counted.span.start]
    return (
        counted.noun != ""
        and counted.noun == before.noun
        and "其中" in between[:4]
        and "。" not in between
        and (before.count or 0) > (counted.count or 0)
    )


def _list_behind(text: str, counted: Counted) -> Span | None:
    """Return where a list stands that a colon, a bracket or 即 introduces; none if numbered."""
    introduced = _INTRODUCED.match(text, counted.core.end if counted.quoted else counted.span.end)
    if introduced is None and counted.quoted:
        introduced = _INTRODUCED.match(text, counted.span.end)
        introduced = introduced or _INTRODUCED_LATER.match(text, counted.span.end)
    if introduced is None or _NUMBERED.match(text, introduced.end()):
        return None
    start = introduced.end()
    end = _list_end(text, start, _BRACKET_END if introduced["mark"] in "（(" else _STOP)
    purpose = _PURPOSE.match(text, start, max(start, end))
    end = purpose.end() if purpose else end
    return Span(start, end) if end > start else None


def _from_list_after(text: str, counted: Counted) -> Promise | None:
    """Return the promise of a count whose members follow behind a colon or in brackets."""
    place = _list_behind(text, counted)
    if place is None:
        return None
    start, end = place.start, place.end
    exactly = _as_many_as_announced(text, counted, start, end)
    if exactly:
        return listed_promise(text, counted, exactly)
    if "…" in text[start:end]:
        return None
    listing = list_within(text, start, end)
    broken = _broken_after(text, counted, start, end, listing)
    broken = with_last_parted(text, broken, counted.noun[-_KEY:])
    count = counted.count or 0
    surely = len(broken) > count and not is_last_apart([one.of(text) for one in broken], count)
    surely = surely or (bool(broken) and not may_be_as_many(text, broken, counted))
    return listed_promise(text, counted, broken) if surely else None


def _as_many_as_announced(text: str, counted: Counted, start: int, end: int) -> Sequence[Span]:
    """Return the members of the list at start..end in the reading that makes them so many."""
    count = counted.count or 0
    # 四个不：不插手…，凡是…；不收受…，…；…: what is parted by ； is not parted by ， too.
    finer = () if "；" in text[start:end] else ("，、", "，")
    for marks in ("；", "、", *finer):
        members = split_list(text, start, end, marks)
        if len(members) == count > 1 and not _is_mixed(text, counted, members, marks):
            parted = with_last_parted(text, members, counted.noun[-_KEY:])
            # 分别是固定资产投资、用电量和进口总额: two only by their 、.
            words = [one.of(text) for one in members]
            if len(parted) > count or not ("、" in marks and ends_in_two(words)):
                return parted
    listing = list_within(text, start, end)
    if (
        listing is None
        or not listing.fits(count)
        or any(mark in text[start:end] for mark in "，；")
    ):
        return ()
    even = listing.least == count and ends_in_two([one.of(text) for one in listing.members])
    return () if even else listing.spans_for(count, text)


def _is_mixed(text: str, counted: Counted, members: Sequence[Span], marks: str) -> bool:
    """Return whether other marks part the pieces as well, or not all of them are members."""
    words = [one.of(text) for one in members]
    # 政府引导、市场运作、群众参与，因地制宜、分类施策: 、 parts no four where ， parts as well.
    if marks == "、" and any("，" in word for word in words[:-1]):
        return True
    # “五个一”：一个项目、…，做到…: what has no 一 of its own is no member.
    having = sum(counted.noun in word for word in words) if counted.quoted else 0
    if counted.noun != "" and 1 < having < len(words):
        return True
    return is_followed(text, members, counted)


def _list_end(text: str, start: int, closers: re.Pattern[str]) -> int:
    found = closers.search(text, start, start + _REACH)
    return found.start() if found else 0


def _broken_after(
    text: str, counted: Counted, start: int, end: int, listing: Listing | None
) -> list[Span]:
    """Return the members where they are surely not as many as announced."""
    key = counted.noun[:4]
    first = (
        split_list(text, start, text.find("，", start, end), "、")
        if "，" in text[start:end]
        else []
    )
    named = len(key) > 1 and len(first) > 2 and all(_carries(one.of(text), key) for one in first)
    if named and counted.quoted and key not in text[first[-1].end : end]:
        return first
    if FIXED_NAMES.search(counted.core.of(text)):
        return []
    for marks in ("；", "，", "、"):
        members = split_list(text, start, end, marks)
        with_key = [one for one in members if _carries(one.of(text), key)]
        if len(with_key) >= 2 and len(with_key) == len(members):
            return members
    plain = listing is not None and listing.plain and not listing.is_open and listing.least >= 2
    if (
        plain
        and listing is not None
        and "，" not in text[start:end]
        and "；" not in text[start:end]
    ):
        lengths = {len(member) for member in listing.members}
        if (
            max(lengths) - min(lengths) <= 2
            and abs(listing.least - (counted.count or 0)) <= _FAR_OFF
        ):
            return list(listing.members)
    return []


def _carries(member: str, key: str) -> bool:
    if key[:1] == "一":
        return key in member
    return len(key) >= 1 and (member.startswith(key) or member.endswith(key))
