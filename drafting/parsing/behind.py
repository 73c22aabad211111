"""Members behind a count, by three tables: where they begin, how they are parted, what they share.

A new way of announcing is a line in one of the tables: ``_PLACES`` (三个层面同时发力，…; 三句话，
请大家记住：…), ``_CUTS`` (…、…、…; …，…，…; sentences; questions) or ``_SIGNS`` (one beginning, one
end, the word that is counted, one length). A row is believed only where it is as long as announced.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from drafting.parsing.counts import ANOTHER
from drafting.parsing.members import list_within, split_list
from drafting.parsing.parallel import is_parallel
from drafting.parsing.scattered import iter_scattered
from drafting.text.characters import HAN, is_han
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from drafting.parsing.counts import Counted

_CLAUSE = "[^，。；：！？、“”—（\\n]"
_MARK = "(?:——|[，。：；（\\n])"
# 四句话、十六个字，…: the second count tells of the same members.
_SECOND = "(?P<second>[、，][一二三四五六七八九十]{1,3}个字)?"
# What leads to the members: 即, 就是, 分别是, 要靠, 一个是 is a member itself.
_LINK = (
    "(?:，?(?<!一)(?:也?就(?:是|叫)|即|叫|分别(?:是|为)|具体(?:是|为|说|讲)"
    "|那就是|要靠|无非是|包括))?"
)
# Where the members begin, seen from the end of the count; the first ``_NAMING`` even where those
# counted act (五个单位作了发言，…): there they are named.
_PLACES = tuple(
    re.compile(f"[”]?{_SECOND}{place}")
    for place in (
        # 三条路：…, 三条路，…, 三条路就是….
        f"{_LINK}(?:(?<=[是即叫为靠括])[：“]?|{_MARK}[“]?)",
        # 点了五个单位的名：….
        f"[{HAN}]{{1,6}}：",
        # 四个乡镇作了检讨，分别是….
        f"{_CLAUSE}{{0,16}}[，。](?:分别|依次|他们|她们|它们|也就)(?:是|为|叫)",
        # 三个层面同时发力，…, 两条路摆在面前：….
        f"{_CLAUSE}{{1,14}}{_MARK}[“]?",
        # 三句话，请大家记住：…, 三个问题，今天要说清楚。…, 六条。一条一条念：….
        f"{_CLAUSE}{{0,14}}(?:(?:，{_CLAUSE}{{2,14}})?。{_CLAUSE}{{2,14}}：|，{_CLAUSE}{{2,14}}[：。])[“]?",
    )
)
# How the members are parted: the marks between them, and what ends the last one.
_CUTS = tuple(
    (marks, re.compile(f"[{ends}\\n]"))
    for marks, ends in (
        ("、", "，。；：！？”）"),
        ("，", "。；：！？）"),
        ("；", "。！？）"),
        ("，；", "。！？）"),
        ("，、", "。；：！？）"),
        ("，、；", "。！？）"),
        ("？！", "。："),
        ("。；", ""),
    )
)
_SAID = re.compile("[。！？”\\n]")
_REACH, _LONGEST = 400, 90
_SHORT, _UNEVEN = 16, 2
_LINKING = re.compile("^(?:和|与|及|以及|并且?|也|还|又|更|再|同时)")
# 散，就是…；小，就是…: members that are explained one after another.
_EXPLAINED = re.compile("[^，]{1,8}，?(?:就|才|也)?(?:是|叫|要|即)")
# 一是…，二是…: a series is counted by its numbers (parts.py, sequences.py), not by its commas.
_NUMBERED = re.compile(
    "[一二三四五六七八九十1-9][是要靠看来、．.]|第[一二三]|首先|其[一二三次]|[（(][一1]|①|一[个条点]?(?:是|叫)"
    "|[两二三四五六七八九十](?:[个大项点条件种类句手]|方面)"
)
_BODY_NOUN = re.compile("(?:单位|部门|乡镇|镇|乡|村|街道|社区|企业|学校|医院|公司|家|地方|站所)$")
_BODY = re.compile(
    f"[{HAN}]{{1,8}}(?:局|委|办|厅|部|院|站|所|中心|公司|集团|银行|镇|乡|街道|村|社区|园区|开发区|学校|中学|小学|高中|医院)"
)
# What speaks of the count, or goes on with the sentence, is no member.
_GOES_ON = re.compile(
    "[我大你他她它这那要请但也都就才应必务须把让使在因所并而能不没有是将会已全各为从对]"
)
_TWO, _NAME, _NAMING = 2, 4, 3


def iter_behind(text: str, counted: Counted, *, acts: bool) -> Iterator[Sequence[Span]]:
    """Yield the rows behind a count that are as long as announced.

    ``acts``: those counted do something, and what follows may be told of it.
    """
    count = counted.count or 0
    for start in _starts(text, counted, acts=acts):
        if counted.noun.startswith("字"):
            yield _characters(text, start)
        yield from iter_scattered(text, start, counted)
        reach = text[start : start + _REACH].lstrip("\n\u3000 ").split("\n", 1)[0]
        for marks, ends in _CUTS:
            if sum(map(reach.count, marks)) < count - 1 - (marks == "、"):
                continue
            pieces = _pieces(text, start, marks, ends, count)
            if pieces and _are_members(text, pieces, counted, marks):
                yield pieces[:count]


def _starts(text: str, counted: Counted, *, acts: bool) -> Iterator[int]:
    """Yield where the members may begin, each place once; none where a series begins there."""
    noun = counted.noun.strip("“”")
    seen: set[int] = set()
    for place in _PLACES[: _NAMING if acts else None]:
        match = place.match(text, counted.span.end)
        if match is None or match.end() in seen or ANOTHER.search(_own(match)):
            continue
        start = match.end()
        if _NUMBERED.match(text, start) and not text.startswith(noun or "。", start):
            return
        # 一张是…，一张是…: what is named with its measure is counted by that (sequences.py).
        one = "一" + counted.measure
        again = text.startswith(one + "一", start)
        if text.startswith(one, start) and not again and noun[:1] != "一":
            return
        seen.add(start)
        yield start
        if text[start - 1] == "：":
            return


def _are_members(text: str, pieces: Sequence[Span], counted: Counted, marks: str) -> bool:
    """Return whether the pieces, one more than announced where the sentence goes on, are a row."""
    words = [piece.of(text) for piece in pieces]
    own = text[counted.count_span.start : counted.count_span.end + 1]
    if any(own in word for word in words):
        return False
    if len(words) > (counted.count or 0):
        return _stops_short(words, counted, marks)
    if _lacks_the_noun(words, counted):
        return False
    # What stands behind a colon, or behind 分别是, is the list; ， parts two things by chance.
    before = text[pieces[0].start - 1 : pieces[0].start]
    told = before in tuple("：是为叫“") and (len(words) > _TWO or marks == "；")
    told = told and "。" not in marks
    return (
        told
        or is_row(words, counted, marks)
        or _is_plainly_announced(text, counted, words)
        or _are_plain(text, pieces, words, marks)
    )


def _own(match: re.Match[str]) -> str:
    """Return what stands between the count and its members, without a second count."""
    return match.group()[len(match["second"] or "") :]


def _pieces(text: str, start: int, marks: str, ends: re.Pattern[str], count: int) -> Sequence[Span]:
    """Return ``count`` pieces from ``start`` to the first end, with one more, or none."""
    while text[start : start + 1] in tuple("\n\u3000 "):
        start += 1
    found = ends.search(text, start, start + _REACH)
    end = found.start() if found else len(text) if len(text) - start < _REACH else start
    if marks == "、" and count == _TWO:
        listing = list_within(text, start, end)
        if listing is not None and listing.least == 1 and listing.fits(count):
            return listing.spans_for(count, text)
    if sum(text.count(mark, start, end) for mark in marks) < count - 1 - (marks == "、"):
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


def _stops_short(words: Sequence[str], counted: Counted, marks: str) -> bool:
    """一座水库一名责任人，一处隐患一套预案，名单已经印发: the row ends and its sentence goes on."""
    row = [_LINKING.sub("", word) for word in words]
    if marks != "，" or len(row) <= _TWO + 1 or not all(row):
        return False
    spread = max(map(len, row[:-1])) - min(map(len, row[:-1]))
    if row[-1][0] == row[0][0] or row[-1][-1] == row[0][-1]:
        return False
    return any(sign(row[:-1], spread, counted) for sign in (_begun_alike, _ended_alike))


def is_row(words: Sequence[str], counted: Counted, marks: str) -> bool:
    """Return whether pieces of text, as many as announced, have the signs of one row."""
    bare = [_LINKING.sub("", word.strip("“”’‘《》")) for word in words]
    if not all(bare):
        return False
    lengths = [len(word) for word in bare]
    spread = max(lengths) - min(lengths)
    if marks == "、" and not counted.any_word:
        if len(bare) > _TWO and spread <= 3 * _UNEVEN:
            return True
        # 两个乡，红石和梅河，…: two names.
        if spread == 0 and lengths[0] <= _NAME:
            return True
    signs = _SIGNS[:1] if counted.any_word else _SIGNS
    if any(sign(bare, spread, counted) for sign in signs):
        return True
    if marks != "；":
        return False
    # 重业务轻党建，…；重形式轻实效，…: their leads are alike.
    leads = [word.split("，", 1)[0] for word in bare]
    spread = max(map(len, leads)) - min(map(len, leads))
    return all(leads) and any(sign(leads, spread, counted) for sign in signs)


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


def _named(words: Sequence[str], _spread: int, counted: Counted) -> bool:
    """校长队伍和教师队伍, 有朝气、有锐气: each names what is counted."""
    noun = counted.noun.strip("“”") or counted.measure
    key = noun[-2:]
    if len(key) > 1 or max(map(len, words)) <= _SHORT // 2:
        return bool(key) and all(key in word for word in words)
    return False


def _begun_alike(words: Sequence[str], spread: int, _counted: Counted) -> bool:
    """要么退下来，要么冲上去 — 过好选项关，…。过好建设关，…."""
    if len({word[:2] for word in words}) == 1 and len(words[0]) > _TWO:
        return True
    even = spread <= _UNEVEN and max(map(len, words)) <= _SHORT
    return even and len({word[0] for word in words}) == 1


def _ended_alike(words: Sequence[str], spread: int, _counted: Counted) -> bool:
    """会多，文多，表多."""
    if len({word[-2:] for word in words}) == 1:
        return True
    even = spread <= _UNEVEN and max(map(len, words)) <= _SHORT
    return even and len({word[-1] for word in words}) == 1


def _as_long(words: Sequence[str], spread: int, _counted: Counted) -> bool:
    """守住底线，抓住主线，提高上线: three and more of one length."""
    longest = max(map(len, words))
    return len(words) > _TWO and (spread == 0 or (spread <= 1 and longest <= _SHORT // 2))


def _built_alike(words: Sequence[str], _spread: int, _counted: Counted) -> bool:
    return all(is_parallel(*two) for two in pairwise(words))


def _bodies(words: Sequence[str], _spread: int, counted: Counted) -> bool:
    """两个单位，住建局的月报…，市场局的窗口…: each begins with the name of a body."""
    return bool(_BODY_NOUN.search(counted.noun or counted.measure)) and all(
        _BODY.match(word) for word in words
    )


def _explained(words: Sequence[str], _spread: int, _counted: Counted) -> bool:
    return len(words) > _TWO and all(_EXPLAINED.match(word) for word in words)


_SIGNS: tuple[Callable[[Sequence[str], int, Counted], bool], ...] = (
    _named,
    _begun_alike,
    _ended_alike,
    _as_long,
    _built_alike,
    _bodies,
    _explained,
)
