"""Whether pieces of text behind a count are the members that it announces.

What they share is told in row_signs.py and whole_rows.py, how they are parted in pieces.py; here
stands what they must be besides, and where the sentence goes on behind the last of them.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafting.parsing.promises.members import ends_in_two, two_in_one
from drafting.parsing.promises.pieces import SENTENCES
from drafting.parsing.promises.row_signs import is_row, stops_short
from drafting.parsing.promises.sequences import TIMES
from drafting.parsing.promises.whole_rows import is_followed, is_plain_row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.parsing.promises.counts import Counted
    from drafting.text.span import Span

# What speaks of the count, or goes on with the sentence, is no member.
_GOES_ON = re.compile(
    "[我大你他她它这那要请但也都就才应必务须把让使在因所并而能不没有是将会已全各为从对]"
)
_PROGRAMME = re.compile(
    "[两二三四五六七八九十](?:大(?!桥)|个(?:不|坚持|确保|着力|带头|到位|更加|转变|一律|必须|强化))"
)
_COUNT = re.compile("[一两二三四五六七八九十][大个条项类](?!月|小时|星期)")
_LEAD = re.compile("[^，。；：、\\n]+(?=，)")
_LAST_ONE = re.compile("还有(?!的)|再(?:一个|有|就是)|以及|最后(?:一个)?是")
_NUMERALS = "一二三四五六七八九十"
_SHORT, _TWO, _NAME = 16, 2, 4


def are_members(text: str, pieces: Sequence[Span], counted: Counted, marks: str) -> bool:
    """Return whether the pieces, one more than announced where the sentence goes on, are a row."""
    words = [piece.of(text) for piece in pieces]
    if _are_steps(words, counted):
        return True
    asked = marks == "？！" and _are_asked(text, pieces, counted)
    more = len(words) > (counted.count or 0) and not asked
    if more and not _stop_before_the_last(text, pieces, words, counted, marks):
        return False
    if _are_none(text, pieces, words, counted, marks) or _tell_amounts(text, words, counted):
        return False
    if asked or more:
        return True
    if is_followed(text, pieces, counted) or ("、" in marks and ends_in_two(words)):
        return False
    return _fill_the_list(text, pieces, words, counted, marks)


def _are_none(
    text: str, pieces: Sequence[Span], words: Sequence[str], counted: Counted, marks: str
) -> bool:
    """Return whether the pieces are parted otherwise, or a series begins behind the first."""
    # 三件事，请记下来。第一，…。第二，…; 三层意思，供参考。一层，讲讲…: a remark stands before it.
    numbered = ("第一", "头一", "首先", "一是", "一要", f"一{counted.measure or '是'}")
    begun = not words[0].startswith(numbered) and words[1].startswith(numbered)
    # 两个会：党委会、干部会、群众会。党委会定方案，…: the list itself has more.
    if marks in SENTENCES and len(words) == _TWO and words[0].count("、") > 1:
        return "，" not in words[0] and text[pieces[0].start - 1] in "：，"
    # 聚焦“三类人群”，落实“四个不摘”，守住一条底线，推进五大振兴: counts side by side.
    counts = sum(map(bool, map(_COUNT.search, words)))
    if text[pieces[0].start - 1] == "，" and counts > 1 and any(map(_PROGRAMME.search, words)):
        return True
    # 重点查合同，口头的，书面的；重点查欠款，…: the pieces between ； are the members.
    end = pieces[-1].end
    if text[end : end + 1] == "；" and text.startswith(words[0][:_TWO], end + 1):
        return True
    two = "、" in marks and two_in_one(words[-1], counted.noun[-_TWO:]) > 0
    return begun or two or (marks not in SENTENCES and _is_taken_up(text, pieces))


def _is_taken_up(text: str, pieces: Sequence[Span]) -> bool:
    """Return whether the next sentence begins or ends its lead as the first piece does.

    三股劲。要有钻劲，把政策钻透、把流程钻熟。要有韧劲，…: the sentences are the members.
    """
    stop = text.find("。", pieces[-1].end, pieces[-1].end + 1)
    lead = _LEAD.match(text, stop + 1) if stop >= 0 else None
    first = pieces[0].of(text)
    if lead is None or len(first) < _NAME:
        return False
    return lead.group()[:_TWO] == first[:_TWO] or lead.group()[-_TWO:] == first[-_TWO:]


def _stop_before_the_last(
    text: str, pieces: Sequence[Span], words: Sequence[str], counted: Counted, marks: str
) -> bool:
    """Return whether the pieces but the last are a row, and the last goes on with the sentence."""
    ends = (
        _ends_in_and(words, marks)
        or stops_short(words, counted, marks)
        or (text[pieces[0].start - 1] != "。" and _speaks_on(words, marks))
    )
    if not ends:
        return False
    # 零成本、零距离、零见面 and one more of them are no row of three.
    one_more = counted.measure != "" and f"一{counted.measure}" in words[-1][:_SHORT]
    return not (one_more or _is_numbered_on(words) or is_plain_row(words, counted))


def _fill_the_list(
    text: str, pieces: Sequence[Span], words: Sequence[str], counted: Counted, marks: str
) -> bool:
    # What stands behind a colon, or behind 分别是, is the list; ， parts two things by chance.
    before = text[pieces[0].start - 1 : pieces[0].start]
    told = before in ("：", "是", "为", "叫", "做", "即", "括", "“") and (
        len(words) > _TWO or marks == "；"
    )
    told = told and "。" not in marks
    told = told or _fills_a_sentence(text, pieces, counted, marks)
    if _lacks_the_noun(words, counted) and not (told and marks == "、"):
        return False
    return (
        told
        or _ends_in_and([*words, ""], marks)
        or is_row(words, counted, marks)
        or (_is_whole(text, pieces, marks) and _name_it_once(words, counted))
        or ("。" not in marks and _is_plainly_announced(text, counted, words))
        or (_is_whole(text, pieces, marks) and are_plain(words))
    )


def _fills_a_sentence(text: str, pieces: Sequence[Span], counted: Counted, marks: str) -> bool:
    """三件大事。高速通了车，…；医院搬了家，…；河沟成了公园，…。: the next sentence."""
    straight = text[counted.span.end : pieces[0].start] == "。"
    closed = text[pieces[-1].end : pieces[-1].end + 1] == "。"
    return marks == "；" and len(pieces) > _TWO and straight and closed


def _is_numbered_on(words: Sequence[str]) -> bool:
    """Return whether the last word has the number behind those of the others (一抓…，…，四抓…)."""
    return words[0][:1] == _NUMERALS[0] and words[-1][:1] == _NUMERALS[len(words) - 1 : len(words)]


def _ends_in_and(words: Sequence[str], marks: str) -> bool:
    """城北的农场，柳河的基地，还有石门的加工厂，看得出来…: the last but one is the last member."""
    if marks not in "，；" or len(words) <= _TWO + 1:
        return False
    ands = [*(_LAST_ONE.match(word) is not None for word in words), True]
    return ands.index(True) == len(words) - 2


def _speaks_on(words: Sequence[str], marks: str) -> bool:
    """修好一座桥，通好一条路，建好一所学校，我们说到做到: even pieces, then he speaks on."""
    row, last = words[:-1], words[-1]
    if marks != "，" or not _GOES_ON.match(last):
        return False
    lengths = [len(word) for word in row]
    even = len(row) > _TWO and min(lengths) >= _NAME and max(lengths) - min(lengths) <= _TWO
    return even and not any(_GOES_ON.match(word) for word in row)


def _tell_amounts(text: str, words: Sequence[str], counted: Counted) -> bool:
    """二等奖五名，三等奖十名 behind 两名, or the number itself again: counts, no members."""
    own = text[counted.count_span.start : counted.count_span.end + 1 + (counted.noun != "")]
    if any(own in word for word in words):
        return True
    if counted.noun or not counted.measure:
        return False
    # 议了三次，人大视察一次，政协调研一次，…: one such word is enough.
    tell = any if counted.measure in TIMES else all
    return tell(map(_amount_of(counted.measure).search, words))


@cache
def _amount_of(measure: str) -> re.Pattern[str]:
    return re.compile(f"[{'一' * (measure in TIMES)}两二三四五六七八九十0-9]{measure}")


def _are_asked(text: str, pieces: Sequence[Span], counted: Counted) -> bool:
    """睡前三问，今天做的事，能不能告诉父母？能不能…？能不能…？: as many questions, and no more."""
    asks = [text[piece.end : piece.end + 1] == "？" for piece in pieces]
    count = counted.count or 0
    thing = counted.measure + counted.noun.strip("“”")
    # Of two only where they fill their paragraph.
    last = pieces[-1].end + 1
    many = count > _TWO or text[last : last + 1] in ("", "\n")
    return "问" in thing and many and asks == ([True] * count + [False])[: len(asks)]


def _are_steps(words: Sequence[str], counted: Counted) -> bool:
    """三级网格：街道是一级网格，社区是二级网格，小区是三级网格: each has its own number."""
    if not counted.measure or "一" + counted.measure not in words[0]:
        return False
    steps = [number + counted.measure for number in _NUMERALS[: counted.count or 0]]
    return len(words) == len(steps) > 1 and all(map(str.__contains__, words, steps))


def _lacks_the_noun(words: Sequence[str], counted: Counted) -> bool:
    """预案到位、人员到位，查出来的漏洞…: where most have the noun, what lacks it is no member."""
    noun = counted.noun.strip("“”")
    formula = counted.quoted and len(noun) >= _TWO
    having = sum(noun in word for word in words) if formula else 0
    return _TWO <= having < len(words)


def _name_it_once(words: Sequence[str], counted: Counted) -> bool:
    """问“四个在哪里”，孩子在哪里，和谁在一起，…: one of three and more has the name."""
    noun = counted.noun.strip("“”")
    named = counted.quoted and len(noun) > _TWO and len(words) > _TWO
    return named and sum(noun in word for word in words) == 1


def _is_plainly_announced(text: str, counted: Counted, words: Sequence[str]) -> bool:
    """内容是三项，总结工作，表彰先进，部署任务: nothing but the number is said before them."""
    bare = counted.noun == "" and counted.measure in ("项", "条", "点", "件", "种", "个", "样")
    told = text[counted.span.start - 1 : counted.span.start] in ("是", "有", "为")
    return bare and told and len(words) > _TWO and min(map(len, words)) > _TWO


def _is_whole(text: str, pieces: Sequence[Span], marks: str) -> bool:
    return marks == "，" and text[pieces[-1].end : pieces[-1].end + 1] == "。"


def are_plain(words: Sequence[str]) -> bool:
    """三条红线，耕地红线四十万亩，生态红线六百平方公里，城镇边界三十公里: they name things."""
    lengths = [len(word) for word in words]
    if len(words) <= _TWO:
        return False
    even = max(lengths) - min(lengths) <= _SHORT // _TWO and min(lengths) >= _NAME
    return even and not any(_GOES_ON.match(word) for word in words)
