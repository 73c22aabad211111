"""Quotation marks, brackets and title marks come in pairs.

What it does:
    Follows each kind of mark through the whole document and reports an opening without its
    closing or a closing without its opening.
Why:
    One half is lost in cutting, and the reader no longer knows where a quotation ends.
Limits:
    A quotation over several paragraphs opens each of them anew and closes once. List numbers such
    as 1） have no opening. Straight quotes do not tell their side and are left alone.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from drafting.checks.base import Rule
from drafting.checks.kinds.quote_directions import wrong_way_quotes
from drafting.model.finding import Fix, Severity
from drafting.text.edits import TextEdit
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding


class _Pair(NamedTuple):
    open: str
    close: str
    name: str
    over_paragraphs: bool


_PAIRS = (
    _Pair("“", "”", "引号", over_paragraphs=True),
    _Pair("‘", "’", "单引号", over_paragraphs=False),
    _Pair("（(", "）)", "括号", over_paragraphs=False),
    _Pair("《", "》", "书名号", over_paragraphs=False),
    _Pair("〈", "〉", "单书名号", over_paragraphs=False),
    _Pair("【", "】", "方头括号", over_paragraphs=False),
    _Pair("〔", "〕", "六角括号", over_paragraphs=False),
    _Pair("「", "」", "直角引号", over_paragraphs=False),
    _Pair("『", "』", "双直角引号", over_paragraphs=False),
    _Pair("｛{", "｝}", "花括号", over_paragraphs=False),
)
_EVERY_MARK = "".join(pair.open + pair.close for pair in _PAIRS)
_MARKS_AND_BREAKS = re.compile("[\n" + re.escape(_EVERY_MARK) + "]")
_LIST_NUMBER = re.compile(
    "(?:^|[\n。；：，、 　])(?:[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3}|[a-zA-Z])$"
)
# Where numbers stand in full brackets, one without the left half has lost it.
_FULL_NUMBER = re.compile("\n[ 　]*[（(](?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[)）]")
# ?shù) is a pinyin note that has lost its character (RS006).
_HALF_NOTE = re.compile("\\?[a-zü]{0,4}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]{0,3}$")
_APOSTROPHE = re.compile("[A-Za-z]$")
_BLANKS = " \t\u3000"
# A pair of brackets may stand about a line break that a page has put into it.
_BROKEN_LINE = 200
# On a text that is one heap of marks nobody walks through more.
_MOST = 200


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001
    text = draft.text
    marks = "".join(_MARKS_AND_BREAKS.findall(text))
    for pair in _PAIRS:
        if not any(mark in marks for mark in pair.open + pair.close):
            continue
        if _are_all_paired(marks, pair):
            continue
        # A pair the wrong way round is whole; PU008 turns it.
        turned = {
            text.rfind("\n", 0, span.start)
            for span, right in wrong_way_quotes(text)
            if right in pair.open + pair.close
        }
        lonely = (
            place for place in _unpaired(text, pair) if text.rfind("\n", 0, place) not in turned
        )
        for place in islice(lonely, _MOST):
            yield _finding(text, pair, place)


def _are_all_paired(marks: str, pair: _Pair) -> bool:
    """Return whether every mark has its partner in its own line: the cheap look.

    ``marks`` are all marks of the text with its line breaks, in order.
    """
    own = marks.translate(_plain(pair))
    length = len(own) + 1
    while len(own) < length:
        length = len(own)
        own = own.replace("()", "")
    return not own.strip("\n")


@cache
def _plain(pair: _Pair) -> dict[int, str | None]:
    """Return the table that leaves of all marks this pair alone, in one form."""
    others = dict.fromkeys(map(ord, _EVERY_MARK))
    opening, closing = (dict.fromkeys(map(ord, some)) for some in (pair.open, pair.close))
    return others | dict.fromkeys(opening, "(") | dict.fromkeys(closing, ")")


def _finding(text: str, pair: _Pair, place: int) -> Finding:
    mark = text[place]
    span = Span(place, place + 1)
    side, other = ("左", "右") if mark in pair.open else ("右", "左")
    message = f"{pair.name}不成对：这个{side}{pair.name}没有对应的{other}{pair.name}"
    fix = Fix(f"删去这个{side}{pair.name}", (TextEdit(span, ""),))
    return RULE.finding(span, message, fixes=(fix,))


def _unpaired(text: str, pair: _Pair) -> Iterator[int]:
    """Yield the places of the marks of one kind that have no partner."""
    marks = re.compile("[" + re.escape(pair.open + pair.close) + "]")
    opened: list[int] = []
    for match in marks.finditer(text):
        place = match.start()
        apart = bool(opened) and text.find("\n", opened[-1], place) >= 0
        if match.group() in pair.open:
            if apart and not (pair.over_paragraphs and _goes_on(text, opened[-1], place)):
                yield from opened
            if apart:
                opened.clear()
            opened.append(place)
        elif opened and apart and not pair.over_paragraphs and place - opened[-1] > _BROKEN_LINE:
            yield from opened
            opened.clear()
            yield place
        elif opened:
            opened.pop()
        elif not _stands_alone(text, place, pair):
            yield place
    yield from opened


def _goes_on(text: str, opened: int, place: int) -> bool:
    """Return whether a quotation opened in an earlier paragraph is opened anew at ``place``.

    So it is where both paragraphs begin with the mark, or the first follows a colon.
    """
    begins = text[max(0, place - 20) : place].rstrip(_BLANKS).endswith("\n")
    ahead = text[max(0, opened - 20) : opened].rstrip(_BLANKS)
    return begins and (not ahead or ahead.endswith(("\n", "：", ":")))


def _stands_alone(text: str, place: int, pair: _Pair) -> bool:
    """Return whether a closing mark is of a list number, a broken note or an apostrophe (’99)."""
    before = text[max(0, place - 6) : place]
    if pair.name == "括号":
        number = _LIST_NUMBER.search(before)
        if _HALF_NOTE.search(before):
            return True
        return number is not None and not _FULL_NUMBER.search(text, 0, place)
    if pair.name != "单引号":
        return False
    return _APOSTROPHE.search(before) is not None or text[place + 1 : place + 3].isdecimal()


RULE = Rule(
    code="PU002",
    name="unpaired-mark",
    summary="引号、括号、书名号不成对",
    severity=Severity.ERROR,
    check=_check,
    why="成对的标点缺了一半，引文和说明到哪里为止就说不清了。",
    source="GB/T 15834-2011 4.8、4.9、4.15（引号、括号、书名号均成对使用）",
    flagged=(
        "同志们：\n要把“一件事一次办的改革抓到底。",
        "同志们：\n要把一件事一次办”的改革抓到底。",
        "同志们：\n各镇（街道要抓紧行动，部门要跟上服务。",
        "同志们：\n要对照《清河湾县河道管理办法的要求，逐条落实。",
        "同志们：\n“要沉下去，到群众中去。\n各镇要把这句话记在心里。各部门也要“走出去”。",
    ),
    clean=(
        "同志们：\n要把“一件事一次办”的改革抓到底，落实《清河湾县河道管理办法》（试行）。",
        "同志们：\n信里这样写：\n“村里的路修好了，大家都高兴。\n“水也通到了每一户。”",
        "同志们：\n1）抓紧备料；2）抓紧施工。",
        "同志们：\n他说：“老乡讲，‘路通了，心就通了’，这话在理。”",
        "同志们：\n印发《关于落实〈清河湾县防汛预案〉的通知》。",
    ),
)
