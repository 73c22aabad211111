"""Signs beside a row that seems to break its count which leave it open after all."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from drafting.model.draft import PromiseKind
from drafting.parsing.promises.announcing import PLAINLY, SPEAKING
from drafting.parsing.promises.repeated import LOOK_BACK
from drafting.text.characters import HAN
from drafting.text.numerals import format_han

if TYPE_CHECKING:
    from drafting.model.draft import Promise
    from drafting.parsing.promises.counts import Counted

# 省里部署了“五大行动”，我县主抓三个：…: the row belongs to the count right before it.
_NEARER = re.compile("[一两二三四五六七八九十][个项大点条种类件句步样]")
_WITHIN = re.compile(f"{_NEARER.pattern}[^，。；：、]{{0,6}}：")
# 三句话、十二个字：…, 一条一条念：….
_NO_NEARER = re.compile("个?字|条[一条]|[项个件]一")
# 一、…。其次，…。三、…, 一、…。二、…。最后，…: one has no number; 最后，祝大家… is none.
_UNNUMBERED = re.compile(
    "(?<=[\n。；])[ \u3000]*"
    "(?P<one>其次|再次|再者|再就是|再一个|另外|此外|还有|还要|最后|(?:特别|尤其)是(?=[一二三四五六七八九十第（①-⑳0-9]))(?:点|[个条]方面)?"
    "(?!，?(?:(?:再次?|预)?祝|让|愿|[衷再]?[心次]?感?谢|同志|我|借))"
)
# 一本是党章，一本是县志以及一本是账本: two of them in the last piece.
_AND_ONE = re.compile("以及|再加上|，并(?!且)|[，；]还有|特别是|尤其是")
_NEXT = re.compile("(?:特别是|尤其是|还有|再就是|再一|另外|此外)")
# 三点意见。⏎一年轻人要有盼头⏎…⏎（一）…: the first part lost its mark, so these are parts of it.
_UNMARKED = re.compile(f"”?(?:[。：]?\\s*\n[ \u3000]*|[。：])第?一(?![是要个条来])[{HAN}]")
# 刚才讲的两个问题，请大家会后讨论。第一，…: what follows is of another row.
_TOLD_BEFORE = re.compile(
    "(?:刚才|前面|上面|上次|此前|之前|前不久|昨天|年初)[^，。；：！？\\n]{0,8}的$"
)
# 看车，看门，再一个，看人: a word between members is none; ；此外，还要…: one more than announced.
_LINK = re.compile(
    "^(?:(?:还有|[再另又]|另外|最后)一[个点条件样项]|再就是|再者|第[二三四五六七八九十])$"
)
_MORE = re.compile("^(?:此外|另外|同时|还要|更要)")
# …，确保全年任务完成: what it is all for.
_PURPOSE = re.compile("^(?:确保|推动|推进|促进|让|使|不断|努力|真正|切实|全力|以)")
# …，件件都要落实: what is said of all of them is none.
_OF_ALL = re.compile(
    "^(?P<one>[件条个项样处户人事关步句层])(?P=one)|^逐|^一(?P<each>.)一(?P=each)|^缺一|都[要得不能须]"
    "|一.[都也]不"
)
_SENTENCE, _STOPS = re.compile("[。！？\n]|$"), re.compile("[，。；！？\n]")
_REACH, _LEAD, _AND = 1_500, 20, 2
_BODIES = re.compile(f"(?:镇|乡|村|县|街道|单位|部门|社区)[{HAN}]")


def may_be_kept(text: str, counted: Counted, promise: Promise) -> bool:
    """Return whether a count that its row seems to break may be kept, or may be another's."""
    members, count = promise.members, promise.count or 0
    if not members:
        return False
    start = counted.span.start
    told = _TOLD_BEFORE.search(text, max(0, start - LOOK_BACK), start)
    if told or (len(members) < count and _may_lack_none(text, counted, promise)):
        return True
    gap = text[counted.span.end : members[0].start]
    if promise.kind is PromiseKind.PARTS:
        return _UNMARKED.match(gap) is not None or _is_mere_sum(text, counted, promise)
    if len(members) == count + 1 and _is_of_all(text, promise):
        return True
    nearer = _NEARER.search(gap) or _WITHIN.search(members[0].of(text))
    if nearer is not None and not _NO_NEARER.match(nearer.string, nearer.end() - 1):
        return True
    # 三个镇先行先试：镇党委抓总，镇政府抓办: who acts within each of them.
    words = [text[one.start : one.start + _LEAD] for one in members]
    return all(_BODIES.match(word) and word.startswith(counted.noun or " ") for word in words)


def _is_mere_sum(text: str, counted: Counted, promise: Promise) -> bool:
    """Return whether 第三类是作风类，共五条。 stands before parts that are far from as many."""
    far = abs(len(promise.members) - (promise.count or 0)) > 1
    lead = text[max(0, counted.span.start - LOOK_BACK) : counted.span.start]
    clause = _STOPS.split(lead)[-1]
    return far and not counted.noun and not SPEAKING.search(clause) and not PLAINLY.search(clause)


def _may_lack_none(text: str, counted: Counted, promise: Promise) -> bool:
    """Return whether one that is not counted stands among the members, in the last, or behind."""
    first, last = promise.members[0], promise.members[-1]
    stop = _SENTENCE.search(text, last.end)
    end = stop.start() if stop else len(text)
    if _AND_ONE.search(text, last.start + _AND, end) or _NEXT.match(text, end + 1):
        return True
    key = counted.noun.strip("“”")[-_AND:]
    words = [one.of(text) for one in promise.members]
    # 必查电路、必查气路，必查通道、…: more than one in a piece.
    if len(key) == _AND and sum(word.count(key) for word in words) > len(words):
        return True
    if promise.kind is not PromiseKind.PARTS:
        return False
    # “四性”。一是政治性。…三是系统性与协同性。: two of them in one.
    leads = [_STOPS.split(text[one.start : one.start + _REACH], 1)[0] for one in promise.members]
    if counted.quoted and len(key) == 1 and sum(lead.count(key) for lead in leads) > len(leads):
        return True
    reach = last.end + _REACH
    starts = {one.start for one in promise.members}
    # Parts on lines of their own hold sentences in any words.
    in_lines = "\n" in text[first.start : last.start]
    further = (
        one
        for one in _UNNUMBERED.finditer(text, first.end, reach)
        if one.start("one") not in starts and (text[one.start() - 1] == "\n" or not in_lines)
    )
    if next(further, None) is not None:
        return True
    edge = "\n" if in_lines else "[\n。；]"
    following = f"{edge}[ \u3000]*第{format_han(len(promise.members) + 1)}[，、是要个点条方]"
    return re.compile(following).search(text, last.end, reach) is not None


def _is_of_all(text: str, promise: Promise) -> bool:
    """Return whether one of the members is a mere word, or the last tells of all of them."""
    pieces = pairwise(promise.members)
    if any(one.end + 1 == after.start and _LINK.search(one.of(text)) for one, after in pieces):
        return True
    words = [one.of(text).split("，", 1)[0] for one in promise.members]
    if _MORE.search(words[-1]):
        return True
    forms = (_OF_ALL, _PURPOSE) if text[promise.members[-1].start - 1] == "，" else ()
    return any(
        form.search(words[-1]) and not all(map(form.search, words[:-1]))
        for form in forms
        if form is _PURPOSE or not any(map(form.search, words[:-1]))
    )
