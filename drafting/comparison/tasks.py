"""The assignments that a speech makes: who has to do what, by when, measured how.

In Chinese speeches whoever has a task stands first in the clause, followed by a word of obligation
(各乡镇要…, 县住建局牵头…), or behind 由 and 请. What has happened already (…作了发言) is no task.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from drafting.comparison.task_actors import (
    actors_in,
    actors_pattern,
    gives_tasks,
    is_word_alone,
)
from drafting.model.task import Task
from drafting.text.sentences import iter_sentences
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.model.draft import Draft

_NUMBER = "[0-9０-９一二三四五六七八九十百千万亿两.点]"
# A sentence is parted where one office's task ends and the next one's begins.
_PARTS = re.compile("[；;]")
_CLAUSES = re.compile("[，,：:]")
# What may stand before the actors at the beginning of a clause.
_LEAD = re.compile(
    "(?:[h级]|[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+(?:是|要|、)|第[一二三四五六七八九十]+[，、]"
    "|[0-9]{1,2}[.．、]|同时|另外|此外|下一步|会后|对此|为此|请|由|——|特别是|尤其是|其中)*"
)
_DUTY = (
    "要(?![求素点件闻紧事害务么地])|须|必须|务必|务求|应当|应该|应(?![对急])|负责(?!同志|人)|牵头(?!的|部门|单位)"
    "|不得|不能|不许|不准|决不能|绝不能|严禁|尽快|抓紧|立即|马上|继续|全力|至少|每(?=[天周月季年人家个名])"
    "|(?:24|２４|二十四)小时(?!之?以?内)"
)
# Between whoever has the task and the word of obligation: a time, an adverb, a phrase with 对, 在.
_BETWEEN = (
    "(?:今年|近期|会后|下半年|下一步|汛期|都|均|也|还|更|再|一律|一定|坚决|必须)*"
    "(?:(?:在|对|把|从|按|根据|围绕|结合|针对)[^，。；]{0,20}?)?"
)
_IS_DUTY = re.compile(f"{_BETWEEN}(?:{_DUTY})")
_ORDERED = re.compile(
    "(?:进一步|切实|认真|严格|积极|主动|及时|全面|具体)?(?:加强|做好|抓好|组织|开展|落实|完善|推进|督促|加快|制定"
    "|强化|配合|研究|梳理|排查|包|派|建立|承办|抓总|实行|保障)"
)
_LATER_DUTY = re.compile("，[^，。；]{0,4}(?<!就是)(?:要|须|务必|尽快|抓紧|立即|必须)")
_PAST = re.compile(
    "了(?!解|如指掌|却|断)|[查排找]出|已经|刚才|此前|去年|上半年|曾|得到|取得|存在|没有|不够|较|现象"
)
_TOLD = re.compile("刚才|今天上午|会前|前段|这次观摩")
_FOR_ALL = re.compile("(?:全[省市县区镇乡]|各级|各地|大家|广大|领导干部|党员干部).*")
_BY = re.compile("由(?=[^，。；]{2,30}(?:牵头|负责|会同|组织|承担|抓总|具体))")
# A host's words: 请县发改局局长通报情况, 请清溪镇党委书记作表态发言.
_CALLED_UP = re.compile(
    "[^，。；每]{0,6}(?:局长|书记|主任|主席|部长|[县市区镇乡]长|同志|代表)[^，。；每]{0,10}"
    "(?:通报|发言|讲话|传达|宣讲|解读|领学|致辞|宣读|宣布|介绍|作[^，。；]{0,6}(?:汇报|说明|报告|点评|总结))"
)
_DEADLINES = re.compile(
    f"(?:今年|明年|本月|当年)?{_NUMBER}{{1,3}}月(?:{_NUMBER}{{1,3}}[日号]|底|[上中下]旬|份)?(?:之前|以前|前|底前)"
    f"|(?:今年)?(?:年底|年末|月底|季末|入冬|入汛|汛期|春节)(?:之前|以前|前)"
    f"|年内|月内|本周内|(?:{_NUMBER}{{1,4}}|半)(?:天|日|周|个月|个工作日|小时)(?:之内|以内|内)"
    f"|每(?:半个?月|半年|十天|两周|天|日|周|旬|月|季度|年)|到(?:年底|{_NUMBER}{{1,3}}月底)|{_NUMBER}{{1,2}}月底"
)
_BY_WHEN = re.compile(
    f"(?:在|从|于)?(?:{_DEADLINES.pattern}|从{_NUMBER}{{1,3}}月{_NUMBER}{{1,3}}[日号]起)"
)
_MEASURES = re.compile(
    "(?:不少于|不低于|不超过|不高于|至少|达到|完成|建成|新增|增长|力争|确保|压减|新开工|新投产)"
    f"[^，。；：、]{{0,8}}?(?:百分之)?{_NUMBER}+[^，。；：、]{{0,8}}"
)
_ROLE = re.compile("(?:具体|共同)?(?:牵头|负责|配合|承办|组织|主办|抓总)+")
# 乡镇要主战, 督查组要较真: the heading of a task, not the task.
_SHORTEST = 8
_EDGE = "，,：:；;。！!、 　"


class _Given(NamedTuple):
    """Where a task begins, where its actors end, the actors, and whether an office is named."""

    start: int
    after: int
    who: str
    is_named: bool


def find_tasks(draft: Draft) -> tuple[Task, ...]:
    """Return the assignments of a speech in the order of the text.

    Exhortations to everybody (全县上下要…) count only where they carry a date.
    """
    text = draft.text
    tasks: list[Task] = []
    for sentence in iter_sentences(text):
        if _TOLD.match(text, sentence.start):
            continue
        for part in _parts(text, sentence):
            tasks += _tasks_of(text, part)
    return tuple(tasks)


def _parts(text: str, sentence: Span) -> Iterator[Span]:
    start = sentence.start
    for mark in _PARTS.finditer(text, sentence.start, sentence.end):
        yield Span(start, mark.start())
        start = mark.end()
    yield Span(start, sentence.end)


def _tasks_of(text: str, part: Span) -> Iterator[Task]:
    given = list(_iter_given(text, part))
    leading: tuple[str, ...] = ()
    start: int | None = None
    for index, one in enumerate(given):
        end = given[index + 1].start if index + 1 < len(given) else part.end
        span = _trimmed(text, one.start if start is None else start, end)
        what = text[one.after : span.end].strip(_EDGE)
        who = (*leading, *actors_in(one.who))
        if _ROLE.fullmatch(what) and index + 1 < len(given):
            leading, start = who, span.start  # 由住建局牵头，各乡镇负责，…: one task for both
            continue
        leading, start = (), None
        deadline = _joined(_DEADLINES, span.of(text))
        is_vague = all(_FOR_ALL.fullmatch(name) for name in who)
        is_heading = not one.is_named and len(what) < _SHORTEST
        if (is_heading or is_vague) and not deadline:
            continue
        yield Task(who, what, deadline, _joined(_MEASURES, what), span)


def _iter_given(text: str, part: Span) -> Iterator[_Given]:
    """Yield the places of one part of a sentence at which somebody is given a task."""
    starts = [part.start, *(mark.end() for mark in _CLAUSES.finditer(text, part.start, part.end))]
    for start in starts:
        clause = _CLAUSES.search(text, start, part.end)
        clause_end = clause.start() if clause else part.end
        handed = _BY.search(text, start, clause_end)
        lead = _LEAD.match(text, start, clause_end)
        place = handed.end() if handed else lead.end() if lead else start
        actors = actors_pattern().match(text, place, clause_end)
        if actors is None or is_word_alone(actors.group()):
            continue
        is_called_up = _CALLED_UP.match(text, actors.end(), clause_end) is not None
        is_asked = handed is not None or ("请" in text[start:place] and not is_called_up)
        if is_asked or _has_duty(text, actors, clause_end, part):
            begin = _date_before(text, place, part)
            yield _Given(begin, actors.end(), actors.group(), _is_named(actors))


def _has_duty(text: str, actors: re.Match[str], clause_end: int, part: Span) -> bool:
    """Return whether what follows the actors tells them to do something."""
    after = actors.end()
    duty = _IS_DUTY.match(text, after, clause_end)
    if duty:
        return _PAST.search(text, after, duty.end()) is None
    if _is_dated(text, actors, part):
        return _PAST.search(text, after, part.end) is None
    is_named = _is_named(actors) and not gives_tasks(actors.group())
    if after == clause_end:  # …等部门，要对照…
        next_clause = _CLAUSES.search(text, after + 1, part.end)
        until = next_clause.start() if next_clause else part.end
        found = _IS_DUTY.match(text, min(after + 1, until), until)
        return found is not None and _PAST.search(text, after, found.end()) is None
    if not is_named or _PAST.search(text, after, part.end):
        return False
    return (
        _ORDERED.match(text, after, clause_end) is not None
        or _LATER_DUTY.search(text, after, part.end) is not None
    )


def _is_named(actors: re.Match[str]) -> bool:
    return actors["office"] is not None or actors["other_office"] is not None


def _is_dated(text: str, actors: re.Match[str], part: Span) -> bool:
    """Return whether a date by which stands right behind the actors or in the clause before."""
    behind = _BY_WHEN.match(text, actors.end(), part.end)
    return behind is not None or _date_before(text, actors.start(), part) < actors.start()


def _date_before(text: str, place: int, part: Span) -> int:
    """Return where the date begins that is the clause before ``place``, else ``place``."""
    before = text[part.start : place]
    clause = before.rstrip("，")
    start = clause.rfind("，") + 1
    return part.start + start if _BY_WHEN.fullmatch(clause, start) else place


def _joined(pattern: re.Pattern[str], text: str) -> str:
    return "、".join(dict.fromkeys(match.group() for match in pattern.finditer(text)))


def _trimmed(text: str, start: int, end: int) -> Span:
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return Span(start, end)
