"""Counts beside a list: 目标、时限、责任“三落实”; behind a colon it is read in listed_after.py."""

from __future__ import annotations

import re

from drafting.model.draft import Promise, PromiseKind
from drafting.parsing.promises.counts import BARE_MEASURES, Counted
from drafting.parsing.promises.listed_after import list_after
from drafting.parsing.promises.members import Listing, list_before
from drafting.parsing.promises.names import FIXED_NAMES
from drafting.text.span import Span

_OWNERS = frozenset("委局办厅部院站所会镇乡村县市省区校人者员")
_PLACE_NOUN = re.compile("[县市区镇乡村省州国](?:区|市)?$")
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
        told = list_after(text, counted)
        return told if told is not None and told.kept else None
    # 校园食品、农村“三资”管理、医药购销三个领域: a name with a figure is part of a member.
    named = before is not None and before.quoted and not before.measure
    floor = before.span.end if before is not None and not named else 0
    # 县委、县政府出台两项政策：…: the list behind the colon is what is counted.
    if text.startswith("：", counted.span.end):
        behind = list_after(text, counted)
        if behind is not None:
            return behind
    ahead = _from_list_before(text, counted, floor, before)
    if ahead is not None and ahead.kept is not False:
        return ahead
    behind = list_after(text, counted)
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
