"""Counts without a number (几处要害, 几件事): believed by members in sight that are plainly a row.

No number tells whether a row is the one announced, so each form asks for a sign of its own: the
measure named with every member, one list behind a colon, one lead, the fields of the work, bodies
right before the count. A new form is a function and a line in ``_FORMS``.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from drafting.parsing.promises.listed import BODIES
from drafting.parsing.promises.looking_back import listed_promise
from drafting.parsing.promises.members import list_before, split_list
from drafting.parsing.promises.one_row import are_plain
from drafting.parsing.promises.row_signs import is_row
from drafting.parsing.promises.scattered import fields_behind
from drafting.parsing.promises.sequences import iter_sequences
from drafting.parsing.promises.unmarked import iter_unmarked
from drafting.parsing.promises.whole_rows import whole_row

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from drafting.model.draft import Promise
    from drafting.parsing.promises.counts import Counted
    from drafting.text.span import Span

    Form = Callable[[str, Counted], Sequence[Span]]

_REACH, _FEWEST, _MANY = 300, 2, 3
_SENTENCE, _CLAUSE = re.compile("[。！？\\n]"), re.compile("[，。；：！？\\n]")
_TO_COLON = re.compile("”?[^，。；：！？、\\n]{0,12}：(?!“)")
# 几件事我心里堵得慌，: the rest of the clause, up to where a row of clauses may begin.
_TO_ROW = re.compile("”?[^，。；：！？、\\n]{0,8}[，。：]")
# 几个字，…: what leaves open whether these are all, or numbers them.
_OPEN = re.compile("等等?(?:$|[，；])|…|比如|例如|譬如|其中|[（(]|第一|首先|一[是要来]")
# 有几件事我心里堵得慌，菜市场没有修好，食堂漏了两个冬天，桥没有动工。: what is told one by one.
_HAPPENED = re.compile("(?:事情?|现象|毛病|变化|问题|难题|细节|镜头|场景|亮点|短板|苗头|隐患)$")
_LONGEST_NAME, _LONGEST_WORD = 8, 12


def find_some(text: str, counted: Counted) -> Promise | None:
    """Return the promise of 几 with the row in sight that it announces, or None."""
    # 几个部门要分好工：…: those who act are named right behind the colon, or not at all.
    acts = counted.noun in BODIES and not text.startswith("：", counted.span.end)
    for form in _FORMS[:1] if acts else _FORMS:
        row = form(text, counted)
        if len(row) >= _FEWEST:
            return listed_promise(text, counted, row)
    return None


def bodies_before(text: str, counted: Counted, floor: int) -> Promise | None:
    """Return the promise of 发改、财政、住建几家单位 with those named before it, or None."""
    listing = list_before(text, counted.span.start, floor)
    if listing is None or listing.least == 1:
        return None
    longest = max(map(len, listing.members[1:]))
    bodies = counted.noun in BODIES or counted.measure in BODIES or counted.measure == "家"
    if listing.is_open or longest > _LONGEST_NAME:
        return None
    # 征地、融资、用工几件事: any things, where three and more of one length stand there.
    if not bodies and not (listing.plain and listing.least >= _MANY):
        return None
    if bodies and len(listing.members[0]) > _LONGEST_NAME:
        return None
    members = listing.spans_for(listing.least + listing.last_and, text)
    return listed_promise(text, counted, members) if members else None


def _named(text: str, counted: Counted) -> Sequence[Span]:
    """几种情况，第一种是…，第二种是…: each is named by its measure."""
    rows = chain(iter_sequences(text, counted), iter_unmarked(text, counted))
    return next((row for row in rows if len(row) > 1), ())


def _behind_a_colon(text: str, counted: Counted) -> Sequence[Span]:
    """几笔账摆在面前：…；…；…. 几个要害：征地、融资、用工，一样都不能松."""
    colon = _TO_COLON.match(text, counted.span.end)
    stop = _SENTENCE.search(text, colon.end(), colon.end() + _REACH) if colon else None
    if colon is None or stop is None or stop.start() <= colon.end():
        return ()
    start, end = colon.end(), stop.start()
    if _OPEN.search(text, start, end):
        return ()
    pieces = split_list(text, start, end, "；")
    if len(pieces) > 1:
        return pieces
    pause = _CLAUSE.search(text, start, end)
    names = split_list(text, start, pause.start() if pause else end, "、")
    if len(names) > 1 and max(map(len, names)) <= _LONGEST_WORD:
        return names
    return _row_of_clauses(text, start, end, counted)


def _begun_with_its_noun(text: str, counted: Counted) -> Sequence[Span]:
    """几点希望。希望多走一走；希望多看一看。: all of what the next sentence holds."""
    noun, start = counted.noun, counted.span.end + 1
    if len(noun) != _FEWEST or not text.startswith("。" + noun, counted.span.end):
        return ()
    stop = _SENTENCE.search(text, start, start + _REACH)
    row = split_list(text, start, stop.start(), "；") if stop else ()
    return row if all(text.startswith(noun, one.start) for one in row) else ()


def _clauses(text: str, counted: Counted) -> Sequence[Span]:
    """几句话，要看得见，要管得住，要靠得牢。: a sentence of clauses that begin alike."""
    lead = _TO_ROW.match(text, counted.span.end)
    stop = _SENTENCE.search(text, lead.end(), lead.end() + _REACH) if lead else None
    if lead is None or stop is None or _OPEN.search(text, lead.end(), stop.start()):
        return ()
    return _row_of_clauses(text, lead.end(), stop.start(), counted)


def _row_of_clauses(text: str, start: int, end: int, counted: Counted) -> Sequence[Span]:
    """Return the clauses of start..end of a row with one beginning, or of plain things."""
    row = split_list(text, start, end, "，")
    if len(row) < _MANY:
        return ()
    words = [one.of(text) for one in row]
    alike = len({word[0] for word in words}) == 1
    if alike and is_row(words, counted, "，"):
        return row
    mark = text[start - 1]
    told = (mark != "。" and _HAPPENED.search(counted.noun)) or (mark == "：" and not counted.noun)
    return row if told and are_plain(words) else ()


def _fields(text: str, counted: Counted) -> Sequence[Span]:
    """几场硬仗。招商方面，…。集镇方面，…。民生方面，…。: the fields of the work, one by one."""
    stop = _TO_ROW.match(text, counted.span.end)
    ends = stop is not None and text[stop.end() - 1] in "。："
    row = fields_behind(text, stop.end()) if stop is not None and ends else ()
    return row if len(row) >= _MANY else ()


_FORMS: tuple[Form, ...] = (
    _named,
    _behind_a_colon,
    _begun_with_its_noun,
    whole_row,
    _clauses,
    _fields,
)
