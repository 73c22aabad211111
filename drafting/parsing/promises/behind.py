"""Members behind a count: where they begin, how they are parted, whether they are one row.

A new way of announcing is a line in a table: ``_PLACES`` (三个层面同时发力，…) or ``_CUTS`` (…、…;
…，…; sentences; questions) here, what members share in row_signs.py, how sentences lead in
scattered.py. A row is believed only where it is as long as announced.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.parsing.promises.counts import ANOTHER
from drafting.parsing.promises.members import ends_in_two, list_within, split_list, two_in_one
from drafting.parsing.promises.row_signs import is_row, stops_short
from drafting.parsing.promises.scattered import iter_scattered
from drafting.parsing.promises.whole_rows import is_followed, is_plain_row
from drafting.text.characters import HAN, is_han
from drafting.text.numerals import parse_number
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.parsing.promises.counts import Counted

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
        # 三句话，请大家记住：…, 六条，我念一遍，请大家记住。…, 六条。一条一条念：….
        f"{_CLAUSE}{{0,14}}(?:(?:，{_CLAUSE}{{2,14}})?。{_CLAUSE}{{2,14}}：|(?:，{_CLAUSE}{{2,14}}){{1,3}}[：。])[“]?",
    )
)
# How the members are parted: the marks between them, what ends the last one, and of what marks one
# must be there, lest the pieces be those of ， again.
_CUTS = tuple(
    (marks, re.compile(f"[{ends}\\n]"), tuple(map(frozenset, needs)))
    for marks, ends, *needs in (
        ("、", "，。；：！？”）"),
        ("，", "。；：！？）"),
        ("；", "。！？）"),
        ("，；", "。！？）", "；："),
        ("，、", "。；：！？）", "、"),
        ("，、；", "。！？）", "、", "；："),
        ("？！", "。："),
        ("。；", ""),
    )
)
_PARTING = "、，；。？！"
_SENTENCES = ("？！", "。；")
_SAID = re.compile("[。！？”\\n]")
_REACH, _LONGEST = 400, 90
_SHORT = 16
_MARKED = re.compile("“[^“”\\n]{1,60}”|《[^《》\\n]{1,60}》")
_MARKED_ROW = re.compile(f"(?:(?:{_MARKED.pattern})[、，和与及]?)+")
_BLANK = ("\n", "\u3000", " ")
# 一是…，二是…: a series is counted by its numbers (parts.py, sequences.py), not by its commas.
_NUMBERED = re.compile(
    "[一二三四五六七八九十1-9][是要靠看来、．.]|[第头]一|首先|其[一二三次]|[（(][一1]|①|一[个条点]?(?:是|叫)"
    "|[两二三四五六七八九十](?:[个大项点条件种类句手]|方面)"
)
# What speaks of the count, or goes on with the sentence, is no member.
_GOES_ON = re.compile(
    "[我大你他她它这那要请但也都就才应必务须把让使在因所并而能不没有是将会已全各为从对]"
)
# One short sentence between a count and its members.
_REMARK = re.compile("。[^，。；：！？、\\n]{4,16}。")
_LEAD = re.compile("[^，。；：、\\n]+(?=，)")
_LAST_ONE = re.compile("还有(?!的)|再(?:一个|有|就是)|以及|最后(?:一个)?是")
# 把“两个严禁”挂在嘴上、落到行动上：.
_TO_COLON = re.compile("[^，。；：！？“”\\n]{2,16}：")
_NUMERALS = "一二三四五六七八九十"
_TWO, _NAME, _NAMING = 2, 4, 3


def iter_behind(text: str, counted: Counted, *, acts: bool) -> Iterator[Sequence[Span]]:
    """Yield the rows behind a count that are as long as announced.

    ``acts``: those counted do something, and what follows may be told of it.
    """
    if counted.quoted and len(counted.noun) >= _TWO:
        yield _begun_with_the_name(text, counted)
    if text.startswith("是", counted.span.end):
        yield _names(text, counted.span.end + 1, counted, ending="")
    for start, naming in _starts(text, counted):
        if acts and not naming:
            yield _names(text, start, counted, ending=counted.noun[-1:])
            continue
        if counted.noun.startswith("字"):
            yield _characters(text, start)
        if text[start - 1] not in "，、":
            yield from iter_scattered(text, start, counted)
        if text[start - 1] == "“" or text[start : start + 1] in tuple("“《"):
            yield _in_marks(text, start - (text[start - 1] == "“"))
        yield from _parted(text, start, counted)
    if (counted.count or 0) > _TWO and len(counted.noun) >= _TWO and not acts:
        yield from _behind_a_remark(text, counted)


def _begun_with_the_name(text: str, counted: Counted) -> Sequence[Span]:
    """把“两个严禁”挂在嘴上、落到行动上：严禁…，严禁…。: each begins with what is counted."""
    colon = _TO_COLON.match(text, counted.span.end)
    stop = _SAID.search(text, colon.end(), colon.end() + _REACH) if colon else None
    if colon is None or stop is None or not text.startswith(counted.noun, colon.end()):
        return ()
    marks = "；" if "；" in text[colon.end() : stop.start()] else "，"
    row = split_list(text, colon.end(), stop.start(), marks)
    return row if all(text.startswith(counted.noun, one.start) for one in row) else ()


def _behind_a_remark(text: str, counted: Counted) -> Iterator[Sequence[Span]]:
    """四个目标。今天当着大家的面交账。招商目标，…。城建目标，…。: each names what is counted."""
    remark = _REMARK.match(text, counted.span.end)
    if remark and _NUMBERED.match(text, remark.start() + 1):
        return
    key = counted.noun.strip("“”")[-_TWO:]
    if remark is None or key not in text[remark.end() : remark.end() + _SHORT]:
        return
    for row in iter_scattered(text, remark.end(), counted):
        if all(key in text[one.start : one.start + _SHORT] for one in row):
            yield row


def _in_marks(text: str, start: int) -> Sequence[Span]:
    """三句老话，“…”“…”“…”，如今…: what stands in marks, one behind the other."""
    row = _MARKED_ROW.match(text, start, start + _REACH)
    return [Span(*one.span()) for one in _MARKED.finditer(text, start, row.end())] if row else ()


def _parted(text: str, start: int, counted: Counted) -> Iterator[Sequence[Span]]:
    """Yield the pieces from ``start`` on between marks that are a row of the number announced."""
    count = counted.count or 0
    first, last = _reach(text, start)
    parts = {mark: text.count(mark, first, last) for mark in _PARTING}
    if sum(parts.values()) < count - 2:
        return
    present = {mark for mark in parts if parts[mark]}
    if text.find("：", first, last) >= 0:
        present.add("：")
    # A list of the next line is told by a colon; without one only its sentences are.
    inline = first == start or text[start - 1] == "："
    for marks, ends, needs in _CUTS:
        if any(map(present.isdisjoint, needs)) or not (inline or marks in _SENTENCES):
            continue
        if sum(map(parts.__getitem__, marks)) < count - 1 - (marks == "、"):
            continue
        pieces = _pieces(text, first, marks, ends, count)
        if pieces and _are_members(text, pieces, counted, marks):
            yield pieces[:count]


def _names(text: str, start: int, counted: Counted, *, ending: str) -> Sequence[Span]:
    """两个村被评为文明村，柏杨村和大坪村。 三个点是用地、用能、用工。: short names between 、."""
    pieces = _pieces(text, start, *_CUTS[0][:2], counted.count or 0)
    words = [piece.of(text) for piece in pieces]
    named = all(word.endswith(ending) and len(word) <= _SHORT // _TWO for word in words)
    return pieces if named else ()


def _starts(text: str, counted: Counted) -> Iterator[tuple[int, bool]]:
    """Yield where the members may begin, each place once, and whether they must be named there.

    None where a series begins there.
    """
    noun = counted.noun.strip("“”")
    seen: set[int] = set()
    for number, place in enumerate(_PLACES):
        match = place.match(text, counted.span.end)
        if match is None or match.end() in seen or ANOTHER.search(_own(match, counted)):
            continue
        start = match.end()
        first, _ = _reach(text, start)
        if _NUMBERED.match(text, first) and not text.startswith(noun or "。", first):
            return
        # 一张是…，一张是…: what is named with its measure is counted by that (sequences.py).
        one = "一" + counted.measure
        again = text.startswith(one + "一", start)
        if text.startswith(one, start) and not again and noun[:1] != "一":
            return
        seen.add(start)
        yield start, number < _NAMING
        if text[start - 1] == "：":
            return


def _reach(text: str, start: int) -> tuple[int, int]:
    """Return where the members' line begins behind ``start``, and how far it is looked at."""
    last = min(start + _REACH, len(text))
    first = start
    while text[first : first + 1] in _BLANK and first < last:
        first += 1
    line_end = text.find("\n", first, last)
    return first, line_end if line_end >= 0 else last


def _are_members(text: str, pieces: Sequence[Span], counted: Counted, marks: str) -> bool:
    """Return whether the pieces, one more than announced where the sentence goes on, are a row."""
    words = [piece.of(text) for piece in pieces]
    if _are_steps(words, counted):
        return True
    if _are_none(text, pieces, counted, marks) or _tell_amounts(text, words, counted):
        return False
    if marks == "？！" and _are_asked(text, pieces, counted):
        return True
    if len(words) > (counted.count or 0):
        return _stop_before_the_last(text, pieces, counted, marks)
    if is_followed(text, pieces, counted) or ("、" in marks and ends_in_two(words)):
        return False
    return _fill_the_list(text, pieces, counted, marks)


def _are_none(text: str, pieces: Sequence[Span], counted: Counted, marks: str) -> bool:
    """Return whether the pieces are parted otherwise, or a series begins behind the first."""
    words = [piece.of(text) for piece in pieces]
    # 三件事，请记下来。第一，…。第二，…; 三层意思，供参考。一层，讲讲…: a remark stands before it.
    numbered = ("第一", "头一", "首先", "一是", "一要", f"一{counted.measure or '是'}")
    begun = not words[0].startswith(numbered) and words[1].startswith(numbered)
    two = "、" in marks and two_in_one(words[-1], counted.noun[-_TWO:]) > 0
    return begun or two or (marks not in _SENTENCES and _is_taken_up(text, pieces))


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


def _stop_before_the_last(text: str, pieces: Sequence[Span], counted: Counted, marks: str) -> bool:
    """Return whether the pieces but the last are a row, and the last goes on with the sentence."""
    words = [piece.of(text) for piece in pieces]
    # 零成本、零距离、零见面 and one more of them are no row of three.
    one_more = counted.measure != "" and f"一{counted.measure}" in words[-1][:_SHORT]
    if one_more or _is_numbered_on(words) or is_plain_row(words, counted):
        return False
    return (
        _ends_in_and(words, marks)
        or stops_short(words, counted, marks)
        or (text[pieces[0].start - 1] != "。" and _speaks_on(words, marks))
    )


def _fill_the_list(text: str, pieces: Sequence[Span], counted: Counted, marks: str) -> bool:
    words = [piece.of(text) for piece in pieces]
    # What stands behind a colon, or behind 分别是, is the list; ， parts two things by chance.
    before = text[pieces[0].start - 1 : pieces[0].start]
    told = before in tuple("：是为叫做即括“") and (len(words) > _TWO or marks == "；")
    told = told and "。" not in marks
    if _lacks_the_noun(words, counted) and not (told and marks == "、"):
        return False
    return (
        told
        or _ends_in_and([*words, ""], marks)
        or is_row(words, counted, marks)
        or ("。" not in marks and _is_plainly_announced(text, counted, words))
        or _are_plain(text, pieces, words, marks)
    )


def _is_numbered_on(words: Sequence[str]) -> bool:
    """Return whether the last word has the number behind those of the others (一抓…，…，四抓…)."""
    return words[0][:1] == _NUMERALS[0] and words[-1][:1] == _NUMERALS[len(words) - 1 : len(words)]


def _ends_in_and(words: Sequence[str], marks: str) -> bool:
    """城北的农场，柳河的基地，还有石门的加工厂，看得出来…: the last but one is the last member."""
    ands = [*(_LAST_ONE.match(word) is not None for word in words), True]
    return marks in "，；" and len(words) > _TWO + 1 and ands.index(True) == len(words) - 2


def _speaks_on(words: Sequence[str], marks: str) -> bool:
    """修好一座桥，通好一条路，建好一所学校，我们说到做到: even pieces, then he speaks on."""
    row, last = words[:-1], words[-1]
    lengths = [len(word) for word in row]
    even = len(row) > _TWO and min(lengths) >= _NAME and max(lengths) - min(lengths) <= _TWO
    goes_on = _GOES_ON.match(last) and not any(_GOES_ON.match(word) for word in row)
    return marks == "，" and even and bool(goes_on)


def _tell_amounts(text: str, words: Sequence[str], counted: Counted) -> bool:
    """二等奖五名，三等奖十名 behind 两名, or the number itself again: counts, no members."""
    own = text[counted.count_span.start : counted.count_span.end + 1 + (counted.noun != "")]
    if any(own in word for word in words):
        return True
    if counted.noun or not counted.measure:
        return False
    return all(re.search(f"[两二三四五六七八九十0-9]{counted.measure}", word) for word in words)


def _are_asked(text: str, pieces: Sequence[Span], counted: Counted) -> bool:
    """睡前三问，今天做的事，能不能告诉父母？能不能…？能不能…？: as many questions, and no more."""
    asks = [text[piece.end : piece.end + 1] == "？" for piece in pieces]
    count = counted.count or 0
    thing = counted.measure + counted.noun.strip("“”")
    return "问" in thing and count > _TWO and asks == ([True] * count + [False])[: len(asks)]


def _own(match: re.Match[str], counted: Counted) -> str:
    """Return what stands between the count and its members, without a second count of them."""
    second, own = match["second"] or "", match.group()
    count = counted.count or 0
    if second.endswith("个字") or parse_number(match["as_many"] or "") == count:
        return own[len(second) :]
    return own[len(second) :] if (parse_number(match["more"] or "") or 0) > count else own


def _pieces(text: str, start: int, marks: str, ends: re.Pattern[str], count: int) -> Sequence[Span]:
    """Return ``count`` pieces from ``start`` to the first end, with one more, or none."""
    found = ends.search(text, start, start + _REACH)
    # 动员部署阶段（三月至四月），集中攻坚阶段（…）: a bracket of the list's own ends nothing.
    while found and found.group() == "）" and text.find("（", start, found.start()) >= 0:
        found = ends.search(text, found.end(), start + _REACH)
    end = found.start() if found else len(text) if len(text) - start < _REACH else start
    if marks == "、" and count == _TWO:
        listing = list_within(text, start, end)
        if listing is not None and listing.least == 1 and listing.fits(count):
            return listing.spans_for(count, text)
    cuts = sum(text.count(mark, start, end) for mark in marks) + text.count("”", start, end)
    if cuts < count - 1 - (marks == "、"):
        return ()
    pieces = [piece for piece in split_list(text, start, end, marks) if piece.of(text).strip()]
    if len(pieces) == count - 1 and marks == "、":
        listing = list_within(text, start, end)
        both = listing.spans_for(count, text) if listing is not None and listing.last_and else ()
        return both if both and min(map(len, both)) >= _TWO else ()
    if not count <= len(pieces) or max(map(len, pieces[:count])) > _LONGEST:
        return ()
    return pieces[: count + 1]


def _characters(text: str, start: int) -> Sequence[Span]:
    """八个字：应统尽统、真实准确。 — the characters of the sentence are what is counted."""
    end = _SAID.search(text, start, start + _REACH)
    return [
        Span(index, index + 1)
        for index in range(start, end.start() if end else start)
        if is_han(text[index])
    ]


def _are_steps(words: Sequence[str], counted: Counted) -> bool:
    """三级网格：街道是一级网格，社区是二级网格，小区是三级网格: each has its own number."""
    steps = tuple(number + counted.measure for number in "一二三四五六七八九"[: counted.count or 0])
    return (
        counted.measure != ""
        and len(words) == len(steps) > 1
        and all(step in word for step, word in zip(steps, words, strict=True))
    )


def _lacks_the_noun(words: Sequence[str], counted: Counted) -> bool:
    """预案到位、人员到位，查出来的漏洞…: where most have the noun, what lacks it is no member."""
    noun = counted.noun.strip("“”")
    formula = counted.quoted and len(noun) >= _TWO
    having = sum(noun in word for word in words) if formula else 0
    return _TWO <= having < len(words)


def _is_plainly_announced(text: str, counted: Counted, words: Sequence[str]) -> bool:
    """内容是三项，总结工作，表彰先进，部署任务: nothing but the number is said before them."""
    bare = counted.noun == "" and counted.measure in tuple("项条点件种个样")
    told = text[counted.span.start - 1 : counted.span.start] in tuple("是有为")
    return bare and told and len(words) > _TWO and min(map(len, words)) > _TWO


def _are_plain(text: str, pieces: Sequence[Span], words: Sequence[str], marks: str) -> bool:
    """三条红线，耕地红线四十万亩，生态红线六百平方公里，城镇边界三十公里: they name things."""
    lengths = [len(word) for word in words]
    if marks != "，" or len(words) <= _TWO or text[pieces[-1].end : pieces[-1].end + 1] != "。":
        return False
    even = max(lengths) - min(lengths) <= _SHORT // _TWO and min(lengths) >= _NAME
    return even and not any(_GOES_ON.match(word) for word in words)
