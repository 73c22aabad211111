"""Counts that sum up what stands before them: 这三个责任人, 这“三个过硬”, 这是我提的三点要求.

They are believed only where exactly so many members stand there.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from drafting.model.draft import Promise, PromiseKind
from drafting.parsing.promises.behind import iter_behind
from drafting.parsing.promises.members import list_before, list_within, split_list
from drafting.parsing.promises.row_signs import is_row
from drafting.parsing.promises.sequences import iter_sequences
from drafting.parsing.promises.told_before import iter_told_before
from drafting.text.characters import HAN
from drafting.text.numerals import parse_number
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.parsing.promises.counts import Counted

_REACH, _BACK, _THIS_REACH = 300, 160, 14
_KEY = 2
_TO_LAST_MARK = re.compile("(?s:.*)[。！？；：\\n]")
_SHORTEST_CLAUSE, _FEWEST_CLAUSES = 3, 3
_PIECES = re.compile("[^，。；：、！？“”\\n]+")
# 不等，不靠，不要。这三句话…: what was just said is summed up by a word for things said.
_SAID = re.compile("话|问题|条|点|方面|件?事|道理|原因|要求|考虑|经验|教训|感受|体会|建议")
# 这是我提的三点要求, 这就是我想说的两句话, 老百姓把这叫“三看”.
_THIS_IS = re.compile(
    "这(?:[就也都]?是[^，。；：\\n这]{0,8}|[就也]?(?:叫做?|称为|概括为|归纳为|总结为))$"
)
# 这三件事——修路、架桥、通水; 这五项任务，即…; 这五项是：….
_TELLS = re.compile("——|[^，。；：！？\\n]{0,10}：|（|，(?:即|(?:也|分别)?就?是)")
# 请住建局、城关镇、县一中依次发言。…刚才三家单位的发言: those who were called up.
_ONE_IN_MARKS = re.compile(f"“([{HAN}])”字")
_FIELD = re.compile("^[^，]{1,6}(?:方面|上)$")
_JUST_NOW = re.compile("刚才，?$")
_CALLED = re.compile(
    "(?:请|由)(?P<who>[^，。；：\n]{2,60}?)(?:依次|分别|先后|上台|作|同志发言|发言)"
)
_NUMBER = re.compile(
    "(?<=[，。；：！？\n])(?:第(?P<of>[一二三四五六七八九十])(?P<thing>[^，。；：\n])"
    "|(?P<n>[一二三四五六七八九十])(?P<word>[^，。；：、\n]))"
)


def find_looking_back(text: str, counted: Counted) -> Promise | None:
    """Return the promise of a count whose members stand right before it, or None."""
    count, start = counted.count, counted.span.start
    if count is None or count < 2 or not _may_look_back(text, counted):
        return None
    for members in _readings(text, counted, count, start):
        if len(members) == count:
            return listed_promise(text, counted, members)
    return None


def _may_look_back(text: str, counted: Counted) -> bool:
    """Return whether 这, 刚才 or the end of a sentence stands before, or parts with the measure."""
    start = counted.span.start
    near = text[max(0, start - _THIS_REACH) : start]
    if "这" in near or near.endswith("。") or "刚才" in near[-3:]:
        return True
    return text.find(f"第一{counted.measure or '。'}", max(0, start - _BACK), start) >= 0


def _readings(text: str, counted: Counted, count: int, start: int) -> Iterator[Sequence[Span]]:
    this = text[start - 1 : start] == "这"
    if this and _TELLS.match(text, counted.span.end):
        yield from iter_behind(text, counted, acts=True)
    if this:
        yield _with_its_word(text, counted)
        yield _in_marks(text, counted)
        yield list_ending(text, start - 1, count) or ()
        if text[start - 2 : start - 1] == "，":
            yield from _in_its_sentence(text, start - 2, counted)
        elif text[start - 2 : start - 1] in ("。", "？", "！") and count >= _FEWEST_CLAUSES:
            yield _clauses_ending(text, start - 2) if _SAID.match(_thing(counted)) else ()
    if _JUST_NOW.search(text, max(0, start - 3), start):
        yield from _called_up(text, start)
    told = counted.measure != "" and f"第一{counted.measure}" in text[max(0, start - _BACK) : start]
    if this or told or _THIS_IS.search(text, max(0, start - _THIS_REACH), start):
        yield _numbered(text, start)
    yield from iter_told_before(text, counted)
    if this:
        # 这两样东西请带走，一样是…，一样是…: none stand before, so those behind are meant.
        yield from iter_sequences(text, counted)
    elif text[start - 1 : start] == "。" and count >= _FEWEST_CLAUSES:
        yield _summed_up(text, counted)


def _in_its_sentence(text: str, end: int, counted: Counted) -> Iterator[Sequence[Span]]:
    """Yield the list and the clauses up to ``end``, before 这三种角色 in their own sentence."""
    count = counted.count or 0
    yield list_ending(text, end, count) or ()
    clauses = _clauses_ending(text, end)
    yield clauses
    # 民生方面，医院建好，学校开好，这两件事…: the field opens the sentence.
    if clauses and _FIELD.search(clauses[0].of(text)):
        yield clauses[1:]
    # …干部，既要当“店小二”，又要当“贴心人”，还要当…，这三种角色: the last of the sentence.
    last = clauses[-count:]
    words = [one.of(text) for one in last]
    row = count >= _FEWEST_CLAUSES or len({word[:_KEY] for word in words}) == 1
    if len(last) == count and row and is_row(words, counted, "，"):
        yield last


def _called_up(text: str, position: int) -> Iterator[Sequence[Span]]:
    """Yield those last called up before ``position``."""
    calls = list(_CALLED.finditer(text, max(0, position - _REACH), position))
    for call in reversed(calls[-_FEWEST_CLAUSES:]):
        start, end = call.span("who")
        listing = list_within(text, start, end)
        if listing is not None and listing.least > 1:
            yield listing.spans_for(listing.least + listing.last_and, text)


def list_ending(text: str, position: int, count: int) -> Sequence[Span] | None:
    """Return the ``count`` members of the list that ends at ``position``, or None."""
    listing = list_before(text, position, max(0, position - _REACH))
    if listing is None or listing.least < 2 or not listing.fits(count):
        return None
    return listing.spans_for(count, text) or None


def clauses_before(text: str, position: int) -> list[Span]:
    """Return the clauses of the sentence up to ``position``."""
    return split_list(text, sentence_start(text, position), position, "，")


def sentence_start(text: str, position: int) -> int:
    """Return where the sentence begins in which ``position`` stands, if it is in reach."""
    start = max(0, position - _REACH)
    last = _TO_LAST_MARK.match(text, start, position)
    return last.end() if last else start


def _clauses_ending(text: str, position: int) -> Sequence[Span]:
    clauses = clauses_before(text, position)
    return clauses if clauses and min(map(len, clauses)) >= _SHORTEST_CLAUSE else ()


def _summed_up(text: str, counted: Counted) -> Sequence[Span]:
    """Return 从…变成了…，从…变成了…，从…变成了… before 三个变化，来之不易: a row of one build."""
    sides = _sides_before(text, counted.span.start - 1)
    if len(sides) == counted.count and len({one.of(text)[:_KEY] for one in sides}) == 1:
        return sides
    clauses = _clauses_ending(text, counted.span.start - 1)[-(counted.count or 0) :]
    words = [one.of(text) for one in clauses]
    built = clauses and len({word[0] for word in words}) == 1 and is_row(words, counted, "，")
    # 山没有变，水没有变，乡亲们的热情没有变 before 三个没有变.
    key = counted.noun.strip("“”")
    if text[counted.span.end : counted.span.end + 1] != "，":
        # 考生是运动员，你们是教练员，我们是后勤员。“三员”一条心.
        ended = counted.quoted and key and all(word.endswith(key) for word in words)
        return clauses if ended else ()
    named = len(key) >= _KEY and clauses and all(key in word for word in words)
    return clauses if built or named else ()


def _sides_before(text: str, end: int) -> Sequence[Span]:
    """Return 过去数坑，今年数树；过去看材料，今年看卫片 of the sentence up to ``end``."""
    floor = max(0, end - _REACH)
    start = max(floor, *(text.rfind(mark, floor, end) + 1 for mark in "。！？：\n"))
    return split_list(text, start, end, "；") if "；" in text[start:end] else ()


def _thing(counted: Counted) -> str:
    return counted.noun or counted.measure


def _with_its_word(text: str, counted: Counted) -> Sequence[Span]:
    """Return the pieces before 这“三个过硬” that have its word, in the sentences before it."""
    key = counted.noun.strip("“”")[-_KEY:] or counted.measure
    if not key or not (counted.quoted or "“" in counted.noun):
        return ()
    start = counted.span.start
    floor = max(text.rfind("\n", 0, start) + 1, start - _BACK)
    pieces = [Span(*one.span()) for one in _PIECES.finditer(text, floor, start - 1)]
    # …，把这“三个责”扛在肩上: the verb before 这 is no member.
    if pieces and len(pieces[-1]) <= _KEY and key not in pieces[-1].of(text):
        pieces.pop()
    return list(takewhile(lambda one: key in one.of(text), reversed(pieces)))[::-1]


def _in_marks(text: str, counted: Counted) -> Sequence[Span]:
    """突出一个“早”字，立足一个“防”字，落实一个“责”字。这三个字: those of the paragraph."""
    start = counted.span.start
    if counted.noun != "字" or text[start - 2 : start - 1] not in ("。", "，"):
        return ()
    floor = max(text.rfind("\n", 0, start) + 1, start - _BACK)
    return [Span(*one.span(1)) for one in _ONE_IN_MARKS.finditer(text, floor, start)]


def _numbered(text: str, position: int) -> Sequence[Span]:
    """Return 一要快，二要准，三要狠 that ends in the sentence of ``position`` or the one before."""
    found = list(_NUMBER.finditer(text, max(0, position - _REACH), position))
    row: list[re.Match[str]] = []
    for one in reversed(found):
        word = one["thing"] or one["word"]
        if row and (row[-1]["thing"] or row[-1]["word"]) != word:
            continue
        if row and _value(one) != _value(row[-1]) - 1:
            break
        row.append(one)
        if _value(one) == 1:
            near = text.count("。", row[0].end(), position) <= 1
            return [Span(*each.span()) for each in reversed(row)] if near else ()
    return ()


def _value(match: re.Match[str]) -> int:
    return parse_number(match["of"] or match["n"]) or 0


def listed_promise(
    text: str, counted: Counted, members: Sequence[Span], *, found: int | None = None
) -> Promise:
    """Return the promise that ``members`` beside the count keep; ``found`` where more are meant."""
    found = len(members) if found is None else found
    return counted.promise(text, PromiseKind.LISTED, found, members)
